import { indatafel, type Lage } from '@atergang/arende'
import type { Arbetsgivaruppgift, Rad } from '@atergang/formaner'
import { arLiten, KOLUMNNAMN, lasOrgnr, motfragor, storleksklass, visaOrgnr, type Import } from '@atergang/formaner/apr'
import { lasUtkast, somPerson, somSystemet, sparaUtkast, taBortUtkast } from '@atergang/lager'
import { aprAnsokanSenast } from '@atergang/regelverk'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll } from '../../auth/session.ts'
import {
  aretsStod,
  egnaArenden,
  firman,
  forArbetsgivaren,
  franForra,
  iEgetArende,
  somFirma,
  somHandling,
  type Firmaperson,
} from '../../tjanster/apr/arbetsgivare.ts'
import { filhandlingar, taEmotFil, type Filbruk } from '../../tjanster/apr/filer.ts'
import { FILGRANS } from '../../tjanster/skanning.ts'
import { forhandsvisa, taken } from '../../tjanster/apr/forhandsvisning.ts'
import { lasOmRegistret, taEmotAprAnsokan, type NyAnsokan } from '../../tjanster/apr/intag.ts'
import { lasBladet } from '../../tjanster/apr/kalkylblad.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import {
  ansokanInSchema,
  ansokanvySchema,
  arSchema,
  begaranSchema,
  brevSchema,
  filId,
  fritext,
  gjortSchema,
  insatstypSchema,
  kommuniceringSchema,
  kvittoSchema,
  lista,
  radInSchema,
} from './scheman.ts'

const TAGG = { tags: ['APR arbetsgivare'] }
const UTKAST = 'aprAnsokan'
type AnsokanIn = z.output<typeof ansokanInSchema>
type RadIn = z.output<typeof radInSchema>

const kontrollSchema = z.object({
  omgang: z.string(),
  senast: z.string().nullable(),
  tillstand: z.enum(['begart', 'granskas', 'klar']),
  felbelopp: z.number(),
  ansokningar: lista(z.string()),
})
const aretSchema = z
  .object({
    arendeId: z.string(),
    nummer: z.string(),
    ar: z.number(),
    sistaDag: z.string(),
    takAnstalld: z.number(),
    takArbetsgivare: z.number(),
    kvar: z.number(),
    avslutat: z.string().nullable(),
    arbetsgivaren: z.unknown().nullable(),
    ansokningar: lista(ansokanvySchema),
    beslut: lista(
      z.object({
        id: z.string(),
        dag: z.string(),
        typ: z.string(),
        utfall: z.string(),
        avser: z.string().nullable(),
        belopp: z.number(),
        ersatter: z.string().nullable(),
      }),
    ),
    brev: lista(brevSchema),
    fragor: lista(begaranSchema),
    kommuniceringar: lista(kommuniceringSchema),
    kontroller: lista(kontrollSchema),
    aterkrav: lista(z.object({ beslutId: z.string(), belopp: z.number(), aterbetalt: z.number(), senast: z.string() })),
  })
  .meta({ id: 'AprStodar' })
const radutkastSchema = z.object({
  anstalld: z.string(),
  anordnare: z.string(),
  datum: z.string(),
  insatstyper: lista(insatstypSchema),
  fakturanummer: z.string(),
  kostnad: z.string(),
  syfte: z.string().nullable(),
  miljo: z.string().nullable(),
  beskrivning: z.string(),
})
const bladSchema = z
  .object({
    rader: lista(
      z.object({
        nr: z.number(),
        status: z.enum(['klar', 'kontrollera', 'olaslig']),
        rad: radInSchema.nullable(),
        celler: z.record(z.string(), z.string()).optional(),
        anordnareGodkand: z.boolean().nullable(),
        anmarkningar: lista(
          z.object({
            kolumn: z.enum(KOLUMNNAMN as [string, ...string[]]),
            slag: z.enum(['olaslig', 'kontrollera', 'fraga']),
            kod: z.string(),
            text: z.string(),
            atgard: z.string(),
          }),
        ),
      }),
    ),
    klara: z.number(),
    attKontrollera: z.number(),
    olasliga: z.number(),
    tommaRader: z.number(),
    okandaKolumner: lista(z.string()),
    summaOren: z.number(),
  })
  .meta({ id: 'AprKalkylblad' })
const visningSchema = z
  .object({
    ansokan: ansokanvySchema,
    kostnadsar: z.number(),
    sistaDag: z.string(),
    takAnstalld: z.number(),
    takArbetsgivare: z.number(),
    kvar: z.number(),
    kvarEfter: z.number(),
    motfragor: lista(z.object({ radId: z.string(), kod: z.string(), text: z.string() })),
  })
  .meta({ id: 'AprForhandsvisning' })

const somRad = (r: RadIn): Rad => ({ ...r, radId: r.radId ?? randomUUID() }) as unknown as Rad
const fakturor = (rader: readonly RadIn[], falt: string): Filbruk[] =>
  rader.flatMap((r, i) =>
    r.faktura
      ? [{ id: r.faktura, typ: 'faktura' as const, rubrik: `Faktura ${r.fakturanummer}`.trim(), falt: `${falt}.${i}.faktura` }]
      : [],
  )

async function nyAnsokan(t: Tjanster, f: Firmaperson, b: AnsokanIn): Promise<NyAnsokan> {
  const nu = t.klocka.nu()
  const filer = await filhandlingar(t, f.session, fakturor(b.rader, 'rader'), 'arbetsgivare')
  const ansokan = {
    ansokanId: randomUUID(),
    inkom: nu.dag,
    kanal: 'etjanst' as const,
    rader: b.rader.map(somRad),
    anstalldaVet: b.anstalldaVet,
    ejBehandling: b.ejBehandling,
    underskrift: { namn: f.s.namn, metod: 'e-legitimation', tid: nu.tid },
  }
  return {
    firma: somFirma(f, b.foretag),
    ar: b.ar,
    ansokan,
    uppgift: b.arbetsgivare as Arbetsgivaruppgift | undefined,
    aktor: f.aktor,
    filer,
  }
}

const somBlad = (i: Import): z.output<typeof bladSchema> => ({
  ...i,
  rader: i.rader.map((r) => ({
    nr: r.nr,
    status: r.status,
    anmarkningar: r.anmarkningar,
    ...(r.celler ? { celler: r.celler as Record<string, string> } : {}),
    anordnareGodkand: r.varden?.anordnareGodkand ?? null,
    rad: r.varden && {
      anstalld: r.varden.anstalld,
      anordnare: r.varden.anordnare.nyckel,
      insatsdag: r.varden.datum,
      insatstyper: [...r.varden.insatstyper],
      syfte: r.varden.syfte,
      miljo: r.varden.miljo,
      kostnad: Math.round(r.varden.kostnad * 100),
      fakturanummer: r.varden.fakturanummer,
      beskrivning: r.varden.beskrivning ?? '',
    },
  })),
})

export function registreraAprArbetsgivare(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/arbetsgivare',
    {
      schema: {
        ...TAGG,
        summary: 'Vårt stöd: år, ansökningar, beslut, brev, frågor och vad som är kvar',
        response: {
          200: z.object({
            idag: z.string(),
            namn: z.string(),
            orgnr: z.string(),
            liten: z.boolean(),
            ar: lista(
              z.object({
                ar: z.number(),
                sistaDag: z.string(),
                kvar: z.number(),
                passerad: z.boolean(),
                takAnstalld: z.number(),
                takArbetsgivare: z.number(),
              }),
            ),
            arenden: lista(aretSchema),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { dag } = t.klocka.nu()
      const arenden = (await egnaArenden(t, f, 'apr')).map((l) => aretsStod(l, dag))
      const uppgift = arenden.find((a) => a.arbetsgivaren)?.arbetsgivaren
      const iAr = Number(dag.slice(0, 4))
      const ar = [iAr, iAr - 1].map((x) => ({
        ar: x,
        sistaDag: aprAnsokanSenast(x) as string,
        passerad: dag > aprAnsokanSenast(x),
        ...taken(x),
        kvar: arenden.find((a) => a.ar === x)?.kvar ?? taken(x).takArbetsgivare,
      }))
      return {
        idag: dag,
        namn: f.s.namn,
        orgnr: visaOrgnr(lasOrgnr(f.orgnr)!),
        liten: arLiten(storleksklass(uppgift?.anstallda)) || uppgift === undefined,
        ar,
        arenden,
      }
    },
  )

  app.get(
    '/api/v1/apr/arbetsgivare/utkast',
    {
      schema: {
        ...TAGG,
        summary: 'Påbörjad ansökan, det vi redan vet, och förra ansökan att börja från',
        response: {
          200: z.object({
            utkast: z.unknown().nullable(),
            andrat: z.string().nullable(),
            foretag: z.object({ namn: z.string(), adress: lista(z.string()), lan: z.string() }),
            arbetsgivaren: z.unknown().nullable(),
            forra: z.object({ ar: z.number(), rader: lista(radutkastSchema) }).nullable(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { dag } = t.klocka.nu()
      const utkast = (await somPerson(t.db, f.session, (q) => lasUtkast(q, f.s.anvandare, { nyckel: UTKAST })))[0]
      const arenden = await egnaArenden(t, f, 'apr')
      const kand = await somSystemet(t.db, (q) =>
        q.selectFrom('app.arbetsgivare').select(['namn', 'adress', 'lan']).where('orgnr', '=', f.orgnr).executeTakeFirst(),
      )
      const uppgift = arenden.map((l) => aretsStod(l, dag).arbetsgivaren).find((u) => u !== null) ?? null
      return {
        utkast: utkast?.innehall ?? null,
        andrat: utkast?.andrat ?? null,
        foretag: { namn: kand?.namn ?? f.s.namn, adress: kand?.adress ?? [], lan: kand?.lan ?? '' },
        arbetsgivaren: uppgift,
        forra: franForra(arenden, dag),
      }
    },
  )

  app.put(
    '/api/v1/apr/arbetsgivare/utkast',
    {
      bodyLimit: 5_000_000,
      schema: {
        ...TAGG,
        summary: 'Spara påbörjad ansökan',
        body: z.object({ innehall: z.unknown() }),
        response: { 200: z.object({ andrat: z.string() }), ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      return somPerson(t.db, f.session, async (q) => ({ andrat: await sparaUtkast(q, f.s.anvandare, UTKAST, null, req.body.innehall) }))
    },
  )

  app.delete(
    '/api/v1/apr/arbetsgivare/utkast',
    { schema: { ...TAGG, summary: 'Kasta påbörjad ansökan', response: { 204: z.null(), ...problemsvar } } },
    async (req, svar) => {
      const f = await firman(t, req, 'arbetsgivare')
      await somPerson(t.db, f.session, (q) => taBortUtkast(q, f.s.anvandare, UTKAST))
      return svar.status(204).send(null)
    },
  )

  app.post(
    '/api/v1/apr/filer',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Ladda upp en fil (PDF, JPEG, PNG): faktura, underlag för kompetens eller till efterkontroll',
        body: z.object({ filnamn: z.string().max(200).default(''), innehall: z.string() }),
        response: { 201: z.object({ id: z.string(), medietyp: z.string(), storlek: z.number(), sha256: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['arbetsgivare', 'anordnare'])
      const f = await firman(t, req, s.roll as 'arbetsgivare' | 'anordnare')
      return svar.status(201).send(await taEmotFil(t, f.session, f.orgnr, req.body.innehall))
    },
  )

  app.post(
    '/api/v1/apr/arbetsgivare/kalkylblad',
    {
      bodyLimit: 8_000_000,
      schema: {
        ...TAGG,
        summary: 'Läs in ett kalkylblad (CSV eller .xlsx): fel per rad, resten går vidare',
        body: z.object({
          ar: arSchema,
          filnamn: z.string().max(200).default(''),
          innehall: z.string(),
          anstallda: z.array(z.object({ anstalld: z.string(), from: z.string(), tom: z.string().optional() })).optional(),
        }),
        response: { 200: bladSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { anstallda, ...b } = req.body
      return somBlad(await lasBladet(t, { orgnr: f.orgnr, ...b, ...(anstallda ? { anstallda } : {}) }))
    },
  )

  app.post(
    '/api/v1/apr/arbetsgivare/forhandsvisning',
    {
      bodyLimit: 5_000_000,
      schema: {
        ...TAGG,
        summary: 'Vad ansökan ger, rad för rad, och vad som är kvar av taken. Inget sparas',
        body: ansokanInSchema,
        response: { 200: visningSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const ny = await nyAnsokan(t, f, req.body)
      const v = await forhandsvisa(t, ny)
      const fragor = ny.ansokan.rader.flatMap((r) =>
        r.allaFemBekraftat ? [] : motfragor(r.insatstyper).map((m) => ({ radId: r.radId, kod: m.kod, text: m.text })),
      )
      return { ...v, ansokan: forArbetsgivaren(v.ansokan), motfragor: fragor }
    },
  )

  app.post(
    '/api/v1/apr/arbetsgivare/ansokningar',
    {
      bodyLimit: 5_000_000,
      schema: {
        ...TAGG,
        summary: 'Skriv under och skicka ansökan',
        body: ansokanInSchema,
        response: { 201: kvittoSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const f = await firman(t, req, 'arbetsgivare')
      const kvitto = await taEmotAprAnsokan(t, await nyAnsokan(t, f, req.body))
      await somPerson(t.db, f.session, (q) => taBortUtkast(q, f.s.anvandare, UTKAST))
      return svar.status(201).send(kvitto)
    },
  )

  app.post(
    '/api/v1/apr/arbetsgivare/arenden/:id/komplettering',
    {
      bodyLimit: 5_000_000,
      schema: {
        ...TAGG,
        summary: 'Komplettera eller rätta en ansökan',
        params: idSchema,
        body: z.object({
          ansokanId: z.string(),
          rader: z.array(radInSchema).default([]),
          borttagna: z.array(z.string()).default([]),
          anstalldaVet: z.boolean().optional(),
          ejBehandling: z.boolean().optional(),
          text: z.string().default(''),
        }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { rader, ...b } = req.body
      const filer = await filhandlingar(t, f.session, fakturor(rader, 'rader'), 'arbetsgivare', req.params.id)
      const komplettering = { ...b, inkom: t.klocka.nu().dag, rader: rader.map(somRad) }
      await iEgetArende(t, f, req.params.id, { typ: 'komplettera', data: { komplettering, handlingar: filer } }, { filer })
      const svar = await lasOmRegistret(t, req.params.id)
      return { arendeId: req.params.id, version: svar?.version ?? 0 }
    },
  )

  app.post(
    '/api/v1/apr/arbetsgivare/arenden/:id/aterkallelse',
    {
      schema: {
        ...TAGG,
        summary: 'Ta tillbaka en ansökan som inte är beslutad',
        params: idSchema,
        body: z.object({ ansokanId: z.string(), skal: z.string() }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => iEgetArende(t, await firman(t, req, 'arbetsgivare'), req.params.id, { typ: 'aterkallaAnsokan', data: req.body }),
  )

  app.post(
    '/api/v1/apr/arbetsgivare/arenden/:id/kontrollunderlag',
    {
      schema: {
        ...TAGG,
        summary: 'Lämna underlag till efterkontroll',
        params: idSchema,
        body: z.object({
          omgang: z.string(),
          rader: z
            .array(
              z.object({
                radId: z.string(),
                handlingar: z.array(filId).default([]),
                insatsuppgift: z.string().default(''),
                innehall: z.array(z.string()).default([]),
              }),
            )
            .default([]),
          handlingar: z.array(filId).default([]),
          text: z.string().default(''),
        }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { omgang, rader, handlingar } = req.body
      const bruk = [
        ...rader.flatMap((r, i) => r.handlingar.map((id) => ({ id, falt: `rader.${i}.handlingar` }))),
        ...handlingar.map((id) => ({ id, falt: 'handlingar' })),
      ]
      const filer = await filhandlingar(
        t,
        f.session,
        bruk.map((x) => ({ ...x, typ: 'kontrollunderlag', rubrik: `Underlag till efterkontroll ${omgang}` })),
        'arbetsgivare',
        req.params.id,
      )
      return iEgetArende(t, f, req.params.id, { typ: 'lamnaKontrollunderlag', data: { underlag: req.body, handlingar: filer } }, { filer })
    },
  )
  registreraSkrivelser(app, t, 'arbetsgivare', TAGG)
}

/** What a firm writes in its own case: answers, comments on a coming decision, appeals, and that a letter has been read. */
export function registreraSkrivelser(app: App, t: Tjanster, roll: 'arbetsgivare' | 'anordnare', tagg: { tags: string[] }): void {
  const bas = `/api/v1/apr/${roll}/arenden/:id`

  app.post(
    `${bas}/yttrande`,
    {
      schema: {
        ...tagg,
        summary: 'Svara på det kommande beslutet',
        params: idSchema,
        body: z.object({
          kommuniceringId: z.string().optional(),
          text: fritext(20_000, 'Skriv vad ni vill säga.'),
          slutligt: z.boolean().default(true),
        }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, roll)
      const { dag } = t.klocka.nu()
      const { handling, dokument } = somHandling(t, 'yttrande', 'Yttrande över det kommande beslutet', roll, { ...req.body, dag })
      await iEgetArende(t, f, req.params.id, {
        typ: 'noteraYttrande',
        satt: 'skriftligt',
        dag,
        text: req.body.text,
        slutligt: req.body.slutligt,
        handlingId: handling.id,
        ...(req.body.kommuniceringId ? { kommuniceringId: req.body.kommuniceringId } : {}),
      })
      return iEgetArende(t, f, req.params.id, { typ: 'tillforHandling', handling }, { dokument: [dokument] })
    },
  )

  app.post(
    `${bas}/svar`,
    {
      schema: {
        ...tagg,
        summary: 'Svara på en fråga med text',
        params: idSchema,
        body: z.object({ begaranId: z.string(), text: fritext(20_000, 'Skriv svaret.') }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, roll)
      const fragan = (l: Lage) => {
        const b = l.begaran.find((x) => x.id === req.body.begaranId && x.till === roll)
        if (!b) throw indatafel('okandBegaran', 'Frågan finns inte i ert ärende.', [{ falt: 'begaranId', text: 'Läs om sidan.' }])
        return b
      }
      return iEgetArende(t, f, req.params.id, (l) => ({
        typ: 'besvaraBegaran',
        begaranId: req.body.begaranId,
        svar: fragan(l).fragor.map((x) => ({ frageId: x.frageId, text: req.body.text })),
      }))
    },
  )

  app.post(
    `${bas}/overklagande`,
    {
      schema: {
        ...tagg,
        summary: 'Skriv att ett beslut är fel',
        params: idSchema,
        body: z.object({ beslutId: z.string(), text: fritext(20_000, 'Skriv vad ni vill ska ändras och varför.') }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, roll)
      const { handling, dokument } = somHandling(t, 'overklagande', 'Överklagande', roll, req.body)
      return iEgetArende(
        t,
        f,
        req.params.id,
        { typ: 'overklaga', data: { ...req.body, inkom: t.klocka.nu().dag, handling } },
        { dokument: [dokument] },
      )
    },
  )

  app.post(
    `${bas}/brev/:utskickId/last`,
    {
      schema: {
        ...tagg,
        summary: 'Vi har fått del av brevet',
        params: idSchema.extend({ utskickId: z.string() }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) =>
      iEgetArende(t, await firman(t, req, roll), req.params.id, {
        typ: 'utskickMottaget',
        utskickId: req.params.utskickId,
        dag: t.klocka.nu().dag,
      }),
  )
}

import type { Arbetsgivaruppgift, Rad } from '@atergang/formaner'
import { KOLUMNNAMN, motfragor, type Import } from '@atergang/formaner/apr'
import { lasUtkast, somPerson, somSystemet, sparaUtkast, taBortUtkast } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll } from '../../auth/session.ts'
import { aretsStod, egnaArenden, firman, forArbetsgivaren, franForra, somFirma, type Firmaperson } from '../../tjanster/apr/arbetsgivare.ts'
import { filhandlingar, taEmotFil, type Filbruk } from '../../tjanster/apr/filer.ts'
import { forhandsvisa } from '../../tjanster/apr/forhandsvisning.ts'
import { taEmotAprAnsokan, type NyAnsokan } from '../../tjanster/apr/intag.ts'
import { lasBladet } from '../../tjanster/apr/kalkylblad.ts'
import { FILGRANS } from '../../tjanster/skanning.ts'
import { problemsvar } from '../scheman.ts'
import { ansokanInSchema, ansokanvySchema, arSchema, insatstypSchema, kvittoSchema, lista, radInSchema } from './scheman.ts'

const TAGG = { tags: ['APR arbetsgivare'] }
const UTKAST = 'aprAnsokan'
type AnsokanIn = z.output<typeof ansokanInSchema>
type RadIn = z.output<typeof radInSchema>

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

/** A row as it was sent, with an id when it has none. */
export const somRad = (r: RadIn): Rad => ({ ...r, radId: r.radId ?? randomUUID() }) as unknown as Rad
/** The invoices of the rows, among the files uploaded beforehand. */
export const fakturor = (rader: readonly RadIn[], falt: string): Filbruk[] =>
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

/** The application begun, and what it can begin from. */
function utkastrutter(app: App, t: Tjanster): void {
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
      return somPerson(t.db, f.session, async (q) => ({
        andrat: await sparaUtkast(q, f.s.anvandare, UTKAST, null, req.body.innehall, t.klocka.nu()),
      }))
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
}

/** Files and spreadsheets that the application is made of. */
function filrutter(app: App, t: Tjanster): void {
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
}

/** The application looked at beforehand, and sent. */
function inlamningsrutter(app: App, t: Tjanster): void {
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
}

/** How an employer fills in and sends an application. */
export function registreraAprAnsokan(app: App, t: Tjanster): void {
  utkastrutter(app, t)
  filrutter(app, t)
  inlamningsrutter(app, t)
}

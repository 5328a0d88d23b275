import { Domanfel, type Handling, type Kommando, type Lage } from '@atergang/arende'
import { ansokanSchema, forraAnsokan, las, minaSidorArende, minForebyggande } from '@atergang/formaner'
import {
  EjInloggad,
  lasArende,
  lasLagen,
  lasUtkast,
  personensArenden,
  somPerson,
  somSystemet,
  sparaUtkast,
  taBortUtkast,
} from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'
import { enhetFor } from '../tjanster/enheter.ts'
import { FORMAN } from '../tjanster/forebyggande.ts'
import { somJsonhandling, type Inkommen } from '../tjanster/jsonhandling.ts'
import { iEgetArende, medborgaren, svarSchema, type Medborgare, type Svar } from '../tjanster/medborgare.ts'
import { personMedId } from '../tjanster/personer.ts'
import { minForebyggandeSchema, rader } from './forebyggande/scheman.ts'
import { idSchema, problemsvar } from './scheman.ts'

const TAGG = { tags: ['Mina sidor'] }
const ANSOKNINGSUTKAST = 'ansokan'

/** A text from the person as a document of its own. */
const skriven = (t: Tjanster, typ: Handling['typ'], rubrik: string, innehall: unknown): Inkommen =>
  somJsonhandling({ typ, rubrik, fran: 'forsakrad', inkom: t.klocka.nu().dag, kanal: 'minaSidor' }, innehall)

/** The application as a command in the person's open case, or in a new one. */
async function taEmotAnsokan(t: Tjanster, m: Medborgare, kommando: Kommando, dokument: Inkommen['dokument']): Promise<Svar> {
  const nu = t.klocka.nu()
  const oppet = (await somPerson(t.db, m.session, (q) => personensArenden(q, m.personId))).find(
    (r) => r.forman === 'sjukpenning' && r.status !== 'avslutat',
  )
  const iArendet = async (arendeId: string): Promise<Svar> => {
    const { version } = await t.lager.kor({ arendeId, kommando, av: { system: m.aktor }, nu, dokument })
    return { arendeId, version }
  }
  if (oppet) return iArendet(oppet.id)
  const person = await personMedId(t, m.personId)
  if (!person) throw new EjInloggad()
  const nytt = await t.lager.inled({
    part: { slag: 'person', person },
    forman: 'sjukpenning',
    enhet: enhetFor(person.lan),
    nu,
    aktor: m.aktor,
    forsta: [kommando],
    dokument,
  })
  // A certificate can have opened the case since we looked: then nothing is written yet.
  return nytt.fanns ? iArendet(nytt.arendeId) : { arendeId: nytt.arendeId, version: nytt.version }
}

function oversiktsrutter(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/mina-sidor',
    {
      schema: {
        ...TAGG,
        summary: 'Mina ärenden, vad som händer och vad som väntas av mig',
        response: {
          200: z.object({
            namn: z.string(),
            idag: z.string(),
            arenden: z.array(z.record(z.string(), z.unknown())),
            forebyggande: rader(minForebyggandeSchema),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['forsakrad'])
      const { dag } = t.klocka.nu()
      if (!s.person_id) return { namn: s.namn, idag: dag, arenden: [], forebyggande: [] }
      const personId = s.person_id
      const rader = await somPerson(t.db, sessionen(req), (q) => personensArenden(q, personId))
      const lagen = await lasLagen(
        t.db,
        { session: sessionen(req) },
        rader.map((r) => r.id),
      )
      return {
        namn: s.namn,
        idag: dag,
        arenden: lagen.flatMap((l) => (l.arende.forman === 'sjukpenning' ? [{ ...minaSidorArende(l, dag) }] : [])),
        forebyggande: lagen.flatMap((l) => (l.arende.forman === FORMAN ? [minForebyggande(l, dag)] : [])),
      }
    },
  )

  app.get(
    '/api/v1/mina-sidor/atkomst',
    {
      schema: {
        ...TAGG,
        summary: 'Vem har sett mina uppgifter',
        response: {
          200: z.object({ rader: z.array(z.object({ tid: z.string(), namn: z.string(), roll: z.string(), vad: z.string() })) }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const { s, personId } = await medborgaren(t, req)
      // A look at a document is logged on the case; such rows the person cannot read by row security, though they are about the person.
      return somSystemet(t.db, async (q) => ({
        rader: await q
          .selectFrom('app.atkomst')
          .select(['tid', 'namn', 'roll', 'vad'])
          .where('anvandare', '<>', s.anvandare)
          .where((e) =>
            e.or([
              e('person_id', '=', personId),
              e('personnummer', '=', e.selectFrom('app.person as p').select('p.personnummer').where('p.id', '=', personId)),
              e('arende_id', 'in', e.selectFrom('app.arende as a').select('a.id').where('a.person_id', '=', personId)),
            ]),
          )
          .orderBy('tid', 'desc')
          .limit(200)
          .execute(),
      }))
    },
  )
}

/** The application for sickness benefit: what is begun, and what is sent. */
function ansokansrutter(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/mina-sidor/ansokan',
    {
      schema: {
        ...TAGG,
        summary: 'Påbörjad ansökan och det vi redan vet',
        response: {
          200: z.object({
            utkast: z.unknown().nullable(),
            andrat: z.string().nullable(),
            forra: z.unknown().nullable(),
            forslag: z.array(z.unknown()),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['forsakrad'])
      const { dag } = t.klocka.nu()
      const { utkast, rader } = await somPerson(t.db, sessionen(req), async (q) => ({
        utkast: (await lasUtkast(q, s.anvandare, { nyckel: ANSOKNINGSUTKAST }))[0],
        rader: s.person_id ? await personensArenden(q, s.person_id) : [],
      }))
      const oppet = rader.find((r) => r.forman === 'sjukpenning' && r.status !== 'avslutat')
      const helt = oppet ? await lasArende(t.db, { session: sessionen(req) }, oppet.id) : null
      return {
        utkast: utkast?.innehall ?? null,
        andrat: utkast?.andrat ?? null,
        forra: helt ? forraAnsokan(helt.lage) : null,
        forslag: helt ? [...minaSidorArende(helt.lage, dag).forslagAnsokan] : [],
      }
    },
  )

  app.put(
    '/api/v1/mina-sidor/ansokan',
    {
      schema: {
        ...TAGG,
        summary: 'Spara påbörjad ansökan',
        body: z.object({ innehall: z.unknown() }),
        response: { 200: z.object({ andrat: z.string() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['forsakrad'])
      return somPerson(t.db, sessionen(req), async (q) => ({
        andrat: await sparaUtkast(q, s.anvandare, ANSOKNINGSUTKAST, null, req.body.innehall, t.klocka.nu()),
      }))
    },
  )

  app.post(
    '/api/v1/mina-sidor/ansokan',
    {
      schema: {
        ...TAGG,
        summary: 'Skriv under och skicka ansökan',
        body: z.record(z.string(), z.unknown()),
        response: { 201: svarSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const m = await medborgaren(t, req)
      const nu = t.klocka.nu()
      const varde = las(ansokanSchema, { ...req.body, inkom: nu.dag, underskrift: { tid: nu.tid, metod: 'e-legitimation' } })
      if (!varde.hederOchSamvete)
        throw new Domanfel('indata', 'hederOchSamvete', 'Bekräfta på heder och samvete att uppgifterna är riktiga innan du skickar.', [
          { falt: 'hederOchSamvete', text: 'Kryssa i rutan för att kunna skicka.' },
        ])
      const { handling, dokument } = skriven(t, 'ansokan', 'Ansökan om sjukpenning', varde)
      const resultat = await taEmotAnsokan(t, m, { typ: 'taEmotAnsokan', data: { handling, varde } }, dokument)
      await somPerson(t.db, m.session, (q) => taBortUtkast(q, m.s.anvandare, ANSOKNINGSUTKAST))
      return svar.status(201).send(resultat)
    },
  )
}

/** What the person writes in the case, each kept as a document. */
function skrivelserutter(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/mina-sidor/arenden/:id/yttrande',
    {
      schema: {
        ...TAGG,
        summary: 'Svara på det kommande beslutet',
        params: idSchema,
        body: z.object({ text: z.string().trim().min(1, 'Skriv vad du vill säga.').max(20_000), slutligt: z.boolean().default(false) }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const { text, slutligt } = req.body
      const { dag } = t.klocka.nu()
      const { handling, dokument } = skriven(t, 'yttrande', 'Yttrande över det kommande beslutet', { text, slutligt, dag })
      return iEgetArende(
        t,
        await medborgaren(t, req),
        req.params.id,
        { typ: 'noteraYttrande', satt: 'skriftligt', dag, text, slutligt, handling },
        dokument,
      )
    },
  )

  app.post(
    '/api/v1/mina-sidor/arenden/:id/omprovning',
    {
      schema: {
        ...TAGG,
        summary: 'Begär omprövning',
        params: idSchema,
        body: z.object({ beslutId: z.string(), text: z.string().trim().min(1, 'Skriv vad du vill ska ändras och varför.').max(20_000) }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const { handling, dokument } = skriven(t, 'omprovningsbegaran', 'Begäran om omprövning', req.body)
      return iEgetArende(
        t,
        await medborgaren(t, req),
        req.params.id,
        { typ: 'begarOmprovning', data: { beslutId: req.body.beslutId, inkom: t.klocka.nu().dag, text: req.body.text, handling } },
        dokument,
      )
    },
  )

  app.post(
    '/api/v1/mina-sidor/arenden/:id/overklagande',
    {
      schema: {
        ...TAGG,
        summary: 'Överklaga ett beslut',
        params: idSchema,
        body: z.object({ beslutId: z.string(), text: z.string().trim().min(1, 'Skriv vad du vill ska ändras och varför.').max(20_000) }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const { handling, dokument } = skriven(t, 'overklagande', 'Överklagande', req.body)
      return iEgetArende(
        t,
        await medborgaren(t, req),
        req.params.id,
        { typ: 'overklaga', data: { beslutId: req.body.beslutId, inkom: t.klocka.nu().dag, text: req.body.text, handling } },
        dokument,
      )
    },
  )
}

/** What the person tells, answers and confirms. */
function uppgiftsrutter(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/mina-sidor/arenden/:id/andring',
    {
      schema: {
        ...TAGG,
        summary: 'Anmäl ändrade förhållanden',
        params: idSchema,
        body: z.object({ amne: z.string(), text: z.string(), kannedom: z.string() }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) =>
      iEgetArende(t, await medborgaren(t, req), req.params.id, {
        typ: 'registreraFaktum',
        namn: 'andradUppgift',
        varde: req.body,
        kalla: { typ: 'forsakrad', text: 'Anmälan på Mina sidor', datum: t.klocka.nu().dag },
      }),
  )

  app.post(
    '/api/v1/mina-sidor/arenden/:id/anpassning',
    {
      schema: {
        ...TAGG,
        summary: 'Tolk, format, ombud',
        params: idSchema,
        body: z.object({ sprak: z.string().optional(), tolk: z.boolean(), format: z.string().max(500), ombud: z.string().optional() }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) =>
      iEgetArende(t, await medborgaren(t, req), req.params.id, {
        typ: 'registreraFaktum',
        namn: 'anpassning',
        varde: req.body,
        kalla: { typ: 'forsakrad', text: 'Uppgift på Mina sidor', datum: t.klocka.nu().dag },
      }),
  )

  app.post(
    '/api/v1/mina-sidor/arenden/:id/svar',
    {
      schema: {
        ...TAGG,
        summary: 'Svara på en fråga från handläggaren',
        params: idSchema,
        body: z.object({ begaranId: z.string(), text: z.string().trim().min(1, 'Skriv ditt svar.').max(20_000) }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const fragan = (l: Lage) => {
        const b = l.begaran.find((x) => x.id === req.body.begaranId && x.till === 'forsakrad')
        if (!b) throw new Domanfel('saknas', 'okandBegaran', 'Frågan finns inte i ditt ärende.')
        return b
      }
      return iEgetArende(t, await medborgaren(t, req), req.params.id, (l) => ({
        typ: 'besvaraBegaran',
        begaranId: req.body.begaranId,
        svar: fragan(l).fragor.map((f) => ({ frageId: f.frageId, text: req.body.text })),
      }))
    },
  )

  app.post(
    '/api/v1/mina-sidor/arenden/:id/brev/:utskickId/last',
    {
      schema: {
        ...TAGG,
        summary: 'Jag har fått del av brevet',
        params: idSchema.extend({ utskickId: z.string() }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) =>
      iEgetArende(t, await medborgaren(t, req), req.params.id, {
        typ: 'utskickMottaget',
        utskickId: req.params.utskickId,
        dag: t.klocka.nu().dag,
      }),
  )
}

export function registreraMinaSidor(app: App, t: Tjanster): void {
  oversiktsrutter(app, t)
  ansokansrutter(app, t)
  skrivelserutter(app, t)
  uppgiftsrutter(app, t)
}

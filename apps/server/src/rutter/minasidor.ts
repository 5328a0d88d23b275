import { Domanfel, type Aktor, type Handling, type Kommando } from '@atergang/arende'
import { ansokanSchema, forraAnsokan, las, minaSidorArende, minForebyggande } from '@atergang/formaner'
import {
  aktorAv,
  EjInloggad,
  lasArende,
  lasUtkast,
  personensArenden,
  sha256,
  somPerson,
  somSystemet,
  sparaUtkast,
  taBortUtkast,
  type Sessionsrad,
} from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'
import { enhetFor } from '../tjanster/enheter.ts'
import { FORMAN } from '../tjanster/forebyggande.ts'
import { minForebyggandeSchema, rader } from './forebyggande/scheman.ts'
import { idSchema, problemsvar } from './scheman.ts'

const TAGG = { tags: ['Mina sidor'] }
const ANSOKNINGSUTKAST = 'ansokan'
const svarSchema = z.object({ arendeId: z.string(), version: z.number() })

const medborgaren = async (t: Tjanster, req: FastifyRequest): Promise<{ s: Sessionsrad; personId: string; aktor: Aktor }> => {
  const s = await medRoll(t.db, req, ['forsakrad'])
  if (!s.person_id)
    throw new Domanfel(
      'saknas',
      'personSaknas',
      'Vi har inga uppgifter om dig än. De kommer när ditt första läkarintyg eller din första ansökan tas emot.',
    )
  return { s, personId: s.person_id, aktor: aktorAv(s) }
}

/** Commands of the insured go the system's way, after it is tried that the case is the person's own. */
async function iEgetArende(
  t: Tjanster,
  req: FastifyRequest,
  arendeId: string,
  kommando: Kommando,
  dokument: { id: string; medietyp: string; innehall: Uint8Array }[] = [],
): Promise<z.infer<typeof svarSchema>> {
  const { aktor } = await medborgaren(t, req)
  const eget = await lasArende(t.db, { session: sessionen(req) }, arendeId)
  if (!eget) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte bland dina ärenden.')
  const svar = await t.lager.kor({ arendeId, av: { system: aktor }, nu: t.klocka.nu(), kommando, dokument })
  return { arendeId, version: svar.version }
}

/** A text from the person as a document of its own, byte for byte what was sent. */
function somHandling(
  typ: Handling['typ'],
  rubrik: string,
  innehall: unknown,
  t: Tjanster,
): { handling: Handling; dokument: { id: string; medietyp: string; innehall: Uint8Array } } {
  const bytes = new TextEncoder().encode(JSON.stringify(innehall, null, 2))
  const id = randomUUID()
  return {
    handling: {
      id,
      typ,
      rubrik,
      fran: 'forsakrad',
      inkom: t.klocka.nu().dag,
      medietyp: 'application/json',
      sha256: sha256(bytes),
      storlek: bytes.byteLength,
      kanal: 'minaSidor',
    },
    dokument: { id, medietyp: 'application/json', innehall: bytes },
  }
}

export function registreraMinaSidor(app: App, t: Tjanster): void {
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
      const hela = await Promise.all(rader.map((r) => lasArende(t.db, { session: sessionen(req) }, r.id)))
      return {
        namn: s.namn,
        idag: dag,
        arenden: hela.flatMap((h) => (h?.lage.arende.forman === 'sjukpenning' ? [{ ...minaSidorArende(h.lage, dag) }] : [])),
        forebyggande: hela.flatMap((h) => (h?.lage.arende.forman === FORMAN ? [minForebyggande(h.lage, dag)] : [])),
      }
    },
  )

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
        andrat: await sparaUtkast(q, s.anvandare, ANSOKNINGSUTKAST, null, req.body.innehall),
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
      const { s, personId, aktor } = await medborgaren(t, req)
      const nu = t.klocka.nu()
      const varde = las(ansokanSchema, { ...req.body, inkom: nu.dag, underskrift: { tid: nu.tid, metod: 'e-legitimation' } })
      if (!varde.hederOchSamvete)
        throw new Domanfel('indata', 'hederOchSamvete', 'Bekräfta på heder och samvete att uppgifterna är riktiga innan du skickar.', [
          { falt: 'hederOchSamvete', text: 'Kryssa i rutan för att kunna skicka.' },
        ])
      const { handling, dokument } = somHandling('ansokan', 'Ansökan om sjukpenning', varde, t)
      const kommando: Kommando = { typ: 'taEmotAnsokan', data: { handling, varde } }
      const oppet = (await somPerson(t.db, sessionen(req), (q) => personensArenden(q, personId))).find(
        (r) => r.forman === 'sjukpenning' && r.status !== 'avslutat',
      )
      const arendeId = oppet?.id ?? null
      const resultat = arendeId
        ? await t.lager.kor({ arendeId, kommando, av: { system: aktor }, nu, dokument: [dokument] })
        : await nyttArende(t, personId, kommando, dokument, aktor)
      await somPerson(t.db, sessionen(req), (q) => taBortUtkast(q, s.anvandare, ANSOKNINGSUTKAST))
      return svar.status(201).send({ arendeId: resultat.arendeId, version: resultat.version })
    },
  )

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
      const { handling, dokument } = somHandling(
        'yttrande',
        'Yttrande över det kommande beslutet',
        { text: req.body.text, slutligt: req.body.slutligt, dag: t.klocka.nu().dag },
        t,
      )
      await iEgetArende(t, req, req.params.id, {
        typ: 'noteraYttrande',
        satt: 'skriftligt',
        dag: t.klocka.nu().dag,
        text: req.body.text,
        slutligt: req.body.slutligt,
        handlingId: handling.id,
      })
      return iEgetArende(t, req, req.params.id, { typ: 'tillforHandling', handling }, [dokument])
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
    (req) => {
      const { handling, dokument } = somHandling('omprovningsbegaran', 'Begäran om omprövning', req.body, t)
      return iEgetArende(
        t,
        req,
        req.params.id,
        { typ: 'begarOmprovning', data: { beslutId: req.body.beslutId, inkom: t.klocka.nu().dag, text: req.body.text, handling } },
        [dokument],
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
    (req) => {
      const { handling, dokument } = somHandling('overklagande', 'Överklagande', req.body, t)
      return iEgetArende(
        t,
        req,
        req.params.id,
        { typ: 'overklaga', data: { beslutId: req.body.beslutId, inkom: t.klocka.nu().dag, text: req.body.text, handling } },
        [dokument],
      )
    },
  )

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
    (req) =>
      iEgetArende(t, req, req.params.id, {
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
    (req) =>
      iEgetArende(t, req, req.params.id, {
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
      const helt = await lasArende(t.db, { session: sessionen(req) }, req.params.id)
      const b = helt?.lage.begaran.find((x) => x.id === req.body.begaranId && x.till === 'forsakrad')
      if (!b) throw new Domanfel('saknas', 'okandBegaran', 'Frågan finns inte i ditt ärende.')
      return iEgetArende(t, req, req.params.id, {
        typ: 'besvaraBegaran',
        begaranId: b.id,
        svar: b.fragor.map((f) => ({ frageId: f.frageId, text: req.body.text })),
      })
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
    (req) => iEgetArende(t, req, req.params.id, { typ: 'utskickMottaget', utskickId: req.params.utskickId, dag: t.klocka.nu().dag }),
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

async function nyttArende(
  t: Tjanster,
  personId: string,
  kommando: Kommando,
  dokument: { id: string; medietyp: string; innehall: Uint8Array },
  aktor: Aktor,
) {
  const p = await somSystemet(t.db, (q) => q.selectFrom('app.person').selectAll().where('id', '=', personId).executeTakeFirst())
  if (!p) throw new EjInloggad()
  const person = {
    id: p.id,
    personnummer: p.personnummer,
    fornamn: p.fornamn,
    efternamn: p.efternamn,
    fodd: p.fodd,
    adress: p.adress,
    lan: p.lan,
    skyddad: p.skyddad,
  }
  return t.lager.inled({
    part: { slag: 'person', person },
    forman: 'sjukpenning',
    enhet: enhetFor(p.lan),
    nu: t.klocka.nu(),
    aktor,
    forsta: [kommando],
    dokument: [dokument],
  })
}

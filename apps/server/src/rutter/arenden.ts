import { Domanfel, UTAN_PART, type Brevinnehall, type Kommando, type Roll } from '@atergang/arende'
import { klarsprak } from '@atergang/brev'
import { arendevy, brevForForslag } from '@atergang/formaner'
import {
  aktorAv,
  enhetensArenden,
  EjInloggad,
  lasArende,
  lasUtkast,
  loggaAtkomst,
  loggaLista,
  loggaTraffar,
  minaArenden,
  minaKonsultationer,
  noteraSedd,
  oppnaArende,
  provaJournal,
  sokArenden,
  somPerson,
  sparaBrev,
  sparaUtkast,
  sparaVy,
  taBortUtkast,
  valjNasta,
  type Listrad,
  type Visad,
} from '@atergang/lager'
import { sql } from 'kysely'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { inloggad, sessionen } from '../auth/session.ts'
import { arendevySchema } from './arendevy.ts'
import { listradSchema } from './listrad.ts'
import { idSchema, kommandoSchema, kommandosvarSchema, problemsvar } from './scheman.ts'

const packa = promisify(gzip)
/** The insured, employers and health care have routes of their own; the case as officers have it is for officers alone. */
const HANDLAGGANDE: readonly Roll[] = ['handlaggare', 'specialist', 'fmr', 'enhetschef']
const TAGG = { tags: ['Ärenden'] }

const kravHandlaggande = (roll: Roll): void => {
  if (!HANDLAGGANDE.includes(roll)) throw new Domanfel('behorighet', 'ejBehorig', 'Din roll har inte tillgång till ärenden.')
}

/** Who asks, and for whom the way in is: the store turns others away in the same round trip. */
const handlaggandes = (req: FastifyRequest, arendeId: string) => ({ arendeId, av: { session: sessionen(req) }, roller: HANDLAGGANDE })

/** The same question is put in many cases: the key of a draft names its case. */
const utkastnyckel = (arendeId: string, nyckel: string): string => `${arendeId}/${nyckel}`

const somVisad = (r: Listrad): Visad => ({ arendeId: r.id, personId: r.personId })
/** The list needs no id of the person: only the log does. */
const utanPersonId = ({ personId: _, ...r }: Listrad): Omit<Listrad, 'personId'> => r

const huvuden = z.object({
  'if-match': z
    .string()
    .regex(/^"?\d+"?$/, 'If-Match ska vara ärendets version.')
    .optional(),
  'idempotency-key': z.string().min(8).max(100).optional(),
})
const versionen = (h: { 'if-match'?: string | undefined }): number | undefined =>
  h['if-match'] ? Number(h['if-match'].replaceAll('"', '')) : undefined

export function registreraArenden(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/arenden',
    {
      schema: {
        ...TAGG,
        summary: 'Listor: mina och enhetens',
        querystring: z.object({
          lista: z.enum(['mina', 'enheten']).default('mina'),
          bara: z.enum(['ledigaAttGora', 'tilldelade']).optional(),
          fran: z.coerce.number().int().min(0).default(0),
          antal: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ idag: z.string(), rader: z.array(listradSchema), antal: z.number() }), ...problemsvar },
      },
    },
    (req) =>
      somPerson(t.db, sessionen(req), async (q, s) => {
        kravHandlaggande(s.roll)
        const { lista, bara, fran, antal } = req.query
        const idag = t.klocka.nu().dag
        const hittat =
          lista === 'mina'
            ? await minaArenden(q, s).then((rader) => ({ rader, antal: rader.length }))
            : await enhetensArenden(q, s, { roll: s.roll === 'enhetschef' ? 'handlaggare' : s.roll, fran, antal, bara })
        await loggaLista(q, s, lista, idag, hittat.rader.map(somVisad))
        return { idag, antal: hittat.antal, rader: hittat.rader.map(utanPersonId) }
      }),
  )

  app.get(
    '/api/v1/arenden/klara',
    {
      schema: {
        ...TAGG,
        summary: 'Det jag gjort klart i dag',
        response: {
          200: z.object({
            idag: z.string(),
            rader: z.array(z.object({ id: z.string(), nummer: z.string(), namn: z.string(), kod: z.string(), tid: z.string() })),
          }),
          ...problemsvar,
        },
      },
    },
    (req) =>
      somPerson(t.db, sessionen(req), async (q, s) => {
        kravHandlaggande(s.roll)
        const idag = t.klocka.nu().dag
        // Only cases touched lately are looked into, so that the journal is not read from end to end.
        const { rows } = await sql<{ id: string; person_id: string | null; nummer: string; namn: string; kod: string; tid: string }>`
        select a.id, a.person_id, a.nummer, coalesce(p.fornamn || ' ' || p.efternamn, g.namn, ${UTAN_PART}) as namn, h.data #>> '{svar,kod}' as kod, h.tid::text as tid
          from app.arende a left join app.person p on p.id = a.person_id left join app.arbetsgivare g on g.orgnr = a.orgnr
          join app.handelse h on h.arende_id = a.id and h.dag = ${idag} and h.aktor ->> 'id' = ${s.anvandare} and h.data ->> 'typ' = 'fragaBesvarad'
         where (${s.enhet} = '' or a.enhet = ${s.enhet}) and a.andrat > clock_timestamp() - interval '36 hours' order by h.tid desc`.execute(
          q,
        )
        await loggaLista(
          q,
          s,
          'klara',
          idag,
          rows.map((r) => ({ arendeId: r.id, personId: r.person_id })),
        )
        return { idag, rader: rows.map(({ person_id: _, ...r }) => r) }
      }),
  )

  app.get(
    '/api/v1/konsultationer',
    {
      schema: {
        ...TAGG,
        summary: 'Frågor till rådgivare som jag har besvarat, utan personens namn',
        response: {
          200: z.object({
            rader: z.array(z.object({ nummer: z.string(), fragad: z.string(), besvarad: z.string(), fraga: z.string(), svar: z.string() })),
          }),
          ...problemsvar,
        },
      },
    },
    (req) =>
      somPerson(t.db, sessionen(req), async (q, s) => {
        if (s.roll !== 'fmr') throw new Domanfel('behorighet', 'ejBehorig', 'Listan är för försäkringsmedicinska rådgivare.')
        const rader = await minaKonsultationer(q)
        await loggaLista(q, s, 'konsultationer', t.klocka.nu().dag, rader)
        return { rader: rader.map(({ nummer, fragad, besvarad, fraga, svar }) => ({ nummer, fragad, besvarad, fraga, svar })) }
      }),
  )

  app.post(
    '/api/v1/arenden/nasta',
    {
      schema: { ...TAGG, summary: 'Hämta nästa ärende', response: { 200: z.object({ arendeId: z.string().nullable() }), ...problemsvar } },
    },
    async (req) => {
      const s = await inloggad(t.db, req)
      kravHandlaggande(s.roll)
      return { arendeId: await valjNasta(t.db, t.lager, sessionen(req), t.klocka.nu()) }
    },
  )

  app.post(
    '/api/v1/arenden/sok',
    {
      schema: {
        ...TAGG,
        summary: 'Sök på personnummer, namn eller ärendenummer',
        body: z.object({ text: z.string().trim().min(2, 'Skriv minst två tecken.').max(100) }),
        response: { 200: z.object({ idag: z.string(), rader: z.array(listradSchema) }), ...problemsvar },
      },
    },
    (req) =>
      somPerson(t.db, sessionen(req), async (q, s) => {
        kravHandlaggande(s.roll)
        const rader = await sokArenden(q, s, req.body.text)
        await loggaTraffar(q, s, 'sökning, träff i listan', rader.map(somVisad))
        return { idag: t.klocka.nu().dag, rader: rader.map(utanPersonId) }
      }),
  )

  app.get(
    '/api/v1/arenden/:id',
    {
      schema: { ...TAGG, summary: 'Ärendet, så som sidan visar det', params: idSchema, response: { 200: arendevySchema, ...problemsvar } },
      serializerCompiler: () => (d) => d as string,
    },
    async (req, svar) => {
      const session = sessionen(req)
      const o = await oppnaArende(t.db, {
        session,
        arendeId: req.params.id,
        dag: t.klocka.nu().dag,
        vad: 'öppnade ärendet',
        roller: HANDLAGGANDE,
      })
      if (!o) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')
      const packad = o.innehall ?? (await byggVy(t, session, req.params.id))
      void svar
        .header('etag', `"${o.version}"`)
        .header('cache-control', 'no-store')
        .header('vary', 'accept-encoding')
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-encoding', 'gzip')
      return svar.send(packad as never)
    },
  )

  app.get(
    '/api/v1/arenden/:id/mitt',
    {
      schema: {
        ...TAGG,
        summary: 'Mina utkast i ärendet och vad jag sett förut',
        params: idSchema,
        querystring: z.object({ version: z.coerce.number().int() }),
        response: {
          200: z.object({
            utkast: z.record(z.string(), z.object({ innehall: z.unknown(), andrat: z.string() })),
            sedd: z.object({ version: z.number(), tid: z.string() }).nullable(),
          }),
          ...problemsvar,
        },
      },
    },
    (req) =>
      somPerson(t.db, sessionen(req), async (q, s) => {
        // The insured has drafts of her own here: an answer to the coming decision half written.
        if (s.roll !== 'forsakrad') kravHandlaggande(s.roll)
        const utkast = await lasUtkast(q, s.anvandare, { arendeId: req.params.id })
        const sedd = await noteraSedd(q, s.anvandare, req.params.id, req.query.version)
        return {
          utkast: Object.fromEntries(
            utkast.map((u) => [u.nyckel.slice(utkastnyckel(req.params.id, '').length), { innehall: u.innehall, andrat: u.andrat }]),
          ),
          sedd,
        }
      }),
  )

  app.put(
    '/api/v1/arenden/:id/utkast/:nyckel',
    {
      schema: {
        ...TAGG,
        summary: 'Spara utkast',
        params: idSchema.extend({ nyckel: z.string().max(300) }),
        body: z.object({ innehall: z.unknown() }),
        response: { 200: z.object({ andrat: z.string() }), ...problemsvar },
      },
    },
    (req) =>
      somPerson(t.db, sessionen(req), async (q, s) => ({
        andrat: await sparaUtkast(q, s.anvandare, utkastnyckel(req.params.id, req.params.nyckel), req.params.id, req.body.innehall),
      })),
  )

  app.delete(
    '/api/v1/arenden/:id/utkast/:nyckel',
    {
      schema: {
        ...TAGG,
        summary: 'Kasta utkast',
        params: idSchema.extend({ nyckel: z.string().max(300) }),
        response: { 204: z.null(), ...problemsvar },
      },
    },
    async (req, svar) => {
      await somPerson(t.db, sessionen(req), (q, s) => taBortUtkast(q, s.anvandare, utkastnyckel(req.params.id, req.params.nyckel)))
      return svar.status(204).send(null)
    },
  )

  app.post(
    '/api/v1/arenden/:id/kommandon',
    {
      schema: {
        ...TAGG,
        summary: 'Gör något i ärendet',
        params: idSchema,
        headers: huvuden,
        body: kommandoSchema,
        response: { 200: kommandosvarSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const k = await t.lager.kor({
        ...handlaggandes(req, req.params.id),
        kommando: req.body as Kommando,
        nu: t.klocka.nu(),
        version: versionen(req.headers),
        idempotens: req.headers['idempotency-key'],
      })
      void svar.header('etag', `"${k.version}"`)
      return { ...k, handelser: [...k.handelser] }
    },
  )

  app.post(
    '/api/v1/arenden/:id/provkorning',
    {
      schema: {
        ...TAGG,
        summary: 'Vad skulle hända? Inget sparas',
        params: idSchema,
        body: kommandoSchema,
        response: { 200: z.record(z.string(), z.unknown()), ...problemsvar },
      },
    },
    async (req) => ({
      ...(await t.lager.provkor({ ...handlaggandes(req, req.params.id), kommando: req.body as Kommando, nu: t.klocka.nu() })),
    }),
  )

  app.post(
    '/api/v1/arenden/:id/brev',
    {
      schema: {
        ...TAGG,
        summary: 'Förhandsgranska brevet som kommandot sänder',
        params: idSchema,
        body: kommandoSchema,
        response: {
          200: z.object({ brevId: z.string(), sidor: z.number(), klarsprak: z.unknown(), rubrik: z.string(), mottagare: z.string() }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const av = { session: sessionen(req) }
      const b = await t.lager.brevFor({ ...handlaggandes(req, req.params.id), kommando: req.body as Kommando, nu: t.klocka.nu() })
      const innehall = b?.innehall ?? (await forslagetsBrev(t, req, req.params.id, req.body as Kommando))
      if (!innehall) throw new Domanfel('indata', 'ingetBrev', 'Det här sänder inget brev.')
      const { pdf, sha256, sidor } = await t.brev.skriv(innehall)
      const brevId = await sparaBrev(t.db, { arendeId: req.params.id, av, innehall, pdf, pdfSha256: sha256 })
      return { brevId, sidor, klarsprak: klarsprak(innehall), rubrik: innehall.rubrik, mottagare: innehall.mottagare.namn }
    },
  )

  app.get(
    '/api/v1/arenden/:id/journal',
    {
      schema: {
        ...TAGG,
        summary: 'Hela journalen, med prövad kedja',
        params: idSchema,
        response: {
          200: z.object({ kedjan: z.object({ hel: z.boolean(), fel: z.unknown().nullable() }), handelser: z.array(z.unknown()) }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await inloggad(t.db, req)
      kravHandlaggande(s.roll)
      const av = { session: sessionen(req) }
      const helt = await lasArende(t.db, av, req.params.id)
      if (!helt) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')
      await somPerson(t.db, av.session, (q) =>
        loggaAtkomst(
          q,
          s,
          'läste journalen',
          helt.lage.arende.part.slag === 'person' ? helt.lage.arende.part.person.id : null,
          req.params.id,
        ),
      )
      const fel = await provaJournal(t.db, av, req.params.id)
      return { kedjan: { hel: fel === null, fel }, handelser: [...helt.journal] }
    },
  )
}

/** The page of the day, worked out from the journal, packed and kept for the next reader. */
async function byggVy(t: Tjanster, session: Buffer, arendeId: string): Promise<Buffer> {
  const helt = await lasArende(t.db, { session }, arendeId)
  if (!helt) throw new EjInloggad()
  const { dag } = t.klocka.nu()
  const { vy } = arendevy(helt.lage, helt.journal, dag)
  const packad = await packa(JSON.stringify(vy))
  await sparaVy(t.db, session, arendeId, vy.version, dag, packad)
  return packad
}

/** A proposal sends nothing itself; the officer may still read the letter it will lead to. */
async function forslagetsBrev(t: Tjanster, req: FastifyRequest, arendeId: string, kommando: Kommando): Promise<Brevinnehall | null> {
  if (kommando.typ !== 'svara' || !('svar' in kommando)) return null
  const helt = await lasArende(t.db, { session: sessionen(req) }, arendeId)
  return helt
    ? brevForForslag(helt.lage, {
        nyckel: kommando.nyckel,
        svar: kommando.svar,
        dag: t.klocka.nu().dag,
        av: aktorAv(await inloggad(t.db, req)),
      })
    : null
}

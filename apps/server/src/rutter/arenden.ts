import { Domanfel, type Brevinnehall, type Kommando, type Roll } from '@atergang/arende'
import { klarsprak } from '@atergang/brev'
import { arendevy, brevForForslag } from '@atergang/formaner'
import {
  aktorAv,
  EjInloggad,
  lasArende,
  lasUtkast,
  loggaAtkomst,
  noteraSedd,
  oppnaArende,
  provaJournal,
  somPerson,
  sparaBrev,
  sparaUtkast,
  sparaVy,
  taBortUtkast,
} from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { HANDLAGGANDE, inloggad, kravHandlaggande, sessionen } from '../auth/session.ts'
import { registreraArendelistor } from './arendelistor.ts'
import { arendevySchema } from './arendevy.ts'
import { idSchema, kommandoSchema, kommandosvarSchema, problemsvar } from './scheman.ts'

const packa = promisify(gzip)
const TAGG = { tags: ['Ärenden'] }

const finnsInte = () => new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')

/** Who asks, and for whom the way in is: the store turns others away in the same round trip. */
const handlaggandes = (req: FastifyRequest, arendeId: string) => ({ arendeId, av: { session: sessionen(req) }, roller: HANDLAGGANDE })

/** The same question is put in many cases: the key of a draft names its case. */
const utkastnyckel = (arendeId: string, nyckel: string): string => `${arendeId}/${nyckel}`

/** The insured has drafts of her own in her case: an answer to the coming decision half written. */
const kravUtkast = (roll: Roll): void => {
  if (roll !== 'forsakrad') kravHandlaggande(roll)
}

const logga = (t: Tjanster, req: FastifyRequest<{ Params: { id: string } }>, vad: string): Promise<void> =>
  somPerson(t.db, sessionen(req), (q, s) => loggaAtkomst(q, s, vad, null, req.params.id))

const huvuden = z.object({
  'if-match': z
    .string()
    .regex(/^"?\d+"?$/, 'If-Match ska vara ärendets version.')
    .optional(),
  'idempotency-key': z.string().min(8).max(100).optional(),
})
const versionen = (h: { 'if-match'?: string | undefined }): number | undefined =>
  h['if-match'] ? Number(h['if-match'].replaceAll('"', '')) : undefined

/** The case and its journal. */
function lasrutter(app: App, t: Tjanster): void {
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
      if (!o) throw finnsInte()
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
      kravHandlaggande((await inloggad(t.db, req)).roll)
      const av = { session: sessionen(req) }
      const helt = await lasArende(t.db, av, req.params.id)
      if (!helt) throw finnsInte()
      await logga(t, req, 'läste journalen')
      const fel = await provaJournal(t.db, av, req.params.id)
      return { kedjan: { hel: fel === null, fel }, handelser: [...helt.journal] }
    },
  )
}

/** Drafts in a case, each one's own. */
function utkastrutter(app: App, t: Tjanster): void {
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
        kravUtkast(s.roll)
        const utkast = await lasUtkast(q, s.anvandare, { arendeId: req.params.id })
        const sedd = await noteraSedd(q, s.anvandare, req.params.id, req.query.version, t.klocka.nu())
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
      somPerson(t.db, sessionen(req), async (q, s) => {
        kravUtkast(s.roll)
        if (!(await q.selectFrom('app.arende').select('id').where('id', '=', req.params.id).executeTakeFirst())) throw finnsInte()
        return {
          andrat: await sparaUtkast(
            q,
            s.anvandare,
            utkastnyckel(req.params.id, req.params.nyckel),
            req.params.id,
            req.body.innehall,
            t.klocka.nu(),
          ),
        }
      }),
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
      await somPerson(t.db, sessionen(req), (q, s) => {
        kravUtkast(s.roll)
        return taBortUtkast(q, s.anvandare, utkastnyckel(req.params.id, req.params.nyckel))
      })
      return svar.status(204).send(null)
    },
  )
}

/** What is done in a case, what it would lead to, and the letter it would send. */
function kommandorutter(app: App, t: Tjanster): void {
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
    async (req) => {
      const foljd = await t.lager.provkor({ ...handlaggandes(req, req.params.id), kommando: req.body as Kommando, nu: t.klocka.nu() })
      await logga(t, req, 'såg vad något skulle leda till')
      return { ...foljd }
    },
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
      await logga(t, req, 'förhandsgranskade ett brev')
      const { pdf, sha256, sidor } = await t.brev.skriv(innehall)
      const brevId = await sparaBrev(t.db, { arendeId: req.params.id, av, innehall, pdf, pdfSha256: sha256 })
      return { brevId, sidor, klarsprak: klarsprak(innehall), rubrik: innehall.rubrik, mottagare: innehall.mottagare.namn }
    },
  )
}

export function registreraArenden(app: App, t: Tjanster): void {
  registreraArendelistor(app, t)
  lasrutter(app, t)
  utkastrutter(app, t)
  kommandorutter(app, t)
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

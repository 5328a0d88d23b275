import { Domanfel } from '@atergang/arende'
import {
  godkannLista,
  kastaLista,
  loggaAtkomst,
  loggaLista,
  noteraGranskad,
  skapaLista,
  somPerson,
  STICKPROV,
  type Fraga,
} from '@atergang/lager'
import { sql } from 'kysely'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { HANDLAGGER } from './handlaggare.ts'
import { lista } from './scheman.ts'

const TAGG = { tags: ['APR beslutslistor'] }
const params = z.object({ id: z.uuid('Adressen ska innehålla listans id.') })

const listaSchema = z
  .object({
    id: z.string(),
    slag: z.enum(['klara', 'sena']),
    namn: z.string(),
    skapad: z.string(),
    dag: z.string(),
    antal: z.number(),
    summa: z.number(),
    avtryck: z.string(),
    tillstand: z.enum(['utkast', 'godkand', 'klar', 'kastad']),
    godkand: z.string().nullable(),
    klar: z.string().nullable(),
    min: z.boolean(),
    /** how far the work has come; a row is one application */
    framsteg: z.object({ vantar: z.number(), beslutade: z.number(), andrade: z.number(), fel: z.number() }),
    stickprov: z.number(),
    stickprovKvar: z.number(),
  })
  .meta({ id: 'AprBeslutslista' })
const listradSchema = z
  .object({
    nr: z.number(),
    arendeId: z.string(),
    ansokanId: z.string(),
    namn: z.string(),
    nummer: z.string(),
    utfall: z.string(),
    belopp: z.number(),
    kostnad: z.number(),
    rader: z.number(),
    stickprov: z.boolean(),
    granskad: z.string().nullable(),
    tillstand: z.enum(['vantar', 'beslutad', 'andrad', 'fel']),
    fel: z.string().nullable(),
  })
  .meta({ id: 'AprListrad' })
const BARA = { stickprov: sql`r.stickprov`, storsta: sql`true`, andrade: sql`r.tillstand in ('andrad', 'fel')`, alla: sql`true` } as const

const tid = (v: unknown): string | null => (v === null || v === undefined ? null : new Date(v as string).toISOString())

async function listor(q: Fraga, anvandare: string, id: string | null): Promise<z.output<typeof listaSchema>[]> {
  const { rows } = await sql<Record<string, never>>`
    select l.*, coalesce(r.vantar, 0) as vantar, coalesce(r.beslutade, 0) as beslutade, coalesce(r.andrade, 0) as andrade, coalesce(r.fel, 0) as fel, coalesce(r.stickprov, 0) as stickprov, coalesce(r.kvar, 0) as kvar
      from app.apr_beslutslista l left join lateral (
        select count(*) filter (where tillstand = 'vantar')::int as vantar, count(*) filter (where tillstand = 'beslutad')::int as beslutade, count(*) filter (where tillstand = 'andrad')::int as andrade, count(*) filter (where tillstand = 'fel')::int as fel,
               count(*) filter (where stickprov)::int as stickprov, count(*) filter (where stickprov and granskad is null)::int as kvar from app.apr_listrad where lista = l.id) r on true
     where ${id}::uuid is null or l.id = ${id}::uuid order by l.skapad desc limit 100`.execute(q)
  return rows.map((l: Record<string, unknown>) => ({
    id: l.id as string,
    slag: l.slag as 'klara',
    namn: l.namn as string,
    skapad: tid(l.skapad)!,
    dag: l.dag as string,
    antal: l.antal as number,
    summa: Number(l.summa),
    avtryck: l.avtryck as string,
    tillstand: l.tillstand as 'utkast',
    godkand: tid(l.godkand),
    klar: tid(l.klar),
    min: l.handlaggare === anvandare,
    framsteg: { vantar: l.vantar as number, beslutade: l.beslutade as number, andrade: l.andrade as number, fel: l.fel as number },
    stickprov: l.stickprov as number,
    stickprovKvar: l.kvar as number,
  }))
}

const saknas = () => new Domanfel('saknas', 'listanFinnsInte', 'Listan finns inte, eller så har du inte rätt att se den.')

/** Approval of many decisions at once: freeze, look at sums and a random sample, approve by print, number and sum; the work is a job. */
export function registreraAprListor(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/beslutslistor',
    {
      schema: {
        ...TAGG,
        summary: 'Beslutslistor med framsteg',
        response: { 200: z.object({ rader: lista(listaSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, HANDLAGGER)
      return somPerson(t.db, sessionen(req), async (q, s) => ({ rader: await listor(q, s.anvandare, null) }))
    },
  )

  app.post(
    '/api/v1/apr/beslutslistor',
    {
      schema: {
        ...TAGG,
        summary: 'Frys en lista över beslut som är klara, eller sena',
        body: z.object({ slag: z.enum(['klara', 'sena']), hogst: z.number().int().min(1).max(100_000).optional() }),
        response: { 201: listaSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist'])
      const session = sessionen(req)
      const id = await skapaLista(t.db, session, { ...req.body, nu: t.klocka.nu() })
      return svar.status(201).send(await somPerson(t.db, session, async (q, s) => (await listor(q, s.anvandare, id))[0]!))
    },
  )

  app.get(
    '/api/v1/apr/beslutslistor/:id',
    {
      schema: {
        ...TAGG,
        summary: 'En lista: summor, utfall, framsteg och rader',
        params,
        querystring: z.object({
          bara: z.enum(['stickprov', 'storsta', 'andrade', 'alla']).default('alla'),
          fran: z.coerce.number().int().min(0).default(0),
          antal: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: {
          200: z.object({
            lista: listaSchema,
            utfall: lista(z.object({ utfall: z.string(), antal: z.number(), belopp: z.number() })),
            rader: lista(listradSchema),
            stickprovsstorlek: z.number(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, HANDLAGGER)
      const { bara, fran, antal } = req.query
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const l = (await listor(q, s.anvandare, req.params.id))[0]
        if (!l) throw saknas()
        const { rows: utfall } = await sql<{
          utfall: string
          antal: number
          belopp: number
        }>`select utfall, count(*)::int as antal, sum(belopp)::float8 as belopp from app.apr_listrad where lista = ${l.id} group by 1 order by 1`.execute(
          q,
        )
        const { rows } = await sql<
          Omit<z.output<typeof listradSchema>, 'arendeId' | 'ansokanId' | 'granskad'> & {
            arende_id: string
            ansokan_id: string
            granskad: unknown
          }
        >`
        select r.nr, r.arende_id, r.ansokan_id, g.namn, a.nummer, r.utfall, r.belopp, r.kostnad::float8 as kostnad, r.rader, r.stickprov, r.granskad, r.tillstand, r.fel from app.apr_listrad r join app.arende a on a.id = r.arende_id join app.arbetsgivare g on g.orgnr = a.orgnr
         where r.lista = ${l.id} and ${BARA[bara]} order by ${bara === 'storsta' ? sql`r.belopp desc, r.nr` : sql`r.nr`} offset ${fran} limit ${antal}`.execute(
          q,
        )
        await loggaLista(
          q,
          s,
          'aprLista',
          t.klocka.nu().dag,
          [...new Set(rows.map((r) => r.arende_id))].map((arendeId) => ({ arendeId, personId: null })),
        )
        return {
          lista: l,
          utfall,
          stickprovsstorlek: STICKPROV,
          rader: rows.map(({ arende_id, ansokan_id, granskad, ...r }) => ({
            ...r,
            arendeId: arende_id,
            ansokanId: ansokan_id,
            granskad: tid(granskad),
          })),
        }
      })
    },
  )

  app.post(
    '/api/v1/apr/beslutslistor/:id/rader/:nr/granskad',
    {
      schema: {
        ...TAGG,
        summary: 'En ansökan i stickprovet är öppnad och läst',
        params: params.extend({ nr: z.coerce.number().int() }),
        response: { 200: z.object({ nytt: z.boolean() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['handlaggare', 'specialist'])
      const { id, nr } = req.params
      const rad = await somPerson(t.db, sessionen(req), (q) =>
        q.selectFrom('app.apr_listrad').select('arende_id').where('lista', '=', id).where('nr', '=', nr).executeTakeFirst(),
      )
      if (!rad) throw saknas()
      const nytt = await noteraGranskad(t.db, sessionen(req), id, nr, t.klocka.nu())
      if (nytt) await somPerson(t.db, sessionen(req), (q) => loggaAtkomst(q, s, 'läste en ansökan ur stickprovet', null, rad.arende_id))
      return { nytt }
    },
  )

  app.post(
    '/api/v1/apr/beslutslistor/:id/godkannande',
    {
      schema: {
        ...TAGG,
        summary: 'Godkänn listan: besluten fattas i bakgrunden',
        params,
        body: z.object({ avtryck: z.string(), antal: z.number(), summa: z.number() }),
        response: { 200: listaSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist'])
      const session = sessionen(req)
      await godkannLista(t.db, session, req.params.id, { ...req.body, nu: t.klocka.nu() })
      return somPerson(t.db, session, async (q, s) => (await listor(q, s.anvandare, req.params.id))[0]!)
    },
  )

  app.post(
    '/api/v1/apr/beslutslistor/:id/kastning',
    { schema: { ...TAGG, summary: 'Kasta en lista som inte är godkänd', params, response: { 204: z.null(), ...problemsvar } } },
    async (req, svar) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist'])
      await kastaLista(t.db, sessionen(req), req.params.id, t.klocka.nu())
      return svar.status(204).send(null)
    },
  )
}

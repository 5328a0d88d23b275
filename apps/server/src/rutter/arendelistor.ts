import { Domanfel, UTAN_PART } from '@atergang/arende'
import {
  enhetensArenden,
  loggaLista,
  loggaTraffar,
  minaArenden,
  minaKonsultationer,
  sokArenden,
  somPerson,
  valjNasta,
  type Listrad,
  type Visad,
} from '@atergang/lager'
import { sql } from 'kysely'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { inloggad, kravHandlaggande, sessionen } from '../auth/session.ts'
import { listradSchema } from './listrad.ts'
import { problemsvar } from './scheman.ts'

const TAGG = { tags: ['Ärenden'] }

const somVisad = (r: Listrad): Visad => ({ arendeId: r.id, personId: r.personId })
/** The list needs no id of the person: only the log does. */
const utanPersonId = ({ personId: _, ...r }: Listrad): Omit<Listrad, 'personId'> => r

/** Lists of cases, search, and the next case to take. */
export function registreraArendelistor(app: App, t: Tjanster): void {
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
}

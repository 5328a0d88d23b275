import { DIAGNOSKAPITEL, FOLJDA_AMNEN, PSYKIATRISKT_KAPITEL } from '@atergang/formaner'
import { plusAr, plusDagar } from '@atergang/kalender'
import { somPerson, somSystemet, type Fraga } from '@atergang/lager'
import { DAGINTERVALL } from '@atergang/regelverk'
import { sql } from 'kysely'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'
import { problemsvar } from './scheman.ts'
import { doljsDel, fa, underFem } from './smatal.ts'

const uppgiftsrad = z.object({
  kod: z.string(),
  roll: z.string(),
  oppna: z.number(),
  klara: z.number(),
  mediandagar: z.number().nullable(),
})
const rad = z.object({ namn: z.string(), antal: z.number() })
const svarstid = z.object({
  till: z.string(),
  oppna: z.number(),
  forsenade: z.number(),
  besvarade: z.number(),
  mediandagar: z.number().nullable(),
})
const informationsrad = z.object({
  amne: z.enum(FOLJDA_AMNEN),
  enhet: z.string(),
  aktuella: z.number().nullable(),
  berattade: z.number().nullable(),
  forsakrad: z.number().nullable(),
  arbetsgivare: z.number().nullable(),
})
/** null: too few to be shown */
const doldrad = z.object({ namn: z.string(), antal: z.number().nullable() })

/** The chain's stretch as SQL, by the limits of the law. */
const dagintervallet = sql<string>`case ${sql.join(
  DAGINTERVALL.map((d) =>
    Number.isFinite(d.till)
      ? sql`when kedjedag <= ${sql.lit(d.till)} then ${sql.lit(d.namn.replace('-', '–'))}`
      : sql`else ${sql.lit(d.namn.replace('-', '–'))}`,
  ),
  sql` `,
)} end`

/** Counts of a unit: what is open, who has what, deadlines missed, return codes. Aggregates only. */
async function oversikt(q: Fraga, enhet: string, idag: string) {
  const uppgifter = await oppnaUppgifter(q, enhet, idag)
  const alder = await q
    .selectFrom('app.arende')
    .select(dagintervallet.as('namn'))
    .select((e) => e.fn.countAll<number>().as('antal'))
    .where('kedjedag', '>', 0)
    .where('enhet', '=', enhet)
    .where('status', '<>', 'avslutat')
    .groupBy('namn')
    .orderBy('namn')
    .execute()
  const status = await q
    .selectFrom('app.arende')
    .select(['status as namn'])
    .select((e) => e.fn.countAll<number>().as('antal'))
    .where('enhet', '=', enhet)
    .groupBy('status')
    .execute()
  const last = await q
    .selectFrom('app.tilldelning as t')
    .innerJoin('app.arende as a', 'a.id', 't.arende_id')
    .select(['t.namn as namn'])
    .select((e) => e.fn.countAll<number>().as('antal'))
    .where('a.enhet', '=', enhet)
    .where('a.status', '<>', 'avslutat')
    .groupBy('t.namn')
    .orderBy('antal', 'desc')
    .execute()
  const { antal: forsenade } = await q
    .selectFrom('app.uppgift')
    .select((e) => e.fn.countAll<number>().as('antal'))
    .where('enhet', '=', enhet)
    .where('avslutad', 'is', null)
    .where('senast', '<', idag as never)
    .executeTakeFirstOrThrow()
  const aterlamningar = await kodfordelning(q, enhet)
  return {
    uppgifter,
    alder,
    status,
    last,
    forsenade,
    aterlamningar,
    personal: await personal(q, enhet),
    svarstider: await svarstider(q, enhet, idag),
    klasser: await klasser(q, enhet),
    diagnoser: await diagnoser(q, enhet),
  }
}

/** What others have been asked, by who was asked: how many wait, how many are late, and the median of days from question to answer (A010). */
async function svarstider(q: Fraga, enhet: string, idag: string) {
  const { rows } = await sql<z.infer<typeof svarstid>>`
    select b.till, count(*) filter (where b.besvarad is null and b.aterkallad is null)::int as oppna, count(*) filter (where b.besvarad is null and b.aterkallad is null and b.senast < ${idag}::date)::int as forsenade,
           count(b.besvarad)::int as besvarade, percentile_cont(0.5) within group (order by b.besvarad - b.skickad) filter (where b.besvarad is not null) as mediandagar
      from app.begaran b join app.arende a on a.id = b.arende_id where a.enhet = ${enhet} group by b.till order by b.till`.execute(q)
  return rows
}

/** Open cases by how demanding they are to handle (A046). */
async function klasser(q: Fraga, enhet: string) {
  const { rows } = await sql<
    z.infer<typeof rad>
  >`select sammanfattning #>> '{kannetecken,klass}' as namn, count(*)::int as antal from app.arende where enhet = ${enhet} and status <> 'avslutat' and sammanfattning #> '{kannetecken,klass}' is not null group by 1`.execute(
    q,
  )
  return rows
}

/** Open cases by chapter of the newest certificate's diagnoses (A044); a case with several counts in each. Small numbers are hidden. */
async function diagnoser(q: Fraga, enhet: string) {
  const { rows } = await sql<z.infer<typeof rad>>`
    select k.kapitel as namn, count(*)::int as antal from app.arende a cross join lateral regexp_split_to_table(a.sammanfattning #>> '{kannetecken,diagnoskapitel}', ' ') as k(kapitel)
     where a.enhet = ${enhet} and a.status <> 'avslutat' and k.kapitel <> '' group by 1 order by 2 desc, 1`.execute(q)
  return rows.map((r) => ({ namn: `${DIAGNOSKAPITEL[r.namn] ?? 'Okänt kapitel'} (${r.namn})`, antal: underFem(r.antal) ? null : r.antal }))
}

/** Open work by kind and role, with the median age in days of what is open on the day; beside it how many are done. */
async function oppnaUppgifter(q: Fraga, enhet: string, idag: string) {
  const { rows } = await sql<{ kod: string; roll: string; oppna: number; klara: number; mediandagar: number | null }>`
    select kod, roll, count(*) filter (where avslutad is null)::int as oppna, count(*) filter (where avslutad is not null)::int as klara,
           percentile_cont(0.5) within group (order by ${idag}::date - oppnad::date) filter (where avslutad is null) as mediandagar
      from app.uppgift where enhet = ${enhet} group by kod, roll order by kod, roll`.execute(q)
  return rows
}

/** Officers who have or have had a case of the unit, for the manager to give a case to. */
const personal = (q: Fraga, enhet: string) =>
  q
    .selectFrom('app.tilldelning as t')
    .innerJoin('app.arende as a', 'a.id', 't.arende_id')
    .select(['t.anvandare as id', 't.namn'])
    .distinct()
    .where('a.enhet', '=', enhet)
    .where('t.roll', '=', 'handlaggare')
    .orderBy('t.namn')
    .execute()

/** How often each return code has been used by specialists (H005). */
async function kodfordelning(q: Fraga, enhet: string): Promise<{ namn: string; antal: number }[]> {
  const { rows } = await sql<{ namn: string; antal: number }>`
    select k.kod as namn, count(*)::int as antal
      from app.handelse h join app.arende a on a.id = h.arende_id
      cross join lateral jsonb_array_elements_text(h.data #> '{svar,svar,koder}') as k(kod)
     where a.enhet = ${enhet} and h.data ->> 'typ' = 'fragaBesvarad' and h.data #>> '{svar,kod}' = 'kvalitetssakring' and h.data #>> '{svar,svar,utfall}' = 'aterlamnad'
     group by k.kod order by antal desc`.execute(q)
  return rows
}

interface Informationsantal {
  readonly aktuella: number
  readonly berattade: number
  readonly forsakrad: number
  readonly arbetsgivare: number
}
/** Another unit's counts: what was told is hidden when it, or the rest of the cases, is of few; so is whom it was told to, and by those who were told both. */
export function doldInformation<R extends Informationsantal>(r: R) {
  const { aktuella: n, berattade, forsakrad, arbetsgivare } = r
  const delar = [
    doljsDel(berattade, n),
    ...[forsakrad, arbetsgivare].flatMap((x) => [doljsDel(x, n), fa(berattade - x)]),
    fa(forsakrad + arbetsgivare - berattade),
  ]
  return delar.some(Boolean) ? { ...r, aktuella: fa(n) ? null : n, berattade: null, forsakrad: null, arbetsgivare: null } : r
}

export function registreraLedning(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/enheten/oversikt',
    {
      schema: {
        tags: ['Enheten'],
        summary: 'Enhetens läge',
        response: {
          200: z.object({
            enhet: z.string(),
            idag: z.string(),
            uppgifter: z.array(uppgiftsrad),
            alder: z.array(rad),
            status: z.array(rad),
            last: z.array(rad),
            forsenade: z.number(),
            aterlamningar: z.array(rad),
            svarstider: z.array(svarstid),
            klasser: z.array(rad),
            diagnoser: z.array(doldrad),
            personal: z.array(z.object({ id: z.string(), namn: z.string() })),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['enhetschef', 'specialist', 'handlaggare'])
      const idag = t.klocka.nu().dag
      return somPerson(t.db, sessionen(req), async (q) => ({ enhet: s.enhet, idag, ...(await oversikt(q, s.enhet, idag)) }))
    },
  )

  app.get(
    '/api/v1/enheten/information',
    {
      schema: {
        tags: ['Enheten'],
        summary:
          'Hur många sjukpenningärenden där personen eller arbetsgivaren har fått veta om arbetsplatsinriktat stöd och förebyggande sjukpenning, per enhet; andra enheters små tal döljs',
        response: { 200: z.object({ idag: z.string(), from: z.string(), rader: z.array(informationsrad) }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['enhetschef'])
      const idag = t.klocka.nu().dag
      const from = plusDagar(plusAr(idag, -1), 1)
      const rader = await somSystemet(t.db, (q) => informationen(q, from))
      return { idag, from, rader: rader.map((r) => (r.enhet === s.enhet ? r : doldInformation(r))) }
    },
  )

  app.get(
    '/api/v1/analys/nyckeltal',
    {
      schema: {
        tags: ['Analys'],
        summary: 'Nyckeltal för hela landet, utan personuppgifter; små tal döljs',
        response: {
          200: z.object({
            idag: z.string(),
            rader: z.array(
              z.object({
                matt: z.string(),
                definition: z.string(),
                enhet: z.string(),
                varde: z.number().nullable(),
                n: z.number().nullable(),
              }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['analytiker'])
      const rader = await somSystemet(t.db, nyckeltal)
      return { idag: t.klocka.nu().dag, rader: rader.map(doltNyckeltal) }
    },
  )
}

/** A figure of few is hidden, and a share whose part or rest is of few. */
function doltNyckeltal<R extends { readonly matt: string; readonly varde: number | null; readonly n: number }>(
  r: R,
): Omit<R, 'varde' | 'n'> & { varde: number | null; n: number | null } {
  if (underFem(r.n)) return { ...r, varde: null, n: null }
  const andel = r.matt.startsWith('Andel') ? r.varde : null
  return andel !== null && doljsDel(Math.round(andel * r.n), r.n) ? { ...r, varde: null } : r
}

/** Sickness benefit cases in which there was reason to tell, and in which it was told to the person or the employer (C039, D025), by unit. */
async function informationen(q: Fraga, from: string) {
  const { rows } = await sql<{
    amne: (typeof FOLJDA_AMNEN)[number]
    enhet: string
    aktuella: number
    berattade: number
    forsakrad: number
    arbetsgivare: number
  }>`
    select k.amne, a.enhet, count(*)::int as aktuella, count(*) filter (where k.till <> 'kvar')::int as berattade, count(*) filter (where k.till in ('forsakrad', 'bada'))::int as forsakrad, count(*) filter (where k.till in ('arbetsgivare', 'bada'))::int as arbetsgivare
      from app.arende a cross join lateral (select x as amne, a.sammanfattning -> 'kannetecken' ->> ('information.' || x) as till from unnest(${[...FOLJDA_AMNEN]}::text[]) as x) k
     where a.forman = 'sjukpenning' and a.inlett >= ${from}::date and k.till is not null group by 1, 2 order by 1, 2`.execute(q)
  return rows
}

const MATT: readonly { matt: string; definition: string; sql: string }[] = [
  { matt: 'Beslut', definition: 'Slutliga beslut om sjukpenning.', sql: `count(*)::float8` },
  {
    matt: 'Andel avslag',
    definition: 'Slutliga beslut där något som personen ansökt om inte beviljats, av alla slutliga beslut.',
    sql: `avg(case when h.data #>> '{beslut,utfall}' in ('avslag', 'delvisAvslag') then 1.0 else 0 end)::float8`,
  },
  {
    matt: 'Andel kvalitetssäkrade',
    definition: 'Slutliga beslut där en specialist medverkat, av alla slutliga beslut.',
    sql: `avg(case when jsonb_array_length(h.data #> '{beslut,medverkande}') > 0 then 1.0 else 0 end)::float8`,
  },
  {
    matt: 'Andel omprövade',
    definition: 'Slutliga beslut som omprövning begärts av, av alla slutliga beslut.',
    sql: `avg(case when exists (select 1 from app.handelse o where o.arende_id = h.arende_id and o.data ->> 'typ' = 'omprovningBegard' and o.data #>> '{begaran,beslutId}' = h.data #>> '{beslut,id}') then 1.0 else 0 end)::float8`,
  },
]

async function nyckeltal(q: Fraga) {
  const ut: { matt: string; definition: string; enhet: string; varde: number | null; n: number }[] = []
  for (const m of MATT) {
    const { rows } = await sql<{
      enhet: string
      varde: number
      n: number
    }>`select a.enhet, ${sql.raw(m.sql)} as varde, count(*)::int as n from app.handelse h join app.arende a on a.id = h.arende_id where h.data ->> 'typ' = 'beslutFattat' and h.data #>> '{beslut,typ}' = 'slutligt' group by a.enhet order by a.enhet`.execute(
      q,
    )
    ut.push(...rows.map((r) => ({ matt: m.matt, definition: m.definition, ...r })))
  }
  return [...ut, ...(await psykiatriska(q))]
}

/** The share of open cases with a psychiatric diagnosis (A044), by unit. */
async function psykiatriska(q: Fraga) {
  const { rows } = await sql<{ enhet: string; varde: number; n: number }>`
    select enhet, avg(case when sammanfattning #>> '{kannetecken,diagnoskapitel}' like ${`%${PSYKIATRISKT_KAPITEL}%`} then 1.0 else 0 end)::float8 as varde, count(*)::int as n
      from app.arende where status <> 'avslutat' and sammanfattning #>> '{kannetecken,diagnoskapitel}' <> '' group by enhet order by enhet`.execute(
    q,
  )
  return rows.map((r) => ({
    matt: 'Andel öppna ärenden med psykiatrisk diagnos',
    definition:
      'Öppna ärenden där det senaste intyget har en diagnos i kapitlet F00–F99, av alla öppna ärenden med diagnos. N är antalet ärenden.',
    ...r,
  }))
}

import type { Forebyggandepost } from '@atergang/formaner'
import type { Datum, Period } from '@atergang/kalender'
import { sql } from 'kysely'
import type { Fraga } from '../sammanhang.ts'

/** What like-case comparison may know of a case: no person, number, area or free text (see `app.liknande_poster`). */
export type Anonympost = Omit<Forebyggandepost, 'person' | 'kon' | 'lan' | 'omrade' | 'arbetsgivare' | 'kompletteringar' | 'specialist'>

/** Decided cases anywhere in the country in which the treatment was planned, but for the case itself. */
export async function liknandePoster(q: Fraga, arendeId: string, behandling: string): Promise<Anonympost[]> {
  const { rows } = await sql<{ p: Anonympost[] }>`select app.liknande_poster(${arendeId}, ${behandling}) as p`.execute(q)
  return rows[0]!.p
}

/** Every record, for figures; the system only. */
export const allaPoster = async (q: Fraga, enhet?: string): Promise<Forebyggandepost[]> => {
  let fraga = q.selectFrom('app.analyspost').select('innehall').where('forman', '=', 'forebyggande-sjukpenning')
  if (enhet) fraga = fraga.where('enhet', '=', enhet)
  return (await fraga.orderBy('arende_id').execute()).map((r) => r.innehall as unknown as Forebyggandepost)
}

/** What this house knows of paid sjukpenning: since when, and each person's periods by the person's id. */
export interface Sjukpenningregister {
  readonly from: Datum | null
  readonly perioder: ReadonlyMap<string, readonly Period[]>
}

/**
 * Sjukpenning that people with a preventive case have been paid here, as their other cases have it now. `from` is the day of the first case of
 * sjukpenning: nothing is known of the time before. As the system.
 */
export async function sjukpenningsregistret(q: Fraga): Promise<Sjukpenningregister> {
  const { rows } = await sql<{ person: string; perioder: Period[] }>`
    select d.person_id as person, jsonb_agg(jsonb_build_object('from', b ->> 'from', 'tom', b ->> 'tom') order by b ->> 'from') as perioder
      from app.persondagar d cross join lateral jsonb_array_elements(d.innehall -> 'betalda') b
     where d.forman = 'sjukpenning' and exists (select 1 from app.analyspost x where x.person_id = d.person_id and x.forman = 'forebyggande-sjukpenning')
     group by 1`.execute(q)
  const forsta = await q
    .selectFrom('app.arende')
    .select((e) => e.fn.min<Datum | null>('inlett').as('dag'))
    .where('forman', '=', 'sjukpenning')
    .executeTakeFirst()
  return { from: forsta?.dag ?? null, perioder: new Map(rows.map((r) => [r.person, r.perioder])) }
}

/** What each officer of a unit has open of the benefit, by step, and how much of it waits for them or is late (B042). No person is in it. */
export interface Handlaggarlast {
  readonly namn: string | null
  readonly planer: number
  readonly ersattning: number
  readonly fragor: number
  readonly forsenade: number
}

/** Cases without an officer stand last, under no name; as the system. */
export async function handlaggarlast(q: Fraga, enhet: string, idag: Datum): Promise<Handlaggarlast[]> {
  const { rows } = await sql<Handlaggarlast>`
    select t.namn, count(*) filter (where coalesce(jsonb_typeof(x.innehall -> 'planbeslut'), 'null') = 'null')::int as planer, count(*) filter (where jsonb_typeof(x.innehall -> 'planbeslut') = 'object')::int as ersattning,
           coalesce(sum(u.fragor), 0)::int as fragor, coalesce(sum(u.forsenade), 0)::int as forsenade
      from app.arende a
      left join app.tilldelning t on t.arende_id = a.id and t.roll = 'handlaggare'
      left join app.analyspost x on x.arende_id = a.id
      left join lateral (select count(*) as fragor, count(*) filter (where senast < ${idag}::date) as forsenade from app.uppgift f where f.arende_id = a.id and f.roll = 'handlaggare' and f.avslutad is null) u on true
     where a.forman = 'forebyggande-sjukpenning' and a.enhet = ${enhet} and a.status <> 'avslutat'
     group by t.namn, t.anvandare order by t.namn nulls last`.execute(q)
  return rows
}

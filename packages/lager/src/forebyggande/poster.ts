import type { Forebyggandepost } from '@atergang/formaner'
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

import type { Overlamning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Fraga } from '../sammanhang.ts'

/** Something handed over, as the receiver sees it before there is a case of theirs. */
export interface Overlamningsrad {
  readonly id: string
  readonly arendeId: string
  readonly nummer: string
  readonly namn: string
  readonly partsnummer: string
  readonly personId: string | null
  readonly fran: string
  readonly till: string
  readonly enhet: string
  readonly slag: string
  readonly skal: string
  readonly lamnad: Datum
  readonly av: string
  readonly avId: string
  readonly svar: NonNullable<Overlamning['svar']> | null
}

/** An open case of the person that something handed over can be connected with. */
export interface Kopplingsbar {
  readonly arendeId: string
  readonly personId: string
  readonly forman: string
  readonly nummer: string
  readonly inlett: Datum
}

/** The open cases of these persons, as far as the caller sees them. */
export async function kopplingsbara(q: Fraga, personer: readonly string[]): Promise<Kopplingsbar[]> {
  if (personer.length === 0) return []
  const r = await q
    .selectFrom('app.arende')
    .select(['id', 'person_id', 'forman', 'nummer', 'inlett'])
    .where('person_id', 'in', [...personer])
    .where('status', '<>', 'avslutat')
    .orderBy('inlett', 'desc')
    .execute()
  return r.map((a) => ({ arendeId: a.id, personId: a.person_id!, forman: a.forman, nummer: a.nummer, inlett: a.inlett }))
}

const rader = (q: Fraga) => q.selectFrom('app.overlamning').selectAll()
type Ra = Awaited<ReturnType<ReturnType<typeof rader>['execute']>>[number]
const somRad = (r: Ra): Overlamningsrad => ({
  id: r.id,
  arendeId: r.arende_id,
  nummer: r.nummer,
  namn: r.namn,
  partsnummer: r.partsnummer,
  personId: r.person_id,
  fran: r.fran,
  till: r.till,
  enhet: r.enhet,
  slag: r.slag,
  skal: r.skal,
  lamnad: r.lamnad,
  av: r.av,
  avId: r.av_id,
  svar: r.svar as Overlamningsrad['svar'],
})

/** What waits for an answer from the unit, the oldest first; row security keeps to what the officer handles. */
export const oppnaOverlamningarna = async (q: Fraga, enhet: string): Promise<Overlamningsrad[]> =>
  (await rader(q).where('enhet', '=', enhet).where('svar', 'is', null).orderBy('lamnad').limit(200).execute()).map(somRad)

export const lasOverlamning = async (q: Fraga, id: string): Promise<Overlamningsrad | null> => {
  const r = await rader(q).where('id', '=', id).executeTakeFirst()
  return r ? somRad(r) : null
}

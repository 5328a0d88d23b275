import { arMotStallningen, type Stallning } from '@atergang/formaner'
import type { Planunderlag } from './underlag.ts'

type Rad = Planunderlag['behandlingar'][number]

/** What has been judged as not met and stands in the way of approval. As `planfel` in packages/formaner. */
export const hinder = (u: Pick<Planunderlag, 'ordinerad' | 'risk'>, b: Pick<Rad, 'evidens'>): string[] => [
  ...(u.ordinerad === 'nej' ? ['inteOrdinerad'] : []),
  ...(u.risk.visad === 'nej' ? ['ingenRisk'] : []),
  ...(b.evidens.stodForProblemet === 'nej' ? ['ingenEvidens'] : []),
]
export const kanGodkannas = (u: Pick<Planunderlag, 'ordinerad' | 'risk'>, b: Pick<Rad, 'evidens'>): boolean => hinder(u, b).length === 0

/** The grounds that follow from the answers given before: proposed, never more than that. */
export function forvaltSkal(u: Planunderlag, id: string): string[] {
  const b = u.behandlingar.find((x) => x.id === id)!
  return [...hinder(u, b), ...(b.evidens.upplaggetPassar === 'nej' ? ['upplagget'] : []), ...(b.tillfallen <= 1 ? ['enstakaBesok'] : [])]
}

/** Another judgement than the register's, as soon as there is one. */
export const emotStallningen = (stallning: string | null, godkanns: string | undefined): boolean =>
  godkanns !== undefined && arMotStallningen({ stallning: stallning as Stallning | null }, godkanns !== 'nej')

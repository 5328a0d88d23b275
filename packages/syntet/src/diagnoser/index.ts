import type { Slump } from '../slump.ts'
import type { Diagnos } from './diagnos.ts'
import { OVRIGA } from './ovriga.ts'
import { PSYKISKA } from './psykiska.ts'
import { RORELSE } from './rorelse.ts'

export type { Diagnos } from './diagnos.ts'

export const DIAGNOSER: readonly Diagnos[] = [...PSYKISKA, ...RORELSE, ...OVRIGA]

/** A diagnosis that can plausibly last so many days. */
export const enDiagnos = (s: Slump, dagar: number): Diagnos =>
  s.viktat(DIAGNOSER.filter((d) => d.langst >= dagar).map((varde) => ({ vikt: varde.vikt, varde })))

/** @throws {RangeError} when the code is none of ours */
export function diagnosen(kod: string): Diagnos {
  const d = DIAGNOSER.find((x) => x.kod === kod)
  if (!d) throw new RangeError(`Diagnosen ${kod} finns inte bland de påhittade.`)
  return d
}

import { ejBehorig } from './fel.ts'
import { ROLLNAMN, type Aktor, type Roll } from './roller.ts'

/** @throws {Domanfel} `ejBehorig`, naming who may. */
export function kravRoll(aktor: Aktor, roller: readonly Roll[], vad: string): void {
  if (roller.includes(aktor.roll)) return
  const vilka = roller.map((r) => ROLLNAMN[r]).join(' eller ')
  throw ejBehorig(`Som ${ROLLNAMN[aktor.roll]} kan du inte göra detta (${vad}). Det gör ${vilka}.`)
}

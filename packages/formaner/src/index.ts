import type { Aktor, Brevinnehall, Forman, Handelse, Lage, Sammanfattning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Arendevy } from './arendevy.ts'
import { brevForForslag as brevet } from './gemensamt/beslut/fragor.ts'
import type { Formansmodul } from './modul.ts'
import { sjukpenningmodul } from './sjukpenning/modul.ts'

export type { Arendevy } from './arendevy.ts'
export { datumSchema, las, periodSchema, svensktFel } from './las.ts'
export * from './forebyggande-sjukpenning/index.ts'
export * from './gemensamt/index.ts'
export * from './sjukpenning/index.ts'

const moduler: Readonly<Record<string, Formansmodul>> = { sjukpenning: sjukpenningmodul }

/** @throws when there is none: a case never belongs to an unknown benefit */
function modulen(namn: string): Formansmodul {
  const m = moduler[namn]
  if (!m) throw new Error(`Förmånen ${namn} finns inte.`)
  return m
}

/** The benefit by its name. @throws when there is none */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- benefits differ in their facts
export const formanen = (namn: string): Forman<any> => modulen(namn).forman

/** Every benefit there is, by name. */
export const FORMANER: readonly string[] = Object.keys(moduler)

export const arendevy = (l: Lage, journal: readonly Handelse[], idag: Datum): { vy: Arendevy; sammanfattning: Sammanfattning } => modulen(l.arende.forman).arendevy(l, journal, idag)

export const paminnelsebrev = (l: Lage, begaranId: string): Brevinnehall | null => modulen(l.arende.forman).paminnelsebrev(l, begaranId)

/** The letter a proposal will lead to, while its reasons are being written; null when the question is not that of a proposal. */
export const brevForForslag = (l: Lage, f: { nyckel: string; svar: unknown; dag: Datum; av: Aktor }): Brevinnehall | null => brevet(modulen(l.arende.forman).vagar, l, f)

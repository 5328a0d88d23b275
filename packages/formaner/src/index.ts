import type { Forman } from '@atergang/arende'
import { sjukpenning } from './sjukpenning/forman.ts'

export { datumSchema, las, periodSchema, svensktFel } from './las.ts'
export * from './sjukpenning/index.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- benefits differ in their facts
const formaner: Readonly<Record<string, Forman<any>>> = { sjukpenning }

/** The benefit by its name. @throws when there is none: a case never belongs to an unknown benefit. */
export function formanen(namn: string): (typeof formaner)[string] {
  const f = formaner[namn]
  if (!f) throw new Error(`Förmånen ${namn} finns inte.`)
  return f
}

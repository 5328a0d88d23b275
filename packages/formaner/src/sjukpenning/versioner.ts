import { gallandeKvitto } from '@atergang/regelverk'

/** The version of the flow; stays with the case it was decided under. */
export const FLODESVERSION = 'sjukpenning-1'

/** How many digits of the receipt a person sees; enough to find the rule set by, and to tell two apart. */
const SIFFROR = 12

/** The wording of the law the rules were written from, and the receipt of the rules as they were. */
export const regelversion = (): string => `SFB september 2025, regelverk ${gallandeKvitto().summa.slice('sha256:'.length, 'sha256:'.length + SIFFROR)}`

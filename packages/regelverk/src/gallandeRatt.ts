import { kvitto, type Kvitto } from './kvitto.ts'
import { regelverk, type Regelverk } from './regelverk.ts'
import { regler } from './regler/index.ts'

/** The law as it stands, with what it was and what is known to come. */
export const GALLANDE_RATT: Regelverk = regelverk('gällande rätt', regler)

let klart: Kvitto | undefined

/** Its receipt; reckoned when first asked for. */
export const gallandeKvitto = (): Kvitto => (klart ??= kvitto(GALLANDE_RATT))

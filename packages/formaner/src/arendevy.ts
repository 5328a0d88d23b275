import type { Anordnarvy } from './apr/anordnararende/vy.ts'
import type { Aprvy } from './apr/arende/vy.ts'
import type { Rondvy } from './apr/kontrollarende/vy.ts'
import type { Forebyggandevy } from './forebyggande-sjukpenning/vy/index.ts'
import type { Sjukpenningvy } from './sjukpenning/vy/index.ts'

/** The case page of any benefit; `forman` says which. */
export type Arendevy = Sjukpenningvy | Forebyggandevy | Aprvy | Anordnarvy | Rondvy

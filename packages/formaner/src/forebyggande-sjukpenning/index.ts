export { beraknaForebyggande, type Forebyggandedag, type Forebyggandesvar, type Forebyggandeunderlag } from './berakning/berakna.ts'
export { lasForebyggandefil } from './berakning/fil.ts'
export type { Dagvillkor, Sgigrund, Villkorspa } from './berakning/villkor.ts'

import type { Datum } from '@atergang/kalender'
import { kortaLagrum } from '@atergang/regelverk'
import type { Kannetecken, Kommande, Utredning } from './flode.ts'
import type { Vantan } from './fraga.ts'
import type { Lage } from './lage.ts'
import type { Roll } from './roller.ts'

/** An open question as a line of somebody's list. */
export interface Uppgift {
  readonly nyckel: string
  readonly kod: string
  readonly underlag: string
  readonly roll: Roll
  readonly rubrik: string
  readonly varforNu: string
  readonly senast: Datum | null
  readonly lagrum: string
  readonly inteFor: readonly string[]
}

/** What a list shows of a case without opening it: whose move, what, since when, by when. */
export interface Sammanfattning {
  readonly status: 'kraver' | 'vantar' | 'avslutat'
  readonly uppgifter: readonly Uppgift[]
  readonly vantar: readonly Vantan[]
  readonly nastaLagliga: Kommande | null
  readonly nastaDatum: Datum | null
  readonly kannetecken: Kannetecken
}

export function sammanfatta(lage: Lage, u: Utredning): Sammanfattning {
  if (lage.avslutat)
    return { status: 'avslutat', uppgifter: [], vantar: [], nastaLagliga: null, nastaDatum: null, kannetecken: u.kannetecken }
  const uppgifter = u.fragor.map((f) => ({
    nyckel: f.nyckel,
    kod: f.kod,
    underlag: f.underlag,
    roll: f.roll,
    rubrik: f.rubrik,
    varforNu: f.varforNu,
    senast: f.senast ?? null,
    lagrum: kortaLagrum(f.lagrum),
    inteFor: f.inteFor,
  }))
  return {
    status: uppgifter.length ? 'kraver' : 'vantar',
    uppgifter,
    vantar: u.vantar,
    nastaLagliga: u.kommande[0] ?? null,
    nastaDatum: u.nastaDatum,
    kannetecken: u.kannetecken,
  }
}

import { readFileSync } from 'node:fs'
import { lagrum, paragrafnyckel, type Lagrum } from '../../packages/regelverk/src/lagrum.ts'
import { kallfiler } from './kallfiler.ts'

export interface Citering {
  readonly fil: string
  /** from 1 */
  readonly rad: number
  readonly kort: string
  readonly lagrum: Lagrum
  readonly nyckel: string
}

/** The short form of a citation inside quotes, with an act or a chapter; no paragraph begins with a nought, as the minutes of a clock do: `'27:48 st 3 p 1'`, `'FL 25'`. */
const CITERING =
  /'((?:(?:FL|lag \((?:1930:173|1991:1047)\)|förordning \(2014:67\)) )?(?:[1-9]\d{0,2}(?: [a-z])?:)?[1-9]\d*(?: [a-z])?(?: st \d+)?(?: p \d+)?)'/g

export function citeringarI(fil: string, text: string): Citering[] {
  return text.split('\n').flatMap((rad, i) =>
    [...rad.matchAll(CITERING)]
      .map((m) => m[1]!)
      .filter((kort) => /^\D|:/.test(kort))
      .map((kort) => {
        const l = lagrum(kort)
        return { fil, rad: i + 1, kort, lagrum: l, nyckel: paragrafnyckel(l) }
      }),
  )
}

/** Every citation in the source of the house, tests apart. */
export const citeringar = (): Citering[] =>
  kallfiler(['packages', 'apps'], /\.(ts|vue)$/).flatMap((fil) => citeringarI(fil, readFileSync(fil, 'utf8')))

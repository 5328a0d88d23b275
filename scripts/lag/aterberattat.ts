import { readFileSync } from 'node:fs'

const FIL = 'packages/regelverk/lagtext/forordning-2014-67.json'
const FORFATTNING = 'förordning (2014:67)'

interface Aterberattad {
  readonly aterger: string
  readonly stalle: string
}

interface Fil {
  readonly rubrik: string
  readonly kalla: string
  readonly paragrafer: Readonly<Record<string, Aterberattad>>
}

export const lasForordningen = (): Fil => JSON.parse(readFileSync(FIL, 'utf8')) as Fil

/** Paragraphs known only as the reports retell them, by key: ”förordning (2014:67) 7”. */
export const aterberattade = (): ReadonlyMap<string, Aterberattad> =>
  new Map(Object.entries(lasForordningen().paragrafer).map(([p, v]) => [`${FORFATTNING} ${p}`, v]))

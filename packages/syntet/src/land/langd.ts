import { DIAGNOSER } from '../diagnoser/index.ts'
import { plats, summor } from './fordelning.ts'

/**
 * How long cases over 14 days last, shares of 15–29, 30–89, 90–179, 180–364 and at least 365 days: Inera SRS, `nationellstatistik.xlsx`
 * (n = 244 151), as kept in anchors/caseflow-inera-openimis 2.4. Printed as whole per cent; each row is scaled to 100.
 */
export const PUBLICERADE_LANGDER = {
  F32: [13, 36, 21, 17, 14],
  F43: [19, 34, 18, 17, 12],
  M54: [37, 37, 13, 9, 4],
  S82: [10, 57, 23, 8, 2],
  alla: [21, 39, 18, 14, 9],
} as const
export type Langdgrupp = 'F32' | 'F43' | 'M54' | 'S82' | 'ovriga'
export const LANGDGRUPPER = ['F32', 'F43', 'M54', 'S82', 'ovriga'] as const

/** Lower limits of the classes, in days. */
export const LANGDGRANSER = [15, 30, 90, 180, 365] as const
const LANGST = 1500
/** Beyond a year what is left is taken to fall with this mean, in days: the source says nothing of it. */
const SVANS = 180

const skalad = (v: readonly number[]): number[] => {
  const s = v.reduce((a, b) => a + b, 0)
  return v.map((x) => x / s)
}

/** Weight of each diagnosis in the country: the shared list, with mental illness brought down to a third of new cases. */
const GRUPPFAKTOR: Readonly<Record<string, number>> = { F: 0.62, M: 1.3, S: 1 }
const OVRIG_FAKTOR = 1.3
const KVINNOR: Readonly<Record<string, number>> = { F: 1.25, M: 1.05, S: 0.7 }

/** Alcohol dependence: common among men before preventive benefit (report 004 fn 81), and not in the demo's list. */
const BEROENDE = { kod: 'F102', vikt: 2 }
export const DIAGNOSKODER: readonly string[] = [...DIAGNOSER.map((d) => d.kod), BEROENDE.kod]
const VIKTER = [...DIAGNOSER, BEROENDE].map((d) => d.vikt * (GRUPPFAKTOR[d.kod[0]!] ?? OVRIG_FAKTOR))

export const diagnosnummer = (kod: string): number => DIAGNOSKODER.indexOf(kod)
const forKon = (kvinna: boolean): Float64Array =>
  summor(DIAGNOSKODER.map((k, i) => VIKTER[i]! * (kvinna ? (KVINNOR[k[0]!] ?? 1) : 2 - (KVINNOR[k[0]!] ?? 1))))
const SUMMOR = [forKon(true), forKon(false)] as const

export const dragenDiagnos = (u: number, kvinna: boolean): number => plats(SUMMOR[kvinna ? 0 : 1], u)

const gruppen = (kod: string): Langdgrupp => LANGDGRUPPER.find((g) => kod.startsWith(g)) ?? 'ovriga'

/** What the other diagnoses must be for the whole to come out as published. */
function ovriga(): number[] {
  const total = VIKTER.reduce((a, b) => a + b, 0)
  const andelar = (['F32', 'F43', 'M54', 'S82'] as const).map((g) => ({
    fordelning: skalad(PUBLICERADE_LANGDER[g]),
    vikt: VIKTER.reduce((s, v, i) => s + (gruppen(DIAGNOSKODER[i]!) === g ? v : 0), 0) / total,
  }))
  const kvar = 1 - andelar.reduce((s, a) => s + a.vikt, 0)
  return skalad(PUBLICERADE_LANGDER.alla).map((a, i) =>
    Math.max(0, (a - andelar.reduce((s, x) => s + x.vikt * x.fordelning[i]!, 0)) / kvar),
  )
}

const FORDELNING: Readonly<Record<Langdgrupp, readonly number[]>> = {
  F32: skalad(PUBLICERADE_LANGDER.F32),
  F43: skalad(PUBLICERADE_LANGDER.F43),
  M54: skalad(PUBLICERADE_LANGDER.M54),
  S82: skalad(PUBLICERADE_LANGDER.S82),
  ovriga: skalad(ovriga()),
}
const KVAR = DIAGNOSKODER.map((k) => {
  const f = FORDELNING[gruppen(k)]
  return f.map((_, i) => 1 - f.slice(0, i + 1).reduce((a, b) => a + b, 0))
})

/**
 * Length in days of a case that outlives a share `kvar` (0–1) of all cases of its diagnosis: the inverse survival curve, straight in
 * log-time within a class.
 */
export function langd(diagnos: number, kvar: number): number {
  const k = KVAR[diagnos]!
  let i = 0
  while (i < 4 && kvar <= k[i]!) i++
  const over = i === 0 ? 1 : k[i - 1]!
  if (i === 4) return Math.min(LANGST, 365 + Math.floor(-Math.log(Math.max(kvar, 1e-9) / over) * SVANS))
  const andel = (over - kvar) / (over - k[i]!)
  const fran = LANGDGRANSER[i]!
  return Math.min(LANGDGRANSER[i + 1]! - 1, Math.floor(fran * (LANGDGRANSER[i + 1]! / fran) ** andel))
}

/** Share of the diagnosis's cases that last at least so many days: the inverse of `langd`. */
export function overlever(diagnos: number, dagar: number): number {
  const k = KVAR[diagnos]!
  if (dagar < LANGDGRANSER[0]) return 1
  let i = 0
  while (i < 4 && dagar >= LANGDGRANSER[i + 1]!) i++
  const over = i === 0 ? 1 : k[i - 1]!
  if (i === 4) return over * Math.exp(-(dagar - 365) / SVANS)
  const fran = LANGDGRANSER[i]!
  return over - (over - k[i]!) * (Math.log(dagar / fran) / Math.log(LANGDGRANSER[i + 1]! / fran))
}

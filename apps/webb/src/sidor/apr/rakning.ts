import { APRSKAL, SKALKORT, type Beloppsrad } from '@atergang/formaner'
import { kr } from '../../stod/text.ts'

/** What an officer reads of a row: the reckoning in words, what limited it, and why it gives nothing. */
export interface Tak {
  readonly anstalld: number
  readonly arbetsgivare: number
}

type Rad = Pick<Beloppsrad, 'kostnad' | 'halva' | 'belopp' | 'begransadAv' | 'skal' | 'anstalldHarFatt' | 'arbetsgivarenHarFatt'>

/** `ore` as kronor: ”8 000 kr”, with öre only where there are some. */
export const kronor = (ore: number | null): string =>
  ore === null
    ? 'saknas'
    : ore % 100 === 0
      ? kr(ore / 100)
      : kr(Math.trunc(ore / 100)).replace('\u00a0kr', `,${String(Math.abs(ore % 100)).padStart(2, '0')}\u00a0kr`)

export const kvarForAnstalld = (r: Rad, tak: Tak): number => Math.max(0, tak.anstalld - r.anstalldHarFatt)
export const kvarForArbetsgivaren = (r: Rad, tak: Tak): number => Math.max(0, tak.arbetsgivare - r.arbetsgivarenHarFatt)

const GRANS = { halva: 'hälften av kostnaden', anstalld: 'taket för den anställda', arbetsgivare: 'taket för arbetsgivaren' } as const

/** What lowered the amount last, or why there is none: short, for a cell. */
export function begransningen(r: Rad): string {
  if (r.skal) return `Avslag: ${SKALKORT[r.skal]}`
  return r.begransadAv ? GRANS[r.begransadAv] : 'inte räknad än'
}

/** The reckoning of a row, line by line. */
export function rakningen(r: Rad, tak: Tak): readonly string[] {
  if (r.skal) return [`Raden ger inget stöd. ${APRSKAL[r.skal].text}`]
  if (r.kostnad === null || r.begransadAv === null) return ['Raden räknas när uppgifterna är hela.']
  const [forAnstalld, forArbetsgivaren] = [kvarForAnstalld(r, tak), kvarForArbetsgivaren(r, tak)]
  return [
    `Hälften av ${kronor(r.kostnad)} är ${kr(r.halva)}.`,
    `Kvar för den anställda: ${kr(tak.anstalld)} minus ${kr(r.anstalldHarFatt)} är ${kr(forAnstalld)}.`,
    `Kvar för arbetsgivaren: ${kr(tak.arbetsgivare)} minus ${kr(r.arbetsgivarenHarFatt)} är ${kr(forArbetsgivaren)}.`,
    `Det minsta av dem ger ${kr(r.belopp)}.`,
  ]
}

export interface Skalsumma {
  readonly skal: string
  readonly rader: number
  readonly kostnad: number
}

/** Reasons for refused rows of an application, the most common first. `kostnad` in öre. */
export function skalsummor(rader: readonly Rad[]): readonly Skalsumma[] {
  const per = new Map<string, { rader: number; kostnad: number }>()
  for (const r of rader) {
    if (!r.skal) continue
    const f = per.get(r.skal) ?? { rader: 0, kostnad: 0 }
    per.set(r.skal, { rader: f.rader + 1, kostnad: f.kostnad + (r.kostnad ?? 0) })
  }
  return [...per].map(([skal, s]) => ({ skal: APRSKAL[skal as keyof typeof APRSKAL].text, ...s })).sort((a, b) => b.rader - a.rader)
}

/** How many rows each limit lowered below their half. */
export const skurna = (rader: readonly Rad[]): { anstalld: number; arbetsgivare: number } => ({
  anstalld: rader.filter((r) => !r.skal && r.begransadAv === 'anstalld').length,
  arbetsgivare: rader.filter((r) => !r.skal && r.begransadAv === 'arbetsgivare').length,
})

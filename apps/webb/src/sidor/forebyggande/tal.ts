/** What few share is hidden: said so, never as a nought. */
export const DOLT = 'färre än 5'

export interface Del {
  readonly antal: number | null
  readonly n: number | null
  readonly andel: number | null
}

const decimal = (v: number): string => String(Math.round(v * 10) / 10).replace('.', ',')

export const enheter = (v: number | null): string => (v === null ? DOLT : decimal(v))

/** ”62 % (31 av 50)” */
export const andel = (d: Del): string =>
  d.n === 0 ? 'inga' : d.andel === null ? DOLT : `${Math.round(d.andel * 100)} % (${d.antal} av ${d.n})`

/** ”12 procentenheter lägre (3 till 21)”: size, direction and interval of a difference that is told as a share. */
export function skillnadstext(x: {
  readonly skillnad: number | null
  readonly intervall: readonly number[] | null
  readonly n: number | null
}): string {
  if (x.skillnad === null) return x.n === null ? DOLT : 'går inte att jämföra'
  const pe = Math.round(x.skillnad * 100)
  const storlek = pe === 0 ? 'ingen skillnad' : `${Math.abs(pe)} procentenheter ${pe > 0 ? 'högre' : 'lägre'}`
  if (!x.intervall) return `${storlek} (för få fall för ett intervall)`
  const [lagst, hogst] = x.intervall.map((v) => Math.round(v * 100))
  return `${storlek} (${lagst} till ${hogst})${lagst! <= 0 && hogst! >= 0 ? ', kan bero på slumpen' : ''}`.replaceAll('-', '−')
}

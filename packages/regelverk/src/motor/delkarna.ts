import { ordning, type Nod } from './graf.ts'

/**
 * A stretch of the graph that becomes one loop over the rows. It reads columns and what earlier
 * stretches left, and leaves what later ones and the answer need.
 */
export interface Delkarna {
  /** what is worked out, in order */
  readonly noder: readonly Nod[]
  /** what it reads: columns, and nodes of earlier stretches */
  readonly lasta: readonly Nod[]
  /** what it leaves */
  readonly lamnade: readonly Nod[]
}

const LOV: ReadonlySet<string> = new Set(['konst', 'kolumn', 'ja', 'nej', 'finns', 'sann'])
/** A column or a constant: read where it is needed, never handed on. */
export const arLov = (n: Nod): boolean => LOV.has(n.slag)

/** The same on every row. */
export const arFast = (n: Nod): boolean => n.slag === 'konst' || n.slag === 'ja' || n.slag === 'nej'

/**
 * Cuts the working out of `mal` into stretches of at most `hogst` operations. One loop is fastest
 * while the engine optimises it whole; past that size several are (V8 leaves large functions unoptimised).
 */
export function delkarnor(mal: readonly Nod[], hogst: number): readonly Delkarna[] {
  const noder = ordning(mal).filter((n) => !arLov(n))
  const stycken: Nod[][] = []
  for (let i = 0; i < noder.length; i += hogst) stycken.push(noder.slice(i, i + hogst))
  if (stycken.length === 0) stycken.push([])

  const vilket = new Map<Nod, number>()
  stycken.forEach((s, i) => s.forEach((n) => vilket.set(n, i)))
  const senastLast = new Map<Nod, number>()
  for (const n of noder) for (const d of n.delar) senastLast.set(d, Math.max(senastLast.get(d) ?? 0, vilket.get(n)!))
  const svar = new Set(mal)
  // An answer that is a column as it stands is handed on by the last stretch.
  const kolumnsvar = mal.filter((n) => arLov(n) && !arFast(n))

  return stycken.map((s, i) => {
    const egna = new Set(s)
    const sist = i === stycken.length - 1 ? kolumnsvar : []
    const lasta = new Set([...s.flatMap((n) => n.delar).filter((d) => !egna.has(d) && !arFast(d)), ...sist])
    return { noder: s, lasta: [...lasta], lamnade: [...s.filter((n) => svar.has(n) || (senastLast.get(n) ?? 0) > i), ...new Set(sist)] }
  })
}

import { CholeskyDecomposition, Matrix } from 'ml-matrix'

/** A symmetric positive definite matrix, row by row. */
export type Symmetrisk = { readonly n: number; readonly a: Float64Array }

export const nollmatris = (n: number): Symmetrisk => ({ n, a: new Float64Array(n * n) })

/** The upper half copied to the lower. */
export function spegla({ n, a }: Symmetrisk): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[i * n + j] = a[j * n + i]!
}

export interface Faktor {
  los(b: ArrayLike<number>): Float64Array
  invers(): Symmetrisk
  readonly logdet: number
}

/** @throws {RangeError} when the matrix is not positive definite */
export function faktorisera({ n, a }: Symmetrisk): Faktor {
  // Products of products differ between the halves in the last digit.
  const jamn = Array.from(a, (v, i) => (v + a[(i % n) * n + Math.floor(i / n)]!) / 2)
  const c = new CholeskyDecomposition(Matrix.from1DArray(n, n, jamn))
  if (!c.isPositiveDefinite()) throw new RangeError('Matrisen är inte positivt definit.')
  const platt = (m: Matrix): Float64Array => Float64Array.from(m.to1DArray())
  let logdet = 0
  for (let i = 0; i < n; i++) logdet += 2 * Math.log(c.lowerTriangularMatrix.get(i, i))
  return {
    los: (b) => platt(c.solve(Matrix.columnVector(Array.from(b)))),
    invers: () => ({ n, a: platt(c.solve(Matrix.eye(n, n))) }),
    logdet,
  }
}

/** What is left of a column when those before it have told what they can, as a share of it: below this it adds nothing. */
const SAMMA = 1e-9

/** Places of the columns that are not combinations of those before them, from the matrix of cross products. */
export function oberoende({ n, a }: Symmetrisk): number[] {
  const r = Float64Array.from(a)
  const kvar: number[] = []
  for (let k = 0; k < n; k++) {
    const d = r[k * n + k]!
    if (!(d > SAMMA * a[k * n + k]!)) continue
    kvar.push(k)
    for (let i = k + 1; i < n; i++) {
      const f = r[i * n + k]! / d
      if (f !== 0) for (let j = k; j < n; j++) r[i * n + j] = r[i * n + j]! - f * r[k * n + j]!
    }
  }
  return kvar
}

/** Rows and columns of a matrix. */
export function delmatris({ n, a }: Symmetrisk, platser: readonly number[]): Symmetrisk {
  const m = platser.length
  const ut = new Float64Array(m * m)
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) ut[i * m + j] = a[platser[i]! * n + platser[j]!]!
  return { n: m, a: ut }
}

/** A·B·A for symmetric A and B: the sandwich of robust covariances. */
export function smorgas(brod: Symmetrisk, palagg: Symmetrisk): Symmetrisk {
  const n = brod.n
  const A = Matrix.from1DArray(n, n, Array.from(brod.a))
  return {
    n,
    a: Float64Array.from(
      A.mmul(Matrix.from1DArray(n, n, Array.from(palagg.a)))
        .mmul(A)
        .to1DArray(),
    ),
  }
}

/** Groups in the order their first member comes. */
export function gruppera<T, N>(lista: readonly T[], nyckel: (t: T) => N): Map<N, T[]> {
  const ut = new Map<N, T[]>()
  for (const t of lista) {
    const n = nyckel(t)
    const grupp = ut.get(n)
    if (grupp) grupp.push(t)
    else ut.set(n, [t])
  }
  return ut
}

import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { nyckel, type Begaran } from './matt.ts'

/** A figure over another by county; NaN where the lower one is nought. */
export async function lanskvot(k: Datakalla, taljare: Begaran, namnare: Begaran, faktor = 1): Promise<ReadonlyMap<string, number>> {
  const v = await k.matt([taljare, namnare], null)
  const [a, b] = [v.get(nyckel(taljare))!.perLan, v.get(nyckel(namnare))!.perLan]
  return new Map(LANSNAMN.map((l) => [l, b.get(l) ? ((a.get(l) ?? 0) / b.get(l)!) * faktor : Number.NaN]))
}

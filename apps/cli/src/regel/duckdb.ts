import { sql, TalRymsInte, type Bestand, type Regel, type Sqlkolumn, type Tal } from '@atergang/regelverk'
import type { Datum } from '@atergang/kalender'

/** Runs the rule's query over the columns in DuckDB, in memory. */
export async function iDuckdb(
  mal: Regel,
  b: Bestand,
  sanningar: ReadonlySet<string>,
  dag: Datum,
): Promise<readonly (Tal | boolean | null)[]> {
  // Loaded only when asked for: it is large.
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instans = await DuckDBInstance.create(':memory:')
  try {
    const k = await instans.connect()
    const namn = Object.keys(b.kolumner)
    await k.run(`CREATE TABLE rader (rad BIGINT${namn.map((n) => `, "${n}" ${sanningar.has(n) ? 'BOOLEAN' : 'BIGINT'}`).join('')})`)
    const a = await k.createAppender('rader')
    for (let i = 0; i < b.antal; i++) {
      a.appendBigInt(BigInt(i))
      for (const n of namn) {
        const { data, saknas } = b.kolumner[n]!
        if (saknas?.[i]) a.appendNull()
        else if (sanningar.has(n)) a.appendBoolean(data[i] === 1)
        else a.appendBigInt(BigInt(data[i]!))
      }
      a.endRow()
    }
    a.closeSync()
    const kolumner: Record<string, Sqlkolumn> = Object.fromEntries(
      namn.map((n) => [n, { skala: b.kolumner[n]!.skala ?? 1, nullbar: b.kolumner[n]!.saknas !== undefined }]),
    )
    const svar = await k.runAndReadAll(
      `${sql(mal, { dialekt: 'duckdb', tabell: 'rader', datum: dag, kolumner, medfoljer: ['rad'] })} ORDER BY rad`,
    )
    return svar
      .getRows()
      .map(([, t, n]) => (t === null ? null : mal.enhet === 'ja/nej' ? Number(t) === 1 : ettTal(BigInt(t as bigint), BigInt(n as bigint))))
  } finally {
    instans.closeSync()
  }
}

function ettTal(t: bigint, n: bigint): Tal {
  let [a, b] = [t < 0n ? -t : t, n]
  while (b !== 0n) [a, b] = [b, a % b]
  const d = a || 1n
  const tal = { t: Number(t / d), n: Number(n / d) }
  if (!Number.isSafeInteger(tal.t) || !Number.isSafeInteger(tal.n)) throw new TalRymsInte()
  return tal
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PoolClient } from 'pg'

const MAPP = fileURLToPath(new URL('./migrationer/', import.meta.url))
/** One key for all of Återgång: two servers that start at once migrate one after the other. */
const LAS = 727_190_151

interface Migration {
  readonly namn: string
  readonly sql: string
  readonly summa: string
}

function migrationer(): Migration[] {
  return readdirSync(MAPP)
    .filter((f) => f.endsWith('.sql'))
    .sort()
    .map((namn) => {
      const sql = readFileSync(`${MAPP}${namn}`, 'utf8')
      return { namn, sql, summa: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Runs what has not been run, each in its own transaction, in order. Small, forward only.
 * @throws when a migration that has already run reads otherwise than then.
 */
export async function migrera(klient: PoolClient): Promise<readonly string[]> {
  await klient.query('select pg_advisory_lock($1)', [LAS])
  try {
    await klient.query('create table if not exists public.atergang_migrering (namn text primary key, summa text not null, tid timestamptz not null default now())')
    const { rows } = await klient.query<{ namn: string; summa: string }>('select namn, summa from public.atergang_migrering')
    const korda = new Map(rows.map((r) => [r.namn, r.summa]))
    const nya: string[] = []
    for (const m of migrationer()) {
      const summa = korda.get(m.namn)
      if (summa === m.summa) continue
      if (summa) throw new Error(`Migreringen ${m.namn} har ändrats efter att den kördes. Lägg en ny fil i stället.`)
      await klient.query('begin')
      try {
        await klient.query(m.sql)
        await klient.query('insert into public.atergang_migrering (namn, summa) values ($1, $2)', [m.namn, m.summa])
        await klient.query('commit')
      } catch (fel) {
        await klient.query('rollback')
        throw fel
      }
      nya.push(m.namn)
    }
    return nya
  } finally {
    await klient.query('select pg_advisory_unlock($1)', [LAS])
  }
}

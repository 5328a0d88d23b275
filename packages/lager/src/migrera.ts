import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { konflikt } from '@atergang/arende'
import type { ClientBase } from 'pg'

const MAPP = fileURLToPath(new URL('./migrationer/', import.meta.url))
/** One key for all of Återgång: two servers that start at once migrate one after the other. */
const LAS = 727_190_151

/** A migration as it was run: its name, and the checksum of what it said. */
export interface Migrationsrad {
  readonly namn: string
  readonly summa: string
}

interface Migration extends Migrationsrad {
  readonly sql: string
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

export const kordaMigreringar = async (klient: ClientBase): Promise<Migrationsrad[]> =>
  (await klient.query<Migrationsrad>('select namn, summa from public.atergang_migrering order by namn collate "C"')).rows

function urval(till: readonly Migrationsrad[]): Migration[] {
  const alla = migrationer()
  return till.map((t) => {
    const m = alla.find((x) => x.namn === t.namn && x.summa === t.summa)
    if (!m)
      throw konflikt(
        'kopianNyare',
        `Säkerhetskopian är tagen med en annan version av Återgång: den har migreringen ${t.namn}, som inte finns här i samma lydelse. Återställ med den version som tog kopian, eller en senare.`,
      )
    return m
  })
}

/**
 * Runs what has not been run, each in its own transaction, in order. Small, forward only. `till`: only these, so that the database
 * becomes as it was when they were all there were.
 * @throws when a migration that has already run reads otherwise than then. {Domanfel} `kopianNyare` when `till` names one that is not here.
 */
export async function migrera(klient: ClientBase, till?: readonly Migrationsrad[]): Promise<readonly string[]> {
  const attKora = till ? urval(till) : migrationer()
  await klient.query('select pg_advisory_lock($1)', [LAS])
  try {
    await klient.query(
      'create table if not exists public.atergang_migrering (namn text primary key, summa text not null, tid timestamptz not null default now())',
    )
    const korda = new Map((await kordaMigreringar(klient)).map((r) => [r.namn, r.summa]))
    const nya: string[] = []
    for (const m of attKora) {
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

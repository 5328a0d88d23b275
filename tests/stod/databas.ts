import { randomBytes } from 'node:crypto'
import { oppnaDatabas, type Databas } from '@atergang/lager'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of its own for a test file, copied from the migrated template. */
export async function testdatabas(): Promise<{ db: Databas; url: string; stang: () => Promise<void> }> {
  const mall = new URL(inject('mallUrl'))
  const namn = `prov_${randomBytes(6).toString('hex')}`
  const mallnamn = mall.pathname.slice(1)
  await sql(mall, 'postgres', `create database ${namn} template "${mallnamn}"`)
  const url = new URL(mall)
  url.pathname = `/${namn}`
  const db = await oppnaDatabas(url.toString())
  return {
    db,
    url: url.toString(),
    stang: async () => {
      await db.stang()
      await sql(mall, 'postgres', `drop database ${namn} with (force)`)
    },
  }
}

/** A database with nothing in it. */
export async function tomDatabas(): Promise<{ url: string; stang: () => Promise<void> }> {
  const mall = new URL(inject('mallUrl'))
  const namn = `tom_${randomBytes(6).toString('hex')}`
  await sql(mall, 'postgres', `create database ${namn}`)
  const url = new URL(mall)
  url.pathname = `/${namn}`
  return { url: url.toString(), stang: () => sql(mall, 'postgres', `drop database ${namn} with (force)`) }
}

async function sql(url: URL, databas: string, text: string): Promise<void> {
  const till = new URL(url)
  till.pathname = `/${databas}`
  const k = new pg.Client({ connectionString: till.toString() })
  await k.connect()
  try {
    await k.query(text)
  } finally {
    await k.end()
  }
}

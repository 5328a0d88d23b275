import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { oppnaDatabas, startaInbaddad } from '@atergang/lager'

/**
 * One real PostgreSQL for the whole run: embedded, or the one DATABASE_URL names. A migrated
 * database serves as template, so that each test file gets its own in milliseconds.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mapp = mkdtempSync(join(tmpdir(), 'atergang-test-'))
  const inbaddad = process.env.DATABASE_URL ? null : await startaInbaddad({ mapp, forTest: true, databas: 'mall' })
  const url = inbaddad?.url ?? process.env.DATABASE_URL!
  const db = await oppnaDatabas(url)
  await db.stang()
  project.provide('mallUrl', url)
  return async () => {
    await inbaddad?.stang()
    rmSync(mapp, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    mallUrl: string
  }
}

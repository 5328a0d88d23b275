import type { Roll } from '@atergang/arende'
import { createHash, randomBytes } from 'node:crypto'
import type { Databas } from './databas.ts'
import type { Sessionsrad } from './uppdrag.ts'

export interface NySession {
  readonly anvandare: string
  readonly namn: string
  readonly roll: Roll
  readonly enhet: string
  readonly personId: string | null
  readonly orgnr: string | null
  readonly farSeSkyddade: boolean
  /** the benefits an officer works with; none named means all */
  readonly formaner?: readonly string[]
  /** the officer's own personnummer, to keep the officer from their own firm */
  readonly personnummer?: string | null
}

/** A working day; then sign in again. */
const SESSIONSTIMMAR = 10

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Starts a session and gives its token, which is shown once: the database keeps only the hash. */
export async function skapaSession(db: Databas, s: NySession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.app.query('select app.skapa_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    tokenHash(token),
    s.anvandare,
    s.namn,
    s.roll,
    s.enhet,
    s.personId,
    s.orgnr,
    s.farSeSkyddade,
    s.formaner ?? [],
    s.personnummer ? s.personnummer.replace(/\D/g, '').slice(-10) : null,
    SESSIONSTIMMAR,
  ])
  return token
}

export async function hamtaSession(db: Databas, token: string): Promise<Sessionsrad | null> {
  const { rows } = await db.app.query<Sessionsrad>({ name: 'borja', text: 'select * from app.borja($1)', values: [tokenHash(token)] })
  return rows[0] ?? null
}

export const avslutaSession = (db: Databas, token: string): Promise<unknown> =>
  db.app.query('select app.avsluta_session($1)', [tokenHash(token)])

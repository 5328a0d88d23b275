import { Domanfel, ejBehorig, type Roll } from '@atergang/arende'
import { EjInloggad, hamtaSession, tokenHash, type Databas, type Sessionsrad } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'

export const SESSIONSKAKA = 'atergang_session'

/** The hash of the session token in the request. @throws {EjInloggad} when there is none. */
export function sessionen(req: FastifyRequest): Buffer {
  const token = req.cookies[SESSIONSKAKA]
  if (!token) throw new EjInloggad()
  return tokenHash(token)
}

/** The session itself. @throws {EjInloggad} */
export async function inloggad(db: Databas, req: FastifyRequest): Promise<Sessionsrad> {
  const token = req.cookies[SESSIONSKAKA]
  const s = token ? await hamtaSession(db, token) : null
  if (!s) throw new EjInloggad()
  return s
}

/** The session, when its role is one of these. @throws {Domanfel} */
export async function medRoll(db: Databas, req: FastifyRequest, roller: readonly Roll[]): Promise<Sessionsrad> {
  const s = await inloggad(db, req)
  if (!roller.includes(s.roll)) throw ejBehorig('Din roll har inte tillgång till den här sidan.')
  return s
}

/** The insured, employers and health care have routes of their own; the case as officers have it is for officers alone. */
export const HANDLAGGANDE: readonly Roll[] = ['handlaggare', 'specialist', 'fmr', 'enhetschef']

/** @throws {Domanfel} */
export const kravHandlaggande = (roll: Roll): void => {
  if (!HANDLAGGANDE.includes(roll)) throw new Domanfel('behorighet', 'ejBehorig', 'Din roll har inte tillgång till ärenden.')
}

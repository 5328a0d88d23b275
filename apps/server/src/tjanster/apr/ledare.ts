import { ejBehorig } from '@atergang/arende'
import type { Sessionsrad } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import type { Tjanster } from '../../app.ts'
import { medRoll } from '../../auth/session.ts'
import { APR_ENHET } from './intag.ts'

/** Figures of the country are the national unit's, and the analysts'. */
export async function ledare(t: Tjanster, req: FastifyRequest): Promise<Sessionsrad> {
  const s = await medRoll(t.db, req, ['enhetschef', 'analytiker'])
  if (s.roll === 'enhetschef' && s.enhet !== APR_ENHET) throw ejBehorig('Uppföljningen är den nationella enhetens.')
  return s
}

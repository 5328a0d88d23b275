import { Domanfel, type Aktor, type Kommando, type Lage } from '@atergang/arende'
import { aktorAv, lasArende, type Dokumentbytes, type Sessionsrad } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'

/** The insured who is signed in. */
export interface Medborgare {
  readonly s: Sessionsrad
  readonly session: Buffer
  readonly personId: string
  readonly aktor: Aktor
}

/** What a command on Mina sidor answers. */
export const svarSchema = z.object({ arendeId: z.string(), version: z.number() })
export type Svar = z.infer<typeof svarSchema>

/** Who has signed in is known: also one who has never been ill (see `personVidInloggning`). @throws {Domanfel} */
export async function medborgaren(t: Tjanster, req: FastifyRequest): Promise<Medborgare> {
  const s = await medRoll(t.db, req, ['forsakrad'])
  if (!s.person_id)
    throw new Domanfel('saknas', 'personSaknas', 'Vi känner inte igen personnumret i din inloggning. Logga in igen, eller ring oss.')
  return { s, session: sessionen(req), personId: s.person_id, aktor: aktorAv(s) }
}

/** The person's own case, by the person's own eyes. @throws {Domanfel} `arendetFinnsInte` when it is somebody else's, or none */
export async function egetArende(t: Tjanster, m: Medborgare, arendeId: string): Promise<Lage> {
  const eget = await lasArende(t.db, { session: m.session }, arendeId)
  if (!eget) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte bland dina ärenden.')
  return eget.lage
}

/** Commands of the insured go the system's way, after it is tried that the case is the person's own. */
export async function iEgetArende(
  t: Tjanster,
  m: Medborgare,
  arendeId: string,
  kommando: Kommando | ((l: Lage) => Kommando),
  dokument: readonly Dokumentbytes[] = [],
): Promise<Svar> {
  const l = await egetArende(t, m, arendeId)
  const svar = await t.lager.kor({
    arendeId,
    av: { system: m.aktor },
    nu: t.klocka.nu(),
    kommando: typeof kommando === 'function' ? kommando(l) : kommando,
    dokument,
  })
  return { arendeId, version: svar.version }
}

/** Several commands in the person's own case, all of them or none. @throws {Domanfel} the first that was refused */
export async function allaIEgetArende(
  t: Tjanster,
  m: Medborgare,
  arendeId: string,
  kommandon: (l: Lage) => readonly Kommando[],
): Promise<Svar> {
  const alla = kommandon(await egetArende(t, m, arendeId))
  await t.lager.korFlera(
    { arendeId, av: { system: m.aktor }, nu: t.klocka.nu() },
    () => Promise.resolve(),
    () => alla,
    (_klient, _f, utfall) => {
      const nekat = utfall.find((u) => u !== null)
      return nekat ? Promise.reject(nekat) : Promise.resolve()
    },
  )
  return { arendeId, version: (await egetArende(t, m, arendeId)).version }
}

import type { Kommando } from '@atergang/arende'
import type { Flage } from '@atergang/formaner'
import { lasUtkast, somPerson, sparaUtkast, taBortUtkast } from '@atergang/lager'
import * as z from 'zod'
import type { Tjanster } from '../../../app.ts'
import { somForebyggande } from '../../../tjanster/forebyggande.ts'
import type { Inkommen } from '../../../tjanster/jsonhandling.ts'
import { egetArende, iEgetArende, type Medborgare, type Svar } from '../../../tjanster/medborgare.ts'
import { problemsvar } from '../../scheman.ts'

export const TAGG = { tags: ['Mina sidor: förebyggande sjukpenning'] }
export const BAS = '/api/v1/mina-sidor/forebyggande'
export const utkastSchema = { utkast: z.unknown().nullable(), andrat: z.string().nullable() }
export const sparat = { 200: z.object({ andrat: z.string() }), ...problemsvar }
export const fritt = z.record(z.string(), z.unknown())

export const egetLage = async (t: Tjanster, m: Medborgare, arendeId: string): Promise<Flage> =>
  somForebyggande(await egetArende(t, m, arendeId))

/** A command in the person's own case, when it is one of this benefit. */
export const iEget = (
  t: Tjanster,
  m: Medborgare,
  arendeId: string,
  kommando: (l: Flage) => Kommando,
  dokument: Inkommen['dokument'] = [],
): Promise<Svar> => iEgetArende(t, m, arendeId, (l) => kommando(somForebyggande(l)), dokument)

export const utkastet = async (t: Tjanster, m: Medborgare, nyckel: string) => {
  const [u] = await somPerson(t.db, m.session, (q) => lasUtkast(q, m.s.anvandare, { nyckel }))
  return { utkast: u?.innehall ?? null, andrat: u?.andrat ?? null }
}
export const spara = (t: Tjanster, m: Medborgare, nyckel: string, arendeId: string | null, innehall: unknown) =>
  somPerson(t.db, m.session, async (q) => ({ andrat: await sparaUtkast(q, m.s.anvandare, nyckel, arendeId, innehall, t.klocka.nu()) }))
export const kasta = (t: Tjanster, m: Medborgare, nyckel: string) =>
  somPerson(t.db, m.session, (q) => taBortUtkast(q, m.s.anvandare, nyckel))

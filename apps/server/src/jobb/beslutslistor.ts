import { arbetaLista, godkandaListor } from '@atergang/lager'
import type { Tjanster } from '../app.ts'

/**
 * Decides what waits in approved lists. Safe to run at any time and by several servers: each case is locked, and its decisions and its rows are one
 * transaction. A server that was killed leaves rows that wait; whoever comes next goes on with them. Gives how many were decided or set aside.
 */
export async function arbetaListor(
  t: Pick<Tjanster, 'db' | 'lager' | 'klocka'>,
  o: { avbruten?: () => boolean; vidFel?: (text: string, fel: unknown) => void } = {},
): Promise<number> {
  let antal = 0
  for (const id of await godkandaListor(t.db)) {
    if (o.avbruten?.()) break
    const { beslutade, andrade } = await arbetaLista(t.db, t.lager, id, { nu: () => t.klocka.nu(), ...o })
    antal += beslutade + andrade
  }
  return antal
}

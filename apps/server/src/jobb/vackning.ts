import { gallrasFore } from '@atergang/formaner'
import { attVacka, gallraKandidater, nyaStallningarDen, planerAttVacka, somSystemet } from '@atergang/lager'
import type { Tjanster } from '../app.ts'
import { vackEnkater } from './enkat.ts'

const OMGANG = 200

/**
 * Looks again at every case whose day has come: reminders go out, rests end, closed chains close,
 * questions appear. Safe to run at any time and by several servers: each case is locked, and a
 * case looked at once has a later day. Candidates nobody has spoken with for long are forgotten, and
 * plans are looked at again on the day the evidence register begins to say something else. Surveys send
 * what is due and close.
 */
export async function vackAlla(t: Pick<Tjanster, 'db' | 'lager' | 'klocka' | 'config'>): Promise<number> {
  await somSystemet(t.db, async (q) => {
    const { dag } = t.klocka.nu()
    await gallraKandidater(q, gallrasFore(dag))
    for (const behandling of await nyaStallningarDen(q, dag)) await planerAttVacka(q, behandling, dag)
  })
  await vackEnkater(t)
  let antal = 0
  for (;;) {
    const nu = t.klocka.nu()
    const ids = await attVacka(t.db, nu.dag, OMGANG)
    for (const id of ids) await t.lager.vack(id, nu)
    antal += ids.length
    if (ids.length < OMGANG) return antal
  }
}

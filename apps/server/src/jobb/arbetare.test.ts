import { Ko, UTSKICK } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { testdatabas } from '../../../../tests/stod/databas.ts'
import type { Tjanster } from '../app.ts'
import { startaArbetare } from './arbetare.ts'

let ko: Ko
let stang: () => Promise<void>

beforeAll(async () => {
  const t = await testdatabas()
  ko = await Ko.starta(
    t.url,
    (sql) => t.db.agare.query(sql),
    () => undefined,
  )
  stang = async () => {
    await ko.stang()
    await t.stang()
  }
}, 60_000)
afterAll(() => stang())

it('ett utskick försöks om i flera dygn innan det ges upp', async () => {
  const { retryLimit, retryDelay } = (await ko.boss.getQueue(UTSKICK))!
  // The shortest the queue's own random waits can come to: half of the doubling delay each time.
  const sekunder = Array.from({ length: retryLimit! }, (_, n) => (retryDelay! * 2 ** Math.min(16, n + 1)) / 2).reduce((a, b) => a + b)
  expect(sekunder / 86_400).toBeGreaterThan(2)
  expect((2 * sekunder) / 86_400).toBeLessThan(14) // the queue forgets a job after fourteen days
})

it('när ett utskick ges upp står det i loggen vilket', async () => {
  const logg = vi.fn()
  const stopp = await startaArbetare({} as Tjanster, ko, logg)
  const arendeId = randomUUID()
  await ko.boss.send(UTSKICK, { slag: 'brev', arendeId, utskickId: randomUUID() }, { retryLimit: 0 })
  await vi.waitFor(
    () =>
      expect(logg).toHaveBeenCalledWith(expect.stringMatching(new RegExp(`brev.*${arendeId} ges upp efter 1 försök`)), expect.any(Error)),
    { timeout: 15_000 },
  )
  await stopp()
}, 30_000)

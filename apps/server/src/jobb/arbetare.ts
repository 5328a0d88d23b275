import { UTSKICK, VACKNING, type Ko, type Utskicksjobb } from '@atergang/lager'
import type { Tjanster } from '../app.ts'
import { tomIntygsmapp } from './intygsmapp.ts'
import { sandUtskick } from './utskick.ts'
import { vackAlla } from './vackning.ts'

const MAPPINTERVALL_MS = 2000

/** Starts the background work of one server. Several servers share the same queue. Returns how to stop. */
export async function startaArbetare(t: Tjanster, ko: Ko, logg: (text: string, fel?: unknown) => void): Promise<() => Promise<void>> {
  await ko.boss.work<Utskicksjobb>(UTSKICK, { batchSize: 10, pollingIntervalSeconds: 1 }, async (jobb) => {
    for (const j of jobb) await sandUtskick(t, j.data)
  })
  // A quarter past midnight and every hour: a case never sleeps past its day because one run failed.
  await ko.boss.work(VACKNING, async () => {
    await vackAlla(t)
  })
  await ko.boss.schedule(VACKNING, '15 * * * *', {}, { tz: 'Europe/Stockholm' })
  await ko.boss.send(VACKNING, {})
  let pagar: Promise<unknown> = Promise.resolve()
  const mapp = setInterval(() => {
    pagar = pagar.then(() => tomIntygsmapp(t)).catch((fel: unknown) => logg('Intygsmappen kunde inte läsas', fel))
  }, MAPPINTERVALL_MS)
  return async () => {
    clearInterval(mapp)
    await pagar
  }
}

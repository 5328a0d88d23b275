import { UTSKICK, VACKNING, type Ko, type Utskicksjobb } from '@atergang/lager'
import type { Tjanster } from '../app.ts'
import { arbetaListor } from './beslutslistor.ts'
import { tomIntygsmapp } from './intygsmapp.ts'
import { sandUtskick } from './utskick.ts'
import { vackAlla } from './vackning.ts'

const MAPPINTERVALL_MS = 2000
const LISTINTERVALL_MS = 1000

/** Starts the background work of one server. Several servers share the same queue. Returns how to stop. */
export async function startaArbetare(t: Tjanster, ko: Ko, logg: (text: string, fel?: unknown) => void): Promise<() => Promise<void>> {
  const arbetare = await ko.boss.work<Utskicksjobb>(
    UTSKICK,
    { batchSize: 1, pollingIntervalSeconds: 0.5, includeMetadata: true },
    async (jobb) => {
      // More may lie there: look at once, not after the pause.
      ko.boss.notifyWorker(arbetare)
      // One at a time: jobs taken together fail together, and what was sent would be sent again.
      for (const j of jobb) {
        try {
          await sandUtskick(t, j.data)
        } catch (fel) {
          if (j.retryCount >= j.retryLimit)
            logg(
              `Utskicket ${j.id} (${j.data.slag}) ${'arendeId' in j.data ? `i ärende ${j.data.arendeId}` : `om enkätutskicket ${j.data.utskickId}`} ges upp efter ${j.retryCount + 1} försök`,
              fel,
            )
          throw fel
        }
      }
    },
  )
  // A quarter past midnight and every hour: a case never sleeps past its day because one run failed.
  await ko.boss.work(VACKNING, async () => {
    await vackAlla(t)
  })
  await ko.boss.schedule(VACKNING, '15 * * * *', {}, { tz: 'Europe/Stockholm' })
  await ko.boss.send(VACKNING, {})
  const slut = { kommer: false }
  const stoppaMapp = omOchOm(
    MAPPINTERVALL_MS,
    () => tomIntygsmapp(t),
    (fel) => logg('Intygsmappen kunde inte läsas', fel),
  )
  const stoppaListor = omOchOm(
    LISTINTERVALL_MS,
    () => arbetaListor(t, { avbruten: () => slut.kommer, vidFel: logg }),
    (fel) => logg('De godkända beslutslistorna kunde inte arbetas av', fel),
  )
  return async () => {
    slut.kommer = true
    await Promise.all([stoppaMapp(), stoppaListor()])
  }
}

/** Does it again and again, never two at a time. Returns how to stop: what is under way is waited for. */
function omOchOm(ms: number, gor: () => Promise<unknown>, vidFel: (fel: unknown) => void): () => Promise<unknown> {
  let pagar: Promise<unknown> | null = null
  const klocka = setInterval(() => {
    pagar ??= gor()
      .catch(vidFel)
      .finally(() => (pagar = null))
  }, ms)
  return async () => {
    clearInterval(klocka)
    await pagar
  }
}

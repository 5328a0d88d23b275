import { skapaBrevskrivare } from '@atergang/brev'
import { Arendelager, Ko, oppnaDatabas, startaInbaddad } from '@atergang/lager'
import { prisbasbelopp } from '@atergang/regelverk'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Analysverk, analysval } from './analys/analysverk.ts'
import type { Tjanster } from './app.ts'
import { lasConfig, medAdress } from './config.ts'
import { laddaAprDemo } from './demo/apr/ladda.ts'
import { demokonton, laddaDemo } from './demo/demo.ts'
import { startaArbetare } from './jobb/arbetare.ts'
import { raknaOmHarlett } from './jobb/harledning.ts'
import { Klocka } from './klocka.ts'
import { somLoggrad } from './logg.ts'
import { skapaServer } from './server.ts'

const stangning: (() => Promise<unknown>)[] = []
let stanger = false

const sag = (text: string): void => void process.stdout.write(`${text}\n`)

/** The last day for which the demo can reckon: after it, the price base amount is not known. */
function demodag(idag: string): string | null {
  const sista = prisbasbelopp.varden.at(-1)!.tom!
  return idag > sista ? sista : null
}

/** Ctrl-C reaches the database as well, and its word of ending can come before the signal comes to us. */
const SIGNALEN_KAN_DROJA_MS = 500

/** When all is to stop, the database goes too: that a connection ends then is no error. */
const vidFel = (text: string): void => void setTimeout(() => stanger || process.stderr.write(`${text}\n`), SIGNALEN_KAN_DROJA_MS)

/** Nobody waited for what failed: the end of the process, unless all is to stop. The queue marks a job as done without being waited for. */
process.on(
  'unhandledRejection',
  (fel) =>
    void setTimeout(() => {
      if (stanger) return
      process.stderr.write(`${somLoggrad(fel)}\n`)
      process.exit(1)
    }, SIGNALEN_KAN_DROJA_MS),
)

/** Starts everything and prints the address. Ctrl-C stops all of it. */
async function huvud(): Promise<void> {
  lyssnaPaSignaler()
  const config = lasConfig(process.env, process.cwd())
  const klocka = new Klocka(config.klocka)
  const fast = config.demo && !config.klocka ? demodag(klocka.nu().dag) : null
  if (fast) {
    klocka.stall(fast as ReturnType<typeof klocka.nu>['dag'])
    sag(`Prisbasbeloppet är inte känt efter ${fast}: demon visar den dagen.`)
  }
  const inbaddad = config.databasUrl ? null : await startaInbaddad({ mapp: join(config.data, 'databas') })
  if (inbaddad) stangning.push(() => inbaddad.stang())
  try {
    const url = config.databasUrl ?? inbaddad!.url
    const db = await oppnaDatabas(url, { vidFel, dag: klocka.nu().dag })
    stangning.unshift(() => db.stang())
    const ko = await Ko.starta(url, (sql) => db.agare.query(sql), vidFel)
    stangning.unshift(() => ko.stang())
    const brev = skapaBrevskrivare()
    stangning.unshift(() => brev.stang())
    const lager = new Arendelager(db, ko)
    const analys = new Analysverk(analysval(config))
    stangning.unshift(() => analys.stang())
    const t: { -readonly [K in keyof Tjanster]: Tjanster[K] } = { config, db, lager, klocka, brev, analys }
    const omraknade = await raknaOmHarlett(t)
    if (omraknade > 0) sag(`Ny version: ${omraknade} ärenden har räknats om.`)
    if (config.demo) {
      await laddaDemo(t, sag)
      await laddaAprDemo(t, sag)
    }
    const app = await skapaServer(t, { basurl: () => t.config.basurl ?? '', konton: () => demokonton(t) })
    stangning.unshift(() => app.close())
    await app.listen({ port: config.port, host: config.host }).catch(async (fel: NodeJS.ErrnoException) => {
      if (fel.code !== 'EADDRINUSE' || process.env.PORT) throw fel
      await app.listen({ port: 0, host: config.host })
    })
    // Before the workers start: the letters they send hold links.
    t.config = medAdress(config, (app.server.address() as AddressInfo).port)
    const stoppa = await startaArbetare(t, ko, (text, fel) => app.log.error({ err: fel }, text))
    stangning.unshift(stoppa)
    // Last, and beside: what is counted on may take a while to make.
    analys.starta()
    sag(`\nÅtergång är igång: ${t.config.basurl}\n${config.demo ? 'Demoläge med påhittade personer. ' : ''}Stoppa med Ctrl-C.\n`)
  } catch (fel) {
    await stang()
    throw fel
  }
}

/** The embedded database comes with handlers that would stop it while we still use it: ours take their place, and stop in order. */
function lyssnaPaSignaler(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (stanger) return
      stanger = true
      void stang().then(
        () => process.exit(0),
        (fel: unknown) => {
          process.stderr.write(`${somLoggrad(fel)}\n`)
          process.exit(1)
        },
      )
    })
  }
}

async function stang(): Promise<void> {
  for (const f of stangning.splice(0)) await f()
}

huvud().catch((fel: unknown) => {
  if (stanger) return
  process.stderr.write(`Återgång kunde inte starta: ${fel instanceof Error ? fel.message : String(fel)}\n`)
  process.exit(1)
})

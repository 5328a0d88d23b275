// The server in a process of its own: the whole product with its background work, or a bare route that reads one row.
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { skapaBrevskrivare } from '@atergang/brev'
import { Arendelager, Ko, oppnaDatabas } from '@atergang/lager'
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { Analysverk, analysval } from '../../apps/server/src/analys/analysverk.ts'
import type { Tjanster } from '../../apps/server/src/app.ts'
import { Klocka } from '../../apps/server/src/klocka.ts'
import { startaArbetare } from '../../apps/server/src/jobb/arbetare.ts'
import { skapaServer } from '../../apps/server/src/server.ts'
import { svara } from './barn.ts'

const [, , slag, url, dag, data] = process.argv as [string, string, string, string, string, string]

// --- what goes to the database: statements, and waits for it (a statement sent behind another does not wait anew) ---

const rakning = { satser: 0, resor: 0 }
function rakna(): void {
  const pagar = new WeakMap<object, number>()
  const prototyp = pg.Client.prototype as unknown as { query: (...a: unknown[]) => unknown }
  const query = prototyp.query
  prototyp.query = function (this: object, ...a: unknown[]) {
    const n = pagar.get(this) ?? 0
    rakning.satser++
    if (n === 0) rakning.resor++
    pagar.set(this, n + 1)
    const klar = () => void pagar.set(this, pagar.get(this)! - 1)
    const sist = a.at(-1)
    if (typeof sist === 'function') {
      a[a.length - 1] = (...svar: unknown[]) => {
        klar()
        return (sist as (...s: unknown[]) => unknown)(...svar)
      }
      return query.apply(this, a)
    }
    const lofte = query.apply(this, a)
    if (lofte instanceof Promise) lofte.then(klar, klar)
    else klar()
    return lofte
  }
}

async function hela(): Promise<{ app: FastifyInstance; stang: () => Promise<void> }> {
  const db = await oppnaDatabas(url)
  const ko = await Ko.starta(url, (sql) => db.agare.query(sql))
  const brev = skapaBrevskrivare()
  const config = {
    port: 0,
    host: '127.0.0.1',
    databasUrl: url,
    data,
    basurl: null,
    klocka: null,
    demo: true,
    analysdata: join(data, 'ingen-analys'),
    intygsmapp: join(data, 'intyg-in'),
    vardUrl: null,
    vardtoken: null,
    loggniva: 'silent' as const,
    oidc: null,
  }
  const t: Tjanster = {
    config,
    db,
    lager: new Arendelager(db, ko),
    klocka: new Klocka(dag),
    brev,
    analys: new Analysverk(analysval(config)),
  }
  const app = await skapaServer(t, { basurl: () => 'http://localhost', konton: () => Promise.resolve([]) })
  const stoppa = await startaArbetare(t, ko, (text, fel) => void process.stderr.write(`${text}: ${String(fel)}\n`))
  return {
    app: app as unknown as FastifyInstance,
    stang: async () => {
      await stoppa()
      await ko.stang()
      await brev.stang()
      await db.stang()
    },
  }
}

function bar(): { app: FastifyInstance; stang: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  const app = Fastify()
  app.get<{ Params: { id: string } }>(
    '/rad/:id',
    async (req) => (await pool.query({ name: 'las', text: 'select * from bench.rad where id = $1', values: [req.params.id] })).rows[0],
  )
  return { app, stang: () => pool.end() }
}

let s: { app: FastifyInstance; stang: () => Promise<void> } | null = null

svara(
  async (m: { vad: 'starta' | 'nollstall' | 'rakna' }) => {
    if (m.vad === 'starta') {
      s = slag === 'bar' ? bar() : await hela()
      await s.app.listen({ port: 0, host: '127.0.0.1' })
      rakna()
      return (s.app.server.address() as AddressInfo).port
    }
    if (m.vad === 'nollstall') Object.assign(rakning, { satser: 0, resor: 0 })
    const cpu = process.cpuUsage()
    return { ...rakning, cpuMs: (cpu.user + cpu.system) / 1000 }
  },
  async () => {
    await s?.app.close()
    await s?.stang()
  },
)

import { datum } from '@atergang/kalender'
import { Domanfel } from '@atergang/arende'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { vackAlla } from '../jobb/vackning.ts'

/** Health, readiness and metrics in the usual formats; in the demo also the clock. */
export function registreraDrift(app: App, t: Tjanster): void {
  const register = new Registry()
  collectDefaultMetrics({ register, prefix: 'atergang_' })
  const tider = new Histogram({
    name: 'atergang_http_sekunder',
    help: 'Svarstid per rutt',
    labelNames: ['metod', 'rutt', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  })
  app.addHook('onResponse', async (req, svar) => {
    tider.observe({ metod: req.method, rutt: req.routeOptions.url ?? 'okänd', status: String(svar.statusCode) }, svar.elapsedTime / 1000)
  })

  app.get('/halsa', { schema: { hide: true } }, async (req, svar) => {
    try {
      await t.db.app.query('select 1')
      return { status: 'pass', dag: t.klocka.nu().dag }
    } catch (fel) {
      // Anybody may ask: what the database says is for the log.
      req.log.error({ err: fel }, 'databasen svarar inte')
      return svar.status(503).send({ status: 'fail', output: 'Databasen svarar inte.' })
    }
  })

  app.get('/metrics', { schema: { hide: true } }, async (_req, svar) => svar.type(register.contentType).send(await register.metrics()))

  app.post('/demo/klocka', { schema: { hide: true, body: z.object({ dag: z.iso.date() }) } }, async (req) => {
    if (!t.config.demo) throw new Domanfel('saknas', 'finnsInte', 'Adressen finns inte.')
    t.klocka.stall(datum(req.body.dag))
    const vackta = await vackAlla(t)
    return { ...t.klocka.nu(), vackta }
  })
}

import { oppnaDatabas, startaInbaddad } from '@atergang/lager'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { FLAGGOR, hittaChromium } from '../../scripts/webblasare.ts'
import { starta } from './barn.ts'
import { DAG } from './bestand.ts'
import { percentil, tal } from './matt.ts'

const ROT = fileURLToPath(new URL('../../', import.meta.url))
const DIST = `${ROT}apps/webb/dist`
const GRANS = 200_000
const MAL_SEKUNDER = 1.5
const GANGER = 7

export interface Forstasvar {
  readonly filer: readonly { readonly fil: string; readonly byte: number }[]
  readonly byte: number
  /** from navigation to a page whose first heading stands and whose fonts and scripts have come */
  readonly anvandbarMs: readonly number[]
}

/** What index.html loads itself: scripts, preloaded modules and styles, as sent. */
function storlek(): Forstasvar['filer'] {
  const html = readFileSync(`${DIST}/index.html`, 'utf8')
  const filer = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1]!)
  return filer.map((fil) => ({
    fil,
    byte: existsSync(`${DIST}/${fil}.gz`) ? readFileSync(`${DIST}/${fil}.gz`).length : gzipSync(readFileSync(`${DIST}/${fil}`)).length,
  }))
}

/** Builds the web the way `npm start` does, when something in it has changed. */
async function bygg(): Promise<void> {
  const { byggWebben } = (await import(new URL('../../scripts/bygg.mjs', import.meta.url).href)) as { byggWebben: () => void }
  byggWebben()
}

/** A browser that has never seen the page: new profile and empty cache each time. */
async function enGang(chromiumVag: string, adress: string): Promise<number> {
  const lasare = await chromium.launch({ executablePath: chromiumVag, args: FLAGGOR })
  try {
    const sida = await (await lasare.newContext({ locale: 'sv-SE' })).newPage()
    const start = performance.now()
    await sida.goto(adress, { waitUntil: 'commit' })
    await sida.locator('h1').first().waitFor({ state: 'visible' })
    await sida.waitForLoadState('load')
    return performance.now() - start
  } finally {
    await lasare.close()
  }
}

export async function forstaSidan(utanBygge = false): Promise<Forstasvar> {
  if (!utanBygge) await bygg()
  const filer = storlek()
  const chromiumVag = await hittaChromium()
  const mapp = mkdtempSync(join(tmpdir(), 'atergang-forst-'))
  const pg = await startaInbaddad({ mapp })
  const server = starta('./serverbarn.ts', ['hela', pg.url, DAG, mapp])
  try {
    await (await oppnaDatabas(pg.url)).stang()
    const port = await server.fraga<number>({ vad: 'starta' })
    const anvandbarMs: number[] = []
    for (let i = 0; i < GANGER; i++) anvandbarMs.push(await enGang(chromiumVag, `http://127.0.0.1:${port}/`))
    return { filer, byte: filer.reduce((n, f) => n + f.byte, 0), anvandbarMs }
  } finally {
    await server.stang()
    await pg.stang()
    rmSync(mapp, { recursive: true, force: true })
  }
}

export function skrivForsta(s: Forstasvar): string {
  const median = percentil(s.anvandbarMs, 0.5) / 1000
  return [
    ...s.filer.map((f) => `  ${f.fil}: ${tal(f.byte / 1000, 1)} kB gzip`),
    `JavaScript och CSS: ${tal(s.byte / 1000, 1)} kB gzip (gräns ${GRANS / 1000}: ${s.byte <= GRANS ? 'ja' : 'NEJ'})`,
    `Användbar i Chromium med tom cache: ${tal(median)} s median av ${s.anvandbarMs.length}, längst ${tal(Math.max(...s.anvandbarMs) / 1000)} s (mål < ${tal(MAL_SEKUNDER, 1)}: ${median < MAL_SEKUNDER ? 'ja' : 'NEJ'})`,
  ].join('\n')
}

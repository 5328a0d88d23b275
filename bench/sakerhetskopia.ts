// npm run bench:kopia: what a copy and a verified restore cost, beside the bare work of the same PostgreSQL in the same run.
import { aterstallKopia, oppnaDatabas, provaKopia, skapaKopia, startaInbaddad, type Manifest } from '@atergang/lager'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { laddaBestand } from './webb/bestand.ts'
import { tabell, tal } from './webb/matt.ts'

const ARENDEN = Number(process.argv.find((a) => a.startsWith('--arenden='))?.split('=')[1] ?? 4000)
const sag = (text: string): void => void process.stdout.write(`${text}\n`)

interface Matt {
  readonly s: number
  /** how far resident memory rose above where it stood, MB; sampled */
  readonly mb: number
}

async function mat<T>(f: () => Promise<T>): Promise<Matt & { svar: T }> {
  const [fran, minne] = [performance.now(), process.memoryUsage.rss()]
  let hogst = minne
  const takt = setInterval(() => (hogst = Math.max(hogst, process.memoryUsage.rss())), 20)
  try {
    const svar = await f()
    return { svar, s: (performance.now() - fran) / 1000, mb: (hogst - minne) / 1_000_000 }
  } finally {
    clearInterval(takt)
  }
}

/** The same rows through the same driver, unsorted, thrown away: the least a copy can cost. */
async function bara(url: string, m: Manifest): Promise<void> {
  const k = new pg.Client({ connectionString: url })
  await k.connect()
  for (const t of m.tabeller) for await (const _ of k.query(to(`copy app.${t.namn} to stdout (format binary)`)) as AsyncIterable<Buffer>);
  await k.end()
}

async function styr(url: string, sats: string): Promise<void> {
  const k = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') })
  await k.connect()
  await k.query(sats)
  await k.end()
}

const mapp = mkdtempSync(join(tmpdir(), 'atergang-bench-kopia-'))
const inbaddad = await startaInbaddad({ mapp })
try {
  const db = await oppnaDatabas(inbaddad.url)
  sag(`Laddar ${ARENDEN} ärenden …`)
  await laddaBestand(db, ARENDEN, 0, () => undefined)
  await db.stang()
  const skapad = await mat(() => skapaKopia(inbaddad.url, join(mapp, 'kopior')))
  const { mapp: kopia, manifest } = skapad.svar
  const lasta = await mat(() => bara(inbaddad.url, manifest))
  const provad = await mat(() => provaKopia(kopia))
  // PostgreSQL's own copy, file by file inside one server: no check, no way out of the house.
  const filvis = await mat(() => styr(inbaddad.url, 'create database filvis template atergang'))
  await styr(inbaddad.url, 'create database ny')
  const aterstalld = await mat(() => aterstallKopia(inbaddad.url.replace(/\/[^/]*$/, '/ny'), kopia))
  const rader = manifest.tabeller.reduce((s, t) => s + t.rader, 0)
  const [uppackat, packat] = [
    manifest.tabeller.reduce((s, t) => s + t.byte, 0),
    readdirSync(kopia).reduce((s, f) => s + statSync(join(kopia, f)).size, 0),
  ]
  sag(
    `${tal(rader, 0)} rader, ${tal(manifest.kedjor.handelser, 0)} händelser i ${tal(manifest.kedjor.arenden, 0)} ärenden; ${tal(uppackat / 1e6, 0)} MB uppackat, ${tal(packat / 1e6, 0)} MB i kopian.`,
  )
  const rad = (namn: string, m: Matt, mot: Matt): string[] => [namn, tal(m.s), tal(rader / m.s, 0), tal(m.s / mot.s), tal(m.mb, 0)]
  sag(
    tabell(
      ['Säkerhetskopia', 's', 'rader/s', 'kvot', 'minne +MB'],
      [
        rad('samma rader ut, kastade (mot)', lasta, lasta),
        rad('skapa: skriven, kedjor prövade, läst tillbaka', skapad, lasta),
        rad('prova', provad, lasta),
        rad('PostgreSQL kopierar databasen filvis (mot)', filvis, filvis),
        rad('aterstall: inläst, utläst, kedjor prövade', aterstalld, filvis),
      ],
    ),
  )
} finally {
  await inbaddad.stang()
  rmSync(mapp, { recursive: true, force: true })
}
process.exit(0)

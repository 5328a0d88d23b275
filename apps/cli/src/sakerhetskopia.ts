import type { InbaddadDatabas, Manifest } from '@atergang/lager'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kravText, lasArgument, type Argument } from './argument.ts'
import { Kommandofel } from './problem.ts'

export interface Kopiasvar {
  readonly gjort: 'skapad' | 'provad' | 'aterstalld'
  /** the folder of the copy */
  readonly kopia: string
  /** the moment everything in it is from */
  readonly tagen: string
  readonly tabeller: number
  readonly rader: number
  /** unpacked */
  readonly byte: number
  readonly ejUtskickade: number
  readonly arenden: number
  readonly handelser: number
  /** cases whose journal did not hold together already when the copy was made */
  readonly kedjebrott: Manifest['kedjor']['brott']
  /** migrations run after a restore, when the program is newer than the copy */
  readonly migrerat: readonly string[]
}

const ROT = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * `sakerhetskopia skapa --till MAPP`, `prova --fran KOPIA`, `aterstall --fran KOPIA`. The database is the one the server uses: DATABASE_URL,
 * or the embedded one in ATERGANG_DATA, running or not.
 */
export async function sakerhetskopia(ord: readonly string[]): Promise<Kopiasvar> {
  const [vad, ...resten] = ord
  const a = lasArgument(resten, { till: { type: 'string' }, fran: { type: 'string' } }, Infinity)
  if (a.resten.length) throw okant()
  try {
    switch (vad) {
      case 'skapa':
        return await skapa(mappen(a, 'till', 'mappen som kopian ska skrivas i'))
      case 'prova': {
        const kopia = mappen(a, 'fran', 'kopians mapp')
        return svar('provad', kopia, await (await import('@atergang/lager')).provaKopia(kopia))
      }
      case 'aterstall':
        return await aterstall(mappen(a, 'fran', 'kopians mapp'))
      default:
        throw okant()
    }
  } catch (fel) {
    throw begripligt(fel)
  }
}

const okant = () =>
  new Kommandofel(
    'okantKommando',
    'Skriv ”sakerhetskopia skapa --till MAPP”, ”sakerhetskopia prova --fran KOPIA” eller ”sakerhetskopia aterstall --fran KOPIA”.',
  )

/** Where the caller stands, as with any file. */
const mappen = (a: Argument, namn: string, vad: string): string => resolve(kravText(a, namn, vad))

async function skapa(till: string): Promise<Kopiasvar> {
  const { skapaKopia } = await import('@atergang/lager')
  const { mapp, manifest } = await iDatabasen(true, (url) => skapaKopia(url, till))
  const { brott } = manifest.kedjor
  // The copy is good, but whoever reads exit codes must come and look.
  if (brott.length)
    throw new Kommandofel(
      'kedjanBruten',
      `Kopian är skriven till ${mapp}, men ${brott.length} ${brott.length === 1 ? 'journal' : 'journaler'} håller inte ihop: någon har ändrat i databasen utanför programmet.`,
      brott.map((b) => ({ falt: b.nummer, text: b.text })),
    )
  return svar('skapad', mapp, manifest)
}

async function aterstall(fran: string): Promise<Kopiasvar> {
  const { aterstallKopia } = await import('@atergang/lager')
  const { manifest, migrerat } = await iDatabasen(false, (url) => aterstallKopia(url, fran))
  return svar('aterstalld', fran, manifest, migrerat)
}

const svar = (gjort: Kopiasvar['gjort'], kopia: string, m: Manifest, migrerat: readonly string[] = []): Kopiasvar => ({
  gjort,
  kopia,
  tagen: m.tagen,
  tabeller: m.tabeller.length,
  rader: m.tabeller.reduce((s, t) => s + t.rader, 0),
  byte: m.tabeller.reduce((s, t) => s + t.byte, 0),
  ejUtskickade: m.utskick.rader,
  arenden: m.kedjor.arenden,
  handelser: m.kedjor.handelser,
  kedjebrott: m.kedjor.brott,
  migrerat,
})

/** With the server's database; an embedded one that is not running is started for the time it takes. */
async function iDatabasen<T>(skaFinnas: boolean, f: (url: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return f(process.env.DATABASE_URL)
  const data = resolve(ROT, process.env.ATERGANG_DATA || 'data')
  const mapp = join(data, 'databas')
  if (skaFinnas && !existsSync(join(mapp, 'pg', 'PG_VERSION')))
    throw new Kommandofel(
      'ingenDatabas',
      `Det finns ingen databas i ${data}. Ange rätt mapp i ATERGANG_DATA, eller databasens adress i DATABASE_URL.`,
    )
  const inbaddad: InbaddadDatabas = await (await import('@atergang/lager')).startaInbaddad({ mapp })
  try {
    return await f(inbaddad.url)
  } finally {
    await inbaddad.stang()
  }
}

const DATABASEN_SVARAR_INTE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ECONNRESET',
  'EAI_AGAIN',
  '28P01',
  '28000',
  '3D000',
  '57P03',
])
const MAPPEN_GAR_INTE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EISDIR', 'EEXIST'])

/** What the operator can mend is said as such; anything else is thrown on. */
function begripligt(fel: unknown): unknown {
  const { code, message } = fel as { code?: unknown; message?: string }
  if (typeof code !== 'string') return fel
  if (DATABASEN_SVARAR_INTE.has(code))
    return new Kommandofel('databasenSvararInte', `Databasen kan inte nås (${code}). Kontrollera DATABASE_URL, och att databasen är igång.`)
  if (MAPPEN_GAR_INTE.has(code))
    return new Kommandofel('mappenKanInteAnvandas', `Mappen kan inte användas: ${message ?? code}.`, [
      { falt: 'mapp', text: 'Kontrollera rättigheter och ledigt utrymme.' },
    ])
  if (code === '42501')
    return new Kommandofel('saknarRattighet', 'Databasanvändaren i DATABASE_URL får inte läsa allt. Använd den som äger tabellerna.')
  return fel
}

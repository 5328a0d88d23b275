import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, mkdtempSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Analysfel } from '../fel.ts'

/** What lies in a folder of data: `register/NAMN/*.parquet`, and for an invented country its truth in `facit/` and `facit.json`. */
export interface Manifest {
  readonly format: 1
  /** invented people: nothing need be hidden, and methods can be tried against the truth */
  readonly pahittad: boolean
  readonly val?: Readonly<Record<string, unknown>>
  readonly register: Readonly<Record<string, Registeruppgift>>
}
export interface Registeruppgift {
  readonly rader: number
  /** sum of the rows' hashes: equal for equal content in any order */
  readonly avtryck: string
  /** file the rows were read from, without its folder */
  readonly ur?: string
}

const MANIFEST = 'manifest.json'
export const registermapp = (mapp: string, namn: string): string => join(mapp, namn.startsWith('facit_') ? 'facit' : 'register', namn)

/** @throws {Analysfel} when the folder is not one of ours */
export function lasManifest(mapp: string): Manifest {
  const fil = join(mapp, MANIFEST)
  if (!existsSync(fil)) {
    throw new Analysfel('ingenDatamapp', `Mappen ”${mapp}” innehåller ingen data för analys.`, [
      { falt: 'data', text: 'Skapa data med ”atergang syntet” eller ”atergang analys importera”.' },
    ])
  }
  const m = JSON.parse(readFileSync(fil, 'utf8')) as Manifest
  if (m.format !== 1)
    throw new Analysfel('okantFormat', `Mappen ”${mapp}” är skriven i ett format som inte kan läsas här.`, [
      { falt: 'data', text: 'Skapa data på nytt.' },
    ])
  return m
}

export const skrivManifest = (mapp: string, m: Manifest): void => writeFileSync(join(mapp, MANIFEST), `${JSON.stringify(m, null, 2)}\n`)

/** All that the writing of an invented country leaves behind. */
const ETT_LANDS = new Set([MANIFEST, 'register', 'facit', 'facit.json', 'kalibrering.csv', 'kalibrering.json', 'kalibrering.md'])

function kravErsattbar(mal: string, hel: string): void {
  if (!existsSync(hel)) return
  const vagra = (text: string): never => {
    throw new Analysfel('mappenFinns', `”${mal}” finns redan och ${text}`, [{ falt: 'ut', text: 'Ange en ny eller tom mapp.' }])
  }
  if (!statSync(hel).isDirectory()) vagra('är ingen mapp.')
  const finns = readdirSync(hel)
  if (finns.length === 0) return
  const annat = finns.filter((n) => !ETT_LANDS.has(n))
  if (annat.length || !finns.includes(MANIFEST)) vagra(`innehåller annat: ${(annat.length ? annat : finns).slice(0, 5).join(', ')}.`)
  if (!lasManifest(hel).pahittad) vagra('innehåller inlästa register, som inte är påhittade.')
}

/**
 * All or nothing: `skriv` fills a folder beside the target, which takes the target's name only when all of it is written.
 * @throws {Analysfel} when the target holds anything but an invented country of ours, so that nothing else is ever written over
 */
export async function skrivHelt<T>(mal: string, skriv: (mapp: string) => Promise<T>): Promise<T> {
  const hel = resolve(mal)
  kravErsattbar(mal, hel)
  mkdirSync(dirname(hel), { recursive: true })
  const tillfallig = mkdtempSync(join(dirname(hel), `.${basename(hel)}-`))
  try {
    const svar = await skriv(tillfallig)
    const gammal = existsSync(hel) ? `${tillfallig}-gammal` : null
    if (gammal) renameSync(hel, gammal)
    renameSync(tillfallig, hel)
    if (gammal) rmSync(gammal, { recursive: true })
    return svar
  } catch (fel) {
    rmSync(tillfallig, { recursive: true, force: true })
    throw fel
  }
}

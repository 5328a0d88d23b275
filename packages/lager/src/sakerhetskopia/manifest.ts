import { indatafel, kanonisk, type Domanfel } from '@atergang/arende'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Migrationsrad } from '../migrera.ts'
import type { Kedjeprov } from './kedjor.ts'

export const FORMAT = 'atergang-sakerhetskopia 1'

/** One file of the copy: gzip around what the checksum and the size are of. */
export interface Kopiefil {
  readonly fil: string
  readonly rader: number
  readonly byte: number
  readonly sha256: string
}

/** A table as binary COPY, in the order of its primary key: the same rows give the same bytes. */
export interface Kopietabell extends Kopiefil {
  readonly namn: string
  readonly kolumner: readonly string[]
}

export interface Sekvens {
  readonly namn: string
  readonly varde: number
  readonly anvand: boolean
}

/** What the copy holds. Tables in an order in which they can be loaded: none before what it refers to. */
export interface Manifest {
  readonly format: string
  /** the moment everything in the copy is from */
  readonly tagen: string
  readonly postgres: string
  readonly migreringar: readonly Migrationsrad[]
  readonly tabeller: readonly Kopietabell[]
  readonly sekvenser: readonly Sekvens[]
  /** messages that had not left the house: letters, questions to care, payment bases, appeals */
  readonly utskick: Kopiefil
  readonly kedjor: Kedjeprov
}

const FIL = 'manifest.json'
const summan = (m: Manifest): string => createHash('sha256').update(kanonisk(m)).digest('hex')

const skadad = (text: string): Domanfel =>
  indatafel('kopianSkadad', `Säkerhetskopian är skadad. ${text}`, [
    { falt: 'fran', text: 'Hämta kopian på nytt, eller använd en annan kopia.' },
  ])

export const skrivManifest = (mapp: string, m: Manifest): Promise<void> =>
  writeFile(join(mapp, FIL), `${JSON.stringify({ ...m, summa: summan(m) }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })

/** @throws {Domanfel} `kopianSaknas`, `okantFormat`, `kopianSkadad` */
export async function lasManifest(mapp: string): Promise<Manifest> {
  const text = await readFile(join(mapp, FIL), 'utf8').catch((fel: NodeJS.ErrnoException) => {
    if (fel.code !== 'ENOENT' && fel.code !== 'ENOTDIR') throw fel
    throw indatafel('kopianSaknas', `I ${mapp} finns ingen hel säkerhetskopia: ${FIL} saknas.`, [
      { falt: 'fran', text: 'Ange mappen som ”sakerhetskopia skapa” skrev.' },
    ])
  })
  const { summa, ...m } = tolkad(text)
  if (m.format !== FORMAT)
    throw indatafel('okantFormat', `Säkerhetskopian har formatet ”${m.format}”. Det här programmet läser ”${FORMAT}”.`, [
      { falt: 'fran', text: 'Återställ med den version av Återgång som skrev kopian.' },
    ])
  if (summan(m) !== summa) throw skadad(`${FIL} stämmer inte med sin kontrollsumma.`)
  return m
}

function tolkad(text: string): Manifest & { summa: string } {
  try {
    return JSON.parse(text) as Manifest & { summa: string }
  } catch {
    throw skadad(`${FIL} kan inte läsas.`)
  }
}

/** The file unpacked, as it goes into the database. */
export const uppackad = (mapp: string, f: Kopiefil, till: NodeJS.WritableStream): Promise<void> =>
  pipeline(createReadStream(join(mapp, f.fil)), createGunzip(), till)

/** Size and checksum of a stream, read to its end. */
export async function summera(strom: Readable): Promise<{ byte: number; sha256: string }> {
  const hash = createHash('sha256')
  let byte = 0
  for await (const bit of strom as AsyncIterable<Buffer>) {
    byte += bit.byteLength
    hash.update(bit)
  }
  return { byte, sha256: hash.digest('hex') }
}

/** Reads every file of the copy and compares it with the manifest. Touches no database. @throws {Domanfel} naming the file that does not hold */
export async function provaKopia(mapp: string): Promise<Manifest> {
  const m = await lasManifest(mapp)
  for (const f of [...m.tabeller, m.utskick]) {
    const gunzip = createGunzip()
    // A file that is missing or cut off is told of by the name it has in the copy.
    const [funnet] = await Promise.all([summera(gunzip), pipeline(createReadStream(join(mapp, f.fil)), gunzip)]).catch(
      (fel: NodeJS.ErrnoException) => {
        throw fel.code === 'ENOENT' ? skadad(`Filen ${f.fil} saknas.`) : skadad(`Filen ${f.fil} kan inte läsas: ${fel.message}.`)
      },
    )
    if (funnet.sha256 !== f.sha256 || funnet.byte !== f.byte) throw skadad(`Filen ${f.fil} stämmer inte med sin kontrollsumma.`)
  }
  return m
}

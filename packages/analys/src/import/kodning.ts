import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export const KODNINGAR = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Kodning = (typeof KODNINGAR)[number]

/** Where a file's bytes cannot be what they are said to be. Rows and columns count from 1; a column is a character here. */
export interface Kodningsfel {
  readonly rad: number
  readonly kolumn: number
  readonly text: string
}

const NUL = 0
const PROV = 4096
/** Bytes that Windows-1252 leaves unused: a file with one of them is something else. */
const OANVANDA = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** What the first bytes say: a byte order mark, or every other byte nought as in Latin text of UTF-16. */
async function avBorjan(fil: string): Promise<Kodning | null> {
  const h = await open(fil)
  try {
    const { bytesRead, buffer } = await h.read(Buffer.alloc(PROV), 0, PROV, 0)
    const b = buffer.subarray(0, bytesRead)
    if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
    if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
    if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
    const noll = (rest: number): number => b.filter((x, i) => i % 2 === rest && x === NUL).length
    if (noll(1) > bytesRead / 8) return 'utf-16le'
    if (noll(0) > bytesRead / 8) return 'utf-16be'
    return null
  } finally {
    await h.close()
  }
}

/** Follows row and character while bytes go by. */
class Plats {
  rad = 1
  kolumn = 0
  ta(text: string): void {
    for (let i = 0; i < text.length; i++) {
      if (text[i] === '\n') {
        this.rad++
        this.kolumn = 0
      } else this.kolumn++
    }
  }
}

/** The first place where the bytes are not UTF-8, or null. Reads the file once, a piece at a time. */
async function forstaFelIUtf8(fil: string): Promise<Kodningsfel | null> {
  const p = new Plats()
  const avkodare = new TextDecoder('utf-8', { fatal: true })
  for await (const del of createReadStream(fil) as AsyncIterable<Buffer>) {
    try {
      p.ta(avkodare.decode(del, { stream: true }))
    } catch (fel) {
      if (!(fel instanceof TypeError)) throw fel
      // The decoder does not say where: go byte by byte through this piece.
      const sokare = new TextDecoder('utf-8', { fatal: true })
      let klart = 0
      for (let i = 0; i < del.length; i++) {
        try {
          p.ta(sokare.decode(del.subarray(i, i + 1), { stream: true }))
          klart = i
        } catch (inre) {
          if (!(inre instanceof TypeError)) throw inre
          return { rad: p.rad, kolumn: p.kolumn + 1, text: `Tecknet är inte UTF-8 (byte 0x${del[Math.max(klart, i)]!.toString(16)}).` }
        }
      }
    }
  }
  try {
    p.ta(avkodare.decode())
  } catch (fel) {
    if (!(fel instanceof TypeError)) throw fel
    return { rad: p.rad, kolumn: p.kolumn + 1, text: 'Filen slutar mitt i ett tecken.' }
  }
  return null
}

async function oanvand(fil: string): Promise<Kodningsfel | null> {
  let rad = 1
  let kolumn = 0
  for await (const del of createReadStream(fil) as AsyncIterable<Buffer>) {
    for (const b of del) {
      if (b === 10) {
        rad++
        kolumn = 0
      } else kolumn++
      if (OANVANDA.has(b) || b === NUL)
        return { rad, kolumn, text: `Byten 0x${b.toString(16).padStart(2, '0')} finns inte i Windows-1252.` }
    }
  }
  return null
}

export interface Kodningssvar {
  readonly kodning: Kodning
  /** told to the user when the encoding was found out and not said */
  readonly notis: string | null
  readonly fel: Kodningsfel | null
}

/** Which encoding a file is in, or where it is not in the one it was said to be in. */
export async function avgorKodning(fil: string, sagd: Kodning | null): Promise<Kodningssvar> {
  const borjan = await avBorjan(fil)
  if (sagd && borjan && sagd !== borjan)
    return { kodning: sagd, notis: null, fel: { rad: 1, kolumn: 1, text: `Filen är ${borjan}, inte ${sagd}.` } }
  const kodning = sagd ?? borjan
  if (kodning === 'utf-16le' || kodning === 'utf-16be')
    return { kodning, notis: sagd ? null : `Filen är inte UTF-8 (rad 1, kolumn 1) och lästes som ${kodning}.`, fel: null }
  if (kodning === 'windows-1252') return { kodning, notis: null, fel: await oanvand(fil) }
  const iUtf8 = await forstaFelIUtf8(fil)
  if (!iUtf8) return { kodning: 'utf-8', notis: null, fel: null }
  if (kodning === 'utf-8') return { kodning, notis: null, fel: iUtf8 }
  const iWindows = await oanvand(fil)
  if (iWindows) return { kodning: 'utf-8', notis: null, fel: iUtf8 }
  return {
    kodning: 'windows-1252',
    notis: `Filen är inte UTF-8 (rad ${iUtf8.rad}, kolumn ${iUtf8.kolumn}) och lästes som Windows-1252. Kontrollera å, ä och ö.`,
    fel: null,
  }
}

/** UTF-8 that has been read as Windows-1252 and saved so: ”Ã¤” for ”ä”. */
const DUBBEL = /Ã[¤¥¶„…–\u0084\u0085\u0096]|Ã©|â‚¬/
/** Why a cell's text cannot be as it was meant, or null. */
export function forstord(text: string): string | null {
  if (text.includes('\uFFFD')) return 'Cellen har ett tecken som inte gick att läsa. Spara filen som UTF-8 och försök igen.'
  if (DUBBEL.test(text)) return `”${text.slice(0, 40)}” är UTF-8 som sparats som Windows-1252. Hämta filen på nytt eller rätta kodningen.`
  return null
}

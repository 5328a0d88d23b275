import { CsvError, parse } from 'csv-parse'
import { createReadStream, existsSync } from 'node:fs'
import { Transform, type TransformCallback } from 'node:stream'
import { Analysfel } from '../fel.ts'
import { avgorKodning, type Kodning } from './kodning.ts'

export interface Filfel {
  /** row of the file, the header counted as 1 */
  readonly rad: number
  /** column's name, or its number from 1 */
  readonly kolumn: string
  readonly text: string
}

export interface Csvval {
  readonly kodning?: Kodning
  readonly avgransare?: ',' | ';' | '\t' | '|'
}
export interface Csvrad {
  readonly rad: number
  readonly celler: readonly string[]
}
export interface Csvfil {
  readonly rubriker: readonly string[]
  readonly kodning: Kodning
  readonly avgransare: string
  readonly notiser: readonly string[]
  rader(): AsyncGenerator<Csvrad>
}

/** @throws {Analysfel} with every fault by row and column */
export function stoppa(fil: string, fel: readonly Filfel[], totalt = fel.length): never {
  throw new Analysfel(
    'felIFilen',
    `${totalt === 1 ? 'Ett fel' : `${totalt.toLocaleString('sv-SE')} fel`} i ${fil}. Ingenting har lästs in.`,
    fel.map((f) => ({ falt: `rad ${f.rad}, kolumn ${f.kolumn}`, text: f.text })),
  )
}

class Avkodare extends Transform {
  readonly #d: TextDecoder
  constructor(kodning: Kodning) {
    super({ encoding: 'utf8' })
    this.#d = new TextDecoder(kodning)
  }
  override _transform(del: Buffer, _: BufferEncoding, klar: TransformCallback): void {
    klar(null, this.#d.decode(del, { stream: true }))
  }
  override _flush(klar: TransformCallback): void {
    klar(null, this.#d.decode())
  }
}

async function* textdelar(fil: string, kodning: Kodning): AsyncGenerator<string> {
  for await (const del of createReadStream(fil).pipe(new Avkodare(kodning)) as AsyncIterable<string>) yield del
}

async function forstaRaden(fil: string, kodning: Kodning): Promise<string> {
  let text = ''
  for await (const del of textdelar(fil, kodning)) {
    text += del
    const slut = text.search(/\r?\n/)
    if (slut >= 0) return text.slice(0, slut)
  }
  return text
}

/** The line a fault of quotation marks is on: rows before it may have been read ahead and lost. One never closed is named by the line its row begins on. */
const felrad = (fel: CsvError, last: number): number =>
  fel.code === 'CSV_QUOTE_NOT_CLOSED' ? Math.max(last, Number(fel.records) + 1) : Number(fel.lines)

const AVGRANSARE = [';', '\t', '|', ','] as const
const antal = (text: string, tecken: string): number => text.replace(/"[^"]*"/g, '').split(tecken).length - 1

/**
 * Opens a file of rows and columns: finds out encoding and separator, and gives its rows with the line each begins on.
 * @throws {Analysfel} when it is missing, empty, in another encoding than said, or has two columns of one name
 */
export async function oppnaCsv(fil: string, val: Csvval = {}): Promise<Csvfil> {
  const namn = fil.split('/').at(-1)!
  if (!existsSync(fil)) throw new Analysfel('filenSaknas', `Filen ”${fil}” finns inte.`, [{ falt: 'fil', text: 'Kontrollera sökvägen.' }])
  const k = await avgorKodning(fil, val.kodning ?? null)
  if (k.fel)
    stoppa(namn, [{ rad: k.fel.rad, kolumn: String(k.fel.kolumn), text: `${k.fel.text} Spara filen som UTF-8, eller ange rätt kodning.` }])
  const huvud = await forstaRaden(fil, k.kodning)
  if (huvud.replace(/\uFEFF/, '').trim() === '') stoppa(namn, [{ rad: 1, kolumn: '1', text: 'Filen är tom.' }])
  const avgransare = val.avgransare ?? [...AVGRANSARE].sort((a, b) => antal(huvud, b) - antal(huvud, a))[0]!
  const las = async function* (): AsyncGenerator<Csvrad> {
    const tolk = createReadStream(fil)
      .pipe(new Avkodare(k.kodning))
      .pipe(parse({ delimiter: avgransare, bom: true, relax_column_count: true, relax_quotes: false, skip_empty_lines: false }))
    let rad = 1
    try {
      for await (const celler of tolk as AsyncIterable<string[]>) {
        if (celler.length > 1 || celler[0] !== '') yield { rad, celler }
        // A quoted cell may hold line breaks: a row is named by the line it begins on.
        rad += 1 + celler.reduce((n, c) => n + (c.includes('\n') ? c.split('\n').length - 1 : 0), 0)
      }
    } catch (fel) {
      if (fel instanceof CsvError)
        stoppa(namn, [
          {
            rad: felrad(fel, rad),
            kolumn: String(Number((fel as { index?: number }).index ?? 0) + 1),
            text: 'Citattecknen går inte ihop. Stäng cellen med ett citattecken, eller skriv ” som två.',
          },
        ])
      throw fel
    }
  }
  const forsta = await las().next()
  const rubriker = (forsta.value as Csvrad).celler.map((c) => c.trim())
  const dubbla = rubriker.flatMap((r, i) =>
    rubriker.indexOf(r) < i ? [{ rad: 1, kolumn: String(i + 1), text: `Kolumnen ”${r}” finns två gånger.` }] : [],
  )
  if (dubbla.length) stoppa(namn, dubbla)
  return {
    rubriker,
    kodning: k.kodning,
    avgransare,
    notiser: k.notis ? [k.notis] : [],
    async *rader() {
      const rader = las()
      await rader.next()
      yield* rader
    },
  }
}

import { arDatum, datum, type Datum } from '@atergang/kalender'
import { readFileSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Kommandofel } from './problem.ts'

type Val = NonNullable<ParseArgsConfig['options']>

/** Options every command takes. */
const GEMENSAMMA: Val = { json: { type: 'boolean' }, text: { type: 'boolean' } }

export interface Argument {
  readonly varden: Readonly<Record<string, string | boolean | undefined>>
  readonly resten: readonly string[]
}

/**
 * Reads the words after the command, of which at most `hogst` are no options: a stray word would else pass in silence.
 * @throws {Kommandofel} naming the word or option that is unknown, told twice or lacks its value
 */
export function lasArgument(ord: readonly string[], val: Val, hogst = 0): Argument {
  const options = { ...GEMENSAMMA, ...val }
  const { varden, resten, tokens } = tolkade(ord, options)
  const tvaGanger = tokens.find((n, i) => options[n]?.type === 'string' && tokens.indexOf(n) !== i)
  if (tvaGanger)
    throw new Kommandofel('valTvaGanger', `Valet --${tvaGanger} står två gånger.`, [{ falt: tvaGanger, text: 'Ta bort det ena.' }])
  const over = resten[hogst]
  if (over !== undefined)
    throw new Kommandofel('okantOrd', `”${over}” förstås inte här. Kör ”atergang hjalp” för att se kommandot.`, [
      { falt: over, text: 'Ta bort ordet, eller sätt citattecken runt ett värde med mellanslag i.' },
    ])
  return { varden, resten }
}

function tolkade(ord: readonly string[], options: Val): Argument & { readonly tokens: readonly string[] } {
  try {
    const { values, positionals, tokens } = parseArgs({ args: [...ord], options, allowPositionals: true, strict: true, tokens: true })
    return {
      varden: values as Argument['varden'],
      resten: positionals,
      tokens: tokens.flatMap((t) => (t.kind === 'option' ? [t.name] : [])),
    }
  } catch (fel) {
    throw valfel(String(fel), options)
  }
}

/** What the reader of options says in English, in Swedish and with what to do. */
function valfel(sagt: string, options: Val): Kommandofel {
  const val = /'(?:-\w, )?(--?[\w-]+)/.exec(sagt)?.[1]
  if (val === undefined)
    return new Kommandofel('okantVal', 'Kommandot kan inte läsas. Kör ”atergang hjalp”.', [
      { falt: 'kommando', text: 'Kontrollera stavningen.' },
    ])
  const namn = val.replace(/^-+/, '')
  const fel = (text: string, rad: string): Kommandofel =>
    new Kommandofel('okantVal', `${text} Kör ”atergang hjalp” för att se valen.`, [{ falt: namn, text: rad }])
  if (!Object.hasOwn(options, namn)) return fel(`Valet ${val} finns inte.`, 'Kontrollera stavningen, eller ta bort valet.')
  return options[namn]?.type === 'boolean'
    ? fel(`Valet ${val} tar inget värde.`, `Skriv bara ${val}, eller låt bli valet.`)
    : fel(`Valet ${val} saknar värde.`, `Ge valet ett värde. Börjar det med minus: skriv ${val}=VÄRDE.`)
}

export function kravText(a: Argument, namn: string, vad: string): string {
  const v = a.varden[namn]
  if (typeof v !== 'string' || v === '')
    throw new Kommandofel('saknarVal', `Ange ${vad} med --${namn}.`, [{ falt: namn, text: `Ange ${vad}.` }])
  return v
}

export function lasDatum(text: string, namn: string): Datum {
  if (!arDatum(text))
    throw new Kommandofel('ogiltigtDatum', `”${text}” är inget datum. Skriv år-månad-dag, till exempel 2025-03-01.`, [
      { falt: namn, text: 'Skriv datumet som år-månad-dag.' },
    ])
  return datum(text)
}

/** Today in Sweden: the default when a date is left out. */
export const idag = (): Datum => datum(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date()))

/** Whole kronor, not negative. */
export function lasKronor(text: string, namn: string): number {
  const n = Number(text.replace(/[\s\u00a0_]/g, ''))
  if (!/^[\d\s\u00a0_]*\d[\d\s\u00a0_]*$/.test(text) || !Number.isSafeInteger(n) || n > 1_000_000_000)
    throw new Kommandofel('ogiltigtBelopp', `”${text}” är inget belopp i hela kronor.`, [
      { falt: namn, text: 'Skriv beloppet i hela kronor, utan ören och minustecken.' },
    ])
  return n
}

export function lasEttAv<T extends string>(text: string, namn: string, val: readonly T[]): T {
  if (!(val as readonly string[]).includes(text))
    throw new Kommandofel('ogiltigtVal', `”${text}” kan inte användas för --${namn}.`, [{ falt: namn, text: `Välj ${val.join(', ')}.` }])
  return text as T
}

export function lasFil(vag: string, namn: string): Uint8Array {
  try {
    return readFileSync(vag)
  } catch (fel) {
    const finns = (fel as NodeJS.ErrnoException).code !== 'ENOENT'
    throw new Kommandofel('filenKanInteLasas', finns ? `Filen ”${vag}” kan inte läsas.` : `Filen ”${vag}” finns inte.`, [
      { falt: namn, text: 'Kontrollera sökvägen.' },
    ])
  }
}

/** Reads a JSON file. @throws {Kommandofel} when it is not there, or not JSON in UTF-8; `exempel` shows what it should hold. */
export function lasJson(vag: string, namn: string, exempel: string): unknown {
  const text = somUtf8(lasFil(vag, namn), namn)
  try {
    return JSON.parse(text)
  } catch (fel) {
    throw new Kommandofel('ejJson', `Filen är inte JSON. ${jsonfel(text, String(fel))}`, [{ falt: namn, text: `Skriv ${exempel}.` }])
  }
}

/** @throws {Kommandofel} when the bytes are no UTF-8; a byte order mark is left out */
export function somUtf8(bytes: Uint8Array, namn: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Kommandofel('ejUtf8', 'Filen är inte skriven i UTF-8.', [{ falt: namn, text: 'Spara filen som UTF-8 och försök igen.' }])
  }
}

/** Where the reader of JSON stopped, in Swedish: its own words are English. */
function jsonfel(text: string, sagt: string): string {
  if (text.trim() === '') return 'Den är tom.'
  if (/end of JSON|Unterminated/.test(sagt)) return 'Den tar slut för tidigt: ett citattecken eller en parentes saknas.'
  const tecken = /Unexpected token '(.)'/su.exec(sagt)?.[1]
  const plats = /at position (\d+)/.exec(sagt)?.[1]
  const rader = plats === undefined ? [] : text.slice(0, Number(plats)).split('\n')
  const var_ = rader.length ? ` på rad ${rader.length}, tecken ${rader.at(-1)!.length + 1}` : ''
  return tecken === undefined ? `Något är felskrivet${var_}.` : `Tecknet ”${tecken}” kan inte stå där det står${var_}.`
}

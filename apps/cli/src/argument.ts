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

/** Reads the words after the command. @throws {Kommandofel} naming the option that is unknown or lacks its value. */
export function lasArgument(ord: readonly string[], val: Val): Argument {
  try {
    const { values, positionals } = parseArgs({ args: [...ord], options: { ...GEMENSAMMA, ...val }, allowPositionals: true, strict: true })
    return { varden: values as Argument['varden'], resten: positionals }
  } catch (fel) {
    const namn = /'(--?[\w-]+)/.exec(String(fel))?.[1] ?? ''
    throw new Kommandofel('okantVal', namn ? `Valet ${namn} finns inte eller saknar värde. Kör ”atergang hjalp” för att se valen.` : 'Kommandot kan inte läsas. Kör ”atergang hjalp”.', namn ? [{ falt: namn.replace(/^-+/, ''), text: 'Kontrollera stavningen, eller ge valet ett värde.' }] : [])
  }
}

export function kravText(a: Argument, namn: string, vad: string): string {
  const v = a.varden[namn]
  if (typeof v !== 'string' || v === '') throw new Kommandofel('saknarVal', `Ange ${vad} med --${namn}.`, [{ falt: namn, text: `Ange ${vad}.` }])
  return v
}

export function lasDatum(text: string, namn: string): Datum {
  if (!arDatum(text)) throw new Kommandofel('ogiltigtDatum', `”${text}” är inget datum. Skriv år-månad-dag, till exempel 2025-03-01.`, [{ falt: namn, text: 'Skriv datumet som år-månad-dag.' }])
  return datum(text)
}

/** Today in Sweden: the default when a date is left out. */
export const idag = (): Datum => datum(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date()))

/** Whole kronor, not negative. */
export function lasKronor(text: string, namn: string): number {
  const n = Number(text.replace(/[\s\u00a0_]/g, ''))
  if (!/^[\d\s\u00a0_]+$/.test(text) || !Number.isSafeInteger(n) || n > 1_000_000_000) throw new Kommandofel('ogiltigtBelopp', `”${text}” är inget belopp i hela kronor.`, [{ falt: namn, text: 'Skriv beloppet i hela kronor, utan ören och minustecken.' }])
  return n
}

export function lasEttAv<T extends string>(text: string, namn: string, val: readonly T[]): T {
  if (!(val as readonly string[]).includes(text)) throw new Kommandofel('ogiltigtVal', `”${text}” kan inte användas för --${namn}.`, [{ falt: namn, text: `Välj ${val.join(', ')}.` }])
  return text as T
}

export function lasFil(vag: string, namn: string): Uint8Array {
  try {
    return readFileSync(vag)
  } catch (fel) {
    const finns = (fel as NodeJS.ErrnoException).code !== 'ENOENT'
    throw new Kommandofel('filenKanInteLasas', finns ? `Filen ”${vag}” kan inte läsas.` : `Filen ”${vag}” finns inte.`, [{ falt: namn, text: 'Kontrollera sökvägen.' }])
  }
}

/** Reads a JSON file. @throws {Kommandofel} when it is not there, or not JSON in UTF-8; `exempel` shows what it should hold. */
export function lasJson(vag: string, namn: string, exempel: string): unknown {
  const bytes = lasFil(vag, namn)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (fel) {
    throw new Kommandofel('ejJson', `Filen är inte JSON i UTF-8: ${fel instanceof Error ? fel.message : ''}`, [{ falt: namn, text: `Skriv ${exempel}.` }])
  }
}

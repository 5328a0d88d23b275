import { tal, type Indatauppgift, type Tal } from '@atergang/regelverk'
import type { Faltfel } from '@atergang/arende'
import { Kommandofel } from '../problem.ts'

/** The facts of one line: numbers exact, what is not known left out. */
export type Faktarad = Readonly<Record<string, Tal | boolean>>

/** Errors shown at once; a file with more than these has one fault many times. */
const MEST = 20

/**
 * Reads one JSON object of facts a line. A fact that is missing or null is unknown. Numbers are
 * JSON numbers or text: `0.25`, `"0,25"`, `"1/3"`; the decimals written are the decimals meant.
 * @throws {Kommandofel} naming line and field; nothing is run when any line is wrong
 */
export function lasRader(text: string, uppgifter: readonly Indatauppgift[]): readonly Faktarad[] {
  const rader = text.split(/\r?\n/)
  while (rader.at(-1)?.trim() === '') rader.pop()
  const kanda = new Map(uppgifter.map((u) => [u.namn, u] as const))
  const fel: Faltfel[] = []
  const ut = rader.map((rad, i) => (fel.length < MEST ? lasRad(rad, `rad ${i + 1}`, kanda, fel) : {}))
  if (fel.length)
    throw new Kommandofel(
      'ogiltigRad',
      `${fel.length < MEST ? fel.length : `Minst ${MEST}`} fel i filen. Inget har räknats; rätta raderna och kör igen.`,
      fel,
    )
  return ut
}

function lasRad(rad: string, plats: string, kanda: ReadonlyMap<string, Indatauppgift>, fel: Faltfel[]): Faktarad {
  const objekt = lasJson(rad)
  if (!objekt) {
    fel.push({
      falt: plats,
      text:
        rad.trim() === ''
          ? 'Raden är tom. Skriv {} när ingen uppgift är känd.'
          : 'Raden är inget JSON-objekt. Skriv till exempel {"sgi": 300000}.',
    })
    return {}
  }
  const ut: Record<string, Tal | boolean> = {}
  for (const [namn, v] of Object.entries(objekt)) {
    const falt = `${plats}: ${namn}`
    const u = kanda.get(namn)
    if (!u) fel.push({ falt, text: `Regeln frågar inte efter ${namn}. Den frågar efter ${[...kanda.keys()].join(', ')}.` })
    else if (v !== null) {
      const last = u.enhet === 'ja/nej' ? (typeof v === 'boolean' ? v : 'Skriv true eller false.') : lasTal(v, u)
      if (typeof last === 'string') fel.push({ falt, text: last })
      else ut[namn] = last
    }
  }
  return ut
}

function lasJson(rad: string): Record<string, unknown> | null {
  let v: unknown
  try {
    v = JSON.parse(rad)
  } catch (fel) {
    if (fel instanceof SyntaxError) return null
    throw fel
  }
  return typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Record<string, unknown>) : null
}

/** The number, or what is wrong with it. */
function lasTal(v: unknown, u: Indatauppgift): Tal | string {
  if (typeof v !== 'number' && typeof v !== 'string') return `Skriv ett tal i ${u.enhet}.`
  const t = exakt(typeof v === 'number' ? String(v) : v.trim())
  if (!t) return 'Skriv ett heltal, ett decimaltal (0.25 eller "0,25") eller ett bråk som text ("1/3"), med högst 15 siffror.'
  if (u.minst && t.t * u.minst.n < u.minst.t * t.n) return `Talet ska vara minst ${skrivTalet(u.minst)}.`
  if (u.hogst && t.t * u.hogst.n > u.hogst.t * t.n) return `Talet ska vara högst ${skrivTalet(u.hogst)}.`
  return t
}

function exakt(text: string): Tal | null {
  const brak = /^(-?\d{1,15})\/(\d{1,15})$/.exec(text)
  if (brak) return Number(brak[2]) > 0 ? forkortat(Number(brak[1]), Number(brak[2])) : null
  return /^-?\d+([.,]\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15 ? tal(text) : null
}

function forkortat(t: number, n: number): Tal {
  let [a, b] = [Math.abs(t), n]
  while (b !== 0) [a, b] = [b, a % b]
  return { t: t / a, n: n / a }
}

/**
 * A number as JSON without loss: whole numbers as they are; others as text, a decimal with point
 * when it ends (`"145.5"`), else numerator and denominator in lowest terms (`"456288/365"`).
 */
export function skrivTalet(t: Tal): number | string {
  if (t.n === 1) return t.t
  let rest = t.n
  let decimaler = 0
  for (const p of [2, 5]) {
    let antal = 0
    for (; rest % p === 0; rest /= p) antal++
    decimaler = Math.max(decimaler, antal)
  }
  if (rest !== 1 || decimaler > 15) return `${t.t}/${t.n}`
  const siffror = String((BigInt(Math.abs(t.t)) * 10n ** BigInt(decimaler)) / BigInt(t.n)).padStart(decimaler + 1, '0')
  return `${t.t < 0 ? '-' : ''}${siffror.slice(0, -decimaler)}.${siffror.slice(-decimaler)}`
}

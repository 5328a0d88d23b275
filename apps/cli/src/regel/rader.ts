import { orimligt, passarFaktum, tal, type Indatauppgift, type Tal, type Tidsfakta, type Tidsfaktum } from '@atergang/regelverk'
import type { Faltfel } from '@atergang/arende'
import type { Period } from '@atergang/kalender'
import { Kommandofel } from '../problem.ts'

/** The facts of one line: numbers exact, what is not known left out. */
export type Faktarad = Readonly<Record<string, Tal | boolean>>

/** Errors shown at once; a file with more than these has one fault many times. */
const MEST = 20

/** What a value is read as, or what is wrong with it. */
type Last<V> = { readonly varde: V } | { readonly fel: string }
type Radobjekt<V> = Readonly<Record<string, V>>

/**
 * Facts of a rule. Numbers are JSON numbers or text: `0.25`, `"0,25"`, `"1/3"`; the decimals written are the decimals meant.
 * @throws {Kommandofel} naming line and field; nothing is run when any line is wrong
 */
export const lasFaktarader = (text: string, uppgifter: readonly Indatauppgift[]): readonly Faktarad[] =>
  lasRader(text, new Map(uppgifter.map((u) => [u.namn, u] as const)), lasUppgift)

/**
 * Facts of a rule over days: `"2026-03-02"`, a whole number, `true`/`false`, `[{"from": "2026-01-05", "tom": "2026-02-01"}]`.
 * @throws {Kommandofel} as above
 */
export const lasTidsrader = (text: string, fakta: Readonly<Record<string, Tidsfaktum>>): readonly Tidsfakta[] =>
  lasRader(text, new Map(Object.entries(fakta)), lasTidsfaktum)

/** Reads one JSON object of facts a line. A fact that is missing or null is unknown. */
function lasRader<U, V>(text: string, kanda: ReadonlyMap<string, U>, las: (v: unknown, u: U) => Last<V>): readonly Radobjekt<V>[] {
  const rader = text.split(/\r?\n/)
  while (rader.at(-1)?.trim() === '') rader.pop()
  const fel: Faltfel[] = []
  const ut = rader.map((rad, i) => (fel.length < MEST ? lasRad(rad, `rad ${i + 1}`, kanda, las, fel) : {}))
  if (fel.length)
    throw new Kommandofel(
      'ogiltigRad',
      `${fel.length < MEST ? fel.length : `Minst ${MEST}`} fel i filen. Inget har räknats; rätta raderna och kör igen.`,
      fel,
    )
  return ut
}

function lasRad<U, V>(
  rad: string,
  plats: string,
  kanda: ReadonlyMap<string, U>,
  las: (v: unknown, u: U) => Last<V>,
  fel: Faltfel[],
): Radobjekt<V> {
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
  const ut: Record<string, V> = {}
  for (const [namn, v] of Object.entries(objekt)) {
    const falt = `${plats}: ${namn}`
    const u = kanda.get(namn)
    if (!u) fel.push({ falt, text: `Regeln frågar inte efter ${namn}. Den frågar efter ${[...kanda.keys()].join(', ')}.` })
    else if (v !== null) {
      const last = las(v, u)
      if ('fel' in last) fel.push({ falt, text: last.fel })
      else ut[namn] = last.varde
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

function lasUppgift(v: unknown, u: Indatauppgift): Last<Tal | boolean> {
  if (u.enhet === 'ja/nej') return typeof v === 'boolean' ? { varde: v } : { fel: 'Skriv true eller false.' }
  if (typeof v !== 'number' && typeof v !== 'string') return { fel: `Skriv ett tal i ${u.enhet}.` }
  const t = exakt(typeof v === 'number' ? String(v) : v.trim())
  if (!t) return { fel: 'Skriv ett heltal, ett decimaltal (0.25 eller "0,25") eller ett bråk som text ("1/3"), med högst 15 siffror.' }
  if (u.minst && t.t * u.minst.n < u.minst.t * t.n) return { fel: `Talet ska vara minst ${skrivTalet(u.minst)}.` }
  if (u.hogst && t.t * u.hogst.n > u.hogst.t * t.n) return { fel: `Talet ska vara högst ${skrivTalet(u.hogst)}.` }
  return { varde: t }
}

const FORM: Readonly<Record<Tidsfaktum['slag'], string>> = {
  datum: 'Skriv en dag, till exempel "2026-03-02".',
  antal: 'Skriv ett heltal.',
  'ja/nej': 'Skriv true eller false.',
  perioder: 'Skriv perioder med första och sista dag, till exempel [{"from": "2026-01-05", "tom": "2026-02-01"}].',
}

function lasTidsfaktum(v: unknown, f: Tidsfaktum): Last<number | string | boolean | readonly Period[]> {
  if (!passarFaktum(f, v)) return { fel: FORM[f.slag] }
  const varde = v as number | string | boolean | readonly Period[]
  const fel = orimligt(varde)
  return fel === null ? { varde } : { fel: `S${fel.slice(1)}` }
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

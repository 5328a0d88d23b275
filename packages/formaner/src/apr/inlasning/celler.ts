import { arDatum, datum, type Datum } from '@atergang/kalender'
import Personnummer from 'personnummer'
import { ANSTALLDLANGD } from '../anstalld.ts'
import { INSATSTYPSKODER, lasInsatstyp, MILJOER, SYFTEN, type Insatstyp, type Miljo, type Syfte } from '../insatser/typer.ts'
import { lasOrgnr, ORGNRFEL, type Orgnr } from '../orgnr.ts'
import { likt } from './kolumner.ts'
import type { Cell } from './csv.ts'

/** What a cell turned out to be: a value, or what is wrong and what to do. */
export type Last<T> = { readonly varde: T } | { readonly kod: Cellfel; readonly text: string; readonly atgard: string }

export type Cellfel =
  | 'saknas'
  | 'ogiltigtDatum'
  | 'felPersonnummer'
  | 'felBeteckning'
  | 'felOrgnr'
  | 'okandInsatstyp'
  | 'felFakturanummer'
  | 'ejBelopp'
  | 'negativtBelopp'
  | 'utlandskValuta'
  | 'forMangaDecimaler'
  | 'okantVal'

const fel = (kod: Cellfel, text: string, atgard: string) => ({ kod, text, atgard })
const texten = (c: Cell): string => (c === null ? '' : typeof c === 'number' ? heltalstext(c) : c.trim())
/** A number cell without the exponent that large numbers are written with. */
const heltalstext = (n: number): string => (Number.isInteger(n) ? n.toFixed(0) : String(n))

export const saknas = (vad: string) => fel('saknas', `${vad} saknas.`, 'Fyll i cellen.')

const PERSONNUMMERLIKT = /^(?:\d{6}[-+]\d{4}|\d{8}-\d{4}|(?:19|20)\d{10})$/

export function lasAnstalld(c: Cell): Last<string> {
  const t = texten(c)
  if (!t) return saknas('Den anställda')
  if (t.length > ANSTALLDLANGD) return fel('felBeteckning', 'Beteckningen är för lång.', `Skriv högst ${ANSTALLDLANGD} tecken.`)
  if (PERSONNUMMERLIKT.test(t) && !Personnummer.valid(t))
    return fel(
      'felPersonnummer',
      'Personnumret har ett datum eller en kontrollsiffra som inte stämmer.',
      'Kontrollera numret, eller skriv den anställdas anställningsnummer.',
    )
  return { varde: t }
}

export function lasNummer(c: Cell): Last<Orgnr> {
  const t = texten(c)
  if (!t) return saknas('Anordnarens organisationsnummer')
  const o = lasOrgnr(t)
  return o
    ? { varde: o }
    : fel('felOrgnr', ORGNRFEL.split('. ')[0] + '.', 'Hämta numret från fakturan eller från listan över godkända anordnare.')
}

export function lasDag(c: Cell): Last<Datum> {
  const t = texten(c).replace(/[ T]00:00(:00)?$/, '')
  if (!t) return saknas('Insatsdagen')
  const skriven = /^\d{8}$/.test(t) ? `${t.slice(0, 4)}-${t.slice(4, 6)}-${t.slice(6)}` : t
  return arDatum(skriven)
    ? { varde: datum(skriven) }
    : fel('ogiltigtDatum', `”${t}” är inget datum.`, 'Skriv år-månad-dag, till exempel 2025-03-04.')
}

const TUSENTAL = /[\s\u00a0\u202f]/g

/** Kronor as people write them: `12 000`, `12000,50`, `12 000,50 kr`, or a number cell. */
export function lasKostnad(c: Cell): Last<number> {
  // What a spreadsheet has reckoned can miss the öre by a hair; a real third decimal cannot.
  const t = typeof c === 'number' && Math.abs(c * 100 - Math.round(c * 100)) < 1e-6 ? String(Math.round(c * 100) / 100) : texten(c)
  if (!t) return saknas('Kostnaden')
  if (/€|\$|£|\b(eur|usd|gbp|nok|dkk)\b/i.test(t))
    return fel('utlandskValuta', 'Kostnaden står i en annan valuta.', 'Skriv vad ni har betalat i svenska kronor.')
  const siffror = t
    .replace(/\s*(kr|sek|:-)\.?$/i, '')
    .replace(TUSENTAL, '')
    .replace(/^[−–]/, '-')
  const m = /^(-?)(\d{1,9})(?:[.,](\d+))?$/.exec(siffror)
  if (!m) return fel('ejBelopp', `”${t}” är inget belopp.`, 'Skriv siffror, till exempel 12000,50.')
  if ((m[3] ?? '').length > 2)
    return fel('forMangaDecimaler', 'Beloppet har fler än två decimaler.', 'Skriv kronor och ören, till exempel 12000,50.')
  const kr = Number(`${m[2]}.${m[3] ?? '0'}`)
  if (m[1] || kr === 0)
    return fel(
      'negativtBelopp',
      'Beloppet är inte större än noll.',
      'Skriv vad ni har betalat. En kreditfaktura dras av på den rad den gäller.',
    )
  return kr > 100_000_000 ? fel('ejBelopp', 'Beloppet är orimligt högt.', 'Kontrollera beloppet.') : { varde: kr }
}

export function lasFakturanummer(c: Cell): Last<string> {
  const t = texten(c)
  if (!t) return saknas('Fakturanumret')
  if (/^\d+[.,]\d+E\+?\d+$/i.test(t))
    return fel('felFakturanummer', 'Kalkylprogrammet har skrivit om fakturanumret.', 'Formatera kolumnen som text och skriv numret igen.')
  if (t.length > 50 || !/\d/.test(t) || !/^[\p{L}\d ./_:#-]+$/u.test(t))
    return fel('felFakturanummer', 'Det här ser inte ut som ett fakturanummer.', 'Skriv numret så som det står på fakturan.')
  return { varde: t }
}

export function lasInsatstyper(c: Cell): Last<readonly Insatstyp[]> {
  const delar = texten(c)
    .split(/[,;/+]|\soch\s/)
    .map((d) => d.trim())
    .filter(Boolean)
  if (delar.length === 0) return saknas('Insatstypen')
  const typer = delar.map(lasInsatstyp)
  const i = typer.indexOf(undefined)
  if (i >= 0)
    return fel(
      'okandInsatstyp',
      `”${delar[i]}” är ingen insatstyp.`,
      'Skriv utreda, planera, initiera, genomföra eller följa upp, med komma mellan.',
    )
  return { varde: INSATSTYPSKODER.filter((k) => typer.includes(k)) }
}

function lasVal<T extends string>(c: Cell, val: Readonly<Record<T, string>>): Last<T | null> {
  const t = texten(c)
  if (!t) return { varde: null }
  const traff = (Object.keys(val) as T[]).find((k) => likt(k) === likt(t) || likt(val[k]) === likt(t))
  return traff
    ? { varde: traff }
    : fel('okantVal', `”${t}” finns inte att välja.`, `Skriv ${Object.keys(val).join(' eller ')}, eller lämna cellen tom.`)
}

export const lasSyfte = (c: Cell): Last<Syfte | null> => lasVal(c, SYFTEN)
export const lasMiljo = (c: Cell): Last<Miljo | null> => lasVal(c, MILJOER)
export const lasBeskrivning = (c: Cell): Last<string> => ({ varde: texten(c).slice(0, 2_000) })

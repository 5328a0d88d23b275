import type { Citering } from './citeringar.ts'
import type { Lag, Paragraf } from './lasLag.ts'
import { LAGAR } from './lasLag.ts'
import type { Lagtextfil } from './lagtextfil.ts'
import { iOrdning } from '@atergang/regelverk'
import { TACKTA_KAPITEL } from './tacktaKapitel.ts'

/** Where something that rests on a paragraph stands. */
export interface Plats {
  readonly fil: string
  readonly rad: number
}

export interface Provad extends Plats {
  readonly fall: string
}

/** What is to be looked at again when a paragraph has changed. */
export interface Beroende {
  /** rules, parameters and questions that cite it */
  readonly regler: readonly string[]
  /** rules that use those */
  readonly anvandsAv: readonly string[]
  readonly kod: readonly Plats[]
  readonly lagfall: readonly Provad[]
  readonly prov: readonly string[]
}

export interface Andring extends Beroende {
  readonly nyckel: string
  readonly slag: 'ändrad' | 'borta' | 'ny'
  readonly citerad: boolean
  /** the words around the first difference, before and after */
  readonly fore: string | null
  readonly efter: string | null
}

export interface Vaktsvar {
  readonly lagar: readonly {
    readonly beteckning: string
    readonly rubrik: string
    readonly publicerad: string
    readonly jamfordMed: string
  }[]
  readonly oforandrade: number
  readonly andringar: readonly Andring[]
}

export interface Vaktunderlag {
  readonly sparad: Lagtextfil
  readonly citeringar: readonly Citering[]
  readonly beroende: (nyckel: string) => Omit<Beroende, 'kod'>
}

const text = (p: Paragraf): string => p.stycken.flatMap((s) => [s.text, ...s.punkter]).join(' ')

/** The first place where the words part, with some words on each side. */
export function skillnad(fore: string, efter: string): { fore: string; efter: string } {
  const [a, b] = [fore.split(' '), efter.split(' ')]
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  let slut = 0
  while (slut < a.length - i && slut < b.length - i && a.at(-1 - slut) === b.at(-1 - slut)) slut++
  const del = (ord: string[]): string => {
    const [fran, till] = [Math.max(0, i - 6), Math.min(ord.length, Math.max(ord.length - slut, i) + 6)]
    return `${fran > 0 ? '… ' : ''}${ord.slice(fran, till).join(' ')}${till < ord.length ? ' …' : ''}`
  }
  return { fore: del(a), efter: del(b) }
}

function arLagens(nyckel: string, beteckning: string): boolean {
  const prefix = LAGAR[beteckning]!.prefix
  return prefix ? nyckel.startsWith(prefix) : /^\d/.test(nyckel)
}

/** Chapters of which every paragraph is kept: a new one there is news, elsewhere not. */
const bevakad = (nyckel: string): boolean => !nyckel.includes(':') || TACKTA_KAPITEL.includes(nyckel.split(':')[0]!)

/** Compares the stored text with a newer one: what has changed, gone or come, and what rests on it. */
export function vakta(lag: Lag, u: Vaktunderlag): Vaktsvar {
  const kod = new Map<string, Plats[]>()
  for (const c of u.citeringar) kod.set(c.nyckel, [...(kod.get(c.nyckel) ?? []), { fil: c.fil, rad: c.rad }])
  const sparade = Object.entries(u.sparad.paragrafer).filter(([n]) => arLagens(n, lag.beteckning))
  const andring = (nyckel: string, slag: Andring['slag'], fore: string | null, efter: string | null): Andring => ({
    nyckel,
    slag,
    citerad: kod.has(nyckel),
    fore,
    efter,
    ...u.beroende(nyckel),
    kod: kod.get(nyckel) ?? [],
  })
  const andrade = sparade.flatMap(([nyckel, p]) => {
    const ny = lag.paragrafer.get(nyckel)
    if (!ny) return [andring(nyckel, 'borta', text(p), null)]
    if (ny.sha256 === p.sha256) return []
    const s = skillnad(text(p), text(ny))
    return [andring(nyckel, 'ändrad', s.fore, s.efter)]
  })
  const kanda = new Set(sparade.map(([n]) => n))
  const nya = [...lag.paragrafer].filter(([n]) => !kanda.has(n) && bevakad(n)).map(([n, p]) => andring(n, 'ny', null, text(p)))
  return {
    lagar: [
      {
        beteckning: lag.beteckning,
        rubrik: lag.rubrik,
        publicerad: lag.publicerad,
        jamfordMed: u.sparad.lagar[lag.beteckning]?.publicerad ?? '',
      },
    ],
    oforandrade: sparade.length - andrade.length,
    andringar: [...andrade, ...nya].sort((a, b) => iOrdning(a.nyckel, b.nyckel)),
  }
}

/** 0: nothing has changed; 1: something has changed or is new; 3: a paragraph that the code cites is gone. */
export const utgangskod = (s: Vaktsvar): 0 | 1 | 3 =>
  s.andringar.some((a) => a.slag === 'borta' && a.citerad) ? 3 : s.andringar.length ? 1 : 0

const NAMN: Record<Andring['slag'], string> = { ändrad: 'har ändrats', borta: 'finns inte längre', ny: 'är ny' }

const grupper = (platser: readonly Plats[]): string[] => {
  const perFil = new Map<string, number[]>()
  for (const p of platser) perFil.set(p.fil, [...(perFil.get(p.fil) ?? []), p.rad])
  return [...perFil].map(([fil, rader]) => `${fil}:${foljder([...new Set(rader)])}`)
}

/** ”3–16, 23”: rows after each other as one stretch. */
function foljder(rader: readonly number[]): string {
  const ut: [number, number][] = []
  for (const r of [...rader].sort((a, b) => a - b)) {
    const sist = ut.at(-1)
    if (sist && r === sist[1] + 1) sist[1] = r
    else ut.push([r, r])
  }
  return ut.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(',')
}

/** The answer as a person reads it. */
export function vakttext(s: Vaktsvar): string {
  const rader = s.lagar.map(
    (l) =>
      `${l.rubrik} (${l.beteckning}), publicerad ${l.publicerad || 'okänd dag'}, jämförd med den sparade texten från ${l.jamfordMed || 'okänd dag'}.`,
  )
  for (const a of s.andringar) {
    rader.push('', `${a.nyckel} ${NAMN[a.slag]}${a.citerad ? '' : ' (citeras inte)'}`)
    if (a.fore) rader.push(`  förr: ${a.fore}`)
    if (a.efter) rader.push(`  nu:   ${a.efter}`)
    const lista = (namn: string, xs: readonly string[]): void => void (xs.length && rader.push(`  ${namn}: ${xs.join(', ')}`))
    lista('se över', a.regler)
    lista('används av', a.anvandsAv)
    lista('kod', grupper(a.kod))
    lista('lagfall', grupper(a.lagfall))
    lista('prov', a.prov)
  }
  const antal = (slag: Andring['slag']): number => s.andringar.filter((a) => a.slag === slag).length
  rader.push('', `${s.oforandrade} paragrafer oförändrade, ${antal('ändrad')} ändrade, ${antal('borta')} borta, ${antal('ny')} nya.`)
  if (antal('borta') > s.oforandrade) rader.push('Mer än hälften av paragraferna saknas. Kontrollera att filen är hel.')
  if (s.andringar.length)
    rader.push(
      'Se över det som räknas upp, ändra reglerna och lagfallen, och kör sedan npm run lagtext -- FIL för att spara den nya texten.',
    )
  return rader.join('\n')
}

import { ENHETER, type Enhet, type Parameter, type Regel, type Uttryck } from '../definition.ts'
import { enligt } from '../regel.ts'
import type { Avrundning } from '../tal.ts'
import {
  avrundat,
  eller,
  fjardedelarAv,
  inte,
  konstant,
  kvot,
  lika,
  mindre,
  minst,
  minsta,
  minusU,
  och,
  om,
  plusU,
  procentAv,
  produkt,
  storsta,
} from '../uttryck.ts'
import { okandaFalt, somObjekt, type Plats } from './falt.ts'

/** What a name in an expression can mean. */
export interface Omgivning {
  readonly uppgifter: ReadonlyMap<string, Uttryck>
  readonly regler: ReadonlyMap<string, Regel>
  readonly parametrar: ReadonlyMap<string, Parameter>
}

type U = Uttryck
/** Any unit: what the compiler cannot know of data from elsewhere is tested here instead. */
const fri = (u: U): Uttryck<never> => u as Uttryck<never>

export const arEnhet = (x: unknown): x is Enhet => (ENHETER as readonly unknown[]).includes(x)

/**
 * An expression as data: a name, a number with its unit (`365 dagar`), or an operation by the word it has in `uttryck.ts`:
 * `{ minsta: [helDag, arbetslosTak] }`. Faults are said at their place; null when there was one.
 */
export function lasUttryck(x: unknown, p: Plats, o: Omgivning): U | null {
  if (typeof x === 'number') return Number.isSafeInteger(x) ? konstant(x, 'tal') : p.sag('skriv decimaltal som text med komma (”0,97”).')
  if (typeof x === 'string') return lasLed(x.trim(), p, o)
  const d = somObjekt(x)
  if (!d) return p.sag('ange ett namn, ett tal eller en räkning.')
  const ord = Object.keys(d).filter((k) => Object.hasOwn(ORD, k))
  if (ord.length !== 1)
    return p.sag(
      ord.length ? `har flera räkningar (${ord.join(', ')}). Skriv en.` : `har ingen räkning. Skriv en av ${Object.keys(ORD).join(', ')}.`,
    )
  return ORD[ord[0]!]!(d, ord[0]!, p, o)
}

const TAL = /^(-?\d+(?:[.,]\d+)?)(?: (.+))?$/
const SLAG = /^(uppgift|regel|parameter) (.+)$/

function lasLed(text: string, p: Plats, o: Omgivning): U | null {
  const t = TAL.exec(text)
  if (t)
    return t[2] === undefined || arEnhet(t[2])
      ? konstant(t[1]!, (t[2] as Enhet | undefined) ?? 'tal')
      : p.sag(`”${t[2]}” är ingen enhet. Enheterna är ${ENHETER.join(', ')}.`)
  const s = SLAG.exec(text)
  const namn = s?.[2] ?? text
  const betyder = [
    ['uppgift', o.uppgifter.get(namn)] as const,
    ['regel', o.regler.has(namn) ? (enligt(o.regler.get(namn)!) as U) : undefined] as const,
    ['parameter', o.parametrar.get(namn) as U | undefined] as const,
  ].filter(([slag, u]) => u !== undefined && (!s || s[1] === slag))
  if (betyder.length === 1) return betyder[0]![1]!
  if (betyder.length > 1)
    return p.sag(
      `”${namn}” är både ${betyder.map(([slag]) => slag).join(' och ')}. Skriv ”${betyder[0]![0]} ${namn}” eller ”${betyder[1]![0]} ${namn}”.`,
    )
  return p.sag(`”${text}” är inget känt namn på en uppgift, regel eller parameter.${liknande(namn, o)}`)
}

function liknande(namn: string, o: Omgivning): string {
  const alla = [...o.uppgifter.keys(), ...o.regler.keys(), ...o.parametrar.keys()]
  const lika = [...new Set(alla)]
    .filter((n) => n.toLowerCase().includes(namn.toLowerCase()) || namn.toLowerCase().includes(n.toLowerCase()))
    .slice(0, 5)
  return lika.length ? ` Menas ${lika.join(', ')}?` : ''
}

type Las = (d: Record<string, unknown>, ord: string, p: Plats, o: Omgivning) => U | null

const BESKRIVNING = 'ange två eller fler led i en lista.'

/** The parts of a list, or null when one of them is wrong. */
function leden(d: Record<string, unknown>, ord: string, p: Plats, o: Omgivning, antal: 2 | null): readonly U[] | null {
  const x = d[ord]
  if (!Array.isArray(x) || x.length < 2 || (antal !== null && x.length !== antal))
    return p.i(ord).sag(antal === 2 ? 'ange två led i en lista.' : BESKRIVNING)
  const led = x.map((l, i) => lasUttryck(l, p.i(ord).i(i), o))
  return led.every((l) => l !== null) ? (led as U[]) : null
}

/** Parts that must have one unit, folded from the left. */
const likaEnheter =
  (slag: 'tal' | 'ja/nej' | 'vad som helst', gor: (a: U, b: U) => U, antal: 2 | null = null): Las =>
  (d, ord, p, o) => {
    okandaFalt(d, [ord], p)
    const led = leden(d, ord, p, o, antal)
    if (!led) return null
    const enhet = led[0]!.enhet
    const fel = led.findIndex((l) => l.enhet !== enhet)
    if (fel > 0) return p.i(ord).i(fel).sag(`är i ${led[fel]!.enhet}, men det första ledet är i ${enhet}.`)
    if (slag === 'tal' && enhet === 'ja/nej') return p.i(ord).sag(`”${ord}” räknar på tal, inte på ja eller nej.`)
    if (slag === 'ja/nej' && enhet !== 'ja/nej') return p.i(ord).sag(`”${ord}” tar ja eller nej, inte ${enhet}.`)
    return led.slice(1).reduce(gor, led[0]!)
  }

const ORD: Readonly<Record<string, Las>> = {
  plus: likaEnheter('tal', (a, b) => plusU(fri(a), fri(b))),
  minus: likaEnheter('tal', (a, b) => minusU(fri(a), fri(b)), 2),
  minsta: likaEnheter('tal', (a, b) => minsta(fri(a), fri(b))),
  storsta: likaEnheter('tal', (a, b) => storsta(fri(a), fri(b))),
  mindre: likaEnheter('tal', (a, b) => mindre(fri(a), fri(b)), 2),
  minst: likaEnheter('tal', (a, b) => minst(fri(a), fri(b)), 2),
  lika: likaEnheter('vad som helst', (a, b) => lika(fri(a), fri(b)), 2),
  och: likaEnheter('ja/nej', (a, b) => och(a as Uttryck<'ja/nej'>, b as Uttryck<'ja/nej'>)),
  eller: likaEnheter('ja/nej', (a, b) => eller(a as Uttryck<'ja/nej'>, b as Uttryck<'ja/nej'>)),
  ganger: medEnhet(
    (e, a, b) => produkt(e, a, b),
    (a, b) => (b === 'tal' ? a : a === 'prisbasbelopp' && b === 'kr/år' ? b : b === 'prisbasbelopp' && a === 'kr/år' ? a : null),
  ),
  delat: medEnhet(
    (e, a, b) => kvot(e, a, b),
    (a, b) => (b === 'tal' ? a : a === b ? 'tal' : null),
  ),
  procentAv: andel('procent', (a, b) => procentAv(fri(a), b as Uttryck<'procent'>)),
  fjardedelarAv: andel('fjärdedelar', (a, b) => fjardedelarAv(fri(a), b as Uttryck<'fjärdedelar'>)),
  inte(d, ord, p, o) {
    okandaFalt(d, [ord], p)
    const a = lasUttryck(d.inte, p.i('inte'), o)
    if (a && a.enhet !== 'ja/nej') return p.i('inte').sag(`tar ja eller nej, inte ${a.enhet}.`)
    return a && inte(a as Uttryck<'ja/nej'>)
  },
  om(d, ord, p, o) {
    okandaFalt(d, [ord, 'da', 'annars'], p)
    const [v, da, annars] = (['om', 'da', 'annars'] as const).map((k) =>
      d[k] === undefined ? p.i(k).sag('saknas.') : lasUttryck(d[k], p.i(k), o),
    )
    if (!v || !da || !annars) return null
    if (v.enhet !== 'ja/nej') return p.i('om').sag(`villkoret ska vara ja eller nej, inte ${v.enhet}.`)
    if (da.enhet !== annars.enhet) return p.i('annars').sag(`är i ${annars.enhet}, men ”da” är i ${da.enhet}.`)
    return om(v as Uttryck<'ja/nej'>, fri(da), fri(annars))
  },
  avrundat(d, ord, p, o) {
    okandaFalt(d, [ord, 'hur', 'jamnt'], p)
    const a = lasUttryck(d.avrundat, p.i('avrundat'), o)
    if (d.hur !== 'narmaste' && d.hur !== 'ned') return p.i('hur').sag('skriv narmaste (halva uppåt) eller ned.')
    const jamnt = d.jamnt ?? 1
    if (!Number.isSafeInteger(jamnt) || (jamnt as number) < 1) return p.i('jamnt').sag('skriv ett heltal, minst 1.')
    if (a?.enhet === 'ja/nej') return p.i('avrundat').sag('ja eller nej kan inte avrundas.')
    return a && avrundat(fri(a), d.hur as Avrundning, jamnt as number)
  },
}

/** A product or quotient: the unit follows from the parts, or is named beside. */
function medEnhet(gor: (e: Enhet, a: U, b: U) => U, avDelarna: (a: Enhet, b: Enhet) => Enhet | null): Las {
  return (d, ord, p, o) => {
    okandaFalt(d, [ord, 'enhet'], p)
    const led = leden(d, ord, p, o, 2)
    if (d.enhet !== undefined && (!arEnhet(d.enhet) || d.enhet === 'ja/nej'))
      return p
        .i('enhet')
        .sag(`”${String(d.enhet)}” är ingen enhet att räkna i. Enheterna är ${ENHETER.filter((e) => e !== 'ja/nej').join(', ')}.`)
    if (!led) return null
    const sanning = led.findIndex((l) => l.enhet === 'ja/nej')
    if (sanning >= 0) return p.i(ord).i(sanning).sag(`”${ord}” räknar på tal, inte på ja eller nej.`)
    const enhet = (d.enhet as Enhet | undefined) ?? avDelarna(led[0]!.enhet, led[1]!.enhet)
    return enhet === null ? p.sag(`säg med ”enhet” vad ${led[0]!.enhet} ${ord} ${led[1]!.enhet} är.`) : gor(enhet, led[0]!, led[1]!)
  }
}

function andel(enhet: 'procent' | 'fjärdedelar', gor: (a: U, b: U) => U): Las {
  return (d, ord, p, o) => {
    okandaFalt(d, [ord], p)
    const led = leden(d, ord, p, o, 2)
    if (!led) return null
    if (led[1]!.enhet !== enhet) return p.i(ord).i(1).sag(`ska vara i ${enhet}, inte i ${led[1]!.enhet}.`)
    return led[0]!.enhet === 'ja/nej' ? p.i(ord).i(0).sag('är ja eller nej.') : gor(led[0]!, led[1]!)
  }
}

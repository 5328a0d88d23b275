import type { Datum } from '@atergang/kalender'
import type { Enhet, Regel, Uttryck } from './definition.ts'
import type { Faktauppgift, Forklaring, Kalla, Parameteruppgift, Saknad } from './forklaring.ts'
import { gallande, inteKant } from './parameter.ts'
import { avrunda, delat, ganger, jamfor, minus, plus, skrivTal, tal, type Tal } from './tal.ts'

/** A fact for a rule: a whole number, a decimal as text, an exact number, yes/no; with its source when there is one. */
export type Fakta = Readonly<Record<string, Faktavarde | undefined>>
export type Faktavarde = number | string | Tal | boolean | { readonly varde: number | string | Tal | boolean; readonly kalla?: Kalla }

/** The answer: a value, or null with what was missing. Unknown is never zero. */
export interface Svar {
  readonly varde: Tal | boolean | null
  readonly forklaring: Forklaring
}

type Varde = Tal | boolean | null

/** Notes of one rule while it is being worked out. */
interface Anteckningar {
  readonly fakta: Map<string, Faktauppgift>
  readonly parametrar: Map<string, Parameteruppgift>
  readonly saknas: Map<string, Saknad>
  readonly delar: Map<string, Forklaring>
}

const nyaAnteckningar = (): Anteckningar => ({ fakta: new Map(), parametrar: new Map(), saknas: new Map(), delar: new Map() })

export function skrivVarde(v: Tal | boolean, enhet: Enhet): string {
  if (typeof v === 'boolean') return v ? 'ja' : 'nej'
  const t = skrivTal(v, enhet === 'tal' ? 4 : 2)
  const efter: Partial<Record<Enhet, string>> = {
    kr: 'kr', 'kr/år': 'kr om året', 'kr/dag': 'kr per dag', 'kr/timme': 'kr per timme', dagar: 'dagar', timmar: 'timmar', år: 'år',
  }
  return efter[enhet] ? `${t} ${efter[enhet]}` : t
}

const arTal = (v: unknown): v is Tal => typeof v === 'object' && v !== null && 't' in v && 'n' in v

function las(f: Faktavarde): { varde: Tal | boolean; kalla?: Kalla } {
  if (typeof f === 'boolean') return { varde: f }
  if (typeof f === 'number' || typeof f === 'string') return { varde: tal(f) }
  if (arTal(f)) return { varde: f }
  return { ...las(f.varde as Faktavarde), ...(f.kalla ? { kalla: f.kalla } : {}) }
}

/**
 * Works out a rule for one person on one day and tells why. The value is null when something
 * that matters is unknown; the tree then says what to ask for, or that the sources do not give
 * the law of that day.
 */
export function forklara(mal: Regel, fakta: Fakta, dag: Datum): Svar {
  const klara = new Map<Regel, Svar>()

  function iRegel(r: Regel): Svar {
    const redan = klara.get(r)
    if (redan) return redan
    const version = gallande({ varden: r.versioner }, dag)
    const grund = { namn: r.namn, rubrik: r.rubrik, lagrum: r.lagrum }
    let svar: Svar
    if (!version) {
      const text = `Regeln ”${r.rubrik}” är ${inteKant({ varden: r.versioner }, dag)} i källorna.`
      svar = { varde: null, forklaring: { ...grund, utfall: 'oklart', saknas: [{ typ: 'lag', namn: r.namn, text }] } }
    } else {
      const ant = nyaAnteckningar()
      const varde = rakna(version.varde, ant)
      const rakning = arLov(version.varde) ? undefined : skrivRakning(version.varde, varde, r.enhet)
      svar = {
        varde,
        forklaring: {
          ...grund,
          utfall: varde === null ? 'oklart' : typeof varde === 'boolean' ? (varde ? 'uppfyllt' : 'ejUppfyllt') : 'beraknat',
          ...(varde === null ? {} : { resultat: skrivVarde(varde, r.enhet) }),
          ...(rakning ? { rakning } : {}),
          ...(ant.fakta.size ? { fakta: [...ant.fakta.values()] } : {}),
          ...(ant.parametrar.size ? { parametrar: [...ant.parametrar.values()] } : {}),
          ...(ant.saknas.size ? { saknas: [...ant.saknas.values()] } : {}),
          ...(ant.delar.size ? { delar: [...ant.delar.values()] } : {}),
        },
      }
    }
    klara.set(r, svar)
    return svar
  }

  function lov(u: Uttryck, ant?: Anteckningar): Varde {
    switch (u.sort) {
      case 'tal':
        return u.varde
      case 'indata': {
        const f = fakta[u.namn]
        if (f === undefined) {
          ant?.saknas.set(u.namn, { typ: 'uppgift', namn: u.namn, text: `${u.rubrik} är inte känd.` })
          return null
        }
        const { varde, kalla } = las(f)
        ant?.fakta.set(u.namn, { namn: u.rubrik, varde: skrivVarde(varde, u.enhet), ...(kalla ? { kalla } : {}) })
        return varde
      }
      case 'parameter': {
        const v = gallande(u, dag)
        if (!v) {
          ant?.saknas.set(u.namn, { typ: 'parameter', namn: u.namn, text: `${u.rubrik} är ${inteKant(u, dag)}.` })
          return null
        }
        ant?.parametrar.set(u.namn, { namn: u.rubrik, varde: skrivVarde(v.varde, u.enhet), from: v.from, ...(v.tom ? { tom: v.tom } : {}), lagrum: u.lagrum, kalla: v.kalla })
        return v.varde
      }
      case 'regel': {
        const s = iRegel(u.regel)
        ant?.delar.set(u.regel.namn, s.forklaring)
        return s.varde
      }
      default:
        throw new Error(`${u.sort} är inget löv`)
    }
  }

  function rakna(u: Uttryck, ant?: Anteckningar): Varde {
    switch (u.sort) {
      case 'tal':
      case 'indata':
      case 'parameter':
      case 'regel':
        return lov(u, ant)
      case 'inte': {
        const a = rakna(u.a, ant)
        return a === null ? null : !a
      }
      case 'och':
      case 'eller': {
        const avgor = u.sort === 'eller'
        const a = rakna(u.a, ant)
        if (a === avgor) return a
        const b = rakna(u.b, ant)
        if (b === avgor) return b
        return a === null || b === null ? null : !avgor
      }
      case 'om': {
        const v = rakna(u.villkor, ant)
        if (v !== null) return rakna(v ? u.da : u.annars, ant)
        // The condition is unknown: the answer stands only if both ways lead to it.
        const [da, annars] = [rakna(u.da, ant), rakna(u.annars, ant)]
        return da !== null && annars !== null && typeof da === 'object' && typeof annars === 'object' && jamfor(da, annars) === 0 ? da : null
      }
      case 'avrunda': {
        const a = rakna(u.a, ant) as Tal | null
        return a === null ? null : avrunda(a, u.hur, u.jamnt)
      }
      default:
        return tvaledad(u, rakna(u.a, ant) as Tal | null, rakna(u.b, ant) as Tal | null)
    }
  }

  // --- the arithmetic as a person writes it ---------------------------------------------------

  function skrivUttryck(u: Uttryck): string {
    switch (u.sort) {
      case 'tal':
      case 'indata':
      case 'parameter':
      case 'regel': {
        const v = lov(u)
        return v === null ? '?' : typeof v === 'boolean' ? (v ? 'ja' : 'nej') : skrivTal(v, 4)
      }
      case 'om': {
        const v = rakna(u.villkor)
        return v === null ? '?' : skrivUttryck(v ? u.da : u.annars)
      }
      case 'avrunda':
        return `${skrivUttryck(u.a)}, avrundat ${u.hur === 'ned' ? (u.jamnt === 1 ? 'nedåt till hel krona' : 'nedåt till hela hundratal') : `till närmaste ${u.jamnt === 1 ? 'hela krona' : 'hela hundratal'}`}`
      case 'minsta':
      case 'storsta':
        return `det ${u.sort === 'minsta' ? 'lägsta' : 'högsta'} av ${skrivUttryck(u.a)} och ${skrivUttryck(u.b)}`
      case 'plus':
      case 'minus':
      case 'ganger':
      case 'delat': {
        const tecken = { plus: '+', minus: '−', ganger: '×', delat: '÷' }[u.sort]
        return `${parentes(u.a, u.sort)} ${tecken} ${parentes(u.b, u.sort)}`
      }
      default:
        return ''
    }
  }

  function parentes(u: Uttryck, runt: string): string {
    const text = skrivUttryck(u)
    const lagre = (runt === 'ganger' || runt === 'delat') && ['plus', 'minus', 'minsta', 'storsta'].includes(u.sort)
    return lagre ? `(${text})` : text
  }

  function skrivRakning(u: Uttryck, varde: Varde, enhet: Enhet): string | undefined {
    if (varde === null || typeof varde === 'boolean') return undefined
    const vald = u.sort === 'om' && rakna(u.villkor) !== null ? (rakna(u.villkor) ? u.da : u.annars) : u
    if (arLov(vald)) return undefined
    return `${skrivUttryck(vald)} = ${skrivVarde(varde, enhet)}`
  }

  return iRegel(mal)
}

const arLov = (u: Uttryck): boolean => u.sort === 'tal' || u.sort === 'indata' || u.sort === 'parameter' || u.sort === 'regel'

/** Arithmetic and comparison with unknowns: null unless the known part decides (nothing times anything is nothing). */
function tvaledad(u: Uttryck & { a: Uttryck; b: Uttryck }, a: Tal | null, b: Tal | null): Varde {
  if (a === null || b === null) {
    const kand = a ?? b
    return u.sort === 'ganger' && kand && kand.t === 0 ? tal(0) : null
  }
  switch (u.sort) {
    case 'plus':
      return plus(a, b)
    case 'minus':
      return minus(a, b)
    case 'ganger':
      return ganger(a, b)
    case 'delat':
      return delat(a, b)
    case 'minsta':
      return jamfor(a, b) <= 0 ? a : b
    case 'storsta':
      return jamfor(a, b) >= 0 ? a : b
    case 'mindre':
      return jamfor(a, b) < 0
    case 'minst':
      return jamfor(a, b) >= 0
    case 'lika':
      return jamfor(a, b) === 0
    default:
      throw new Error(`${(u as { sort: string }).sort} har inte två led`)
  }
}

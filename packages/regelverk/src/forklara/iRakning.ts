import type { Enhet } from '../definition.ts'
import { arSpann, type Sanning, type Varde } from '../spann.ts'
import type { Led } from './plan.ts'
import type { Korning } from './rakna.ts'
import { skrivILed } from './skriv.ts'

/** The arithmetic as a person writes it; undefined where there is none to show. */
export function iRakning(l: Led, k: Korning): string | undefined {
  const valt = ettSteg(l, k)
  return arLov(valt) || valt.sort === 'om' ? undefined : uttryck(valt, k)
}

const arLov = (l: Led): boolean => l.sort === 'tal' || l.sort === 'indata' || l.sort === 'parameter' || l.sort === 'regel'

/** The way a condition led to; the condition itself while it is not known. */
function ettSteg(l: Led, k: Korning): Led {
  if (l.sort !== 'om') return l
  const villkor = k.varden[l.a!.plats]
  return typeof villkor === 'boolean' ? (villkor ? l.b! : l.c!) : l
}

function valdaLedet(l: Led, k: Korning): Led {
  const n = ettSteg(l, k)
  return n === l ? l : valdaLedet(n, k)
}

const TECKEN = { plus: ' + ', minus: ' − ', ganger: ' × ', andel: ' × ', delat: ' ÷ ' } as const

function uttryck(l: Led, k: Korning): string {
  switch (l.sort) {
    case 'om': {
      const valt = valdaLedet(l, k)
      return valt.sort === 'om' ? '?' : uttryck(valt, k)
    }
    case 'avrunda': {
      const u = l.u as Extract<Led['u'], { sort: 'avrunda' }>
      return `${uttryck(l.a!, k)}, avrundat ${u.hur === 'ned' ? 'nedåt till' : 'till närmaste'} ${helt(u.enhet, u.jamnt, u.hur)}`
    }
    case 'minsta':
    case 'storsta':
      return `det ${l.sort === 'minsta' ? 'lägsta' : 'högsta'} av ${uttryck(l.a!, k)} och ${uttryck(l.b!, k)}`
    case 'plus':
    case 'minus':
    case 'ganger':
    case 'andel':
    case 'delat':
      return inomTecken(l.a!, l.sort, false, k) + TECKEN[l.sort] + inomTecken(l.b!, l.sort, true, k)
    default:
      return vardetext(k.varden[l.plats] as Varde | Sanning, l.u.enhet)
  }
}

const vardetext = (v: Varde | Sanning | undefined, enhet: Enhet): string =>
  v === null || v === undefined || (typeof v === 'object' && arSpann(v)) ? '?' : skrivILed(v, enhet)

const arSumma = (s: Led['sort']): boolean => s === 'plus' || s === 'minus' || s === 'minsta' || s === 'storsta' || s === 'avrunda'
const arProdukt = (s: Led['sort']): boolean => s === 'ganger' || s === 'andel' || s === 'delat'

function inomTecken(l: Led, runt: Led['sort'], tillHoger: boolean, k: Korning): string {
  const { sort } = valdaLedet(l, k)
  const text = uttryck(l, k)
  const lagre = arSumma(sort) && (arProdukt(runt) || (tillHoger && runt === 'minus') || sort === 'avrunda')
  return lagre || (tillHoger && runt === 'delat' && arProdukt(sort)) ? `(${text})` : text
}

/** ”till närmaste hela krona”, ”nedåt till hel krona”, ”nedåt till hela hundratal”. */
function helt(enhet: Enhet, jamnt: number, hur: 'narmaste' | 'ned'): string {
  if (jamnt === 100) return 'hela hundratal'
  if (jamnt !== 1) return `hela ${jamnt}-tal`
  const ord = enhet.startsWith('kr')
    ? 'krona'
    : ({ timmar: 'timme', dagar: 'dag', år: 'år', prisbasbelopp: 'prisbasbelopp' } as Partial<Record<Enhet, string>>)[enhet]
  return ord ? `${hur === 'ned' ? 'hel' : 'hela'} ${ord}` : 'heltal'
}

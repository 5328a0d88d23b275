import type { Uttryck } from './definition.ts'
import { skrivTal } from './tal.ts'

const TECKEN = {
  plus: '+',
  minus: '−',
  ganger: '×',
  delat: '÷',
  mindre: 'är mindre än',
  minst: 'är minst',
  lika: 'är lika med',
  och: 'och',
  eller: 'eller',
} as const

/** ”SGI” stays, ”Lön om …” becomes ”lön om …”: the name stands inside a sentence. */
const iMening = (rubrik: string): string => (/^\p{Lu}\p{Ll}/u.test(rubrik) ? rubrik[0]!.toLowerCase() + rubrik.slice(1) : rubrik)

/** The rule as a sentence with the names of its parts, before any numbers are known. */
export function iOrd(u: Uttryck): string {
  switch (u.sort) {
    case 'tal':
      return skrivTal(u.varde, 4)
    case 'indata':
    case 'parameter':
      return iMening(u.rubrik)
    case 'regel':
      return iMening(u.regel.rubrik)
    case 'om':
      return `om ${iOrd(u.villkor)}: ${iOrd(u.da)}, annars: ${iOrd(u.annars)}`
    case 'avrunda':
      return `${iOrd(u.a)}, avrundat ${u.hur === 'ned' ? 'nedåt till' : 'till närmaste'} ${u.jamnt === 1 ? 'heltal' : `jämna ${u.jamnt}-tal`}`
    case 'minsta':
    case 'storsta':
      return `det ${u.sort === 'minsta' ? 'lägsta' : 'högsta'} av ${grupp(u.a)} och ${grupp(u.b)}`
    case 'inte':
      return `inte ${grupp(u.a)}`
    case 'andel':
      return u.b.sort === 'tal'
        ? `${iOrd(u.b)} ${u.av === 100 ? 'procent' : 'fjärdedelar'} av ${grupp(u.a)}`
        : `${grupp(u.a)} × ${grupp(u.b)}`
    default:
      return `${grupp(u.a)} ${TECKEN[u.sort]} ${grupp(u.b)}`
  }
}

const ENKLA: ReadonlySet<Uttryck['sort']> = new Set(['tal', 'indata', 'parameter', 'regel'])
const grupp = (u: Uttryck): string => (ENKLA.has(u.sort) ? iOrd(u) : `(${iOrd(u)})`)

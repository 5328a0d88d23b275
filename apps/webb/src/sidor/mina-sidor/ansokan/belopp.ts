import { lasTal, skrivTal } from '../../../stod/tal.ts'

/** ”30 000 kr”, ”30.000”, ”30000,50” → whole kronor; null when it cannot be read or may be meant in two ways (”12.50”, ”1,234”), undefined when nothing is written. */
export function tolkaKronor(text: string): number | null | undefined {
  if (/\.\d{1,2}(?!\d)|,\d{3}/.test(text)) return null
  const n = lasTal(text)
  return typeof n === 'number' ? Math.round(n) : n
}

/** A number that cannot be read is said at once; it never hinders. */
export const kronfel = (text: string): string | undefined =>
  tolkaKronor(text) === null ? 'Skriv beloppet med siffror, till exempel 30 000.' : undefined
export const talfel = (text: string): string | undefined => (lasTal(text) === null ? 'Skriv med siffror, till exempel 37,5.' : undefined)

export interface Loneuppgift {
  readonly satt: '' | 'manad' | 'timme' | 'ar'
  readonly manadslon: string
  readonly tillagg: string
  readonly timlon: string
  readonly timmarPerVecka: string
  readonly arslon: string
}

export interface Arsinkomst {
  /** whole kronor a year, or null when what is written does not suffice */
  readonly varde: number | null
  /** how it was reckoned, to be read */
  readonly rakning: string
}

const VECKOR = 52
const INGET: Arsinkomst = { varde: null, rakning: '' }

/** Yearly income of employment. A proposal that the person sees and signs: never a hidden sum. */
export function arsinkomst(l: Loneuppgift): Arsinkomst {
  if (l.satt === 'manad') {
    const lon = tolkaKronor(l.manadslon)
    const tillagg = tolkaKronor(l.tillagg) ?? (l.tillagg.trim() === '' ? 0 : null)
    if (typeof lon !== 'number' || tillagg === null) return INGET
    const manad = lon + tillagg
    return {
      varde: manad * 12,
      rakning: `12 månader × ${tillagg ? `(${skrivTal(lon)} + ${skrivTal(tillagg)})` : skrivTal(lon)} kr = ${skrivTal(manad * 12)} kr`,
    }
  }
  if (l.satt === 'timme') {
    const lon = tolkaKronor(l.timlon)
    const timmar = lasTal(l.timmarPerVecka)
    if (typeof lon !== 'number' || typeof timmar !== 'number') return INGET
    const varde = Math.round(lon * timmar * VECKOR)
    return { varde, rakning: `${VECKOR} veckor × ${skrivTal(timmar)} timmar × ${skrivTal(lon)} kr = ${skrivTal(varde)} kr` }
  }
  const ar = tolkaKronor(l.arslon)
  return l.satt === 'ar' && typeof ar === 'number' ? { varde: ar, rakning: '' } : INGET
}

/** Numbers as people write them in a form, and yearly income out of what they know. */

/** ”30 000 kr”, ”30.000”, ”30000,50” → whole kronor; null when it cannot be read, undefined when nothing is written. */
export function tolkaKronor(text: string): number | null | undefined {
  const t = text.replace(/\s|kr(onor)?\.?$|:-$/gi, '').trim()
  if (t === '') return undefined
  const m = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(t)
  if (!m) return null
  const hela = Number(m[1]!.replaceAll('.', ''))
  return hela + (Number((m[2] ?? '0').padEnd(2, '0')) >= 50 ? 1 : 0)
}

/** ”37,5” → 37.5; null when it cannot be read, undefined when nothing is written. */
export function tolkaTal(text: string): number | null | undefined {
  const t = text.trim().replace(',', '.')
  if (t === '') return undefined
  return /^\d+(\.\d+)?$/.test(t) ? Number(t) : null
}

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
const tusental = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')
const INGET: Arsinkomst = { varde: null, rakning: '' }

/** Yearly income of employment. A proposal that the person sees and signs: never a hidden sum. */
export function arsinkomst(l: Loneuppgift): Arsinkomst {
  if (l.satt === 'manad') {
    const lon = tolkaKronor(l.manadslon)
    const tillagg = tolkaKronor(l.tillagg) ?? (l.tillagg.trim() === '' ? 0 : null)
    if (typeof lon !== 'number' || tillagg === null) return INGET
    const manad = lon + tillagg
    return { varde: manad * 12, rakning: `12 månader × ${tillagg ? `(${tusental(lon)} + ${tusental(tillagg)})` : tusental(lon)} kr = ${tusental(manad * 12)} kr` }
  }
  if (l.satt === 'timme') {
    const lon = tolkaKronor(l.timlon)
    const timmar = tolkaTal(l.timmarPerVecka)
    if (typeof lon !== 'number' || typeof timmar !== 'number') return INGET
    const varde = Math.round(lon * timmar * VECKOR)
    return { varde, rakning: `${VECKOR} veckor × ${String(timmar).replace('.', ',')} timmar × ${tusental(lon)} kr = ${tusental(varde)} kr` }
  }
  const ar = tolkaKronor(l.arslon)
  return l.satt === 'ar' && typeof ar === 'number' ? { varde: ar, rakning: '' } : INGET
}

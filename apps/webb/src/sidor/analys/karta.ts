import type { Kartvarde } from '../../komponenter/analys/lansklasser.ts'
import { om, talet, type Tabell } from '../../komponenter/diagram/diagramdata.ts'
import { stor } from '../../stod/text.ts'

/** Tables whose columns are one figure a county, of all counties. */
const KARTTABELLER = ['figurA', 'tabell1'] as const

export const kartmatten = (tabeller: readonly Tabell[]): { id: string; namn: string }[] =>
  KARTTABELLER.flatMap((id) => {
    const t = tabeller.find((x) => x.id === id)
    return (t?.kolumner ?? [])
      .filter((k) => id === 'tabell1' || k.id === 'klass')
      .map((k) => ({ id: `${id}/${k.id}`, namn: id === 'figurA' ? 'Figur A: användningen av båda ersättningarna' : k.rubrik }))
  })

/** A measure's id as part of a file name. */
export const kartid = (matt: string): string => matt.replace('/', '-')

/** One measure as the map shows it; null when there is no such measure. */
export function kartan(
  tabeller: readonly Tabell[],
  matt: string,
): { rubrik: string; enhet: string; decimaler: number; varden: Kartvarde[]; om: string[] } | null {
  const [id, kolumn] = matt.split('/')
  const t = tabeller.find((x) => x.id === id)
  const j = t?.kolumner.findIndex((k) => k.id === kolumn) ?? -1
  if (!t || j < 0) return null
  const k = t.kolumner[j]!
  return {
    rubrik: id === 'figurA' ? t.rubrik : k.rubrik,
    enhet: stor(k.enhet),
    decimaler: k.decimaler,
    om: om(t, [k.id]),
    varden: t.rader
      .filter((r) => !r.summa)
      .map((r) => {
        const c = r.celler[j]!
        return {
          lan: r.nyckel[0]!,
          varde: c.dold ? null : c.varde,
          text: c.dold ? (c.dold === 'liten' ? '<5' : '..') : typeof c.varde === 'number' ? talet(c.varde, k.decimaler) : (c.varde ?? '–'),
        }
      }),
  }
}

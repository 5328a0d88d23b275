import type { Punkt } from './diagramdata.ts'

export type Sida = 'hoger' | 'vanster' | 'over' | 'under'
export interface Etikett {
  readonly punkt: Punkt
  readonly sida: Sida
}

interface Ruta {
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
}
const TECKEN = 6.6
const HOJD = 14
const AVSTAND = 8
const PRICK = 5

const krockar = (a: Ruta, b: Ruta): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1

function rutan(x: number, y: number, bredd: number, sida: Sida): Ruta {
  if (sida === 'hoger') return { x0: x + AVSTAND, x1: x + AVSTAND + bredd, y0: y - HOJD / 2, y1: y + HOJD / 2 }
  if (sida === 'vanster') return { x0: x - AVSTAND - bredd, x1: x - AVSTAND, y0: y - HOJD / 2, y1: y + HOJD / 2 }
  const mitt = sida === 'over' ? y - AVSTAND - HOJD / 2 : y + AVSTAND + HOJD / 2
  return { x0: x - bredd / 2, x1: x + bredd / 2, y0: mitt - HOJD / 2, y1: mitt + HOJD / 2 }
}

/**
 * On which side of its point each name has room, in a plane so wide and high; names that would lie over others are left out, and stand in the
 * table. The first have the first choice.
 */
export function placera(punkter: readonly Punkt[], alla: readonly Punkt[], bredd: number, hojd: number): Etikett[] {
  const skala = (v: (p: Punkt) => number, langd: number): ((p: Punkt) => number) => {
    const tal = alla.map(v)
    const [minst, storst] = [Math.min(...tal), Math.max(...tal)]
    return (p) => ((v(p) - minst) / (storst - minst || 1)) * langd
  }
  const x = skala((p) => p.x!, bredd)
  const y = skala((p) => -p.y!, hojd)
  const upptaget: Ruta[] = alla.map((p) => ({ x0: x(p) - PRICK, x1: x(p) + PRICK, y0: y(p) - PRICK, y1: y(p) + PRICK }))
  return punkter.flatMap((punkt) => {
    const langd = punkt.namn.length * TECKEN
    for (const sida of ['hoger', 'vanster', 'over', 'under'] as const) {
      const r = rutan(x(punkt), y(punkt), langd, sida)
      if (r.x0 < 0 || upptaget.some((u) => krockar(u, r))) continue
      upptaget.push(r)
      return [{ punkt, sida }]
    }
    return []
  })
}

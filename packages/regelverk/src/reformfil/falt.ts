import { arDatum, type Datum } from '@atergang/kalender'
import type { Daterat } from '../definition.ts'
import { Regelverksfel } from '../regelverk.ts'
import { tal, type Tal } from '../tal.ts'

/** What is wrong and where: `parametrar.sgiTak.0.from`. */
export interface Reformfaltfel {
  readonly falt: string
  readonly text: string
}

/** A reform that cannot be read; every fault at once, each with its field. */
export class Reformfel extends Regelverksfel {
  readonly falt: readonly Reformfaltfel[]
  constructor(namn: string, falt: readonly Reformfaltfel[]) {
    super(
      namn,
      falt.map((f) => `${f.falt}: ${f.text}`),
    )
    this.name = 'Reformfel'
    this.falt = falt
  }
}

/** Where one stands in the data, and the faults found so far. */
export class Plats {
  readonly falt: string
  private readonly fel: Reformfaltfel[]
  constructor(falt: string, fel: Reformfaltfel[]) {
    this.falt = falt
    this.fel = fel
  }
  i(namn: string | number): Plats {
    return new Plats(this.falt === '' ? String(namn) : `${this.falt}.${namn}`, this.fel)
  }
  sag(text: string): null {
    this.fel.push({ falt: this.falt || 'reform', text })
    return null
  }
}

export const somObjekt = (x: unknown): Record<string, unknown> | null =>
  typeof x === 'object' && x !== null && !Array.isArray(x) ? (x as Record<string, unknown>) : null

/** A text that must be there. */
export const lasText = (x: unknown, p: Plats, vad: string): string => (typeof x === 'string' && x.trim() !== '' ? x : (p.sag(vad), ''))

export function okandaFalt(d: Record<string, unknown>, kanda: readonly string[], p: Plats): void {
  for (const k of Object.keys(d)) if (!kanda.includes(k)) p.i(k).sag(`finns inte här. Fälten är ${kanda.join(', ')}.`)
}

export function lasTal(x: unknown): Tal | null {
  if (typeof x === 'number') return Number.isSafeInteger(x) ? tal(x) : null
  return typeof x === 'string' && /^-?\d+([.,]\d+)?$/.test(x) ? tal(x) : null
}

const SIST = '9999-12-31'

/**
 * Dated values in order of time, each read by `las`. What is said of days, source and overlaps is the same for values and wordings.
 * @param vad the name of the value's own field
 */
export function lasDaterade<V>(
  x: unknown,
  p: Plats,
  vad: string,
  las: (v: Record<string, unknown>, p: Plats) => V | null,
): readonly Daterat<V>[] {
  if (!Array.isArray(x) || x.length === 0) {
    p.sag('ange en lista av värden.')
    return []
  }
  const lasta = x.map((v, i) => lasDaterat(v, p.i(i), vad, las))
  const ordnade = lasta.flatMap((d, i) => (d ? [{ d, i }] : [])).sort((a, b) => (a.d.from < b.d.from ? -1 : 1))
  ordnade.forEach(({ d }, nr) => {
    const nasta = ordnade[nr + 1]
    if (nasta && (d.tom ?? SIST) >= nasta.d.from) p.i(nasta.i).i('from').sag('ligger i tiden för ett annat värde i listan.')
  })
  return ordnade.map(({ d }) => d)
}

function lasDaterat<V>(x: unknown, p: Plats, vad: string, las: (v: Record<string, unknown>, p: Plats) => V | null): Daterat<V> | null {
  const v = somObjekt(x)
  if (!v) return p.sag(`ange from, ${vad} och kalla.`)
  okandaFalt(v, ['from', 'tom', vad, 'kalla'], p)
  if (!arDatum(v.from)) p.i('from').sag('skriv datumet som år-månad-dag.')
  if (v.tom !== undefined && !arDatum(v.tom)) p.i('tom').sag('skriv datumet som år-månad-dag.')
  if (arDatum(v.from) && arDatum(v.tom) && v.tom < v.from) p.i('tom').sag('ligger före from.')
  const kalla = lasText(v.kalla, p.i('kalla'), 'säg varifrån värdet kommer.')
  const varde = las(v, p.i(vad))
  if (!arDatum(v.from) || (v.tom !== undefined && !arDatum(v.tom)) || kalla === '' || varde === null) return null
  return { from: v.from as Datum, ...(v.tom === undefined ? {} : { tom: v.tom as Datum }), varde, kalla }
}

import { talet } from '../../komponenter/diagram/diagramdata.ts'

/** A number with a true minus sign. */
export const svenskt = (v: number, decimaler: number): string => talet(v, decimaler).replace(/^-/, '−')

/** Whether the printed figure can be had from the printed table; null where no figure is printed. */
export const omdome = (inom: boolean | null): string =>
  inom === null ? 'inget tal tryckt' : inom ? 'inom avrundningen' : 'utanför avrundningen'
export const stjarnomdome = (stammer: boolean | null): string => (stammer === null ? '–' : stammer ? 'stämmer' : 'stämmer inte med N')

interface Post {
  readonly lan: string
  readonly kolumn: number
}
export const landetsKolumn = <P extends Post>(poster: readonly P[], kolumn: number): P[] =>
  poster.filter((p) => p.kolumn === kolumn).sort((a, b) => a.lan.localeCompare(b.lan, 'sv'))

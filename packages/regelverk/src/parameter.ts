import { datum, type Datum } from '@atergang/kalender'
import type { Daterat, Enhet, Parameter } from './definition.ts'
import { flera } from './lagrum.ts'
import { tal } from './tal.ts'

interface Beskrivning<V> {
  namn: string
  rubrik: string
  enhet: Enhet
  lagrum: readonly string[]
  varden: readonly { from: string; tom?: string; varde: V; kalla: string; utanforKallorna?: true; krav?: readonly string[] }[]
}

function ordnade<V>(p: Beskrivning<unknown>, varden: Daterat<V>[]): Daterat<V>[] {
  varden.forEach((v, i) => {
    const nasta = varden[i + 1]
    if (nasta && (v.tom ?? '9999-12-31') >= nasta.from) throw new Error(`Parametern ${p.namn} har två värden den ${nasta.from}.`)
  })
  return varden
}

const daterad = (v: { from: string; tom?: string; kalla: string; utanforKallorna?: true; krav?: readonly string[] }) => ({
  from: datum(v.from),
  ...(v.tom ? { tom: datum(v.tom) } : {}),
  kalla: v.kalla,
  ...(v.krav ? { krav: v.krav } : {}),
  ...(v.utanforKallorna ? { utanforKallorna: v.utanforKallorna } : {}),
})

/** A number that changes with time; write decimals as text (`'0,97'`) so that they stay exact. */
export function parameter(p: Beskrivning<number | string>): Parameter {
  const varden = p.varden.map((v) => ({ ...daterad(v), varde: tal(v.varde) }))
  return { sort: 'parameter', namn: p.namn, rubrik: p.rubrik, enhet: p.enhet, lagrum: flera(...p.lagrum), varden: ordnade(p, varden) }
}

/** A choice (yes/no, a word) the country makes once, with dates: where the sources leave a practice open. */
export function installning<V>(p: Beskrivning<V>): Parameter<V> {
  return {
    sort: 'parameter',
    namn: p.namn,
    rubrik: p.rubrik,
    enhet: p.enhet,
    lagrum: flera(...p.lagrum),
    varden: ordnade(
      p,
      p.varden.map((v) => ({ ...daterad(v), varde: v.varde })),
    ),
  }
}

/** The value in force on the day, or undefined when the sources do not say. */
export function gallande<V>(p: { readonly varden: readonly Daterat<V>[] }, dag: Datum): Daterat<V> | undefined {
  return p.varden.find((v) => v.from <= dag && (!v.tom || dag <= v.tom))
}

/** ”inte känt före 2022-01-01”, ”inte känt efter 2026-12-31”; of a rule ”inte känd”, of several ”inte kända”. */
export function inteKant(
  p: { readonly varden: readonly { from: Datum; tom?: Datum }[] },
  dag: Datum,
  kant: 'känt' | 'känd' | 'kända' = 'känt',
): string {
  const forsta = p.varden[0]!.from
  if (dag < forsta) return `inte ${kant} före ${forsta}`
  const sista = p.varden.at(-1)!.tom
  return sista && dag > sista ? `inte ${kant} efter ${sista}` : `inte ${kant} den ${dag}`
}

/**
 * The value of a whole number that the law has had only one of in the sources: for functions that answer for any day with the known wording (ADR 0018, 0082).
 * @throws when there come to be several: what reads it must then ask by day.
 */
export function endaVardet(p: Parameter): number {
  const [v, ...fler] = p.varden
  if (!v || fler.length || v.varde.n !== 1) throw new Error(`${p.namn} har inte ett enda heltal som värde: fråga efter dagen det gäller.`)
  return v.varde.t
}

export class ParameterOkand extends Error {
  readonly parameter: string
  readonly dag: Datum
  constructor(p: Parameter<unknown>, dag: Datum) {
    super(`${p.rubrik} är ${inteKant(p, dag)}.`)
    this.name = 'ParameterOkand'
    this.parameter = p.namn
    this.dag = dag
  }
}

/** The value in force. @throws {ParameterOkand} where it is not known; use where the law cannot be applied without it. */
export function vardetDen<V>(p: Parameter<V>, dag: Datum): V {
  const v = gallande(p, dag)
  if (!v) throw new ParameterOkand(p, dag)
  return v.varde
}

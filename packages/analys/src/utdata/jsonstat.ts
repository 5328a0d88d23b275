import type { Tabellsvar } from '../tabeller/svar.ts'
import { definitionstext, delkolumner, DOLD_TEXT, medskickat } from './celler.ts'

/** A data set of JSON-stat 2.0: a dimension for the rows, one for the measures; hidden cells are null with a status. */
export interface JsonStat {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  readonly source: string
  readonly note: readonly string[]
  readonly id: readonly ['rad', 'matt']
  readonly size: readonly [number, number]
  readonly dimension: Readonly<Record<'rad' | 'matt', { readonly label: string; readonly category: Readonly<Record<string, unknown>> }>>
  readonly role: { readonly metric: readonly ['matt']; readonly geo?: readonly ['rad'] }
  readonly value: readonly (number | null)[]
  readonly status: Readonly<Record<string, string>>
}

export function jsonStat(t: Tabellsvar): JsonStat {
  const matt = t.kolumner.flatMap((k, j) => delkolumner(t, j).map((d) => ({ ...d, k, j })))
  const radnamn = t.rader.map((r) => r.nyckel.join(' – '))
  const status: Record<string, string> = {}
  const value = t.rader.flatMap((r, i) =>
    matt.map((d, x): number | null => {
      const c = r.celler[d.j]!
      if (c.dold) status[String(i * matt.length + x)] = DOLD_TEXT[c.dold]
      const v = c.dold ? null : d.av(c)
      // Words have no place among values: they are the cell's status.
      if (typeof v === 'string' && v !== '') status[String(i * matt.length + x)] = v
      return typeof v === 'number' ? v : null
    }),
  )
  return {
    version: '2.0',
    class: 'dataset',
    label: t.rubrik,
    source: t.kalla,
    note: medskickat(t).slice(2),
    id: ['rad', 'matt'],
    size: [t.rader.length, matt.length],
    dimension: {
      rad: {
        label: t.nycklar.join(', '),
        category: { index: radnamn.map((_, i) => `r${i}`), label: Object.fromEntries(radnamn.map((n, i) => [`r${i}`, n])) },
      },
      matt: {
        label: 'Mått',
        category: {
          index: matt.map((d) => d.id),
          label: Object.fromEntries(matt.map((d) => [d.id, d.rubrik])),
          note: Object.fromEntries(matt.map((d) => [d.id, [definitionstext(d.k)]])),
          unit: Object.fromEntries(
            matt.map((d) => [d.id, { label: d.id === d.k.id ? d.k.enhet : '', ...(d.id === d.k.id ? { decimals: d.k.decimaler } : {}) }]),
          ),
        },
      },
    },
    role: { metric: ['matt'], ...(t.nycklar[0] === 'Län' ? { geo: ['rad'] as const } : {}) },
    value,
    status,
  }
}

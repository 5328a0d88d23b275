import type { Likhet, Skyddsunderlag } from '../skydd/skydd.ts'
import type { Anmarkning, Kolumndefinition, Ratabell, Svarscell, Svarskolumn, Svarsrad } from '../tabeller/svar.ts'

/** A column of a table built of rows of ours. */
export interface Byggkolumn<R> {
  readonly id: string
  readonly rubrik: string
  readonly enhet: string
  readonly decimaler: number
  /** what is counted, and divided by what */
  readonly taljare: string
  readonly namnare?: string
  readonly varde: (r: R) => number | string | null
  readonly n?: (r: R) => number | null
  readonly p?: (r: R) => number | undefined
  readonly intervall?: (r: R) => readonly [number, number] | null
  /** counts of the row that the figure would give away */
  readonly beror?: readonly string[]
}

export interface Byggtabell<R> {
  readonly id: string
  readonly rubrik: string
  readonly kalla: string
  readonly nycklar: readonly string[]
  readonly period: string
  readonly population: string
  readonly datakalla: string
  readonly kolumner: readonly Byggkolumn<R>[]
  readonly rader: readonly R[]
  readonly nyckel: (r: R) => readonly string[]
  /** counts of people behind the row, by name */
  readonly antal?: (r: R) => Readonly<Record<string, number>>
  /** counts that are some of others: their rest must not be small either */
  readonly del?: readonly (readonly [del: string, hela: string])[]
  /** the row that adds up the others; null when there is none */
  readonly summarad?: (r: R) => boolean
  readonly anmarkningar?: readonly Anmarkning[]
  readonly omraden?: readonly string[] | null
}

const summatal = (namn: string): string => `${namn} med dubbletter`

/** A table ready for every format, with what protects its counts: shares hide when the part or the rest is small, sums when they would give a hidden one away. */
export function byggTabell<R>(t: Byggtabell<R>): Ratabell {
  const kolumner = t.kolumner.map((k): Svarskolumn => {
    const definition: Kolumndefinition = {
      population: t.population,
      fonster: t.period,
      taljare: k.taljare,
      namnare: k.namnare ?? null,
      enhet: k.enhet,
      kalla: t.datakalla,
    }
    return { id: k.id, rubrik: k.rubrik, enhet: k.enhet, decimaler: k.decimaler, definition }
  })
  const rader = t.rader.map((r): Svarsrad => ({
    nyckel: t.nyckel(r),
    ...(t.summarad?.(r) ? { summa: true as const } : {}),
    celler: t.kolumner.map((k) => cell(k, r)),
  }))
  const namn = (r: R, vad: string): string => `${t.id}|${t.nyckel(r).join('|')}|${vad}`
  const rest = (del: string, hela: string): string => `${hela} − ${del}`
  const hora = (vad: readonly string[]): string[] => [
    ...new Set(vad.flatMap((v) => [v, ...(t.del ?? []).filter(([d]) => d === v).flatMap(([d, h]) => [h, rest(d, h)])])),
  ]
  return {
    svar: {
      id: t.id,
      rubrik: t.rubrik,
      kalla: t.kalla,
      nycklar: t.nycklar,
      kolumner,
      rader,
      anmarkningar: t.anmarkningar ?? [],
      urval: { period: t.period, omraden: t.omraden ?? null },
      skydd: null,
    },
    underlag: underlag(t, namn, rest),
    beror: (i, j) =>
      hora(t.kolumner[j]!.beror ?? []).flatMap((v) => [
        namn(t.rader[i]!, v),
        ...(t.summarad?.(t.rader[i]!) ? [summatal(namn(t.rader[i]!, v))] : []),
      ]),
  }
}

function cell<R>(k: Byggkolumn<R>, r: R): Svarscell {
  const p = k.p?.(r)
  return {
    varde: k.varde(r),
    ...(k.n ? { n: k.n(r) } : {}),
    ...(p === undefined ? {} : { p }),
    ...(k.intervall ? { intervall: k.intervall(r) } : {}),
  }
}

function underlag<R>(t: Byggtabell<R>, namn: (r: R, vad: string) => string, rest: (del: string, hela: string) => string): Skyddsunderlag {
  const variabler = new Map<string, number>()
  const likheter: Likhet[] = []
  if (!t.antal) return { variabler, likheter }
  const alla = (r: R): Record<string, number> => {
    const a = t.antal!(r)
    return { ...a, ...Object.fromEntries((t.del ?? []).map(([d, h]) => [rest(d, h), a[h]! - a[d]!])) }
  }
  for (const r of t.rader) {
    for (const [vad, n] of Object.entries(alla(r))) variabler.set(namn(r, vad), n)
    for (const [d, h] of t.del ?? []) likheter.push({ summa: namn(r, h), delar: [namn(r, d), namn(r, rest(d, h))] })
  }
  const summa = t.rader.find((r) => t.summarad?.(r))
  if (summa !== undefined) {
    const delar = t.rader.filter((r) => r !== summa)
    for (const vad of Object.keys(alla(summa))) {
      const [hela, summan] = [namn(summa, vad), delar.reduce((s, r) => s + variabler.get(namn(r, vad))!, 0)]
      // Who stands in several rows is counted once in the sum; whoever tries to work out a count knows how many they are.
      if (summan !== variabler.get(hela)) variabler.set(summatal(hela), summan)
      likheter.push({ summa: summan === variabler.get(hela) ? hela : summatal(hela), delar: delar.map((r) => namn(r, vad)) })
    }
  }
  return { variabler, likheter }
}

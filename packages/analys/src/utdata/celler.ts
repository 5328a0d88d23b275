import type { Svarscell, Svarskolumn, Tabellsvar } from '../tabeller/svar.ts'
import { MINST_VISADE } from '../skydd/skydd.ts'

export const DOLD_TEXT = { liten: `<${MINST_VISADE}`, skyddad: '..' } as const

/** A figure with the column's decimals and Swedish comma, ”<5” for a hidden one, ”–” where there is none. */
export function celltext(c: Svarscell, k: Svarskolumn): string {
  if (c.dold) return DOLD_TEXT[c.dold]
  if (c.varde === null) return '–'
  if (typeof c.varde === 'string') return c.varde
  return `${c.varde.toLocaleString('sv-SE', { minimumFractionDigits: k.decimaler, maximumFractionDigits: k.decimaler })}${c.stjarnor ?? ''}`
}

/** Which of a table's columns have a count to show beside, p-values, and so on: asked of the cells themselves. */
export interface Sidokolumn {
  readonly id: string
  readonly rubrik: string
  readonly av: (c: Svarscell) => number | string | null
}

/** A column's own value and what goes with it, in order: value, N, p, stars, interval. */
export function delkolumner(t: Tabellsvar, j: number): readonly Sidokolumn[] {
  const k = t.kolumner[j]!
  const finns = (f: (c: Svarscell) => unknown): boolean => t.rader.some((r) => f(r.celler[j]!) !== undefined)
  return [
    { id: k.id, rubrik: k.rubrik, av: (c) => (c.dold ? DOLD_TEXT[c.dold] : c.varde) },
    // A column that is the count itself needs none beside it.
    ...(finns((c) => c.n) && !t.rader.every((r) => r.celler[j]!.dold || r.celler[j]!.n === r.celler[j]!.varde)
      ? [{ id: `${k.id}__n`, rubrik: `${k.rubrik}: N`, av: (c: Svarscell) => (c.dold ? DOLD_TEXT[c.dold] : (c.n ?? null)) }]
      : []),
    ...(finns((c) => c.p)
      ? [
          { id: `${k.id}__p`, rubrik: `${k.rubrik}: p`, av: (c: Svarscell) => c.p ?? null },
          { id: `${k.id}__stjarnor`, rubrik: `${k.rubrik}: markering`, av: (c: Svarscell) => c.stjarnor ?? null },
          { id: `${k.id}__fran`, rubrik: `${k.rubrik}: intervall från`, av: (c: Svarscell) => c.intervall?.[0] ?? null },
          { id: `${k.id}__till`, rubrik: `${k.rubrik}: intervall till`, av: (c: Svarscell) => c.intervall?.[1] ?? null },
        ]
      : []),
  ]
}

/** Everything that must follow a table wherever it goes: what it counts, where the source says otherwise, what is hidden. */
export function medskickat(t: Tabellsvar): string[] {
  return [
    t.rubrik,
    `Källa till uppställningen: ${t.kalla}`,
    `Period: ${t.urval.period}`,
    ...(t.urval.omraden ? [`Län: ${t.urval.omraden.join(', ')}`] : []),
    ...t.kolumner.map((k) => `${k.rubrik}: ${definitionstext(k)}`),
    ...t.anmarkningar.map((a) => a.text),
    ...(t.skydd ? [t.skydd.text] : []),
  ]
}

export const definitionstext = (k: Svarskolumn): string => {
  const d = k.definition
  return `${d.taljare}${d.namnare ? `, delat med ${d.namnare}` : ''} (${d.enhet}). Gäller ${d.population}. Källa: ${d.kalla}.`
}

import type { Datum } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { annatnyckel } from './annat.ts'
import type { Vardgivartyp } from './koder.ts'

/** A caregiver of the register (L026): who gives treatment, of what kind, and where. */
export interface Vardgivare {
  readonly id: string
  readonly namn: string
  readonly typ: Vardgivartyp
  readonly lan: string
}

/** A name as it was written, and the entry that the review led it to; null when it was left as it is. */
export interface Vardgivarnamn {
  readonly nyckel: string
  readonly vardgivare: string | null
}

/** The same name however it is cased, spaced and punctuated. */
export const vardgivarnyckel = annatnyckel

/** Who is meant by a name: the entry of that name, or the one it was reviewed to. A name nobody has looked at leads nowhere. */
export function vardgivarslagning(
  register: readonly Vardgivare[],
  namn: readonly Vardgivarnamn[],
): (skrivet: string) => Vardgivare | undefined {
  const perId = new Map(register.map((v) => [v.id, v]))
  const perNyckel = new Map([
    ...register.map((v) => [vardgivarnyckel(v.namn), v] as const),
    ...namn.flatMap((n) => (n.vardgivare && perId.has(n.vardgivare) ? [[n.nyckel, perId.get(n.vardgivare)!] as const] : [])),
  ])
  return (skrivet) => perNyckel.get(vardgivarnyckel(skrivet))
}

export interface Vardgivargrupp {
  readonly nyckel: string
  /** as written, the most common first */
  readonly namn: readonly string[]
  readonly antal: number
  readonly senast: Datum
}

/** Names on plans that nobody has looked at, those most used first. */
export function vardgivareAttGranska(
  skrivna: readonly { readonly namn: string; readonly dag: Datum }[],
  register: readonly Vardgivare[],
  namn: readonly Vardgivarnamn[],
): Vardgivargrupp[] {
  const sedda = new Set([...namn.map((n) => n.nyckel), ...register.map((v) => vardgivarnyckel(v.namn))])
  return [
    ...gruppera(
      skrivna.filter((s) => vardgivarnyckel(s.namn) && !sedda.has(vardgivarnyckel(s.namn))),
      (s) => vardgivarnyckel(s.namn),
    ),
  ]
    .map(([nyckel, rader]): Vardgivargrupp => ({
      nyckel,
      antal: rader.length,
      senast: rader
        .map((r) => r.dag)
        .sort()
        .at(-1)!,
      namn: [...gruppera(rader, (r) => r.namn.trim())]
        .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, 'sv'))
        .map(([t]) => t),
    }))
    .sort((a, b) => b.antal - a.antal || a.nyckel.localeCompare(b.nyckel, 'sv'))
}

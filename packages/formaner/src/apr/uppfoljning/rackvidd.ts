import { arLiten, STORLEKSKLASSER, type Storleksklass } from '../storlek.ts'
import { andel, summa, unika, type Andel, type Bidragsrad } from './underlag.ts'

/** How many employers there are in the country by size: not in the sources, handed in with where it comes from. */
export interface Arbetsgivarbestand {
  readonly kalla: string
  readonly ar: number
  readonly perStorlek: Readonly<Partial<Record<Storleksklass, number>>>
}

export interface Storleksrackvidd {
  readonly storlek: Storleksklass
  /** employers that got money, of those there are; the share is null when the number is not known */
  readonly arbetsgivare: Andel
  readonly anstallda: number
  readonly belopp: number
}

export interface Rackvidd {
  readonly kostnadsar: number
  readonly bestand: Pick<Arbetsgivarbestand, 'kalla' | 'ar'> | null
  readonly perStorlek: readonly Storleksrackvidd[]
  /** small employers' share of those that got money, and of the money (C023, C036) */
  readonly sma: { readonly arbetsgivare: Andel; readonly belopp: Andel }
}

/** Who the support reaches, by size of the employer, for the costs of a year. */
export function rackvidd(rader: readonly Bidragsrad[], kostnadsar: number, bestand: Arbetsgivarbestand | null = null): Rackvidd {
  const arets = rader.filter((r) => r.kostnadsar === kostnadsar && r.belopp > 0)
  const sma = arets.filter((r) => arLiten(r.storlek))
  return {
    kostnadsar,
    bestand: bestand && { kalla: bestand.kalla, ar: bestand.ar },
    perStorlek: [...STORLEKSKLASSER, 'okand' as const].map((storlek): Storleksrackvidd => {
      const g = arets.filter((r) => r.storlek === storlek)
      return {
        storlek,
        arbetsgivare: andel(unika(g.map((r) => r.arbetsgivare)), bestand?.perStorlek[storlek] ?? null),
        anstallda: unika(g.map((r) => `${r.arbetsgivare}|${r.anstalld}`)),
        belopp: summa(g.map((r) => r.belopp)),
      }
    }),
    sma: {
      arbetsgivare: andel(unika(sma.map((r) => r.arbetsgivare)), unika(arets.map((r) => r.arbetsgivare))),
      belopp: andel(summa(sma.map((r) => r.belopp)), summa(arets.map((r) => r.belopp))),
    },
  }
}

import { ANDELSNAMN } from '@atergang/formaner'
import { stor } from '../../../../stod/text.ts'

/** Minutes an occasion takes, each part by itself. As packages/formaner/src/forebyggande-sjukpenning/tid/tillfalle.ts. */
export interface Tidsatgang {
  readonly dit: number
  readonly forberedelse: number
  readonly behandling: number
  readonly efter: number
  readonly hem: number
}

/** ”4 tim 5 min”; under an hour only the minutes. */
export function tidtext(minuter: number): string {
  const [tim, min] = [Math.floor(minuter / 60), minuter % 60]
  return [tim ? `${tim} tim` : '', min || !tim ? `${min} min` : ''].filter(Boolean).join(' ')
}

/** A share of the day as it is read: ”Hälften”, ”Ingen del”. */
export const andelstext = (andel: number): string =>
  andel > 0 ? stor(ANDELSNAMN[andel as keyof typeof ANDELSNAMN] ?? String(andel)) : 'Ingen del'

/**
 * Why the day reaches what it reaches, in one sentence: minutes kept from work against the least that gives a quarter.
 * Says how many minutes are missing when there are too few, and how many up to the next share else.
 */
export function varforAndel(d: { readonly hindradeMinuter: number; readonly arbetsminuter: number; readonly andel: number }): string {
  if (d.arbetsminuter === 0) return 'Ingen arbetstid den dagen. Tiden räknas inte.'
  const nasta = (Math.floor(Math.min(d.hindradeMinuter / d.arbetsminuter, 1) * 4) + 1) * 0.25
  const kvar = Math.ceil(d.arbetsminuter * nasta) - d.hindradeMinuter
  const hindrar = `${tidtext(d.hindradeMinuter)} av ${tidtext(d.arbetsminuter)} arbetstid`
  if (d.hindradeMinuter < d.arbetsminuter / 4)
    return `${hindrar}. En fjärdedel är ${tidtext(Math.ceil(d.arbetsminuter / 4))}: det fattas ${tidtext(kvar)}.`
  return nasta > 1 ? `${hindrar}. Hela dagen.` : `${hindrar}. Till nästa fjärdedel fattas ${tidtext(kvar)}.`
}

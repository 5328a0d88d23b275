import type { Insatstyp, Miljo, Syfte } from '../insatser/typer.ts'

/** A row of an application as it is being written: everything may still be empty. */
export interface Radutkast {
  readonly anstalld: string
  readonly anordnare: string
  readonly datum: string
  readonly insatstyper: readonly Insatstyp[]
  readonly fakturanummer: string
  readonly kostnad: string
  readonly syfte: Syfte | null
  readonly miljo: Miljo | null
  readonly beskrivning: string
}

/**
 * A new application begun from the last one (C024): the same people, providers, purposes and settings; what belongs to one measure only,
 * its day, kinds, invoice, cost and description, is left to fill in. Each person and provider once.
 */
export function kopieraForra(forra: readonly Radutkast[]): readonly Radutkast[] {
  const sedda = new Set<string>()
  return forra.flatMap((r) => {
    const nyckel = `${r.anstalld}|${r.anordnare}`
    if (sedda.has(nyckel)) return []
    sedda.add(nyckel)
    return [{ ...r, datum: '', insatstyper: [], fakturanummer: '', kostnad: '', beskrivning: '' }]
  })
}

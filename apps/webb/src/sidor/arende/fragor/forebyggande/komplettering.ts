import type { Kompletteringsrad } from './underlag.ts'

/** A completion as the form writes it: of whom, how, until when, and a line for each thing. */
export interface Kompletteringsform {
  till: string
  kanal: string
  senast: string
  rader: { falt: string; text: string; skal: string; med: boolean }[]
}

/** Whom a field is asked of when nothing else is said: what only the doctor knows goes to the doctor (B024). */
const FRAN_PERSONEN: ReadonlySet<string> = new Set(['arbetstid', 'restid', 'tillfallen', 'inkomst'])

export const tomKomplettering = (rader: readonly Kompletteringsrad[] = []): Kompletteringsform => ({
  till: rader.length && rader.every((r) => FRAN_PERSONEN.has(r.falt)) ? 'forsakrad' : 'vard',
  kanal: 'brev',
  senast: '',
  rader: rader.length ? rader.map((r) => ({ ...r, med: true })) : [{ falt: '', text: '', skal: '', med: true }],
})

/** The completion as the server reads it. Lines that are not wanted are left out. */
export const somKomplettering = (f: Kompletteringsform) => ({
  till: f.till,
  kanal: f.kanal,
  ...(f.senast ? { senast: f.senast } : {}),
  rader: f.rader.filter((r) => r.med).map(({ falt, text, skal }) => ({ falt: falt || undefined, text, skal })),
})

/** The place of a line among those sent: the server names fields by it. */
export const plats = (f: Kompletteringsform, i: number): number => f.rader.slice(0, i).filter((r) => r.med).length

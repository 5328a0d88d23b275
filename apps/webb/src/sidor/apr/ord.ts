import type { Datum } from '@atergang/kalender'

/** Words of the workplace support that the pages share. */
export const KANAL = { etjanst: 'E-tjänst', papper: 'Papper' } as const
export const UTFALL: Readonly<Record<string, string>> = { beviljat: 'Beviljas', delvisAvslag: 'Beviljas delvis', avslag: 'Avslås' }
export const BESLUTAT: Readonly<Record<string, string>> = {
  beviljat: 'Beviljat',
  delvisAvslag: 'Delvis beviljat',
  avslag: 'Avslag',
  aterkravs: 'Återkrav',
  upphor: 'Godkännandet upphör',
  avvisat: 'Avvisat',
}
export const ANORDNARLAGE: Readonly<Record<string, string>> = {
  ansokt: 'Ansöker',
  godkand: 'Godkänd',
  omprovas: 'Omprövas',
  upphort: 'Upphört',
  ejGodkand: 'Inte godkänd',
}
export const antal = (n: number, ett: string, flera: string): string =>
  `${String(n).replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')}\u00a0${n === 1 ? ett : flera}`
/** ”30,9 %”; null where there is nothing to share. */
export const procent = (n: number | null, decimaler = 1): string =>
  n === null ? 'saknas' : `${(n * 100).toFixed(decimaler).replace('.', ',')}\u00a0%`
/** A count as the server gives it: null where it is of few people. */
export const antalEllerFa = (n: number | null, ett: string, flera: string): string =>
  n === null ? `Färre än fem ${flera}` : antal(n, ett, flera)
/** The years there has been support to ask about, the newest first. */
export const arval = (idag: string): { varde: string; text: string }[] =>
  Array.from({ length: Number(idag.slice(0, 4)) - 2013 }, (_, i) => String(Number(idag.slice(0, 4)) - i)).map((varde) => ({
    varde,
    text: varde,
  }))
/** Whole calendar years: what is asked of people's data is asked so (ADR 0025). */
export const arsperiod = (fran: string, till: string): { from: Datum; tom: Datum } => ({
  from: `${fran}-01-01` as Datum,
  tom: `${till}-12-31` as Datum,
})

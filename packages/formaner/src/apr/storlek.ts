/** Size of an employer by its number of employees. The reports speak of small and large without a limit; the limits are ours. */
export const STORLEKSKLASSER = ['0-9', '10-49', '50-249', '250-'] as const
export type Storleksklass = (typeof STORLEKSKLASSER)[number] | 'okand'

export const STORLEKSNAMN: Readonly<Record<Storleksklass, string>> = {
  '0-9': '0–9 anställda',
  '10-49': '10–49 anställda',
  '50-249': '50–249 anställda',
  '250-': '250 anställda eller fler',
  okand: 'okänd storlek',
}

export function storleksklass(anstallda: number | null | undefined): Storleksklass {
  if (anstallda === null || anstallda === undefined) return 'okand'
  return anstallda < 10 ? '0-9' : anstallda < 50 ? '10-49' : anstallda < 250 ? '50-249' : '250-'
}

/** A small employer sees only what it needs (C023–C024). */
export const arLiten = (k: Storleksklass): boolean => k === '0-9' || k === '10-49'

export const SEKTORER = {
  privat: 'privat',
  kommun: 'kommun',
  region: 'region',
  stat: 'stat',
  ideell: 'ideell organisation',
  okand: 'okänd sektor',
} as const
export type Sektor = keyof typeof SEKTORER

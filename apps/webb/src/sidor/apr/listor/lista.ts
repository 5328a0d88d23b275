/** What the page of a list of decisions works out. */
export const LISTSLAG = { klara: 'Klara att besluta', sena: 'Sena ansökningar' } as const
export const LISTLAGE = { utkast: 'Inte godkänd än', godkand: 'Besluten fattas', klar: 'Klar', kastad: 'Kastad' } as const
export const RADLAGE = { vantar: 'Väntar', beslutad: 'Beslutad', andrad: 'Ändrad sedan listan frystes', fel: 'Gick inte' } as const

export interface Framsteg {
  readonly vantar: number
  readonly beslutade: number
  readonly andrade: number
  readonly fel: number
}
export const gjorda = (f: Framsteg): number => f.beslutade + f.andrade + f.fel

/** How far the work has come, as it is read aloud. */
export function framstegstext(f: Framsteg): string {
  const alla = gjorda(f) + f.vantar
  const attSe = f.andrade + f.fel
  return `${gjorda(f)} av ${alla} klara${attSe ? `, ${attSe} att se om` : ''}.`
}

/** Why the list cannot be approved yet, or nothing. */
export function hinder(l: { min: boolean; tillstand: string; stickprovKvar: number; antal: number }, farBesluta: boolean): string {
  if (!farBesluta) return 'Bara en handläggare eller specialist kan godkänna listan.'
  if (!l.min) return 'Bara den som har skapat listan kan godkänna den.'
  if (l.stickprovKvar > 0) return `${l.stickprovKvar} i stickprovet är inte lästa än. Öppna dem och markera dem som lästa.`
  return l.antal === 0 ? 'Listan är tom.' : ''
}

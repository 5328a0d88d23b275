import { INFORMATIONSAMNEN, type Informationsamne } from '../gemensamt/information.ts'

/** The moments at which information must be clear (D014): at grant (A038), at refusal (D013), at the end of a period. */
export const CHECKLISTA = {
  beviljande: ['anmalningsskyldighet', 'tillaggsforsakringar', 'livranta', 'bostadstillagg', 'samordningsansvar', 'forebyggande'],
  avslag: ['andraErsattningar', 'sgiSkydd', 'livranta', 'forebyggande'],
  periodslut: ['fortsattSjuk', 'sgiSkydd', 'aterinsjuknande', 'andraErsattningar', 'hogriskskydd', 'forebyggande'],
} as const satisfies Record<string, readonly Informationsamne[]>
export type Tillfalle = keyof typeof CHECKLISTA

/** The topics of the moments with their text, each once. */
export const amnenFor = (...tillfallen: readonly Tillfalle[]): Partial<Record<Informationsamne, string>> =>
  Object.fromEntries(tillfallen.flatMap((t) => CHECKLISTA[t]).map((a) => [a, INFORMATIONSAMNEN[a]]))

import { LAN, type Lanskod } from '@atergang/formaner/apr'

/** Letter of the county and where it stands in the tile grid: from north to south, coast to the right, neighbours kept where it can be done. */
const RUTOR: readonly (readonly [kod: Lanskod, bokstav: string, rad: number, kolumn: number])[] = [
  ['25', 'BD', 0, 3],
  ['24', 'AC', 1, 3],
  ['23', 'Z', 2, 2],
  ['22', 'Y', 2, 3],
  ['20', 'W', 3, 2],
  ['21', 'X', 3, 3],
  ['17', 'S', 4, 0],
  ['18', 'T', 4, 1],
  ['19', 'U', 4, 2],
  ['03', 'C', 4, 3],
  ['14', 'O', 5, 0],
  ['05', 'E', 5, 1],
  ['04', 'D', 5, 2],
  ['01', 'AB', 5, 3],
  ['13', 'N', 6, 0],
  ['06', 'F', 6, 1],
  ['08', 'H', 6, 2],
  ['09', 'I', 6, 3],
  ['12', 'M', 7, 0],
  ['07', 'G', 7, 1],
  ['10', 'K', 7, 2],
]
export const LANSRUTOR: readonly { readonly namn: string; readonly bokstav: string; readonly rad: number; readonly kolumn: number }[] =
  RUTOR.map(([kod, bokstav, rad, kolumn]) => ({ namn: LAN[kod], bokstav, rad, kolumn }))
export const LANSNAMN: readonly string[] = LANSRUTOR.map((l) => l.namn).sort((a, b) => a.localeCompare(b, 'sv'))

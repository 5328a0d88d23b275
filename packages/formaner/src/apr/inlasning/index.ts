export { lasCsv, type Cell, type Tabell } from './csv.ts'
export { granskaFakturafil, type Fakturafil } from './faktura.ts'
export { lasKalkylblad } from './kalkylblad.ts'
export { KOLUMNER, KOLUMNNAMN, mallCsv, type Kolumn } from './kolumner.ts'
export { lasAnordnarlista, lasAnstallda } from './listor.ts'
export { kopieraForra, type Radutkast } from './kopiera.ts'
export {
  fakturanyckel,
  lasRader,
  radnyckel,
  type Anmarkning,
  type Anmarkningskod,
  type Anstallning,
  type Import,
  type Importrad,
  type Importsammanhang,
  type Inlastrad,
  type Kandfaktura,
} from './rader.ts'
export type { Cellfel } from './celler.ts'

export { korTidslinjer, type Tidslinjeutfall, type Tidslinjeval } from './kor.ts'
export { lageFor, NASTATEXT, type Aldersgrans, type Karensutfall, type Nastaslag, type Tidslinjelage } from './lage.ts'
export { PERIODSLAG, SYSSELSATTNINGAR, type Periodslag } from './slag.ts'
export {
  Tidslinjebyggare,
  tidslinjetabell,
  Tidslinjetabell,
  Tidsradsfel,
  type Personuppgifter,
  type Tidsperiod,
  type Tidsperson,
} from './tabell.ts'

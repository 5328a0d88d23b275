export {
  berakna,
  kvarAvTaken,
  parameterdag,
  radskal,
  rakna,
  type Ansokanssvar,
  type Begransning,
  type Beslutade,
  type Radskal,
  type Radsvar,
  type Raknadansokan,
  type Raknadrad,
} from './berakna.ts'
export { BEGRANSNINGSNAMN, forklaraRad, kronortext, RADSKAL } from './forklaring.ts'
export { lasAnsokningar, type AprAnsokan, type Insatsrad } from './indata.ts'

import { dagnummer, datumFranDagnummer, manadensForstaDag, manadsnummer, plusDagar, type Datum } from '@atergang/kalender'
import { riktalder } from '../parametrar/index.ts'
import { manadenFor71, tidigasteInkomstpension, uppnarRiktalder } from '../tidslinjer/alder.ts'
import { INGET, type Aldrar } from '../tidslinjer/karna/kolumner.mjs'

/** Births that a population can hold. */
export const FODD_FORST = dagnummer('1900-01-01' as Datum)
export const FODD_SIST = dagnummer('2039-12-31' as Datum)

let kanda: Aldrar | undefined

/** The months of the ages for every day of birth, worked out once by what one person's case uses; months of birth decide them. */
export function aldrarna(): Aldrar {
  if (kanda) return kanda
  const dagar = FODD_SIST - FODD_FORST + 1
  const [tidigastePension, riktaldern, manad71] = Array.from({ length: 3 }, () => delat(dagar))
  for (let m = manadsnummer(FODD_FORST); m <= manadsnummer(FODD_SIST); m++) {
    const [fran, till] = [manadensForstaDag(m), manadensForstaDag(m + 1)]
    const fodd = datumFranDagnummer(fran)
    const fyll = (k: Int32Array, d: Datum | null): void => void k.fill(d ? dagnummer(d) : INGET, fran - FODD_FORST, till - FODD_FORST)
    fyll(tidigastePension!, tidigasteInkomstpension(fodd))
    fyll(riktaldern!, uppnarRiktalder(fodd))
    fyll(manad71!, manadenFor71(fodd))
  }
  const kandTill = riktalder.varden.at(-1)!.tom
  kanda = {
    forsta: FODD_FORST,
    tidigastePension: tidigastePension!,
    riktalder: riktaldern!,
    manadenFor71: manad71!,
    okandFran: kandTill ? dagnummer(plusDagar(kandTill, 1)) : dagnummer('9999-12-31' as Datum),
  }
  return kanda
}

/** Shared where the machine allows it, so that workers read the same. */
const delat = (antal: number): Int32Array =>
  new Int32Array(typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(antal * 4) : new SharedArrayBuffer(antal * 4))

import {
  dagmangd,
  dagnummer,
  datumAv,
  datumFranDagnummer,
  delar,
  manadensForsta,
  plusAr,
  type Datum,
  type Period,
} from '@atergang/kalender'
import { endaVardet, gallande } from '../parameter.ts'
import { dagarEfter71, dagarEfterRiktalder, riktalder } from '../parametrar/index.ts'
import { dagEfterBetalda } from './karna/alder.mjs'

/** 27 kap. 36 §: paid days after riktåldern before the question is put. The functions here answer for any day; the rule knows from when its wording holds. */
export const DAGAR_EFTER_RIKTALDER = endaVardet(dagarEfterRiktalder)
/** 27 kap. 37 §: days that may be paid after the month of the 71st birthday. */
export const DAGAR_EFTER_71 = endaVardet(dagarEfter71)

/** Income-based old-age pension can be drawn from three years before the month of the riktålder (56 kap. 3 § SFB). */
const AR_FORE_RIKTALDER = 3

/** First day of the month in which the person reaches an age tied to the riktålder, or null when the sources give no riktålder that far ahead. With another `fran`, that day. */
function uppnar(fodd: Datum, arFore: number, senast: number, fran: (fyller: Datum) => Datum = manadensForsta): Datum | null {
  for (let ar = delar(fodd).ar + 55; ar <= senast; ar++) {
    const gransar = gallande(riktalder, datumAv(ar, 1, 1))
    if (!gransar) {
      if (ar < delar(riktalder.varden[0]!.from).ar) continue
      return null
    }
    const dagen = fran(plusAr(fodd, gransar.varde.t - arFore))
    if (delar(dagen).ar > ar) continue
    // A limit that fell between the years has already been passed when the year begins (2 kap. 10 c §).
    return delar(dagen).ar === ar ? dagen : datumAv(ar, 1, 1)
  }
  return null
}

/** Month in which the person reaches riktåldern (36 §), or null when not known. */
export const uppnarRiktalder = (fodd: Datum): Datum | null => uppnar(fodd, 0, 2100)

/** The very day the person reaches riktåldern (26 kap. 17, 18 §§: ”tid före uppnådd riktålder”, not before the month of it), or null when not known. */
export const dagenForRiktalder = (fodd: Datum): Datum | null => uppnar(fodd, 0, 2100, (fyller) => fyller)

/** First month in which income-based old-age pension can be drawn (49 d §), or null when not known. */
export const tidigasteInkomstpension = (fodd: Datum): Datum | null => uppnar(fodd, AR_FORE_RIKTALDER, 2100)

/** True when the person had by `dag` reached the age at which income-based pension can first be drawn; it is not lost again (49 e §). */
export function harUppnattTidigastePension(fodd: Datum, dag: Datum): boolean {
  const nar = uppnar(fodd, AR_FORE_RIKTALDER, delar(dag).ar)
  return nar !== null && nar <= dag
}

/** Garantipension can first be drawn from the month of riktåldern: sjukpenning by 49 d § ends then. */
export function harUppnattRiktalder(fodd: Datum, dag: Datum): boolean {
  const nar = uppnar(fodd, 0, delar(dag).ar)
  return nar !== null && nar <= dag
}

/** First day of the month of the 71st birthday (37 §). */
export const manadenFor71 = (fodd: Datum): Datum => manadensForsta(plusAr(fodd, 71))

/**
 * The first day before which `antal` days have been paid since an age limit (36–38 §§), when every day is paid from `dag` on, or from the limit when that comes later.
 * For 37 § it is the first day that may not be paid; for 36 § the first on which the question is put.
 */
export const dagEfterAldersgrans = (betalda: readonly Period[], grans: Datum, dag: Datum, antal: number): Datum =>
  datumFranDagnummer(dagEfterBetalda(dagmangd(betalda), dagnummer(grans), dagnummer(dag), antal))

import { datumAv, delar, manadensForsta, plusAr, type Datum } from '@atergang/kalender'
import { gallande } from '../parameter.ts'
import { riktalder } from '../parametrar/index.ts'

/** Income-based old-age pension can be drawn from three years before the month of the riktålder (56 kap. 3 § SFB). */
const AR_FORE_RIKTALDER = 3

/** First day of the month in which the person reaches an age tied to the riktålder, or null when the sources give no riktålder that far ahead. */
function uppnar(fodd: Datum, arFore: number, senast: number): Datum | null {
  for (let ar = delar(fodd).ar + 55; ar <= senast; ar++) {
    const gransar = gallande(riktalder, datumAv(ar, 1, 1))
    if (!gransar) {
      if (ar < delar(riktalder.varden[0]!.from).ar) continue
      return null
    }
    const dagen = manadensForsta(plusAr(fodd, gransar.varde.t - arFore))
    if (delar(dagen).ar > ar) continue
    // A limit that fell between the years has already been passed when the year begins (2 kap. 10 c §).
    return delar(dagen).ar === ar ? dagen : datumAv(ar, 1, 1)
  }
  return null
}

/** Month in which the person reaches riktåldern (36 §), or null when not known. */
export const uppnarRiktalder = (fodd: Datum): Datum | null => uppnar(fodd, 0, 2100)

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

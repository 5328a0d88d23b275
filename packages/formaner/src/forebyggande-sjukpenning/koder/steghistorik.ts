import { datum, type Datum } from '@atergang/kalender'

/** The routine a case was handled by: what its steps are called (B007, B044). */
export interface Rutin {
  readonly namn: 'fore' | 'tvaSteg'
  readonly from: Datum | null
  readonly tom: Datum | null
  readonly steg: readonly { readonly kod: string; readonly namn: string; readonly provar: string }[]
  readonly kalla: string
}

const KALLA = 'RiR 2021:19 not 38: ändrat efter Försäkringskassans rättsliga kvalitetsuppföljning 2015:06'

/**
 * The older steps and today's. The sources say that the routine changed after the legal quality follow-up 2015:06 and not on which day; figures of the
 * new steps are printed for 2018 (RiR 2021:19 table 5). A case of the years between carries its own routine.
 */
export const RUTINER: readonly Rutin[] = [
  {
    namn: 'fore',
    from: null,
    tom: datum('2014-12-31'),
    kalla: KALLA,
    steg: [
      { kod: 'ansokan', namn: 'Ansökan om förebyggande sjukpenning', provar: 'rätten till förebyggande sjukpenning' },
      { kod: 'beslutOmRatt', namn: 'Beslut om rätt till förebyggande sjukpenning', provar: 'rätten till förebyggande sjukpenning' },
      { kod: 'forsakran', namn: 'Försäkran', provar: 'i vilken omfattning personen har avstått från arbete' },
    ],
  },
  {
    namn: 'tvaSteg',
    from: datum('2018-01-01'),
    tom: null,
    kalla: `${KALLA}; siffror för 2018 i tabell 5`,
    steg: [
      { kod: 'plan', namn: 'Godkännande av behandlingsplan', provar: 'bara planen, inte rätten till ersättning' },
      { kod: 'ersattning', namn: 'Ansökan om ersättning', provar: 'dagar och delar av dagar då behandlingen hindrade arbete' },
    ],
  },
]

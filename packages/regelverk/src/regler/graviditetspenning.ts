import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { forbudOmplacering, graviditetNedsattning, graviditetOmplacering, riskForGraviditeten } from '../bedomning/index.ts'
import { lydelse } from '../lydelse.ts'
import {
  graviditetspenningForstaDag,
  graviditetspenningSistaDag,
  graviditetspenningTak,
  normalniva,
  prisbasbelopp,
} from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, eller, iKronor, indata, inte, konstant, minst, minsta, minusU, och, om, plusU, storsta } from '../uttryck.ts'
import { arbetstidsberaknad } from './arbetstid.ts'
import { nivaAv } from './formansniva.ts'
import { kalenderdagsberaknad } from './kalenderdag.ts'
import { inkomstAnnat, inkomstAnstallning, underSgiGolvet } from './sgi.ts'

// --- the right: 10 kap. 2–5 §§ -----------------------------------------------------------------------

const enFjardedel = konstant('0,25', 'tal')

export const graviditetspenningNedsattFormaga = regel({
  namn: 'graviditetspenningNedsattFormaga',
  rubrik: 'Rätt till graviditetspenning vid nedsatt förmåga',
  enhet: 'ja/nej',
  lagrum: ['10:2 st 1'],
  uttryck: och(minst(svaretPa(graviditetNedsattning), enFjardedel), inte(svaretPa(graviditetOmplacering))),
})

export const graviditetspenningVidForbud = regel({
  namn: 'graviditetspenningVidForbud',
  rubrik: 'Rätt till graviditetspenning vid förbud mot arbetet',
  enhet: 'ja/nej',
  lagrum: ['10:3 st 1'],
  uttryck: och(
    indata('forbudMotArbetet', 'ja/nej', 'Får inte sysselsättas i arbetet på grund av en föreskrift enligt arbetsmiljölagen'),
    inte(svaretPa(forbudOmplacering)),
  ),
})

/** 3 a § asks for income of other work than employment, a business, and a risk in the work. */
export const graviditetspenningVidRisk = regel({
  namn: 'graviditetspenningVidRisk',
  rubrik: 'Rätt till graviditetspenning vid risk i den egna verksamheten',
  enhet: 'ja/nej',
  lagrum: ['10:3 a st 1', '10:7 a'],
  ...lydelse('2013:746'),
  uttryck: och(
    och(
      indata('harInkomstAnnat', 'ja/nej', 'Har inkomst av annat förvärvsarbete än anställning'),
      indata('bedriverNaringsverksamhet', 'ja/nej', 'Bedriver näringsverksamhet'),
    ),
    svaretPa(riskForGraviditeten),
  ),
})

/** 6 and 8 §§, for a day so many days before the expected birth. The first limit is only for reduced ability: 7 and 7 a §§ have none. */
export const graviditetspenningDag = regel({
  namn: 'graviditetspenningDag',
  rubrik: 'Dagen ligger i tiden för graviditetspenning',
  enhet: 'ja/nej',
  lagrum: ['10:6', '10:7', '10:8'],
  uttryck: (() => {
    const dagarKvar = indata('dagarForeFodseln', 'dagar', 'Dagar före den beräknade födelsen')
    return och(
      minst(dagarKvar, av(graviditetspenningSistaDag, 'dagar')),
      eller(
        inte(indata('grundNedsattFormaga', 'ja/nej', 'Grunden är nedsatt förmåga enligt 2 §')),
        minst(av(graviditetspenningForstaDag, 'dagar'), dagarKvar),
      ),
    )
  })(),
})

/** 4 and 5 §§: the level, less the share of the same time that sjukpenning or sick pay already covers. */
export const graviditetspenningOmfattning = regel({
  namn: 'graviditetspenningOmfattning',
  rubrik: 'Förmånsnivå för graviditetspenning',
  enhet: 'tal',
  lagrum: ['10:4', '10:5'],
  uttryck: storsta(
    konstant(0, 'tal'),
    minusU(
      nivaAv(indata('andelAvstar', 'tal', 'Andel av arbetet som personen avstår från')),
      indata('andelSammaTid', 'tal', 'Andel av samma tid med sjukpenning, sjuklön eller ersättning enligt 20 § sjuklönelagen'),
    ),
  ),
})

// --- the amount: 10 kap. 11 § --------------------------------------------------------------------

const tak = iKronor(av(graviditetspenningTak, 'prisbasbelopp'), av(prisbasbelopp, 'kr/år'))
const LAGRUM = ['10:11 st 1', '10:11 st 3'] as const

/** 11 § second paragraph: above 7.5 prisbasbelopp is left out, other work first; whole hundreds down as 25 kap. 5 §. */
export const graviditetspenningSgi = regel({
  namn: 'graviditetspenningSgi',
  rubrik: 'SGI för graviditetspenning',
  enhet: 'kr/år',
  lagrum: ['10:11 st 1', '10:11 st 2', '25:3 st 2 p 3', '25:5 st 1'],
  ...lydelse('2021:1240'),
  uttryck: om(
    underSgiGolvet,
    konstant(0, 'kr/år'),
    plusU(
      avrundat(minsta(inkomstAnstallning, tak), 'ned', 100),
      avrundat(minsta(inkomstAnnat, minusU(tak, minsta(inkomstAnstallning, tak))), 'ned', 100),
    ),
  ),
})

const gemensamt = { forman: 'Graviditetspenning', genom: LAGRUM, lydelse: lydelse('2021:1240') }

/** Third paragraph: the base of normalnivån, 80 per cent, also where sjukpenning would be on fortsättningsnivån; no karens (first paragraph). */
export const graviditetspenning = kalenderdagsberaknad({
  ...gemensamt,
  sgi: enligt(graviditetspenningSgi),
  andel: av(normalniva, 'procent'),
  tillagg: 'Graviditetspenning',
  namnPerDag: 'graviditetspenningPerDag',
  tak: 'inget',
})

/** By working time in the first fourteen days, as 28 kap. 5 § for sjukpenning (ADR 0019). */
export const graviditetspenningArbetstid = arbetstidsberaknad({
  ...gemensamt,
  underlag: graviditetspenning.berakningsunderlag,
  tillagg: 'Graviditetspenning',
})

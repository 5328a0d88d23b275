import type { Uttryck } from '../definition.ts'
import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { oskaligtForArbetslos, skaligtForsta14, skulleHaArbetatVidBehov } from '../bedomning/index.ts'
import { lydelse } from '../lydelse.ts'
import { prisbasbelopp, sgiTak } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, eller, iKronor, indata, inte, konstant, minst, minsta, minusU, och, om, plusU, storsta } from '../uttryck.ts'
import { arsarbetstid } from './arbetstid.ts'
import { faststalldSgi, kalenderdagsberaknad } from './kalenderdag.ts'
import { inkomstAnnat, inkomstAnstallning, underSgiGolvet } from './sgi.ts'

const dag = indata('dagISjukperioden', 'dagar', 'Dag i sjukperioden')
const jaNej = (namn: string, rubrik: string) => indata(namn, 'ja/nej', rubrik)

const forsta14 = minst(konstant(14, 'dagar'), dag)
const skulleHaArbetat = jaNej('skulleHaArbetat', 'Skulle ha förvärvsarbetat, eller haft ledighet som likställs med arbete (25 kap. 28 §)')

/** 27 kap. 12–16 §§: what 10 § says of the first fourteen days holds also after them. */
export const somForsta14 = regel({
  namn: 'somForsta14',
  rubrik: 'Villkoret för de första 14 dagarna gäller också därefter',
  enhet: 'ja/nej',
  lagrum: ['27:12', '27:13', '27:14', '27:15', '27:16'],
  ...lydelse('2017:585'),
  uttryck: eller(
    eller(
      jaNej('studerar', 'Bedriver studier enligt 26 kap. 11 §'),
      jaNej('periodisktStod', 'Får periodiskt ekonomiskt stöd enligt 26 kap. 12 §'),
    ),
    eller(
      jaNej(
        'arbetsmarknadsprogram',
        'Deltar i arbetsmarknadspolitiskt program med ersättning eller står till arbetsmarknadens förfogande (26 kap. 13 §)',
      ),
      eller(
        jaNej('behandlingMedLivranta', 'Får behandling eller rehabilitering och samtidigt livränta'),
        jaNej('plikttjanst', 'Fullgör grundutbildning längre än 60 dagar'),
      ),
    ),
  ),
})

/** 27 kap. 10, 11 §§: only for who would have worked; where that cannot be found out, what a human finds reasonable. */
export const sjukpenningForsta14 = regel({
  namn: 'sjukpenningForsta14',
  rubrik: 'Sjukpenning för anställning kan lämnas för dagen',
  enhet: 'ja/nej',
  lagrum: ['27:10', '27:11'],
  uttryck: eller(
    inte(eller(forsta14, enligt(somForsta14))),
    om(jaNej('arbetstidenKanUtredas', 'Det går att utreda hur personen skulle ha arbetat'), skulleHaArbetat, svaretPa(skaligtForsta14)),
  ),
})

/** 27 kap. 16 a § second paragraph. */
export const sjukpenningBehovsanstalld = regel({
  namn: 'sjukpenningBehovsanstalld',
  rubrik: 'Sjukpenning kan lämnas till behovsanställd för dagen',
  enhet: 'ja/nej',
  lagrum: ['27:16 a st 2'],
  ...lydelse('2021:1240'),
  uttryck: eller(minst(dag, konstant(91, 'dagar')), svaretPa(skulleHaArbetatVidBehov)),
})

const arbetslos = jaNej('heltEllerDelvisArbetslos', 'Helt eller delvis arbetslös')
const soker = och(
  jaNej('anmaldHosArbetsformedlingen', 'Anmäld som arbetssökande'),
  jaNej('beredd', 'Beredd att ta ett erbjudet arbete i en omfattning som svarar mot SGI'),
)

/** 28 kap. 6 §: always by calendar days, for the unemployed in the first fourteen days on the terms of the third paragraph. */
export const alltidKalenderdag = regel({
  namn: 'alltidKalenderdag',
  rubrik: 'Sjukpenningen kalenderdagsberäknas alltid',
  enhet: 'ja/nej',
  lagrum: ['28:6'],
  ...lydelse('2010:2005'),
  uttryck: eller(
    och(arbetslos, eller(inte(forsta14), eller(soker, svaretPa(oskaligtForArbetslos)))),
    eller(
      jaNej('annarsAnnanFormanForTiden', 'Skulle annars ha fått graviditetspenning, föräldrapenning eller rehabiliteringspenning'),
      jaNej('endastInkomstAnnat', 'Egenföretagare med SGI av endast annat förvärvsarbete'),
    ),
  ),
})

/** 28 kap. 4, 5 §§: by working time, for the part that answers to employment. */
export const arbetstidsberaknas = regel({
  namn: 'arbetstidsberaknas',
  rubrik: 'Den del som svarar mot anställning arbetstidsberäknas',
  enhet: 'ja/nej',
  lagrum: ['28:2', '28:3', '28:4', '28:5'],
  ...lydelse('2010:2005'),
  uttryck: och(inte(enligt(alltidKalenderdag)), eller(forsta14, enligt(somForsta14))),
})

// --- 28 kap. 8, 9 §§: part of the income is left out -------------------------------------------------

const tak = iKronor(av(sgiTak, 'prisbasbelopp'), av(prisbasbelopp, 'kr/år'))
const utan = (belopp: Uttryck<'kr/år'>) => storsta(konstant(0, 'kr/år'), minusU(inkomstAnstallning, belopp))

/** An SGI that leaves an income out: whether one can be fixed is tried on the whole income, the ceiling on what is left (ADR 0019). */
function sgiUtan(namn: string, rubrik: string, lagrum: string[], belopp: Uttryck<'kr/år'>, andringslag?: string) {
  const kvar = utan(belopp)
  return regel({
    namn,
    rubrik,
    enhet: 'kr/år',
    lagrum: [...lagrum, '25:3 st 2 p 3', '25:5'],
    ...lydelse(andringslag),
    uttryck: om(
      underSgiGolvet,
      konstant(0, 'kr/år'),
      plusU(avrundat(minsta(kvar, tak), 'ned', 100), avrundat(minsta(inkomstAnnat, minusU(tak, minsta(kvar, tak))), 'ned', 100)),
    ),
  })
}

export const sgiUtanSjuklon = sgiUtan(
  'sgiUtanSjuklon',
  'SGI utan inkomst från den arbetsgivare som svarar för sjuklön',
  ['27:9', '28:8 st 1'],
  indata('inkomstSjukloneArbetsgivare', 'kr/år', 'Årsinkomst från den arbetsgivare som svarar för sjuklön, etableringsjobb inräknat'),
  '2020:475',
)
export const sgiUtanFamiljehem = sgiUtan(
  'sgiUtanFamiljehem',
  'SGI utan ersättning för vården i familjehem',
  ['27:8', '28:9', '31:7', '31:11'],
  indata('familjehemsersattning', 'kr/år', 'Ersättning för vården av barn i familjehem, kronor om året'),
)

export const arsarbetstidUtanSjuklon = regel({
  namn: 'arsarbetstidUtanSjuklon',
  rubrik: 'Årsarbetstid hos arbetsgivare som inte svarar för sjuklön',
  enhet: 'timmar',
  lagrum: ['28:8 st 2', '25:29'],
  ...lydelse('2020:475'),
  uttryck: avrundat(
    storsta(
      konstant(0, 'timmar'),
      minusU(arsarbetstid, indata('timmarSjukloneArbetsgivare', 'timmar', 'Timmar om året hos den arbetsgivare som svarar för sjuklön')),
    ),
    'narmaste',
  ),
})

/** 28 kap. 11 § for who is unemployed in part. */
export const kalenderdagDelvisArbetslos = kalenderdagsberaknad({ sgi: faststalldSgi, tillagg: 'DelvisArbetslos', tak: 'delvis' })

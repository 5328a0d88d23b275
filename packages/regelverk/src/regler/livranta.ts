import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { inkomstTrotsSkadan, livrantaNedsattTid } from '../bedomning/index.ts'
import {
  arbetsskadesjukpenningAndel,
  livrantaMinstaForlust,
  livrantaVaraktighet,
  livranteunderlagTak,
  prisbasbelopp,
} from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import {
  av,
  avrundat,
  fjardedelarAv,
  gangerU,
  iKronor,
  indata,
  konstant,
  kvot,
  mindre,
  minst,
  minsta,
  minusU,
  och,
  om,
  procentAv,
  storsta,
} from '../uttryck.ts'

const pbb = av(prisbasbelopp, 'kr/år')
const noll = konstant(0, 'kr/år')
const inkomst = indata('inkomstSomOskadad', 'kr/år', 'Inkomst som oskadad')

/** 41 kap. 18 §: what is above 7.5 prisbasbelopp of the year the livränta begins is left out. */
export const livranteunderlag = regel({
  namn: 'livranteunderlag',
  rubrik: 'Livränteunderlag',
  enhet: 'kr/år',
  lagrum: ['41:11', '41:18'],
  uttryck: minsta(
    indata('livranteinkomst', 'kr/år', 'Inkomst som livränteunderlaget grundas på (41 kap. 11–17 §§)'),
    iKronor(av(livranteunderlagTak, 'prisbasbelopp'), pbb),
  ),
})

export const livrantaForlust = regel({
  namn: 'livrantaForlust',
  rubrik: 'Inkomstförlust på grund av arbetsskadan',
  enhet: 'kr/år',
  lagrum: ['41:2 st 2 p 2'],
  uttryck: storsta(noll, minusU(inkomst, svaretPa(inkomstTrotsSkadan))),
})

/** How far the ability to earn is reduced; what can still be earned is judged by a human (41 kap. 9, 10 §§). */
export const livrantaNedsattning = regel({
  namn: 'livrantaNedsattning',
  rubrik: 'Nedsättning av förmågan att skaffa inkomst, andel',
  enhet: 'tal',
  lagrum: ['41:2 st 1', '41:8'],
  uttryck: om(mindre(noll, inkomst), kvot('tal', enligt(livrantaForlust), inkomst), konstant(0, 'tal')),
})

/** 41 kap. 2 §: a fifteenth, a year, and a quarter of the prisbasbelopp of the year the livränta would begin (X39). */
export const livrantaRatt = regel({
  namn: 'livrantaRatt',
  rubrik: 'Rätt till livränta vid arbetsskada',
  enhet: 'ja/nej',
  lagrum: ['41:2'],
  uttryck: och(
    och(
      indata('arbetsskada', 'ja/nej', 'Nedsättningen är en följd av arbetsskada'),
      minst(enligt(livrantaNedsattning), kvot('tal', konstant(1, 'tal'), konstant(15, 'tal'))),
    ),
    och(
      minst(svaretPa(livrantaNedsattTid), av(livrantaVaraktighet, 'år')),
      minst(enligt(livrantaForlust), fjardedelarAv(pbb, av(livrantaMinstaForlust, 'fjärdedelar'))),
    ),
  ),
})

/** 41 kap. 8 §: the share of the base that answers to the reduction. The law names no rounding, and this makes none. */
export const livrantaPerAr = regel({
  namn: 'livrantaPerAr',
  rubrik: 'Livränta om året',
  enhet: 'kr/år',
  lagrum: ['41:8'],
  uttryck: gangerU(enligt(livranteunderlag), enligt(livrantaNedsattning)),
})

/** 40 kap. 4, 6 §§. */
export const arbetsskadesjukpenningPerDag = regel({
  namn: 'arbetsskadesjukpenningPerDag',
  rubrik: 'Arbetsskadesjukpenning per dag',
  enhet: 'kr/dag',
  lagrum: ['40:4', '40:6'],
  uttryck: avrundat(
    kvot('kr/dag', procentAv(enligt(livranteunderlag), av(arbetsskadesjukpenningAndel, 'procent')), konstant(365, 'dagar')),
    'narmaste',
  ),
})

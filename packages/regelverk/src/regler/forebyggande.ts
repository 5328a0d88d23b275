import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { forebyggandeSyfte, planGodkand } from '../bedomning/index.ts'
import { lydelse } from '../lydelse.ts'
import { enligt, regel } from '../regel.ts'
import { indata, konstant, kvot, mindre, minsta, och, om } from '../uttryck.ts'
import { nivaAv } from './formansniva.ts'
import { faststalldSgi, kalenderdagsberaknad } from './kalenderdag.ts'

/** 27 kap. 6 §: the aim of the first paragraph, and both conditions of the second. Neither illness nor reduced ability is asked for. */
export const forebyggandeRatt = regel({
  namn: 'forebyggandeRatt',
  rubrik: 'Rätt till sjukpenning i förebyggande syfte',
  enhet: 'ja/nej',
  lagrum: ['27:6'],
  uttryck: och(
    och(svaretPa(forebyggandeSyfte), indata('ordineradAvLakare', 'ja/nej', 'Behandlingen är ordinerad av läkare')),
    svaretPa(planGodkand),
  ),
})

const hindradTid = indata('hindradTid', 'timmar', 'Arbetstid som behandlingen hindrar')
const arbetstid = indata('ordinarieArbetstid', 'timmar', 'Ordinarie arbetstid den dagen')

/** 27 kap. 7 §: the ability is reduced as far as the treatment keeps the person from working; never more than the whole day. */
export const forebyggandeNedsattning = regel({
  namn: 'forebyggandeNedsattning',
  rubrik: 'Andel av dagen som behandlingen hindrar arbetet',
  enhet: 'tal',
  lagrum: ['27:7'],
  uttryck: om(mindre(konstant(0, 'timmar'), arbetstid), minsta(konstant(1, 'tal'), kvot('tal', hindradTid, arbetstid)), konstant(0, 'tal')),
})

export const forebyggandeNiva = regel({
  namn: 'forebyggandeNiva',
  rubrik: 'Förmånsnivå för sjukpenning i förebyggande syfte',
  enhet: 'tal',
  lagrum: ['27:2 st 1', '27:7', '27:45'],
  uttryck: nivaAv(enligt(forebyggandeNedsattning)),
})

/** By calendar days without the ceiling for the unemployed, which 28 kap. 11 § second sentence takes away for 6 and 16 a §§. No karens (27 kap. 28 §). */
export const utanArbetsloshetstak = kalenderdagsberaknad({
  sgi: faststalldSgi,
  tillagg: 'UtanArbetsloshetstak',
  tak: 'inget',
  genom: ['27:4', '27:45', '28:11'],
  lydelse: lydelse('2021:1240'),
})

export const forebyggandePerDag = kalenderdagsberaknad({
  sgi: faststalldSgi,
  tillagg: 'Forebyggande',
  forman: 'Sjukpenning i förebyggande syfte',
  namnPerDag: 'forebyggandePerDag',
  tak: 'inget',
  genom: ['27:6', '27:28 st 1', '28:11'],
  omfattning: enligt(forebyggandeNiva),
  lydelse: lydelse('2021:1240'),
})

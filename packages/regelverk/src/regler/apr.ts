import { aprAndel, aprAnstalldtak, aprArbetsgivartak } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, gangerU, indata, minsta, minusU } from '../uttryck.ts'

const FRAN = '2018-07-01'
const KALLA = 'förordning (2014:67), så som Riksrevisionen, RiR 2021:19, återger den'

const kostnad = indata('kostnad', 'kr', 'Kostnad som arbetsgivaren har betalat till anordnaren')
const anstalldHarFatt = indata('anstalldHarFatt', 'kr', 'Stöd för arbetstagaren tidigare under året')
const arbetsgivarenHarFatt = indata('arbetsgivarenHarFatt', 'kr', 'Stöd till arbetsgivaren tidigare under året')

/** Half of the cost, down to whole kronor. The sources name no rounding: whole kronor down is our choice (ADR 0032). */
export const aprHalva = regel({
  namn: 'aprHalva', rubrik: 'Halva kostnaden', enhet: 'kr', lagrum: [], from: FRAN, kalla: 'Försäkringskassan FK2022/002564, avsnitt 2.1.2',
  uttryck: avrundat(gangerU(kostnad, av(aprAndel, 'tal')), 'ned'),
})

export const aprEfterAnstalldtak = regel({
  namn: 'aprEfterAnstalldtak', rubrik: 'Högst det som är kvar för arbetstagaren', enhet: 'kr', lagrum: ['förordning (2014:67) 7'], from: FRAN, kalla: KALLA,
  uttryck: minsta(enligt(aprHalva), minusU(av(aprAnstalldtak, 'kr'), anstalldHarFatt)),
})

/** What one row of an application gives: half the cost, cut to what is left for the employee, then for the employer, that calendar year. */
export const aprBelopp = regel({
  namn: 'aprBelopp', rubrik: 'Stöd för insatsen', enhet: 'kr', lagrum: ['förordning (2014:67) 7'], from: FRAN, kalla: KALLA,
  uttryck: minsta(enligt(aprEfterAnstalldtak), minusU(av(aprArbetsgivartak, 'kr'), arbetsgivarenHarFatt)),
})

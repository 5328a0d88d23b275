import { aprAndel, aprKompetenser, aprTakArbetsgivare, aprTakArbetstagare } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, indata, konstant, minst, minsta, minusU, och, procentAv, storsta } from '../uttryck.ts'

const SEDAN = {
  from: '2018-07-01',
  kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 2.1, som återger förordningen (2014:67); texten finns inte i källorna',
}
const noll = konstant(0, 'kr')

/** Half of the cost, down to whole kronor. The sources name no paragraph and no rounding: down is our choice (ADR 0032). */
export const aprHalva = regel({
  namn: 'aprHalva',
  rubrik: 'Halva kostnaden',
  enhet: 'kr',
  lagrum: [],
  from: SEDAN.from,
  kalla: 'Försäkringskassan FK2022/002564, avsnitt 2.1.2; avrundningen är vår (ADR 0032)',
  uttryck: avrundat(procentAv(indata('aprKostnad', 'kr', 'Arbetsgivarens kostnad för arbetstagaren'), av(aprAndel, 'procent')), 'ned'),
})

const tidigareForArbetstagaren = indata('aprTidigareForArbetstagaren', 'kr', 'Bidrag som redan beviljats för arbetstagaren under året')
const tidigareForArbetsgivaren = indata('aprTidigareForArbetsgivaren', 'kr', 'Bidrag som redan beviljats arbetsgivaren under året')

/** What is left of 200 000 kr for the employer in a calendar year. */
export const aprKvarForArbetsgivare = regel({
  namn: 'aprKvarForArbetsgivare',
  rubrik: 'Kvar av arbetsgivarens tak',
  enhet: 'kr',
  lagrum: ['förordning (2014:67) 7'],
  ...SEDAN,
  uttryck: storsta(noll, minusU(av(aprTakArbetsgivare, 'kr'), tidigareForArbetsgivaren)),
})

/** What is left of 10 000 kr for an employee in a calendar year. */
export const aprKvarForArbetstagare = regel({
  namn: 'aprKvarForArbetstagare',
  rubrik: 'Kvar av taket för arbetstagaren',
  enhet: 'kr',
  lagrum: ['förordning (2014:67) 7'],
  ...SEDAN,
  uttryck: storsta(noll, minusU(av(aprTakArbetstagare, 'kr'), tidigareForArbetstagaren)),
})

/** What can still be given for an employee: no more than is left for the employer. */
export const aprKvarForBada = regel({
  namn: 'aprKvarForBada',
  rubrik: 'Kvar för arbetstagaren hos arbetsgivaren',
  enhet: 'kr',
  lagrum: ['förordning (2014:67) 7'],
  ...SEDAN,
  uttryck: minsta(enligt(aprKvarForArbetstagare), enligt(aprKvarForArbetsgivare)),
})

/** Half of the cost, as far as the employee's ceiling reaches. */
export const aprForArbetstagare = regel({
  namn: 'aprForArbetstagare',
  rubrik: 'Bidrag för arbetstagaren',
  enhet: 'kr',
  lagrum: ['förordning (2014:67) 7'],
  ...SEDAN,
  uttryck: storsta(noll, minsta(enligt(aprHalva), enligt(aprKvarForArbetstagare))),
})

/** As far as the employer's ceiling reaches too: what one row of an application gives. */
export const aprForArbetsgivare = regel({
  namn: 'aprForArbetsgivare',
  rubrik: 'Bidrag efter arbetsgivarens tak',
  enhet: 'kr',
  lagrum: ['förordning (2014:67) 7'],
  ...SEDAN,
  uttryck: minsta(enligt(aprForArbetstagare), enligt(aprKvarForArbetsgivare)),
})

/** A doctor and a nurse, and three of the five other competences. */
export const aprAnordnareGodkand = regel({
  namn: 'aprAnordnareGodkand',
  rubrik: 'Anordnaren uppfyller kompetenskraven',
  enhet: 'ja/nej',
  lagrum: ['förordning (2014:67) 8'],
  ...SEDAN,
  uttryck: och(
    och(
      indata('harLakare', 'ja/nej', 'Läkare knuten till anordnaren'),
      indata('harSjukskoterska', 'ja/nej', 'Sjuksköterska knuten till anordnaren'),
    ),
    minst(
      indata('andraKompetenser', 'tal', 'Hur många av arbetsorganisation, hälsovetenskap, beteendevetare, fysioterapeut och tekniker'),
      av(aprKompetenser, 'tal'),
    ),
  ),
})

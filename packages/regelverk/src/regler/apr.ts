import { aprAndel, aprKompetenser, aprTakArbetsgivare, aprTakArbetstagare } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, indata, konstant, minst, minsta, minusU, och, procentAv, storsta } from '../uttryck.ts'

const SEDAN = { from: '2018-07-01', kalla: 'Riksrevisionens rapport 004, avsnitt 2.1, som återger förordningen (2014:67); texten finns inte i källorna' }
const noll = konstant(0, 'kr/år')

/** Half the cost, at most 10 000 kr for an employee in a calendar year. */
export const aprForArbetstagare = regel({
  namn: 'aprForArbetstagare', rubrik: 'Bidrag för arbetstagaren', enhet: 'kr/år', lagrum: ['förordning (2014:67) 7'], ...SEDAN,
  uttryck: storsta(noll, minsta(procentAv(indata('aprKostnad', 'kr/år', 'Arbetsgivarens kostnad för arbetstagaren'), av(aprAndel, 'procent')), minusU(av(aprTakArbetstagare, 'kr/år'), indata('aprTidigareForArbetstagaren', 'kr/år', 'Bidrag som redan beviljats för arbetstagaren under året')))),
})

/** What the employer can still have of 200 000 kr in the calendar year. */
export const aprForArbetsgivare = regel({
  namn: 'aprForArbetsgivare', rubrik: 'Bidrag efter arbetsgivarens tak', enhet: 'kr/år', lagrum: ['förordning (2014:67) 7'], ...SEDAN,
  uttryck: storsta(noll, minsta(enligt(aprForArbetstagare), minusU(av(aprTakArbetsgivare, 'kr/år'), indata('aprTidigareForArbetsgivaren', 'kr/år', 'Bidrag som redan beviljats arbetsgivaren under året')))),
})

/** A doctor and a nurse, and three of the five other competences. */
export const aprAnordnareGodkand = regel({
  namn: 'aprAnordnareGodkand', rubrik: 'Anordnaren uppfyller kompetenskraven', enhet: 'ja/nej', lagrum: ['förordning (2014:67) 8'], ...SEDAN,
  uttryck: och(
    och(indata('harLakare', 'ja/nej', 'Läkare knuten till anordnaren'), indata('harSjukskoterska', 'ja/nej', 'Sjuksköterska knuten till anordnaren')),
    minst(indata('andraKompetenser', 'tal', 'Hur många av arbetsorganisation, hälsovetenskap, beteendevetare, fysioterapeut och tekniker'), av(aprKompetenser, 'tal')),
  ),
})

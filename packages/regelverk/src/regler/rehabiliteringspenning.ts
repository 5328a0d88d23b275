import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { arbetsformaganNedsattMed, rehabiliteringensSyfte } from '../bedomning/index.ts'
import { lydelse } from '../lydelse.ts'
import { enligt, regel } from '../regel.ts'
import { eller, indata, konstant, minst, minusU, och, plusU, storsta } from '../uttryck.ts'
import { faststalldSgi, kalenderdagsberaknad } from './kalenderdag.ts'

/** 31 kap. 3 §. */
export const rehabiliteringspenningRatt = regel({
  namn: 'rehabiliteringspenningRatt',
  rubrik: 'Rätt till rehabiliteringsersättning',
  enhet: 'ja/nej',
  lagrum: ['31:3', '31:2 p 1'],
  uttryck: och(
    och(
      minst(svaretPa(arbetsformaganNedsattMed), konstant('0,25', 'tal')),
      indata('deltarIRehabilitering', 'ja/nej', 'Deltar i arbetslivsinriktad rehabilitering'),
    ),
    svaretPa(rehabiliteringensSyfte),
  ),
})

/** 31 kap. 5 § first paragraph 3 and second paragraph: ill during the rehabilitation, at most thirty days in a row, certified after the seventh. */
export const rehabiliteringVidSjukdom = regel({
  namn: 'rehabiliteringVidSjukdom',
  rubrik: 'Rehabiliteringsersättningen behålls vid sjukdom',
  enhet: 'ja/nej',
  lagrum: ['31:5 st 1 p 3', '31:5 st 2'],
  ...lydelse('2020:427'),
  uttryck: (() => {
    const dag = indata('dagISjukdomen', 'dagar', 'Dag i följd som personen är för sjuk för att delta')
    return och(
      minst(konstant(30, 'dagar'), dag),
      eller(minst(konstant(7, 'dagar'), dag), indata('lakarintygInlamnat', 'ja/nej', 'Läkarintyg är inlämnat')),
    )
  })(),
})

/** 31 kap. 10 §: the quotient of 28 kap. 7 and 10 §§, with the levels of 27 kap. 21–24 §§ and the ceiling of 28 kap. 11 §. */
export const rehabiliteringspenning = kalenderdagsberaknad({
  sgi: faststalldSgi,
  tillagg: 'Rehabilitering',
  forman: 'Rehabiliteringspenning',
  namnPerDag: 'rehabiliteringspenningPerDag',
  genom: ['31:10'],
  lydelse: lydelse('2015:963'),
})

const annan = (namn: string, rubrik: string) => indata(namn, 'kr/dag', rubrik)

/** 31 kap. 12 §: less what is given for the same time. Only what is not to be paid back of study support counts (first paragraph 4). */
export const rehabiliteringspenningEfterSamordning = regel({
  namn: 'rehabiliteringspenningEfterSamordning',
  rubrik: 'Rehabiliteringspenning efter samordning',
  enhet: 'kr/dag',
  lagrum: ['31:12'],
  ...lydelse('2022:858'),
  uttryck: storsta(
    konstant(0, 'kr/dag'),
    minusU(
      enligt(rehabiliteringspenning.sjukpenningPerDag),
      plusU(
        plusU(
          annan('foraldrapenningSammaTid', 'Föräldrapenningsförmån för samma tid'),
          annan('sjukpenningSammaTid', 'Sjukpenning för samma tid'),
        ),
        plusU(
          annan('arbetsskadeSammaInkomst', 'Sjukpenning eller livränta vid arbetsskada för samma inkomstbortfall'),
          annan('studiestodUtanAterbetalning', 'Studiestöd för samma tid som inte ska betalas tillbaka'),
        ),
      ),
    ),
  ),
})

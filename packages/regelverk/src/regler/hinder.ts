import { lydelse } from '../lydelse.ts'
import { dagarEfter71, dagarEfterRiktalder } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, eller, indata, mindre, minst } from '../uttryck.ts'

const jaNej = (namn: string, rubrik: string) => indata(namn, 'ja/nej', rubrik)

/** 27 kap. 35 §: as if the whole benefit had been had, were it not for insurance time. */
export const hindradSomGarantiersattning = regel({
  namn: 'hindradSomGarantiersattning',
  rubrik: 'Skulle ha haft hel ersättning som garantiersättning',
  enhet: 'ja/nej',
  lagrum: ['27:35'],
  ...lydelse('2024:1270'),
  uttryck: jaNej(
    'skulleHaftHelGarantiersattning',
    'Skulle ha haft hel sjukersättning eller aktivitetsersättning som garantiersättning om försäkringstiden räckt',
  ),
})

/** 27 kap. 34 §, and 35 § where neither whole benefit is given. */
export const hindradAvHelErsattning = regel({
  namn: 'hindradAvHelErsattning',
  rubrik: 'Hel sjukersättning eller aktivitetsersättning hindrar sjukpenning',
  enhet: 'ja/nej',
  lagrum: ['27:34'],
  uttryck: eller(
    eller(jaNej('helSjukersattning', 'Får hel sjukersättning'), jaNej('helAktivitetsersattning', 'Får hel aktivitetsersättning')),
    eller(
      jaNej('helSjukersattningForeAlderspension', 'Hade hel sjukersättning månaden före hel ålderspension'),
      enligt(hindradSomGarantiersattning),
    ),
  ),
})

/** 27 kap. 36, 38 §§: the question is put, and a human answers it (`upphorEfterRiktalder`). Each paid day is one, however small its degree. */
export const fraganEfterRiktalder = regel({
  namn: 'fraganEfterRiktalder',
  rubrik: 'Frågan om sjukpenningen ska upphöra efter riktåldern ställs',
  enhet: 'ja/nej',
  lagrum: ['27:36', '27:38'],
  ...lydelse('2022:879'),
  uttryck: minst(
    indata('betaldaDagarEfterRiktalder', 'dagar', 'Dagar med sjukpenning från månaden då riktåldern uppnåddes'),
    av(dagarEfterRiktalder, 'dagar'),
  ),
})

/** 27 kap. 37, 38 §§: one more day may be paid as long as fewer than 180 have been. */
export const dagKvarEfter71 = regel({
  namn: 'dagKvarEfter71',
  rubrik: 'Sjukpenning kan lämnas för ännu en dag efter 71-årsmånaden',
  enhet: 'ja/nej',
  lagrum: ['27:37', '27:38'],
  ...lydelse('2022:878'),
  uttryck: mindre(indata('betaldaDagarEfter71', 'dagar', 'Dagar med sjukpenning från månaden för 71-årsdagen'), av(dagarEfter71, 'dagar')),
})

import { lydelse } from '../lydelse.ts'
import { parameter } from '../parameter.ts'

/** Kronor a day of sjukpenning and rehabiliteringspenning i särskilda fall: the same in 28 a kap. 9 and 13 §§ and in 31 a kap. 7 and 10 §§. */
const belopp = (namn: string, rubrik: string, lagrum: string[], varde: number) =>
  parameter({ namn, rubrik, enhet: 'kr/dag', lagrum, varden: [{ ...lydelse('2024:1269'), varde }] })

export const sarskildaFallHelt = belopp('sarskildaFallHelt', 'Högsta ersättning i särskilda fall, hel förmån', ['28 a:9', '31 a:7'], 230)
export const sarskildaFallTreFjardedelar = belopp(
  'sarskildaFallTreFjardedelar',
  'Högsta ersättning i särskilda fall, tre fjärdedels förmån eller vid en fjärdedels sjukersättning',
  ['28 a:9', '28 a:13 st 1', '31 a:7', '31 a:10 st 1'],
  173,
)
export const sarskildaFallHalvt = belopp(
  'sarskildaFallHalvt',
  'Högsta ersättning i särskilda fall, halv förmån eller vid halv sjukersättning',
  ['28 a:9', '28 a:13 st 1', '31 a:7', '31 a:10 st 1'],
  115,
)
export const sarskildaFallEnFjardedel = belopp(
  'sarskildaFallEnFjardedel',
  'Högsta ersättning i särskilda fall, en fjärdedels förmån eller vid tre fjärdedels sjukersättning',
  ['28 a:9', '28 a:13 st 1', '31 a:7', '31 a:10 st 1'],
  58,
)

export const sarskildaFallGrans = belopp(
  'sarskildaFallGrans',
  'Hel dagersättning på fortsättningsnivån som utesluter ersättning i särskilda fall',
  ['28 a:4 st 1', '31 a:4 st 1'],
  230,
)
export const sarskildaFallSgiGrans = parameter({
  namn: 'sarskildaFallSgiGrans',
  rubrik: 'SGI vid vilken rätten till ersättning i särskilda fall upphör',
  enhet: 'kr/år',
  lagrum: ['28 a:19', '31 a:14'],
  varden: [{ ...lydelse('2024:1269'), varde: 115_400 }],
})

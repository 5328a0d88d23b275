import { lydelse } from '../lydelse.ts'
import { parameter } from '../parameter.ts'

export const graviditetspenningTak = parameter({
  namn: 'graviditetspenningTak',
  rubrik: 'Högsta SGI för graviditetspenning, antal prisbasbelopp',
  enhet: 'prisbasbelopp',
  lagrum: ['10:11 st 2'],
  varden: [{ ...lydelse('2021:1240'), varde: '7,5' }],
})
export const graviditetspenningForstaDag = parameter({
  namn: 'graviditetspenningForstaDag',
  rubrik: 'Tidigaste dagen med graviditetspenning vid nedsatt förmåga, dagar före beräknad födelse',
  enhet: 'dagar',
  lagrum: ['10:6'],
  varden: [{ ...lydelse(), varde: 60 }],
})
export const graviditetspenningSistaDag = parameter({
  namn: 'graviditetspenningSistaDag',
  rubrik: 'Sista dagen med graviditetspenning, dagar före beräknad födelse',
  enhet: 'dagar',
  lagrum: ['10:8'],
  varden: [{ ...lydelse(), varde: 11 }],
})

import { lydelse } from '../lydelse.ts'
import { parameter } from '../parameter.ts'

export const livrantaMinstaForlust = parameter({
  namn: 'livrantaMinstaForlust',
  rubrik: 'Minsta inkomstförlust för livränta, andel av prisbasbeloppet',
  enhet: 'fjärdedelar',
  lagrum: ['41:2 st 2 p 2'],
  varden: [{ ...lydelse(), varde: 1 }],
})
export const livrantaVaraktighet = parameter({
  namn: 'livrantaVaraktighet',
  rubrik: 'Kortaste tid som nedsättningen ska kunna antas bestå för livränta',
  enhet: 'år',
  lagrum: ['41:2 st 2 p 1'],
  varden: [{ ...lydelse(), varde: 1 }],
})
export const livranteunderlagTak = parameter({
  namn: 'livranteunderlagTak',
  rubrik: 'Högsta livränteunderlag, antal prisbasbelopp',
  enhet: 'prisbasbelopp',
  lagrum: ['41:18'],
  varden: [{ ...lydelse(), varde: '7,5' }],
})
export const arbetsskadesjukpenningAndel = parameter({
  namn: 'arbetsskadesjukpenningAndel',
  rubrik: 'Arbetsskadesjukpenning, andel av livränteunderlaget',
  enhet: 'procent',
  lagrum: ['40:4 st 2'],
  varden: [{ ...lydelse(), varde: 80 }],
})

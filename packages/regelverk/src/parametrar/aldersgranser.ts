import { lydelse } from '../lydelse.ts'
import { parameter } from '../parameter.ts'

export const dagarEfterRiktalder = parameter({
  namn: 'dagarEfterRiktalder',
  rubrik: 'Dagar med sjukpenning efter riktåldern då frågan om den ska upphöra ställs',
  enhet: 'dagar',
  lagrum: ['27:36'],
  varden: [{ ...lydelse('2022:879'), varde: 180 }],
})
export const dagarEfter71 = parameter({
  namn: 'dagarEfter71',
  rubrik: 'Högsta antalet dagar med sjukpenning från månaden för 71-årsdagen',
  enhet: 'dagar',
  lagrum: ['27:37'],
  varden: [{ ...lydelse('2022:878'), varde: 180 }],
})
export const aktivitetsersattningVaraktighet = parameter({
  namn: 'aktivitetsersattningVaraktighet',
  rubrik: 'Kortaste tid som nedsättningen ska kunna antas bestå för aktivitetsersättning',
  enhet: 'år',
  lagrum: ['33:7'],
  varden: [{ ...lydelse(), varde: 1 }],
})
export const vilandeEfterManader = parameter({
  namn: 'vilandeEfterManader',
  rubrik: 'Månader med sjukersättning eller aktivitetsersättning innan den kan förklaras vilande',
  enhet: 'tal',
  lagrum: ['36:10'],
  varden: [{ ...lydelse(), varde: 12 }],
})
export const vilandeAndel = parameter({
  namn: 'vilandeAndel',
  rubrik: 'Andel av vilande ersättning som får lämnas vid förvärvsarbete',
  enhet: 'procent',
  lagrum: ['36:18'],
  varden: [{ ...lydelse('2016:1291'), varde: 25 }],
})

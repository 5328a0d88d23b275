import { sgisteget } from '../../gemensamt/sgi.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { uppgivenInkomst } from '../sgi.ts'
import { dagensSysselsattning, provperiod, sjukperiodensForsta, underlaget } from '../underlag.ts'

export const sgisteg = sgisteget<Sjukpenningfakta>({
  efter: ['ansokan'],
  provas(l, idag) {
    const u = underlaget(l as Slage, idag)
    const p = provperiod(u)
    return p && { forsta: p.from, sista: p.tom, sjukperiodensForsta: sjukperiodensForsta(u, p.from) ?? p.from }
  },
  uppgiven: (l) => uppgivenInkomst(l as Slage),
  sysselsattning: (l, idag) => dagensSysselsattning(underlaget(l as Slage, idag))?.slag ?? null,
  behovsFor: 'räkna ut sjukpenningen',
})

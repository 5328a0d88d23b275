import { datum } from '@atergang/kalender'
import { bedomningsgrund, vardetDen, planSkyldighet, ParameterOkand } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { person } from '../prov/index.ts'
import { planlage } from './steg/arbetsgivaren.ts'
import { underlaget } from './underlag.ts'

const plan = (fran: string, till: string, dag: string) => {
  const p = person('Anna').sjukFran(fran).medIntyg({ fran, till }).ansoker({ till, inkom: fran })
  return planlage(p.arende.lage, underlaget(p.arende.lage, datum(dag)))
}

describe('regler före och efter 1 juli 2018 (A051)', () => {
  it('planen ska finnas dag 30 när den dagen är 1 juli 2018 eller senare', () => {
    expect(plan('2018-06-02', '2018-09-30', '2018-07-10')).toMatchObject({ status: 'skaFinnas', senast: '2018-07-01' })
  })

  it('för en tidigare dag säger systemet att regeln inte är känd, och kräver ingen plan', () => {
    expect(plan('2018-06-01', '2018-09-30', '2018-07-10')).toEqual({
      status: 'ingenSkyldighet',
      senast: null,
      text: 'Vad som gällde om arbetsgivarens plan är inte känt före 2018-07-01.',
    })
    expect(() => vardetDen(planSkyldighet, datum('2018-06-30'))).toThrow(ParameterOkand)
  })

  it('en prövning i kedjan före 2022 säger att lydelsen inte är känd; från 2022 står inget sådant', () => {
    const grund = (dag: string) => bedomningsgrund({ sysselsattning: 'anstalld' }, 181, datum(dag)).text
    expect(grund('2018-05-02')).toContain('Vad som gällde i rehabiliteringskedjan är inte känt före 2022-01-01')
    expect(grund('2022-01-01')).not.toContain('inte känt')
    expect(bedomningsgrund({ sysselsattning: 'anstalld' }, 181, datum('2018-05-02')).provas).toEqual(
      bedomningsgrund({ sysselsattning: 'anstalld' }, 181, datum('2022-01-01')).provas,
    )
  })
})

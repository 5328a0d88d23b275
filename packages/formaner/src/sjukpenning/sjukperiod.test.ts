import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { person } from '../prov/index.ts'
import { interimlage } from './interimistiskt.ts'
import { underlaget } from './underlag.ts'

/** Ill 2–22 March, well two days, ill again from 25 March: joined by 32 §, but a sick period of its own by 26 §. */
const aterinsjuknad = (till = '2026-04-26') =>
  person('Anna')
    .som('behovsanstalld')
    .sjukFran('2026-03-02')
    .medIntyg({ till: '2026-03-22' })
    .ansoker({ till: '2026-03-22', inkom: '2026-03-04' })
    .handlagg('2026-03-23')
    .medIntyg({ fran: '2026-03-25', till })

describe('den som blir sjuk igen inom fem dagar (27 kap. 32 §)', () => {
  it('får frågan om de första 14 dagarna också för den nya sjukperioden (10 §), men bara ett karensavdrag (27 §)', () => {
    const p = aterinsjuknad().ansoker({ fran: '2026-03-25', till: '2026-04-26', inkom: '2026-03-26' })
    p.handlagg('2026-04-28', { tillOchMed: 'forsta14' })
    const f = p.arende.fraga('forsta14', datum('2026-04-28'))
    expect(f.period).toEqual({ from: '2026-03-25', tom: '2026-04-07' })
    expect(f.nyckel).toBe('forsta14:2026-03-25')
    p.handlagg('2026-04-28')
    const avdrag = p.beslut.map((b) => b.utbetalning.flatMap((r) => r.avdrag.map((a) => a.slag)))
    expect(avdrag).toEqual([['karensavdrag'], []])
    expect(p.beslut[1]!.utbetalning.map((r) => r.forklaring.namn)).toEqual(['arbetstidsberaknadPerDag', 'sjukpenningPerDag'])
  })

  it('behöver läkarintyg först från den sjunde dagen efter den nya sjukperiodens första dag (25 §)', () => {
    const p = person('Anna')
      .som('behovsanstalld')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-03-22' })
      .ansoker({ till: '2026-03-22', inkom: '2026-03-04' })
      .handlagg('2026-03-23')
    p.ansoker({ fran: '2026-03-25', till: '2026-04-05', inkom: '2026-03-26' })
    const u = underlaget(p.arende.lage, datum('2026-04-06'))
    expect(u.ostyrkta).toEqual([{ from: '2026-04-01', tom: '2026-04-05' }])
  })

  it('kan få ett interimistiskt beslut först när den nya sjukperioden har pågått i 15 dagar och sjukpenning lämnats i den (112 kap. 2 a §)', () => {
    const dag15 = datum('2026-04-08')
    const p = aterinsjuknad().ansoker({ fran: '2026-04-08', till: '2026-04-26', inkom: '2026-04-09' })
    expect(interimlage(p.arende.lage, underlaget(p.arende.lage, dag15)).varfor).toBe(
      'Sjukpenning har inte lämnats tidigare i sjukperioden.',
    )
    const forTidigt = aterinsjuknad().ansoker({ fran: '2026-04-07', till: '2026-04-26', inkom: '2026-04-09' })
    expect(interimlage(forTidigt.arende.lage, underlaget(forTidigt.arende.lage, dag15)).varfor).toContain(
      'Sjukperioden har pågått 14 dagar',
    )
    const q = aterinsjuknad()
      .ansoker({ fran: '2026-03-25', till: '2026-04-07', inkom: '2026-03-26' })
      .handlagg('2026-04-08')
      .ansoker({ fran: '2026-04-08', till: '2026-04-26', inkom: '2026-04-09' })
    expect(interimlage(q.arende.lage, underlaget(q.arende.lage, datum('2026-04-09')))).toMatchObject({ mojligt: true })
  })

  it('har i planen för återgång (30 kap. 6 §) dagarna räknade från den nya sjukperioden', () => {
    const p = person('Anna')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-03-22' })
      .ansoker({ till: '2026-03-22', inkom: '2026-03-16' })
      .medIntyg({ fran: '2026-03-25', till: '2026-08-31' })
    expect(p.arende.utredning(datum('2026-03-26')).kommande.find((k) => k.text.includes('plan'))?.dag).toBe('2026-04-23')
  })
})

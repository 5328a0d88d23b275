import { datum, plusDagar } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../prov/index.ts'
import { utdagar } from '../index.ts'
import { ejRaknadeDagar } from './formanstid.ts'
import { underlaget } from './underlag.ts'

const D = datum
const nivan = (p: Provperson, dag: string) => p.beslut.flatMap((b) => b.utbetalning).find((r) => r.from <= D(dag) && D(dag) <= r.tom)?.niva
const slutet = (p: Provperson, dag: string) => p.arende.utredning(D(dag)).kommande.find((k) => k.text.includes('fortsättningsnivå'))?.dag
const ejRaknade = (p: Provperson, dag: string) => ejRaknadeDagar(p.arende.lage, underlaget(p.arende.lage, D(dag)))

describe('den första dagen med sjukpenning i en sjukperiod med karensavdrag räknas inte i ramtiden (27 kap. 21 §)', () => {
  const arbetslos = () => person('Anna').som('arbetslos').sjukFran('2025-01-01')

  it('det är den första betalda dagen, inte den första sjukdagen, när anmälan kom sent', () => {
    const p = arbetslos()
      .medIntyg({ till: '2026-02-28' })
      .ansoker({ till: '2026-02-28', inkom: '2025-01-20' })
      .handlagg('2026-03-02', { tillOchMed: 'senAnmalan' })
    p.arende.svara('senAnmalan', { hinder: false, sarskildaSkal: false, skal: 'Inget hinder.' }, EVA, D('2026-03-02'))
    p.handlagg('2026-03-02').handlagg('2026-04-20')
    expect(p.beslut[0]!.utbetalning[0]!.from).toBe('2025-01-13')
    expect([nivan(p, '2026-01-12'), nivan(p, '2026-01-13')]).toEqual(['normal', 'fortsattning'])
  })

  /** Ill 1–10 January, well ten days, ill again from 21 January: a karensavdrag each. */
  const tvaPerioder = () =>
    arbetslos()
      .medIntyg({ till: '2025-01-10' })
      .ansoker({ till: '2025-01-10', inkom: '2025-01-02' })
      .handlagg('2025-01-13')
      .medIntyg({ fran: '2025-01-21', till: '2026-02-28' })

  it('i varje sjukperiod, också den som ett tidigare beslut betalade', () => {
    const p = tvaPerioder().ansoker({ fran: '2025-01-21', till: '2026-02-28', inkom: '2025-01-22' }).handlagg('2026-03-02')
    expect(ejRaknade(p, '2026-03-02')).toEqual(['2025-01-01', '2025-01-21'])
    // 2–10 January are nine days; 22 January is the first of the 355 that are left.
    expect([nivan(p, '2026-01-11'), nivan(p, '2026-01-12')]).toEqual(['normal', 'fortsattning'])
  })

  it('prognosen räknar som beslutet', () => {
    const p = tvaPerioder().ansoker({ fran: '2025-01-21', till: '2025-03-31', inkom: '2025-01-22' }).handlagg('2025-03-01')
    expect(slutet(p, '2025-04-01')).toBe('2026-01-12')
  })

  it('återinsjuknande inom fem dagar är samma sjukperiod: en dag (32 §)', () => {
    const p = arbetslos()
      .medIntyg({ till: '2025-01-10' })
      .ansoker({ till: '2025-01-10', inkom: '2025-01-02' })
      .handlagg('2025-01-13')
      .medIntyg({ fran: '2025-01-15', till: '2025-02-28' })
      .ansoker({ fran: '2025-01-15', till: '2025-02-28', inkom: '2025-01-16' })
      .handlagg('2025-03-02')
    expect(ejRaknade(p, '2025-03-02')).toEqual(['2025-01-01'])
  })

  it('egenföretagarens karensdagar gör ingen betald dag oräknad', () => {
    const p = person('Cia').som('egenforetagare').sjukFran('2025-01-01').medIntyg({ till: '2025-03-31' })
    p.ansoker({ till: '2025-03-31', inkom: '2025-01-02' }).handlagg('2025-04-01')
    expect(ejRaknade(p, '2025-04-01')).toEqual([])
  })

  it('ärendet säger sina oräknade dagar, sjuklöneperiod, allvarliga sjukdom och karenstid till personens andra ärenden', () => {
    const p = arbetslos().medIntyg({ till: '2025-01-20' }).ansoker({ till: '2025-01-20', inkom: '2025-01-02' }).handlagg('2025-01-27')
    expect(utdagar(p.arende.lage, D('2025-01-27'))).toMatchObject({ ejRaknade: ['2025-01-01'], sjukloneperioder: [] })
    const q = person('Bo').sjukFran('2025-01-01').medIntyg({ till: '2025-01-31' })
    q.ansoker({ till: '2025-01-31', inkom: '2025-01-15' }).handlagg('2025-02-03')
    for (const [namn, varde] of [
      ['allvarligSjukdom', { skal: 'Cancer' }],
      ['karenstid', { dagar: 30 }],
    ] as const)
      q.arende.kor({ typ: 'registreraFaktum', namn, varde, kalla: { typ: 'bedomning', text: 'Prövat' } } as never, EVA, D('2025-02-03'))
    expect(utdagar(q.arende.lage, D('2025-02-03'))).toMatchObject({
      sjukloneperioder: [{ from: '2025-01-01', tom: '2025-01-14' }],
      ejRaknade: [],
      allvarligSjukdom: [{ from: '1900-01-01' }],
      karenstid: 30,
    })
  })

  it('andra ärendens sjuklönedagar räknas (22 §), och det som lagrades innan de frågades efter läses än', () => {
    const betalda = [{ from: D('2024-12-06'), tom: plusDagar(D('2024-12-06'), 350), grad: 1 }]
    const medAndra = (mer: object) => {
      const p = person('Dan').som('arbetslos').sjukFran('2026-01-01').medIntyg()
      p.arende.omvarld = {
        andraArenden: [{ arende: 'x', nummer: 'SP2024-1', forman: 'sjukpenning', betalda, sjukdagar: betalda, ...mer }],
        egnaPoster: [],
        evidensregister: [],
      }
      p.arende.hamta(D('2026-01-01'))
      return p.ansoker({ inkom: '2026-01-02' }).handlagg('2026-02-02')
    }
    // 351 paid, and the first of them not counted when the case tells so; with thirteen of the sick-pay period they are 363 or 364.
    const sjukloneperioder = [{ from: D('2024-11-22'), tom: D('2024-12-05') }]
    expect(nivan(medAndra({ sjukloneperioder, ejRaknade: [] }), '2026-01-02')).toBe('fortsattning')
    expect(nivan(medAndra({ sjukloneperioder: [], ejRaknade: [] }), '2026-01-02')).toBe('normal')
    expect(nivan(medAndra({}), '2026-01-02')).toBe('normal')
  })
})

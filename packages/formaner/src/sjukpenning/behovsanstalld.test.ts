import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../prov/index.ts'

// Ill from 2 March 2026: day 14 is 15 March, day 15 is 16 March, day 90 is 30 May.
const DAG = datum('2026-07-01')
const kallad = (till = '2026-06-28', inkomst: [number, number] = [360_000, 0]) =>
  person('Anna')
    .som('behovsanstalld')
    .tjanar(...inkomst)
    .sjukFran('2026-03-02')
    .medIntyg({ till })
    .ansoker({ till, inkom: '2026-03-04' })
const fram = (p: Provperson, dag = DAG) => p.handlagg(dag, { tillOchMed: 'behovsanstalld' })
const svara = (p: Provperson, perioder: readonly [string, string, boolean][], dag = DAG) => {
  p.arende.svara(
    'behovsanstalld',
    {
      perioder: perioder.map(([from, tom, arbete]) => ({ from, tom, arbete, ...(arbete ? { timmarPerVecka: 20 } : {}) })),
      skal: 'Butiken har stängt i april och planerar pass för resten av tiden.',
    },
    EVA,
    dag,
  )
  return p
}
const betalda = (p: Provperson) =>
  p.beslut
    .at(-1)!
    .utbetalning.filter((r) => r.kronorPerDag > 0)
    .map((r) => [r.from, r.tom, r.forklaring.namn])

describe('behovsanställd, dag 15–90 i sjukperioden (27 kap. 16 a § andra stycket)', () => {
  it('frågas om från dag 15 till och med dag 90, inte före och inte efter', () => {
    expect(fram(kallad()).arende.fraga('behovsanstalld', DAG).period).toEqual({ from: '2026-03-16', tom: '2026-05-30' })
    const tidigt = datum('2026-03-16')
    expect(fram(kallad('2026-03-15'), tidigt).fragekoder(tidigt)).not.toContain('behovsanstalld')
    const sent = person('Bo')
      .som('behovsanstalld')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-06-28' })
      .ansoker({ fran: '2026-05-31', till: '2026-06-28', inkom: '2026-05-31' })
    expect(fram(sent).fragekoder(DAG)).not.toContain('behovsanstalld')
  })

  it('ställs inte för en anställd, och inte för ett överenskommet pass (49 c §)', () => {
    expect(
      fram(
        person('Cia').sjukFran('2026-03-02').medIntyg({ till: '2026-06-28' }).ansoker({ till: '2026-06-28', inkom: '2026-03-04' }),
      ).fragekoder(DAG),
    ).not.toContain('behovsanstalld')
    const pass = kallad()
    pass.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'sysselsattning',
        varde: { slag: 'behovsanstalld', overenskommetPass: true },
        period: { from: datum('2026-03-16'), tom: datum('2026-05-30') },
        kalla: { typ: 'arbetsgivare', text: 'Schema' },
      },
      EVA,
      DAG,
    )
    expect(fram(pass).fragekoder(DAG)).not.toContain('behovsanstalld')
  })

  it('betalar per kalenderdag för tid då arbete kan antas, och inte för annan tid: den avslås med sitt skäl', () => {
    const p = svara(fram(kallad()), [
      ['2026-03-16', '2026-03-31', true],
      ['2026-04-01', '2026-04-30', false],
      ['2026-05-01', '2026-05-30', true],
    ]).handlagg(DAG, { tillOchMed: 'forslag' })
    p.arende.svara(
      'forslag',
      {
        motivering: {
          avgorande: 'Det kan inte antas att du skulle ha arbetat i april.',
          omstandigheter: 'Arbetsgivaren uppger att butiken har stängt i april.',
          bedomning: 'Arbetsgivaren kallade inte in någon, och du hade inga pass inplanerade i april.',
        },
      },
      EVA,
      DAG,
    )
    p.handlagg(DAG)
    // Sent for comment first: the refusal goes against the person.
    expect(p.beslut).toEqual([])
    p.handlagg('2026-08-01')
    expect(p.beslut[0]!.rader.filter((r) => r.grad === 0)).toMatchObject([
      { from: '2026-04-01', tom: '2026-04-30', avslagsskal: 'skulleInteArbetat', lagrum: [{ kapitel: '27', paragraf: '16 a' }] },
    ])
    expect(betalda(p)).toEqual([
      ['2026-03-02', '2026-03-13', 'arbetstidsberaknadPerDag'],
      ['2026-03-16', '2026-03-31', 'sjukpenningPerDag'],
      ['2026-05-01', '2026-06-28', 'sjukpenningPerDag'],
    ])
  })

  it('dagar utan antaget arbete är ändå sjukperiod: räkningen börjar inte om efter dem (26 §)', () => {
    const p = svara(fram(kallad('2026-05-15'), datum('2026-05-16')), [['2026-03-16', '2026-05-15', false]], datum('2026-05-16'))
      .handlagg('2026-05-16')
      .handlagg('2026-06-20')
    expect(p.beslut[0]!.rader.some((r) => r.grad === 0)).toBe(true)
    p.medIntyg({ fran: '2026-05-16', till: '2026-06-28' }).ansoker({ fran: '2026-05-16', till: '2026-06-28', inkom: '2026-06-20' })
    expect(fram(p).arende.fraga('behovsanstalld', DAG).period).toEqual({ from: '2026-05-16', tom: '2026-05-30' })
    expect(p.fragekoder(DAG)).not.toContain('forsta14')
  })

  it('med eget företag vid sidan av betalas det för också då anställningen inte betalas', () => {
    const p = svara(fram(kallad('2026-06-28', [360_000, 100_000])), [
      ['2026-03-16', '2026-04-30', false],
      ['2026-05-01', '2026-05-30', true],
    ]).handlagg(DAG)
    expect(p.beslut[0]!.utbetalning.filter((r) => r.from >= '2026-03-16').map((r) => [r.from, r.tom, r.kronorPerDag])).toEqual([
      ['2026-03-16', '2026-04-30', 213],
      ['2026-05-01', '2026-06-28', 978],
    ])
  })

  it.each([
    ['en dag saknas', [['2026-03-16', '2026-05-29', true]], /Svara för alla dagar/],
    [
      'en dag står två gånger',
      [
        ['2026-03-16', '2026-05-30', true],
        ['2026-05-30', '2026-05-30', false],
      ],
      /två perioder/,
    ],
    ['en dag ligger utanför', [['2026-03-15', '2026-05-30', true]], /utanför/],
    ['timmarna saknas', [['2026-03-16', '2026-05-30', null]], /timmar i veckan/],
  ] as const)('säger vad som är fel när %s', (_vad, perioder, fel) => {
    const p = fram(kallad())
    const svar = {
      perioder: perioder.map(([from, tom, arbete]) => ({ from, tom, arbete: arbete ?? true, ...(arbete ? { timmarPerVecka: 20 } : {}) })),
      skal: 'Schemat.',
    }
    expect(() => p.arende.svara('behovsanstalld', svar, EVA, DAG)).toThrow(fel)
  })
})

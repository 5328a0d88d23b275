import type { Forebyggandevy } from '@atergang/formaner'
import { describe, expect, it } from 'vitest'
import { planMotGjort, sammanfattning, stegen } from './planMotGjort.ts'

const vy = (mer: object = {}) =>
  ({
    idag: '2026-03-12',
    godkant: [
      {
        id: 'b1',
        namn: 'MMR',
        slutade: null,
        planerade: [
          { datum: '2026-03-03', start: '08:00' },
          { datum: '2026-03-05', start: '08:00' },
          { datum: '2026-03-10', start: '08:00' },
          { datum: '2026-03-17', start: '08:00' },
        ],
      },
    ],
    ersattningar: [],
    beslut: [],
    planer: [],
    ...mer,
  }) as unknown as Forebyggandevy
const t = (datum: string, mer: object = {}) => ({
  id: `t-${datum}`,
  datum,
  start: '08:00',
  behandling: 'b1',
  traff: 'som planerat',
  avviker: false,
  planerat: { datum, start: '08:00' },
  ...mer,
})

describe('planerat mot gjort', () => {
  it('varje planerat tillfälle står en gång, med vad som söktes och vad det gav', () => {
    const rader = planMotGjort(
      vy({
        ersattningar: [
          {
            beslut: { id: 'x' },
            tillfallen: [
              t('2026-03-03'),
              t('2026-03-06', { traff: 'flyttad inom veckan', planerat: { datum: '2026-03-05', start: '08:00' } }),
            ],
          },
        ],
        beslut: [
          {
            galler: true,
            rader: [
              { from: '2026-03-03', tom: '2026-03-03', grad: 0.5 },
              { from: '2026-03-06', tom: '2026-03-06', grad: 0 },
            ],
            innehall: {
              slag: 'ersattning',
              dagar: [
                { datum: '2026-03-03', andel: 0.5 },
                { datum: '2026-03-06', andel: 0, skal: 'underEnFjardedel' },
              ],
            },
          },
        ],
      }),
    )
    expect(rader.map((r) => [r.dag, r.planerat, r.ansokt, r.andel, r.lage])).toEqual([
      ['2026-03-03', 'kl. 08:00', 'kl. 08:00', 0.5, 'som planerat'],
      ['2026-03-06', '2026-03-05 kl. 08:00', 'kl. 08:00', 0, 'flyttad inom veckan'],
      ['2026-03-10', 'kl. 08:00', '', null, 'ingen ansökan'],
      ['2026-03-17', 'kl. 08:00', '', null, 'kommer'],
    ])
    expect(sammanfattning(rader)).toBe('4 planerade tillfällen, 2 ansökta, 1 dag ger ersättning.')
    expect(sammanfattning(rader, 0.5)).toContain('ersättning. 0,5 nettodagar.')
  })

  it('en ansökan som prövas har inget utfall än, och efter avbrott väntas inget mer', () => {
    const rader = planMotGjort(
      vy({ godkant: [{ ...vy().godkant[0], slutade: '2026-03-09' }], ersattningar: [{ beslut: null, tillfallen: [t('2026-03-03')] }] }),
    )
    expect(rader[0]).toMatchObject({ andel: null, lage: 'som planerat, prövas' })
    expect(rader.filter((r) => r.lage === 'behandlingen slutade före').map((r) => r.dag)).toEqual(['2026-03-10', '2026-03-17'])
  })

  it('en omprövad dag visar det som gäller nu', () => {
    const innehall = { slag: 'ersattning', dagar: [{ datum: '2026-03-03', andel: 0 }] }
    const rader = planMotGjort(
      vy({
        ersattningar: [{ beslut: { id: 'y' }, tillfallen: [t('2026-03-03')] }],
        beslut: [
          { galler: false, rader: [{ from: '2026-03-03', grad: 0 }], innehall },
          { galler: true, rader: [{ from: '2026-03-03', grad: 0.25 }], innehall },
        ],
      }),
    )
    expect(rader[0]!.andel).toBe(0.25)
  })
})

describe('de två stegen', () => {
  const dag = (d: string) => d
  it('säger var ärendet är, också innan något är avgjort', () => {
    expect(stegen(vy(), dag).map((s) => s.lage)).toEqual(['Ingen plan har kommit in.', 'Börjar när planen är godkänd.'])
    expect(stegen(vy({ planer: [{ inkom: '2026-02-02', beslut: null, utlatanden: [] }] }), dag)[0]!.lage).toBe(
      'Planen kom in 2026-02-02 och prövas. Läkarens utlåtande saknas.',
    )
    const plan = { inkom: '2026-02-02', beslut: { dag: '2026-02-20', utfall: 'delvisAvslag' }, utlatanden: [{}] }
    expect(
      stegen(
        vy({
          planer: [plan],
          ersattningar: [
            { beslut: null, tillfallen: [] },
            { beslut: { id: 'x' }, tillfallen: [] },
          ],
        }),
        dag,
      ).map((s) => s.lage),
    ).toEqual(['Planen godkänd i en del 2026-02-20.', '1 ansökan prövas. 1 är avgjord sedan förut.'])
    expect(stegen(vy({ planer: [plan] }), dag)[1]!.lage).toContain('söks när behandlingen är gjord')
  })
})

import { dagnummer, datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { dagbelopp } from './dagbelopp.ts'
import { land } from './land.ts'
import { ANSTALLD, ARBETSLOS, EGENFORETAGARE } from './person.ts'

const belopp = dagbelopp()
const perDag = (inkomst: number, dag: string, mer: { sysselsattning?: number; fjardedelar?: number } = {}): number =>
  belopp({ inkomst, sysselsattning: mer.sysselsattning ?? ANSTALLD }, mer.fjardedelar ?? 4, dagnummer(datum(dag)))

describe('beloppen i det påhittade landet', () => {
  it('är lagens för dagen: taket 7,5, 8 och 10 prisbasbelopp', () => {
    // 7,5 × 45 500 = 341 250 → 341 200; 8 × 45 500 = 364 000; 10 × 59 200 = 592 000; × 0,97 × 0,80 ÷ 365
    expect([perDag(700_000, '2018-06-30'), perDag(700_000, '2018-07-01'), perDag(700_000, '2026-03-01')]).toEqual([725, 774, 1259])
    expect(perDag(300_000, '2020-01-01', { fjardedelar: 2 })).toBe(319)
    expect(perDag(300_000, '2020-01-01', { sysselsattning: EGENFORETAGARE })).toBe(638)
  })

  it('har taket för arbetslösa så långt källorna ger det', () => {
    expect([
      perDag(400_000, '2021-12-31', { sysselsattning: ARBETSLOS }),
      perDag(400_000, '2022-01-01', { sysselsattning: ARBETSLOS }),
    ]).toEqual([perDag(400_000, '2021-12-31'), 543])
  })

  it('är som på närmaste dag vars lag är känd, före balken och efter sista kända prisbasbeloppet', () => {
    expect(perDag(700_000, '2009-05-01')).toBe(perDag(700_000, '2011-01-01'))
    expect(perDag(700_000, '2030-05-01')).toBe(perDag(700_000, '2026-12-31'))
  })

  it('är hela dagar av det: radens dagar gånger dagens belopp', () => {
    const bitar = [...land({ fro: 'belopp', personer: 4000, fran: 2023, till: 2025 }).delar()].flatMap((d) => d.bitar)
    const personer = new Map(
      bitar
        .filter((b) => b.register === 'person')
        .flatMap((b) =>
          Array.from(
            { length: b.antal },
            (_, i) =>
              [
                b.varden.person_id![i],
                { inkomst: b.varden.inkomst![i] as number, sysselsattning: b.varden.sysselsattning![i] as number },
              ] as const,
          ),
        ),
    )
    let antal = 0
    for (const b of bitar.filter((x) => x.register === 'utbetalning')) {
      for (let i = 0; i < b.antal; i++) {
        const [forman, fran, tom, netto, kronor] = ['forman', 'fran', 'tom', 'nettodagar', 'belopp'].map(
          (k) => b.varden[k]![i] as number,
        ) as [number, number, number, number, number]
        if (forman === 1) continue
        const dagar = tom - fran + 1
        expect(kronor).toBe(dagar * belopp(personer.get(b.varden.person_id![i])!, netto / 25 / dagar, fran))
        antal++
      }
    }
    expect(antal).toBeGreaterThan(500)
  })
})

import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vardgivareAttGranska, vardgivarnyckel, vardgivarslagning, type Vardgivare } from './vardgivare.ts'

const KLINIKEN: Vardgivare = { id: 'v1', namn: 'Smärtkliniken i Gävle', typ: 'smartrehabilitering', lan: 'Gävleborg' }
const dag = datum('2026-03-02')

describe('vårdgivarregistret', () => {
  it('känner igen ett namn hur det än skrivs, och det som en granskning har lett dit', () => {
    const finn = vardgivarslagning(
      [KLINIKEN],
      [
        { nyckel: 'smärtkl gävle', vardgivare: 'v1' },
        { nyckel: 'hemma hos', vardgivare: null },
      ],
    )
    expect(['SMÄRTKLINIKEN i  Gävle.', 'Smärtkl. Gävle'].map((n) => finn(n)?.id)).toEqual(['v1', 'v1'])
    expect(['hemma hos', 'Annan klinik', ''].map(finn)).toEqual([undefined, undefined, undefined])
  })

  it('frågar om de namn som ingen har sett på, de vanligaste först', () => {
    const skrivna = ['Rygghälsan', 'Rygghälsan', 'rygghälsan ', 'Smärtkliniken i Gävle', 'Hemma', 'Nya kliniken', '  '].map((namn) => ({
      namn,
      dag,
    }))
    expect(vardgivareAttGranska(skrivna, [KLINIKEN], [{ nyckel: 'hemma', vardgivare: null }])).toMatchObject([
      { nyckel: 'rygghälsan', antal: 3, namn: ['Rygghälsan', 'rygghälsan'] },
      { nyckel: 'nya kliniken', antal: 1 },
    ])
  })

  it('ett granskat namn frågas aldrig om igen, och varje namn finns i högst en grupp', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 })), fc.array(fc.string({ maxLength: 12 })), (skrivna, sedda) => {
        const namn = sedda.map((s) => ({ nyckel: vardgivarnyckel(s), vardgivare: null }))
        const kvar = vardgivareAttGranska(
          skrivna.map((x) => ({ namn: x, dag })),
          [],
          namn,
        )
        expect(new Set(kvar.map((g) => g.nyckel)).size).toBe(kvar.length)
        expect(kvar.some((g) => namn.some((n) => n.nyckel === g.nyckel))).toBe(false)
        expect(kvar.reduce((n, g) => n + g.antal, 0)).toBe(
          skrivna.filter((x) => vardgivarnyckel(x) && !namn.some((n) => n.nyckel === vardgivarnyckel(x))).length,
        )
      }),
    )
  })
})

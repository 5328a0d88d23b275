import { historikandel, overlapp, type Individ } from '@atergang/formaner/apr'
import type { Datum } from '@atergang/kalender'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { synligHistorik, synligtOverlapp } from './individer.ts'

const D = (s: string): Datum => s as Datum
const ar = { from: D('2025-01-01'), tom: D('2025-12-31') }
const folk = (n: number, dag: string, fran = 0): Individ[] =>
  Array.from({ length: n }, (_, i) => ({ id: `p${fran + i}`, perioder: [{ from: D(dag), tom: D(dag) }] }))
const historik = (n: number, medSjukpenning: number) =>
  synligHistorik(historikandel(folk(n, '2025-03-03'), folk(medSjukpenning, '2024-03-03'), ar, 'treArFore', D('2026-01-01')))

describe('stödet mot personernas andra ersättningar', () => {
  it('visas när minst fem hade sjukpenning och minst fem inte hade det', () => {
    expect(historik(12, 5)).toMatchObject({ antal: 5, av: 12, andel: 5 / 12, utan: 0, intervall: { niva: 0.95 } })
  })

  it.each([
    [1, 1],
    [1, 0],
    [12, 4],
    [12, 0],
    [12, 8],
    [12, 12],
  ])('döljs när av %i personer %i hade sjukpenning', (n, med) => {
    expect(historik(n, med)).toMatchObject({ antal: null, av: null, andel: null, utan: null, intervall: null })
  })

  it('överlappet visar aldrig ett antal, en rest eller en grupp under fem, hur det än faller ut', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (a, f, fran) => {
        const o = synligtOverlapp(overlapp(folk(a, '2025-03-03'), folk(f, '2025-05-05', fran), { apr: ar, fbsjp: ar }))
        const tal = [
          o.bada,
          o.avApr.av,
          o.avFbsjp.av,
          o.bada === null ? null : o.avApr.av! - o.bada,
          o.bada === null ? null : o.avFbsjp.av! - o.bada,
        ]
        expect(tal.every((x) => x === null) || tal.every((x) => x! >= 5)).toBe(true)
      }),
    )
    expect(synligtOverlapp(overlapp(folk(12, '2025-03-03'), folk(12, '2025-05-05', 6), { apr: ar, fbsjp: ar }))).toMatchObject({
      bada: 6,
      avApr: { antal: 6, av: 12, andel: 0.5 },
      avFbsjp: { antal: 6, av: 12 },
    })
  })
})

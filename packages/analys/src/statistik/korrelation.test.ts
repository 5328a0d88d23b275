import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publiceradTabell } from '@atergang/syntet/forlaga'
import { jamforSamband, tryckskillnader } from '../publicerat.ts'
import { avvikare, fisherIntervall, pearson, pVarde, samband, spearman, stjarnor } from './korrelation.ts'

/** krav Part 3, the recomputed column, with p and the marks. */
const FACIT: readonly (readonly [par: string, r: number, p: number, stjarnor: string])[] = [
  ['FBSJP × KBT och IPT', -0.3644, 0.104, ''],
  ['APR × KBT och IPT', -0.443, 0.044, '**'],
  ['FBSJP × MMR', 0.0706, 0.76, ''],
  ['APR × MMR', 0.1184, 0.61, ''],
  ['FBSJP × anordnare', 0.1827, 0.43, ''],
  ['APR × anordnare', 0.2963, 0.19, ''],
  ['MMR × anordnare', 0.5879, 0.005, '***'],
  ['KBT och IPT × anordnare', -0.3307, 0.14, ''],
  ['FBSJP × APR', 0.384, 0.086, '*'],
  ['FBSJP × APR utan Jämtland', 0.6062, 0.005, '***'],
  ['APR × anordnare, alla län', 0.2963, 0.19, ''],
  ['APR × anordnare utan Jämtland', 0.447, 0.048, '**'],
]

describe('sambanden ur den tryckta tabell 1', () => {
  it.each(FACIT)('%s räknas till %f', (namn, r, p, stjarna) => {
    const j = jamforSamband().find((x) => x.par === namn)!
    expect(Math.abs(j.beraknat.r - r)).toBeLessThan(0.0005)
    expect(Math.abs(j.beraknat.p - p)).toBeLessThan(p < 0.02 ? 0.0006 : p < 0.2 ? 0.006 : 0.006)
    expect(j.beraknat.stjarnor).toBe(stjarna)
    expect(j.beraknat.n).toBe(namn.includes('utan') ? 20 : 21)
  })

  it('har varje publicerat tal inom sitt avrundningsintervall, och det beräknade också', () => {
    for (const j of jamforSamband()) {
      expect(j.inomAvrundning, j.par).not.toBe(false)
      expect(j.beraknat.r, j.par).toBeGreaterThanOrEqual(j.avrundning[0])
      expect(j.beraknat.r, j.par).toBeLessThanOrEqual(j.avrundning[1])
    }
  })
})

describe('det som trycket säger emot sig självt', () => {
  const id = (x: string) => tryckskillnader().filter((t) => t.id === x)
  it('är fyra län i kolumn 2, och inget annat', () => {
    expect(id('X06').map((t) => t.var)).toEqual([
      'Jämtland, kolumn 2',
      'Södermanland, kolumn 2',
      'Värmland, kolumn 2',
      'Västerbotten, kolumn 2',
    ])
  })
  it('är fem markeringar i tabell 2 som inte hör till N = 21', () => {
    expect(
      id('X13')
        .map((t) => t.tryckt)
        .sort(),
    ).toEqual(['0,4466*', '0,4560*', '0,4725*', '0,5671**', '0,6536**'])
  })
  it('är summan av mottagare och Jönköping räknat två gånger', () => {
    expect(id('X04')[0]!.raknat.replace(/\s/g, ' ')).toContain('36 088')
    expect(id('X10')[0]!.raknat.replace(/\s/g, ' ')).toContain('2 227')
  })
  it('är inte tabell 8 och 9, vars markeringar stämmer med sina N', () => {
    const fel = (nr: '8' | '9', n: number): number => {
      let antal = 0
      for (const rad of publiceradTabell(nr)) {
        const namn = Object.keys(rad)
        for (const [i, k] of namn.entries())
          if (k.endsWith('_r')) antal += stjarnor(pVarde(Number(rad[k]), n)) === (rad[namn[i + 1]!] ?? '') ? 0 : 1
      }
      return antal
    }
    expect([fel('8', 21), fel('9', 16)]).toEqual([0, 0])
  })
})

describe('korrelationen', () => {
  const serie = fc
    .array(fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: -1e3, max: 1e3, noNaN: true })), {
      minLength: 4,
      maxLength: 40,
    })
    .filter((s) => new Set(s.map((x) => Math.round(x[0] * 1e3))).size > 2 && new Set(s.map((x) => Math.round(x[1] * 1e3))).size > 2)
  it('är densamma åt båda hållen, ligger i sitt intervall och ändras inte av skala', () => {
    fc.assert(
      fc.property(serie, fc.double({ min: 0.1, max: 50, noNaN: true }), (s, k) => {
        const [x, y] = [s.map((v) => v[0]), s.map((v) => v[1])]
        const a = pearson(x, y)
        expect(pearson(y, x).r).toBeCloseTo(a.r, 9)
        expect(
          pearson(
            x.map((v) => v * k + 7),
            y,
          ).r,
        ).toBeCloseTo(a.r, 6)
        expect(a.p).toBeGreaterThanOrEqual(0)
        expect(a.p).toBeLessThanOrEqual(1)
        expect(a.intervall![0]).toBeLessThanOrEqual(a.r + 1e-12)
        expect(a.intervall![1]).toBeGreaterThanOrEqual(a.r - 1e-12)
      }),
    )
  })
  it('är ett för en rät linje och rangkorrelationen ett för varje stigande', () => {
    expect(pearson([1, 2, 3, 4], [2, 4, 6, 8])).toEqual({ r: 1, n: 4, p: 0, stjarnor: '***', intervall: [1, 1] })
    expect(spearman([1, 2, 3, 4], [1, 10, 100, 1000]).r).toBeCloseTo(1)
  })
  it('räknar rang med lika värden som medelrang', () => {
    expect(spearman([1, 2, 2, 3, 4, 5], [1, 3, 2, 4, 6, 5]).r).toBeCloseTo(16 / Math.sqrt(17 * 17.5), 9)
  })
  it('säger ifrån när den inte kan räknas', () => {
    expect(() => pearson([1, 2], [1, 2])).toThrow(/minst tre par/)
    expect(() => pearson([1, 1, 1], [1, 2, 3])).toThrow(/Alla tal är lika/)
    expect(fisherIntervall(0.5, 3)).toBeNull()
  })
  it('sätter stjärnor vid 0,01, 0,05 och 0,1, inte på gränsen', () => {
    expect([0.0099, 0.01, 0.0499, 0.05, 0.0999, 0.1].map(stjarnor)).toEqual(['***', '**', '**', '*', '*', ''])
  })
})

describe('avvikare', () => {
  const kolumn = (k: string) => publiceradTabell('1').map((r) => Number(r[k]))
  const lan = publiceradTabell('1').map((r) => r.lan!)
  it('är Jämtland i kolumn 8 och inget annat', () => {
    expect(avvikare(kolumn('apr_belopp_per_inv_18_64')).map((i) => lan[i])).toEqual(['Jämtland'])
    expect(avvikare(kolumn('fbsjp_belopp_per_inv_18_64'))).toEqual([])
  })
  it('visas med och utan, och med varningen att områden inte är personer', () => {
    const s = samband(lan, kolumn('fbsjp_belopp_per_inv_18_64'), kolumn('apr_belopp_per_inv_18_64'))
    expect(s.avvikare).toEqual(['Jämtland'])
    expect(s.utanAvvikare!.r).toBeCloseTo(0.6062, 3)
    expect(s.varning).toContain('inte personer')
  })
})

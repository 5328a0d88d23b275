import { LAN } from '@atergang/formaner/apr'
import { describe, expect, it } from 'vitest'
import { Kartfel, lasGranser, ritaKarta } from './geokarta.ts'
import { LANSNAMN, LANSRUTOR } from '../../stod/lansrutor.ts'
import { klassa, TONER } from './lansklasser.ts'

const ruta = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
]
const fil = (namn: readonly string[], egenskap = (n: string): Record<string, unknown> => ({ kod: 1, lnamn: n })) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: namn.map((n, i) => ({
      type: 'Feature',
      properties: egenskap(n),
      geometry: { type: 'Polygon', coordinates: ruta(11 + (i % 5), 55 + Math.floor(i / 5)) },
    })),
  })
const fel = (text: string): string => {
  try {
    lasGranser(text)
  } catch (e) {
    if (e instanceof Kartfel) return e.message
    throw e
  }
  return ''
}

describe('rutnätet', () => {
  it('har de 21 länen, var och en på sin plats', () => {
    expect(LANSRUTOR).toHaveLength(21)
    expect(LANSRUTOR.map((l) => l.namn).sort()).toEqual(Object.values(LAN).sort())
    expect(new Set(LANSRUTOR.map((l) => `${l.rad} ${l.kolumn}`)).size).toBe(21)
    expect(new Set(LANSRUTOR.map((l) => l.bokstav)).size).toBe(21)
  })

  it('delar tal i fem klasser som tillsammans har alla län, och låter dolda stå utanför', () => {
    const varden = LANSNAMN.map((lan, i) => ({ lan, varde: i === 3 ? null : i, text: String(i) }))
    const k = klassa(varden, [], String)
    expect(k.klasser).toHaveLength(TONER.length)
    expect(varden.filter((v) => k.av(v) === null).map((v) => v.lan)).toEqual([LANSNAMN[3]])
    expect(k.av(varden[0]!)!.ton).toBe(TONER[0])
    expect(k.av(varden[20]!)!.ton).toBe(TONER.at(-1))
  })

  it('har text som går att läsa på varje ton (minst 4,5:1)', () => {
    const ljus = (hex: string): number => {
      const [r, g, b] = [1, 3, 5]
        .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number]
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    for (const t of TONER) {
      const [a, b] = [ljus(t.fyllning), ljus(t.text)].sort((x, y) => y - x) as [number, number]
      expect((a + 0.05) / (b + 0.05), t.fyllning).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('egna gränser', () => {
  it('känner länen på namnet, med eller utan ”län”', () => {
    expect([...lasGranser(fil(LANSNAMN)).keys()].sort()).toEqual([...LANSNAMN].sort())
    expect(lasGranser(fil(LANSNAMN, (n) => ({ name: `${n}s län` }))).size).toBe(21)
    expect(lasGranser(fil(LANSNAMN, (n) => ({ name: `${n} län` }))).size).toBe(21)
  })

  it('säger vilka län som saknas, och när filen inte är någon GeoJSON', () => {
    expect(fel(fil(LANSNAMN.filter((l) => l !== 'Gotland')))).toContain('Gotland')
    expect(fel('<kml/>')).toContain('ingen GeoJSON')
    expect(fel('{"type":"Point"}')).toContain('FeatureCollection')
  })

  it('ritar norr uppåt och ryms i höjden', () => {
    const k = ritaKarta(lasGranser(fil(LANSNAMN)), 500)
    expect(k.lan.size).toBe(21)
    for (const l of k.lan.values()) expect([l.x >= 0 && l.x <= k.bredd, l.y >= 0 && l.y <= 500]).toEqual([true, true])
    expect(k.lan.get(LANSNAMN[20]!)!.y).toBeLessThan(k.lan.get(LANSNAMN[0]!)!.y)
  })
})

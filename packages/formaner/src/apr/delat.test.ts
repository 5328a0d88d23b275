import { datum } from '@atergang/kalender'
import { aprAnsokanSenast } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { provOrgnr, provPersonnummer } from '../prov/nummer.ts'
import { anstalldnyckel, visaAnstalld } from './anstalld.ts'
import { lasOrgnr, visaOrgnr } from './orgnr.ts'
import { statistiktyp, stodtyp } from './stodtyp.ts'
import { arLiten, storleksklass } from './storlek.ts'

describe('stödet före och efter den 1 juli 2018', () => {
  it.each([
    ['2013-12-31', undefined],
    ['2014-01-01', 'arbetsplatsnara'],
    ['2018-06-30', 'arbetsplatsnara'],
    ['2018-07-01', 'arbetsplatsinriktat'],
    ['2025-01-01', 'arbetsplatsinriktat'],
  ])('en insats %s hör till %s', (dag, typ) => expect(stodtyp(datum(dag))).toBe(typ))

  it('i den publicerade statistiken ligger brytningen en månad senare', () => {
    expect([statistiktyp(datum('2018-07-31')), statistiktyp(datum('2018-08-01'))]).toEqual(['arbetsplatsnara', 'arbetsplatsinriktat'])
  })
})

it.each([
  [2022, '2023-02-01'],
  [2023, '2024-02-01'],
  [2024, '2025-02-03'],
  [2025, '2026-02-02'],
  [2026, '2027-02-01'],
  [2029, '2030-02-01'],
])('sista dagen för %i är %s: den 1 februari, eller nästa vardag', (ar, dag) => expect(aprAnsokanSenast(ar)).toBe(dag))

describe('numren', () => {
  it('läses hur de än skrivs och visas aldrig helt för en enskild näringsidkare', () => {
    const [o, p] = [provOrgnr(7), provPersonnummer(7)]
    expect([o, o.replace('-', ''), ` ${o} `, `16${o.replace('-', '')}`].map((t) => lasOrgnr(t)?.nyckel)).toEqual(
      Array(4).fill(o.replace('-', '')),
    )
    expect(visaOrgnr(lasOrgnr(o)!)).toBe(o)
    expect([p, p.replace('-', ''), p.slice(2)].map((t) => lasOrgnr(t))).toEqual(
      Array(3).fill({ nyckel: p.slice(2).replace('-', ''), enskild: true }),
    )
    expect(visaOrgnr(lasOrgnr(p)!)).not.toContain(p.slice(-4))
    for (const t of ['', 'abc', '556016-0681', '55601606800', o.slice(0, -1)]) expect(lasOrgnr(t)).toBeUndefined()
  })

  it('på en anställd jämförs som text, men ett personnummer är en person', () => {
    const p = provPersonnummer(7)
    expect(new Set([p, p.replace('-', ''), p.slice(2), ` ${p}`].map(anstalldnyckel)).size).toBe(1)
    expect(new Set(['17', '017', 'A17', 'a17'].map(anstalldnyckel)).size).toBe(4)
    expect([visaAnstalld(p), visaAnstalld('4711')]).toEqual([`${p.slice(0, -4)}xxxx`, '4711'])
  })
})

it('storleken är en klass, okänd när antalet inte är känt', () => {
  expect([0, 9, 10, 49, 50, 249, 250, null].map(storleksklass)).toEqual([
    '0-9',
    '0-9',
    '10-49',
    '10-49',
    '50-249',
    '50-249',
    '250-',
    'okand',
  ])
  expect([storleksklass(49), storleksklass(50), storleksklass(null)].map(arLiten)).toEqual([true, false, false])
})

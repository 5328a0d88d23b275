import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANSNAMNEN, lasInformationsinsats, type Informationsinsats } from './insats.ts'
import { MALGRUPPSKODER, TEMAKODER } from './koder.ts'
import { ROLLBESKRIVNINGAR, rollbeskrivningarFor } from './rollbeskrivning.ts'
import { informationstackning } from './tackning.ts'

const D = datum('2026-03-20')
const insats = (mer: Partial<Informationsinsats> = {}): Informationsinsats => ({
  id: 'a',
  version: 1,
  lage: 'genomford',
  typ: 'mote',
  teman: ['forebyggande'],
  malgrupp: 'primarvard',
  lan: ['Gävleborg'],
  from: datum('2026-02-10'),
  tom: datum('2026-02-10'),
  natta: 10,
  ansvarig: 'Samir Sjö',
  beskrivning: '',
  skal: '',
  av: 'Samir Sjö',
  enhet: '',
  registrerad: D,
  ...mer,
})
const AR = { from: datum('2026-01-01'), tom: datum('2026-12-31') }

describe('en insats', () => {
  it('har länen och ämnena i samma ordning hur de än skrevs', () => {
    const u = lasInformationsinsats(insats({ lan: ['Norrbotten', 'Stockholm'], teman: ['roll', 'forebyggande'] }), {
      skal: '',
      fore: null,
      idag: D,
    })
    expect(u.lan).toEqual(['Stockholm', 'Norrbotten'])
    expect(u.teman).toEqual(['forebyggande', 'roll'])
  })
  it('kan inte ställas in två gånger, men kan planeras på nytt', () => {
    const fore = insats({ lage: 'installd', natta: null, skal: 'Sjuk.' })
    expect(() => lasInformationsinsats(insats({ lage: 'installd', natta: null }), { skal: 'Igen.', fore, idag: D })).toThrow(
      /redan inställd/,
    )
    expect(lasInformationsinsats(insats({ lage: 'planerad', natta: null }), { skal: 'Ny dag.', fore, idag: D }).lage).toBe('planerad')
  })
})

describe('täckningen', () => {
  it('räknar bara genomförda som att någon fick något: en planerad eller inställd hjälper ingen', () => {
    const t = informationstackning([insats({ lage: 'planerad', natta: null }), insats({ id: 'b', lage: 'installd', natta: null })], AR)
    expect(t.utan.malgrupper).toEqual(MALGRUPPSKODER)
    expect(t.utan.lan).toEqual(LANSNAMNEN)
    expect(t.alla).toEqual({ genomforda: 0, planerade: 1, natta: 0, utanAntal: 0 })
  })
  it('tar med en insats som pågår över periodens början, och ingen utanför den', () => {
    const over = insats({ from: datum('2025-12-20'), tom: datum('2026-01-10') })
    expect(informationstackning([over], AR).alla.genomforda).toBe(1)
    expect(informationstackning([over], { from: datum('2026-02-01'), tom: datum('2026-02-01') }).alla.genomforda).toBe(0)
  })

  const enInsats = fc
    .record({
      malgrupp: fc.constantFrom(...MALGRUPPSKODER),
      lan: fc.uniqueArray(fc.constantFrom(...LANSNAMNEN), { minLength: 1 }),
      lage: fc.constantFrom('planerad' as const, 'genomford' as const, 'installd' as const),
      teman: fc.uniqueArray(fc.constantFrom(...TEMAKODER), { minLength: 1 }),
      natta: fc.option(fc.nat(500)),
    })
    .map((x) => insats(x))
  it('stämmer med sig själv: cellerna, raderna och det som saknas säger samma sak', () => {
    fc.assert(
      fc.property(fc.array(enInsats, { maxLength: 30 }), (xs) => {
        const t = informationstackning(xs, AR)
        expect(t.malgrupper.reduce((s, m) => s + m.genomforda, 0)).toBe(t.alla.genomforda)
        expect(t.malgrupper.reduce((s, m) => s + m.natta, 0)).toBe(t.alla.natta)
        for (const [i, c] of t.celler.entries()) expect(c.antal.reduce((a, b) => a + b, 0)).toBe(t.lan[i]!.genomforda)
        expect(t.utan.par + t.celler.flatMap((c) => c.antal).filter((n) => n > 0).length).toBe(t.utan.avPar)
        expect(t.utan.lan).toEqual(t.lan.filter((l) => l.genomforda === 0).map((l) => l.lan))
      }),
    )
  })
})

it('rollbeskrivningen har lagrum på varje rad och en del om Försäkringskassan för varje förmån', () => {
  expect(ROLLBESKRIVNINGAR.map((b) => b.tema)).toEqual(TEMAKODER)
  for (const b of ROLLBESKRIVNINGAR) {
    expect(b.delar.some((d) => d.rubrik.includes('Försäkringskassan'))).toBe(true)
    for (const r of b.delar.flatMap((d) => d.rader)) expect(r.lagrum.length, r.text).toBeGreaterThan(0)
  }
  expect(rollbeskrivningarFor(['roll', 'apr']).map((b) => b.tema)).toEqual(['apr', 'roll'])
})

import { datum, plusDagar } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { RIKTLINJE, RIKTLINJENAMN } from '../../gemensamt/brev/riktlinje.ts'
import { person } from '../../prov/index.ts'

describe('riktlinjen för kommunicerings- och beslutsbrev (D005)', () => {
  it('varje kommuniceringsbrev och beslutsbrev säger vilken version av riktlinjen det är skrivet efter', () => {
    const NEKA = { grad: () => 0.5 }
    const p = person('Anna')
      .sjukFran('2026-01-05')
      .medIntyg({ till: '2026-02-15' })
      .ansoker({ till: '2026-02-15', inkom: '2026-01-20' })
      .handlagg('2026-01-22', NEKA)
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), NEKA)
    expect(p.arende.brev.map((b) => [b.typ, b.mall.riktlinje])).toEqual([
      ['kommunicering', RIKTLINJENAMN],
      ['beslut', RIKTLINJENAMN],
    ])
    expect(RIKTLINJENAMN).toMatch(/version \d+$/)
  })

  it('en fråga till arbetsgivaren är inget sådant brev', () => {
    const p = person('Anna').sjukFran('2026-01-05').medIntyg({ till: '2026-03-31' }).ansoker({ till: '2026-03-31', inkom: '2026-01-20' })
    p.arende.kor(
      { typ: 'begarPlan', data: { text: 'Vad planerar ni?' } },
      { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare' },
      datum('2026-02-10'),
    )
    expect(p.arende.brev.at(-1)!.mall.riktlinje).toBeUndefined()
  })

  it('har ägare och dag, och varje avsnitt vilar på lag', () => {
    expect(RIKTLINJE.agare).not.toBe('')
    for (const a of RIKTLINJE.avsnitt) expect(a.lagrum.length, a.namn).toBeGreaterThan(0)
  })
})

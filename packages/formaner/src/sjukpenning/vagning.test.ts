import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, FARAH, person } from '../prov/index.ts'
import { arendevy } from './vy/index.ts'

const D = datum('2026-03-20')

describe('vägningen av handlingar (A007)', () => {
  const anna = () => person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' })
  const vag = (p: ReturnType<typeof anna>, v: object, av = EVA) =>
    p.arende.kor(
      {
        typ: 'vagHandling',
        vagning: { handlingId: 'intyg-1', beaktad: true, vikt: 'viss', for: ['ratten'], skal: 'Bygger på ett besök.', ...v } as never,
      },
      av,
      D,
    )
  const handling = (p: ReturnType<typeof anna>, id: string) =>
    arendevy(p.arende.lage, p.arende.journal, D).vy.handlingar.find((h) => h.id === id)!

  it('varje handling står med sin vägning, eller som ovägd; ingen måste vägas för beslut', () => {
    const p = anna()
    vag(p, { vikt: 'stor', for: ['ratten', 'rehabiliteringen'] })
    expect(handling(p, 'intyg-1').vagning).toMatchObject({
      beaktad: true,
      vikt: 'stor',
      for: ['ratten', 'rehabiliteringen'],
      skal: 'Bygger på ett besök.',
    })
    expect(handling(p, 'ansokan-2026-03-18-2026-03-02').vagning).toBeNull()
    expect(p.handlagg(D).beslut).toHaveLength(1)
  })

  it('en ny vägning gäller i stället för den gamla, och båda finns i historiken', () => {
    const p = anna()
    vag(p, { vikt: 'stor' })
    vag(p, { beaktad: false, vikt: 'liten', skal: 'Avser en annan skada.' })
    expect(p.arende.lage.vagningar).toHaveLength(1)
    expect(handling(p, 'intyg-1').vagning).toMatchObject({ beaktad: false })
    expect(p.arende.journal.filter((h) => h.data.typ === 'handlingVagd')).toHaveLength(2)
  })

  it('görs av handläggare eller specialist, och bara av en handling som finns i ärendet', () => {
    expect(() => vag(anna(), { handlingId: 'finns-inte' })).toThrow(/finns inte i ärendet/)
    expect(() => vag(anna(), {}, FARAH)).toThrow()
  })
})

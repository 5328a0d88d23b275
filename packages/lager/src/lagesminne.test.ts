import type { Lage } from '@atergang/arende'
import { describe, expect, it } from 'vitest'
import { Lagesminne } from './lagesminne.ts'

const lage = (version: number) => ({ version }) as Lage
const huvud = (n: number) => Buffer.alloc(32, n)

describe('de ärenden servern nyss läst', () => {
  it('läses inte om så länge kedjans huvud är detsamma, och läses om när det är ett annat', () => {
    const m = new Lagesminne()
    expect(m.huvud('a')).toBeNull()
    m.hamta('a', huvud(1), () => lage(1))
    expect(m.hamta('a', huvud(1), () => lage(99))!.version).toBe(1)
    expect(m.hamta('a', huvud(2), () => lage(2))!.version).toBe(2)
    expect(m.huvud('a')).toEqual(huvud(2))
  })
  it('är ett begränsat antal: det som legat längst orört släpps först', () => {
    const m = new Lagesminne()
    m.minns('rört', huvud(1), lage(1))
    m.minns('orört', huvud(1), lage(1))
    for (let i = 0; i < 198; i++) m.minns(`x${i}`, huvud(1), lage(1))
    m.hamta('rört', huvud(1), () => null)
    m.minns('ny', huvud(1), lage(1))
    expect(m.huvud('rört')).not.toBeNull()
    expect(m.huvud('orört')).toBeNull()
  })
})

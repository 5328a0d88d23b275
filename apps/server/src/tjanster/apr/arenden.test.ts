import type { Lage } from '@atergang/arende'
import { describe, expect, it } from 'vitest'
import { somAnordnarfall, somApr, somRond } from './arenden.ts'

const lage = (forman: string) => ({ arende: { forman } }) as Lage

describe('ett ärende läses som det det är', () => {
  it('och ett annat slag är ett tydligt fel, inte ett tomt svar', () => {
    expect(somApr(lage('apr')).arende.forman).toBe('apr')
    expect(() => somApr(lage('aprKontroll'))).toThrow('Ärendet gäller inte arbetsplatsinriktat rehabiliteringsstöd.')
    expect(() => somRond(lage('apr'))).toThrow('Ärendet gäller inte en omgång av efterkontroll.')
    expect(() => somAnordnarfall(lage('apr'))).toThrow('Ärendet gäller inte godkännande av anordnare.')
  })
})

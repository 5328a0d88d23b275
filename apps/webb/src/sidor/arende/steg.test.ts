import { describe, expect, it } from 'vitest'
import { fullstandighet } from './steg.ts'

const steg = (...status: Parameters<typeof fullstandighet>[0][number]['status'][]) => fullstandighet(status.map((s) => ({ status: s })))

describe('hur långt ärendet har kommit (D009)', () => {
  it('räknar de steg som är avgjorda, uppfyllda eller inte, av dem som gäller ärendet', () => {
    expect(steg('uppfyllt', 'ejUppfyllt', 'fraga', 'vantar', 'avvaktar', 'ejAktuellt')).toEqual({ klara: 2, alla: 5 })
    expect(steg('uppfyllt', 'uppfyllt')).toEqual({ klara: 2, alla: 2 })
    expect(steg('ejAktuellt')).toEqual({ klara: 0, alla: 0 })
  })
})

import { describe, expect, it } from 'vitest'
import { efterat, sammandrag, sammandragstext } from './liknande.ts'

describe('tidigare lika fall', () => {
  it('räknas ihop: hur många som godkändes, och hur det gick när det är känt', () => {
    const s = sammandrag([
      { utfall: 'godkandOchBeviljad', fullfoljd: 'ja' },
      { utfall: 'delvisGodkand', fullfoljd: 'nej' },
      { utfall: 'ejGodkand', fullfoljd: 'pagar' },
      { utfall: 'godkandEjBeviljad', fullfoljd: 'okant' },
    ])
    expect(s).toEqual({ antal: 4, godkanda: 3, fullfoljda: 1, kanda: 2 })
    expect(sammandragstext(s)).toBe(
      '4 lika fall i hela landet: 3 godkända helt eller delvis, 1 inte. Av de 2 där det är känt hur det gick fullföljdes 1.',
    )
  })

  it('utan fall sägs det, och det okända sägs vara okänt', () => {
    expect(sammandragstext(sammandrag([]))).toBe('Inga lika fall finns i landet än.')
    expect(sammandragstext(sammandrag([{ utfall: 'ejGodkand', fullfoljd: 'okant' }]))).toContain('är inte känt i något')
    expect(efterat({ fullfoljd: 'okant' })).toContain('inte känt')
  })
})

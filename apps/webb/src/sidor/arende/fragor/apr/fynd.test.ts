import { expect, it } from 'vitest'
import { fyndsvaret } from './fynd.ts'

it('en rätt kostnad skickas i öre, och bara när kostnaden var för hög', () => {
  expect(
    fyndsvaret(
      ['a', 'b'],
      [
        { kod: 'kostnadForHog', rattKostnad: 6_000.5, text: 'Krediterad.' },
        { kod: 'ingetFel', rattKostnad: 1, text: '' },
      ],
    ),
  ).toEqual({
    rader: [
      { radId: 'a', kod: 'kostnadForHog', text: 'Krediterad.', rattKostnad: 600_050 },
      { radId: 'b', kod: 'ingetFel', text: '' },
    ],
  })
})

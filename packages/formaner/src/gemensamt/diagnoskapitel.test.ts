import { expect, it } from 'vitest'
import { diagnoskapitel } from './diagnoskapitel.ts'

it('en diagnos hör till sitt kapitel, också på kapitlets gränser', () => {
  for (const [kod, kapitel] of [
    ['F432', 'F00–F99'],
    ['M545', 'M00–M99'],
    ['D48', 'C00–D48'],
    ['D50', 'D50–D89'],
    ['H599', 'H00–H59'],
    ['H60', 'H60–H95'],
    ['T98', 'S00–T98'],
    ['U071', 'U00–U99'],
    ['y98', 'V01–Y98'],
  ] as const)
    expect(diagnoskapitel([kod]), kod).toEqual([kapitel])
})
it('ett ärende med flera diagnoser räknas en gång i varje kapitel, och en kod som inte är någon räknas inte', () => {
  expect(diagnoskapitel(['M545', 'F432', 'F329', 'D49', 'H97', 'smärta', ''])).toEqual(['F00–F99', 'M00–M99'])
})

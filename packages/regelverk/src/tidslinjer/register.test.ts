import { describe, expect, it } from 'vitest'
import * as tidslinjer from './index.ts'

describe('registret över tidslinjernas funktioner', () => {
  it('har varje funktion som lämnas ut, och inga andra, så att täckningen hittar dess paragrafer', () => {
    const funktioner = Object.entries(tidslinjer).flatMap(([namn, v]) => (typeof v === 'function' ? [namn] : []))
    expect(tidslinjer.tidslinjefunktioner.map((f) => f.namn).sort()).toEqual(funktioner.sort())
  })
})

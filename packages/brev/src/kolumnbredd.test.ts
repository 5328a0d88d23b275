import { describe, expect, it } from 'vitest'
import { kolumnbredder } from './kolumnbredd.ts'

const vanster = (rubrik: string) => ({ rubrik })
const hoger = (rubrik: string) => ({ rubrik, hoger: true })
const lang = 'ord '.repeat(80).trim()

describe('kolumnernas bredd', () => {
  it('talkolumner tar den plats de behöver, resten delas efter textens längd', () => {
    // 374 − (6·5 + 8) for the numbers = 336. Longest words: ”februari–1” 58, ”hel”/”Del” 23. The text that is longer gets the rest.
    const { bred, kolumner } = kolumnbredder({
      kolumner: [vanster('Period'), vanster('Del'), hoger('Kronor')],
      rader: [['17 februari–1 mars', 'hel', '994']],
    })
    expect(bred).toBe(false)
    expect(kolumner).toEqual([
      { vikt: 313, avstava: false },
      { vikt: 23, avstava: false },
      { vikt: 0, avstava: false },
    ])
  })

  it('en mycket lång text svälter inte ut sin granne: varje kolumn rymmer sitt längsta ord', () => {
    const { kolumner } = kolumnbredder({ kolumner: [vanster('Vad'), vanster('Varför')], rader: [['Rehabiliteringsersättning', lang]] })
    expect(kolumner[0]!.vikt).toBeGreaterThanOrEqual(25 * 5 + 8)
    expect(kolumner.some((k) => k.avstava)).toBe(false)
  })

  it('bara ord delar lika efter ordens längd', () => {
    const { kolumner } = kolumnbredder({ kolumner: [vanster('Dag'), vanster('Sak')], rader: [['a', 'b']] })
    expect(kolumner.map((k) => k.vikt)).toEqual([187, 187])
  })

  it('tabellen går ut i marginalen när orden annars inte får plats, och avstavar först när inte det räcker', () => {
    const med = (ord: string) => kolumnbredder({ kolumner: ['A', 'B', 'C', 'D'].map(vanster), rader: [[ord, ord, ord, ord]] })
    expect(med('sjukskrivning')).toMatchObject({ bred: false }) // 4 · 73 = 292
    expect(med('arbetsplatsinriktat')).toMatchObject({ bred: true, kolumner: Array(4).fill({ avstava: false }) }) // 4 · 103 = 412
    expect(med('rehabiliteringsersättning')).toMatchObject({ bred: true, kolumner: Array(4).fill({ avstava: true }) }) // 4 · 133 = 532
  })

  it('många breda talkolumner får också ge sig', () => {
    const kolumner = ['Sjukpenning före skatt', 'Arbetsskadelivränta', 'Rehabiliteringspenning'].map(hoger)
    expect(kolumnbredder({ kolumner: [vanster('Månad'), ...kolumner], rader: [['mars', '1', '2', '3']] }).kolumner).toEqual(
      Array(4).fill({ vikt: 0, avstava: true }),
    )
  })
})

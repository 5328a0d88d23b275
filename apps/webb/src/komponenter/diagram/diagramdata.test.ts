import { describe, expect, it } from 'vitest'
import { radbryt } from './bildfil.ts'
import { placera } from './etiketter.ts'
import {
  armarken,
  diagramrader,
  kolumnstaplar,
  om,
  overAr,
  ritningar,
  serier,
  urTabell,
  type Tabell,
  type Tabellcell,
} from './diagramdata.ts'

const kolumn = (id: string, enhet = 'procent') => ({
  id,
  rubrik: id,
  enhet,
  decimaler: 1,
  definition: { population: 'alla i länet', fonster: '2018', taljare: `antal ${id}`, namnare: 'alla', enhet, kalla: 'MiDAS' },
})
const tabell = (kolumner: string[], rader: [string[], Tabellcell[]][], skydd: Tabell['skydd'] = null): Tabell => ({
  id: 't',
  rubrik: 'Rubriken',
  kalla: 'rapporten',
  nycklar: ['Län'],
  kolumner: kolumner.map((k) => kolumn(k)),
  rader: rader.map(([nyckel, celler]) => ({ nyckel, celler })),
  anmarkningar: [],
  urval: { period: '2018', omraden: null },
  skydd,
})

describe('ett diagram ur en tabell', () => {
  it('bryter linjen där ett år är dolt, i stället för att dra den rakt över', () => {
    const d = overAr(
      tabell(['2016', '2017', '2018'], [[['Kalmar'], [{ varde: 1 }, { varde: null, dold: 'liten' }, { varde: 3 }]]]),
      ['Kalmar'],
      [],
    )
    expect(d.punkter.map((p) => [p.x, p.y])).toEqual([
      [2016, 1],
      [2017, null],
      [2018, 3],
    ])
    expect(diagramrader(d).rader[1]).toEqual(['Kalmar 2017', 'Kalmar', 2017, null])
  })

  it('sätter märkena på sin plats bland åren: ett år ligger kring sin mitt, och det som ligger utanför åren tas inte med', () => {
    const marke = (fran: string, tom: string | null) => ({ namn: 'm', fran, tom, text: `${fran}` })
    const m = armarken(
      [marke('2018-01-01', '2018-12-31'), marke('2019-07-02', null), marke('2030-01-01', null), marke('2000-01-01', '2016-12-31')],
      [2017, 2018, 2019],
    )
    expect(m.map((x) => [x.bokstav, x.fran, x.tom])).toEqual([
      ['A', 2017.5, 2018.5],
      ['B', expect.closeTo(2019, 2), null],
    ])
  })

  it('ritar aldrig ett dolt tal', () => {
    const d = kolumnstaplar(tabell(['F', 'M'], [[['Kalmar'], [{ varde: null, dold: 'skyddad' }, { varde: 7 }]]]), ['F', 'M'])
    expect(d.punkter.map((p) => [p.serie, p.x])).toEqual([
      ['F', null],
      ['M', 7],
    ])
  })

  it('säger vad som räknas, av vilka, varifrån och vad som är dolt, en gång var', () => {
    const t = tabell(['F'], [], { dolda: 2, text: 'Två är dolda.' })
    expect(om(t, ['F', 'F'])).toEqual([
      'F: Antal F, delat med alla (procent). Gäller alla i länet. Källa: MiDAS.',
      'Period: 2018. Uppställning: rapporten.',
      'Två är dolda.',
    ])
  })

  it('tratten märker den som ligger utanför den yttersta gränsen', () => {
    const t = tabell(
      ['vantade', 'kvot', 'u', 'o'],
      [
        [['A'], [{ varde: 10 }, { varde: 1.1 }, { varde: 0.5 }, { varde: 1.5 }]],
        [['B'], [{ varde: 20 }, { varde: 2 }, { varde: 0.6 }, { varde: 1.4 }]],
      ],
    )
    const d = urTabell(t, { typ: 'tratt', rubrik: 'r', tabell: 't', x: 'vantade', y: 'kvot', granser: [['u', 'o']], ingenSkillnad: 1 })!
    expect(d.punkter.map((p) => [p.namn, p.markt])).toEqual([
      ['A', false],
      ['B', true],
    ])
  })

  it('före och efter blir två ringar på en rad, överlevnad en trappa med intervall', () => {
    const par = urTabell(tabell(['fore', 'efter'], [[['Kvinnor'], [{ varde: 40 }, { varde: 30 }]]]), {
      typ: 'fore_efter',
      rubrik: 'r',
      tabell: 't',
      x: 'nyckel:0',
      y: 'efter',
      serie: 'fore',
    })!
    expect(par.typ).toBe('par')
    expect(par.punkter.map((p) => [p.namn, p.serie, p.x])).toEqual([
      ['Kvinnor', 'fore', 40],
      ['Kvinnor', 'efter', 30],
    ])
    const kurva = urTabell(
      tabell(['dag', 'andel', 'fran', 'till'], [[['små'], [{ varde: 30 }, { varde: 80 }, { varde: 78 }, { varde: 82 }]]]),
      { typ: 'kurva', rubrik: 'r', tabell: 't', x: 'dag', y: 'andel', undre: 'fran', ovre: 'till', serie: 'nyckel:0' },
    )!
    expect([kurva.typ, serier(kurva), kurva.punkter[0]]).toEqual([
      'trappa',
      ['små'],
      { namn: 'små', serie: 'små', x: 30, y: 80, undre: 78, ovre: 82 },
    ])
  })

  it('serier över tid med egna enheter får var sitt diagram', () => {
    const t = tabell(
      ['varde', 'enhet'],
      [
        [
          ['A', '2017'],
          [{ varde: 1 }, { varde: 'dagar' }],
        ],
        [
          ['A', '2018'],
          [{ varde: 2 }, { varde: 'dagar' }],
        ],
        [
          ['B', '2017'],
          [{ varde: 7000 }, { varde: 'procent' }],
        ],
      ],
    )
    const d = ritningar(t, { typ: 'tidsserie', rubrik: 'r', tabell: 't', x: 'nyckel:1', y: 'varde', serie: 'nyckel:0' })
    expect(d.map((x) => [x.rubrik, x.ynamn, x.punkter.map((p) => p.x)])).toEqual([
      ['A', 'Dagar', [2017, 2018]],
      ['B', 'Procent', [2017]],
    ])
  })

  it('en tabell utan tal att visa blir inget diagram', () => {
    expect(
      urTabell(tabell(['a'], [[['x'], [{ varde: null, dold: 'liten' }]]]), {
        typ: 'stapel',
        rubrik: 'r',
        tabell: 't',
        x: 'nyckel:0',
        y: 'a',
      }),
    ).toBeNull()
  })

  it('radbrytningen tappar inga ord', () => {
    const t = 'Utbetald förebyggande sjukpenning delat med invånare 18–64 år'
    expect(radbryt(t, 20).join(' ')).toBe(t)
    expect(Math.max(...radbryt(t, 20).map((r) => r.length))).toBeLessThanOrEqual(20)
  })
})

describe('namn vid punkter', () => {
  it('ligger aldrig på varandra, och de viktigaste får plats först', () => {
    const alla = Array.from({ length: 30 }, (_, i) => ({ namn: `Västernorrland ${i}`, serie: '', x: (i % 6) / 6, y: (i * 7) % 11 }))
    const e = placera(alla, alla, 500, 300)
    expect(e.length).toBeGreaterThan(3)
    expect(e.length).toBeLessThan(30)
    expect(e[0]!.punkt).toBe(alla[0])
  })
})

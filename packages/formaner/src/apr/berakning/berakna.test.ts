import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { provOrgnr, provPersonnummer } from '../../prov/nummer.ts'
import { berakna, kvarAvTaken, rakna, type Ansokanssvar } from './berakna.ts'
import { lasAnsokningar, type AprAnsokan, type Insatsrad } from './indata.ts'

const rad = (anstalld: string, kostnad: number, delar: Partial<Insatsrad> = {}): Insatsrad => ({
  anstalld,
  kostnad,
  datum: datum('2025-05-05'),
  anordnareGodkand: true,
  ...delar,
})
const ansokan = (id: string, rader: readonly Insatsrad[], delar: Partial<AprAnsokan> = {}): AprAnsokan => ({
  id,
  orgnr: provOrgnr(1),
  inkom: datum('2025-06-02'),
  kostnadsar: 2025,
  rader,
  ...delar,
})
const svaren = (...a: AprAnsokan[]): readonly Ansokanssvar[] => berakna(a).ansokningar
const belopp = (s: Ansokanssvar): number[] => s.rader.map((r) => r.belopp)
/** `n` employees whose costs together fill what is asked of the employer's ceiling. */
const fyller = (kronor: number): Insatsrad[] => Array.from({ length: kronor / 10_000 }, (_, i) => rad(`fyll-${i}`, 20_000))

describe('beloppet för en insats', () => {
  it.each([
    [8_000, 4_000],
    [8_001, 4_000],
    [8_001.98, 4_000],
    [8_002, 4_001],
    [0.5, 0],
    [1.99, 0],
    [2, 1],
    [19_999.99, 9_999],
    [20_000, 10_000],
  ])('är hälften av %d kr, nedåt till hela kronor: %i kr', (kostnad, ger) => {
    expect(svaren(ansokan('a', [rad('anna', kostnad)]))[0]!.rader).toEqual([
      { anstalld: 'anna', belopp: ger, begransadAv: 'halva', skal: null },
    ])
  })

  it('är högst det som är kvar av 10 000 kr för den anställda', () => {
    const [s] = svaren(ansokan('a', [rad('anna', 14_000), rad('anna', 14_000), rad('anna', 14_000), rad('bo', 14_000)]))
    expect(s!.rader.map((r) => [r.belopp, r.begransadAv])).toEqual([
      [7_000, 'halva'],
      [3_000, 'anstalld'],
      [0, 'anstalld'],
      [7_000, 'halva'],
    ])
    expect(s).toMatchObject({ beslut: 'delvis', belopp: 17_000, skal: null })
  })

  it('är högst det som är kvar av 200 000 kr för arbetsgivaren, mitt i en ansökan', () => {
    const [forsta, andra] = svaren(
      ansokan('a', fyller(190_000)),
      ansokan('b', [rad('anna', 12_000), rad('bo', 12_000), rad('cai', 12_000)], { inkom: datum('2025-06-03') }),
    )
    expect(forsta).toMatchObject({ beslut: 'beviljas', belopp: 190_000 })
    expect(andra!.rader.map((r) => [r.belopp, r.begransadAv])).toEqual([
      [6_000, 'halva'],
      [4_000, 'arbetsgivare'],
      [0, 'arbetsgivare'],
    ])
  })

  it('säger det tak som sänkte det sist: arbetsgivarens före den anställdas', () => {
    const [, b] = svaren(
      ansokan('a', fyller(190_000)),
      ansokan('b', [rad('anna', 6_000), rad('anna', 30_000)], { inkom: datum('2025-06-03') }),
    )
    expect(b!.rader.map((r) => [r.belopp, r.begransadAv])).toEqual([
      [3_000, 'halva'],
      [7_000, 'anstalld'],
    ])
    const [, c] = svaren(
      ansokan('a', fyller(190_000)),
      ansokan('c', [rad('bo', 8_000), rad('anna', 30_000)], { inkom: datum('2025-06-03') }),
    )
    expect(c!.rader.map((r) => [r.belopp, r.begransadAv])).toEqual([
      [4_000, 'halva'],
      [6_000, 'arbetsgivare'],
    ])
  })

  it('är noll med taket som skäl när taket är slut: ansökan avslås utan avslagskod', () => {
    const [, b] = svaren(ansokan('a', fyller(200_000)), ansokan('b', [rad('anna', 5_000)], { inkom: datum('2025-06-03') }))
    expect(b).toEqual({
      id: 'b',
      beslut: 'avslag',
      belopp: 0,
      skal: null,
      rader: [{ anstalld: 'anna', belopp: 0, begransadAv: 'arbetsgivare', skal: null }],
    })
    const [, c] = svaren(ansokan('a', [rad('anna', 20_000)]), ansokan('c', [rad('anna', 5_000)], { inkom: datum('2025-06-03') }))
    expect(c).toMatchObject({ beslut: 'avslag', rader: [{ belopp: 0, begransadAv: 'anstalld' }] })
  })
})

describe('taken', () => {
  it('gäller den anställda hos varje arbetsgivare för sig', () => {
    const s = svaren(ansokan('a', [rad('anna', 20_000)]), ansokan('b', [rad('anna', 20_000)], { orgnr: provOrgnr(2) }))
    expect(s.map((x) => x.belopp)).toEqual([10_000, 10_000])
  })

  it('gäller kalenderåret: ett nytt år är ett nytt utrymme', () => {
    const s = svaren(
      ansokan('a', [rad('anna', 20_000)]),
      ansokan('b', [rad('anna', 20_000, { datum: datum('2024-05-05') })], { kostnadsar: 2024, inkom: datum('2025-01-31') }),
    )
    expect(s.map((x) => x.belopp)).toEqual([10_000, 10_000])
  })

  it('gäller samma arbetsgivare hur organisationsnumret än skrivs', () => {
    const nr = provOrgnr(1)
    const s = svaren(
      ansokan('a', [rad('anna', 20_000)]),
      ansokan('b', [rad('anna', 20_000)], { orgnr: nr.replace('-', '') }),
      ansokan('c', [rad('anna', 20_000)], { orgnr: `16${nr.replace('-', '')}` }),
    )
    expect(s.map((x) => x.belopp)).toEqual([10_000, 0, 0])
  })

  it('gäller samma person hur personnumret än skrivs, men skiljer på egna beteckningar', () => {
    const p = provPersonnummer(3)
    const [s] = svaren(
      ansokan('a', [rad(p, 12_000), rad(p.replace('-', ''), 12_000), rad(p.slice(2), 12_000), rad('17', 12_000), rad('017', 12_000)]),
    )
    expect(belopp(s!)).toEqual([6_000, 4_000, 0, 6_000, 6_000])
  })

  it('gäller en enskild näringsidkare på personnumret', () => {
    const p = provPersonnummer(5)
    const s = svaren(
      ansokan('a', [rad('anna', 20_000)], { orgnr: p }),
      ansokan('b', [rad('anna', 20_000)], { orgnr: p.slice(2).replace('-', '') }),
    )
    expect(s.map((x) => x.belopp)).toEqual([10_000, 0])
  })
})

describe('ordningen', () => {
  it('är den dag ansökan kom in, sedan filens ordning; svaren kommer i samma ordning', () => {
    const s = svaren(
      ansokan('sen', [rad('anna', 16_000)], { inkom: datum('2025-09-01') }),
      ansokan('forst', [rad('anna', 16_000)], { inkom: datum('2025-02-01') }),
      ansokan('sammaDag', [rad('anna', 16_000)], { inkom: datum('2025-02-01') }),
    )
    expect(s.map((x) => [x.id, x.belopp])).toEqual([
      ['forst', 8_000],
      ['sammaDag', 2_000],
      ['sen', 0],
    ])
  })

  it('rör inte det som redan är beslutat: en tidig ansökan som registreras sent får det som är kvar', () => {
    const tidig = ansokan('tidig', [rad('anna', 16_000)], { inkom: datum('2025-02-01') })
    const beslutad = ansokan('beslutad', [rad('anna', 16_000)], { inkom: datum('2025-03-01') })
    expect(rakna([beslutad, tidig]).map((x) => [x.id, x.belopp])).toEqual([
      ['tidig', 8_000],
      ['beslutad', 2_000],
    ])
    expect(rakna([beslutad, tidig], new Map([['beslutad', [8_000]]])).map((x) => [x.id, x.belopp])).toEqual([
      ['tidig', 2_000],
      ['beslutad', 8_000],
    ])
  })
})

describe('en rad avslås', () => {
  const ett = (a: AprAnsokan) => svaren(a)[0]!

  it('när anordnaren inte var godkänd den dagen: resten beviljas', () => {
    expect(ett(ansokan('a', [rad('anna', 8_000), rad('bo', 8_000, { anordnareGodkand: false })]))).toEqual({
      id: 'a',
      beslut: 'delvis',
      belopp: 4_000,
      skal: null,
      rader: [
        { anstalld: 'anna', belopp: 4_000, begransadAv: 'halva', skal: null },
        { anstalld: 'bo', belopp: 0, begransadAv: null, skal: 'anordnareEjGodkand' },
      ],
    })
  })

  it('när insatsen gjordes ett annat år än ansökan gäller', () => {
    expect(ett(ansokan('a', [rad('anna', 8_000, { datum: datum('2024-12-31') })]))).toEqual({
      id: 'a',
      beslut: 'avslag',
      belopp: 0,
      skal: 'felAr',
      rader: [{ anstalld: 'anna', belopp: 0, begransadAv: null, skal: 'felAr' }],
    })
  })

  it.each([
    // 1 februari 2025 är en lördag: måndagen den 3 är sista dagen. 2026 en söndag, 2024 en torsdag.
    [2024, '2025-02-03', 'beviljas', null],
    [2024, '2025-02-04', 'avslag', 'forSent'],
    [2025, '2026-02-02', 'beviljas', null],
    [2025, '2026-02-03', 'avslag', 'forSent'],
    [2023, '2024-02-01', 'beviljas', null],
    [2023, '2024-02-02', 'avslag', 'forSent'],
  ])('när en ansökan för %i kommer in %s: %s', (ar, inkom, beslut, skal) => {
    expect(ett(ansokan('a', [rad('anna', 8_000, { datum: datum(`${ar}-05-05`) })], { kostnadsar: ar, inkom: datum(inkom) }))).toMatchObject(
      { beslut, skal, rader: [{ skal }] },
    )
  })

  it('säger det som gäller hela ansökan först, sedan året, sedan anordnaren', () => {
    const fel = { anordnareGodkand: false, datum: datum('2023-05-05') }
    expect(ett(ansokan('a', [rad('anna', 8_000, fel)], { inkom: datum('2026-03-01') })).skal).toBe('forSent')
    expect(ett(ansokan('a', [rad('anna', 8_000, fel)])).skal).toBe('felAr')
    expect(ett(ansokan('a', [rad('anna', 8_000, fel), rad('bo', 8_000, { anordnareGodkand: false })]))).toMatchObject({
      beslut: 'avslag',
      skal: null,
      rader: [{ skal: 'felAr' }, { skal: 'anordnareEjGodkand' }],
    })
  })

  it('tar inget av taken', () => {
    const s = svaren(
      ansokan('a', [rad('anna', 20_000, { anordnareGodkand: false }), rad('anna', 20_000)]),
      ansokan('b', [rad('bo', 20_000)], { inkom: datum('2026-03-01') }),
    )
    expect(s.map((x) => x.belopp)).toEqual([10_000, 0])
  })
})

it('säger vad som är kvar av taken medan en ansökan skrivs', () => {
  const k = kvarAvTaken(rakna([ansokan('a', [...fyller(190_000), rad('anna', 8_000)])]), provOrgnr(1), 2025)
  expect([k.arbetsgivare, k.anstalld('anna'), k.anstalld('fyll-0'), k.anstalld('ny')]).toEqual([6_000, 6_000, 0, 6_000])
  expect(kvarAvTaken([], provOrgnr(1), 2026).arbetsgivare).toBe(200_000)
})

describe('en fil med fel', () => {
  const fel = (v: unknown): Record<string, string> => {
    try {
      lasAnsokningar(v)
    } catch (e) {
      return Object.fromEntries((e as { falt: { falt: string; text: string }[] }).falt.map((f) => [f.falt, f.text]))
    }
    return {}
  }
  const hel = {
    id: 'a',
    orgnr: provOrgnr(1),
    inkom: '2025-06-02',
    kostnadsar: 2025,
    rader: [{ anstalld: 'anna', kostnad: 100, datum: '2025-05-05', anordnareGodkand: true }],
  }

  it('läses när allt är rätt', () => expect(lasAnsokningar([hel])).toHaveLength(1))

  it('namnger varje felaktig rad med sin väg, i filens ordning, och inget annat', () => {
    const f = fel([
      {
        ...hel,
        id: '',
        inkom: '2025-02-30',
        orgnr: '556016-0681',
        rader: [
          { ...hel.rader[0], kostnad: 0 },
          { ...hel.rader[0], kostnad: -5 },
          { ...hel.rader[0], anstalld: ' ' },
          { ...hel.rader[0], datum: '25-05-05' },
          hel.rader[0],
        ],
      },
      { ...hel, rader: [] },
      { ...hel, rader: [{ ...hel.rader[0], kostnad: 10.005, anordnareGodkand: 'ja' }] },
      { ...hel, id: 'b', kostnadsar: '2025' },
    ])
    expect(Object.keys(f)).toEqual([
      '0.id',
      '0.inkom',
      '0.orgnr',
      '0.rader.0.kostnad',
      '0.rader.1.kostnad',
      '0.rader.2.anstalld',
      '0.rader.3.datum',
      '1.rader',
      '2.id',
      '2.rader.0.anordnareGodkand',
      '2.rader.0.kostnad',
      '3.kostnadsar',
    ])
    expect(Object.values(f).every((t) => t.length > 10)).toBe(true)
  })

  it('skriver aldrig ut ett personnummer', () => {
    const p = provPersonnummer(1)
    expect(JSON.stringify(fel([{ ...hel, orgnr: `${p.slice(0, -1)}${(Number(p.at(-1)) + 1) % 10}` }]))).not.toContain(p.slice(0, 8))
  })

  it('är en lista och inget annat', () => {
    for (const v of [{}, null, 'x', 5]) expect(Object.keys(fel(v))).toEqual([''])
    expect(Object.keys(fel([5, null]))).toEqual(['0', '1'])
  })

  it('säger att beloppen före den 1 juli 2018 inte är kända', () => {
    expect(
      fel([
        {
          ...hel,
          kostnadsar: 2018,
          inkom: '2018-12-01',
          rader: [
            { ...hel.rader[0], datum: '2018-06-30' },
            { ...hel.rader[0], datum: '2018-07-01' },
          ],
        },
      ]),
    ).toEqual({ '0.rader.0.datum': expect.stringContaining('arbetsplatsnära stöd') })
    expect(Object.keys(fel([{ ...hel, kostnadsar: 2017 }]))).toEqual(['0.kostnadsar'])
  })
})

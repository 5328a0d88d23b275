import { atergivning, lagrum } from '@atergang/regelverk'
import { paragraftext } from '@atergang/regelverk/lagtext'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ateranvandningstext,
  avslagsskalen,
  ERSATTNINGAR,
  ersattningOm,
  exempel,
  lasLagrumslista,
  METODSTOD,
  perDiagnos,
  rakna,
  utanPersonnummer,
  vagledningarFranBorjan,
  type Praxisfall,
} from './index.ts'
import { harPersonnummer } from '../gemensamt/personnummer.ts'

const finns = (kort: string): boolean => paragraftext(lagrum(kort)) !== undefined || atergivning(lagrum(kort)) !== undefined

describe('frågebanken: aldrig om en person', () => {
  it.each([
    '800101-9801',
    '8001019801',
    '19800101-9801',
    '198001019801',
    '800101+9801',
    '800101–9801',
    '19800161-9801',
    '800101 9801',
    '(800101-9801)',
  ])('”%s” ser ut som ett personnummer', (t) => expect(harPersonnummer(`Vad gäller för ${t}?`)).toBe(true))
  it.each([
    '27 kap. 6 §',
    'lag (1991:1047)',
    'dnr 2021/000353',
    '2019-06-20',
    '5560004615',
    '20 000 kr och 10 000 kr',
    '003575:2018',
    'HFD 2019 ref. 42',
    '123456789012345',
  ])('”%s” gör det inte', (t) => expect(harPersonnummer(`Se ${t}.`)).toBe(false))
  it('ett personnummer döljs inte av text omkring', () => {
    const bokstaver = fc.string({ unit: fc.constantFrom(...'abcåäö .,?!('), maxLength: 30 })
    fc.assert(
      fc.property(
        bokstaver,
        bokstaver,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom('', '-', '+'),
        (a, b, m, d, tecken) => harPersonnummer(`${a}1980${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${tecken}9801${b}`),
      ),
    )
  })
  it('säger i vilka fält', () =>
    expect(utanPersonnummer({ rubrik: 'ok', fraga: '800101-9801', skal: undefined }).map((f) => f.falt)).toEqual(['fraga']))
})

describe('paragrafer som människor skriver dem', () => {
  it('läser kort form, utskriven form och förvaltningslagen, en gång var, och ger tillbaka det som inte är en paragraf', () => {
    expect(lasLagrumslista('27:6, 27 kap. 6 §; FL 25\n25 § förvaltningslagen, 28 a kap. 8 §, hej')).toEqual({
      lagrum: ['27:6', 'FL 25', '28 a:8'],
      okanda: ['hej'],
    })
    expect(lasLagrumslista(' , ')).toEqual({ lagrum: [], okanda: [] })
  })
})

describe('registren bygger bara på det som finns i källorna', () => {
  it('varje paragraf i dem har ord i huset eller återges i en rapport', () => {
    const alla = [
      ...vagledningarFranBorjan.flatMap((v) => v.lagrum),
      ...Object.values(ERSATTNINGAR).flatMap((e) => [...e.villkor.lagrum, ...e.ansokan.lagrum]),
      ...[...METODSTOD.steg, ...Object.values(METODSTOD.fragor)].flatMap((s) => s.lagrum),
    ]
    expect([...new Set(alla)].filter((l) => !finns(l))).toEqual([])
  })
  it('varje ersättning har båda delarna, och vilken påminnelse eller information som talar om den', () => {
    for (const e of Object.values(ERSATTNINGAR))
      expect([e.villkor.text, e.villkor.kalla, e.ansokan.text, e.ansokan.kalla].every((t) => t.length > 5)).toBe(true)
    expect(ersattningOm('overgang')).toBe(ERSATTNINGAR.andraErsattningar)
    for (const amne of ['anmalningsskyldighet', 'toString']) expect(ersattningOm(amne)).toBeUndefined()
  })
  it('en vägledning utan dag i källorna säger det i sin anmärkning', () => {
    for (const v of vagledningarFranBorjan.filter((x) => !x.beslutad)) expect(v.anmarkning, v.id).toMatch(/står inte i källorna/)
  })
})

describe('praxis', () => {
  let nr = 0
  const fall = (mer: Partial<Praxisfall> = {}): Praxisfall => ({
    id: `f${++nr}`,
    beslutsdag: `2026-01-${String((nr % 28) + 1).padStart(2, '0')}` as Praxisfall['beslutsdag'],
    behandling: 'kbt',
    diagnoser: ['F432'],
    utfall: 'godkandOchBeviljad',
    skal: [],
    fmr: false,
    fullfoljd: 'ja',
    ...mer,
  })
  const nekad = (mer: Partial<Praxisfall> = {}) => fall({ utfall: 'ejGodkand', skal: ['ingenEvidens'], fullfoljd: 'pagar', ...mer })

  it('räknar utfall, rådgivare och hur det gick bara där det är känt', () => {
    expect(rakna([fall(), fall({ utfall: 'delvisGodkand', fullfoljd: 'nej' }), nekad({ fmr: true })])).toEqual({
      alla: 3,
      godkanda: 2,
      ejGodkanda: 1,
      fmr: 1,
      kanda: 2,
      fullfoljda: 1,
    })
  })
  it('ett fall med två diagnoser ur samma grupp räknas en gång i gruppen', () => {
    expect(perDiagnos([fall({ diagnoser: ['F432', 'F438A', 'M545'] }), fall()]).map((d) => [d.diagnos, d.rakning.alla])).toEqual([
      ['F43', 2],
      ['M54', 1],
    ])
  })
  it('har skälen ur dem som inte godkändes, vanligast först', () => {
    expect(avslagsskalen([nekad(), nekad({ skal: ['ingenEvidens', 'ingenRisk', 'ingenRisk'] }), fall({ skal: ['ingenRisk'] })])).toEqual([
      { skal: 'ingenEvidens', antal: 2 },
      { skal: 'ingenRisk', antal: 1 },
    ])
  })
  it('visar ett bifall och ett avslag intill varandra, hur många bifall det än finns, och aldrig samma fall två gånger', () => {
    const alla = [...Array.from({ length: 12 }, () => fall()), nekad()]
    expect(new Set(exempel(alla, 4).map((e) => e.utfall))).toEqual(new Set(['godkandOchBeviljad', 'ejGodkand']))
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), fc.integer({ min: 1, max: 10 }), (xs, n) => {
        const valda = exempel(
          xs.map((x) => (x ? fall() : nekad())),
          n,
        )
        expect(valda).toHaveLength(Math.min(n, xs.length))
        expect(new Set(valda.map((e) => e.id)).size).toBe(valda.length)
      }),
    )
  })
})

it('återanvändningen sägs i ord', () => {
  expect([
    ateranvandningstext({ franArende: 0, hjalpte: 0 }),
    ateranvandningstext({ franArende: 1, hjalpte: 2 }),
    ateranvandningstext({ franArende: 0, hjalpte: 1 }),
  ]).toEqual(['Inte använd än', 'Öppnad 1 gång från ärenden, har hjälpt 2 kollegor', 'Inte öppnad från något ärende, har hjälpt 1 kollega'])
})

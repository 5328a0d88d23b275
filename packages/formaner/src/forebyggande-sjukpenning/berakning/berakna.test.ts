import { Domanfel } from '@atergang/arende'
import { datumFranDagnummer, plusDagar, veckodag, type Datum } from '@atergang/kalender'
import { allaLagrum, allaNoder, lagrumstext } from '@atergang/regelverk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VECKODAGAR } from '../tid/arbetsdag.ts'
import { beraknaForebyggande, type Forebyggandesvar } from './berakna.ts'
import { lasForebyggandefil } from './fil.ts'

interface Rad {
  datum: string
  start: string
  behandlingMin: number
  forberedelseMin: number
  resaMin?: number
  efterMin?: number
  resaDitMin?: number
  resaHemMin?: number
}

const HELTID = { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 }
const fil = (tillfallen: readonly Rad[], mer: Record<string, unknown> = {}) => ({
  sgi: 300_000,
  arsarbetstid: 1980,
  niva: 'normal',
  arbetslos: false,
  arbetstid: HELTID,
  arbetsstart: '08:00',
  tillfallen,
  ...mer,
})
const rakna = (underlag: unknown): Forebyggandesvar => beraknaForebyggande(lasForebyggandefil(underlag).underlag)
const rad = (datum: string, start: string, behandlingMin: number, resaMin = 0, mer: Partial<Rad> = {}): Rad => ({
  datum,
  start,
  behandlingMin,
  forberedelseMin: 0,
  resaMin,
  ...mer,
})
const kort = (s: Forebyggandesvar) => s.dagar.map((d) => [d.datum, d.hindradeMinuter, d.andel, d.belopp])
const texten = (s: Forebyggandesvar, i = 0): string =>
  allaNoder(s.dagar[i]!.forklaring)
    .map((n) => `${n.text ?? ''} ${n.rakning ?? ''}`)
    .join('\n')
const fel = (underlag: unknown): Domanfel => {
  try {
    rakna(underlag)
  } catch (e) {
    if (e instanceof Domanfel) return e
    throw e
  }
  throw new Error('Underlaget borde ha nekats.')
}

describe('tiden som behandlingen hindrar (27 kap. 7 §, HFD 2019 ref. 42)', () => {
  it.each<[string, Rad, Record<string, unknown>, number, number]>([
    // 2026-03-03 is a Tuesday: 480 minutes, 08:00–16:00
    ['två timmar är precis en fjärdedel', rad('2026-03-03', '10:00', 120), {}, 120, 0.25],
    ['en minut mindre når inte upp', rad('2026-03-03', '10:00', 119), {}, 119, 0],
    ['resan gör skillnaden mellan inget och en fjärdedel', rad('2026-03-03', '10:00', 60, 60), {}, 120, 0.25],
    ['förberedelse och tid efteråt räknas', rad('2026-03-03', '10:00', 60, 0, { forberedelseMin: 40, efterMin: 20 }), {}, 120, 0.25],
    ['en halv dag', rad('2026-03-03', '12:00', 240), {}, 240, 0.5],
    ['tre fjärdedelar', rad('2026-03-03', '08:00', 360), {}, 360, 0.75],
    ['nästan hela dagen är tre fjärdedelar, aldrig avrundat uppåt', rad('2026-03-03', '08:01', 479), {}, 479, 0.75],
    ['hela dagen', rad('2026-03-03', '07:00', 600), {}, 480, 1],
    ['udda resa: halva nedåt dit, resten hem', rad('2026-03-03', '08:30', 60, 61), {}, 30 + 60 + 31, 0.25],
    ['resan dit före arbetsdagen räknas inte', rad('2026-03-03', '08:00', 60, 120), {}, 120, 0.25],
    ['resan åt varje håll när den är angiven', rad('2026-03-03', '09:00', 60, 90, { resaDitMin: 10, resaHemMin: 80 }), {}, 150, 0.25],
    ['bara resan dit angiven: resten är hem', rad('2026-03-03', '09:00', 60, 90, { resaDitMin: 10 }), {}, 150, 0.25],
    ['bara resan hem angiven: resten är dit', rad('2026-03-03', '15:00', 60, 90, { resaHemMin: 90 }), {}, 60, 0],
    [
      'lunchen är ingen arbetstid och dagen slutar så mycket senare',
      rad('2026-03-03', '11:30', 60),
      { lunch: { start: '12:00', min: 30 } },
      30,
      0,
    ],
    ['med lunch slutar dagen 16:30', rad('2026-03-03', '14:30', 180), { lunch: { start: '12:00', min: 30 } }, 120, 0.25],
    [
      'en lunch efter arbetsdagens slut ändrar inget',
      rad('2026-03-03', '08:00', 60),
      { arbetstid: { ...HELTID, tis: 3 }, lunch: { start: '12:00', min: 30 } },
      60,
      0.25,
    ],
    ['kvällstid', rad('2026-03-03', '18:00', 120), {}, 0, 0],
    ['lördag utan arbetstid', rad('2026-03-07', '10:00', 120), {}, 0, 0],
  ])('%s', (_namn, r, mer, minuter, andel) => {
    expect(kort(rakna(fil([r], mer)))[0]!.slice(1, 3)).toEqual([minuter, andel])
  })

  it('två tillfällen samma dag läggs ihop, och samma minut räknas en gång', () => {
    // The way home from the first and the way to the second overlap by 15 minutes.
    const s = rakna(fil([rad('2026-03-03', '09:00', 60, 60), rad('2026-03-03', '10:45', 60, 60)]))
    expect(s.dagar[0]!.hindradeMinuter).toBe(225) // 08:30–10:30 and 10:15–12:15, the 15 in both once
    expect(texten(s)).toContain('räknas en gång (15 minuter)')
  })

  it('en rad för varje datum, i datumordning, också när dagen ger noll', () => {
    expect(
      rakna(fil([rad('2026-03-10', '10:00', 120), rad('2026-03-03', '10:00', 30), rad('2026-03-05', '10:00', 120)])).dagar.map((d) => [
        d.datum,
        d.andel,
      ]),
    ).toEqual([
      ['2026-03-03', 0],
      ['2026-03-05', 0.25],
      ['2026-03-10', 0.25],
    ])
  })
})

describe('beloppet (28 kap.)', () => {
  // 300 000 × 0,97 × 0,8 = 232 800; ÷ 1 980 = 117,58 → 118 kr an hour
  it.each<[string, Rad[], Record<string, unknown>, (number | null)[]]>([
    ['en ensam dag: timkvot × timmar × andel', [rad('2026-03-03', '10:00', 120)], {}, [236]], // 118 × 8 × 0,25
    ['fortsättningsnivå: 218 250 ÷ 1 980 = 110,23 → 110', [rad('2026-03-03', '10:00', 240)], { niva: 'fortsattning' }, [440]],
    ['ensam dag på 7,5 timmar: halv timme uppåt till 8', [rad('2026-03-03', '10:00', 240)], { arbetstid: { ...HELTID, tis: 7.5 } }, [472]],
    ['ensam dag på 7,4 timmar: nedåt till 7', [rad('2026-03-03', '10:00', 240)], { arbetstid: { ...HELTID, tis: 7.4 } }, [413]], // 118 × 7 × 0,5
    [
      'tre dagar i följd med samma andel: timmarna läggs ihop och avrundas en gång',
      [rad('2026-03-03', '08:00', 240), rad('2026-03-04', '08:00', 240), rad('2026-03-05', '08:00', 240)],
      { arbetstid: { ...HELTID, tis: 7.4, ons: 7.4, tor: 7.4 } },
      [433, 433, 433],
    ], // 22,2 → 22 h; 118 × 22 ÷ 3 × 0,5 = 432,67
    [
      'olika andelar i samma period räknas var för sig',
      [rad('2026-03-03', '08:00', 240), rad('2026-03-04', '08:00', 480), rad('2026-03-05', '08:00', 240)],
      { arbetstid: { ...HELTID, tis: 7.4, ons: 7.4, tor: 7.5 } },
      [443, 826, 443],
    ], // 14,9 → 15 h ÷ 2 × 118 × 0,5 = 442,5; 7,4 → 7 h
    [
      'en dag på noll bryter perioden',
      [rad('2026-03-03', '08:00', 240), rad('2026-03-04', '08:00', 60), rad('2026-03-05', '08:00', 240)],
      { arbetstid: { ...HELTID, tis: 7.4, ons: 7.4, tor: 7.5 } },
      [413, 0, 472],
    ],
    [
      'arbetslös: kalenderdag, inget tak på 543 kr',
      [rad('2026-03-03', '08:00', 480), rad('2026-03-04', '10:00', 120)],
      { arbetslos: true, sgi: 588_000, arsarbetstid: undefined },
      [1250, 313],
    ],
    ['under golvet 24 procent av prisbasbeloppet: 0 kr, andelen står kvar', [rad('2026-03-03', '08:00', 240)], { sgi: 14_200 }, [0]], // 0,24 × 59 200 = 14 208
    ['ingen SGI alls', [rad('2026-03-03', '08:00', 240)], { sgi: null }, [0]],
    ['över taket: 10 prisbasbelopp', [rad('2026-03-03', '08:00', 480)], { arbetslos: true, sgi: 900_000 }, [1259]], // 592 000 × 0,776 ÷ 365 = 1 258,61
    ['prisbasbeloppet efter 2026 är inte känt', [rad('2027-03-02', '08:00', 240)], {}, [null]],
  ])('%s', (_namn, rader, mer, belopp) => {
    const s = rakna(fil(rader, mer))
    expect(s.dagar.map((d) => d.belopp)).toEqual(belopp)
    expect(s.summa).toBe(belopp.includes(null) ? null : belopp.reduce((n: number, b) => n + b!, 0))
  })

  it('utan SGI blir beloppet 0 men andelen står kvar, och förklaringen säger varför', () => {
    const s = rakna(fil([rad('2026-03-03', '08:00', 240)], { sgi: 0 }))
    expect(kort(s)).toEqual([['2026-03-03', 240, 0.5, 0]])
    expect(texten(s)).toContain('Ingen sjukpenninggrundande inkomst kan fastställas')
    expect(allaLagrum(s.dagar[0]!.forklaring).map(lagrumstext)).toContain('25 kap. 3 § andra stycket 3')
  })

  it.each<[string, Record<string, unknown>, number, number]>([
    ['ingen SGI', { sgi: null }, 120, 0.25],
    ['en inkomst på 0 kronor', { sgi: 0 }, 120, 0.25],
    ['en inkomst under golvet (25 kap. 3 §)', { sgi: 5000 }, 120, 0.25],
    ['ingen dag som når en fjärdedel', { sgi: 300_000 }, 30, 0],
  ])('årsarbetstiden behövs inte med %s: 0 kronor, andelen står kvar', (_namn, mer, minuter, andel) => {
    for (const arsarbetstid of [undefined, null, 0])
      expect(kort(rakna(fil([rad('2026-03-03', '10:00', minuter)], { ...mer, arsarbetstid })))).toEqual([['2026-03-03', minuter, andel, 0]])
  })

  it('före balken är lagen inte känd: minuterna står kvar, andel och belopp är okända, och de andra dagarna räknas', () => {
    const s = rakna(fil([rad('2010-03-02', '10:00', 120), rad('2026-03-03', '10:00', 120)]))
    expect(kort(s)).toEqual([
      ['2010-03-02', 120, null, null],
      ['2026-03-03', 120, 0.25, 236],
    ])
    expect(s.summa).toBeNull()
    expect(s.saknas!.join()).toMatch(/före 2011-01-01/)
    expect(s.dagar[0]!.forklaring).toMatchObject({ utfall: 'oklart' })
    expect(s.dagar[0]!.forklaring.text).toMatch(/120 av 480 minuter\. Andelen och beloppet kan inte räknas: .*före 2011-01-01/)
  })

  it('från och med dag 15 i en obruten följd räknas kalenderdagen också för den anställda', () => {
    const allaDagar = { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 8, son: 8 }
    const rader = Array.from({ length: 16 }, (_, i) => rad(plusDagar('2026-03-02' as Datum, i), '08:00', 480))
    const s = rakna(fil(rader, { arbetstid: allaDagar }))
    expect(s.dagar.map((d) => d.belopp)).toEqual([...Array<number>(14).fill(944), 638, 638]) // 118 × 8; 232 800 ÷ 365 = 637,81
    expect(texten(s, 14)).toContain('Från och med dag 15')
  })

  it('en behandlingsdag i veckan blir aldrig en följd: varje dag är en egen sjukperiod', () => {
    const rader = Array.from({ length: 20 }, (_, i) => rad(plusDagar('2026-03-03' as Datum, 7 * i), '08:00', 240))
    expect(new Set(rakna(fil(rader)).dagar.map((d) => d.belopp))).toEqual(new Set([472]))
  })

  it('det som saknas sägs, i stället för ett belopp', () => {
    const s = rakna(fil([rad('2027-03-02', '08:00', 240)]))
    expect(s.saknas!.join()).toMatch(/Prisbasbeloppet är inte känt efter 2026-12-31/)
    expect(rakna(fil([rad('2021-03-02', '08:00', 240)], { arbetslos: true })).saknas!.join()).toMatch(/inte känd före 2022-01-01/)
  })

  it('timkvoten avrundas till hel krona med 50 öre uppåt, årsarbetstiden till hel timme', () => {
    // 100 000 × 0,776 = 77 600; ÷ 1 600 = 48,50 → 49; × 8 h
    expect(rakna(fil([rad('2026-03-03', '08:00', 480)], { sgi: 100_000, arsarbetstid: 1600 })).summa).toBe(392)
    expect(rakna(fil([rad('2026-03-03', '08:00', 480)], { sgi: 100_000, arsarbetstid: 1599.5 })).summa).toBe(392)
    expect(rakna(fil([rad('2026-03-03', '08:00', 480)], { sgi: 100_000, arsarbetstid: 1601 })).summa).toBe(384)
  })
})

describe('förklaringen', () => {
  it('bär paragraf, minuter, klockslag och räkning i varje led', () => {
    const s = rakna(fil([rad('2026-03-03', '10:00', 60, 91, { forberedelseMin: 10 })], { lunch: { start: '12:00', min: 30 } }))
    const t = texten(s)
    for (const del of [
      'Klockan 08:00–12:00 och 12:30–16:30',
      '10:00 − 10 min förberedelse − 45 min resa dit = 09:05',
      '11:00 + 0 min efteråt + 46 min resa hem = 11:46',
      'en fjärdedel 120',
      'HFD 2019 ref. 42',
      'Ingen dag intill',
    ])
      expect(t).toContain(del)
    const lagrum = allaLagrum(s.dagar[0]!.forklaring).map(lagrumstext)
    for (const l of [
      '27 kap. 7 §',
      '27 kap. 45 §',
      '27 kap. 26 § första stycket 2',
      '27 kap. 28 § första stycket',
      '28 kap. 13 § 1',
      '28 kap. 16 §',
      '28 kap. 7 §',
    ])
      expect(lagrum).toContain(l)
    for (const n of allaNoder(s.dagar[0]!.forklaring)) expect(n.lagrum.length, n.namn).toBeGreaterThan(0)
  })

  it('säger att tillfället ligger utanför arbetstiden, helt eller delvis', () => {
    expect(texten(rakna(fil([rad('2026-03-03', '18:00', 60)])))).toContain(
      'Tillfället ligger utanför arbetstiden. Det antecknas men ersätts inte.',
    )
    expect(texten(rakna(fil([rad('2026-03-03', '15:30', 60)])))).toContain('30 minuter ligger utanför arbetstiden och räknas inte.')
    expect(texten(rakna(fil([rad('2026-03-07', '10:00', 60)])))).toContain('Det finns ingen arbetstid den dagen.')
    expect(texten(rakna(fil([rad('2026-03-03', '18:00', 60)], { arbetslos: true })))).toContain('utanför tiden för att söka arbete')
  })

  it('säger att resan är längre än dagen, och räknar bara det som ligger i dygnet', () => {
    const s = rakna(fil([rad('2026-03-03', '12:00', 60, 500)]))
    expect(kort(s)[0]!.slice(1, 3)).toEqual([480, 1]) // 07:50–17:10 covers the whole day
    expect(texten(s)).toContain('Resan (500 minuter) är längre än arbetsdagen (480 minuter)')
    const over = rakna(fil([rad('2026-03-03', '10:00', 60, 1600)]))
    expect(kort(over)[0]!.slice(1, 3)).toEqual([480, 1])
    expect(texten(over)).toContain('Resan går över midnatt')
  })
})

describe('det som inte kan stämma nekas, med rad och fält', () => {
  const falten = (underlag: unknown) => fel(underlag).falt.map((f) => f.falt)
  const en = (mer: Record<string, unknown>) => fil([{ ...rad('2026-03-03', '10:00', 60), ...mer } as Rad])
  it.each<[string, unknown, string[]]>([
    [
      'två behandlingar samtidigt: båda raderna',
      fil([rad('2026-03-03', '10:00', 60), rad('2026-03-04', '10:00', 60), rad('2026-03-03', '10:59', 30)]),
      ['tillfallen.0.start', 'tillfallen.2.start'],
    ],
    [
      'samma rad två gånger',
      fil([rad('2026-03-03', '10:00', 60), rad('2026-03-03', '10:00', 60)]),
      ['tillfallen.0.start', 'tillfallen.1.start'],
    ],
    ['behandling över midnatt', fil([rad('2026-03-03', '23:30', 60)]), ['tillfallen.0.behandlingMin']],
    ['resa dit före midnatt', fil([rad('2026-03-03', '00:30', 60, 80)]), ['tillfallen.0.start']],
    ['resa hem efter midnatt', fil([rad('2026-03-03', '10:00', 60), rad('2026-03-03', '23:00', 30, 100)]), ['tillfallen.1.start']],
    ['negativa minuter', en({ behandlingMin: -5 }), ['tillfallen.0.behandlingMin']],
    ['minuter med decimaler', en({ resaMin: 12.5 }), ['tillfallen.0.resaMin']],
    ['minuter som text', en({ forberedelseMin: '10' }), ['tillfallen.0.forberedelseMin']],
    ['saknad restid', en({ resaMin: undefined }), ['tillfallen.0.resaMin']],
    ['resan dit längre än resan', en({ resaMin: 20, resaDitMin: 30 }), ['tillfallen.0.resaDitMin']],
    ['ett datum som inte finns', en({ datum: '2026-02-30' }), ['tillfallen.0.datum']],
    ['ett klockslag som inte finns', en({ start: '25:00' }), ['tillfallen.0.start']],
    [
      'flera fel på flera rader',
      fil([{ ...rad('2026-03-03', '10:00', 1), efterMin: -1 }, { ...rad('2026-03-04', '9:00', 1.5) }]),
      ['tillfallen.0.efterMin', 'tillfallen.1.start', 'tillfallen.1.behandlingMin'],
    ],
    ['arbetsdagen går över midnatt', fil([rad('2026-03-03', '10:00', 60)], { arbetsstart: '20:00' }), ['arbetstid.tis']],
    ['arbetstiden okänd den veckodagen', fil([rad('2026-03-03', '10:00', 60)], { arbetstid: { man: 8 } }), ['arbetstid.tis']],
    ['årsarbetstid saknas för den anställda', fil([rad('2026-03-03', '10:00', 120)], { arsarbetstid: undefined }), ['arsarbetstid']],
    ['årsarbetstiden är noll för den anställda', fil([rad('2026-03-03', '10:00', 120)], { arsarbetstid: 0 }), ['arsarbetstid']],
    [
      'alla dåliga rader på en gång: en som inte kan läsas, två som krockar, en över midnatt',
      fil([
        rad('2026-03-03', '08:00', 60, -1),
        rad('2026-03-04', '10:00', 60),
        rad('2026-03-04', '10:30', 60),
        rad('2026-03-05', '23:50', 60),
      ]),
      ['tillfallen.0.resaMin', 'tillfallen.1.start', 'tillfallen.2.start', 'tillfallen.3.behandlingMin'],
    ],
    [
      'en rad vars datum inte finns döljer inte att två andra krockar',
      fil([rad('2024-02-30', '08:00', 60), rad('2026-03-04', '10:00', 60), rad('2026-03-04', '10:30', 60)]),
      ['tillfallen.0.datum', 'tillfallen.1.start', 'tillfallen.2.start'],
    ],
    [
      'en rad som bara delvis kan läsas krockar ändå',
      fil([rad('2026-03-04', '10:00', 60, 12.5), rad('2026-03-04', '10:30', 60)]),
      ['tillfallen.0.resaMin', 'tillfallen.0.start', 'tillfallen.1.start'],
    ],
    [
      'fel i resten av filen döljer inte raderna, och raderna inte resten',
      fil([rad('2026-03-03', '08:00', 60, -1), rad('2026-03-05', '23:50', 60)], { sgi: 'tre', arbetstid: { man: 8 } }),
      ['sgi', 'tillfallen.0.resaMin', 'tillfallen.1.behandlingMin'],
    ],
    ['en rad som inte är ett objekt', fil([null as never, rad('2026-03-05', '23:50', 60)]), ['tillfallen.0', 'tillfallen.1.behandlingMin']],
    ['okänd nivå', fil([], { niva: 'hög' }), ['niva']],
    ['sgi saknas', fil([], { sgi: undefined }), ['sgi']],
    ['inga tillfällen angivna', { ...fil([]), tillfallen: undefined }, ['tillfallen']],
    ['ingen fil alls', null, ['']],
  ])('%s', (_namn, underlag, forvantat) => {
    expect(falten(underlag)).toEqual(forvantat)
    for (const f of fel(underlag).falt) expect(f.text).toMatch(/[a-zåäö]{3}/)
  })

  it('raderna nämns med sin plats i filen, också när en rad före inte kan läsas', () => {
    const f = fel(fil([null as never, rad('2026-03-04', '10:00', 60), rad('2026-03-04', '10:30', 60)]))
    expect(f.falt.find((x) => x.falt === 'tillfallen.1.start')!.text).toContain('på rad 3 (tillfallen.2)')
  })

  it('en veckodag utan tillfällen behöver inte rymmas i dygnet', () => {
    expect(kort(rakna(fil([rad('2026-03-03', '10:00', 120)], { arbetstid: { ...HELTID, fre: 20 } })))).toEqual([
      ['2026-03-03', 120, 0.25, 236],
    ])
  })

  it('behandlingar som bara möts krockar inte', () => {
    expect(kort(rakna(fil([rad('2026-03-03', '10:00', 60), rad('2026-03-03', '11:00', 60)])))[0]!.slice(1, 3)).toEqual([120, 0.25])
  })

  it('ett felstavat fält sägs i stället för att tyst räknas bort', () => {
    expect(lasForebyggandefil(en({ efterMinuter: 10 })).varningar).toEqual([
      'Fältet tillfallen.0.efterMinuter känns inte igen och har inte använts.',
    ])
    expect(lasForebyggandefil({ ...fil([]), lon: 1, arbetstid: { ...HELTID, mandag: 8 } }).varningar).toHaveLength(2)
  })
})

// --- properties, against an oracle that looks at one minute at a time ---------------------------------

const kvart = (m: number): string => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
const enRad: fc.Arbitrary<Rad> = fc
  .record({
    dag: fc.integer({ min: 0, max: 40 }),
    start: fc.integer({ min: 240, max: 1070 }),
    behandlingMin: fc.integer({ min: 0, max: 200 }),
    forberedelseMin: fc.integer({ min: 0, max: 60 }),
    resaMin: fc.integer({ min: 0, max: 120 }),
    efterMin: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    dit: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    hem: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  })
  .map(({ dag, start, dit, hem, efterMin, ...r }) => ({
    ...r,
    datum: datumFranDagnummer(20_500 + dag),
    start: kvart(start),
    ...(efterMin === undefined ? {} : { efterMin }),
    ...(dit === undefined ? {} : { resaDitMin: Math.min(dit, r.resaMin) }),
    ...(hem === undefined ? {} : { resaHemMin: dit === undefined ? Math.min(hem, r.resaMin) : hem }),
  }))
const timmar = fc.constantFrom(0, 3, 4, 6, 7.4, 7.5, 7.75, 8, 9)
const schema = fc.record({
  arbetstid: fc.record({ man: timmar, tis: timmar, ons: timmar, tor: timmar, fre: timmar, lor: timmar, son: timmar }),
  start: fc.integer({ min: 300, max: 780 }),
  lunch: fc.option(fc.record({ start: fc.integer({ min: 300, max: 900 }), min: fc.integer({ min: 0, max: 60 }) }), { nil: undefined }),
})
const arbUnderlag = fc
  .record({
    rader: fc.array(enRad, { maxLength: 24 }),
    schema,
    sgi: fc.integer({ min: 0, max: 700_000 }),
    arsarbetstid: fc.integer({ min: 200, max: 2300 }),
    niva: fc.constantFrom('normal', 'fortsattning'),
    arbetslos: fc.boolean(),
  })
  .map((u) => ({
    ...u,
    rader: utanKrock(u.rader),
    fil: fil(utanKrock(u.rader), {
      sgi: u.sgi,
      arsarbetstid: u.arsarbetstid,
      niva: u.niva,
      arbetslos: u.arbetslos,
      arbetstid: u.schema.arbetstid,
      arbetsstart: kvart(u.schema.start),
      ...(u.schema.lunch ? { lunch: { start: kvart(u.schema.lunch.start), min: u.schema.lunch.min } } : {}),
    }),
  }))

const minut = (t: string): number => Number(t.slice(0, 2)) * 60 + Number(t.slice(3))
/** Keeps the rows whose treatment does not run into one kept before it. */
const utanKrock = (rader: readonly Rad[]): Rad[] =>
  rader.reduce<Rad[]>(
    (ut, r) =>
      ut.some(
        (x) =>
          x.datum === r.datum &&
          minut(x.start) < minut(r.start) + r.behandlingMin + 1 &&
          minut(r.start) < minut(x.start) + x.behandlingMin + 1,
      )
        ? ut
        : [...ut, r],
    [],
  )

type Underlag = typeof arbUnderlag extends fc.Arbitrary<infer T> ? T : never

/** Walks every minute of the day: working or not, taken by an occasion or not. */
function minutForMinut(u: Underlag, datum: string): { hindrade: number; arbete: number; andel: number } {
  let kvar = Math.round(u.schema.arbetstid[VECKODAGAR[veckodag(datum as Datum) - 1]!] * 60)
  const arbete = kvar
  let hindrade = 0
  for (let m = u.schema.start; kvar > 0; m++) {
    const { lunch } = u.schema
    if (lunch && m >= lunch.start && m < lunch.start + lunch.min) continue
    kvar--
    if (u.rader.some((r) => r.datum === datum && upptagen(r, m))) hindrade++
  }
  const andel = arbete === 0 ? 0 : [1, 0.75, 0.5, 0.25, 0].find((a) => hindrade >= a * arbete)!
  return { hindrade, arbete, andel }
}

function upptagen(r: Rad, m: number): boolean {
  const resa = r.resaMin!
  const dit = r.resaDitMin ?? (r.resaHemMin === undefined ? Math.floor(resa / 2) : resa - r.resaHemMin)
  const hem = r.resaHemMin ?? resa - dit
  return m >= minut(r.start) - r.forberedelseMin - dit && m < minut(r.start) + r.behandlingMin + (r.efterMin ?? 0) + hem
}

/** Half up of a quotient of whole numbers. */
const narmast = (t: bigint, n: bigint): bigint => (2n * t + n) / (2n * n)

/** The amounts in whole numbers, straight from the words of 28 kap. 7, 10, 13–16 §§. */
function belopp(u: Underlag): number[] {
  const datum = [...new Set(u.rader.map((r) => r.datum))].sort()
  const dagar = datum.map((d) => ({ d, ...minutForMinut(u, d) }))
  const sgi = u.sgi * 100 < 24 * 59_200 ? 0 : Math.floor(Math.min(u.sgi, 592_000) / 100) * 100
  const underlag = BigInt(sgi) * 97n * (u.niva === 'normal' ? 80n : 75n) // ten thousandths of a krona
  const period = (d: string): string[] => {
    const [ut, ersatta] = [[d], new Set(dagar.filter((x) => x.andel > 0).map((x) => x.d))]
    while (ersatta.has(plusDagar(ut[0] as Datum, -1))) ut.unshift(plusDagar(ut[0] as Datum, -1))
    while (ersatta.has(plusDagar(ut.at(-1) as Datum, 1))) ut.push(plusDagar(ut.at(-1) as Datum, 1))
    return ut
  }
  return dagar.map(({ d, andel }) => {
    if (andel === 0) return 0
    const fjardedelar = BigInt(andel * 4)
    const p = period(d)
    if (u.arbetslos || p.indexOf(d) >= 14) return Number(narmast(underlag * fjardedelar, 365n * 10_000n * 4n))
    const timkvot = narmast(underlag, BigInt(u.arsarbetstid) * 10_000n)
    const lika = dagar.filter((x) => x.andel === andel && p.slice(0, 14).includes(x.d))
    const timmarna = narmast(BigInt(lika.reduce((n, x) => n + x.arbete, 0)), 60n)
    return Number(narmast(timkvot * timmarna * fjardedelar, BigInt(lika.length) * 4n))
  })
}

describe('egenskaper', () => {
  it('stämmer minut för minut och krona för krona med ett fristående facit', () => {
    fc.assert(
      fc.property(arbUnderlag, (u) => {
        const s = rakna(u.fil)
        expect(s.dagar.map((d) => [d.datum, d.hindradeMinuter, d.andel])).toEqual(
          [...new Set(u.rader.map((r) => r.datum))].sort().map((d) => [d, minutForMinut(u, d).hindrade, minutForMinut(u, d).andel]),
        )
        expect(s.dagar.map((d) => d.belopp)).toEqual(belopp(u))
        expect(s.summa).toBe(s.dagar.reduce((n, d) => n + d.belopp!, 0))
      }),
      { numRuns: 300 },
    )
  })

  it('minuterna blir aldrig mer än en hel dag, och beloppet aldrig mer än hel sjukpenning', () => {
    fc.assert(
      fc.property(arbUnderlag, (u) => {
        for (const d of rakna(u.fil).dagar) {
          const { arbete } = minutForMinut(u, d.datum)
          expect(d.hindradeMinuter).toBeLessThanOrEqual(arbete)
          expect(d.andel).toBeLessThanOrEqual(1)
          expect(d.andel! * arbete).toBeLessThanOrEqual(d.hindradeMinuter)
        }
      }),
    )
  })

  it('tillfällenas ordning spelar ingen roll, inte ens i förklaringen', () => {
    fc.assert(
      fc.property(
        arbUnderlag.chain((u) => fc.tuple(fc.constant(u), fc.shuffledSubarray(u.rader, { minLength: u.rader.length }))),
        ([u, blandade]) => {
          expect(rakna({ ...u.fil, tillfallen: blandade })).toEqual(rakna(u.fil))
        },
      ),
    )
  })

  it('ett tillfälle mindre höjer aldrig någon dags minuter eller andel', () => {
    fc.assert(
      fc.property(
        arbUnderlag.filter((u) => u.rader.length > 0).chain((u) => fc.tuple(fc.constant(u), fc.nat(u.rader.length - 1))),
        ([u, bort]) => {
          const fore = new Map(rakna(u.fil).dagar.map((d) => [d.datum, d]))
          for (const d of rakna({ ...u.fil, tillfallen: u.rader.filter((_, i) => i !== bort) }).dagar) {
            expect(d.hindradeMinuter).toBeLessThanOrEqual(fore.get(d.datum)!.hindradeMinuter)
            expect(d.andel).toBeLessThanOrEqual(fore.get(d.datum)!.andel!)
          }
        },
      ),
    )
  })
})

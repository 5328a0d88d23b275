import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import {
  forklara,
  GALLANDE_RATT,
  heltal,
  kopplat,
  kor,
  lasReform,
  Reformfel,
  reformera,
  regelnMedNamn,
  regelverk,
  Regelverksfel,
  summeraPer,
  type Fakta,
  type Tal,
} from '../index.ts'

const GRUND = { namn: 'Prov', kalla: 'ett prov' }
const LYDELSE = { from: '2026-01-01', kalla: 'ett prov' }
const medRegel = (uttryck: unknown, mer: object = {}): unknown => ({
  ...GRUND,
  regler: [{ namn: 'provPerDag', rubrik: 'Prov per dag', enhet: 'kr/dag', lydelser: [{ ...LYDELSE, uttryck }], ...mer }],
})

/** The rule of a file, for one person on a day. */
function svaret(fil: unknown, namn: string, fakta: Fakta, dag = '2026-03-01'): number | boolean | null {
  const v = forklara(regelnMedNamn(reformera(GALLANDE_RATT, lasReform(fil)), namn), fakta, datum(dag)).varde
  return typeof v === 'object' && v !== null ? v.t / v.n : v
}

function felen(fil: unknown): string[] {
  try {
    lasReform(fil)
  } catch (e) {
    if (e instanceof Reformfel) return e.falt.map((f) => `${f.falt}: ${f.text}`)
    throw e
  }
  return []
}

describe('en regel i en reformfil', () => {
  it('skrivs med lagens egna regler, värden och uppgifter', () => {
    const fil = medRegel({ avrundat: { ganger: [{ minsta: ['helDag', '900 kr/dag'] }, 'omfattning'] }, hur: 'narmaste' })
    // 500 000 × 0,97 × 0,80 ÷ 365 = 1 063,01…, högst 900, hälften: 450
    expect(svaret(fil, 'provPerDag', { sgi: 500_000, fortsattningsniva: false, omfattning: '0,5' })).toBe(450)
    expect(svaret(fil, 'provPerDag', { sgi: 500_000, fortsattningsniva: false, omfattning: '0,5' }, '2025-12-31')).toBe(null)
  })

  it('kan byta en regel som gäller, och mena den som var', () => {
    const fil = {
      ...GRUND,
      regler: [{ namn: 'sjukpenningPerDag', lydelser: [{ ...LYDELSE, uttryck: { storsta: ['sjukpenningPerDag', '200 kr/dag'] } }] }],
    }
    const fakta = { sgi: 50_000, arbetslos: false, fortsattningsniva: false, omfattning: 1 }
    expect([svaret(fil, 'sjukpenningPerDag', fakta, '2025-12-31'), svaret(fil, 'sjukpenningPerDag', fakta)]).toEqual([106, 200])
  })

  it('kan fråga efter uppgifter som lagen inte har, och bygga på en regel längre ned i filen', () => {
    const fil = {
      ...GRUND,
      uppgifter: {
        inkomstforlust: { enhet: 'kr/dag', rubrik: 'Inkomstförlust per dag', minst: 0 },
        deltar: { enhet: 'ja/nej', rubrik: 'Deltar' },
      },
      regler: [
        {
          namn: 'ersattning',
          rubrik: 'Ersättning',
          enhet: 'kr/dag',
          lydelser: [
            { ...LYDELSE, uttryck: { om: 'rattenTill', da: { procentAv: ['inkomstforlust', '80 procent'] }, annars: '0 kr/dag' } },
          ],
        },
        {
          namn: 'rattenTill',
          rubrik: 'Rätt',
          enhet: 'ja/nej',
          lydelser: [{ ...LYDELSE, uttryck: { och: ['deltar', { inte: { lika: ['inkomstforlust', '0 kr/dag'] } }] } }],
        },
      ],
    }
    expect(svaret(fil, 'ersattning', { inkomstforlust: 1000, deltar: true })).toBe(800)
    expect(svaret(fil, 'ersattning', { inkomstforlust: 1000, deltar: false })).toBe(0)
    expect(svaret(fil, 'ersattning', { inkomstforlust: 1000 })).toBe(null)
  })

  it.each([
    ['plus', { plus: ['1 kr/dag', '2 kr/dag', '3 kr/dag'] }, 6],
    ['minus', { minus: ['5 kr/dag', '2 kr/dag'] }, 3],
    ['storsta', { storsta: ['1 kr/dag', '4 kr/dag', '2 kr/dag'] }, 4],
    ['delat med ett tal', { delat: ['9 kr/dag', 3] }, 3],
    ['delat till en annan enhet', { delat: ['730 kr/år', '365 dagar'], enhet: 'kr/dag' }, 2],
    ['fjardedelarAv', { fjardedelarAv: ['8 kr/dag', '3 fjärdedelar'] }, 6],
    ['en kvot utan enhet', { ganger: ['10 kr/dag', { delat: ['1 kr', '4 kr'] }] }, 2.5],
    ['ned till jämna tiotal', { avrundat: '119,9 kr/dag', hur: 'ned', jamnt: 10 }, 110],
    ['prisbasbelopp', { delat: [{ ganger: ['2 prisbasbelopp', '100 kr/år'] }, '1 dagar'], enhet: 'kr/dag' }, 200],
    ['villkor', { om: { eller: [{ mindre: ['2 kr', '1 kr'] }, { minst: ['1 kr', '1 kr'] }] }, da: '7 kr/dag', annars: '8 kr/dag' }, 7],
  ])('räknar: %s', (_, uttryck, vantat) => {
    expect(svaret(medRegel(uttryck), 'provPerDag', {})).toBe(vantat)
  })
})

describe('en reformfil som inte går att läsa', () => {
  const iUttryck = 'regler.0.lydelser.0.uttryck'
  it.each([
    [null, 'reform: ange ett objekt med namn och parametrar eller regler.'],
    [{ namn: 'x' }, 'parametrar: ange minst en parameter med nya värden, eller en regel under regler.'],
    [{ ...GRUND, paramterar: {} }, /^paramterar: finns inte här/],
    [
      { ...GRUND, parametrar: { taket: [{ from: '2026-01-01', varde: 1, kalla: 'x' }] } },
      /^parametrar.taket: det finns ingen parameter ”taket”/,
    ],
    [
      { ...GRUND, parametrar: { sgiTak: [{ from: '2026-01-01', varde: 1.5, kalla: 'x' }] } },
      /^parametrar.sgiTak.0.varde: skriv ett heltal/,
    ],
    [
      {
        ...GRUND,
        parametrar: {
          sgiTak: [
            { from: '2026-01-01', varde: 1, kalla: 'x' },
            { from: '2026-07-01', varde: 2, kalla: 'x' },
          ],
        },
      },
      'parametrar.sgiTak.1.from: ligger i tiden för ett annat värde i listan.',
    ],
    [
      { ...GRUND, parametrar: { sgiTak: [{ from: '2026-01-01', til: '2026-02-01', varde: 1, kalla: 'x' }] } },
      /^parametrar.sgiTak.0.til: finns inte här/,
    ],
    [medRegel('helDagen'), /^regler.0.lydelser.0.uttryck: ”helDagen” är inget känt namn.*Menas.*helDag/],
    [medRegel('sgi'), `${iUttryck}: ”sgi” är både uppgift och regel. Skriv ”uppgift sgi” eller ”regel sgi”.`],
    [medRegel('uppgift sgi'), `${iUttryck}: ger kr/år, men regeln är i kr/dag.`],
    [medRegel('3 öre/dag'), /^regler.0.lydelser.0.uttryck: ”öre\/dag” är ingen enhet/],
    [medRegel({ plus: ['1 kr/dag', '1 kr'] }), `${iUttryck}.plus.1: är i kr, men det första ledet är i kr/dag.`],
    [medRegel({ plus: ['arbetslos', 'arbetslos'] }), `${iUttryck}.plus: ”plus” räknar på tal, inte på ja eller nej.`],
    [medRegel({ och: ['1 kr', '1 kr'] }), `${iUttryck}.och: ”och” tar ja eller nej, inte kr.`],
    [medRegel({ minus: ['1 kr/dag'] }), `${iUttryck}.minus: ange två led i en lista.`],
    [medRegel({ ganger: ['1 kr', '1 dagar'] }), `${iUttryck}: säg med ”enhet” vad kr ganger dagar är.`],
    [medRegel({ ganger: ['1 kr/dag', 'arbetslos'] }), `${iUttryck}.ganger.1: ”ganger” räknar på tal, inte på ja eller nej.`],
    [medRegel({ procentAv: ['1 kr/dag', 80] }), `${iUttryck}.procentAv.1: ska vara i procent, inte i tal.`],
    [medRegel({ om: '1 kr', da: '1 kr/dag', annars: '0 kr/dag' }), `${iUttryck}.om: villkoret ska vara ja eller nej, inte kr.`],
    [medRegel({ om: 'arbetslos', da: '1 kr/dag' }), `${iUttryck}.annars: saknas.`],
    [medRegel({ avrundat: '1 kr/dag' }), `${iUttryck}.hur: skriv narmaste (halva uppåt) eller ned.`],
    [medRegel({ avrundat: '1 kr/dag', hur: 'ned', jamnt: 0 }), `${iUttryck}.jamnt: skriv ett heltal, minst 1.`],
    [medRegel({ upphojt: [2, 3] }), /^regler.0.lydelser.0.uttryck: har ingen räkning. Skriv en av plus/],
    [medRegel({ plus: [1, 2], minus: [1, 2] }), `${iUttryck}: har flera räkningar (plus, minus). Skriv en.`],
    [medRegel({ toString: [1, 2] }), /har ingen räkning/],
    [medRegel(0.5), `${iUttryck}: skriv decimaltal som text med komma (”0,97”).`],
    [medRegel('1 kr/dag', { enhet: 'kr/vecka' }), /^regler.0.enhet: ange enheten/],
    [
      medRegel('1 kr/dag', { namn: 'helDag', enhet: 'kr' }),
      'regler.0.enhet: regeln helDag är i kr/dag; en ny lydelse kan inte byta enhet.',
    ],
    [medRegel('1 kr/dag', { namn: 'Regel ett' }), /^regler.0.namn: börja med liten bokstav/],
    [medRegel('1 kr/dag', { lagrum: ['27 kap 6'] }), /^regler.0.lagrum.0: ”27 kap 6” är inget lagrum/],
    [medRegel('1 kr/dag', { lydelser: [] }), 'regler.0.lydelser: ange en lista av värden.'],
    [{ ...GRUND, uppgifter: { x: { rubrik: 'X' } }, regler: [] }, 'uppgifter.x.enhet: ange enheten, till exempel ja/nej eller kr/år.'],
  ])('säger fältet och vad man gör: %#', (fil, vantat) => {
    const fel = felen(fil)
    expect(fel.length).toBeGreaterThan(0)
    if (typeof vantat === 'string') expect(fel).toContain(vantat)
    else
      expect(
        fel.find((f) => vantat.test(f)),
        fel.join('\n'),
      ).toBeDefined()
  })

  it('säger alla fel på en gång', () => {
    expect(felen({ parametrar: { sgiTak: [{ from: 'i år', varde: 'x' }] }, extra: 1 }).length).toBe(5)
  })

  it('har samma enhet på en uppgift som lagen har', () => {
    const fil = {
      ...(medRegel({ delat: ['inkomstAnnat', '1 dagar'], enhet: 'kr/dag' }) as object),
      uppgifter: { inkomstAnnat: { enhet: 'kr/månad', rubrik: 'x' } },
    }
    expect(() => reformera(GALLANDE_RATT, lasReform(fil))).toThrow(/Uppgiften inkomstAnnat är i/)
  })
})

describe('en uppgift som en regel ger', () => {
  const rv = kopplat(GALLANDE_RATT, { sgi: 'sgi' })
  const perDag = regelnMedNamn(rv, 'sjukpenningPerDag')
  const fakta = { inkomstAnstallning: 800_000, inkomstAnnat: 0, arbetslos: false, fortsattningsniva: false, omfattning: 1 }

  it('räknas fram ur det regeln frågar efter, med sin del i förklaringen', () => {
    const svar = forklara(perDag, fakta, datum('2026-03-01'))
    const direkt = forklara(regelnMedNamn(GALLANDE_RATT, 'sjukpenningPerDagAvInkomst'), fakta, datum('2026-03-01'))
    expect(svar.varde).toEqual(direkt.varde)
    expect(JSON.stringify(svar.forklaring)).toContain('Sjukpenninggrundande inkomst')
  })

  it('går att reformera som annars', () => {
    const efter = reformera(rv, lasReform({ ...GRUND, parametrar: { sgiTak: [{ from: '2026-01-01', varde: 12, kalla: 'ett prov' }] } }))
    expect(heltal(forklara(regelnMedNamn(efter, 'sjukpenningPerDag'), fakta, datum('2026-03-01')).varde as Tal)).toBe(1510)
  })

  it('är i samma enhet som regeln, och ingen regel ger sin egen uppgift', () => {
    expect(() => kopplat(GALLANDE_RATT, { sgi: 'helDag' })).toThrow(/Uppgiften sgi är i kr\/år, men regeln helDag ger kr\/dag/)
    expect(() => kopplat(GALLANDE_RATT, { sgi: 'berakningsunderlag' })).toThrow(/går i cirkel: .*berakningsunderlag/)
    expect(() => kopplat(GALLANDE_RATT, { sgi: 'ingenSadan' })).toThrow(Regelverksfel)
  })
})

describe('summor per grupp', () => {
  const b = {
    antal: 5,
    kolumner: { inkomstAnstallning: { data: Int32Array.of(300_000, 0, 588_000, 100_000, 300_000), saknas: Uint8Array.of(0, 1, 0, 0, 0) } },
    fasta: { inkomstAnnat: 0, arbetslos: false, fortsattningsniva: false, omfattning: 1 },
  }
  const utfall = (namn: string) => kor(regelnMedNamn(GALLANDE_RATT, namn), b, { datum: datum('2026-03-01') })

  it('är exakta, med de okända för sig', () => {
    const s = summeraPer(utfall('sjukpenningPerDagAvInkomst'), [0, 0, 1, 2, 1], 4)
    expect([[...s.taljare].map((t) => t / s.namnare), [...s.okanda]]).toEqual([
      [638, 1250 + 638, 213, 0],
      [1, 0, 0, 0],
    ])
  })

  it('har en gemensam nämnare när talen inte är hela', () => {
    const s = summeraPer(utfall('helDagAvInkomst'), [0, 0, 0, 0, 0], 1)
    // (300 000 + 588 000 + 100 000 + 300 000) × 0,97 × 0,80 ÷ 365
    expect(BigInt(s.taljare[0]!) * 365n * 1000n).toBe(1_288_000n * 776n * BigInt(s.namnare))
  })

  it('har inga grupper utanför sina gränser', () => {
    expect(() => summeraPer(utfall('helDagAvInkomst'), [0, 0, 0, 0, 1], 1)).toThrow(/Rad 4 har grupp 1/)
    expect(regelverk('tomt', []).regler).toEqual([])
  })
})

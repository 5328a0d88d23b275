import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../prov/index.ts'

const DAG = datum('2026-04-28')
const sjuk = (manadslon: number, grad: 1 | 0.5 = 1) =>
  person('Anna')
    .tjanar(manadslon * 12)
    .sjukFran('2026-03-02')
    .medIntyg({ till: '2026-04-26', grad })
const ansokt = (p: Provperson, lon?: { perManad: number; lonIArbetePerManad: number }, omfattning: 1 | 0.5 = 1) =>
  p.ansoker({ till: '2026-04-26', inkom: '2026-03-04', omfattning, ...(lon ? { lon } : {}) })
const faktum = (p: Provperson, varde: object, period?: { from: string; tom: string }) => {
  p.arende.kor(
    {
      typ: 'registreraFaktum',
      namn: 'lonUnderSjukdom',
      varde,
      ...(period ? { period: period as never } : {}),
      kalla: { typ: 'arbetsgivare', text: 'Lönebesked' },
    },
    EVA,
    DAG,
  )
  return p
}
const avdrag = (p: Provperson) =>
  p.beslut[0]!.utbetalning.map((r) => [r.from, r.dagar, r.avdrag.filter((a) => a.slag === 'lon').map((a) => a.kronor)])

describe('lön under sjukdom (28 kap. 19–21 §§)', () => {
  it('som personen uppger i ansökan ställer en fråga till handläggaren, och inget dras av förrän den är besvarad', () => {
    const p = ansokt(sjuk(30_000), { perManad: 4_000, lonIArbetePerManad: 30_000 }).handlagg(DAG, { tillOchMed: 'lonUnderSjukdom' })
    expect(p.arende.fraga('lonUnderSjukdom', DAG).varforNu).toContain(
      '4\u00a0000\u00a0kr i månaden under sjukdomen, mot 30\u00a0000\u00a0kr i arbete',
    )
    expect(p.beslut).toEqual([])
    // 1 000 kr i månaden för mycket: 42 dagar à 32,877 kr = 1 380,82 → 1 380
    expect(avdrag(p.handlagg(DAG))).toEqual([['2026-03-16', 42, [1380]]])
  })

  it('minskar inte när handläggaren finner att den inte avser samma tid, och frågan kommer inte igen', () => {
    const p = ansokt(sjuk(30_000), { perManad: 4_000, lonIArbetePerManad: 30_000 }).handlagg(DAG, { tillOchMed: 'lonUnderSjukdom' })
    p.arende.svara('lonUnderSjukdom', { val: 'ingen', skal: 'Utbetalningen avser semester före sjukperioden.' }, EVA, DAG)
    expect(avdrag(p.handlagg(DAG))).toEqual([['2026-03-16', 42, []]])
  })

  it('som personen uppger utan belopp ställer också frågan; att säga att den är noll ställer ingen', () => {
    const utan = sjuk(30_000).ansoker({ till: '2026-04-26', inkom: '2026-03-04', lon: {} })
    expect(utan.handlagg(DAG, { tillOchMed: 'lonUnderSjukdom' }).arende.fraga('lonUnderSjukdom', DAG).varforNu).toContain(
      'utan att säga hur mycket',
    )
    const utanLonIArbete = sjuk(30_000).ansoker({ till: '2026-04-26', inkom: '2026-03-04', lon: { perManad: 6_000 } })
    expect(utanLonIArbete.handlagg(DAG, { tillOchMed: 'lonUnderSjukdom' }).arende.fraga('lonUnderSjukdom', DAG).varforNu).toBe(
      'Personen uppger i ansökan lön under sjukdomen, 6\u00a0000\u00a0kr i månaden, men inte lönen i arbete.',
    )
    expect(ansokt(sjuk(30_000), { perManad: 0, lonIArbetePerManad: 30_000 }).fragekoder(DAG)).not.toContain('lonUnderSjukdom')
  })

  it('på högst tio procent av lönen i arbete minskar inte sjukpenningen', () => {
    expect(avdrag(ansokt(sjuk(30_000), { perManad: 3_000, lonIArbetePerManad: 30_000 }).handlagg(DAG))).toEqual([['2026-03-16', 42, []]])
  })

  it('följer graden: halv sjukpenning minskas för halva frånvaron, och beloppet sägs för den frånvaro som är', () => {
    expect(
      avdrag(faktum(ansokt(sjuk(30_000, 0.5), undefined, 0.5), { perManad: 4_000, lonIArbetePerManad: 30_000 }).handlagg(DAG)),
    ).toEqual([['2026-03-16', 42, [690]]])
    expect(
      avdrag(
        faktum(ansokt(sjuk(30_000, 0.5), undefined, 0.5), { perManad: 2_000, lonIArbetePerManad: 30_000, franvaro: 0.5 }).handlagg(DAG),
      ),
    ).toEqual([['2026-03-16', 42, [690]]])
  })

  it('ersättning från fri gruppsjukförsäkring räknas som lön (20 §)', () => {
    expect(
      avdrag(
        faktum(ansokt(sjuk(30_000)), { perManad: 3_000, gruppsjukforsakringPerManad: 1_000, lonIArbetePerManad: 30_000 }).handlagg(DAG),
      ),
    ).toEqual([['2026-03-16', 42, [1380]]])
  })

  it('för lön över SGI-taket kräver att det sägs hur mycket som betalas för den delen', () => {
    // The ceiling of 2026: 592 000 kr a year, 49 333 kr a month.
    const p = ansokt(sjuk(60_000), { perManad: 14_500, lonIArbetePerManad: 60_000 }).handlagg(DAG, { tillOchMed: 'lonUnderSjukdom' })
    expect(p.arende.fraga('lonUnderSjukdom', DAG).formular).toMatchObject({ takPerManad: 49_333 })
    const svara = (lon: object) =>
      p.arende.svara(
        'lonUnderSjukdom',
        { val: 'minska', lon: { perManad: 14_500, lonIArbetePerManad: 60_000, ...lon }, skal: 'Lönebesked.' },
        EVA,
        DAG,
      )
    expect(() => svara({})).toThrow(/SGI-taket/)
    // 9 600 of 14 500 for the part above: 90 % of 10 666,67 is 9 600. The rest, 4 900, is under ten per cent of 49 333.
    svara({ overTakPerManad: 9_600 })
    expect(avdrag(p.handlagg(DAG))).toEqual([['2026-03-16', 42, []]])
  })

  it('från arbetsgivaren utan den uppgiften ställer frågan; under taket ställs ingen', () => {
    const over = faktum(ansokt(sjuk(60_000)), { perManad: 14_500, lonIArbetePerManad: 60_000 }).handlagg(DAG, {
      tillOchMed: 'lonUnderSjukdom',
    })
    expect(over.arende.fraga('lonUnderSjukdom', DAG).varforNu).toContain('högre än SGI-taket')
    over.arende.svara(
      'lonUnderSjukdom',
      {
        val: 'minska',
        lon: { perManad: 14_500, lonIArbetePerManad: 60_000, overTakPerManad: 0 },
        skal: 'Avtalet ger ingen lön över taket.',
      },
      EVA,
      DAG,
    )
    over.handlagg(DAG)
    expect(over.beslut).toHaveLength(1)
    expect(avdrag(over)[0]![2]).toEqual([Math.floor(((14_500 * 12 - 59_200) / 365) * 42)])
    expect(faktum(ansokt(sjuk(49_333)), { perManad: 4_000, lonIArbetePerManad: 49_333 }).fragekoder(DAG)).not.toContain('lonUnderSjukdom')
    expect(faktum(ansokt(sjuk(49_334)), { perManad: 4_000, lonIArbetePerManad: 49_334 }).fragekoder(DAG)).toContain('lonUnderSjukdom')
  })

  it('drar aldrig mer än det som annars skulle betalas', () => {
    const p = faktum(ansokt(sjuk(30_000)), { perManad: 30_000, lonIArbetePerManad: 30_000 }).handlagg(DAG)
    const [rad] = p.beslut[0]!.utbetalning
    expect(rad).toMatchObject({ summa: 0, avdrag: [{ slag: 'lon', kronor: rad!.kronorPerDag * rad!.dagar }] })
  })

  it('gäller bara sin period och räknas mot taket för varje år', () => {
    const p = person('Anna')
      .tjanar(360_000)
      .sjukFran('2025-12-01')
      .medIntyg({ till: '2026-02-08' })
      .ansoker({ till: '2026-02-08', inkom: '2025-12-16' })
    faktum(p, { perManad: 4_000, lonIArbetePerManad: 30_000 }, { from: '2025-12-22', tom: '2026-01-11' })
    expect(p.handlagg('2026-02-09').beslut[0]!.utbetalning.map((r) => [r.from, r.tom, r.avdrag.map((a) => a.kronor)])).toEqual([
      ['2025-12-15', '2025-12-21', []],
      ['2025-12-22', '2025-12-31', [328]],
      ['2026-01-01', '2026-01-11', [361]],
      ['2026-01-12', '2026-02-08', []],
    ])
  })
})

import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { aprAnordnareGodkand, forklara } from '@atergang/regelverk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provOrgnr, provPersonnummer } from '../../prov/nummer.ts'
import { LANSKODER, type Lanskod } from '../lan.ts'
import { godkandDen, omprovningsbehov, vidPersonalandring, type Godkannande } from './godkannande.ts'
import { ALLTID, kompetenslinje, KOMPETENSER, provaKompetens, VALBARA, type Kompetens, type Kompetensuppgift } from './kompetens.ts'
import { allmantRegister, tackning, type Anordnare } from './register.ts'

const DAG = datum('2025-03-03')
let nr = 0
const har = (kompetens: Kompetens, delar: Partial<Kompetensuppgift> = {}): Kompetensuppgift => ({
  id: `u${++nr}`,
  kompetens,
  person: `p${nr}`,
  knytning: 'anstalld',
  from: datum('2024-01-01'),
  styrkt: true,
  ...delar,
})
const full = (): Kompetensuppgift[] => [
  har('lakare'),
  har('sjukskoterska', { knytning: 'avtal' }),
  har('beteendevetare'),
  har('fysioterapeut'),
  har('tekniker'),
]
const utan = (us: readonly Kompetensuppgift[], k: Kompetens) => us.filter((u) => u.kompetens !== k)

describe('kompetenskravet', () => {
  it('är uppfyllt med läkare, sjuksköterska och tre av fem, anställda eller genom avtal', () => {
    expect(provaKompetens(full(), DAG)).toMatchObject({
      uppfyllt: true,
      saknas: [],
      forklaring: { utfall: 'uppfyllt', lagrum: [{ forfattning: 'förordning (2014:67)', paragraf: '8' }] },
    })
  })

  it.each([
    ['lakare', 'läkare'],
    ['sjukskoterska', 'sjuksköterska'],
  ] as const)('är inte uppfyllt utan %s', (k, ord) => {
    expect(provaKompetens(utan([...full(), har('arbetsorganisation'), har('halsovetenskap')], k), DAG)).toMatchObject({
      uppfyllt: false,
      saknas: [ord],
    })
  })

  it('är inte uppfyllt med två av fem: säger vilka som kan fylla kravet', () => {
    expect(provaKompetens(utan(full(), 'tekniker'), DAG).saknas).toEqual([
      '1 av arbetsorganisation, hälsovetenskap, tekniker (arbetsmiljöingenjör eller annan)',
    ])
  })

  it('räknar varje kompetens en gång, hur många som än har den', () => {
    expect(provaKompetens([...utan(full(), 'tekniker'), har('fysioterapeut'), har('fysioterapeut')], DAG).uppfyllt).toBe(false)
  })

  it('räknar bara det som är styrkt och gäller den dagen', () => {
    expect(
      provaKompetens(
        full().map((u) => (u.kompetens === 'lakare' ? { ...u, styrkt: false } : u)),
        DAG,
      ).saknas,
    ).toEqual(['läkare'])
    expect(
      provaKompetens(
        full().map((u) => (u.kompetens === 'lakare' ? { ...u, tom: plusDagar(DAG, -1) } : u)),
        DAG,
      ).saknas,
    ).toEqual(['läkare'])
    expect(
      provaKompetens(
        full().map((u) => (u.kompetens === 'lakare' ? { ...u, tom: DAG } : u)),
        DAG,
      ).uppfyllt,
    ).toBe(true)
  })

  it('lyfter den som står för flera kompetenser: källorna säger inte om det räcker', () => {
    expect(
      provaKompetens(
        full().map((u) => (['lakare', 'tekniker'].includes(u.kompetens) ? { ...u, person: 'samma' } : u)),
        DAG,
      ),
    ).toMatchObject({ uppfyllt: true, flera: ['samma'] })
  })

  it('är inte känt före den 1 juli 2018', () => {
    expect(() => provaKompetens(full(), datum('2018-06-30'))).toThrow(/inte känt före 2018-07-01/)
    expect(kompetenslinje(full(), { from: datum('2015-01-01'), tom: datum('2018-06-30') })).toEqual([])
    expect(kompetenslinje(full(), { from: datum('2015-01-01'), tom: datum('2024-12-31') })[0]!.from).toBe('2018-07-01')
  })

  it('är uppfyllt exakt när båda de fasta finns och minst tre av fem, för varje kombination', () => {
    for (let bitar = 0; bitar < 128; bitar++) {
      const valda = (Object.keys(KOMPETENSER) as Kompetens[]).filter((_, i) => bitar & (1 << i))
      const facit = ALLTID.every((k) => valda.includes(k)) && VALBARA.filter((k) => valda.includes(k)).length >= 3
      expect(
        provaKompetens(
          valda.map((k) => har(k)),
          DAG,
        ).uppfyllt,
      ).toBe(facit)
      const regeln = forklara(
        aprAnordnareGodkand,
        {
          harLakare: valda.includes('lakare'),
          harSjukskoterska: valda.includes('sjukskoterska'),
          andraKompetenser: VALBARA.filter((k) => valda.includes(k)).length,
        },
        DAG,
      )
      expect(regeln.varde).toBe(facit)
    }
  })

  it('är som linje detsamma som dag för dag', () => {
    const uppgift = fc.record({
      k: fc.constantFrom(...(Object.keys(KOMPETENSER) as Kompetens[])),
      from: fc.integer({ min: 0, max: 40 }),
      langd: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      styrkt: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(uppgift, { maxLength: 14 }), (rader) => {
        const us = rader.map((r) =>
          har(r.k, {
            from: plusDagar(DAG, r.from),
            styrkt: r.styrkt,
            ...(r.langd === null ? {} : { tom: plusDagar(DAG, r.from + r.langd) }),
          }),
        )
        const p = { from: DAG, tom: plusDagar(DAG, 60) }
        const linje = kompetenslinje(us, p)
        for (let d: Datum = p.from; d <= p.tom; d = plusDagar(d, 1)) {
          const s = linje.filter((x) => x.from <= d && d <= x.tom)
          expect(s).toHaveLength(1)
          expect(s[0]!.uppfyllt).toBe(provaKompetens(us, d).uppfyllt)
        }
        linje.slice(1).forEach((s, i) => expect(s.saknas).not.toEqual(linje[i]!.saknas))
      }),
    )
  })
})

const godkand = (from: string, slut?: string): Godkannande => ({
  beslut: `b-${from}`,
  from: datum(from),
  ...(slut ? { slut: { beslut: `s-${slut}`, tom: datum(slut), skal: 'kompetensSaknas' } } : {}),
})

describe('godkännandet', () => {
  it('gäller från sin dag till och med den dag beslutet om slut säger', () => {
    const g = [godkand('2024-02-01', '2024-09-30'), godkand('2025-01-01')]
    expect(
      ['2024-01-31', '2024-02-01', '2024-09-30', '2024-10-01', '2025-01-01', '2030-01-01'].map((d) => godkandDen(g, datum(d))),
    ).toEqual([false, true, true, false, true, true])
  })

  it('upphör inte av sig självt när läkaren slutar: ett behov av ny prövning uppstår', () => {
    const us = full().map((u) => (u.kompetens === 'lakare' ? { ...u, tom: datum('2025-02-28') } : u))
    const g = [godkand('2024-02-01')]
    expect(omprovningsbehov(us, g, DAG)).toEqual([
      { fran: '2025-03-01', till: null, saknas: ['läkare'], lage: 'pagar', lagrum: expect.any(Array) },
    ])
    expect(godkandDen(g, DAG)).toBe(true)
    expect(omprovningsbehov(us, g, datum('2025-01-01'))[0]).toMatchObject({ lage: 'kommer' })
    expect(omprovningsbehov([...us, har('lakare', { from: datum('2025-03-15') })], g, datum('2025-06-01'))).toMatchObject([
      { fran: '2025-03-01', till: '2025-03-14', lage: 'varit' },
    ])
    expect(omprovningsbehov(us, [godkand('2024-02-01', '2025-02-28')], DAG)).toEqual([])
  })

  it('prövas om när personalen ändras, och bara när det spelar roll', () => {
    const fore = [...full(), har('halsovetenskap')]
    const slutar = (k: Kompetens) => fore.map((u) => (u.kompetens === k ? { ...u, tom: plusDagar(DAG, -1) } : u))
    expect(vidPersonalandring(fore, slutar('halsovetenskap'), DAG)).toEqual([{ typ: 'ingenPaverkan' }])
    expect(vidPersonalandring(fore, slutar('lakare'), DAG)).toEqual([{ typ: 'omprovning', fran: DAG, saknas: ['läkare'] }])
    const ny = har('lakare', { styrkt: false })
    expect(vidPersonalandring(fore, [...slutar('lakare'), ny], DAG)).toEqual([
      { typ: 'nyttUnderlag', uppgifter: [ny.id] },
      { typ: 'omprovning', fran: DAG, saknas: ['läkare'] },
    ])
    expect(
      vidPersonalandring(
        fore,
        fore.map((u) => (u.kompetens === 'sjukskoterska' ? { ...u, tom: datum('2025-12-31') } : u)),
        DAG,
      ),
    ).toEqual([{ typ: 'omprovning', fran: '2026-01-01', saknas: ['sjuksköterska'] }])
  })
})

const anordnare = (namn: string, delar: Partial<Anordnare> = {}): Anordnare => ({
  id: namn,
  orgnr: provOrgnr(namn.length),
  namn,
  typ: 'foretagshalsovard',
  lan: ['21'],
  ort: 'Gävle',
  uppgifter: full(),
  godkannanden: [godkand('2024-02-01')],
  ...delar,
})

describe('registret', () => {
  it('visar för alla vilka som är godkända, var och med vilka kompetenser, utan personer', () => {
    const [a] = allmantRegister([anordnare('Norr')], DAG)
    expect(a).toEqual({
      id: 'Norr',
      namn: 'Norr',
      orgnr: provOrgnr(4),
      typ: 'foretagshalsovard',
      lan: ['21'],
      ort: 'Gävle',
      webbplats: null,
      kompetenser: ['lakare', 'sjukskoterska', 'beteendevetare', 'fysioterapeut', 'tekniker'],
      godkandFran: '2024-02-01',
      godkandTill: null,
    })
    expect(JSON.stringify(a)).not.toMatch(/"p\d/)
  })

  it('visar aldrig en enskild näringsidkares nummer', () => {
    const p = provPersonnummer(7)
    expect(JSON.stringify(allmantRegister([anordnare('Ensam', { orgnr: p })], DAG))).not.toContain(p.slice(2, 8))
  })

  it('visar den som är avslutad bara när det begärs, med sista dag', () => {
    const slut = anordnare('Slut', { godkannanden: [godkand('2024-02-01', '2024-12-31')] })
    expect(allmantRegister([slut], DAG)).toEqual([])
    expect(allmantRegister([slut], DAG, { avslutade: true })).toMatchObject([{ godkandTill: '2024-12-31' }])
    expect(allmantRegister([anordnare('Sedan', { godkannanden: [godkand('2025-09-01')] })], DAG, { avslutade: true })).toEqual([])
  })
})

describe('täckningen', () => {
  /** Providers by county in 2019, as printed in RiR 2021:19, table 1 column 9, in the order of our county codes. */
  const TABELL1: Record<Lanskod, number> = {
    '01': 35,
    '03': 8,
    '04': 4,
    '05': 2,
    '06': 9,
    '07': 3,
    '08': 2,
    '09': 0,
    '10': 5,
    '12': 27,
    '13': 4,
    '14': 24,
    '17': 14,
    '18': 3,
    '19': 3,
    '20': 10,
    '21': 4,
    '22': 8,
    '23': 3,
    '24': 7,
    '25': 12,
  }
  const alla = LANSKODER.flatMap((l) => Array.from({ length: TABELL1[l] }, (_, i) => anordnare(`${l}-${i}`, { lan: [l] })))
  const folk = { namnare: 'invånare, påhittade tal', ar: 2019, perLan: Object.fromEntries(LANSKODER.map((l) => [l, 500_000])) }

  it('räknar de 187 anordnarna i rapportens tabell', () =>
    expect(tackning(alla, folk, DAG).lan.reduce((s, l) => s + l.anordnare, 0)).toBe(187))

  it('säger nämnaren, rikstalet och vilka län som har få, de glesaste först', () => {
    const t = tackning(alla, folk, DAG)
    expect(t).toMatchObject({ namnare: 'invånare, påhittade tal', folkmangdsar: 2019 })
    expect(t.rikstal).toBeCloseTo((187 * 100_000) / (21 * 500_000), 12)
    expect(t.lan[0]).toMatchObject({ lan: '09', anordnare: 0, per100000: 0, fa: true })
    expect(t.lan.filter((l) => l.fa).map((l) => l.lan)).toEqual(['09', '05', '08', '07', '18', '19', '23', '04', '13', '21'])
  })

  it('räknar den som verkar i flera län i vart och ett, men en gång i riket', () => {
    const t = tackning([anordnare('Bred', { lan: ['20', '21', '22'] })], folk, DAG)
    expect(t.lan.filter((l) => l.anordnare > 0)).toHaveLength(3)
    expect(t.rikstal).toBeCloseTo(100_000 / (21 * 500_000), 12)
  })

  it('visar bara antalet där folkmängden inte är känd', () => {
    const t = tackning(alla, { ...folk, perLan: { '21': 300_000 } }, DAG)
    expect(t.rikstal).toBeNull()
    expect(t.lan.find((l) => l.lan === '20')).toMatchObject({ folkmangd: null, per100000: null, anordnare: 10 })
    expect(t.lan.find((l) => l.lan === '21')!.per100000).toBeCloseTo(4 / 3, 10)
  })
})

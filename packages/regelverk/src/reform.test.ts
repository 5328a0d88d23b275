import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import {
  av,
  avrundat,
  enligt,
  forklara,
  GALLANDE_RATT,
  gallandeKvitto,
  heltal,
  indata,
  kalenderdag,
  kalenderdagAvInkomst,
  konstant,
  kor,
  kvitto,
  lasReform,
  minsta,
  parameter,
  plusU,
  reformera,
  regel,
  regelnMedNamn,
  regelverk,
  Regelverksfel,
  storsta,
  svarPa,
  tal,
  type Tal,
  type Uttryck,
} from './index.ts'

const fakta = { inkomstAnstallning: 800_000, inkomstAnnat: 0, arbetslos: false, fortsattningsniva: false, omfattning: 1 }
const dagbelopp = (rv: typeof GALLANDE_RATT, dag: string) =>
  heltal(forklara(regelnMedNamn(rv, 'sjukpenningPerDagAvInkomst'), fakta, datum(dag)).varde as Tal)
const tolvBasbelopp = {
  namn: 'Taket tolv prisbasbelopp',
  parametrar: { sgiTak: [{ from: datum('2026-07-01'), varde: tal(12), kalla: 'exempel' }] },
}

describe('en reform är ett regelverk med ändrade värden eller regler', () => {
  const ny = reformera(GALLANDE_RATT, tolvBasbelopp)

  it('gäller från sin dag, i allt som bygger på det ändrade; dagen före är som förut', () => {
    expect([dagbelopp(GALLANDE_RATT, '2026-06-30'), dagbelopp(ny, '2026-06-30')]).toEqual([1259, 1259])
    expect([dagbelopp(GALLANDE_RATT, '2026-07-01'), dagbelopp(ny, '2026-07-01')]).toEqual([1259, 1510]) // 12 × 59 200 = 710 400
  })

  it('körs över en befolkning som vilket regelverk som helst', () => {
    const b = {
      antal: 3,
      kolumner: { inkomstAnstallning: { data: Int32Array.of(300_000, 650_000, 800_000) } },
      fasta: { inkomstAnnat: 0, arbetslos: false, fortsattningsniva: false, omfattning: 1 },
    }
    const svar = (rv: typeof GALLANDE_RATT) =>
      [0, 1, 2].map((i) =>
        heltal(svarPa(kor(regelnMedNamn(rv, 'sjukpenningPerDagAvInkomst'), b, { datum: datum('2026-07-01') }), i) as Tal),
      )
    expect(svar(GALLANDE_RATT)).toEqual([638, 1259, 1259])
    expect(svar(ny)).toEqual([638, 1382, 1510])
  })

  it('byter en regel mot en ny lydelse som hänvisar till den som var', () => {
    const lagst = regel({
      namn: 'sjukpenningPerDag',
      rubrik: 'Sjukpenning per dag',
      enhet: 'kr/dag',
      lagrum: ['28:10 st 2'],
      from: '2027-01-01',
      kalla: 'exempel',
      uttryck: storsta(enligt(kalenderdag.sjukpenningPerDag), konstant(200, 'kr/dag')),
    })
    const rv = reformera(GALLANDE_RATT, { namn: 'Lägsta belopp', regler: [lagst] })
    const r = regelnMedNamn(rv, 'sjukpenningPerDag')
    const ett = { sgi: 50_000, arbetslos: false, fortsattningsniva: false, omfattning: 1 }
    expect(heltal(forklara(r, ett, datum('2026-12-31')).varde as Tal)).toBe(106)
    const efter = forklara(r, ett, datum('2027-01-01'))
    expect(heltal(efter.varde as Tal)).toBe(200)
    expect(efter.forklaring.delar!.map((d) => [d.namn, d.resultat])).toEqual([['sjukpenningPerDagForeReformen', '106 kr per dag']])
  })

  it('säger vad som inte finns, och när regler går i cirkel', () => {
    expect(() => reformera(GALLANDE_RATT, { namn: 'x', parametrar: { taket: [] } })).toThrow('Det finns ingen parameter ”taket”')
    const cirkel = regel({
      namn: 'sgi',
      rubrik: 'SGI',
      enhet: 'kr/år',
      lagrum: ['25:2'],
      uttryck: enligt(kalenderdagAvInkomst.berakningsunderlag),
    })
    expect(() => reformera(GALLANDE_RATT, { namn: 'x', regler: [cirkel] })).toThrow('går i cirkel')
    expect(() => regelnMedNamn(GALLANDE_RATT, 'sjukpenning')).toThrow(/Menas .*sjukpenningPerDag/)
  })

  it('läses ur data, med fel som namnger fältet', () => {
    expect(lasReform({ namn: 'Tolv', parametrar: { sgiTak: [{ from: '2026-07-01', varde: '12', kalla: 'exempel' }] } }).parametrar).toEqual(
      tolvBasbelopp.parametrar,
    )
    expect(() => lasReform({ namn: 'x', parametrar: { sgiTak: [{ from: 'i år', tom: '2026-02-30', varde: 1.5 }] } })).toThrow(
      /sgiTak\.0\.from.*sgiTak\.0\.tom.*sgiTak\.0\.kalla.*sgiTak\.0\.varde/,
    )
    expect(() => lasReform(null)).toThrow(Regelverksfel)
  })
})

describe('kvittot', () => {
  it('är detsamma för samma regler och ett annat när ett värde, ett datum eller en källa ändras', () => {
    const med = (varde: string, from: string, kalla: string) =>
      kvitto(reformera(GALLANDE_RATT, { namn: 'gällande rätt', parametrar: { sgiTak: [{ from: datum(from), varde: tal(varde), kalla }] } }))
        .summa
    expect(kvitto(regelverk('gällande rätt', GALLANDE_RATT.regler)).summa).toBe(gallandeKvitto().summa)
    const summor = [
      gallandeKvitto().summa,
      med('12', '2026-07-01', 'a'),
      med('13', '2026-07-01', 'a'),
      med('12', '2026-07-02', 'a'),
      med('12', '2026-07-01', 'b'),
    ]
    expect(new Set(summor).size).toBe(summor.length)
    expect(summor.every((s) => /^sha256:[0-9a-f]{64}$/.test(s))).toBe(true)
  })

  it('skiljer regler åt: bara de som bygger på det ändrade får nya summor', () => {
    const [fore, efter] = [gallandeKvitto().regler, kvitto(reformera(GALLANDE_RATT, tolvBasbelopp)).regler]
    expect(efter.sjukpenningPerDagAvInkomst).not.toBe(fore.sjukpenningPerDagAvInkomst)
    expect(efter.sjukpenningPerDag).toBe(fore.sjukpenningPerDag)
  })
})

describe('ett regelverk granskas när det sätts samman', () => {
  const ett = (namn: string, uttryck: Uttryck<'kr'>) => regel({ namn, rubrik: namn, enhet: 'kr', lagrum: ['28:10'], uttryck })
  it('har inte två regler eller parametrar med ett namn, eller en uppgift i två enheter', () => {
    const p = (varde: number) =>
      parameter({ namn: 'p', rubrik: 'p', enhet: 'kr', lagrum: ['28:10'], varden: [{ from: '2020-01-01', varde, kalla: 'x' }] })
    expect(() => regelverk('prov', [ett('a', konstant(1, 'kr')), ett('a', konstant(2, 'kr'))])).toThrow('Två regler heter a.')
    expect(() => regelverk('prov', [ett('a', plusU(av(p(1), 'kr'), av(p(2), 'kr')))])).toThrow('Två parametrar heter p.')
    expect(() =>
      regelverk('prov', [
        ett('a', indata('x', 'kr', 'x')),
        regel({ namn: 'b', rubrik: 'b', enhet: 'dagar', lagrum: ['28:10'], uttryck: indata('x', 'dagar', 'x') }),
      ]),
    ).toThrow('Uppgiften x är i kr i a och i dagar i b.')
    expect(() => regelverk('prov', [ett('a', minsta(indata('x', 'kr', 'x', { hogst: 1 }), indata('x', 'kr', 'x', { minst: 2 })))])).toThrow(
      'som minst större än som högst',
    )
  })
  it('räknar inte på ja och nej, och avrundar inte till ingenting', () => {
    expect(() => regelverk('prov', [ett('a', plusU(konstant(1, 'kr'), indata('x', 'ja/nej', 'x') as never))])).toThrow(
      '”plus” kan inte räkna på ja/nej',
    )
    expect(() => regelverk('prov', [ett('a', avrundat(konstant(1, 'kr'), 'ned', 0))])).toThrow('jämna 0')
  })
})

import { datum, datumFranDagnummer, overlappar, plusDagar } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pahittatPersonId } from '../exempel/exempel.ts'
import { grad, granskat, granskatRatt, kort, med, period, utan, VERSIONER } from '../exempel/provning.ts'
import type { Grad } from '../kodverk.ts'
import type { Sjukskrivningsperiod } from '../modell.ts'

const p = (g: Grad, from: string, tom: string): Sjukskrivningsperiod => ({ grad: g, from: datum(from), tom: datum(tom) })
const OJAMNT = { arbetstidsforlaggning: { forsamrar: false } }

describe.each(VERSIONER)('perioderna (32) i version %s', (version) => {
  const medPerioder = (...perioder: Sjukskrivningsperiod[]) => kort(granskat(version, { ...OJAMNT, perioder }))
  const medRatt = (...svar: [string, string, string][]) =>
    kort(granskatRatt(version, med(...svar.map(([g, a, b], i) => ({ id: '32', instans: i + 1, delsvar: [grad(g), period(a, b)] })))))

  it('måste finnas', () => {
    expect(kort(granskatRatt(version, utan('32', '33')))).toEqual(['fel svarSaknas 32'])
  })

  it('får vara fyra i följd med var sin grad', () => {
    expect(
      medPerioder(
        p(1, '2026-03-02', '2026-03-08'),
        p(0.75, '2026-03-09', '2026-03-15'),
        p(0.5, '2026-03-16', '2026-03-22'),
        p(0.25, '2026-03-23', '2026-03-23'),
      ),
    ).toEqual([])
  })

  it('får inte sluta innan de börjar, och den omvända räknas inte med', () => {
    const fynd = granskat(version, { perioder: [p(0.5, '2026-03-29', '2026-03-02')] })
    expect(kort(fynd)).toEqual(['fel periodOmvand 32.2 #1'])
    expect(fynd[0]?.fraga).toContain('2026-03-29')
  })

  it('får inte gå i varandra ens en enda dag', () => {
    expect(medPerioder(p(1, '2026-03-02', '2026-03-09'), p(0.5, '2026-03-09', '2026-03-15'))).toEqual(['fel perioderOverlappar 32.2 #2'])
    expect(medPerioder(p(0.5, '2026-03-09', '2026-03-15'), p(1, '2026-03-02', '2026-03-09'))).toEqual(['fel perioderOverlappar 32.2 #1'])
  })

  it('får inte gå in i en lång period som började tidigare', () => {
    expect(medPerioder(p(1, '2026-03-02', '2026-04-20'), p(0.5, '2026-03-05', '2026-03-06'), p(0.25, '2026-04-10', '2026-04-11'))).toEqual([
      'fel perioderOverlappar 32.2 #2',
      'fel perioderOverlappar 32.2 #3',
    ])
  })

  it('ger varning när samma grad kommer igen', () => {
    expect(medPerioder(p(0.5, '2026-03-02', '2026-03-08'), p(1, '2026-03-09', '2026-03-15'), p(0.5, '2026-03-16', '2026-03-22'))).toEqual([
      'varning gradUpprepad 32.1 #3',
    ])
  })

  it('ger varning när de är fler än fyra', () => {
    const fem = Array.from({ length: 5 }, (_, i) => p(0.5, `2026-03-0${i + 2}`, `2026-03-0${i + 2}`))
    expect(medPerioder(...fem)).toContain('varning forMangaSvar 32')
  })

  it('ger fel när graden är okänd eller saknas', () => {
    expect(medRatt(['TREDJEDEL', '2026-03-02', '2026-03-08'])).toContain('fel okandKod 32.1 #1')
    expect(kort(granskatRatt(version, med({ id: '32', instans: 1, delsvar: [period('2026-03-02', '2026-03-08')] })))).toContain(
      'fel delsvarSaknas 32.1 #1',
    )
  })

  it.each([
    ['2026-02-30', '2026-03-08'],
    ['', '2026-03-08'],
    ['2026-03-02', ''],
    ['2 mars', '8 mars'],
  ])('ger fel när datumen inte går att läsa: ”%s” till ”%s”', (fran, till) => {
    expect(medRatt(['HELT_NEDSATT', fran, till])).toContain('fel periodOlaslig 32.2 #1')
  })

  it('ger fel när perioden saknas eller är skriven som text', () => {
    expect(kort(granskatRatt(version, med({ id: '32', instans: 1, delsvar: [grad('HELT_NEDSATT')] })))).toContain(
      'fel periodOlaslig 32.2 #1',
    )
    const somText = { id: '32.2', varde: { typ: 'text' as const, text: '2026-03-02 till 2026-03-08' } }
    expect(kort(granskatRatt(version, med({ id: '32', instans: 1, delsvar: [grad('HELT_NEDSATT'), somText] })))).toContain(
      'fel periodOlaslig 32.2 #1',
    )
  })

  it('ger fel när de börjar före födelsen', () => {
    const patient = { personId: pahittatPersonId(datum('2026-03-10'), 980) }
    expect(kort(granskat(version, { ...OJAMNT, perioder: [p(0.5, '2026-03-05', '2026-03-29')] }, { patient }))).toEqual([
      'fel periodForeFodelse 32.2 #1',
    ])
  })

  it('får sluta sex månader efter signeringen; sedan varning, och efter två år fel', () => {
    const till = (tom: string) => medPerioder(p(0.5, '2026-03-02', tom))
    expect(till('2026-09-02')).toEqual([])
    expect(till('2026-09-03')).toEqual(['varning periodLangtFram 32.2 #1'])
    expect(till('2028-03-02')).toEqual(['varning periodLangtFram 32.2 #1'])
    expect(till('2028-03-03')).toEqual(['fel periodLangtFram 32.2 #1'])
  })

  it('mäts från dagens datum när signeringen saknas', () => {
    const svar = { perioder: [p(1, '2026-03-02', '2026-12-01')], arbetstidsforlaggning: undefined }
    expect(kort(granskat(version, svar, { signerat: undefined }, { idag: datum('2026-03-05') }))).toContain(
      'varning periodLangtFram 32.2 #1',
    )
    expect(kort(granskat(version, svar, { signerat: undefined }))).toEqual(['varning signeringstidSaknas signeringstidpunkt'])
  })

  it('får börja sju dagar före signeringen; längre bakåt ger varning om inte skälet står i övrigt', () => {
    const fran = (from: string, ovrigt?: string) => kort(granskat(version, { ...OJAMNT, perioder: [p(0.5, from, '2026-03-29')], ovrigt }))
    expect(fran('2026-02-23')).toEqual([])
    expect(fran('2026-02-22')).toEqual(['varning periodBakatUtanSkal 32.2 #1'])
    expect(fran('2026-02-22', 'Patienten låg på sjukhus från den 20 februari.')).toEqual([])
  })
})

describe('slumpade perioder', () => {
  const GRADER: Grad[] = [1, 0.75, 0.5, 0.25]
  const start = datum('2026-03-02')
  // Starts near signing, each with its own degree, so that only order and overlap can be at fault.
  const slumpade = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -3, max: 20 })), { minLength: 1, maxLength: 4 })
    .map((xs) => xs.map(([fran, langd], i) => ({ grad: GRADER[i]!, from: plusDagar(start, fran), tom: plusDagar(start, fran + langd) })))

  it('ger fel precis när någon är omvänd eller två går i varandra', () => {
    let medFel = 0
    fc.assert(
      fc.property(slumpade, fc.constantFrom(...VERSIONER), (perioder, version) => {
        const ordnade = perioder.filter((x) => x.from <= x.tom)
        const skaGeFel = ordnade.length < perioder.length || ordnade.some((a, i) => ordnade.some((b, j) => i < j && overlappar(a, b)))
        const fel = granskat(version, { ...OJAMNT, perioder }).filter((f) => f.allvar === 'fel')
        expect(fel.length > 0).toBe(skaGeFel)
        expect(fel.every((f) => f.svarId === '32' && f.fraga !== null)).toBe(true)
        if (skaGeFel) medFel++
      }),
      { numRuns: 150 },
    )
    expect(medFel).toBeGreaterThan(20)
    expect(medFel).toBeLessThan(150)
  })

  it('klarar tusentals perioder utan att ta lång tid', () => {
    const tusentals = Array.from({ length: 1500 }, (_, i) => ({
      id: '32',
      instans: i + 1,
      delsvar: [grad('HELT_NEDSATT'), period(datumFranDagnummer(20_000), datumFranDagnummer(20_000 + i))],
    }))
    const borjan = performance.now()
    expect(granskatRatt('2.0', med(...tusentals)).length).toBeGreaterThan(1400)
    expect(performance.now() - borjan).toBeLessThan(2000)
  })
})

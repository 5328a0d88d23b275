import { datum, datumFranDagnummer, plusDagar, type Datum, type Period } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betaldaEfter,
  dagarPaNormalnivaFore,
  dagEfterAldersgrans,
  DAGAR_EFTER_71,
  DAGAR_EFTER_RIKTALDER,
  intygsdagar,
  karens,
  kedjedagar,
  korTidslinjer,
  lageFor,
  manadenFor71,
  normalnivanSlutar,
  rehabkedja,
  sjukperiodensDagar,
  Tidslinjebyggare,
  tidslinjetabell,
  Tidsradsfel,
  uppnarRiktalder,
  type Inkomstslag,
  type Karenstid,
  type Periodslag,
  type Tidslinjelage,
  type Tidsperson,
} from '../index.ts'
import { dagForDag } from '../prov/dagfordag.ts'

const p = (from: string, tom: string, slag?: Periodslag, grad?: number) => ({
  from: datum(from),
  tom: datum(tom),
  ...(slag ? { slag } : {}),
  ...(grad ? { grad } : {}),
})
const lagen = (personer: readonly Tidsperson[], dag: Datum): Tidslinjelage[] => {
  const u = korTidslinjer(tidslinjetabell(personer), { datum: dag })
  return personer.map((_, i) => lageFor(u, i))
}
const laget = (person: Tidsperson, dag: string): Tidslinjelage => lagen([person], datum(dag))[0]!

const SJUKSLAG = ['sjukperiod', 'intyg', 'sjuklon', 'sjukpenning', 'forebyggande', 'rehabiliteringspenning'] as const
const ANDRA = ['allvarligSjukdom', 'sarskiltHogriskskydd', 'sjoman'] as const
const FORST = 20_000 // 2024-10-04
const enPeriod = (slag: readonly Periodslag[], hogst: number) =>
  fc
    .tuple(
      fc.integer({ min: FORST, max: FORST + 800 }),
      fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: hogst })),
      fc.constantFrom(...slag),
      fc.constantFrom(0.25, 0.5, 0.75, 1),
    )
    .map(([s, n, x, grad]) => ({ from: datumFranDagnummer(s), tom: datumFranDagnummer(s + n), slag: x, grad }))
/** Spell upon spell, so that high-risk protection comes and goes. */
const ofta = fc
  .array(fc.tuple(fc.integer({ min: 2, max: 33 }), fc.integer({ min: 0, max: 8 })), { minLength: 12, maxLength: 22 })
  .map((xs) => {
    let d = FORST
    return xs.map(([fria, langd]) => {
      const from = datumFranDagnummer(d)
      const tom = datumFranDagnummer(d + langd)
      d += langd + 1 + fria
      return { from, tom, slag: 'sjukpenning' as const, grad: 1 }
    })
  })
/** Short spells close to each other, so that joins and karens are met; long ones, so that the frame fills and ages pass. */
const person: fc.Arbitrary<Tidsperson> = fc.record(
  {
    fodd: fc.integer({ min: -5600, max: -2300 }).map(datumFranDagnummer),
    sysselsattning: fc.constantFrom('anstalld', 'behovsanstalld', 'egenforetagare', 'arbetslos', 'foraldraledig'),
    inkomstslag: fc.subarray<Inkomstslag>(['anstallning', 'annat'], { minLength: 1 }),
    karenstid: fc.constantFrom<Karenstid>(1, 14, 30, 60, 90),
    perioder: fc
      .tuple(
        fc.oneof({ weight: 3, arbitrary: fc.array(enPeriod(SJUKSLAG, 420), { maxLength: 8 }) }, ofta),
        fc.array(enPeriod(['sjukpenning'], 4), { maxLength: 6 }),
        fc.array(enPeriod(ANDRA, 300), { maxLength: 2 }),
      )
      .map((x) => x.flat()),
  },
  { requiredKeys: ['perioder'] },
)
const dagen = fc.integer({ min: FORST - 10, max: FORST + 1000 }).map(datumFranDagnummer)

describe('tidslinjerna över en befolkning (27 kap. 20–44, 46–51 §§)', () => {
  it('svarar som dag för dag, räknat för sig av paragrafernas ord', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), dagen, (personer, dag) => {
        lagen(personer, dag).forEach((l, i) => {
          expect(l).toMatchObject(dagForDag(personer[i]!, dag).facit)
        })
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  it('svarar som en persons funktioner', () => {
    fc.assert(
      fc.property(person, dagen, (x, dag) => {
        const l = lagen([x], dag)[0]!
        const av = (...slag: Periodslag[]): Period[] => x.perioder.filter((q) => slag.includes(q.slag!))
        const sjuk = av(...SJUKSLAG)
        const kedja = rehabkedja(sjuk, dag)
        expect(l.kedjedag).toBe(kedjedagar(sjuk, dag).dagar)
        expect(l.bedomningsgrund).toBe(kedja.bedomningsgrund)
        expect(l.intygsdag).toBe(intygsdagar(av('intyg'), dag).dagar)
        expect(l.sjukperiodsdag).toBe(sjukperiodensDagar(sjuk, dag))
        const grans = l.nasta?.slag.find((n) => ['dag91', 'dag181', 'dag366'].includes(n))
        if (grans) expect(kedja.nastaGrans).toEqual({ dag: Number(grans.slice(3)), datum: l.nasta!.datum })
        const facit = dagForDag(x, dag).underlag
        const f = {
          tidigareDagar: av('sjukpenning', 'forebyggande', 'rehabiliteringspenning'),
          sjuklonePerioder: av('sjuklon'),
          ejRaknade: facit.ejRaknade,
          allvarligSjukdom: av('allvarligSjukdom'),
        }
        if (l.normalnivadagar !== null) expect(l.normalnivadagar).toBe(dagarPaNormalnivaFore(f, dag))
        if (l.normalnivanSlutar) {
          const fran = facit.betalasFran
          const fore = {
            ...f,
            tidigareDagar: f.tidigareDagar.flatMap((q) =>
              q.from < fran ? [{ from: q.from, tom: q.tom < fran ? q.tom : plusDagar(fran, -1) }] : [],
            ),
            ejRaknade: [...f.ejRaknade.filter((d) => d < fran), ...(facit.avdragKvar ? [fran] : [])],
          }
          expect(l.normalnivanSlutar).toBe(normalnivanSlutar(fran, fore))
        }
        const betalda = av('sjukpenning', 'forebyggande')
        const [riktalder, manad71] = x.fodd ? [uppnarRiktalder(x.fodd), manadenFor71(x.fodd)] : [null, null]
        if (l.betaldaEfterRiktalder !== null) expect(l.betaldaEfterRiktalder).toBe(betaldaEfter(betalda, riktalder!, plusDagar(dag, -1)))
        if (l.betaldaEfter71 !== null) expect(l.betaldaEfter71).toBe(betaldaEfter(betalda, manad71!, plusDagar(dag, -1)))
        if (l.nasta?.slag.includes('slutEfter71'))
          expect(l.nasta.datum).toBe(dagEfterAldersgrans(betalda, manad71!, facit.betalasFran, DAGAR_EFTER_71))
        if (l.nasta?.slag.includes('fraganEfterRiktalder'))
          expect(l.nasta.datum).toBe(dagEfterAldersgrans(betalda, riktalder!, facit.betalasFran, DAGAR_EFTER_RIKTALDER))
        for (const inkomstslag of ['anstallning', 'annat'] as const) {
          const utfall = l.karens?.[inkomstslag]
          if (!utfall) continue
          const k = karens(
            {
              inkomstslag,
              sjukperioder: sjuk,
              sjuklonePerioder: av('sjuklon'),
              forebyggande: utfall === 'forebyggande',
              sjoman: utfall === 'sjoman',
              ...(x.karenstid && inkomstslag === 'annat' ? { karenstid: x.karenstid } : {}),
              ...(utfall === 'allmantHogriskskydd'
                ? { hogriskskydd: 'allmant' as const }
                : utfall === 'sarskiltHogriskskydd'
                  ? { hogriskskydd: 'sarskilt' as const }
                  : {}),
            },
            dag,
          )
          expect(k.typ).toBe(
            utfall === 'enDagsKarenstid' ? 'karenstid' : ['karensavdrag', 'karensdagar', 'karenstid'].includes(utfall) ? utfall : 'ingen',
          )
          if (inkomstslag === 'annat') expect(l.karens!.karensdag).toBe(k.dagar.some((q) => q.from <= dag && dag <= q.tom))
          if (utfall === 'karensavdrag') expect(l.karens!.avdragFran).toBe(k.avdragFran)
        }
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  it('det som inte är känt gör aldrig ett känt svar fel: svaret står sig vilken uppgiften än är', () => {
    fc.assert(
      fc.property(person, dagen, ({ sysselsattning: _s, inkomstslag: _i, ...x }, dag) => {
        const utan = lagen([x], dag)[0]!
        for (const inkomstslag of [['anstallning'], ['annat'], ['anstallning', 'annat']] as const) {
          const med = lagen([{ ...x, inkomstslag }], dag)[0]!
          for (const f of ['niva', 'normalnivadagar', 'normalnivanSlutar'] as const) if (utan[f] !== null) expect(utan[f]).toBe(med[f])
          if (med.sjukperiod && !med.karens) expect(utan.karens).toBeNull()
        }
      }),
      { numRuns: 200 },
    )
  })

  it('periodernas ordning, överlapp och uppdelning ändrar inget', () => {
    fc.assert(
      fc.property(person, dagen, (x, dag) => {
        const delade = x.perioder
          .flatMap((q) =>
            q.from < q.tom
              ? [
                  { ...q, from: plusDagar(q.from, 1) },
                  { ...q, tom: q.from },
                ]
              : [q],
          )
          .filter((q) => q.slag !== 'sjuklon')
        const hela = x.perioder.filter((q) => q.slag !== 'sjuklon')
        expect(laget({ ...x, perioder: [...delade].reverse() }, dag)).toEqual(laget({ ...x, perioder: hela }, dag))
      }),
      { numRuns: 200 },
    )
  })
})

describe('en persons rad', () => {
  const sjuk2026 = p('2026-01-01', '2026-12-31', 'sjukpenning')
  it('den anställda med sjuklön först: ingen karens, tretton dagar räknas, nästa gräns är dag 91', () => {
    const l = laget(
      {
        fodd: datum('1980-05-01'),
        sysselsattning: 'anstalld',
        perioder: [p('2026-01-01', '2026-01-14', 'sjuklon'), p('2026-01-15', '2026-12-31', 'sjukpenning', 0.5)],
      },
      '2026-03-01',
    )
    expect(l).toMatchObject({
      kedjedag: 60,
      bedomningsgrund: '1-90',
      grad: 0.5,
      niva: 'normal',
      normalnivadagar: 13 + 45,
      karens: { anstallning: 'sjuklon', annat: null, avdragFran: null, karensdag: false },
      nasta: { slag: ['dag91'], datum: '2026-04-01' },
    })
  })
  it('första dagen med karensavdrag räknas inte, så normalnivån slutar en dag senare', () => {
    const arbetslos = laget({ fodd: datum('1980-05-01'), sysselsattning: 'arbetslos', perioder: [sjuk2026] }, '2026-03-01')
    const egen = laget({ fodd: datum('1980-05-01'), sysselsattning: 'egenforetagare', perioder: [sjuk2026] }, '2026-03-01')
    expect(arbetslos).toMatchObject({
      karens: { anstallning: 'karensavdrag', avdragFran: '2026-01-01' },
      normalnivanSlutar: '2027-01-01',
      nasta: { slag: ['normalnivanSlutar'], datum: '2027-01-01' },
    })
    expect(egen).toMatchObject({ karens: { annat: 'karensdagar' }, normalnivanSlutar: '2026-12-31', nasta: { slag: ['dag91'] } })
  })
  it('ramtiden är full redan den dag karensavdraget görs: fortsättningsnivån gäller från den dagen', () => {
    const l = laget(
      {
        sysselsattning: 'arbetslos',
        perioder: [p('2024-12-01', '2025-12-31', 'sjukpenning'), p('2026-01-10', '2026-02-10', 'sjukpenning')],
      },
      '2026-01-10',
    )
    expect(l).toMatchObject({ niva: 'fortsattning', normalnivanSlutar: '2026-01-10', karens: { anstallning: 'karensavdrag' } })
  })
  it('efter riktåldern ställs frågan när 180 dagar är betalda; efter 71 års månad tar dagarna slut', () => {
    const perioder = [p('2025-01-01', '2026-12-31', 'sjukpenning', 0.25)]
    // Born in November 1959: riktålder 66, November 2025.
    expect(laget({ fodd: datum('1959-11-20'), sysselsattning: 'anstalld', perioder }, '2026-04-29')).toMatchObject({
      alder: 'riktalder',
      betaldaEfterRiktalder: 179,
      fraganEfterRiktalder: false,
      nasta: { slag: ['fraganEfterRiktalder'], datum: '2026-04-30' },
    })
    expect(laget({ fodd: datum('1959-11-20'), sysselsattning: 'anstalld', perioder }, '2026-04-30')).toMatchObject({
      betaldaEfterRiktalder: 180,
      fraganEfterRiktalder: true,
    })
    expect(laget({ fodd: datum('1955-01-31'), sysselsattning: 'anstalld', perioder }, '2026-06-29')).toMatchObject({
      alder: 'efter71',
      betaldaEfter71: 179,
      slutEfter71: false,
      nasta: { slag: ['slutEfter71'], datum: '2026-06-30' },
    })
    expect(laget({ fodd: datum('1955-01-31'), sysselsattning: 'anstalld', perioder }, '2026-06-30')).toMatchObject({
      betaldaEfter71: 180,
      slutEfter71: true,
    })
  })
  it('allmänt högriskskydd efter tio karensavdrag på tolv månader', () => {
    const perioder = Array.from({ length: 12 }, (_, i) => ({
      from: plusDagar(datum('2026-01-01'), i * 20),
      tom: plusDagar(datum('2026-01-02'), i * 20),
      slag: 'sjukpenning' as const,
    }))
    const dag = (i: number) => laget({ sysselsattning: 'arbetslos', perioder }, perioder[i]!.from)
    expect(dag(9).karens?.anstallning).toBe('karensavdrag')
    expect(dag(10)).toMatchObject({ karens: { anstallning: 'allmantHogriskskydd' }, hogriskskydd: 'allmant' })
  })
  it.each([
    [4, 'karensdagar'], // five periods, 20 days lost
    [5, 'allmantHogriskskydd'], // five periods, 21 days lost
  ])('egenföretagaren: efter fem sjukperioder med karensdagar, den sista på %i dagar: %s', (sista, utfall) => {
    const langder = [4, 4, 4, 4, sista, 10]
    const perioder = langder.map((n, i) => ({
      from: plusDagar(datum('2026-01-01'), i * 20),
      tom: plusDagar(datum('2026-01-01'), i * 20 + n - 1),
    }))
    expect(laget({ sysselsattning: 'egenforetagare', perioder }, perioder[5]!.from).karens?.annat).toBe(utfall)
  })
  it('egenföretagaren med en dags karenstid förlorar första dagen, och har högriskskydd i den elfte sjukperioden på ett år', () => {
    const perioder = Array.from({ length: 11 }, (_, i) => ({
      from: plusDagar(datum('2026-01-01'), i * 20),
      tom: plusDagar(datum('2026-01-05'), i * 20),
      slag: 'sjukpenning' as const,
    }))
    const dag = (i: number, karenstid: Karenstid, n = 0) =>
      laget({ sysselsattning: 'egenforetagare', karenstid, perioder }, plusDagar(perioder[i]!.from, n)).karens
    expect(dag(9, 1)).toMatchObject({ annat: 'enDagsKarenstid', karensdag: true })
    expect(dag(9, 1, 1)).toMatchObject({ annat: 'enDagsKarenstid', karensdag: false })
    expect(dag(10, 1)).toMatchObject({ annat: 'allmantHogriskskydd', karensdag: false })
    expect(dag(10, 14)).toMatchObject({ annat: 'karenstid' })
  })
  it('utan uppgift om inkomstslag och födelsedag är karens och åldrar inte kända, och det sägs', () => {
    const l = laget({ perioder: [p('2026-01-01', '2026-06-30')] }, '2026-03-01')
    expect(l).toMatchObject({ kedjedag: 60, karens: null, alder: null, niva: 'normal' })
    expect(l.saknas.map((s) => s.namn)).toEqual(['fodd', 'inkomstslag'])
  })
  it('före den dag då källorna ger lagen är grund, nivå och nästa dag inte kända', () => {
    const l = laget(
      { fodd: datum('1980-05-01'), sysselsattning: 'anstalld', perioder: [p('2018-01-01', '2018-12-31', 'sjukpenning')] },
      '2018-03-01',
    )
    expect(l).toMatchObject({ kedjedag: 60, bedomningsgrund: null, niva: null, normalnivadagar: null, karens: null, nasta: null })
    expect(l.saknas.map((s) => s.text)).toEqual([
      'Rehabiliteringskedjans prövningar är inte kända före 2022-01-01 i källorna.',
      'Nivåer och karens i 27 kap. 21–33 och 39–40 §§ är inte kända före 2019-01-01 i källorna.',
    ])
  })
  it('en fri dag säger när kedjan bryts', () => {
    expect(laget({ perioder: [p('2026-01-01', '2026-01-10')] }, '2026-02-01')).toMatchObject({
      sjukperiod: false,
      kedjedag: 10,
      bedomningsgrund: null,
      karens: null,
      nasta: { slag: ['kedjanBryts'], datum: '2026-04-10' },
    })
    expect(laget({ perioder: [p('2026-01-01', '2026-01-10')] }, '2026-04-10')).toMatchObject({ kedjedag: 0, nasta: null })
  })
})

describe('tabellen', () => {
  it('var person kan ha sin egen dag, men då alla', () => {
    const personer = [{ perioder: [p('2026-01-01', '2026-01-31')] }, { perioder: [p('2026-01-01', '2026-01-31')] }]
    const u = korTidslinjer(tidslinjetabell(personer, (_, i) => datum(`2026-01-${10 + i}`)))
    expect([lageFor(u, 0).kedjedag, lageFor(u, 1).kedjedag]).toEqual([10, 11])
    expect(() => new Tidslinjebyggare().person({}, datum('2026-01-01')).person({}).klar()).toThrow(Tidsradsfel)
    expect(() => korTidslinjer(tidslinjetabell(personer))).toThrow('Ange datum')
  })
  it('tar inte en period som slutar innan den börjar, eller en födelsedag utanför tabellen', () => {
    expect(() => tidslinjetabell([{ perioder: [p('2026-01-02', '2026-01-01')] }])).toThrow('slutar (2026-01-01) innan den börjar')
    expect(() => tidslinjetabell([{ fodd: datum('1899-12-31'), perioder: [] }])).toThrow('1900-01-01')
  })
  it('en tom befolkning och en person utan perioder går bra, och en rad som inte finns sägs', () => {
    expect(korTidslinjer(tidslinjetabell([]), { datum: datum('2026-01-01') }).antal).toBe(0)
    const u = korTidslinjer(tidslinjetabell([{ perioder: [] }]), { datum: datum('2026-01-01') })
    expect(lageFor(u, 0)).toMatchObject({ sjukperiod: false, kedjedag: 0, nasta: null, saknas: [] })
    expect(() => lageFor(u, 1)).toThrow('Rad 1 finns inte.')
  })
})

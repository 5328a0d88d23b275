import { antalDagar, dagarI, datum, datumFranDagnummer, innehaller, plusDagar, vardePa, type Datum, type Period } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allmantHogriskskydd,
  aterinsjuknande,
  bedomningsgrund,
  datumForKedjedag,
  harUppnattTidigastePension,
  intygsdagar,
  karens,
  kedjedagar,
  kortaLagrum,
  forstaFjortonDagarna,
  forstaNittioDagarna,
  lakarintygFran,
  nivaer,
  omprovningSenast,
  raknasSammanlagt,
  rehabkedja,
  sammanlaggningUtom49,
  sjuklonedagarSomRaknas,
  sjukperiodensDagar,
  sjukperiodVid,
  uppnarRiktalder,
  utanIntygskrav,
  yttrandeSenast,
  type Person,
} from '../index.ts'

const p = (from: string, tom: string): Period => ({ from: datum(from), tom: datum(tom) })
const enPeriod = fc
  .tuple(fc.integer({ min: 20_000, max: 20_700 }), fc.integer({ min: 0, max: 90 }))
  .map(([s, n]) => ({ from: datumFranDagnummer(s), tom: datumFranDagnummer(s + n) }))

/** Day by day, straight from the words of 51 §: the oracle. */
function raknaDagForDag(perioder: readonly Period[], dag: Datum, hogstaGlapp: number): number {
  let [antal, glapp] = [0, 0]
  let d = dag
  while (d > '2023-01-01') {
    if (perioder.some((q) => innehaller(q, d))) {
      antal++
      glapp = 0
    } else if (++glapp > hogstaGlapp) break
    d = plusDagar(d, -1)
  }
  return antal
}

describe('rehabiliteringskedjan (27 kap. 51 §)', () => {
  it('89 fria dagar läggs samman, 90 gör det inte', () => {
    const forsta = p('2026-01-01', '2026-01-10')
    const efter = (fria: number) => ({ from: plusDagar(forsta.tom, fria + 1), tom: plusDagar(forsta.tom, fria + 5) })
    expect(kedjedagar([forsta, efter(89)], efter(89).tom).dagar).toBe(15)
    expect(kedjedagar([forsta, efter(90)], efter(90).tom).dagar).toBe(5)
  })

  it('räknar som dag för dag, oavsett ordning, överlapp och uppdelning', () => {
    fc.assert(
      fc.property(fc.array(enPeriod, { maxLength: 7 }), fc.integer({ min: 19_990, max: 20_900 }).map(datumFranDagnummer), (ps, dag) => {
        expect(kedjedagar(ps, dag).dagar).toBe(raknaDagForDag(ps, dag, 89))
        expect(intygsdagar(ps, dag).dagar).toBe(raknaDagForDag(ps, dag, 5))
        expect(kedjedagar([...ps].reverse(), dag).dagar).toBe(kedjedagar(ps, dag).dagar)
        expect(intygsdagar(ps, dag).dagar).toBeLessThanOrEqual(kedjedagar(ps, dag).dagar)
        expect(kedjedagar(ps, dag).dagar).toBeLessThanOrEqual(antalDagar(ps))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    [90, '1-90', { dag: 91, datum: '2026-04-01' }],
    [91, '91-180', { dag: 181, datum: '2026-06-30' }],
    [180, '91-180', { dag: 181, datum: '2026-06-30' }],
    [181, '181-365', { dag: 366, datum: '2027-01-01' }],
    [365, '181-365', { dag: 366, datum: '2027-01-01' }],
    [366, '366-', null],
  ])('dag %i bedöms i intervallet %s', (dag, grund, nasta) => {
    const d = plusDagar(datum('2026-01-01'), dag - 1)
    expect(rehabkedja([p('2026-01-01', '2028-01-01')], d)).toMatchObject({ kedjedagar: dag, bedomningsgrund: grund, nastaGrans: nasta })
  })

  it('en fri dag har varken grund eller nästa gräns, och räkningen står kvar tills glappet blir för långt', () => {
    const ps = [p('2026-01-01', '2026-01-10')]
    expect(rehabkedja(ps, datum('2026-01-15'))).toEqual({ kedjedagar: 10, intygsdagar: 10, bedomningsgrund: null, nastaGrans: null })
    expect(rehabkedja(ps, datum('2026-01-16'))).toMatchObject({ kedjedagar: 10, intygsdagar: 0 })
    expect(rehabkedja(ps, plusDagar(datum('2026-01-10'), 89))).toMatchObject({ kedjedagar: 10 })
    expect(rehabkedja(ps, plusDagar(datum('2026-01-10'), 90))).toMatchObject({ kedjedagar: 0 })
    expect(rehabkedja([], datum('2026-01-01'))).toEqual({ kedjedagar: 0, intygsdagar: 0, bedomningsgrund: null, nastaGrans: null })
  })

  it('vet vilken dag som är kedjedag n, också över ett glapp', () => {
    const ps = [p('2026-01-01', '2026-01-31'), p('2026-03-01', '2026-12-31')]
    expect(datumForKedjedag(ps, datum('2026-03-10'), 31)).toBe('2026-01-31')
    expect(datumForKedjedag(ps, datum('2026-03-10'), 32)).toBe('2026-03-01')
    expect(datumForKedjedag(ps, datum('2026-03-10'), 181)).toBe(plusDagar(datum('2026-03-01'), 149))
  })
})

describe('återinsjuknande (27 kap. 32 §)', () => {
  it('en sjukperiod som börjar inom fem dagar fortsätter den förra', () => {
    const a = p('2026-03-01', '2026-03-10')
    expect(aterinsjuknande([a, p('2026-03-15', '2026-03-20')], datum('2026-03-15'))).toHaveLength(2)
    expect(aterinsjuknande([a, p('2026-03-16', '2026-03-20')], datum('2026-03-16'))).toHaveLength(1)
  })
})

describe('det som räknas i sjukperioden (27 kap. 26 §) och inte läggs samman av 32 §', () => {
  // The second spell begins two days after the first ended: joined by 32 §, but a sick period of its own by 26 §.
  const forsta = p('2026-03-01', '2026-03-10')
  const andra = p('2026-03-13', '2026-06-30')
  const sjuk = [forsta, andra]

  it('32 § lägger samman dem bara för 20–24, 27 och 27 a §§', () => {
    expect(aterinsjuknande(sjuk, andra.from)).toEqual(sjuk)
    expect(sjukperiodVid(sjuk, andra.from)).toEqual(andra)
    expect(sjukperiodVid(sjuk, datum('2026-03-11'))).toBeUndefined()
  })

  it('de första 14 dagarna (10 §) är den nya sjukperiodens egna', () => {
    expect(forstaFjortonDagarna(sjuk)).toEqual([forsta, p('2026-03-13', '2026-03-26')])
  })

  it('de första 90 dagarna för behovsanställda (16 a §) är den nya sjukperiodens egna, fast kedjan räknar vidare', () => {
    expect(forstaNittioDagarna(sjuk)).toEqual([forsta, p('2026-03-13', '2026-06-10')])
    expect(kedjedagar(sjuk, datum('2026-06-10')).dagar).toBe(100)
  })

  it('läkarintyg (25 §) behövs från den sjunde dagen efter den nya sjukperiodens första dag', () => {
    expect(utanIntygskrav(sjuk)).toEqual([p('2026-03-01', '2026-03-07'), p('2026-03-13', '2026-03-19')])
    expect(lakarintygFran(andra.from)).toBe('2026-03-20')
  })

  it('de 15 dagarna före ett interimistiskt beslut (112 kap. 2 a §) räknas i den pågående sjukperioden', () => {
    expect(sjukperiodensDagar(sjuk, datum('2026-03-26'))).toBe(14)
    expect(sjukperiodensDagar(sjuk, datum('2026-03-27'))).toBe(15)
    expect(sjukperiodensDagar(sjuk, datum('2026-03-11'))).toBe(0)
  })

  it('utan fri dag emellan är det samma sjukperiod', () => {
    const sammanhang = [forsta, p('2026-03-11', '2026-03-31')]
    expect(forstaFjortonDagarna(sammanhang)).toEqual([p('2026-03-01', '2026-03-14')])
    expect(utanIntygskrav(sammanhang)).toEqual([p('2026-03-01', '2026-03-07')])
  })
})

/** 21–24 §§ one day at a time: the oracle for the interval algebra. */
function nivaDagForDag(attBetala: Period[], tidigare: Period[], sjuklon: Period[], ejRaknade: Datum[]): Map<Datum, string> {
  const raknade = new Set([...tidigare, ...sjuklonedagarSomRaknas(sjuklon)].flatMap(dagarI).filter((d) => !ejRaknade.includes(d)))
  const ut = new Map<Datum, string>()
  for (const d of [...new Set(attBetala.flatMap(dagarI))].sort()) {
    const n = [...raknade].filter((x) => x >= plusDagar(d, -450) && x < d).length
    ut.set(d, n < 364 ? 'normal' : 'fortsattning')
    if (!ejRaknade.includes(d)) raknade.add(d)
  }
  return ut
}

describe('förmånstiden (27 kap. 21–24 §§)', () => {
  it('364 dagar på normalnivå, tretton av dem i sjuklöneperioden', () => {
    const t = nivaer([p('2025-01-15', '2026-06-30')], {
      tidigareDagar: [],
      sjuklonePerioder: [p('2025-01-01', '2025-01-14')],
      ejRaknade: [],
      allvarligSjukdom: [],
    })
    expect(t[0]).toMatchObject({ varde: 'normal', tom: plusDagar(datum('2025-01-15'), 364 - 13 - 1) })
    expect(t[1]).toMatchObject({ varde: 'fortsattning' })
  })

  it('karensdagen räknas inte, och vid allvarlig sjukdom stannar nivån på den normala', () => {
    const utan = nivaer([p('2025-01-01', '2026-01-31')], {
      tidigareDagar: [],
      sjuklonePerioder: [],
      ejRaknade: [datum('2025-01-01')],
      allvarligSjukdom: [],
    })
    expect(utan[0]!.tom).toBe(plusDagar(datum('2025-01-01'), 364))
    const allvarlig = nivaer([p('2025-01-01', '2026-03-31')], {
      tidigareDagar: [],
      sjuklonePerioder: [],
      ejRaknade: [],
      allvarligSjukdom: [p('2025-06-01', '2026-12-31')],
    })
    expect(allvarlig.map((s) => s.varde)).toEqual(['normal'])
  })

  it('räknas lika med intervall som dag för dag', () => {
    fc.assert(
      fc.property(
        fc.array(enPeriod, { minLength: 1, maxLength: 6 }),
        fc.array(enPeriod, { maxLength: 6 }),
        fc.boolean(),
        (attBetala, tidigare, karens) => {
          const forsta = [...attBetala].map((q) => q.from).sort()[0]!
          const langa = attBetala.map((q) => ({ from: q.from, tom: plusDagar(q.from, 200) }))
          const ej = karens ? [forsta] : []
          const t = nivaer(langa, { tidigareDagar: tidigare, sjuklonePerioder: [], ejRaknade: ej, allvarligSjukdom: [] })
          const facit = nivaDagForDag(langa, tidigare, [], ej)
          for (const [d, v] of facit) expect(vardePa(t, d), d).toBe(v)
          expect(antalDagar(t)).toBe(facit.size)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('karens (27 kap. 27–33 §§)', () => {
  const sjuk = [p('2026-03-02', '2026-04-30')]
  it('arbetsgivaren har redan gjort karensavdraget när perioden inleds med sjuklön', () => {
    expect(
      karens({ inkomstslag: 'anstallning', sjukperioder: sjuk, sjuklonePerioder: [p('2026-03-02', '2026-03-15')] }, datum('2026-03-16'))
        .typ,
    ).toBe('ingen')
  })
  it('den arbetslösa får ett karensavdrag från första dagen', () => {
    expect(karens({ inkomstslag: 'anstallning', sjukperioder: sjuk, sjuklonePerioder: [] }, datum('2026-03-20'))).toMatchObject({
      typ: 'karensavdrag',
      avdragFran: '2026-03-02',
    })
  })
  it('egenföretagaren har sju karensdagar, räknade över ett återinsjuknande', () => {
    const k = karens(
      { inkomstslag: 'annat', sjukperioder: [p('2026-03-02', '2026-03-04'), p('2026-03-08', '2026-04-30')], sjuklonePerioder: [] },
      datum('2026-03-10'),
    )
    expect(k.dagar).toEqual([p('2026-03-02', '2026-03-04'), p('2026-03-08', '2026-03-11')])
    expect(kortaLagrum(k.lagrum)).toBe('27:27 a, 27:32')
  })
  it('vald karenstid räknas samman när perioderna ligger högst tjugo dagar isär', () => {
    const k = karens(
      {
        inkomstslag: 'annat',
        karenstid: 14,
        sjukperioder: [p('2026-03-01', '2026-03-10'), p('2026-03-30', '2026-04-30')],
        sjuklonePerioder: [],
      },
      datum('2026-04-10'),
    )
    expect(antalDagar(k.dagar)).toBe(14)
    expect(k.dagar[1]).toEqual(p('2026-03-30', '2026-04-02'))
  })
  const egen = { inkomstslag: 'annat' as const, sjukperioder: sjuk, sjuklonePerioder: [] }
  const undantagen = [
    ['medicinsk behandling', { forebyggande: true }],
    ['allmänt högriskskydd', { hogriskskydd: 'allmant' as const }],
    ['särskilt högriskskydd', { hogriskskydd: 'sarskilt' as const }],
    ['sjöman', { sjoman: true }],
  ] as const
  it('en dags karenstid: den första dagen är förlorad, och läggs samman över fem dagar, inte tjugo (30 §, 33 § andra stycket)', () => {
    const k = karens({ ...egen, karenstid: 1 }, datum('2026-03-20'))
    expect(k).toMatchObject({ typ: 'karenstid', dagar: [p('2026-03-02', '2026-03-02')] })
    expect(kortaLagrum(k.lagrum)).toBe('27:30')
    const igen = (from: string) =>
      karens({ ...egen, karenstid: 1, sjukperioder: [p('2026-03-02', '2026-03-04'), p(from, '2026-04-30')] }, datum('2026-04-01')).dagar
    expect(igen('2026-03-09')).toEqual([p('2026-03-02', '2026-03-02')])
    expect(igen('2026-03-10')).toEqual([p('2026-03-10', '2026-03-10')])
  })
  it.each(undantagen.filter(([, l]) => !('sjoman' in l)))('den förlorade första dagen lämnas vid %s', (_, l) => {
    expect(karens({ ...egen, karenstid: 1, ...l }, datum('2026-03-03'))).toMatchObject({ typ: 'ingen', dagar: [] })
  })
  it('28 a § lyfter karensavdrag och karensdagar för sjömannen, men nämner inte 30 §', () => {
    expect(karens({ ...egen, sjoman: true }, datum('2026-03-03')).typ).toBe('ingen')
    expect(karens({ ...egen, sjoman: true, karenstid: 1 }, datum('2026-03-03')).typ).toBe('karenstid')
  })
  it.each(undantagen)('en karenstid på 14–90 dagar gäller också vid %s: det som lyfter karens nämner bara 27 och 27 a §§', (_, l) => {
    for (const karenstid of [14, 30, 60, 90] as const)
      expect(antalDagar(karens({ ...egen, karenstid, ...l }, datum('2026-03-03')).dagar)).toBe(Math.min(karenstid, antalDagar(sjuk)))
    expect(karens({ ...egen, ...l }, datum('2026-03-03')).typ).toBe('ingen')
  })
  it('den som blev arbetslös har inte kvar sin karenstid (28 b §)', () => {
    const k = karens({ ...egen, karenstid: 90, blevArbetslos: true, forebyggande: true }, datum('2026-03-03'))
    expect([k.typ, kortaLagrum(k.lagrum)]).toEqual(['ingen', '27:28 b'])
  })
  it('tio sjukperioder med en dags karenstid ger allmänt högriskskydd (39 § andra stycket); längre karenstid ger inget', () => {
    const forlorade = Array.from({ length: 10 }, (_, i) => ({
      dag: plusDagar(datum('2026-01-01'), i * 20),
      forloradeDagar: 1,
      inkomstslag: 'annat' as const,
      karenstid: 1 as const,
    }))
    expect(allmantHogriskskydd(forlorade, datum('2026-10-01'), 'annat', 1).uppfyllt).toBe(true)
    expect(allmantHogriskskydd(forlorade.slice(1), datum('2026-10-01'), 'annat', 1).uppfyllt).toBe(false)
    const karensdagar = forlorade.map(({ karenstid: _k, ...f }) => ({ ...f, forloradeDagar: 7 }))
    expect(allmantHogriskskydd(karensdagar, datum('2026-10-01'), 'annat').uppfyllt).toBe(true)
    expect(allmantHogriskskydd(karensdagar, datum('2026-10-01'), 'annat', 14).uppfyllt).toBe(false)
    // Lost to 30 §: no ground for the days of 27 a §.
    expect(
      allmantHogriskskydd(
        forlorade.map((f) => ({ ...f, forloradeDagar: 7 })),
        datum('2026-10-01'),
        'annat',
      ).uppfyllt,
    ).toBe(false)
  })
  it('allmänt högriskskydd efter tio karensavdrag på tolv månader', () => {
    const tillfallen = Array.from({ length: 10 }, (_, i) => ({
      dag: plusDagar(datum('2026-01-01'), i * 20),
      forloradeDagar: 1,
      inkomstslag: 'anstallning' as const,
    }))
    expect(allmantHogriskskydd(tillfallen, datum('2026-10-01'), 'anstallning').uppfyllt).toBe(true)
    expect(allmantHogriskskydd(tillfallen, datum('2027-01-02'), 'anstallning').uppfyllt).toBe(false)
    const egna = Array.from({ length: 5 }, (_, i) => ({
      dag: plusDagar(datum('2026-01-01'), i * 30),
      forloradeDagar: i < 4 ? 5 : 1,
      inkomstslag: 'annat' as const,
    }))
    expect(allmantHogriskskydd(egna, datum('2026-10-01'), 'annat')).toMatchObject({ uppfyllt: true, forloradeDagar: 21 })
  })
})

describe('bedömningsgrunden (27 kap. 46–52 §§)', () => {
  const grund = (p: Person, n: number) => bedomningsgrund(p, n, datum('2026-06-01'))
  it.each<[Person, number, string[], string[]]>([
    [{ sysselsattning: 'anstalld' }, 90, ['vanligtArbete'], []],
    [{ sysselsattning: 'anstalld' }, 91, ['vanligtArbete', 'annatHosArbetsgivaren'], []],
    [
      { sysselsattning: 'anstalld' },
      181,
      ['vanligtArbete', 'annatHosArbetsgivaren', 'normaltForekommande', 'annatLampligtTillgangligt'],
      ['overvagandeSkal', 'sarskildaSkal', 'oskaligt'],
    ],
    [
      { sysselsattning: 'anstalld' },
      366,
      ['vanligtArbete', 'annatHosArbetsgivaren', 'normaltForekommande', 'annatLampligtTillgangligt'],
      ['sarskildaSkal', 'oskaligt'],
    ],
    [
      { sysselsattning: 'anstalld' },
      365,
      ['vanligtArbete', 'annatHosArbetsgivaren', 'normaltForekommande', 'annatLampligtTillgangligt'],
      ['overvagandeSkal', 'sarskildaSkal', 'oskaligt'],
    ],
    [
      { sysselsattning: 'anstalld' },
      550,
      ['vanligtArbete', 'annatHosArbetsgivaren', 'normaltForekommande', 'annatLampligtTillgangligt'],
      ['sarskildaSkal', 'oskaligt'],
    ],
    [
      { sysselsattning: 'anstalld' },
      551,
      ['vanligtArbete', 'annatHosArbetsgivaren', 'normaltForekommande', 'annatLampligtTillgangligt'],
      ['oskaligt'],
    ],
    [{ sysselsattning: 'egenforetagare' }, 91, ['vanligtArbete'], []],
    [
      { sysselsattning: 'egenforetagare' },
      181,
      ['vanligtArbete', 'normaltForekommande', 'annatLampligtTillgangligt'],
      ['overvagandeSkal', 'sarskildaSkal', 'oskaligt'],
    ],
    [{ sysselsattning: 'behovsanstalld' }, 90, ['vanligtArbete'], []],
    [{ sysselsattning: 'behovsanstalld' }, 91, ['vanligtArbete', 'normaltForekommande', 'annatLampligtTillgangligt'], []],
    [{ sysselsattning: 'behovsanstalld', overenskommetPass: true }, 91, ['vanligtArbete', 'annatHosArbetsgivaren'], []],
    [
      { sysselsattning: 'anstalld', forbiTidigastePension: true },
      181,
      ['vanligtArbete', 'annatHosArbetsgivaren', 'annatLampligtTillgangligt'],
      [],
    ],
    [{ sysselsattning: 'arbetslos' }, 1, ['normaltForekommande', 'annatLampligtTillgangligt'], []],
    [{ sysselsattning: 'foraldraledig' }, 200, ['vardaBarn'], []],
  ])('%o på dag %i', (person, dag, provas, undantag) => {
    expect(grund(person, dag)).toMatchObject({ provas, undantag })
  })
})

describe('51 § nämner 46–49 §§ men inte 49 b och 49 d §§ (ADR 0080)', () => {
  const dag = datum('2026-06-01')
  it.each([
    ['den behovsanställda på sammanlagd dag 91', { sysselsattning: 'behovsanstalld' }, 91, 40, '49 b §', 'normaltForekommande'],
    [
      'den äldre på sammanlagd dag 181',
      { sysselsattning: 'anstalld', forbiTidigastePension: true },
      181,
      40,
      '49 d §',
      'annatLampligtTillgangligt',
    ],
  ] as [string, Person, number, number, string, string][])(
    '%s bedöms sammanlagt, och handläggaren får veta att texten är oklar',
    (_, p, n, egen, paragraf, provas) => {
      const g = bedomningsgrund(p, n, dag, egen)
      expect(g.provas).toContain(provas)
      expect(g.text).toContain(`Lagen är oklar: 51 § om sammanläggning av sjukperioder nämner 46–49 §§, men inte ${paragraf}`)
      expect(kortaLagrum(g.lagrum)).toContain('27:51')
    },
  )
  it('med riksinställningen av räknas den egna sjukperioden', () => {
    const v = sammanlaggningUtom49.varden[0] as { varde: boolean }
    v.varde = false
    try {
      expect(bedomningsgrund({ sysselsattning: 'behovsanstalld' }, 91, dag, 40)).toMatchObject({
        provas: ['vanligtArbete'],
        text: expect.stringContaining('Riksinställningen är att de inte läggs samman.'),
      })
      expect(raknasSammanlagt({ sysselsattning: 'behovsanstalld' }, dag)).toBe(false)
      expect(raknasSammanlagt({ sysselsattning: 'anstalld' }, dag)).toBe(true)
    } finally {
      v.varde = true
    }
  })
  it('det sägs inte när det inte avgör något, eller när 51 § nämner prövningen', () => {
    const text = (p: Person, n: number, egen: number) => bedomningsgrund(p, n, dag, egen).text
    expect(text({ sysselsattning: 'behovsanstalld' }, 200, 91)).not.toContain('oklar')
    expect(text({ sysselsattning: 'behovsanstalld' }, 91, 91)).not.toContain('oklar')
    expect(text({ sysselsattning: 'behovsanstalld', overenskommetPass: true }, 91, 40)).not.toContain('oklar')
    expect(text({ sysselsattning: 'anstalld' }, 181, 40)).not.toContain('oklar')
  })
})

describe('åldrar', () => {
  it('riktåldern uppnås i månaden för den ålder som gäller det året', () => {
    expect(uppnarRiktalder(datum('1957-05-20'))).toBe('2022-05-01')
    expect(uppnarRiktalder(datum('1958-05-20'))).toBe('2024-05-01')
    expect(uppnarRiktalder(datum('1959-11-20'))).toBe('2025-11-01')
    expect(uppnarRiktalder(datum('1960-05-20'))).toBe('2027-05-01')
    expect(uppnarRiktalder(datum('1975-05-20'))).toBeNull()
  })
  it('pension kan tas ut tidigast tre år före riktåldern', () => {
    expect(harUppnattTidigastePension(datum('1963-01-15'), datum('2026-11-30'))).toBe(false)
    expect(harUppnattTidigastePension(datum('1962-11-15'), datum('2026-11-30'))).toBe(true)
    expect(harUppnattTidigastePension(datum('1980-01-01'), datum('2026-11-30'))).toBe(false)
  })
})

describe('frister', () => {
  it('omprövning inom två månader från dagen då personen fick beslutet, flyttad till vardag', () => {
    expect(omprovningSenast(datum('2026-03-10'))).toBe('2026-05-11') // 10 May 2026 is a Sunday
  })
  it('yttrande inom den tid landet bestämt, flyttad till vardag', () => {
    expect(yttrandeSenast(datum('2026-03-20'))).toBe('2026-04-07') // Good Friday
  })
})

import { dagarMellan, datum, datumFranDagnummer } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exempelintyg, pahittatPersonId } from '../exempel/exempel.ts'
import { bytes, last, VERSIONER } from '../exempel/provning.ts'
import { granska } from '../granska/granska.ts'
import { ICD10SE, PROGNOSDAGAR } from '../kodverk.ts'
import { lasIntyg } from '../las/las.ts'
import type { Rasvar, Ravarde } from '../modell.ts'
import { Intygsproblem } from '../problem.ts'
import { skrivIntyg } from './intyg.ts'
import { svarAv, type Lisjpdata } from './svar.ts'

const valfritt = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined })
// Trimmed: the reader trims fields of the head; answers are verbatim and get their own test.
const ord = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abcåäöÅÄÖ &<>"\'-.\n1') }).map((t) => `x${t}x`)
const enDag = fc.integer({ min: 20_000, max: 21_000 }).map(datumFranDagnummer)
const kodAv = (...koder: string[]) => fc.constantFrom(...koder).map((kod) => ({ kod }))
const beskrivning = fc.record({ icf: fc.array(fc.constantFrom('Smärta', 'Sömnfunktioner', 'Gå'), { maxLength: 3 }), text: ord })

const gemensamt = {
  smittskydd: valfritt(fc.boolean()),
  sysselsattning: fc.array(kodAv('NUVARANDE_ARBETE', 'STUDIER', 'ARBETSSOKANDE'), { maxLength: 3 }),
  arbete: valfritt(ord),
  diagnoser: fc.array(fc.record({ kod: fc.constantFrom('M545', 'F438A', 'Z733', 'U109'), text: ord, kodsystem: fc.constant(ICD10SE) }), {
    maxLength: 3,
  }),
  funktionsnedsattning: beskrivning,
  aktivitetsbegransning: beskrivning,
  perioder: fc.array(
    fc
      .tuple(fc.constantFrom(1 as const, 0.75 as const, 0.5 as const, 0.25 as const), enDag, enDag)
      .map(([grad, a, b]) => ({ grad, from: a < b ? a : b, tom: a < b ? b : a })),
    { maxLength: 4 },
  ),
  arbetstidsforlaggning: valfritt(
    fc.oneof(
      fc.constant({ forsamrar: false }),
      ord.map((motivering) => ({ forsamrar: true, motivering })),
    ),
  ),
  arbetsresor: valfritt(fc.boolean()),
  langreAnRekommenderat: valfritt(ord),
  atgarderText: valfritt(ord),
  ovrigt: valfritt(ord),
  kontakt: valfritt(
    fc.oneof(
      fc.constant({ onskas: false }),
      ord.map((skal) => ({ onskas: true, skal })),
    ),
  ),
}
const grund = (...koder: string[]) => fc.array(fc.record({ kod: fc.constantFrom(...koder), datum: enDag }), { maxLength: 4 })

const lisjp = {
  '1.3': fc.record({
    ...gemensamt,
    grund: grund('UNDERSOKNING', 'JOURNALUPPGIFTER'),
    behandling: fc.record({ pagaende: ord, planerad: ord }),
    prognos: fc.constantFrom(...PROGNOSDAGAR.values()).map((dagar) => ({ kod: 'ATER_X_ANTAL_DGR', dagar })),
    atgarder: fc.array(kodAv('ARBETSTRANING', 'HJALPMEDEL'), { maxLength: 3 }),
  }),
  '2.0': fc.record({
    ...gemensamt,
    grund: grund('FYSISKUNDERSOKNING', 'TELEFONKONTAKT'),
    behandling: fc.record({ pagaende: ord }),
    prognos: fc.oneof(
      fc.integer({ min: 1, max: 99 }).map((manader) => ({ kod: 'ATER_X_ANTAL_MANADER', manader })),
      ord.map((motivering) => ({ kod: 'PROGNOS_OKLAR', motivering })),
    ),
    atgarder: fc.constant([]),
  }),
}

const ravarde: fc.Arbitrary<Ravarde> = fc.oneof(
  ord.map((t) => ({ typ: 'text' as const, text: ` ${t}\n` })),
  fc.record({ typ: fc.constant('kod' as const), kod: ord, kodsystem: ord, visning: ord }),
  fc.record({ typ: fc.constant('period' as const), start: ord, slut: ord }),
  fc.record({ typ: fc.constant('mangd' as const), varde: ord, enhet: ord }),
  fc.record({ typ: fc.constant('deldatum' as const), format: ord, varde: ord }),
  fc.record({ typ: fc.constant('annat' as const), element: fc.constant('timestamp'), text: ord }),
)
const rasvar: fc.Arbitrary<Rasvar> = fc.record({
  id: fc.constantFrom('1', '6', '32', '77', '9001'),
  instans: fc.integer({ min: 1, max: 9 }),
  delsvar: fc.array(fc.record({ id: fc.constantFrom('1.1', '32.2', '9001.1'), varde: ravarde }), { maxLength: 4 }),
})

const utanUndefined = <T>(x: T): T => JSON.parse(JSON.stringify(x)) as T

describe('ett skrivet intyg', () => {
  it.each(VERSIONER)('läses tillbaka med samma svar, version %s', (version) => {
    fc.assert(
      fc.property(lisjp[version] as fc.Arbitrary<Lisjpdata>, (data) => {
        expect(last(exempelintyg(version, data))).toMatchObject(utanUndefined(data))
      }),
      { numRuns: 60 },
    )
  })

  it('läses tillbaka med varje slags rått svar, i ordning och orört', () => {
    fc.assert(
      fc.property(fc.array(rasvar, { maxLength: 8 }), fc.constantFrom('LISJP', 'LUSE'), (svar, typ) => {
        expect(last({ ...exempelintyg('2.0'), typ, svar }).svar).toEqual(svar)
      }),
    )
  })

  it('läses tillbaka med samma person, skapare, relationer och tider', () => {
    const huvud = {
      patient: { personId: pahittatPersonId(datum('1966-02-28'), 981), fornamn: 'Ås & <Öa>', efternamn: 'Äng' },
      relationer: [
        { typ: 'ERSATT', intygsId: { root: 'R', extension: '1' } },
        { typ: 'NYTT', intygsId: { root: 'R', extension: '2' } },
      ],
      svarPa: { meddelandeId: 'm', referensId: 'r' },
    }
    const data = exempelintyg('1.3', {}, huvud)
    const { svar: _, ...resten } = data
    expect(last(data)).toMatchObject(resten)
  })

  it('kan inte skrivas med svar som versionen inte har', () => {
    expect(() => svarAv({ atgarder: [{ kod: 'HJALPMEDEL' }] }, 'v2')).toThrow(/fråga 40/)
    expect(() => svarAv({ prognos: { kod: 'ATER_X_ANTAL_DGR', dagar: 60 } }, 'v2')).toThrow(/60 dagar/)
    expect(() => svarAv({ prognos: { kod: 'ATER_X_ANTAL_DGR', dagar: 61 } }, 'v1')).toThrow(/61 dagar/)
    expect(() => svarAv({ prognos: { kod: 'ATER_X_ANTAL_MANADER', manader: 2 } }, 'v1')).toThrow(/månader/)
    expect(() => svarAv({ diagnoser: Array(4).fill({ kod: 'M54' }) }, 'v2')).toThrow(/tre diagnoser/)
  })
})

describe('ett skadat intyg', () => {
  const hela = VERSIONER.map((v) => bytes(skrivIntyg(exempelintyg(v))))

  it('läses eller vägras med ett Intygsproblem, aldrig med något annat', () => {
    const skada = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.constantFrom('byt', 'klipp', 'dubbla')), {
      minLength: 1,
      maxLength: 6,
    })
    let vagrade = 0
    fc.assert(
      fc.property(fc.constantFrom(...hela), skada, (hel, skador) => {
        let b = [...hel]
        for (const [plats, varde, slag] of skador) {
          const i = plats % b.length
          if (slag === 'byt') b[i] = varde
          else if (slag === 'klipp') b.splice(i, varde)
          else b = [...b.slice(0, i), ...b.slice(Math.max(0, i - varde), i), ...b.slice(i)]
        }
        try {
          granska(lasIntyg(Uint8Array.from(b)))
        } catch (fel) {
          expect(fel).toBeInstanceOf(Intygsproblem)
          vagrade++
        }
      }),
      { numRuns: 400 },
    )
    expect(vagrade).toBeGreaterThan(50)
  })

  it('vägras när det är avklippt, var det än är', () => {
    const [hel] = hela
    for (let i = 0; i < hel!.length - 3; i += 97) expect(() => lasIntyg(hel!.slice(0, i))).toThrow(Intygsproblem)
  })
})

// Guards the generator above: periods must really cover both single days and long spans.
it('slumpade perioder är både korta och långa', () => {
  const langder = fc.sample(lisjp['2.0'], 200).flatMap((d) => d.perioder.map((p) => dagarMellan(p.from, p.tom)))
  expect(Math.min(...langder)).toBeLessThan(100)
  expect(Math.max(...langder)).toBeGreaterThan(500)
})

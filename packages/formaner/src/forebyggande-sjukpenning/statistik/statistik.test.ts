import { datum, plusDagar, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liknandeFall } from '../evidens/liknande.ts'
import type { Andel } from '../tid/dagstid.ts'
import type { Fonsternamn } from '../../gemensamt/fonster.ts'
import { historikandel, historikgrupp } from './historik.ts'
import { insatsfonster, insatsmatt } from './insatsmatt.ts'
import { ersattningBeviljad, likaFall } from './likafall.ts'
import { nettodagar, nettodagarAv } from './nettodagar.ts'
import {
  aterkommandeSokande,
  forstaOchAterkommande,
  GRUPPER,
  inflode,
  kompletteringar,
  konsultationer,
  konsultationstakt,
  korstabell,
  ledtider,
  startForeBeslut,
  utfall,
} from './oversikt.ts'
import { stodjamforelse, stodordningDen } from './stodordning.ts'
import {
  ersattaDagar,
  postbrister,
  type Behandlingspost,
  type Ersattningspost,
  type Forebyggandepost,
  type Kompletteringspost,
} from './post.ts'
import { annatIPosterna, evidensanvandning, planMotUtfall, tidigareArenden } from './uppfoljning.ts'

const d = (text: string): Datum => datum(text)
const ETT_AR = { from: d('2026-01-01'), tom: d('2026-12-31') }
const KANT = { from: d('1990-01-01'), tom: d('2026-12-31') }
let nr = 0
const behandling = (mer: Partial<Behandlingspost> = {}): Behandlingspost => ({
  behandling: 'mmr',
  utforande: 'paPlats',
  vardgivartyp: 'smartrehabilitering',
  from: d('2026-03-03'),
  tom: d('2026-04-30'),
  planeradeTillfallen: 18,
  timmarPerVecka: 5,
  uppfoljning: { nar: '3 månader efter', hur: 'återbesök' },
  evidensposter: ['start-mmr'],
  godkand: true,
  ...mer,
})
const ersattning = (dagar: [string, Andel][], mer: Partial<Ersattningspost> = {}): Ersattningspost => ({
  inkom: d('2026-05-04'),
  formularversion: '1',
  dagar: dagar.map(([datumet, andel]) => ({ datum: d(datumet), iPlanen: true, yrkad: andel, andel })),
  beslut: {
    dag: d('2026-05-14'),
    utfall: dagar.some(([, a]) => a > 0) ? 'beviljad' : 'avslag',
    skal: dagar.some(([, a]) => a > 0) ? [] : ['underEnFjardedel'],
    kronor: 1000,
  },
  ...mer,
})
const post = (mer: Partial<Forebyggandepost> = {}): Forebyggandepost => ({
  arende: `F${++nr}`,
  person: `p${nr}`,
  kon: 'kvinna',
  lan: 'Gävleborg',
  omrade: 'SF Gävleborg',
  kod: 'forebyggande',
  inkom: d('2026-02-01'),
  formularversion: '1',
  initiativ: 'vard',
  syfte: 'forkortaSjukdomstiden',
  diagnoser: ['M797'],
  behandlingar: [behandling()],
  sjukpenning: [],
  kompletteringar: [],
  fmr: [],
  specialist: [],
  planbeslut: { dag: d('2026-02-15'), utfall: 'godkand', skal: [], motStallningen: false },
  ersattningar: [ersattning([['2026-03-03', 0.5]])],
  avslut: { dag: d('2026-05-01'), fullfoljd: 'ja', anmaldAv: 'vard', uppfoljning: 'mindre smärta' },
  ...mer,
})
const nekad = (mer: Partial<Forebyggandepost> = {}) =>
  post({
    planbeslut: { dag: d('2026-02-15'), utfall: 'ejGodkand', skal: ['ingenEvidens'], motStallningen: false },
    ersattningar: [],
    avslut: null,
    ...mer,
  })
const flera = (n: number, gor: () => Forebyggandepost): Forebyggandepost[] => Array.from({ length: n }, gor)

describe('nettodagar (B048)', () => {
  it('två halva dagar är en, och mottagare räknas en gång', () => {
    expect(nettodagarAv([{ andel: 0.5 }, { andel: 0.5 }, { andel: 0.25 }, { andel: 0 }])).toBe(1.25)
    const poster = [
      post({
        person: 'a',
        ersattningar: [
          ersattning([
            ['2026-03-03', 0.5],
            ['2026-03-05', 1],
          ]),
        ],
      }),
      post({ person: 'a', ersattningar: [ersattning([['2026-06-01', 0.25]])] }),
      post({ person: 'b' }),
    ]
    expect(nettodagar(poster, ETT_AR)).toEqual([{ grupp: 'hela landet', mottagare: 2, nettodagar: 2.25, perMottagare: 1.125 }])
  })
  it('bara dagar i perioden, och ingen rad utan mottagare', () => {
    expect(nettodagar([post()], { from: d('2027-01-01'), tom: d('2027-12-31') })).toEqual([])
  })
  it('summan är densamma hur den än delas upp, och aldrig mer än antalet dagar', () => {
    const dagar = fc.array(fc.constantFrom<Andel>(0, 0.25, 0.5, 0.75, 1)).map((as) => as.map((andel) => ({ andel })))
    fc.assert(
      fc.property(dagar, dagar, (a, b) => {
        expect(nettodagarAv([...a, ...b])).toBe(nettodagarAv(a) + nettodagarAv(b))
        expect(nettodagarAv(a)).toBeLessThanOrEqual(a.length)
      }),
    )
  })
})

describe('covid-19 hålls utanför (A049)', () => {
  it('i varje mått', () => {
    const bara = [post({ kod: 'covid19', fmr: [d('2026-02-10')] })]
    expect(
      [
        nettodagar(bara, ETT_AR),
        inflode(bara),
        ledtider(bara),
        kompletteringar(bara),
        utfall(bara),
        konsultationer(bara),
        konsultationstakt(bara),
        forstaOchAterkommande(bara, ETT_AR),
        korstabell(bara, GRUPPER.lan, GRUPPER.kon),
        evidensanvandning(bara),
        tidigareArenden(bara),
        annatIPosterna(bara),
        historikandel(bara, ETT_AR, 'treArFore', KANT),
      ].flat(),
    ).toEqual([])
    expect(likaFall(bara)).toEqual({ grupper: [], omraden: [], utanGrupp: 0 })
    expect(aterkommandeSokande(bara, ETT_AR).n + startForeBeslut(bara).n).toBe(0)
  })
})

describe('tidigare sjukpenning, med namngivna fönster (B036, X18, X36)', () => {
  const med = (sjukpenning: Forebyggandepost['sjukpenning'], dag = '2018-03-06') =>
    post({ sjukpenning, ersattningar: [ersattning([[dag, 0.5]])] })
  const period = { from: d('2016-01-01'), tom: d('2019-12-31') }
  const andel = (poster: Forebyggandepost[], fonster: Fonsternamn, kantTom = '2026-01-01', kantFrom = '1990-01-01') =>
    historikandel(poster, period, fonster, { from: d(kantFrom), tom: d(kantTom) })[0]
  const p = (from: string, tom: string) => [{ from: d(from), tom: d(tom) }]

  it('tre år före: från och med dagen tre år före första dagen till dagen före', () => {
    expect(
      andel(
        [
          med(p('2015-01-01', '2015-03-06')),
          med(p('2015-01-01', '2015-03-05')),
          med(p('2018-03-05', '2018-03-05')),
          med(p('2018-03-06', '2018-04-01')),
          med([]),
        ],
        'treArFore',
      ),
    ).toMatchObject({ antal: 2, n: 5, andel: 0.4, fonstrets: 'inom tre år före' })
  })
  it('någon gång 2011–2015: samma fönster för alla mottagare 2016–2019, och bara för dem', () => {
    expect(
      andel(
        [
          med(p('2011-01-01', '2011-01-01')),
          med(p('2015-12-31', '2016-02-01')),
          med(p('2016-01-01', '2016-02-01')),
          med(p('2010-01-01', '2010-12-31')),
        ],
        'ar2011till2015',
      ),
    ).toMatchObject({ antal: 2, n: 4 })
    expect(historikandel([post({ sjukpenning: p('2012-01-01', '2012-02-01') })], ETT_AR, 'ar2011till2015', KANT)).toEqual([])
  })
  it('den som inte är känd räknas för sig, aldrig som utan', () => {
    expect(andel([med(null), med([]), med(p('2017-01-01', '2017-02-01'))], 'treArFore')).toMatchObject({ antal: 1, n: 2, utan: 1 })
  })
  it('ett fönster som börjar före registret är okänt när inget hittas, och känt när något gör det', () => {
    const poster = [med([]), med(p('2017-01-01', '2017-02-01'))]
    expect(andel(poster, 'treArFore', '2026-01-01', '2016-01-01')).toMatchObject({ antal: 1, n: 1, utan: 1 })
    expect(andel(poster, 'treArFore', '2026-01-01', '2015-03-06')).toMatchObject({ antal: 1, n: 2, utan: 0 })
  })
  it('åren efter är ett eget fönster och räknas först när det är slut', () => {
    const poster = [med(p('2020-03-06', '2020-03-10')), med(p('2020-03-07', '2020-03-10')), med([])]
    expect(andel(poster, 'tvaArEfter', '2020-03-06')).toMatchObject({ antal: 1, n: 3, utan: 0 })
    expect(andel(poster, 'tvaArEfter', '2020-03-05')).toMatchObject({ antal: 1, n: 1, utan: 2 })
    expect(andel(poster, 'treArFore')).toMatchObject({ antal: 0, n: 3 })
  })
  it('historik mot diagnos och behandling (B037)', () => {
    const poster = [med(p('2017-01-01', '2017-02-01')), med([]), med(null)]
    expect(
      korstabell(poster, (x) => historikgrupp(x, ersattaDagar(x)[0]!.datum, KANT), GRUPPER.diagnoskapitel).map((r) => [
        r.rad,
        r.kolumn,
        r.antal,
      ]),
    ).toEqual([
      ['med', 'M00–M99', 1],
      ['okant', 'M00–M99', 1],
      ['utan', 'M00–M99', 1],
    ])
  })
})

describe('översikten (punkt 8)', () => {
  it('stämmer med rapportens tabell 5: andelen avslag i de två stegen, per län', () => {
    const lan = (namn: string, planer: number, ejGodkanda: number, krav: number, avslag: number) => [
      ...flera(ejGodkanda, () => nekad({ lan: namn })),
      ...flera(avslag, () => post({ lan: namn, ersattningar: [ersattning([['2026-03-03', 0]])] })),
      ...flera(krav - avslag, () => post({ lan: namn })),
      ...flera(planer - ejGodkanda - krav, () => post({ lan: namn, ersattningar: [] })),
    ]
    const poster = [
      ...lan('Gävleborg', 435, 5, 430, 11),
      ...lan('Kalmar', 245, 5, 240, 5),
      ...lan('Blekinge', 219, 15, 204, 5),
      ...lan('Södermanland', 409, 10, 399, 30),
    ]
    const avslag = (steg: 1 | 2) =>
      Object.fromEntries(
        utfall(poster, GRUPPER.lan)
          .filter((r) => r.steg === steg)
          .map((r) => [r.grupp, [r.n, r.avslag.antal, Math.round(r.avslag.andel! * 1000) / 1000]]),
      )
    // Kalmar's 5 of 245 is 0,0204, printed ”0,02”.
    expect(avslag(1)).toEqual({
      Gävleborg: [435, 5, 0.011],
      Kalmar: [245, 5, 0.02],
      Blekinge: [219, 15, 0.068],
      Södermanland: [409, 10, 0.024],
    })
    expect(avslag(2)).toEqual({
      Gävleborg: [430, 11, 0.026],
      Kalmar: [240, 5, 0.021],
      Blekinge: [204, 5, 0.025],
      Södermanland: [399, 30, 0.075],
    })
    expect(utfall(poster, GRUPPER.lan).find((r) => r.grupp === 'Blekinge' && r.steg === 1)!.skal).toEqual([
      { kod: 'ingenEvidens', antal: 15, n: 15, andel: 1 },
    ])
  })

  it('inflöde per månad, planer och ersättningar för sig', () => {
    expect(inflode([post(), post({ inkom: d('2026-02-28') }), nekad({ inkom: d('2026-05-01') })])).toEqual([
      { grupp: 'hela landet', manad: '2026-02-01', planer: 2, ersattningar: 0 },
      { grupp: 'hela landet', manad: '2026-05-01', planer: 1, ersattningar: 2 },
    ])
  })

  it('ledtid i dagar från ansökan till beslut, median, nittio procent, längsta och öppna', () => {
    const efter = (dagar: number) =>
      post({ planbeslut: { dag: plusDagar(d('2026-02-01'), dagar), utfall: 'godkand', skal: [], motStallningen: false }, ersattningar: [] })
    const rader = ledtider([...[1, 2, 3, 4, 5, 6, 7, 8, 9, 30].map(efter), post({ planbeslut: null, ersattningar: [] })])
    expect(rader[0]).toEqual({ grupp: 'hela landet', steg: 1, n: 10, oppna: 1, median: 5.5, p90: 9, langst: 30 })
    expect(rader[1]).toEqual({ grupp: 'hela landet', steg: 2, n: 0, oppna: 0, median: null, p90: null, langst: null })
    expect(ledtider([post()])[1]).toMatchObject({ steg: 2, n: 1, median: 10 })
  })

  it('kompletteringar per område, formulärversion och fält: samma ärende två gånger är ett ärende', () => {
    const k = (falt: Kompletteringspost['falt'], formularversion = '1'): Kompletteringspost => ({
      steg: 1,
      falt,
      till: 'forsakrad',
      skal: 'saknas',
      kanal: 'minaSidor',
      formularversion,
      skickad: d('2026-02-02'),
      besvarad: null,
    })
    const poster = [
      post({ kompletteringar: [k('restid'), k('restid'), k('arbetstid')] }),
      post({ kompletteringar: [k('restid')] }),
      post(),
      post({ formularversion: '2', kompletteringar: [k('restid', '2')] }),
      post({ omrade: 'SF Dalarna' }),
    ]
    expect(kompletteringar(poster, GRUPPER.omrade).map((r) => [r.grupp, r.formularversion, r.falt, r.fragor, r.antal, r.n])).toEqual([
      ['SF Gävleborg', '1', 'restid', 3, 2, 3],
      ['SF Gävleborg', '1', 'arbetstid', 1, 1, 3],
      ['SF Gävleborg', '2', 'restid', 1, 1, 1],
    ])
    expect(
      kompletteringar([post({ kompletteringar: [k('uppfoljning', 'Utlåtande 1')] }), post()]).map((r) => [r.formularversion, r.antal, r.n]),
      'utlåtandet hör till varje ansökan om plan',
    ).toEqual([['Utlåtande 1', 1, 2]])
  })

  it('konsultationer per utfall (H015): bara de som kom före planbeslutet', () => {
    const fmr = [d('2026-02-10')]
    const poster = [
      ...flera(4, () => post({ fmr })),
      ...flera(96, () => post()),
      ...flera(21, () => nekad({ fmr })),
      ...flera(78, () => nekad()),
      nekad({ fmr: [d('2026-03-01')] }),
    ]
    expect(konsultationer(poster).map((r) => [r.utfall, r.antal, r.n, r.andel])).toEqual([
      ['godkandOchBeviljad', 4, 100, 0.04],
      ['ejGodkand', 21, 100, 0.21],
    ])
    expect(konsultationstakt(poster)).toEqual([
      { grupp: 'hela landet', manad: '2026-02-01', fmr: 25, specialist: 0 },
      { grupp: 'hela landet', manad: '2026-03-01', fmr: 1, specialist: 0 },
    ])
  })

  it('första gången mot återkommande (B053), och nya ansökningar av samma person (B029)', () => {
    const fore = (person: string) => post({ person, inkom: d('2025-01-10'), ersattningar: [ersattning([['2025-03-03', 0.5]])] })
    const poster = [
      fore('a'),
      post({ person: 'a' }),
      post({ person: 'b' }),
      post({ person: 'b', inkom: d('2026-07-01'), ersattningar: [ersattning([['2026-09-01', 1]])] }),
      post({ person: 'c' }),
    ]
    expect(forstaOchAterkommande(poster, ETT_AR)).toEqual([
      {
        grupp: 'hela landet',
        mottagare: 3,
        forsta: { antal: 2, n: 3, andel: 2 / 3 },
        aterkommande: { antal: 1, n: 3, andel: 1 / 3 },
        fleraArenden: { antal: 1, n: 3, andel: 1 / 3 },
      },
    ])
    expect(aterkommandeSokande(poster, ETT_AR)).toEqual({ antal: 2, n: 4, andel: 0.5 })
  })

  it('behandling som börjar före beslutet (B018), och vårdgivare mot diagnos (B034, B040)', () => {
    expect(startForeBeslut([post(), post({ behandlingar: [behandling({ from: d('2026-02-01') })] }), post({ planbeslut: null })])).toEqual({
      antal: 1,
      n: 2,
      andel: 0.5,
    })
    expect(
      korstabell([post({ diagnoser: ['F438A'] }), post(), post({ diagnoser: [] })], GRUPPER.vardgivartyp, GRUPPER.diagnoskapitel).map(
        (r) => [r.kolumn, r.antal, r.n],
      ),
    ).toEqual([
      ['F00–F99', 1, 3],
      ['M00–M99', 1, 3],
      ['okänd', 1, 3],
    ])
  })
})

describe('lika fall i olika områden (H028)', () => {
  const i = (omrade: string, ja: number, nej: number, mer: Partial<Forebyggandepost> = {}) => [
    ...flera(ja, () => post({ omrade, ...mer })),
    ...flera(nej, () => nekad({ omrade, ...mer })),
  ]

  it('ett skikt: skillnaden är andelens, med det vanliga intervallet', () => {
    const r = likaFall([...i('A', 90, 10), ...i('B', 60, 40)])
    const a = r.omraden.find((o) => o.omrade === 'A')!
    expect(a).toMatchObject({ n: 100, nOvriga: 100, grupper: 1 })
    expect(a.skillnad).toBeCloseTo(0.3, 12)
    const fel = 1.959963984540054 * Math.sqrt((0.9 * 0.1) / 100 + (0.6 * 0.4) / 100)
    expect(a.intervall![0]).toBeCloseTo(0.3 - fel, 12)
    expect(a.intervall![1]).toBeCloseTo(0.3 + fel, 12)
    expect(r.grupper[0]).toMatchObject({ grupp: 'Multimodal rehabilitering (MMR) · M00–M99 · på plats · 4–9 timmar i veckan', n: 200 })
    expect(r.grupper[0]!.spridning).toBeCloseTo(0.3, 12)
  })

  it('olika blandning av fall är ingen skillnad: lika jämförs med lika', () => {
    const svara = { behandlingar: [behandling({ behandling: 'stresskurs' })], diagnoser: ['F438A'] }
    // In both areas 90 per cent of the one kind and 20 per cent of the other; A has mostly the hard kind.
    const r = likaFall([...i('A', 18, 2), ...i('A', 16, 64, svara), ...i('B', 72, 8), ...i('B', 4, 16, svara)])
    for (const o of r.omraden) expect(o.skillnad).toBeCloseTo(0, 12)
    expect(r.grupper).toHaveLength(2)
  })

  it('det som bara finns i ett område jämförs inte, och det som saknar diagnos räknas för sig', () => {
    const r = likaFall([
      ...i('A', 5, 5),
      ...i('B', 5, 5, { behandlingar: [behandling({ behandling: 'kbt' })] }),
      ...i('A', 3, 0, { diagnoser: [] }),
    ])
    expect(r.omraden).toEqual([
      { omrade: 'A', n: 0, nOvriga: 0, grupper: 0, skillnad: null, intervall: null },
      { omrade: 'B', n: 0, nOvriga: 0, grupper: 0, skillnad: null, intervall: null },
    ])
    expect(r.grupper.map((g) => g.spridning)).toEqual([null, null])
    expect(r.utanGrupp).toBe(3)
  })

  it('utan variation sägs ingen säkerhet', () => {
    expect(likaFall([...i('A', 5, 0), ...i('B', 5, 0)]).omraden[0]).toMatchObject({ skillnad: 0, intervall: null })
  })

  it('steg 2 jämförs på ersättningens utfall', () => {
    const avslag = () => post({ omrade: 'B', ersattningar: [ersattning([['2026-03-03', 0]])] })
    expect(likaFall([...i('A', 4, 0), ...flera(4, avslag)], ersattningBeviljad).omraden.map((o) => o.skillnad)).toEqual([1, -1])
  })

  it('med två områden är den enas skillnad den andras med omvänt tecken', () => {
    const n = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: n, aNej: n, b: n, bNej: n, behandling: fc.constantFrom('mmr', 'kbt', 'yoga') }), { maxLength: 4 }),
        (skikt) => {
          const r = likaFall(
            skikt.flatMap((s) => [
              ...i('A', s.a, s.aNej, { behandlingar: [behandling({ behandling: s.behandling })] }),
              ...i('B', s.b, s.bNej, { behandlingar: [behandling({ behandling: s.behandling })] }),
            ]),
          )
          const [a, b] = [r.omraden.find((o) => o.omrade === 'A'), r.omraden.find((o) => o.omrade === 'B')]
          if (a?.skillnad == null || b?.skillnad == null) return
          expect(a.skillnad).toBeCloseTo(-b.skillnad, 10)
          expect(Math.abs(a.skillnad)).toBeLessThanOrEqual(1 + 1e-12)
          expect([a.n, a.nOvriga]).toEqual([b.nOvriga, b.n])
        },
      ),
    )
  })
})

describe('det som varje ärende ska ha innan det stängs (punkt 7)', () => {
  it('ett fullständigt ärende saknar inget', () => {
    expect(postbrister(post())).toEqual([])
    expect(postbrister(nekad())).toEqual([])
  })
  it.each<[string, Partial<Forebyggandepost>, string]>([
    ['diagnos', { diagnoser: [] }, 'diagnoser'],
    ['syfte', { syfte: null }, 'syfte'],
    ['behandling', { behandlingar: [] }, 'behandlingar'],
    ['text till annat', { behandlingar: [behandling({ behandling: 'annat' })] }, 'behandlingar.0.annatText'],
    ['dos: tillfällen', { behandlingar: [behandling({ planeradeTillfallen: 0 })] }, 'behandlingar.0.planeradeTillfallen'],
    ['dos: timmar', { behandlingar: [behandling({ timmarPerVecka: 0 })] }, 'behandlingar.0.timmarPerVecka'],
    ['uppföljning i utlåtandet', { behandlingar: [behandling({ uppfoljning: null })] }, 'behandlingar.0.uppfoljning'],
    ['arbetsgivaren som tog initiativet', { initiativ: 'arbetsgivare' }, 'arbetsgivare'],
    ['om behandlingen fullföljdes', { avslut: null }, 'avslut'],
    [
      'vad uppföljningen visade',
      { avslut: { dag: d('2026-05-01'), fullfoljd: 'ja', anmaldAv: 'vard', uppfoljning: ' ' } },
      'avslut.uppfoljning',
    ],
  ])('%s', (_namn, mer, falt) => {
    expect(postbrister(post(mer)).map((b) => b.falt)).toEqual([falt])
  })
})

describe('planerat mot gjort, och det som används igen', () => {
  it('planerade tillfällen, dagar i och utanför planen, nettodagar och fullföljd', () => {
    const e = ersattning([
      ['2026-03-03', 0.5],
      ['2026-03-05', 0.5],
    ])
    const p = post({
      ersattningar: [{ ...e, dagar: [...e.dagar, { datum: d('2026-05-05'), iPlanen: false, yrkad: 0.5, andel: 0 }] }],
      avslut: null,
    })
    expect(planMotUtfall(p)).toEqual({ planeradeTillfallen: 18, dagarIPlanen: 2, dagarUtanfor: 1, nettodagar: 1, fullfoljd: 'pagar' })
  })
  it('registrets poster räknas vid varje användning, och hur ofta bedömningen gick emot', () => {
    const emot = post({ planbeslut: { dag: d('2026-03-01'), utfall: 'ejGodkand', skal: ['ingenEvidens'], motStallningen: true } })
    expect(evidensanvandning([post(), emot])).toEqual([{ post: 'start-mmr', antal: 2, motStallningen: 1, senast: '2026-03-01' }])
  })
  it('tidigare fall bär utfall, skäl och vad som hände efteråt, men ingen person', () => {
    const t = tidigareArenden([post(), nekad(), post({ planbeslut: null })])
    expect(t.map((x) => [x.utfall, x.fullfoljd, x.uppfoljning])).toEqual([
      ['godkandOchBeviljad', 'ja', 'mindre smärta'],
      ['ejGodkand', 'pagar', null],
    ])
    expect(Object.keys(t[0]!)).not.toContain('person')
    expect(
      liknandeFall({ behandling: 'mmr', diagnoser: ['M797'], utforande: 'paPlats', timmarPerVecka: 5, antalTillfallen: 18 }, t),
    ).toHaveLength(2)
  })
  it('en behandling som en delvis godkänd plan utelämnar är inte godkänd', () => {
    const p = post({
      planbeslut: { dag: d('2026-02-15'), utfall: 'delvis', skal: ['ingenEvidens'], motStallningen: false },
      behandlingar: [behandling(), behandling({ behandling: 'massage', godkand: false })],
    })
    expect(tidigareArenden([p]).map((x) => x.utfall)).toEqual(['delvisGodkand', 'ejGodkand'])
  })
})

describe('egna eller delade specialister och rådgivare (H018)', () => {
  const ordning = (from: string, o: 'egna' | 'delade', enhet = 'Gävle') => ({
    enhet,
    stod: 'fmr' as const,
    ordning: o,
    delasMed: '',
    from: d(from),
    skal: '',
    av: '',
    registrerad: d(from),
  })
  it('gäller den som senast har börjat, och av två från samma dag den som skrevs sist', () => {
    const alla = [
      ordning('2026-02-01', 'egna'),
      ordning('2025-01-01', 'delade'),
      ordning('2026-02-01', 'delade'),
      ordning('2020-01-01', 'egna', 'Malmö'),
    ]
    expect(stodordningDen(alla, 'Gävle', 'fmr', d('2026-01-31'))?.from).toBe('2025-01-01')
    expect(stodordningDen(alla, 'Gävle', 'fmr', d('2026-02-01'))).toBe(alla[2])
    expect(stodordningDen(alla, 'Gävle', 'specialist', d('2026-02-01'))).toBeUndefined()
    expect(stodordningDen(alla, 'Gävle', 'fmr', d('2024-12-31'))).toBeUndefined()
  })
  it('jämför efter vad enheten hade på beslutsdagen, räknar inte frågor efter beslutet och lämnar små enheter utanför spridningen', () => {
    const flera = (n: number, mer: Partial<Forebyggandepost>) => Array.from({ length: n }, () => post(mer))
    const beslut = post().planbeslut!.dag
    const poster = [
      ...flera(6, { omrade: 'Gävle', fmr: [beslut] }),
      ...flera(4, { omrade: 'Gävle', fmr: [plusDagar(beslut, 1)] }),
      ...flera(10, { omrade: 'Malmö', fmr: [] }),
      ...flera(2, { omrade: 'Kalmar', fmr: [beslut] }),
    ]
    const r = stodjamforelse(
      poster,
      [ordning('2020-01-01', 'egna'), ordning('2020-01-01', 'egna', 'Malmö'), ordning('2020-01-01', 'egna', 'Kalmar')],
      (n) => n > 4,
    )
    expect(r.find((x) => x.stod === 'fmr')).toMatchObject({ ordning: 'egna', omraden: 3, konsulterade: { antal: 8, n: 22 } })
    expect(r.find((x) => x.stod === 'fmr')!.spridning.konsulterade).toBeCloseTo(0.6, 6)
    expect(r.find((x) => x.stod === 'specialist')).toMatchObject({ ordning: 'okand', omraden: 3 })
  })
})

describe('tiden före och efter en insats', () => {
  const insats = { from: d('2025-06-01'), tom: d('2025-06-02') }
  it('är lika lång på båda sidor, högst ett år, och tar inte med insatsens egna dagar', () => {
    expect(insatsfonster(insats, d('2025-06-12'))).toEqual({
      fore: { from: '2025-05-22', tom: '2025-05-31' },
      efter: { from: '2025-06-03', tom: '2025-06-12' },
    })
    expect(insatsfonster(insats, d('2030-01-01'))!.efter).toEqual({ from: '2025-06-03', tom: '2026-06-02' })
    expect(insatsfonster(insats, insats.tom)).toBeNull()
  })
  it('räknar ledtid och godkännanden bara på dem som kom in så tidigt att de hunnit avgöras', () => {
    const poster = [
      post({ inkom: d('2025-06-10'), planbeslut: { ...post().planbeslut!, dag: d('2025-06-20') } }),
      post({ inkom: d('2025-08-10'), planbeslut: { ...post().planbeslut!, dag: d('2025-08-11') } }),
      nekad({ inkom: d('2025-06-11'), planbeslut: { ...nekad().planbeslut!, dag: d('2025-07-01') } }),
    ]
    const efter = insatsmatt(poster, insatsfonster(insats, d('2025-10-01'))!, ['Gävleborg'], d('2025-07-01'))[1]!
    expect(efter).toMatchObject({ lan: 'Gävleborg', efter: true, planer: 3, ledtid: [10, 20], godkand: [1, 0] })
    expect(efter.kompletterad).toHaveLength(3)
  })
})

import type { Domanfel } from '@atergang/arende'
import { datum, plusDagar } from '@atergang/kalender'
import { arbetslosDagarPerVecka, vardetDen } from '@atergang/regelverk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { las } from '../../las.ts'
import { arbetsdagen, sokschema, type Arbetsschema, type Arbetstid } from '../tid/arbetsdag.ts'
import { forhandskoll, type Forhandskoll, type Planuppgifter } from './forhandskoll.ts'
import { planbehandlingSchema, planeradeTillfallen, type Planbehandling } from './plan.ts'

const HELTID: Arbetsschema = { arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 }, arbetsstart: 480 }
const behandling = (mer: Record<string, unknown> = {}, besok: Record<string, unknown> = {}): Planbehandling =>
  las(planbehandlingSchema, {
    id: 'b1',
    behandling: 'mmr',
    utforande: 'paPlats',
    vardgivare: 'Smärtkliniken',
    besok: [
      {
        slag: 'veckor',
        veckodagar: ['tis', 'tor'],
        from: '2026-03-03',
        tom: '2026-04-30',
        start: '13:00',
        behandlingMin: 150,
        resaMin: 90,
        ...besok,
      },
    ],
    ...mer,
  })
const efter =
  (s: Arbetsschema | null): Arbetstid =>
  (dag) =>
    s ? arbetsdagen(s, dag) : undefined
const uppgifter = (mer: Partial<Planuppgifter> = {}): Planuppgifter => ({
  behandlingar: [behandling()],
  arbetslos: false,
  arbetsdagPa: efter(HELTID),
  arsarbetstid: 1980,
  sgi: { slag: 'faststalld', anstallning: 300_000, annat: 0 },
  niva: 'normal',
  idag: datum('2026-02-10'),
  ...mer,
})
const koll = (mer: Partial<Planuppgifter> = {}): Forhandskoll => forhandskoll(uppgifter(mer))
const koder = (f: Forhandskoll) => f.observera.map((o) => o.kod)

describe('planen blir tillfällen', () => {
  it('veckodagar i en period, varannan vecka, utan undantagen', () => {
    const dagar = planeradeTillfallen([behandling({}, { veckointervall: 2, tom: '2026-04-02', undantag: ['2026-03-19'] })]).map(
      (t) => t.datum,
    )
    expect(dagar).toEqual(['2026-03-03', '2026-03-05', '2026-03-17', '2026-03-31', '2026-04-02'])
  })
  it('egna dagar, var och en bara en gång', () => {
    const b = behandling({
      besok: [{ slag: 'dagar', datum: ['2026-03-10', '2026-03-03', '2026-03-10'], start: '09:00', behandlingMin: 60 }],
    })
    expect(planeradeTillfallen([b])).toMatchObject([{ datum: '2026-03-03', behandling: 'b1', resaMin: 0 }, { datum: '2026-03-10' }])
  })
  it.each<[string, () => unknown, string, RegExp]>([
    ['annat utan text', () => behandling({ behandling: 'annat' }), 'annatText', /Beskriv vilken behandling/],
    ['okänd kod', () => behandling({ behandling: 'trolleri' }), 'behandling', /Välj en behandling/],
    ['utomlands utan beskrivning', () => behandling({ utforande: 'utomlands' }), 'beskrivning', /ges utomlands/],
    ['ingen behandlingstid', () => behandling({}, { behandlingMin: 0 }), 'besok.0.behandlingMin', /hur länge/],
    ['mer än två år', () => behandling({}, { tom: '2029-01-01' }), 'besok.0.tom', /högst två år/],
    ['besök utan slag', () => behandling({}, { slag: undefined }), 'besok.0.slag', /bestämda dagar eller återkommer/],
  ])('%s sägs vid sitt fält', (_namn, gor, falt, text) => {
    const fel = (() => {
      try {
        return gor()
      } catch (e) {
        return e
      }
    })() as Domanfel
    expect(fel.falt.map((f) => f.falt)).toEqual([falt])
    expect(fel.falt[0]!.text).toMatch(text)
  })
})

describe('förhandskollen i steg 1 (B015–B017)', () => {
  it('säger vilka dagar som når upp, med minuter, andel och ungefärligt belopp', () => {
    const f = koll()
    expect(f.antal).toEqual({ nar: 18, alla: 18 })
    expect(f.grupper.map((g) => [g.veckodag, g.dagar.length, g.hindradeMinuter, g.andel, g.ungefarKronor])).toEqual([
      ['tis', 9, 225, 0.25, 236],
      ['tor', 9, 225, 0.25, 236],
    ])
    expect(f.grupper[0]!.text).toBe(
      'Tisdagar, 9 dagar från 3 mars till 28 april 2026: behandlingen, förberedelserna och resan tar 225 av arbetsdagens 480 minuter. Det når en fjärdedel. Om planen godkänns och du sedan ansöker skulle en sådan dag ge ungefär 236 kronor.',
    )
  })

  it('säger vad som saknas när dagen inte når upp', () => {
    const g = koll({ behandlingar: [behandling({}, { behandlingMin: 45, resaMin: 30, tom: '2026-03-03' })] }).grupper[0]!
    expect(g).toMatchObject({ utfall: 'narInteUpp', hindradeMinuter: 75, kravs: 120, ungefarKronor: null })
    expect(g.text).toBe(
      'Tisdag 3 mars 2026: behandlingen, förberedelserna och resan tar 75 av arbetsdagens 480 minuter. Det minsta som kan ersättas är en fjärdedel, 120 minuter. Det saknas 45 minuter.',
    )
  })

  it('säger varför en dag inte räknas: utanför arbetstiden, ledig dag, hemma, okänd arbetstid, krock', () => {
    const utfall = (b: Planbehandling[], mer: Partial<Planuppgifter> = {}) => koll({ behandlingar: b, ...mer }).grupper.map((g) => g.utfall)
    expect(utfall([behandling({}, { start: '18:00', resaMin: 0 })])).toEqual(['utanforArbetstiden', 'utanforArbetstiden'])
    expect(utfall([behandling({}, { veckodagar: ['lor'] })])).toEqual(['ingenArbetstid'])
    expect(utfall([behandling({ utforande: 'hemma' })])).toEqual(['hemma', 'hemma'])
    expect(utfall([behandling()], { arbetsdagPa: efter({ ...HELTID, arbetstid: { tis: 8 } }) })).toEqual(['nar', 'arbetstidOkand'])
    expect(utfall([behandling()], { arbetsdagPa: efter(null) })).toEqual(['arbetstidOkand', 'arbetstidOkand'])
    expect(utfall([behandling(), behandling({ id: 'b2' }, { veckodagar: ['tis'] })])).toEqual(['krock', 'nar'])
  })

  it('hemmadagar räknas inte med, dagar på plats i samma plan räknas', () => {
    const f = koll({
      behandlingar: [
        behandling({}, { veckodagar: ['man', 'tis'] }),
        behandling({ id: 'b2', utforande: 'hemma' }, { veckodagar: ['ons', 'tor', 'fre'] }),
      ],
    })
    expect(f.antal.nar).toBe(f.dagar.filter((d) => d.utfall !== 'hemma').length)
    expect(koder(f)).toContain('hemma')
    expect(f.observera.find((o) => o.kod === 'hemma')!.text).toContain('inte avgjort')
  })

  it('säger om SGI är känd, saknas eller är okänd, och att den avgörs först i steg 2', () => {
    expect([
      koll().sgi.lage,
      koll({ sgi: null }).sgi.lage,
      koll({ sgi: { slag: 'ingen' } }).sgi.lage,
      koll({ sgi: { slag: 'arsinkomst', anstallning: 10_000, annat: 0 } }).sgi.lage,
    ]).toEqual(['kand', 'okand', 'ingen', 'ingen'])
    expect(
      koll({
        behandlingar: [behandling({}, { from: '2027-02-02', tom: '2027-02-11' })],
        sgi: { slag: 'arsinkomst', anstallning: 300_000, annat: 0 },
      }).sgi.lage,
    ).toBe('kanInteRaknas')
    for (const sgi of [null, { slag: 'ingen' as const }, { slag: 'faststalld' as const, anstallning: 300_000, annat: 0 }])
      expect(koll({ sgi }).sgi.text).toContain('avgörs först i steg 2')
    expect(koll({ sgi: null }).dagar.every((d) => d.ungefarKronor === null)).toBe(true)
    expect(koll({ sgi: { slag: 'ingen' } }).dagar.every((d) => d.ungefarKronor === 0)).toBe(true)
  })

  it('skiljer det som avgörs i steg 1 från det som avgörs först i steg 2', () => {
    const f = koll()
    expect(f.steg1.map((s) => s.kod)).toEqual(['ordination', 'syfte', 'risk', 'flera', 'evidens'])
    expect(f.steg2.map((s) => s.kod)).toEqual(['sgi', 'tid', 'andel', 'belopp'])
    expect(f.steg1.map((s) => s.text).join()).toContain('inte att du har varit sjukskriven tidigare')
    expect(f.steg1.map((s) => s.text).join()).not.toMatch(/SGI|belopp|kronor/)
  })

  it('upplyser om enstaka besök, start före beslut, internet, utomlands, arbetslöshet och anmälan av ändringar', () => {
    expect(koder(koll({ behandlingar: [behandling({}, { veckodagar: ['tis'], tom: '2026-03-03' })] }))).toContain('enstaka')
    expect(koder(koll({ idag: datum('2026-03-03') }))).toContain('borjarFore')
    expect(koder(koll({ behandlingar: [behandling({ behandling: 'kbt', utforande: 'internet' })] }))).toContain('internet')
    expect(koder(koll({ behandlingar: [behandling({ utforande: 'utomlands', beskrivning: 'Rehabilitering i varmt klimat' })] }))).toContain(
      'utomlands',
    )
    expect(koder(koll({ arbetslos: true }))).toContain('arbetslos')
    expect(koder(koll())).toEqual(['raknas', 'andringar'])
  })

  it('arbetslös: samma söktid fem eller sju dagar, som riksinställningen säger', () => {
    const sju = sokschema(8, 480, vardetDen(arbetslosDagarPerVecka, datum('2026-03-03')))
    const f = koll({
      arbetslos: true,
      arbetsdagPa: efter(sju),
      arsarbetstid: null,
      behandlingar: [behandling({}, { veckodagar: ['lor', 'son'], from: '2026-03-07', tom: '2026-03-08' })],
    })
    expect(f.dagar).toMatchObject([
      { utfall: 'nar', ungefarKronor: 159 },
      { utfall: 'nar', ungefarKronor: 159 },
    ]) // 232 800 ÷ 365 × 0,25 = 159,45
    expect(f.grupper[0]!.text).toContain('sökdagens 480 minuter')
    expect(
      koll({ arbetslos: true, arbetsdagPa: efter(sokschema(8, 480, 5)), behandlingar: [behandling({}, { veckodagar: ['lor'] })] })
        .grupper[0]!.text,
    ).toContain('ingen tid för att söka arbete')
  })

  it('utan årsarbetstid visas inget belopp för den anställda, men dagarna', () => {
    expect(koll({ arsarbetstid: null }).dagar.every((d) => d.utfall === 'nar' && d.ungefarKronor === null)).toBe(true)
  })
})

describe('orden: information, aldrig ett löfte', () => {
  /** Words that promise, decide or stop. */
  const FORBJUDNA =
    /\bdu får\b|du kommer att få|rätt till ersättning|du har rätt|beviljas|garant|lova|säkert|betalas ut|kan inte ansöka|ska inte ansöka|är godkänd\b/i
  const texter = (f: Forhandskoll): string[] => [
    f.inledning,
    f.sgi.text,
    ...[...f.grupper, ...f.steg1, ...f.steg2, ...f.observera].map((x) => x.text),
  ]
  const enBehandling = fc
    .record({
      utforande: fc.constantFrom('paPlats', 'internet', 'hemma', 'utomlands'),
      start: fc.constantFrom('07:00', '10:00', '15:30', '18:00'),
      behandlingMin: fc.integer({ min: 1, max: 480 }),
      resaMin: fc.integer({ min: 0, max: 300 }),
      veckodagar: fc.uniqueArray(fc.constantFrom('man', 'ons', 'lor'), { minLength: 1 }),
      veckor: fc.integer({ min: 0, max: 8 }),
    })
    .map(({ utforande, veckor, ...besok }) =>
      behandling(
        { utforande, beskrivning: 'beskriven' },
        { ...besok, from: '2026-03-02', tom: plusDagar(datum('2026-03-02'), veckor * 7) },
      ),
    )
  const arb = fc.record({
    behandlingar: fc.array(enBehandling, { minLength: 1, maxLength: 3 }).map((bs) => bs.map((b, i) => ({ ...b, id: `b${i}` }))),
    arbetslos: fc.boolean(),
    arbetsdagPa: fc.constantFrom(efter(HELTID), efter(null), efter({ ...HELTID, arbetstid: { man: 6 } })),
    arsarbetstid: fc.constantFrom(1980, null),
    sgi: fc.constantFrom<Planuppgifter['sgi']>(null, { slag: 'ingen' }, { slag: 'arsinkomst', anstallning: 400_000, annat: 0 }),
    niva: fc.constantFrom<'normal' | 'fortsattning'>('normal', 'fortsattning'),
    idag: fc.constantFrom(datum('2026-02-01'), datum('2026-03-10')),
  })

  it('ingen text lovar, beslutar eller hindrar någon att ansöka', () => {
    fc.assert(
      fc.property(arb, (u) => {
        const f = forhandskoll(u)
        for (const t of texter(f)) expect(t).not.toMatch(FORBJUDNA)
        expect(f.inledning).toContain('inget beslut')
        expect(f.inledning).toContain('Du kan alltid ansöka')
        for (const g of f.grupper.filter((x) => x.ungefarKronor !== null && x.utfall === 'nar'))
          expect(g.text).toMatch(/Om planen godkänns .* skulle .* ungefär/)
      }),
      { numRuns: 200 },
    )
  })

  it('varje planerad dag finns i precis en grupp, med en mening som slutar med punkt', () => {
    fc.assert(
      fc.property(arb, (u) => {
        const f = forhandskoll(u)
        const datumen = [...new Set(planeradeTillfallen(u.behandlingar).map((t) => t.datum))].sort()
        expect(f.dagar.map((d) => d.datum)).toEqual(datumen)
        expect(f.grupper.flatMap((g) => g.dagar).sort()).toEqual(datumen)
        for (const t of texter(f)) expect(t).toMatch(/^\p{Lu}.*\.$/su)
      }),
    )
  })
})

import { datum, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEHANDLINGAR } from '../koder/behandlingar.ts'
import { UTFORANDEFORMER, type Utforandeform } from '../koder/koder.ts'
import { lasDiagnosomrade, ligger } from './diagnos.ts'
import { evidensFranBorjan } from './franBorjan.ts'
import { liknandeFall, type TidigareFall } from './liknande.ts'
import { arMotStallningen, evidensFor, granskaPost, medPost, type Evidensfall, type Evidenspost, type Stallning } from './register.ts'

const DAG = datum('2026-03-02')
const REGISTER = evidensFranBorjan(datum('2026-01-01'))
const fall = (behandling: string, utforande: Utforandeform = 'paPlats', ...diagnoser: string[]): Evidensfall => ({
  behandling,
  utforande,
  diagnoser,
})
const post = (id: string, stallning: Stallning, mer: Partial<Evidenspost>): Evidenspost => ({
  id,
  stallning,
  kalla: { slag: 'fmr', text: 'svar i ett ärende' },
  av: 'Farah Fors',
  registrerad: datum('2026-01-10'),
  from: datum('2026-01-01'),
  ...(stallning === 'inteAvgjord' ? { installning: 'hemmadagarErsatts' as const } : {}),
  ...mer,
})

describe('registret från början', () => {
  it('har varje behandling i kodlistan utom annat, och varje post har sin källa', () => {
    expect(BEHANDLINGAR.filter((b) => b.kod !== 'annat' && !REGISTER.some((p) => p.behandling === b.kod)).map((b) => b.kod)).toEqual([])
    for (const p of REGISTER) expect(p.kalla.text, p.id).toMatch(/RiR 2021:19/)
    for (const t of [...REGISTER.map((p) => p.kalla.text), ...BEHANDLINGAR.flatMap((b) => b.kallor.map((k) => k.text))])
      expect(t, 'inget av husets egna kravnummer i det som visas').not.toMatch(/\b([A-Z]\d{3}|X\d\d)\b/)
    expect(REGISTER.flatMap(granskaPost)).toEqual([])
    expect(new Set(REGISTER.map((p) => p.id)).size).toBe(REGISTER.length)
  })

  it.each<[string, Evidensfall, Stallning | null, boolean]>([
    ['fysioterapi brukar godkännas', fall('fysioterapi', 'paPlats', 'M545'), 'oftaGodkand', false],
    ['hälsoresa brukar inte godkännas', fall('halsoresa'), 'oftaInte', false],
    ['hemmaträning hemma brukar inte godkännas', fall('hemmatraning', 'hemma'), 'oftaInte', false],
    ['stresskurs stäms alltid av', fall('stresskurs', 'paPlats', 'F438A'), 'fragaFmr', true],
    ['stresskurs stäms alltid av också hemma', fall('stresskurs', 'hemma', 'F438A'), 'inteAvgjord', true],
    ['I-KBT är inte avgjort och stäms av', fall('kbt', 'internet', 'F411'), 'inteAvgjord', true],
    ['KBT på plats brukar godkännas', fall('kbt', 'paPlats', 'F411'), 'oftaGodkand', false],
    ['missbruksbehandling hemma är inte avgjort', fall('missbruksbehandling', 'hemma', 'F102'), 'inteAvgjord', false],
    ['all behandling via internet är inte avgjord', fall('fysioterapi', 'internet'), 'inteAvgjord', true],
    ['yoga: källorna nämner den utan ställning', fall('yoga'), 'inteAvgjord', true],
    ['annat finns inte i registret', fall('annat'), null, false],
  ])('%s', (_namn, f, stallning, fmr) => {
    const svar = evidensFor(REGISTER, f, DAG)
    expect([svar.stallning, svar.fragaFmr, svar.konflikt]).toEqual([stallning, fmr, false])
    expect(svar.text.length).toBeGreaterThan(30)
    if (stallning === 'inteAvgjord') expect(svar.text).toContain('inte avgjord')
  })

  it('det som inte är avgjort bär det val som gäller i hela landet, med dag och källa', () => {
    const svar = evidensFor(REGISTER, fall('missbruksbehandling', 'hemma'), DAG)
    expect(svar.installningar).toMatchObject([{ namn: 'hemmadagarErsatts', varde: false, from: '2011-01-01' }])
    expect(svar.installningar[0]!.kalla).toContain('inte avgjort i källorna')
    expect(svar.text).toContain('Tills den är det gäller samma val i hela landet')
  })
})

describe('vilken post som gäller', () => {
  const svarar = (register: Evidenspost[], f: Evidensfall, dag = DAG) => evidensFor(register, f, dag).stallning
  it('den mest precisa vinner: kod före kategori före avsnitt före kapitel före alla', () => {
    const trappa = [
      post('a', 'oftaGodkand', { behandling: 'kbt' }),
      post('b', 'oftaInte', { behandling: 'kbt', diagnos: 'F00–F99' }),
      post('c', 'oftaGodkand', { behandling: 'kbt', diagnos: 'F40–F48' }),
      post('d', 'fragaFmr', { behandling: 'kbt', diagnos: 'F43' }),
      post('e', 'oftaInte', { behandling: 'kbt', diagnos: 'F43.8A' }),
    ]
    expect(['M545', 'F321', 'F411', 'F439', 'F438A'].map((d) => svarar(trappa, fall('kbt', 'paPlats', d)))).toEqual([
      'oftaGodkand',
      'oftaInte',
      'oftaGodkand',
      'fragaFmr',
      'oftaInte',
    ])
    expect(
      evidensFor(trappa, fall('kbt', 'paPlats', 'F438A'), DAG)
        .overtrumfade.map((p) => p.id)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd'])
  })

  it('samma omfång: den som gäller från den senare dagen, sedan den senast registrerade, sedan det högre numret', () => {
    const samma = { behandling: 'kbt', diagnos: 'F43' }
    expect(
      svarar(
        [post('a', 'oftaInte', { ...samma, from: datum('2026-02-01') }), post('b', 'oftaGodkand', samma)],
        fall('kbt', 'paPlats', 'F43'),
      ),
    ).toBe('oftaInte')
    expect(
      svarar(
        [post('a', 'oftaInte', { ...samma, registrerad: datum('2026-02-01') }), post('b', 'oftaGodkand', samma)],
        fall('kbt', 'paPlats', 'F43'),
      ),
    ).toBe('oftaInte')
    expect(svarar([post('a', 'oftaInte', samma), post('b', 'oftaGodkand', samma)], fall('kbt', 'paPlats', 'F43'))).toBe('oftaGodkand')
  })

  it('två lika precisa som säger olika: fråga rådgivaren, och båda visas', () => {
    const svar = evidensFor(
      [
        post('a', 'oftaGodkand', { behandling: 'kbt', diagnos: 'F43' }),
        post('b', 'oftaInte', { behandling: 'kbt', utforande: 'utomlands' }),
      ],
      fall('kbt', 'utomlands', 'F43'),
      DAG,
    )
    expect(svar).toMatchObject({ stallning: 'fragaFmr', konflikt: true, fragaFmr: true })
    expect(svar.poster.map((p) => p.id).sort()).toEqual(['a', 'b'])
    expect(svar.text).toContain('brukar godkännas, brukar inte godkännas')
  })

  it('en post gäller bara sina dagar: förr gällde det som gällde då', () => {
    const register = medPost(
      [post('a', 'oftaGodkand', { behandling: 'kbt' })],
      post('b', 'oftaInte', { behandling: 'kbt', from: datum('2026-03-01') }),
    )
    expect(svarar(register, fall('kbt'), datum('2026-02-28'))).toBe('oftaGodkand')
    expect(svarar(register, fall('kbt'), datum('2026-03-01'))).toBe('oftaInte')
    expect(svarar(register, fall('kbt'), datum('2025-12-31'))).toBeNull()
    expect(register[0]).toMatchObject({ id: 'a', tom: '2026-02-28' })
  })

  it('postens ordning i registret spelar ingen roll, och svaret finns alltid', () => {
    const enPost = fc.record({
      stallning: fc.constantFrom<Stallning>('oftaGodkand', 'oftaInte', 'fragaFmr', 'inteAvgjord'),
      behandling: fc.constantFrom('kbt', 'yoga', undefined),
      diagnos: fc.constantFrom('F43', 'F438A', 'F40–F48', 'F00–F99', 'M00–M99', undefined),
      utforande: fc.constantFrom<Utforandeform | undefined>('internet', 'hemma', undefined),
      dag: fc.integer({ min: 1, max: 28 }),
    })
    const arb = fc
      .array(enPost, { maxLength: 8 })
      .map((ps) =>
        ps.map(({ dag, ...p }, i) =>
          post(`p${i}`, p.stallning, {
            ...(p.behandling ? { behandling: p.behandling } : {}),
            ...(p.diagnos ? { diagnos: p.diagnos } : {}),
            ...(p.utforande ? { utforande: p.utforande } : {}),
            from: datum(`2026-01-${String(dag).padStart(2, '0')}`),
          }),
        ),
      )
    fc.assert(
      fc.property(
        arb.chain((ps) => fc.tuple(fc.constant(ps), fc.shuffledSubarray(ps, { minLength: ps.length }))),
        fc.constantFrom('F438A', 'F439', 'M545', 'X'),
        ([ps, blandade], d) => {
          const f = fall('kbt', 'internet', d)
          const svar = evidensFor(ps, f, DAG)
          const utanOrdning = (s: typeof svar) => ({
            ...s,
            poster: s.poster.map((p) => p.id).sort(),
            overtrumfade: s.overtrumfade.map((p) => p.id).sort(),
            text: '',
            installningar: [],
          })
          expect(utanOrdning(evidensFor(blandade, f, DAG))).toEqual(utanOrdning(svar))
          if (svar.poster.some((p) => p.stallning === 'fragaFmr')) expect(svar.fragaFmr).toBe(true)
          expect(svar.stallning === null).toBe(svar.poster.length === 0)
        },
      ),
    )
  })

  it('en bedömning mot ställningen känns igen', () => {
    expect([
      arMotStallningen({ stallning: 'oftaGodkand' }, false),
      arMotStallningen({ stallning: 'oftaInte' }, true),
      arMotStallningen({ stallning: 'oftaGodkand' }, true),
      arMotStallningen({ stallning: 'fragaFmr' }, false),
      arMotStallningen({ stallning: null }, false),
    ]).toEqual([true, true, false, false, false])
  })
})

describe('en post måste kunna förstås', () => {
  it.each<[string, Evidenspost, string[]]>([
    ['okänd behandling', post('x', 'oftaInte', { behandling: 'trolleri' }), ['behandling']],
    ['gäller allt', post('x', 'oftaInte', {}), ['behandling']],
    ['diagnos som inte är någon', post('x', 'oftaInte', { behandling: 'kbt', diagnos: 'ont i ryggen' }), ['diagnos']],
    ['omvänt avsnitt', post('x', 'oftaInte', { behandling: 'kbt', diagnos: 'F48–F40' }), ['diagnos']],
    ['inte avgjord utan riksinställning', { ...post('x', 'oftaInte', { behandling: 'kbt' }), stallning: 'inteAvgjord' }, ['installning']],
    [
      'riksinställning till det som är avgjort',
      post('x', 'oftaInte', { behandling: 'kbt', installning: 'hemmadagarErsatts' }),
      ['installning'],
    ],
    ['utan källa', post('x', 'oftaInte', { behandling: 'kbt', kalla: { slag: 'fmr', text: ' ' } }), ['kalla']],
    ['slutar innan den börjar', post('x', 'oftaInte', { behandling: 'kbt', tom: '2025-01-01' as Datum }), ['tom']],
  ])('%s', (_namn, p, falt) => {
    expect(granskaPost(p).map((f) => f.falt)).toEqual(falt)
    expect(() => medPost(REGISTER, p)).toThrow(RangeError)
  })

  it('ett nummer används bara en gång', () => {
    expect(() => medPost(REGISTER, post('start-kbt', 'oftaInte', { behandling: 'kbt' }))).toThrow('finns redan')
  })

  it('kod, avsnitt och kapitel ligger i varandra som klassifikationen har dem', () => {
    const inuti = (a: string, b: string) => ligger(lasDiagnosomrade(a)!, lasDiagnosomrade(b)!)
    expect([
      inuti('F43.8A', 'F43'),
      inuti('F43', 'F40–F48'),
      inuti('F40–F48', 'F00-F99'),
      inuti('F43', 'F43–F43'),
      inuti('F43–F43', 'F43'),
    ]).toEqual([true, true, true, true, true])
    expect([
      inuti('F43', 'F43.8A'),
      inuti('F00–F99', 'F40–F48'),
      inuti('F49', 'F40–F48'),
      inuti('F40–F48', 'F43'),
      inuti('D50', 'C00–D48'),
    ]).toEqual([false, false, false, false, false])
    expect(Object.keys(UTFORANDEFORMER)).toEqual(['paPlats', 'internet', 'hemma', 'utomlands'])
  })
})

describe('liknande tidigare fall', () => {
  const tidigare = (id: string, beslutsdag: string, mer: Partial<TidigareFall> = {}): TidigareFall => ({
    id,
    beslutsdag: datum(beslutsdag),
    behandling: 'mmr',
    diagnoser: ['M797'],
    utforande: 'paPlats',
    timmarPerVecka: 10,
    antalTillfallen: 20,
    ...mer,
  })
  const nu = tidigare('nu', '2026-03-02')

  it('samma behandling, den mest lika först, sedan den senast beslutade', () => {
    const lista = [
      tidigare('annanBehandling', '2026-02-01', { behandling: 'kbt' }),
      tidigare('annanDiagnos', '2026-02-01', { diagnoser: ['F438A'] }),
      tidigare('kapitel', '2026-02-01', { diagnoser: ['M545'] }),
      tidigare('kategori', '2026-02-01', { diagnoser: ['M796'] }),
      tidigare('sammaAldre', '2025-02-01'),
      tidigare('samma', '2026-02-01'),
      tidigare('annatSatt', '2026-02-01', { utforande: 'internet' }),
      tidigare('annanOmfattning', '2026-02-01', { timmarPerVecka: 30 }),
    ]
    expect(liknandeFall(nu, lista).map((l) => l.fall.id)).toEqual([
      'samma',
      'sammaAldre',
      'annanOmfattning',
      'annatSatt',
      'kategori',
      'kapitel',
      'annanDiagnos',
    ])
    expect(liknandeFall(nu, lista)[2]!.text).toBe('samma diagnos, ges på samma sätt, annan omfattning')
    expect(liknandeFall(nu, lista, 2)).toHaveLength(2)
  })

  it('annat jämförs på sin text', () => {
    const annat = { behandling: 'annat', annatText: 'Hästunderstödd terapi' }
    expect(
      liknandeFall({ ...nu, ...annat }, [
        tidigare('a', '2026-01-01', { behandling: 'annat', annatText: 'hästunderstödd  terapi.' }),
        tidigare('b', '2026-01-01', { behandling: 'annat', annatText: 'Dans' }),
      ]).map((l) => l.fall.id),
    ).toEqual(['a'])
  })

  it('ordningen i listan spelar ingen roll', () => {
    const enTidigare = fc.record({
      n: fc.nat(3),
      diagnos: fc.constantFrom('M797', 'M545', 'F438A'),
      timmar: fc.constantFrom(2, 10, 11),
      dag: fc.constantFrom('2026-01-01', '2026-02-01'),
    })
    fc.assert(
      fc.property(fc.array(enTidigare, { maxLength: 8 }), (xs) => {
        const lista = xs.map((x, i) => tidigare(`t${i}`, x.dag, { diagnoser: [x.diagnos], timmarPerVecka: x.timmar }))
        expect(liknandeFall(nu, [...lista].reverse())).toEqual(liknandeFall(nu, lista))
      }),
    )
  })
})

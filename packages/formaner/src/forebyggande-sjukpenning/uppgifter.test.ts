import { datum, plusDagar, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbetsschemaSchema, type Schemauppgift } from './fakta.ts'
import { forhandskollFore } from './plan/fore.ts'
import { arbetsdagen } from './tid/arbetsdag.ts'
import { DYGN } from './tid/klocka.ts'
import { langdAv } from './tid/spann.ts'
import { dagensArbetstid, somSchema } from './uppgifter.ts'

const schema = (s: unknown): Schemauppgift => arbetsschemaSchema.parse(s)
const TISDAG = datum('2026-03-03')
const plan = (besok: object) => [
  {
    id: 'b1',
    behandling: 'fysioterapi',
    utforande: 'paPlats' as const,
    vardgivare: 'Kliniken',
    besok: [
      {
        slag: 'dagar' as const,
        datum: [TISDAG],
        start: '14:00',
        behandlingMin: 60,
        forberedelseMin: 0,
        resaMin: 60,
        efterMin: 0,
        ...besok,
      },
    ],
  },
]
const koll = (s: unknown, besok: object = {}) =>
  forhandskollFore(
    {
      behandlingar: plan(besok) as never,
      sysselsattning: 'anstalld',
      arbetsschema: schema(s),
      arsarbetstid: 1980,
      inkomst: { anstallning: 360_000, annat: 0 },
    },
    datum('2026-02-10'),
  ).dagar

describe('arbetstiden en viss dag', () => {
  it('den som arbetar skift har bara datum: varje planerad dag jämförs med passet den dagen', () => {
    const s = {
      arbetstid: {},
      avvikelser: [
        { datum: '2026-03-03', pass: [{ fran: '13:00', till: '21:00' }] },
        { datum: '2026-03-05', pass: [] },
      ],
    }
    const dagar = koll(s, { datum: [TISDAG, datum('2026-03-05'), datum('2026-03-10')] })
    expect(dagar.map((x) => [x.datum, x.utfall, x.arbetsminuter, x.hindradeMinuter])).toEqual([
      ['2026-03-03', 'nar', 480, 120],
      ['2026-03-05', 'ingenArbetstid', 0, 0],
      ['2026-03-10', 'arbetstidOkand', 0, 0],
    ])
  })

  it('ett nattpass är en del på varje datum, och behandlingen jämförs med datumets del', () => {
    const s = {
      arbetstid: {},
      avvikelser: [
        { datum: '2026-03-03', pass: [{ fran: '21:00', till: '24:00' }] },
        { datum: '2026-03-04', pass: [{ fran: '00:00', till: '06:00' }] },
      ],
    }
    expect(koll(s, { start: '21:00', behandlingMin: 60, resaMin: 0 })).toMatchObject([
      { utfall: 'nar', arbetsminuter: 180, hindradeMinuter: 60, andel: 0.25 },
    ])
    expect(koll(s, { datum: [datum('2026-03-04')], start: '09:00' }), 'efter passet: tas med, sägs, ger inget').toMatchObject([
      { utfall: 'utanforArbetstiden', arbetsminuter: 360 },
    ])
  })

  it('ett pass går före veckan, också i förhandskollen', () => {
    const s = {
      arbetstid: { tis: 8 },
      arbetsstart: '08:00',
      avvikelser: [{ datum: '2026-03-03', pass: [{ fran: '06:00', till: '12:00' }] }],
    }
    expect(koll(s, { datum: [TISDAG, datum('2026-03-10')] }).map((x) => x.utfall)).toEqual(['utanforArbetstiden', 'nar'])
  })

  it('arbetsdagens början krävs bara när en veckodag har timmar', () => {
    expect(arbetsschemaSchema.safeParse({ arbetstid: { tis: 8 } }).error?.issues[0]).toMatchObject({ path: ['arbetsstart'] })
    expect(arbetsschemaSchema.safeParse({ arbetstid: { lor: 0 }, avvikelser: [] }).success).toBe(true)
    expect(
      arbetsschemaSchema.safeParse({ arbetstid: {}, avvikelser: [{ datum: '2026-03-03', pass: [{ fran: '22:00', till: '06:00' }] }] }).error
        ?.issues[0]!.message,
    ).toContain('delas på två datum')
  })

  it('dagarna i en vecka har tillsammans veckans minuter, hur sent arbetet än börjar; inget ligger utanför dygnet', () => {
    const timme = fc.integer({ min: 0, max: 40 }).map((n) => n / 4)
    const vecka = fc.record({ man: timme, tis: timme, ons: timme, tor: timme, fre: timme, lor: timme, son: timme })
    fc.assert(
      fc.property(vecka, fc.integer({ min: 0, max: 23 }), (arbetstid, h) => {
        const s = schema({ arbetstid, arbetsstart: `${String(h).padStart(2, '0')}:00` })
        const dagar: Datum[] = Array.from({ length: 7 }, (_x, i) => plusDagar(datum('2026-03-02'), i))
        const ut = dagar.map((x) => dagensArbetstid(s, x)!)
        for (const a of ut) {
          expect(a.minuter).toBe(a.pass.reduce((n, p) => n + langdAv(p), 0))
          for (const p of a.pass) expect(p.fran >= 0 && p.till <= DYGN && p.fran < p.till).toBe(true)
        }
        const tal = (a: typeof ut) => a.reduce((n, x) => n + x.minuter, 0)
        const alla = dagar.map((x) => arbetsdagen(somSchema(s), x)!)
        // A night after another takes no minute twice: only where a late day runs into an early one do they meet.
        const mots = alla.some((a, i) => (a.pass.at(-1)?.till ?? 0) - DYGN > (alla[(i + 1) % 7]!.pass[0]?.fran ?? DYGN))
        if (!mots) expect(tal(ut)).toBe(tal(alla))
        else expect(tal(ut)).toBeLessThan(tal(alla))
      }),
    )
  })
})

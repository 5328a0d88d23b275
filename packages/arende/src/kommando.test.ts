import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import type { Begaran } from './begaran.ts'
import type { Faktakarta } from './faktum.ts'
import type { Forman, Kontext } from './forman.ts'
import type { Handelsedata } from './handelse.ts'
import { somHandelser, utfor, type Kommando } from './kommando.ts'
import { lagetEfter } from './lage.ts'
import type { Aktor, Roll } from './roller.ts'

const DAG = datum('2026-03-20')
const ROLLER: readonly Roll[] = [
  'handlaggare',
  'specialist',
  'fmr',
  'enhetschef',
  'samverkansansvarig',
  'analytiker',
  'forsakrad',
  'arbetsgivare',
  'vard',
  'system',
]
const som = (roll: Roll): Aktor => ({ id: roll, namn: roll, roll })
const kx = (roll: Roll): Kontext => ({
  aktor: som(roll),
  farSeSkyddade: false,
  dag: DAG,
  tid: '2026-03-20T09:00:00.000Z',
  nyttId: () => 'id',
  brev: () => {
    throw new Error('inget brev')
  },
})
const forman = {
  rubrik: 'Prov',
  kommandon: {},
  fakta: { inkomst: { rubrik: 'Årsinkomst', roller: ['handlaggare', 'forsakrad', 'arbetsgivare', 'vard'], las: (v: unknown) => v } },
} as unknown as Forman<Faktakarta>

const begaran = (till: Roll): Begaran => ({
  id: `till-${till}`,
  typ: 'intygskomplettering',
  till,
  tillNamn: till,
  rubrik: 'Fråga',
  fragor: [{ frageId: '1', text: 'Hur?' }],
  lagrum: [],
  skickad: DAG,
  senast: DAG,
  av: som('handlaggare'),
  paminnelser: [],
})
const person = {
  id: 'p',
  personnummer: '19800101-9999',
  fornamn: 'Anna',
  efternamn: 'Andersson',
  fodd: datum('1980-01-01'),
  adress: [],
  lan: '',
  skyddad: false,
}
const data: Handelsedata[] = [
  { typ: 'arendeInlett', person, forman: 'prov', enhet: 'Gävle', nummer: 'P1', flodesversion: 'v1' } as unknown as Handelsedata,
  ...(['vard', 'forsakrad', 'arbetsgivare', 'fmr'] as const).map((t): Handelsedata => ({ typ: 'begaranSkickad', begaran: begaran(t) })),
]
const lage = lagetEfter('a', somHandelser(data, 0, kx('system')))
const gor = (roll: Roll, k: Kommando) => utfor(forman, lage, k, kx(roll))
const farGora = (k: (roll: Roll) => Kommando): Roll[] =>
  ROLLER.filter((roll) => {
    try {
      gor(roll, k(roll))
      return true
    } catch (fel) {
      expect((fel as { kod: string }).kod, roll).toBe('ejBehorig')
      return false
    }
  })

describe('en fråga till någon', () => {
  it.each(['vard', 'forsakrad', 'arbetsgivare', 'fmr'] as const)(
    'till %s besvaras av den själv, eller skrivs in av den som handlägger',
    (till) => {
      expect(farGora(() => ({ typ: 'besvaraBegaran', begaranId: `till-${till}`, svar: [{ frageId: '1', text: 'Så.' }] })).sort()).toEqual(
        ['handlaggare', 'specialist', 'system', till].sort(),
      )
    },
  )
})

describe('ett avslutat ärende', () => {
  const avslutat = lagetEfter('a', somHandelser([...data, { typ: 'arendeAvslutat', skal: 'Klart.' }], 0, kx('system')))
  const medKommando = (namn: string, mer: object) =>
    ({
      ...forman,
      kommandon: { [namn]: { roller: ['handlaggare'], las: () => null, utfor: () => [], ...mer } },
    }) as unknown as Forman<Faktakarta>
  const ge = (namn: string, mer: object) => utfor(medKommando(namn, mer), avslutat, { typ: namn, data: null }, kx('handlaggare'))

  it('tar emot förmånens kommando bara när kommandot själv säger det, vad det än heter', () => {
    expect(() => ge('begarOmprovning', {})).toThrow(/avslutat/)
    expect(() => ge('overklaga', {})).toThrow(/avslutat/)
    expect(ge('overklaga', { iAvslutat: true })).toEqual([])
  })
})

describe('ärendet', () => {
  it('tar man i den roll man har, och ingen annan', () => {
    expect(farGora((roll) => ({ typ: 'tilldela', roll: 'handlaggare', till: { ...som(roll), roll: 'handlaggare' } }))).toEqual([
      'handlaggare',
      'enhetschef',
      'system',
    ])
    expect(farGora((roll) => ({ typ: 'tilldela', roll, till: som(roll) }))).toEqual([
      'handlaggare',
      'specialist',
      'fmr',
      'enhetschef',
      'system',
    ])
  })
  it('ges aldrig till någon i en annan roll än den har', () => {
    expect(() => gor('enhetschef', { typ: 'tilldela', roll: 'handlaggare', till: som('forsakrad') })).toThrow(
      /försäkrad och kan inte få ärendet som handläggare/,
    )
  })
  it('väcks av handläggande och systemet, aldrig av parterna', () => {
    expect(farGora(() => ({ typ: 'vack', roll: 'handlaggare', orsak: 'x' }))).toEqual([
      'handlaggare',
      'specialist',
      'fmr',
      'enhetschef',
      'system',
    ])
  })
})

describe('en uppgift', () => {
  it.each(['forsakrad', 'arbetsgivare', 'vard'] as const)('från %s bär den som källa, vad den än säger sig komma från', (roll) => {
    expect(
      gor(roll, { typ: 'registreraFaktum', namn: 'inkomst', varde: 1, kalla: { typ: 'register', text: 'Skatteverket' } }),
    ).toMatchObject([{ faktum: { kalla: { typ: roll } } }])
  })
  it('ur ett register skrivs in av handläggaren som just det', () => {
    expect(
      gor('handlaggare', { typ: 'registreraFaktum', namn: 'inkomst', varde: 1, kalla: { typ: 'register', text: 'Skatteverket' } }),
    ).toMatchObject([{ faktum: { kalla: { typ: 'register', text: 'Skatteverket' } } }])
  })
})

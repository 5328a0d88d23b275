import type { Arendevy } from '@atergang/formaner'
import { describe, expect, it } from 'vitest'
import { atgarderFor } from './lista.ts'

const vy = (mer: object = {}): Arendevy =>
  ({
    tilldelning: {},
    vila: {},
    avslutat: null,
    begaran: [],
    kommuniceringar: [],
    handlingar: [],
    beslut: [],
    omprovningar: [],
    forman: 'sjukpenning',
    arbetsgivare: 'Bageriet AB',
    interimistiskt: { mojligt: false, dagar: [], varfor: '' },
    ...mer,
  }) as unknown as Arendevy
const EVA = { id: 'eva', roll: 'handlaggare', farSeSkyddade: false }
const nycklar = (v: Arendevy, jag = EVA): string[] => atgarderFor(v, jag).flatMap((g) => g.poster.map((p) => p.nyckel))

describe('åtgärderna följer rollen och ärendet', () => {
  it('ett ledigt ärende kan tas men inte lämnas', () => {
    expect(nycklar(vy())).toContain('ta')
    expect(nycklar(vy())).not.toContain('jav')
  })
  it('den som har ärendet kan lämna det, anmäla jäv och låta det vila', () => {
    const n = nycklar(vy({ tilldelning: { handlaggare: { till: EVA, sedan: '2026-06-01' } } }))
    expect(n).toEqual(expect.arrayContaining(['lamnaTillbaka', 'jav', 'vila']))
    expect(n).not.toContain('ta')
  })
  it('rådgivaren varken frågar eller beslutar, enhetschefen fördelar och antecknar', () => {
    expect(nycklar(vy({ interimistiskt: { mojligt: true } }), { id: 'r', roll: 'fmr', farSeSkyddade: false })).toEqual(['ta', 'anteckna'])
    expect(nycklar(vy(), { id: 'c', roll: 'enhetschef', farSeSkyddade: false })).toEqual(['geTill', 'anteckna'])
  })
  it('bara handläggaren fattar interimistiskt beslut, och bara när det går', () => {
    expect(nycklar(vy({ interimistiskt: { mojligt: true } }))).toContain('interimistiskt')
    expect(nycklar(vy({ interimistiskt: { mojligt: true } }), { id: 's', roll: 'specialist', farSeSkyddade: false })).not.toContain(
      'interimistiskt',
    )
    expect(nycklar(vy())).not.toContain('interimistiskt')
  })
  it('i ett avslutat ärende återstår det som servern tar emot', () => {
    expect(nycklar(vy({ avslutat: { dag: '2026-06-01', skal: '' }, handlingar: [{ typ: 'lakarintyg' }] }))).toEqual([
      'anteckna',
      'kontakt',
      'intyg',
      'vagHandling',
    ])
  })
  it('en fråga som väntar ställs inte en gång till, men kan följas upp', () => {
    const n = nycklar(vy({ begaran: [{ id: 'b', typ: 'atergansplan', paminnelser: [] }] }))
    expect(n).toContain('oppnaFragor')
    expect(n).not.toContain('begarPlan')
  })
})

describe('skyddad identitet', () => {
  it('sätts och hävs bara av den som får se skyddade', () => {
    expect(nycklar(vy())).not.toContain('skydd')
    expect(nycklar(vy(), { ...EVA, farSeSkyddade: true })).toContain('skydd')
  })
})

describe('en skrivelse om ett beslut', () => {
  it('kan registreras om varje beslut, också i ett avslutat ärende: den nekas aldrig', () => {
    expect(nycklar(vy())).not.toContain('skrivelse')
    expect(nycklar(vy({ beslut: [{ id: 'a', typ: 'omprovning' }] }))).toContain('skrivelse')
    expect(nycklar(vy({ beslut: [{ id: 'a', typ: 'slutligt' }], avslutat: { dag: '2026-06-01', skal: '' } }))).toContain('skrivelse')
  })
})

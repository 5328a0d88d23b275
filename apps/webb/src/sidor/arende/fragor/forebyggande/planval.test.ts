import { describe, expect, it } from 'vitest'
import { emotStallningen, forvaltSkal, kanGodkannas } from './planval.ts'
import type { Planunderlag } from './underlag.ts'

const rad = (mer: object = {}) => ({
  id: 'b1',
  behandling: 'mmr',
  namn: 'MMR',
  beskrivning: '',
  utforande: 'paPlats',
  vardgivare: 'Kliniken',
  period: null,
  tillfallen: 16,
  timmarPerVecka: 8,
  evidens: { stodForProblemet: 'ja', upplaggetPassar: 'ja', skal: 'Stöd finns.' },
  stallning: null,
  ...mer,
})
const u = (mer: object = {}, b: object = {}) =>
  ({
    syfte: null,
    syften: {},
    planskal: {},
    ordinerad: 'ja',
    risk: { visad: 'ja', skal: '' },
    behandlingar: [rad(b)],
    ...mer,
  }) as Planunderlag

describe('vad planen kan bli', () => {
  it('när varje svar är ja finns inget hinder och inget skäl är förvalt', () => {
    expect(kanGodkannas(u(), u().behandlingar[0]!)).toBe(true)
    expect(forvaltSkal(u(), 'b1')).toEqual([])
  })

  it('det som är bedömt som inte uppfyllt står i vägen och är förvalt som skäl', () => {
    const nekad = u(
      { risk: { visad: 'nej', skal: '' }, ordinerad: 'nej' },
      { evidens: { stodForProblemet: 'nej', upplaggetPassar: 'nej', skal: '' }, tillfallen: 1 },
    )
    expect(kanGodkannas(nekad, nekad.behandlingar[0]!)).toBe(false)
    expect(forvaltSkal(nekad, 'b1')).toEqual(['inteOrdinerad', 'ingenRisk', 'ingenEvidens', 'upplagget', 'enstakaBesok'])
  })

  it('ett upplägg som inte passar hindrar inte att planen godkänns i en del', () => {
    const del = u({}, { evidens: { stodForProblemet: 'ja', upplaggetPassar: 'nej', skal: '' } })
    expect(kanGodkannas(del, del.behandlingar[0]!)).toBe(true)
    expect(forvaltSkal(del, 'b1')).toEqual(['upplagget'])
  })

  it('en annan bedömning än registrets sägs, också när planen godkänns', () => {
    expect([emotStallningen('oftaInte', 'begransat'), emotStallningen('oftaGodkand', 'nej')]).toEqual([true, true])
    expect([
      emotStallningen('oftaInte', 'nej'),
      emotStallningen('oftaGodkand', 'ja'),
      emotStallningen('inteAvgjord', 'nej'),
      emotStallningen(null, 'nej'),
      emotStallningen('oftaInte', undefined),
    ]).toEqual([false, false, false, false, false])
  })
})

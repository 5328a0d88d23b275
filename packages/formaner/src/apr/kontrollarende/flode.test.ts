import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { ASTA, CHEFEN, Provfall, type AnyForman } from '../../prov/apr.ts'
import { dra, lasPopulation } from '../urval/index.ts'
import { fakt, type Rlage } from './fakta.ts'
import { aprKontroll } from './forman.ts'
import { arendevy } from './vy.ts'

const D = datum('2025-08-04')
const SYSTEM = { id: 'system', namn: 'Återgång', roll: 'system' as const }
const ENHETER = Array.from({ length: 60 }, (_, i) => ({ id: `e${i}`, belopp: 1_000 + 2_000 * i, anstallda: i, sektor: 'privat' as const }))
const PLAN = { ar: 2025, halvar: 1, andel: '0,15', indelning: ['belopp', 'storlek'], population: ENHETER, utanfor: 3 }
const FRO = { fro: 7, satt: 'tvaTjansteman', hur: 'Fyra tärningar.', medverkande: 'Bertil Björk' }

const ronden = () =>
  new Provfall<Rlage>({
    id: '00000000-0000-4000-8000-00000000b000',
    forman: aprKontroll as unknown as AnyForman,
    part: { slag: 'ingen' },
    sak: '2025-1',
    enhet: 'APR',
    nummer: 'EK2025-000001',
    dag: D,
  }).kor({ typ: 'planera', data: PLAN }, CHEFEN, D)
const dragen = () => ronden().svara('aprFro', FRO, CHEFEN, D)
const vy = (f: ReturnType<typeof ronden>) => arendevy(f.lage, f.journal, D).vy

describe('en omgång efterkontroll', () => {
  it('har en plan innan fröet sätts, och handlar om ingen särskild', () => {
    const f = ronden()
    expect(f.fragekoder(D)).toEqual(['aprFro'])
    expect(vy(f)).toMatchObject({ part: { namn: 'Hela landet', nummer: '' }, plan: { population: 60, fro: null }, fro: null, uttagna: [] })
  })

  it('drar som kommandoraden: samma population och frö ger samma bytes', () => {
    const f = dragen()
    const population = lasPopulation(JSON.parse(JSON.stringify(ENHETER)), 2025, 1)
    expect(fakt(f.lage, 'urval')[0]!.varde.text).toBe(JSON.stringify(dra(population, { andel: '0,15', fro: 7 })))
  })

  it('sätter fröet en gång: sedan finns ingen fråga och ingen ny plan', () => {
    const f = dragen()
    expect(f.fragekoder(D)).toEqual([])
    expect(() => f.kor({ typ: 'planera', data: PLAN }, CHEFEN, D)).toThrow(/redan|draget/)
    expect(() => ronden().svara('aprFro', { ...FRO, medverkande: '' }, CHEFEN, D)).toThrow(/andra tjänstemannen/)
    expect(() => ronden().svara('aprFro', FRO, ASTA, D)).toThrow(/enhetschef/)
  })

  it('låter riskfall komma till efter dragningen, aldrig i stället för en dragen', () => {
    expect(() => ronden().kor({ typ: 'laggTillRiskfall', data: { enhet: 'e1', signal: 'sammaKostnad', skal: 'x' } }, ASTA, D)).toThrow(
      /först när urvalet/,
    )
    const f = dragen()
    const dragna = vy(f).uttagna.map((u) => u.enhet)
    const utanfor = ENHETER.find((e) => !dragna.includes(e.id))!.id
    expect(() => f.kor({ typ: 'laggTillRiskfall', data: { enhet: dragna[0], signal: 'annat', skal: 'x' } }, ASTA, D)).toThrow(/dragen/)
    f.kor({ typ: 'laggTillRiskfall', data: { enhet: utanfor, signal: 'sammaKostnad', skal: 'Samma kostnad på alla rader.' } }, ASTA, D)
    expect(vy(f).uttagna.filter((u) => u.slag === 'risk')).toMatchObject([{ enhet: utanfor, sannolikhet: null }])
  })

  it('skattar när alla är klara, med riskfallen för sig, och avslutas', () => {
    const f = dragen()
    const dragna = vy(f).uttagna.map((u) => u.enhet)
    const risk = ENHETER.find((e) => !dragna.includes(e.id))!.id
    f.kor({ typ: 'laggTillRiskfall', data: { enhet: risk, signal: 'annat', skal: 'Tips.' } }, ASTA, D)
    for (const [i, enhet] of [...dragna, risk].entries()) {
      expect(vy(f).skattning).toBeNull()
      f.kor(
        { typ: 'taEmotResultat', data: { enhet, koder: i === 0 ? ['kostnadForHog'] : ['ingetFel'], felbelopp: i === 0 ? 500 : 0 } },
        SYSTEM,
        D,
      )
    }
    expect(vy(f).skattning).toMatchObject({
      population: 60,
      dragna: dragna.length,
      funnet: { medFel: 1, felbelopp: 500 },
      riskfall: { antal: 1, medFel: 0, felbelopp: 0 },
    })
    f.kor({ typ: 'taEmotResultat', data: { enhet: dragna[0]!, koder: ['ingetFel'], felbelopp: 0 } }, SYSTEM, D)
    expect(fakt(f.lage, 'resultat')).toHaveLength(dragna.length + 1)
    f.klockan(D)
    expect(f.lage.avslutat).toBeTruthy()
  })
})

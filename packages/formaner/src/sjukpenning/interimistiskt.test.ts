import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person } from '../prov/index.ts'
import { interimlage } from './interimistiskt.ts'
import { underlaget } from './underlag.ts'

const DAG = datum('2026-02-20')

/** Days from 1 February are asked for and not decided; the SGI is confirmed. */
function ansokt() {
  const p = person('Anna')
    .sjukFran('2026-02-01')
    .medIntyg({ till: '2026-02-28' })
    .ansoker({ fran: '2026-02-01', till: '2026-02-28', inkom: '2026-02-16' })
  p.arende.svara(
    'sgi',
    (f: { formular: unknown }) => ({
      ...(f.formular as { forslag: object }).forslag,
      forsakradForArbete: true,
      minstSexManader: true,
      skal: 'Stämmer.',
    }),
    EVA,
    DAG,
  )
  return p
}
const registrera = (p: ReturnType<typeof ansokt>, namn: string, varde: object, from: string, tom: string) =>
  p.arende.kor(
    { typ: 'registreraFaktum', namn, varde, period: { from, tom } as never, kalla: { typ: 'register', text: 'Tidigare ärende' } },
    EVA,
    DAG,
  )
const laget = (p: ReturnType<typeof ansokt>) => interimlage(p.arende.lage, underlaget(p.arende.lage, DAG))

describe('sjukpenning ska ha lämnats tidigare i sjukperioden (112 kap. 2 a § 2)', () => {
  it('det har den som fick sjukpenning dagarna före i ett ärende som inte finns hos oss', () => {
    const p = ansokt()
    expect(laget(p).mojligt).toBe(false)
    registrera(p, 'tidigareErsattning', { slag: 'sjukpenning' }, '2026-01-01', '2026-01-31')
    expect(laget(p)).toMatchObject({ mojligt: true, dagar: [{ from: '2026-02-15', tom: '2026-02-28' }] })
  })

  it('och den som fick det i ett annat ärende i samma sjukperiod', () => {
    const p = ansokt()
    const dagar = [{ from: datum('2026-01-01'), tom: datum('2026-01-31'), grad: 1 }]
    p.arende.omvarld = {
      egnaPoster: [],
      evidensregister: [],
      andraArenden: [{ arende: 'x', nummer: 'SP2026-000009', forman: 'sjukpenning', betalda: dagar, sjukdagar: dagar }],
    }
    p.arende.hamta(DAG)
    expect(laget(p).mojligt).toBe(true)
  })

  it('men inte den som fick rehabiliteringspenning, eller sjukpenning i en annan sjukperiod', () => {
    const rehabilitering = ansokt()
    registrera(rehabilitering, 'tidigareErsattning', { slag: 'rehabiliteringspenning' }, '2026-01-01', '2026-01-31')
    expect(laget(rehabilitering).mojligt).toBe(false)
    const annan = ansokt()
    registrera(annan, 'tidigareErsattning', { slag: 'sjukpenning' }, '2025-11-01', '2025-11-30')
    expect(laget(annan)).toMatchObject({ mojligt: false, varfor: 'Sjukpenning har inte lämnats tidigare i sjukperioden.' })
  })

  it('och inte för dagar som ligger före dem som har betalats', () => {
    const p = ansokt()
    registrera(p, 'tidigareErsattning', { slag: 'sjukpenning' }, '2026-03-01', '2026-03-20')
    registrera(p, 'tidigareSjukperiod', {}, '2026-01-10', '2026-01-31')
    expect(laget(p)).toMatchObject({ mojligt: false, varfor: 'Sjukpenning har inte lämnats tidigare i sjukperioden.' })
  })
})

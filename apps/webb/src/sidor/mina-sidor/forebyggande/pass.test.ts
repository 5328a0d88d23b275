import { plusDagar, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nyttArbete, schemat, somArbetsuppgifter } from './arbete.ts'
import { avvikelsefel, fyllTomma, nattnotis, nyAvvikelse, passen, radPerDag, somRader, type Avvikelse } from './pass.ts'

const d = (s: string): Datum => s as Datum
const rad = (datum: string, fran = '', till = '', ledig = false): Avvikelse => ({ datum, fran, till, ledig })
const klockslag = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
const enRad = fc
  .record({ dag: fc.integer({ min: 0, max: 5 }), fran: klockslag, till: klockslag, ledig: fc.boolean() })
  .map((x) => rad(plusDagar(d('2026-03-02'), x.dag), x.fran, x.till, x.ledig))
const minuter = (a: { pass: readonly { fran: string; till: string }[] }): number =>
  a.pass.reduce(
    (n, p) => n + (Number(p.till.slice(0, 2)) - Number(p.fran.slice(0, 2))) * 60 + Number(p.till.slice(3)) - Number(p.fran.slice(3)),
    0,
  )
const langd = (a: Avvikelse): number =>
  a.ledig || a.fran === a.till
    ? 0
    : (Number(a.till.slice(0, 2)) * 60 + Number(a.till.slice(3)) - Number(a.fran.slice(0, 2)) * 60 - Number(a.fran.slice(3)) + 1440) % 1440

describe('pass, dag för dag', () => {
  it('ett nattpass delas vid midnatt: varje del räknas till sitt datum, och det sägs', () => {
    const natt = rad('2026-03-03', '22', '6')
    expect(passen([natt])).toEqual([
      { datum: '2026-03-03', pass: [{ fran: '22:00', till: '24:00' }] },
      { datum: '2026-03-04', pass: [{ fran: '00:00', till: '06:00' }] },
    ])
    expect(nattnotis(natt)).toContain('2 tim räknas till 3 mars 2026 och 6 tim till 4 mars 2026')
    expect(passen([natt, rad('2026-03-04', '14', '22')])[1]).toEqual({
      datum: '2026-03-04',
      pass: [
        { fran: '00:00', till: '06:00' },
        { fran: '14:00', till: '22:00' },
      ],
    })
    expect(passen([rad('2026-03-03', '16', '24')])).toEqual([{ datum: '2026-03-03', pass: [{ fran: '16:00', till: '24:00' }] }])
    expect([nattnotis(rad('2026-03-03', '08', '17')), nattnotis(rad('2026-03-03', '08', '24'))]).toEqual(['', ''])
  })

  it('en tom rad är okänd, en ledig dag är noll', () => {
    expect(passen([rad('2026-03-03'), rad('2026-03-04', '', '', true)])).toEqual([{ datum: '2026-03-04', pass: [] }])
    expect(avvikelsefel(rad('2026-03-03'))).toEqual({})
    expect(Object.keys(avvikelsefel(rad('', '7', 'sen')))).toEqual(['datum', 'till'])
  })

  it('ingen minut försvinner eller tillkommer vid midnatt, och passen ryms i dygnet', () => {
    fc.assert(
      fc.property(fc.array(enRad, { maxLength: 6 }), (rader) => {
        const ut = passen(rader)
        expect(ut.reduce((n, a) => n + minuter(a), 0)).toBe(rader.reduce((n, a) => n + langd(a), 0))
        for (const a of ut) for (const p of a.pass) expect(p.fran < p.till).toBe(true)
        expect(ut.map((a) => a.datum)).toEqual([...new Set(ut.map((a) => a.datum))].sort())
      }),
    )
  })

  it('det som är sparat visas som rader och blir samma pass igen', () => {
    fc.assert(
      fc.property(fc.array(enRad, { maxLength: 6 }), (rader) => {
        const ut = passen(rader)
        expect(passen(somRader(ut))).toEqual(ut)
      }),
    )
    expect(somRader(passen([rad('2026-03-03', '22', '06')]))).toEqual([rad('2026-03-03', '22:00', '06:00')])
  })

  it('varje behandlingsdag får en rad, det skrivna ligger kvar, och samma tider kan skrivas på de tomma', () => {
    const forsta = radPerDag([], ['2026-03-03', '2026-03-05'])
    expect(forsta).toEqual([nyAvvikelse('2026-03-03'), nyAvvikelse('2026-03-05')])
    const skriven = [rad('2026-03-03', '22', '6'), forsta[1]!]
    expect(radPerDag(skriven, ['2026-03-10']).map((a) => a.datum)).toEqual(['2026-03-03', '2026-03-10'])
    expect(fyllTomma(skriven)[1]).toEqual(rad('2026-03-05', '22', '6'))
    expect(fyllTomma([rad('2026-03-03', '', '', true), forsta[1]!])).toEqual([rad('2026-03-03', '', '', true), forsta[1]!])
  })

  it('den som arbetar skift har ingen vecka: bara passen skickas, och fylls i igen nästa gång', () => {
    const kant = {
      sysselsattning: 'anstalld',
      arbetsgivare: null,
      inkomst: null,
      arbetsschema: null,
      arsarbetstid: null,
      arbetssokande: null,
    } as const
    const u = Object.assign(nyttArbete(kant), { skift: 'ja', start: '08:00', avvikelser: [rad('2026-03-03', '22', '6')] })
    u.vecka.man = '8'
    expect(schemat(u)).toEqual({ arbetstid: {}, avvikelser: passen(u.avvikelser) })
    expect(somArbetsuppgifter(Object.assign(nyttArbete(kant), { skift: 'ja' }))).not.toHaveProperty('arbetsschema')
    const igen = nyttArbete({ ...kant, arbetsschema: schemat(u)! })
    expect(igen).toMatchObject({ skift: 'ja', avvikelser: [rad('2026-03-03', '22:00', '06:00')] })
  })
})

import type { Person } from '@atergang/arende'
import { EVA } from '@atergang/formaner/prov'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, type Testserver } from '../../../../tests/stod/server.ts'
import { raknaOmHarlett } from './harledning.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver()
}, 60_000)
afterAll(() => s.stang())

const PERSON = {
  id: '00000000-0000-4000-8000-000000000001',
  personnummer: '19800101-9804',
  fornamn: 'Prov',
  efternamn: 'Person',
  fodd: '1980-01-01',
  adress: ['Provgatan 1'],
  lan: 'Gävleborg',
  skyddad: false,
} as const
const raden = async () =>
  (await s.t.db.agare.query<{ sammanfattning: object; version: number }>('select sammanfattning, version from app.arende')).rows[0]!

describe('efter en uppgradering', () => {
  it('räknas listorna om ur journalen, en gång, utan att något skrivs i den', async () => {
    await s.t.lager.inled({
      part: { slag: 'person', person: PERSON as unknown as Person },
      forman: 'sjukpenning',
      enhet: 'Gävle',
      nu: s.t.klocka.nu(),
      aktor: EVA,
    })
    await raknaOmHarlett(s.t, 'förra')
    const fore = await raden()
    await s.t.db.agare.query(`update app.arende set sammanfattning = '{"form": "gammal"}'`)

    expect(await raknaOmHarlett(s.t, 'förra')).toBe(0)
    expect((await raden()).sammanfattning).toEqual({ form: 'gammal' })
    expect(await raknaOmHarlett(s.t, 'nya')).toBe(1)
    expect(await raden()).toEqual(fore)
    expect(await raknaOmHarlett(s.t, 'nya')).toBe(0)
  })
})

import { exempelintyg, pahittatPersonId, skrivIntyg } from '@atergang/intyg'
import { SYSTEMET } from '@atergang/arende'
import { datum } from '@atergang/kalender'
import { lasArende } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startaTestserver, VARDTOKEN, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver()
}, 60_000)
afterAll(() => s.stang())

const ANSOKAN = {
  forstaSjukdag: '2026-03-02',
  perioder: [{ from: '2026-03-02', tom: '2026-03-29', omfattning: 0.5 }],
  sysselsattning: 'anstalld',
  arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' },
  arbetsuppgifter: 'Lager',
  inkomst: { anstallning: 360_000, annat: 0 },
  hederOchSamvete: true,
}

it('ansökan går inte förlorad när ett intyg öppnar ärendet i samma ögonblick', async () => {
  const personId = pahittatPersonId(datum('1981-05-05'), 985)
  const personnummer = `${personId.nummer.slice(0, 8)}-${personId.nummer.slice(8)}`
  s.konton.push({ id: 'f', namn: 'Test Testsson', roll: 'forsakrad', personnummer, text: '' })
  const kaka = await s.loggaIn('f')
  const xml = skrivIntyg(
    exempelintyg('2.0', {}, {
      intygsId: { root: 'TEST-ENHET-1', extension: randomUUID() },
      patient: { personId, fornamn: 'Test', efternamn: 'Testsson' },
    } as never),
  )
  const inled = s.t.lager.inled.bind(s.t.lager)
  const emellan = vi.spyOn(s.t.lager, 'inled').mockImplementationOnce(async (o) => {
    expect(await s.anrop(null, 'POST', '/api/v1/intyg', xml, { authorization: `Bearer ${VARDTOKEN}` })).toMatchObject({ status: 201 })
    return inled(o)
  })
  const svar = await s.anrop(kaka, 'POST', '/api/v1/mina-sidor/ansokan', ANSOKAN)
  emellan.mockRestore()
  expect(svar.status, JSON.stringify(svar.json)).toBe(201)
  const { lage } = (await lasArende(s.t.db, { system: SYSTEMET }, svar.json.arendeId))!
  expect(lage.fakta.map((f) => f.namn)).toEqual(expect.arrayContaining(['intyg', 'ansokan']))
  expect(svar.json.version).toBe(lage.version)
})

import { exempelintyg, pahittatPersonId, skrivIntyg, skrivSvarFranVarden, type PersonId } from '@atergang/intyg'
import { datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, VARDTOKEN, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
let eva: string
let lopnr = 0
beforeAll(async () => {
  s = await startaTestserver()
  eva = await s.loggaIn('eva')
}, 60_000)
afterAll(() => s.stang())

const VARD = { authorization: `Bearer ${VARDTOKEN}` }
const nyttPersonId = () => pahittatPersonId(datum('1977-03-03'), 980 + lopnr++)
const medStreck = (p: PersonId) => `${p.nummer.slice(0, 8)}-${p.nummer.slice(8)}`

/** The one whose number it is signs in, for the first time perhaps, and asks who has seen it. */
async function vemHarSett(p: PersonId): Promise<string[]> {
  const id = `f-${p.nummer}`
  if (!s.konton.some((k) => k.id === id))
    s.konton.push({ id, namn: 'Test Testsson', roll: 'forsakrad', personnummer: medStreck(p), text: '' })
  const { rader } = (await s.anrop(await s.loggaIn(id), 'GET', '/api/v1/mina-sidor/atkomst')).json
  return rader.map((r: { namn: string; vad: string }) => `${r.namn}: ${r.vad}`)
}

describe('den som ännu inte finns hos oss som person', () => {
  it('får se vem som öppnade en fil som handlade om den', async () => {
    const personId = nyttPersonId()
    const svar = skrivSvarFranVarden({
      meddelandeId: randomUUID(),
      skickat: '2026-03-25T10:00:00',
      intygsId: { root: 'TEST-ENHET-1', extension: 'x' },
      personId,
      amne: 'KOMPLT',
      meddelande: 'Hen mår bättre.',
      svarPa: { meddelandeId: randomUUID() },
      skickatAv: exempelintyg('2.0').skapadAv,
      mottagare: '2021005521',
    } as never)
    await s.anrop(null, 'POST', '/api/v1/vard/svar', svar, VARD)
    const { id } = (await s.anrop(eva, 'GET', '/api/v1/mottaget')).json.rader.at(-1)
    expect((await s.anrop(eva, 'GET', `/api/v1/mottaget/${id}`)).json.personnummer).toBe(medStreck(personId))
    await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/avskrivning`, { skal: 'Fel mottagare.' })
    expect(await vemHarSett(personId)).toEqual(['Eva Ek: skrev av en mottagen fil', 'Eva Ek: öppnade en mottagen fil'])
  })

  it('får se vem som såg den i listan över kandidater, en gång om dagen hur ofta listan än läses', async () => {
    const personId = nyttPersonId()
    const signal = { personnummer: medStreck(personId), namn: 'Prov', text: 'Tungt arbete.', vardenhet: 'Vårdcentralen', samtycke: true }
    expect((await s.anrop(null, 'POST', '/api/v1/vard/signal', signal, VARD)).status).toBe(201)
    for (let i = 0; i < 3; i++)
      expect((await s.anrop(eva, 'GET', '/api/v1/forebyggande/kandidater')).json.rader).toEqual(
        expect.arrayContaining([expect.objectContaining({ personnummer: medStreck(personId) })]),
      )
    expect(await vemHarSett(personId)).toEqual(['Eva Ek: visad i listan över kandidater'])
    await s.anrop(eva, 'GET', '/api/v1/forebyggande/kandidater')
    await s.anrop(eva, 'GET', '/api/v1/forebyggande/kandidater')
    expect(await vemHarSett(personId), 'då personen blev känd').toHaveLength(2)
  })
})

describe('den som har ett ärende', () => {
  it('får se vem som fick det föreslaget för en fil, provade något i det och läste ett brev före utskick', async () => {
    const personId = nyttPersonId()
    const xml = () =>
      skrivIntyg(
        exempelintyg('2.0', {}, {
          intygsId: { root: 'TEST-ENHET-1', extension: randomUUID() },
          patient: { personId, fornamn: 'Test', efternamn: 'Testsson' },
        } as never),
      )
    const { arendeId } = (await s.anrop(null, 'POST', '/api/v1/intyg', xml(), VARD)).json
    await s.anrop(await s.loggaIn('mona'), 'POST', '/api/v1/intyg', xml())
    const { id } = (await s.anrop(eva, 'GET', '/api/v1/mottaget')).json.rader.at(-1)
    expect((await s.anrop(eva, 'GET', `/api/v1/mottaget/${id}`)).json.forslag.arende.id).toBe(arendeId)
    const anteckna = { typ: 'anteckna', text: 'Prov.' }
    expect((await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/provkorning`, anteckna)).status).toBe(200)
    await vemHarSett(personId)
    const ansokan = {
      forstaSjukdag: '2026-03-02',
      perioder: [{ from: '2026-03-02', tom: '2026-03-29', omfattning: 0.5 }],
      sysselsattning: 'anstalld',
      arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' },
      arbetsuppgifter: 'Lager',
      inkomst: { anstallning: 360_000, annat: 0 },
      hederOchSamvete: true,
    }
    await s.anrop(await s.loggaIn(`f-${personId.nummer}`), 'POST', '/api/v1/mina-sidor/ansokan', ansokan)
    const begarPlan = { typ: 'begarPlan', data: { text: 'Vilka anpassningar har ni provat?' } }
    const brev = await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/brev`, begarPlan)
    expect(brev.status, JSON.stringify(brev.json)).toBe(200)
    const sett = await vemHarSett(personId)
    expect(sett).toEqual(
      expect.arrayContaining([
        'Eva Ek: öppnade en mottagen fil',
        'Eva Ek: visad som förslag för en mottagen fil',
        'Eva Ek: såg vad något skulle leda till',
        'Eva Ek: förhandsgranskade ett brev',
      ]),
    )
  })
})

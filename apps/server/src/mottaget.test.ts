import { partsnummer } from '@atergang/arende'
import { exempelintyg, pahittatPersonId, skrivIntyg, skrivSvarFranVarden, type PersonId } from '@atergang/intyg'
import { datum } from '@atergang/kalender'
import { lasArende, somSystemet } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, VARDTOKEN, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
let eva: string
let mona: string
let lopnr = 0
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' as const } }
const VARD = { authorization: `Bearer ${VARDTOKEN}` }
const UTAN_33 = /<c:svar id="33">.*?<\/c:svar>/s
const nyttPersonId = () => pahittatPersonId(datum(`1979-05-${String(1 + Math.floor(lopnr / 20)).padStart(2, '0')}`), 980 + (lopnr++ % 20))
const intygXml = (personId: PersonId) =>
  skrivIntyg(
    exempelintyg(
      '2.0',
      {} as never,
      {
        intygsId: { root: 'TEST-ENHET-1', extension: randomUUID() },
        patient: { personId, fornamn: 'Test', efternamn: 'Testsson' },
      } as never,
    ),
  )
const laget = async (arendeId: string) => (await lasArende(s.t.db, SYSTEM, arendeId))!.lage
const rader = async (kaka = eva) =>
  (await s.anrop(kaka, 'GET', '/api/v1/mottaget')).json.rader as {
    id: string
    problem: { kod: string }
    arende: { id: string; namn: string } | null
  }[]
const sist = async (kaka = eva) => (await rader(kaka)).at(-1)!
const medStreck = (p: PersonId) => `${p.nummer.slice(0, 8)}-${p.nummer.slice(8)}`

async function medArende(xml = (x: string) => x) {
  const personId = nyttPersonId()
  const { arendeId } = (await s.anrop(null, 'POST', '/api/v1/intyg', xml(intygXml(personId)), VARD)).json
  return { personId, arendeId: arendeId as string, nummer: (await laget(arendeId)).arende.nummer }
}
const svarXml = (personId: PersonId, text: string) =>
  skrivSvarFranVarden({
    meddelandeId: randomUUID(),
    skickat: '2026-03-25T10:00:00',
    intygsId: { root: 'TEST-ENHET-1', extension: 'x' },
    personId,
    amne: 'KOMPLT',
    meddelande: text,
    svarPa: { meddelandeId: randomUUID() },
    skickatAv: exempelintyg('2.0').skapadAv,
    mottagare: '2021005521',
  } as never)

beforeAll(async () => {
  s = await startaTestserver()
  ;[eva, mona] = [await s.loggaIn('eva'), await s.loggaIn('mona')]
}, 60_000)
afterAll(() => s.stang())

describe('en mottagen fil som inte går att läsa', () => {
  it('läggs i ärendet som handling, med dagen den kom in, och försvinner ur listan', async () => {
    const { arendeId, nummer } = await medArende()
    await s.anrop(null, 'POST', '/api/v1/intyg', '<trasig', VARD)
    const { id } = await sist()
    expect((await s.anrop(eva, 'GET', `/api/v1/mottaget/${id}`)).json).toMatchObject({
      slag: 'olasbar',
      text: '<trasig',
      avkortad: false,
      personnummer: null,
      forslag: null,
    })
    s.t.klocka.stall(datum('2026-03-27'))
    expect(await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/placering`, { till: nummer.toLowerCase() })).toMatchObject({
      status: 200,
      json: { arendeId, nyttArende: false },
    })
    s.t.klocka.stall(datum('2026-03-20'))
    const h = (await laget(arendeId)).handlingar.at(-1)!
    expect(h).toMatchObject({ typ: 'ovrigt', inkom: '2026-03-20', medietyp: 'application/xml' })
    expect((await s.anrop(eva, 'GET', `/api/v1/handlingar/${h.id}`)).json).toBe('<trasig')
    expect((await rader()).some((r) => r.id === id)).toBe(false)
    expect(await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/placering`, { till: nummer })).toMatchObject({
      status: 404,
      json: { kod: 'mottagetFinnsInte' },
    })
  })

  it('läggs på personnumret när det är det man vet; utan ärende öppnas ett', async () => {
    await s.anrop(null, 'POST', '/api/v1/intyg', '<trasig2', VARD)
    const { id } = await sist()
    const personId = nyttPersonId()
    const r = await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/placering`, { till: personId.nummer })
    expect(r).toMatchObject({ status: 200, json: { nyttArende: true } })
    expect(partsnummer((await laget(r.json.arendeId)).arende.part)).toBe(medStreck(personId))
  })

  it.each([
    ['inget skrivet', '', 'saknarMal'],
    ['ett nummer som inget ärende har', 'SP2026-999999', 'okantArende'],
    ['ett personnummer med fel kontrollsiffra', '197905019990', 'ogiltigtPersonId'],
  ])('ligger kvar med ett tydligt fel vid %s', async (_vad, till, kod) => {
    await s.anrop(null, 'POST', '/api/v1/intyg', `<trasig-${kod}`, VARD)
    const { id } = await sist()
    expect(await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/placering`, { till })).toMatchObject({
      status: 422,
      json: { kod, falt: [{ falt: 'till' }] },
    })
    expect((await rader()).some((r) => r.id === id)).toBe(true)
  })

  it('skrivs av med skäl och namn, och finns kvar i förvaret', async () => {
    await s.anrop(null, 'POST', '/api/v1/intyg', '<skräp', VARD)
    const { id } = await sist()
    expect((await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/avskrivning`, { skal: ' ' })).status).toBe(400)
    expect((await s.anrop(await s.loggaIn('karin'), 'POST', `/api/v1/mottaget/${id}/avskrivning`, { skal: 'x' })).status).toBe(403)
    expect((await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/avskrivning`, { skal: 'Testmeddelande från vården.' })).status).toBe(204)
    expect((await rader()).some((r) => r.id === id)).toBe(false)
    const kvar = await somSystemet(s.t.db, (q) =>
      q.selectFrom('app.mottaget').select(['innehall', 'skal', 'av', 'avskrivet']).where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect({ ...kvar, innehall: kvar.innehall.toString() }).toMatchObject({
      innehall: '<skräp',
      skal: 'Testmeddelande från vården.',
      av: 'eva',
    })
    expect((await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/avskrivning`, { skal: 'Igen' })).status).toBe(404)
  })
})

describe('ett svar från läkaren som inte hör till någon fråga', () => {
  it('syns bara för den som ser personens ärende, med förslag, och kan besvara frågan det gällde', async () => {
    const { arendeId, personId } = await medArende((x) => x.replace(UTAN_33, ''))
    const vy = (await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)).json
    const f = vy.fragor.find((x: { kod: string }) => x.kod === 'intygsgranskning')
    await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, {
      typ: 'svara',
      nyckel: f.nyckel,
      underlag: f.underlag,
      svar: {
        beslut: 'komplettera',
        fragor: f.formular.fynd.slice(0, 1).map((x: { svarId: string; fraga: string }) => ({ svarId: x.svarId, text: x.fraga })),
      },
    })
    expect((await s.anrop(null, 'POST', '/api/v1/vard/svar', svarXml(personId, 'Förläggningen spelar ingen roll.'), VARD)).status).toBe(404)
    const rad = await sist()
    expect(rad).toMatchObject({ problem: { kod: 'okandBegaran' }, arende: { id: arendeId } })
    expect((await rader(mona)).some((r) => r.id === rad.id)).toBe(false)
    expect((await s.anrop(mona, 'GET', `/api/v1/mottaget/${rad.id}`)).status).toBe(404)
    const oppnad = (await s.anrop(eva, 'GET', `/api/v1/mottaget/${rad.id}`)).json
    expect(oppnad).toMatchObject({ slag: 'lakarsvar', personnummer: medStreck(personId), forslag: { arende: { id: arendeId } } })
    expect(await s.anrop(eva, 'POST', `/api/v1/mottaget/${rad.id}/placering`, { begaranId: oppnad.forslag.fragor[0].id })).toMatchObject({
      status: 200,
      json: { arendeId },
    })
    expect((await laget(arendeId)).begaran[0]!.svar).toMatchObject({
      svar: [{ text: 'Förläggningen spelar ingen roll.' }],
      handlingId: rad.id,
    })
  })

  it('kan inte läggas i en annan persons ärende', async () => {
    const [a, b] = [await medArende(), await medArende()]
    await s.anrop(null, 'POST', '/api/v1/vard/svar', svarXml(a.personId, 'Ja.'), VARD)
    const { id } = await sist()
    for (const till of [b.nummer, b.personId.nummer])
      expect(await s.anrop(eva, 'POST', `/api/v1/mottaget/${id}/placering`, { till })).toMatchObject({
        status: 422,
        json: { kod: 'felPerson' },
      })
  })
})

describe('ett läkarintyg som laddades upp på fel enhet', () => {
  it('ligger hos den enhet som har ärendet och läggs i det med ett klick; titten loggas på personen', async () => {
    const { arendeId, personId } = await medArende()
    const xml = intygXml(personId)
    expect((await s.anrop(mona, 'POST', '/api/v1/intyg', xml)).status).toBe(404)
    const rad = await sist()
    expect(rad).toMatchObject({ problem: { kod: 'intygetEjPlacerat' }, arende: { id: arendeId, namn: 'Test Testsson' } })
    expect((await s.anrop(eva, 'GET', `/api/v1/mottaget/${rad.id}`)).json).toMatchObject({
      slag: 'intyg',
      namn: 'Test Testsson',
      forslag: { arende: { id: arendeId } },
    })
    expect(await s.anrop(eva, 'POST', `/api/v1/mottaget/${rad.id}/placering`, {})).toMatchObject({ status: 200, json: { arendeId } })
    expect((await laget(arendeId)).fakta.filter((x) => x.namn === 'intyg')).toHaveLength(2)
    const logg = await somSystemet(s.t.db, (q) => q.selectFrom('app.atkomst').select('vad').where('arende_id', '=', arendeId).execute())
    expect(logg.map((l) => l.vad)).toEqual(
      expect.arrayContaining(['visad i listan över mottagna filer', 'öppnade en mottagen fil', 'placerade en mottagen fil']),
    )
  })

  it('på ett personnummer vars ärende handläggaren inte ser hänvisas filen dit utan att säga att ärendet finns', async () => {
    const { personId, arendeId } = await medArende()
    await s.anrop(null, 'POST', '/api/v1/intyg', '<trasig3', VARD)
    const { id } = await sist(mona)
    const r = await s.anrop(mona, 'POST', `/api/v1/mottaget/${id}/placering`, { till: personId.nummer })
    expect(r).toMatchObject({ status: 404, json: { kod: 'ejPlacerat' } })
    expect(JSON.stringify(r.json)).not.toContain(arendeId)
    expect((await rader(mona)).some((x) => x.id === id)).toBe(false)
    expect((await rader()).find((x) => x.id === id)?.arende?.id).toBe(arendeId)
  })
})

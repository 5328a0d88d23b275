import { exempelintyg, pahittatPersonId, skrivIntyg, skrivSvarFranVarden } from '@atergang/intyg'
import { datum, plusDagar } from '@atergang/kalender'
import { lasArende, somSystemet } from '@atergang/lager'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startaTestserver, VARDTOKEN, type Testserver } from '../../../tests/stod/server.ts'
import { tomIntygsmapp } from './jobb/intygsmapp.ts'
import { sandUtskick } from './jobb/utskick.ts'
import { vackAlla } from './jobb/vackning.ts'
import { arendevySchema } from './rutter/arendevy.ts'

let s: Testserver
let eva: string
let lopnummer = 0

beforeAll(async () => {
  s = await startaTestserver()
  eva = await s.loggaIn('eva')
}, 60_000)
afterAll(() => s.stang())

const VARD = { authorization: `Bearer ${VARDTOKEN}` }
/** Invented and never the same: twenty birth numbers a day, then the next day. */
const nyttPersonId = () => pahittatPersonId(plusDagar(datum('1980-01-01'), Math.floor(lopnummer / 20)), 980 + (lopnummer++ % 20))
const UTAN_33 = /<c:svar id="33">.*?<\/c:svar>/s
const intygXml = (personId = nyttPersonId(), svar: object = {}) =>
  skrivIntyg(
    exempelintyg(
      '2.0',
      svar as never,
      {
        intygsId: { root: 'TEST-ENHET-1', extension: randomUUID() },
        patient: { personId, fornamn: 'Test', efternamn: 'Testsson' },
      } as never,
    ),
  )
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' as const } }

/** A person with a certificate who can sign in on Mina sidor. */
async function nyForsakrad(andra = (xml: string) => xml) {
  const personId = nyttPersonId()
  const m = await s.anrop(null, 'POST', '/api/v1/intyg', andra(intygXml(personId)), VARD)
  expect(m.status).toBe(201)
  const personnummer = `${personId.nummer.slice(0, 8)}-${personId.nummer.slice(8)}`
  const konto = `f-${personnummer}`
  s.konton.push({ id: konto, namn: 'Test Testsson', roll: 'forsakrad', personnummer, text: '' })
  return { kaka: await s.loggaIn(konto), arendeId: m.json.arendeId as string, personId }
}

const ANSOKAN = {
  forstaSjukdag: '2026-03-02',
  perioder: [{ from: '2026-03-02', tom: '2026-03-29', omfattning: 0.5 }],
  sysselsattning: 'anstalld',
  arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' },
  arbetsuppgifter: 'Lager',
  inkomst: { anstallning: 360_000, annat: 0 },
  hederOchSamvete: true,
}

describe('inloggning', () => {
  it('går genom OpenID Connect och ger rollen', async () => {
    expect((await s.anrop(eva, 'GET', '/api/v1/jag')).json).toMatchObject({ namn: 'Eva Ek', roll: 'handlaggare', enhet: 'Gävle' })
  })
  it('utan inloggning nekas allt, med problemdokument och utan uppgifter', async () => {
    for (const vag of [
      '/api/v1/jag',
      '/api/v1/arenden',
      `/api/v1/arenden/${randomUUID()}`,
      '/api/v1/mina-sidor',
      '/api/v1/arbetsgivare/fragor',
      '/api/v1/enheten/oversikt',
      '/api/v1/analys/nyckeltal',
      `/api/v1/handlingar/${randomUUID()}`,
    ]) {
      const r = await s.anrop(null, 'GET', vag)
      expect(r.status, vag).toBe(401)
      expect(r.huvuden.get('content-type')).toContain('application/problem+json')
    }
  })
  it('varje roll når bara sitt', async () => {
    const roller = { ada: '/api/v1/analys/nyckeltal', samir: '/api/v1/samverkan/arbetsgivare', karin: '/api/v1/enheten/oversikt' }
    for (const [konto, egen] of Object.entries(roller)) {
      const kaka = await s.loggaIn(konto)
      expect((await s.anrop(kaka, 'GET', egen)).status, egen).toBe(200)
      for (const annan of Object.values(roller).filter((v) => v !== egen))
        expect((await s.anrop(kaka, 'GET', annan)).status, `${konto} ${annan}`).toBe(403)
      expect((await s.anrop(kaka, 'GET', '/api/v1/mina-sidor')).status).toBe(403)
    }
  })
  it('en inloggning vars kaka inte är vår är avbruten, inget fel hos oss', async () => {
    for (const kaka of ['x', Buffer.from('{"state":1}').toString('base64url')])
      expect(
        await s
          .anrop(`atergang_inloggning=${kaka}`, 'GET', '/inloggning/svar?code=1&state=2')
          .then((r) => [r.status, r.huvuden.get('location')]),
      ).toEqual([302, '/?inloggning=avbruten'])
  })
  it('hälsan säger att databasen inte svarar, men inte vad databasen säger', async () => {
    const fraga = vi.spyOn(s.t.db.app, 'query').mockRejectedValueOnce(new Error('connect ECONNREFUSED db.inre:5432') as never)
    const r = await s.anrop(null, 'GET', '/halsa')
    fraga.mockRestore()
    expect(r).toMatchObject({ status: 503, json: { status: 'fail', output: 'Databasen svarar inte.' } })
  })
  it('utloggning gör kakan värdelös', async () => {
    const kaka = await s.loggaIn('olle')
    await s.anrop(kaka, 'POST', '/utloggning')
    expect((await s.anrop(kaka, 'GET', '/api/v1/jag')).status).toBe(401)
  })
  it('en begäran från en annan webbplats nekas', async () => {
    expect((await s.anrop(eva, 'POST', '/api/v1/arenden/nasta', {}, { origin: 'https://ond.example' })).json.kod).toBe('frammandeUrsprung')
  })
})

describe('läkarintyg in', () => {
  it('blir ett nytt ärende med handling, fakta och fynd; samma intyg igen tas emot en gång', async () => {
    const xml = intygXml()
    const forsta = await s.anrop(null, 'POST', '/api/v1/intyg', xml, VARD)
    expect(forsta).toMatchObject({ status: 201, json: { nyttArende: true } })
    const igen = await s.anrop(null, 'POST', '/api/v1/intyg', xml, VARD)
    expect(igen).toMatchObject({ status: 409, json: { kod: 'intygetFinns' } })
    const { lage } = (await lasArende(s.t.db, SYSTEM, forsta.json.arendeId))!
    const handling = await s.anrop(eva, 'GET', `/api/v1/handlingar/${lage.handlingar[0]!.id}`)
    expect(handling.json).toBe(xml)
  })

  it('två intyg för en ny person på samma gång ger ett ärende', async () => {
    const personId = nyttPersonId()
    const svar = await Promise.all([intygXml(personId), intygXml(personId)].map((x) => s.anrop(null, 'POST', '/api/v1/intyg', x, VARD)))
    const lyckade = svar.filter((r) => r.status === 201)
    expect(new Set(lyckade.map((r) => r.json.arendeId)).size).toBe(1)
    for (const r of svar.filter((x) => x.status !== 201)) expect(r.json.kod).toBe('arendetOppnades')
  })

  it.each([
    ['trasig XML', '<r:RegisterCertificate', 422, 'ejValbildad'],
    ['entitetsexpansion', '<!DOCTYPE lolz [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><lolz>&m;</lolz>', 422, 'doctype'],
    ['extern entitet', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 422, 'doctype'],
    ['okänd rot', '<hej/>', 422, 'ejIntyg'],
  ])('%s ger ett tydligt problem och filen sparas', async (_vad, xml, status, kod) => {
    const fore = (await s.anrop(eva, 'GET', '/api/v1/mottaget')).json.rader.length
    const r = await s.anrop(null, 'POST', '/api/v1/intyg', xml, VARD)
    expect(r).toMatchObject({ status, json: { kod } })
    expect((await s.anrop(eva, 'GET', '/api/v1/mottaget')).json.rader).toHaveLength(fore + 1)
  })

  it('en fil över tio megabyte nekas', async () => {
    expect((await s.anrop(null, 'POST', '/api/v1/intyg', new Uint8Array(10 * 1024 * 1024 + 2), VARD)).status).toBe(413)
  })

  it('personnummer med fel kontrollsiffra nekas utan att numret upprepas', async () => {
    const fel = intygXml().replace(/(<[^>]*extension>)(\d{11})(\d)(<)/, (_m, a, b, c, d) => `${a}${b}${(Number(c) + 1) % 10}${d}`)
    const r = await s.anrop(null, 'POST', '/api/v1/intyg', fel, VARD)
    expect(r).toMatchObject({ status: 422, json: { kod: 'ogiltigtPersonId' } })
    expect(JSON.stringify(r.json)).not.toMatch(/\d{12}/)
  })

  it('nekas utan vårdens nyckel och utan handläggarroll', async () => {
    expect((await s.anrop(null, 'POST', '/api/v1/intyg', intygXml(), { authorization: 'Bearer fel' })).status).toBe(401)
    expect((await s.anrop(await s.loggaIn('ada'), 'POST', '/api/v1/intyg', intygXml())).status).toBe(403)
  })

  it('den som inte ser ärendet lägger inget i det, och får inte veta att det finns', async () => {
    const { arendeId, personId } = await nyForsakrad()
    const version = async () => (await lasArende(s.t.db, SYSTEM, arendeId))!.lage.version
    const fore = await version()
    const mona = await s.loggaIn('mona')
    const xml = intygXml(personId)
    const dolt = await s.anrop(mona, 'POST', '/api/v1/intyg', xml)
    expect(dolt).toMatchObject({ status: 404, json: { kod: 'intygetEjPlacerat' } })
    expect(JSON.stringify(dolt.json)).not.toContain(arendeId)
    expect(await version()).toBe(fore)
    expect((await s.anrop(eva, 'GET', '/api/v1/mottaget')).json.rader.at(-1)).toMatchObject({
      kanal: 'uppladdning',
      problem: { kod: 'intygetEjPlacerat' },
    })
    expect(await s.anrop(eva, 'POST', '/api/v1/intyg', xml)).toMatchObject({ status: 201, json: { arendeId, nyttArende: false } })
  })

  it('ett filnamn som inte går att avkoda stoppar inte intyget', async () => {
    expect((await s.anrop(null, 'POST', '/api/v1/intyg', intygXml(), { ...VARD, 'x-filnamn': '100%.xml' })).status).toBe(201)
  })

  it('ett intyg med fynd går in och fyndet väntar på handläggaren, aldrig på ett avslag', async () => {
    const xml = intygXml().replace(UTAN_33, '')
    const m = await s.anrop(null, 'POST', '/api/v1/intyg', xml, VARD)
    expect(m.status).toBe(201)
    expect(m.json.fynd.map((f: { svarId: string }) => f.svarId)).toContain('33')
  })

  it('bevakad mapp: läsbara filer tas emot, andra läggs för sig med skälet bredvid', async () => {
    const mapp = s.t.config.intygsmapp
    mkdirSync(mapp, { recursive: true })
    writeFileSync(join(mapp, 'bra.xml'), intygXml())
    writeFileSync(join(mapp, 'trasig.xml'), '<a>')
    const forut = new Date(Date.now() - 60_000)
    for (const f of ['bra.xml', 'trasig.xml']) utimesSync(join(mapp, f), forut, forut)
    expect(await tomIntygsmapp(s.t)).toEqual({ mottagna: 1, problem: 1 })
    expect(readdirSync(join(mapp, 'mottagna'))).toEqual(['bra.xml'])
    expect(readFileSync(join(mapp, 'problem', 'trasig.xml.txt'), 'utf8')).toMatch(/XML/)
  })
})

describe('ärendesidan', () => {
  it('kommer packad, stämmer med beskrivningen i OpenAPI och loggas', async () => {
    const { arendeId } = await nyForsakrad()
    const forsta = await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)
    expect(forsta.status).toBe(200)
    arendevySchema.parse(forsta.json)
    const andra = await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)
    expect(andra.json).toEqual(forsta.json)
    const logg = await somSystemet(s.t.db, (q) => q.selectFrom('app.atkomst').select('vad').where('arende_id', '=', arendeId).execute())
    expect(logg.filter((l) => l.vad === 'öppnade ärendet')).toHaveLength(2)
  })

  it('finns inte för den som inte får se det', async () => {
    const { arendeId } = await nyForsakrad()
    expect((await s.anrop(await s.loggaIn('mona'), 'GET', `/api/v1/arenden/${arendeId}`)).status).toBe(404)
  })

  it('personnummer står aldrig i en adress', async () => {
    const openapi = (await s.anrop(null, 'GET', '/api/openapi.json')).json
    for (const vag of Object.keys(openapi.paths)) expect(vag).not.toMatch(/personnummer|pnr/i)
  })

  it('utkast sparas, kommer tillbaka och är bara mina', async () => {
    const { arendeId } = await nyForsakrad()
    await s.anrop(eva, 'PUT', `/api/v1/arenden/${arendeId}/utkast/sgi`, { innehall: { skal: 'halvfärdigt' } })
    expect((await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}/mitt?version=3`)).json.utkast.sgi.innehall).toEqual({
      skal: 'halvfärdigt',
    })
    expect((await s.anrop(await s.loggaIn('olle'), 'GET', `/api/v1/arenden/${arendeId}/mitt?version=3`)).json.utkast).toEqual({})
  })

  it('felaktiga fält namnges var för sig', async () => {
    const { arendeId, kaka } = await nyForsakrad()
    await s.anrop(kaka, 'POST', '/api/v1/mina-sidor/ansokan', ANSOKAN)
    const vy = (await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)).json
    const f = vy.fragor.find((x: { kod: string }) => x.kod === 'sgi')
    const r = await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, {
      typ: 'svara',
      nyckel: f.nyckel,
      underlag: f.underlag,
      svar: { anstallning: -1, annat: 0 },
    })
    expect(r.status).toBe(422)
    expect(r.json.falt.map((x: { falt: string }) => x.falt)).toEqual(expect.arrayContaining(['anstallning', 'gallerFran', 'grund', 'skal']))
  })

  it('en begäran med fel form får svar på svenska, fält för fält', async () => {
    const r = await s.anrop(eva, 'GET', '/api/v1/arenden?lista=okand&antal=9999')
    expect(r.status).toBe(400)
    expect(r.json.falt).toHaveLength(2)
    for (const f of r.json.falt as { text: string }[]) expect(f.text).not.toMatch(/invalid|expected|too /i)
  })

  it('en gammal version ger 409 som säger vad som hänt', async () => {
    const { arendeId } = await nyForsakrad()
    const anteckna = (version: number) =>
      s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, { typ: 'anteckna', text: 'Hej' }, { 'if-match': `"${version}"` })
    const vy = (await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)).json
    expect((await anteckna(vy.version)).status).toBe(200)
    expect(await anteckna(vy.version)).toMatchObject({ status: 409, json: { kod: 'arendetAndrat' } })
  })
})

describe('Mina sidor', () => {
  it('ansökan sparas, återupptas, skickas och blir en fråga till handläggaren', async () => {
    const { kaka, arendeId } = await nyForsakrad()
    await s.anrop(kaka, 'PUT', '/api/v1/mina-sidor/ansokan', { innehall: { steg: 2 } })
    expect((await s.anrop(kaka, 'GET', '/api/v1/mina-sidor/ansokan')).json).toMatchObject({ utkast: { steg: 2 }, forslag: [{ grad: 0.5 }] })
    expect(await s.anrop(kaka, 'POST', '/api/v1/mina-sidor/ansokan', { ...ANSOKAN, hederOchSamvete: false })).toMatchObject({
      status: 422,
      json: { kod: 'hederOchSamvete' },
    })
    expect(await s.anrop(kaka, 'POST', '/api/v1/mina-sidor/ansokan', ANSOKAN)).toMatchObject({ status: 201, json: { arendeId } })
    expect((await s.anrop(kaka, 'GET', '/api/v1/mina-sidor/ansokan')).json.utkast).toBeNull()
    expect((await s.anrop(kaka, 'GET', '/api/v1/mina-sidor')).json.arenden[0].nulage).toBe('Vi utreder din ansökan.')
  })

  it('en ofullständig ansökan stoppas inte', async () => {
    const { kaka } = await nyForsakrad()
    const { inkomst: _i, arbetsgivare: _a, ...utan } = ANSOKAN
    expect((await s.anrop(kaka, 'POST', '/api/v1/mina-sidor/ansokan', utan)).status).toBe(201)
  })

  it('omvända perioder får ett fel vid fältet', async () => {
    const { kaka } = await nyForsakrad()
    const r = await s.anrop(kaka, 'POST', '/api/v1/mina-sidor/ansokan', {
      ...ANSOKAN,
      perioder: [{ from: '2026-03-10', tom: '2026-03-01', omfattning: 1 }],
    })
    expect(r.status).toBe(422)
    expect(r.json.falt[0].falt).toBe('perioder.0.tom')
  })

  it('visar bara egna ärenden, och vem som sett dem', async () => {
    const a = await nyForsakrad()
    const b = await nyForsakrad()
    expect((await s.anrop(b.kaka, 'POST', `/api/v1/mina-sidor/arenden/${a.arendeId}/anpassning`, { tolk: true, format: '' })).status).toBe(
      404,
    )
    for (let i = 0; i < 2; i++) await s.anrop(eva, 'GET', '/api/v1/arenden?lista=enheten&antal=200')
    expect((await s.anrop(a.kaka, 'GET', '/api/v1/mina-sidor/atkomst')).json.rader.map((r: { vad: string }) => r.vad)).toEqual([
      'visad i listan över enhetens ärenden',
    ])
    await s.anrop(eva, 'GET', `/api/v1/arenden/${a.arendeId}`)
    expect((await s.anrop(a.kaka, 'GET', '/api/v1/mina-sidor/atkomst')).json.rader[0]).toMatchObject({
      namn: 'Eva Ek',
      vad: 'öppnade ärendet',
    })
  })
})

describe('frågor till andra', () => {
  async function medAnsokan() {
    const f = await nyForsakrad()
    await s.anrop(f.kaka, 'POST', '/api/v1/mina-sidor/ansokan', ANSOKAN)
    return f
  }
  const gor = (arendeId: string, kommando: object) => s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, kommando)

  it('arbetsgivaren ser sin fråga men aldrig ärendet, och svaret når handläggaren', async () => {
    const { arendeId } = await medAnsokan()
    const kommando = { typ: 'begarPlan', data: { text: 'Vilka anpassningar har ni provat?' } }
    expect((await gor(arendeId, kommando)).json.kod).toBe('brevetAndrat')
    const brev = (await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/brev`, kommando)).json
    expect(brev).toMatchObject({ rubrik: 'Vi behöver din plan för återgång i arbete' })
    expect((await s.anrop(eva, 'GET', `/api/v1/brev/${brev.brevId}`)).status).toBe(200)
    expect(
      (await somSystemet(s.t.db, (q) => q.selectFrom('app.atkomst').select('vad').where('arende_id', '=', arendeId).execute())).map(
        (l) => l.vad,
      ),
    ).toContain('läste ett brev före utskick')
    expect((await gor(arendeId, kommando)).status).toBe(200)
    s.konton.push(
      { id: 'bruket', namn: 'Bruket AB', roll: 'arbetsgivare', orgnr: '556000-4615', text: '' },
      { id: 'annat', namn: 'Annat AB', roll: 'arbetsgivare', orgnr: '556000-9999', text: '' },
    )
    const bruket = await s.loggaIn('bruket')
    const fragor = (await s.anrop(bruket, 'GET', '/api/v1/arbetsgivare/fragor')).json.rader
    expect(fragor).toHaveLength(1)
    expect(JSON.stringify(fragor)).not.toMatch(/M545|Lumbago/)
    expect((await s.anrop(bruket, 'GET', `/api/v1/arenden/${arendeId}`)).status).toBe(403)
    expect((await s.anrop(await s.loggaIn('annat'), 'GET', '/api/v1/arbetsgivare/fragor')).json.rader).toHaveLength(0)
    expect(
      (
        await s.anrop(bruket, 'POST', `/api/v1/arbetsgivare/fragor/${fragor[0].id}/svar`, {
          plan: { finns: true, atgarder: 'Lättare uppgifter på prov', arbetsskada: 'ja' },
        })
      ).status,
    ).toBe(200)
    const vy = (await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)).json
    expect(vy.plan.status).toBe('finns')
    expect(vy.uppmarksamma.map((u: { amne: string }) => u.amne)).toContain('livranta')
  })

  it('att vårt eget brev har gått ut gör inte sidan gammal; en anteckning gör det', async () => {
    const { arendeId } = await medAnsokan()
    const kommando = { typ: 'begarPlan', data: { text: 'Vilka anpassningar har ni provat?' } }
    await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/brev`, kommando)
    expect((await gor(arendeId, kommando)).status).toBe(200)
    const lasen = (await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)).json.version as number
    const anteckna = () =>
      s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, { typ: 'anteckna', text: 'Hej' }, { 'if-match': `"${lasen}"` })
    const { lage } = (await lasArende(s.t.db, SYSTEM, arendeId))!
    await sandUtskick(s.t, { slag: 'brev', arendeId, utskickId: lage.utskick.at(-1)!.id })
    expect((await lasArende(s.t.db, SYSTEM, arendeId))!.lage.version).toBe(lasen + 1)
    expect((await anteckna()).status).toBe(200)
    expect(await anteckna()).toMatchObject({ status: 409, json: { kod: 'arendetAndrat' } })
  })

  it('läkaren får frågan som SendMessageToCare, påminns, och svaret i samma XML-familj når ärendet', async () => {
    const { arendeId, personId } = await nyForsakrad((xml) => xml.replace(UTAN_33, ''))
    const vy = (await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}`)).json
    const f = vy.fragor.find((x: { kod: string }) => x.kod === 'intygsgranskning')
    const fragor = f.formular.fynd.slice(0, 1).map((x: { svarId: string; fraga: string }) => ({ svarId: x.svarId, text: x.fraga }))
    expect(
      (await gor(arendeId, { typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar: { beslut: 'komplettera', fragor } })).status,
    ).toBe(200)
    const { lage } = (await lasArende(s.t.db, SYSTEM, arendeId))!
    const b = lage.begaran[0]!
    await sandUtskick(s.t, { slag: 'vard', arendeId, begaranId: b.id, amne: 'KOMPLT' })
    const xml = readFileSync(join(s.t.config.data, 'vard-ut', `${b.id}-KOMPLT.xml`), 'utf8')
    expect(xml).toContain(`<m:frage-id>${b.fragor[0]!.svarId}</m:frage-id>`)
    expect(xml).toContain(`<m:meddelande-id>${b.id}</m:meddelande-id>`)
    const fore = s.t.klocka.nu().dag
    s.t.klocka.stall(datum('2026-04-20'))
    expect(await vackAlla(s.t)).toBeGreaterThan(0)
    expect((await lasArende(s.t.db, SYSTEM, arendeId))!.lage.begaran[0]!.paminnelser).toHaveLength(1)
    s.t.klocka.stall(fore)
    const intyg = exempelintyg('2.0')
    const svar = skrivSvarFranVarden({
      meddelandeId: randomUUID(),
      skickat: '2026-03-25T10:00:00',
      intygsId: { root: 'TEST-ENHET-1', extension: 'x' },
      personId,
      amne: 'KOMPLT',
      meddelande: 'Nej, det försvårar inte.',
      svarPa: { meddelandeId: b.id },
      skickatAv: intyg.skapadAv,
      mottagare: '2021005521',
    } as never)
    expect((await s.anrop(null, 'POST', '/api/v1/vard/svar', svar, VARD)).json).toEqual({ arendeId })
    const handlingar = async () => (await lasArende(s.t.db, SYSTEM, arendeId))!.lage.handlingar.filter((h) => h.typ === 'lakarsvar')
    const [handling] = await handlingar()
    expect((await s.anrop(eva, 'GET', `/api/v1/handlingar/${handling!.id}`)).json).toBe(svar)
    expect((await lasArende(s.t.db, SYSTEM, arendeId))!.lage.begaran[0]!.svar).toMatchObject({ handlingId: handling!.id })
    expect((await s.anrop(null, 'POST', '/api/v1/vard/svar', svar, VARD)).json.kod).toBe('begaranAvslutad')
    expect(await handlingar()).toHaveLength(1)
    const sent = svar.replace('Nej, det försvårar inte.', 'Jo, det försvårar.')
    expect(await s.anrop(null, 'POST', '/api/v1/vard/svar', sent, VARD)).toMatchObject({
      status: 409,
      json: { kod: 'begaranAvslutad', detail: expect.stringContaining('sparat i ärendet') },
    })
    expect(await handlingar()).toHaveLength(2)
    expect((await lasArende(s.t.db, SYSTEM, arendeId))!.lage.anteckningar.at(-1)!.text).toContain('svar från läkaren')
  })

  it('ett svar från läkaren som inte går att läsa eller para ihop med en fråga sparas', async () => {
    const antal = async () => (await s.anrop(eva, 'GET', '/api/v1/mottaget')).json.rader.length
    const fore = await antal()
    expect((await s.anrop(null, 'POST', '/api/v1/vard/svar', '<trasig', VARD)).status).toBe(422)
    const svar = (id: string) =>
      skrivSvarFranVarden({
        meddelandeId: randomUUID(),
        skickat: '2026-03-25T10:00:00',
        intygsId: { root: 'TEST-ENHET-1', extension: 'x' },
        personId: nyttPersonId(),
        amne: 'KOMPLT',
        meddelande: 'Nej.',
        svarPa: { meddelandeId: id },
        skickatAv: exempelintyg('2.0').skapadAv,
        mottagare: '2021005521',
      } as never)
    for (const id of [randomUUID(), 'inget-uuid'])
      expect(await s.anrop(null, 'POST', '/api/v1/vard/svar', svar(id), VARD)).toMatchObject({ status: 404, json: { kod: 'okandBegaran' } })
    expect(await antal()).toBe(fore + 3)
  })

  it('rådgivaren ser ärendet först när någon frågat, svarar, och kan inte besluta', async () => {
    const { arendeId } = await medAnsokan()
    const farah = await s.loggaIn('farah')
    expect((await s.anrop(farah, 'GET', `/api/v1/arenden/${arendeId}`)).status).toBe(404)
    await gor(arendeId, { typ: 'fragaFmr', data: { text: 'Är tre månaders sjukskrivning rimlig vid diagnosen?' } })
    const vy = (await s.anrop(farah, 'GET', `/api/v1/arenden/${arendeId}`)).json
    const f = vy.fragor.find((x: { kod: string }) => x.kod === 'fmrSvar')
    const sgi = vy.fragor.find((x: { kod: string }) => x.kod === 'sgi')
    expect(
      (
        await s.anrop(farah, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, {
          typ: 'svara',
          nyckel: sgi.nyckel,
          underlag: sgi.underlag,
          svar: {},
        })
      ).status,
    ).toBe(403)
    expect(
      (
        await s.anrop(farah, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, {
          typ: 'svara',
          nyckel: f.nyckel,
          underlag: f.underlag,
          svar: { svar: 'Ja, med hänsyn till komplikationen.' },
        })
      ).status,
    ).toBe(200)
    expect((await s.anrop(farah, 'GET', `/api/v1/arenden/${arendeId}`)).status, 'svarat: ärendet är inte längre i sikte').toBe(404)
    const { rader } = (await s.anrop(farah, 'GET', '/api/v1/konsultationer')).json
    expect(rader).toMatchObject([
      { nummer: vy.nummer, fraga: 'Är tre månaders sjukskrivning rimlig vid diagnosen?', svar: 'Ja, med hänsyn till komplikationen.' },
    ])
    expect(JSON.stringify(rader)).not.toMatch(/Testsson|\d{8}-\d{4}/)
    expect((await s.anrop(eva, 'GET', '/api/v1/konsultationer')).status).toBe(403)
  })
})

describe('drift', () => {
  it('hälsa och mått i vanliga format, utan personuppgifter', async () => {
    expect((await s.anrop(null, 'GET', '/halsa')).json.status).toBe('pass')
    const matt = (await s.anrop(null, 'GET', '/metrics')).json as string
    expect(matt).toContain('atergang_http_sekunder_bucket')
    expect(matt).not.toMatch(/\d{8}-\d{4}/)
  })
  it('säkerhetshuvuden på varje svar', async () => {
    const r = await s.anrop(null, 'GET', '/api/v1/api-info')
    for (const h of ['content-security-policy', 'x-content-type-options', 'referrer-policy']) expect(r.huvuden.get(h), h).toBeTruthy()
  })
})

import { SYSTEMET } from '@atergang/arende'
import { exempelintyg, skrivIntyg } from '@atergang/intyg'
import { foljder } from '@atergang/formaner'
import { lasArende, somSystemet } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { behandling, plan, Planflode } from '../../../tests/stod/planflode.ts'
import { startaTestserver, VARDTOKEN, type Testserver } from '../../../tests/stod/server.ts'
import { gorFoljd } from './jobb/foljder.ts'
import { sandUtskick } from './jobb/utskick.ts'
import { vackAlla } from './jobb/vackning.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver({ dag: '2026-02-02' })
  s.konton.push({ id: 'bruket', namn: 'Bruket AB', roll: 'arbetsgivare', orgnr: '5560004615', text: '' })
}, 60_000)
afterAll(() => s.stang())

const ny = () => Planflode.ny(s, '2026-02-02')
const som = async (konto: string, metod: string, vag: string, kropp?: unknown) => s.anrop(await s.loggaIn(konto), metod, vag, kropp)
const EVIDENS = '/api/v1/forebyggande/evidens'
const lage = async (id: string) => (await lasArende(s.t.db, { system: SYSTEMET }, id))!.lage

/** A plan of stress course for adjustment disorder, judged after the adviser's answer. */
async function stresskurs(fmr: string | null = 'Ja, i grupp och i den här omfattningen.') {
  const p = await (
    await ny()
  ).ansokOmPlan(plan({ behandlingar: [behandling({ behandling: 'stresskurs' }, { veckodagar: ['tis'], behandlingMin: 180 })] }))
  await p.utlatande({ diagnoser: [{ kod: 'F432', text: 'Anpassningsstörning' }] })
  return p.handlagg({ fmr })
}

describe('evidensregistret', () => {
  it('läses i hela landet av dem som handlägger, med källa, användning och det som inte är avgjort', async () => {
    await stresskurs()
    const r = await som('mona', 'GET', EVIDENS)
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    const post = r.json.poster.find((p: { behandling: string }) => p.behandling === 'stresskurs')
    expect(post).toMatchObject({ stallning: 'fragaFmr', galler: true, anvand: { antal: expect.any(Number) }, kalla: { slag: 'rapport' } })
    expect(post.anvand.antal).toBeGreaterThan(0)
    expect(
      r.json.poster
        .filter((p: { stallning: string }) => p.stallning === 'inteAvgjord')
        .every((p: { installning: string | null }) => p.installning),
    ).toBe(true)
    expect(r.json.installningar.map((i: { namn: string }) => i.namn)).toEqual(
      expect.arrayContaining(['hemmadagarErsatts', 'arbetslosDagarPerVecka']),
    )
    for (const konto of ['bruket', 'samir']) expect((await som(konto, 'GET', EVIDENS)).status).toBe(403)
    expect((await som('eva', 'GET', `${EVIDENS}/${post.id}`)).json.post).toMatchObject({ id: post.id })
  })

  it('säger vilken ställning som gäller för en behandling och diagnos', async () => {
    expect((await som('eva', 'POST', `${EVIDENS}/stallning`, { behandling: 'halsoresa', utforande: 'paPlats' })).json).toMatchObject({
      stallning: 'oftaInte',
      fragaFmr: false,
    })
  })

  it('ändras bara av specialister, med skäl och källa; ett svar från rådgivaren lyfts in utan ord om personen, och öppna planer får den nya ställningen', async () => {
    const avgjord = await stresskurs('Hemligt: har stöd för Prov Provssons besvär.')
    const oppen = await (
      await ny()
    ).ansokOmPlan(plan({ behandlingar: [behandling({ behandling: 'stresskurs' }, { veckodagar: ['tis'] })] }))
    await oppen.utlatande({ diagnoser: [{ kod: 'F432', text: 'Anpassningsstörning' }] })
    const begaranId = (await lage(avgjord.arendeId)).begaran.find((b) => b.typ === 'fmrKonsultation')!.id
    const post1 = {
      behandling: 'stresskurs',
      diagnos: 'F43',
      stallning: 'oftaGodkand',
      from: '2026-02-02',
      skal: 'Svaret gäller fler.',
      fmrSvar: { arendeId: avgjord.arendeId, begaranId },
    }
    expect((await som('eva', 'POST', EVIDENS, post1)).status).toBe(403)
    expect((await som('farah', 'POST', EVIDENS, post1)).status).toBe(403)
    expect(await som('siri', 'POST', EVIDENS, { ...post1, fmrSvar: undefined })).toMatchObject({
      status: 422,
      json: { kod: 'kallaSaknas' },
    })
    expect(await som('siri', 'POST', EVIDENS, { ...post1, diagnos: 'hej' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'diagnos' }] },
    })
    const r = await som('siri', 'POST', EVIDENS, post1)
    expect(r.status, JSON.stringify(r.json)).toBe(201)
    const sedd = await somSystemet(s.t.db, (q) =>
      q.selectFrom('app.atkomst').select(['anvandare', 'vad']).where('arende_id', '=', avgjord.arendeId).execute(),
    )
    expect(sedd).toContainEqual({ anvandare: 'siri', vad: 'läste rådgivarens svar för evidensregistret' })
    expect(r.json.planer).toBeGreaterThan(0)
    const { post } = (await som('mona', 'GET', `${EVIDENS}/${r.json.id}`)).json
    expect(post).toMatchObject({ av: 'Siri Sund', kalla: { slag: 'fmr', id: begaranId } })
    expect(JSON.stringify(post)).not.toMatch(/Hemligt|Provsson/)
    expect(
      (await som('eva', 'GET', `/api/v1/forebyggande/arenden/${oppen.arendeId}/liknande`)).json.behandlingar[0].register,
    ).toMatchObject({ stallning: 'oftaGodkand', poster: [r.json.id] })
    const evidens = (await oppen.handlagg({ tillOchMed: 'evidens' })).fraga('evidens')
    expect((await evidens).formular).toMatchObject({ kraverFmr: false })
    expect((await som('siri', 'POST', `${EVIDENS}/${r.json.id}/stopp`, { tom: '2026-02-28', skal: 'Ny vägledning.' })).status).toBe(200)
    expect(await som('siri', 'POST', `${EVIDENS}/${r.json.id}/stopp`, { tom: '2026-03-31', skal: 'x' })).toMatchObject({
      status: 409,
      json: { kod: 'redanStoppad' },
    })
    const stallningen = async () =>
      ((await lage(oppen.arendeId)).fakta.findLast((f) => f.namn === 'registerlage')!.varde as { svar: { stallning: string } }).svar
        .stallning
    expect(await stallningen(), 'gäller till och med februari').toBe('oftaGodkand')
    s.t.klocka.stall('2026-03-01' as never)
    await vackAlla(s.t)
    expect(await stallningen(), 'har slutat gälla av sig själv').toBe('fragaFmr')
  })

  it('texter under ”annat” granskas månaden efter', async () => {
    const p = await (await ny()).ansokOmPlan(plan({ behandlingar: [behandling({ behandling: 'annat', annatText: 'Ridterapi' })] }))
    await p.utlatande()
    s.t.klocka.stall('2026-03-02' as never)
    const { grupper } = (await som('siri', 'GET', '/api/v1/forebyggande/annat')).json
    expect(grupper).toMatchObject([{ nyckel: 'ridterapi', antal: 1 }])
    expect(
      await som('siri', 'POST', '/api/v1/forebyggande/annat', { nyckel: 'ridterapi', beslut: 'befintligKod', kod: 'finnsInte', skal: 'x' }),
    ).toMatchObject({ status: 422, json: { kod: 'okandKod' } })
    expect(
      (await som('siri', 'POST', '/api/v1/forebyggande/annat', { nyckel: 'ridterapi', beslut: 'kvar', skal: 'Ovanlig.' })).status,
    ).toBe(204)
    expect((await som('siri', 'GET', '/api/v1/forebyggande/annat')).json.grupper).toEqual([])
    expect((await som('eva', 'GET', '/api/v1/forebyggande/annat')).status).toBe(403)
  })
})

describe('tidigare lika fall', () => {
  it('visas med utfall och hur det gick, från hela landet, utan person', async () => {
    const tidigare = await (await ny()).godkand()
    const p = await (await ny()).ansokOmPlan()
    await p.utlatande()
    const { behandlingar } = (await som('eva', 'GET', `/api/v1/forebyggande/arenden/${p.arendeId}/liknande`)).json
    expect(behandlingar[0].fall[0]).toMatchObject({
      utfall: 'godkandEjBeviljad',
      fullfoljd: 'pagar',
      text: expect.stringContaining('samma diagnos'),
    })
    expect(JSON.stringify(behandlingar)).not.toMatch(new RegExp(`${tidigare.arendeId}|Provsson|${tidigare.personnummer}|Gävle`))
  })
})

describe('jobb', () => {
  it('frågan till läkaren blir ett meddelande med länk och kod, och svaret genom den besvarar frågan', async () => {
    const p = await (await ny()).ansokOmPlan()
    await p.utlatande({ uppfoljning: null })
    await p.handlagg()
    const b = (await lage(p.arendeId)).begaran.find((x) => x.typ === 'utlatandekomplettering')!
    await sandUtskick(s.t, { slag: 'utlatandelank', arendeId: p.arendeId, begaranId: b.id, amne: 'KOMPLT' } as never)
    const fil = readdirSync(join(s.t.config.data, 'vard-ut')).find((f) => f.startsWith(b.id))!
    const m = JSON.parse(readFileSync(join(s.t.config.data, 'vard-ut', fil), 'utf8')) as { lank: string; kod: string; fragor: string[] }
    expect(m.fragor).toHaveLength(1)
    await p.lamnaUtlatande(m.lank.split('/').at(-1)!, m.kod)
    expect((await lage(p.arendeId)).begaran.find((x) => x.id === b.id)!.svar).toBeTruthy()
  })

  it('utlåtandet som inte kommer påminns om av sig självt, och en behandling som är slut frågas om', async () => {
    const p = await (await ny()).ansokOmPlan()
    p.dag('2026-03-20')
    await vackAlla(s.t)
    expect((await lage(p.arendeId)).begaran.find((b) => b.typ === 'utlatande')!.paminnelser.length).toBeGreaterThan(0)
    const q = await (await ny()).godkand()
    q.dag('2026-07-01')
    await vackAlla(s.t)
    expect((await q.mittArende()).attGora.map((a: { slag: string }) => a.slag)).toContain('uppfoljning')
  })
})

describe('överlämning mellan förmånerna', () => {
  async function intygFor(personnummer: string) {
    const xml = skrivIntyg(
      exempelintyg(
        '2.0',
        {} as never,
        {
          intygsId: { root: 'TEST-ENHET-1', extension: randomUUID() },
          patient: {
            personId: { root: '1.2.752.129.2.1.3.1', nummer: personnummer.replace('-', '') },
            fornamn: 'Prov',
            efternamn: 'Provsson',
          },
        } as never,
      ),
    )
    const m = await s.anrop(null, 'POST', '/api/v1/intyg', xml, { authorization: `Bearer ${VARDTOKEN}` })
    expect(m.status, JSON.stringify(m.json)).toBe(201)
    return m
  }

  it('en idé från sjukpenning tas emot av den som handlägger förebyggande sjukpenning, och lämnaren kan inte ta emot sin egen', async () => {
    const p = await ny()
    const m = await intygFor(p.personnummer)
    p.arendeId = m.json.arendeId
    expect(
      (await p.gor({ typ: 'lamnaOver', data: { slag: 'ide', skal: 'Intyget nämner smärtrehabilitering två dagar i veckan.' } })).status,
    ).toBe(200)
    const { rader, skillnaden } = (await som('olle', 'GET', '/api/v1/overlamningar')).json
    const rad = rader.find((r: { arendeId: string }) => r.arendeId === p.arendeId)
    expect(rad).toMatchObject({ fran: 'sjukpenning', till: 'forebyggande-sjukpenning', slag: 'ide', av: 'Eva Ek', egen: false })
    expect(skillnaden.forebyggande).toContain('plan')
    expect((await som('mona', 'GET', '/api/v1/overlamningar')).json.rader).toEqual([])
    expect(await som('mona', 'POST', `/api/v1/overlamningar/${rad.id}/svar`, { utfall: 'mottagen', skal: 'x' })).toMatchObject({
      status: 404,
    })
    expect(await som('eva', 'POST', `/api/v1/overlamningar/${rad.id}/svar`, { utfall: 'mottagen', skal: 'x' })).toMatchObject({
      status: 409,
      json: { kod: 'egenOverlamning' },
    })
    expect(
      (
        await som('olle', 'POST', `/api/v1/overlamningar/${rad.id}/svar`, {
          utfall: 'aterlamnad',
          skal: 'Ingen behandling är planerad än.',
        })
      ).status,
    ).toBe(200)
    expect(await som('olle', 'POST', `/api/v1/overlamningar/${rad.id}/svar`, { utfall: 'mottagen', skal: 'x' })).toMatchObject({
      status: 409,
    })
    expect((await lage(p.arendeId)).overlamningar).toMatchObject([{ svar: { utfall: 'aterlamnad', av: { namn: 'Olle Olsson' } } }])
  })

  /** An idea handed over from sickness benefit about the person of a plan that is open, or about somebody without one. */
  async function ide(
    personnummer: string,
  ): Promise<{ id: string; arendeId: string; rad: { id: string; arenden: { arendeId: string; nummer: string }[] } }> {
    const m = await intygFor(personnummer)
    const arendeId = m.json.arendeId as string
    const r = await som('eva', 'POST', `/api/v1/arenden/${arendeId}/kommandon`, {
      typ: 'lamnaOver',
      data: { slag: 'ide', skal: 'Intyget nämner smärtrehabilitering.' },
    })
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    const rad = (await som('olle', 'GET', '/api/v1/overlamningar')).json.rader.find((x: { arendeId: string }) => x.arendeId === arendeId)
    return { id: rad.id, arendeId, rad }
  }

  it('kopplas till personens ärende: det visar var det kom från, och den som lämnade över får veta ärendets nummer och hur det avgörs', async () => {
    const p = await (
      await ny()
    ).ansokOmPlan(plan({ behandlingar: [behandling({ behandling: 'stresskurs' }, { veckodagar: ['tis'], behandlingMin: 180 })] }))
    const annan = await (await ny()).ansokOmPlan()
    const o = await ide(p.personnummer)
    expect(o.rad.arenden).toEqual([expect.objectContaining({ arendeId: p.arendeId })])
    const svar = (arendeId: string) =>
      som('olle', 'POST', `/api/v1/overlamningar/${o.id}/svar`, { utfall: 'mottagen', skal: 'Tar det i planen.', arendeId })
    expect(await svar(annan.arendeId)).toMatchObject({ status: 422, json: { kod: 'annatArende', falt: [{ falt: 'arendeId' }] } })
    expect((await lage(o.arendeId)).overlamningar[0]!.svar).toBeUndefined()
    expect((await svar(p.arendeId)).status).toBe(200)
    const vy = (await som('olle', 'GET', `/api/v1/arenden/${p.arendeId}`)).json
    expect(vy.ursprung).toMatchObject([
      {
        av: 'Eva Ek',
        forman: 'sjukpenning',
        arendeId: o.arendeId,
        skal: 'Intyget nämner smärtrehabilitering.',
        koppladAv: { namn: 'Olle Olsson' },
      },
    ])
    expect(vy.historik.at(0).text + vy.historik.at(-1).text).toContain('Kom från överlämning av Eva Ek')
    const fran = async () => (await som('eva', 'GET', `/api/v1/arenden/${o.arendeId}`)).json.overlamningar[0]
    expect((await fran()).foljder).toMatchObject([{ text: `Kopplat till ärende ${vy.nummer}.` }])
    expect((await fran()).svar.arendeId).toBe(p.arendeId)
    // The decision is told by a job: here it is run as the queue runs it, twice, and told once.
    await p.utlatande({ diagnoser: [{ kod: 'F432', text: 'Anpassningsstörning' }] })
    await p.handlagg({ fmr: 'Ja.' })
    const helt = (await lasArende(s.t.db, { system: SYSTEMET }, p.arendeId))!
    const beslut = helt.lage.beslut.at(-1)!
    expect(foljder(helt.lage, helt.journal.slice(-30)).filter((f) => f.vad === 'overlamningBeslut')).toEqual([
      { vad: 'overlamningBeslut', om: beslut.id },
    ])
    for (let i = 0; i < 2; i++) await gorFoljd(s.t, helt, { slag: 'foljd', arendeId: p.arendeId, vad: 'overlamningBeslut', om: beslut.id })
    expect((await fran()).foljder.map((f: { text: string }) => f.text)).toEqual([
      `Kopplat till ärende ${vy.nummer}.`,
      `Beslut i ärende ${vy.nummer} 2 februari 2026: beviljat.`,
    ])
  })

  it('sätts upp på listan över kandidater, och det senare ärendet visar ändå var det kom från', async () => {
    const p = await ny()
    const o = await ide(p.personnummer)
    expect(
      await som('olle', 'POST', `/api/v1/overlamningar/${o.id}/svar`, { utfall: 'aterlamnad', skal: 'x', kandidat: true }),
    ).toMatchObject({ status: 422, json: { kod: 'tvaKopplingar' } })
    expect(
      (await som('olle', 'POST', `/api/v1/overlamningar/${o.id}/svar`, { utfall: 'mottagen', skal: 'Ringer personen.', kandidat: true }))
        .status,
    ).toBe(200)
    const kandidaten = async () =>
      (await som('olle', 'GET', '/api/v1/forebyggande/kandidater')).json.rader.find(
        (k: { personnummer: string }) => k.personnummer === p.personnummer,
      )
    const k = await kandidaten()
    expect(k).toMatchObject({ kalla: 'handlaggare', uppgiftslamnare: 'Eva Ek', overlamning: { av: 'Eva Ek' }, arenden: [] })
    await p.ansokOmPlan()
    expect((await kandidaten()).arenden).toEqual([expect.objectContaining({ arendeId: p.arendeId })])
    const annan = await (await ny()).ansokOmPlan()
    const steg = (arendeId: string) =>
      som('olle', 'POST', `/api/v1/forebyggande/kandidater/${k.id}/steg`, { status: 'ansokan', text: 'Har ansökt.', arendeId })
    expect(await steg(annan.arendeId)).toMatchObject({ status: 422, json: { kod: 'annatArende' } })
    expect((await steg(p.arendeId)).status).toBe(200)
    expect((await som('olle', 'GET', `/api/v1/arenden/${p.arendeId}`)).json.ursprung).toMatchObject([
      { av: 'Eva Ek', arendeId: o.arendeId },
    ])
    expect((await lage(o.arendeId)).overlamningar[0]!.foljder!.map((f) => f.text)).toEqual([
      'Personen står på listan över dem som förebyggande sjukpenning kan passa.',
      expect.stringMatching(/^Personen har ansökt om förebyggande sjukpenning\. Ärende FP/),
    ])
  })

  /** The server dies when the answer has been written: nothing of what follows is done. */
  async function doddesEfterSvaret(o: { id: string; arendeId: string }, svar: object) {
    const kor = s.t.lager.kor.bind(s.t.lager)
    const dod = vi.spyOn(s.t.lager, 'kor').mockImplementation(async (b) => {
      await kor(b)
      throw new Error('Servern dog.')
    })
    expect(
      (await som('olle', 'POST', `/api/v1/overlamningar/${o.id}/svar`, { utfall: 'mottagen', skal: 'Tar det.', ...svar })).status,
    ).toBe(500)
    dod.mockRestore()
    const helt = (await lasArende(s.t.db, { system: SYSTEMET }, o.arendeId))!
    const jobb = foljder(helt.lage, helt.journal.slice(-1))
    expect(jobb).toEqual([{ vad: 'overlamningSvar', om: o.id }])
    return async () => {
      for (let i = 0; i < 2; i++) await gorFoljd(s.t, helt, { slag: 'foljd', arendeId: o.arendeId, ...jobb[0]! })
    }
  }
  const avsluta = (arendeId: string) =>
    s.t.lager.kor({
      arendeId,
      av: { system: SYSTEMET },
      nu: s.t.klocka.nu(),
      kommando: { typ: 'avsluta', skal: 'Personen har tagit tillbaka sin ansökan.' },
    })
  const foljdtexter = async (arendeId: string) => (await lage(arendeId)).overlamningar[0]!.foljder?.map((f) => f.text)
  const kandidaterna = async (personnummer: string) =>
    (await som('olle', 'GET', '/api/v1/forebyggande/kandidater')).json.rader.filter(
      (k: { personnummer: string }) => k.personnummer === personnummer,
    )

  it('dör servern när svaret är skrivet gör kön resten: personen kommer på listan en gång, och den som lämnade över får veta det', async () => {
    const p = await ny()
    const o = await ide(p.personnummer)
    const kon = await doddesEfterSvaret(o, { kandidat: true })
    expect(await kandidaterna(p.personnummer)).toEqual([])
    expect(
      await som('olle', 'POST', `/api/v1/overlamningar/${o.id}/svar`, { utfall: 'mottagen', skal: 'x', kandidat: true }),
    ).toMatchObject({ status: 409, json: { kod: 'redanBesvarad' } })
    await kon()
    expect(await kandidaterna(p.personnummer)).toMatchObject([
      { overlamning: { av: 'Eva Ek' }, steg: [{ status: 'ny', av: 'Olle Olsson' }] },
    ])
    expect(await foljdtexter(o.arendeId)).toEqual(['Personen står på listan över dem som förebyggande sjukpenning kan passa.'])
  })

  it('dör servern när svaret är skrivet kopplas ärendet av kön, också om det har hunnit avslutas', async () => {
    const p = await (await ny()).ansokOmPlan()
    const o = await ide(p.personnummer)
    const kon = await doddesEfterSvaret(o, { arendeId: p.arendeId })
    await avsluta(p.arendeId)
    await kon()
    expect((await lage(p.arendeId)).ursprung).toMatchObject([
      { overlamningId: o.id, koppladAv: { namn: 'Olle Olsson', roll: 'handlaggare' } },
    ])
    expect(await foljdtexter(o.arendeId)).toEqual([expect.stringMatching(/^Kopplat till ärende FP/)])
  })

  it('ett avslutat ärende kan inte väljas, och överlämningen väntar då fortfarande på svar', async () => {
    const p = await (await ny()).ansokOmPlan()
    const o = await ide(p.personnummer)
    await avsluta(p.arendeId)
    expect(
      await som('olle', 'POST', `/api/v1/overlamningar/${o.id}/svar`, { utfall: 'mottagen', skal: 'Tar det.', arendeId: p.arendeId }),
    ).toMatchObject({ status: 422, json: { kod: 'arendetAvslutat', falt: [{ falt: 'arendeId' }] } })
    expect((await lage(o.arendeId)).overlamningar[0]!.svar).toBeUndefined()
  })

  it('steget på listan läggs i kön med det som ska berättas, och görs där om servern dör emellan', async () => {
    const p = await ny()
    const o = await ide(p.personnummer)
    expect(
      (await som('olle', 'POST', `/api/v1/overlamningar/${o.id}/svar`, { utfall: 'mottagen', skal: 'Ringer.', kandidat: true })).status,
    ).toBe(200)
    const [k] = await kandidaterna(p.personnummer)
    await p.ansokOmPlan()
    const koat = vi.spyOn(s.t.lager, 'koa')
    const dod = vi.spyOn(s.t.lager, 'kor').mockRejectedValue(new Error('Servern dog.'))
    expect(
      (
        await som('olle', 'POST', `/api/v1/forebyggande/kandidater/${k.id}/steg`, {
          status: 'ansokan',
          text: 'Har ansökt.',
          arendeId: p.arendeId,
        })
      ).status,
    ).toBe(200)
    dod.mockRestore()
    expect((await lage(p.arendeId)).ursprung).toEqual([])
    const jobb = koat.mock.calls[0]![1][0]!
    koat.mockRestore()
    for (let i = 0; i < 2; i++) await sandUtskick(s.t, jobb)
    expect((await lage(p.arendeId)).ursprung).toMatchObject([{ overlamningId: o.id, koppladAv: { namn: 'Olle Olsson' } }])
    expect(await foljdtexter(o.arendeId)).toEqual([
      expect.any(String),
      expect.stringMatching(/^Personen har ansökt om förebyggande sjukpenning\. Ärende FP/),
    ])
  })

  it('ett ärende lämnas med brev till personen, och breven kan läsas före', async () => {
    const p = await (await ny()).ansokOmPlan()
    const kommando = { typ: 'lamnaOver', data: { slag: 'arende', skal: 'Personen är sjuk och kan inte arbeta alls.' } }
    expect((await p.gor(kommando)).status).toBe(200)
    expect((await lage(p.arendeId)).utskick.at(-1)!.rubrik).toContain('sjukpenning')
    expect(await p.gor(kommando)).toMatchObject({ status: 409, json: { kod: 'redanOverlamnat' } })
  })
})

describe('egna eller delade specialister och rådgivare (H018)', () => {
  const VAG = '/api/v1/forebyggande/stodordning'
  it('anges av enhetschefen från en dag, och jämförs med antal och utan det som få delar', async () => {
    const post = { stod: 'fmr', ordning: 'delade', delasMed: 'Sjukpenning i Gävle', from: '2026-01-01', skal: 'Som det har varit.' }
    for (const konto of ['eva', 'siri', 'ada']) expect((await som(konto, 'POST', VAG, post)).status).toBe(403)
    expect(await som('karin', 'POST', VAG, { ...post, delasMed: '' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'delasMed' }] },
    })
    expect((await som('karin', 'POST', VAG, post)).status).toBe(204)
    expect(
      (await som('karin', 'POST', VAG, { ...post, ordning: 'egna', from: '2026-09-01', skal: 'Egen rådgivare anställs.' })).status,
    ).toBe(204)
    const r = (await som('eva', 'GET', VAG)).json
    expect(r.galler).toMatchObject([{ enhet: 'Gävle', stod: 'fmr', ordning: 'delade', delasMed: 'Sjukpenning i Gävle', av: 'Karin Kvist' }])
    expect(r.tidigare).toMatchObject([{ ordning: 'egna', from: '2026-09-01', delasMed: '' }])
    const delade = r.jamforelse.find((x: { stod: string; ordning: string }) => x.stod === 'fmr' && x.ordning === 'delade')
    expect(delade).toMatchObject({ omraden: 1, spridning: { konsulterade: null, godkanda: null } })
    for (const x of r.jamforelse) for (const d of [x.konsulterade, x.godkanda]) expect(d.n === null || d.n > 4).toBe(true)
  })
})

describe('kandidater och förslag', () => {
  it('en uppgift från arbetsgivare eller vård kräver personens samtycke, och ingen kontaktas utan att få veta vem som lämnade den', async () => {
    const p = await ny()
    const signal = { personnummer: p.personnummer, namn: 'Prov Provsson', text: 'Tungt arbete, återkommande besvär.' }
    expect(await som('bruket', 'POST', '/api/v1/arbetsgivare/signal', { ...signal, samtycke: false })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'samtycke' }] },
    })
    expect((await som('bruket', 'POST', '/api/v1/arbetsgivare/signal', { ...signal, samtycke: true })).status).toBe(201)
    expect(
      (
        await s.anrop(
          null,
          'POST',
          '/api/v1/vard/signal',
          { ...signal, vardenhet: 'Vårdcentralen', samtycke: true },
          { authorization: `Bearer ${VARDTOKEN}` },
        )
      ).status,
    ).toBe(201)
    expect((await s.anrop(null, 'POST', '/api/v1/vard/signal', { ...signal, vardenhet: 'Vårdcentralen', samtycke: true })).status).toBe(401)
    expect(
      (await s.anrop(p.kaka, 'POST', '/api/v1/mina-sidor/forebyggande/intresse', { text: 'Kan min rehabilitering ersättas?' })).status,
    ).toBe(201)
    const { rader } = (await som('eva', 'GET', '/api/v1/forebyggande/kandidater')).json
    const egna = rader.filter((k: { personnummer: string }) => k.personnummer === p.personnummer)
    expect(egna.map((k: { kalla: string }) => k.kalla).sort()).toEqual(['arbetsgivare', 'forsakrad', 'vard'])
    const k = egna.find((x: { kalla: string }) => x.kalla === 'arbetsgivare')
    const steg = (mer: object) =>
      som('eva', 'POST', `/api/v1/forebyggande/kandidater/${k.id}/steg`, { status: 'kontaktad', text: 'Ringt.', ...mer })
    expect(await steg({})).toMatchObject({ status: 422, json: { falt: [{ falt: 'kallaNamnd' }] } })
    expect((await steg({ kallaNamnd: true })).json).toMatchObject({ status: 'kontaktad', nasta: expect.arrayContaining(['informerad']) })
    expect((await som('mona', 'POST', `/api/v1/forebyggande/kandidater/${k.id}/steg`, { status: 'avstar', text: 'x' })).status).toBe(404)
  })

  it('ett förslag på ett formulär får ett svar som alla ser', async () => {
    const { id } = (
      await som('eva', 'POST', '/api/v1/forebyggande/forslag', {
        formular: 'plan',
        version: 'Plan 1',
        falt: 'syfte',
        text: 'Fler exempel.',
      })
    ).json
    expect(
      (await som('eva', 'POST', `/api/v1/forebyggande/forslag/${id}/svar`, { status: 'infors', svar: 'Ja.', inforsI: 'Plan 2' })).status,
    ).toBe(403)
    expect(await som('siri', 'POST', `/api/v1/forebyggande/forslag/${id}/svar`, { status: 'infors', svar: 'Ja.' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'inforsI' }] },
    })
    expect(
      (await som('siri', 'POST', `/api/v1/forebyggande/forslag/${id}/svar`, { status: 'infors', svar: 'Bra.', inforsI: 'Plan 2' })).status,
    ).toBe(204)
    expect((await som('mona', 'GET', '/api/v1/forebyggande/forslag')).json.rader).toMatchObject([
      { id, status: 'infors', svar: [{ inforsI: 'Plan 2', av: 'Siri Sund' }] },
    ])
  })
})

describe('de som fyller i formulären', () => {
  it('ett personnummer i ett förslag eller ett svar tas inte emot, vem det än kommer från', async () => {
    const p = await (await ny()).ansokOmPlan()
    const text = 'Jag, 19800101–9801, förstod inte frågan.'
    const nekas = { status: 400, json: { falt: [{ falt: 'text', text: expect.stringContaining('Ta bort det') }] } }
    const l = (await p.mitt('POST', `/${p.arendeId}/utlatandelank`)).json
    const lank = `/api/v1/utlatande/${l.lank.split('/').at(-1)}/forslag`
    expect(await p.mitt('POST', '/forslag', { formular: 'plan', text })).toMatchObject(nekas)
    expect(await s.anrop(null, 'POST', lank, { kod: l.kod, text })).toMatchObject(nekas)
    expect(await som('bruket', 'POST', '/api/v1/arbetsgivare/forslag', { formular: 'arbetsgivare', text })).toMatchObject(nekas)
    expect(await som('eva', 'POST', '/api/v1/forebyggande/forslag', { formular: 'plan', version: 'Plan 1', text })).toMatchObject(nekas)
    const { id } = (
      await som('eva', 'POST', '/api/v1/forebyggande/forslag', { formular: 'plan', version: 'Plan 1', text: 'Fler exempel.' })
    ).json
    expect(await som('siri', 'POST', `/api/v1/forebyggande/forslag/${id}/svar`, { status: 'bedoms', svar: text })).toMatchObject({
      status: 400,
      json: { falt: [{ falt: 'svar' }] },
    })
  })

  it('föreslår ändringar på sin egen väg, ser svaret, och förslaget nämner ingen', async () => {
    const p = await (await ny()).ansokOmPlan()
    expect(await p.mitt('POST', '/forslag', { formular: 'utlatande', text: 'x' })).toMatchObject({
      status: 400,
      json: { falt: [{ falt: 'formular' }] },
    })
    const mitt = await p.mitt('POST', '/forslag', { formular: 'plan', falt: 'tillfallen', text: 'Skriv ut att resan är båda vägarna.' })
    expect(mitt).toMatchObject({ status: 201, json: { rader: [{ status: 'ny', version: 'Plan 1', svar: [] }] } })
    const l = (await p.mitt('POST', `/${p.arendeId}/utlatandelank`)).json
    const lank = `/api/v1/utlatande/${l.lank.split('/').at(-1)}/forslag`
    expect((await s.anrop(null, 'POST', lank, { kod: 'AAAA-AAAA-AAAA', text: 'x' })).status).toBe(403)
    expect(await s.anrop(null, 'POST', lank, { kod: l.kod, text: 'Kortare fråga om stödet.' })).toMatchObject({
      status: 201,
      json: { rader: [{ formular: 'utlatande' }] },
    })
    expect(
      (await som('bruket', 'POST', '/api/v1/arbetsgivare/forslag', { formular: 'arbetsgivare', text: 'Fråga om skift.' })).status,
    ).toBe(201)
    const alla = (await som('siri', 'GET', '/api/v1/forebyggande/forslag')).json.rader as { id: string; av: string; enhet: string }[]
    expect(alla.slice(0, 3).map((f) => [f.av, f.enhet])).toEqual([
      ['En arbetsgivare', 'Arbetsgivarens sida'],
      ['En läkare', 'Läkarens sida'],
      ['En person som ansöker', 'Mina sidor'],
    ])
    expect(JSON.stringify(alla)).not.toMatch(/Provsson|Bruket/)
    expect(
      (
        await som('siri', 'POST', `/api/v1/forebyggande/forslag/${mitt.json.rader[0].id}/svar`, {
          status: 'infors',
          svar: 'Bra.',
          inforsI: 'Plan 2',
        })
      ).status,
    ).toBe(204)
    expect((await p.mitt('GET', '/forslag')).json.rader).toMatchObject([{ status: 'infors', svar: [{ svar: 'Bra.', inforsI: 'Plan 2' }] }])
    expect((await s.anrop(null, 'POST', `${lank}/egna`, { kod: l.kod })).json.rader).toMatchObject([{ status: 'ny' }])
    expect((await (await ny()).mitt('GET', '/forslag')).json.rader, 'andras förslag är andras').toEqual([])
    expect((await p.mitt('GET', '')).status).toBe(200)
  })

  it('den som inte vet om förmånen passar hör av sig en gång, och ser vad som är lämnat, av vem och vad som händer', async () => {
    const p = await ny()
    expect((await p.mitt('GET', '/intresse')).json).toEqual({ rader: [] })
    expect((await p.mitt('POST', '/intresse', { text: 'Jag är på väg att bli sjuk.' })).status).toBe(201)
    expect(await p.mitt('POST', '/intresse', { text: 'Igen.' })).toMatchObject({
      status: 409,
      json: { kod: 'redanAnmald', detail: expect.stringMatching(/av dig, \d+ \w+ 20\d\d\./) },
    })
    expect(
      (
        await som('bruket', 'POST', '/api/v1/arbetsgivare/signal', {
          personnummer: p.personnummer,
          namn: 'Prov Provsson',
          text: 'Tungt arbete.',
          samtycke: true,
        })
      ).status,
    ).toBe(201)
    const { rader } = (await p.mitt('GET', '/intresse')).json
    expect(rader).toMatchObject([
      { kalla: 'arbetsgivare', status: 'ny', klar: false },
      { kalla: 'forsakrad', text: 'Jag är på väg att bli sjuk.', status: 'ny' },
    ])
    const idag = s.t.klocka.nu().dag
    expect(rader[0].tasBort).toBe(`${Number(idag.slice(0, 4)) + 1}${idag.slice(4)}`)
    expect(
      (
        await som('eva', 'POST', `/api/v1/forebyggande/kandidater/${rader[1].id}/steg`, {
          status: 'kontaktad',
          text: 'Ringde, tror att det är depression.',
        })
      ).status,
    ).toBe(200)
    const efter = (await p.mitt('GET', '/intresse')).json
    expect(efter.rader[1]).toMatchObject({ status: 'kontaktad' })
    expect(JSON.stringify(efter), 'handläggarens egna ord stannar hos handläggaren').not.toContain('depression')
    expect((await (await ny()).mitt('GET', '/intresse')).json.rader).toEqual([])
  })
})

describe('vårdgivarregistret', () => {
  it('växer av granskade namn, väljs i formulären och räknar vårdgivaren rätt; fri text går alltid', async () => {
    const p = await (await ny()).ansokOmPlan(plan({ behandlingar: [behandling({ vardgivare: 'Rörelsekliniken Norr' })] }))
    expect((await som('eva', 'GET', '/api/v1/forebyggande/vardgivare')).json).toMatchObject({ farGranska: false, attGranska: [] })
    const { attGranska } = (await som('siri', 'GET', '/api/v1/forebyggande/vardgivare')).json
    expect(attGranska).toContainEqual(expect.objectContaining({ nyckel: 'rörelsekliniken norr', namn: ['Rörelsekliniken Norr'] }))
    const granska = (konto: string, granskning: object, nyckel = 'rörelsekliniken norr') =>
      som(konto, 'POST', '/api/v1/forebyggande/vardgivare', { nyckel, skal: 'Finns i regionens lista.', granskning })
    expect((await granska('eva', { beslut: 'kvar' })).status).toBe(403)
    expect(
      (await granska('siri', { beslut: 'ny', namn: 'Rörelsekliniken Norr', typ: '', lan: '' })).json.falt.map(
        (x: { falt: string }) => x.falt,
      ),
    ).toEqual(['granskning.typ', 'granskning.lan'])
    expect((await granska('siri', { beslut: 'ny', namn: 'Rörelsekliniken Norr', typ: 'fysioterapeut', lan: 'Gävleborg' })).status).toBe(204)
    expect(await granska('siri', { beslut: 'kvar' })).toMatchObject({
      status: 409,
      json: { kod: 'redanGranskat', detail: expect.stringMatching(/namnet, \d+ \w+ 20\d\d\./) },
    })
    const { vardgivare } = (await s.anrop(null, 'GET', '/api/v1/forebyggande/koder')).json
    expect(vardgivare).toMatchObject([{ namn: 'Rörelsekliniken Norr', typ: 'fysioterapeut', lan: 'Gävleborg' }])
    expect(
      (await som('siri', 'GET', '/api/v1/forebyggande/vardgivare')).json.attGranska.map((g: { nyckel: string }) => g.nyckel),
    ).not.toContain('rörelsekliniken norr')
    const { behandlingar } = (await som('karin', 'GET', '/api/v1/forebyggande/oversikt?from=2026-01-01&tom=2026-12-31')).json
    expect(behandlingar.map((b: { kolumn: string }) => b.kolumn)).toContain('fysioterapeut')
    expect(JSON.stringify((await som('eva', 'GET', `/api/v1/forebyggande/arenden/${p.arendeId}/liknande`)).json)).not.toContain(
      'Rörelsekliniken',
    )
  })
})

describe('översikten', () => {
  it('visar enheten för dem som ser den och landet med små tal dolda, aldrig personer', async () => {
    const r = (await som('karin', 'GET', '/api/v1/forebyggande/oversikt?from=2026-01-01&tom=2026-12-31')).json
    expect(r).toMatchObject({ omfattning: 'enhet', enhet: 'Gävle' })
    expect(r.utfall.find((u: { steg: number }) => u.steg === 1)).toMatchObject({
      n: expect.any(Number),
      bifall: { andel: expect.any(Number) },
    })
    expect(r.inflode[0]).toMatchObject({ manad: '2026-02-01' })
    const landet = (await som('ada', 'GET', '/api/v1/forebyggande/oversikt?omfattning=landet&from=2026-01-01&tom=2026-12-31')).json
    expect(landet.kompletteringar.every((k: { antal: number | null }) => k.antal === null || k.antal > 4)).toBe(true)
    expect(landet.likaFall.steg1.grupper.length).toBeGreaterThan(0)
    expect(r.belastning.at(-1), 'chefen ser vem som har vad').toMatchObject({
      planer: expect.any(Number),
      fragor: expect.any(Number),
      forsenade: expect.any(Number),
    })
    expect(r.belastning.reduce((n: number, x: { planer: number; ersattning: number }) => n + x.planer + x.ersattning, 0)).toBeGreaterThan(0)
    expect(landet.belastning).toBeNull()
    expect((await som('eva', 'GET', '/api/v1/forebyggande/oversikt')).json.belastning).toBeNull()
    expect(JSON.stringify([r, landet])).not.toMatch(/Provsson|\d{8}-\d{4}/)
    expect((await som('ada', 'GET', '/api/v1/forebyggande/oversikt')).status).toBe(403)
    expect(await som('karin', 'GET', '/api/v1/forebyggande/oversikt?from=2026-02-01&tom=2026-01-01')).toMatchObject({
      status: 422,
      json: { kod: 'bakvandPeriod' },
    })
  })
})

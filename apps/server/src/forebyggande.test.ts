import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { behandling, plan, Planflode } from '../../../tests/stod/planflode.ts'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'
import { SYSTEMET } from '@atergang/arende'
import { lasArende, somSystemet } from '@atergang/lager'
import { arendevySchema } from './rutter/arendevy.ts'
import { brevtext } from '../../../tests/stod/brevtext.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver({ dag: '2026-02-02' })
}, 60_000)
afterAll(() => s.stang())

const ny = (dag = '2026-02-02') => Planflode.ny(s, dag)
const nekas = { utanStod: ['b1'], fmr: 'Stresskurser har stöd för vissa diagnoser, men inte för den här.' }
const stresskurs = () => plan({ behandlingar: [behandling({ behandling: 'stresskurs' }, { veckodagar: ['tis'], behandlingMin: 180 })] })
const lage = async (p: Planflode) => (await lasArende(s.t.db, { system: SYSTEMET }, p.arendeId))!.lage
/** What is one thing to the person is one transaction: the server can stop after any of them. */
const stannarEfterForstaKommandot = () => {
  const { lager } = s.t
  const kor = lager.kor.bind(lager)
  return vi.spyOn(lager, 'kor').mockImplementationOnce(kor).mockRejectedValue(new Error('servern stannade'))
}
const brev = (p: Planflode, rubrik: RegExp) => brevtext(s, p.arendeId, rubrik)

describe('en person frågar om behandlingen kan ersättas, innan den börjar', () => {
  it('får genast veta vad som avgörs i steg 1 och i steg 2, SGI och nivå, vilka dagar som når en fjärdedel och ungefär vad en dag ger', async () => {
    const p = await ny()
    const {
      hederOchSamvete: _h,
      ordineradAv: _o,
      initiativ: _i,
      syfte: _s,
      arbetsgivare: _a,
      ...fore
    } = plan({
      behandlingar: [behandling(), behandling({ id: 'b2', behandling: 'fysioterapi' }, { veckodagar: ['fre'], behandlingMin: 45 })],
    })
    const r = await p.mitt('POST', '/forhandskoll', fore)
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    expect(r.json.inledning).toContain('inget beslut')
    expect(r.json.sgi).toMatchObject({ lage: 'kand', niva: 'normal' })
    expect(r.json.antal).toEqual({ nar: 16, alla: 23 })
    const [tisdag, fredag] = ['tis', 'fre'].map((v) => r.json.grupper.find((g: { veckodag: string }) => g.veckodag === v))
    expect(tisdag).toMatchObject({ utfall: 'nar', andel: 0.5, ungefarKronor: 564 })
    expect(fredag).toMatchObject({ utfall: 'narInteUpp', hindradeMinuter: 45, kravs: 120, ungefarKronor: null })
    expect(r.json.steg1.map((x: { kod: string }) => x.kod)).toContain('risk')
    expect(r.json.steg2.length).toBeGreaterThan(2)
    expect((await p.mitt('GET')).json.arenden, 'inget är sparat').toEqual([])
  })

  it('stoppas av inget: utan inkomst och schema sägs vad som inte är känt', async () => {
    const p = await ny()
    const r = await p.mitt('POST', '/forhandskoll', { behandlingar: [behandling()] })
    expect(r.json).toMatchObject({ sgi: { lage: 'okand' }, antal: { nar: 0, alla: 16 } })
    expect(r.json.observera.map((o: { kod: string }) => o.kod)).toContain('arbetstidOkand')
  })

  it('det påbörjade sparas, kommer tillbaka, är bara personens, och försvinner när det är skickat', async () => {
    const p = await ny()
    const annan = await ny()
    await p.mitt('PUT', '/plan', { innehall: { steg: 2, behandlingar: [{ behandling: 'mmr' }] } })
    expect((await p.mitt('GET')).json).toMatchObject({ utkast: { steg: 2 }, formularversion: 'Plan 1' })
    expect((await annan.mitt('GET')).json.utkast).toBeNull()
    await p.ansokOmPlan()
    expect((await p.mitt('GET')).json).toMatchObject({
      utkast: null,
      arenden: [{ fas: 'planProvas', attGora: [{ slag: 'utlatande' }] }],
      kant: { sysselsattning: 'anstalld', arsarbetstid: 1980 },
    })
  })

  it('två tryck på skicka ger ett ärende, och utan heder och samvete inget', async () => {
    const p = await ny()
    expect(await p.mitt('POST', '/plan', { ansokan: plan({ hederOchSamvete: false }) })).toMatchObject({
      status: 422,
      json: { kod: 'hederOchSamvete' },
    })
    await p.ansokOmPlan()
    expect(await p.mitt('POST', '/plan', { ansokan: plan() })).toMatchObject({ status: 409, json: { kod: 'planenFinns' } })
  })

  it('fel fält namnges på svenska, vart och ett för sig', async () => {
    const p = await ny()
    const r = await p.mitt('POST', '/plan', {
      ansokan: plan({ arbetsschema: { arbetstid: { man: 25 }, arbetsstart: '8' }, arsarbetstid: 0 }),
    })
    expect(r.status).toBe(422)
    expect(r.json.falt.map((f: { falt: string }) => f.falt)).toEqual(
      expect.arrayContaining(['arbetsschema.arbetstid.man', 'arbetsschema.arbetsstart', 'arsarbetstid']),
    )
  })
})

describe('läkarens utlåtande', () => {
  it('lämnas med länk och kod, visar bara det läkaren behöver, och visas för personen som inkommet', async () => {
    const p = await (await ny()).ansokOmPlan()
    const l = (await p.mitt('POST', `/${p.arendeId}/utlatandelank`)).json
    const id = l.lank.split('/').at(-1)
    expect(l.lank).not.toContain(l.kod)
    expect(await s.anrop(null, 'POST', `/api/v1/utlatande/${id}/oppna`, { kod: 'AAAA-AAAA-AAAA' })).toMatchObject({
      status: 403,
      json: { kod: 'felKod' },
    })
    const sida = (await s.anrop(null, 'POST', `/api/v1/utlatande/${id}/oppna`, { kod: l.kod })).json
    expect(sida).toMatchObject({
      formularversion: 'Utlåtande 1',
      patient: { namn: 'Prov Provsson', fodelsear: '1978' },
      behandlingar: [{ id: 'b1', behandling: 'mmr' }],
      fragor: [],
    })
    expect(JSON.stringify(sida)).not.toMatch(/360000|Bruket|\d{8}-\d{4}/)
    expect(await p.lamnaUtlatande(id, l.kod)).toMatchObject({ saknas: [] })
    expect((await p.mittArende()).planer[0].utlatande).toBe('inkommet')
    expect((await s.anrop(p.kaka, 'GET', '/api/v1/mina-sidor/atkomst')).json.rader.map((r: { vad: string }) => r.vad)).toContain(
      'öppnade utlåtandet med länk',
    )
  })

  it('tas emot också när det saknar något; svaret på frågan kommer genom en länk av sin egen', async () => {
    const p = await (await ny()).ansokOmPlan()
    expect((await p.utlatande({ uppfoljning: null })).saknas.map((x: { falt: string }) => x.falt)).toEqual(['uppfoljning'])
    await p.handlagg()
    expect((await lage(p)).begaran.find((b) => b.typ === 'utlatandekomplettering')).toMatchObject({
      till: 'vard',
      fragor: [{ falt: 'uppfoljning' }],
      formularversion: 'Utlåtande 1',
    })
    const l = (await p.mitt('POST', `/${p.arendeId}/utlatandelank`)).json
    const id = l.lank.split('/').at(-1)
    const sida = (await s.anrop(null, 'POST', `/api/v1/utlatande/${id}/oppna`, { kod: l.kod })).json
    expect(sida).toMatchObject({ fragor: [{ falt: 'uppfoljning' }], tidigare: { risk: expect.any(String) } })
    await p.lamnaUtlatande(id, l.kod)
    await p.handlagg()
    expect((await p.vy()).planer[0]).toMatchObject({ beslut: { utfall: 'beviljat' } })
    const post = await somSystemet(s.t.db, (q) =>
      q.selectFrom('app.analyspost').select('innehall').where('arende_id', '=', p.arendeId).executeTakeFirst(),
    )
    expect((post!.innehall as { kompletteringar: unknown[] }).kompletteringar).toMatchObject([
      { falt: 'uppfoljning', till: 'vard', besvarad: '2026-02-02' },
    ])
  })
})

describe('två halva dagar i veckan', () => {
  it('godkänns i steg 1 och beviljas i steg 2; breven säger vad som är beslutat och vad som inte är det', async () => {
    const p = await (await ny()).godkand()
    const forsta = await p.vy()
    arendevySchema.parse(forsta)
    expect(forsta).toMatchObject({
      forman: 'forebyggande-sjukpenning',
      fas: 'pagar',
      beslut: [{ utfall: 'beviljat', rader: [], utbetalning: [] }],
      godkant: [{ tillfallen: 16 }],
      kommuniceringar: [],
    })
    const steg1 = await brev(p, /godkänner din plan/)
    for (const t of ['Det här har vi beslutat', 'Det här har vi inte beslutat', 'Så ansöker du om ersättning']) expect(steg1).toContain(t)
    p.dag('2026-03-20')
    const start = (await p.mitt('GET', `/${p.arendeId}/ersattning`)).json
    expect(start).toMatchObject({
      godkanda: [{ tillfallen: expect.arrayContaining([expect.objectContaining({ datum: '2026-03-03', start: '08:00', ansokt: false })]) }],
      formularversion: 'Ersättning 1',
    })
    await p.mitt('PUT', `/${p.arendeId}/ersattning`, { innehall: { valda: ['2026-03-03'] } })
    await p.ansokOmErsattning(['2026-03-03', '2026-03-05', '2026-03-10'].map((d) => p.tillfalle(d)))
    expect((await p.mitt('GET', `/${p.arendeId}/ersattning`)).json.utkast).toBeNull()
    await p.handlagg()
    const efter = await p.vy()
    arendevySchema.parse(efter)
    expect(efter.beslut[1]).toMatchObject({ utfall: 'beviljat', summa: 1692 })
    expect(efter.planMotUtfall).toMatchObject({ dagarIPlanen: 3, nettodagar: 1.5 })
    const steg2 = await brev(p, /du får förebyggande/)
    for (const t of ['Ingen karens dras', 'Nettodagar', 'Det här har vi inte beslutat']) expect(steg2).toContain(t)
    expect((await p.mittArende()).beslut).toHaveLength(2)
  })
})

describe('uppgifter som lämnas på en gång', () => {
  it('skrivs alla eller ingen, och bara i personens eget ärende', async () => {
    const p = await (await ny()).ansokOmPlan(plan())
    const uppgifter = { arsarbetstid: 1800, arbetssokande: { anmald: true, beredd: true, timmarPerDag: 8 } }
    const stannar = stannarEfterForstaKommandot()
    const r = await p.mitt('POST', `/${p.arendeId}/uppgifter`, uppgifter)
    stannar.mockRestore()
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    const l = await lage(p)
    expect(r.json.version).toBe(l.version)
    expect(l.fakta.filter((f) => f.kalla.text === 'Uppgift på Mina sidor').map((f) => f.namn)).toEqual(['arsarbetstid', 'arbetssokande'])
    expect((await (await ny()).mitt('POST', `/${p.arendeId}/uppgifter`, uppgifter)).status).toBe(404)
  })
})

describe('en plan utan stöd', () => {
  it('går genom rådgivaren, specialisten och kommuniceringen innan den inte godkänns, och brevet säger att ersättning inte är prövad', async () => {
    const p = await (await ny()).ansokOmPlan(stresskurs())
    await p.utlatande({ diagnoser: [{ kod: 'F432', text: 'Anpassningsstörning' }] })
    await p.handlagg({ tillOchMed: 'evidens' })
    const f = await p.fraga('evidens')
    expect(await p.svara(f, { stodForProblemet: 'nej', upplaggetPassar: 'ja', skal: 'Saknar stöd.' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'stodForProblemet' }] },
    })
    await p.handlagg(nekas)
    expect(p.koder).toEqual(expect.arrayContaining(['fmrSvar', 'kvalitetssakring']))
    expect(await p.vy()).toMatchObject({ beslut: [], kommuniceringar: [{ avser: expect.stringMatching(/^plan:/) }] })
    expect((await p.mittArende()).attGora).toMatchObject([{ slag: 'yttrande' }])
    const stannar = stannarEfterForstaKommandot()
    const sagt = await s.anrop(p.kaka, 'POST', `/api/v1/mina-sidor/arenden/${p.arendeId}/yttrande`, { text: 'Jag har varit hos läkaren.' })
    stannar.mockRestore()
    expect(sagt.status, JSON.stringify(sagt.json)).toBe(200)
    const { handlingId } = (await lage(p)).kommuniceringar[0]!.yttranden[0]!
    expect((await s.anrop(p.kaka, 'GET', `/api/v1/handlingar/${handlingId}`)).json).toMatchObject({ text: 'Jag har varit hos läkaren.' })
    await (await p.efterKommunicering()).handlagg(nekas)
    expect((await p.vy()).planer[0].beslut).toMatchObject({ utfall: 'avslag', behandlingar: [{ godkanns: 'nej', skal: ['ingenEvidens'] }] })
    const text = await brev(p, /godkänner inte din plan/)
    for (const t of ['har inte visat stöd', 'Det här har vi inte beslutat', 'omprövar']) expect(text).toContain(t)
  })

  it('ett nej vars enda skäl är att personen inte har varit sjukskriven nekas av formuläret', async () => {
    const p = await (await ny()).ansokOmPlan()
    await p.utlatande()
    await p.handlagg({ tillOchMed: 'risk' })
    const r = await p.svara(await p.fraga('risk'), {
      sjukdom: 'Rygg',
      forvantadNedsattning: 'minstEnFjardedel',
      hurVisad: ['tidigareSjukskrivning'],
      visad: 'nej',
      skal: 'Har aldrig varit sjukskriven.',
    })
    expect(r).toMatchObject({ status: 422, json: { falt: [{ falt: 'skal', text: expect.stringContaining('krävs inte') }] } })
  })
})

describe('ansökan om ersättning', () => {
  const kortBesok = (resaMin: number) =>
    plan({
      behandlingar: [
        behandling({ behandling: 'fysioterapi' }, { veckodagar: ['tis'], tom: '2026-04-28', start: '10:00', behandlingMin: 60, resaMin }),
      ],
    })
  async function medResa(resaMin: number): Promise<Planflode> {
    const p = await (await ny()).ansokOmPlan(kortBesok(resaMin))
    await p.utlatande()
    await p.handlagg()
    return p.dag('2026-03-20').ansokOmErsattning([p.tillfalle('2026-03-03', { start: '10:00', behandlingMin: 60, resaMin })])
  }

  it('restiden gör skillnaden mellan ingenting och en fjärdedel; det lägre kommuniceras före beslut', async () => {
    const med = await (await medResa(60)).handlagg()
    expect((await med.vy()).beslut[1]).toMatchObject({ utfall: 'beviljat', rader: [{ grad: 0.25 }] })
    const utan = await (await medResa(20)).handlagg()
    expect(await utan.vy()).toMatchObject({ beslut: [{}], kommuniceringar: [{ avser: expect.stringMatching(/^ersattning:/) }] })
    await (await utan.efterKommunicering()).handlagg()
    expect((await utan.vy()).beslut[1]).toMatchObject({ utfall: 'avslag', rader: [{ grad: 0, avslagsskal: 'underEnFjardedel' }] })
    expect(await brev(utan, /du får inte förebyggande/)).toContain('mindre än en fjärdedel')
  })

  it('granskas rad för rad innan den skickas: krock och dag utan arbete sägs, men hindrar inte', async () => {
    const p = await (await ny()).godkand()
    p.dag('2026-03-20')
    const tillfallen = [
      p.tillfalle('2026-03-03'),
      p.tillfalle('2026-03-03', { id: 'x', start: '09:00', behandlingMin: 60 }),
      p.tillfalle('2026-03-07', { id: 'y' }),
    ]
    const r = await p.mitt('POST', `/${p.arendeId}/ersattning/granskning`, { tillfallen })
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    expect(r.json.anmarkningar.map((a: { text: string }) => a.text).join(' ')).toMatch(/Rad 2/)
    expect(r.json.koll.dagar.map((d: { datum: string; utfall: string }) => [d.datum, d.utfall])).toEqual([
      ['2026-03-03', 'krock'],
      ['2026-03-07', 'ingenArbetstid'],
    ])
    await p.ansokOmErsattning(tillfallen)
    expect((await p.vy()).fragor.map((f: { kod: string }) => f.kod)).toContain('ansokansgranskning')
  })

  it('minuter som är negativa eller inte hela nekas med fältets namn', async () => {
    const p = await (await ny()).godkand()
    const r = await p.mitt('POST', `/${p.arendeId}/ersattning`, {
      ansokan: { tillfallen: [p.tillfalle('2026-03-03', { behandlingMin: -5, resaMin: 1.5 })], hederOchSamvete: true },
    })
    expect(r.json.falt.map((f: { falt: string }) => f.falt)).toEqual(['tillfallen.0.behandlingMin', 'tillfallen.0.resaMin'])
  })

  it('kan rättas tills den är avgjord, och inte sedan', async () => {
    const p = await (await ny()).godkand()
    await p.dag('2026-03-20').ansokOmErsattning([p.tillfalle('2026-03-03')])
    const { ersattningar } = await p.mittArende()
    const ratta = () =>
      p.mitt('POST', `/${p.arendeId}/ersattning`, {
        ersatter: ersattningar[0].ansokan,
        ansokan: { tillfallen: [p.tillfalle('2026-03-05')], hederOchSamvete: true },
      })
    expect((await ratta()).status).toBe(201)
    expect((await p.mittArende()).ersattningar).toMatchObject([{ nar: expect.stringContaining('5') }])
    await p.handlagg()
    const avgjord = (await p.mittArende()).ersattningar[0].ansokan
    expect(
      await p.mitt('POST', `/${p.arendeId}/ersattning`, {
        ersatter: avgjord,
        ansokan: { tillfallen: [p.tillfalle('2026-03-03')], hederOchSamvete: true },
      }),
    ).toMatchObject({ status: 409, json: { kod: 'redanAvgjord' } })
  })

  it('en arbetslös prövas mot tiden för att söka arbete', async () => {
    const { arsarbetstid: _a, arbetsschema: _s, arbetsgivare: _g, ...utan } = plan()
    const p = await (
      await ny()
    ).ansokOmPlan({ ...utan, sysselsattning: 'arbetslos', arbetssokande: { anmald: true, beredd: true, timmarPerDag: 8 } })
    await p.utlatande()
    await p.handlagg()
    await p.dag('2026-03-20').ansokOmErsattning([p.tillfalle('2026-03-03')])
    await p.handlagg()
    expect(p.koder).toContain('arbetssokande')
    expect((await p.vy()).beslut[1]).toMatchObject({ utfall: 'beviljat', rader: [{ grad: 0.5 }] })
  })

  it('KBT via internet hemma: registret säger att frågan inte är avgjord, rådgivaren tillfrågas och en riksinställning avgör', async () => {
    const p = await (await ny()).ansokOmPlan(plan({ behandlingar: [behandling({ behandling: 'kbt', utforande: 'internet' })] }))
    await p.utlatande({ diagnoser: [{ kod: 'F411', text: 'Generaliserat ångestsyndrom' }] })
    const { behandlingar } = (await s.anrop(await p.som('eva'), 'GET', `/api/v1/forebyggande/arenden/${p.arendeId}/liknande`)).json
    expect(behandlingar).toMatchObject([
      { register: { stallning: 'inteAvgjord', fragaFmr: true, installningar: [{ namn: 'fragaFmrOmInternetbehandling' }] } },
    ])
    await p.handlagg()
    expect(p.koder).toContain('fmrSvar')
    expect((await p.vy()).planer[0].beslut.utfall).toBe('beviljat')
  })
})

describe('det som händer sedan', () => {
  it('behandling som slutar i förtid anmäls av personen eller vården, och dagar efter det blir en fråga', async () => {
    const p = await (await ny()).godkand()
    p.dag('2026-03-12')
    expect(await p.mitt('POST', `/${p.arendeId}/avbruten`, { dag: '2026-03-10', behandling: 'finns inte' })).toMatchObject({
      status: 422,
      json: { kod: 'okandBehandling' },
    })
    expect(
      (await p.mitt('POST', `/${p.arendeId}/avbruten`, { dag: '2026-03-10', behandling: 'b1', skal: 'Kliniken stängde.' })).status,
    ).toBe(200)
    expect((await p.vy()).godkant).toMatchObject([{ slutade: '2026-03-10' }])
    await p.dag('2026-03-20').ansokOmErsattning([p.tillfalle('2026-03-03'), p.tillfalle('2026-03-17')])
    expect((await p.vy()).fragor.map((f: { kod: string }) => f.kod)).toContain('genomforande')
  })

  it('vården kan frivilligt lämna närvaro genom länken', async () => {
    const p = await (await ny()).godkand()
    p.dag('2026-03-12')
    const l = (await p.mitt('POST', `/${p.arendeId}/utlatandelank`)).json
    const id = l.lank.split('/').at(-1)
    expect(
      (
        await s.anrop(null, 'POST', `/api/v1/utlatande/${id}/anmalan`, {
          kod: l.kod,
          anmalan: { slag: 'narvaro', behandling: 'b1', datum: ['2026-03-03', '2026-03-05'] },
        })
      ).status,
    ).toBe(201)
    expect((await lage(p)).fakta.find((f) => f.namn === 'narvaro')).toMatchObject({
      av: { roll: 'vard' },
      varde: { datum: ['2026-03-03', '2026-03-05'] },
    })
  })

  it('uppföljningen kommer i registret, och den som återkommer visas med sin tidigare plan', async () => {
    const p = await (await ny()).godkand()
    await p.dag('2026-04-24').ansokOmErsattning([p.tillfalle('2026-03-03')])
    await p.handlagg()
    expect((await p.mitt('POST', `/${p.arendeId}/uppfoljning`, { fullfoljd: 'ja', text: 'Jag orkar mer.' })).status).toBe(200)
    const forsta = (await p.vy()).nummer
    p.arendeId = ''
    await p.dag('2026-08-03').ansokOmPlan(plan({ behandlingar: [behandling({}, { from: '2026-09-01', tom: '2026-10-01' })] }))
    expect((await p.vy()).tidigarePlaner).toMatchObject([
      { nummer: forsta, utfall: 'godkänd, ersättning beviljad', nettodagar: 0.5, fullfoljd: 'ja', uppfoljning: 'Jag orkar mer.' },
    ])
  })

  it('ärendet är bara personens: någon annan når det inte', async () => {
    const [p, annan] = [await (await ny()).ansokOmPlan(), await ny()]
    for (const [metod, vag] of [
      ['GET', ''],
      ['POST', '/utlatandelank'],
      ['GET', '/ersattning'],
    ] as const)
      expect((await annan.mitt(metod, `/${p.arendeId}${vag}`)).status, vag).toBe(404)
    expect((await s.anrop(await p.som('eva'), 'GET', '/api/v1/mina-sidor/forebyggande')).status).toBe(403)
    expect((await s.anrop(await p.som('mona'), 'GET', `/api/v1/forebyggande/arenden/${p.arendeId}/liknande`)).status).toBe(404)
  })
})

import { somSystemet } from '@atergang/lager'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plan, Planflode } from '../../../tests/stod/planflode.ts'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver({ dag: '2026-02-10' })
}, 60_000)
afterAll(() => s.stang())

const BAS = '/api/v1/forebyggande/arenden'
const ny = () => Planflode.ny(s, '2026-02-10')
const somEva = async (p: Planflode, metod: string, vag: string, kropp?: unknown) =>
  s.anrop(await p.som('eva'), metod, `${BAS}${vag}`, kropp)
/** What an officer sends of a plan on paper. */
async function papper(p: Planflode, mer: object = {}, ansokan: object = plan()) {
  const r = await somEva(p, 'POST', '', { personnummer: p.personnummer, inkom: '2026-02-02', underskriven: true, ansokan, ...mer })
  if (r.status === 201) p.arendeId = r.json.arende?.arendeId ?? ''
  return r
}
const saknasI = async (p: Planflode): Promise<string[]> =>
  ((await p.vy()).fragor.find((f: { kod: string }) => f.kod === 'ansokansgranskning')?.formular as { saknas: string[] } | undefined)
    ?.saknas ?? []

describe('en plan på papper', () => {
  it('räknas från dagen den kom in, aldrig från dagen den skannades, och pappret ligger i ärendet', async () => {
    const p = await ny()
    const skanning = {
      filnamn: 'plan.png',
      innehall: Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex').toString('base64'),
    }
    const r = await papper(p, { skannad: '2026-02-09' })
    expect(r.status, JSON.stringify(r.json)).toBe(201)
    const vy = await p.vy()
    expect(vy.planer).toMatchObject([{ inkom: '2026-02-02' }])
    expect(
      vy.fragor.map((f: { kod: string }) => f.kod),
      'underskriven och hel: inget att fråga om',
    ).not.toContain('ansokansgranskning')
    expect(JSON.stringify(vy.steg ?? vy)).toContain('Den dagen räknas inte som dagen då det kom in')
    expect(await papper(await ny(), { inkom: '2026-02-10', skannad: '2026-02-09' })).toMatchObject({
      status: 422,
      json: { kod: 'efterSkanningen', falt: [{ falt: 'inkom' }] },
    })
    expect(await papper(await ny(), { inkom: '2026-02-11' })).toMatchObject({ status: 422, json: { kod: 'inkomIFramtiden' } })
    expect(await papper(await ny(), { skanning })).toMatchObject({ status: 422, json: { falt: [{ falt: 'skanning.innehall' }] } })
    const hel = await ny()
    expect(
      (
        await papper(hel, {
          skanning: {
            filnamn: 'plan.pdf',
            innehall: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n').toString('base64'),
          },
        })
      ).status,
    ).toBe(201)
    expect((await hel.vy()).handlingar.map((h: { rubrik: string }) => h.rubrik)).toEqual([
      'Ansökan om godkännande av plan',
      'Inskannad ansökan om plan',
    ])
  })

  it('tas emot hur lite som än går att läsa: det som saknas, det oläsliga, en okänd dag och en saknad underskrift blir frågor till personen', async () => {
    const p = await ny()
    const r = await papper(
      p,
      { inkom: null, underskriven: false, olasligt: [{ falt: 'tillfallen', text: 'datumen i rutan för besök' }] },
      { behandlingar: [] },
    )
    expect(r.status, JSON.stringify(r.json)).toBe(201)
    const saknas = await saknasI(p)
    expect(saknas).toEqual([
      'Underskrift på heder och samvete (110 kap. 4 §)',
      'Vilken behandling det gäller',
      'Dagen då ansökan lämnades eller postades',
      'Det som inte gick att läsa på pappret: datumen i rutan för besök',
    ])
    expect((await p.vy()).planer, 'tills dagen är känd står dagen då pappret registrerades').toMatchObject([{ inkom: '2026-02-10' }])
    const f = await p.fraga('ansokansgranskning')
    expect((await p.svara(f, { beslut: 'komplettera', text: 'Vi behöver det här för att kunna pröva planen.' })).status).toBe(200)
    expect((await p.mittArende()).attGora.map((x: { slag: string }) => x.slag)).toContain('komplettera')
  })

  it('en okänd dag sätts med ett svar när den blir känd, utan att pappret skrivs av igen', async () => {
    const p = await ny()
    await papper(p, { inkom: null, skannad: '2026-02-09' })
    const f = await p.fraga('inkomst')
    expect(f).toMatchObject({
      rubrik: 'Vilken dag kom ansökan in?',
      lagrum: [{ forfattning: 'FL', paragraf: '22' }],
      formular: { skannad: '2026-02-09', registrerad: '2026-02-10' },
    })
    expect(await p.svara(f, { inkom: '2026-02-10', skal: 'Stämpeln' })).toMatchObject({ status: 422, json: { falt: [{ falt: 'inkom' }] } })
    expect((await p.svara(f, { inkom: '2026-02-03', skal: 'Poststämpeln på kuvertet' })).status).toBe(200)
    const vy = await p.vy()
    expect(vy.planer).toMatchObject([{ inkom: '2026-02-03', inkomOkand: false }])
    expect(
      vy.fragor.map((x: { kod: string }) => x.kod),
      'inget mer saknas',
    ).not.toEqual(expect.arrayContaining(['inkomst']))
    expect(await saknasI(p)).toEqual([])
  })

  it('dagen frågas inte om medan personen är tillfrågad', async () => {
    const p = await ny()
    await papper(p, { inkom: null })
    expect((await p.svara(await p.fraga('ansokansgranskning'), { beslut: 'komplettera', text: 'När lämnade du ansökan?' })).status).toBe(
      200,
    )
    expect((await p.vy()).fragor.map((x: { kod: string }) => x.kod)).not.toContain('inkomst')
  })

  it('underskriften är den på pappret, inte något som skickas med', async () => {
    const p = await ny()
    await papper(p, { underskriven: false }, plan({ underskrift: { tid: '2026-01-01', metod: 'påhittad' } }))
    expect(await saknasI(p)).toEqual(['Underskrift på heder och samvete (110 kap. 4 §)'])
  })

  it('öppnas för den som inte är känd med namnet som står, och felen namnges', async () => {
    const p = await ny()
    expect(await papper(p, { personnummer: '19780101-9990' })).toMatchObject({ status: 422, json: { kod: 'namnSaknas' } })
    expect(await papper(p, { personnummer: '78' })).toMatchObject({ status: 422, json: { falt: [{ falt: 'personnummer' }] } })
    expect(
      (await s.anrop(p.kaka, 'POST', BAS, { personnummer: p.personnummer, inkom: '2026-02-02', ansokan: plan() })).status,
      'bara handläggare',
    ).toBe(403)
  })
})

describe('papper för den som inte får ses', () => {
  const personId = async (p: Planflode) =>
    (
      await somSystemet(s.t.db, (q) =>
        q.selectFrom('app.person').select('id').where('personnummer', '=', p.personnummer).executeTakeFirstOrThrow(),
      )
    ).id
  const andra = async (p: Planflode, vad: { skyddad?: boolean; lan?: string }) => {
    const id = await personId(p)
    await s.t.db.agare.query('update app.person set skyddad = coalesce($2, skyddad), lan = coalesce($3, lan) where id = $1', [
      id,
      vad.skyddad ?? null,
      vad.lan ?? null,
    ])
    return id
  }
  const arendena = (id: string) =>
    somSystemet(s.t.db, (q) => q.selectFrom('app.arende').select(['id', 'nummer', 'version']).where('person_id', '=', id).execute())
  const slagna = (id: string | null) =>
    somSystemet(s.t.db, (q) =>
      q
        .selectFrom('app.atkomst')
        .select(['anvandare', 'vad'])
        .where('vad', '=', 'slog upp någon för att registrera ett papper')
        .where('person_id', id === null ? 'is' : '=', id)
        .execute(),
    )

  it('tas emot den dag det kom in, och kvittot är detsamma för skyddad, annan enhet och ett ärende som redan finns', async () => {
    const skyddad = await ny()
    const id = await andra(skyddad, { skyddad: true })
    const kvitto = { status: 201, json: { inkom: '2026-02-02', arende: null } }
    const r = await papper(skyddad)
    expect(r).toMatchObject(kvitto)
    const [arende] = await arendena(id)
    expect(JSON.stringify(r.json), 'kvittot röjer inget').not.toContain(arende!.nummer)
    expect(await papper(skyddad, { underskriven: false }), 'det andra pappret samma dag läggs i samma ärende').toMatchObject(kvitto)
    expect(await arendena(id)).toMatchObject([{ id: arende!.id }])
    expect((await s.anrop(await skyddad.som('eva'), 'GET', `/api/v1/arenden/${arende!.id}`)).status).toBe(404)
    skyddad.arendeId = arende!.id
    const vy = await skyddad.vy('ingrid')
    expect(vy.planer).toMatchObject([{ inkom: '2026-02-02' }])
    expect(vy.handlingar).toHaveLength(2)

    const annan = await ny()
    await andra(annan, { lan: 'Skåne' })
    expect(await papper(annan)).toMatchObject(kvitto)
    annan.arendeId = (await arendena(await personId(annan)))[0]!.id
    expect((await annan.vy('mona')).planer).toMatchObject([{ inkom: '2026-02-02' }])
  })

  it('varje slagning loggas, av kända och okända', async () => {
    const p = await ny()
    const id = await andra(p, { skyddad: true })
    await papper(p, { inkom: '2027-01-01' })
    expect(await slagna(id), 'också den som inte ledde till något').toMatchObject([{ anvandare: 'eva' }])
    const fore = (await slagna(null)).length
    await papper(p, { personnummer: '19780102-9990' })
    expect(await slagna(null)).toHaveLength(fore + 1)
  })

  it('den som skriver av ett papper i ett ärende syns i loggen', async () => {
    const p = await (await ny()).ansokOmPlan()
    await somEva(p, 'GET', `/${p.arendeId}/papper`)
    expect((await s.anrop(p.kaka, 'GET', '/api/v1/mina-sidor/atkomst')).json.rader.map((r: { vad: string }) => r.vad)).toContain(
      'skrev av ett papper',
    )
  })
})

describe('utlåtande och ersättning på papper', () => {
  it('det oläsliga i utlåtandet blir frågor till läkaren', async () => {
    const p = await (await ny()).ansokOmPlan()
    const sida = (await somEva(p, 'GET', `/${p.arendeId}/papper`)).json
    expect(sida).toMatchObject({
      namn: 'Prov Provsson',
      idag: '2026-02-10',
      utlatande: { behandlingar: [{ id: 'b1', behandling: 'mmr' }] },
      kant: { sysselsattning: 'anstalld' },
      godkanda: [],
    })
    const utlatande = {
      diagnoser: [{ kod: 'M545', text: '' }],
      beskrivning: 'Rygg.',
      risk: 'Tungt arbete.',
      behandlingar: [{ id: 'b1', behandling: 'mmr', hurMinskarRisken: 'Styrka.', stod: 'Riktlinjer.', schema: 'Enligt planen.' }],
      uppfoljning: { nar: '2026-06-01', hur: 'Återbesök.' },
      lakare: 'Dr Lena Lind',
    }
    expect(
      (
        await somEva(p, 'POST', `/${p.arendeId}/utlatande`, {
          inkom: '2026-02-05',
          skannad: '2026-02-06',
          olasligt: [{ falt: 'ordination', text: 'dagen för ordinationen' }],
          utlatande,
        })
      ).status,
    ).toBe(201)
    const f = await p.fraga('utlatandegranskning')
    expect((f.formular as { saknas: { falt: string; text: string }[] }).saknas).toMatchObject([
      { falt: 'ordination', text: expect.stringContaining('dagen för ordinationen') },
    ])
    expect(
      (await s.anrop(await p.som('mona'), 'POST', `${BAS}/${p.arendeId}/utlatande`, { inkom: '2026-02-02', utlatande: {} })).status,
    ).toBe(404)
    expect((await s.anrop(await p.som('mona'), 'GET', `${BAS}/${p.arendeId}/papper`)).status).toBe(404)
  })

  it('en ansökan om ersättning skrivs av mot det godkända, och det oläsliga blir frågor', async () => {
    const p = await (await ny()).godkand()
    p.dag('2026-03-20')
    const sida = (await somEva(p, 'GET', `/${p.arendeId}/papper`)).json
    expect(sida.godkanda[0].tillfallen[0]).toMatchObject({ datum: '2026-03-03', ansokt: false })
    const ansokan = { tillfallen: [p.tillfalle('2026-03-03')] }
    const r = await somEva(p, 'POST', `/${p.arendeId}/ersattning`, {
      inkom: '2026-03-16',
      underskriven: true,
      olasligt: [{ falt: 'restid', text: 'resan hem' }],
      ansokan: { ...ansokan, hederOchSamvete: false },
    })
    expect(r.status, JSON.stringify(r.json)).toBe(201)
    expect(await saknasI(p)).toEqual(['Det som inte gick att läsa på pappret: resan hem'])
    const { ersattningar } = (await somEva(p, 'GET', `/${p.arendeId}/papper`)).json
    expect(
      (
        await somEva(p, 'POST', `/${p.arendeId}/ersattning`, {
          inkom: '2026-03-18',
          underskriven: true,
          ersatter: ersattningar[0].ansokan,
          ansokan: { ...ansokan, hederOchSamvete: true },
        })
      ).status,
    ).toBe(201)
    await p.handlagg()
    expect((await p.vy()).beslut[1]).toMatchObject({ utfall: 'beviljat', rader: [{ grad: 0.5 }] })
  })
})

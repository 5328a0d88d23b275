import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { behandling, plan, Planflode } from '../../../tests/stod/planflode.ts'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver({ dag: '2026-02-02' })
  s.konton.push({ id: 'bruket', namn: 'Bruket AB', roll: 'arbetsgivare', orgnr: '5560004615', text: '' })
}, 60_000)
afterAll(() => s.stang())

const som = async (konto: string, metod: string, vag: string, kropp?: unknown) => s.anrop(await s.loggaIn(konto), metod, vag, kropp)
const BAS = '/api/v1/kunskap'
const FRAGA = {
  rubrik: 'Räknas restiden?',
  fraga: 'Räknas resan till behandlingen in i den tid som personen är förhindrad att arbeta?',
  kategori: 'tillampning',
  forman: 'forebyggande-sjukpenning',
  behandling: 'kbt',
  lagrum: '27 kap. 7 §, 27:6',
}
const stall = async (mer: object = {}): Promise<string> => (await som('eva', 'POST', `${BAS}/fragor`, { ...FRAGA, ...mer })).json.id
const svara = (id: string, mer: object = {}) =>
  som('siri', 'POST', `${BAS}/fragor/${id}/svar`, {
    svar: 'Ja, nödvändiga resor räknas.',
    lagrum: '27:7',
    vagledningar: ['v2015-1-12'],
    ersatter: 0,
    ...mer,
  })

describe('frågebanken', () => {
  it('en fråga ställs, en specialist svarar, och alla inne hittar svaret med paragraf och vägledning', async () => {
    const id = await stall()
    expect((await svara(id)).status).toBe(201)
    const r = await som('farah', 'POST', `${BAS}/fragor/sok`, { text: 'restid' })
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    expect(r.json.fragor[0]).toMatchObject({
      id,
      behandlingsnamn: 'Kognitiv beteendeterapi (KBT)',
      lagrum: [
        { kapitel: '27', paragraf: '7' },
        { kapitel: '27', paragraf: '6' },
      ],
      av: 'Eva Ek',
      svar: [{ av: 'Siri Sund', vagledningar: [{ namn: 'Vägledning 2015:1, version 12' }] }],
    })
  })

  it('tar inte emot något som ser ut som ett personnummer, någonstans, och säger i vilket fält', async () => {
    for (const [falt, text] of [
      ['rubrik', 'Gäller 19800101-9801?'],
      ['fraga', 'Vad gäller för 8001019801?'],
      ['fraga', 'Har 800161-9801 rätt?'],
    ] as const) {
      const r = await som('eva', 'POST', `${BAS}/fragor`, { ...FRAGA, [falt]: text })
      expect(r, text).toMatchObject({ status: 422, json: { kod: 'personuppgift', falt: [{ falt }] } })
      expect(JSON.stringify(r.json)).not.toContain(text)
    }
    const id = await stall()
    expect(await svara(id, { svar: 'Som för 800101-9801.' })).toMatchObject({ status: 422, json: { falt: [{ falt: 'svar' }] } })
    expect(await som('eva', 'POST', `${BAS}/fragor/sok`, { text: '800101-9801' })).toMatchObject({ status: 422 })
    expect(
      (await som('eva', 'POST', `${BAS}/fragor`, { ...FRAGA, fraga: 'Se dnr 2021/000353 och lag (1991:1047), 2019-06-20.' })).status,
    ).toBe(201)
  })

  it('säger vilken paragraf som inte finns', async () => {
    expect(await som('eva', 'POST', `${BAS}/fragor`, { ...FRAGA, lagrum: '27:6, hej' })).toMatchObject({
      status: 422,
      json: { kod: 'okantLagrum', falt: [{ falt: 'lagrum' }] },
    })
    expect(await som('eva', 'POST', `${BAS}/fragor`, { ...FRAGA, lagrum: '27:999' })).toMatchObject({
      status: 422,
      json: { kod: 'paragrafenSaknas' },
    })
  })

  it('svaret ersätts som en ny version med skäl; den gamla står kvar', async () => {
    const id = await stall()
    await svara(id)
    expect(await svara(id, { ersatter: 1 })).toMatchObject({ status: 422, json: { falt: [{ falt: 'skal' }] } })
    expect(await svara(id, { ersatter: 0, skal: 'x' })).toMatchObject({ status: 409, json: { kod: 'svaretNyare' } })
    expect((await svara(id, { ersatter: 1, svar: 'Ja, men bara nödvändiga.', skal: 'HFD 2019 ref. 42.' })).json.version).toBe(2)
    expect((await som('eva', 'GET', `${BAS}/fragor/${id}`)).json).toMatchObject({
      farSvara: false,
      fraga: { svar: [{ version: 1 }, { version: 2, skal: 'HFD 2019 ref. 42.' }] },
    })
  })

  it('räknar öppningar från ärenden och vem den har hjälpt', async () => {
    const id = await stall()
    expect(await som('eva', 'POST', `${BAS}/fragor/${id}/anvandning`, { slag: 'hjalpte' })).toMatchObject({
      status: 409,
      json: { kod: 'fraganObesvarad' },
    })
    await svara(id)
    await som('eva', 'POST', `${BAS}/fragor/${id}/anvandning`, { slag: 'arende' })
    await som('eva', 'POST', `${BAS}/fragor/${id}/anvandning`, { slag: 'hjalpte' })
    expect((await som('eva', 'POST', `${BAS}/fragor/${id}/anvandning`, { slag: 'hjalpte' })).json).toMatchObject({
      anvandning: { franArende: 1, hjalpte: 1 },
      hjalpteMig: true,
    })
  })

  it('är stängd utåt, och bara specialister svarar', async () => {
    const id = await stall()
    for (const konto of ['bruket', 'samir', 'ada'])
      for (const [metod, vag, kropp] of [
        ['POST', '/fragor/sok', {}],
        ['GET', `/fragor/${id}`, undefined],
        ['POST', '/fragor', FRAGA],
        ['GET', '/praxis', undefined],
      ] as const)
        expect((await som(konto, metod, BAS + vag, kropp)).status, `${konto} ${vag}`).toBe(403)
    for (const konto of ['eva', 'farah', 'karin'])
      expect((await som(konto, 'POST', `${BAS}/fragor/${id}/svar`, { svar: 'x', ersatter: 0 })).status, konto).toBe(403)
  })
})

describe('praxis (H020)', () => {
  it('har ställning, avgjorda fall utan person och besvarade frågor på en sida', async () => {
    const p = await (
      await Planflode.ny(s, '2026-02-02')
    ).ansokOmPlan(plan({ behandlingar: [behandling({ behandling: 'kbt' }, { veckodagar: ['tis'], behandlingMin: 180 })] }))
    await p.utlatande({ diagnoser: [{ kod: 'F432', text: 'Anpassningsstörning' }] })
    await p.handlagg({})
    const id = await stall()
    await svara(id)
    const r = await som('farah', 'GET', `${BAS}/praxis/kbt`)
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    expect(r.json.stallningar[0]).toMatchObject({ egen: true })
    expect(r.json.rakning.alla).toBeGreaterThan(0)
    expect(r.json.perDiagnos).toContainEqual(expect.objectContaining({ diagnos: 'F43' }))
    expect(r.json.fragor.map((f: { id: string }) => f.id)).toContain(id)
    expect(JSON.stringify(r.json.exempel)).not.toMatch(/Prov|19\d{6}|Gävle/)
    const alla = (await som('eva', 'GET', `${BAS}/praxis`)).json.behandlingar
    expect(alla.find((b: { kod: string }) => b.kod === 'kbt')).toMatchObject({
      rakning: { alla: r.json.rakning.alla },
      stallningar: expect.arrayContaining(['brukar godkännas']),
    })
    expect((await som('eva', 'GET', `${BAS}/praxis/trolleri`)).status).toBe(404)
  })
})

describe('vägledningar, ersättningar, metodstöd och källor', () => {
  it('en paragraf leder till sina vägledningar och besvarade frågor; sidan om den är öppen och har vägledningarna', async () => {
    const id = await stall({ lagrum: '27:7 st 1' })
    await svara(id)
    const r = (await som('eva', 'GET', `${BAS}/paragrafer/27:7`)).json
    expect(r.vagledningar.map((v: { namn: string }) => v.namn)).toContain('Vägledning 2015:1, version 12')
    expect(r.fragor.map((f: { id: string }) => f.id)).toContain(id)
    expect((await som('ada', 'GET', `${BAS}/paragrafer/27:7`)).json.fragor).toEqual([])
    const oppen = (await (await fetch(`${s.bas}/api/v1/regelverk/paragrafer/27:7`)).json()) as { vagledningar: { namn: string }[] }
    expect(oppen.vagledningar.map((v) => v.namn)).toContain('Vägledning 2015:1, version 12')
    expect(JSON.stringify(oppen)).not.toContain('Eva Ek')
  })

  it('en ny version förs in av specialister, en gång, och en som slutar före början inte alls', async () => {
    const ny = { beteckning: '2015:1', titel: 'Sjukpenning', version: '20', from: '2026-02-01', kalla: 'Beslut', lagrum: '27:6' }
    expect((await som('eva', 'POST', `${BAS}/vagledningar`, ny)).status).toBe(403)
    expect(await som('siri', 'POST', `${BAS}/vagledningar`, { ...ny, tom: '2026-01-01' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'tom' }] },
    })
    expect((await som('siri', 'POST', `${BAS}/vagledningar`, ny)).status).toBe(201)
    expect((await som('siri', 'POST', `${BAS}/vagledningar`, ny)).status).toBe(409)
    expect((await som('ada', 'GET', `${BAS}/vagledningar`)).json).toMatchObject({
      farAndra: false,
      vagledningar: [{ version: '20', from: '2026-02-01', tom: null, av: 'Siri Sund' }, { version: '12', from: null }, {}, {}, {}, {}, {}],
    })
  })

  it('varje ersättning har villkor och hur man ansöker, var för sig, med paragraf eller vad källorna inte säger', async () => {
    const { ersattningar } = (await som('eva', 'GET', `${BAS}/ersattningar`)).json
    expect(ersattningar.map((e: { id: string }) => e.id)).toEqual(
      expect.arrayContaining(['forebyggande', 'graviditetspenning', 'hogriskskydd', 'arbetshjalpmedel']),
    )
    for (const e of ersattningar)
      for (const d of [e.villkor, e.ansokan])
        expect(d.lagrum.length > 0 || /står inte i källorna|socialförsäkringsbalken|rapport/.test(d.kalla), JSON.stringify(e)).toBe(true)
  })

  it('källorna säger var i rapporten, och formen för ett primärvårdsregister är den som inläsningen prövar mot', async () => {
    const r = (await som('ada', 'GET', `${BAS}/kallor`)).json
    expect(r.kallor.every((k: { stalle: string }) => /RiR|apport/.test(k.stalle))).toBe(true)
    expect([...new Set(r.kallor.map((k: { krav: string }) => k.krav))].sort()).toEqual([
      'J024',
      'J049',
      'J050',
      'J051',
      'J057',
      'J058',
      'J070',
    ])
    expect(r.primarvard.kolumner.map((k: { namn: string }) => k.namn)).toEqual([
      'person_id',
      'dag',
      'lan',
      'vardgivare',
      'insats',
      'diagnos',
      'tillfalle',
    ])
  })
})

describe('rekommendationerna (K026–K027)', () => {
  it('står med två till regeringen och fem till Försäkringskassan, och läget kommer ur det som är registrerat', async () => {
    const fore = (await som('karin', 'GET', `${BAS}/rekommendationer`)).json
    expect(fore.rekommendationer.map((r: { till: string }) => r.till)).toEqual([
      'regeringen',
      'regeringen',
      ...Array(5).fill('Försäkringskassan'),
    ])
    expect(
      fore.rekommendationer.every((r: { lage: string; lankar: object[] }) => r.lage === 'ingen åtgärd registrerad' && r.lankar.length > 0),
    ).toBe(true)
    // Only the manager of the support's own unit, and the analyst, may open its pages; the adviser has no overview.
    const lankarFor = async (konto: string): Promise<string> => JSON.stringify((await som(konto, 'GET', `${BAS}/rekommendationer`)).json)
    expect(JSON.stringify(fore)).not.toMatch(/"\/apr\//)
    for (const konto of ['gudrun', 'ada']) expect(await lankarFor(konto)).toMatch(/"\/apr\/redovisning".*"\/apr\/uppfoljning"/)
    expect(JSON.stringify((await som('farah', 'GET', `${BAS}/kallor`)).json)).not.toContain('"/forebyggande"')
    expect(JSON.stringify((await som('eva', 'GET', `${BAS}/kallor`)).json)).toContain('"/forebyggande"')
    const ny = { text: 'Kollegiala samtal om lika fall varje månad.', fran: '2026-01-01' }
    for (const konto of ['eva', 'ada']) expect((await som(konto, 'POST', `${BAS}/rekommendationer/F3/atgarder`, ny)).status).toBe(403)
    expect((await som('karin', 'POST', `${BAS}/rekommendationer/Z9/atgarder`, ny)).status).toBe(404)
    expect((await som('karin', 'POST', `${BAS}/rekommendationer/F3/atgarder`, ny)).status).toBe(201)
    const f3 = (await som('ada', 'GET', `${BAS}/rekommendationer`)).json.rekommendationer.find((r: { id: string }) => r.id === 'F3')
    expect(f3).toMatchObject({ lage: 'åtgärd pågår', atgarder: [{ av: 'Karin Kvist', lage: 'pågår', registrerad: '2026-02-02' }] })
    expect((await som('eva', 'GET', `${BAS}/rekommendationer`)).status).toBe(403)
  })
})

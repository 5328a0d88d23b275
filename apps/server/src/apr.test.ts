import { provOrgnr } from '@atergang/formaner/prov'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Aprserver, PDF } from '../../../tests/stod/aprserver.ts'

let a: Aprserver
let anordnare: string
let anordnararende: string

beforeAll(async () => {
  a = await Aprserver.starta('2026-01-12')
  anordnare = a.firma('halsan', 'Hälsa i arbetet AB', 'anordnare', 901)
  a.firma('smeden', 'Smeden AB', 'arbetsgivare', 1)
  a.firma('bruket2', 'Bruket AB', 'arbetsgivare', 2)
  a.firma('sena', 'Sena AB', 'arbetsgivare', 3)
  anordnararende = await a.godkand('halsan')
  a.dag('2026-03-02')
}, 120_000)
afterAll(() => a.stang())

const kronor = (x: { ansokningar: { belopp: number | null }[] }) => x.ansokningar.map((y) => y.belopp)

describe('en anordnare', () => {
  it('prövas kompetens för kompetens, godkänns, och står i det öppna registret utan att någon person nämns', async () => {
    const { rader } = await a.gor(null, 'GET', '/apr/anordnare?lan=21')
    expect(rader).toMatchObject([{ namn: 'Hälsa i arbetet AB', godkandFran: '2026-01-12', godkandTill: null, lan: ['21'], ort: 'Gävle' }])
    expect(JSON.stringify(rader)).not.toMatch(/Kajsa|P0/)
    expect((await a.gor(null, 'GET', '/apr/anordnare?lan=12')).rader).toEqual([])
    const eget = (await a.gor('halsan', 'GET', '/apr/anordnare/egen')).eget
    expect(eget).toMatchObject({ tillstand: 'godkand', uppfyllt: true, saknas: [] })
    expect(eget.kompetenser.every((k: { styrkt: boolean }) => k.styrkt)).toBe(true)
    expect(eget.brev.at(-1).skickat).toBeTruthy()
  })

  it('slås upp med numret i kroppen, giltig eller inte den dagen', async () => {
    expect(await a.gor('smeden', 'POST', '/apr/anordnare/uppslag', { orgnr: anordnare, dag: '2026-02-10' })).toMatchObject({
      kand: true,
      godkand: true,
      namn: 'Hälsa i arbetet AB',
    })
    expect(await a.gor('smeden', 'POST', '/apr/anordnare/uppslag', { orgnr: anordnare, dag: '2025-12-31' })).toMatchObject({
      kand: true,
      godkand: false,
    })
    expect(await a.gor('smeden', 'POST', '/apr/anordnare/uppslag', { orgnr: provOrgnr(77) })).toMatchObject({ kand: false, godkand: null })
    expect(await a.anrop('smeden', 'POST', '/apr/anordnare/uppslag', { orgnr: '123' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'orgnr' }] },
    })
  })

  it('täckningen namnger nämnaren, och utan folkmängd står antalet för sig', async () => {
    expect(await a.gor(null, 'GET', '/apr/anordnare/tackning')).toMatchObject({ rikstal: null, kalla: null })
    const perLan = Object.fromEntries(Object.keys((await a.gor(null, 'GET', '/apr/begrepp')).lan).map((l) => [l, 100_000]))
    expect(
      (await a.anrop('asta', 'PUT', '/apr/underlag/2025', { underlag: { slag: 'folkmangd', namnare: 'prov', perLan }, kalla: 'Påhittat' }))
        .status,
    ).toBe(403)
    await a.gor('gudrun', 'PUT', '/apr/underlag/2025', {
      underlag: { slag: 'folkmangd', namnare: 'påhittade invånare', perLan },
      kalla: 'Påhittat för provet',
    })
    const t = await a.gor(null, 'GET', '/apr/anordnare/tackning')
    expect(t).toMatchObject({ namnare: 'påhittade invånare', folkmangdsar: 2025, kalla: 'Påhittat för provet' })
    expect(t.lan.find((l: { lan: string }) => l.lan === '21')).toMatchObject({ anordnare: 1, per100000: 1, fa: false })
    expect(t.lan[0]).toMatchObject({ anordnare: 0, fa: true })
  })
})

describe('en liten arbetsgivares första ansökan', () => {
  it('visas rad för rad före, sparar sig själv, tas emot, beslutas ur listan och betalas; brevet ligger hos arbetsgivaren', async () => {
    expect(await a.mitt('smeden')).toMatchObject({
      liten: true,
      arenden: [],
      ar: [
        { ar: 2026, kvar: 200_000, sistaDag: '2027-02-01' },
        { ar: 2025, passerad: true },
      ],
    })
    await a.gor('smeden', 'PUT', '/apr/arbetsgivare/utkast', { innehall: { steg: 2 } })
    expect((await a.gor('smeden', 'GET', '/apr/arbetsgivare/utkast')).utkast).toEqual({ steg: 2 })
    const rader = await a.rader('smeden', anordnare, [
      { anstalld: 'Ella', kronor: 15_000 },
      { anstalld: 'Ella', kronor: 9_001 },
    ])
    const v = await a.gor('smeden', 'POST', '/apr/arbetsgivare/forhandsvisning', {
      ar: 2026,
      rader,
      anstalldaVet: true,
      ejBehandling: true,
    })
    expect(v).toMatchObject({
      kvar: 200_000,
      kvarEfter: 190_000,
      ansokan: {
        belopp: 10_000,
        rader: [
          { halva: 7_500, belopp: 7_500, begransadAv: 'halva' },
          { halva: 4_500, belopp: 2_500, begransadAv: 'anstalld' },
        ],
      },
    })
    expect((await a.mitt('smeden')).arenden, 'inget är sparat').toEqual([])

    const { arendeId, ansokanId } = await a.ansok('smeden', 2026, rader)
    expect((await a.gor('smeden', 'GET', '/apr/arbetsgivare/utkast')).utkast).toBeNull()
    await a.bakgrunden()
    const ko = await a.gor('asta', 'GET', '/apr/ko?grupp=klara')
    expect(ko.rader).toMatchObject([{ ansokanId, arendeId, namn: 'Smeden AB', foreslaget: 10_000, kanal: 'etjanst' }])
    expect(ko.grupper.find((g: { grupp: string }) => g.grupp === 'klara')).toMatchObject({ antal: 1, foreslaget: 10_000 })
    const l = await a.beslutaLista()
    expect(l).toMatchObject({ tillstand: 'klar', framsteg: { vantar: 0, beslutade: 1, andrade: 0, fel: 0 } })

    const mitt = (await a.mitt('smeden')).arenden[0]
    expect(mitt).toMatchObject({
      kvar: 190_000,
      ansokningar: [{ tillstand: 'beslutad', utfall: 'delvisAvslag', belopp: 10_000 }],
      beslut: [{ belopp: 10_000 }],
      brev: [{ beslutId: mitt.beslut[0].id }],
    })
    expect((await a.gor('smeden', 'GET', `/handlingar/${mitt.brev[0].handlingId}`)).slice(0, 5)).toBe('%PDF-')
    const betalning = JSON.parse(readFileSync(join(a.s.t.config.data, 'utbetalning-ut', `${mitt.beslut[0].id}.json`), 'utf8'))
    expect(betalning).toMatchObject({ summa: 10_000, mottagare: provOrgnr(1) })
    const f = await a.gor('asta', 'GET', `/apr/arenden/${arendeId}/ansokningar/${ansokanId}/forklaring`)
    expect(JSON.stringify(f.rader[1].forklaring)).toMatch(/2014:67/)
    expect((await a.gor('smeden', 'GET', '/apr/arbetsgivare/utkast')).forra).toMatchObject({
      ar: 2026,
      rader: [{ anstalld: 'Ella', anordnare: expect.any(String), kostnad: '', fakturanummer: '' }],
    })
  })

  it('namnger varje fel på sin plats: kostnad under noll, främmande fil, den anställda saknas', async () => {
    const [rad] = await a.rader('smeden', anordnare, [{}])
    const r = await a.anrop('smeden', 'POST', '/apr/arbetsgivare/ansokningar', {
      ar: 2026,
      rader: [
        { ...rad, kostnad: -100 },
        { ...rad, radId: 'x', anstalld: '' },
      ],
      anstalldaVet: true,
      ejBehandling: true,
    })
    expect(r.status).toBe(422)
    expect(r.json.falt.map((f: { falt: string }) => f.falt)).toEqual(['ansokan.rader.0.kostnad', 'ansokan.rader.1.anstalld'])
    expect(await a.anrop('smeden', 'POST', '/apr/filer', { innehall: Buffer.from('PK hej').toString('base64') })).toMatchObject({
      status: 422,
      json: { kod: 'fil.frammande' },
    })
    expect(await a.anrop('smeden', 'POST', '/apr/filer', { innehall: Buffer.from('%PDF-1.7 halv').toString('base64') })).toMatchObject({
      status: 422,
      json: { kod: 'fil.avbruten' },
    })
    expect(
      (
        await a.anrop('bruket2', 'POST', '/apr/arbetsgivare/ansokningar', {
          ar: 2026,
          rader: [rad],
          anstalldaVet: true,
          ejBehandling: true,
        })
      ).json,
      'en annans fil',
    ).toMatchObject({ kod: 'okandFil', falt: [{ falt: 'rader.0.faktura' }] })
  })

  it('som saknar faktura tas emot ändå: handläggaren frågar, arbetsgivaren kompletterar, och den blir klar', async () => {
    const [rad] = await a.rader('smeden', anordnare, [{ anstalld: 'Ola', kronor: 4_000, utanFaktura: true }])
    const { arendeId, ansokanId } = await a.ansok('smeden', 2026, [rad!])
    await a.bakgrunden()
    await a.svara(arendeId, 'aprKomplettera', { val: 'fraga', text: 'Skicka fakturan.' }, { del: ansokanId })
    await a.bakgrunden()
    const fraga = (await a.mitt('smeden')).arenden[0].fragor.find((f: { om: string }) => f.om === ansokanId)
    expect(fraga).toMatchObject({ besvarad: null, typ: 'aprKomplettering' })
    await a.gor('smeden', 'POST', `/apr/arbetsgivare/arenden/${arendeId}/komplettering`, {
      ansokanId,
      rader: [{ ...rad, faktura: await a.fil('smeden', 'faktura Ola') }],
    })
    await a.bakgrunden()
    expect((await a.gor('asta', 'GET', '/apr/ko?grupp=klara')).rader).toMatchObject([{ ansokanId, foreslaget: 2_000 }])
    expect(
      await a.gor('smeden', 'POST', `/apr/arbetsgivare/arenden/${arendeId}/aterkallelse`, { ansokanId, skal: 'Vi söker senare.' }),
    ).toMatchObject({ arendeId })
    expect((await a.gor('asta', 'GET', '/apr/ko?grupp=klara')).rader).toEqual([])
  })
})

describe('en stor arbetsgivares kalkylblad', () => {
  it('läses rad för rad: tio fel nämns där de står, resten går vidare och skickas; taket nås mitt i', async () => {
    const rubrik = 'Anställd;Anordnarens organisationsnummer;Insatsdag;Insatstyper;Fakturanummer;Kostnad'
    const rader = Array.from({ length: 300 }, (_, i) => [`E${i}`, anordnare, '2026-02-10', 'utreda', `B${i}`, '2000'])
    const fel: Record<number, [number, string]> = {
      3: [0, ''],
      17: [1, '123'],
      40: [2, '31/02/2026'],
      55: [3, 'massage'],
      60: [5, '-5'],
      77: [4, ''],
      90: [1, provOrgnr(78)],
      120: [2, '2025-12-01'],
      150: [4, 'B149'],
      200: [5, 'gratis'],
    }
    for (const [i, [k, v]] of Object.entries(fel)) rader[Number(i)]![k] = v
    rader[150]![0] = 'E149'
    const csv = [rubrik, ...rader.map((r) => r.join(';'))].join('\r\n')
    const blad = await a.gor('bruket2', 'POST', '/apr/arbetsgivare/kalkylblad', { ar: 2026, innehall: Buffer.from(csv).toString('base64') })
    expect(blad).toMatchObject({ klara: 290, attKontrollera: 3, olasliga: 7 })
    expect(blad.rader.filter((r: { status: string }) => r.status !== 'klar').map((r: { nr: number }) => r.nr - 2)).toEqual(
      Object.keys(fel).map(Number),
    )
    const faktura = await a.fil('bruket2', 'samlingsfaktura')
    const klara = blad.rader.filter((r: { status: string }) => r.status === 'klar').map((r: { rad: object }) => ({ ...r.rad, faktura }))
    const { arendeId } = await a.ansok('bruket2', 2026, klara, { arbetsgivare: { anstallda: 300, sektor: 'privat', lan: '21' } })
    await a.bakgrunden()
    expect(await a.beslutaLista()).toMatchObject({ framsteg: { beslutade: 1 } })
    const [stod] = (await a.mitt('bruket2')).arenden
    expect(stod).toMatchObject({ arendeId, kvar: 0, ansokningar: [{ belopp: 200_000, utfall: 'delvisAvslag' }] })
    expect(stod.ansokningar[0].rader.filter((r: { begransadAv: string }) => r.begransadAv === 'arbetsgivare')).toHaveLength(90)
  }, 60_000)

  it('läser ett Excelblad och säger vad som saknas när det inte är ett', async () => {
    expect(
      await a.anrop('bruket2', 'POST', '/apr/arbetsgivare/kalkylblad', {
        ar: 2026,
        innehall: Buffer.from('namn;ort\r\nA;B').toString('base64'),
      }),
    ).toMatchObject({ status: 422, json: { kod: 'saknarKolumner' } })
    expect(
      (
        await a.anrop('bruket2', 'POST', '/apr/arbetsgivare/kalkylblad', {
          ar: 2026,
          innehall: Buffer.from('PK\u0003\u0004skräp').toString('base64'),
        })
      ).status,
    ).toBe(422)
  })
})

describe('en sen ansökan', () => {
  it('tar den korta vägen: inget frågas, den ligger för sig, och brevet säger båda dagarna', async () => {
    const [rad] = await a.rader('sena', anordnare, [{ insatsdag: '2025-11-03', utanFaktura: true }])
    await a.ansok('sena', 2025, [rad!])
    await a.bakgrunden()
    expect((await a.gor('asta', 'GET', '/apr/ko?grupp=sena')).rader).toMatchObject([{ sen: true, foreslaget: 0, utfall: 'avslag' }])
    expect(await a.beslutaLista('sena')).toMatchObject({ slag: 'sena', framsteg: { beslutade: 1 } })
    const [stod] = (await a.mitt('sena')).arenden
    expect(stod).toMatchObject({ ar: 2025, beslut: [{ utfall: 'avslag', belopp: 0 }], brev: [{}] })
    expect(existsSync(join(a.s.t.config.data, 'utbetalning-ut', `${stod.beslut[0].id}.json`)), 'inget betalas').toBe(false)
  })

  it('på papper gäller dagen den kom in, aldrig dagen den skannades', async () => {
    const orgnr = provOrgnr(9)
    const kropp = {
      orgnr,
      ar: 2025,
      inkom: '2026-01-30',
      skannad: '2026-02-20',
      foretag: { namn: 'Papper AB', adress: ['Vägen 1'], lan: '21' },
      rader: [{ anstalld: 'B1', anordnare, insatsdag: '2025-06-01', insatstyper: ['utreda'], kostnad: 500_000, fakturanummer: 'P1' }],
      anstalldaVet: true,
      ejBehandling: true,
      skanning: { innehall: PDF },
    }
    const { arendeId, ansokanId } = await a.gor('asta', 'POST', '/apr/papper', kropp)
    await a.bakgrunden()
    const vy = await a.gor('asta', 'GET', `/arenden/${arendeId}`)
    expect(vy.ansokningar).toMatchObject([{ ansokanId, sen: false, kanal: 'papper', inkom: '2026-01-30', skannad: '2026-02-20' }])
    expect(vy.handlingar.map((h: { kanal: string }) => h.kanal)).toContain('post')
    expect((await a.anrop('smeden', 'POST', '/apr/papper', kropp)).status).toBe(403)
    expect(await a.anrop('asta', 'POST', '/apr/papper', { ...kropp, skannad: '2026-01-29' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'inkom', text: 'Välj 29 januari 2026 eller en tidigare dag.' }] },
    })
    const okand = await a.gor('asta', 'POST', '/apr/papper', { ...kropp, orgnr: provOrgnr(10), inkom: null })
    const { rader } = await a.gor('asta', 'GET', `/apr/arenden/${okand.arendeId}/ansokningar/${okand.ansokanId}/forklaring`)
    expect(rader[0].forklaring).toMatchObject({ utfall: 'oklart', text: expect.stringContaining('inte känt vilken dag ansökan kom in') })
  })

  it('en anordnares papper utan känd dag registreras ändå, och ärendet säger att dagen inte framgår', async () => {
    const kropp = {
      orgnr: provOrgnr(906),
      inkom: null,
      adress: ['Vägen 2'],
      anordnare: {
        namn: 'Pappersrehab AB',
        typ: 'rehabiliteringsforetag',
        lan: ['21'],
        ort: 'Gävle',
        kontakt: { namn: 'Kim', epost: '', telefon: '' },
      },
      kompetenser: [{ kompetens: 'lakare', person: 'P0', knytning: 'anstalld', from: '2020-01-01' }],
    }
    expect(await a.anrop('asta', 'POST', '/apr/papper/anordnare', { ...kropp, inkom: '2031-01-01' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'inkom' }] },
    })
    const { arendeId } = await a.gor('asta', 'POST', '/apr/papper/anordnare', kropp)
    expect(JSON.stringify(await a.gor('asta', 'GET', `/arenden/${arendeId}`))).toMatch(/vilken dag den kom in framgår inte/)
  })
})

describe('samma faktura hos två arbetsgivare', () => {
  it('går vidare hos båda, och båda handläggningarna får en fråga; arbetsgivaren ser inte den andra', async () => {
    a.firma('tva', 'Tvåan AB', 'arbetsgivare', 21)
    a.firma('tre', 'Trean AB', 'arbetsgivare', 22)
    const ettan = await a.ansok('tva', 2026, await a.rader('tva', anordnare, [{ anstalld: 'T', fakturanummer: 'DUBBEL-1' }]))
    await a.bakgrunden()
    const tvaan = await a.ansok('tre', 2026, await a.rader('tre', anordnare, [{ anstalld: 'U', fakturanummer: 'dubbel 1' }]))
    await a.bakgrunden()
    for (const x of [ettan, tvaan]) expect((await a.fragor(x.arendeId)).map((f) => f.kod)).toContain('aprFaktura')
    expect(JSON.stringify(await a.mitt('tre'))).not.toMatch(/Tvåan|annan arbetsgivare/i)
  })
})

describe('en anordnare som mister sitt godkännande', () => {
  it('mellan två insatser: den första ger stöd, den andra inte', async () => {
    a.firma('fyra', 'Fyran AB', 'arbetsgivare', 24)
    const orgnr = a.firma('klinik', 'Kliniken AB', 'anordnare', 905)
    a.dag('2026-03-02')
    const arende = await a.godkand('klinik', { namn: 'Kliniken AB' })
    await a.gor('klinik', 'POST', `/apr/anordnare/arenden/${arende}/andring`, {
      dag: '2026-03-31',
      text: 'Läkaren slutar.',
      kompetenser: [{ uppgiftId: 'u0', kompetens: 'lakare', person: 'P0', knytning: 'anstalld', from: '2020-01-01', tom: '2026-03-31' }],
    })
    await a.svara(arende, 'aprKompetens', { val: 'styrkt', skal: 'Sant till och med mars.' })
    a.dag('2026-04-01')
    expect(
      (await a.gor('gudrun', 'GET', '/apr/anordnararenden')).rader.find((r: { arendeId: string }) => r.arendeId === arende),
    ).toMatchObject({ tillstand: 'omprovas', behov: [{ lage: 'pagar', saknas: ['läkare'] }] })
    await a.svara(arende, 'aprOmprovning', { val: 'upphor', tom: '2026-04-20', skal: 'kompetensSaknas', text: 'Läkare saknas.' })
    await a.svara(arende, 'kommunicering', { satt: 'sand' })
    await a.gor('klinik', 'POST', `/apr/anordnare/arenden/${arende}/yttrande`, { text: 'Vi har ingen läkare.', slutligt: true })
    a.dag('2026-04-10')
    await a.svara(arende, 'yttrande', { beaktat: 'Anordnaren bekräftar att läkaren saknas.', andra: [] })
    await a.svara(arende, 'beslut', {})
    await a.bakgrunden()
    expect((await a.gor(null, 'GET', `/apr/anordnare/${arende}`)).perioder).toMatchObject([
      { godkandFran: '2026-03-02', godkandTill: '2026-04-20' },
    ])
    a.dag('2026-05-04')
    const rader = await a.rader('fyra', orgnr, [
      { anstalld: 'K', insatsdag: '2026-04-15', kronor: 6_000 },
      { anstalld: 'K', insatsdag: '2026-04-29', kronor: 6_000 },
    ])
    await a.ansok('fyra', 2026, rader)
    await a.bakgrunden()
    const [stod] = (await a.mitt('fyra')).arenden
    expect(kronor(stod)).toEqual([3_000])
    expect(stod.ansokningar[0].rader.map((r: { skal: string | null }) => r.skal)).toEqual([null, 'anordnareEjGodkand'])
  }, 60_000)
})

describe('påminnelsen i januari', () => {
  it('går en gång till den som har sökt och har kvar att söka, med sista dagen; inte till den som nått taket', async () => {
    a.dag('2027-01-04')
    await a.bakgrunden()
    await a.bakgrunden()
    const brev = async (konto: string) =>
      (await a.mitt(konto)).arenden[0].brev.filter((b: { rubrik: string }) => b.rubrik.startsWith('Påminnelse. Sista dagen'))
    expect(await brev('smeden')).toMatchObject([{ rubrik: 'Påminnelse. Sista dagen att söka stöd för 2026', skickat: expect.any(String) }])
    expect(await brev('bruket2')).toEqual([])
  })
})

describe('behörighet', () => {
  it('ingen utifrån når kön, listor, kontroller eller siffror; en chef i Gävle inte heller', async () => {
    for (const vag of [
      '/apr/ko',
      '/apr/beslutslistor',
      '/apr/efterkontroller',
      '/apr/uppfoljning',
      '/apr/redovisning/2026',
      '/apr/anordnararenden',
    ]) {
      expect((await a.anrop('smeden', 'GET', vag)).status, vag).toBe(403)
      expect((await a.anrop(null, 'GET', vag)).status, vag).toBe(401)
    }
    expect((await a.anrop('karin', 'GET', '/apr/uppfoljning')).status).toBe(403)
    expect((await a.gor('eva', 'GET', '/apr/ko?grupp=klara')).rader).toEqual([])
    expect((await a.anrop('smeden', 'GET', '/apr/anordnare/egen')).status).toBe(403)
    expect(
      (await a.anrop('bruket2', 'POST', `/apr/arbetsgivare/arenden/${anordnararende}/svar`, { begaranId: 'x', text: 'y' })).status,
    ).toBe(404)
  })
})

import { lagrumstext, type Lagrum } from '@atergang/regelverk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver()
}, 60_000)
afterAll(() => s.stang())

/** Nobody is signed in: the law is open to all. */
const hamta = (vag: string) => s.anrop(null, 'GET', `/api/v1/regelverk${vag}`)
const prova = (namn: string, uppgifter: Record<string, string | null>, datum = '2026-03-20') =>
  s.anrop(null, 'POST', `/api/v1/regelverk/regler/${namn}/prov`, { datum, uppgifter })
const FAKTA = { sgi: '588 000', fortsattningsniva: 'nej', arbetslos: 'nej', omfattning: '1' }

describe('regelverket, utan inloggning', () => {
  it('ger varje regel och fråga i lagens ordning, med kapitel, och varje sida går att öppna', async () => {
    const { status, json } = await hamta('')
    expect(status).toBe(200)
    expect(new Set(json.poster.map((p: { slag: string }) => p.slag))).toEqual(new Set(['regel', 'tidsregel', 'fraga']))
    expect(json.kapitel).toContainEqual({ kod: '28', namn: '28 kap. Beräkning av sjukpenning' })
    expect(json.kapitel).toContainEqual({ kod: 'FL', namn: 'Förvaltningslagen' })
    const kanda = new Set(json.kapitel.map((k: { kod: string }) => k.kod))
    expect(json.poster.flatMap((p: { kapitel: string[] }) => p.kapitel).filter((k: string) => !kanda.has(k))).toEqual([])
    for (const p of json.poster) expect((await hamta(`/${p.slag === 'fraga' ? 'fragor' : 'regler'}/${p.namn}`)).status, p.namn).toBe(200)
  })

  it('visar en regel med lagens ord, lydelser, tal över tid, grannar, uppgifter och lagfall', async () => {
    const { json } = await hamta('/regler/sgiAnstallning')
    expect(json).toMatchObject({ slag: 'regel', enhet: 'kr/år' })
    expect(json.paragrafer[0].stycken[0].text.length).toBeGreaterThan(20)
    expect(json.versioner[0]).toMatchObject({ from: '2011-01-01', iOrd: expect.stringContaining('inkomst') })
    expect(json.anvandsAv).toContainEqual({ namn: 'sgi', rubrik: 'Sjukpenninggrundande inkomst' })
    expect([...json.parametrar, ...json.underparametrar].map((p: { namn: string }) => p.namn)).toContain('prisbasbelopp')
    expect(json.fakta[0]).toMatchObject({ namn: 'inkomstAnstallning', slag: 'tal', enhet: 'kr/år' })
    expect(json.lagfall.genomAndra).toBeGreaterThan(5)
    expect(json.brytdagar).toContain('2018-07-01')
  })

  it('visar en fråga med lagens ord och vem som svarar', async () => {
    expect((await hamta('/fragor/varaktig')).status).toBe(404)
    const { json } = await hamta('/fragor/graviditetOmplacering')
    expect(json).toMatchObject({ svarar: 'handlaggare', ord: expect.any(String), anvandsAv: expect.any(Array) })
  })

  it('varje lagfall ger på sidan det som tabellen säger', async () => {
    for (const namn of ['sgi', 'sjukpenningPerDag', 'kedjedag', 'fortsattningsnivaDen']) {
      const { json } = await hamta(`/regler/${namn}`)
      expect(json.lagfall.egna.length, namn).toBeGreaterThan(3)
      for (const f of json.lagfall.egna) {
        const svar = (await prova(namn, f.uppgifter, f.datum)).json
        if (f.vantat.startsWith('oklart')) expect(svar.utfall, f.fall).not.toBe('varde')
        else if (f.vantat.startsWith('inte kän'))
          expect(svar.saknas.map((x: { text: string }) => x.text).join(), f.fall).toMatch(
            new RegExp(f.vantat.replace('inte känt', 'inte kän[td]')),
          )
        else expect(svar.varde, f.fall).not.toBeNull()
      }
    }
  })

  it('visar varje paragraf i lagtäckningen, med skäl eller vad som vilar på den', async () => {
    const { json } = await hamta('/lagtackning')
    const rader = json.delar.flatMap((d: { rader: object[] }) => d.rader)
    expect(rader.length).toBeGreaterThan(500)
    expect(
      rader.filter((r: { status: string; skal: string | null; stod: object[] }) => (r.status === 'inte infört' ? !r.skal : !r.stod.length)),
    ).toEqual([])
    for (const r of rader.filter((_: object, i: number) => i % 7 === 0))
      expect((await hamta(`/paragrafer/${encodeURIComponent(r.nyckel)}`)).json.lagrum, r.nyckel).toEqual(r.lagrum)
  })

  it('visar en paragraf: orden, vad som vilar på den, lydelserna och grannarna', async () => {
    const { json } = await hamta(`/paragrafer/${encodeURIComponent('28:10')}`)
    expect(lagrumstext(json.lagrum as Lagrum)).toBe('28 kap. 10 §')
    expect(json).toMatchObject({ kapitel: '28 kap. Beräkning av sjukpenning', status: 'regel', skal: null, forra: '28:9', nasta: '28:11' })
    expect(json.stod).toContainEqual(
      expect.objectContaining({ slag: 'regel', namn: 'sjukpenningPerDag', rubrik: 'Sjukpenning per dag (sjukpenningPerDag)' }),
    )
    expect(json.lydelser).toContainEqual(expect.objectContaining({ regel: 'sjukpenningPerDag', from: '2011-01-01', tom: null }))
    expect((await hamta(`/paragrafer/${encodeURIComponent('förordning (2014:67) 7')}`)).json).toMatchObject({
      stycken: null,
      aterges: { kalla: expect.stringContaining('RiR') },
    })
    expect((await hamta('/paragrafer/27:60')).json).toMatchObject({ status: 'inte infört', skal: expect.any(String), stod: [] })
    for (const n of ['27:999', 'hej', '']) expect((await hamta(`/paragrafer/${n}`)).status, n).toBe(404)
  })

  it('ger belopp och riksinställningar med datum och källa', async () => {
    const { json } = await hamta('/belopp')
    expect(json.idag).toBe('2026-03-20')
    expect(json.parametrar.find((p: { namn: string }) => p.namn === 'prisbasbelopp').varden.length).toBeGreaterThan(10)
    expect(json.riksinstallningar.length).toBeGreaterThan(0)
  })
})

describe('att pröva en regel', () => {
  it('ger värdet med förklaringsträd', async () => {
    const { status, json } = await prova('sjukpenningPerDag', FAKTA)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      utfall: 'varde',
      varde: '1\u00a0250 kr per dag',
      saknas: [],
      forklaring: { namn: 'sjukpenningPerDag', utfall: 'beraknat' },
    })
  })
  it('säger vad som behöver frågas när något inte är känt, och gränserna', async () => {
    expect((await prova('sjukpenningPerDag', { ...FAKTA, sgi: null })).json).toMatchObject({
      utfall: 'oklart',
      varde: null,
      minst: '0 kr per dag',
      hogst: null,
      saknas: [{ typ: 'uppgift', namn: 'sgi' }],
    })
  })
  it('säger för en dag före källorna att det inte är känt', async () => {
    expect((await prova('sjukpenningPerDag', FAKTA, '2009-06-01')).json).toMatchObject({
      utfall: 'inteKant',
      saknas: [{ typ: 'lag', text: expect.stringMatching(/inte känd före 2011-01-01/) }],
    })
  })
  it('namnger fälten som inte går att läsa, och vad man gör', async () => {
    const { status, json } = await prova('sjukpenningPerDag', { ...FAKTA, sgi: 'mycket', omfattning: '7' })
    expect(status).toBe(422)
    expect(json.falt.map((f: { falt: string }) => f.falt)).toEqual(['uppgifter.sgi', 'uppgifter.omfattning'])
    expect(json.falt[1].text).toBe('Förmånsnivå, andel av hel förmån: skriv ett tal som är högst 1.')
    const dag = await prova('sjukpenningPerDag', FAKTA, '2026-02-30')
    expect(dag).toMatchObject({
      status: 400,
      json: { falt: [{ falt: 'datum', text: 'Skriv datumet som år-månad-dag, till exempel 2026-03-02.' }] },
    })
  })
  it('säger till när regeln inte finns', async () => {
    expect(await prova('finnsInte', {})).toMatchObject({ status: 404, json: { kod: 'okandRegel' } })
    expect((await hamta('/regler/finnsInte')).status).toBe(404)
  })
})

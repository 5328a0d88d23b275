import { SYSTEMET, type Person } from '@atergang/arende'
import { median } from '@atergang/formaner'
import { datum, plusDagar } from '@atergang/kalender'
import { lasArende } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
let lopnr = 0
const START = datum('2026-03-02')

beforeAll(async () => {
  s = await startaTestserver()
}, 60_000)
afterAll(() => s.stang())

it('databasens median är samma som formlernas', async () => {
  for (const v of [[], [3], [1, 2], [9, 1, 4], [4, 1, 3, 2, 2, 8]]) {
    const { rows } = await s.t.db.agare.query('select percentile_cont(0.5) within group (order by x) as m from unnest($1::int[]) x', [v])
    expect(rows[0].m).toBe(median(v))
  }
})

const handling = (typ: string) => ({
  id: randomUUID(),
  typ,
  rubrik: typ,
  fran: 'forsakrad',
  inkom: START,
  medietyp: 'application/json',
  sha256: '0'.repeat(64),
  storlek: 1,
  kanal: 'minaSidor',
})

/** A case that is the officer's to move, alike in all but the diagnosis and what is unclear in the certificate. */
async function arende(diagnoser: readonly string[], o: { oklart?: boolean; behandling?: string; enhet?: string } = {}): Promise<string> {
  const n = String(++lopnr).padStart(3, '0')
  const person: Person = {
    id: randomUUID(),
    personnummer: `19800101-9${n}`,
    fornamn: `Anna${n}`,
    efternamn: 'Andersson',
    fodd: datum('1980-01-01'),
    adress: ['Gatan 1', '800 01 Gävle'],
    lan: 'Gävleborg',
    skyddad: false,
  }
  const tom = plusDagar(START, 27)
  const intyg = {
    handlingId: 'i',
    intygsId: `a/${randomUUID()}`,
    typ: 'LISJP',
    version: '2.0',
    signerat: null,
    lakare: 'Dr Lind',
    vardenhet: 'HC',
    perioder: [{ from: START, tom, grad: 1 }],
    diagnoser: diagnoser.map((kod) => ({ kod, text: kod })),
    arbete: '',
    funktionsnedsattning: '',
    aktivitetsbegransning: '',
    behandling: o.behandling ?? '',
    prognos: null,
    sysselsattning: [],
    forlaggningForsamrar: null,
    fynd: o.oklart ? [{ kod: 'x', allvar: 'varning', svarId: '33', text: 'Oklart.', fraga: 'Hur?' }] : [],
  }
  const ansokan = {
    inkom: plusDagar(START, 15),
    forstaSjukdag: START,
    perioder: [{ from: START, tom, omfattning: 1 }],
    sysselsattning: 'anstalld',
    arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' },
    arbetsuppgifter: 'Lager',
    inkomst: { anstallning: 360_000, annat: 0 },
    hederOchSamvete: true,
    underskrift: { tid: '2026-03-17T08:00:00Z', metod: 'e-legitimation' },
  }
  const forsta = [
    { typ: 'taEmotIntyg', data: { handling: handling('lakarintyg'), varde: intyg } },
    { typ: 'taEmotAnsokan', data: { handling: handling('ansokan'), varde: ansokan } },
  ]
  return (
    await s.t.lager.inled({
      part: { slag: 'person', person },
      forman: 'sjukpenning',
      enhet: o.enhet ?? 'Gävle',
      nu: { dag: datum('2026-03-17'), tid: `2026-03-17T09:00:${n.slice(1)}.000Z` },
      aktor: SYSTEMET,
      forsta,
    })
  ).arendeId
}
const oversikt = async () => (await s.anrop(await s.loggaIn('karin'), 'GET', '/api/v1/enheten/oversikt')).json

describe('enhetens läge', () => {
  it('visar diagnoskapitel för öppna ärenden; ett ärende med två diagnoser räknas i båda, och tal under fem döljs (A044)', async () => {
    for (let i = 0; i < 4; i++) await arende(['F432'])
    await arende(['F329', 'M545'])
    expect((await oversikt()).diagnoser).toEqual([
      { namn: 'Psykiska sjukdomar och syndrom samt beteendestörningar (F00–F99)', antal: 5 },
      { namn: 'Sjukdomar i muskuloskeletala systemet och bindväven (M00–M99)', antal: null },
    ])
    const { rader } = (await s.anrop(await s.loggaIn('ada'), 'GET', '/api/v1/analys/nyckeltal')).json
    expect(rader).toContainEqual(
      expect.objectContaining({ matt: 'Andel öppna ärenden med psykiatrisk diagnos', enhet: 'Gävle', varde: 1, n: 5 }),
    )
  })

  it('visar mediantiden från fråga till svar för varje mottagare, och vad som väntar (A010)', async () => {
    const id = await arende(['M545'], { oklart: true })
    const eva = await s.loggaIn('eva')
    const { fragor } = (await s.anrop(eva, 'GET', `/api/v1/arenden/${id}`)).json
    const f = fragor.find((x: { kod: string }) => x.kod === 'intygsgranskning')
    await s.anrop(eva, 'POST', `/api/v1/arenden/${id}/kommandon`, {
      typ: 'svara',
      nyckel: f.nyckel,
      underlag: f.underlag,
      svar: { beslut: 'komplettera', fragor: [{ svarId: '33', text: 'Hur?' }] },
    })
    expect((await oversikt()).svarstider).toEqual([{ till: 'vard', oppna: 1, forsenade: 0, besvarade: 0, mediandagar: null }])
    const b = (await lasArende(s.t.db, { system: SYSTEMET }, id))!.lage.begaran[0]!
    await s.t.lager.kor({
      arendeId: id,
      av: { system: { id: 'vard', namn: 'Dr Lind', roll: 'vard' } },
      nu: { dag: plusDagar(b.skickad, 9), tid: `${plusDagar(b.skickad, 9)}T09:00:00.000Z` },
      kommando: { typ: 'besvaraBegaran', begaranId: b.id, svar: [{ frageId: b.fragor[0]!.frageId, text: 'Så.' }] },
    })
    expect((await oversikt()).svarstider).toEqual([{ till: 'vard', oppna: 0, forsenade: 0, besvarade: 1, mediandagar: 9 }])
  })

  it('hämta nästa ger bland lika brådskande ärenden det mest krävande, också när ett enkelt har väntat längre (A046)', async () => {
    const olle = await s.loggaIn('olle')
    while ((await s.anrop(olle, 'POST', '/api/v1/arenden/nasta')).json.arendeId) {
      /* takes what the other tests left */
    }
    const enkelt = await arende(['M545'])
    const kravande = await arende(['F432'])
    const { klasser } = await oversikt()
    expect(klasser).toContainEqual({ namn: 'enkel', antal: 1 })
    const nasta = async () => (await s.anrop(olle, 'POST', '/api/v1/arenden/nasta')).json.arendeId
    expect([await nasta(), await nasta()]).toEqual([kravande, enkelt])
  })

  it('visar i hur många ärenden det är berättat, av dem där det finns skäl, per enhet; andra enheters små tal döljs (C039, D025)', async () => {
    const ids = []
    for (let i = 0; i < 3; i++) ids.push(await arende(['M545'], { behandling: 'Smärtrehabilitering' }))
    for (let i = 0; i < 2; i++) await arende(['M545'], { behandling: 'Smärtrehabilitering', enhet: 'Malmö' })
    const eva = await s.loggaIn('eva')
    for (const kommando of [
      { typ: 'geInformation', amne: 'forebyggande', satt: 'samtal' },
      { typ: 'geInformation', amne: 'apr', satt: 'samtal', till: 'bada' },
    ])
      expect((await s.anrop(eva, 'POST', `/api/v1/arenden/${ids[0]}/kommandon`, kommando)).status).toBe(200)
    expect((await s.anrop(eva, 'GET', '/api/v1/enheten/information')).status).toBe(403)
    const { rader } = (await s.anrop(await s.loggaIn('karin'), 'GET', '/api/v1/enheten/information')).json
    expect(rader).toEqual([
      { amne: 'apr', enhet: 'Gävle', aktuella: 1, berattade: 1, forsakrad: 1, arbetsgivare: 1 },
      { amne: 'forebyggande', enhet: 'Gävle', aktuella: 3, berattade: 1, forsakrad: 1, arbetsgivare: 0 },
      { amne: 'forebyggande', enhet: 'Malmö', aktuella: null, berattade: null, forsakrad: null, arbetsgivare: null },
    ])
  })
})

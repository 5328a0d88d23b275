import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
beforeAll(async () => {
  s = await startaTestserver({ dag: '2026-03-02' })
}, 120_000)
afterAll(() => s.stang())
const kakor = new Map<string, string>()
async function anrop(konto: string, metod: string, vag: string, kropp?: unknown) {
  if (!kakor.has(konto)) kakor.set(konto, await s.loggaIn(konto))
  return s.anrop(kakor.get(konto)!, metod, `/api/v1${vag}`, kropp)
}

// As the audit's: three group interviews and one alone (report 004, annex 2).
const INTERVJU = {
  dag: '2025-10-06',
  form: 'grupp',
  satt: 'digitalt',
  deltagare: 3,
  roll: 'handläggare FBSJP',
  omrade: 'SF Gävleborg',
  amne: 'Förebyggande sjukpenning',
}

describe('intervjuer', () => {
  it('registreras med roll, område och form, och det som pekar ut någon avvisas', async () => {
    expect(await anrop('ada', 'POST', '/intervjuer', { ...INTERVJU, form: 'enskild' })).toMatchObject({
      status: 400,
      json: { falt: [{ falt: 'deltagare', text: 'En enskild intervju har en deltagare.' }] },
    })
    expect(await anrop('ada', 'POST', '/intervjuer', { ...INTERVJU, roll: 'anna@example.org' })).toMatchObject({
      status: 400,
      json: { falt: [{ falt: 'roll' }] },
    })
    expect(await anrop('ada', 'POST', '/intervjuer', { ...INTERVJU, amne: 'Ärendet 19800101–9801' }), 'också med tankstreck').toMatchObject(
      { status: 400, json: { falt: [{ falt: 'amne' }] } },
    )
    expect((await anrop('ada', 'POST', '/intervjuer', INTERVJU)).status).toBe(201)
  })
  it('passager kodas med temana i rapportens bilaga 2 och räknas efter tema, roll och område', async () => {
    const { json: en } = await anrop('ada', 'POST', '/intervjuer', { ...INTERVJU, form: 'enskild', deltagare: 1, omrade: 'SF Dalarna' })
    const { json: fore } = await anrop('ada', 'GET', '/intervjuer')
    expect(Object.keys(fore.teman)).toEqual([
      'organisering',
      'process',
      'forsakrade',
      'evidens',
      'bedomning',
      'information',
      'styrning',
      'uppfattning',
    ])
    const grupp = fore.rader.find((r: { omrade: string }) => r.omrade === 'SF Gävleborg').id as string
    expect(await anrop('ada', 'POST', `/intervjuer/${grupp}/passager`, { text: 'Vi är få.', teman: [] })).toMatchObject({
      status: 400,
      json: { falt: [{ falt: 'teman' }] },
    })
    for (const [id, text, teman] of [
      [grupp, 'Evidensen är svår att bedöma.', ['evidens', 'bedomning']],
      [grupp, 'Vi saknar stöd i evidensfrågor.', ['evidens']],
      [en.id, 'Få känner till ersättningen.', ['information']],
    ] as const)
      expect((await anrop('ada', 'POST', `/intervjuer/${id}/passager`, { text, teman })).status).toBe(200)
    const { json } = await anrop('ada', 'GET', '/intervjuer')
    expect(json.sammanstallning).toEqual([
      { tema: 'evidens', roll: 'handläggare FBSJP', omrade: 'SF Gävleborg', intervjuer: 1, passager: 2 },
      { tema: 'bedomning', roll: 'handläggare FBSJP', omrade: 'SF Gävleborg', intervjuer: 1, passager: 1 },
      { tema: 'information', roll: 'handläggare FBSJP', omrade: 'SF Dalarna', intervjuer: 1, passager: 1 },
    ])
    const passage = json.rader.flatMap((r: { passager: { id: string; kodare: string }[] }) => r.passager)[0]
    expect(passage.kodare).toBe('Ada Alm')
    expect((await anrop('ada', 'DELETE', `/intervjuer/passager/${passage.id}`)).status).toBe(200)
    expect((await anrop('ada', 'DELETE', `/intervjuer/passager/${passage.id}`)).status).toBe(404)
  })
  it('läses inte av en chef', async () => {
    for (const konto of ['karin', 'eva']) expect((await anrop(konto, 'GET', '/intervjuer')).status).toBe(403)
  })
})

describe('prövningen av en enkät', () => {
  it('antecknas med hur, vem som roll, vad som märktes och vad som ändrades', async () => {
    const { json: e } = await anrop('ada', 'POST', '/enkater', {
      namn: 'Prov',
      syfte: 'Prov',
      redovisas: 'lan',
      oppnar: '2026-03-02',
      stanger: '2026-03-03',
    })
    const r = await anrop('ada', 'POST', `/enkater/${e.id}/provningar`, {
      dag: '2026-03-01',
      satt: 'intervju',
      vem: 'tidigare samverkansansvarig',
      iakttagelse: 'Fråga 5 lästes på två sätt.',
      andring: 'Fråga 5 delades.',
    })
    expect(r).toMatchObject({ status: 201, json: { rader: [{ satt: 'intervju', vem: 'tidigare samverkansansvarig', av: 'Ada Alm' }] } })
    expect((await anrop('karin', 'GET', `/enkater/${e.id}/provningar`)).status).toBe(404)
  })
})

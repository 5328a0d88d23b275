import { somSystemet } from '@atergang/lager'
import { plusDagar, type Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { behandling, plan, Planflode } from '../../../tests/stod/planflode.ts'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
const IDAG = '2026-03-20'
beforeAll(async () => {
  s = await startaTestserver({ dag: IDAG })
}, 60_000)
afterAll(() => s.stang())

const som = async (konto: string, metod: string, vag: string, kropp?: unknown) => s.anrop(await s.loggaIn(konto), metod, vag, kropp)
const INSATSER = '/api/v1/information/insatser'
const insats = (mer: object = {}) => ({
  lage: 'genomford',
  typ: 'lakarutbildning',
  teman: ['forebyggande', 'roll'],
  malgrupp: 'primarvard',
  lan: ['Gävleborg'],
  from: '2026-02-10',
  tom: '2026-02-10',
  natta: 24,
  ansvarig: 'Samir Sjö',
  beskrivning: 'Vårdcentralen i Sätra.',
  ...mer,
})
const forIn = async (mer: object = {}, skal = '', konto = 'samir'): Promise<string> => {
  const r = await som(konto, 'POST', INSATSER, { insats: insats(mer), skal })
  expect(r.status, JSON.stringify(r.json)).toBe(201)
  return r.json.id
}

describe('registret över riktad information', () => {
  it('förs av samverkansansvarig och enhetschef, läses också av analytikern, och är stängt för andra', async () => {
    await forIn()
    await forIn({ typ: 'mote', malgrupp: 'arbetsgivareLiten', teman: ['apr'] }, '', 'karin')
    expect(await som('ada', 'POST', INSATSER, { insats: insats() })).toMatchObject({ status: 403 })
    expect((await som('ada', 'GET', INSATSER)).json.far).toBe(false)
    for (const konto of ['eva', 'siri', 'farah']) {
      expect((await som(konto, 'GET', INSATSER)).status).toBe(403)
      expect((await som(konto, 'POST', INSATSER, { insats: insats() })).status).toBe(403)
    }
    expect((await s.anrop(null, 'GET', INSATSER)).status).toBe(401)
  })

  it('namnger varje fel med vad som ska göras', async () => {
    const fel = async (mer: object, skal = '') =>
      (await som('samir', 'POST', INSATSER, { insats: insats(mer), skal })).json.falt?.map((f: { falt: string }) => f.falt)
    expect(await fel({ lage: '', typ: '', teman: [], malgrupp: '', lan: [], from: '', tom: '', ansvarig: '' })).toEqual([
      'lage',
      'typ',
      'teman',
      'malgrupp',
      'lan',
      'from',
      'tom',
      'ansvarig',
    ])
    expect(await fel({ malgrupp: 'arbetsgivareStor' })).toEqual(['malgrupp'])
    expect(await fel({ from: '2026-03-01', tom: '2026-02-01' })).toEqual(['tom'])
    expect(await fel({ from: '2026-04-01', tom: '2026-04-01' })).toEqual(['tom'])
    expect(await fel({ natta: 2.5 })).toEqual(['natta'])
    expect(await fel({ lage: 'planerad' })).toEqual(['natta'])
    expect(await fel({ lage: 'installd', natta: null })).toEqual(['skal'])
    expect(await fel({ lan: ['Lappland'] })).toEqual(['lan.0'])
    expect(await fel({ beskrivning: 'Doktorn nämnde 19820101-9801.' })).toEqual(['beskrivning'])
  })

  it('en ändring är en ny version med skäl; den gamla står kvar och kan inte skrivas över av den som sett en äldre', async () => {
    const id = await forIn({ lage: 'planerad', from: '2026-04-14', tom: '2026-04-14', natta: null })
    expect(
      await som('karin', 'POST', `${INSATSER}/${id}/version`, {
        version: 1,
        insats: insats({ lage: 'planerad', from: '2026-04-21', tom: '2026-04-21', natta: null }),
      }),
    ).toMatchObject({ status: 422, json: { falt: [{ falt: 'skal' }] } })
    expect(
      (
        await som('karin', 'POST', `${INSATSER}/${id}/version`, {
          version: 1,
          insats: insats({ lage: 'planerad', from: '2026-04-21', tom: '2026-04-21', natta: null }),
          skal: 'Läkarna har jour den 14.',
        })
      ).status,
    ).toBe(201)
    expect(
      await som('samir', 'POST', `${INSATSER}/${id}/version`, {
        version: 1,
        insats: insats({ lage: 'installd', natta: null }),
        skal: 'Sjuk.',
      }),
    ).toMatchObject({ status: 409, json: { kod: 'nyareVersion' } })
    expect(
      (
        await som('samir', 'POST', `${INSATSER}/${id}/version`, {
          version: 2,
          insats: insats({ lage: 'installd', from: '2026-04-21', tom: '2026-04-21', natta: null }),
          skal: 'Sjuk.',
        })
      ).status,
    ).toBe(201)
    const { versioner } = (await som('ada', 'GET', `${INSATSER}/${id}`)).json
    expect(
      versioner.map((v: { version: number; lage: string; from: string; av: string; skal: string }) => [
        v.version,
        v.lage,
        v.from,
        v.av,
        v.skal,
      ]),
    ).toEqual([
      [3, 'installd', '2026-04-21', 'Samir Sjö', 'Sjuk.'],
      [2, 'planerad', '2026-04-21', 'Karin Kvist', 'Läkarna har jour den 14.'],
      [1, 'planerad', '2026-04-14', 'Samir Sjö', ''],
    ])
    for (const sats of ['update app.informationsinsats set natta = 1', 'delete from app.informationsinsats'])
      await expect(s.t.db.agare.query(sats)).rejects.toThrow(/aldrig/)
    expect((await som('samir', 'POST', `${INSATSER}/${randomUUID()}/version`, { version: 1, insats: insats(), skal: 'x' })).status).toBe(
      404,
    )
  })

  it('täckningen visar vilka slag av aktörer och vilka län som inget fick, och skiljer inte räknat från noll', async () => {
    await forIn({ malgrupp: 'psykiatri', typ: 'mote', lan: ['Skåne', 'Blekinge'], from: '2024-05-06', tom: '2024-05-07', natta: null })
    const r = (await som('ada', 'GET', `${INSATSER}?from=2024-01-01&tom=2024-12-31`)).json
    expect(r.tackning.alla).toEqual({ genomforda: 1, planerade: 0, natta: 0, utanAntal: 1 })
    expect(r.tackning.utan.lan).toHaveLength(19)
    expect(r.tackning.utan.malgrupper).not.toContain('psykiatri')
    expect(r.tackning.utan.malgrupper).toContain('primarvard')
    expect(r.tackning.utan).toMatchObject({ par: 21 * 12 - 2, avPar: 21 * 12 })
    expect((await som('ada', 'GET', `${INSATSER}?from=2024-01-01&tom=2024-12-31&tema=apr`)).json.tackning.alla.genomforda).toBe(0)
    expect(await som('ada', 'GET', `${INSATSER}?from=2025-01-01&tom=2024-12-31`)).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'tom' }] },
    })
  })

  it('texten om förmånerna och rollen har paragraf på varje rad', async () => {
    const { rader } = (await som('samir', 'GET', '/api/v1/information/roll')).json
    expect(rader.map((r: { tema: string }) => r.tema)).toEqual(['forebyggande', 'apr', 'roll'])
    for (const r of rader) for (const d of r.delar) for (const x of d.rader) expect(x.lagrum.length, x.text).toBeGreaterThan(0)
  })
})

/** Plans as figures know them, written beside the cases: only what the measures read of. */
async function poster(
  antal: (lan: string, efter: boolean) => number,
  svar: (lan: string, efter: boolean) => { komplettering: boolean; dagar: number },
): Promise<void> {
  const p = await (await Planflode.ny(s, IDAG)).ansokOmPlan(plan({ behandlingar: [behandling()] }))
  const { rows } = await s.t.db.agare.query('select arende_id, person_id, innehall from app.analyspost where arende_id = $1', [p.arendeId])
  const mall = rows[0]!
  for (const lan of ['Skåne', 'Blekinge', 'Kalmar', 'Uppsala', 'Dalarna']) {
    for (const efter of [false, true]) {
      for (let i = 0; i < antal(lan, efter); i++) {
        const inkom = plusDagar((efter ? '2025-06-02' : '2025-03-01') as Datum, i)
        const { komplettering, dagar } = svar(lan, efter)
        const innehall = {
          ...mall.innehall,
          arende: randomUUID(),
          lan,
          inkom,
          planbeslut: { dag: plusDagar(inkom, dagar), utfall: 'godkand', skal: [], motStallningen: false },
          kompletteringar: komplettering
            ? [
                {
                  steg: 1,
                  falt: 'uppfoljning',
                  till: 'vard',
                  skal: '',
                  kanal: 'brev',
                  formularversion: 'x',
                  skickad: inkom,
                  besvarad: null,
                },
              ]
            : [],
        }
        const id = randomUUID()
        await s.t.db.agare.query(
          'insert into app.arende (id, nummer, person_id, forman, sak, enhet, version, huvud, status, sammanfattning, kedjedag, inlett, skyddad) select $1, $2, person_id, forman, sak, enhet, version, huvud, status, sammanfattning, kedjedag, inlett, skyddad from app.arende where id = $3',
          [id, `FP${id.slice(0, 12)}`, mall.arende_id],
        )
        await s.t.db.agare.query('insert into app.analyspost (arende_id, person_id, forman, enhet, innehall) values ($1, $2, $3, $4, $5)', [
          id,
          mall.person_id,
          'forebyggande-sjukpenning',
          'Malmö',
          innehall,
        ])
      }
    }
  }
}

describe('före och efter en insats (B051, J054)', () => {
  it('jämför med län utan insats, med antal och intervall, och döljer det som få delar', async () => {
    await poster(
      (lan, efter) => (lan === 'Dalarna' ? 2 : lan === 'Skåne' && efter ? 16 : 12),
      (lan, efter) => ({
        komplettering: !(efter && (lan === 'Skåne' || lan === 'Blekinge')),
        dagar: efter && (lan === 'Skåne' || lan === 'Blekinge') ? 10 : 30,
      }),
    )
    const id = await forIn({ lan: ['Skåne', 'Blekinge'], from: '2025-06-01', tom: '2025-06-01' })
    const { foreEfter: f } = (await som('ada', 'GET', `${INSATSER}/${id}`)).json
    expect(f.fore).toEqual({ from: '2024-08-13', tom: '2025-05-31' })
    expect(f.efter).toEqual({ from: '2025-06-02', tom: IDAG })
    // Gävleborg had an activity in the time after, and is no comparison.
    expect(f.utan).not.toContain('Gävleborg')
    expect(f.utan).toHaveLength(18)
    const m = Object.fromEntries(f.matt.map((x: { id: string }) => [x.id, x]))
    expect(m.kompletteringar.med).toMatchObject({ lan: 2, fore: { n: 24, varde: 1 }, efter: { n: 28, varde: 0 } })
    expect(m.kompletteringar.med.andring.varde).toBe(-1)
    expect(m.kompletteringar.med.andring.intervall[1]).toBeLessThan(0)
    expect(m.kompletteringar.utan.andring.varde).toBe(0)
    expect(m.kompletteringar.skillnad.varde).toBeCloseTo(-1, 6)
    expect(m.ledtid.med.andring.varde).toBeCloseTo(-20, 6)
    expect(m.ledtid.skillnad.varde).toBeCloseTo(-20, 6)
    expect(m.inflode.med.andring.varde).toBeCloseTo(28 / 24, 6)
    expect(m.inflode.utan).toMatchObject({ fore: { n: 26 }, efter: { n: 26 } })
    expect(m.inflode.skillnad.intervall[0]).toBeLessThan(m.inflode.skillnad.varde)
    expect(m.godkanda.med).toMatchObject({ fore: { varde: 1 }, efter: { varde: 1 } })
    const liten = await forIn({ lan: ['Dalarna'], from: '2025-06-01', tom: '2025-06-01' })
    const d = (await som('ada', 'GET', `${INSATSER}/${liten}`)).json.foreEfter
    expect(d.andraInsatser).toBe(0)
    for (const x of d.matt)
      expect(x).toMatchObject({ med: { fore: { n: null, varde: null }, efter: { n: null }, andring: null }, skillnad: null })
  })

  it('säger varför inget kan jämföras', async () => {
    const varfor = async (mer: object, skal = '') => (await som('ada', 'GET', `${INSATSER}/${await forIn(mer, skal)}`)).json
    expect((await varfor({ lage: 'planerad', from: '2026-05-01', tom: '2026-05-01', natta: null })).utanForeEfter).toContain('genomförd')
    expect((await varfor({ teman: ['apr'] })).utanForeEfter).toContain('inte om det')
    expect((await varfor({ from: IDAG, tom: IDAG })).utanForeEfter).toContain('en dag')
    const alla = (await som('ada', 'GET', INSATSER)).json.tackning.lan.map((l: { lan: string }) => l.lan)
    expect(await varfor({ lan: alla })).toMatchObject({ foreEfter: null, utanForeEfter: expect.stringContaining('hela landet') })
  })
})

it('diagnoskapitel efter slag av vårdgivare står i översikten, och få visas inte i landet (B034)', async () => {
  expect(
    await somSystemet(s.t.db, (q) =>
      q
        .selectFrom('app.analyspost')
        .select((e) => e.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow(),
    ),
  ).not.toEqual({ n: '0' })
  const { diagnoser } = (await som('ada', 'GET', '/api/v1/forebyggande/oversikt?omfattning=landet&from=2025-01-01')).json
  expect(diagnoser.length).toBeGreaterThan(0)
  for (const r of diagnoser) expect(r.antal === null || r.antal > 4).toBe(true)
})

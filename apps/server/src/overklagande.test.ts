import { OLLE, person } from '@atergang/formaner/prov'
import { plusDagar, type Datum } from '@atergang/kalender'
import { lasArende, sha256 } from '@atergang/lager'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laddaProvfall, type Provfall } from '../../../tests/stod/provfall.ts'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'
import { sandUtskick } from './jobb/utskick.ts'

let s: Testserver
let fall: Provfall
let anna: string
let eva: string
let dag: Datum
let beslutId: string
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' as const } }
const laget = async () => (await lasArende(s.t.db, SYSTEM, fall.arendeId))!.lage

/** Refused, reviewed without change, the decision received. */
beforeAll(async () => {
  const p = person('Anna')
    .sjukFran('2026-01-01')
    .medIntyg({ till: '2026-03-31' })
    .ansoker({ till: '2026-03-31', inkom: '2026-01-15' })
    .handlagg('2026-02-01', { grad: () => 0.5 })
  p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), { grad: () => 0.5 })
  dag = plusDagar(p.beslut[0]!.dag, 10)
  p.arende.kor({ typ: 'begarOmprovning', data: { beslutId: p.beslut[0]!.id, inkom: dag, text: 'Jag kan inte arbeta.' } }, p.aktor, dag)
  p.arende.svara('omprovning', { utfall: 'andrasInte', skal: 'Inget nytt har kommit fram.', omstandigheter: 'Samma intyg.' }, OLLE, dag)
  s = await startaTestserver({ dag: plusDagar(dag, 5) })
  fall = await laddaProvfall(s.t.db, p, { dag, personnummer: '19800101-9804' })
  s.konton.push({ id: 'anna', namn: 'Anna Andersson', roll: 'forsakrad', personnummer: fall.personnummer, text: '' })
  ;[anna, eva] = [await s.loggaIn('anna'), await s.loggaIn('eva')]
  beslutId = (await laget()).beslut.at(-1)!.id
}, 60_000)
afterAll(() => s.stang())

describe('ett överklagande från Mina sidor', () => {
  it('syns som en möjlighet på beslutet efter omprövningen, inte på det första', async () => {
    const [, omprovat] = (await s.anrop(anna, 'GET', '/api/v1/mina-sidor')).json.arenden[0].beslut
    expect(omprovat).toMatchObject({ id: beslutId, kanOmprovas: false, kanOverklagas: true, skrivelse: 'overklagande' })
  })

  it('tas emot med sin handling, också när personen väljer omprövning, och lämnas till domstolen med hela akten', async () => {
    expect(
      (await s.anrop(anna, 'POST', `/api/v1/mina-sidor/arenden/${fall.arendeId}/omprovning`, { beslutId, text: 'Ompröva igen.' })).status,
    ).toBe(200)
    expect(
      (await s.anrop(anna, 'POST', `/api/v1/mina-sidor/arenden/${fall.arendeId}/overklagande`, { beslutId, text: 'Jag överklagar.' }))
        .status,
    ).toBe(200)
    const [o] = (await laget()).overklaganden
    expect(o).toMatchObject({ beslutId, sagt: 'omprovning', text: 'Ompröva igen.', tillagg: [{ text: 'Jag överklagar.' }] })
    const f = (await s.anrop(eva, 'GET', `/api/v1/arenden/${fall.arendeId}`)).json.fragor.find(
      (x: { kod: string }) => x.kod === 'overklagande',
    )
    const kommando = {
      typ: 'svara',
      nyckel: f.nyckel,
      underlag: f.underlag,
      svar: { val: 'overlamna', domstol: 'Förvaltningsrätten i Falun' },
    }
    const brev = (await s.anrop(eva, 'POST', `/api/v1/arenden/${fall.arendeId}/brev`, kommando)).json
    expect(brev).toMatchObject({ rubrik: 'Vi har lämnat ditt överklagande till domstolen', mottagare: 'Anna Andersson' })
    expect((await s.anrop(eva, 'POST', `/api/v1/arenden/${fall.arendeId}/kommandon`, kommando)).status).toBe(200)
    await sandUtskick(s.t, { slag: 'domstol', arendeId: fall.arendeId, overklagandeId: o!.id })
    const mapp = join(s.t.config.data, 'domstol-ut', o!.id)
    const lista = JSON.parse(readFileSync(join(mapp, 'overlamnande.json'), 'utf8'))
    expect(lista).toMatchObject({
      domstol: 'Förvaltningsrätten i Falun',
      overklagande: { text: 'Ompröva igen.', tillagg: [{ text: 'Jag överklagar.' }] },
      beslut: { id: beslutId },
    })
    expect(lista.handlingar).toHaveLength((await laget()).handlingar.length)
    expect(readdirSync(mapp)).toHaveLength(lista.handlingar.length + 1)
    for (const h of lista.handlingar) expect(sha256(readFileSync(join(mapp, h.fil)))).toBe(h.sha256)
  })

  it('kan handläggaren skriva in från papper', async () => {
    expect(
      (
        await s.anrop(eva, 'POST', `/api/v1/arenden/${fall.arendeId}/kommandon`, {
          typ: 'overklaga',
          data: { beslutId, inkom: plusDagar(dag, 6), text: 'Bilaga på papper.' },
        })
      ).status,
    ).toBe(200)
    expect((await laget()).overklaganden.at(-1)).toMatchObject({ sagt: 'overklagande', text: 'Bilaga på papper.' })
  })
})

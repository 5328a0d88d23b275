import { datum } from '@atergang/kalender'
import { lasArende, somSystemet, utskickAv } from '@atergang/lager'
import { exempelintyg, pahittatPersonId, skrivIntyg } from '@atergang/intyg'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, VARDTOKEN, type Testserver } from '../../../tests/stod/server.ts'
import { sandUtskick } from './jobb/utskick.ts'
import { vackAlla } from './jobb/vackning.ts'

let s: Testserver
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' as const } }

beforeAll(async () => {
  s = await startaTestserver()
}, 60_000)
afterAll(() => s.stang())

describe('påminnelse till arbetsgivaren', () => {
  it('läggs i kön när tiden gått ut, blir ett brev som sparas och sänds en gång', async () => {
    const eva = await s.loggaIn('eva')
    const personId = pahittatPersonId(datum('1981-02-03'), 981)
    const intyg = skrivIntyg(
      exempelintyg('2.0', {}, {
        intygsId: { root: 'TEST-ENHET-1', extension: randomUUID() },
        patient: { personId, fornamn: 'Test', efternamn: 'Testsson' },
      } as never),
    )
    const { arendeId } = (await s.anrop(null, 'POST', '/api/v1/intyg', intyg, { authorization: `Bearer ${VARDTOKEN}` })).json
    const gor = (kommando: object) => s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, kommando)
    await gor({
      typ: 'registreraFaktum',
      namn: 'sysselsattning',
      varde: { slag: 'anstalld', arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' } },
      kalla: { typ: 'forsakrad', text: 'Samtal' },
    })
    const kommando = { typ: 'begarPlan', data: { text: 'Vilka anpassningar har ni provat?' } }
    await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/brev`, kommando)
    expect((await gor(kommando)).status).toBe(200)
    const laget = async () => (await lasArende(s.t.db, SYSTEM, arendeId))!
    const forsta = (await laget()).lage.begaran[0]!
    s.t.klocka.stall(datum('2026-04-20'))
    expect(await vackAlla(s.t)).toBeGreaterThan(0)
    const { lage, journal } = await laget()
    const [jobb] = utskickAv(
      arendeId,
      journal.filter((h) => h.data.typ === 'begaranPamind'),
      lage,
    )
    expect(jobb).toEqual({ slag: 'paminnelse', arendeId, begaranId: forsta.id })
    await sandUtskick(s.t, jobb!)
    await sandUtskick(s.t, jobb!)
    const efter = (await laget()).lage
    const brev = efter.utskick.filter((u) => u.begaranId === forsta.id)
    expect(brev).toHaveLength(1)
    expect(brev[0]!.rubrik).toMatch(/^Påminnelse/)
    const bytes = await somSystemet(s.t.db, (q) =>
      q.selectFrom('app.dokument').select('innehall').where('id', '=', brev[0]!.handlingId).executeTakeFirstOrThrow(),
    )
    expect(Buffer.from(bytes.innehall).subarray(0, 5).toString()).toBe('%PDF-')
    expect(efter.begaran[0]!.senast > forsta.senast).toBe(true)
  })
})

import { exempelintyg, pahittatPersonId, skrivIntyg } from '@atergang/intyg'
import { datum } from '@atergang/kalender'
import { lasArende, somPerson, sparaUtkast, tokenHash } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, VARDTOKEN, type Testserver } from '../../../tests/stod/server.ts'

let s: Testserver
let arendeId: string
const UTANFOR = ['forsakrad', 'arbetsgivare', 'samverkansansvarig', 'analytiker'] as const
const kakor = new Map<string, string>()

beforeAll(async () => {
  s = await startaTestserver()
  const personId = pahittatPersonId(datum('1981-05-05'), 981)
  const xml = skrivIntyg(
    exempelintyg(
      '2.0',
      {} as never,
      {
        intygsId: { root: 'TEST-ENHET-1', extension: randomUUID() },
        patient: { personId, fornamn: 'Test', efternamn: 'Testsson' },
      } as never,
    ),
  )
  arendeId = (await s.anrop(null, 'POST', '/api/v1/intyg', xml, { authorization: `Bearer ${VARDTOKEN}` })).json.arendeId
  s.konton.push(
    {
      id: 'f',
      namn: 'Test Testsson',
      roll: 'forsakrad',
      personnummer: `${personId.nummer.slice(0, 8)}-${personId.nummer.slice(8)}`,
      text: '',
    },
    { id: 'ag', namn: 'Bruket AB', roll: 'arbetsgivare', orgnr: '556000-4615', text: '' },
  )
  for (const [roll, konto] of [
    ['forsakrad', 'f'],
    ['arbetsgivare', 'ag'],
    ['samverkansansvarig', 'samir'],
    ['analytiker', 'ada'],
  ])
    kakor.set(roll!, await s.loggaIn(konto!))
}, 60_000)
afterAll(() => s.stang())

const journalen = async () =>
  (await lasArende(s.t.db, { system: { id: 'system', namn: 'Återgång', roll: 'system' } }, arendeId))!.journal.length

describe.each(UTANFOR)('%s', (roll) => {
  it.each([
    ['ta handläggarens plats', { typ: 'tilldela', roll: 'handlaggare', till: { id: 'f', namn: 'Test Testsson', roll: 'handlaggare' } }],
    ['svara i läkarens ställe', { typ: 'besvaraBegaran', begaranId: randomUUID(), svar: [] }],
    [
      'skriva in en inkomst ur ett register',
      {
        typ: 'registreraFaktum',
        namn: 'inkomst',
        varde: { anstallning: 900_000, annat: 0 },
        kalla: { typ: 'register', text: 'Skatteverket' },
      },
    ],
    [
      'skriva in arbetsgivarens sjukanmälan',
      {
        typ: 'registreraFaktum',
        namn: 'anmalan',
        varde: { inkom: '2026-03-01', forstaSjukdag: '2026-03-01', gjordAv: 'arbetsgivare' },
        kalla: { typ: 'arbetsgivare', text: 'Arbetsgivarens sjukanmälan' },
      },
    ],
    ['väcka ärendet', { typ: 'vack', roll: 'handlaggare', orsak: 'Jag vill.' }],
    ['anteckna', { typ: 'anteckna', text: 'Bevilja.' }],
  ])('kan inte %s, vare sig på riktigt, på prov eller som brev', async (_vad, kommando) => {
    const fore = await journalen()
    for (const vag of ['kommandon', 'provkorning', 'brev'])
      expect(await s.anrop(kakor.get(roll)!, 'POST', `/api/v1/arenden/${arendeId}/${vag}`, kommando), vag).toMatchObject({
        status: 403,
        json: { kod: 'ejBehorig' },
      })
    expect(await journalen()).toBe(fore)
  })

  it('läser inte ärendet eller journalen så som handläggaren ser dem', async () => {
    for (const vag of ['', '/journal', ...(roll === 'forsakrad' ? [] : ['/mitt?version=1'])])
      expect((await s.anrop(kakor.get(roll)!, 'GET', `/api/v1/arenden/${arendeId}${vag}`)).status, vag).toBe(403)
  })
})

it('den försäkrade sparar och läser sina egna utkast i sitt ärende, och ser ingen annans', async () => {
  const [jag, eva] = [kakor.get('forsakrad')!, await s.loggaIn('eva')]
  await s.anrop(eva, 'PUT', `/api/v1/arenden/${arendeId}/utkast/sgi`, { innehall: { skal: 'Evas' } })
  expect((await s.anrop(jag, 'PUT', `/api/v1/arenden/${arendeId}/utkast/yttrande`, { innehall: { text: 'mitt svar' } })).status).toBe(200)
  expect((await s.anrop(jag, 'GET', `/api/v1/arenden/${arendeId}/mitt?version=0`)).json.utkast).toMatchObject({
    yttrande: { innehall: { text: 'mitt svar' } },
  })
  expect(Object.keys((await s.anrop(jag, 'GET', `/api/v1/arenden/${arendeId}/mitt?version=0`)).json.utkast)).toEqual(['yttrande'])
})

it('handläggaren skriver in uppgiften och journalen bär källan', async () => {
  const eva = await s.loggaIn('eva')
  const kommando = {
    typ: 'registreraFaktum',
    namn: 'inkomst',
    varde: { anstallning: 300_000, annat: 0 },
    kalla: { typ: 'register', text: 'Skatteverket' },
  }
  expect((await s.anrop(eva, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, kommando)).status).toBe(200)
  expect(JSON.stringify((await s.anrop(eva, 'GET', `/api/v1/arenden/${arendeId}/journal`)).json.handelser.at(-1))).toContain(
    '"typ":"register","text":"Skatteverket"',
  )
})

it('ett utkast hör till ett ärende som man ser, och till en roll som arbetar i ärenden', async () => {
  const utkast = { innehall: { text: 'x' } }
  for (const roll of UTANFOR.filter((r) => r !== 'forsakrad'))
    for (const metod of ['PUT', 'DELETE'])
      expect(
        (await s.anrop(kakor.get(roll)!, metod, `/api/v1/arenden/${arendeId}/utkast/sgi`, metod === 'PUT' ? utkast : undefined)).status,
        `${roll} ${metod}`,
      ).toBe(403)
  const mona = await s.loggaIn('mona')
  for (const [kaka, id] of [
    [mona, arendeId],
    [kakor.get('forsakrad')!, randomUUID()],
  ])
    expect(await s.anrop(kaka!, 'PUT', `/api/v1/arenden/${id}/utkast/sgi`, utkast)).toMatchObject({
      status: 404,
      json: { kod: 'arendetFinnsInte' },
    })
  await expect(
    somPerson(s.t.db, tokenHash(mona.replace('atergang_session=', '')), (q, r) =>
      sparaUtkast(q, r.anvandare, 'x', arendeId, {}, s.t.klocka.nu()),
    ),
  ).rejects.toThrow(/row-level security/)
})

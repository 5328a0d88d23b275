import { arSkyddad } from '@atergang/arende'
import { FARAH, person, type Provperson } from '@atergang/formaner/prov'
import { datum } from '@atergang/kalender'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../tests/stod/databas.ts'
import { laddaProvfall } from '../../../tests/stod/provfall.ts'
import {
  Arendelager,
  enhetensArenden,
  lasArende,
  loggaLista,
  minaKonsultationer,
  oppnaArende,
  provaJournal,
  skapaSession,
  somPerson,
  somSystemet,
  sokArenden,
  tokenHash,
  utanKo,
  utredningAv,
  type Databas,
  type Nu,
  type NySession,
} from './index.ts'

let db: Databas
let stang: () => Promise<void>
let lager: Arendelager
const DAG = datum('2026-03-20')
const nu: Nu = { dag: DAG, tid: '2026-03-20T09:00:00.000Z' }
let lopnr = 0
const session = async (mer: Partial<NySession> = {}): Promise<Buffer> =>
  tokenHash(
    await skapaSession(db, {
      anvandare: 'eva',
      namn: 'Eva Ek',
      roll: 'handlaggare',
      enhet: 'Gävle',
      personId: null,
      orgnr: null,
      farSeSkyddade: false,
      ...mer,
    }),
  )
const INGRID = { anvandare: 'ingrid', namn: 'Ingrid Is', farSeSkyddade: true }
const FMR = { anvandare: 'farah', namn: 'Farah Fors', roll: 'fmr' as const, enhet: '' }
const ladda = (p: Provperson) => laddaProvfall(db, p, { dag: DAG, personnummer: `19800101-9${String(++lopnr).padStart(3, '0')}` })
const anna = () => person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-17' })
const ser = async (arendeId: string, mer: Partial<NySession>) =>
  (await oppnaArende(db, { session: await session(mer), arendeId, dag: DAG, vad: 'prov', roller: ['handlaggare', 'fmr'] })) !== null

beforeAll(async () => {
  ;({ db, stang } = await testdatabas())
  lager = new Arendelager(db, utanKo)
})
afterAll(() => stang())

describe('skyddad identitet sätts och hävs i ärendet', () => {
  const satt = async (arendeId: string, mer: Partial<NySession>, skyddad = true) =>
    lager.kor({
      arendeId,
      av: { session: await session(mer) },
      nu,
      kommando: { typ: 'sattSkydd', skyddad, skal: 'Skatteverket har meddelat sekretessmarkering.' },
    })

  it('bara av den som får se skyddade; då försvinner ärendet genast för de andra, i alla listor', async () => {
    const { arendeId, personnummer } = await ladda(anna())
    await expect(satt(arendeId, {})).rejects.toThrow(/Bara den som får se skyddade/)
    expect(await ser(arendeId, {})).toBe(true)
    await satt(arendeId, INGRID)
    expect(await ser(arendeId, {})).toBe(false)
    expect(await ser(arendeId, INGRID)).toBe(true)
    const i = async (mer: Partial<NySession>) =>
      somPerson(db, await session(mer), async (q, s) => ({
        enheten: (await enhetensArenden(q, s, { roll: 'handlaggare', fran: 0, antal: 200 })).rader.some((r) => r.id === arendeId),
        sok: (await sokArenden(q, s, personnummer)).length,
        dokument: (await q.selectFrom('app.dokument').select('id').where('arende_id', '=', arendeId).execute()).length,
        person: (await q.selectFrom('app.person').select('id').where('personnummer', '=', personnummer).execute()).length,
      }))
    expect(await i({})).toEqual({ enheten: false, sok: 0, dokument: 0, person: 0 })
    expect(await i(INGRID)).toMatchObject({ enheten: true, sok: 1, person: 1 })
    await satt(arendeId, INGRID, false)
    expect(await ser(arendeId, {})).toBe(true)
  })

  it('frågan om vilket brev det blir prövas med samma rätt som kommandot', async () => {
    const { arendeId } = await ladda(anna())
    const brevet = async (mer: Partial<NySession>) =>
      lager.brevFor({ arendeId, av: { session: await session(mer) }, nu, kommando: { typ: 'sattSkydd', skyddad: true, skal: 'x' } })
    expect(await brevet(INGRID), 'skyddet sänder inget brev').toBeNull()
    await expect(brevet({})).rejects.toThrow(/Bara den som får se skyddade/)
  })

  it('står i journalen med vem, när och varför, och kedjan håller', async () => {
    const { arendeId } = await ladda(anna())
    await satt(arendeId, INGRID)
    const helt = (await lasArende(db, { session: await session(INGRID) }, arendeId))!
    expect(arSkyddad(helt.lage.arende.part)).toBe(true)
    expect(helt.journal.at(-1)).toMatchObject({
      aktor: { id: 'ingrid' },
      data: { typ: 'skyddSatt', skyddad: true, skal: expect.stringContaining('Skatteverket') },
    })
    expect(await provaJournal(db, { session: await session(INGRID) }, arendeId)).toBeNull()
  })

  it('tar ärendet från den som inte längre får se det', async () => {
    const { arendeId } = await ladda(anna())
    const eva = await session()
    await lager.kor({
      arendeId,
      av: { session: eva },
      nu,
      kommando: { typ: 'tilldela', roll: 'handlaggare', till: { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare' } },
    })
    await satt(arendeId, INGRID)
    expect((await lasArende(db, { session: await session(INGRID) }, arendeId))!.lage.tilldelning).toEqual({})
  })

  it('gäller personen: också i personens andra ärenden, i deras journaler, och i nästa ärende', async () => {
    const { arendeId, personId } = await ladda(anna())
    await lager.kor({
      arendeId,
      av: { system: { id: 'system', namn: 'Återgång', roll: 'system' } },
      nu,
      kommando: { typ: 'avsluta', skal: 'Prov.' },
    })
    const part = (await lasArende(db, { session: await session() }, arendeId))!.lage.arende.part
    const nytt = await lager.inled({
      part,
      forman: 'sjukpenning',
      enhet: 'Gävle',
      nu,
      aktor: { id: 'system', namn: 'Återgång', roll: 'system' },
    })
    await satt(nytt.arendeId, INGRID)
    expect(await ser(arendeId, {})).toBe(false)
    expect(arSkyddad((await lasArende(db, { session: await session(INGRID) }, arendeId))!.lage.arende.part)).toBe(true)
    expect(
      (await somSystemet(db, (q) => q.selectFrom('app.person').select('skyddad').where('id', '=', personId).executeTakeFirstOrThrow()))
        .skyddad,
    ).toBe(true)
    // A command in the old case does not lift it again.
    await lager.kor({ arendeId, av: { session: await session(INGRID) }, nu, kommando: { typ: 'anteckna', text: 'x' } })
    expect(await ser(arendeId, {})).toBe(false)
  })
})

describe('rådgivarens sikt följer den öppna frågan', () => {
  const fragad = () => {
    const p = anna()
    p.arende.kor(
      { typ: 'fragaFmr', data: { text: 'Är nedsättningen rimlig?' } },
      { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare', enhet: 'Gävle' },
      DAG,
    )
    return p
  }
  const svara = async (arendeId: string) => {
    const s = await session(FMR)
    const f = utredningAv((await lasArende(db, { session: s }, arendeId))!.lage, DAG).fragor.find((x) => x.kod === 'fmrSvar')!
    await lager.kor({
      arendeId,
      av: { session: s },
      nu,
      kommando: { typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar: { svar: 'Ja, vid den diagnosen.' } },
    })
  }

  it('börjar när handläggaren frågar och slutar när rådgivaren har svarat', async () => {
    expect(await ser((await ladda(anna())).arendeId, FMR)).toBe(false)
    const { arendeId } = await ladda(fragad())
    expect(await ser(arendeId, FMR)).toBe(true)
    await svara(arendeId)
    expect(await ser(arendeId, FMR)).toBe(false)
    expect(
      await somPerson(db, await session(FMR), (q) => q.selectFrom('app.handelse').select('nr').where('arende_id', '=', arendeId).execute()),
    ).toEqual([])
  })

  it('slutar också när handläggaren återkallar frågan, och börjar igen med en ny', async () => {
    const { arendeId } = await ladda(fragad())
    const eva = await session()
    const id = (await lasArende(db, { session: eva }, arendeId))!.lage.begaran[0]!.id
    await lager.kor({ arendeId, av: { session: eva }, nu, kommando: { typ: 'aterkallaBegaran', begaranId: id, skal: 'Behövs inte.' } })
    expect(await ser(arendeId, FMR)).toBe(false)
    await lager.kor({ arendeId, av: { session: eva }, nu, kommando: { typ: 'fragaFmr', data: { text: 'En sak till.' } } })
    expect(await ser(arendeId, FMR)).toBe(true)
  })

  it('är den tagen av en rådgivare ser de andra den inte', async () => {
    const { arendeId } = await ladda(fragad())
    await lager.kor({ arendeId, av: { session: await session(FMR) }, nu, kommando: { typ: 'tilldela', roll: 'fmr', till: FARAH } })
    expect(await ser(arendeId, FMR)).toBe(true)
    expect(await ser(arendeId, { ...FMR, anvandare: 'fredrik', namn: 'Fredrik Falk' })).toBe(false)
  })

  it('efteråt ser rådgivaren sin fråga och sitt svar, utan personens namn, och ingen annan ser dem', async () => {
    const { arendeId, personnummer } = await ladda(fragad())
    await svara(arendeId)
    const mina = await somPerson(db, await session(FMR), (q) => minaKonsultationer(q))
    expect(mina.find((k) => k.arendeId === arendeId)).toMatchObject({
      fraga: 'Är nedsättningen rimlig?',
      svar: 'Ja, vid den diagnosen.',
      besvarad: DAG,
    })
    expect(JSON.stringify(mina)).not.toMatch(new RegExp(`Andersson|${personnummer}`))
    expect(await somPerson(db, await session({ ...FMR, anvandare: 'fredrik' }), (q) => minaKonsultationer(q))).toEqual([])
    expect(await somPerson(db, await session(), (q) => minaKonsultationer(q))).toEqual([])
  })
})

describe('listor loggas', () => {
  it('en gång per handläggare, lista, person och dag, i en enda sats', async () => {
    const fall = [await ladda(anna()), await ladda(anna())]
    const visade = fall.map((f) => ({ arendeId: f.arendeId, personId: f.personId }))
    const lista = async (mer: Partial<NySession>, dag = DAG) =>
      somPerson(db, await session(mer), (q, s) => loggaLista(q, s, 'enheten', dag, visade))
    await lista({})
    await lista({})
    await lista({}, datum('2026-03-21'))
    await lista({ anvandare: 'olle', namn: 'Olle Olsson' })
    const rader = await somSystemet(db, (q) =>
      q
        .selectFrom('app.atkomst')
        .select(['anvandare', 'dag', 'vad', 'person_id'])
        .where('lista', '=', 'enheten')
        .where('arende_id', '=', fall[0]!.arendeId)
        .orderBy('id')
        .execute(),
    )
    expect(rader.map((r) => [r.anvandare, r.dag])).toEqual([
      ['eva', '2026-03-20'],
      ['eva', '2026-03-21'],
      ['olle', '2026-03-20'],
    ])
    expect(rader[0]).toMatchObject({ vad: 'visad i listan över enhetens ärenden', person_id: fall[0]!.personId })
  })

  it('kan inte skrivas i någon annans namn eller utan inloggning', async () => {
    await expect(db.app.query(`select app.logga_lista('X', 'enheten', 'x', '2026-03-20', '{}', '{}')`)).rejects.toThrow(/Ingen är inloggad/)
  })
})

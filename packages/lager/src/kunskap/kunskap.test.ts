import type { Aktor } from '@atergang/arende'
import { datum } from '@atergang/kalender'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../../tests/stod/databas.ts'
import {
  besvaraFraga,
  foraInVagledning,
  lasFraga,
  raknaAnvandning,
  registreraAtgard,
  rekommendationsatgarder,
  skapaSession,
  sokFragor,
  somPerson,
  stallFraga,
  tokenHash,
  vagledningarna,
  type Databas,
  type NyFraga,
  type NySession,
} from '../index.ts'

let db: Databas
let stang: () => Promise<void>
beforeAll(async () => {
  ;({ db, stang } = await testdatabas())
})
afterAll(() => stang())

const DAG = datum('2026-03-02')
const FIA: Aktor = { id: 'fia', namn: 'Fia Falk', roll: 'handlaggare', enhet: 'Gävle' }
const SIRI: Aktor = { id: 'siri', namn: 'Siri Sund', roll: 'specialist', enhet: 'Gävle' }
const som = async (a: Aktor, mer: Partial<NySession> = {}): Promise<Buffer> =>
  tokenHash(
    await skapaSession(db, {
      anvandare: a.id,
      namn: a.namn,
      roll: a.roll as NySession['roll'],
      enhet: a.enhet ?? '',
      personId: null,
      orgnr: null,
      farSeSkyddade: false,
      ...mer,
    }),
  )
const FRAGA: NyFraga = {
  rubrik: 'Räknas restiden?',
  fraga: 'Räknas resan till behandlingen in i den tid som personen är förhindrad att arbeta?',
  kategori: 'tillampning',
  forman: 'forebyggande-sjukpenning',
  lagrum: ['27:7'],
}
const fraga = async (mer: Partial<NyFraga> = {}): Promise<string> =>
  somPerson(db, await som(FIA), (q) => stallFraga(q, { ...FRAGA, ...mer }, FIA, 'Gävle', DAG))
const svara = async (id: string, mer: Partial<Parameters<typeof besvaraFraga>[1]> = {}, av: Aktor = SIRI) =>
  somPerson(db, await som(av), (q) =>
    besvaraFraga(q, { fraga: id, svar: 'Ja, nödvändiga resor räknas.', lagrum: ['27:7'], vagledningar: [], ersatter: 0, ...mer }, av, DAG),
  )
const las = async (id: string, av: Aktor = FIA) => somPerson(db, await som(av), (q) => lasFraga(q, id))

describe('frågebanken (H019)', () => {
  it('har frågan som den ställdes, med vem, när och enhet, och svaret med specialistens namn', async () => {
    const id = await fraga()
    expect(await las(id)).toMatchObject({
      ...FRAGA,
      av: 'Fia Falk',
      enhet: 'Gävle',
      dag: DAG,
      svar: [],
      anvandning: { franArende: 0, hjalpte: 0 },
    })
    expect(await svara(id)).toBe(1)
    expect((await las(id))!.svar).toEqual([
      { version: 1, svar: 'Ja, nödvändiga resor räknas.', lagrum: ['27:7'], vagledningar: [], skal: null, dag: DAG, av: 'Siri Sund' },
    ])
  })

  it('ersätter ett svar med en ny version och behåller den gamla; utan skäl, eller över någon annans nya svar, går det inte', async () => {
    const id = await fraga()
    await svara(id)
    await expect(svara(id, { ersatter: 1 })).rejects.toMatchObject({ kod: 'skalSaknas', falt: [{ falt: 'skal' }] })
    await expect(svara(id, { ersatter: 0, skal: 'x' })).rejects.toMatchObject({ kod: 'svaretNyare' })
    expect(await svara(id, { ersatter: 1, svar: 'Ja, med måtta.', skal: 'Ny dom.' })).toBe(2)
    expect((await las(id))!.svar.map((s) => [s.version, s.svar, s.skal])).toEqual([
      [1, 'Ja, nödvändiga resor räknas.', null],
      [2, 'Ja, med måtta.', 'Ny dom.'],
    ])
  })

  it('två som svarar samtidigt får inte samma version: den andra får veta det', async () => {
    const id = await fraga()
    const svar = await Promise.allSettled([svara(id, { svar: 'a' }), svara(id, { svar: 'b' })])
    expect(svar.map((s) => s.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await las(id))!.svar).toHaveLength(1)
  })

  it('besvaras bara av specialister, och ingen skriver i någon annans namn', async () => {
    const id = await fraga()
    await expect(svara(id, {}, FIA)).rejects.toThrow(/row-level security/)
    await expect((async () => somPerson(db, await som(FIA), (q) => stallFraga(q, FRAGA, SIRI, 'Gävle', DAG)))()).rejects.toThrow(
      /row-level security/,
    )
    const ada: Aktor = { id: 'ada', namn: 'Ada Alm', roll: 'analytiker' }
    await expect((async () => somPerson(db, await som(ada), (q) => stallFraga(q, FRAGA, ada, '', DAG)))()).rejects.toThrow(
      /row-level security/,
    )
  })

  it('syns inte för den som står utanför', async () => {
    const id = await fraga()
    for (const roll of ['forsakrad', 'arbetsgivare', 'anordnare', 'samverkansansvarig'] as const)
      expect(await las(id, { id: roll, namn: roll, roll })).toBeNull()
  })

  it('kan varken ändras eller tas bort, inte ens av ägaren till tabellerna', async () => {
    await svara(await fraga())
    for (const forsok of [
      "update app.kunskapsfraga set fraga = 'x'",
      "update app.kunskapssvar set svar = 'x'",
      'delete from app.kunskapssvar',
      'truncate app.kunskapssvar cascade',
    ])
      await expect(db.agare.query(forsok), forsok).rejects.toThrow(/ändras eller tas aldrig bort/)
  })

  it('hittas på början av ord i frågan och i svaret som gäller, men inte i ett svar som har ersatts', async () => {
    const id = await fraga({ rubrik: 'Hemmadagar', fraga: 'Hur bedöms dagar hemma?' })
    await svara(id, { svar: 'Se kvartssamtalet.' })
    const sok = async (text: string) => (await somPerson(db, await som(FIA), (q) => sokFragor(q, { text }))).fragor.map((f) => f.id)
    expect(await sok('hemmadag')).toContain(id)
    expect(await sok('kvartssamtal')).toContain(id)
    await svara(id, { svar: 'Se riksinställningen.', ersatter: 1, skal: 'Avgjort.' })
    expect(await sok('kvartssamtal')).not.toContain(id)
    expect(await sok('riksinställning')).toContain(id)
    expect(await sok("'; drop & | :*")).toEqual(expect.any(Array))
  })

  it('hittas på paragraf oavsett stycke, på kategori, förmån och om den är besvarad', async () => {
    const id = await fraga({ rubrik: 'Stycket', lagrum: ['27:48 st 3'], kategori: 'metod', forman: 'sjukpenning' })
    const sok = async (s: Parameters<typeof sokFragor>[1]) =>
      (await somPerson(db, await som(FIA), (q) => sokFragor(q, s))).fragor.map((f) => f.id)
    expect(await sok({ paragrafer: ['27:48'] })).toEqual([id])
    expect(await sok({ kategori: 'metod', forman: 'sjukpenning', lage: 'obesvarade' })).toEqual([id])
    await svara(id, { lagrum: ['FL 25'] })
    expect(await sok({ lage: 'obesvarade', kategori: 'metod' })).toEqual([])
    expect(await sok({ paragrafer: ['FL 25'] })).toEqual([id])
  })

  it('räknar varje öppning från ett ärende, och ”hjälpte mig” en gång för var och en; ett obesvarat svar kan inte hjälpa', async () => {
    const id = await fraga()
    const rakna = async (slag: 'arende' | 'hjalpte', av: Aktor) =>
      somPerson(db, await som(av), (q) => raknaAnvandning(q, { fraga: id, slag }, av, DAG))
    expect(await rakna('hjalpte', FIA)).toBe(false)
    await svara(id)
    for (const av of [FIA, FIA, SIRI]) expect(await rakna('arende', av)).toBe(true)
    for (const av of [FIA, FIA, SIRI]) await rakna('hjalpte', av)
    expect((await las(id))!).toMatchObject({ anvandning: { franArende: 3, hjalpte: 2 }, hjalpteMig: true })
    await svara(id, { ersatter: 1, skal: 'Nytt.' })
    expect((await las(id))!.hjalpteMig).toBe(false)
  })
})

describe('registret över vägledningar (H021)', () => {
  it('har från början dem som rapporterna namnger, med dag bara där källan har en', async () => {
    const alla = await somPerson(db, await som(FIA), vagledningarna)
    expect(alla.map((v) => [v.beteckning, v.version, v.beslutad])).toEqual([
      ['2015:1', '12', null],
      ['2015:1', '8', null],
      ['2018:2', '1', null],
      [null, '13', '2009-12-21'],
      [null, '4', '2006-03-10'],
      [null, null, null],
    ])
  })

  it('tar emot nya versioner av specialister, en gång', async () => {
    const ny = {
      beteckning: '2015:1',
      titel: 'Sjukpenning',
      version: '14',
      beslutad: datum('2026-01-15'),
      from: datum('2026-02-01'),
      tom: null,
      kalla: 'Beslut om vägledning',
      anmarkning: null,
      lagrum: ['27:6'],
    }
    const forain = async (av: Aktor) => somPerson(db, await som(av), (q) => foraInVagledning(q, ny, av, DAG))
    await expect(forain(FIA)).rejects.toThrow(/row-level security/)
    await forain(SIRI)
    await expect(forain(SIRI)).rejects.toMatchObject({ kod: 'vagledningenFinns' })
    expect((await somPerson(db, await som(FIA), vagledningarna))[0]).toMatchObject({ version: '14', av: 'Siri Sund', registrerad: DAG })
  })
})

describe('åtgärder med anledning av rekommendationerna (K026–K027)', () => {
  it('registreras av enhetschefer och läses av analytiker', async () => {
    const mona: Aktor = { id: 'mona', namn: 'Mona Malm', roll: 'enhetschef', enhet: 'Gävle' }
    const reg = async (av: Aktor) =>
      somPerson(db, await som(av), (q) =>
        registreraAtgard(
          q,
          { rekommendation: 'F3', text: 'Kollegiala samtal varje månad.', fran: datum('2026-01-01'), tom: null },
          av,
          'Gävle',
          DAG,
        ),
      )
    await expect(reg(FIA)).rejects.toThrow(/row-level security/)
    await reg(mona)
    await expect(
      (async () =>
        somPerson(db, await som(mona), (q) =>
          registreraAtgard(q, { rekommendation: 'F3', text: 'x', fran: datum('2026-02-01'), tom: datum('2026-01-01') }, mona, 'Gävle', DAG),
        ))(),
    ).rejects.toMatchObject({ falt: [{ falt: 'tom' }] })
    expect(await somPerson(db, await som({ id: 'ada', namn: 'Ada', roll: 'analytiker' }), rekommendationsatgarder)).toMatchObject([
      { rekommendation: 'F3', av: 'Mona Malm', enhet: 'Gävle' },
    ])
  })
})

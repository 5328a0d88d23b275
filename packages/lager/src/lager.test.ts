import { Domanfel, lagetEfter, type Aktor, type Person, type Roll } from '@atergang/arende'
import { arbetsformagesvar } from '@atergang/formaner/prov'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../tests/stod/databas.ts'
import {
  Arendelager,
  enhetensArenden,
  lasArende,
  lasLagen,
  minaArenden,
  oppnaArende,
  oppnaDatabas,
  provaJournal,
  skapaSession,
  somPerson,
  somSystemet,
  sokArenden,
  sparaBrev,
  sparaVy,
  tokenHash,
  utanKo,
  type Databas,
  type Nu,
  type NySession,
} from './index.ts'
import { valjNasta } from './tilldelning.ts'

let db: Databas
let url: string
let stang: () => Promise<void>
let lager: Arendelager

const nu = (dag: string): Nu => ({ dag: datum(dag), tid: `${dag}T09:00:00.000Z` })
let lopnr = 0
const nyPerson = (mer: Partial<Person> = {}): Person => {
  const n = String(++lopnr).padStart(3, '0')
  return {
    id: randomUUID(),
    personnummer: `19800101-9${n}`,
    fornamn: `Anna${n}`,
    efternamn: 'Andersson',
    fodd: datum('1980-01-01'),
    adress: ['Gatan 1', '800 01 Gävle'],
    lan: 'Gävleborg',
    skyddad: false,
    ...mer,
  }
}
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
const ALLA: readonly Roll[] = [
  'handlaggare',
  'specialist',
  'fmr',
  'enhetschef',
  'samverkansansvarig',
  'analytiker',
  'forsakrad',
  'arbetsgivare',
]
const SYSTEM: Aktor = { id: 'system', namn: 'Återgång', roll: 'system' }

const handling = (typ: string, inkom: Datum) => ({
  id: randomUUID(),
  typ,
  rubrik: typ,
  fran: 'forsakrad',
  inkom,
  medietyp: 'application/json',
  sha256: '0'.repeat(64),
  storlek: 1,
  kanal: 'minaSidor',
})
async function nyttArende(person = nyPerson(), enhet = 'Gävle') {
  const start = datum('2026-03-02')
  const till = plusDagar(start, 27)
  const intyg = {
    handlingId: 'i',
    intygsId: randomUUID(),
    typ: 'LISJP',
    version: '2.0',
    signerat: null,
    lakare: 'Dr Lind',
    vardenhet: 'HC',
    perioder: [{ from: start, tom: till, grad: 1 }],
    diagnoser: [{ kod: 'M545', text: 'Lumbago' }],
    arbete: '',
    funktionsnedsattning: '',
    aktivitetsbegransning: '',
    behandling: '',
    prognos: null,
    sysselsattning: [],
    forlaggningForsamrar: null,
    fynd: [],
  }
  const ansokan = {
    inkom: plusDagar(start, 15),
    forstaSjukdag: start,
    perioder: [{ from: start, tom: till, omfattning: 1 }],
    sysselsattning: 'anstalld',
    arbetsgivare: { namn: 'Bruket AB' },
    arbetsuppgifter: 'Lager',
    inkomst: { anstallning: 360_000, annat: 0 },
    hederOchSamvete: true,
    underskrift: { tid: '2026-03-17T08:00:00Z', metod: 'e-legitimation' },
  }
  return lager.inled({
    part: { slag: 'person', person },
    forman: 'sjukpenning',
    enhet,
    nu: nu('2026-03-17'),
    aktor: SYSTEM,
    forsta: [
      { typ: 'taEmotIntyg', data: { handling: handling('lakarintyg', start), varde: intyg } },
      { typ: 'taEmotAnsokan', data: { handling: handling('ansokan', plusDagar(start, 15)), varde: ansokan } },
    ],
  })
}

beforeAll(async () => {
  const t = await testdatabas()
  ;({ db, url, stang } = t)
  lager = new Arendelager(db, utanKo)
})
afterAll(() => stang())

describe('vägen genom ett kommando', () => {
  it('skriver händelser, läge och uppgifter i samma transaktion, kedjade', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    const helt = (await lasArende(db, { session: eva }, arendeId))!
    expect(helt.journal.map((h) => h.data.typ)).toEqual([
      'arendeInlett',
      'handlingTillford',
      'faktumRegistrerat',
      'handlingTillford',
      'faktumRegistrerat',
    ])
    expect(helt.lage.version).toBe(5)
    expect(await provaJournal(db, { session: eva }, arendeId)).toBeNull()
  })

  it('en händelse kan varken ändras eller tas bort, inte ens av ägaren, och en ändring i smyg syns i kedjan', async () => {
    const { arendeId } = await nyttArende()
    await expect(db.agare.query('update app.handelse set dag = dag where arende_id = $1', [arendeId])).rejects.toThrow(
      /ändras eller tas aldrig bort/,
    )
    await expect(db.agare.query('delete from app.handelse where arende_id = $1', [arendeId])).rejects.toThrow(
      /ändras eller tas aldrig bort/,
    )
    await db.agare.query('alter table app.handelse disable trigger handelse_oforanderlig')
    await db.agare.query(`update app.handelse set data = jsonb_set(data, '{enhet}', '"Malmö"') where arende_id = $1 and nr = 1`, [arendeId])
    await db.agare.query('alter table app.handelse enable trigger handelse_oforanderlig')
    expect(await provaJournal(db, { session: await session() }, arendeId)).toMatchObject({ nr: 1 })
  })

  it('två som svarar samtidigt: en får rätt, den andra får veta vad som hänt och inget går förlorat', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    const olle = await session({ anvandare: 'olle', namn: 'Olle Olsson' })
    const { lage } = (await lasArende(db, { session: eva }, arendeId))!
    const svara = (s: Buffer, version: number) =>
      lager.kor({
        arendeId,
        av: { session: s },
        nu: nu('2026-03-20'),
        version,
        kommando: { typ: 'anteckna', text: 'Ringt arbetsgivaren.' },
      })
    const utfall = await Promise.allSettled([svara(eva, lage.version), svara(olle, lage.version)])
    expect(utfall.map((u) => u.status).sort()).toEqual(['fulfilled', 'rejected'])
    const nekad = utfall.find((u) => u.status === 'rejected') as PromiseRejectedResult
    expect(nekad.reason).toBeInstanceOf(Domanfel)
    expect(String(nekad.reason)).toMatch(/Någon annan har ändrat ärendet/)
    expect((await lasArende(db, { session: eva }, arendeId))!.lage.version).toBe(lage.version + 1)
  })

  it('två servrar på samma databas: var och en räknar på det den andra skrev', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    const annan = await oppnaDatabas(url)
    try {
      const servrar = [
        { d: db, l: lager },
        { d: annan, l: new Arendelager(annan, utanKo) },
      ]
      for (const n of [0, 1, 2, 3]) {
        const { d, l } = servrar[n % 2]!
        await l.kor({ arendeId, av: { session: eva }, nu: nu('2026-03-20'), kommando: { typ: 'anteckna', text: `Anteckning ${n}` } })
        const helt = (await lasArende(d, { session: eva }, arendeId))!
        expect(helt.lage.anteckningar.map((a) => a.text)).toEqual([0, 1, 2, 3].slice(0, n + 1).map((i) => `Anteckning ${i}`))
        expect(helt.lage).toEqual(lagetEfter(arendeId, helt.journal))
      }
    } finally {
      await annan.stang()
    }
    expect(await provaJournal(db, { session: eva }, arendeId)).toBeNull()
  })

  it('den som inte får se ärendet får det inte heller när servern nyss läst det för någon annan', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    expect(await lasArende(db, { session: eva }, arendeId)).not.toBeNull()
    const malmo = await session({ anvandare: 'mona', namn: 'Mona Mård', enhet: 'Malmö' })
    expect(await lasArende(db, { session: malmo }, arendeId)).toBeNull()
    await expect(
      lager.kor({ arendeId, av: { session: malmo }, nu: nu('2026-03-20'), kommando: { typ: 'anteckna', text: 'x' } }),
    ).rejects.toThrow(/finns inte/)
  })

  it('samma begäran två gånger med samma nyckel görs en gång', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    const en = () =>
      lager.kor({
        arendeId,
        av: { session: eva },
        nu: nu('2026-03-20'),
        idempotens: 'nyckel-1',
        kommando: { typ: 'anteckna', text: 'En gång' },
      })
    const [a, b] = [await en(), await en()]
    expect(b).toEqual(a)
    expect((await lasArende(db, { session: eva }, arendeId))!.lage.anteckningar).toHaveLength(1)
  })

  it('ett kommando som nekas skriver ingenting', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    const fore = (await lasArende(db, { session: eva }, arendeId))!.lage.version
    await expect(
      lager.kor({
        arendeId,
        av: { session: eva },
        nu: nu('2026-03-20'),
        kommando: { typ: 'svara', nyckel: 'sgi', underlag: 'gammalt', svar: {} },
      }),
    ).rejects.toThrow(/Underlaget .* har ändrats/)
    expect((await lasArende(db, { session: eva }, arendeId))!.lage.version).toBe(fore)
  })

  it('när kön nekar skrivs ingenting, fast allt sänts i ett svep, och anslutningen går att använda igen', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    const utanTur = new Arendelager(db, {
      lagg: () => ({ id: [randomUUID()], lagda: Promise.reject(new Error('kön nekar')) }),
      koa: () => Promise.resolve(),
    })
    const fore = await lasArende(db, { session: eva }, arendeId)
    await expect(
      utanTur.kor({ arendeId, av: { session: eva }, nu: nu('2026-03-20'), kommando: { typ: 'anteckna', text: 'Går inte.' } }),
    ).rejects.toThrow('kön nekar')
    expect(await lasArende(db, { session: eva }, arendeId)).toEqual(fore)
    expect(await provaJournal(db, { session: eva }, arendeId)).toBeNull()
  })

  it('ett svep utan giltig session läser inget, skriver inget och säger varför', async () => {
    const { arendeId } = await nyttArende()
    const ingen = tokenHash('ingen')
    await expect(lasArende(db, { session: ingen }, arendeId)).rejects.toThrow(/inte inloggad/)
    await expect(sparaVy(db, ingen, arendeId, 5, datum('2026-03-20'), Buffer.from('x'))).rejects.toThrow(/inte inloggad/)
    expect((await db.agare.query('select 1 from app.arendevy where arende_id = $1', [arendeId])).rowCount).toBe(0)
    expect(await lasArende(db, { session: await session({ anvandare: 'mona', enhet: 'Malmö' }) }, arendeId)).toBeNull()
  })

  it('uppgifter följer läget: den besvarade frågan avslutas men finns kvar som gjort arbete', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    const uppgifter = () =>
      somPerson(db, eva, (q) =>
        q.selectFrom('app.uppgift').select(['kod', 'nyckel', 'underlag', 'avslutad']).where('arende_id', '=', arendeId).execute(),
      )
    const sgi = (await uppgifter()).find((u) => u.kod === 'sgi')!
    await lager.kor({
      arendeId,
      av: { session: eva },
      nu: nu('2026-03-20'),
      kommando: {
        typ: 'svara',
        nyckel: sgi.nyckel,
        underlag: sgi.underlag,
        svar: {
          anstallning: 360_000,
          annat: 0,
          gallerFran: '2026-03-02',
          grund: 'aktuellInkomst',
          forsakradForArbete: true,
          minstSexManader: true,
          skal: 'Stämmer.',
        },
      },
    })
    expect((await uppgifter()).find((u) => u.kod === 'sgi')!.avslutad).not.toBeNull()
  })

  it('brevet som beslutas är det som förhandsgranskats, byte för byte; annars blir det inget beslut', async () => {
    const person = nyPerson()
    const { arendeId } = await nyttArende(person)
    const eva = await session()
    const dag = nu('2026-03-20')
    for (const kod of ['sgi', 'arbetsformaga', 'rehabilitering', 'forslag']) await svara(arendeId, eva, kod, dag)
    const u = (await lager.kor({ arendeId, av: { session: eva }, nu: dag, kommando: { typ: 'anteckna', text: 'x' } })).version
    expect(u).toBeGreaterThan(0)
    const kommando = await kommandot(arendeId, eva, 'beslut', dag)
    await expect(lager.kor({ arendeId, av: { session: eva }, nu: dag, kommando })).rejects.toThrow(/förhandsgranskade/)
    const { innehall } = (await lager.brevFor({ arendeId, av: { session: eva }, nu: dag, kommando }))!
    const pdf = new TextEncoder().encode('%PDF-prov')
    const id = await sparaBrev(db, { arendeId, av: { session: eva }, innehall, pdf, pdfSha256: 'ab'.repeat(32) })
    const anna = await session({ anvandare: 'anna', namn: 'Anna', roll: 'forsakrad', enhet: '', personId: person.id })
    const lasBrevet = (s: Buffer) =>
      somPerson(db, s, (q) => q.selectFrom('app.dokument').select('innehall').where('id', '=', id).executeTakeFirst())
    expect(await lasBrevet(anna), 'den försäkrade ser inte brevet innan det är sänt').toBeUndefined()
    await lager.kor({ arendeId, av: { session: eva }, nu: dag, kommando })
    const { lage } = (await lasArende(db, { session: eva }, arendeId))!
    expect(lage.beslut[0]!.brevId).toBe(id)
    expect((await lasBrevet(eva))!.innehall.toString()).toBe('%PDF-prov')
    expect((await lasBrevet(anna))!.innehall.toString()).toBe('%PDF-prov')
    await somPerson(db, eva, (q) => q.updateTable('app.dokument').set({ utkast: true }).where('id', '=', id).execute())
    expect(await lasBrevet(anna), 'ett sänt brev blir aldrig utkast igen').toBeDefined()
    await expect(
      somPerson(db, eva, (q) =>
        q
          .updateTable('app.dokument')
          .set({ innehall: Buffer.from('annat') })
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('ingen lägger en handling i ett ärende som den inte får se', async () => {
    const { arendeId } = await nyttArende()
    const mona = await session({ anvandare: 'mona', namn: 'Mona Mård', enhet: 'Malmö' })
    const handling = {
      id: randomUUID(),
      arende_id: arendeId,
      medietyp: 'text/plain',
      sha256: Buffer.alloc(32),
      storlek: 1,
      innehall: Buffer.from('x'),
    }
    await expect(somPerson(db, mona, (q) => q.insertInto('app.dokument').values(handling).execute())).rejects.toThrow(/row-level security/)
  })

  it('ett kommando genom en väg för andra roller gör ingenting', async () => {
    const { arendeId } = await nyttArende()
    const eva = await session()
    await expect(
      lager.kor({ arendeId, av: { session: eva }, roller: ['specialist'], nu: nu('2026-03-20'), kommando: { typ: 'anteckna', text: 'x' } }),
    ).rejects.toThrow(/inte tillgång/)
    expect((await lasArende(db, { session: eva }, arendeId))!.lage.anteckningar).toEqual([])
    await expect(
      oppnaArende(db, { session: eva, arendeId, dag: datum('2026-03-20'), vad: 'prov', roller: ['specialist'] }),
    ).rejects.toThrow(/inte tillgång/)
  })
})

async function kommandot(arendeId: string, s: Buffer, kod: string, dag: Nu) {
  const { lage } = (await lasArende(db, { session: s }, arendeId))!
  const { utredningAv } = await import('./utredning.ts')
  const f = utredningAv(lage, dag.dag).fragor.find((x) => x.kod === kod)!
  const svar: Record<string, unknown> = {
    sgi: {
      anstallning: 360_000,
      annat: 0,
      gallerFran: '2026-03-02',
      grund: 'aktuellInkomst',
      forsakradForArbete: true,
      minstSexManader: true,
      skal: 'Stämmer.',
    },
    arbetsformaga: kod === 'arbetsformaga' ? arbetsformagesvar(f) : null,
    rehabilitering: { behov: 'nej', vag: 'ingen', atgard: '', personensSyn: 'Inhämtad.', skal: 'Behandling pågår.' },
    forslag: { motivering: { avgorande: 'Nedsatt.', omstandigheter: '', bedomning: '', saknades: '' }, information: [] },
    beslut: {},
  }
  return { typ: 'svara' as const, nyckel: f.nyckel, underlag: f.underlag, svar: svar[kod] }
}
const svara = async (arendeId: string, s: Buffer, kod: string, dag: Nu) =>
  lager.kor({ arendeId, av: { session: s }, nu: dag, kommando: await kommandot(arendeId, s, kod, dag) })

describe('radskyddet', () => {
  const ser = async (arendeId: string, mer: Partial<NySession>) =>
    (await oppnaArende(db, { session: await session(mer), arendeId, dag: datum('2026-03-20'), vad: 'prov', roller: ALLA })) !== null

  it('visar ett ärende för rätt enhet och roll, och för personen själv', async () => {
    const p = nyPerson()
    const { arendeId } = await nyttArende(p)
    expect(await ser(arendeId, {})).toBe(true)
    expect(await ser(arendeId, { enhet: 'Malmö' })).toBe(false)
    expect(await ser(arendeId, { roll: 'forsakrad', enhet: '', personId: p.id })).toBe(true)
    for (const roll of ['analytiker', 'samverkansansvarig', 'arbetsgivare', 'fmr'] as Roll[])
      expect(await ser(arendeId, { roll })).toBe(false)
    const annan = nyPerson()
    await nyttArende(annan)
    expect(await ser(arendeId, { roll: 'forsakrad', enhet: '', personId: annan.id })).toBe(false)
  })

  it('döljer eget ärende, skyddad identitet och ärende man anmält jäv i', async () => {
    const p = nyPerson()
    const { arendeId } = await nyttArende(p)
    expect(await ser(arendeId, { personId: p.id })).toBe(false)
    const skyddat = await nyttArende(nyPerson({ skyddad: true }))
    expect(await ser(skyddat.arendeId, {})).toBe(false)
    expect(await ser(skyddat.arendeId, { farSeSkyddade: true })).toBe(true)
    const eva = await session()
    await lager.kor({
      arendeId,
      av: { session: eva },
      nu: nu('2026-03-20'),
      kommando: { typ: 'tilldela', roll: 'handlaggare', till: { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare' } },
    })
    await lager.kor({
      arendeId,
      av: { session: eva },
      nu: nu('2026-03-20'),
      kommando: { typ: 'lamnaTillbaka', roll: 'handlaggare', skal: 'jav', text: 'Min granne.' },
    })
    expect(await ser(arendeId, {})).toBe(false)
    expect(await ser(arendeId, { anvandare: 'olle' })).toBe(true)
  })

  it('visar en fråga till arbetsgivaren för den som fick den, aldrig för samverkansansvarig', async () => {
    const { arendeId } = await nyttArende()
    const begaran = {
      begaran_id: randomUUID(),
      arende_id: arendeId,
      till: 'arbetsgivare',
      orgnr: '556000-4615',
      typ: 'atergansplan',
      rubrik: 'Plan',
      fragor: '[]',
      person_namn: 'Anna Andersson',
      skickad: '2026-03-20',
      senast: '2026-04-07',
    }
    await db.agare.query(
      `insert into app.begaran (${Object.keys(begaran).join(', ')}) values (${Object.keys(begaran)
        .map((_, i) => `$${i + 1}`)
        .join(', ')})`,
      Object.values(begaran),
    )
    const antal = async (mer: Partial<NySession>) =>
      (await somPerson(db, await session(mer), (q) => q.selectFrom('app.begaran').select('person_namn').execute())).length
    expect(await antal({ roll: 'arbetsgivare', enhet: '', orgnr: '556000-4615' })).toBe(1)
    expect(await antal({ roll: 'arbetsgivare', enhet: '', orgnr: '556000-9999' })).toBe(0)
    expect(await antal({ roll: 'samverkansansvarig', enhet: '' })).toBe(0)
  })

  it('flera ärenden läses på en gång i den ordning de efterfrågas, så som de står, och bara de som syns', async () => {
    const [a, b, c] = [await nyttArende(), await nyttArende(nyPerson(), 'Malmö'), await nyttArende()]
    const eva = await session()
    const las = async () =>
      (await lasLagen(db, { session: eva }, [c.arendeId, b.arendeId, a.arendeId])).map((l) => [l.arende.id, l.version])
    const versionen = async (id: string) => (await lasArende(db, { session: eva }, id))!.lage.version
    expect(await las()).toEqual([
      [c.arendeId, await versionen(c.arendeId)],
      [a.arendeId, await versionen(a.arendeId)],
    ])
    const { version } = await lager.kor({
      arendeId: a.arendeId,
      av: { session: eva },
      nu: nu('2026-03-20'),
      kommando: { typ: 'anteckna', text: 'Sedan dess.' },
    })
    expect((await las())[1]).toEqual([a.arendeId, version])
    const annan = await oppnaDatabas(url)
    expect(await lasLagen(annan, { session: eva }, [a.arendeId]), 'utan det som var känt').toMatchObject([{ version }])
    await annan.stang()
    expect(await lasLagen(db, { session: eva }, [])).toEqual([])
  })

  it('utan session eller sammanhang syns ingenting', async () => {
    await nyttArende()
    expect((await db.app.query('select 1 from app.arende')).rowCount).toBe(0)
    expect((await db.app.query('select 1 from app.handelse')).rowCount).toBe(0)
    await expect(db.app.query('select 1 from app.session')).rejects.toThrow(/permission denied|nekas/)
    await expect(
      oppnaArende(db, { session: tokenHash('påhittad'), arendeId: randomUUID(), dag: datum('2026-03-20'), vad: 'prov', roller: ALLA }),
    ).rejects.toThrow(/inte inloggad/)
  })

  it('varje titt på ett ärende loggas, också den som nekas', async () => {
    const { arendeId } = await nyttArende()
    await ser(arendeId, {})
    await ser(arendeId, { anvandare: 'mats', enhet: 'Malmö' })
    const rader = await somSystemet(db, (q) =>
      q.selectFrom('app.atkomst').select(['anvandare', 'vad']).where('arende_id', '=', arendeId).orderBy('id').execute(),
    )
    expect(rader).toEqual([
      { anvandare: 'eva', vad: 'prov' },
      { anvandare: 'mats', vad: 'prov (nekad eller saknas)' },
    ])
    await expect(db.agare.query('delete from app.atkomst')).rejects.toThrow(/tas aldrig bort/)
  })
})

describe('hämta nästa', () => {
  it('ger aldrig samma ärende till två, också när många frågar samtidigt', async () => {
    const enhet = `Enhet ${randomUUID()}`
    for (let i = 0; i < 12; i++) await nyttArende(nyPerson(), enhet)
    const folk = await Promise.all(Array.from({ length: 16 }, (_, i) => session({ anvandare: `h${i}`, namn: `H ${i}`, enhet })))
    const fick = await Promise.all(folk.map((s) => valjNasta(db, lager, s, nu('2026-03-20'))))
    const ids = fick.filter((x) => x !== null)
    expect(ids).toHaveLength(12)
    expect(new Set(ids).size).toBe(12)
  })

  it('ger den som arbetar med vissa förmåner bara deras ärenden', async () => {
    const enhet = `Enhet ${randomUUID()}`
    const { arendeId } = await nyttArende(nyPerson(), enhet)
    expect(await valjNasta(db, lager, await session({ enhet, anvandare: 'fia', formaner: ['forebyggande'] }), nu('2026-03-20'))).toBeNull()
    expect(
      await valjNasta(db, lager, await session({ enhet, anvandare: 'per', formaner: ['forebyggande', 'sjukpenning'] }), nu('2026-03-20')),
    ).toBe(arendeId)
  })

  it('bjuder inte ut ett ärende till den som anmält jäv, och inte medan det vilar', async () => {
    const enhet = `Enhet ${randomUUID()}`
    const { arendeId } = await nyttArende(nyPerson(), enhet)
    const eva = await session({ enhet })
    expect(await valjNasta(db, lager, eva, nu('2026-03-20'))).toBe(arendeId)
    await lager.kor({
      arendeId,
      av: { session: eva },
      nu: nu('2026-03-20'),
      kommando: { typ: 'lamnaTillbaka', roll: 'handlaggare', skal: 'jav', text: 'Släkting.' },
    })
    expect(await valjNasta(db, lager, eva, nu('2026-03-20'))).toBeNull()
    const olle = await session({ anvandare: 'olle', namn: 'Olle', enhet })
    expect(await valjNasta(db, lager, olle, nu('2026-03-20'))).toBe(arendeId)
    await lager.kor({
      arendeId,
      av: { session: olle },
      nu: nu('2026-03-20'),
      kommando: { typ: 'laggVilande', roll: 'handlaggare', skal: 'Inväntar journal', till: datum('2026-04-01') },
    })
    await lager.kor({
      arendeId,
      av: { session: olle },
      nu: nu('2026-03-20'),
      kommando: { typ: 'lamnaTillbaka', roll: 'handlaggare', skal: 'franvaro', text: 'Semester' },
    })
    const kim = await session({ anvandare: 'kim', namn: 'Kim', enhet })
    expect(await valjNasta(db, lager, kim, nu('2026-03-21'))).toBeNull()
    await lager.vack(arendeId, nu('2026-04-01'))
    expect(await valjNasta(db, lager, kim, nu('2026-04-01'))).toBe(arendeId)
  })

  it('mina, enhetens och sökta ärenden visar vem som ska göra vad', async () => {
    const enhet = `Enhet ${randomUUID()}`
    const p = nyPerson()
    const { arendeId, nummer } = await nyttArende(p, enhet)
    const eva = await session({ enhet, anvandare: 'eva2' })
    await valjNasta(db, lager, eva, nu('2026-03-20'))
    await somPerson(db, eva, async (q, s) => {
      const [min] = await minaArenden(q, s)
      expect(min).toMatchObject({ id: arendeId, tilldelad: { id: 'eva2' }, status: 'kraver' })
      expect(min!.sammanfattning.uppgifter.map((u) => u.kod)).toContain('sgi')
      expect((await enhetensArenden(q, s, { roll: 'handlaggare', fran: 0, antal: 10 })).antal).toBe(1)
      for (const text of [p.personnummer, p.fornamn, nummer]) expect((await sokArenden(q, s, text)).map((r) => r.id)).toContain(arendeId)
      expect(await sokArenden(q, s, '%')).toEqual([])
    })
  })
})

import type { Aktor, Roll } from '@atergang/arende'
import { ANORDNARE, ASTA, CHEFEN, godkandSedan, provOrgnr, provPersonnummer } from '@atergang/formaner/prov'
import { datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../tests/stod/databas.ts'
import {
  arbetaLista,
  Arendelager,
  godkandaListor,
  godkannLista,
  lasArende,
  noteraGranskad,
  skapaLista,
  skapaSession,
  somPerson,
  somSystemet,
  tokenHash,
  utanKo,
  type Databas,
  type NySession,
  type Nu,
} from './index.ts'

let db: Databas
let stang: () => Promise<void>
let lager: Arendelager
let lopnr = 0

beforeAll(async () => {
  const t = await testdatabas()
  ;({ db, stang } = t)
  lager = new Arendelager(db, utanKo)
})
afterAll(() => stang())

const nu = (dag: string): Nu => ({ dag: datum(dag), tid: `${dag}T09:00:00.000Z` })
const SYSTEM: Aktor = { id: 'system', namn: 'Återgång', roll: 'system' }
const session = async (mer: Partial<NySession> = {}): Promise<Buffer> =>
  tokenHash(
    await skapaSession(db, {
      anvandare: 'asta',
      namn: 'Asta Alvar',
      roll: 'handlaggare',
      enhet: 'APR',
      personId: null,
      orgnr: null,
      farSeSkyddade: false,
      formaner: ['apr', 'aprAnordnare', 'aprKontroll'],
      ...mer,
    }),
  )
const arbetsgivare = (orgnr: string, roll: Roll = 'arbetsgivare') =>
  session({ anvandare: `ag-${orgnr}`, namn: 'Bruket AB', roll, enhet: '', orgnr: orgnr.replace(/\D/g, ''), formaner: [] })

interface Ny {
  readonly orgnr?: string
  readonly ar?: number
  readonly inkom?: string
  readonly rader?: readonly { anstalld?: string; kronor?: number; fakturanummer?: string }[]
  readonly dag?: string
}
async function ansok(o: Ny = {}): Promise<{ arendeId: string; ansokanId: string; orgnr: string; fanns: boolean }> {
  const orgnr = o.orgnr ?? provOrgnr(++lopnr)
  const ansokanId = randomUUID()
  const rader = (o.rader ?? [{}]).map((r, i) => ({
    radId: `${ansokanId}-${i}`,
    anstalld: r.anstalld ?? `A${i}`,
    anordnare: ANORDNARE,
    insatsdag: `${o.ar ?? 2025}-05-05`,
    insatstyper: ['utreda'],
    kostnad: (r.kronor ?? 10_000) * 100,
    fakturanummer: r.fakturanummer ?? `F${i}`,
    faktura: randomUUID(),
  }))
  const kommando = {
    typ: 'taEmotAnsokan',
    data: {
      ansokan: { ansokanId, inkom: o.inkom ?? '2025-06-02', kanal: 'etjanst', rader, anstalldaVet: true, ejBehandling: true },
      arbetsgivare: { anstallda: 40 },
      register: [godkandSedan(ANORDNARE)],
    },
  }
  const av: Aktor = { id: orgnr, namn: 'Bruket AB', roll: 'arbetsgivare', enhet: orgnr.replace(/\D/g, '') }
  const inlett = await lager.inled({
    part: { slag: 'arbetsgivare', arbetsgivare: { orgnr, namn: 'Bruket AB', adress: ['Gatan 1'], lan: '21' } },
    forman: 'apr',
    sak: String(o.ar ?? 2025),
    enhet: 'APR',
    nu: nu(o.dag ?? o.inkom ?? '2025-06-02'),
    aktor: av,
    forsta: [kommando],
  })
  if (inlett.fanns) await lager.kor({ arendeId: inlett.arendeId, kommando, av: { system: av }, nu: nu(o.dag ?? o.inkom ?? '2025-06-02') })
  return { arendeId: inlett.arendeId, ansokanId, orgnr, fanns: inlett.fanns }
}
const laget = async (id: string) => (await lasArende(db, { system: SYSTEM }, id))!.lage
const ansokningsrad = (id: string) =>
  somSystemet(db, (q) => q.selectFrom('app.apr_ansokan').selectAll().where('ansokan_id', '=', id).executeTakeFirstOrThrow())

describe('ett ärende om stöd', () => {
  it('är ett per arbetsgivare och år, också när två ansökningar kommer samtidigt; ett annat år är ett annat ärende', async () => {
    const orgnr = provOrgnr(++lopnr)
    const [a, b] = await Promise.all([ansok({ orgnr }), ansok({ orgnr })])
    expect(a.arendeId).toBe(b.arendeId)
    expect((await ansok({ orgnr, ar: 2024, inkom: '2025-01-10' })).arendeId).not.toBe(a.arendeId)
    expect((await laget(a.arendeId)).fakta.filter((f) => f.namn === 'ansokan')).toHaveLength(2)
  })

  it('som är avslutat öppnas igen av en ny ansökan i stället för att ett andra öppnas, så att taken räknas vidare', async () => {
    const { arendeId, orgnr } = await ansok({ rader: [{ anstalld: 'X', kronor: 20_000 }] })
    const asta = await session()
    await besluta(asta, nu('2025-06-03'))
    await lager.vack(arendeId, nu('2026-02-03'))
    expect((await laget(arendeId)).avslutat).toBeTruthy()
    const igen = await ansok({ orgnr, inkom: '2026-01-30', dag: '2026-02-10', rader: [{ anstalld: 'X', kronor: 20_000 }] })
    expect(igen.arendeId).toBe(arendeId)
    expect((await laget(arendeId)).avslutat).toBeUndefined()
    expect(await ansokningsrad(igen.ansokanId)).toMatchObject({ foreslaget: 0, utfall: 'avslag', tillstand: 'klar' })
  })

  it('har rader bredvid sig som följer varje ändring', async () => {
    const { ansokanId, arendeId } = await ansok({ rader: [{ kronor: 12_000, fakturanummer: 'f-0012' }] })
    expect(await ansokningsrad(ansokanId)).toMatchObject({
      arende_id: arendeId,
      tillstand: 'klar',
      sen: false,
      kostnad: 1_200_000,
      foreslaget: 6_000,
      storlek: '10-49',
      beslutad: null,
    })
    expect(
      await somSystemet(db, (q) =>
        q.selectFrom('app.apr_rad').select(['faktura', 'belopp', 'anordnare']).where('ansokan_id', '=', ansokanId).execute(),
      ),
    ).toEqual([{ faktura: `${ANORDNARE}|F0012`, belopp: 6_000, anordnare: ANORDNARE }])
    await lager.kor({
      arendeId,
      kommando: { typ: 'aterkallaAnsokan', data: { ansokanId, skal: 'Fel.' } },
      av: { system: ASTA },
      nu: nu('2025-06-03'),
    })
    expect(await ansokningsrad(ansokanId)).toMatchObject({ tillstand: 'aterkallad', avtryck: null })
    expect(
      await somSystemet(db, (q) => q.selectFrom('app.apr_rad').select('rad_id').where('ansokan_id', '=', ansokanId).execute()),
      'en återkallad faktura kan sökas på nytt',
    ).toEqual([])
  })
})

async function besluta(asta: Buffer, n: Nu, o: { hogst?: number } = {}) {
  const lista = await skapaLista(db, asta, { slag: 'klara', nu: n, ...o })
  const rader = await somPerson(db, asta, (q) =>
    q.selectFrom('app.apr_listrad').selectAll().where('lista', '=', lista).orderBy('nr').execute(),
  )
  for (const r of rader.filter((x) => x.stickprov)) await noteraGranskad(db, asta, lista, r.nr, nu('2025-06-03'))
  const l = await somSystemet(db, (q) => q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).executeTakeFirstOrThrow())
  await godkannLista(db, asta, lista, { avtryck: l.avtryck, antal: l.antal, summa: Number(l.summa), nu: n })
  return { lista, rader, gjort: await arbetaLista(db, lager, lista, { nu: () => n }) }
}

describe('en lista att besluta på en gång', () => {
  it('fryses, kräver att stickprovet är öppnat och att det som godkänns är just den listan', async () => {
    for (let i = 0; i < 25; i++) await ansok()
    const asta = await session()
    const lista = await skapaLista(db, asta, { slag: 'klara', nu: nu('2025-06-03') })
    const l = await somSystemet(db, (q) =>
      q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).executeTakeFirstOrThrow(),
    )
    const prov = await somPerson(db, asta, (q) =>
      q.selectFrom('app.apr_listrad').select('nr').where('lista', '=', lista).where('stickprov', '=', true).execute(),
    )
    expect(prov).toHaveLength(20)
    const g = { avtryck: l.avtryck, antal: l.antal, summa: Number(l.summa), nu: nu('2025-06-03') }
    await expect(godkannLista(db, asta, lista, g)).rejects.toThrow(/20 av de slumpvis valda/)
    for (const p of prov) await noteraGranskad(db, asta, lista, p.nr, nu('2025-06-03'))
    await expect(godkannLista(db, asta, lista, { ...g, summa: g.summa + 1 })).rejects.toThrow(/inte listan/)
    await expect(godkannLista(db, await session({ anvandare: 'bertil', namn: 'Bertil' }), lista, g)).rejects.toThrow(/har gjort listan/)
    await godkannLista(db, asta, lista, g)
    await expect(godkannLista(db, asta, lista, g)).rejects.toThrow(/redan godkänd/)
    expect(await godkandaListor(db)).toContain(lista)
    const [efter] = (await db.agare.query('select godkand, beslutsdag::text from app.apr_beslutslista where id = $1', [lista])).rows
    expect(efter, 'båda av systemets klocka').toEqual({ godkand: new Date(nu('2025-06-03').tid).toISOString(), beslutsdag: '2025-06-03' })
    await expect(
      skapaLista(db, asta, { slag: 'klara', nu: nu('2025-06-03') }),
      'det som redan är godkänt ligger inte i en andra lista',
    ).rejects.toThrow(/Ingen ansökan/)
    expect(await arbetaLista(db, lager, lista, { nu: () => nu('2025-06-03') })).toMatchObject({ beslutade: l.antal, andrade: 0 })
    await expect(db.agare.query('delete from app.apr_listhandelse')).rejects.toThrow(/aldrig/)
  })

  it('beslutar varje ansökan en gång, med handläggaren som beslutsfattare, också när tre arbetar samtidigt och allt körs om', async () => {
    const orgnr = provOrgnr(++lopnr)
    const mina = [
      await ansok({ orgnr, rader: [{ anstalld: 'X', kronor: 16_000 }] }),
      await ansok({ orgnr, inkom: '2025-06-03', rader: [{ anstalld: 'X', kronor: 16_000 }] }),
      ...(await Promise.all(Array.from({ length: 12 }, () => ansok()))),
    ]
    const asta = await session()
    const lista = await skapaLista(db, asta, { slag: 'klara', nu: nu('2025-06-04') })
    const rader = await somPerson(db, asta, (q) => q.selectFrom('app.apr_listrad').selectAll().where('lista', '=', lista).execute())
    for (const r of rader.filter((x) => x.stickprov)) await noteraGranskad(db, asta, lista, r.nr, nu('2025-06-03'))
    const l = await somSystemet(db, (q) =>
      q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).executeTakeFirstOrThrow(),
    )
    await godkannLista(db, asta, lista, { avtryck: l.avtryck, antal: l.antal, summa: Number(l.summa), nu: nu('2025-06-04') })
    await Promise.all([1, 2, 3].map(() => arbetaLista(db, lager, lista, { nu: () => nu('2025-06-04') })))
    await arbetaLista(db, lager, lista, { nu: () => nu('2025-06-05') })
    for (const a of mina) {
      const b = (await laget(a.arendeId)).beslut.filter((x) => x.avser === a.ansokanId)
      expect(b).toHaveLength(1)
      expect(b[0]).toMatchObject({
        fattatAv: { id: 'asta', namn: 'Asta Alvar', roll: 'handlaggare' },
        dag: '2025-06-04',
        innehall: { lista: { id: lista } },
      })
    }
    expect(await ansokningsrad(mina[0]!.ansokanId)).toMatchObject({ belopp: 8_000 })
    expect(await ansokningsrad(mina[1]!.ansokanId), 'taket nås mellan två i samma lista').toMatchObject({ belopp: 2_000 })
    expect(
      await somSystemet(db, (q) => q.selectFrom('app.apr_beslutslista').select('tillstand').where('id', '=', lista).executeTakeFirst()),
    ).toEqual({ tillstand: 'klar' })
    expect(
      (await somSystemet(db, (q) => q.selectFrom('app.apr_listhandelse').select('typ').where('lista', '=', lista).execute())).filter(
        (h) => h.typ === 'klar',
      ),
    ).toHaveLength(1)
  })

  it('lämnar det som har ändrats sedan listan frystes åt en människa, och beslutar resten', async () => {
    const [a, b] = [await ansok(), await ansok()]
    const asta = await session()
    const lista = await skapaLista(db, asta, { slag: 'klara', nu: nu('2025-06-04') })
    const rader = await somPerson(db, asta, (q) => q.selectFrom('app.apr_listrad').selectAll().where('lista', '=', lista).execute())
    for (const r of rader.filter((x) => x.stickprov)) await noteraGranskad(db, asta, lista, r.nr, nu('2025-06-03'))
    const f = (await laget(a.arendeId)).fakta.find((x) => x.namn === 'ansokan')!.varde as { rader: object[] }
    await lager.kor({
      arendeId: a.arendeId,
      av: { system: ASTA },
      nu: nu('2025-06-04'),
      kommando: {
        typ: 'komplettera',
        data: { komplettering: { ansokanId: a.ansokanId, inkom: '2025-06-04', rader: [{ ...f.rader[0], kostnad: 400_000 }] } },
      },
    })
    const l = await somSystemet(db, (q) =>
      q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).executeTakeFirstOrThrow(),
    )
    await godkannLista(db, asta, lista, { avtryck: l.avtryck, antal: l.antal, summa: Number(l.summa), nu: nu('2025-06-04') })
    expect(await arbetaLista(db, lager, lista, { nu: () => nu('2025-06-04') })).toMatchObject({ andrade: 1 })
    expect((await laget(a.arendeId)).beslut).toEqual([])
    expect((await laget(b.arendeId)).beslut).toHaveLength(1)
    expect(
      await somPerson(db, asta, (q) =>
        q
          .selectFrom('app.apr_listrad')
          .select(['tillstand', 'fel'])
          .where('lista', '=', lista)
          .where('ansokan_id', '=', a.ansokanId)
          .executeTakeFirst(),
      ),
    ).toEqual({ tillstand: 'andrad', fel: 'Förslaget är ett annat än det som godkändes.' })
  })

  it('håller sena ansökningar för sig', async () => {
    const sen = await ansok({ inkom: '2026-02-03' })
    const asta = await session()
    await expect(
      skapaLista(db, asta, { slag: 'klara', nu: nu('2026-02-04') }).then((id) =>
        somPerson(db, asta, (q) => q.selectFrom('app.apr_listrad').select('ansokan_id').where('lista', '=', id).execute()),
      ),
    ).resolves.not.toContainEqual({ ansokan_id: sen.ansokanId })
    const lista = await skapaLista(db, asta, { slag: 'sena', nu: nu('2026-02-04') })
    expect(
      await somPerson(db, asta, (q) =>
        q.selectFrom('app.apr_listrad').select(['ansokan_id', 'utfall']).where('lista', '=', lista).execute(),
      ),
    ).toEqual([{ ansokan_id: sen.ansokanId, utfall: 'avslag' }])
  }, 30_000)
})

describe('radskyddet', () => {
  const ser = async (s: Buffer, arendeId: string): Promise<boolean[]> => {
    const tabeller = ['app.arende', 'app.handelse', 'app.apr_ansokan', 'app.apr_rad'] as const
    return somPerson(db, s, async (q) =>
      Promise.all(
        tabeller.map(
          async (t) =>
            (
              await q
                .selectFrom(t)
                .select((e) => e.fn.countAll<number>().as('n'))
                .where(t === 'app.arende' ? ('id' as never) : ('arende_id' as never), '=', arendeId as never)
                .executeTakeFirstOrThrow()
            ).n > 0,
        ),
      ),
    )
  }
  const ALLT = [true, true, true, true]
  const INGET = [false, false, false, false]

  it('en arbetsgivare ser sitt, aldrig en annans; som anordnare ser den inte sina ansökningar', async () => {
    const [a, b] = [await ansok(), await ansok()]
    expect(await ser(await arbetsgivare(a.orgnr), a.arendeId)).toEqual(ALLT)
    expect(await ser(await arbetsgivare(a.orgnr), b.arendeId)).toEqual(INGET)
    expect(await ser(await arbetsgivare(a.orgnr, 'anordnare'), a.arendeId)).toEqual(INGET)
  })

  it('handläggare ser enhetens, andra enheter och andra roller inget', async () => {
    const { arendeId } = await ansok()
    expect(await ser(await session(), arendeId)).toEqual(ALLT)
    expect(await ser(await session({ enhet: 'Gävle' }), arendeId)).toEqual(INGET)
    for (const roll of ['analytiker', 'samverkansansvarig', 'fmr', 'vard'] as const)
      expect(await ser(await session({ roll, enhet: '' }), arendeId), roll).toEqual(INGET)
  })

  it('en enskild näringsidkare kan få skydd: då ser bara den behöriga, i alla hennes ärenden; en organisation kan det inte', async () => {
    const orgnr = provPersonnummer(1).slice(2)
    const [i25, i24] = [await ansok({ orgnr }), await ansok({ orgnr, ar: 2024, inkom: '2025-01-10' })]
    await lager.kor({
      arendeId: i25.arendeId,
      av: { session: await session({ farSeSkyddade: true }) },
      nu: nu('2025-06-05'),
      kommando: { typ: 'sattSkydd', skyddad: true, skal: 'Hon har ringt.' },
    })
    for (const a of [i25, i24])
      expect((await lasArende(db, { system: SYSTEM }, a.arendeId))!.journal.at(-1)).toMatchObject({
        data: { typ: 'skyddSatt', skyddad: true },
      })
    expect(await ser(await session(), i25.arendeId)).toEqual(INGET)
    expect(await ser(await session({ farSeSkyddade: true }), i24.arendeId)).toEqual(ALLT)
    expect(
      await somSystemet(db, (q) =>
        q.selectFrom('app.arbetsgivare').select('skyddad').where('orgnr', '=', orgnr.replace(/\D/g, '')).executeTakeFirst(),
      ),
    ).toEqual({ skyddad: true })
    const ab = await ansok()
    await expect(
      lager.kor({
        arendeId: ab.arendeId,
        av: { session: await session({ farSeSkyddade: true }) },
        nu: nu('2025-06-05'),
        kommando: { typ: 'sattSkydd', skyddad: true, skal: 'x' },
      }),
    ).rejects.toThrow(/ingen person/)
  })

  it('den som handlägger ser inte sin egen firma', async () => {
    const personnummer = provPersonnummer(2)
    const { arendeId } = await ansok({ orgnr: personnummer.slice(2) })
    expect(await ser(await session({ personnummer }), arendeId)).toEqual(INGET)
    expect(await ser(await session({ personnummer: provPersonnummer(3) }), arendeId)).toEqual(ALLT)
  })

  it('en uppladdad fil är firmans egen tills den ligger i ett ärende; ingen annans kan anknytas', async () => {
    const [a, b] = [await ansok(), await ansok()]
    const id = randomUUID()
    const siffror = a.orgnr.replace(/\D/g, '')
    await somPerson(db, await arbetsgivare(a.orgnr), (q) =>
      q
        .insertInto('app.dokument')
        .values({
          id,
          arende_id: null,
          person_id: null,
          orgnr: siffror,
          medietyp: 'application/pdf',
          sha256: Buffer.alloc(32),
          storlek: 1,
          innehall: Buffer.from('x'),
        })
        .execute(),
    )
    const finns = (s: Buffer) =>
      somPerson(db, s, async (q) => (await q.selectFrom('app.dokument').select('id').where('id', '=', id).executeTakeFirst()) !== undefined)
    expect([await finns(await arbetsgivare(a.orgnr)), await finns(await arbetsgivare(b.orgnr)), await finns(await session())]).toEqual([
      true,
      false,
      false,
    ])
    await expect(
      somPerson(db, await arbetsgivare(a.orgnr), (q) =>
        q
          .insertInto('app.dokument')
          .values({
            id: randomUUID(),
            arende_id: null,
            person_id: null,
            orgnr: b.orgnr.replace(/\D/g, ''),
            medietyp: 'application/pdf',
            sha256: Buffer.alloc(32),
            storlek: 1,
            innehall: Buffer.from('x'),
          })
          .execute(),
      ),
    ).rejects.toThrow()
    const k = { arendeId: b.arendeId, av: { system: ASTA }, nu: nu('2025-06-05'), kommando: { typ: 'anteckna' as const, text: 'Fil.' } }
    await expect(lager.kor({ ...k, anknyt: { dokument: [id], orgnr: b.orgnr.replace(/\D/g, '') } })).rejects.toThrow(/Ladda upp den igen/)
    await lager.kor({ ...k, arendeId: a.arendeId, anknyt: { dokument: [id], orgnr: siffror } })
    expect(await finns(await session())).toBe(true)
    await expect(lager.kor({ ...k, arendeId: a.arendeId, anknyt: { dokument: [id], orgnr: siffror } })).rejects.toThrow(/redan använd/)
  })

  it('en omgång efterkontroll har ingen part, och bara den nationella enheten ser den', async () => {
    const inlett = await lager.inled({
      part: { slag: 'ingen' },
      forman: 'aprKontroll',
      sak: '2025-1',
      enhet: 'APR',
      nu: nu('2025-08-04'),
      aktor: CHEFEN,
      forsta: [
        {
          typ: 'planera',
          data: { ar: 2025, halvar: 1, andel: '0,15', indelning: ['belopp'], population: [{ id: 'e1', belopp: 5_000 }], utanfor: 0 },
        },
      ],
    })
    expect(
      await lager.inled({
        part: { slag: 'ingen' },
        forman: 'aprKontroll',
        sak: '2025-1',
        enhet: 'APR',
        nu: nu('2025-08-04'),
        aktor: CHEFEN,
      }),
    ).toMatchObject({ arendeId: inlett.arendeId, fanns: true })
    const ser1 = async (s: Buffer) =>
      somPerson(
        db,
        s,
        async (q) => (await q.selectFrom('app.arende').select('id').where('id', '=', inlett.arendeId).executeTakeFirst()) !== undefined,
      )
    expect([
      await ser1(await session({ roll: 'enhetschef' })),
      await ser1(await session({ enhet: 'Gävle' })),
      await ser1(await arbetsgivare(provOrgnr(1))),
    ]).toEqual([true, false, false])
  })
})

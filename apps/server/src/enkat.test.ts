import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datum } from '@atergang/kalender'
import { somSystemet, sparaEnkatsvar } from '@atergang/lager'
import { Minnesko } from '../../../tests/stod/minnesko.ts'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'
import { sandUtskick } from './jobb/utskick.ts'
import { vackAlla } from './jobb/vackning.ts'

let s: Testserver
const ko = new Minnesko()
const kakor = new Map<string, string>()

beforeAll(async () => {
  s = await startaTestserver({ dag: '2026-03-02', utskicksko: ko })
}, 120_000)
afterAll(() => s.stang())

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into field by field
type Svar = any
async function anrop(konto: string | null, metod: string, vag: string, kropp?: unknown): Promise<{ status: number; json: Svar }> {
  if (konto && !kakor.has(konto)) kakor.set(konto, await s.loggaIn(konto))
  return s.anrop(konto ? kakor.get(konto)! : null, metod, `/api/v1${vag}`, kropp)
}
async function gor(konto: string | null, metod: string, vag: string, kropp?: unknown): Promise<Svar> {
  const r = await anrop(konto, metod, vag, kropp)
  if (r.status >= 300) throw new Error(`${metod} ${vag}: ${r.status} ${JSON.stringify(r.json)}`)
  return r.json
}
async function dag(d: string): Promise<void> {
  s.t.klocka.stall(datum(d))
  await vackAlla(s.t)
  await skicka()
}
const skicka = (): Promise<number> => ko.tom((j) => sandUtskick(s.t, j))

interface Meddelande {
  till: string
  amne: string
  text: string
  lank: string
  kod: string
  lankenGallerTill: string
}
const utgangna = (): Meddelande[] => {
  const mapp = join(s.t.config.data, 'enkat-ut')
  return readdirSync(mapp).map((f) => JSON.parse(readFileSync(join(mapp, f), 'utf8')) as Meddelande)
}
const till = (adress: string, amne = /^Enkät/): Meddelande =>
  utgangna()
    .filter((m) => m.till === adress && amne.test(m.amne))
    .at(-1)!
const lanken = (m: Meddelande): { id: string; kod: string } => ({ id: m.lank.slice(7).split('#')[0]!, kod: m.kod })

const GRUND = {
  namn: 'Samverkan i länen',
  syfte: 'Vi vill veta hur samverkan fungerar.',
  redovisas: 'lan',
  oppnar: '2026-03-02',
  stanger: '2026-03-20',
  paminnelser: ['2026-03-10', '2026-03-06'],
}
const FRAGOR = [
  { fraga: 5, item: 'a', text: 'Kontaktperson?', slag: 'skala', minst: 1, hogst: 5, vetEj: true, index: 'kontaktytor', alternativ: [] },
  { fraga: 5, item: 'b', text: 'Möten?', slag: 'skala', minst: 1, hogst: 5, vetEj: true, index: 'kontaktytor', alternativ: [] },
  { fraga: 3, item: 'mest', text: 'Viktigast?', slag: 'val', minst: null, hogst: null, vetEj: false, index: null, alternativ: ['A', 'B'] },
  { fraga: 22, item: 'a', text: 'Vad hindrar?', slag: 'fritext', minst: null, hogst: null, vetEj: false, index: null, alternativ: [] },
]
const base64 = (t: string): string => Buffer.from(t).toString('base64')
const LANEN = { Gävleborg: 6, Dalarna: 5, Jämtland: 2 } as const
const adresser = Object.entries(LANEN).flatMap(([lan, n]) =>
  Array.from({ length: n }, (_, i) => ({ adress: `p${i}.${lan.toLowerCase().replace(/[åäö]/g, 'a')}@example.org`, lan })),
)
const FIL = `adress;län;roll\r\n${adresser.map((a) => `${a.adress};${a.lan}s län;samverkansansvarig`).join('\r\n')}\r\n`

let id: string

describe('en analytiker som gör en enkät', () => {
  it('börjar från registrets frågor, ändrar dem, och får veta vad som är fel fråga för fråga', async () => {
    const fel = await anrop('ada', 'POST', '/enkater', { ...GRUND, stanger: '2026-03-01', paminnelser: ['2026-04-01'] })
    expect(fel).toMatchObject({
      status: 400,
      json: { falt: [{ falt: 'stanger' }, { falt: 'paminnelser', text: expect.stringContaining('1 april 2026') }] },
    })
    ;({ id } = await gor('ada', 'POST', '/enkater', GRUND))
    const ny = await gor('ada', 'GET', `/enkater/${id}`)
    expect(ny).toMatchObject({ tillstand: 'utkast', paminnelser: ['2026-03-06', '2026-03-10'], antalMottagare: 0 })
    expect([...new Set(ny.fragor.map((f: Svar) => f.fraga))]).toEqual([3, 5, 6, 7, 9, 10, 11, 15, 21, 22])
    const dubbel = await anrop('ada', 'PUT', `/enkater/${id}/fragor`, {
      fragor: [...FRAGOR, FRAGOR[0], { ...FRAGOR[2], item: 'minst', alternativ: ['A'] }],
    })
    expect(dubbel).toMatchObject({
      status: 422,
      json: { kod: 'felIFragorna', falt: [{ falt: 'fragor.4.item' }, { falt: 'fragor.5.alternativ' }] },
    })
    expect((await gor('ada', 'PUT', `/enkater/${id}/fragor`, { fragor: FRAGOR })).fragor).toHaveLength(4)
  })

  it('läser in mottagare ur en fil: fel med rad och kolumn och inget halvläst, och sedan alla', async () => {
    const fel = await anrop('ada', 'POST', `/enkater/${id}/mottagare/fil`, {
      innehall: base64(
        'adress;län;roll\nanna@example.org;Gävleborg;ansvarig\ninte en adress;Atlantis;\nANNA@example.org;Dalarna;ansvarig\n',
      ),
    })
    expect(fel.status).toBe(422)
    expect(fel.json.falt.map((f: Svar) => f.falt)).toEqual([
      'rad 3, kolumn adress',
      'rad 3, kolumn län',
      'rad 3, kolumn roll',
      'rad 4, kolumn adress',
    ])
    expect((await gor('ada', 'GET', `/enkater/${id}`)).antalMottagare).toBe(0)
    expect(await anrop('ada', 'POST', `/enkater/${id}/mottagare/fil`, { innehall: base64('adress;roll\na@b.se;x\n') })).toMatchObject({
      status: 422,
      json: { kod: 'kolumnerSaknas' },
    })
    expect((await gor('ada', 'POST', `/enkater/${id}/mottagare/fil`, { innehall: base64(FIL) })).antalMottagare).toBe(13)
    expect(await anrop('ada', 'POST', `/enkater/${id}/mottagare/fil`, { innehall: base64(FIL) })).toMatchObject({
      status: 422,
      json: { kod: 'redanMottagare', falt: expect.arrayContaining([expect.objectContaining({ falt: 'rad 2, kolumn adress' })]) },
    })
    expect(await anrop('ada', 'POST', `/enkater/${id}/mottagare`, { adress: 'utan', lan: 'Gävleborg', roll: 'x' })).toMatchObject({
      status: 422,
      json: { falt: [{ falt: 'adress' }] },
    })
  })

  it('öppnar den: inbjudan går ut genom kön med en egen länk, och varken adress eller kod står i adressen som servern får', async () => {
    expect((await gor('ada', 'POST', `/enkater/${id}/oppning`)).tillstand).toBe('oppen')
    expect(await anrop('ada', 'POST', `/enkater/${id}/oppning`)).toMatchObject({ status: 409 })
    expect(await skicka()).toBe(13)
    expect(utgangna()).toHaveLength(13)
    const m = till(adresser[0]!.adress)
    expect(m).toMatchObject({ amne: 'Enkät: Samverkan i länen', lankenGallerTill: '2026-03-20' })
    expect(m.lank.split('#')[0]).toMatch(/^\/svara\/[0-9a-f-]{36}$/)
    expect(await anrop('ada', 'PUT', `/enkater/${id}/fragor`, { fragor: FRAGOR })).toMatchObject({
      status: 409,
      json: { kod: 'enkatenArOppnad' },
    })
    await vackAlla(s.t)
    expect(await skicka(), 'ingen bjuds in två gånger').toBe(0)
  })
})

describe('den som har fått en länk', () => {
  it('svarar utan inloggning, det sparas, och det går att fortsätta med samma länk', async () => {
    const { id: lank, kod } = lanken(till(adresser[0]!.adress))
    expect(await anrop(null, 'POST', `/svara/${lank}/oppna`, { kod: 'ABCD-EFGH-JKMN' })).toMatchObject({
      status: 403,
      json: { kod: 'felKod' },
    })
    expect(await gor(null, 'POST', `/svara/${lank}/oppna`, { kod })).toMatchObject({ namn: 'Samverkan i länen', svar: [], besvarad: null })
    await gor(null, 'PUT', `/svara/${lank}`, { kod, svar: [{ fraga: 5, item: 'a', varde: 4 }] })
    expect(await gor(null, 'POST', `/svara/${lank}/oppna`, { kod: kod.toLowerCase().replaceAll('-', ' ') })).toMatchObject({
      svar: [{ fraga: 5, item: 'a', varde: 4 }],
      besvarad: null,
    })
    expect(
      await anrop(null, 'PUT', `/svara/${lank}`, {
        kod,
        svar: [
          { fraga: 5, item: 'a', varde: 6 },
          { fraga: 99, item: 'z', varde: 1 },
          { fraga: 3, item: 'mest', svar: 'C' },
        ],
      }),
    ).toMatchObject({ status: 422, json: { falt: [{ falt: 'svar.5 a' }, { falt: 'svar.99 z' }, { falt: 'svar.3 mest' }] } })
  })

  it('kommer med sin länk bara till sina egna svar, och ingen inloggad läser svar som pågår', async () => {
    const { id: annan } = lanken(till(adresser[1]!.adress))
    const { kod } = lanken(till(adresser[0]!.adress))
    expect(await anrop(null, 'POST', `/svara/${annan}/oppna`, { kod })).toMatchObject({ status: 403 })
    for (const vag of ['resultat', 'poster', 'kodning'])
      expect(await anrop('ada', 'GET', `/enkater/${id}/${vag}`)).toMatchObject({ status: 409, json: { kod: 'ejStangd' } })
  })
})

/** Answers of each: county by county another level, so that over and under the mean is known. */
async function svara(i: number, o: { vetEj?: boolean; text?: string; paminnelse?: boolean } = {}): Promise<void> {
  const { adress, lan } = adresser[i]!
  const { id: lank, kod } = lanken(till(adress, o.paminnelse ? /^Påminnelse/ : /^Enkät/))
  const v = { Gävleborg: 5, Dalarna: 3, Jämtland: 1 }[lan as 'Dalarna']
  await gor(null, 'POST', `/svara/${lank}`, {
    kod,
    svar: [
      { fraga: 5, item: 'a', varde: v },
      o.vetEj ? { fraga: 5, item: 'b', vetEj: true } : { fraga: 5, item: 'b', varde: v },
      { fraga: 3, item: 'mest', svar: 'A' },
      ...(o.text ? [{ fraga: 22, item: 'a', svar: o.text }] : []),
    ],
  })
}

describe('medan enkäten pågår', () => {
  it('påminns de som inte har svarat på de valda dagarna, en gång var, och svarsfrekvensen per län säger aldrig om någon i ett litet län har svarat', async () => {
    for (const i of [0, 1, 2, 3, 4]) await svara(i, { vetEj: i === 0, text: i < 2 ? `Tiden räcker inte ${i}` : '' })
    await dag('2026-03-06')
    expect(utgangna().filter((m) => m.amne.startsWith('Påminnelse'))).toHaveLength(8)
    await dag('2026-03-07')
    expect(utgangna().filter((m) => m.amne.startsWith('Påminnelse'))).toHaveLength(8)
    for (const i of [6, 7, 8, 9, 10, 11]) await svara(i, { paminnelse: true })
    await dag('2026-03-10')
    expect(utgangna().filter((m) => m.amne.startsWith('Påminnelse'))).toHaveLength(10)
    const e = await gor('ada', 'GET', `/enkater/${id}`)
    expect(e).toMatchObject({ antalMottagare: 13, antalSvarande: 11 })
    expect(e.frekvens).toEqual([
      { grupp: 'Dalarna', mottagare: 5, svarande: null },
      { grupp: 'Gävleborg', mottagare: 6, svarande: null },
      { grupp: 'Jämtland', mottagare: 2, svarande: null },
    ])
    expect(e.svarEfterPaminnelser).toEqual([
      { paminnelser: 0, svar: 5 },
      { paminnelser: 1, svar: 6 },
    ])
    expect(e.utskick).toMatchObject([
      { nr: 0, skickade: 13 },
      { nr: 1, skickade: 8 },
      { nr: 2, skickade: 2 },
    ])
    expect(JSON.stringify(e)).not.toContain('@')
  })

  it('bjuds den in som läggs till sent, utan påminnelserna som redan varit', async () => {
    await gor('ada', 'POST', `/enkater/${id}/mottagare`, { adress: 'sen@example.org', lan: 'Jämtland', roll: 'samverkansansvarig' })
    await dag('2026-03-11')
    expect(
      utgangna()
        .filter((m) => m.till === 'sen@example.org')
        .map((m) => m.amne),
    ).toEqual(['Enkät: Samverkan i länen'])
  })

  it('räknas inte den som sparat men inte lämnat, och länken dör när enkäten stänger', async () => {
    const { id: lank, kod } = lanken(till('sen@example.org'))
    await gor(null, 'PUT', `/svara/${lank}`, { kod, svar: [{ fraga: 5, item: 'a', varde: 5 }] })
    await dag('2026-03-21')
    expect(await gor('ada', 'GET', `/enkater/${id}`)).toMatchObject({ tillstand: 'stangd', stangd: '2026-03-21' })
    expect(await anrop(null, 'POST', `/svara/${lank}/oppna`, { kod })).toMatchObject({ status: 403, json: { kod: 'felKod' } })
    expect((await gor('ada', 'GET', `/enkater/${id}/resultat`)).svarande).toBe(11)
  })

  it('finns inga meddelanden med adress och länk kvar när den har stängt, inte heller ett som skrevs i samma stund', async () => {
    expect(utgangna()).toEqual([])
    const { rows } = await s.t.db.agare.query<{ id: string }>(
      'select u.id from app.enkatutskick u join app.enkatmottagare m on m.id = u.mottagare where m.enkat = $1 limit 1',
      [id],
    )
    const mapp = join(s.t.config.data, 'enkat-ut')
    writeFileSync(join(mapp, `${rows[0]!.id}.json`), '{}')
    writeFileSync(join(mapp, 'annat.json'), '{}')
    await vackAlla(s.t)
    expect(readdirSync(mapp), 'det som inte är ett meddelande ligger kvar').toEqual(['annat.json'])
    rmSync(join(mapp, 'annat.json'))
  })
})

describe('den stängda enkäten', () => {
  it('säger att den är stängd till den som vill ändra i den, och inte att den inte finns', async () => {
    const ny = { adress: 'forsen@example.org', lan: 'Jämtland', roll: 'samverkansansvarig' }
    expect(await anrop('ada', 'POST', `/enkater/${id}/mottagare`, ny)).toMatchObject({ status: 409, json: { kod: 'enkatenArStangd' } })
    expect(
      await anrop('ada', 'POST', `/enkater/${id}/mottagare/fil`, {
        innehall: base64('adress;län;roll\nforsen@example.org;Jämtland;ansvarig\n'),
      }),
    ).toMatchObject({ status: 409, json: { kod: 'enkatenArStangd' } })
    expect(await anrop('ada', 'PUT', `/enkater/${id}/fragor`, { fragor: FRAGOR })).toMatchObject({
      status: 409,
      json: { kod: 'enkatenArOppnad' },
    })
    expect(await anrop('ada', 'POST', `/enkater/${id}/oppning`)).toMatchObject({ status: 409, json: { kod: 'redanOppnad' } })
    expect(await anrop('ada', 'POST', `/enkater/${id}/stangning`)).toMatchObject({ status: 409, json: { kod: 'ejOppen' } })
  })

  it('tar inte emot ett svar som kommer just efter att den stängts', async () => {
    const { rows } = await s.t.db.agare.query<{ id: string }>('select id from app.enkatmottagare where enkat = $1 limit 1', [id])
    await expect(somSystemet(s.t.db, (q) => sparaEnkatsvar(q, rows[0]!.id, [], s.t.klocka.nu(), true))).rejects.toMatchObject({
      kod: 'enkatenArStangd',
    })
  })

  it('har inget kvar i databasen som säger vem som svarat vad', async () => {
    const { rows } = await s.t.db.agare.query<{ lankar: number; adresser: number; utkast: number }>(
      `select (select count(*)::int from app.enkatlank) as lankar, (select count(*)::int from app.enkatmottagare where adress is not null) as adresser, (select count(*)::int from app.enkatdeltagande where utkast is not null) as utkast`,
    )
    expect(rows[0]).toEqual({ lankar: 0, adresser: 0, utkast: 0 })
    const kolumner = await s.t.db.agare.query<{ c: string }>(
      `select string_agg(column_name, ' ' order by column_name) as c from information_schema.columns where table_schema = 'app' and table_name in ('enkatsvar', 'enkatsvarare')`,
    )
    expect(kolumner.rows[0]!.c).not.toMatch(/mottagare|adress|tid|dag/)
  })

  it('räknar index 0–100 med ”vet ej” borttaget, över och under medel, och döljer län med färre än fem', async () => {
    const r = await gor('ada', 'GET', `/enkater/${id}/resultat`)
    expect(r).toMatchObject({ forFa: false, index: [{ index: 'kontaktytor', n: 11 }] })
    // Jämtland has one: hidden, and so is Dalarna, or the one could be worked out of the whole.
    const per = Object.fromEntries(r.index[0].grupper.map((g: Svar) => [g.grupp, g]))
    expect(per).toMatchObject({ Gävleborg: { varde: null, n: null }, Dalarna: { varde: 50, n: 5 }, Jämtland: { varde: null, n: null } })
    const fraga = r.fragor.find((f: Svar) => f.item === 'b')
    expect(fraga.vetEj).toEqual({ antal: null, dold: 'liten' })
    expect(fraga.steg.find((x: Svar) => x.namn === '1')).toMatchObject({ antal: null, dold: 'liten' })
    expect(JSON.stringify(r)).not.toContain('Tiden räcker')
  })

  it('lämnar ut svar rad för rad utan ägare, med gruppen bara där minst fem delar den', async () => {
    const p = await gor('ada', 'GET', `/enkater/${id}/poster`)
    expect(p.rubriker).toEqual(['grupp', '5a', '5b', '3mest'])
    expect(p.rader).toHaveLength(11)
    expect(p.rader.filter((r: Svar[]) => r[1] === 1)).toEqual([['för få för att visas', 1, 1, 'A']])
    expect((await gor('ada', 'GET', `/enkater/${id}`)).handelser[0].text).toBe('Hämtade 11 svar rad för rad.')
  })

  it('fritexten kan inte läggas bredvid svaren: den har egna id och egen ordning, och raderna ordnas efter vad som står i dem', async () => {
    const { rader } = await gor('ada', 'GET', `/enkater/${id}/poster`)
    const ordnade = rader.map((r: Svar[]) => JSON.stringify(r))
    expect(ordnade).toEqual([...ordnade].sort())
    const k = await gor('ada', 'GET', `/enkater/${id}/kodning`)
    const svarare = (await s.t.db.agare.query<{ id: string }>('select id from app.enkatsvarare where enkat = $1', [id])).rows.map(
      (r) => r.id,
    )
    expect(svarare).toHaveLength(11)
    for (const u of [k, rader]) for (const x of svarare) expect(JSON.stringify(u)).not.toContain(x)
    const iOrdning = k.svar.map((x: Svar) => x.id)
    expect(iOrdning).toEqual([...iOrdning].sort())
    expect(new Set(iOrdning).size).toBe(2)
    expect(
      await anrop('ada', 'PUT', `/enkater/${id}/kodning`, { svar: svarare[0], kod: null }),
      'den som svarat är inget id att koda på',
    ).toMatchObject({ status: 422, json: { kod: 'svaretFinnsInte' } })
  })

  it('fritexten kodas av den som läser den, och koderna räknas', async () => {
    const k = await gor('ada', 'GET', `/enkater/${id}/kodning`)
    expect(k.svar.map((x: Svar) => x.text).sort()).toEqual(['Tiden räcker inte 0', 'Tiden räcker inte 1'])
    const ett = k.svar[0]
    expect(await anrop('ada', 'PUT', `/enkater/${id}/kodning`, { svar: ett.id, kod: 'tid' })).toMatchObject({
      status: 422,
      json: { kod: 'kodenFinnsInte' },
    })
    await gor('ada', 'POST', `/enkater/${id}/koder`, { fraga: 22, item: 'a', kod: 'tid', beskrivning: 'Tiden räcker inte till' })
    expect(await anrop('ada', 'POST', `/enkater/${id}/koder`, { fraga: 22, item: 'a', kod: 'tid', beskrivning: 'Igen' })).toMatchObject({
      status: 409,
    })
    for (const x of k.svar) await gor('ada', 'PUT', `/enkater/${id}/kodning`, { svar: x.id, kod: 'tid' })
    expect((await gor('ada', 'GET', `/enkater/${id}/kodning`)).svar[0].kodningar).toMatchObject([
      { kod: 'tid', kodare: 'Ada Alm', min: true },
    ])
    expect((await gor('ada', 'GET', `/enkater/${id}/resultat`)).fritext).toMatchObject([
      { svar: 2, n: 2, kappa: null, koder: [{ kod: 'tid', antal: 2 }] },
    ])
    await gor('ada', 'PUT', `/enkater/${id}/kodning`, { svar: ett.id, kod: null })
    expect((await gor('ada', 'GET', `/enkater/${id}/resultat`)).fritext[0].n).toBe(1)
  })
})

describe('roller', () => {
  it('en enhetschef ser enhetens enkäter och inga andras, och läser inte fritext', async () => {
    expect((await gor('karin', 'GET', '/enkater')).rader).toEqual([])
    expect(await anrop('karin', 'GET', `/enkater/${id}`)).toMatchObject({ status: 404 })
    const { id: egen } = await gor('karin', 'POST', '/enkater', { ...GRUND, oppnar: '2026-03-23', stanger: '2026-04-01', paminnelser: [] })
    expect((await gor('ada', 'GET', `/enkater/${egen}`)).enhet).toBe('Gävle')
    expect(await anrop('gudrun', 'GET', `/enkater/${egen}`)).toMatchObject({ status: 404 })
    expect(await anrop('karin', 'POST', `/enkater/${egen}/oppning`)).toMatchObject({ status: 422, json: { kod: 'ingaMottagare' } })
    expect(await anrop('karin', 'GET', `/enkater/${egen}/kodning`)).toMatchObject({ status: 403 })
    await gor('karin', 'PUT', `/enkater/${egen}/fragor`, { fragor: FRAGOR })
    await gor('karin', 'POST', `/enkater/${egen}/mottagare`, { adress: 'en@example.org', lan: 'Gävleborg', roll: 'handläggare' })
    expect((await gor('karin', 'POST', `/enkater/${egen}/oppning`)).handelser[0].text).toBe(
      'Öppnade enkäten. Inbjudningarna går ut 23 mars 2026.',
    )
    expect(await skicka(), 'första dagen är inte inne').toBe(0)
    await dag('2026-03-23')
    const { id: lank, kod } = lanken(till('en@example.org'))
    await gor(null, 'POST', `/svara/${lank}`, {
      kod,
      svar: [
        { fraga: 5, item: 'a', varde: 2 },
        { fraga: 22, item: 'a', svar: 'Bara jag' },
      ],
    })
    expect(utgangna()).toHaveLength(1)
    await gor('karin', 'POST', `/enkater/${egen}/stangning`)
    expect(utgangna(), 'meddelandena går också när den stängs för hand').toEqual([])
    expect(await gor('karin', 'GET', `/enkater/${egen}/resultat`)).toEqual({
      svarande: 1,
      forFa: true,
      fragor: [],
      index: [],
      grader: [],
      kombinationer: [],
      fritext: [],
    })
  })

  it('handläggare och den som inte är inloggad kommer inte in', async () => {
    expect((await anrop('eva', 'GET', '/enkater')).status).toBe(403)
    expect((await anrop(null, 'GET', `/enkater/${id}`)).status).toBe(401)
  })
})

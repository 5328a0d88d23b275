import { sammanfatta, personen, type Aktor, type Kommando, type Person } from '@atergang/arende'
import { arendevy } from '@atergang/formaner'
import { vanligtSvar } from '@atergang/formaner/prov'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../tests/stod/databas.ts'
import {
  Arendelager,
  attVacka,
  bulkladda,
  lasArende,
  provaJournal,
  reserveraNummer,
  sha256,
  utanKo,
  utredningAv,
  type Bulkarende,
  type Databas,
  type Nu,
  sparaBrev,
} from './index.ts'
import { uppgifterUr } from './uppgiftslogg.ts'

let db: Databas
let andra: Databas
const stang: (() => Promise<void>)[] = []
beforeAll(async () => {
  for (const satt of [(d: Databas) => (db = d), (d: Databas) => (andra = d)]) {
    const t = await testdatabas()
    satt(t.db)
    stang.push(t.stang)
  }
})
afterAll(async () => {
  for (const s of stang) await s()
})

const SYSTEM: Aktor = { id: 'system', namn: 'Återgång', roll: 'system' }
const EVA: Aktor = { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare', enhet: 'Gävle' }
const START = datum('2026-01-05')
const person: Person = {
  id: randomUUID(),
  personnummer: '19800101-9804',
  fornamn: 'Anna',
  efternamn: 'Andersson',
  fodd: datum('1980-01-01'),
  adress: ['Gatan 1', '800 01 Gävle'],
  lan: 'Gävleborg',
  skyddad: false,
}

let klockslag = 0
const nu = (dag: Datum): Nu => ({ dag, tid: `${dag}T08:00:${String(klockslag++ % 60).padStart(2, '0')}.000Z` })
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
const intyg = (from: Datum, tom: Datum): Kommando => ({
  typ: 'taEmotIntyg',
  data: {
    handling: handling('lakarintyg', from),
    varde: {
      handlingId: 'i',
      intygsId: randomUUID(),
      typ: 'LISJP',
      version: '2.0',
      signerat: null,
      lakare: 'Dr Lind',
      vardenhet: 'HC',
      perioder: [{ from, tom, grad: 1 }],
      diagnoser: [{ kod: 'M545', text: 'Lumbago' }],
      arbete: '',
      funktionsnedsattning: '',
      aktivitetsbegransning: '',
      behandling: '',
      prognos: null,
      sysselsattning: [],
      forlaggningForsamrar: null,
      fynd: [{ kod: 'prognosSaknas', allvar: 'fel', svarId: '39', text: 'Prognos saknas.', fraga: 'När?' }],
    },
  },
})
const ansokan = (from: Datum, tom: Datum, inkom: Datum): Kommando => ({
  typ: 'taEmotAnsokan',
  data: {
    handling: handling('ansokan', inkom),
    varde: {
      inkom,
      forstaSjukdag: START,
      perioder: [{ from, tom, omfattning: 1 }],
      sysselsattning: 'anstalld',
      arbetsgivare: { namn: 'Bruket AB', orgnr: '999900-0012' },
      arbetsuppgifter: 'Lager',
      inkomst: { anstallning: 360_000, annat: 0 },
      hederOchSamvete: true,
      underskrift: { tid: `${inkom}T08:00:00Z`, metod: 'e-legitimation' },
    },
  },
})

/** A case that goes through the one door: questions answered, a doctor asked and answering, rest, hand-back, an employer asked. */
async function genomLagret(): Promise<{ arendeId: string; dag: Datum }> {
  const lager = new Arendelager(db, utanKo)
  const dag = (n: number) => plusDagar(START, n - 1)
  const dokument = [{ id: randomUUID(), medietyp: 'text/plain', innehall: new TextEncoder().encode('Ett intyg') }]
  const { arendeId } = await lager.inled({
    part: { slag: 'person', person },
    forman: 'sjukpenning',
    enhet: 'Gävle',
    nu: nu(dag(7)),
    aktor: SYSTEM,
    forsta: [intyg(START, dag(100))],
    dokument,
  })
  const kor = (kommando: Kommando, n: number, aktor = EVA) => lager.kor({ arendeId, kommando, av: { system: aktor }, nu: nu(dag(n)) })
  const laget = async () => (await lasArende(db, { system: SYSTEM }, arendeId))!.lage
  const svara = async (kod: string, n: number, svar?: unknown) => {
    const f = utredningAv(await laget(), dag(n)).fragor.find((x) => x.kod === kod)!
    const kommando: Kommando = { typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar: svar ?? vanligtSvar(f) }
    const brev = await lager.brevFor({ arendeId, kommando, av: { system: EVA }, nu: nu(dag(n)) })
    const pdf = new TextEncoder().encode('%PDF-prov')
    if (brev) await sparaBrev(db, { arendeId, av: { system: EVA }, innehall: brev.innehall, pdf, pdfSha256: sha256(pdf) })
    await kor(kommando, n)
  }
  const vantaTill = async (n: number) => {
    for (let d = dag(n); (await attVacka(db, d, 1)).includes(arendeId);) await lager.vack(arendeId, { dag: d, tid: `${d}T00:15:00.000Z` })
  }
  await kor(ansokan(START, dag(100), dag(18)), 18, { id: person.id, namn: 'Anna Andersson', roll: 'forsakrad' })
  await kor({ typ: 'tilldela', roll: 'handlaggare', till: EVA }, 19)
  await svara('intygsgranskning', 19, { beslut: 'komplettera', fragor: [{ svarId: '39', text: 'När?' }] })
  await vantaTill(40)
  const [fragad] = (await laget()).begaran
  await kor(
    { typ: 'besvaraBegaran', begaranId: fragad!.id, svar: [{ frageId: fragad!.fragor[0]!.frageId, text: 'Om två månader.' }] },
    40,
    { id: 'vard', namn: 'Dr Lind', roll: 'vard' },
  )
  for (const kod of ['intygsgranskning', 'sgi', 'arbetsformaga', 'rehabilitering', 'forslag', 'beslut']) await svara(kod, 41)
  await kor({ typ: 'anteckna', text: 'Ringt.' }, 42)
  await vantaTill(91)
  await svara('arbetsgivarensMojligheter', 92, { val: 'fraga', text: 'Finns det lättare arbete?' })
  await kor({ typ: 'lamnaOver', data: { slag: 'ide', skal: 'Intyget nämner rehabilitering.' } }, 92)
  await kor({ typ: 'laggVilande', roll: 'handlaggare', skal: 'Väntar på svar', till: dag(99) }, 92)
  await kor({ typ: 'lamnaTillbaka', roll: 'handlaggare', skal: 'jav', text: 'Granne' }, 93)
  return { arendeId, dag: dag(93) }
}

const TABELLER = [
  'person',
  'arende',
  'handelse',
  'uppgift',
  'tilldelning',
  'vila',
  'jav',
  'begaran',
  'dokument',
  'persondagar',
  'analyspost',
  'overlamning',
] as const
const UTAN_TID: Readonly<Record<string, string>> = { person: 'skapad', arende: 'andrat', uppgift: 'oppnad,avslutad', dokument: 'skapad' }

/** All rows of the case in a table, without the clock of the computer; of a task, whether it is open. */
async function rader(d: Databas, tabell: string, arendeId: string): Promise<object[]> {
  const urval =
    tabell === 'person' ? 'id = (select person_id from app.arende where id = $1)' : tabell === 'arende' ? 'id = $1' : 'arende_id = $1'
  const { rows } = await d.agare.query<Record<string, unknown>>(`select * from app.${tabell} where ${urval}`, [arendeId])
  return rows
    .map((r) => ({
      ...Object.fromEntries(Object.entries(r).filter(([k]) => !(UTAN_TID[tabell] ?? '').split(',').includes(k))),
      ...(tabell === 'uppgift' ? { oppen: r.avslutad === null } : {}),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

describe('bulkladdning', () => {
  it('skriver samma rader som när varje kommando gått genom ärendelagret, och kedjan håller', async () => {
    const { arendeId, dag } = await genomLagret()
    const { lage, journal } = (await lasArende(db, { system: SYSTEM }, arendeId))!
    const { rows } = await db.agare.query<{ id: string; medietyp: string; innehall: Buffer }>(
      'select id, medietyp, innehall from app.dokument where arende_id = $1',
      [arendeId],
    )
    expect(lage.begaran.map((b) => b.paminnelser.length)).toEqual([1, 0])
    await bulkladda(andra, [{ lage, journal, dag, dokument: rows }])
    for (const t of TABELLER) expect(await rader(andra, t, arendeId), t).toEqual(await rader(db, t, arendeId))
    for (const t of ['persondagar', 'overlamning'] as const) expect(await rader(andra, t, arendeId), t).toHaveLength(1)
    expect(await rader(andra, 'uppgift', arendeId)).toContainEqual(expect.objectContaining({ kod: 'sgi', oppen: false }))
    expect(await provaJournal(andra, { system: SYSTEM }, arendeId)).toBeNull()
  })

  it('ger uppgifterna tider ur journalen: en fråga som kom med dagen öppnas den dagen', async () => {
    const {
      rows: [a],
    } = await db.agare.query<{ id: string }>('select id from app.arende')
    const { journal } = (await lasArende(db, { system: SYSTEM }, a!.id))!
    const fraga = uppgifterUr(a!.id, journal, plusDagar(START, 92)).find((u) => u.kod === 'arbetsgivarensMojligheter')!
    expect(fraga.oppnad.slice(0, 10)).toBe(plusDagar(START, 90))
    expect(fraga.avslutad!.slice(0, 10)).toBe(plusDagar(START, 91))
  })

  it('håller nummerserien förbi de nummer som använts', async () => {
    const [forsta, sista] = [1, 3]
    expect(await reserveraNummer(andra, sista)).toEqual([2, 3, 4].map((n) => n + forsta - 1))
    const { lage, journal } = (await lasArende(
      db,
      { system: SYSTEM },
      (await db.agare.query<{ id: string }>('select id from app.arende')).rows[0]!.id,
    ))!
    await bulkladda(andra, [medNyaNummer({ lage, journal, dag: plusDagar(START, 92), dokument: [] }, 'SP2026-004711')])
    expect(await reserveraNummer(andra, 1)).toEqual([4712])
  })

  it('förbereder ärendesidan för dagen när den ska det', async () => {
    const { lage, journal } = (await lasArende(
      db,
      { system: SYSTEM },
      (await db.agare.query<{ id: string }>('select id from app.arende')).rows[0]!.id,
    ))!
    const dag = plusDagar(START, 92)
    const ny = medNyaNummer({ lage, journal, dag, dokument: [] }, 'SP2026-004800')
    await bulkladda(andra, [ny], { medVy: true })
    const { rows } = await andra.agare.query<{ version: number; dag: Datum; innehall: Buffer }>(
      'select version, dag, innehall from app.arendevy where arende_id = $1',
      [ny.lage.arende.id],
    )
    expect(rows[0]).toMatchObject({ version: lage.version, dag })
    expect(JSON.parse(gunzipSync(rows[0]!.innehall).toString())).toEqual(JSON.parse(JSON.stringify(arendevy(ny.lage, ny.journal, dag).vy)))
  })

  it('skriver hela bunten eller inget av den', async () => {
    const { lage, journal } = (await lasArende(
      db,
      { system: SYSTEM },
      (await db.agare.query<{ id: string }>('select id from app.arende')).rows[0]!.id,
    ))!
    const grund: Bulkarende = { lage, journal, dag: plusDagar(START, 92), dokument: [] }
    const antal = async () => (await andra.agare.query('select 1 from app.arende')).rowCount
    const fore = await antal()
    await expect(bulkladda(andra, [medNyaNummer(grund, 'SP2026-004900'), medNyaNummer(grund, 'SP2026-004900')])).rejects.toThrow(/nummer/)
    expect(await antal()).toBe(fore)
  })

  it('räknar läget likadant som listan visar det', async () => {
    const { rows } = await andra.agare.query<{ id: string; sammanfattning: object; status: string }>(
      'select id, sammanfattning, status from app.arende limit 1',
    )
    const { lage } = (await lasArende(andra, { system: SYSTEM }, rows[0]!.id))!
    const s = sammanfatta(lage, utredningAv(lage, plusDagar(START, 92)))
    expect(rows[0]!.sammanfattning).toEqual(JSON.parse(JSON.stringify(s)))
    expect(rows[0]!.status).toBe(s.status)
  })
})

/** The same case about someone else: every id of the case, the person and the number exchanged. */
function medNyaNummer(a: Bulkarende, nummer: string): Bulkarende {
  const gammalt = a.lage.arende
  const byt = new Map<string, string>([
    [gammalt.id, randomUUID()],
    [personen(a.lage).id, randomUUID()],
    [gammalt.nummer, nummer],
    [personen(a.lage).personnummer, `1980010${klockslag++ % 9}-${String(9000 + klockslag)}`],
  ])
  for (const b of [...a.lage.begaran, ...a.lage.overlamningar]) byt.set(b.id, randomUUID())
  let text = JSON.stringify({ lage: a.lage, journal: a.journal })
  for (const [fran, till] of byt) text = text.replaceAll(fran, till)
  return { ...a, ...(JSON.parse(text) as Pick<Bulkarende, 'lage' | 'journal'>) }
}

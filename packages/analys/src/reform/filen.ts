import { skrivTal, type Indatauppgift, type Kolumn, type Tal } from '@atergang/regelverk'
import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { motor, sqlNamn, sqlText, type Motor } from '../duckdb.ts'
import { Analysfel, type Analysfalt } from '../fel.ts'
import type { Befolkning } from './befolkning.ts'
import { personerna } from './registret.ts'

/** Columns that say whom a row is about and for how many days, beside the facts of the rules. */
export const FILENS_EGNA = ['person_id', 'lan', 'kon', 'alder', 'inkomst', 'dagar'] as const

interface Matt {
  readonly enhet: string
  readonly minst?: Tal | undefined
  readonly hogst?: Tal | undefined
}
/** The numbers among them. */
const EGNA_TAL: Readonly<Record<'alder' | 'inkomst' | 'dagar', Matt>> = {
  alder: { enhet: 'år', minst: { t: 0, n: 1 }, hogst: { t: 130, n: 1 } },
  inkomst: { enhet: 'kr/år', minst: { t: 0, n: 1 } },
  dagar: { enhet: 'dagar', minst: { t: 0, n: 1 } },
}

/** Money, hours and shares are never below nought; days before a birth can be. */
const minstAv = (u: Matt): Tal | undefined => u.minst ?? (u.enhet === 'dagar' ? undefined : { t: 0, n: 1 })

/** How each kind of file is read: all of it is looked at before a column's kind is settled. `huvud` is the lines before the first row. */
const LASARE: Readonly<Record<string, { readonly sql: (fil: string) => string; readonly huvud: number }>> = {
  parquet: { sql: (fil) => `read_parquet(${fil})`, huvud: 0 },
  csv: { sql: (fil) => `read_csv(${fil}, sample_size = -1)`, huvud: 1 },
  jsonl: { sql: (fil) => `read_json(${fil}, sample_size = -1)`, huvud: 0 },
  ndjson: { sql: (fil) => `read_json(${fil}, sample_size = -1)`, huvud: 0 },
}
/** Parts that a fact with decimals is counted in: the smallest that all its rows are whole in. */
const SKALOR = [1, 4, 100, 10_000]
/** Faults shown of one column, and in all: a file with more has one fault many times. */
const MEST_PER_KOLUMN = 5
const MEST = 20

/**
 * The rows of a file: a column a fact, by its name, and whom they are about. Rows without `person_id` are of one person each. Rows stand for
 * real people, whose small numbers are hidden.
 * @throws {Analysfel} naming the columns, or the rows and columns, that cannot be used; then nothing is reckoned
 */
export async function filensBefolkning(fil: string, uppgifter: readonly Indatauppgift[]): Promise<Befolkning> {
  const lasare = LASARE[/\.([a-z]+)$/i.exec(fil)?.[1]?.toLowerCase() ?? '']
  if (!existsSync(fil))
    throw new Analysfel('filenFinnsInte', `Filen ”${fil}” finns inte.`, [
      { falt: 'befolkning', text: 'Ange en mapp med data, eller en fil.' },
    ])
  if (!lasare)
    throw new Analysfel('okantFormat', `”${fil}” är ingen fil med rader.`, [
      {
        falt: 'befolkning',
        text: `Filen slutar på ${Object.keys(LASARE)
          .map((x) => `.${x}`)
          .join(', ')}.`,
      },
    ])
  const m = await motor()
  try {
    return await las(m, { fil, namn: basename(fil), sql: lasare.sql(sqlText(fil)), huvud: lasare.huvud }, uppgifter)
  } finally {
    m.stang()
  }
}

interface Kalla {
  readonly fil: string
  readonly namn: string
  /** reads the file */
  readonly sql: string
  readonly huvud: number
}

/** Runs a query over the file. @throws {Analysfel} with what the reader says, and where, when the file is not what it should be */
async function urFilen<T>(k: Kalla, fraga: Promise<T>): Promise<T> {
  try {
    return await fraga
  } catch (fel) {
    if (!(fel instanceof Error)) throw fel
    const rad = k.sql.startsWith('read_json') ? await forstaTrasiga(k.fil) : null
    throw new Analysfel('filenKanInteLasas', `Filen ”${k.namn}” kan inte läsas. Inget har räknats.`, [
      rad === null
        ? { falt: 'befolkning', text: fel.message.split('\n')[0]! }
        : { falt: `rad ${rad}`, text: 'Raden är inget JSON-objekt. Skriv ett objekt på varje rad, till exempel {"sgi": 300000}.' },
    ])
  }
}

/** The first line that is no JSON object, or null: the reader's own count of lines is not to be trusted. */
async function forstaTrasiga(fil: string): Promise<number | null> {
  let rad = 0
  for await (const text of createInterface({ input: createReadStream(fil), crlfDelay: Infinity })) {
    rad++
    if (text.trim() !== '' && !arObjekt(text)) return rad
  }
  return null
}

function arObjekt(text: string): boolean {
  try {
    const v: unknown = JSON.parse(text)
    return typeof v === 'object' && v !== null && !Array.isArray(v)
  } catch (fel) {
    if (fel instanceof SyntaxError) return false
    throw fel
  }
}

const plats = (k: Kalla, rad: number, kolumn: string): string => `rad ${rad + k.huvud}, kolumn ${kolumn}`
const felen = (text: string, fel: readonly Analysfalt[]): Analysfel =>
  new Analysfel(
    'ogiltigaKolumner',
    `${fel.length < MEST ? fel.length : `Minst ${MEST}`} fel i ${text}. Inget har räknats.`,
    fel.slice(0, MEST),
  )

const TALTYP = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/

/** The first rows of a column of another kind that cannot be read as it should; none when the column is empty. */
async function otolkade(m: Motor, k: Kalla, kolumn: string, u: Matt): Promise<Analysfalt[]> {
  const sanning = u.enhet === 'ja/nej'
  const rader = await urFilen(
    k,
    m.rader(
      `SELECT rad, v, ok FROM (SELECT rad, v, ${sanning ? "v IN ('true', 'false')" : 'TRY_CAST(v AS DOUBLE) IS NOT NULL'} AS ok FROM (SELECT row_number() OVER () AS rad, CAST(${sqlNamn(kolumn)} AS VARCHAR) AS v FROM ${k.sql}) WHERE v IS NOT NULL) ORDER BY ok, rad LIMIT ${MEST_PER_KOLUMN}`,
    ),
  )
  // Text that could be read as numbers is text all the same: the first row is enough to say so.
  const fel = rader.filter((r) => r.ok !== true)
  return (fel.length ? fel : rader.slice(0, 1)).map((r) => ({
    falt: plats(k, Number(r.rad), kolumn),
    text: `”${String(r.v).replace(/^"|"$/g, '').slice(0, 40)}” ska vara ${sanning ? 'sant eller falskt (true eller false, utan citattecken)' : `ett tal i ${u.enhet}, med punkt före decimalerna och utan citattecken`}.`,
  }))
}

async function las(m: Motor, k: Kalla, uppgifter: readonly Indatauppgift[]): Promise<Befolkning> {
  const kalla = k.sql
  const finns = await urFilen(k, m.rader(`SELECT column_name AS namn, column_type AS typ FROM (DESCRIBE SELECT * FROM ${kalla})`))
  const kanda = new Map(uppgifter.map((u) => [u.namn, u]))
  const fel: Analysfalt[] = finns
    .filter((k) => !kanda.has(String(k.namn)) && !(FILENS_EGNA as readonly string[]).includes(String(k.namn)))
    .map((k) => ({
      falt: String(k.namn),
      text: `ingen av reglerna frågar efter det. Kolumnerna är ${[...kanda.keys(), ...FILENS_EGNA].join(', ')}.`,
    }))
  const har = new Set(finns.map((k) => String(k.namn)))
  const fakta = [...kanda.values()].filter((u) => har.has(u.namn))
  if (!fakta.length)
    fel.push({ falt: 'befolkning', text: `filen har ingen av de uppgifter som reglerna frågar efter: ${[...kanda.keys()].join(', ')}.` })
  const tomma = new Set<string>()
  for (const { namn, typ } of finns.map((x) => ({ namn: String(x.namn), typ: String(x.typ) }))) {
    const u = kanda.get(namn) ?? (namn in EGNA_TAL ? EGNA_TAL[namn as keyof typeof EGNA_TAL] : undefined)
    if (!u || (u.enhet === 'ja/nej' ? typ === 'BOOLEAN' : TALTYP.test(typ))) continue
    const rader = await otolkade(m, k, namn, u)
    if (rader.length) fel.push(...rader)
    else tomma.add(namn)
  }
  if (fel.length) throw felen('filens kolumner', fel)
  const [lan, kon] = await Promise.all(
    ['lan', 'kon'].map(async (kol) =>
      har.has(kol)
        ? (await urFilen(k, m.rader(`SELECT DISTINCT CAST(${kol} AS VARCHAR) AS v FROM ${kalla} WHERE ${kol} IS NOT NULL ORDER BY v`))).map(
            (r) => String(r.v),
          )
        : [],
    ),
  )
  const platsSql = (kol: string, lista: readonly string[]): string =>
    lista.length ? `nullif(list_position([${lista.map(sqlText).join(', ')}], CAST(${kol} AS VARCHAR)), 0) - 1` : 'NULL'
  // A column with nothing in it has no kind of its own.
  const tal = (namn: string): string => (har.has(namn) && !tomma.has(namn) ? sqlNamn(namn) : 'NULL')
  const inkomst = ['inkomst', 'inkomstAnstallning', 'sgi'].find((n) => har.has(n)) ?? 'inkomst'
  const kolumner = [
    `${har.has('person_id') ? 'dense_rank() OVER (ORDER BY person_id)' : 'rad'} - 1 AS plats`,
    `${har.has('person_id') ? 'person_id IS NULL' : 'false'} AS utan_person`,
    `${platsSql('lan', lan!)} AS lan`,
    `${platsSql('kon', kon!)} AS kon`,
    `${tal('alder')} AS alder`,
    `${tal(inkomst)} AS inkomst`,
    `${har.has('dagar') ? tal('dagar') : '1'} AS dagar`,
    'rad',
    ...fakta.map((u) => `${u.enhet === 'ja/nej' ? `CAST(${tal(u.namn)} AS INTEGER)` : tal(u.namn)} AS ${sqlNamn(`f_${u.namn}`)}`),
  ]
  const t = await urFilen(
    k,
    m.kolumner(`SELECT * FROM (SELECT ${kolumner.join(', ')} FROM (SELECT row_number() OVER () AS rad, * FROM ${kalla})) ORDER BY rad`),
  )
  if (t.antal === 0) throw new Analysfel('tomFil', 'Filen har inga rader.', [{ falt: 'befolkning', text: 'Ange en fil med rader.' }])
  const omojliga = [
    ...(Object.keys(EGNA_TAL) as (keyof typeof EGNA_TAL)[])
      .filter((n) => har.has(n))
      .flatMap((n) => omojligaTal(k, n, EGNA_TAL[n], t.kolumn[n]!)),
    ...fakta.filter((u) => u.enhet !== 'ja/nej').flatMap((u) => omojligaTal(k, u.namn, u, t.kolumn[`f_${u.namn}`]!)),
    ...(har.has('dagar')
      ? saknade(
          k,
          'dagar',
          t.kolumn.dagar!.map((d) => Number(Number.isNaN(d))),
          'Ange ett tal, minst 0, på varje rad.',
        )
      : []),
    ...saknade(k, 'person_id', t.kolumn.utan_person!, 'Ange vem raden handlar om på varje rad, eller ta bort kolumnen.'),
  ]
  if (omojliga.length) throw felen('filens rader', omojliga)
  return {
    vad: `filen ${k.namn}`,
    pahittad: false,
    period: null,
    lansnamn: lan!,
    konnamn: kon!,
    kopplingar: har.has('sgi') ? {} : { sgi: 'sgi' },
    arenden: new Map([
      [
        'rader',
        {
          antal: t.antal,
          kolumner: Object.fromEntries(fakta.map((u) => [u.namn, kolumnen(k, u, t.kolumn[`f_${u.namn}`]!)])),
          hundradelsdagar: t.kolumn.dagar!.map((d) => Math.round(d * 100)),
          person: Uint32Array.from(t.kolumn.plats!),
          personer: personerna(t),
        },
      ],
    ]),
    forbehall: [
      'Raderna räknas efter lagen en enda dag, före och efter reformen. Ingen antas bete sig annorlunda för att reformen finns.',
      ...(har.has('dagar') ? [] : ['Filen har ingen kolumn ”dagar”: varje rad räknas som en dag.']),
    ],
  }
}

/** Numbers that cannot be, by row. What is not known is no number. */
function omojligaTal(k: Kalla, kolumn: string, u: Matt, v: Float64Array): Analysfalt[] {
  const minst = minstAv(u)
  const fel: Analysfalt[] = []
  for (let i = 0; i < v.length && fel.length < MEST_PER_KOLUMN; i++) {
    const x = v[i]!
    const text = Number.isNaN(x)
      ? null
      : !Number.isFinite(x)
        ? 'är inget tal som kan räknas'
        : minst && x * minst.n < minst.t
          ? `ska vara minst ${skrivTal(minst)}`
          : u.hogst && x * u.hogst.n > u.hogst.t
            ? `ska vara högst ${skrivTal(u.hogst)}`
            : null
    if (text) fel.push({ falt: plats(k, i + 1, kolumn), text: `${x.toLocaleString('sv-SE')} ${text} (${u.enhet}).` })
  }
  return fel
}

function saknade(k: Kalla, kolumn: string, saknas: Float64Array, text: string): Analysfalt[] {
  const fel: Analysfalt[] = []
  for (let i = 0; i < saknas.length && fel.length < MEST_PER_KOLUMN; i++)
    if (saknas[i] === 1) fel.push({ falt: plats(k, i + 1, kolumn), text: `Uppgiften saknas. ${text}` })
  return fel
}

/** @throws {Analysfel} naming the row whose number cannot be held exactly */
function kolumnen(k: Kalla, u: Indatauppgift, v: Float64Array): Kolumn {
  const saknas = Uint8Array.from(v, (x) => (Number.isNaN(x) ? 1 : 0))
  const mask = saknas.includes(1) ? { saknas } : {}
  const hela = v.map((x) => (Number.isNaN(x) ? 0 : x))
  if (u.enhet === 'ja/nej') return { data: Uint8Array.from(hela), ...mask }
  const exakt = (x: number, s: number): boolean => Math.abs(x * s - Math.round(x * s)) < 1e-9 && Math.abs(x * s) < 2 ** 53
  const skala = SKALOR.find((s) => hela.every((x) => exakt(x, s)))
  if (!skala) {
    const ingen = hela.findIndex((x) => SKALOR.every((s) => !exakt(x, s)))
    throw felen('filens rader', [
      {
        falt: ingen < 0 ? u.namn : plats(k, ingen + 1, u.namn),
        text: 'Kolumnens tal ska ha högst fyra decimaler och högst femton siffror. Avrunda dem.',
      },
    ])
  }
  const tal = hela.map((x) => Math.round(x * skala))
  return { data: tal.every((x) => Math.abs(x) < 2 ** 31) ? Int32Array.from(tal) : tal, ...(skala === 1 ? {} : { skala }), ...mask }
}

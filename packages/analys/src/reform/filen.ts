import type { Indatauppgift, Kolumn } from '@atergang/regelverk'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { motor, sqlNamn, sqlText, type Motor } from '../duckdb.ts'
import { Analysfel, type Analysfalt } from '../fel.ts'
import type { Befolkning } from './befolkning.ts'
import { personerna } from './registret.ts'

/** Columns that say whom a row is about and for how many days, beside the facts of the rules. */
export const FILENS_EGNA = ['person_id', 'lan', 'kon', 'alder', 'inkomst', 'dagar'] as const

const LASARE: Readonly<Record<string, string>> = { parquet: 'read_parquet', csv: 'read_csv', jsonl: 'read_json', ndjson: 'read_json' }
/** Parts that a fact with decimals is counted in: the smallest that all its rows are whole in. */
const SKALOR = [1, 4, 100, 10_000]

/**
 * The rows of a file: a column a fact, by its name, and whom they are about. Rows without `person_id` are of one person each. Rows stand for
 * real people, whose small numbers are hidden.
 * @throws {Analysfel} when the file or a column cannot be used
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
    return await las(m, fil, `${lasare}(${sqlText(fil)})`, uppgifter)
  } finally {
    m.stang()
  }
}

async function las(m: Motor, fil: string, kalla: string, uppgifter: readonly Indatauppgift[]): Promise<Befolkning> {
  const finns = await m
    .rader(`SELECT column_name AS namn, column_type AS typ FROM (DESCRIBE SELECT * FROM ${kalla})`)
    .catch((fel: Error) => {
      throw new Analysfel('filenKanInteLasas', `Filen ”${basename(fil)}” kan inte läsas.`, [
        { falt: 'befolkning', text: fel.message.split('\n')[0]! },
      ])
    })
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
  for (const k of finns)
    if (kanda.has(String(k.namn)) && (kanda.get(String(k.namn))!.enhet === 'ja/nej') !== (k.typ === 'BOOLEAN'))
      fel.push({
        falt: String(k.namn),
        text: `ska vara ${kanda.get(String(k.namn))!.enhet === 'ja/nej' ? 'sant eller falskt (BOOLEAN)' : `tal i ${kanda.get(String(k.namn))!.enhet}`}, men är ${String(k.typ)}.`,
      })
  if (fel.length) throw new Analysfel('ogiltigaKolumner', `${fel.length} fel i filens kolumner. Inget har räknats.`, fel)
  const [lan, kon] = await Promise.all(
    ['lan', 'kon'].map(async (k) =>
      har.has(k)
        ? (await m.rader(`SELECT DISTINCT CAST(${k} AS VARCHAR) AS v FROM ${kalla} WHERE ${k} IS NOT NULL ORDER BY v`)).map((r) =>
            String(r.v),
          )
        : [],
    ),
  )
  const plats = (k: string, lista: readonly string[]): string =>
    lista.length ? `nullif(list_position([${lista.map(sqlText).join(', ')}], CAST(${k} AS VARCHAR)), 0) - 1` : 'NULL'
  const t =
    await m.kolumner(`SELECT ${har.has('person_id') ? 'dense_rank() OVER (ORDER BY person_id)' : 'row_number() OVER ()'} - 1 AS plats, ${plats('lan', lan!)} AS lan, ${plats('kon', kon!)} AS kon,
    ${har.has('alder') ? 'alder' : 'NULL'} AS alder, ${har.has('inkomst') ? 'inkomst' : har.has('inkomstAnstallning') ? 'inkomstAnstallning' : har.has('sgi') ? 'sgi' : 'NULL'} AS inkomst, ${har.has('dagar') ? 'round(dagar * 100)' : '100'} AS hundradelar,
    ${fakta.map((u) => `${u.enhet === 'ja/nej' ? `CAST(${sqlNamn(u.namn)} AS INTEGER)` : sqlNamn(u.namn)} AS ${sqlNamn(`f_${u.namn}`)}`).join(', ')} FROM ${kalla}`)
  if (t.antal === 0) throw new Analysfel('tomFil', 'Filen har inga rader.', [{ falt: 'befolkning', text: 'Ange en fil med rader.' }])
  if (t.kolumn.hundradelar!.some((d) => !(d >= 0)))
    throw new Analysfel('ogiltigaKolumner', 'Dagar saknas eller är negativa på någon rad.', [
      { falt: 'dagar', text: 'Ange ett tal, minst 0, på varje rad.' },
    ])
  return {
    vad: `filen ${basename(fil)}`,
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
          kolumner: Object.fromEntries(fakta.map((u) => [u.namn, kolumnen(u, t.kolumn[`f_${u.namn}`]!)])),
          hundradelsdagar: t.kolumn.hundradelar!,
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

function kolumnen(u: Indatauppgift, v: Float64Array): Kolumn {
  const saknas = Uint8Array.from(v, (x) => (Number.isNaN(x) ? 1 : 0))
  const mask = saknas.includes(1) ? { saknas } : {}
  const hela = v.map((x) => (Number.isNaN(x) ? 0 : x))
  if (u.enhet === 'ja/nej') return { data: Uint8Array.from(hela), ...mask }
  const skala = SKALOR.find((s) => hela.every((x) => Math.abs(x * s - Math.round(x * s)) < 1e-9 && Math.abs(x * s) < 2 ** 53))
  if (!skala)
    throw new Analysfel('ogiltigaKolumner', `Kolumnen ${u.namn} har tal med fler än fyra decimaler.`, [
      { falt: u.namn, text: 'Avrunda till högst fyra decimaler.' },
    ])
  const tal = hela.map((x) => Math.round(x * skala))
  return { data: tal.every((x) => Math.abs(x) < 2 ** 31) ? Int32Array.from(tal) : tal, ...(skala === 1 ? {} : { skala }), ...mask }
}

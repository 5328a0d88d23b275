import writeExcelFile from 'write-excel-file/node'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { motor, sqlNamn, sqlText } from '../duckdb.ts'
import type { Tabellsvar } from '../tabeller/svar.ts'
import { celltext, definitionstext, delkolumner, medskickat } from './celler.ts'
import { jsonStat } from './jsonstat.ts'

export const FORMAT = ['text', 'json', 'csv', 'xlsx', 'parquet', 'jsonstat'] as const
export type Format = (typeof FORMAT)[number]
export const FILANDELSE: Readonly<Record<Format, string>> = {
  text: 'txt',
  json: 'json',
  csv: 'csv',
  xlsx: 'xlsx',
  parquet: 'parquet',
  jsonstat: 'jsonstat.json',
}

/** Columns of equal width, then everything that goes with the table. */
function somText(t: Tabellsvar): string {
  const nHar = t.kolumner.map((_, j) => delkolumner(t, j).find((d) => d.id.endsWith('__n')))
  const huvud = [...t.nycklar, ...t.kolumner.flatMap((k, j) => [k.rubrik, ...(nHar[j] ? ['N'] : [])])]
  const rader = t.rader.map((r) => [
    ...r.nyckel,
    ...r.celler.flatMap((c, j) => [celltext(c, t.kolumner[j]!), ...(nHar[j] ? [String(nHar[j].av(c) ?? '–')] : [])]),
  ])
  const BREDAST = 28
  const rubriker = huvud.map((h, i) => (i < t.nycklar.length ? h : `(${i - t.nycklar.length + 1}) ${h}`))
  const kort = rubriker.map((h) => (h.length > BREDAST ? `${h.slice(0, BREDAST - 1)}…` : h))
  const bredd = kort.map((h, i) => Math.max(h.length, ...rader.map((r) => Math.min(60, r[i]!.length))))
  const rad = (x: readonly string[]): string =>
    x
      .map((c, i) => (i < t.nycklar.length ? c.padEnd(bredd[i]!) : c.padStart(bredd[i]!)))
      .join('  ')
      .trimEnd()
  return [
    t.rubrik,
    `${t.kalla}. Period: ${t.urval.period}.`,
    '',
    rad(kort),
    bredd.map((b) => '-'.repeat(b)).join('  '),
    ...rader.map(rad),
    '',
    ...medskickat(t).slice(2),
  ].join('\n')
}

const FORMELTECKEN = /^[=+\-@\t\r]/
/** A cell of text as CSV; what a spreadsheet would run as a formula is kept as text. */
const csvText = (v: string): string => {
  const t = FORMELTECKEN.test(v) ? `'${v}` : v
  return /[";\r\n]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t
}
/** Full precision with decimal comma, so that Swedish spreadsheets read it. */
const csvCell = (v: number | string | null): string => (v === null ? '' : typeof v === 'number' ? String(v).replace('.', ',') : csvText(v))

function somCsv(t: Tabellsvar): string {
  const delar = t.kolumner.map((_, j) => delkolumner(t, j))
  const huvud = [...t.nycklar.map((n) => n.toLowerCase()), ...delar.flat().map((d) => d.id)].map(csvText).join(';')
  const rader = t.rader.map((r) =>
    [...r.nyckel.map(csvText), ...r.celler.flatMap((c, j) => delar[j]!.map((d) => csvCell(d.av(c))))].join(';'),
  )
  return `\uFEFF${[huvud, ...rader].join('\r\n')}\r\n`
}

async function somXlsx(t: Tabellsvar): Promise<Uint8Array> {
  const delar = t.kolumner.map((_, j) => delkolumner(t, j))
  const tal = (v: number | string | null) =>
    v === null ? null : typeof v === 'number' ? { value: v, type: Number } : { value: v, type: String }
  const data = [
    [...t.nycklar, ...delar.flat().map((d) => d.rubrik)].map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
    ...t.rader.map((r) => [
      ...r.nyckel.map((value) => ({ value, type: String })),
      ...r.celler.flatMap((c, j) => delar[j]!.map((d) => tal(d.av(c)))),
    ]),
  ]
  const om = [
    ...[
      ['Tabell', t.rubrik],
      ['Uppställning', t.kalla],
      ['Period', t.urval.period],
      ['Län', t.urval.omraden?.join(', ') ?? 'alla'],
      ...(t.skydd ? [['Skydd', t.skydd.text]] : []),
    ].map((r) => r.map((value) => ({ value: value!, type: String, wrap: true }))),
    ...t.kolumner.map((k) => [k.rubrik, definitionstext(k)].map((value) => ({ value, type: String, wrap: true }))),
    ...t.anmarkningar.map((a) => ['Anmärkning', a.text].map((value) => ({ value, type: String, wrap: true }))),
  ]
  const bok = writeExcelFile([
    {
      data,
      sheet: 'Tabell',
      columns: [...t.nycklar.map(() => ({ width: 34 })), ...delar.flat().map(() => ({ width: 16 }))],
      stickyRowsCount: 1,
    },
    { data: om, sheet: 'Definitioner', columns: [{ width: 40 }, { width: 110 }] },
  ])
  return new Uint8Array(await bok.toBuffer())
}

/** One row a cell, so that any table has the same columns. */
async function somParquet(t: Tabellsvar): Promise<Uint8Array> {
  const mapp = mkdtempSync(join(tmpdir(), 'atergang-tabell-'))
  const m = await motor()
  try {
    const nycklar = t.nycklar.map((n) => sqlNamn(n.toLowerCase()))
    await m.kor(
      `CREATE TABLE t (tabell VARCHAR, ${nycklar.map((n) => `${n} VARCHAR`).join(', ')}, kolumn VARCHAR, enhet VARCHAR, varde DOUBLE, text VARCHAR, n DOUBLE, dold VARCHAR, p DOUBLE, stjarnor VARCHAR, fran DOUBLE, till DOUBLE, definition VARCHAR)`,
    )
    const v = (x: number | string | null | undefined): string =>
      x === null || x === undefined ? 'NULL' : typeof x === 'number' ? `CAST('${x}' AS DOUBLE)` : sqlText(x)
    const rader = t.rader.flatMap((r) =>
      r.celler.map((c, j) => {
        const k = t.kolumner[j]!
        return `(${[t.id, ...r.nyckel, k.id, k.enhet].map(v).join(', ')}, ${[typeof c.varde === 'number' ? c.varde : null, typeof c.varde === 'string' ? c.varde : null, c.n, c.dold ?? null, c.p, c.stjarnor, c.intervall?.[0], c.intervall?.[1], definitionstext(k)].map(v).join(', ')})`
      }),
    )
    if (rader.length) await m.kor(`INSERT INTO t VALUES ${rader.join(', ')}`)
    const fil = join(mapp, 't.parquet')
    await m.kor(`COPY t TO ${sqlText(fil)} (FORMAT parquet)`)
    return readFileSync(fil)
  } finally {
    m.stang()
    rmSync(mapp, { recursive: true, force: true })
  }
}

/** A table in a format, as text or bytes. */
export async function skrivTabell(t: Tabellsvar, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case 'text':
      return somText(t)
    case 'json':
      return JSON.stringify(t)
    case 'csv':
      return somCsv(t)
    case 'xlsx':
      return somXlsx(t)
    case 'parquet':
      return somParquet(t)
    case 'jsonstat':
      return JSON.stringify(jsonStat(t))
  }
}

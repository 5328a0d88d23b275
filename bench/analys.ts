// npm run bench:analys: tables 1–11 from ten million payment rows, beside the same SQL on PostgreSQL and a pass one row at a time. See bench/analys/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bestand } from './analys/bestand.ts'
import { mat, type Matning } from './analys/mat.ts'
import { tabell, tal } from './webb/matt.ts'

const HJALP = `npm run bench:analys -- [flaggor]
  --rader=10000000    utbetalningsrader, ungefär
  --data=MAPP         använd eller skapa data i mappen i stället för en tillfällig
  --utan-postgres     hoppa över PostgreSQL
  --utan-radvis       hoppa över rad för rad
  --json              också en rad JSON sist`

const flaggor = new Map(process.argv.slice(2).map((a) => [a.split('=')[0]!, a.split('=')[1]] as const))
const har = (f: string): boolean => flaggor.has(`--${f}`)
const sag = (text: string): void => void process.stdout.write(`${text}\n`)
const MAL_SEKUNDER = 5
const MAL_MB = 2000

const mal = (varde: number, hogst: number): string => `(mål < ${hogst.toLocaleString('sv-SE')}: ${varde < hogst ? 'ja' : 'NEJ'})`

function skriv(m: readonly Matning[]): string {
  const bas = m[0]!
  return tabell(
    ['sätt', 'tabell 1–11, s', 'processortid, s', 'minne, MB', 'gånger DuckDB', 'laddning, s', 'lika svar'],
    m.map((x) => [
      x.namn,
      tal(x.sekunder),
      x.cpu === null ? '–' : tal(x.cpu),
      String(x.minneMB),
      tal(x.sekunder / bas.sekunder, 1),
      x.laddning === null ? '–' : tal(x.laddning, 1),
      x === bas ? '' : x.lika ? 'ja' : 'NEJ',
    ]),
  )
}

async function huvud(): Promise<void> {
  if (har('hjalp')) return sag(HJALP)
  const egen = flaggor.get('--data')
  const rot = mkdtempSync(join(tmpdir(), 'atergang-bench-analys-'))
  try {
    const mapp = egen ?? join(rot, 'data')
    mkdirSync(rot, { recursive: true })
    const b = await bestand(mapp, Number(flaggor.get('--rader') ?? 10_000_000), sag)
    sag(
      `${b.utbetalningar.toLocaleString('sv-SE')} utbetalningsrader, ${b.personer.toLocaleString('sv-SE')} personer${b.sekunder ? `; skrivna på ${tal(b.sekunder, 1)} s (${Math.round(b.personer / b.sekunder).toLocaleString('sv-SE')} personer per sekund)` : ''}\n`,
    )
    const m = await mat({ mapp, rot, postgres: !har('utan-postgres'), radvis: !har('utan-radvis') }, sag)
    sag(`\n${skriv(m)}`)
    const bas = m[0]!
    sag(`\nAlla tabeller: ${tal(bas.sekunder)} s ${mal(bas.sekunder, MAL_SEKUNDER)}, ${bas.minneMB} MB ${mal(bas.minneMB, MAL_MB)}`)
    for (const x of m.slice(1)) sag(`${x.namn} tar ${tal(x.sekunder / bas.sekunder, 1)} gånger så lång tid.`)
    if (m.some((x) => !x.lika)) process.exitCode = 1
    if (har('json'))
      sag(
        JSON.stringify({
          rader: b.utbetalningar,
          personer: b.personer,
          skrivning: b.sekunder,
          matningar: m,
          mal: { sekunder: MAL_SEKUNDER, minneMB: MAL_MB },
        }),
      )
  } finally {
    rmSync(rot, { recursive: true, force: true })
  }
}

await huvud()

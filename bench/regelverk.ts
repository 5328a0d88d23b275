// npm run bench:regelverk: our engines beside a hand-written loop, other rule engines, DuckDB and a memory copy. See bench/regelverk/.
import { dagen, enPerson, manaden, storaRegelverket, type Uppstalld } from './regelverk/grupper.ts'
import { maskinen } from './regelverk/maskin.ts'
import { mat, type Matt } from './regelverk/matning.ts'
import { tidslinjerna } from './regelverk/tidslinjer.ts'

const HJALP = `npm run bench:regelverk -- [flaggor]
  --rundor=15         rundor per mätning
  --personer=5        miljoner personer för dagen och månaden
  --bara=dag,manad,stort,storre,tidslinjer,person
  --json              ett JSON-objekt i stället för text: {maskin, matt: [{namn, varde, enhet, kvotMot}]}`

const flaggor = new Map(process.argv.slice(2).map((a) => [a.split('=')[0]!, a.split('=')[1]] as const))
const har = (f: string): boolean => flaggor.has(`--${f}`)
const antal = (f: string, annars: number): number => Number(flaggor.get(`--${f}`) ?? annars)
const somJson = har('json')
const sag = (text: string): void => void (somJson ? process.stderr : process.stdout).write(`${text}\n`)
const siffror = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2)).replace('.', ',')

/** What is measured. */
const GRUPPER: Readonly<Record<string, () => Uppstalld | Promise<Uppstalld>>> = {
  dag: () => dagen(antal('personer', 5) * 1e6),
  manad: () => manaden(antal('personer', 5) * 1e6),
  stort: () => storaRegelverket(300, 1e6),
  storre: () => storaRegelverket(1500, 1e5),
  tidslinjer: () => tidslinjerna(1e6),
  person: () => enPerson(),
}

function skriv({ grupp, storlek }: Uppstalld, matt: readonly Matt[]): void {
  sag(`\n== ${grupp.rubrik} ==`)
  for (const m of matt) sag(`${m.namn.padEnd(44)} ${siffror(m.varde).padStart(8)} ${m.enhet}`)
  for (const mal of grupp.mal) {
    const kvot = matt.find((m) => m.namn === mal.namn)!.kvotMot[mal.mot]!
    const last = mal.minst < 1 ? `${siffror(1 / kvot)} gånger långsammare` : `${siffror(kvot)} gånger`
    sag(`  ${kvot >= mal.minst ? 'ja ' : 'NEJ'}  ${mal.text}: ${last}`)
  }
  if (storlek) sag(`  ${storlek.varde <= storlek.hogst ? 'ja ' : 'NEJ'}  ${storlek.text}: ${siffror(storlek.varde)} ${storlek.enhet}`)
}

const somMatt = ({ namn, varde, enhet, kvotMot }: Matt): Matt => ({ namn, varde, enhet, kvotMot })

async function huvud(): Promise<void> {
  if (har('hjalp')) return sag(HJALP)
  const maskin = maskinen()
  sag(
    `${maskin.processor}, ${maskin.karnor} kärnor, ${maskin.minneGB} GB, Node ${maskin.node}, last ${siffror(maskin.last)} före körningen`,
  )
  const alla: Matt[] = []
  const bara = flaggor.get('--bara')?.split(',') ?? Object.keys(GRUPPER)
  for (const namn of bara) {
    const uppstalld = await GRUPPER[namn]!()
    const matt = await mat(uppstalld.grupp, antal('rundor', 15))
    skriv(uppstalld, matt)
    alla.push(...matt, ...(uppstalld.storlek ? [somMatt(uppstalld.storlek)] : []))
    await uppstalld.stang()
  }
  if (somJson) process.stdout.write(`${JSON.stringify({ maskin, matt: alla })}\n`)
}

await huvud()

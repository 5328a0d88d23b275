// npm run bench:webb: cold start, case page and decision under load, first page. See bench/webb/.
import { kallstart, skrivStart } from './webb/kallstart.ts'
import { forstaSidan, skrivForsta } from './webb/forstasida.ts'
import { lastprov, skrivLast } from './webb/lastprov.ts'

const HJALP = `npm run bench:webb -- [flaggor]
  --utan-kallstart    hoppa över klon, npm ci och start
  --utan-last         hoppa över ärendesida och beslut under last
  --utan-forstasida   hoppa över första sidan
  --utan-bygge        mät webben som den är byggd
  --arenden=20000     ärenden i databasen
  --rundor=10         rundor per mätning
  --profil=MAPP       skriv en CPU-profil av varje process i mappen
  --json              också en rad JSON sist`

const flaggor = new Map(process.argv.slice(2).map((a) => [a.split('=')[0]!, a.split('=')[1]] as const))
const har = (f: string): boolean => flaggor.has(`--${f}`)
const antal = (f: string, annars: number): number => Number(flaggor.get(`--${f}`) ?? annars)
const sag = (text: string): void => void process.stdout.write(`${text}\n`)

async function huvud(): Promise<void> {
  if (har('hjalp')) return sag(HJALP)
  const svar: Record<string, unknown> = {}
  if (!har('utan-last')) {
    sag('\n== Under last ==')
    const s = await lastprov({ arenden: antal('arenden', 20_000), rundor: antal('rundor', 10) }, sag)
    sag(skrivLast(s))
    svar.last = s
  }
  if (!har('utan-forstasida')) {
    sag('\n== Första sidan ==')
    const s = await forstaSidan(har('utan-bygge'))
    sag(skrivForsta(s))
    svar.forstaSidan = s
  }
  if (!har('utan-kallstart')) {
    sag('\n== Start från klon ==')
    const s = await kallstart()
    sag(skrivStart(s))
    svar.start = s
  }
  if (har('json')) sag(JSON.stringify(svar))
}

await huvud()

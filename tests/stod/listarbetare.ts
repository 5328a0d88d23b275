// A server that does nothing but decide approved lists, as a process of its own: a test kills it in the middle.
import { Arendelager, Ko, oppnaDatabas } from '@atergang/lager'
import { arbetaListor } from '../../apps/server/src/jobb/beslutslistor.ts'
import { Klocka } from '../../apps/server/src/klocka.ts'

const [url, dag] = process.argv.slice(2) as [string, string]
const db = await oppnaDatabas(url)
const ko = await Ko.starta(
  url,
  (sql) => db.agare.query(sql),
  () => undefined,
)
const antal = await arbetaListor({ db, lager: new Arendelager(db, ko), klocka: new Klocka(dag) })
process.stdout.write(`${antal}\n`)
await ko.stang()
await db.stang()

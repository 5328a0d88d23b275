import { Domanfel } from '@atergang/arende'
import { plusDagar, type Datum } from '@atergang/kalender'
import { randomBytes, randomInt, randomUUID, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import type { Databas } from '../databas.ts'
import { somSystemet, type Fraga } from '../sammanhang.ts'

// The doctor's way to one statement: an address without secrets, and a code that the store keeps hashed (ADR 0041).

/** No letters that are taken for figures, and none that sound alike: read over a telephone. */
const TECKEN = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LANGD = 12
/** Long enough for a plan to be decided and completed. */
export const LANKDAGAR = 180
const FORSOK_I_RAD = 5
const LAST_MINUTER = 15
/** After so many wrong codes in all the link is dead: twelve characters are not guessed in twenty tries, but somebody is trying. */
const FORSOK_HOGST = 20
const KOSTNAD: ScryptOptions = { N: 16_384, r: 8, p: 1 }

const hash = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

export interface NyLank {
  readonly id: string
  /** shown once */
  readonly kod: string
  readonly giltigTill: Datum
}

const nyKod = (): string => Array.from({ length: LANGD }, () => TECKEN[randomInt(TECKEN.length)]!).join('').replace(/(.{4})(?=.)/g, '$1-')

/** As it is compared: without hyphens and spaces, in capitals. */
const rakod = (kod: string): string => kod.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** A link to the statement of a case. `ensam`: links handed out before are recalled. As the system. */
export async function skapaUtlatandelank(q: Fraga, o: { arendeId: string; begaranId: string | null; av: string; dag: Datum; ensam: boolean }): Promise<NyLank> {
  const [id, kod, salt] = [randomUUID(), nyKod(), randomBytes(16)]
  const giltigTill = plusDagar(o.dag, LANKDAGAR)
  if (o.ensam) await q.updateTable('app.utlatandelank').set({ aterkallad: o.dag }).where('arende_id', '=', o.arendeId).where('aterkallad', 'is', null).execute()
  await q.insertInto('app.utlatandelank').values({ id, arende_id: o.arendeId, begaran_id: o.begaranId, salt, kod: await hash(rakod(kod), salt, 32, KOSTNAD), skapad_av: o.av, giltig_till: giltigTill }).execute()
  return { id, kod, giltigTill }
}

export interface OppnadLank {
  readonly arendeId: string
  readonly begaranId: string | null
  readonly giltigTill: Datum
}

const felKod = () => new Domanfel('behorighet', 'felKod', 'Länken eller koden stämmer inte, eller så gäller den inte längre. Be patienten om en ny länk.', [{ falt: 'kod', text: 'Skriv koden som du har fått, tolv tecken.' }])
const forMangaForsok = () => new Domanfel('behorighet', 'forMangaForsok', `För många försök med fel kod. Vänta ${LAST_MINUTER} minuter och försök igen, eller be patienten om en ny länk.`)

/**
 * Tries the code. A wrong one is counted before it is tried, so that two at once are two; five in a row close the link for a while and twenty for good.
 * The same answer whether the link is unknown, recalled, too old or the code wrong.
 * @throws {Domanfel} `felKod`, `forMangaForsok`
 */
export async function oppnaUtlatandelank(db: Databas, id: string, kod: string, nu: { dag: Datum; tid: string }): Promise<OppnadLank> {
  const l = await somSystemet(db, async (q) => {
    const r = await q.selectFrom('app.utlatandelank').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!r || r.aterkallad || r.giltig_till < nu.dag || r.forsok >= FORSOK_HOGST) return null
    if (r.last_till && r.last_till > nu.tid) throw forMangaForsok()
    const forsok = r.forsok + 1
    await q.updateTable('app.utlatandelank').set({ forsok, last_till: forsok % FORSOK_I_RAD === 0 ? new Date(Date.parse(nu.tid) + LAST_MINUTER * 60_000).toISOString() : null }).where('id', '=', id).execute()
    return r
  })
  if (!l) throw felKod()
  const provad = await hash(rakod(kod), l.salt, 32, KOSTNAD)
  if (!timingSafeEqual(provad, l.kod)) throw felKod()
  await somSystemet(db, (q) => q.updateTable('app.utlatandelank').set({ forsok: 0, last_till: null }).where('id', '=', id).execute())
  return { arendeId: l.arende_id, begaranId: l.begaran_id, giltigTill: l.giltig_till }
}

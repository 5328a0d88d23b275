import { Domanfel } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { sql } from 'kysely'
import { promisify } from 'node:util'
import type { Databas } from './databas.ts'
import { somSystemet } from './sammanhang.ts'

// Codes of links that lead somebody without an account to one thing (ADR 0041, 0074).

/** No letters that are taken for figures, and none that sound alike: read over a telephone. */
const TECKEN = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LANGD = 12
const FORSOK_I_RAD = 5
const LAST_MINUTER = 15
/** After so many wrong codes in all the link is dead: twelve characters are not guessed in twenty tries, but somebody is trying. */
const FORSOK_HOGST = 20
const KOSTNAD: ScryptOptions = { N: 16_384, r: 8, p: 1 }

const hash = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** As it is compared: without hyphens and spaces, in capitals. */
const rakod = (kod: string): string => kod.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** A code to be shown once, and what the store keeps of it. */
export async function nyLankkod(): Promise<{ kod: string; salt: Buffer; hashad: Buffer }> {
  const kod = Array.from({ length: LANGD }, () => TECKEN[randomInt(TECKEN.length)]!)
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
  const salt = randomBytes(16)
  return { kod, salt, hashad: await hash(rakod(kod), salt, 32, KOSTNAD) }
}

interface Lankrad extends Readonly<Record<string, unknown>> {
  readonly salt: Buffer
  readonly kod: Buffer
  readonly giltig_till: Datum
  readonly aterkallad: Datum | null
  readonly forsok: number
  readonly last_till: string | null
}

/**
 * Tries a code against a link. A wrong one is counted before it is tried, so that two at once are two; five in a row close the link for a while and twenty
 * for good. The same answer whether the link is unknown, recalled, too old or the code wrong. `fel`: what the person is told, and what else they can do.
 * @throws {Domanfel} `felKod`, `forMangaForsok`
 */
export async function provaLankkod(
  db: Databas,
  tabell: 'app.utlatandelank' | 'app.enkatlank',
  id: string,
  kod: string,
  nu: { dag: Datum; tid: string },
  fel: { text: string; utvag: string },
): Promise<Lankrad> {
  const t = sql.table(tabell)
  const felKod = () => new Domanfel('behorighet', 'felKod', fel.text, [{ falt: 'kod', text: 'Skriv koden som du har fått, tolv tecken.' }])
  const l = await somSystemet(db, async (q) => {
    const r = (await sql<Lankrad>`select * from ${t} where id = ${id} for update`.execute(q)).rows[0]
    if (!r || r.aterkallad || r.giltig_till < nu.dag || r.forsok >= FORSOK_HOGST) return null
    if (r.last_till && r.last_till > nu.tid)
      throw new Domanfel(
        'behorighet',
        'forMangaForsok',
        `För många försök med fel kod. Vänta ${LAST_MINUTER} minuter och försök igen, eller ${fel.utvag}.`,
      )
    const forsok = r.forsok + 1
    await sql`update ${t} set forsok = ${forsok}, last_till = ${forsok % FORSOK_I_RAD === 0 ? new Date(Date.parse(nu.tid) + LAST_MINUTER * 60_000).toISOString() : null} where id = ${id}`.execute(
      q,
    )
    return r
  })
  if (!l || !timingSafeEqual(await hash(rakod(kod), l.salt, 32, KOSTNAD), l.kod)) throw felKod()
  await somSystemet(db, (q) => sql`update ${t} set forsok = 0, last_till = null where id = ${id}`.execute(q))
  return l
}

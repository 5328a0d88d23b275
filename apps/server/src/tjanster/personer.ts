import type { Person } from '@atergang/arende'
import { datum, type Datum } from '@atergang/kalender'
import { somSystemet } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../app.ts'

/** The birth date in a personnummer; a samordningsnummer has 60 added to the day. */
export function foddDen(nummer: string): Datum {
  const dag = Number(nummer.slice(6, 8))
  return datum(`${nummer.slice(0, 4)}-${nummer.slice(4, 6)}-${String(dag > 60 ? dag - 60 : dag).padStart(2, '0')}`)
}

/** With hyphen, as people are kept; null when it is no personnummer or samordningsnummer of twelve digits. */
export function somPersonnummer(v: string): string | null {
  const m = /^(\d{8})[-+ ]?(\d{4})$/.exec(v.trim())
  return m ? `${m[1]}-${m[2]}` : null
}

const kandMed = async (t: Pick<Tjanster, 'db'>, nyckel: 'id' | 'personnummer', varde: string): Promise<Person | null> =>
  (await somSystemet(t.db, (q) =>
    q
      .selectFrom('app.person')
      .select(['id', 'personnummer', 'fornamn', 'efternamn', 'fodd', 'adress', 'lan', 'skyddad'])
      .where(nyckel, '=', varde)
      .executeTakeFirst(),
  )) ?? null

/** Somebody we know, by personnummer with hyphen. */
export const kandPerson = (t: Pick<Tjanster, 'db'>, personnummer: string): Promise<Person | null> =>
  kandMed(t, 'personnummer', personnummer)

export const personMedId = (t: Pick<Tjanster, 'db'>, id: string): Promise<Person | null> => kandMed(t, 'id', id)

/** Somebody we know, or a new one with what is told: address and county are not known until the register is asked. */
export const personenAv = async (
  t: Pick<Tjanster, 'db'>,
  o: { personnummer: string; fornamn: string; efternamn: string },
): Promise<Person> =>
  (await kandPerson(t, o.personnummer)) ?? {
    id: randomUUID(),
    ...o,
    fodd: foddDen(o.personnummer.replace('-', '')),
    adress: [],
    lan: '',
    skyddad: false,
  }

/**
 * Who signs in as insured is known from then on, though nothing has come in: who has never been ill may still apply. The last word of the name is the
 * family name, until the population register says otherwise.
 */
export async function personVidInloggning(t: Pick<Tjanster, 'db'>, personnummer: string, namn: string): Promise<Person> {
  const [fornamn, efternamn] = /^(.*?)\s*(\S*)$/.exec(namn.trim())!.slice(1) as [string, string]
  const ny = await personenAv(t, { personnummer, fornamn: fornamn || efternamn, efternamn: fornamn ? efternamn : '' })
  await somSystemet(t.db, (q) =>
    q
      .insertInto('app.person')
      .values({ ...ny, adress: [...ny.adress] })
      .onConflict((o) => o.doNothing())
      .execute(),
  )
  return (await kandPerson(t, personnummer))!
}

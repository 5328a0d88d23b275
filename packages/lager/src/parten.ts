import { arSkyddad, partsnummer, type Part } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { PoolClient } from 'pg'
import { TOM_KEDJA } from './kedja.ts'

interface Oppet {
  readonly id: string
  readonly nummer: string
  readonly version: number
}

/** The party's open case of the benefit and matter, if any, with `avslutade` also one that has closed; holds others who look for the same one until the transaction ends. */
export async function oppetArendeFor(
  klient: PoolClient,
  part: Part,
  forman: string,
  sak: string,
  avslutade = false,
): Promise<Oppet | undefined> {
  await klient.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${partsnummer(part)}:${forman}:${sak}`])
  const { rows } = await klient.query<Oppet>(
    `select a.id, a.nummer, a.version from app.arende a left join app.person p on p.id = a.person_id
      where a.forman = $3 and a.sak = $4 and (a.status <> 'avslutat' or $5)
        and (p.personnummer = $1 or a.orgnr = $2 or ($1::text is null and $2::text is null and a.person_id is null and a.orgnr is null))`,
    [
      part.slag === 'person' ? part.person.personnummer : null,
      part.slag === 'arbetsgivare' ? siffror(part.arbetsgivare.orgnr) : null,
      forman,
      sak,
      avslutade,
    ],
  )
  return rows[0]
}

/** Organisation numbers are kept without the hyphen, as sessions hold them. */
export const siffror = (orgnr: string): string => orgnr.replace(/\D/g, '')

export async function nastaNummer(klient: PoolClient, prefix: string, dag: Datum): Promise<string> {
  const { rows } = await klient.query<{ n: number }>("select nextval('app.arendenummer') as n")
  return `${prefix}${dag.slice(0, 4)}-${String(rows[0]!.n).padStart(6, '0')}`
}

/** Keeps who the party is, unless it is known already. */
export async function sparaPart(klient: PoolClient, part: Part): Promise<void> {
  if (part.slag === 'person') {
    const p = part.person
    await klient.query(
      'insert into app.person (id, personnummer, fornamn, efternamn, fodd, adress, lan, skyddad) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing',
      [p.id, p.personnummer, p.fornamn, p.efternamn, p.fodd, p.adress, p.lan, p.skyddad],
    )
  } else if (part.slag === 'arbetsgivare') {
    const a = part.arbetsgivare
    await klient.query(
      'insert into app.arbetsgivare (orgnr, namn, adress, lan, skyddad) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [siffror(a.orgnr), a.namn, a.adress, a.lan, a.skyddad === true],
    )
  }
}

/** The row of a new case, before its first event is written. */
export async function sparaArenderad(
  klient: PoolClient,
  a: { id: string; nummer: string; part: Part; forman: string; sak: string; enhet: string; inlett: Datum },
): Promise<void> {
  await klient.query(
    `insert into app.arende (id, nummer, person_id, orgnr, forman, sak, enhet, version, huvud, status, sammanfattning, inlett, skyddad) values ($1, $2, $3, $4, $5, $6, $7, 0, $8, 'kraver', '{}', $9, $10)`,
    [
      a.id,
      a.nummer,
      a.part.slag === 'person' ? a.part.person.id : null,
      a.part.slag === 'arbetsgivare' ? siffror(a.part.arbetsgivare.orgnr) : null,
      a.forman,
      a.sak,
      a.enhet,
      TOM_KEDJA,
      a.inlett,
      arSkyddad(a.part),
    ],
  )
}

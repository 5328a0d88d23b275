import { konflikt } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Databas } from '../databas.ts'
import { nyLankkod, provaLankkod } from '../lankkod.ts'
import type { Fraga } from '../sammanhang.ts'
import type { Enkatutkastrad } from './tabeller.ts'

// The recipient's side: the link, the draft that saves itself, and what goes out. All as the system: whoever comes by a link has no session.

const FEL = {
  text: 'Länken eller koden stämmer inte, eller så har enkäten stängt. Använd länken i det senaste meddelandet du fick.',
  utvag: 'använd länken i det senaste meddelandet',
}

/** @throws {Domanfel} `felKod`, `forMangaForsok` */
export async function oppnaEnkatlank(
  db: Databas,
  id: string,
  kod: string,
  nu: { dag: Datum; tid: string },
): Promise<{ mottagare: string }> {
  const l = await provaLankkod(db, 'app.enkatlank', id, kod, nu, FEL)
  return { mottagare: l.mottagare as string }
}

export interface Deltagarlage {
  readonly enkat: string
  readonly svar: readonly Enkatutkastrad[]
  readonly sparad: string | null
  readonly besvarad: Datum | null
}
export async function deltagarlaget(q: Fraga, mottagare: string): Promise<Deltagarlage> {
  const r = await q
    .selectFrom('app.enkatmottagare as m')
    .leftJoin('app.enkatdeltagande as d', 'd.mottagare', 'm.id')
    .select(['m.enkat', 'd.utkast', 'd.sparad', 'd.besvarad'])
    .where('m.id', '=', mottagare)
    .executeTakeFirstOrThrow()
  return { enkat: r.enkat, svar: r.utkast ?? [], sparad: r.sparad, besvarad: r.besvarad }
}

/** Keeps what has been answered so far; `lamna`: it counts from now on. Until the survey closes it can be changed. @throws {Domanfel} `enkatenArStangd` */
export async function sparaEnkatsvar(
  q: Fraga,
  mottagare: string,
  svar: readonly Enkatutkastrad[],
  nu: { dag: Datum; tid: string },
  lamna: boolean,
): Promise<void> {
  // Held so that the closing takes all of an answer or none of it. A closed one cannot be held, and is not found.
  const e = await q
    .selectFrom('app.enkat as e')
    .innerJoin('app.enkatmottagare as m', 'm.enkat', 'e.id')
    .select(['e.tillstand', 'e.stanger'])
    .where('m.id', '=', mottagare)
    .forShare('e')
    .executeTakeFirst()
  if (!e || e.tillstand !== 'oppen' || e.stanger < nu.dag)
    throw konflikt('enkatenArStangd', 'Enkäten har stängt. Svaren kan inte ändras längre.')
  const utkast = JSON.stringify(svar)
  await q
    .insertInto('app.enkatdeltagande')
    .values({ mottagare, utkast, sparad: nu.tid })
    .onConflict((o) => o.column('mottagare').doUpdateSet({ utkast, sparad: nu.tid }))
    .execute()
  if (!lamna) return
  const { antal } = await q
    .selectFrom('app.enkatutskick')
    .select((x) => x.fn.countAll<number>().as('antal'))
    .where('mottagare', '=', mottagare)
    .where('nr', '>', 0)
    .where('skickat', 'is not', null)
    .executeTakeFirstOrThrow()
  await q
    .updateTable('app.enkatdeltagande')
    .set({ besvarad: nu.dag, efter_paminnelser: Number(antal) })
    .where('mottagare', '=', mottagare)
    .where('besvarad', 'is', null)
    .execute()
}

// --- what goes out -------------------------------------------------------------------------------------

/**
 * What is to go out on the day and has not been put in the queue: invitations to those who have none, and of the reminders whose day has come the latest one to those
 * who have not answered. Whoever is put in late is invited, and is not reminded of what was before. Gives the ids of what is to be sent.
 */
export async function nyaEnkatutskick(q: Fraga, dag: Datum): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with oppna as (select e.id, e.paminnelser from app.enkat e where e.tillstand = 'oppen' and e.oppnar <= ${dag}::date and e.stanger >= ${dag}::date),
    inbjudna as (
      insert into app.enkatutskick (mottagare, nr, dag)
        select m.id, 0, ${dag}::date from app.enkatmottagare m join oppna o on o.id = m.enkat
      on conflict (mottagare, nr) do nothing returning id),
    forfallna as (select o.id, max(p.nr)::int as nr, max(p.dag) as dag from oppna o cross join lateral (select x.nr, x.dag::date as dag from jsonb_array_elements_text(o.paminnelser) with ordinality as x(dag, nr)) p where p.dag <= ${dag}::date group by o.id),
    paminda as (
      insert into app.enkatutskick (mottagare, nr, dag)
        select m.id, f.nr, ${dag}::date from app.enkatmottagare m join forfallna f on f.id = m.enkat join app.enkatutskick inbjudan on inbjudan.mottagare = m.id and inbjudan.nr = 0 and inbjudan.dag < f.dag
          left join app.enkatdeltagande d on d.mottagare = m.id where d.besvarad is null
      on conflict (mottagare, nr) do nothing returning id)
    select id from inbjudna union all select id from paminda`.execute(q)
  return rows.map((r) => r.id)
}

/** Surveys whose last day has passed. */
export const enkaterAttStanga = async (q: Fraga, dag: Datum): Promise<readonly string[]> =>
  (await q.selectFrom('app.enkat').select('id').where('tillstand', '=', 'oppen').where('stanger', '<', dag).execute()).map((r) => r.id)

/** Of the messages named, those of surveys that have closed. */
export const stangdasUtskick = async (q: Fraga, ids: readonly string[]): Promise<readonly string[]> =>
  ids.length === 0
    ? []
    : (
        await q
          .selectFrom('app.enkatutskick as u')
          .innerJoin('app.enkatmottagare as m', 'm.id', 'u.mottagare')
          .innerJoin('app.enkat as e', 'e.id', 'm.enkat')
          .select('u.id')
          .where('e.tillstand', '=', 'stangd')
          .where('u.id', 'in', ids)
          .execute()
      ).map((r) => r.id)

/** False when it was not open. */
export async function stangEnkat(q: Fraga, id: string, dag: Datum): Promise<boolean> {
  return (await sql<{ stangd: boolean }>`select app.stang_enkat(${id}, ${dag}) as stangd`.execute(q)).rows[0]!.stangd
}

export interface Enkatmeddelande {
  readonly lank: string
  readonly kod: string
  readonly till: string
  /** 0 is the invitation */
  readonly nr: number
  readonly enkat: { readonly namn: string; readonly syfte: string; readonly stanger: Datum }
}

/**
 * What a message is to hold, with a new link; earlier links go on working, for the message may be read late. Null when there is nothing to send: sent already,
 * answered since, or the survey has closed.
 */
export async function forberedEnkatutskick(q: Fraga, utskickId: string, dag: Datum): Promise<Enkatmeddelande | null> {
  const u = await q
    .selectFrom('app.enkatutskick as u')
    .innerJoin('app.enkatmottagare as m', 'm.id', 'u.mottagare')
    .innerJoin('app.enkat as e', 'e.id', 'm.enkat')
    .leftJoin('app.enkatdeltagande as d', 'd.mottagare', 'm.id')
    .select([
      'u.nr',
      'u.skickat',
      'u.behovdes_inte',
      'm.id as mottagare',
      'm.adress',
      'd.besvarad',
      'e.namn',
      'e.syfte',
      'e.stanger',
      'e.tillstand',
    ])
    .where('u.id', '=', utskickId)
    .executeTakeFirst()
  if (!u || u.skickat || u.behovdes_inte) return null
  if (!u.adress || u.tillstand !== 'oppen' || u.stanger < dag || (u.nr > 0 && u.besvarad)) {
    await q.updateTable('app.enkatutskick').set({ behovdes_inte: true }).where('id', '=', utskickId).execute()
    return null
  }
  const id = randomUUID()
  const { kod, salt, hashad } = await nyLankkod()
  await q.insertInto('app.enkatlank').values({ id, mottagare: u.mottagare, salt, kod: hashad, giltig_till: u.stanger }).execute()
  return { lank: id, kod, till: u.adress, nr: u.nr, enkat: { namn: u.namn, syfte: u.syfte, stanger: u.stanger } }
}

export const noteraEnkatutskick = (q: Fraga, utskickId: string, dag: Datum) =>
  q.updateTable('app.enkatutskick').set({ skickat: dag }).where('id', '=', utskickId).execute()

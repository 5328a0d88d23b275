import { Domanfel, konflikt } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { sql } from 'kysely'
import type { Fraga } from '../sammanhang.ts'
import type { Sessionsrad } from '../uppdrag.ts'

// The survey as those who run it see it: questions, recipients, how it goes. Row security says whose surveys they are (ADR 0074).

export type Enkattillstand = 'utkast' | 'oppen' | 'stangd'
export type Redovisas = 'lan' | 'omrade' | 'roll'

export interface Enkathuvud {
  readonly id: string
  readonly namn: string
  readonly syfte: string
  readonly enhet: string
  /** what results are told by */
  readonly redovisas: Redovisas
  readonly oppnar: Datum
  readonly stanger: Datum
  readonly paminnelser: readonly Datum[]
  readonly tillstand: Enkattillstand
  readonly stangd: Datum | null
  readonly av: string
}
export type Enkatinstallning = Pick<Enkathuvud, 'namn' | 'syfte' | 'redovisas' | 'oppnar' | 'stanger' | 'paminnelser'>

export interface Formularfraga {
  readonly fraga: number
  readonly item: string
  readonly text: string
  readonly slag: 'skala' | 'val' | 'fritext'
  readonly minst: number | null
  readonly hogst: number | null
  readonly vetEj: boolean
  readonly index: string | null
  readonly alternativ: readonly string[]
}

export interface Mottagaruppgift {
  readonly adress: string
  readonly lan: string
  readonly omrade: string
  readonly roll: string
}

const huvud = (r: {
  id: string
  namn: string
  syfte: string
  enhet: string
  redovisas: Redovisas
  oppnar: Datum
  stanger: Datum
  paminnelser: readonly Datum[]
  tillstand: Enkattillstand
  stangd: Datum | null
  av: string
}): Enkathuvud => ({
  id: r.id,
  namn: r.namn,
  syfte: r.syfte,
  enhet: r.enhet,
  redovisas: r.redovisas,
  oppnar: r.oppnar,
  stanger: r.stanger,
  paminnelser: r.paminnelser,
  tillstand: r.tillstand,
  stangd: r.stangd,
  av: r.av,
})

/** Surveys the caller sees, the latest first. */
export const enkaterna = async (q: Fraga): Promise<Enkathuvud[]> =>
  (await q.selectFrom('app.enkat').selectAll().orderBy('skapad', 'desc').limit(200).execute()).map(huvud)

/**
 * `las`: nobody else changes it until we are done. Row security lets nobody hold a closed one, which nobody changes either: it is read as it is.
 * @throws {Domanfel} `enkatenFinnsInte`
 */
export async function lasEnkathuvud(q: Fraga, id: string, o: { las?: boolean } = {}): Promise<Enkathuvud> {
  const fraga = q.selectFrom('app.enkat').selectAll().where('id', '=', id)
  const r = (o.las ? await fraga.forUpdate().executeTakeFirst() : undefined) ?? (await fraga.executeTakeFirst())
  if (!r) throw new Domanfel('saknas', 'enkatenFinnsInte', 'Enkäten finns inte, eller så har du inte rätt att se den.')
  return huvud(r)
}

export const noteraEnkat = (q: Fraga, s: Pick<Sessionsrad, 'anvandare' | 'namn'>, enkat: string, dag: Datum, text: string) =>
  q.insertInto('app.enkathandelse').values({ enkat, dag, namn: s.namn, anvandare: s.anvandare, text }).execute()

export const enkathandelser = async (q: Fraga, enkat: string): Promise<{ dag: Datum; namn: string; text: string }[]> =>
  q.selectFrom('app.enkathandelse').select(['dag', 'namn', 'text']).where('enkat', '=', enkat).orderBy('id', 'desc').execute()

export async function skapaEnkat(
  q: Fraga,
  s: Sessionsrad,
  e: Enkatinstallning,
  fragor: readonly Formularfraga[],
  dag: Datum,
): Promise<string> {
  const { id } = await q
    .insertInto('app.enkat')
    .values({
      ...e,
      paminnelser: JSON.stringify(e.paminnelser),
      enhet: s.roll === 'analytiker' ? '' : s.enhet,
      stangd: null,
      av: s.namn,
      av_id: s.anvandare,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await skrivFragor(q, id, fragor)
  await noteraEnkat(q, s, id, dag, 'Skapade enkäten.')
  return id
}

const arUtkast = (e: Enkathuvud): void => {
  if (e.tillstand !== 'utkast')
    throw konflikt('enkatenArOppnad', 'Enkäten är öppnad. Frågor och datum för start kan inte ändras: alla ska få samma frågor.')
}

export async function andraEnkat(q: Fraga, id: string, e: Enkatinstallning): Promise<void> {
  arUtkast(await lasEnkathuvud(q, id, { las: true }))
  await q
    .updateTable('app.enkat')
    .set({ ...e, paminnelser: JSON.stringify(e.paminnelser) })
    .where('id', '=', id)
    .execute()
}

async function skrivFragor(q: Fraga, enkat: string, fragor: readonly Formularfraga[]): Promise<void> {
  if (fragor.length === 0) return
  await q
    .insertInto('app.enkatfraga')
    .values(
      fragor.map((f, i) => ({
        enkat,
        nr: i + 1,
        fraga: f.fraga,
        item: f.item,
        text: f.text,
        slag: f.slag,
        minst: f.minst,
        hogst: f.hogst,
        vet_ej: f.vetEj,
        index_namn: f.index,
        alternativ: JSON.stringify(f.alternativ),
      })),
    )
    .execute()
}

/** The questions of a draft, all at once. */
export async function andraFragor(q: Fraga, enkat: string, fragor: readonly Formularfraga[]): Promise<void> {
  arUtkast(await lasEnkathuvud(q, enkat, { las: true }))
  await q.deleteFrom('app.enkatfraga').where('enkat', '=', enkat).execute()
  await skrivFragor(q, enkat, fragor)
}

export async function enkatfragor(q: Fraga, enkat: string): Promise<Formularfraga[]> {
  const rader = await q.selectFrom('app.enkatfraga').selectAll().where('enkat', '=', enkat).orderBy('nr').execute()
  return rader.map((r) => ({
    fraga: r.fraga,
    item: r.item,
    text: r.text,
    slag: r.slag,
    minst: r.minst,
    hogst: r.hogst,
    vetEj: r.vet_ej,
    index: r.index_namn,
    alternativ: r.alternativ,
  }))
}

// --- recipients ----------------------------------------------------------------------------------------

export interface Mottagarrad {
  readonly id: string
  /** null when the survey has closed */
  readonly adress: string | null
  readonly lan: string
  readonly omrade: string
  readonly roll: string
}
export const enkatmottagare = (q: Fraga, enkat: string): Promise<Mottagarrad[]> =>
  q
    .selectFrom('app.enkatmottagare')
    .select(['id', 'adress', 'lan', 'omrade', 'roll'])
    .where('enkat', '=', enkat)
    .orderBy('lan')
    .orderBy('omrade')
    .orderBy('adress')
    .execute()

/** Puts recipients in, all or none. @throws {Domanfel} `enkatenArStangd`; `redanMottagare` naming each row whose address is there already */
export async function laggTillMottagare(
  q: Fraga,
  s: Sessionsrad,
  enkat: string,
  nya: readonly Mottagaruppgift[],
  dag: Datum,
  falt: (i: number) => string,
): Promise<void> {
  const e = await lasEnkathuvud(q, enkat, { las: true })
  if (e.tillstand === 'stangd') throw konflikt('enkatenArStangd', 'Enkäten är stängd. Ingen kan läggas till.')
  const finns = new Set(
    (
      await q
        .selectFrom('app.enkatmottagare')
        .select(sql<string>`lower(adress)`.as('adress'))
        .where('enkat', '=', enkat)
        .execute()
    ).map((r) => r.adress),
  )
  const dubbla = nya.flatMap((m, i) =>
    finns.has(m.adress.toLowerCase()) ? [{ falt: falt(i), text: `${m.adress} är redan mottagare.` }] : [],
  )
  if (dubbla.length)
    throw new Domanfel(
      'indata',
      'redanMottagare',
      `${dubbla.length === 1 ? 'En adress är' : `${dubbla.length} adresser är`} redan med i enkäten. Ingen har lagts till.`,
      dubbla,
    )
  await q
    .insertInto('app.enkatmottagare')
    .values(nya.map((m) => ({ enkat, ...m })))
    .execute()
  await noteraEnkat(q, s, enkat, dag, nya.length === 1 ? 'Lade till en mottagare.' : `Lade till ${nya.length} mottagare.`)
}

export async function taBortMottagare(q: Fraga, s: Sessionsrad, enkat: string, id: string, dag: Datum): Promise<void> {
  const e = await lasEnkathuvud(q, enkat, { las: true })
  if (e.tillstand !== 'utkast') throw konflikt('enkatenArOppnad', 'Enkäten är öppnad. Mottagaren har fått sin länk och kan inte tas bort.')
  const r = await q.deleteFrom('app.enkatmottagare').where('enkat', '=', enkat).where('id', '=', id).executeTakeFirst()
  if (r.numDeletedRows > 0n) await noteraEnkat(q, s, enkat, dag, 'Tog bort en mottagare.')
}

export interface Frekvensrad {
  readonly lan: string
  readonly omrade: string
  readonly roll: string
  readonly inbjuden: boolean
  readonly svarat: boolean
  readonly efterPaminnelser: number | null
  readonly antal: number
}
export async function enkatfrekvens(q: Fraga, enkat: string): Promise<Frekvensrad[]> {
  const { rows } = await sql<
    Omit<Frekvensrad, 'efterPaminnelser'> & { efter_paminnelser: number | null }
  >`select * from app.enkatfrekvens(${enkat}) order by lan, omrade, roll`.execute(q)
  return rows.map(({ efter_paminnelser, ...r }) => ({ ...r, efterPaminnelser: efter_paminnelser }))
}

export interface Utskicksrad {
  /** 0 is the invitation */
  readonly nr: number
  readonly forsta: Datum | null
  readonly sista: Datum | null
  readonly skickade: number
  readonly vantar: number
  readonly behovdesInte: number
}
export async function enkatutskicken(q: Fraga, enkat: string): Promise<Utskicksrad[]> {
  const { rows } = await sql<{
    nr: number
    forsta: Datum | null
    sista: Datum | null
    skickade: number
    vantar: number
    behovdes_inte: number
  }>`select * from app.enkatutskicken(${enkat})`.execute(q)
  return rows.map(({ behovdes_inte, ...r }) => ({ ...r, behovdesInte: behovdes_inte }))
}

// --- what was answered, when it has closed ----------------------------------------------------------------

export interface Svarspost {
  readonly svarare: string
  readonly grupp: string
  readonly svar: readonly {
    readonly id: string
    readonly fraga: number
    readonly item: string
    readonly varde: number | null
    readonly vetEj: boolean
    readonly svar: string | null
  }[]
}
/** Answers without owner; free text only to those who code it. Who answered stays in the server: it holds together what is to be told apart (ADR 0074). */
export async function enkatsvaren(q: Fraga, enkat: string): Promise<Svarspost[]> {
  const svarare = await q.selectFrom('app.enkatsvarare').select(['id', 'grupp']).where('enkat', '=', enkat).orderBy('id').execute()
  const svar = await q
    .selectFrom('app.enkatsvar as s')
    .innerJoin('app.enkatsvarare as p', 'p.id', 's.svarare')
    .select(['s.id', 's.svarare', 's.fraga', 's.item', 's.varde', 's.vet_ej', 's.svar'])
    .where('p.enkat', '=', enkat)
    .orderBy('s.fraga')
    .orderBy('s.item')
    .execute()
  const per = new Map(svarare.map((s) => [s.id, { svarare: s.id, grupp: s.grupp, svar: [] as Svarspost['svar'][number][] }]))
  for (const s of svar)
    per.get(s.svarare)!.svar.push({ id: s.id, fraga: s.fraga, item: s.item, varde: s.varde, vetEj: s.vet_ej, svar: s.svar })
  return [...per.values()]
}

export interface Textkodning {
  readonly svarare: string
  readonly fraga: number
  readonly item: string
  readonly kod: string
  readonly kodare: string
  readonly kodareId: string
  readonly dag: Datum
}
export async function enkatkodningar(q: Fraga, enkat: string): Promise<Textkodning[]> {
  const rader = await q
    .selectFrom('app.enkatkodning as k')
    .innerJoin('app.enkatsvarare as p', 'p.id', 'k.svarare')
    .select(['k.svarare', 'k.fraga', 'k.item', 'k.kod', 'k.kodare', 'k.kodare_id', 'k.dag'])
    .where('p.enkat', '=', enkat)
    .orderBy('k.svarare')
    .execute()
  return rader.map(({ kodare_id, ...r }) => ({ ...r, kodareId: kodare_id }))
}
export const enkatkoder = (q: Fraga, enkat: string) =>
  q
    .selectFrom('app.enkatkod')
    .select(['fraga', 'item', 'kod', 'beskrivning', 'av'])
    .where('enkat', '=', enkat)
    .orderBy('fraga')
    .orderBy('item')
    .orderBy('kod')
    .execute()

export async function nyEnkatkod(
  q: Fraga,
  s: Sessionsrad,
  enkat: string,
  k: { fraga: number; item: string; kod: string; beskrivning: string },
): Promise<void> {
  const r = await q
    .insertInto('app.enkatkod')
    .values({ enkat, ...k, av: s.namn, av_id: s.anvandare })
    .onConflict((o) => o.doNothing())
    .executeTakeFirst()
  if (r.numInsertedOrUpdatedRows === 0n) throw konflikt('kodenFinns', `Koden ”${k.kod}” finns redan för frågan.`)
}

/** One code of one coder for one answer; null takes it back. */
export async function kodaSvar(
  q: Fraga,
  s: Sessionsrad,
  k: { svarare: string; fraga: number; item: string; kod: string | null },
  dag: Datum,
): Promise<void> {
  const { kod } = k
  if (kod === null) {
    await q
      .deleteFrom('app.enkatkodning')
      .where('svarare', '=', k.svarare)
      .where('fraga', '=', k.fraga)
      .where('item', '=', k.item)
      .where('kodare_id', '=', s.anvandare)
      .execute()
    return
  }
  await q
    .insertInto('app.enkatkodning')
    .values({ svarare: k.svarare, fraga: k.fraga, item: k.item, kod, kodare: s.namn, kodare_id: s.anvandare, dag })
    .onConflict((o) => o.columns(['svarare', 'fraga', 'item', 'kodare_id']).doUpdateSet({ kod, dag }))
    .execute()
}

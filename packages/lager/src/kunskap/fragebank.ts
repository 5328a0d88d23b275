import { indatafel, konflikt, type Aktor } from '@atergang/arende'
import type { Frageforman, Fragekategori } from '@atergang/formaner/kunskap'
import type { Datum } from '@atergang/kalender'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Fraga } from '../sammanhang.ts'

// The question bank of the country (H019): a question stands as it was put; an answer is superseded by a new version, never written over.

export interface Kunskapssvar {
  readonly version: number
  readonly svar: string
  readonly lagrum: readonly string[]
  /** ids of guidance documents */
  readonly vagledningar: readonly string[]
  /** why it took the place of the one before; null of the first */
  readonly skal: string | null
  readonly dag: Datum
  readonly av: string
}

export interface Kunskapsfraga {
  readonly id: string
  readonly rubrik: string
  readonly fraga: string
  readonly kategori: Fragekategori
  readonly forman: Frageforman
  /** code of the treatment it is about */
  readonly behandling: string | null
  readonly lagrum: readonly string[]
  readonly dag: Datum
  readonly av: string
  readonly enhet: string
  /** every version, the first first; the last is the one that holds */
  readonly svar: readonly Kunskapssvar[]
  readonly anvandning: { readonly franArende: number; readonly hjalpte: number }
  /** the reader has said that the answer that holds was a help */
  readonly hjalpteMig: boolean
}

export interface Fragesokning {
  readonly text?: string | undefined
  readonly kategori?: Fragekategori | undefined
  readonly forman?: Frageforman | undefined
  readonly behandling?: string | undefined
  /** questions and answers that cite any of these paragraphs, whatever part of them */
  readonly paragrafer?: readonly string[] | undefined
  readonly lage?: 'besvarade' | 'obesvarade' | undefined
  readonly hogst?: number | undefined
}

const HOGST = 100

/** The words as a search that also finds beginnings of words: nobody writes an inflected form with a search in mind. */
const sokord = (text: string): string => [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map((m) => `'${m[0]}':*`).join(' & ')

const FALT = sql.raw(`
  jsonb_build_object('id', f.id, 'rubrik', f.rubrik, 'fraga', f.fraga, 'kategori', f.kategori, 'forman', f.forman, 'behandling', f.behandling, 'lagrum', to_jsonb(f.lagrum), 'dag', f.dag, 'av', f.av, 'enhet', f.enhet,
    'svar', coalesce((select jsonb_agg(jsonb_build_object('version', s.version, 'svar', s.svar, 'lagrum', to_jsonb(s.lagrum), 'vagledningar', to_jsonb(s.vagledningar), 'skal', s.skal, 'dag', s.dag, 'av', s.av) order by s.version) from app.kunskapssvar s where s.fraga = f.id), '[]'),
    'anvandning', (select jsonb_build_object('franArende', count(*) filter (where a.slag = 'arende'), 'hjalpte', count(*) filter (where a.slag = 'hjalpte')) from app.kunskapsanvandning a where a.fraga = f.id),
    'hjalpteMig', exists (select 1 from app.kunskapsanvandning a where a.fraga = f.id and a.slag = 'hjalpte' and a.av_id = app.anvandare() and a.version = (select max(s.version) from app.kunskapssvar s where s.fraga = f.id)))`)

/** The answer that holds, and the question: what is searched. An answer that has been superseded is found by its question only. */
const SOKTEXT = sql.raw(
  `to_tsvector('swedish', f.rubrik || ' ' || f.fraga || ' ' || coalesce((select s.svar from app.kunskapssvar s where s.fraga = f.id order by s.version desc limit 1), ''))`,
)
const BESVARAD = sql.raw('exists (select 1 from app.kunskapssvar s where s.fraga = f.id)')

/** The paragraph of a citation: ”27:48 st 3” is under ”27:48”. */
const UNDER = (kolumn: string) => sql.raw(`exists (select 1 from unnest(${kolumn}) l where regexp_replace(l, ' (st|p) .*$', '') = any`)

/** Questions that match everything asked for: the most used first, then the latest. `antal` counts all, also those not given. */
export async function sokFragor(q: Fraga, s: Fragesokning): Promise<{ readonly fragor: readonly Kunskapsfraga[]; readonly antal: number }> {
  const ord = sokord(s.text ?? '')
  const villkor = [
    sql`true`,
    ...(ord ? [sql`${SOKTEXT} @@ to_tsquery('swedish', ${ord})`] : []),
    ...(s.kategori ? [sql`f.kategori = ${s.kategori}`] : []),
    ...(s.forman ? [sql`f.forman = ${s.forman}`] : []),
    ...(s.behandling ? [sql`f.behandling = ${s.behandling}`] : []),
    ...(s.paragrafer
      ? [
          sql`(${UNDER('f.lagrum')}(${s.paragrafer as string[]}::text[])) or exists (select 1 from app.kunskapssvar s where s.fraga = f.id and s.version = (select max(x.version) from app.kunskapssvar x where x.fraga = f.id) and ${UNDER('s.lagrum')}(${s.paragrafer as string[]}::text[]))))`,
        ]
      : []),
    ...(s.lage ? [s.lage === 'besvarade' ? sql`${BESVARAD}` : sql`not ${BESVARAD}`] : []),
  ]
  const { rows } = await sql<{ fraga: Kunskapsfraga; antal: number }>`
    select ${FALT} as fraga, count(*) over ()::int as antal from app.kunskapsfraga f where ${sql.join(villkor, sql` and `)}
     order by (select count(*) from app.kunskapsanvandning a where a.fraga = f.id) desc, f.dag desc, f.id limit ${s.hogst ?? HOGST}`.execute(
    q,
  )
  return { fragor: rows.map((r) => r.fraga), antal: rows[0]?.antal ?? 0 }
}

/** One question with every version of its answer; null when there is none. */
export async function lasFraga(q: Fraga, id: string): Promise<Kunskapsfraga | null> {
  const { rows } = await sql<{ fraga: Kunskapsfraga }>`select ${FALT} as fraga from app.kunskapsfraga f where f.id = ${id}`.execute(q)
  return rows[0]?.fraga ?? null
}

export interface NyFraga {
  readonly rubrik: string
  readonly fraga: string
  readonly kategori: Fragekategori
  readonly forman: Frageforman
  readonly behandling?: string | undefined
  readonly lagrum: readonly string[]
}

/** Puts a question; its words have been looked through for persons. */
export async function stallFraga(q: Fraga, f: NyFraga, av: Aktor, enhet: string, dag: Datum): Promise<string> {
  const id = randomUUID()
  await q
    .insertInto('app.kunskapsfraga')
    .values({
      id,
      rubrik: f.rubrik,
      fraga: f.fraga,
      kategori: f.kategori,
      forman: f.forman,
      behandling: f.behandling ?? null,
      lagrum: [...f.lagrum],
      dag,
      av: av.namn,
      av_id: av.id,
      enhet,
    })
    .execute()
  return id
}

export interface NyttSvar {
  readonly fraga: string
  readonly svar: string
  readonly lagrum: readonly string[]
  readonly vagledningar: readonly string[]
  readonly skal?: string | undefined
  /** the version that the writer had before them; 0 when there was none */
  readonly ersatter: number
}

/**
 * Answers a question, or takes the place of its answer. Row security lets specialists only.
 * @throws {Domanfel} when somebody has answered in between, when a new version says no reason, or when a document is unknown
 */
export async function besvaraFraga(q: Fraga, s: NyttSvar, av: Aktor, dag: Datum): Promise<number> {
  await sql`select app.las_fragan(${s.fraga})`.execute(q)
  const rad = await q
    .selectFrom('app.kunskapssvar')
    .select((e) => e.fn.max('version').as('version'))
    .where('fraga', '=', s.fraga)
    .executeTakeFirst()
  const senaste = rad?.version ?? 0
  if (senaste !== s.ersatter) throw konflikt('svaretNyare', `Frågan har fått ett nyare svar (version ${senaste}). Läs det först.`)
  if (senaste > 0 && !s.skal)
    throw indatafel('skalSaknas', 'Ett nytt svar ersätter det som gäller. Skriv varför.', [
      { falt: 'skal', text: 'Skriv varför svaret ändras.' },
    ])
  const kanda = s.vagledningar.length
    ? (
        await q
          .selectFrom('app.vagledning')
          .select('id')
          .where('id', 'in', [...s.vagledningar])
          .execute()
      ).map((v) => v.id)
    : []
  const okand = s.vagledningar.find((v) => !kanda.includes(v))
  if (okand !== undefined)
    throw indatafel('okandVagledning', 'Vägledningen finns inte i registret.', [
      { falt: 'vagledningar', text: 'Välj bland dem som finns i registret.' },
    ])
  await q
    .insertInto('app.kunskapssvar')
    .values({
      fraga: s.fraga,
      version: senaste + 1,
      svar: s.svar,
      lagrum: [...s.lagrum],
      vagledningar: [...s.vagledningar],
      skal: senaste > 0 ? s.skal! : null,
      dag,
      av: av.namn,
      av_id: av.id,
    })
    .execute()
  return senaste + 1
}

/** Counts a use of the answer that holds; ”hjälpte mig” once for each colleague and version. Gives false when there is no answer to use. */
export async function raknaAnvandning(
  q: Fraga,
  a: { readonly fraga: string; readonly slag: 'arende' | 'hjalpte' },
  av: Aktor,
  dag: Datum,
): Promise<boolean> {
  const rad = await q
    .selectFrom('app.kunskapssvar')
    .select((e) => e.fn.max('version').as('version'))
    .where('fraga', '=', a.fraga)
    .executeTakeFirst()
  if (!rad?.version) return false
  await q
    .insertInto('app.kunskapsanvandning')
    .values({ fraga: a.fraga, version: rad.version, slag: a.slag, dag, av_id: av.id })
    .onConflict((o) => o.doNothing())
    .execute()
  return true
}

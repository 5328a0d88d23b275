import { indatafel, konflikt, type Aktor } from '@atergang/arende'
import { granskaPost, medPost, type Annatgranskning, type Evidenspost } from '@atergang/formaner'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { sql } from 'kysely'
import type { Fraga } from '../sammanhang.ts'

// The register of the country: what is entered stands for ever, a stop is a row of its own (ADR 0029).

/** An entry with its history: when it was stopped, by whom, why and by what. */
export interface Evidenshistorik {
  readonly post: Evidenspost
  readonly stopp: readonly {
    readonly tom: Datum
    readonly ersattAv: string | null
    readonly skal: string
    readonly av: string
    readonly registrerad: Datum
  }[]
}

/** The register as it reads now. */
export async function lasEvidensregistret(q: Fraga): Promise<Evidenspost[]> {
  const { rows } = await sql<{ r: Evidenspost[] }>`select app.evidensregistret() as r`.execute(q)
  return rows[0]!.r
}

/** All that has ever been entered, the newest first, with every stop. */
export async function evidenshistoriken(q: Fraga): Promise<Evidenshistorik[]> {
  const [poster, stopp] = [await lasEvidensregistret(q), await q.selectFrom('app.evidensstopp').selectAll().orderBy('id').execute()]
  return poster
    .map((post) => ({
      post,
      stopp: stopp
        .filter((s) => s.post === post.id)
        .map((s) => ({ tom: s.tom, ersattAv: s.ersatt_av, skal: s.skal, av: s.av, registrerad: s.registrerad })),
    }))
    .reverse()
}

export type NyEvidenspost = Omit<Evidenspost, 'av' | 'registrerad'>

/**
 * Enters it, signed by the specialist; an open entry of the same scope stops the day before. Row security lets specialists only.
 * @throws {Domanfel} with each faulty field named
 */
export async function foraInEvidens(q: Fraga, ny: NyEvidenspost, av: Aktor, dag: Datum, skal: string): Promise<Evidenspost> {
  const post: Evidenspost = { ...ny, av: av.namn, registrerad: dag }
  const fel = granskaPost(post)
  if (fel.length)
    throw indatafel(
      'evidenspost',
      fel.map((f) => f.text).join(' '),
      fel.map((f) => ({ falt: f.falt, text: f.text })),
    )
  await sql`select app.las_registret()`.execute(q)
  const fore = await lasEvidensregistret(q)
  if (fore.some((p) => p.id === post.id)) throw konflikt('postenFinns', 'Posten är redan införd.')
  const efter = new Map(medPost(fore, post).map((p) => [p.id, p]))
  await q
    .insertInto('app.evidenspost')
    .values({
      id: post.id,
      behandling: post.behandling ?? null,
      diagnos: post.diagnos ?? null,
      utforande: post.utforande ?? null,
      stallning: post.stallning,
      installning: post.installning ?? null,
      villkor: post.villkor ?? null,
      kalla: JSON.stringify(post.kalla),
      av: av.namn,
      av_id: av.id,
      registrerad: dag,
      galler_from: post.from,
      galler_tom: post.tom ?? null,
    })
    .execute()
  for (const p of fore) {
    const { tom } = efter.get(p.id)!
    if (tom && tom !== p.tom) await stoppad(q, { post: p.id, tom, ersattAv: post.id, skal }, av, dag)
  }
  return post
}

const stoppad = (q: Fraga, s: { post: string; tom: Datum; ersattAv: string | null; skal: string }, av: Aktor, dag: Datum) =>
  q
    .insertInto('app.evidensstopp')
    .values({ post: s.post, tom: s.tom, ersatt_av: s.ersattAv, skal: s.skal, av: av.namn, av_id: av.id, registrerad: dag })
    .execute()

/** Ends an entry with nothing in its place. @throws {Domanfel} */
export async function stoppaEvidens(q: Fraga, s: { post: string; tom: Datum; skal: string }, av: Aktor, dag: Datum): Promise<void> {
  await sql`select app.las_registret()`.execute(q)
  const post = (await lasEvidensregistret(q)).find((p) => p.id === s.post)
  if (!post) throw indatafel('okandPost', 'Posten finns inte i registret.', [{ falt: 'post', text: 'Läs om registret.' }])
  if (s.tom < post.from)
    throw indatafel('stoppInnanStart', 'Posten kan inte sluta gälla innan den börjar.', [
      { falt: 'tom', text: `Posten gäller från ${post.from}. Välj en senare dag.` },
    ])
  if (post.tom && post.tom <= s.tom) throw konflikt('redanStoppad', `Posten slutar redan gälla ${post.tom}.`)
  await stoppad(q, { ...s, ersattAv: null }, av, dag)
}

/** Treatments (null: all) of which the register says something else from this day than the day before: an entry begins, or has ended by itself. */
export async function nyaStallningarDen(q: Fraga, dag: Datum): Promise<(string | null)[]> {
  const igar = plusDagar(dag, -1)
  return [...new Set((await lasEvidensregistret(q)).filter((p) => p.from === dag || p.tom === igar).map((p) => p.behandling ?? null))]
}

/** Wakes the open plans that the entry speaks of, so that their officers see what it now says. Gives their cases. */
export async function planerAttVacka(q: Fraga, behandling: string | null, dag: Datum): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select app.vack_planer(${behandling}, ${dag}) as id`.execute(q)
  return rows.map((r) => r.id)
}

// --- ”annat” ---------------------------------------------------------------------------------------------

export const annatgranskningar = async (q: Fraga): Promise<Annatgranskning[]> =>
  (await q.selectFrom('app.annatgranskning').selectAll().orderBy('id').execute()).map((g) => ({
    nyckel: g.nyckel,
    dag: datum(g.dag),
    av: g.av,
    beslut: g.beslut,
    skal: g.skal,
    ...(g.kod ? { kod: g.kod } : {}),
  }))

export const sparaAnnatgranskning = (q: Fraga, g: Omit<Annatgranskning, 'av' | 'dag'>, av: Aktor, dag: Datum) =>
  q
    .insertInto('app.annatgranskning')
    .values({ nyckel: g.nyckel, dag, beslut: g.beslut, kod: g.kod ?? null, skal: g.skal, av: av.namn, av_id: av.id })
    .execute()

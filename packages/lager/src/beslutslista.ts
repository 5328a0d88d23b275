import { konflikt, type Aktor, type Domanfel, type Kommando } from '@atergang/arende'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Arendelager } from './arendelager.ts'
import type { Databas } from './databas.ts'
import { somPerson, somSystemet, type Fraga } from './sammanhang.ts'
import type { Sessionsrad } from './uppdrag.ts'
import type { Nu } from './kommandobegaran.ts'

/** So many applications of a list, or all, are opened in full before it is approved. */
export const STICKPROV = 20

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface Listval {
  readonly slag: 'klara' | 'sena'
  /** at most so many, the oldest first; all when not told */
  readonly hogst?: number | undefined
  readonly nu: Nu
}

interface Frusen {
  readonly arende_id: string
  readonly ansokan_id: string
  readonly avtryck: string
  readonly utfall: string
  readonly foreslaget: number
  readonly kostnad: number
  readonly rader: number
}

/**
 * Freezes a list of decisions that have nothing left to ask, as they are proposed now, of cases that the officer may see. A random sample is chosen by
 * the print of the list itself, so that nobody can choose it. @throws {Domanfel} `inget` when there is nothing to put in it
 */
export const skapaLista = (db: Databas, session: Buffer, val: Listval): Promise<string> =>
  somPerson(db, session, async (q, s) => {
    // Not those that already lie in a list that is being decided.
    const { rows } = await sql<Frusen>`
      select x.arende_id, x.ansokan_id, x.avtryck, x.utfall, x.foreslaget, x.kostnad, x.rader from app.apr_ansokan x
        join app.arende a on a.id = x.arende_id
       where x.avtryck is not null and x.sen = ${val.slag === 'sena'} and x.beslut_id is null
         and not exists (select 1 from app.apr_listrad r join app.apr_beslutslista l on l.id = r.lista where r.ansokan_id = x.ansokan_id and r.tillstand = 'vantar' and l.tillstand = 'godkand')
       order by x.inkom, x.ansokan_id limit ${val.hogst ?? 100_000}`.execute(q)
    const rader = rows
    if (rader.length === 0)
      throw konflikt('inget', val.slag === 'sena' ? 'Ingen sen ansökan är klar att besluta.' : 'Ingen ansökan är klar att besluta.')
    const avtryck = listavtryck(rader)
    const prov = new Set(
      [...rader]
        .map((r) => ({ id: r.ansokan_id, nyckel: sha(`${avtryck}|${r.ansokan_id}`) }))
        .sort((a, b) => (a.nyckel < b.nyckel ? -1 : 1))
        .slice(0, STICKPROV)
        .map((x) => x.id),
    )
    const summa = rader.reduce((n, r) => n + r.foreslaget, 0)
    const lista = await q
      .insertInto('app.apr_beslutslista')
      .values({
        enhet: s.enhet,
        handlaggare: s.anvandare,
        namn: s.namn,
        slag: val.slag,
        skapad: val.nu.tid,
        dag: val.nu.dag,
        antal: rader.length,
        summa,
        avtryck,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`insert into app.apr_listrad (lista, nr, arende_id, ansokan_id, avtryck, utfall, belopp, kostnad, rader, stickprov)
      select ${lista.id}, n.nr, n.arende_id, n.ansokan_id, n.avtryck, n.utfall, n.foreslaget, n.kostnad, n.rader, n.stickprov
        from jsonb_to_recordset(${JSON.stringify(rader.map((r, i) => ({ ...r, nr: i + 1, stickprov: prov.has(r.ansokan_id) })))}::jsonb) as n(nr integer, arende_id uuid, ansokan_id text, avtryck text, utfall text, foreslaget integer, kostnad bigint, rader integer, stickprov boolean)`.execute(
      q,
    )
    await handelse(q, s, lista.id, 'skapad', val.nu, { avtryck, antal: rader.length, summa })
    return lista.id
  })

/** A print of everything that is approved: which applications, what each is given, and the very proposal. */
export const listavtryck = (rader: readonly Pick<Frusen, 'ansokan_id' | 'avtryck' | 'utfall' | 'foreslaget'>[]): string =>
  sha(rader.map((r) => `${r.ansokan_id}|${r.avtryck}|${r.utfall}|${r.foreslaget}\n`).join(''))

const handelse = (
  q: Fraga,
  s: Pick<Sessionsrad, 'anvandare' | 'namn'>,
  lista: string,
  typ: string,
  nu: Nu,
  data: object = {},
): Promise<unknown> =>
  q
    .insertInto('app.apr_listhandelse')
    .values({ lista, tid: nu.tid, anvandare: s.anvandare, namn: s.namn, typ, data: JSON.stringify(data) })
    .execute()

/** One of the sample has been opened in full. */
export const noteraGranskad = (db: Databas, session: Buffer, lista: string, nr: number, nu: Nu): Promise<boolean> =>
  somPerson(db, session, async (q, s) => {
    const r = await q
      .updateTable('app.apr_listrad')
      .set({ granskad: nu.tid })
      .where('lista', '=', lista)
      .where('nr', '=', nr)
      .where('granskad', 'is', null)
      .executeTakeFirst()
    if (r.numUpdatedRows > 0n) await handelse(q, s, lista, 'granskad', nu, { nr })
    return r.numUpdatedRows > 0n
  })

export interface Godkannande {
  readonly avtryck: string
  readonly antal: number
  readonly summa: number
  readonly nu: Nu
}

/**
 * The officer approves what they have looked at: the print, the number and the sum must be those of the list, and the whole sample opened.
 * @throws {Domanfel} naming what is lacking
 */
export const godkannLista = (db: Databas, session: Buffer, lista: string, g: Godkannande): Promise<void> =>
  somPerson(db, session, async (q, s) => {
    const l = await q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).forUpdate().executeTakeFirst()
    if (!l) throw konflikt('listanFinnsInte', 'Listan finns inte.')
    if (l.handlaggare !== s.anvandare) throw konflikt('inteDinLista', `${l.namn} har gjort listan. Den som har granskat den godkänner den.`)
    if (l.tillstand !== 'utkast')
      throw konflikt('redanGodkand', l.tillstand === 'kastad' ? 'Listan är kastad.' : 'Listan är redan godkänd.')
    if (l.avtryck !== g.avtryck || l.antal !== g.antal || Number(l.summa) !== g.summa)
      throw konflikt('annanLista', 'Det du godkänner är inte listan som den är sparad. Läs om den.')
    const kvar = await q
      .selectFrom('app.apr_listrad')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('lista', '=', lista)
      .where('stickprov', '=', true)
      .where('granskad', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(kvar.n) > 0)
      throw konflikt('stickprovetKvar', `${kvar.n} av de slumpvis valda ansökningarna är inte öppnade. Läs dem innan du godkänner.`)
    await q
      .updateTable('app.apr_beslutslista')
      .set({ tillstand: 'godkand', godkand: g.nu.tid, beslutsdag: g.nu.dag })
      .where('id', '=', lista)
      .execute()
    await handelse(q, s, lista, 'godkand', g.nu, { avtryck: g.avtryck, antal: g.antal, summa: g.summa })
  })

export const kastaLista = (db: Databas, session: Buffer, lista: string, nu: Nu): Promise<void> =>
  somPerson(db, session, async (q, s) => {
    const r = await q
      .updateTable('app.apr_beslutslista')
      .set({ tillstand: 'kastad' })
      .where('id', '=', lista)
      .where('tillstand', '=', 'utkast')
      .where('handlaggare', '=', s.anvandare)
      .executeTakeFirst()
    if (r.numUpdatedRows === 0n)
      throw konflikt('kanInteKastas', 'Bara den som har gjort listan kan kasta den, och bara innan den är godkänd.')
    await handelse(q, s, lista, 'kastad', nu)
  })

// --- the work ----------------------------------------------------------------------------------------

export interface Listarbete {
  readonly beslutade: number
  readonly andrade: number
}

interface Vantande {
  readonly nr: number
  readonly ansokan_id: string
  readonly avtryck: string
}

/** Lists that are approved and not done: what a server that starts goes on with. */
export const godkandaListor = (db: Databas): Promise<readonly string[]> =>
  somSystemet(db, async (q) =>
    (await q.selectFrom('app.apr_beslutslista').select('id').where('tillstand', '=', 'godkand').orderBy('godkand').execute()).map(
      (r) => r.id,
    ),
  )

/**
 * Decides what waits in an approved list, case by case, a few at a time. A case's decisions and its rows are one transaction: a server that is killed
 * leaves a case whole or untouched, and any server can go on. Safe to run by several at once and again. Gives what this run did.
 */
export async function arbetaLista(
  db: Databas,
  lager: Arendelager,
  lista: string,
  o: { nu: () => Nu; iTaget?: number; avbruten?: () => boolean; vidFel?: (text: string, fel: unknown) => void },
): Promise<Listarbete> {
  const l = await somSystemet(db, (q) => q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).executeTakeFirst())
  if (!l || l.tillstand !== 'godkand' || !l.beslutsdag || !l.godkand) return { beslutade: 0, andrade: 0 }
  const aktor: Aktor = { id: l.handlaggare, namn: l.namn, roll: 'handlaggare', enhet: l.enhet }
  const dag = l.beslutsdag
  const gjort = { beslutade: 0, andrade: 0 }
  const arenden = await somSystemet(db, async (q) =>
    (
      await sql<{
        id: string
      }>`select arende_id as id from app.apr_listrad where lista = ${lista} and tillstand = 'vantar' group by arende_id order by min(nr)`.execute(
        q,
      )
    ).rows.map((r) => r.id),
  )
  let nasta = 0
  const arbetare = async (): Promise<void> => {
    for (let i = nasta++; i < arenden.length && !o.avbruten?.(); i = nasta++) {
      try {
        // The day of the decisions is that of the approval, also when the work goes on past midnight.
        const utfall = await ettArende(lager, arenden[i]!, lista, l.avtryck, aktor, { dag, tid: o.nu().tid })
        gjort.beslutade += utfall.filter((u) => u === null).length
        gjort.andrade += utfall.filter((u) => u !== null).length
      } catch (fel) {
        // What the database says concerns all of them; anything else is wrong with this case, and must not stop the others.
        if (typeof (fel as { code?: unknown }).code === 'string') throw fel
        o.vidFel?.(`Ärende ${arenden[i]!} i beslutslistan ${lista} kunde inte beslutas`, fel)
        await somSystemet(db, (q) =>
          q
            .updateTable('app.apr_listrad')
            .set({ tillstand: 'fel', fel: 'Något gick fel hos oss. Ansökan är inte beslutad.' })
            .where('lista', '=', lista)
            .where('arende_id', '=', arenden[i]!)
            .where('tillstand', '=', 'vantar')
            .execute(),
        )
      }
    }
  }
  await Promise.all(Array.from({ length: o.iTaget ?? 4 }, arbetare))
  await avsluta(db, lista, o.nu())
  return gjort
}

function ettArende(
  lager: Arendelager,
  arendeId: string,
  lista: string,
  listavtryck: string,
  aktor: Aktor,
  nu: Nu,
): Promise<readonly (Domanfel | null)[]> {
  return lager.korFlera(
    { arendeId, av: { system: aktor }, nu },
    // The case is locked: another worker that had it is done, and has marked its rows.
    async (klient) =>
      (
        await klient.query<Vantande>({
          name: 'listrader',
          text: "select nr, ansokan_id, avtryck from app.apr_listrad where lista = $1 and arende_id = $2 and tillstand = 'vantar' order by nr",
          values: [lista, arendeId],
        })
      ).rows,
    (rader) =>
      rader.map((r): Kommando => ({
        typ: 'beslutaEnligtLista',
        data: { ansokanId: r.ansokan_id, avtryck: r.avtryck, lista: { id: lista, avtryck: listavtryck } },
      })),
    (klient, rader, utfall) =>
      klient.query({
        name: 'listutfall',
        text: `update app.apr_listrad r set tillstand = n.tillstand, fel = n.fel from jsonb_to_recordset($2::jsonb) as n(nr integer, tillstand text, fel text) where r.lista = $1 and r.nr = n.nr`,
        values: [
          lista,
          JSON.stringify(
            rader.map((r, i) => ({ nr: r.nr, tillstand: utfall[i] ? 'andrad' : 'beslutad', fel: utfall[i]?.message ?? null })),
          ),
        ],
      }),
  )
}

/** Done when nothing waits. Only one of several servers says so. */
const avsluta = (db: Databas, lista: string, nu: Nu): Promise<void> =>
  somSystemet(db, async (q) => {
    const r =
      await sql`update app.apr_beslutslista set tillstand = 'klar', klar = ${nu.tid} where id = ${lista} and tillstand = 'godkand' and not exists (select 1 from app.apr_listrad where lista = ${lista} and tillstand = 'vantar')`.execute(
        q,
      )
    if ((r.numAffectedRows ?? 0n) > 0n) await handelse(q, { anvandare: 'system', namn: 'Återgång' }, lista, 'klar', nu)
  })

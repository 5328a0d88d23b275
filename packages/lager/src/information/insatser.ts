import { konflikt, type Aktor } from '@atergang/arende'
import type { Informationsinsats, Informationsuppgift } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import type { Fraga } from '../sammanhang.ts'

// The register of directed information: a version is never changed, the newest is what holds (ADR 0068).

const rader = (q: Fraga) => q.selectFrom('app.informationsinsats').selectAll()
type Rad = Awaited<ReturnType<ReturnType<typeof rader>['execute']>>[number]
const somInsats = (r: Rad): Informationsinsats => ({
  id: r.id,
  version: r.version,
  lage: r.lage,
  typ: r.typ,
  teman: [...r.teman],
  malgrupp: r.malgrupp,
  lan: [...r.lan],
  from: r.fran,
  tom: r.tom,
  natta: r.natta,
  ansvarig: r.ansvarig,
  beskrivning: r.beskrivning,
  skal: r.skal,
  av: r.av,
  enhet: r.enhet,
  registrerad: r.registrerad,
})

/** The newest version of every activity, the latest day first. */
export const informationsinsatserna = async (q: Fraga): Promise<Informationsinsats[]> =>
  (
    await q
      .selectFrom(rader(q).distinctOn('id').orderBy('id').orderBy('version', 'desc').as('i'))
      .selectAll()
      .orderBy('fran', 'desc')
      .orderBy('id')
      .execute()
  ).map((r) => somInsats(r as Rad))

/** Every version of one, the newest first; empty when there is none. */
export const informationsinsatsens = async (q: Fraga, id: string): Promise<Informationsinsats[]> =>
  (await rader(q).where('id', '=', id).orderBy('version', 'desc').execute()).map(somInsats)

const nyareVersion = () =>
  konflikt('nyareVersion', 'Någon annan har ändrat insatsen medan du skrev. Läs om sidan och gör din ändring igen.')

/**
 * Writes an activity: the first version, or one after `fore`, the newest, when that is the one that was `sedd`. Two who write on the same version: the later is told so.
 * @throws {Domanfel} `nyareVersion`
 */
export async function skrivInformationsinsats(
  q: Fraga,
  u: Informationsuppgift,
  o: {
    readonly fore: Pick<Informationsinsats, 'id' | 'version'> | null
    readonly sedd?: number
    readonly skal: string
    readonly enhet: string
    readonly dag: Datum
  },
  av: Aktor,
): Promise<string> {
  if (o.fore && o.fore.version !== o.sedd) throw nyareVersion()
  const id = o.fore?.id ?? randomUUID()
  const { numInsertedOrUpdatedRows } = await q
    .insertInto('app.informationsinsats')
    .values({
      id,
      version: (o.fore?.version ?? 0) + 1,
      lage: u.lage,
      typ: u.typ,
      teman: [...u.teman],
      malgrupp: u.malgrupp,
      lan: [...u.lan],
      fran: u.from,
      tom: u.tom,
      natta: u.natta,
      ansvarig: u.ansvarig,
      beskrivning: u.beskrivning,
      skal: o.skal,
      av: av.namn,
      av_id: av.id,
      enhet: o.enhet,
      registrerad: o.dag,
    })
    .onConflict((c) => c.columns(['id', 'version']).doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) throw nyareVersion()
  return id
}

import { indatafel, konflikt, type Aktor } from '@atergang/arende'
import { vagledningsnamn, type Vagledning } from '@atergang/formaner/kunskap'
import type { Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import type { Fraga } from '../sammanhang.ts'

/** A version in the register, and who put it there. */
export interface Vagledningsrad extends Vagledning {
  readonly av: string
  readonly registrerad: Datum
}

/** Every version of every document: numbered ones first, the newest version first. */
export async function vagledningarna(q: Fraga): Promise<Vagledningsrad[]> {
  const rader = await q.selectFrom('app.vagledning').selectAll().execute()
  const tal = (v: string | null): number => Number(v ?? 0) || 0
  return rader
    .map((r): Vagledningsrad => ({
      id: r.id,
      beteckning: r.beteckning,
      titel: r.titel,
      version: r.version,
      beslutad: r.beslutad,
      from: r.galler_from,
      tom: r.galler_tom,
      kalla: r.kalla,
      anmarkning: r.anmarkning,
      lagrum: r.lagrum,
      av: r.av,
      registrerad: r.registrerad,
    }))
    .sort(
      (a, b) =>
        Number(a.beteckning === null) - Number(b.beteckning === null) ||
        (a.beteckning ?? '').localeCompare(b.beteckning ?? '') ||
        tal(b.version) - tal(a.version) ||
        a.id.localeCompare(b.id),
    )
}

export type NyVagledning = Omit<Vagledning, 'id'>

/**
 * Enters a version that has come out. Row security lets specialists only.
 * @throws {Domanfel} when it is there already, or ends before it begins
 */
export async function foraInVagledning(q: Fraga, v: NyVagledning, av: Aktor, dag: Datum): Promise<string> {
  if (v.from && v.tom && v.tom < v.from)
    throw indatafel('felDagar', 'Vägledningen slutar gälla innan den börjar.', [{ falt: 'tom', text: 'Byt plats på dagarna.' }])
  const samma = (await vagledningarna(q)).find((x) => v.beteckning !== null && x.beteckning === v.beteckning && x.version === v.version)
  if (samma) throw konflikt('vagledningenFinns', `${vagledningsnamn(v)} finns redan i registret.`)
  const id = randomUUID()
  await q
    .insertInto('app.vagledning')
    .values({
      id,
      beteckning: v.beteckning,
      titel: v.titel,
      version: v.version,
      beslutad: v.beslutad,
      galler_from: v.from,
      galler_tom: v.tom,
      kalla: v.kalla,
      anmarkning: v.anmarkning,
      lagrum: [...v.lagrum],
      av: av.namn,
      av_id: av.id,
      registrerad: dag,
    })
    .execute()
  return id
}

/** Something done about a recommendation of the audit, as a manager has registered it. */
export interface Rekommendationsatgard {
  readonly rekommendation: string
  readonly text: string
  readonly fran: Datum
  readonly tom: Datum | null
  readonly dag: Datum
  readonly av: string
  readonly enhet: string | null
}

export const rekommendationsatgarder = async (q: Fraga): Promise<Rekommendationsatgard[]> =>
  (await q.selectFrom('app.rekommendationsatgard').selectAll().orderBy('fran').orderBy('id').execute()).map((r) => ({
    rekommendation: r.rekommendation,
    text: r.text,
    fran: r.fran,
    tom: r.tom,
    dag: r.dag,
    av: r.av,
    enhet: r.enhet,
  }))

/** @throws {Domanfel} when it ends before it begins */
export async function registreraAtgard(
  q: Fraga,
  a: Pick<Rekommendationsatgard, 'rekommendation' | 'text' | 'fran' | 'tom'>,
  av: Aktor,
  enhet: string | null,
  dag: Datum,
): Promise<string> {
  if (a.tom && a.tom < a.fran)
    throw indatafel('felDagar', 'Åtgärden slutar innan den börjar.', [{ falt: 'tom', text: 'Byt plats på dagarna.' }])
  const id = randomUUID()
  await q
    .insertInto('app.rekommendationsatgard')
    .values({ id, ...a, dag, av: av.namn, av_id: av.id, enhet })
    .execute()
  return id
}

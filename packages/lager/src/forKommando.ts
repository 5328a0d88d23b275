import { Domanfel, ejBehorig, lagetEfter, type Aktor, type Handelse, type Kontext, type Lage } from '@atergang/arende'
import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { brevlada } from './brevlada.ts'
import type { Databas } from './databas.ts'
import type { Kommandobegaran, Kommandosvar, Nu } from './kommandobegaran.ts'
import { somJournal } from './lasning.ts'
import { omvarlden, type Kandvarld } from './sidospar.ts'
import { alla } from './svep.ts'
import { aktorAv, EjInloggad, type Sessionsrad } from './uppdrag.ts'

const finnsInte = () => new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')

/** The case as locked for a command, and who gives it. */
export interface Last {
  readonly lage: Lage
  readonly huvud: Buffer
  readonly aktor: Aktor
  readonly farSeSkyddade: boolean
  readonly tidigare: Kommandosvar | null
}

/** Which case is to be locked and for whom; what is then asked of it is not needed. */
export type Lasbegaran = Pick<Kommandobegaran, 'arendeId' | 'av' | 'roller' | 'idempotens'>

/** @throws {Domanfel | EjInloggad} when the case cannot be seen, the role is another's or nobody is signed in */
export async function las(db: Databas, klient: PoolClient, b: Lasbegaran): Promise<Last> {
  const { rows } = await klient.query<{
    utfall: string
    session: Sessionsrad | null
    journal: Handelse[] | null
    huvud: Buffer
    tidigare: Kommandosvar | null
  }>({
    name: 'las_for_kommando',
    text: 'select * from app.las_for_kommando($1, $2, $3, $4)',
    values: ['session' in b.av ? b.av.session : null, b.arendeId, b.idempotens ?? null, db.lagen.huvud(b.arendeId)],
  })
  const r = rows[0]!
  if (r.utfall === 'ejInloggad') throw new EjInloggad()
  const aktor = 'system' in b.av ? b.av.system : aktorAv(r.session!)
  if (b.roller && !b.roller.includes(aktor.roll)) throw ejBehorig('Din roll har inte tillgång till ärenden.')
  if (r.utfall === 'saknas') throw finnsInte()
  const lage = db.lagen.hamta(b.arendeId, r.huvud, () => r.journal && lagetEfter(b.arendeId, somJournal(r.journal)))
  // Let go between question and answer: asked again, the whole journal comes.
  if (!lage) return las(db, klient, b)
  return { lage, huvud: r.huvud, aktor, farSeSkyddade: 'system' in b.av || r.session!.far_se_skyddade, tidigare: r.tidigare }
}

/** The case and what is known outside it: one wait for both. */
export async function lasMedVarld(db: Databas, klient: PoolClient, b: Lasbegaran): Promise<Last & { varld: Kandvarld }> {
  const [last, varld] = await alla<[Last, Kandvarld]>([las(db, klient, b), omvarlden(klient, b.arendeId)])
  return { ...last, varld }
}

/** The same and, for a command that may send one, the letters that were previewed: one wait for all. */
export async function lasMedBrev(
  db: Databas,
  klient: PoolClient,
  b: Kommandobegaran,
): Promise<Last & { brev: Kontext['brev']; varld: Kandvarld }> {
  const [last, brev] = await alla<[Last & { varld: Kandvarld }, Kontext['brev']]>([
    lasMedVarld(db, klient, b),
    brevlada(klient, b.arendeId, b.kommando),
  ])
  return { ...last, brev }
}

/** What a command may use beyond the case. Made here for every way in, so that none leaves out what another has. */
export const kontexten = (av: Pick<Last, 'aktor' | 'farSeSkyddade'>, nu: Nu, brev: Kontext['brev']): Kontext => ({
  aktor: av.aktor,
  farSeSkyddade: av.farSeSkyddade,
  dag: nu.dag,
  tid: nu.tid,
  nyttId: randomUUID,
  brev,
})

/** A letter that is only looked at: noted, never kept. */
export const baraForhandsvisat =
  (notera: (innehall: Parameters<Kontext['brev']>[0]) => void = () => {}): Kontext['brev'] =>
  (innehall) => {
    notera(innehall)
    return { handlingId: randomUUID(), sha256: '', storlek: 0 }
  }

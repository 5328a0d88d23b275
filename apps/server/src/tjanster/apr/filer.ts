import { indatafel, type Handling } from '@atergang/arende'
import { sha256, somPerson } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../../app.ts'
import { bytesAv, granskad } from '../skanning.ts'

export interface MottagenFil {
  readonly id: string
  readonly medietyp: string
  readonly storlek: number
  readonly sha256: string
}

/** Keeps a file that a firm sends before what it belongs to: its own until then. */
export async function taEmotFil(t: Tjanster, session: Buffer, orgnr: string, innehall: string): Promise<MottagenFil> {
  const bytes = bytesAv(innehall)
  const medietyp = granskad(bytes, 'innehall')
  const id = randomUUID()
  const summa = sha256(bytes)
  await somPerson(t.db, session, (q) =>
    q
      .insertInto('app.dokument')
      .values({
        id,
        arende_id: null,
        person_id: null,
        orgnr,
        medietyp,
        sha256: Buffer.from(summa, 'hex'),
        storlek: bytes.byteLength,
        innehall: Buffer.from(bytes),
      })
      .execute(),
  )
  return { id, medietyp, storlek: bytes.byteLength, sha256: summa }
}

export interface Filbruk {
  readonly id: string
  readonly typ: Handling['typ']
  readonly rubrik: string
  /** where the id stands in what was sent */
  readonly falt: string
}

/**
 * Uploaded files as documents to be put in a case. Those that lie there already are left out. @throws {Domanfel} naming each that is not the
 * firm's own or is used elsewhere.
 */
export async function filhandlingar(
  t: Tjanster,
  session: Buffer,
  filer: readonly Filbruk[],
  fran: Handling['fran'],
  arendeId: string | null = null,
): Promise<Handling[]> {
  const per = new Map(filer.map((f) => [f.id, f]))
  if (per.size === 0) return []
  const rader = await somPerson(t.db, session, (q) =>
    q
      .selectFrom('app.dokument')
      .select(['id', 'arende_id', 'medietyp', 'sha256', 'storlek'])
      .where('id', 'in', [...per.keys()])
      .execute(),
  )
  const kanda = new Map(rader.map((r) => [r.id, r]))
  const fel = [...per.values()].filter(
    (f) => !kanda.has(f.id) || (kanda.get(f.id)!.arende_id !== null && kanda.get(f.id)!.arende_id !== arendeId),
  )
  if (fel.length)
    throw indatafel(
      'okandFil',
      'En fil finns inte kvar eller hör till något annat. Ladda upp den igen.',
      fel.map((f) => ({ falt: f.falt, text: 'Ladda upp filen igen.' })),
    )
  const { dag } = t.klocka.nu()
  return rader
    .filter((r) => r.arende_id === null)
    .map((r): Handling => ({
      id: r.id,
      typ: per.get(r.id)!.typ,
      rubrik: per.get(r.id)!.rubrik,
      fran,
      inkom: dag,
      medietyp: r.medietyp,
      sha256: Buffer.from(r.sha256).toString('hex'),
      storlek: r.storlek,
      kanal: 'minaSidor',
    }))
}

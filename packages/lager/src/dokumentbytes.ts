import { konflikt } from '@atergang/arende'
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'

/** Uploaded files, by id, and whose they are. */
export interface Uppladdat {
  readonly dokument: readonly string[]
  /** ten digits */
  readonly orgnr: string
}

export interface Dokumentbytes {
  readonly id: string
  readonly medietyp: string
  readonly innehall: Uint8Array
}

/** @throws {Domanfel} when a file is gone, is somebody else's or was sent with something before */
export async function anknytDokument(klient: PoolClient, arendeId: string, u: Uppladdat | undefined): Promise<void> {
  if (!u?.dokument.length) return
  try {
    await klient.query('select app.anknyt_dokument($1, $2, $3)', [arendeId, u.dokument, u.orgnr])
  } catch (fel) {
    if ((fel as { code?: string }).code !== 'P0002') throw fel
    throw konflikt('filenSaknas', 'En av filerna finns inte kvar eller är redan använd. Ladda upp den igen.')
  }
}

export async function sparaDokumentbytes(klient: PoolClient, arendeId: string, dokument: readonly Dokumentbytes[]): Promise<void> {
  for (const d of dokument) {
    await klient.query('insert into app.dokument (id, arende_id, medietyp, sha256, storlek, innehall) values ($1, $2, $3, $4, $5, $6)', [
      d.id,
      arendeId,
      d.medietyp,
      createHash('sha256').update(d.innehall).digest(),
      d.innehall.byteLength,
      Buffer.from(d.innehall),
    ])
  }
}

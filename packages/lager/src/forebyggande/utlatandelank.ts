import { plusDagar, type Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import type { Databas } from '../databas.ts'
import { nyLankkod, provaLankkod } from '../lankkod.ts'
import type { Fraga } from '../sammanhang.ts'

// The doctor's way to one statement: an address without secrets, and a code that the store keeps hashed (ADR 0041).

/** Long enough for a plan to be decided and completed. */
export const LANKDAGAR = 180
const FEL = {
  text: 'Länken eller koden stämmer inte, eller så gäller den inte längre. Be patienten om en ny länk.',
  utvag: 'be patienten om en ny länk',
}

export interface NyLank {
  readonly id: string
  /** shown once */
  readonly kod: string
  readonly giltigTill: Datum
}

/** A link to the statement of a case. `ensam`: links handed out before are recalled. As the system. */
export async function skapaUtlatandelank(
  q: Fraga,
  o: { arendeId: string; begaranId: string | null; av: string; dag: Datum; ensam: boolean },
): Promise<NyLank> {
  const id = randomUUID()
  const { kod, salt, hashad } = await nyLankkod()
  const giltigTill = plusDagar(o.dag, LANKDAGAR)
  if (o.ensam)
    await q
      .updateTable('app.utlatandelank')
      .set({ aterkallad: o.dag })
      .where('arende_id', '=', o.arendeId)
      .where('aterkallad', 'is', null)
      .execute()
  await q
    .insertInto('app.utlatandelank')
    .values({ id, arende_id: o.arendeId, begaran_id: o.begaranId, salt, kod: hashad, skapad_av: o.av, giltig_till: giltigTill })
    .execute()
  return { id, kod, giltigTill }
}

export interface OppnadLank {
  readonly arendeId: string
  readonly begaranId: string | null
  readonly giltigTill: Datum
}

/** Tries the code. @throws {Domanfel} `felKod`, `forMangaForsok` */
export async function oppnaUtlatandelank(db: Databas, id: string, kod: string, nu: { dag: Datum; tid: string }): Promise<OppnadLank> {
  const l = await provaLankkod(db, 'app.utlatandelank', id, kod, nu, FEL)
  return { arendeId: l.arende_id as string, begaranId: l.begaran_id as string | null, giltigTill: l.giltig_till }
}

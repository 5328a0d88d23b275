import { createHash } from 'node:crypto'
import type { Nu } from './kommandobegaran.ts'
import type { Fraga } from './sammanhang.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A document, with its checksum tried. Null when it is not there for this person. @throws when the bytes are not those stored. */
export async function lasDokument(q: Fraga, id: string): Promise<{ medietyp: string; innehall: Buffer; arendeId: string | null } | null> {
  const d = await q
    .selectFrom('app.dokument')
    .select(['medietyp', 'innehall', 'sha256', 'arende_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!d) return null
  if (sha256(d.innehall) !== d.sha256.toString('hex')) throw new Error(`Dokumentet ${id} är inte det som sparades.`)
  return { medietyp: d.medietyp, innehall: d.innehall, arendeId: d.arende_id }
}

// --- drafts ---------------------------------------------------------------------------------------------

export async function sparaUtkast(
  q: Fraga,
  anvandare: string,
  nyckel: string,
  arendeId: string | null,
  innehall: unknown,
  nu: Nu,
): Promise<string> {
  const andrat = nu.tid
  await q
    .insertInto('app.utkast')
    .values({ anvandare, nyckel, arende_id: arendeId, innehall: JSON.stringify(innehall), andrat })
    .onConflict((c) => c.columns(['anvandare', 'nyckel']).doUpdateSet({ innehall: JSON.stringify(innehall), andrat }))
    .execute()
  return andrat
}

export const lasUtkast = (q: Fraga, anvandare: string, nycklar: { arendeId?: string; nyckel?: string }) => {
  let fraga = q.selectFrom('app.utkast').select(['nyckel', 'innehall', 'andrat']).where('anvandare', '=', anvandare)
  if (nycklar.arendeId) fraga = fraga.where('arende_id', '=', nycklar.arendeId)
  if (nycklar.nyckel) fraga = fraga.where('nyckel', '=', nycklar.nyckel)
  return fraga.execute()
}

export const taBortUtkast = (q: Fraga, anvandare: string, nyckel: string) =>
  q.deleteFrom('app.utkast').where('anvandare', '=', anvandare).where('nyckel', '=', nyckel).execute()

// --- what changed since last time -----------------------------------------------------------------------

/** Notes which version the person has now seen and gives the one seen before. */
export async function noteraSedd(
  q: Fraga,
  anvandare: string,
  arendeId: string,
  version: number,
  nu: Nu,
): Promise<{ version: number; tid: string } | null> {
  const forra = await q
    .selectFrom('app.sedd')
    .select(['version', 'tid'])
    .where('anvandare', '=', anvandare)
    .where('arende_id', '=', arendeId)
    .executeTakeFirst()
  await q
    .insertInto('app.sedd')
    .values({ anvandare, arende_id: arendeId, version, tid: nu.tid })
    .onConflict((c) => c.columns(['anvandare', 'arende_id']).doUpdateSet({ version, tid: nu.tid }))
    .execute()
  return forra ?? null
}

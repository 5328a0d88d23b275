import { kanonisk, konflikt, type Brevinnehall, type Handelse, type Kommando, type Kontext } from '@atergang/arende'
import { SANDANDE_KOMMANDON } from '@atergang/formaner'
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import type { Databas } from './databas.ts'
import { som } from './sammanhang.ts'
import type { Uppdragsgivare } from './uppdrag.ts'

/** The letter as previewed is the letter as sent: found again by the print of its content, never written anew. */
export const innehallssumma = (i: Brevinnehall): Buffer => createHash('sha256').update(kanonisk(i)).digest()

const brevetAndrat = () =>
  konflikt(
    'brevetAndrat',
    'Brevet har ändrats sedan du förhandsgranskade det, eller är inte granskat. Läs brevet igen; det du ser är det som sänds.',
  )

export interface Brevutkast {
  readonly arendeId: string
  readonly av: Uppdragsgivare
  readonly innehall: Brevinnehall
  readonly pdf: Uint8Array
  readonly pdfSha256: string
}

/** Keeps a rendered letter among the documents, as a draft, until it is used; the same content is kept once. Gives its id. */
export const sparaBrev = (db: Databas, b: Brevutkast): Promise<string> =>
  som(db, b.av, async (q) => {
    const summa = innehallssumma(b.innehall)
    const redan = () =>
      q
        .selectFrom('app.brevutkast')
        .select('id')
        .where('arende_id', '=', b.arendeId)
        .where('innehall_sha256', '=', summa)
        .executeTakeFirst()
    const forra = await redan()
    if (forra) return forra.id
    const id = randomUUID()
    await q
      .insertInto('app.dokument')
      .values({
        id,
        arende_id: b.arendeId,
        person_id: null,
        medietyp: 'application/pdf',
        sha256: Buffer.from(b.pdfSha256, 'hex'),
        storlek: b.pdf.byteLength,
        innehall: Buffer.from(b.pdf),
        utkast: true,
      })
      .execute()
    await q
      .insertInto('app.brevutkast')
      .values({ id, arende_id: b.arendeId, innehall_sha256: summa, innehall: JSON.stringify(b.innehall), av: sql<string>`app.anvandare()` })
      .onConflict((o) => o.doNothing())
      .execute()
    return (await redan())!.id
  })

/**
 * Finds the letter that was previewed. The lookup must be ready before the pure command runs, so
 * the latest previews of the case are listed by the print of their content. The context must be
 * set before: without it no letter is seen.
 */
export async function brevlada(klient: PoolClient, arendeId: string, kommando: Kommando): Promise<Kontext['brev']> {
  if (!SANDER.has(kommando.typ))
    return () => {
      throw brevetAndrat()
    }
  const { rows } = await klient.query<{ id: string; innehall_sha256: Buffer; sha256: Buffer; storlek: number }>({
    name: 'brevutkast',
    text: 'select b.id, b.innehall_sha256, d.sha256, d.storlek from app.brevutkast b join app.dokument d on d.id = b.id where b.arende_id = $1 order by b.skapad desc limit 20',
    values: [arendeId],
  })
  const per = new Map(rows.map((r) => [r.innehall_sha256.toString('hex'), r]))
  return (innehall) => {
    const r = per.get(innehallssumma(innehall).toString('hex'))
    if (!r) throw brevetAndrat()
    return { handlingId: r.id, sha256: r.sha256.toString('hex'), storlek: r.storlek }
  }
}

/** Answers may send a letter, and the benefits say which of their commands do. */
const SANDER: ReadonlySet<string> = new Set(['svara', ...SANDANDE_KOMMANDON])

/** A command that cannot send: nothing has been previewed for it. */
export const utanBrev =
  (varfor: string): Kontext['brev'] =>
  () => {
    throw konflikt('brevetAndrat', varfor)
  }

/** A previewed letter that was used is a draft no more: a document of the case, byte for byte. */
export async function brevBlirHandling(klient: PoolClient, nya: readonly Handelse[]): Promise<void> {
  const brev = nya.flatMap((h) => (h.data.typ === 'handlingTillford' && h.data.handling.typ === 'brev' ? [h.data.handling.id] : []))
  if (brev.length)
    await klient.query({
      name: 'brev_blir_handling',
      text: 'update app.dokument set utkast = false where id = any ($1) and utkast',
      values: [brev],
    })
}

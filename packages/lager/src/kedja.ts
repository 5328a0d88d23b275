import { kanonisk, type Handelse } from '@atergang/arende'
import { createHash } from 'node:crypto'

export const TOM_KEDJA = Buffer.alloc(32)

/** The link of an event: SHA-256 of the link before and the event itself. Changing or removing any event breaks every later link. */
export function lank(forra: Buffer, h: Handelse): Buffer {
  return createHash('sha256').update(forra).update(kanonisk({ nr: h.nr, tid: h.tid, dag: h.dag, aktor: h.aktor, data: h.data })).digest()
}

/** The links of new events after `forra`, in order. */
export function lankar(forra: Buffer, nya: readonly Handelse[]): Buffer[] {
  const ut: Buffer[] = []
  let sist = forra
  for (const h of nya) ut.push((sist = lank(sist, h)))
  return ut
}

export interface Kedjefel {
  readonly nr: number
  readonly text: string
}

/** Checks the whole chain of one case. Null when it holds. */
export function provaKedja(journal: readonly { handelse: Handelse; kedja: Buffer }[], huvud: Buffer): Kedjefel | null {
  let forra: Buffer = TOM_KEDJA
  for (const [i, { handelse, kedja }] of journal.entries()) {
    if (handelse.nr !== i + 1) return { nr: i + 1, text: `Händelse ${i + 1} saknas.` }
    forra = lank(forra, handelse)
    if (!forra.equals(kedja)) return { nr: handelse.nr, text: `Händelse ${handelse.nr} stämmer inte med kedjan.` }
  }
  return forra.equals(huvud) ? null : { nr: journal.length, text: 'Journalen slutar inte där ärendet säger.' }
}

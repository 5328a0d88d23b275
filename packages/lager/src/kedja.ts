import { kanonisk, type Handelse } from '@atergang/arende'
import { createHash } from 'node:crypto'

export const TOM_KEDJA = Buffer.alloc(32)

/** An event as the text that its link is made of. */
export const handelsetext = (h: Handelse): string => kanonisk({ nr: h.nr, tid: h.tid, dag: h.dag, aktor: h.aktor, data: h.data })

/** The link of an event: SHA-256 of the link before and the event itself. Changing or removing any event breaks every later link. */
const lank = (forra: Buffer, text: string): Buffer => createHash('sha256').update(forra).update(text).digest()

/** The links of events after `forra`, in order, from their texts. */
export function kedjan(forra: Buffer, texter: readonly string[]): Buffer[] {
  const ut: Buffer[] = []
  let sist = forra
  for (const t of texter) ut.push((sist = lank(sist, t)))
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
    forra = lank(forra, handelsetext(handelse))
    if (!forra.equals(kedja)) return { nr: handelse.nr, text: `Händelse ${handelse.nr} stämmer inte med kedjan.` }
  }
  return forra.equals(huvud) ? null : { nr: journal.length, text: 'Journalen slutar inte där ärendet säger.' }
}

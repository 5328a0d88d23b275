import type { Brevinnehall, Handelsedata, Kontext, Utskick } from '@atergang/arende'

/** A letter as it was previewed, ready to be sent: the document in the case, and the dispatch to put in the event it belongs to. */
export interface SantBrev {
  readonly handlingId: string
  readonly handling: Handelsedata
  readonly utskick: Utskick
}

/** @throws {Domanfel} `brevetAndrat` when no letter with this content has been previewed */
export function sandBrev(k: Kontext, innehall: Brevinnehall, beslutId?: string): SantBrev {
  const brev = k.brev(innehall)
  return {
    handlingId: brev.handlingId,
    handling: {
      typ: 'handlingTillford',
      handling: {
        id: brev.handlingId,
        typ: 'brev',
        rubrik: innehall.rubrik,
        fran: k.aktor.roll,
        inkom: k.dag,
        medietyp: 'application/pdf',
        sha256: brev.sha256,
        storlek: brev.storlek,
        kanal: 'system',
      },
    },
    utskick: {
      id: k.nyttId(),
      typ: innehall.typ,
      rubrik: innehall.rubrik,
      handlingId: brev.handlingId,
      ...(beslutId ? { beslutId } : {}),
      skapat: k.dag,
      kanal: 'minaSidor',
    },
  }
}

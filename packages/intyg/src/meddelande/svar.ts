import { arDatum, type Datum } from '@atergang/kalender'
import { OID } from '../kodverk.ts'
import { lasIntygsId, lasMeddelandereferens, lasPersonId, lasSkapare, tidpunktI } from '../las/huvud.ts'
import type { IntygsId, Skapare } from '../modell.ts'
import type { PersonId } from '../personid.ts'
import { Intygsproblem } from '../problem.ts'
import { intygsIdNod, kodNod, personIdNod, skapareNod } from '../skriv/gemensamt.ts'
import { nod, skrivDokument, valfri } from '../xml/skriv.ts'
import { krav, kravText, NS, textI, type Stalle } from '../xml/sok.ts'
import { lasXml } from '../xml/trad.ts'

/** A message from care: the answer to a request of ours (`svarPa`), or a question of their own. */
export interface SvarFranVarden {
  readonly meddelandeId: string
  readonly referensId?: string
  readonly skickat?: string
  readonly intygsId: IntygsId
  readonly personId: PersonId
  readonly amne: 'KOMPLT' | 'AVSTMN' | 'KONTKT' | 'OVRIGT' | 'PAMINN' | (string & {})
  readonly rubrik?: string
  readonly meddelande: string
  /** The message of ours that is answered. */
  readonly svarPa?: { readonly meddelandeId: string; readonly referensId?: string }
  readonly paminnelseMeddelandeId?: string
  readonly sistaDatumForSvar?: Datum
  readonly skickatAv: Skapare
}

/**
 * Reads SendMessageToRecipient XML. The message text is verbatim.
 * @throws {Intygsproblem} the file's faults as `lasIntyg`; `ejMeddelande`, `saknarFalt`, `dubbeltFalt`, `ogiltigtPersonId`
 * Source: RIV-TA clinicalprocess:healthcond:certificate, SendMessageToRecipient 2.1.
 */
export function lasSvarFranVarden(bytes: Uint8Array): SvarFranVarden {
  const element = lasXml(bytes)
  const ns = NS.franVarden
  if (element.namn !== 'SendMessageToRecipient' || element.ns !== ns) {
    throw new Intygsproblem(
      'ejMeddelande',
      `Filen är inget meddelande från vården: rotelementet är ”${element.namn.slice(0, 60)}” men ska vara SendMessageToRecipient i namnrymden ${ns}. Kontrollera att rätt fil har valts.`,
      element.plats,
    )
  }
  const i: Stalle = { element, stig: 'SendMessageToRecipient' }
  const valfritt = (falt: string, namn: string) => {
    const t = textI(i, ns, namn)
    return t === undefined ? {} : { [falt]: t }
  }
  const skickat = tidpunktI(i, ns, 'skickatTidpunkt')
  const svarPa = lasMeddelandereferens(i, ns)
  const sista = textI(i, ns, 'sistaDatumForSvar')
  kravText(i, ns, 'meddelande')
  return {
    meddelandeId: kravText(i, ns, 'meddelande-id'),
    ...valfritt('referensId', 'referens-id'),
    ...(skickat ? { skickat } : {}),
    intygsId: lasIntygsId(i, ns),
    personId: lasPersonId(i, ns, 'patientPerson-id'),
    amne: kravText(krav(i, ns, 'amne'), NS.typer, 'code'),
    ...valfritt('rubrik', 'rubrik'),
    meddelande: krav(i, ns, 'meddelande').element.text,
    ...(svarPa ? { svarPa } : {}),
    ...valfritt('paminnelseMeddelandeId', 'paminnelseMeddelande-id'),
    ...(arDatum(sista) ? { sistaDatumForSvar: sista } : {}),
    skickatAv: lasSkapare(i, ns, 'skickatAv'),
  }
}

/** The same message as XML, for invented care units and tests. `mottagare` is our logical address. */
export function skrivSvarFranVarden(s: SvarFranVarden & { readonly skickat: string; readonly mottagare: string }): string {
  return skrivDokument(
    nod(
      'm:SendMessageToRecipient',
      [
        nod('m:meddelande-id', s.meddelandeId),
        valfri('m:referens-id', s.referensId),
        nod('m:skickatTidpunkt', s.skickat),
        intygsIdNod('m:intygs-id', s.intygsId),
        personIdNod('m:patientPerson-id', s.personId),
        nod('m:logiskAdressMottagare', s.mottagare),
        kodNod('m:amne', s.amne, OID.amne),
        valfri('m:rubrik', s.rubrik),
        nod('m:meddelande', s.meddelande),
        valfri('m:paminnelseMeddelande-id', s.paminnelseMeddelandeId),
        s.svarPa && nod('m:svarPa', [nod('c:meddelande-id', s.svarPa.meddelandeId), valfri('c:referens-id', s.svarPa.referensId)]),
        skapareNod('m:skickatAv', s.skickatAv),
        valfri('m:sistaDatumForSvar', s.sistaDatumForSvar),
      ],
      { 'xmlns:m': NS.franVarden, 'xmlns:c': NS.intyg, 'xmlns:t': NS.typer },
    ),
  )
}

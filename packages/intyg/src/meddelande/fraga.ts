import type { Datum } from '@atergang/kalender'
import { OID } from '../kodverk.ts'
import type { IntygsId } from '../modell.ts'
import type { PersonId } from '../personid.ts'
import { nod, skrivDokument, valfri } from '../xml/skriv.ts'
import { NS } from '../xml/sok.ts'
import { intygsIdNod, kodNod, personIdNod } from '../skriv/gemensamt.ts'

/** One question to the doctor about one answer of the certificate. */
export interface Komplettering {
  /** The answer asked about, as `32`. Digits. */
  readonly frageId: string
  readonly instans?: number
  readonly text: string
}

export interface Kompletteringsfraga {
  readonly meddelandeId: string
  /** Our own reference; comes back in the answer. */
  readonly referensId?: string
  readonly intygsId: IntygsId
  readonly personId: PersonId
  /** `KOMPLT` asks, `PAMINN` reminds of an earlier message. */
  readonly amne: 'KOMPLT' | 'PAMINN'
  readonly rubrik?: string
  readonly meddelande: string
  readonly sistaDatumForSvar?: Datum
  /** `YYYY-MM-DDThh:mm:ss`, local time without zone, as the contract has it. */
  readonly skickatTid: string
  /** HSA-id of the care unit that gets the message: the certificate's `skapadAv.enhet.id`. */
  readonly mottagare: string
  /** `kod` is the part's code in the contract; left out it is FKASSA. */
  readonly avsandare: { readonly kod?: string; readonly kontaktInfo: readonly string[] }
  readonly komplettering: readonly Komplettering[]
  /** The message this reminds of; needed for PAMINN. */
  readonly paminnelseMeddelandeId?: string
}

const TID = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/
const FRAGE_ID = /^\d+$/

function kontrollera(f: Kompletteringsfraga): void {
  if (!TID.test(f.skickatTid)) throw new RangeError('skickatTid ska skrivas ÅÅÅÅ-MM-DDTtt:mm:ss.')
  if (f.amne === 'PAMINN' && f.paminnelseMeddelandeId === undefined)
    throw new RangeError('En påminnelse behöver paminnelseMeddelandeId: vilket meddelande den påminner om.')
  if (f.amne === 'KOMPLT' && f.komplettering.length === 0) throw new RangeError('En kompletteringsbegäran behöver minst en fråga.')
  const fel = f.komplettering.find((k) => !FRAGE_ID.test(k.frageId))
  if (fel) throw new RangeError(`frageId ”${fel.frageId}” ska vara frågans nummer i intyget, till exempel 32.`)
}

/**
 * A completion request, or a reminder of one, as SendMessageToCare XML: one `komplettering` a question.
 * @throws {RangeError} when a field has no place in the contract; the text names the field
 * Source: RIV-TA clinicalprocess:healthcond:certificate, SendMessageToCare 2.0.
 */
export function skrivKompletteringsfraga(f: Kompletteringsfraga): string {
  kontrollera(f)
  return skrivDokument(
    nod(
      'm:SendMessageToCare',
      [
        nod('m:meddelande-id', f.meddelandeId),
        valfri('m:referens-id', f.referensId),
        nod('m:skickatTidpunkt', f.skickatTid),
        intygsIdNod('m:intygs-id', f.intygsId),
        personIdNod('m:patientPerson-id', f.personId),
        nod('m:logiskAdressMottagare', f.mottagare),
        kodNod('m:amne', f.amne, OID.amne),
        valfri('m:rubrik', f.rubrik),
        nod('m:meddelande', f.meddelande),
        valfri('m:paminnelseMeddelande-id', f.paminnelseMeddelandeId),
        nod('m:skickatAv', [
          kodNod('m:part', f.avsandare.kod ?? 'FKASSA', OID.part),
          ...f.avsandare.kontaktInfo.map((k) => nod('m:kontaktInfo', k)),
        ]),
        ...f.komplettering.map((k) =>
          nod('m:komplettering', [
            nod('m:frage-id', k.frageId),
            valfri('m:instans', k.instans === undefined ? undefined : String(k.instans)),
            nod('m:text', k.text),
          ]),
        ),
        valfri('m:sistaDatumForSvar', f.sistaDatumForSvar),
      ],
      { 'xmlns:m': NS.tillVarden, 'xmlns:t': NS.typer },
    ),
  )
}

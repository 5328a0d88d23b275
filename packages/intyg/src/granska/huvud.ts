import type { Datum } from '@atergang/kalender'
import { INTYGSTYPER, OID } from '../kodverk.ts'
import { dagAv } from '../las/huvud.ts'
import type { Intyg } from '../modell.ts'
import { personidtyp } from '../personid.ts'
import { fynd, type Fynd } from './fynd.ts'

/** Checks on the head, the same for every certificate type. */
export function granskaHuvud(intyg: Intyg, idag: Datum | undefined): Fynd[] {
  const ut: Fynd[] = []
  const signerat = dagAv(intyg.signerat)
  if (intyg.modell === null) {
    ut.push(
      fynd('typHanterasInte', 'upplysning', 'typ', {
        text: `${intyg.typ} (${INTYGSTYPER[intyg.typ]}) är sparat men läses inte automatiskt. Läs intyget i sin helhet.`,
      }),
    )
  }
  if (intyg.typkodsystem !== OID.intygstyp) {
    ut.push(
      fynd('typkodsystemAvviker', 'varning', 'typ', {
        text: `Intygstypen är angiven i kodsystemet ”${intyg.typkodsystem.slice(0, 60)}” men ska vara i ${OID.intygstyp}. Kontrollera avsändaren.`,
      }),
    )
  }
  const { personId } = intyg.patient
  if (personId.angivenRoot !== undefined) {
    ut.push(
      fynd('personIdRotAvviker', 'varning', 'person-id', {
        text: `Numret är ett ${personidtyp(personId)} men är angivet med root ${personId.angivenRoot}, som hör till den andra sortens nummer. Kontrollera att intyget gäller rätt person.`,
      }),
    )
  }
  if (!signerat) {
    ut.push(
      fynd('signeringstidSaknas', 'varning', 'signeringstidpunkt', {
        text: 'Signeringstidpunkten saknas eller går inte att läsa.',
        fraga: 'Vilken dag signerades intyget? Tidpunkten saknas i det intyg vi har fått.',
      }),
    )
  } else if (idag && signerat > idag) {
    ut.push(
      fynd('signeradIFramtiden', 'varning', 'signeringstidpunkt', {
        text: `Intyget är signerat ${signerat}, efter dagens datum.`,
        fraga: `Intyget är signerat ${signerat}, ett datum som inte har varit. Vilken dag signerades det?`,
      }),
    )
  }
  return ut
}

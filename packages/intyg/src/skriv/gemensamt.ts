import type { IntygsId, Skapare } from '../modell.ts'
import type { PersonId } from '../personid.ts'
import { OID } from '../kodverk.ts'
import { nod, valfri, type Nod } from '../xml/skriv.ts'

/** `root` and `extension`, in the prefix all our documents give the types namespace. */
export const idNod = (namn: string, root: string, extension: string): Nod => nod(namn, [nod('t:root', root), nod('t:extension', extension)])

export const kodNod = (namn: string, kod: string, kodsystem: string, visning?: string): Nod =>
  nod(namn, [nod('t:code', kod), nod('t:codeSystem', kodsystem), valfri('t:displayName', visning)])

export const intygsIdNod = (namn: string, id: IntygsId): Nod => idNod(namn, id.root, id.extension)

export const personIdNod = (namn: string, id: PersonId): Nod => idNod(namn, id.root, id.nummer)

/** Care personnel with unit and provider. */
export function skapareNod(namn: string, s: Skapare): Nod {
  return nod(namn, [
    idNod('c:personal-id', OID.hsaId, s.personalId),
    nod('c:fullstandigtNamn', s.namn),
    s.befattning === undefined ? undefined : kodNod('c:befattning', s.befattning, OID.befattning),
    nod('c:enhet', [
      idNod('c:enhets-id', OID.hsaId, s.enhet.id),
      idNod('c:arbetsplatskod', OID.arbetsplatskod, '0'),
      nod('c:enhetsnamn', s.enhet.namn),
      nod('c:postadress', s.enhet.postadress ?? ''),
      nod('c:postnummer', s.enhet.postnummer ?? ''),
      nod('c:postort', s.enhet.postort ?? ''),
      nod('c:telefonnummer', s.enhet.telefon ?? ''),
      valfri('c:epost', s.enhet.epost),
      s.vardgivare &&
        nod('c:vardgivare', [idNod('c:vardgivare-id', OID.hsaId, s.vardgivare.id), nod('c:vardgivarnamn', s.vardgivare.namn)]),
    ]),
  ])
}

import type { Datum } from '@atergang/kalender'
import { granska } from './granska/granska.ts'
import type { Allvar } from './granska/fynd.ts'
import type { Grad } from './kodverk.ts'
import { lasIntyg } from './las/las.ts'
import { personidtyp, type Personidtyp } from './personid.ts'

/** What `intyg granska FIL.xml` prints. */
export interface Intygsrapport {
  readonly typ: string
  readonly version: string
  readonly person: { readonly personId: string; readonly typ: Personidtyp; readonly namn?: string }
  readonly diagnoser: readonly { readonly kod: string; readonly text: string | null }[]
  readonly perioder: readonly { readonly grad: Grad; readonly from: Datum; readonly tom: Datum }[]
  readonly fynd: readonly {
    readonly kod: string
    readonly allvar: Allvar
    readonly svarId: string
    readonly text: string
    readonly fraga: string | null
  }[]
}

/** Reads and examines one certificate file. @throws {Intygsproblem} as `lasIntyg` */
export function intygsrapport(bytes: Uint8Array, idag?: Datum): Intygsrapport {
  const intyg = lasIntyg(bytes)
  const { personId, fornamn, efternamn } = intyg.patient
  const namn = [fornamn, efternamn].filter(Boolean).join(' ')
  return {
    typ: intyg.typ,
    version: intyg.version,
    person: { personId: personId.nummer, typ: personidtyp(personId), ...(namn ? { namn } : {}) },
    diagnoser: intyg.diagnoser.map(({ kod, text }) => ({ kod, text: text ?? null })),
    perioder: intyg.perioder.map(({ grad, from, tom }) => ({ grad, from, tom })),
    fynd: granska(intyg, idag ? { idag } : {}).map(({ kod, allvar, svarId, text, fraga }) => ({ kod, allvar, svarId, text, fraga })),
  }
}

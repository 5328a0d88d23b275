import type { Informationslage, Informationstema, Informationstyp, Malgrupp } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { Tid } from '../kolumntyper.ts'

/** The table of targeted information (033). */
export interface Informationstabeller {
  'app.informationsinsats': {
    id: string
    version: number
    lage: Informationslage
    typ: Informationstyp
    teman: Informationstema[]
    malgrupp: Malgrupp
    lan: string[]
    fran: Datum
    tom: Datum
    natta: number | null
    ansvarig: string
    beskrivning: string
    skal: string
    av: string
    av_id: string
    enhet: string
    registrerad: Datum
    skapad: Tid
  }
}

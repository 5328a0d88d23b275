import type { Frageforman, Fragekategori } from '@atergang/formaner/kunskap'
import type { Datum } from '@atergang/kalender'
import type { Generated } from 'kysely'
import type { Tid } from '../kolumntyper.ts'

/** The tables of the knowledge bank (030). */
export interface Kunskapstabeller {
  'app.kunskapsfraga': {
    id: string
    rubrik: string
    fraga: string
    kategori: Fragekategori
    forman: Frageforman
    behandling: string | null
    lagrum: string[]
    dag: Datum
    av: string
    av_id: string
    enhet: string
    skapad: Tid
  }
  'app.kunskapssvar': {
    fraga: string
    version: number
    svar: string
    lagrum: string[]
    vagledningar: string[]
    skal: string | null
    dag: Datum
    av: string
    av_id: string
    skapad: Tid
  }
  'app.kunskapsanvandning': {
    id: Generated<number>
    fraga: string
    version: number
    slag: 'arende' | 'hjalpte'
    dag: Datum
    av_id: string
    skapad: Tid
  }
  'app.vagledning': {
    id: string
    beteckning: string | null
    titel: string
    version: string | null
    beslutad: Datum | null
    galler_from: Datum | null
    galler_tom: Datum | null
    kalla: string
    anmarkning: string | null
    lagrum: string[]
    av: string
    av_id: string
    registrerad: Datum
    skapad: Tid
  }
  'app.rekommendationsatgard': {
    id: string
    rekommendation: string
    text: string
    fran: Datum
    tom: Datum | null
    dag: Datum
    av: string
    av_id: string
    enhet: string | null
    skapad: Tid
  }
}

import type { Annatgranskning, Kandidatkalla, Kandidatstatus, Stodordningsslag, Stodslag } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Byte, Tid } from '../kolumntyper.ts'

/** The tables of preventive benefit and of what is handed over (016, 034–037). */
export interface Forebyggandetabeller {
  'app.analyspost': { arende_id: string; person_id: string; forman: string; enhet: string; innehall: JSONColumnType<object> }
  'app.overlamning': {
    id: string
    arende_id: string
    fran: string
    till: string
    enhet: string
    slag: string
    skal: string
    nummer: string
    person_id: string | null
    namn: string
    partsnummer: string
    lamnad: Datum
    av: string
    av_id: string
    svar: JSONColumnType<object> | null
  }
  'app.evidenspost': {
    id: string
    behandling: string | null
    diagnos: string | null
    utforande: string | null
    stallning: string
    installning: string | null
    villkor: string | null
    kalla: JSONColumnType<object>
    av: string
    av_id: string
    registrerad: Datum
    galler_from: Datum
    galler_tom: Datum | null
    skapad: Tid
  }
  'app.evidensstopp': {
    id: Generated<number>
    post: string
    tom: Datum
    ersatt_av: string | null
    skal: string
    av: string
    av_id: string
    registrerad: Datum
    skapad: Tid
  }
  'app.annatgranskning': {
    id: Generated<number>
    nyckel: string
    dag: Datum
    beslut: Annatgranskning['beslut']
    kod: string | null
    skal: string
    av: string
    av_id: string
    skapad: Tid
  }
  'app.formularforslag': {
    id: string
    formular: string
    version: string
    falt: string | null
    text: string
    dag: Datum
    av: string
    av_id: string
    enhet: string
    skapad: Tid
  }
  'app.formularforslag_agare': { forslag: string; agare: string }
  'app.formularforslagssvar': {
    id: Generated<number>
    forslag: string
    status: 'bedoms' | 'infors' | 'avslas'
    svar: string
    infors_i: string | null
    dag: Datum
    av: string
    av_id: string
    skapad: Tid
  }
  'app.stodordning': {
    id: Generated<number>
    enhet: string
    stod: Stodslag
    ordning: Stodordningsslag
    delas_med: string
    galler_from: Datum
    skal: string
    av: string
    av_id: string
    registrerad: Datum
    skapad: Tid
  }
  'app.kandidat': {
    id: string
    personnummer: string
    namn: string
    enhet: string
    kalla: Kandidatkalla
    uppgiftslamnare: string
    samtycke: boolean
    text: string
    dag: Datum
    overlamning: string | null
    status: Kandidatstatus
    senaste: Datum
    skapad: Tid
  }
  'app.vardgivare': {
    id: string
    namn: string
    typ: string
    lan: string
    registrerad: Datum
    av: string
    av_id: string
    skapad: Generated<string>
  }
  'app.vardgivarnamn': {
    nyckel: string
    vardgivare: string | null
    dag: Datum
    skal: string
    av: string
    av_id: string
    skapad: Generated<string>
  }
  'app.kandidatsteg': {
    id: Generated<number>
    kandidat: string
    status: Kandidatstatus
    text: string
    dag: Datum
    av: string
    av_id: string
    arende_id: string | null
  }
  'app.utlatandelank': {
    id: string
    arende_id: string
    begaran_id: string | null
    salt: Byte
    kod: Byte
    skapad_av: string
    skapad: Tid
    giltig_till: Datum
    aterkallad: Datum | null
    forsok: Generated<number>
    last_till: ColumnType<string | null, string | null | undefined, string | null>
  }
}

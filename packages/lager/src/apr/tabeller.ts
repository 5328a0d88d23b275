import type { Datum } from '@atergang/kalender'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Tid } from '../kolumntyper.ts'

/** What is kept beside the journal of the workplace support (021, 039, 040). */
export interface Aprtabeller {
  'app.apr_ansokan': {
    ansokan_id: string
    arende_id: string
    orgnr: string
    kostnadsar: number
    inkom: Datum | null
    kanal: string
    skannad: Datum | null
    senast: Datum
    sen: boolean
    tillstand: string
    avtryck: string | null
    rader: number
    kostnad: number
    foreslaget: number | null
    utfall: string | null
    belopp: number | null
    beslutad: Datum | null
    beslut_id: string | null
    fattat_av: string | null
    lista: string | null
    aterkravt: number
    aterbetalt: number
    anstallda: number | null
    storlek: string
    sektor: string
    lan: string | null
  }
  'app.apr_rad': {
    arende_id: string
    rad_id: string
    ansokan_id: string
    orgnr: string
    anstalld: string
    anordnare: string
    insatsdag: Datum | null
    faktura: string | null
    kostnad: number | null
    belopp: number
    begransad_av: string | null
    skal: string | null
    insatstyper: string[]
    syfte: string | null
    miljo: string | null
    innehall: string[]
  }
  'app.apr_kontrollfall': {
    arende_id: string
    omgang: string
    rond: string
    slag: string
    senast: Datum | null
    tillstand: string
    koder: string[]
    felbelopp: number
  }
  'app.apr_anordnare': { arende_id: string; orgnr: string; tillstand: string; post: JSONColumnType<object> }
  'app.apr_beslutslista': {
    id: Generated<string>
    enhet: string
    handlaggare: string
    namn: string
    slag: string
    skapad: Tid
    dag: Datum
    antal: number
    summa: number
    avtryck: string
    tillstand: Generated<string>
    godkand: ColumnType<string | null, never, string>
    beslutsdag: ColumnType<Datum | null, never, Datum>
    klar: ColumnType<string | null, never, string>
  }
  'app.apr_listrad': {
    lista: string
    nr: number
    arende_id: string
    ansokan_id: string
    avtryck: string
    utfall: string
    belopp: number
    kostnad: number
    rader: number
    stickprov: Generated<boolean>
    granskad: ColumnType<string | null, never, string>
    tillstand: Generated<string>
    fel: string | null
  }
  'app.apr_listhandelse': {
    id: Generated<number>
    lista: string
    tid: Tid
    anvandare: string
    namn: string
    typ: string
    data: JSONColumnType<object>
  }
  'app.apr_export': {
    id: Generated<string>
    tid: Tid
    anvandare: string
    namn: string
    syfte: string
    villkor: JSONColumnType<object>
    rader: number
    sha256: string
  }
  'app.apr_underlag': {
    id: Generated<string>
    slag: string
    ar: number
    innehall: JSONColumnType<object>
    kalla: string
    av: string
    namn: Generated<string>
    tid: Tid
  }
  'app.apr_tidigare_lasning': {
    id: Generated<string>
    tid: Tid
    anvandare: string
    namn: string
    kalla: string
    filnamn: string
    sha256: string
    rader: number
  }
  'app.apr_tidigare_rad': {
    id: Generated<string>
    lasning: string
    stod: string
    manad: Datum
    lan: string | null
    belopp: number
    utbetalningar: number | null
  }
}

import type { Sammanfattning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Generated, JSONColumnType } from 'kysely'
import type { Aprtabeller } from './apr/tabeller.ts'
import type { Enkattabeller } from './enkat/tabeller.ts'
import type { Forebyggandetabeller } from './forebyggande/tabeller.ts'
import type { Informationstabeller } from './information/tabeller.ts'
import type { Byte, Tid } from './kolumntyper.ts'
import type { Kunskapstabeller } from './kunskap/tabeller.ts'

/** The tables of schema `app`, as queries see them: those of every case here, the others by room. */
export interface Tabeller extends Aprtabeller, Enkattabeller, Forebyggandetabeller, Informationstabeller, Kunskapstabeller {
  'app.person': {
    id: string
    personnummer: string
    fornamn: string
    efternamn: string
    fodd: Datum
    adress: string[]
    lan: string
    skyddad: boolean
    skapad: Tid
  }
  'app.arbetsgivare': {
    orgnr: string
    id: Generated<string>
    namn: string
    adress: string[]
    lan: string
    skyddad: Generated<boolean>
    skapad: Tid
  }
  'app.arende': {
    id: string
    nummer: string
    person_id: string | null
    orgnr: string | null
    forman: string
    sak: Generated<string>
    enhet: string
    version: number
    huvud: Byte
    status: string
    sammanfattning: JSONColumnType<Sammanfattning>
    kedjedag: number
    nasta_datum: Datum | null
    nasta_laglig: Datum | null
    inlett: Datum
    skyddad: boolean
    andrat: Tid
  }
  'app.handelse': {
    arende_id: string
    nr: number
    tid: Tid
    dag: Datum
    aktor: JSONColumnType<object>
    data: JSONColumnType<object>
    kedja: Byte
  }
  'app.arendevy': { arende_id: string; version: number; dag: Datum; innehall: Byte }
  'app.uppgift': {
    arende_id: string
    nyckel: string
    underlag: string
    kod: string
    roll: string
    enhet: string
    rubrik: string
    varfor_nu: string
    senast: Datum | null
    lagrum: string
    inte_for: string[]
    oppnad: Tid
    avslutad: Tid | null
  }
  'app.tilldelning': { arende_id: string; roll: string; anvandare: string; namn: string; sedan: Datum }
  'app.vila': { arende_id: string; roll: string; till: Datum; skal: string }
  'app.jav': { arende_id: string; anvandare: string }
  'app.begaran': {
    begaran_id: string
    arende_id: string
    till: string
    orgnr: string | null
    typ: string
    rubrik: string
    fragor: JSONColumnType<{ frageId: string; text: string }[]>
    person_namn: string
    skickad: Datum
    senast: Datum
    besvarad: Datum | null
    aterkallad: Datum | null
  }
  'app.dokument': {
    id: string
    arende_id: string | null
    person_id: string | null
    orgnr?: string | null
    medietyp: string
    sha256: Byte
    storlek: number
    innehall: Byte
    skapad: Tid
    utkast: Generated<boolean>
  }
  'app.brevutkast': { id: string; arende_id: string; innehall_sha256: Byte; innehall: JSONColumnType<object>; skapad: Tid; av: string }
  'app.utkast': { anvandare: string; nyckel: string; arende_id: string | null; innehall: JSONColumnType<object>; andrat: Tid }
  'app.mottaget': {
    id: string
    kanal: string
    filnamn: string
    sha256: Byte
    innehall: Byte
    problem: JSONColumnType<object> | null
    arende_id: string | null
    enhet: string
    tid: Tid
    avskrivet: Tid | null
    placerat: Tid | null
    av: string | null
    skal: string | null
  }
  'app.atkomst': {
    id: Generated<number>
    tid: Tid
    anvandare: string
    namn: string
    roll: string
    person_id: string | null
    /** whom it was about, when not known as a person then */
    personnummer: string | null
    arende_id: string | null
    vad: string
    lista: string | null
    dag: Datum | null
  }
  'app.sedd': { anvandare: string; arende_id: string; version: number; tid: Tid }
  'app.persondagar': { arende_id: string; person_id: string; forman: string; nummer: string; innehall: JSONColumnType<object> }
}

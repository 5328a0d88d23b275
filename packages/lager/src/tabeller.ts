import type { Sammanfattning } from '@atergang/arende'
import type {
  Annatgranskning,
  Informationslage,
  Informationstema,
  Informationstyp,
  Kandidatkalla,
  Kandidatstatus,
  Malgrupp,
  Stodordningsslag,
  Stodslag,
} from '@atergang/formaner'
import type { Frageforman, Fragekategori } from '@atergang/formaner/kunskap'
import type { Datum } from '@atergang/kalender'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Enkattabeller } from './enkat/tabeller.ts'

type Tid = ColumnType<string, string | undefined, string>
type Byte = ColumnType<Buffer, Buffer, Buffer>

/** The tables of schema `app`, as queries see them. */
export interface Tabeller extends Enkattabeller {
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
  'app.sedd': { anvandare: string; arende_id: string; version: number; tid: Tid }
  'app.persondagar': { arende_id: string; person_id: string; forman: string; nummer: string; innehall: JSONColumnType<object> }
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

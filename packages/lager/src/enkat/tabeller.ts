import type { Datum } from '@atergang/kalender'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Byte, Tid } from '../kolumntyper.ts'

/** What an answering page keeps of one question. */
export interface Enkatutkastrad {
  readonly fraga: number
  readonly item: string
  readonly varde?: number | null | undefined
  readonly vetEj?: boolean | undefined
  readonly svar?: string | null | undefined
}

/** The tables of the survey and of interviews (042, 043). */
export interface Enkattabeller {
  'app.enkat': {
    id: Generated<string>
    namn: string
    syfte: string
    enhet: string
    redovisas: 'lan' | 'omrade' | 'roll'
    oppnar: Datum
    stanger: Datum
    paminnelser: JSONColumnType<readonly Datum[]>
    tillstand: Generated<'utkast' | 'oppen' | 'stangd'>
    stangd: Datum | null
    av: string
    av_id: string
    skapad: Tid
  }
  'app.enkatfraga': {
    enkat: string
    nr: number
    fraga: number
    item: string
    text: string
    slag: 'skala' | 'val' | 'fritext'
    minst: number | null
    hogst: number | null
    vet_ej: boolean
    index_namn: string | null
    alternativ: JSONColumnType<readonly string[]>
  }
  'app.enkatmottagare': { id: Generated<string>; enkat: string; adress: string | null; lan: string; omrade: string; roll: string }
  'app.enkatdeltagande': {
    mottagare: string
    utkast: JSONColumnType<readonly Enkatutkastrad[]> | null
    sparad: ColumnType<string | null, string | undefined, string>
    besvarad: ColumnType<Datum | null, Datum | undefined, Datum>
    efter_paminnelser: ColumnType<number | null, number | undefined, number>
  }
  'app.enkatlank': {
    id: string
    mottagare: string
    salt: Byte
    kod: Byte
    skapad: Tid
    giltig_till: Datum
    aterkallad: Datum | null
    forsok: Generated<number>
    last_till: ColumnType<string | null, string | null | undefined, string | null>
  }
  'app.enkatutskick': {
    id: Generated<string>
    mottagare: string
    nr: number
    dag: Datum
    skickat: ColumnType<Datum | null, Datum | undefined, Datum>
    behovdes_inte: Generated<boolean>
  }
  'app.enkatsvarare': { id: string; enkat: string; grupp: string }
  'app.enkatsvar': {
    id: Generated<string>
    svarare: string
    fraga: number
    item: string
    slag: string
    varde: number | null
    vet_ej: boolean
    svar: string | null
  }
  'app.enkatkod': { enkat: string; fraga: number; item: string; kod: string; beskrivning: string; av: string; av_id: string }
  'app.enkatkodning': { svarare: string; fraga: number; item: string; kod: string; kodare: string; kodare_id: string; dag: Datum }
  'app.enkathandelse': { id: Generated<number>; enkat: string; tid: Tid; dag: Datum; namn: string; anvandare: string; text: string }
  'app.intervju': {
    id: Generated<string>
    dag: Datum
    form: 'enskild' | 'grupp'
    satt: 'digitalt' | 'telefon' | 'plats'
    deltagare: number
    roll: string
    omrade: string
    amne: string
    av: string
    av_id: string
    skapad: Tid
  }
  'app.intervjupassage': {
    id: Generated<string>
    intervju: string
    text: string
    teman: string[]
    kodare: string
    kodare_id: string
    dag: Datum
    skapad: Tid
  }
  'app.enkatprovning': {
    id: Generated<string>
    enkat: string
    dag: Datum
    satt: 'intervju' | 'internt' | 'referensperson'
    vem: string
    iakttagelse: string
    andring: string
    av: string
    av_id: string
    skapad: Tid
  }
}

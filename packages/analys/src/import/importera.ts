import {
  BIGINT,
  BOOLEAN,
  DuckDBDataChunk,
  INTEGER,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'
import { LANSNAMN } from '@atergang/syntet/land'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { motor, sqlNamn, sqlText, type Motor } from '../duckdb.ts'
import { Analysfel } from '../fel.ts'
import { lasManifest, registermapp, skrivManifest, type Manifest, type Registeruppgift } from '../register/datamapp.ts'
import { sqltyp, type Kolumn, type Register } from '../register/kolumn.ts'
import { avtryck } from '../register/parquet.ts'
import { REGISTER } from '../register/register.ts'
import { tolkaCell, type Cellvarde } from './cell.ts'
import { oppnaCsv, stoppa, type Csvfil, type Csvval, type Filfel } from './csv.ts'
import { avgorDecimaltecken, type Decimaltecken } from './tal.ts'

export interface Importfil extends Csvval {
  readonly register: string
  readonly fil: string
  readonly decimal?: Decimaltecken
  /** our column names to the file's, where they differ */
  readonly kolumner?: Readonly<Record<string, string>>
}
export interface Importerat {
  readonly register: string
  readonly fil: string
  readonly rader: number
  readonly notiser: readonly string[]
}

/** So many faults are listed; all are counted. */
const VISADE_FEL = 100
const BLOCK = 2048
const PROVRADER = 200
const STAGING = '_import'

/**
 * Reads files into registers. Each row is checked cell by cell, then the rows together: double keys, impossible values, counties missing. One
 * fault anywhere and nothing is changed: the new registers take their places only when all of them are whole.
 * @throws {Analysfel} with row and column of each fault
 */
export async function importera(mapp: string, filer: readonly Importfil[]): Promise<Importerat[]> {
  const manifest: Manifest = existsSync(join(mapp, 'manifest.json')) ? lasManifest(mapp) : { format: 1, pahittad: false, register: {} }
  mkdirSync(mapp, { recursive: true })
  const tillfallig = mkdtempSync(join(mapp, '.import-'))
  const m = await motor()
  try {
    const nya: Record<string, Registeruppgift> = {}
    const ut: Importerat[] = []
    for (const f of filer) {
      const register = REGISTER.get(f.register)
      if (!register)
        throw new Analysfel('okantRegister', `Registret ”${f.register}” finns inte.`, [
          { falt: 'register', text: `Välj ett av: ${[...REGISTER.keys()].join(', ')}.` },
        ])
      if (nya[f.register])
        throw new Analysfel('dubbeltRegister', `Registret ${f.register} står två gånger.`, [
          { falt: 'register', text: 'Lägg ihop filerna först.' },
        ])
      const { rader, notiser } = await lasIn(m, register, f)
      await skriv(m, register, tillfallig)
      nya[f.register] = { rader, avtryck: await avtryck(m, tillfallig, f.register), ur: basename(f.fil) }
      ut.push({ register: f.register, fil: f.fil, rader, notiser })
    }
    for (const namn of Object.keys(nya)) bytPlats(registermapp(tillfallig, namn), registermapp(mapp, namn))
    // Real rows among invented ones: from now on everything is treated as real.
    skrivManifest(mapp, { ...manifest, pahittad: false, register: { ...manifest.register, ...nya } })
    return ut
  } finally {
    m.stang()
    rmSync(tillfallig, { recursive: true, force: true })
  }
}

function bytPlats(fran: string, till: string): void {
  mkdirSync(join(till, '..'), { recursive: true })
  rmSync(till, { recursive: true, force: true })
  renameSync(fran, till)
}

async function skriv(m: Motor, r: Register, mapp: string): Promise<void> {
  const mal = registermapp(mapp, r.namn)
  mkdirSync(mal, { recursive: true })
  const kolumner = Object.entries(r.kolumner).map(([n, k]) => `CAST(${sqlNamn(n)} AS ${sqltyp(k)}) AS ${sqlNamn(n)}`)
  await m.kor(
    `COPY (SELECT ${kolumner.join(', ')} FROM ${STAGING} ORDER BY _rad) TO ${sqlText(join(mal, 'del-00001.parquet'))} (FORMAT parquet, COMPRESSION zstd)`,
  )
  await m.kor(`DROP TABLE ${STAGING}`)
}

const stagingtyp = (k: Kolumn): DuckDBType => (k.typ === 'heltal' ? BIGINT : k.typ === 'sant' ? BOOLEAN : VARCHAR)
/** Decimals go in as text, so that they stay exact. */
const stagingvarde = (v: Cellvarde, k: Kolumn): DuckDBValue =>
  v === null ? null : k.typ === 'heltal' ? BigInt(v as number) : k.typ === 'decimal' ? (v as number).toFixed(2) : v

/** Faults as they are found: the first are kept, all are counted. */
class Felsamling {
  readonly lista: Filfel[] = []
  antal = 0
  lagg(f: Filfel): void {
    this.antal++
    if (this.lista.length < VISADE_FEL) this.lista.push(f)
  }
}

async function lasIn(m: Motor, r: Register, f: Importfil): Promise<{ rader: number; notiser: readonly string[] }> {
  const csv = await oppnaCsv(f.fil, f)
  const namn = basename(f.fil)
  const platser = kolumnplatser(r, csv, f)
  const fel = new Felsamling()
  const tecken = f.decimal ?? (await decimaltecken(csv, r, platser))
  const kolumner = Object.entries(r.kolumner)
  await m.kor(
    `CREATE OR REPLACE TABLE ${STAGING} (_rad INTEGER, ${kolumner.map(([n, k]) => `${sqlNamn(n)} ${k.typ === 'decimal' ? 'DECIMAL(18,2)' : sqltyp(k)}`).join(', ')})`,
  )
  await m.kor(`CREATE OR REPLACE TEMP TABLE _in (_rad INTEGER, ${kolumner.map(([n, k]) => `${sqlNamn(n)} ${stagingtyp(k)}`).join(', ')})`)
  const appender = await m.anslutning.createAppender('_in')
  let block: DuckDBValue[][] = []
  let rader = 0
  for await (const rad of csv.rader()) {
    rader++
    if (rad.celler.length !== csv.rubriker.length)
      fel.lagg({
        rad: rad.rad,
        kolumn: String(rad.celler.length),
        text: `Raden har ${rad.celler.length} celler, rubriken ${csv.rubriker.length}.`,
      })
    block.push([
      rad.rad,
      ...kolumner.map(([kn, k]): DuckDBValue => {
        const svar = tolkaCell(rad.celler[platser.get(kn)!] ?? '', k, tecken)
        if ('varde' in svar) return stagingvarde(svar.varde, k)
        fel.lagg({ rad: rad.rad, kolumn: csv.rubriker[platser.get(kn)!]!, text: svar.fel })
        return null
      }),
    ])
    if (block.length === BLOCK) block = tom(appender, r, block)
  }
  tom(appender, r, block)
  appender.closeSync()
  if (rader === 0) fel.lagg({ rad: 2, kolumn: '1', text: 'Filen har inga rader under rubriken.' })
  if (fel.antal === 0) {
    await m.kor(
      `INSERT INTO ${STAGING} SELECT _rad, ${kolumner.map(([n, k]) => (k.typ === 'dag' || k.typ === 'decimal' ? `CAST(${sqlNamn(n)} AS ${sqltyp(k)})` : sqlNamn(n))).join(', ')} FROM _in`,
    )
    await provaTillsammans(m, r, csv, platser, fel)
  }
  await m.kor('DROP TABLE _in')
  if (fel.antal > 0) stoppa(namn, fel.lista, fel.antal)
  return { rader, notiser: [...csv.notiser, ...oanvanda(csv, platser)] }
}

function tom(appender: DuckDBAppender, r: Register, block: DuckDBValue[][]): DuckDBValue[][] {
  if (block.length === 0) return block
  const bit = DuckDBDataChunk.create([INTEGER, ...Object.values(r.kolumner).map(stagingtyp)], block.length)
  for (let i = 0; i <= Object.keys(r.kolumner).length; i++)
    bit.setColumnValues(
      i,
      block.map((b) => b[i]!),
    )
  appender.appendDataChunk(bit)
  return []
}

/** Where each of the register's columns stands in the file. Columns that may lack values may be missing altogether. */
function kolumnplatser(r: Register, csv: Csvfil, f: Importfil): ReadonlyMap<string, number> {
  const liten = csv.rubriker.map((x) => x.toLowerCase())
  const ut = new Map<string, number>()
  const okand = Object.keys(f.kolumner ?? {}).find((k) => !Object.hasOwn(r.kolumner, k))
  if (okand !== undefined)
    throw new Analysfel('okandKolumn', `Registret ${r.namn} har ingen kolumn ”${okand}”.`, [
      { falt: 'kolumner', text: `Skriv registrets kolumn först: ${Object.keys(r.kolumner).join(', ')}.` },
    ])
  const fel: Filfel[] = []
  for (const [namn, k] of Object.entries(r.kolumner)) {
    const i = liten.indexOf((f.kolumner?.[namn] ?? namn).toLowerCase())
    if (i >= 0) ut.set(namn, i)
    else if (k.kanSaknas) ut.set(namn, csv.rubriker.length)
    else
      fel.push({
        rad: 1,
        kolumn: f.kolumner?.[namn] ?? namn,
        text: `Kolumnen saknas (${k.text}). Ange vilken av filens kolumner den är med --kolumner ${namn}=RUBRIK.`,
      })
  }
  if (fel.length) stoppa(basename(f.fil), fel)
  return ut
}

const oanvanda = (csv: Csvfil, platser: ReadonlyMap<string, number>): string[] => {
  const extra = csv.rubriker.filter((_, i) => ![...platser.values()].includes(i))
  return extra.length ? [`Kolumnerna ${extra.join(', ')} används inte.`] : []
}

async function decimaltecken(csv: Csvfil, r: Register, platser: ReadonlyMap<string, number>): Promise<Decimaltecken> {
  const talen = Object.entries(r.kolumner)
    .filter(([, k]) => k.typ === 'decimal')
    .map(([n]) => platser.get(n)!)
  const prov: string[] = []
  if (talen.length)
    for await (const rad of csv.rader()) {
      prov.push(...talen.map((i) => rad.celler[i] ?? ''))
      if (prov.length > PROVRADER) break
    }
  return avgorDecimaltecken(prov, csv.avgransare)
}

/** What only shows when rows are seen together. */
async function provaTillsammans(m: Motor, r: Register, csv: Csvfil, platser: ReadonlyMap<string, number>, fel: Felsamling): Promise<void> {
  const rubrik = (k: string): string => csv.rubriker[platser.get(k)!] ?? k
  const nyckel = r.nyckel.map(sqlNamn).join(', ')
  const dubbla = await m.rader(
    `SELECT _rad, forst FROM (SELECT _rad, min(_rad) OVER (PARTITION BY ${nyckel}) AS forst FROM ${STAGING}) WHERE _rad > forst ORDER BY _rad`,
  )
  for (const d of dubbla)
    fel.lagg({
      rad: Number(d._rad),
      kolumn: r.nyckel.map(rubrik).join(' + '),
      text: `Raden har samma ${r.nyckel.map(rubrik).join(', ')} som rad ${d.forst}. Ta bort den ena.`,
    })
  for (const k of r.kontroller ?? []) {
    const brott = await m.rader(`SELECT _rad FROM ${STAGING} WHERE NOT (${k.sql}) ORDER BY _rad`)
    for (const b of brott) fel.lagg({ rad: Number(b._rad), kolumn: rubrik(k.kolumn), text: k.text })
  }
  if (r.allaLan) {
    const per = r.allaLan.map(sqlNamn)
    const grupper = await m.rader(
      `SELECT ${[...per, 'max(_rad) AS sist', "string_agg(DISTINCT lan, '|') AS lanen"].join(', ')} FROM ${STAGING} ${per.length ? `GROUP BY ${per.join(', ')} ORDER BY ${per.join(', ')}` : ''}`,
    )
    for (const g of grupper) {
      const har = String(g.lanen).split('|')
      const saknas = LANSNAMN.filter((l) => !har.includes(l))
      const vad = r.allaLan.map((k) => `${rubrik(k)} ${g[k]}`).join(', ')
      if (saknas.length)
        fel.lagg({
          rad: Number(g.sist),
          kolumn: rubrik('lan'),
          text: `${vad ? `${vad}: ` : ''}län saknas (${saknas.join(', ')}). Lägg till dem, med noll där det är noll.`,
        })
    }
  }
}

import { plusDagar } from '@atergang/kalender'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { motor, sqlLista, sqlNamn, sqlText, type Databasrad, type Talkolumner } from './duckdb.ts'
import { Analysfel } from './fel.ts'
import { arUppslag, fonstertext, mattSql, nyckel, type Begaran, type Fonster, type Uppslag, type Matt } from './matt/matt.ts'
import { lasManifest, registermapp, type Manifest } from './register/datamapp.ts'

/** A figure by county, and for all chosen counties together. A county without rows has nought. */
export interface Mattvarden {
  readonly perLan: ReadonlyMap<string, number>
  readonly alla: number
}

/** Days by which a register may begin after a window, or end before it, and still be taken to cover it: payments come by the month. */
const GLAPP = 45

/** What answers the SQL: the columnar engine over a folder, or another database that holds the same registers. */
export interface Sqlmotor {
  rader(sql: string): Promise<Databasrad[]>
  strom?(sql: string): AsyncGenerator<Databasrad>
  kolumner?(sql: string): Promise<Talkolumner>
  stang(): void
}

/**
 * An opened folder of data. Figures asked for are counted once and remembered; the figures of a register that are asked for together are
 * counted in one pass over it.
 */
export class Datakalla {
  readonly manifest: Manifest
  readonly #motor: Sqlmotor
  readonly #varden = new Map<string, Mattvarden>()
  readonly #svar = new Map<string, readonly Databasrad[]>()
  readonly #granserna = new Map<string, readonly [string, string] | null>()

  constructor(motor: Sqlmotor, manifest: Manifest) {
    this.#motor = motor
    this.manifest = manifest
  }

  static async oppna(mapp: string): Promise<Datakalla> {
    const manifest = lasManifest(mapp)
    const m = await motor()
    for (const namn of Object.keys(manifest.register)) {
      const filer = registermapp(mapp, namn)
      if (!existsSync(filer))
        throw new Analysfel('registerSaknas', `Registret ${namn} står i mappens förteckning men filerna saknas.`, [
          { falt: 'data', text: 'Datamappen behöver läsas in på nytt. Det gör den som sköter driften.' },
        ])
      await m.kor(`CREATE VIEW ${sqlNamn(namn)} AS SELECT * FROM read_parquet(${sqlText(join(filer, '*.parquet'))})`)
    }
    return new Datakalla(m, manifest)
  }

  har(register: string): boolean {
    return register in this.manifest.register
  }

  /** @throws {Analysfel} naming the registers that are missing */
  krav(...register: readonly string[]): void {
    const saknas = [...new Set(register)].filter((r) => !this.har(r))
    if (saknas.length)
      throw new Analysfel(
        'registerSaknas',
        `Registret ${saknas.join(', ')} finns inte i datamappen.`,
        saknas.map((r) => ({ falt: r, text: 'Registret behöver läsas in. Det gör den som sköter driften.' })),
      )
  }

  async rader(sql: string): Promise<Databasrad[]> {
    return this.#motor.rader(sql)
  }

  /** Rows one after the other; only of the columnar engine. */
  strom(sql: string): AsyncGenerator<Databasrad> {
    if (!this.#motor.strom) throw new Error('Databasen lämnar inte rader en i taget.')
    return this.#motor.strom(sql)
  }

  /** Numbers column by column; only of the columnar engine. */
  async kolumner(sql: string): Promise<Talkolumner> {
    if (!this.#motor.kolumner) throw new Error('Databasen lämnar inte kolumner av tal.')
    return this.#motor.kolumner(sql)
  }

  /** First and last day or year of a register's column; null when it is empty. */
  async granser(register: string, kolumn: string): Promise<readonly [string, string] | null> {
    return this.#granser(register, kolumn)
  }

  /** Figures by county; `omraden` limits which counties are counted. */
  async matt(begarda: readonly Begaran[], omraden: readonly string[] | null): Promise<ReadonlyMap<string, Mattvarden>> {
    const cachenyckel = (b: Begaran): string => `${nyckel(b)}|${omraden?.join(',') ?? ''}`
    const nya = [...new Map(begarda.map((b) => [cachenyckel(b), b])).entries()].filter(([k]) => !this.#varden.has(k)).map(([, b]) => b)
    this.krav(...nya.flatMap((b) => [b.matt.register, ...(arUppslag(b.matt) ? b.matt.uppslag.ocksa : [])]))
    const dar = omraden ? `lan IN ${sqlLista(omraden)}` : ''
    const enkla = nya.filter((b): b is Begaran & { matt: Matt } => !arUppslag(b.matt))
    for (const har of passen(enkla)) {
      const rader = await this.rader(mattSql(har[0]!.matt.register, har, dar))
      har.forEach((b, i) => this.#varden.set(cachenyckel(b), samla(rader, `m${i}`)))
    }
    for (const b of nya)
      if (arUppslag(b.matt)) this.#varden.set(cachenyckel(b), samla(await this.#svaret(b.matt.uppslag, b.fonster, dar), b.matt.kolumn))
    return new Map(begarda.map((b) => [nyckel(b), this.#varden.get(cachenyckel(b))!]))
  }

  /**
   * Of the registers that figures ask, those whose days or years do not reach over the figure's window, in words. A window without data gives
   * nought, which must not be taken for a count.
   */
  async otackta(begarda: readonly Begaran[]): Promise<string[]> {
    const ut = new Set<string>()
    for (const b of begarda) {
      const tid = arUppslag(b.matt) ? { typ: 'dag' as const, kolumn: 'fran' } : b.matt.tid
      if (tid.typ === 'gallde') continue
      const grans = await this.#granser(b.matt.register, tid.kolumn)
      if (!grans) continue
      const [fran, tom] = tid.typ === 'ar' ? [`${grans[0]}-01-01`, `${grans[1]}-12-31`] : grans
      if (fran > plusDagar(b.fonster.fran, GLAPP) || tom < plusDagar(b.fonster.tom, -GLAPP))
        ut.add(`Registret ${b.matt.register} har uppgifter för ${fran}–${tom}; ${fonstertext(b.fonster)} ligger helt eller delvis utanför.`)
    }
    return [...ut]
  }

  async #granser(register: string, kolumn: string): Promise<readonly [string, string] | null> {
    const nyckel = `${register}.${kolumn}`
    if (!this.#granserna.has(nyckel)) {
      const [r] = await this.rader(
        `SELECT CAST(min(${kolumn}) AS VARCHAR) AS forst, CAST(max(${kolumn}) AS VARCHAR) AS sist FROM ${register}`,
      )
      this.#granserna.set(nyckel, r?.forst ? [String(r.forst), String(r.sist)] : null)
    }
    return this.#granserna.get(nyckel)!
  }

  async #svaret(uppslag: Uppslag, f: Fonster, dar: string): Promise<readonly Databasrad[]> {
    const sql = uppslag.sql(f, dar)
    const kant = this.#svar.get(sql)
    if (kant) return kant
    const rader = await this.rader(sql)
    this.#svar.set(sql, rader)
    return rader
  }

  stang(): void {
    this.#motor.stang()
  }
}

/** What is counted in one pass: sums of a register together; unique people by what is asked of their rows, since only those need be kept apart. */
function passen<B extends Begaran & { matt: Matt }>(begarda: readonly B[]): B[][] {
  const ut = new Map<string, B[]>()
  for (const b of begarda) {
    const nyckel = b.matt.rakna.typ === 'unika' ? `${b.matt.register} ${JSON.stringify(b.matt.villkor)}` : b.matt.register
    ut.set(nyckel, [...(ut.get(nyckel) ?? []), b])
  }
  return [...ut.values()]
}

function samla(rader: readonly Databasrad[], kolumn: string): Mattvarden {
  const perLan = new Map<string, number>()
  let alla = 0
  for (const r of rader) {
    const v = Number(r[kolumn] ?? 0)
    if (Number(r.riket) === 1) alla = v
    else perLan.set(String(r.lan), v)
  }
  return { perLan, alla }
}

import { sammanfatta, SYSTEMET, type Aktor, type Brevinnehall, type Handelse, type Kommando, type Utredning } from '@atergang/arende'
import { Provarende } from '@atergang/formaner/prov'
import type { Datum } from '@atergang/kalender'
import { Uppgiftslogg, vacktid, type Dokumentbytes } from '@atergang/lager'
import { Besok } from './besok.ts'
import type { Inkommet } from './dokument.ts'
import type { Fall, Pagaende } from './fall.ts'
import { intag } from './intag.ts'
import { reagera } from './omvarld.ts'
import { Schema } from './schema.ts'

/** A letter of the case, to be set when the case has been lived through. */
export interface Noteratbrev {
  readonly handlingId: string
  readonly innehall: Brevinnehall
}

/** What the case is to know of a letter's bytes; nothing yet, the first time it is lived through. */
export type Brevbytes = (handlingId: string) => { readonly sha256: string; readonly storlek: number }

const osatt: Brevbytes = () => ({ sha256: '0'.repeat(64), storlek: 0 })

/** Events that no step of the flow looks at: the case is worked out as before. */
const UTAN_FOLJD: ReadonlySet<Handelse['data']['typ']> = new Set([
  'utskickSkickat',
  'utskickMottaget',
  'tilldelad',
  'lamnadTillbaka',
  'anteckningSkriven',
  'handlingVagd',
])

/**
 * Lives through one case day by day, from the first thing that came in until a day: real commands
 * on the days people would have given them. Only days on which something happens are visited.
 */
export class Forlopp implements Pagaende {
  readonly fall: Fall
  readonly arende: Provarende
  readonly logg = new Uppgiftslogg()
  readonly dokument: Dokumentbytes[] = []
  readonly brev: Noteratbrev[] = []
  readonly schema = new Schema()
  readonly #besok = new Besok(this)
  #utredd: { readonly version: number; readonly utredning: Utredning } | null = null
  /** the day the case has to be looked at again though nobody does anything */
  #nasta: Datum | null = null
  #noteradDag: Datum | null = null
  /** the next day to live through */
  #hunnen: Datum | null

  constructor(fall: Fall, nummer: string, brevbytes: Brevbytes = osatt) {
    this.fall = fall
    const { person, enhet, inlett } = fall
    this.#hunnen = inlett
    const { id, personnummer, fornamn, efternamn, fodd, adress, lan, skyddad } = person
    this.arende = new Provarende({
      id: fall.id,
      person: { id, personnummer, fornamn, efternamn, fodd, adress, lan, skyddad },
      enhet,
      nummer,
      dag: inlett,
      aktor: SYSTEMET,
      brevlada: (innehall) => {
        const handlingId = this.arende.nyttId()
        this.brev.push({ handlingId, innehall })
        return { handlingId, ...brevbytes(handlingId) }
      },
    })
    intag(this)
    fall.dessutom?.(this)
  }

  get lage() {
    return this.arende.lage
  }

  get forsakrad(): Aktor {
    const { id, fornamn, efternamn } = this.fall.person
    return { id, namn: `${fornamn} ${efternamn}`, roll: 'forsakrad' }
  }

  /** Carries out a command and lets the world answer to what came of it. */
  gor(kommando: Kommando, aktor: Aktor, dag: Datum, inkommet?: Inkommet): void {
    const fore = this.arende.journal.length
    this.arende.kor(kommando, aktor, dag)
    const nya = this.arende.journal.slice(fore)
    if (inkommet) this.dokument.push(inkommet.dokument)
    if (nya.length === 0) return
    if (this.#utredd?.version === fore && this.lage.omprovningar.length === 0 && nya.every((h) => UTAN_FOLJD.has(h.data.typ)))
      this.#utredd = { ...this.#utredd, version: this.lage.version }
    else this.#notera(dag, nya.at(-1)!.tid)
    for (const h of nya) reagera(this, h)
  }

  /** Goes on until the end of the day `till`; `andas` lets others work between the days. */
  async kor(till: Datum, andas: () => Promise<unknown> = () => Promise.resolve()): Promise<this> {
    for (let dag = this.#hunnen; dag !== null && dag <= till; dag = this.#hunnen = this.#nastaDag(dag)) {
      this.#vakna(dag)
      this.schema.gor(dag)
      const vantad = this.#besok.nasta
      if (this.#noteradDag === dag || (vantad !== null && vantad <= dag)) this.#besok.gor(dag)
      await andas()
    }
    return this
  }

  /** The morning of a day: the timer has looked, nobody has come to work. */
  morgon(dag: Datum): this {
    while (this.#nasta !== null && this.#nasta <= dag) this.#vakna(this.#nasta)
    return this
  }

  utredning(dag: Datum): Utredning {
    if (this.#utredd?.version !== this.lage.version || this.#utredd.utredning.idag !== dag)
      this.#utredd = { version: this.lage.version, utredning: this.arende.utredning(dag) }
    return this.#utredd.utredning
  }

  #nastaDag(efter: Datum): Datum | null {
    return (
      [this.schema.nasta, this.#besok.nasta, this.lage.avslutat ? null : this.#nasta]
        .filter((d): d is Datum => d !== null && d > efter)
        .sort()[0] ?? null
    )
  }

  #vakna(dag: Datum): void {
    if (this.#nasta === null || this.#nasta > dag || this.lage.avslutat) return
    this.#notera(dag, vacktid(dag))
    for (let a = this.#forfallen(dag); a; a = this.#forfallen(dag)) this.gor(a, SYSTEMET, dag)
  }

  #forfallen(dag: Datum): Kommando | undefined {
    return this.lage.avslutat ? undefined : this.utredning(dag).automatik.find((a) => a.dag <= dag)?.kommando
  }

  #notera(dag: Datum, tid: Handelse['tid']): void {
    const u = this.utredning(dag)
    this.#nasta = u.nastaDatum
    this.#noteradDag = dag
    this.logg.notera(sammanfatta(this.lage, u).uppgifter, tid)
  }
}

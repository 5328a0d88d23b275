import {
  lagetEfter,
  somHandelser,
  SYSTEMET,
  tillampa,
  utfor,
  utred,
  type Aktor,
  type Brevinnehall,
  type Fraga,
  type Handelse,
  type Forman,
  type Kommando,
  type Kontext,
  type Lage,
  type Person,
  type SkrivetBrev,
  type Utredning,
} from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Slage } from '../sjukpenning/fakta.ts'
import { formanen, hamtade, type Omvarld } from '../index.ts'

/** Looks up a rendered letter by its content; while none is given, the content is only noted. */
export type Brevlada = (innehall: Brevinnehall) => SkrivetBrev

const tomBrevlada =
  (nyttId: () => string): Brevlada =>
  () => ({ handlingId: nyttId(), sha256: '0'.repeat(64), storlek: 0 })

/**
 * A case in memory that goes the same way as in the product: command, events, fold, flow. For
 * tests, for the invented people of the demo and for benchmarks.
 */
export class Provarende<L extends Lage = Slage> {
  readonly id: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a case of any benefit
  readonly forman: Forman<any>
  /** what is known outside the case; when set, the case fetches it after each command as the store does */
  omvarld: Omvarld | null = null
  readonly journal: Handelse[] = []
  readonly brev: Brevinnehall[] = []
  lage: L
  #lopnummer = 0
  #brevlada: Brevlada

  constructor(o: {
    id: string
    person: Person
    enhet: string
    nummer: string
    dag: Datum
    aktor: Aktor
    brevlada?: Brevlada
    forman?: string
    sak?: string
  }) {
    this.id = o.id
    this.forman = formanen(o.forman ?? 'sjukpenning')
    this.#brevlada = o.brevlada ?? tomBrevlada(() => this.nyttId())
    this.journal.push({
      nr: 1,
      tid: tidpunkt(o.dag),
      dag: o.dag,
      aktor: o.aktor,
      data: {
        typ: 'arendeInlett',
        person: o.person,
        forman: this.forman.namn,
        enhet: o.enhet,
        nummer: o.nummer,
        flodesversion: this.forman.flodesversion,
        ...(o.sak ? { sak: o.sak } : {}),
      },
    })
    this.lage = lagetEfter(o.id, this.journal) as L
  }

  /** Ids that follow from the case and the order of events: the same run gives the same ids. */
  nyttId(): string {
    const n = (++this.#lopnummer).toString(16).padStart(12, '0')
    return `${this.id.slice(0, 24)}${n}`
  }

  kontext(aktor: Aktor, dag: Datum): Kontext {
    return {
      aktor,
      farSeSkyddade: true,
      dag,
      tid: tidpunkt(dag, this.journal.length),
      nyttId: () => this.nyttId(),
      brev: (innehall) => {
        this.brev.push(innehall)
        return this.#brevlada(innehall)
      },
    }
  }

  kor(kommando: Kommando, aktor: Aktor, dag: Datum): this {
    const k = this.kontext(aktor, dag)
    this.#lagg(somHandelser(utfor(this.forman, this.lage, kommando, k), this.lage.version, k))
    this.hamta(dag)
    return this
  }

  /** Fetches what is known outside the case, as the store does when a command is carried out or the case wakes. */
  hamta(dag: Datum): this {
    if (!this.omvarld) return this
    const k = this.kontext(SYSTEMET, dag)
    this.#lagg(somHandelser(hamtade(this.lage, this.omvarld, k), this.lage.version, k))
    return this
  }

  #lagg(nya: readonly Handelse[]): void {
    this.journal.push(...nya)
    this.lage = nya.reduce<Lage>(tillampa, this.lage) as L
  }

  utredning(dag: Datum): Utredning {
    return utred(this.forman.flode(this.forman.flodesversion), this.lage, dag)
  }

  fragor(dag: Datum): readonly Fraga[] {
    return this.utredning(dag).fragor
  }

  fraga(kod: string, dag: Datum): Fraga {
    const f = this.fragor(dag).find((x) => x.kod === kod)
    if (!f) throw new Error(`Ingen fråga ${kod} den ${dag}. ${this.trad(dag)}`)
    return f
  }

  svara(kod: string, svar: unknown | ((f: Fraga) => unknown), aktor: Aktor, dag: Datum): this {
    const f = this.fraga(kod, dag)
    return this.kor(
      {
        typ: 'svara',
        nyckel: f.nyckel,
        underlag: f.underlag,
        svar: typeof svar === 'function' ? (svar as (f: Fraga) => unknown)(f) : svar,
      },
      aktor,
      dag,
    )
  }

  /** The case as a few lines: what a failing test prints. */
  trad(dag: Datum): string {
    const u = this.utredning(dag)
    return u.steg
      .map(
        (s) =>
          `${s.status.padEnd(11)} ${s.namn}${s.utfall.map((x) => (x.typ === 'fraga' ? ` ? ${x.fraga.rubrik} (${x.fraga.varforNu})` : x.typ === 'vantar' ? ` … ${x.pa.vad} till ${x.pa.till}` : x.typ === 'ejAktuellt' ? ` – ${x.varfor}` : '')).join('')}`,
      )
      .join('\n')
  }
}

/** Nine in the morning, Swedish winter time, and a little later for each event. */
const tidpunkt = (dag: Datum, efter = 0): string =>
  `${dag}T08:${String(Math.floor(efter / 60) % 60).padStart(2, '0')}:${String(efter % 60).padStart(2, '0')}.000Z`

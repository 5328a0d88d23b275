import type { Datum } from '@atergang/kalender'

type Gor = (dag: Datum) => void

/** What is going to happen, day by day; things of the same day in the order they were put in. */
export class Schema {
  #kommer: { readonly dag: Datum; readonly gor: Gor; readonly avSigSjalvt: boolean }[] = []

  lagg(dag: Datum, gor: Gor, avSigSjalvt = false): void {
    const i = this.#kommer.findIndex((x) => x.dag > dag)
    this.#kommer.splice(i < 0 ? this.#kommer.length : i, 0, { dag, gor, avSigSjalvt })
  }

  /** What would come in by itself, certificates and applications. */
  laggIntag(dag: Datum, gor: Gor): void {
    this.lagg(dag, gor, true)
  }

  get nasta(): Datum | null {
    return this.#kommer[0]?.dag ?? null
  }

  /** Does all that is due by the day, also what is put in for it meanwhile. */
  gor(dag: Datum): void {
    for (let x = this.#kommer[0]; x && x.dag <= dag; x = this.#kommer[0]) {
      this.#kommer.shift()
      x.gor(dag)
    }
  }

  /** No more comes in by itself. */
  stoppaIntag(): void {
    this.#kommer = this.#kommer.filter((x) => !x.avSigSjalvt)
  }
}

import type { Worker } from 'node:worker_threads'
import type { Svar, Uppdrag } from './bud.ts'
import { startaTrad, type Resurser } from './trad.ts'

/** The thread was lost with this letter in hand, each time it was tried. */
export class TradForlorad extends Error {
  readonly orsak: 'krasch' | 'tidsgrans'
  constructor(orsak: 'krasch' | 'tidsgrans', cause: unknown) {
    super(orsak === 'krasch' ? 'tråden dog' : 'tråden svarade inte i tid', { cause })
    this.name = 'TradForlorad'
    this.orsak = orsak
  }
}

export interface Tradkoval {
  readonly resurser: Resurser
  /** the thread is replaced after this many letters */
  readonly brevPerTrad: number
  /** longest time for one try, in milliseconds, start of a new thread included */
  readonly tidsgrans: number
}

interface Jobb {
  readonly uppdrag: Uppdrag
  readonly klart: (svar: Svar) => void
  readonly fel: (fel: TradForlorad) => void
  forsok: number
}

const FLEST_FORSOK = 2

/**
 * A queue in front of one thread. One job is in the thread at a time, so a lost thread points out its letter: that one is
 * tried once more in a new thread, and those behind it are not touched. The idle thread keeps no process alive.
 */
export class Tradko {
  readonly #val: Tradkoval
  readonly #ko: Jobb[] = []
  #pagar: Jobb | undefined
  #trad: Worker | undefined
  #gjordaITrad = 0
  #nastaId = 1
  #vakt: NodeJS.Timeout | undefined
  #narTom: (() => void)[] = []

  constructor(val: Tradkoval) {
    this.#val = val
  }

  /** @param data JSON from `malldata`. Rejects only with `TradForlorad`. */
  kor(data: string): Promise<Svar> {
    return new Promise((klart, fel) => {
      this.#ko.push({ uppdrag: { id: this.#nastaId++, data }, klart, fel, forsok: 0 })
      this.#mata()
    })
  }

  /** Ends the thread when the queue is empty. */
  async stang(): Promise<void> {
    if (this.#pagar) await new Promise<void>((tom) => this.#narTom.push(tom))
    await this.#slappTrad()
  }

  #mata(): void {
    if (this.#pagar) return
    const jobb = this.#ko.shift()
    if (!jobb) return this.#vila()
    this.#pagar = jobb
    jobb.forsok++
    if (this.#gjordaITrad >= this.#val.brevPerTrad) void this.#slappTrad()
    this.#trad ??= this.#nyTrad()
    this.#trad.ref()
    this.#vakt = setTimeout(() => this.#forForLange(), this.#val.tidsgrans)
    this.#trad.postMessage(jobb.uppdrag)
  }

  #vila(): void {
    this.#trad?.unref()
    for (const tom of this.#narTom.splice(0)) tom()
  }

  #nyTrad(): Worker {
    const t = startaTrad(this.#val.resurser)
    this.#gjordaITrad = 0
    let orsak: unknown
    t.on('message', (svar: Svar) => this.#tagEmot(svar))
    // 'exit' always follows and takes care of the letter in hand.
    t.on('error', (fel) => (orsak = fel))
    t.on('exit', (kod) => {
      if (this.#trad !== t) return
      this.#trad = undefined
      this.#forlorad('krasch', orsak ?? new Error(`tråden slutade med kod ${kod}`))
    })
    return t
  }

  #slappTrad(): Promise<unknown> {
    const gammal = this.#trad
    this.#trad = undefined
    return gammal?.terminate() ?? Promise.resolve()
  }

  #tagUrHand(): Jobb | undefined {
    clearTimeout(this.#vakt)
    const jobb = this.#pagar
    this.#pagar = undefined
    return jobb
  }

  #tagEmot(svar: Svar): void {
    if (svar.id !== this.#pagar?.uppdrag.id) return
    this.#gjordaITrad++
    this.#tagUrHand()?.klart(svar)
    this.#mata()
  }

  #forForLange(): void {
    void this.#slappTrad()
    this.#forlorad('tidsgrans', new Error(`inget svar på ${this.#val.tidsgrans} ms`))
  }

  #forlorad(orsak: 'krasch' | 'tidsgrans', cause: unknown): void {
    const jobb = this.#tagUrHand()
    if (!jobb) return
    if (jobb.forsok < FLEST_FORSOK) this.#ko.unshift(jobb)
    else jobb.fel(new TradForlorad(orsak, cause))
    this.#mata()
  }
}

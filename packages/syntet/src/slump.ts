/** A value with how often it should come up, relative to the others. */
export interface Viktad<T> {
  readonly vikt: number
  readonly varde: T
}

/** 32-bit FNV-1a, so that a name gives the same stream everywhere. */
function fro32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/**
 * Numbers that look random and follow from the seed alone (mulberry32). Not for secrets.
 * `gren` gives a stream of its own by name, so that a new draw in one place changes nothing elsewhere.
 */
export class Slump {
  readonly #fro: string
  #lage: number

  constructor(fro: string | number) {
    this.#fro = String(fro)
    this.#lage = fro32(this.#fro)
  }

  gren(namn: string | number): Slump {
    return new Slump(`${this.#fro}/${namn}`)
  }

  /** From 0 up to but not 1. */
  tal(): number {
    this.#lage = (this.#lage + 0x6d2b79f5) | 0
    let t = Math.imul(this.#lage ^ (this.#lage >>> 15), 1 | this.#lage)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** Both ends can come up. */
  heltal(minst: number, hogst: number): number {
    return minst + Math.floor(this.tal() * (hogst - minst + 1))
  }

  chans(p: number): boolean {
    return this.tal() < p
  }

  /** @throws {RangeError} when there is nothing to choose from */
  val<T>(lista: readonly T[]): T {
    if (lista.length === 0) throw new RangeError('Det finns inget att välja bland.')
    return lista[this.heltal(0, lista.length - 1)]!
  }

  viktat<T>(lista: readonly Viktad<T>[]): T {
    let kvar = this.tal() * lista.reduce((s, v) => s + v.vikt, 0)
    for (const v of lista) if ((kvar -= v.vikt) < 0) return v.varde
    return lista.at(-1)!.varde
  }

  blandad<T>(lista: readonly T[]): T[] {
    const ut = [...lista]
    for (let i = ut.length - 1; i > 0; i--) {
      const j = this.heltal(0, i)
      ;[ut[i], ut[j]] = [ut[j]!, ut[i]!]
    }
    return ut
  }

  hex(antal: number): string {
    let ut = ''
    while (ut.length < antal) ut += this.heltal(0, 0xffff).toString(16).padStart(4, '0')
    return ut.slice(0, antal)
  }
}

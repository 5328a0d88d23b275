/**
 * Columns of a register as they are filled: whole numbers, days since 1970-01-01, hundredths, or codes into a list of words.
 * What is missing is `SAKNAS`. Whoever stores them (the analysis room) knows the types; nothing here does.
 */
export const SAKNAS = -2_147_483_648

export type Kolumnslag =
  | { readonly typ: 'heltal' }
  | { readonly typ: 'dag' }
  | { readonly typ: 'hundradel' }
  | { readonly typ: 'sant' }
  | { readonly typ: 'text' }
  | { readonly typ: 'kod'; readonly koder: readonly string[] }

export const heltal = { typ: 'heltal' } as const
export const dag = { typ: 'dag' } as const
/** exact hundredths, handed in as whole hundredths */
export const hundradel = { typ: 'hundradel' } as const
export const sant = { typ: 'sant' } as const
export const text = { typ: 'text' } as const
export const kod = (koder: readonly string[]) => ({ typ: 'kod', koder }) as const

export type Kolumner = Readonly<Record<string, Kolumnslag>>
/** One row: a number for each column (a code is its place in the list), text for text. */
export type Rad<K extends Kolumner> = { readonly [N in keyof K]: K[N] extends { readonly typ: 'text' } ? string : number }

export interface Registerbit {
  readonly register: string
  readonly kolumner: Kolumner
  readonly antal: number
  /** by column name; only the first `antal` values count */
  readonly varden: Readonly<Record<string, Int32Array | readonly string[]>>
}

/** Rows of one register, kept by column. `tom()` hands over what has been gathered and starts anew. */
export class Rader<K extends Kolumner> {
  readonly register: string
  readonly kolumner: K
  readonly #namn: readonly string[]
  #tal: (Int32Array | null)[]
  #texter: (string[] | null)[]
  #antal = 0
  #plats = 1024

  constructor(register: string, kolumner: K) {
    this.register = register
    this.kolumner = kolumner
    this.#namn = Object.keys(kolumner)
    this.#tal = this.#namn.map((n) => (kolumner[n]!.typ === 'text' ? null : new Int32Array(this.#plats)))
    this.#texter = this.#namn.map((n) => (kolumner[n]!.typ === 'text' ? [] : null))
  }

  lagg(rad: Rad<K>): void {
    if (this.#antal === this.#plats) this.#vax()
    const n = this.#namn
    for (let i = 0; i < n.length; i++) {
      const tal = this.#tal[i]
      if (tal) tal[this.#antal] = rad[n[i]!] as number
      else this.#texter[i]!.push(rad[n[i]!] as string)
    }
    this.#antal++
  }

  tom(): Registerbit {
    const varden = Object.fromEntries(this.#namn.map((n, i) => [n, (this.#tal[i] ?? this.#texter[i])!]))
    const bit = { register: this.register, kolumner: this.kolumner, antal: this.#antal, varden }
    this.#tal = this.#tal.map((t) => (t ? new Int32Array(this.#plats) : null))
    this.#texter = this.#texter.map((t) => (t ? [] : null))
    this.#antal = 0
    return bit
  }

  #vax(): void {
    this.#plats *= 2
    this.#tal = this.#tal.map((t) => {
      if (!t) return null
      const storre = new Int32Array(this.#plats)
      storre.set(t)
      return storre
    })
  }
}

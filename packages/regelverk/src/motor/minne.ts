import type { Vektor } from './js.ts'
import { BREDD, type Lagring } from './wasm/lagring.ts'
import { RADER_PER_VARV } from './wasm/slinga.ts'

const SIDA = 65_536
const STORST = 65_536
/** A cache line: two threads never write in the same one. */
const RAD = 64

const VY = { u8: Uint8Array, i8: Int8Array, u16: Uint16Array, i16: Int16Array, i32: Int32Array, f64: Float64Array } as const

export function lagringI(v: Vektor): Lagring {
  const hit = (Object.keys(VY) as Lagring[]).find((l) => v instanceof VY[l])
  if (!hit) throw new TypeError('Kolumnen ska vara en Uint8Array, Int8Array, Uint16Array, Int16Array, Int32Array eller Float64Array.')
  return hit
}

export const nyVektor = (l: Lagring, antal: number): Vektor => new VY[l](antal)

/** A place in the memory for a column. */
export interface Utrymme {
  readonly adress: number
  readonly lagring: Lagring
  readonly antal: number
}

/** The memory that compiled loops work in; shared between threads where the machine allows it. */
export class Minne {
  readonly delat: boolean
  readonly wasm: WebAssembly.Memory
  private slut = RAD
  private readonly lediga = new Map<number, number[]>()

  constructor(delat = typeof SharedArrayBuffer !== 'undefined') {
    this.delat = delat
    this.wasm = new WebAssembly.Memory({ initial: 1, ...(delat ? { maximum: STORST, shared: true } : {}) })
  }

  /** Bytes taken from the machine. */
  get storlek(): number {
    return this.wasm.buffer.byteLength
  }

  reservera(lagring: Lagring, antal: number): Utrymme {
    const bytes = storlek(lagring, antal)
    const ledig = this.lediga.get(bytes)?.pop()
    if (ledig !== undefined) return { adress: ledig, lagring, antal }
    const adress = this.slut
    this.slut += bytes
    const saknas = Math.ceil((this.slut - this.wasm.buffer.byteLength) / SIDA)
    if (saknas > 0) this.vax(saknas)
    return { adress, lagring, antal }
  }

  private vax(sidor: number): void {
    try {
      this.wasm.grow(sidor)
    } catch (fel) {
      throw new RangeError(
        `Minnet räcker inte till: ${Math.round(this.slut / 2 ** 20)} MB behövs, högst 4 096 MB finns. Dela upp raderna på flera tabeller.`,
        { cause: fel },
      )
    }
  }

  /** Gives the place back: it is used again for a column as large. */
  slapp(u: Utrymme): void {
    const bytes = storlek(u.lagring, u.antal)
    const lista = this.lediga.get(bytes) ?? []
    lista.push(u.adress)
    this.lediga.set(bytes, lista)
  }

  /** The column itself. Ask again after the memory has grown: in a memory that is not shared the old view is then empty. */
  vy(u: Utrymme): Vektor {
    return new VY[u.lagring](this.wasm.buffer, u.adress, u.antal)
  }
}

function storlek(lagring: Lagring, antal: number): number {
  const rader = Math.ceil(antal / RADER_PER_VARV) * RADER_PER_VARV
  return Math.ceil((rader * BREDD[lagring]) / RAD) * RAD
}

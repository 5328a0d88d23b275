export interface Plats {
  /** where row 0 lies */
  readonly adress: number
  /** bytes a row; 0 for what is used anew each turn */
  readonly bredd: number
}

export interface Varvdel {
  readonly slinga: (...tal: number[]) => void
  readonly platser: readonly Plats[]
}

export function varv(delar: readonly Varvdel[], fran: number, till: number, perVarv: number): void

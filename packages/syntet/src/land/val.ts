import { lansmal } from '../forlaga.ts'

export interface Landval {
  readonly fro: string | number
  /** inhabitants of all ages */
  readonly personer: number
  /** first and last calendar year of the registers */
  readonly fran: number
  readonly till: number
}

/** Inhabitants 18–64 of all; the report states no total population, so this share is an assumption (X16). */
export const ANDEL_18_64 = 0.589
/** The whole country: what table 1's columns 3 and 4 imply, and the share above. */
export const HELA_LANDET = Math.round(lansmal().reduce((s, l) => s + l.befolkning1864, 0) / ANDEL_18_64)
export const MINST = 1000
const FORSTA_AR = 2000
const SISTA_AR = 2040
/** The audit's own years and the history its shares look back on (2011–2015, three and ten years). */
export const STANDARDAR = { fran: 2010, till: 2020 } as const

export class OgiltigtLandval extends Error {
  readonly falt: 'personer' | 'ar'
  constructor(falt: 'personer' | 'ar', text: string) {
    super(text)
    this.name = 'OgiltigtLandval'
    this.falt = falt
  }
}

/** @throws {OgiltigtLandval} naming what is outside its limits */
export function kontrolleraVal(v: Landval): Landval {
  if (!Number.isInteger(v.personer) || v.personer < MINST || v.personer > HELA_LANDET) {
    throw new OgiltigtLandval('personer', `Antalet personer ska vara mellan ${MINST} och ${HELA_LANDET} (hela landet).`)
  }
  if (!Number.isInteger(v.fran) || !Number.isInteger(v.till) || v.fran < FORSTA_AR || v.till > SISTA_AR || v.fran > v.till) {
    throw new OgiltigtLandval('ar', `Åren ska ligga mellan ${FORSTA_AR} och ${SISTA_AR}, det första inte efter det sista.`)
  }
  return v
}

/** How large a part of the country is made. */
export const andel = (v: Landval): number => v.personer / HELA_LANDET

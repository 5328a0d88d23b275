import { arDatum, type Datum } from '@atergang/kalender'
import type { Radelsvar, Rasvar, Ravarde } from '../modell.ts'

/** Reading values out of raw answers. Nothing throws: what cannot be read is undefined. */

export const svarMed = (svar: readonly Rasvar[], id: string): readonly Rasvar[] => svar.filter((s) => s.id === id)

export const delsvarMed = (svar: Rasvar | undefined, id: string): Radelsvar | undefined => svar?.delsvar.find((d) => d.id === id)

export const vardeAv = (svar: Rasvar | undefined, delsvarId: string): Ravarde | undefined => delsvarMed(svar, delsvarId)?.varde

/** Text verbatim; undefined when there is none or it is blank. */
export function textAv(v: Ravarde | undefined): string | undefined {
  return v?.typ === 'text' && v.text.trim() !== '' ? v.text : undefined
}

export function kodAv(v: Ravarde | undefined): string | undefined {
  return v?.typ === 'kod' && v.kod !== '' ? v.kod : undefined
}

/** xs:boolean: true, 1, false, 0. */
export function jaNejAv(v: Ravarde | undefined): boolean | undefined {
  const t = textAv(v)?.trim()
  if (t === 'true' || t === '1') return true
  return t === 'false' || t === '0' ? false : undefined
}

export function datumAvVarde(v: Ravarde | undefined): Datum | undefined {
  const t = textAv(v)?.trim()
  return arDatum(t) ? t : undefined
}

/** A whole number without sign. */
export function heltalAv(v: Ravarde | undefined): number | undefined {
  const t = textAv(v)?.trim()
  return t !== undefined && /^\d{1,6}$/.test(t) ? Number(t) : undefined
}

/** True when there is anything at all to read in the value. */
export function harInnehall(v: Ravarde | undefined): boolean {
  if (!v) return false
  if (v.typ === 'text') return v.text.trim() !== ''
  if (v.typ === 'kod') return v.kod !== ''
  if (v.typ === 'period') return v.start !== '' || v.slut !== ''
  return true
}

import type { Kolumn } from './kolumn.ts'

// The kinds of column that the registers are made of.

export const heltal = (text: string, mer: { minst?: number; hogst?: number; enhet?: string; kanSaknas?: boolean } = {}): Kolumn => ({
  typ: 'heltal',
  text,
  ...mer,
})
export const antal = (text: string, mer: { kanSaknas?: boolean; enhet?: string } = {}): Kolumn => ({
  typ: 'heltal',
  text,
  minst: 0,
  ...mer,
})
export const dag = (text: string, kanSaknas = false): Kolumn => ({ typ: 'dag', text, kanSaknas })
export const kod = (text: string, varden: readonly string[], kanSaknas = false): Kolumn => ({ typ: 'kod', text, varden, kanSaknas })
export const fri = (text: string, kanSaknas = false): Kolumn => ({ typ: 'text', text, kanSaknas })
export const id = (text: string, kanSaknas = false): Kolumn => ({ typ: 'heltal', text, minst: 1, kanSaknas })

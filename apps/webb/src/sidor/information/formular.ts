import { LANSNAMNEN, type Informationsuppgift } from '@atergang/formaner'
import type { Insats } from './ord.ts'

/** What the form holds while it is written: choices not made are empty. */
export interface Utkast {
  lage: string
  typ: string
  teman: string[]
  malgrupp: string
  omfattning: 'hela' | 'valda' | ''
  lan: string[]
  from: string
  tom: string
  natta: number | undefined
  ansvarig: string
  beskrivning: string
  skal: string
}

export const tomt = (namn: string): Utkast => ({
  lage: '',
  typ: '',
  teman: [],
  malgrupp: '',
  omfattning: '',
  lan: [],
  from: '',
  tom: '',
  natta: undefined,
  ansvarig: namn,
  beskrivning: '',
  skal: '',
})

const helaLandet = (lan: readonly string[]): boolean => lan.length === LANSNAMNEN.length

export const ur = (i: Insats): Utkast => ({
  lage: i.lage,
  typ: i.typ,
  teman: [...i.teman],
  malgrupp: i.malgrupp,
  omfattning: helaLandet(i.lan) ? 'hela' : 'valda',
  lan: helaLandet(i.lan) ? [] : [...i.lan],
  from: i.from,
  tom: i.tom,
  natta: i.natta ?? undefined,
  ansvarig: i.ansvarig,
  beskrivning: i.beskrivning,
  skal: '',
})

/** As it is sent: the server names what is missing. One day is both the first and the last. */
export function insatsen(u: Utkast): Record<keyof Informationsuppgift, unknown> {
  return {
    lage: u.lage,
    typ: u.typ,
    teman: u.teman,
    malgrupp: u.malgrupp,
    lan: u.omfattning === 'hela' ? [...LANSNAMNEN] : u.lan,
    from: u.from,
    tom: u.tom || u.from,
    natta: u.lage === 'genomford' ? (u.natta ?? null) : null,
    ansvarig: u.ansvarig,
    beskrivning: u.beskrivning,
  }
}

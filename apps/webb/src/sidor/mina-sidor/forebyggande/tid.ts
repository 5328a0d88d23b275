import type { Faltfel } from '../../../stod/formular.ts'
import { lasTal } from '../../../stod/tal.ts'

const FORM = /^(\d{1,2})(?:[:.]?(\d{2}))?$/

/** ”8”, ”8.30”, ”0830” and ”08:30” as `TT:MM`; undefined when it is no time of a day. */
export function lasTid(text: string): string | undefined {
  const m = FORM.exec(text.trim().replace(/^(kl\.?|klockan)\s*/i, ''))
  if (!m) return undefined
  const [h, min] = [Number(m[1]), Number(m[2] ?? '0')]
  return h <= 23 && min <= 59 ? `${String(h).padStart(2, '0')}:${String(min).padStart(2, '0')}` : undefined
}
export const arTid = (text: string): boolean => lasTid(text) !== undefined

/** When something ends: midnight may be written ”24” too, and is the end of the day it began on. */
export const lasSlut = (text: string): string | undefined => (/^24([:.]?00)?$/.test(text.trim()) ? '24:00' : lasTid(text))
export const arSlut = (text: string): boolean => lasSlut(text) !== undefined

/** Whole minutes of a day, null when it cannot be read so, undefined when nothing is written. */
export function lasMinuter(text: string): number | null | undefined {
  const n = lasTal(text)
  return typeof n === 'number' && (!Number.isInteger(n) || n > 1440) ? null : n
}

/** The times of one visit, as the person writes them. A plan asks for the travel in all, a claim for each way. */
export interface Tidsutkast {
  start: string
  tid: string
  forberedelse: string
  efter: string
}

const MINUTFALT = {
  tid: 'hur många minuter behandlingen tar',
  forberedelse: 'hur många minuter förberedelsen tar',
  resa: 'hur många minuter resan tar, dit och hem tillsammans',
  dit: 'hur många minuter resan dit tar',
  hem: 'hur många minuter resan hem tar',
  efter: 'hur många minuter du behöver vara kvar efteråt',
} as const

/** Written so that it cannot be read: the field, and how to write it. An empty field is not wrong here. */
export function tidsfel(
  t: Tidsutkast & { readonly resa?: string; readonly dit?: string; readonly hem?: string },
  falt: (namn: string) => string,
  inled = '',
): Faltfel[] {
  return [
    ...(t.start && !arTid(t.start)
      ? [{ falt: falt('start'), text: `${inled}Skriv klockslaget då behandlingen börjar som timme:minut, till exempel 10:00.` }]
      : []),
    ...(Object.keys(MINUTFALT) as (keyof typeof MINUTFALT)[]).flatMap((namn) =>
      lasMinuter(t[namn] ?? '') === null
        ? [{ falt: falt(namn), text: `${inled}Skriv ${MINUTFALT[namn]} med siffror, i hela minuter, till exempel 45.` }]
        : [],
    ),
  ]
}

/** The times in numbers, or null until it is known when the treatment begins and how long it takes. */
export function tiderna(t: Tidsutkast) {
  const start = lasTid(t.start)
  const behandlingMin = lasMinuter(t.tid)
  return start && behandlingMin
    ? { start, behandlingMin, forberedelseMin: lasMinuter(t.forberedelse) ?? 0, efterMin: lasMinuter(t.efter) ?? 0 }
    : null
}

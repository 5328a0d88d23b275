/** A time of day as minutes after midnight, 0–1440. */
export type Minut = number

export const DYGN: Minut = 24 * 60

const FORM = /^([01]\d|2[0-3]):([0-5]\d)$/

/** True for a time written `TT:MM`, from midnight to one minute before the next. */
export const arKlockslag = (text: unknown): text is string => typeof text === 'string' && FORM.test(text)

/** The end of something within a date: also ”24:00”. */
export const arSluttid = (text: unknown): text is string => arKlockslag(text) || text === '24:00'

/** Minutes after midnight of a time that `arKlockslag` or `arSluttid` has accepted. */
export const klockslag = (text: string): Minut => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

const tva = (n: number): string => String(n).padStart(2, '0')

/** ”09:05”; the end of the day is written ”24:00”. */
export const skrivKlockslag = (m: Minut): string => `${tva(Math.floor(m / 60))}:${tva(m % 60)}`

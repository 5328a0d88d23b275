import { arDatum, medManadsnamn, plusDagar, type Datum } from '@atergang/kalender'
import type { Schemauppgift } from '@atergang/formaner'
import { arSlut, arTid, lasSlut, lasTid } from './tid.ts'

/** The working time of a date: from when to when, or a day off. With neither it is not known. A shift may go over midnight. */
export interface Avvikelse {
  datum: string
  fran: string
  till: string
  ledig: boolean
}
export const nyAvvikelse = (datum = ''): Avvikelse => ({ datum, fran: '', till: '', ledig: false })

type Avvikelser = Schemauppgift['avvikelser']
const minuter = (t: string): number => Number(t.slice(0, 2)) * 60 + Number(t.slice(3))
const langd = (n: number): string => [...(n >= 60 ? [`${Math.floor(n / 60)} tim`] : []), ...(n % 60 ? [`${n % 60} min`] : [])].join(' ')

/** From when to when as it can be read; `over` when it ends on the next date. */
function lases(a: Avvikelse): { fran: string; till: string; over: boolean } | null {
  const [fran, till] = [lasTid(a.fran), lasSlut(a.till)]
  return fran && till && fran !== till ? { fran, till, over: till <= fran } : null
}

/** What is wrong with a row as it is written. Nothing written is not wrong: then it is not known. */
export function avvikelsefel(a: Avvikelse): { datum?: string; fran?: string; till?: string } {
  const fel: { datum?: string; fran?: string; till?: string } = {}
  if ((a.fran || a.till || a.ledig) && !a.datum) fel.datum = 'Skriv vilken dag tiderna gäller.'
  else if (a.datum && !arDatum(a.datum)) fel.datum = 'Skriv datumet som år-månad-dag, till exempel 2026-03-02.'
  if (a.ledig) return fel
  if (a.fran ? !arTid(a.fran) : Boolean(a.till)) fel.fran = 'Skriv klockslaget då du börjar, till exempel 07:00.'
  if (a.till ? !arSlut(a.till) : Boolean(a.fran)) fel.till = 'Skriv klockslaget då du slutar, till exempel 16:00.'
  else if (arTid(a.fran) && lasTid(a.fran) === lasSlut(a.till)) fel.till = 'Passet slutar samma klockslag som det börjar. Ändra ett av dem.'
  return fel
}

/** Of a shift over midnight: which part counts to which date, said where it is written. */
export function nattnotis(a: Avvikelse): string {
  const l = lases(a)
  if (a.ledig || !l?.over || !arDatum(a.datum)) return ''
  const fore = `${langd(1440 - minuter(l.fran))} räknas till ${medManadsnamn(a.datum)}`
  return `Passet går över midnatt. ${l.till === '00:00' ? `${fore}.` : `${fore} och ${langd(minuter(l.till))} till ${medManadsnamn(plusDagar(a.datum, 1))}. Arbetar du fler timmar den dagen lägger du till dem också.`}`
}

const efterTid = (p: { fran: string; till: string }): string => p.fran + p.till

/** The dates as the case keeps them: each part of a shift on its own date, a date with no part is a day off. */
export function passen(rader: readonly Avvikelse[]): Avvikelser {
  const dagar = new Map<string, { fran: string; till: string }[]>()
  const dagens = (d: string) => dagar.get(d) ?? dagar.set(d, []).get(d)!
  for (const a of rader) {
    const l = a.ledig ? null : lases(a)
    if (!arDatum(a.datum) || (!a.ledig && !l)) continue
    const pass = dagens(a.datum)
    if (!l) continue
    pass.push({ fran: l.fran, till: l.over ? '24:00' : l.till })
    if (l.over && l.till !== '00:00') dagens(plusDagar(a.datum, 1)).push({ fran: '00:00', till: l.till })
  }
  return [...dagar]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([datum, pass]) => ({ datum: datum as Datum, pass: pass.sort((a, b) => (efterTid(a) < efterTid(b) ? -1 : 1)) }))
}

/** Back to rows, a night shift as one. */
export function somRader(avvikelser: Avvikelser): Avvikelse[] {
  const kvar = new Map(avvikelser.map((a) => [a.datum as string, [...a.pass]]))
  const hade = new Map(avvikelser.map((a) => [a.datum as string, a.pass.length]))
  return avvikelser.flatMap(({ datum }): Avvikelse[] => {
    const pass = kvar.get(datum)!
    if (pass.length === 0) return (hade.get(datum) ?? 0) > 0 ? [] : [{ ...nyAvvikelse(datum), ledig: true }]
    const nasta = plusDagar(datum, 1)
    return pass.map((p) => {
      const rest = p.till === '24:00' ? kvar.get(nasta)?.find((x) => x.fran === '00:00' && x.till < p.fran) : undefined
      if (!rest) return { datum, fran: p.fran, till: p.till, ledig: false }
      kvar.set(
        nasta,
        kvar.get(nasta)!.filter((x) => x !== rest),
      )
      return { datum, fran: p.fran, till: rest.till, ledig: false }
    })
  })
}

const arTom = (a: Avvikelse): boolean => !a.fran && !a.till && !a.ledig

/** One row for each date that is asked about, beside those written; a row that was never filled in goes when its date does. */
export function radPerDag(rader: readonly Avvikelse[], dagar: readonly string[]): Avvikelse[] {
  const kvar = rader.filter((a) => !arTom(a) || dagar.includes(a.datum) || (!arDatum(a.datum) && !dagar.length))
  const nya = dagar.filter((d) => !kvar.some((a) => a.datum === d)).map(nyAvvikelse)
  return [...kvar, ...nya].sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
}

/** The times of the first row with any, on each row that has none: who works the same shift on every day of treatment writes it once. */
export function fyllTomma(rader: readonly Avvikelse[]): Avvikelse[] {
  const forsta = rader.find((a) => a.fran && a.till)
  return rader.map((a) => (forsta && arTom(a) ? { ...a, fran: forsta.fran, till: forsta.till } : a))
}

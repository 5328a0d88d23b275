import { delar, type Datum } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { statistiktyp, type AprStodtyp } from '../stodtyp.ts'
import { summa, type Bidragsrad } from '../uppfoljning/underlag.ts'
import type { Tidigarepost } from './poster.ts'

/** One support in a year: null is not known, which is not the same as nothing. */
export interface Trenddel {
  readonly belopp: number | null
  /** months of the year that belong to the support and are known, of those there have been */
  readonly kandaManader: number
  readonly manader: number
}

export interface Trendar {
  readonly ar: number
  readonly arbetsplatsnara: Trenddel | null
  readonly arbetsplatsinriktat: Trenddel | null
  /** both together; null unless every month is known */
  readonly sammanlagt: number | null
  /** the year in which one support became the other */
  readonly brott: boolean
  /** people can be followed from the break on: never a count before it */
  readonly individer: 'inga' | 'franBrottet' | 'hela'
}

const nyckel = (ar: number, manad: number): Datum => `${ar}-${String(manad).padStart(2, '0')}-01` as Datum
const manadAv = (d: Datum): Datum => `${d.slice(0, 7)}-01` as Datum

export interface Trendval {
  readonly idag: Datum
  readonly franAr: number
}

/** What each month gave: from the sheets, else, from the first decision on, from this system. A month that neither tells of is not known. */
function manadsbelopp(tidigare: readonly Tidigarepost[], rader: readonly Bidragsrad[]): (m: Datum) => number | null {
  const last = gruppera(
    tidigare.filter((p) => p.stod !== 'medicinskService'),
    (p) => p.manad,
  )
  const beslutade = gruppera(rader, (r) => manadAv(r.beslutad))
  const forsta = [...beslutade.keys()].sort()[0]
  return (m) => {
    const ur = last.get(m)
    if (ur) return summa(ur.map((p) => p.belopp))
    if (forsta === undefined || m < forsta) return null
    return summa((beslutade.get(m) ?? []).map((r) => r.belopp))
  }
}

function del(manader: readonly (number | null)[]): Trenddel | null {
  if (manader.length === 0) return null
  const kanda = manader.filter((x) => x !== null)
  return { belopp: kanda.length ? summa(kanda) : null, kandaManader: kanda.length, manader: manader.length }
}

/**
 * The two supports year by year and together (C029), as the audit added them: payments to and including July 2018 are the earlier support, from August
 * the later. Medical service is in no figure (C030). Months that have not been are left out; a year with a month unknown has no sum.
 */
export function trendOverBrottet(tidigare: readonly Tidigarepost[], rader: readonly Bidragsrad[], v: Trendval): readonly Trendar[] {
  const belopp = manadsbelopp(tidigare, rader)
  const { ar: iAr, manad: iManad } = delar(v.idag)
  return Array.from({ length: Math.max(0, iAr - v.franAr + 1) }, (_, i): Trendar => {
    const ar = v.franAr + i
    const manader = Array.from({ length: ar === iAr ? iManad : 12 }, (_x, m) => nyckel(ar, m + 1))
    const per = (typ: AprStodtyp) => manader.filter((m) => statistiktyp(m) === typ)
    const [fore, efter] = [per('arbetsplatsnara'), per('arbetsplatsinriktat')]
    const alla = manader.map(belopp)
    return {
      ar,
      arbetsplatsnara: del(fore.map(belopp)),
      arbetsplatsinriktat: del(efter.map(belopp)),
      sammanlagt: alla.every((x) => x !== null) ? summa(alla as number[]) : null,
      brott: fore.length > 0 && efter.length > 0,
      individer: efter.length === 0 ? 'inga' : fore.length ? 'franBrottet' : 'hela',
    }
  })
}

export interface Serviceperiod {
  readonly ar: number
  readonly belopp: number
  readonly manader: number
}
/** Medical service by itself, by year: shown apart, with how many months are known. */
export const medicinskServicePerAr = (tidigare: readonly Tidigarepost[]): readonly Serviceperiod[] =>
  [
    ...gruppera(
      tidigare.filter((p) => p.stod === 'medicinskService'),
      (p) => delar(p.manad).ar,
    ),
  ]
    .sort(([a], [b]) => a - b)
    .map(([ar, g]) => ({ ar, belopp: summa(g.map((p) => p.belopp)), manader: new Set(g.map((p) => p.manad)).size }))

/** What holds of several readings: the last that told of a support and month replaces it whole, counties and all. */
export function gallandePoster(
  lasningar: readonly { readonly id: number; readonly poster: readonly Tidigarepost[] }[],
): readonly Tidigarepost[] {
  const per = new Map<string, readonly Tidigarepost[]>()
  for (const l of [...lasningar].sort((a, b) => a.id - b.id))
    for (const [k, g] of gruppera(l.poster, (p) => `${p.stod}|${p.manad}`)) per.set(k, g)
  return [...per.values()].flat()
}

import { APRSKAL } from '@atergang/formaner'
import type { Stapel } from '../../../komponenter/diagram/Stapeltabell.vue'
import type { components } from '../../../api/schema.gen.ts'
import { kr } from '../../../stod/text.ts'
import { antal, procent } from '../ord.ts'

export type Uppfoljning = components['schemas']['AprUppfoljning']
export type Trendar = components['schemas']['AprTrendar']
export const MANADER = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const
const manad = (nr: number): string => MANADER[nr - 1]!
const dagar = (n: number | null): string => (n === null ? '–' : antal(n, 'dag', 'dagar'))

/** What was granted by month. A month that has not begun is left out: nothing is not the same as nothing yet (C025). */
export const budgetstaplar = (b: NonNullable<Uppfoljning['budget']>): Stapel[] =>
  b.perManad.flatMap((kronorna, i) => (kronorna === null ? [] : [{ namn: manad(i + 1), varde: kronorna, text: kr(kronorna) }]))
/** An amount, or that it is not known. */
export const krEllerOkant = (n: number | null): string => (n === null ? 'inte känt' : kr(n))
const delen = (d: Trendar['arbetsplatsnara']): string =>
  d === null
    ? '–'
    : `${krEllerOkant(d.belopp)}${d.belopp !== null && d.kandaManader < d.manader ? ` (${d.kandaManader} av ${d.manader} månader)` : ''}`
/** Both supports by year, from the first year that anything is known of; the year of the break is named (C029). */
export function trendstaplar(trend: readonly Trendar[], iAr: number): Stapel[] {
  const forsta = trend.findIndex((a) => (a.arbetsplatsnara?.kandaManader ?? 0) + (a.arbetsplatsinriktat?.kandaManader ?? 0) > 0)
  return forsta < 0
    ? []
    : trend
        .slice(forsta)
        .map((a) => ({
          namn: a.brott ? `${a.ar}, stödet byts` : a.ar === iAr ? `${a.ar}, hittills` : String(a.ar),
          varde: a.sammanlagt ?? 0,
          text: krEllerOkant(a.sammanlagt),
          mer: [delen(a.arbetsplatsnara), delen(a.arbetsplatsinriktat)],
        }))
}

/** One year's inflow by month, beside the year before. */
export function inflodesstaplar(u: Pick<Uppfoljning, 'inflode'>, ar: number): Stapel[] {
  const per = (a: number): readonly number[] => u.inflode.find((x) => x.ar === a)?.manader ?? []
  const [i, fore] = [per(ar), per(ar - 1)]
  return MANADER.flatMap((namn, m) =>
    i[m] === undefined && fore[m] === undefined
      ? []
      : [{ namn, varde: i[m] ?? 0, text: i[m] === undefined ? '–' : String(i[m]), mer: [fore[m] === undefined ? '–' : String(fore[m])] }],
  )
}

export const prognosstaplar = (p: NonNullable<Uppfoljning['prognos']>): Stapel[] =>
  p.manader.map((m) => ({
    namn: manad(m.manad),
    varde: Math.round(m.utfall ?? m.prognos),
    text: m.utfall === null ? `${Math.round(m.prognos)} väntas` : String(m.utfall),
    mer: [
      m.utfall !== null ? 'utfall' : m.intervall ? `${Math.round(m.intervall.fran)}–${Math.round(m.intervall.till)}` : '–',
      m.bemanning === null
        ? '–'
        : `${m.bemanning}${m.bemanningOvre === null || m.bemanningOvre === m.bemanning ? '' : `, högst ${m.bemanningOvre}`}`,
    ],
  }))
export const topptext = (p: NonNullable<Uppfoljning['prognos']>): string =>
  `Toppen väntas i ${manad(p.topp.manad)}: ${Math.round(p.topp.antal)} ansökningar. Hela året väntas ${Math.round(p.helar)}.`

export const ledtidsstaplar = (l: Uppfoljning['ledtider']): Stapel[] =>
  (
    [
      ['Alla', l.alla],
      ['E-tjänst', l.perKanal.etjanst],
      ['Papper', l.perKanal.papper],
      ['Från att papper kom in till skanning', l.skanning],
    ] as const
  ).map(([namn, t]) => ({ namn, varde: t.mediandagar ?? 0, text: dagar(t.mediandagar), mer: [dagar(t.p90dagar), String(t.ansokningar)] }))

export const rackviddsstaplar = (r: Uppfoljning['rackvidd']): Stapel[] =>
  r.perStorlek.map((s) => ({
    namn: s.namn,
    varde: s.arbetsgivare.antal,
    mer: [
      s.arbetsgivare.av === null ? 'saknas' : String(s.arbetsgivare.av),
      procent(s.arbetsgivare.andel, 2),
      String(s.anstallda),
      kr(s.belopp),
    ],
  }))

/** Refusals by reason; those that never happened are left out. */
export const avslagsstaplar = (a: Uppfoljning['avslag']): Stapel[] =>
  Object.entries(a.perSkal)
    .filter(([, s]) => s.rader > 0)
    .sort(([, x], [, y]) => y.rader - x.rader)
    .map(([skal, s]) => ({
      namn: APRSKAL[skal as keyof typeof APRSKAL].text,
      varde: s.rader,
      mer: [String(s.ansokningar), kr(s.kostnadOre / 100)],
    }))

/** A table of the page as rows of a file: name, value, and its further columns. */
export const tabell = (staplar: readonly Stapel[]): (string | number | null)[][] => staplar.map((s) => [s.namn, s.varde, ...(s.mer ?? [])])

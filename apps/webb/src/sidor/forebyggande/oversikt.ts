import {
  BEHANDLINGAR,
  DIAGNOSKAPITEL,
  ERSATTNINGSSKAL,
  INITIATIVTAGARE,
  KOMPLETTERINGSFALT,
  PLANSKAL,
  VARDGIVARTYPER,
} from '@atergang/formaner'
import { manadsnamn, type Datum } from '@atergang/kalender'
import type { components } from '../../api/schema.gen.ts'
import type { Stapel } from '../../komponenter/diagram/Stapeltabell.vue'
import { andel, enheter, type Del } from './tal.ts'
import { stor } from '../../stod/text.ts'

export type Oversikt = components['schemas']['ForebyggandeOversikt']

/** As GRUPPER in packages/formaner: without a division everything is one group, and its name says nothing. */
const UTAN_DELNING = 'hela landet'
const med = (grupp: string, namn: string): string => (grupp && grupp !== UTAN_DELNING ? `${grupp}: ${namn}` : namn)
/** Nothing to take a share of is nought and said to be so; what is hidden is null. */
const procent = (d: Del): number | null => (d.n === 0 ? 0 : d.andel === null ? null : Math.round(d.andel * 100))
const STEG: Readonly<Record<number, string>> = { 1: 'steg 1, planen', 2: 'steg 2, ersättningen' }
const skalnamn = (kod: string): string =>
  PLANSKAL[kod as keyof typeof PLANSKAL]?.namn ?? ERSATTNINGSSKAL[kod as keyof typeof ERSATTNINGSSKAL]?.namn ?? kod

export const inflodet = (o: Oversikt): Stapel[] =>
  o.inflode.map((r) => ({ namn: med(r.grupp, manadsnamn(r.manad as Datum)), varde: r.planer, mer: [enheter(r.ersattningar)] }))

export const ledtiderna = (o: Oversikt): Stapel[] =>
  o.ledtider.map((r) => ({
    namn: med(r.grupp, STEG[r.steg] ?? `steg ${r.steg}`),
    varde: r.median,
    ...(r.median === null ? {} : { text: enheter(r.median) }),
    mer: [enheter(r.p90), enheter(r.langst), enheter(r.n), enheter(r.oppna)],
  }))

export const kompletteringarna = (o: Oversikt): Stapel[] =>
  o.kompletteringar.map((r) => ({
    namn: med(
      r.grupp,
      `${KOMPLETTERINGSFALT[r.falt as keyof typeof KOMPLETTERINGSFALT]?.namn ?? r.falt} (${r.formularversion}, steg ${r.steg})`,
    ),
    varde: procent(r),
    text: andel(r),
    mer: [enheter(r.fragor)],
  }))

/** Approved, in part and not, for each step and area; each beside what it is counted of. */
export const utfallen = (o: Oversikt): { namn: string; n: string; bifall: string; delvis: string; avslag: string; skal: string }[] =>
  o.utfall.map((r) => ({
    namn: med(r.grupp, STEG[r.steg] ?? `steg ${r.steg}`),
    n: enheter(r.n),
    bifall: andel(r.bifall),
    delvis: andel(r.delvis),
    avslag: andel(r.avslag),
    skal: r.skal.map((s) => `${skalnamn(s.kod)}: ${andel(s)}`).join('; ') || 'inga',
  }))

const UTFALL: Readonly<Record<string, string>> = {
  godkandOchBeviljad: 'godkänd, ersättning beviljad',
  godkandEjBeviljad: 'godkänd, ingen ersättning',
  delvisGodkand: 'godkänd i en del',
  ejGodkand: 'inte godkänd',
  bifall: 'godkänd',
  delvis: 'godkänd i en del',
  avslag: 'inte godkänd',
  oavgjord: 'inte avgjord',
}

/** Share of the cases in which the adviser was asked, by how they came out (H015). */
export const konsultationerna = (o: Oversikt): Stapel[] =>
  o.konsultationer.map((r) => ({ namn: med(r.grupp, UTFALL[r.utfall] ?? r.utfall), varde: procent(r), text: andel(r) }))

export const mottagarna = (o: Oversikt) =>
  o.mottagare.map((r) => ({
    namn: r.grupp || 'Alla',
    n: enheter(r.mottagare),
    forsta: andel(r.forsta),
    aterkommande: andel(r.aterkommande),
    flera: andel(r.fleraArenden),
  }))

export const takten = (o: Oversikt): Stapel[] =>
  o.konsultationstakt.map((r) => ({ namn: med(r.grupp, manadsnamn(r.manad as Datum)), varde: r.fmr, mer: [enheter(r.specialist)] }))
export const nettodagarna = (rader: Oversikt['nettodagar']): Stapel[] =>
  rader.map((r) => ({
    namn: r.grupp === UTAN_DELNING ? 'Alla' : ordet(r.grupp),
    varde: r.nettodagar,
    ...(r.nettodagar === null ? {} : { text: enheter(r.nettodagar) }),
    mer: [enheter(r.mottagare), enheter(r.perMottagare)],
  }))
/** Whether a recipient had sjukpenning in the three years before (B037). */
const HISTORIK: Readonly<Record<string, string>> = {
  med: 'med sjukpenning inom tre år före',
  utan: 'utan sjukpenning inom tre år före',
  okant: 'inte känt om sjukpenning före',
}
/** The name of a code of a treatment, a caregiver or who took the initiative; an area is its own name. */
const ordet = (kod: string): string => {
  const namn =
    HISTORIK[kod] ??
    BEHANDLINGAR.find((b) => b.kod === kod)?.namn ??
    VARDGIVARTYPER[kod as keyof typeof VARDGIVARTYPER]?.namn ??
    INITIATIVTAGARE[kod as keyof typeof INITIATIVTAGARE]?.namn ??
    kod
  return stor(namn)
}
/** A cross table as lines: each pair with its share of its row. */
export const korstabellen = (rader: Oversikt['initiativ'], kolumn: (kod: string) => string = ordet): Stapel[] =>
  rader.map((r) => ({ namn: `${ordet(r.rad)}: ${kolumn(r.kolumn)}`, varde: r.antal, mer: [andel(r)] }))
/** The name of a chapter of ICD-10-SE (B034, B037). */
export const kapitelnamnet = (kapitel: string): string =>
  DIAGNOSKAPITEL[kapitel] ? `${DIAGNOSKAPITEL[kapitel]} (${kapitel})` : 'ingen känd diagnos'
/** Sickness benefit before and after, by the named windows; those it is not known of are told apart and never counted as none. */
export const historiken = (o: Oversikt): Stapel[] =>
  o.historik.map((r) => ({ namn: med(r.grupp, r.fonstrets), varde: procent(r), text: andel(r), mer: [enheter(r.utan)] }))

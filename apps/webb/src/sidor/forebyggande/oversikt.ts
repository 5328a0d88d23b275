import { ERSATTNINGSSKAL, KOMPLETTERINGSFALT, PLANSKAL } from '@atergang/formaner'
import { manadsnamn, type Datum } from '@atergang/kalender'
import type { components } from '../../api/schema.gen.ts'
import type { Stapel } from '../../komponenter/diagram/Stapeltabell.vue'
import { andel, enheter } from './tal.ts'

export type Oversikt = components['schemas']['ForebyggandeOversikt']

/** Without a division the group has no name of its own: then it is left out of the label. */
const med = (grupp: string, namn: string): string => (grupp && grupp !== 'alla' ? `${grupp}: ${namn}` : namn)
const STEG: Readonly<Record<number, string>> = { 1: 'steg 1, planen', 2: 'steg 2, ersättningen' }
const skalnamn = (kod: string): string => PLANSKAL[kod as keyof typeof PLANSKAL]?.namn ?? ERSATTNINGSSKAL[kod as keyof typeof ERSATTNINGSSKAL]?.namn ?? kod

export const inflodet = (o: Oversikt): Stapel[] => o.inflode.map((r) => ({ namn: med(r.grupp, manadsnamn(r.manad.slice(0, 7) as Datum)), varde: r.planer, mer: [enheter(r.ersattningar)] }))

export const ledtiderna = (o: Oversikt): Stapel[] => o.ledtider.map((r) => ({ namn: med(r.grupp, STEG[r.steg] ?? `steg ${r.steg}`), varde: r.median, ...(r.median === null ? {} : { text: enheter(r.median) }), mer: [enheter(r.p90), enheter(r.langst), enheter(r.n), enheter(r.oppna)] }))

export const kompletteringarna = (o: Oversikt): Stapel[] =>
  o.kompletteringar.map((r) => ({ namn: med(r.grupp, `${KOMPLETTERINGSFALT[r.falt as keyof typeof KOMPLETTERINGSFALT]?.namn ?? r.falt} (${r.formularversion}, steg ${r.steg})`), varde: r.andel === null ? null : Math.round(r.andel * 100), text: andel(r), mer: [enheter(r.fragor)] }))

/** Approved, in part and not, for each step and area; each beside what it is counted of. */
export const utfallen = (o: Oversikt): { namn: string; n: string; bifall: string; delvis: string; avslag: string; skal: string }[] =>
  o.utfall.map((r) => ({ namn: med(r.grupp, STEG[r.steg] ?? `steg ${r.steg}`), n: enheter(r.n), bifall: andel(r.bifall), delvis: andel(r.delvis), avslag: andel(r.avslag), skal: r.skal.map((s) => `${skalnamn(s.kod)}: ${andel(s)}`).join('; ') || 'inga' }))

const UTFALL: Readonly<Record<string, string>> = { godkandOchBeviljad: 'godkänd, ersättning beviljad', godkandEjBeviljad: 'godkänd, ingen ersättning', delvisGodkand: 'godkänd i en del', ejGodkand: 'inte godkänd', bifall: 'godkänd', delvis: 'godkänd i en del', avslag: 'inte godkänd', oavgjord: 'inte avgjord' }

/** Share of the cases in which the adviser was asked, by how they came out (H015). */
export const konsultationerna = (o: Oversikt): Stapel[] => o.konsultationer.map((r) => ({ namn: med(r.grupp, UTFALL[r.utfall] ?? r.utfall), varde: r.andel === null ? null : Math.round(r.andel * 100), text: andel(r) }))

export const mottagarna = (o: Oversikt) => o.mottagare.map((r) => ({ namn: r.grupp || 'Alla', n: enheter(r.mottagare), forsta: andel(r.forsta), aterkommande: andel(r.aterkommande), flera: andel(r.fleraArenden) }))

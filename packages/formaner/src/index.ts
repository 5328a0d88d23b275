import type { Aktor, Brevinnehall, Forman, Handelse, Handelsedata, Kontext, Lage, Sammanfattning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Arendevy } from './arendevy.ts'
import { brevForForslag as brevet } from './gemensamt/beslut/fragor.ts'
import { anordnarmodul } from './apr/anordnararende/modul.ts'
import { aprmodul } from './apr/arende/modul.ts'
import { kontrollmodul } from './apr/kontrollarende/modul.ts'
import { forebyggandemodul } from './forebyggande-sjukpenning/modul.ts'
import { beslutAttBeratta, svarAttFullfolja } from './gemensamt/overlamning.ts'
import type { Bredvid, Foljd, Formansmodul, Omvarld, Utdagar } from './modul.ts'
import { sjukpenningmodul } from './sjukpenning/modul.ts'

export type { Arendevy } from './arendevy.ts'
export type { Bredvid, Foljd, Omvarld, Utdagar } from './modul.ts'
export { kantUrArendena, type Kant } from './kant.ts'
export { datumSchema, las, periodSchema, svensktFel } from './las.ts'
export * from './forebyggande-sjukpenning/index.ts'
export * from './apr/arenden.ts'
export * from './gemensamt/index.ts'
export * from './riktad-information/index.ts'
export * from './sjukpenning/index.ts'

const moduler: Readonly<Record<string, Formansmodul>> = {
  sjukpenning: sjukpenningmodul,
  'forebyggande-sjukpenning': forebyggandemodul,
  apr: aprmodul,
  aprAnordnare: anordnarmodul,
  aprKontroll: kontrollmodul,
}

/** @throws when there is none: a case never belongs to an unknown benefit */
function modulen(namn: string): Formansmodul {
  const m = moduler[namn]
  if (!m) throw new Error(`Förmånen ${namn} finns inte.`)
  return m
}

/** The benefit by its name. @throws when there is none */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- benefits differ in their facts
export const formanen = (namn: string): Forman<any> => modulen(namn).forman

/** Every benefit there is, by name. */
export const FORMANER: readonly string[] = Object.keys(moduler)

export const arendevy = (l: Lage, journal: readonly Handelse[], idag: Datum): { vy: Arendevy; sammanfattning: Sammanfattning } =>
  modulen(l.arende.forman).arendevy(l, journal, idag)

export const paminnelsebrev = (l: Lage, begaranId: string): Brevinnehall | null => modulen(l.arende.forman).paminnelsebrev(l, begaranId)

/** The letter that a decision taken by a list still lacks; null when it has one, or the benefit has no such decisions. */
export const beslutsbrev = (l: Lage, beslutId: string): Brevinnehall | null => modulen(l.arende.forman).beslutsbrev?.(l, beslutId) ?? null

/** Work in other cases that follows on these events. */
export const foljder = (l: Lage, nya: readonly Handelse[]): readonly Foljd[] => [
  ...(modulen(l.arende.forman).foljder?.(l, nya) ?? []),
  ...beslutAttBeratta(l, nya).map((b) => ({ vad: 'overlamningBeslut', om: b.id })),
  ...svarAttFullfolja(nya).map((om) => ({ vad: 'overlamningSvar', om })),
]

/** Rows that the store keeps beside the case for the benefit's own lists and figures; null when it keeps none. */
export const projektion = (l: Lage, idag: Datum): Bredvid | null => modulen(l.arende.forman).projektion?.(l, idag) ?? null

/** The letter a proposal will lead to, while its reasons are being written; null when the question is not that of a proposal. */
export const brevForForslag = (l: Lage, f: { nyckel: string; svar: unknown; dag: Datum; av: Aktor }): Brevinnehall | null =>
  brevet(modulen(l.arende.forman).vagar, l, f)

/** What the case says of its days to the person's other cases; null when it has none to speak of. */
export function utdagar(l: Lage, idag: Datum): Utdagar | null {
  const u = modulen(l.arende.forman).utdagar?.(l, idag)
  return u && (u.betalda.length || u.sjukdagar.length) ? u : null
}

/** Facts of the system's own that follow of what is known outside the case (ADR 0038). */
export const hamtade = (l: Lage, o: Omvarld, k: Kontext): Handelsedata[] => modulen(l.arende.forman).hamta?.(l, o, k) ?? []

/** The case as figures see it; null when there is nothing to count. */
export const analyspost = (l: Lage, idag: Datum): object | null => modulen(l.arende.forman).analyspost?.(l, idag) ?? null

/** Commands that send a letter, of any benefit. */
export const SANDANDE_KOMMANDON: ReadonlySet<string> = new Set(
  Object.values(moduler).flatMap((m) => Object.entries(m.forman.kommandon).flatMap(([typ, d]) => (d.sander ? [typ] : []))),
)

import { DAGINTERVALL } from '@atergang/regelverk'
import type { paths } from '../../api/schema.gen.ts'
import type { Stapel } from '../../komponenter/diagram/Stapeltabell.vue'
import { fragenamn } from '../../stod/fragenamn.ts'
import { rollnamn, stor } from '../../stod/text.ts'

export type Oversikt = paths['/api/v1/enheten/oversikt']['get']['responses'][200]['content']['application/json']

const dagar = (n: number | null): string => (n === null ? '–' : `${String(Math.round(n * 10) / 10).replace('.', ',')}`)

/** Open work, most first. What is only done shows nowhere: it is no work. */
export const oppetArbete = (o: Oversikt): Stapel[] =>
  o.uppgifter
    .filter((u) => u.oppna > 0)
    .sort((a, b) => b.oppna - a.oppna)
    .map((u) => ({ namn: `${stor(fragenamn(u.kod))} (${rollnamn(u.roll)})`, varde: u.oppna, mer: [dagar(u.mediandagar)] }))

const KEDJEGRUPPER = DAGINTERVALL.map((d) => d.namn.replace('-', '–'))
/** The chain's stretches in their own order, the empty ones too. */
export const kedjan = (o: Oversikt): Stapel[] =>
  KEDJEGRUPPER.map((namn) => ({ namn: `Dag ${namn}`, varde: o.alder.find((a) => a.namn === namn)?.antal ?? 0 }))

const LAGEN = [
  ['kraver', 'Kräver att vi gör något'],
  ['vantar', 'Väntar på någon annan eller på en dag'],
] as const
export const lagen = (o: Oversikt): Stapel[] =>
  LAGEN.map(([kod, namn]) => ({ namn, varde: o.status.find((s) => s.namn === kod)?.antal ?? 0 }))

export const antalOppna = (o: Oversikt): number => o.status.filter((s) => s.namn !== 'avslutat').reduce((n, s) => n + s.antal, 0)

export const belastning = (o: Oversikt): Stapel[] => o.last.map((l) => ({ namn: l.namn, varde: l.antal }))

const KLASSNAMN = [
  ['samordning', 'Samordning'],
  ['utredning', 'Utredning'],
  ['enkel', 'Enkel'],
] as const
/** The classes from the most demanding to the least, the empty ones too. */
export const klasserna = (o: Oversikt): Stapel[] =>
  KLASSNAMN.map(([kod, namn]) => ({ namn, varde: o.klasser.find((k) => k.namn === kod)?.antal ?? 0 }))

export const diagnoserna = (o: Oversikt): Stapel[] => o.diagnoser.map((d) => ({ namn: d.namn, varde: d.antal }))

/** Days from question to answer by who was asked; beside it what waits and what is late. */
export const svarstiderna = (o: Oversikt): Stapel[] =>
  o.svarstider.map((s) => ({
    namn: stor(rollnamn(s.till)),
    varde: s.mediandagar ?? 0,
    text: dagar(s.mediandagar),
    mer: [String(s.besvarade), String(s.oppna), String(s.forsenade)],
  }))

/** Return codes with their text; a code we do not know is shown as it is. */
export const aterlamnat = (o: Oversikt, texter: Readonly<Record<string, string>>): Stapel[] =>
  o.aterlamningar.map((a) => ({ namn: texter[a.namn] ?? a.namn, varde: a.antal }))

export type Berattat = paths['/api/v1/enheten/information']['get']['responses'][200]['content']['application/json']
const AMNEN = { apr: 'Arbetsplatsinriktat stöd', forebyggande: 'Förebyggande sjukpenning' } as const
const ellerDolt = (n: number | null): string => (n === null ? 'färre än 5' : String(n))

/** In how many cases it has been told, of those where there was reason to (C039, D025). */
export const berattade = (b: Berattat): Stapel[] =>
  b.rader.map((r) => ({
    namn: `${AMNEN[r.amne]}: ${r.enhet}`,
    varde: r.berattade,
    mer: [ellerDolt(r.aktuella), ellerDolt(r.forsakrad), ellerDolt(r.arbetsgivare)],
  }))

import { INFORMATIONSLAGEN, INFORMATIONSTEMAN, INFORMATIONSTYPER, LANSNAMNEN, MALGRUPPER } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { components } from '../../api/schema.gen.ts'
import { medManadsnamn, periodtext, stor } from '../../stod/text.ts'
import { DOLT } from '../forebyggande/tal.ts'

export type Insats = components['schemas']['Informationsinsats']
export type Tackning = components['schemas']['Informationstackning']
export type ForeEfter = components['schemas']['InformationForeEfter']
export type Matt = ForeEfter['matt'][number]

export const malgruppen = (i: Pick<Insats, 'malgrupp'>): string => stor(MALGRUPPER[i.malgrupp])
export const typen = (i: Pick<Insats, 'typ'>): string => INFORMATIONSTYPER[i.typ]
export const laget = (i: Pick<Insats, 'lage'>): string => stor(INFORMATIONSLAGEN[i.lage])
const upprakning = (ord: readonly string[]): string =>
  ord.length < 2 ? (ord[0] ?? '') : `${ord.slice(0, -1).join(', ')} och ${ord.at(-1)}`
export const temana = (i: Pick<Insats, 'teman'>): string => upprakning(i.teman.map((t) => INFORMATIONSTEMAN[t]))
export const lanen = (lan: readonly string[]): string => (lan.length === LANSNAMNEN.length ? 'Hela landet' : upprakning(lan))
export const dagarna = (i: Pick<Insats, 'from' | 'tom'>): string =>
  i.from === i.tom ? medManadsnamn(i.from as Datum) : periodtext({ from: i.from as Datum, tom: i.tom as Datum })
/** How many were reached: not counted is said, never nought. */
export const nadda = (i: Pick<Insats, 'lage' | 'natta'>): string =>
  i.lage !== 'genomford' ? '–' : i.natta === null ? 'inte räknat' : String(i.natta)
export const rubriken = (i: Insats): string => `${stor(typen(i))} för ${MALGRUPPER[i.malgrupp]}`

const decimal = (v: number): string => (Math.round(v * 10) / 10).toFixed(1).replace('.', ',').replace(',0', '').replace('-', '−')

export const MATTNAMN: Readonly<Record<Matt['id'], { readonly rubrik: string; readonly definition: string }>> = {
  inflode: { rubrik: 'Inflöde', definition: 'Ansökningar om plan på trettio dagar.' },
  kompletteringar: { rubrik: 'Kompletteringar', definition: 'Andel ansökningar om plan där något fick frågas om.' },
  ledtid: { rubrik: 'Ledtid', definition: 'Dagar i medeltal från ansökan till beslut om plan.' },
  godkanda: { rubrik: 'Godkända planer', definition: 'Andel planer som godkändes, helt eller i en del.' },
}

const varde = (slag: Matt['slag'], v: number): string => (slag === 'andel' ? `${decimal(v * 100)} %` : decimal(v))
const grans = (slag: Matt['slag'], v: number): string => decimal(slag === 'andel' ? v * 100 : v)

/** ”40 % (25 till 57), N = 31” */
export function mattext(slag: Matt['slag'], m: Matt['med']['fore']): string {
  if (m.n === null) return DOLT
  if (m.varde === null || m.n === 0) return 'inga'
  return `${varde(slag, m.varde)}${m.intervall ? ` (${grans(slag, m.intervall[0]!)} till ${grans(slag, m.intervall[1]!)})` : ''}, N = ${m.n}`
}

/** A ratio of paces, else a difference: ”0,8 gånger (0,5 till 1,3)”, ”−12 procentenheter (−30 till 6)”. */
export function andringstext(slag: Matt['slag'], o: Matt['skillnad']): string {
  if (!o) return 'kan inte räknas'
  const enhet = slag === 'takt' ? 'gånger' : slag === 'andel' ? 'procentenheter' : 'dagar'
  const plus = slag !== 'takt' && o.varde > 0 ? '+' : ''
  const ingen = slag === 'takt' ? 1 : 0
  const slump = o.intervall && o.intervall[0]! <= ingen && o.intervall[1]! >= ingen ? ', kan bero på slumpen' : ''
  return `${plus}${grans(slag, o.varde)} ${enhet}${o.intervall ? ` (${grans(slag, o.intervall[0]!)} till ${grans(slag, o.intervall[1]!)})` : ''}${slump}`
}

import { brytdagar, GALLANDE_RATT, iOrd, kortLagrum, lagrumstext, regelkvitto, Regelverksfel, regelnMedNamn, skrivVarde, underliggande, type Indatauppgift, type Regel, type Regelverk } from '@atergang/regelverk'
import { lasArgument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import { skrivTalet } from './rader.ts'

export interface Uppgiftsrad {
  readonly namn: string
  readonly rubrik: string
  readonly enhet: string
  readonly minst?: number | string
  readonly hogst?: number | string
}

/** A rule in the list: what it answers, from when it is known, and what it asks for. */
export interface Regelrad {
  readonly namn: string
  readonly rubrik: string
  readonly enhet: string
  readonly lagrum: readonly string[]
  readonly from: string
  readonly uppgifter: readonly Uppgiftsrad[]
}

export interface Regelvisning extends Regelrad {
  readonly versioner: readonly { readonly from: string; readonly tom?: string; readonly kalla: string; readonly rakning: string }[]
  readonly parametrar: readonly { readonly namn: string; readonly rubrik: string; readonly lagrum: readonly string[]; readonly varden: readonly { readonly from: string; readonly tom?: string; readonly varde: string; readonly kalla: string }[] }[]
  readonly anvander: readonly string[]
  readonly anvandsAv: readonly string[]
  /** days on which anything it rests on changes */
  readonly brytdagar: readonly string[]
  readonly kvitto: string
}

/** @throws {Kommandofel} when no rule, or more than one, is named */
export function regelMedNamn(rv: Regelverk, resten: readonly string[]): Regel {
  const [namn, ...fler] = resten
  if (namn === undefined || fler.length) throw new Kommandofel('saknarRegel', 'Ange en regel med namn. ”regel lista” visar vilka som finns.', [{ falt: 'namn', text: 'Ange en regel.' }])
  try {
    return regelnMedNamn(rv, namn)
  } catch (fel) {
    if (fel instanceof Regelverksfel) throw new Kommandofel('okandRegel', `${fel.fel.join(' ')} ”regel lista” visar vilka som finns.`, [{ falt: 'namn', text: fel.fel.join(' ') }])
    throw fel
  }
}

const uppgiftsrad = (u: Indatauppgift): Uppgiftsrad => ({ namn: u.namn, rubrik: u.rubrik, enhet: u.enhet, ...(u.minst ? { minst: skrivTalet(u.minst) } : {}), ...(u.hogst ? { hogst: skrivTalet(u.hogst) } : {}) })
const tid = (d: { from: string; tom?: string }) => ({ from: d.from, ...(d.tom ? { tom: d.tom } : {}) })

const regelrad = (r: Regel): Regelrad => ({
  namn: r.namn, rubrik: r.rubrik, enhet: r.enhet, lagrum: r.lagrum.map(kortLagrum), from: r.versioner[0]!.from, uppgifter: underliggande(r).indata.map(uppgiftsrad),
})

/** `regel lista`: every rule there is. */
export function regelLista(ord: readonly string[]): readonly Regelrad[] {
  const a = lasArgument(ord, {})
  if (a.resten.length) throw new Kommandofel('okantVal', '”regel lista” tar inga ord efter sig. ”regel visa NAMN” visar en regel.', [])
  return GALLANDE_RATT.regler.map(regelrad)
}

/** `regel visa NAMN`: a rule with its wordings, values and neighbours. */
export function regelVisa(ord: readonly string[]): Regelvisning {
  const r = regelMedNamn(GALLANDE_RATT, lasArgument(ord, {}).resten)
  const under = underliggande(r)
  const direkt = (x: Regel): readonly Regel[] => underliggande(x).regler.filter((y) => y !== x)
  return {
    ...regelrad(r),
    versioner: r.versioner.map((v) => ({ ...tid(v), kalla: v.kalla, rakning: iOrd(v.varde) })),
    parametrar: under.parametrar.map((p) => ({ namn: p.namn, rubrik: p.rubrik, lagrum: p.lagrum.map(kortLagrum), varden: p.varden.map((v) => ({ ...tid(v), varde: skrivVarde(v.varde, p.enhet), kalla: v.kalla })) })),
    anvander: direkt(r).map((x) => x.namn),
    anvandsAv: GALLANDE_RATT.regler.filter((x) => direkt(x).includes(r)).map((x) => x.namn),
    brytdagar: brytdagar(r),
    kvitto: regelkvitto(r),
  }
}

export const listtext = (rader: readonly Regelrad[]): string =>
  rader.map((r) => `${r.namn}\n    ${r.rubrik} (${r.enhet}), ${r.lagrum.join(', ')}, känd från ${r.from}\n    uppgifter: ${r.uppgifter.map((u) => `${u.namn} (${u.enhet})`).join(', ')}`).join('\n')

export function visningstext(v: Regelvisning): string {
  const regel = regelnMedNamn(GALLANDE_RATT, v.namn)
  const period = (d: { from: string; tom?: string }): string => `${d.from}–${d.tom ?? ''}`
  return [
    `${v.rubrik} (${v.namn}), i ${v.enhet}`,
    `  ${regel.lagrum.map(lagrumstext).join(', ')}`,
    ...v.versioner.flatMap((x) => [`  ${period(x)}  ${x.kalla}`, `    ${x.rakning}`]),
    'Uppgifter', ...v.uppgifter.map((u) => `  ${u.namn}: ${u.rubrik}, ${u.enhet}${u.minst === undefined ? '' : `, minst ${u.minst}`}${u.hogst === undefined ? '' : `, högst ${u.hogst}`}`),
    ...(v.parametrar.length ? ['Gällande tal', ...v.parametrar.flatMap((p) => [`  ${p.rubrik} (${p.lagrum.join(', ')})`, ...p.varden.map((x) => `    ${period(x)}  ${x.varde}  ${x.kalla}`)])] : []),
    ...(v.anvander.length ? [`Bygger på: ${v.anvander.join(', ')}`] : []),
    ...(v.anvandsAv.length ? [`Används av: ${v.anvandsAv.join(', ')}`] : []),
    `Kvitto: ${v.kvitto}`,
  ].join('\n')
}

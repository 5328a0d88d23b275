import {
  allIndata,
  brytdagar,
  GALLANDE_RATT,
  regelkatalog,
  regelkvitto,
  Regelverksfel,
  regelnMedNamn,
  tidsregler,
  underliggande,
  type Katalogparameter,
  type Katalogregel,
  type Katalogversion,
  type Regel,
  type Tidsregel,
} from '@atergang/regelverk'
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

/** A rule in the list: what it answers, from when it is known, and every fact it needs, those of the rules it uses included. */
export interface Regelrad {
  /** `regel` runs on every engine; `tidsregel` reckons with the calendar, one case at a time */
  readonly slag: Katalogregel['slag']
  readonly namn: string
  readonly rubrik: string
  readonly enhet: string | null
  readonly lagrum: readonly string[]
  readonly from: string
  readonly uppgifter: readonly Uppgiftsrad[]
}

export interface Regelvisning extends Regelrad {
  readonly versioner: readonly Katalogversion[]
  readonly parametrar: readonly Pick<Katalogparameter, 'namn' | 'rubrik' | 'varden'>[]
  readonly anvander: readonly string[]
  readonly anvandsAv: readonly string[]
  /** days on which anything it rests on changes */
  readonly brytdagar: readonly string[]
  readonly kvitto: string | null
}

/** The rule over days that is named, if it is one. @throws {Kommandofel} when none, or more than one, is named */
export function tidsregelMedNamn(resten: readonly string[]): Tidsregel | undefined {
  const namn = ettNamn(resten)
  return tidsregler.find((r) => r.namn === namn)
}

/** The rule that can be run on every engine. @throws {Kommandofel} when none, or more than one, is named */
export function regelMedNamn(resten: readonly string[]): Regel {
  const namn = ettNamn(resten)
  try {
    return regelnMedNamn(GALLANDE_RATT, namn)
  } catch (fel) {
    if (fel instanceof Regelverksfel)
      throw new Kommandofel('okandRegel', `${fel.fel.join(' ')} ”regel lista” visar vilka som finns.`, [
        { falt: 'namn', text: fel.fel.join(' ') },
      ])
    throw fel
  }
}

function ettNamn([namn, ...fler]: readonly string[]): string {
  if (namn === undefined || fler.length)
    throw new Kommandofel('saknarRegel', 'Ange en regel med namn. ”regel lista” visar vilka som finns.', [
      { falt: 'namn', text: 'Ange en regel.' },
    ])
  return namn
}

const reglerna = new Map(GALLANDE_RATT.regler.map((r) => [r.namn, r] as const))

function regelrad(k: Katalogregel): Regelrad {
  const r = reglerna.get(k.namn)
  const uppgifter = r
    ? allIndata(r).map((u) => ({
        namn: u.namn,
        rubrik: u.rubrik,
        enhet: u.enhet,
        ...(u.minst ? { minst: skrivTalet(u.minst) } : {}),
        ...(u.hogst ? { hogst: skrivTalet(u.hogst) } : {}),
      }))
    : k.fakta.map(({ namn, rubrik, enhet }) => ({ namn, rubrik, enhet }))
  return {
    slag: k.slag,
    namn: k.namn,
    rubrik: k.rubrik,
    enhet: k.enhet,
    lagrum: k.lagrum.map((l) => l.kort),
    from: k.versioner[0]!.from,
    uppgifter,
  }
}

/** `regel lista`: every rule there is. */
export function regelLista(ord: readonly string[]): readonly Regelrad[] {
  const a = lasArgument(ord, {}, Infinity)
  if (a.resten.length) throw new Kommandofel('okantVal', '”regel lista” tar inga ord efter sig. ”regel visa NAMN” visar en regel.', [])
  return regelkatalog().regler.map(regelrad)
}

/** `regel visa NAMN`: a rule with its wordings, values and neighbours. */
export function regelVisa(ord: readonly string[]): Regelvisning {
  const { resten } = lasArgument(ord, {}, Infinity)
  const katalog = regelkatalog()
  const k = katalog.regler.find((x) => x.namn === ettNamn(resten))
  const r = k?.slag === 'tidsregel' ? undefined : regelMedNamn(resten)
  const tal = new Set(r ? underliggande(r).parametrar.map((p) => p.namn) : [])
  return {
    ...regelrad(k!),
    versioner: k!.versioner,
    parametrar: katalog.parametrar.filter((p) => tal.has(p.namn)).map(({ namn, rubrik, varden }) => ({ namn, rubrik, varden })),
    anvander: k!.anvander,
    anvandsAv: k!.anvandsAv,
    brytdagar: r ? brytdagar(r) : [],
    kvitto: r ? regelkvitto(r) : null,
  }
}

const uppgiftstext = (u: Uppgiftsrad): string =>
  `${u.namn}: ${u.rubrik}, ${u.enhet}${u.minst === undefined ? '' : `, minst ${u.minst}`}${u.hogst === undefined ? '' : `, högst ${u.hogst}`}`

export const listtext = (rader: readonly Regelrad[]): string =>
  rader
    .map(
      (r) =>
        `${r.namn}\n    ${r.rubrik}${r.enhet ? ` (${r.enhet})` : ''}${r.lagrum.map((l) => `, ${l}`).join('')}, känd från ${r.from}\n    uppgifter: ${r.uppgifter.map((u) => `${u.namn} (${u.enhet})`).join(', ')}`,
    )
    .join('\n')

export function visningstext(v: Regelvisning): string {
  const period = (d: { from: string; tom: string | null }): string => `${d.from}–${d.tom ?? ''}`
  return [
    `${v.rubrik} (${v.namn})${v.enhet ? `, i ${v.enhet}` : ''}`,
    `  ${v.lagrum.join(', ')}`,
    ...v.versioner.flatMap((x) => [`  ${period(x)}  ${x.kalla}`, ...(x.iOrd ? [`    ${x.iOrd}`] : [])]),
    'Uppgifter',
    ...v.uppgifter.map((u) => `  ${uppgiftstext(u)}`),
    ...(v.parametrar.length
      ? [
          'Gällande tal',
          ...v.parametrar.flatMap((p) => [`  ${p.rubrik}`, ...p.varden.map((x) => `    ${period(x)}  ${x.varde}  ${x.kalla}`)]),
        ]
      : []),
    ...(v.anvander.length ? [`Bygger på: ${v.anvander.join(', ')}`] : []),
    ...(v.anvandsAv.length ? [`Används av: ${v.anvandsAv.join(', ')}`] : []),
    ...(v.kvitto ? [`Kvitto: ${v.kvitto}`] : []),
  ].join('\n')
}

import { arDatum } from '@atergang/kalender'
import type { Aterfunnen, Indikatorval } from '@atergang/analys'
import { lasArgument, lasDatum, kravText } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import type { Kommando } from '../svar.ts'
import { lasPeriod, lasUrval, lista, medData } from './stod.ts'
import { resultatsvar } from './utvardera.ts'

const VAL = { data: { type: 'string' }, period: { type: 'string' }, smatal: { type: 'string' } } as const

/** Whole years only: an indicator of part of a year says something else. */
export const lasAren = (text: string): { fran: number; till: number } => {
  const f = lasPeriod(text)
  if (!f.fran.endsWith('-01-01') || !f.tom.endsWith('-12-31') || !arDatum(f.tom))
    throw new Kommandofel('ogiltigPeriod', 'Indikatorer räknas för hela år.', [{ falt: 'period', text: 'Skriv till exempel 2016..2020.' }])
  return { fran: Number(f.fran.slice(0, 4)), till: Number(f.tom.slice(0, 4)) }
}

/** `analys indikatorer`: what is followed, against the goals that stood on the day. */
export const indikatorer: Kommando = async (ord) => {
  const a = lasArgument(ord, { ...VAL, omrade: { type: 'string' }, datum: { type: 'string' }, indikator: { type: 'string' } })
  const { LANSNAMN } = await import('@atergang/syntet/land')
  const ar = a.varden.period === undefined ? {} : lasAren(String(a.varden.period))
  const { omraden } = lasUrval({ ...a, varden: { ...a.varden, period: undefined } }, LANSNAMN)
  const val: Indikatorval = {
    ...ar,
    ...(omraden ? { omraden } : {}),
    ...(a.varden.datum === undefined ? {} : { dag: lasDatum(String(a.varden.datum), 'datum') }),
    ...(a.varden.indikator === undefined ? {} : { indikatorer: lista(String(a.varden.indikator)) }),
  }
  return resultatsvar(a, (r, k) => r.indikatorer(k, val))
}

/** `analys pastaenden`: the audit's claims tried on the registers at hand. */
export const pastaenden: Kommando = async (ord) => {
  const a = lasArgument(ord, VAL)
  const period = a.varden.period === undefined ? null : lasPeriod(String(a.varden.period))
  return resultatsvar(a, (r, k) => r.pastaenden(k, period))
}

/** `analys facit`: every method beside what was planted in an invented country. */
export const facit: Kommando = async (ord) => {
  const a = lasArgument(ord, { data: { type: 'string' } })
  const svar = await medData(a, (r, k) => r.aterfinn(k, kravText(a, 'data', 'mappen med data')))
  const sv = (n: number): string => n.toLocaleString('sv-SE', { maximumFractionDigits: 3 })
  const rad = (x: Aterfunnen): string =>
    `${x.inom === null ? 'kan inte räknas' : x.inom ? 'inom' : 'UTANFÖR'.padEnd(4)}  ${x.metod}: ${x.vad}. Sant ${sv(x.sant)}, skattat ${x.skattat === null ? '–' : sv(x.skattat)}${x.intervall ? ` (${sv(x.intervall[0])} till ${sv(x.intervall[1])})` : ''} ${x.enhet}`
  const raknade = svar.filter((x) => x.inom !== null)
  return {
    json: () => JSON.stringify(svar),
    text: () =>
      [
        ...svar.map(rad),
        `${raknade.filter((x) => x.inom).length} av ${raknade.length} intervall innehåller sanningen; 95 procent väntas.`,
      ].join('\n'),
  }
}

import { lansmal, publiceradTabell } from '../forlaga.ts'
import type { Slump } from '../slump.ts'
import { normal, poisson } from './fordelning.ts'
import { LAN, LANSNAMN } from './geografi.ts'
import { dag, heltal, kod, Rader, SAKNAS, text, type Registerbit } from './kolumner.ts'
import { nyarsdagen } from './tid.ts'
import { andel, type Landval } from './val.ts'

/** What the regions and municipalities report, by county and year: counts, and shares as numerator of denominator. */
export const LANSMATT = [
  'kbt_ipt_behandlingar',
  'mmr_behandlingar',
  'evidensbaserade_insatser_personer',
  'psykolog_inom_tre_dagar',
  'sjukfranvaro_kommun',
  'langtidssjukfranvaro_kommun',
  'sjukfranvaro_region',
  'langtidssjukfranvaro_region',
] as const
const AR_I_TABELL1 = 4

export interface Utbud {
  /** id of an approved provider of the county, or of any when it has none */
  anordnare(lan: number, u: number): number
  bitar(): Registerbit[]
}

/** Providers as many as column 9 says at full size, a chance part of them in a part of the country. */
export function utbud(rot: Slump, v: Landval, perLan: readonly number[]): Utbud {
  const mal = lansmal()
  const s = rot.gren('utbud')
  const lan: number[] = mal.flatMap((l, i) => Array.from({ length: l.anordnare }, () => i).filter(() => s.tal() < andel(v)))
  const per = LAN.map((_, i) => lan.flatMap((x, j) => (x === i ? [j + 1] : [])))
  return {
    anordnare: (i, u) => (per[i]!.length ? per[i]![Math.floor(u * per[i]!.length)]! : lan.length ? 1 + Math.floor(u * lan.length) : SAKNAS),
    bitar: () => [anordnare(lan), lansserie(rot, v, perLan)],
  }
}

function anordnare(lan: readonly number[]): Registerbit {
  const r = new Rader('anordnare', { anordnare_id: heltal, namn: text, lan: kod(LANSNAMN), godkand_fran: dag, godkand_tom: dag })
  lan.forEach((l, i) =>
    r.lagg({ anordnare_id: i + 1, namn: `Påhittade företagshälsan ${i + 1}`, lan: l, godkand_fran: nyarsdagen(2015), godkand_tom: SAKNAS }),
  )
  return r.tom()
}

function lansserie(rot: Slump, v: Landval, perLan: readonly number[]): Registerbit {
  const r = new Rader('lansserie', { lan: kod(LANSNAMN), ar: heltal, matt: kod(LANSMATT), taljare: heltal, namnare: heltal, kalla: text })
  const evidens = new Map(publiceradTabell('6').map((x) => [x.lan!, Number(x.personer_evidensbaserade_insatser_2018)]))
  lansmal().forEach((l, i) => {
    const s = rot.gren(`lansserie${i}`)
    const niva = LANSMATT.map(() => normal(s))
    const skriv = (ar: number, matt: (typeof LANSMATT)[number], taljare: number, namnare = SAKNAS, kalla = 'påhittat'): void =>
      r.lagg({ lan: i, ar, matt: LANSMATT.indexOf(matt), taljare, namnare, kalla })
    for (let ar = v.fran; ar <= v.till; ar++) {
      const a = rot.gren(`lansserie${i}/${ar}`)
      const antal = (per1000: number): number => poisson(a, (per1000 * perLan[i]!) / 1000 / AR_I_TABELL1)
      skriv(ar, 'kbt_ipt_behandlingar', antal(l.kbtIptPer1000), SAKNAS, 'efter tabell 1, kolumn 11')
      skriv(ar, 'mmr_behandlingar', antal(l.mmrPer1000), SAKNAS, 'efter tabell 1, kolumn 12')
      const tryckt = evidens.get(l.lan)
      // Where table 6 prints none: about as many as the treatments a year.
      skriv(
        ar,
        'evidensbaserade_insatser_personer',
        tryckt !== undefined ? poisson(a, tryckt * andel(v)) : antal((l.kbtIptPer1000 + l.mmrPer1000) * 0.9),
        SAKNAS,
        tryckt !== undefined ? 'efter tabell 6' : 'påhittat',
      )
      const delen = (matt: (typeof LANSMATT)[number], mitt: number, sprid: number, av: number): void => {
        const namnare = Math.max(100, Math.round(av * andel(v)))
        skriv(
          ar,
          matt,
          Math.round(namnare * Math.min(0.98, Math.max(0.01, mitt + sprid * niva[LANSMATT.indexOf(matt)]! + 0.1 * sprid * normal(a)))),
          namnare,
        )
      }
      delen('psykolog_inom_tre_dagar', 0.45, 0.08, l.befolkning1864 / 50)
      delen('sjukfranvaro_kommun', 0.066, 0.005, l.befolkning1864 * 90)
      delen('langtidssjukfranvaro_kommun', 0.4, 0.04, l.befolkning1864 * 6)
      delen('sjukfranvaro_region', 0.058, 0.004, l.befolkning1864 * 40)
      delen('langtidssjukfranvaro_region', 0.38, 0.04, l.befolkning1864 * 2)
    }
  })
  return r.tom()
}

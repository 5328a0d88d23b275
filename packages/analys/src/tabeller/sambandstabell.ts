import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import * as m from '../matt/lista.ts'
import { aretAv, fonstertext, kalenderar, type Fonster } from '../matt/matt.ts'
import { pearson, VARNING_OMRADEN } from '../statistik/korrelation.ts'
import * as l from './lansmatt.ts'
import { svarskolumn, utanData, type Mattkolumn } from './mattabell.ts'
import { utanSkydd, type Anmarkning, type Kolumndefinition, type Ratabell, type Svarscell } from './svar.ts'
import { av, begarda, rakna } from './uttryck.ts'

/** A named figure for each area: a column of a county table, or an index of a survey. */
export interface Variabel {
  readonly id: string
  readonly rubrik: string
  readonly definition: Kolumndefinition
  /** by area; an area without a figure is left out of the pairs */
  readonly varden: ReadonlyMap<string, number>
}

/** County figures as variables. Counties are areas: no count of people is shown, so nothing need be hidden. */
export async function variabler(kalla: Datakalla, kolumner: readonly Mattkolumn[], omraden: readonly string[] | null): Promise<Variabel[]> {
  const v = await kalla.matt(
    kolumner.flatMap((k) => begarda(k.uttryck)),
    null,
  )
  return kolumner.map((k) => {
    const s = svarskolumn(k)
    const varden = (omraden ?? LANSNAMN).flatMap((lan) => {
      const x = rakna(k.uttryck, v, lan)
      return x === null ? [] : [[lan, x] as const]
    })
    return { id: k.id, rubrik: k.rubrik, definition: s.definition, varden: new Map(varden) }
  })
}

/** Correlation of two variables over the areas that have both, or empty where it cannot be counted. */
export function sambandscell(x: Variabel, y: Variabel): Svarscell {
  const namn = [...x.varden.keys()].filter((k) => y.varden.has(k))
  try {
    const k = pearson(
      namn.map((n) => x.varden.get(n)!),
      namn.map((n) => y.varden.get(n)!),
    )
    return { varde: k.r, n: k.n, p: k.p, stjarnor: k.stjarnor, intervall: k.intervall }
  } catch (fel) {
    if (fel instanceof Analysfel) return { varde: null, n: namn.length }
    throw fel
  }
}

export interface Sambandstabell {
  readonly id: string
  readonly rubrik: string
  readonly kalla: string
  readonly period: string
  readonly omraden: readonly string[] | null
  readonly rader: readonly Variabel[]
  readonly kolumner: readonly Variabel[]
  readonly anmarkningar: readonly Anmarkning[]
}

/** A table of correlations; a variable is not set against itself. */
export function sambandstabell(t: Sambandstabell): Ratabell {
  return utanSkydd({
    id: t.id,
    rubrik: t.rubrik,
    kalla: t.kalla,
    nycklar: ['Variabel'],
    kolumner: t.kolumner.map((k) => ({ id: k.id, rubrik: k.rubrik, enhet: 'Pearsons r', decimaler: 4, definition: k.definition })),
    rader: t.rader.map((r) => ({
      nyckel: [r.rubrik],
      celler: t.kolumner.map((k) => (k.id === r.id ? { varde: null } : sambandscell(r, k))),
    })),
    anmarkningar: [
      { id: 'J037', text: VARNING_OMRADEN },
      {
        id: 'J039',
        text: '*** p < 0,01; ** p < 0,05; * p < 0,1. Tvåsidigt t-test med N − 2 frihetsgrader; N är antalet områden i varje par.',
      },
      ...t.anmarkningar,
    ],
    urval: { period: t.period, omraden: t.omraden },
    skydd: null,
  })
}

const FRANVAROAR = 2019
/** Table 2: use, measures, sick leave and supply in the counties. */
export async function tabell2(kalla: Datakalla, period: Fonster | null, omraden: readonly string[] | null): Promise<Ratabell> {
  const f = period ?? l.FBSJP_PERIOD
  const skr = period ?? l.SKR_PERIOD
  const ar = aren(period ?? l.SKR_PERIOD)
  const sjuktalsar = period ? ar : ar.slice(0, 3)
  const franvaroar = period ? aretAv(period.tom) : FRANVAROAR
  const hela = period ?? l.SKR_PERIOD
  const forandring: readonly Mattkolumn[] =
    ar.length < 2
      ? []
      : [
          {
            id: 'skillnad_andel_nekande',
            rubrik: `Skillnad i andelen nekande första beslut ${ar[0]}–${ar.at(-1)}`,
            enhet: 'procentenheter',
            decimaler: 1,
            population: 'första beslut om sjukpenning i länet',
            uttryck: { typ: 'differens', senare: l.andelNekande(ar.at(-1)!).uttryck, tidigare: l.andelNekande(ar[0]!).uttryck },
          },
          {
            id: 'forandring_antal_nekande',
            rubrik: `Procentuell förändring i antalet nekande beslut i snitt ${ar[0]}–${ar.at(-1)}`,
            enhet: 'procent per år',
            decimaler: 1,
            population: 'första beslut om sjukpenning i länet',
            uttryck: { typ: 'medelforandring', led: ar.map((a) => av(m.forstaAvslag, kalenderar(a))) },
          },
        ]
  const rader: readonly Mattkolumn[] = [
    ...sjuktalsar.map(l.sjukpenningtal),
    l.sjpNettodagarPer1000(hela),
    l.rehabNettodagarPer1000(hela),
    l.franvaro('franvaro_kommun', 'Sjukfrånvaro, kommunalt anställda', m.kommunFranvaro, franvaroar),
    l.franvaro('langtid_kommun', 'Kommunal långtidssjukfrånvaro', m.kommunLangtid, franvaroar),
    l.franvaro('franvaro_region', 'Sjukfrånvaro, regionalt anställda', m.regionFranvaro, franvaroar),
    l.franvaro('langtid_region', 'Regional långtidssjukfrånvaro', m.regionLangtid, franvaroar),
    ...forandring,
    ...ar.map(l.andelNekande),
    l.kbtIptPer1000(skr),
    l.mmrPer1000(skr),
    l.anordnarePer100000(period ?? kalenderar(FRANVAROAR)),
  ]
  const kolumner = [l.fbsjpBeloppPerInvanare(f), l.aprPerInvanare(period ?? l.APR_PERIOD), l.mmrPer1000(skr), l.kbtIptPer1000(skr)]
  const saknas = await utanData(
    kalla,
    [...rader, ...kolumner].flatMap((k) => begarda(k.uttryck)),
  )
  return sambandstabell({
    id: 'tabell2',
    rubrik: 'Användning av ersättningarna, insatser, sjukskrivning och utbud i länen: samband',
    kalla: 'Riksrevisionens granskning (rapport 004), bilaga 1, tabell 2',
    period: period ? fonstertext(period) : `som tabell 1; sjukskrivning och beslut ${ar[0]}–${ar.at(-1)}`,
    omraden,
    rader: await variabler(kalla, rader, omraden),
    kolumner: await variabler(kalla, kolumner, omraden),
    anmarkningar: [
      ...saknas,
      { id: 'X13', text: 'Fem av rapportens markeringar i tabell 2 stämmer inte med N = 21. Här räknas p ur r och N.' },
      { id: 'X14', text: 'Talen −0,4454 och −0,2951 står två gånger var i rapportens tabell och används inte som mål.' },
      { id: 'X15', text: 'KBT, IPT och MMR: rapporten säger 2016–2018 här och 2016–2019 i tabell 1.' },
      { id: 'X16', text: 'Anordnare: sambandet är detsamma per 1 000 och per 100 000 invånare.' },
      {
        id: 'J025',
        text: 'Sjukpenningtalet räknas här utan avdrag för dem med hel sjuk- eller aktivitetsersättning, som inget register här visar.',
      },
    ],
  })
}

export function aren(f: Fonster): number[] {
  const [fran, till] = [aretAv(f.fran), aretAv(f.tom)]
  return Array.from({ length: till - fran + 1 }, (_, i) => fran + i)
}

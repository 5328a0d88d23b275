import type { Slump } from '../slump.ts'
import { lansmal, publiceradTabell } from '../forlaga.ts'
import { normal } from './fordelning.ts'
import { EFFEKTER } from './effekter.ts'
import { LAN, LANSNAMN, SF_NAMN, SF_OMRADEN, VERKSAMHETSOMRADEN } from './geografi.ts'
import { dag, heltal, hundradel, kod, Rader, SAKNAS, text, type Registerbit } from './kolumner.ts'
import { dagen, nyarsdagen } from './tid.ts'
import { andel, type Landval } from './val.ts'

export const UPPGIFTER = ['sjukpenning', 'forebyggande', 'apr'] as const
export type Uppgift = (typeof UPPGIFTER)[number]

interface Handlaggare {
  readonly id: number
  readonly team: string
  readonly uppgift: Uppgift
  /** place in `SF_OMRADEN`; none for a team of several areas */
  readonly sf: number | null
  readonly verksamhetsomrade: number
  readonly kontor: string
  readonly tom?: number
  /** how much readier this officer is to refuse, as log odds */
  readonly logit: number
}

export interface Organisation {
  /** officers of a task who decide for the area; never empty */
  for(uppgift: Uppgift, sf: number): readonly Handlaggare[]
  /** readiness of the area, as log odds, by place in `SF_OMRADEN` */
  readonly omradeslogit: readonly number[]
  bitar(): Registerbit[]
}

/** Officers for preventive sickness benefit as the report gives them (tables 4 and 11); Södermanland had two at the interview in October 2020 (X11). */
const TEAM: Readonly<Record<string, { readonly antal: number; readonly slutar?: { readonly antal: number; readonly tom: number } }>> = {
  'SF Gävleborg (VO Nord)': { antal: 5 },
  'SF Södermanland (VO Mitt)': { antal: 3, slutar: { antal: 1, tom: dagen('2020-09-30') } },
  'Verksamhetsområde Syd': { antal: 24 },
  'SF Dalarna (VO Nord)': { antal: 4 },
}
const NATIONELLA_APR = 16
/** Spells a year and inhabitant 18–64, and decisions a year and officer, for the number of officers. */
const FALL_PER_INVANARE = 0.075
const BESLUT_PER_HANDLAGGARE = 250
/** Recipients of preventive benefit in a year of all in the audit's 45 months, and a year's recipients an officer. */
const ARSANDEL = 0.31
const MOTTAGARE_PER_HANDLAGGARE = 95

/** Facts that table 11 prints for five counties, by row. */
const tabell11 = (): ReadonlyMap<string, Readonly<Record<string, string>>> => {
  const rader = publiceradTabell('11')
  const kolumner = Object.keys(rader[0]!).filter((k) => k !== 'rad')
  return new Map(kolumner.map((k) => [LANSNAMN.find((l) => k.startsWith(l))!, Object.fromEntries(rader.map((r) => [r.rad!, r[k]!]))]))
}

const teamet = (lan: number): string => {
  const tryckt = tabell11().get(LANSNAMN[lan]!)?.['Förebyggande sjukpenning handläggs av']
  const l = LAN[lan]!
  return tryckt ?? (l.verksamhetsomrade === 'Syd' ? 'Verksamhetsområde Syd' : `${l.sfOmraden[0]} (VO ${l.verksamhetsomrade})`)
}

/** Officers, teams and how each county's cases are handled. Small countries get fewer officers, never fewer than two a team. */
export function organisation(rot: Slump, v: Landval): Organisation {
  const del = andel(v)
  const mal = lansmal()
  const skalat = (n: number): number => Math.max(2, Math.round(n * del))
  const lista: Handlaggare[] = []
  const ny = (h: Omit<Handlaggare, 'id' | 'logit'>): void => {
    const id = lista.length + 1
    lista.push({ ...h, id, logit: normal(rot.gren(`handlaggare${id}`)) * EFFEKTER.nekande.handlaggare })
  }
  const vo = (lan: number): number => VERKSAMHETSOMRADEN.indexOf(LAN[lan]!.verksamhetsomrade)
  SF_OMRADEN.forEach((o, sf) => {
    const invanare = mal[o.lan]!.befolkning1864 / LAN[o.lan]!.sfOmraden.length
    const n = skalat((invanare * FALL_PER_INVANARE) / BESLUT_PER_HANDLAGGARE)
    for (let i = 0; i < n; i++)
      ny({ team: `${o.namn} sjukpenning`, uppgift: 'sjukpenning', sf, verksamhetsomrade: vo(o.lan), kontor: o.namn.replace(/^SF /, '') })
  })
  const lansteam = LAN.map((_, i) => teamet(i))
  for (const team of new Set(lansteam)) {
    const lan = lansteam.flatMap((t, i) => (t === team ? [i] : []))
    const kant = TEAM[team]
    const antal = skalat(kant?.antal ?? (lan.reduce((s, i) => s + mal[i]!.mottagare, 0) * ARSANDEL) / MOTTAGARE_PER_HANDLAGGARE)
    const slutar = kant?.slutar && antal > 2 ? kant.slutar : { antal: 0, tom: 0 }
    const kontor = (tabell11().get(LANSNAMN[lan[0]!]!)?.['Kontor där förebyggande sjukpenning handläggs'] ?? LANSNAMN[lan[0]!]!).split(
      /, | och /,
    )
    for (let i = 0; i < antal; i++)
      ny({
        team,
        uppgift: 'forebyggande',
        sf: lan.length === 1 ? SF_OMRADEN.findIndex((o) => o.lan === lan[0]) : null,
        verksamhetsomrade: vo(lan[0]!),
        kontor: kontor[i % kontor.length]!,
        ...(i < slutar.antal ? { tom: slutar.tom } : {}),
      })
  }
  for (let i = 0; i < Math.max(4, skalat(NATIONELLA_APR)); i++)
    ny({ team: 'Nationellt team APR', uppgift: 'apr', sf: null, verksamhetsomrade: 0, kontor: 'Nationellt' })
  const apr = lista.filter((h) => h.uppgift === 'apr')
  const per = SF_OMRADEN.map((o, sf) => ({
    sjukpenning: lista.filter((h) => h.uppgift === 'sjukpenning' && h.sf === sf),
    forebyggande: lista.filter((h) => h.team === lansteam[o.lan]),
    apr,
  }))
  const omradeslogit = SF_OMRADEN.map((_, i) => normal(rot.gren(`omrade${i}`)) * EFFEKTER.nekande.omrade)
  return { for: (u, sf) => per[sf]![u], omradeslogit, bitar: () => bitar(lista, lansteam, omradeslogit, v) }
}

function bitar(lista: readonly Handlaggare[], lansteam: readonly string[], omradeslogit: readonly number[], v: Landval): Registerbit[] {
  const handlaggare = new Rader('handlaggare', {
    handlaggare_id: heltal,
    team: text,
    uppgift: kod(UPPGIFTER),
    sf_omrade: kod(SF_NAMN),
    verksamhetsomrade: kod(VERKSAMHETSOMRADEN),
    kontor: text,
    fran: dag,
    tom: dag,
  })
  const sanning = new Rader('facit_handlaggare', { handlaggare_id: heltal, uppgift: kod(UPPGIFTER), logit_hundradel: hundradel })
  for (const h of lista) {
    handlaggare.lagg({
      handlaggare_id: h.id,
      team: h.team,
      uppgift: UPPGIFTER.indexOf(h.uppgift),
      sf_omrade: h.sf ?? SAKNAS,
      verksamhetsomrade: h.verksamhetsomrade,
      kontor: h.kontor,
      fran: nyarsdagen(v.fran),
      tom: h.tom ?? SAKNAS,
    })
    sanning.lagg({ handlaggare_id: h.id, uppgift: UPPGIFTER.indexOf(h.uppgift), logit_hundradel: Math.round(h.logit * 100) })
  }
  const omraden = new Rader('omrade', {
    sf_omrade: kod(SF_NAMN),
    lan: kod(LANSNAMN),
    lanskod: text,
    verksamhetsomrade: kod(VERKSAMHETSOMRADEN),
    region: text,
  })
  const facitOmrade = new Rader('facit_omrade', { sf_omrade: kod(SF_NAMN), logit_hundradel: hundradel })
  SF_OMRADEN.forEach((o, i) => {
    const l = LAN[o.lan]!
    omraden.lagg({
      sf_omrade: i,
      lan: o.lan,
      lanskod: l.kod,
      verksamhetsomrade: VERKSAMHETSOMRADEN.indexOf(l.verksamhetsomrade),
      region: l.region,
    })
    facitOmrade.lagg({ sf_omrade: i, logit_hundradel: Math.round(omradeslogit[i]! * 100) })
  })
  const tryckt = tabell11()
  const org = new Rader('organisation', { lan: kod(LANSNAMN), team: text, kontor: text, fordelning: text, uppgifter: text })
  LAN.forEach((l, i) => {
    const t = tryckt.get(l.namn)
    org.lagg({
      lan: i,
      team: lansteam[i]!,
      kontor: t?.['Kontor där förebyggande sjukpenning handläggs'] ?? l.namn,
      fordelning: t?.['Fördelning av ärenden'] ?? 'Ärenden delas upp efter dagindelning',
      uppgifter: t?.['Arbetsuppgifter utöver förmånen'] ?? 'Andra administrativa uppgifter',
    })
  })
  return [handlaggare.tom(), omraden.tom(), org.tom(), sanning.tom(), facitOmrade.tom()]
}

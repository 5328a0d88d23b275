import * as m from '../matt/lista.ts'
import { aretAv, fonster, kalenderar, type Fonster } from '../matt/matt.ts'
import type { Mattkolumn } from './mattabell.ts'
import { andel, antalet, av, kvot } from './uttryck.ts'

/** The audit's periods. */
export const FBSJP_PERIOD = fonster('2016-01-01', '2019-09-30')
export const APR_PERIOD = fonster('2014-01-01', '2019-12-31')
export const SKR_PERIOD = fonster('2016-01-01', '2019-12-31')

/** Inhabitants are those of the year in which the window ends. */
const slutar = (f: Fonster): Fonster => kalenderar(aretAv(f.tom))
const ALLA_1864 = 'alla invånare 18–64 år i länet'
const MOTTAGARE = 'de i länet som fick förebyggande sjukpenning'

/** The county figures of table 1; the same columns stand in tables 2 and 9 and figure A. */
export const fbsjpBeloppPerInvanare = (f: Fonster): Mattkolumn => ({
  id: 'fbsjp_belopp_per_inv_18_64',
  rubrik: 'FBSJP, belopp per invånare 18–64 år',
  enhet: 'kr per invånare',
  decimaler: 0,
  population: ALLA_1864,
  uttryck: kvot(av(m.fbsjpBelopp, f), av(m.invanare1864, slutar(f))),
  n: av(m.fbsjpMottagare, f),
})
export const fbsjpNettodagarPerInvanare = (f: Fonster): Mattkolumn => ({
  id: 'fbsjp_nettodagar_per_inv_18_64',
  rubrik: 'FBSJP, nettodagar per invånare 18–64 år',
  enhet: 'nettodagar per invånare',
  decimaler: 2,
  population: ALLA_1864,
  uttryck: kvot(av(m.fbsjpNettodagar, f), av(m.invanare1864, slutar(f))),
  n: av(m.fbsjpMottagare, f),
})
export const fbsjpMottagare = (f: Fonster, rubrik = 'FBSJP, antal mottagare', id = 'fbsjp_antal_mottagare'): Mattkolumn => ({
  id,
  rubrik,
  enhet: 'personer',
  decimaler: 0,
  population: MOTTAGARE,
  uttryck: antalet(av(m.fbsjpMottagare, f)),
  n: av(m.fbsjpMottagare, f),
})
export const fbsjpMottagarePer1000 = (f: Fonster): Mattkolumn => ({
  id: 'fbsjp_mottagare_per_1000_inv_18_64',
  rubrik: 'FBSJP, mottagare per 1 000 invånare 18–64 år',
  enhet: 'personer per 1 000 invånare',
  decimaler: 1,
  population: ALLA_1864,
  uttryck: kvot(av(m.fbsjpMottagare, f), av(m.invanare1864, slutar(f)), 1000),
  n: av(m.fbsjpMottagare, f),
})
export const fbsjpBeloppPerMottagare = (f: Fonster): Mattkolumn => ({
  id: 'fbsjp_belopp_per_mottagare',
  rubrik: 'FBSJP, belopp per mottagare',
  enhet: 'kr per person',
  decimaler: 0,
  population: MOTTAGARE,
  uttryck: kvot(av(m.fbsjpBelopp, f), av(m.fbsjpMottagare, f)),
  n: av(m.fbsjpMottagare, f),
})
export const fbsjpNettodagarPerMottagare = (f: Fonster): Mattkolumn => ({
  id: 'fbsjp_nettodagar_per_mottagare',
  rubrik: 'FBSJP, nettodagar per mottagare',
  enhet: 'nettodagar per person',
  decimaler: 0,
  population: MOTTAGARE,
  uttryck: kvot(av(m.fbsjpNettodagar, f), av(m.fbsjpMottagare, f)),
  n: av(m.fbsjpMottagare, f),
})
export const andelTidigare = (f: Fonster): Mattkolumn => ({
  id: 'andel_tidigare_sjukpenning',
  rubrik: 'Andel som fått sjukpenning högst tre år före FBSJP',
  enhet: 'procent',
  decimaler: 0,
  population: MOTTAGARE,
  uttryck: andel(av(m.fbsjpTidigareSjuka, f), av(m.fbsjpMottagare, f)),
  n: av(m.fbsjpMottagare, f),
})
export const aprPerInvanare = (f: Fonster): Mattkolumn => ({
  id: 'apr_belopp_per_inv_18_64',
  rubrik: 'APR, belopp per invånare 18–64 år',
  enhet: 'kr per invånare',
  decimaler: 0,
  population: ALLA_1864,
  uttryck: kvot(av(m.aprBelopp, f), av(m.invanare1864, slutar(f))),
  n: av(m.aprAntal, f),
})
export const antalAnordnare = (f: Fonster): Mattkolumn => ({
  id: 'antal_anordnare',
  rubrik: 'Antal anordnare',
  enhet: 'anordnare',
  decimaler: 0,
  population: 'godkända anordnare i länet',
  uttryck: antalet(av(m.anordnare, f)),
  n: av(m.anordnare, f),
})
export const anordnarePer100000 = (f: Fonster): Mattkolumn => ({
  id: 'anordnare_per_100000_inv',
  rubrik: 'Anordnare per 100 000 invånare',
  enhet: 'anordnare per 100 000 invånare',
  decimaler: 1,
  population: 'alla invånare i länet',
  uttryck: kvot(av(m.anordnare, f), av(m.invanareAlla, slutar(f)), 100_000),
  n: av(m.anordnare, f),
})
export const kbtIptPer1000 = (f: Fonster): Mattkolumn => ({
  id: 'kbt_ipt_per_1000_inv_18_64',
  rubrik: 'KBT och IPT per 1 000 invånare 18–64 år',
  enhet: 'behandlingar per 1 000 invånare',
  decimaler: 1,
  population: ALLA_1864,
  uttryck: kvot(av(m.kbtIpt, f), av(m.invanare1864, slutar(f)), 1000),
  n: av(m.kbtIpt, f),
})
export const mmrPer1000 = (f: Fonster): Mattkolumn => ({
  id: 'mmr_per_1000_inv_18_64',
  rubrik: 'MMR per 1 000 invånare 18–64 år',
  enhet: 'behandlingar per 1 000 invånare',
  decimaler: 1,
  population: ALLA_1864,
  uttryck: kvot(av(m.mmr, f), av(m.invanare1864, slutar(f)), 1000),
  n: av(m.mmr, f),
})

/** Days with sickness and rehabilitation benefit an inhabitant 16–64. The agency's own figure leaves out those with whole sjuk- or aktivitetsersättning; no register here says who they are. */
export const sjukpenningtal = (ar: number): Mattkolumn => ({
  id: `sjukpenningtal_${ar}`,
  rubrik: `Sjukpenningtal ${ar}`,
  enhet: 'nettodagar per invånare',
  decimaler: 1,
  population: 'alla invånare 16–64 år i länet',
  uttryck: kvot(av(m.sjukdagar, kalenderar(ar)), av(m.invanare1664, kalenderar(ar))),
})
export const sjpNettodagarPer1000 = (f: Fonster): Mattkolumn => ({
  id: 'sjp_nettodagar_per_1000',
  rubrik: 'Nettodagar med sjukpenning per 1 000 invånare 18–64 år',
  enhet: 'nettodagar per 1 000 invånare',
  decimaler: 0,
  population: ALLA_1864,
  uttryck: kvot(av(m.sjpNettodagar, f), av(m.invanare1864, slutar(f)), 1000),
})
export const rehabNettodagarPer1000 = (f: Fonster): Mattkolumn => ({
  id: 'rehab_nettodagar_per_1000',
  rubrik: 'Nettodagar med rehabiliteringspenning per 1 000 invånare 18–64 år',
  enhet: 'nettodagar per 1 000 invånare',
  decimaler: 0,
  population: ALLA_1864,
  uttryck: kvot(av(m.rehabNettodagar, f), av(m.invanare1864, slutar(f)), 1000),
})
export const andelNekande = (ar: number): Mattkolumn => ({
  id: `andel_nekande_${ar}`,
  rubrik: `Andel nekande första beslut ${ar}`,
  enhet: 'procent',
  decimaler: 1,
  population: 'första beslut om sjukpenning i länet',
  uttryck: andel(av(m.forstaAvslag, kalenderar(ar)), av(m.forstaBeslut, kalenderar(ar))),
  n: av(m.forstaBeslut, kalenderar(ar)),
})

/** A share of sick absence reported by municipalities or regions. */
export const franvaro = (id: string, rubrik: string, matt: (typeof m)['kommunFranvaro'], ar: number): Mattkolumn => ({
  id,
  rubrik,
  enhet: 'procent',
  decimaler: 1,
  population: 'anställda i länets kommuner eller region',
  uttryck: kvot(av(matt[0], kalenderar(ar)), av(matt[1], kalenderar(ar)), 100),
})

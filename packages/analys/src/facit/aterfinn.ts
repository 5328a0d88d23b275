import type { Facit } from '@atergang/syntet/land'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Datakalla } from '../datakalla.ts'
import { sqlLista } from '../duckdb.ts'
import { Analysfel } from '../fel.ts'
import { fonster } from '../matt/matt.ts'
import { likformighet } from '../jamforelse/likformighet.ts'
import type { Raresultat, Skattning } from '../resultat/resultat.ts'
import { FBSJP_PERIOD } from '../tabeller/lansmatt.ts'
import { information } from '../utvardering/information.ts'
import { jamforelsegrupp } from '../utvardering/jamforelsegrupp.ts'
import { langd } from '../utvardering/langd.ts'
import { reform } from '../utvardering/reform.ts'
import { stegvis } from '../utvardering/stegvis.ts'
import { stod } from '../utvardering/stod.ts'

/** An estimate beside what was planted. */
export interface Aterfunnen {
  readonly metod: string
  readonly vad: string
  readonly enhet: string
  readonly sant: number
  readonly skattat: number | null
  readonly intervall: readonly [number, number] | null
  readonly n: number | null
  /** null when nothing could be estimated */
  readonly inom: boolean | null
}

/** Cases before the planted reform: after it, large employers have its effect too. */
const FORE_REFORMEN = fonster('2014-01-01', '2018-06-30')

/** @throws {Analysfel} when the country is not invented, or its truth is not there */
export function lasFacit(mapp: string): Facit {
  const fil = join(mapp, 'facit.json')
  if (!existsSync(fil))
    throw new Analysfel('facitSaknas', `Mappen ”${mapp}” har inget facit.`, [
      { falt: 'data', text: 'Metoder kan bara prövas mot facit i ett påhittat land: skapa ett med ”atergang syntet”.' },
    ])
  return JSON.parse(readFileSync(fil, 'utf8')) as Facit
}

const sann = (f: Facit, id: string): Readonly<Record<string, unknown>> => {
  const e = f.effekter.find((x) => x.id === id)
  if (!e)
    throw new Analysfel('facitSaknas', `Facit säger inget om ${id}.`, [
      { falt: 'data', text: 'Skapa landet på nytt med ”atergang syntet”.' },
    ])
  return e.sant
}

const mot = (metod: string, r: Raresultat, id: string, sant: number): Aterfunnen =>
  somAterfunnen(
    metod,
    r.skattningar.find((x) => x.id === id)!,
    sant,
  )
function somAterfunnen(metod: string, s: Skattning, sant: number): Aterfunnen {
  return {
    metod,
    vad: s.vad,
    enhet: s.enhet,
    sant,
    skattat: s.varde,
    intervall: s.intervall,
    n: s.n,
    inom: s.intervall ? s.intervall[0] <= sant && sant <= s.intervall[1] : null,
  }
}

/** Every method against what was planted: the question each 95 per cent interval must answer yes to nineteen times of twenty. */
export async function aterfinn(k: Datakalla, mapp: string): Promise<readonly Aterfunnen[]> {
  const f = lasFacit(mapp)
  const tal = (id: string, falt: string): number => Number(sann(f, id)[falt])
  const info = await information(k)
  const ref = await reform(k)
  const sj = await likformighet(k, 'sjukpenning_forsta')
  return [
    ...(await kursen(k, f)),
    mot('reform', ref, 'faraAterga', tal('reform', 'faraAterga')),
    mot('reform', ref, 'faraAterga_utan_pandemin', tal('reform', 'faraAterga')),
    mot('information', info, 'kvotAnsokningar', tal('informationsinsats', 'kvotAnsokningar')),
    mot('information', info, 'dagarTillBeslut', tal('informationsinsats', 'dagarTillBeslut')),
    mot('stegvis', await stegvis(k), 'andelsenheter', tal('brev', 'andelsenheter') * 100),
    mot('stod', await stod(k), 'faraAterga', tal('apr', 'faraAterga')),
    mot('langd', await langd(k, 'storlek', FORE_REFORMEN), 'kvot', tal('storlek', 'stor') / tal('storlek', 'liten')),
    mot('likformighet', sj, 'spridning_omrade', tal('nekande', 'standardavvikelseOmrade')),
    mot('likformighet', sj, 'spridning_handlaggare', tal('nekande', 'standardavvikelseHandlaggare')),
    ...egenskapen(sj, 'sysselsättning: arbetslos', tal('nekande', 'arbetslos')),
  ]
}

/** The course's truth is that of the very people who were matched: their days with and without it are both known, and their treatments' hazards. */
async function kursen(k: Datakalla, f: Facit): Promise<Aterfunnen[]> {
  const r = await jamforelsegrupp(k, FBSJP_PERIOD)
  const fara = sann(f, 'behandling').perBehandling as Readonly<Record<string, number>>
  const sanning = async (vem: readonly number[]): Promise<{ dagar: number; kvot: number }> => {
    const rader = await k.rader(
      `SELECT behandling, count(*) AS n, sum(dagar_24_med - dagar_24_utan) AS d FROM facit_behandling WHERE person_id IN ${sqlLista(vem)} AND kursstart = (SELECT min(kursstart) FROM facit_behandling b WHERE b.person_id = facit_behandling.person_id) GROUP BY behandling`,
    )
    const n = rader.reduce((s, x) => s + Number(x.n), 0)
    return {
      dagar: rader.reduce((s, x) => s + Number(x.d), 0) / n,
      kvot: Math.exp(rader.reduce((s, x) => s + Number(x.n) * Math.log(fara[String(x.behandling)]!), 0) / n),
    }
  }
  if (!r.matchade.length || !r.exakta.length) return []
  const [m, e] = [await sanning(r.matchade), await sanning(r.exakta)]
  return [
    mot('jamforelsegrupp', r, 'riskkvot', m.kvot),
    mot('jamforelsegrupp', r, 'riskkvot_exakt', e.kvot),
    mot('jamforelsegrupp', r, 'dagar_24', m.dagar),
    mot('jamforelsegrupp', r, 'dagar_24_exakt', e.dagar),
  ]
}

function egenskapen(r: Raresultat, namn: string, logit: number): Aterfunnen[] {
  const t = r.tabeller.find((x) => x.svar.id === 'egenskaper')?.svar
  const cell = t?.rader.find((x) => x.nyckel[0] === namn)?.celler[0]
  if (!cell) return []
  return [
    somAterfunnen(
      'likformighet',
      {
        id: namn,
        vad: `oddskvot, ${namn}`,
        enhet: 'gånger',
        varde: Number(cell.varde),
        intervall: cell.intervall ?? null,
        n: r.underlag[0]!.antal,
      },
      Math.exp(logit),
    ),
  ]
}

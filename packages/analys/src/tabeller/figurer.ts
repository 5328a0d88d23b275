import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { kombinera, overMedel, type Niva } from '../enkat/enkat.ts'
import * as m from '../matt/lista.ts'
import { fonstertext, kalenderar, type Fonster } from '../matt/matt.ts'
import * as l from './lansmatt.ts'
import { UNDERSOKTA } from './lanstabeller.ts'
import { svarskolumn, type Mattabell } from './mattabell.ts'
import { aren, variabler } from './sambandstabell.ts'
import { utanSkydd, type Ratabell } from './svar.ts'
import { andel, av, kvot } from './uttryck.ts'

const BILAGA = 'Riksrevisionens granskning (rapport 004), bilaga 1'

/** How the mean that counties are set against is taken; the report does not say (X24). */
export type Genomsnitt = 'ovagt' | 'befolkning'

/** Low, medium or high by whether each of two figures is over the counties' mean (004R fn 96). */
export function klassa(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, vikter: ReadonlyMap<string, number> | null = null): ReadonlyMap<string, Niva> {
  const over = (v: ReadonlyMap<string, number>): ReadonlyMap<string, boolean> => {
    if (!vikter) return overMedel(v)
    const total = [...v.keys()].reduce((s, k) => s + vikter.get(k)!, 0)
    const medel = [...v].reduce((s, [k, x]) => s + x * vikter.get(k)!, 0) / total
    return new Map([...v].map(([k, x]) => [k, x > medel]))
  }
  const [oa, ob] = [over(a), over(b)]
  return new Map([...a.keys()].filter((k) => b.has(k)).map((k) => [k, kombinera(oa.get(k)!, ob.get(k)!)]))
}

/** Figure A: the map of how much both benefits are used. */
export async function figurA(kalla: Datakalla, period: Fonster | null, genomsnitt: Genomsnitt = 'ovagt'): Promise<Ratabell> {
  const kolumner = [l.fbsjpBeloppPerInvanare(period ?? l.FBSJP_PERIOD), l.aprPerInvanare(period ?? l.APR_PERIOD)]
  const [f, a] = (await variabler(kalla, kolumner, null)) as [Awaited<ReturnType<typeof variabler>>[number], Awaited<ReturnType<typeof variabler>>[number]]
  const ar = Number((period ?? l.FBSJP_PERIOD).tom.slice(0, 4))
  const folk = genomsnitt === 'befolkning' ? (await kalla.matt([av(m.invanare1864, kalenderar(ar))], null)).values().next().value!.perLan : null
  const klass = klassa(f.varden, a.varden, folk)
  const [kf, ka] = kolumner.map(svarskolumn) as [ReturnType<typeof svarskolumn>, ReturnType<typeof svarskolumn>]
  return utanSkydd({
    id: 'figurA', rubrik: 'Användningen av båda ersättningarna: låg, medelhög eller hög', kalla: 'Riksrevisionens granskning (rapport 004), figur A', nycklar: ['Län'],
    kolumner: [{ id: 'klass', rubrik: 'Användning', enhet: 'klass', decimaler: 0, definition: { population: 'länen', fonster: `${kf.definition.fonster}; ${ka.definition.fonster}`, taljare: 'båda måtten över genomsnittet: hög; ett: medelhög; inget: låg', namnare: null, enhet: 'klass', kalla: `${kf.definition.kalla}; ${ka.definition.kalla}` } }, kf, ka],
    rader: LANSNAMN.map((lan) => ({ nyckel: [lan], celler: [{ varde: klass.get(lan) ?? null }, { varde: f.varden.get(lan) ?? null }, { varde: a.varden.get(lan) ?? null }] })),
    anmarkningar: [{ id: 'X24', text: `Rapporten säger inte om genomsnittet är vägt. Här är det ${genomsnitt === 'ovagt' ? 'ovägt, ett län ett värde' : 'vägt med befolkningen 18–64 år'}.` }],
    urval: { period: period ? fonstertext(period) : `${fonstertext(l.FBSJP_PERIOD)}; ${fonstertext(l.APR_PERIOD)}`, omraden: null }, skydd: null,
  })
}

/** Figure 1: share of all net days with sickness benefit that are preventive, by county and year. */
export function figur1(period: Fonster | null, forvalda: readonly [number, number]): Mattabell {
  const ar = period ? aren(period) : Array.from({ length: forvalda[1] - forvalda[0] + 1 }, (_, i) => forvalda[0] + i)
  return {
    id: 'figur1', rubrik: 'Andel av nettodagarna med sjukpenning som är förebyggande sjukpenning', kalla: `${BILAGA}, figur 1`, period: `${ar[0]}–${ar.at(-1)}`, summarad: 'Riket',
    kolumner: ar.map((a) => ({ id: `ar_${a}`, rubrik: String(a), enhet: 'procent', decimaler: 2, population: 'nettodagar med sjukpenning och förebyggande sjukpenning i länet', uttryck: kvot(av(m.fbsjpNettodagar, kalenderar(a)), av(m.allaSjukpenningdagar, kalenderar(a)), 100), n: av(m.fbsjpMottagare, kalenderar(a)) })),
    anmarkningar: [{ id: 'J013', text: 'Rapporten trycker inga värden i figur 1, bara linjerna.' }, { id: 'X07', text: 'Texten säger knappt 4 procent för Gotland, som är bland de lägsta per invånare. Här räknas andelen.' }],
  }
}

/** Figure 2: mean net days of the sickness-benefit period before preventive benefit. */
export function figur2(period: Fonster | null): Mattabell {
  const f = period ?? l.FBSJP_PERIOD
  return {
    id: 'figur2', rubrik: 'Genomsnittligt antal nettodagar i sjukpenningperioden före förebyggande sjukpenning', kalla: `${BILAGA}, figur 2`, lan: UNDERSOKTA, period: fonstertext(f),
    kolumner: [{ id: 'nettodagar_fore', rubrik: 'Nettodagar före', enhet: 'nettodagar per person', decimaler: 0, population: 'de med förebyggande sjukpenning som fått sjukpenning i de tre åren före', uttryck: kvot(av(m.foregaendeNettodagar, f), av(m.fbsjpTidigareSjuka, f)), n: av(m.fbsjpTidigareSjuka, f) }],
    anmarkningar: [{ id: 'J014', text: 'Rapporten trycker inga värden. Perioden före är den sista som började betalas före personens första dag med förebyggande sjukpenning, högst tre år tidigare; dagar räknas till den dagen.' }],
  }
}

/** Figure 3: diagnosis of the case before preventive benefit. */
export function figur3(period: Fonster | null): Mattabell {
  const f = period ?? l.FBSJP_PERIOD
  return {
    id: 'figur3', rubrik: 'Diagnos i sjukpenningperioden före förebyggande sjukpenning', kalla: `${BILAGA}, figur 3`, lan: UNDERSOKTA, period: fonstertext(f),
    kolumner: m.DIAGNOSKLASSER.map((k) => ({ id: `diagnos_${k.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase()}`, rubrik: k, enhet: 'procent', decimaler: 0, population: 'de med förebyggande sjukpenning som fått sjukpenning i de tre åren före', uttryck: andel(av(m.foregaendeDiagnos(k), f), av(m.fbsjpTidigareSjuka, f)), n: av(m.fbsjpTidigareSjuka, f) })),
    uppdelning: { hela: av(m.fbsjpTidigareSjuka, f), delar: m.DIAGNOSKLASSER.map((k) => av(m.foregaendeDiagnos(k), f)) },
    anmarkningar: [{ id: 'J015', text: 'Rapporten trycker inga värden, bara staplar till 35 procent, och säger inte vad andelarna är av. Här är de av dem som hade en period före.' }],
  }
}


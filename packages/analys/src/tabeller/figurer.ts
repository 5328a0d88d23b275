import type { Datakalla } from '../datakalla.ts'
import { kombinera, overMedel, type Niva } from '../enkat/enkat.ts'
import * as m from '../matt/lista.ts'
import { aretAv, fonstertext, kalenderar, nyckel, type Fonster } from '../matt/matt.ts'
import * as l from './lansmatt.ts'
import { UNDERSOKTA } from './lanstabeller.ts'
import { raknaMattabell, type Mattabell } from './mattabell.ts'
import { aren } from './sambandstabell.ts'
import type { Kolumndefinition, Ratabell, Svarskolumn } from './svar.ts'
import { andel, av, kvot } from './uttryck.ts'

const BILAGA = 'Riksrevisionens granskning (rapport 004), bilaga 1'

/** How the mean that counties are set against is taken; the report does not say (X24). */
export type Genomsnitt = 'ovagt' | 'befolkning'

/** Low, medium or high by whether each of two figures is over the counties' mean (004R fn 96). */
export function klassa(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  vikter: ReadonlyMap<string, number> | null = null,
): ReadonlyMap<string, Niva> {
  const over = (v: ReadonlyMap<string, number>): ReadonlyMap<string, boolean> => {
    if (!vikter) return overMedel(v)
    const total = [...v.keys()].reduce((s, k) => s + vikter.get(k)!, 0)
    const medel = [...v].reduce((s, [k, x]) => s + x * vikter.get(k)!, 0) / total
    return new Map([...v].map(([k, x]) => [k, x > medel]))
  }
  const [oa, ob] = [over(a), over(b)]
  return new Map([...a.keys()].filter((k) => b.has(k)).map((k) => [k, kombinera(oa.get(k)!, ob.get(k)!)]))
}

/** Figure A: the map of how much both benefits are used. The amounts are hidden as in table 1; the class alone says over or under. */
export async function figurA(kalla: Datakalla, period: Fonster | null, genomsnitt: Genomsnitt = 'ovagt'): Promise<Ratabell> {
  const [f, a] = [period ?? l.FBSJP_PERIOD, period ?? l.APR_PERIOD]
  const ra = await raknaMattabell(
    kalla,
    {
      id: 'figurA',
      rubrik: 'Användningen av båda ersättningarna: låg, medelhög eller hög',
      kalla: 'Riksrevisionens granskning (rapport 004), figur A',
      period: period ? fonstertext(period) : `${fonstertext(f)}; ${fonstertext(a)}`,
      kolumner: [l.fbsjpBeloppPerInvanare(f), l.aprPerInvanare(a)],
      anmarkningar: [
        {
          id: 'X24',
          text: `Rapporten säger inte om genomsnittet är vägt. Här är det ${genomsnitt === 'ovagt' ? 'ovägt, ett län ett värde' : 'vägt med befolkningen 18–64 år'}.`,
        },
      ],
    },
    null,
  )
  const varden = (j: number): ReadonlyMap<string, number> =>
    new Map(
      ra.svar.rader.flatMap((r) => {
        const v = r.celler[j]!.varde
        return typeof v === 'number' ? [[r.nyckel[0]!, v] as const] : []
      }),
    )
  const ar = av(m.invanare1864, kalenderar(aretAv(f.tom)))
  const folk = genomsnitt === 'befolkning' ? (await kalla.matt([ar], null)).get(nyckel(ar))!.perLan : null
  const klass = klassa(varden(0), varden(1), folk)
  const [kf, ka] = ra.svar.kolumner.map((k) => k.definition) as [Kolumndefinition, Kolumndefinition]
  const klasskolumn: Svarskolumn = {
    id: 'klass',
    rubrik: 'Användning',
    enhet: 'klass',
    decimaler: 0,
    definition: {
      population: 'länen',
      fonster: `${kf.fonster}; ${ka.fonster}`,
      taljare: 'båda måtten över genomsnittet: hög; ett: medelhög; inget: låg',
      namnare: null,
      enhet: 'klass',
      kalla: `${kf.kalla}; ${ka.kalla}`,
    },
  }
  return {
    ...ra,
    svar: {
      ...ra.svar,
      kolumner: [klasskolumn, ...ra.svar.kolumner],
      rader: ra.svar.rader.map((r) => ({ ...r, celler: [{ varde: klass.get(r.nyckel[0]!) ?? null }, ...r.celler] })),
    },
    beror: (i, j) => (j === 0 ? [] : ra.beror(i, j - 1)),
  }
}

/** Figure 1: share of all net days with sickness benefit that are preventive, by county and year. */
export function figur1(period: Fonster | null, forvalda: readonly [number, number]): Mattabell {
  const ar = period ? aren(period) : Array.from({ length: forvalda[1] - forvalda[0] + 1 }, (_, i) => forvalda[0] + i)
  return {
    id: 'figur1',
    rubrik: 'Andel av nettodagarna med sjukpenning som är förebyggande sjukpenning',
    kalla: `${BILAGA}, figur 1`,
    period: `${ar[0]}–${ar.at(-1)}`,
    summarad: 'Riket',
    kolumner: ar.map((a) => ({
      id: `ar_${a}`,
      rubrik: String(a),
      enhet: 'procent',
      decimaler: 2,
      population: 'nettodagar med sjukpenning och förebyggande sjukpenning i länet',
      uttryck: kvot(av(m.fbsjpNettodagar, kalenderar(a)), av(m.allaSjukpenningdagar, kalenderar(a)), 100),
      n: av(m.fbsjpMottagare, kalenderar(a)),
    })),
    anmarkningar: [
      { id: 'J013', text: 'Rapporten trycker inga värden i figur 1, bara linjerna.' },
      { id: 'X07', text: 'Texten säger knappt 4 procent för Gotland, som är bland de lägsta per invånare. Här räknas andelen.' },
    ],
  }
}

/** Figure 2: mean net days of the sickness-benefit period before preventive benefit. */
export function figur2(period: Fonster | null): Mattabell {
  const f = period ?? l.FBSJP_PERIOD
  return {
    id: 'figur2',
    rubrik: 'Genomsnittligt antal nettodagar i sjukpenningperioden före förebyggande sjukpenning',
    kalla: `${BILAGA}, figur 2`,
    lan: UNDERSOKTA,
    period: fonstertext(f),
    kolumner: [
      {
        id: 'nettodagar_fore',
        rubrik: 'Nettodagar före',
        enhet: 'nettodagar per person',
        decimaler: 0,
        population: 'de med förebyggande sjukpenning som fått sjukpenning i de tre åren före',
        uttryck: kvot(av(m.foregaendeNettodagar, f), av(m.fbsjpTidigareSjuka, f)),
        n: av(m.fbsjpTidigareSjuka, f),
      },
    ],
    anmarkningar: [
      {
        id: 'J014',
        text: 'Rapporten trycker inga värden. Perioden före är den sista som började betalas före personens första dag med förebyggande sjukpenning, högst tre år tidigare; dagar räknas till den dagen.',
      },
    ],
  }
}

/** Figure 3: diagnosis of the case before preventive benefit. */
export function figur3(period: Fonster | null): Mattabell {
  const f = period ?? l.FBSJP_PERIOD
  return {
    id: 'figur3',
    rubrik: 'Diagnos i sjukpenningperioden före förebyggande sjukpenning',
    kalla: `${BILAGA}, figur 3`,
    lan: UNDERSOKTA,
    period: fonstertext(f),
    kolumner: m.DIAGNOSKLASSER.map((k) => ({
      id: `diagnos_${k
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase()}`,
      rubrik: k,
      enhet: 'procent',
      decimaler: 0,
      population: 'de med förebyggande sjukpenning som fått sjukpenning i de tre åren före',
      uttryck: andel(av(m.foregaendeDiagnos(k), f), av(m.fbsjpTidigareSjuka, f)),
      n: av(m.fbsjpTidigareSjuka, f),
    })),
    uppdelning: { hela: av(m.fbsjpTidigareSjuka, f), delar: m.DIAGNOSKLASSER.map((k) => av(m.foregaendeDiagnos(k), f)) },
    anmarkningar: [
      {
        id: 'J015',
        text: 'Rapporten trycker inga värden, bara staplar till 35 procent, och säger inte vad andelarna är av. Här är de av dem som hade en period före.',
      },
    ],
  }
}

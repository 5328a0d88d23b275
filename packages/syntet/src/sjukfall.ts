import { langd, plusDagar, senast, tidigast, type Datum, type Period } from '@atergang/kalender'
import { ATERINSJUKNANDE_DAGAR, FORSTA_DAGARNA, KEDJAGLAPP } from '@atergang/regelverk'
import type { PahittadPerson, Sysselsattning } from './befolkning.ts'
import { enDiagnos, type Diagnos } from './diagnoser/index.ts'
import { intygskedja, type Grad, type Intygsplan } from './intygskedja.ts'
import type { Slump, Viktad } from './slump.ts'
import { enLakare, type Lakare } from './vard.ts'

/** How the sick days of a person lie in time. */
export type Monster =
  /** ill every day, still today */
  | 'sammanhangande'
  /** well a few days, ill again within five (27 kap. 32 § SFB): the same sick period */
  | 'aterinsjuknande'
  /** two spells with fewer than 90 days between: one chain (51 §) */
  | 'kortUppehall'
  /** two spells with 90 days or more between: a new chain */
  | 'langtUppehall'
  /** well again before today */
  | 'friskIgen'

export interface Ansokningsplan {
  readonly inkom: Datum
  readonly forstaSjukdag: Datum
  readonly perioder: readonly (Period & { readonly omfattning: Grad })[]
  readonly sjuklon?: Period
  /** sent in without the yearly income */
  readonly utanInkomst?: true
  /** pay from the employer meanwhile, kronor a month */
  readonly lon?: number
}

/** One spell of illness: who said what, and when. */
export interface Sjukfall extends Period {
  readonly diagnos: Diagnos
  readonly lakare: Lakare
  readonly intyg: readonly Intygsplan[]
  readonly ansokningar: readonly Ansokningsplan[]
  /** the day the illness was reported; by the employer when there is sick pay */
  readonly anmald: { readonly inkom: Datum; readonly av: 'arbetsgivare' | 'forsakrad' } | null
  readonly sjuklon: Period | null
}

export interface Sjukplan {
  /** today is this day, counted from the first sick day as day 1 */
  readonly dag: number
  readonly monster: Monster
  readonly fall: readonly Sjukfall[]
}

export interface Sjukval {
  readonly idag: Datum
  /** the first sick day was this many days ago, that day counted */
  readonly dag: number
  readonly monster?: Monster
  readonly diagnos?: Diagnos
  /** certificates without faults and applications complete and in time: for people with a fixed story */
  readonly felfritt?: boolean
}

/** Days that a rule or a list turns on; every one of them is somebody's day. */
export const DAGMARKEN: readonly number[] = [
  5, 8, 14, 15, 20, 29, 30, 60, 85, 88, 90, 91, 120, 175, 178, 180, 181, 200, 300, 364, 366, 400, 549, 551, 600,
]

/** How long spells have lasted, roughly as in a unit's stock: many new, a long tail. */
const LANGDER: readonly Viktad<readonly [number, number]>[] = [
  { vikt: 4, varde: [5, 14] },
  { vikt: 20, varde: [15, 45] },
  { vikt: 20, varde: [46, 90] },
  { vikt: 23, varde: [91, 180] },
  { vikt: 20, varde: [181, 365] },
  { vikt: 13, varde: [366, 600] },
]

/** The day of each of `antal` people: the marks first, then spread. */
export function sjukdagar(s: Slump, antal: number): number[] {
  const spridda = Array.from({ length: Math.max(0, antal - DAGMARKEN.length) }, () => s.heltal(...s.viktat(LANGDER)))
  return [...DAGMARKEN, ...spridda].slice(0, antal)
}

/** Free days within which a new spell is the same sick period. */
const ATERINSJUKNANDE = ATERINSJUKNANDE_DAGAR - 1

/** What happens to the person from the first sick day on, as far as it has come before `idag`. */
export function sjukfall(person: PahittadPerson, slump: Slump, v: Sjukval): Sjukplan {
  const s = slump.gren('sjukfall')
  const monster = v.monster ?? valtMonster(s, v.dag)
  const perioder = sjukperioder(s, v, monster)
  const langst = Math.max(...perioder.map((p) => langd({ from: p.from, tom: tidigast(p.tom, v.idag) })))
  const diagnos = v.diagnos ?? enDiagnos(s, langst)
  const lakare = enLakare(s, person.lan)
  const fall = perioder.map((p, i) => {
    // Within five days the same sick period goes on: no new sick pay, no new report, the same first day.
    const fortsatter = i > 0 && monster === 'aterinsjuknande'
    const annan = i > 0 && monster === 'langtUppehall' && !v.diagnos
    return ettFall(s.gren(`fall${i}`), person.sysselsattning, p, v, {
      diagnos: annan ? enDiagnos(s, langst) : diagnos,
      lakare,
      forsta: fortsatter ? perioder[0]!.from : p.from,
      nySjukperiod: !fortsatter,
    })
  })
  return { dag: v.dag, monster, fall }
}

const harSjuklon = (s: Sysselsattning): boolean => s === 'anstalld'

/** A day that is a mark is kept whole, so that somebody stands on it. */
function valtMonster(s: Slump, dag: number): Monster {
  if (DAGMARKEN.includes(dag)) return 'sammanhangande'
  return s.viktat<Monster>([
    { vikt: 70, varde: 'sammanhangande' },
    ...(dag >= 40
      ? [
          { vikt: 6, varde: 'aterinsjuknande' as const },
          { vikt: 10, varde: 'friskIgen' as const },
        ]
      : []),
    ...(dag >= 80 ? [{ vikt: 9, varde: 'kortUppehall' as const }] : []),
    ...(dag >= 170 ? [{ vikt: 7, varde: 'langtUppehall' as const }] : []),
  ])
}

/** First and last day of each spell; the last one goes on past today unless the person is well. */
function sjukperioder(s: Slump, v: Sjukval, monster: Monster): Period[] {
  const forsta = plusDagar(v.idag, 1 - v.dag)
  const framat = plusDagar(v.idag, s.heltal(8, 60))
  const delat = (minstFria: number, flestFria: number): Period[] => {
    const fria = s.heltal(minstFria, flestFria)
    const langdForsta = s.heltal(20, Math.max(20, v.dag - fria - 16))
    const slut = plusDagar(forsta, langdForsta - 1)
    return [
      { from: forsta, tom: slut },
      { from: plusDagar(slut, fria + 1), tom: framat },
    ]
  }
  switch (monster) {
    case 'sammanhangande':
      return [{ from: forsta, tom: framat }]
    case 'friskIgen':
      return [{ from: forsta, tom: plusDagar(v.idag, -s.heltal(3, Math.max(4, v.dag - 25))) }]
    case 'aterinsjuknande':
      return delat(1, ATERINSJUKNANDE)
    case 'kortUppehall':
      return delat(6, Math.min(KEDJAGLAPP, v.dag - 40))
    case 'langtUppehall':
      return delat(KEDJAGLAPP + 1, Math.min(KEDJAGLAPP + 90, v.dag - 40))
  }
}

interface Fallval {
  readonly diagnos: Diagnos
  readonly lakare: Lakare
  /** first day of the sick period the spell belongs to */
  readonly forsta: Datum
  readonly nySjukperiod: boolean
}

function ettFall(s: Slump, slag: Sysselsattning, p: Period, v: Sjukval, f: Fallval): Sjukfall {
  const startgrad: Grad = v.felfritt || s.chans(0.85) ? 1 : s.val([0.75, 0.5, 0.25] as const)
  const kedja = intygskedja(s.gren('intyg'), { ...p, fore: v.idag, startgrad })
  const intyg = v.felfritt ? kedja.map(({ brist: _, ...i }) => i) : kedja
  const sjuklon = harSjuklon(slag) ? { from: f.forsta, tom: plusDagar(f.forsta, FORSTA_DAGARNA - 1) } : null
  const ansokningar = intyg
    .map((i, nr) =>
      enAnsokan(s.gren(`ansokan${nr}`), slag, i, {
        forsta: f.forsta,
        sjuklon,
        arForst: nr === 0 && f.nySjukperiod,
        felfri: v.felfritt ?? false,
      }),
    )
    .filter((a) => a.inkom < v.idag)
  return {
    ...p,
    diagnos: f.diagnos,
    lakare: f.lakare,
    intyg,
    ansokningar,
    sjuklon: f.nySjukperiod ? sjuklon : null,
    anmald: f.nySjukperiod ? anmalan(s, p, sjuklon, v) : null,
  }
}

const OANMALD = 0.04

/** The employer reports when sick pay ends; others report themselves the first days. A few are late. */
function anmalan(s: Slump, p: Period, sjuklon: Period | null, v: Sjukval): Sjukfall['anmald'] {
  if (!v.felfritt && s.chans(OANMALD)) return null
  const inkom = sjuklon ? plusDagar(sjuklon.tom, s.heltal(1, 3)) : plusDagar(p.from, s.heltal(0, 2))
  return inkom < v.idag ? { inkom, av: sjuklon ? 'arbetsgivare' : 'forsakrad' } : null
}

interface Ansokningsval {
  readonly forsta: Datum
  readonly sjuklon: Period | null
  readonly arForst: boolean
  readonly felfri: boolean
}

const UTAN_INKOMST = 0.05

/** Days from the first sick day to the first application: an employee waits for sick pay to end. */
const forstaVantan = (s: Slump, slag: Sysselsattning, sjuklon: Period | null): number => {
  if (sjuklon) return s.heltal(FORSTA_DAGARNA + 1, FORSTA_DAGARNA + 4)
  return slag === 'arbetslos' ? s.heltal(2, 6) : s.heltal(3, 9)
}

function enAnsokan(s: Slump, slag: Sysselsattning, i: Intygsplan, v: Ansokningsval): Ansokningsplan {
  const inkom = v.arForst ? plusDagar(v.forsta, forstaVantan(s, slag, v.sjuklon)) : plusDagar(i.skrivet, s.heltal(1, v.felfri ? 2 : 7))
  return {
    inkom: senast(inkom, i.skrivet),
    forstaSjukdag: v.forsta,
    perioder: i.perioder.map((x) => ({ from: x.from, tom: x.tom, omfattning: x.grad })),
    ...(v.sjuklon ? { sjuklon: v.sjuklon } : {}),
    ...(!v.felfri && v.arForst && s.chans(UTAN_INKOMST) ? { utanInkomst: true as const } : {}),
  }
}

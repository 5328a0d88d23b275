import type { Kommande, Roll, Uppgift } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { DAGINTERVALL } from '@atergang/regelverk'
import type { components } from '../api/schema.gen.ts'
import { rollnamn } from './text.ts'

export type Listrad = components['schemas']['Listrad']
export type Grupp = 'kraver' | 'vantar' | 'vilande'

export interface Betraktare {
  readonly id: string
  readonly roll: string
}

/** A case as a line of a list: what, whose move, since when, by when, why. */
export interface Listpost {
  readonly rad: Listrad
  readonly grupp: Grupp
  readonly vad: readonly string[]
  readonly varfor: string
  readonly vemsDrag: string
  readonly sedan: string | null
  /** last day to answer, when the question has one */
  readonly senast: Datum | null
  readonly nastaLagliga: Kommande | null
  readonly forsenad: boolean
}

/** Who the cases of a list are about, in words. */
const PARTER: Readonly<Record<string, string>> = { apr: 'Arbetsgivare', aprAnordnare: 'Anordnare', aprKontroll: 'Omgång' }
export const partsord = (rad: Pick<Listrad, 'forman'>): string => PARTER[rad.forman] ?? 'Person'
/** Heading of the column of parties: ”Person”, ”Person eller arbetsgivare”. */
export const partsrubrik = (rader: readonly Pick<Listrad, 'forman'>[]): string => {
  const ord = [...new Set(['Person', ...Object.values(PARTER)])].filter((o) => rader.some((r) => partsord(r) === o))
  return ord.length ? ord.map((o, i) => (i ? o.toLowerCase() : o)).join(' eller ') : 'Person'
}

const mina = (rad: Listrad, jag: Betraktare): readonly Uppgift[] =>
  (rad.sammanfattning.uppgifter as unknown as readonly Uppgift[]).filter(
    (u) => u.roll === (jag.roll as Roll) && !u.inteFor.includes(jag.id),
  )

/** A moment of the database's clock can lie after the day of a demo. */
const inteEfter = (tid: string | null, idag: Datum): string | null => (tid && tid.slice(0, 10) > idag ? idag : tid)

const tidigast = (dagar: readonly (Datum | null)[]): Datum | null => dagar.filter((d) => d !== null).sort()[0] ?? null

export function listpost(rad: Listrad, jag: Betraktare, idag: Datum): Listpost {
  const s = rad.sammanfattning
  const uppgifter = mina(rad, jag)
  const nastaLagliga = s.nastaLagliga as Kommande | null
  const grund = { rad, nastaLagliga }
  if (rad.vilarTill && rad.vilarTill > idag) {
    return {
      ...grund,
      grupp: 'vilande',
      vad: [`Vilar: ${rad.vilaSkal ?? ''}`],
      varfor: uppgifter[0]?.varforNu ?? '',
      vemsDrag: 'vilar',
      sedan: null,
      senast: rad.vilarTill as Datum,
      forsenad: false,
    }
  }
  if (uppgifter.length) {
    const senast = tidigast(uppgifter.map((u) => u.senast))
    return {
      ...grund,
      grupp: 'kraver',
      vad: uppgifter.map((u) => u.rubrik),
      varfor: uppgifter[0]!.varforNu,
      vemsDrag: 'du',
      sedan: inteEfter(rad.oppnad, idag),
      senast,
      forsenad: senast !== null && senast < idag,
    }
  }
  const andras = s.uppgifter as unknown as readonly Uppgift[]
  if (andras.length) {
    const senast = tidigast(andras.map((u) => u.senast))
    return {
      ...grund,
      grupp: 'vantar',
      vad: andras.map((u) => u.rubrik),
      varfor: andras[0]!.varforNu,
      vemsDrag: rollnamn(andras[0]!.roll),
      sedan: null,
      senast,
      forsenad: senast !== null && senast < idag,
    }
  }
  const vantan = s.vantar[0]
  const senast = (vantan?.till ?? null) as Datum | null
  return {
    ...grund,
    grupp: 'vantar',
    vad: s.vantar.map((v) => v.vad),
    varfor: vantan?.varfor ?? '',
    ...(vantan?.pa === 'tid' ? { vemsDrag: 'ingens', sedan: null } : { vemsDrag: vantan?.paNamn ?? '', sedan: vantan?.sedan ?? null }),
    senast,
    forsenad: senast !== null && senast < idag,
  }
}

/** The date that presses most: the last day to answer or the next day the law looks at. */
export const narmaste = (p: Listpost): string => tidigast([p.senast, p.nastaLagliga?.dag ?? null]) ?? '9999'

/** Nearest deadline first; among equals the one that has waited longest. */
export const efterFrist = (a: Listpost, b: Listpost): number =>
  narmaste(a).localeCompare(narmaste(b)) || (a.sedan ?? '9999').localeCompare(b.sedan ?? '9999') || a.rad.id.localeCompare(b.rad.id)

// --- three-state filters ------------------------------------------------------------------------------

export interface Filter {
  readonly namn: string
  readonly text: string
  /** filters of one group are alternatives; groups narrow each other */
  readonly grupp: string
  galler(p: Listpost): boolean
}

const dagar = (namn: string, text: string, fran: number, till: number): Filter => ({
  namn,
  text,
  grupp: 'dag',
  galler: (p) => p.rad.kedjedag >= fran && p.rad.kedjedag <= till,
})

export const FILTER: readonly Filter[] = [
  { namn: 'kraver', text: 'Kräver mig', grupp: 'status', galler: (p) => p.grupp === 'kraver' },
  { namn: 'vantar', text: 'Väntar på andra', grupp: 'status', galler: (p) => p.grupp === 'vantar' },
  { namn: 'vilande', text: 'Vilande', grupp: 'status', galler: (p) => p.grupp === 'vilande' },
  { namn: 'forsenad', text: 'Frist passerad', grupp: 'frist', galler: (p) => p.forsenad },
  // A case that counts no chain day is in no stretch.
  ...DAGINTERVALL.map((d) => dagar(`dag${d.fran}`, `Dag ${d.namn.replace('-', '–')}`, d.fran, d.till)),
]

export type Filterlage = 'med' | 'utan' | 'av'
export type Filterval = Readonly<Record<string, Filterlage>>

const NASTA: Readonly<Record<Filterlage, Filterlage>> = { av: 'med', med: 'utan', utan: 'av' }
export const vandFilter = (val: Filterval, namn: string): Filterval => ({ ...val, [namn]: NASTA[val[namn] ?? 'av'] })

/** Within a group any chosen one is enough; every group must agree; nothing that is taken away may apply. */
export function filtrera(poster: readonly Listpost[], val: Filterval): Listpost[] {
  const med = FILTER.filter((f) => val[f.namn] === 'med')
  const utan = FILTER.filter((f) => val[f.namn] === 'utan')
  const grupper = [...new Set(med.map((f) => f.grupp))]
  return poster.filter((p) => grupper.every((g) => med.some((f) => f.grupp === g && f.galler(p))) && !utan.some((f) => f.galler(p)))
}

/** As the address carries it: `?med=forsenad&utan=vantar,dag1`. */
export function filterUrAdress(q: Readonly<Record<string, unknown>>): Filterval {
  const namn = (v: unknown): string[] => (typeof v === 'string' ? v.split(',') : []).filter((n) => FILTER.some((f) => f.namn === n))
  return Object.fromEntries([...namn(q.utan).map((n) => [n, 'utan'] as const), ...namn(q.med).map((n) => [n, 'med'] as const)])
}

export function filterTillAdress(val: Filterval): { med?: string; utan?: string } {
  const namn = (lage: Filterlage): string =>
    FILTER.filter((f) => val[f.namn] === lage)
      .map((f) => f.namn)
      .join(',')
  return { ...(namn('med') ? { med: namn('med') } : {}), ...(namn('utan') ? { utan: namn('utan') } : {}) }
}

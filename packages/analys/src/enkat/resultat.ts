import { MINST_VISADE, skydda, type Dold } from '../skydd/skydd.ts'
import {
  kodsammanstallning,
  kombinationer,
  omradesindex,
  overMedel,
  personindex,
  SAMVERKANSINDEX,
  samverkansgrad,
  type Enkat,
  type Enkatfraga,
  type Kodsammanstallning,
  type Niva,
} from './enkat.ts'

/** A closed survey as it is kept: answers without owner, each with the value that results are told by (ADR 0074). */
export interface Stangdenkat {
  readonly fragor: readonly (Enkatfraga & { readonly alternativ: readonly string[] })[]
  readonly svarare: readonly {
    readonly id: string
    readonly grupp: string
    readonly svar: readonly {
      readonly fraga: number
      readonly item: string
      readonly varde: number | null
      readonly vetEj: boolean
      readonly svar: string | null
    }[]
  }[]
  readonly kodning: readonly {
    readonly svarare: string
    readonly fraga: number
    readonly item: string
    readonly kod: string
    readonly kodare: string
  }[]
}

/** A count that may be hidden: ”<5” when it is small, ”..” when it would give a small one away. */
export interface Skyddatantal {
  readonly antal: number | null
  readonly dold: Dold | null
}
export interface Frageresultat {
  readonly fraga: number
  readonly item: string
  readonly text: string
  readonly slag: 'skala' | 'val'
  /** answers that count: neither ”vet ej” nor left out */
  readonly n: Skyddatantal
  readonly vetEj: Skyddatantal
  readonly obesvarad: Skyddatantal
  readonly steg: readonly (Skyddatantal & { readonly namn: string })[]
  /** of a scale, one decimal; null when fewer than five have answered */
  readonly medel: number | null
}
export interface Indexresultat {
  readonly index: string
  readonly items: readonly string[]
  readonly n: number | null
  readonly medel: number | null
  /** mean of the groups that are shown: what over and under is against */
  readonly gruppmedel: number | null
  readonly grupper: readonly {
    readonly grupp: string
    readonly varde: number | null
    readonly n: number | null
    readonly over: boolean | null
  }[]
}
export interface Fritextresultat extends Kodsammanstallning {
  readonly fraga: number
  readonly item: string
  readonly text: string
  readonly svar: number
}
export interface Enkatresultat {
  readonly svarande: number
  /** fewer than five have answered: nothing more is told */
  readonly forFa: boolean
  readonly fragor: readonly Frageresultat[]
  readonly index: readonly Indexresultat[]
  /** low, medium or high cooperation of each group shown, when the survey has the four indices for it */
  readonly grader: readonly { readonly grupp: string; readonly grad: Niva }[]
  readonly kombinationer: readonly {
    readonly fraga: number
    readonly par: readonly { readonly mest: string; readonly minst: string; readonly antal: number }[]
    /** answers in pairs too rare to be shown */ readonly ovriga: Skyddatantal
  }[]
  readonly fritext: readonly Fritextresultat[]
}

/** The closed survey as the functions of the survey read it. What results are told by stands as area; who answered is a number. */
export function somEnkat(s: Stangdenkat): Enkat {
  const nr = new Map(s.svarare.map((x, i) => [x.id, i + 1]))
  return {
    fragor: s.fragor,
    mottagare: s.svarare.map((x, i) => ({
      id: i + 1,
      verksamhetsomrade: x.grupp,
      sfOmrade: x.grupp,
      lan: x.grupp,
      utskickad: '',
      paminnelser: 0,
      besvarad: '',
    })),
    svar: s.svarare.flatMap((x, i) => x.svar.map((a) => ({ mottagare: i + 1, ...a }))),
    kodning: s.kodning.map(({ svarare, ...k }) => ({ mottagare: nr.get(svarare)!, ...k })),
  }
}

/**
 * Groups whose mean may be shown: those with at least five. What is left over for whoever subtracts them from the whole must be nobody or at least
 * five, so the smallest shown go too until it is.
 */
export function visbaraGrupper(antal: ReadonlyMap<string, number>): ReadonlySet<string> {
  const storst = [...antal].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'sv'))
  const visas = storst.filter(([, n]) => n >= MINST_VISADE)
  let dolda = storst.filter(([, n]) => n < MINST_VISADE).reduce((s, [, n]) => s + n, 0)
  while (dolda > 0 && dolda < MINST_VISADE && visas.length) dolda += visas.pop()![1]
  return new Set(visas.map(([g]) => g))
}

/** How many of a group got the survey, and how many have answered: null when that would say of somebody whether they have. */
export interface SkyddadFrekvens {
  readonly grupp: string
  readonly mottagare: number
  readonly svarande: number | null
}

/**
 * Response rate by group. Who got the survey is known, so a group tells who answered when few have, and as well when few have not: it is shown when both are at
 * least five. The total is always known, so the same holds for what the hidden groups are together, and the smallest shown go too until it does.
 */
export function skyddadFrekvens(antal: ReadonlyMap<string, { readonly mottagare: number; readonly svarande: number }>): SkyddadFrekvens[] {
  const rojer = (a: { mottagare: number; svarande: number }): boolean => Math.min(a.svarande, a.mottagare - a.svarande) < MINST_VISADE
  const storst = [...antal].sort((a, b) => b[1].mottagare - a[1].mottagare || a[0].localeCompare(b[0], 'sv'))
  const visas = storst.filter(([, a]) => !rojer(a))
  const dolda = { mottagare: 0, svarande: 0 }
  const dolj = (a: { mottagare: number; svarande: number }): void =>
    void Object.assign(dolda, { mottagare: dolda.mottagare + a.mottagare, svarande: dolda.svarande + a.svarande })
  for (const [, a] of storst) if (rojer(a)) dolj(a)
  while (dolda.mottagare > 0 && rojer(dolda) && visas.length) dolj(visas.pop()![1])
  const kvar = new Set(visas.map(([g]) => g))
  return [...antal]
    .map(([grupp, a]) => ({ grupp, mottagare: a.mottagare, svarande: kvar.has(grupp) ? a.svarande : null }))
    .sort((a, b) => a.grupp.localeCompare(b.grupp, 'sv'))
}

const medel = (v: readonly number[]): number | null => (v.length ? v.reduce((a, b) => a + b, 0) / v.length : null)
const entiondel = (x: number | null): number | null => (x === null ? null : Math.round(x * 10) / 10)

/** Results of a closed survey, with every small number hidden and what would give one away. */
export function enkatresultat(s: Stangdenkat): Enkatresultat {
  const svarande = s.svarare.length
  if (svarande < MINST_VISADE) return { svarande, forFa: true, fragor: [], index: [], grader: [], kombinationer: [], fritext: [] }
  const e = somEnkat(s)
  const index = [...new Set(e.fragor.flatMap((f) => (f.index && f.slag === 'skala' ? [f.index] : [])))]
  return {
    svarande,
    forFa: false,
    fragor: s.fragor.flatMap((f) => (f.slag === 'fritext' ? [] : [frageresultat(e, f, f.alternativ, svarande)])),
    index: index.map((i) => indexresultat(e, i)),
    grader: grader(e, index),
    kombinationer: [...new Set(e.fragor.filter((f) => f.item === 'mest').map((f) => f.fraga))].map((fraga) => paren(e, fraga)),
    fritext: e.fragor.filter((f) => f.slag === 'fritext').map((f) => fritexten(e, f)),
  }
}

function frageresultat(e: Enkat, f: Enkatfraga, alternativ: readonly string[], svarande: number): Frageresultat {
  const svar = e.svar.filter((x) => x.fraga === f.fraga && x.item === f.item)
  const varden = svar.flatMap((x) => (x.vetEj || x.varde === null ? [] : [x.varde]))
  const steg = f.slag === 'skala' ? Array.from({ length: f.hogst! - f.minst! + 1 }, (_, i) => String(f.minst! + i)) : [...alternativ]
  const antal = new Map(
    steg.map((namn) => [
      namn,
      f.slag === 'skala' ? varden.filter((v) => String(v) === namn).length : svar.filter((x) => x.svar === namn).length,
    ]),
  )
  const n = [...antal.values()].reduce((a, b) => a + b, 0)
  const vetEj = svar.filter((x) => x.vetEj).length
  const variabler = new Map([
    ...[...antal].map(([k, v]) => [`steg ${k}`, v] as const),
    ['n', n],
    ['vetEj', vetEj],
    ['obesvarad', svarande - n - vetEj],
    ['svarande', svarande],
  ])
  const { dolda } = skydda({
    variabler,
    likheter: [
      { summa: 'n', delar: steg.map((k) => `steg ${k}`) },
      { summa: 'svarande', delar: ['n', 'vetEj', 'obesvarad'] },
    ],
  })
  const visa = (k: string): Skyddatantal => ({ antal: dolda.has(k) ? null : variabler.get(k)!, dold: dolda.get(k) ?? null })
  return {
    fraga: f.fraga,
    item: f.item,
    text: f.text,
    slag: f.slag as 'skala' | 'val',
    n: visa('n'),
    vetEj: visa('vetEj'),
    obesvarad: visa('obesvarad'),
    steg: steg.map((namn) => ({ namn, ...visa(`steg ${namn}`) })),
    medel: f.slag === 'skala' && n >= MINST_VISADE ? entiondel(medel(varden)) : null,
  }
}

/** Of an index: how many in each group have one, and which groups may be shown. */
function gruppantal(e: Enkat, index: string): { antal: ReadonlyMap<string, number>; visas: ReadonlySet<string> } {
  const har = personindex(e, index)
  const antal = new Map(
    [...new Set(e.mottagare.map((m) => m.sfOmrade))]
      .sort((a, b) => a.localeCompare(b, 'sv'))
      .map((g) => [g, e.mottagare.filter((m) => m.sfOmrade === g && har.has(m.id)).length]),
  )
  return { antal, visas: visbaraGrupper(antal) }
}

function indexresultat(e: Enkat, index: string): Indexresultat {
  const personer = [...personindex(e, index).values()]
  const { antal, visas } = gruppantal(e, index)
  const varden = new Map(
    omradesindex(e, index)
      .filter((o) => visas.has(o.omrade))
      .map((o) => [o.omrade, o.varde]),
  )
  const over = overMedel(varden)
  const visaAlla = personer.length >= MINST_VISADE
  return {
    index,
    items: e.fragor.filter((f) => f.index === index).map((f) => `${f.fraga} ${f.item}`),
    n: visaAlla ? personer.length : null,
    medel: visaAlla ? entiondel(medel(personer)) : null,
    gruppmedel: entiondel(medel([...varden.values()])),
    grupper: [...antal].map(([grupp, n]) =>
      visas.has(grupp)
        ? { grupp, varde: entiondel(varden.get(grupp)!), n, over: over.get(grupp)! }
        : { grupp, varde: null, n: null, over: null },
    ),
  }
}

const FYRA = [...SAMVERKANSINDEX.arbetsgivare, ...SAMVERKANSINDEX.vardenheter] as readonly string[]
/** The steps of fn 158 over the groups that may be shown in all four indices; the others take no part in the mean either. */
function grader(e: Enkat, index: readonly string[]): Enkatresultat['grader'] {
  if (!FYRA.every((i) => index.includes(i))) return []
  const visas = FYRA.map((i) => gruppantal(e, i).visas)
  const kvar = { ...e, mottagare: e.mottagare.filter((m) => visas.every((v) => v.has(m.sfOmrade))) }
  return kvar.mottagare.length ? [...samverkansgrad(kvar)].map(([grupp, grad]) => ({ grupp, grad })) : []
}

/** Pairs as groups are: the rare ones together, and never fewer than five of them. */
function paren(e: Enkat, fraga: number): Enkatresultat['kombinationer'][number] {
  const alla = kombinationer(e, fraga)
  const nyckel = (p: { mest: string; minst: string }): string => `${p.mest}\u0000${p.minst}`
  const visas = visbaraGrupper(new Map(alla.map((p) => [nyckel(p), p.antal])))
  const antal = alla.filter((p) => !visas.has(nyckel(p))).reduce((s, p) => s + p.antal, 0)
  return {
    fraga,
    par: alla.filter((p) => visas.has(nyckel(p))),
    ovriga: antal > 0 && antal < MINST_VISADE ? { antal: null, dold: 'liten' } : { antal, dold: null },
  }
}

/** Codes are the coders' and few: they are told as counts of answers, as the report does (fn 127, 137); who wrote which is not known to anybody. */
const fritexten = (e: Enkat, f: Enkatfraga): Fritextresultat => ({
  fraga: f.fraga,
  item: f.item,
  text: f.text,
  svar: e.svar.filter((x) => x.fraga === f.fraga && x.item === f.item && x.svar !== null).length,
  ...kodsammanstallning(e, f.fraga, f.item),
})

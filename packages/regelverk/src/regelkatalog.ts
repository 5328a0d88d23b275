import type { Datum } from '@atergang/kalender'
import { bedomningsfragor, type Beslutsfattare } from './bedomning/index.ts'
import type { Enhet, Parameter, Regel } from './definition.ts'
import { skrivVarde } from './forklara.ts'
import { indataTill, parametrarTill, reglerTill } from './genomgang.ts'
import { kortLagrum, lagrumstext, paragrafnyckel, type Lagrum } from './lagrum.ts'
import type { Lagstycke } from './lagtext.ts'
import { lydelser, parametrar, riksinstallningar } from './parametrar/index.ts'
import { regler } from './regler/index.ts'
import type { Tal } from './tal.ts'
import { tidsregler } from './tidsregler/index.ts'
import type { Tidsregel } from './tidsregel.ts'
import { iOrd } from './iOrd.ts'

/** A citation for reading: ”27 kap. 48 § tredje stycket 1”, with the key of its paragraph. */
export interface Kataloglagrum {
  readonly kort: string
  readonly text: string
  readonly paragraf: string
}

export interface Katalogversion {
  readonly from: Datum
  readonly tom: Datum | null
  readonly kalla: string
  /** the expression as a sentence; null for a rule over days, whose words are its rubrik and explanation */
  readonly iOrd: string | null
}

export interface Katalogfaktum {
  readonly namn: string
  readonly rubrik: string
  readonly enhet: Enhet | 'datum' | 'antal' | 'perioder'
  /** true when a human answers it: a question of `fragor` with the same name */
  readonly arFraga: boolean
}

export interface Katalogregel {
  readonly slag: 'regel' | 'tidsregel'
  readonly namn: string
  readonly rubrik: string
  readonly enhet: Enhet | null
  readonly lagrum: readonly Kataloglagrum[]
  readonly versioner: readonly Katalogversion[]
  readonly fakta: readonly Katalogfaktum[]
  readonly parametrar: readonly string[]
  readonly anvander: readonly string[]
  readonly anvandsAv: readonly string[]
}

export interface Katalogparameter {
  readonly slag: 'parameter' | 'lydelse' | 'riksinstallning'
  readonly namn: string
  readonly rubrik: string
  readonly enhet: Enhet
  readonly lagrum: readonly Kataloglagrum[]
  readonly varden: readonly {
    readonly from: Datum
    readonly tom: Datum | null
    readonly varde: string
    readonly tal: Tal | null
    readonly kalla: string
  }[]
  readonly anvandsAv: readonly string[]
}

export interface Katalogfraga {
  readonly namn: string
  readonly rubrik: string
  readonly enhet: Enhet
  readonly lagrum: readonly Kataloglagrum[]
  readonly ord: string
  readonly svarar: Beslutsfattare
  readonly radfraga: 'fmr' | 'specialist' | null
  readonly anvandsAv: readonly string[]
}

/** Everything that is law in the house, as plain data: for a page, for Markdown, for who builds on it. */
export interface Regelkatalog {
  readonly regler: readonly Katalogregel[]
  readonly parametrar: readonly Katalogparameter[]
  readonly fragor: readonly Katalogfraga[]
  /** the words of every paragraph cited, by key, in the order they are first cited */
  readonly paragrafer: Readonly<Record<string, readonly Lagstycke[]>>
}

const lagrummen = (ls: readonly Lagrum[]): Kataloglagrum[] =>
  ls.map((l) => ({ kort: kortLagrum(l), text: lagrumstext(l), paragraf: paragrafnyckel(l) }))
const fragenamn = new Set(bedomningsfragor.map((f) => f.namn))

function uttrycksregel(r: Regel): Katalogregel {
  return {
    slag: 'regel',
    namn: r.namn,
    rubrik: r.rubrik,
    enhet: r.enhet,
    lagrum: lagrummen(r.lagrum),
    versioner: r.versioner.map((v) => ({ from: v.from, tom: v.tom ?? null, kalla: v.kalla, iOrd: iOrd(v.varde) })),
    fakta: indataTill(r).map((u) => ({ namn: u.namn, rubrik: u.rubrik, enhet: u.enhet, arFraga: fragenamn.has(u.namn) })),
    parametrar: parametrarTill(r).map((p) => p.namn),
    anvander: reglerTill(r).map((x) => x.namn),
    anvandsAv: regler.filter((x) => reglerTill(x).includes(r)).map((x) => x.namn),
  }
}

function dagregel(r: Tidsregel): Katalogregel {
  return {
    slag: 'tidsregel',
    namn: r.namn,
    rubrik: r.rubrik,
    enhet: null,
    lagrum: lagrummen(r.lagrum),
    versioner: r.versioner.map((v) => ({ from: v.from, tom: null, kalla: v.kalla, iOrd: null })),
    fakta: Object.entries(r.fakta).map(([namn, f]) => ({ namn, rubrik: f.rubrik, enhet: f.slag, arFraga: fragenamn.has(namn) })),
    parametrar: [],
    anvander: [],
    anvandsAv: [],
  }
}

const arTal = (v: unknown): v is Tal => typeof v === 'object' && v !== null && 't' in v
const skriv = (v: Tal | boolean | number, enhet: Enhet): string => skrivVarde(typeof v === 'number' ? { t: v, n: 1 } : v, enhet)

function parametern(p: Parameter<Tal | boolean | number>, slag: Katalogparameter['slag']): Katalogparameter {
  return {
    slag,
    namn: p.namn,
    rubrik: p.rubrik,
    enhet: p.enhet,
    lagrum: lagrummen(p.lagrum),
    varden: p.varden.map((v) => ({
      from: v.from,
      tom: v.tom ?? null,
      varde: skriv(v.varde, p.enhet),
      tal: arTal(v.varde) ? v.varde : null,
      kalla: v.kalla,
    })),
    anvandsAv: regler.filter((r) => parametrarTill(r).some((x) => x.namn === p.namn)).map((r) => r.namn),
  }
}

/**
 * The whole body of rules as plain data. The words of the paragraphs come from who asks, `paragraftext` of
 * `@atergang/regelverk/lagtext`: who does not need them does not load them.
 */
export function regelkatalog(paragraftext: (l: Lagrum) => readonly Lagstycke[] | undefined = () => undefined): Regelkatalog {
  const reglerna = [...regler.map(uttrycksregel), ...tidsregler.map(dagregel)]
  const parametrarna = [
    ...parametrar.map((p) => parametern(p, 'parameter')),
    ...lydelser.map((p) => parametern(p, 'lydelse')),
    ...riksinstallningar.map((p) => parametern(p as Parameter<boolean | number>, 'riksinstallning')),
  ]
  const citerade = [...regler, ...tidsregler, ...parametrar, ...lydelser, ...riksinstallningar, ...bedomningsfragor].flatMap(
    (x) => x.lagrum,
  )
  const paragrafer: Record<string, readonly Lagstycke[]> = {}
  for (const l of citerade) {
    const text = paragraftext(l)
    if (text) paragrafer[paragrafnyckel(l)] ??= text
  }
  return {
    regler: reglerna,
    parametrar: parametrarna,
    fragor: bedomningsfragor.map((f) => ({
      namn: f.namn,
      rubrik: f.rubrik,
      enhet: f.enhet,
      lagrum: lagrummen(f.lagrum),
      ord: f.ord,
      svarar: f.svarar,
      radfraga: f.radfraga ?? null,
      anvandsAv: reglerna.filter((r) => r.fakta.some((x) => x.namn === f.namn)).map((r) => r.namn),
    })),
    paragrafer,
  }
}

import type { Regel } from '../definition.ts'
import { Tabell, type Bestand } from './bestand.ts'
import type { Vektor } from './js.ts'
import type { Karna, Vad } from './karna.ts'
import { lagringI, Minne, nyVektor, type Utrymme } from './minne.ts'
import { dagrecept, karnaFor, type Radernas, type Recept } from './recept.ts'
import { Kolumnfel, spannet } from './uppgifter.ts'
import type { Rader, Utfall } from './utfall.ts'
import { BREDD, type Lagring } from './wasm/lagring.ts'
import { varv, type Plats, type Varvdel } from './wasm/varv.mjs'

export interface Korval {
  /** the day of all rows, or the column of days */
  readonly datum: Radernas
  /** default WebAssembly; JavaScript is the fallback and what it is checked against */
  readonly motor?: 'wasm' | 'js'
}

/**
 * Works out a rule for every row of a population. Exact: every number on the way is proven to fit,
 * or the rows are run in integers without limit (`motor` of the answer says so). Agrees with
 * `forklara` on value and unknown, row by row.
 * @throws {Kolumnfel} when a column cannot be used
 */
export const kor = (mal: Regel, b: Bestand, val: Korval): Utfall => korFlera([mal], b, val)[0]!

/** Several rules in one pass: what they share is worked out once. */
export function korFlera(mal: readonly Regel[], b: Bestand, val: Korval): readonly Utfall[] {
  return korRecept(dagreceptFor(mal, b, val.datum), b, val.motor ?? 'wasm')
}

export function dagreceptFor(mal: readonly Regel[], b: Bestand, datum: Radernas): Recept {
  if (typeof datum === 'string') return dagrecept(mal, datum, null)
  dagarna(b, datum.kolumn)
  return dagrecept(mal, datum, spannet(b, datum.kolumn))
}

/** @throws {Kolumnfel} when the column holds no days */
export function dagarna(b: Bestand, kolumn: string): void {
  const k = b.kolumner[kolumn]
  if (!k) throw new Kolumnfel(kolumn, 'finns inte. Ange den kolumn som har radernas dag.')
  if (!(k.data instanceof Int32Array) || k.saknas || (k.skala ?? 1) !== 1)
    throw new Kolumnfel(kolumn, 'ska vara en Int32Array av dagnummer utan saknade värden.')
  if (k.data.length < b.antal) throw new Kolumnfel(kolumn, `har färre rader än beståndets ${b.antal}.`)
}

export function korRecept(recept: Recept, b: Bestand, motor: 'wasm' | 'js'): readonly Utfall[] {
  const karna = karnaFor(recept, b, motor)
  if (b.antal === 0 || karna.resultat.length === 0)
    return utfall(
      recept,
      karna,
      b.antal,
      karna.resultat.map((l) => nyVektor(l, 0)),
    )
  if (karna.motor !== 'wasm') return utfall(recept, karna, b.antal, iJavaScript(karna, b))
  if (!(b instanceof Tabell)) return utfall(recept, karna, b.antal, iLan(karna, b))
  const t = iTabell(karna, b)
  varv(t.delar, 0, b.antal, t.perVarv)
  return t.klart(recept)
}

/** Rows a turn: with one loop many, so that counting costs nothing; with several few, so that what they leave stays in the cache. */
export const radPerVarv = (karna: Karna): number => (karna.delar.length > 1 ? 1024 : 65_536)

function utfall(
  recept: Recept,
  karna: Karna,
  antal: number,
  resultat: readonly Vektor[],
  slapp: () => void = () => undefined,
): readonly Utfall[] {
  return karna.svar.map((s, i) => {
    const del = (d: typeof s.t): Rader => (d.typ === 'fast' ? d.varde : resultat[d.nr]!)
    return { antal, enhet: recept.enheter[i]!, motor: karna.motor, taljare: del(s.t), namnare: del(s.n), kant: del(s.kant), slapp }
  })
}

// --- JavaScript ------------------------------------------------------------------------------------

type Inkolumn = Extract<Vad, { namn: string }>
const kolumnen = (b: Bestand, v: Inkolumn): Vektor => (v.typ === 'kolumn' ? b.kolumner[v.namn]!.data : b.kolumner[v.namn]!.saknas!)

function iJavaScript(karna: Karna, b: Bestand): readonly Vektor[] {
  const resultat = karna.resultat.map((l) => nyVektor(l, b.antal))
  const perVarv = radPerVarv(karna)
  const mellan = karna.mellan.map((l) => nyVektor(l, perVarv))
  const hela = (v: Vad): Vektor => ('namn' in v ? kolumnen(b, v) : v.typ === 'resultat' ? resultat[v.nr]! : mellan[v.nr]!)
  const enda = karna.delar.length === 1
  for (let fran = 0; fran < b.antal; fran += enda ? b.antal : perVarv) {
    const till = enda ? b.antal : Math.min(fran + perVarv, b.antal)
    const stycke = (v: Vad): Vektor => (enda || v.typ === 'mellan' ? hela(v) : (hela(v).subarray(fran, till) as Vektor))
    karna.delar.forEach((d, i) => karna.slingor[i]!(0, till - fran, d.lasta.map(stycke), d.lamnade.map(stycke)))
  }
  return resultat
}

// --- WebAssembly -----------------------------------------------------------------------------------

const moduler = new WeakMap<Karna, Map<boolean, WebAssembly.Module>>()
const instanser = new WeakMap<Karna, WeakMap<Minne, WebAssembly.Instance>>()

export function modulen(karna: Karna, delat: boolean): WebAssembly.Module {
  const alla = moduler.get(karna) ?? new Map<boolean, WebAssembly.Module>()
  moduler.set(karna, alla)
  const m = alla.get(delat) ?? new WebAssembly.Module(karna.bytes(delat))
  alla.set(delat, m)
  return m
}

function instansen(karna: Karna, minne: Minne): WebAssembly.Instance {
  const alla = instanser.get(karna) ?? new WeakMap<Minne, WebAssembly.Instance>()
  instanser.set(karna, alla)
  const i = alla.get(minne) ?? new WebAssembly.Instance(modulen(karna, minne.delat), { e: { m: minne.wasm } })
  alla.set(minne, i)
  return i
}

/** Where each thing a loop reads or leaves lies. */
const platser = (karna: Karna, plats: (v: Vad) => Plats): readonly { readonly namn: string; readonly platser: readonly Plats[] }[] =>
  karna.delar.map((d) => ({ namn: d.namn, platser: [...d.lasta, ...d.lamnade].map(plats) }))

const medSlingor = (karna: Karna, minne: Minne, delar: ReturnType<typeof platser>): readonly Varvdel[] => {
  const { exports } = instansen(karna, minne)
  return delar.map((d) => ({ slinga: exports[d.namn] as Varvdel['slinga'], platser: d.platser }))
}

const foljerRaden = (u: Utrymme): Plats => ({ adress: u.adress, bredd: BREDD[u.lagring] })
const omigen = (u: Utrymme): Plats => ({ adress: u.adress, bredd: 0 })

export interface Tabellkorning {
  readonly delar: readonly Varvdel[]
  readonly perVarv: number
  readonly klart: (recept: Recept) => readonly Utfall[]
}

/** Everything lies in the table's memory already. */
function iTabell(karna: Karna, t: Tabell): Tabellkorning {
  const lagd = laggUt(karna, t, 1)
  return { delar: medSlingor(karna, t.minne, lagd.platser[0]!), perVarv: lagd.perVarv, klart: lagd.klart }
}

export interface Utlaggning {
  /** for each worker: what its loops read and leave */
  readonly platser: readonly ReturnType<typeof platser>[]
  readonly perVarv: number
  readonly klart: (recept: Recept) => readonly Utfall[]
}

/** Makes room in the table for results, and for each worker's intermediate columns. */
export function laggUt(karna: Karna, t: Tabell, arbetare: number): Utlaggning {
  const perVarv = radPerVarv(karna)
  const resultat = karna.resultat.map((l) => t.minne.reservera(l, t.antal))
  const mellan = Array.from({ length: arbetare }, () => karna.mellan.map((l) => t.minne.reservera(l, perVarv)))
  const plats =
    (m: readonly Utrymme[]) =>
    (v: Vad): Plats =>
      v.typ === 'mellan'
        ? omigen(m[v.nr]!)
        : foljerRaden(v.typ === 'resultat' ? resultat[v.nr]! : v.typ === 'saknas' ? t.mask(v.namn) : t.utrymme(v.namn))
  return {
    platser: mellan.map((m) => platser(karna, plats(m))),
    perVarv,
    klart(recept) {
      mellan.flat().forEach((u) => t.minne.slapp(u))
      let slappt = false
      const slapp = (): void => {
        if (!slappt) resultat.forEach((u) => t.minne.slapp(u))
        slappt = true
      }
      return utfall(
        recept,
        karna,
        t.antal,
        resultat.map((u) => t.minne.vy(u)),
        slapp,
      )
    },
  }
}

/** A kernel's own small memory, for columns that lie elsewhere. */
interface Lan {
  readonly minne: Minne
  readonly perVarv: number
  readonly in: readonly { readonly v: Inkolumn; readonly u: Utrymme }[]
  readonly ut: readonly Utrymme[]
  readonly delar: readonly Varvdel[]
}

const lanen = new WeakMap<Karna, Lan>()
const RADER_I_LAN = 8192

function lanet(karna: Karna, b: Bestand): Lan {
  const redan = lanen.get(karna)
  if (redan) return redan
  const perVarv = Math.min(RADER_I_LAN, radPerVarv(karna))
  const minne = new Minne(false)
  const rum = (l: Lagring): Utrymme => minne.reservera(l, perVarv)
  const inkolumner: readonly Inkolumn[] = [
    ...karna.kolumner.map((namn) => ({ typ: 'kolumn', namn }) as const),
    ...karna.medSaknas.map((namn) => ({ typ: 'saknas', namn }) as const),
  ]
  const inne = inkolumner.map((v) => ({ v, u: rum(lagringI(kolumnen(b, v))) }))
  const [ut, mellan] = [karna.resultat.map(rum), karna.mellan.map(rum)]
  const plats = (v: Vad): Plats =>
    omigen('namn' in v ? inne.find((x) => x.v.typ === v.typ && x.v.namn === v.namn)!.u : v.typ === 'resultat' ? ut[v.nr]! : mellan[v.nr]!)
  const lan = { minne, perVarv, in: inne, ut, delar: medSlingor(karna, minne, platser(karna, plats)) }
  lanen.set(karna, lan)
  return lan
}

/** Columns from elsewhere are lent to the loops some thousand rows at a time. */
function iLan(karna: Karna, b: Bestand): readonly Vektor[] {
  const lan = lanet(karna, b)
  const resultat = karna.resultat.map((l) => nyVektor(l, b.antal))
  const [inVyer, utVyer] = [lan.in.map((x) => lan.minne.vy(x.u)), lan.ut.map((u) => lan.minne.vy(u))]
  for (let fran = 0; fran < b.antal; fran += lan.perVarv) {
    const till = Math.min(fran + lan.perVarv, b.antal)
    lan.in.forEach(({ v }, i) => inVyer[i]!.set(kolumnen(b, v).subarray(fran, till)))
    varv(lan.delar, 0, till - fran, lan.perVarv)
    resultat.forEach((r, i) => r.set(utVyer[i]!.subarray(0, till - fran), fran))
  }
  return resultat
}

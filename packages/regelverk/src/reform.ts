import { arDatum, plusDagar, type Datum } from '@atergang/kalender'
import { delarAv, type Daterat, type Parameter, type Regel, type Uttryck } from './definition.ts'
import { underliggande } from './genomgang.ts'
import { regelverk, Regelverksfel, type Regelverk } from './regelverk.ts'
import { tal, type Tal } from './tal.ts'

/**
 * A change of the law: dated values in the place of those in force, wordings of rules in the
 * place of those in force, and new rules. Outside the new dates the law is as before.
 */
export interface Reform {
  readonly namn: string
  /** new values of parameters, by name */
  readonly parametrar?: Readonly<Record<string, readonly Daterat<Tal>[]>>
  /**
   * Rules that replace those of the same name from their own dates on, or are new. A rule that
   * refers to its own name means the wording before the reform: ”as now, but at least …”.
   */
  readonly regler?: readonly Regel[]
}

/** What the earlier wording of a replaced rule is called where the new one refers to it. */
const FORE = 'ForeReformen'

/** The law as the reform would have it; the law it starts from is left as it is. @throws {Regelverksfel} when the reform names what is not there */
export function reformera(rv: Regelverk, reform: Reform): Regelverk {
  const nya = new Map((reform.regler ?? []).map((r) => [r.namn, r] as const))
  const gamla = new Map(rv.regler.map((r) => [r.namn, r] as const))
  const kanda = new Set(underliggande(...rv.regler, ...nya.values()).parametrar.map((p) => p.namn))
  const okanda = Object.keys(reform.parametrar ?? {}).filter((n) => !kanda.has(n))
  if (okanda.length) throw new Regelverksfel(reform.namn, okanda.map((n) => `Det finns ingen parameter ”${n}”.`))

  const parametrar = new Map<string, Parameter>()
  const regler = new Map<string, Regel>()
  const pagar = new Set<string>()

  const parametern = (p: Parameter): Parameter => {
    const redan = parametrar.get(p.namn)
    if (redan) return redan
    const andrade = reform.parametrar?.[p.namn]
    const ny = andrade ? { ...p, varden: iStallet(p.varden, andrade) } : p
    parametrar.set(p.namn, ny)
    return ny
  }

  /** @param inom the rule whose new wording is being rewritten: its own name then means the old one */
  const regeln = (r: Regel, inom: string | null): Regel => {
    const somFore = r.namn === inom
    const namn = somFore ? r.namn + FORE : r.namn
    const redan = regler.get(namn)
    if (redan) return redan
    const gammal = gamla.get(r.namn)
    const ny = somFore ? undefined : nya.get(r.namn)
    if (somFore && !gammal) throw new Regelverksfel(reform.namn, [`Regeln ${r.namn} är ny och kan inte hänvisa till sig själv.`])
    if (pagar.has(namn)) throw new Regelverksfel(reform.namn, [`Reglerna går i cirkel: ${[...pagar, namn].join(' → ')}.`])
    pagar.add(namn)
    const grund = somFore ? gammal! : (ny ?? gammal ?? r)
    const egna = grund.versioner.map((v) => ({ ...v, varde: uttrycket(v.varde, ny ? r.namn : null) }))
    const fore = ny && gammal ? gammal.versioner.map((v) => ({ ...v, varde: uttrycket(v.varde, null) })) : null
    const klar: Regel = { ...grund, namn, rubrik: somFore ? `${grund.rubrik}, före reformen` : grund.rubrik, versioner: fore ? iStallet(fore, egna) : egna }
    regler.set(namn, klar)
    pagar.delete(namn)
    return klar
  }

  const skrivna = new Map<string | null, Map<Uttryck, Uttryck>>()
  const uttrycket = (u: Uttryck, inom: string | null): Uttryck => {
    const minne = skrivna.get(inom) ?? new Map<Uttryck, Uttryck>()
    skrivna.set(inom, minne)
    const redan = minne.get(u)
    if (redan) return redan
    const ny = omskrivet(u, (d) => uttrycket(d, inom), parametern, (r) => regeln(r, inom))
    minne.set(u, ny)
    return ny
  }

  return regelverk(reform.namn, [...rv.regler, ...nya.values()].map((r) => regeln(r, null)))
}

function omskrivet(u: Uttryck, iDel: (u: Uttryck) => Uttryck, parametern: (p: Parameter) => Parameter, regeln: (r: Regel) => Regel): Uttryck {
  if (u.sort === 'parameter') return parametern(u) as Uttryck
  if (u.sort === 'regel') return { ...u, regel: regeln(u.regel) }
  const delar = delarAv(u)
  if (delar.length === 0) return u
  if (u.sort === 'om') return { ...u, villkor: iDel(u.villkor), da: iDel(u.da), annars: iDel(u.annars) }
  const [a, b] = delar.map(iDel)
  return { ...u, a: a!, ...(b ? { b } : {}) } as Uttryck
}

/** The new dated values where they hold, and the old ones everywhere else. */
export function iStallet<V>(gamla: readonly Daterat<V>[], nya: readonly Daterat<V>[]): readonly Daterat<V>[] {
  const kvar = nya.reduce<readonly Daterat<V>[]>((rester, n) => rester.flatMap((g) => utanfor(g, n)), gamla)
  return [...kvar, ...nya].sort((a, b) => (a.from < b.from ? -1 : 1))
}

const SIST = '9999-12-31' as Datum

function utanfor<V>(g: Daterat<V>, n: Daterat<V>): readonly Daterat<V>[] {
  const [gTom, nTom] = [g.tom ?? SIST, n.tom ?? SIST]
  if (gTom < n.from || nTom < g.from) return [g]
  const fore = g.from < n.from ? [{ ...g, tom: plusDagar(n.from, -1) }] : []
  const efter = gTom > nTom ? [{ ...g, from: plusDagar(nTom, 1) }] : []
  return [...fore, ...efter]
}

/**
 * A reform of parameters as data: `{"namn", "parametrar": {"sgiTak": [{"from", "tom"?, "varde": "12", "kalla"}]}}`.
 * @throws {Regelverksfel} naming the field
 */
export function lasReform(data: unknown): Reform {
  const fel: string[] = []
  const d = somObjekt(data)
  if (!d || typeof d.namn !== 'string' || d.namn === '') throw new Regelverksfel('reform', ['namn: ange vad reformen heter.'])
  const in_ = somObjekt(d.parametrar)
  if (!in_ || Object.keys(in_).length === 0) throw new Regelverksfel(d.namn, ['parametrar: ange minst en parameter med nya värden.'])
  const parametrar = Object.fromEntries(
    Object.entries(in_).map(([namn, lista]) => {
      if (!Array.isArray(lista) || lista.length === 0) fel.push(`parametrar.${namn}: ange en lista av värden.`)
      return [namn, (Array.isArray(lista) ? lista : []).flatMap((v, i) => lasVarde(v, `parametrar.${namn}.${i}`, fel))]
    }),
  )
  if (fel.length) throw new Regelverksfel(d.namn, fel)
  return { namn: d.namn, parametrar }
}

const somObjekt = (x: unknown): Record<string, unknown> | null => (typeof x === 'object' && x !== null && !Array.isArray(x) ? (x as Record<string, unknown>) : null)

function lasVarde(x: unknown, falt: string, fel: string[]): readonly Daterat<Tal>[] {
  const v = somObjekt(x)
  if (!v) {
    fel.push(`${falt}: ange from, varde och kalla.`)
    return []
  }
  if (!arDatum(v.from)) fel.push(`${falt}.from: skriv datumet som år-månad-dag.`)
  if (v.tom !== undefined && !arDatum(v.tom)) fel.push(`${falt}.tom: skriv datumet som år-månad-dag.`)
  if (arDatum(v.from) && arDatum(v.tom) && v.tom < v.from) fel.push(`${falt}.tom: ligger före from.`)
  if (typeof v.kalla !== 'string' || v.kalla === '') fel.push(`${falt}.kalla: säg varifrån värdet kommer.`)
  const varde = lasTal(v.varde)
  if (!varde) fel.push(`${falt}.varde: skriv ett heltal, eller ett decimaltal som text (”0,97”).`)
  return fel.length === 0 && varde ? [{ from: v.from as Datum, ...(v.tom === undefined ? {} : { tom: v.tom as Datum }), varde, kalla: v.kalla as string }] : []
}

function lasTal(x: unknown): Tal | null {
  if (typeof x === 'number') return Number.isSafeInteger(x) ? tal(x) : null
  return typeof x === 'string' && /^-?\d+([.,]\d+)?$/.test(x) ? tal(x) : null
}

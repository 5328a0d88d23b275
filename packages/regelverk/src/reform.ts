import { plusDagar, type Datum } from '@atergang/kalender'
import type { Daterat, Parameter, Regel, Uttryck } from './definition.ts'
import { underliggande } from './genomgang.ts'
import { omskrivet } from './omskriv.ts'
import { regelverk, Regelverksfel, type Regelverk } from './regelverk.ts'
import type { Tal } from './tal.ts'

/**
 * A change of the law: dated values in the place of those in force, wordings of rules in the
 * place of those in force, and new rules. Outside the new dates the law is as before.
 */
export interface Reform {
  readonly namn: string
  /** who proposes it, and where */
  readonly kalla?: string
  readonly beskrivning?: string
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
  if (okanda.length)
    throw new Regelverksfel(
      reform.namn,
      okanda.map((n) => `Det finns ingen parameter ”${n}”.`),
    )

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
    const klar: Regel = {
      ...grund,
      namn,
      rubrik: somFore ? `${grund.rubrik}, före reformen` : grund.rubrik,
      versioner: fore ? iStallet(fore, egna) : egna,
    }
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
    const ny = omskrivet(u, { del: (d) => uttrycket(d, inom), parameter: parametern, regel: (r) => regeln(r, inom), uppgift: (x) => x })
    minne.set(u, ny)
    return ny
  }

  return regelverk(
    reform.namn,
    [...rv.regler, ...nya.values()].map((r) => regeln(r, null)),
  )
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

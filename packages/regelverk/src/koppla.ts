import type { Regel, Uttryck } from './definition.ts'
import { omskrivet } from './omskriv.ts'
import { enligt } from './regel.ts'
import { regelnMedNamn, regelverk, Regelverksfel, type Regelverk } from './regelverk.ts'

/**
 * The same law with some facts worked out by a rule instead of asked for: `{ sgi: 'sgi' }` reckons a decided SGI from the
 * yearly income. For a population of which only the income is known.
 * @param kopplingar name of the fact to name of the rule
 * @throws {Regelverksfel} when there is no such rule, its unit is another, or it needs the fact it is to give
 */
export function kopplat(rv: Regelverk, kopplingar: Readonly<Record<string, string>>): Regelverk {
  const givare = new Map(Object.entries(kopplingar).map(([uppgift, namn]) => [uppgift, regelnMedNamn(rv, namn)]))
  const klara = new Map<string, Regel>()
  const pagar = new Set<string>()
  const minne = new Map<Uttryck, Uttryck>()

  const regeln = (r: Regel): Regel => {
    const redan = klara.get(r.namn)
    if (redan) return redan
    if (pagar.has(r.namn)) throw new Regelverksfel(rv.namn, [`Kopplingen går i cirkel: ${[...pagar, r.namn].join(' → ')}.`])
    pagar.add(r.namn)
    const ny: Regel = { ...r, versioner: r.versioner.map((v) => ({ ...v, varde: uttrycket(v.varde) })) }
    pagar.delete(r.namn)
    klara.set(r.namn, ny)
    return ny
  }
  const uttrycket = (u: Uttryck): Uttryck => {
    const redan = minne.get(u)
    if (redan) return redan
    const ny = omskrivet(u, {
      del: uttrycket,
      parameter: (p) => p,
      regel: regeln,
      uppgift(x) {
        const g = givare.get(x.namn)
        if (!g) return x
        if (g.enhet !== x.enhet)
          throw new Regelverksfel(rv.namn, [`Uppgiften ${x.namn} är i ${x.enhet}, men regeln ${g.namn} ger ${g.enhet}.`])
        return enligt(regeln(g))
      },
    })
    minne.set(u, ny)
    return ny
  }
  return regelverk(rv.namn, rv.regler.map(regeln))
}

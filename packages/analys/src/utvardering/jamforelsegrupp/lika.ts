import { LANSNAMN } from '@atergang/syntet/land'
import { glm, type Kolumn } from '../../statistik/glm.ts'
import { HISTORIK, KON, SYSSELSATTNING, type Foljda } from '../foljda.ts'
import { avbildad, KAPITEL, nivakolumner } from '../grund.ts'

const log = (v: ArrayLike<number>): Float64Array => avbildad(v, (x) => Math.log(1 + Math.max(0, x) / 10_000))

/** What the chance of a course is estimated from. */
export function drag(d: Foljda): Kolumn[] {
  const c = d.kolumn
  const alder = avbildad(c.alder!, (x) => (x - 45) / 10)
  return [
    ...nivakolumner('kön', c.kon!, KON),
    { namn: 'ålder', x: alder },
    { namn: 'ålder i kvadrat', x: avbildad(alder, (x) => x * x) },
    ...nivakolumner('län', c.lan!, LANSNAMN, LANSNAMN.indexOf('Stockholm')),
    ...nivakolumner('sysselsättning', c.sysselsattning!, SYSSELSATTNING),
    { namn: 'inkomst', x: log(c.inkomst!) },
    ...nivakolumner('senaste sjukfall', c.historik!, HISTORIK),
    { namn: 'dagar sedan senaste', x: avbildad(c.sedan!, (x) => (Number.isFinite(x) && x <= 1095 ? x / 365 : 0)) },
    { namn: 'sjukfall på tre år', x: c.fall3! },
    { namn: 'sjukdagar året före', x: avbildad(c.dagar1!, (x) => x / 100) },
    ...nivakolumner('senaste diagnos', c.kapitel!, [...KAPITEL, 'inget sjukfall'], KAPITEL.length),
    ...ar(c.ar!),
  ]
}
function ar(v: ArrayLike<number>): Kolumn[] {
  const aren = [...new Set(Array.from(v))].sort((a, b) => a - b)
  return nivakolumner(
    'år',
    avbildad(v, (x) => aren.indexOf(x)),
    aren.map(String),
  )
}

/** Log odds of getting a course, by logistic regression. */
export function benagenhet(d: Foljda, kolumner: readonly Kolumn[]): Float64Array {
  const s = glm('binomial', { y: d.kolumn.behandlad!, kolumner })
  const valda = s.namn.map((n) => kolumner.find((x) => x.namn === n)?.x ?? null)
  return Float64Array.from({ length: d.antal }, (_, i) => s.beta.reduce((a, b, k) => a + b * (valda[k]?.[i] ?? 1), 0))
}

export function balanskolumner(d: Foljda): Kolumn[] {
  const c = d.kolumn
  return [
    { namn: 'ålder', x: c.alder! },
    { namn: 'andel kvinnor', x: avbildad(c.kon!, (x) => (x === 0 ? 1 : 0)) },
    { namn: 'inkomst, tusen kronor', x: avbildad(c.inkomst!, (x) => x / 1000) },
    ...nivakolumner('sysselsättning', c.sysselsattning!, SYSSELSATTNING, -1),
    ...nivakolumner('senaste sjukfall', c.historik!, HISTORIK, -1),
    { namn: 'sjukfall på tre år', x: c.fall3! },
    { namn: 'sjukdagar året före', x: c.dagar1! },
    ...nivakolumner('senaste diagnos', c.kapitel!, KAPITEL, -1),
    ...nivakolumner('län', c.lan!, LANSNAMN, -1),
  ]
}

export function strataMedBada(exakt: ArrayLike<number>, behandlad: ArrayLike<number>): boolean[] {
  const [b, o] = [new Set<number>(), new Set<number>()]
  for (let i = 0; i < exakt.length; i++) (behandlad[i] ? b : o).add(exakt[i]!)
  return Array.from(exakt, (e) => b.has(e) && o.has(e))
}

import { delarAv, type Enhet, type Regel, type Uttryck } from './definition.ts'
import { underliggande } from './genomgang.ts'
import { jamfor } from './tal.ts'

/** A set of rules that belong together: the law in force, or the law as a reform would have it. */
export interface Regelverk {
  readonly namn: string
  readonly regler: readonly Regel[]
}

/** What is wrong with the rules themselves: found when they are put together, never when a case is decided. */
export class Regelverksfel extends Error {
  readonly fel: readonly string[]
  constructor(namn: string, fel: readonly string[]) {
    super(`Regelverket ”${namn}” håller inte ihop: ${fel.join(' ')}`)
    this.name = 'Regelverksfel'
    this.fel = fel
  }
}

/**
 * Puts rules together, with every rule they use.
 * @throws {Regelverksfel} when two things have one name, units do not fit, or wordings overlap
 */
export function regelverk(namn: string, mal: readonly Regel[]): Regelverk {
  const alla = underliggande(...mal)
  const fel = [
    ...dubbletter(alla.regler).map((n) => `Två regler heter ${n}.`),
    ...dubbletter(alla.parametrar).map((n) => `Två parametrar heter ${n}.`),
    ...alla.regler.flatMap(felI),
    ...olikaUppgifter(alla.regler),
  ]
  if (fel.length) throw new Regelverksfel(namn, fel)
  return { namn, regler: alla.regler }
}

/** @throws when there is no rule of the name; the error names those that are nearest. */
export function regelnMedNamn(rv: Regelverk, namn: string): Regel {
  const r = rv.regler.find((x) => x.namn === namn)
  if (r) return r
  const lika = rv.regler
    .map((x) => x.namn)
    .filter((n) => n.toLowerCase().includes(namn.toLowerCase()) || namn.toLowerCase().includes(n.toLowerCase()))
  throw new Regelverksfel(rv.namn, [`Det finns ingen regel ”${namn}”.${lika.length ? ` Menas ${lika.slice(0, 5).join(', ')}?` : ''}`])
}

const dubbletter = (saker: readonly { readonly namn: string }[]): readonly string[] => [
  ...new Set(saker.map((s) => s.namn).filter((n, i, alla) => alla.indexOf(n) !== i)),
]

function felI(r: Regel): readonly string[] {
  const fel: string[] = []
  r.versioner.forEach((v, i) => {
    const nasta = r.versioner[i + 1]
    if (nasta && (v.tom ?? '9999-12-31') >= nasta.from) fel.push(`Regeln ${r.namn} har två lydelser den ${nasta.from}.`)
    if (v.varde.enhet !== r.enhet) fel.push(`Regeln ${r.namn} är i ${r.enhet}, men dess lydelse från ${v.from} är i ${v.varde.enhet}.`)
    fel.push(...enhetsfel(r.namn, v.varde))
  })
  if (r.versioner.length === 0) fel.push(`Regeln ${r.namn} har ingen lydelse.`)
  return [...new Set(fel)]
}

const SANNING: Enhet = 'ja/nej'
const OVER_SANNINGAR: ReadonlySet<Uttryck['sort']> = new Set(['och', 'eller', 'inte'])

/** Yes/no where a number must stand, or the other way round: what the types of the language do not catch in data from elsewhere. */
function enhetsfel(regel: string, rot: Uttryck): readonly string[] {
  const fel: string[] = []
  const sedda = new Set<Uttryck>()
  const ga = (u: Uttryck): void => {
    if (sedda.has(u)) return
    sedda.add(u)
    const delar = delarAv(u)
    delar.forEach((d, i) => {
      const somSanning = d.enhet === SANNING
      const vantadSanning = OVER_SANNINGAR.has(u.sort) || (u.sort === 'om' && i === 0)
      const ettSlag = u.sort === 'lika' || (u.sort === 'om' && i > 0)
      if (!ettSlag && somSanning !== vantadSanning) fel.push(`I regeln ${regel}: ”${u.sort}” kan inte räkna på ${d.enhet}.`)
    })
    if (u.sort === 'lika' && (u.a.enhet === SANNING) !== (u.b.enhet === SANNING))
      fel.push(`I regeln ${regel}: ja eller nej jämförs med ett tal.`)
    if (u.sort === 'om' && (u.da.enhet !== u.enhet || u.annars.enhet !== u.enhet))
      fel.push(`I regeln ${regel}: de två vägarna är i ${u.da.enhet} och ${u.annars.enhet}.`)
    if (u.sort === 'avrunda' && !(Number.isSafeInteger(u.jamnt) && u.jamnt > 0))
      fel.push(`I regeln ${regel}: det går inte att avrunda till jämna ${u.jamnt}.`)
    delar.forEach(ga)
  }
  ga(rot)
  return fel
}

/** A fact has one unit wherever it is asked for: it is the same fact. */
function olikaUppgifter(regler: readonly Regel[]): readonly string[] {
  const kanda = new Map<string, { enhet: Enhet; regel: string }>()
  const fel = new Set<string>()
  const sedda = new Set<Uttryck>()
  const ga = (regel: string, u: Uttryck): void => {
    if (sedda.has(u)) return
    sedda.add(u)
    if (u.sort !== 'indata') return delarAv(u).forEach((d) => ga(regel, d))
    const forr = kanda.get(u.namn)
    if (!forr) kanda.set(u.namn, { enhet: u.enhet, regel })
    else if (forr.enhet !== u.enhet) fel.add(`Uppgiften ${u.namn} är i ${forr.enhet} i ${forr.regel} och i ${u.enhet} i ${regel}.`)
  }
  for (const r of regler) r.versioner.forEach((v) => ga(r.namn, v.varde))
  for (const u of underliggande(...regler).indata)
    if (u.minst && u.hogst && jamfor(u.minst, u.hogst) > 0) fel.add(`Uppgiften ${u.namn} är som minst större än som högst.`)
  return [...fel]
}

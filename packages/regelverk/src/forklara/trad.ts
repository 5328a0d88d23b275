import type { Datum } from '@atergang/kalender'
import type { Enhet, Parameter } from '../definition.ts'
import type { Indatauppgift } from '../genomgang.ts'
import type { Faktauppgift, Forklaring, Parameteruppgift, Saknad } from '../forklaring.ts'
import { inteKant } from '../parameter.ts'
import { arSpann, type Sanning, type Varde } from '../spann.ts'
import { arNoll } from '../tal.ts'
import { iRakning } from './iRakning.ts'
import type { Led, Plan, Regelled } from './plan.ts'
import { kallaTill, raknaRegel, type Korning } from './rakna.ts'
import { skrivVarde } from './skriv.ts'

/** The tree of a working out that is done: one node a rule, written in full. */
export const trad = (p: Plan, k: Korning, dag: Datum): Forklaring => new Tradskrivare(p, k, dag).nod(p.mal)

type Mutabel<T> = { -readonly [K in keyof T]: T[K] }

/** What one rule was worked out from, in the order its text names it; each thing once. */
interface Anteckningar {
  readonly regelnr: number
  fakta: Faktauppgift[] | undefined
  parametrar: Parameteruppgift[] | undefined
  saknas: Saknad[] | undefined
  delar: Regelled[] | undefined
}

class Tradskrivare {
  private readonly k: Korning
  private readonly dag: Datum
  private readonly klara: (Forklaring | undefined)[]
  /** by place: the last rule that has noted it */
  private readonly tagna: (number | undefined)[]

  constructor(p: Plan, k: Korning, dag: Datum) {
    this.k = k
    this.dag = dag
    this.klara = new Array<Forklaring | undefined>(p.regler)
    this.tagna = new Array<number | undefined>(p.platser)
  }

  nod(r: Regelled): Forklaring {
    return (this.klara[r.nr] ??= r.uttryck ? this.nyNod(r, r.uttryck) : this.okandLag(r))
  }

  private okandLag({ regel: { namn, rubrik, lagrum, versioner } }: Regelled): Forklaring {
    const text = `Regeln ”${rubrik}” är ${inteKant({ varden: versioner }, this.dag, 'känd')} i källorna.`
    return { namn, rubrik, lagrum, utfall: 'oklart', saknas: [{ typ: 'lag', namn, text }] }
  }

  private nyNod(r: Regelled, l: Led): Forklaring {
    const { namn, rubrik, lagrum, enhet } = r.regel
    const varde = raknaRegel(r, this.k)
    const ut: Mutabel<Forklaring> = { namn, rubrik, lagrum, utfall: 'oklart' }
    if (typeof varde === 'boolean') {
      ut.utfall = varde ? 'uppfyllt' : 'ejUppfyllt'
      ut.resultat = skrivVarde(varde, enhet)
    } else if (varde !== null && !arSpann(varde)) {
      ut.utfall = 'beraknat'
      ut.resultat = skrivVarde(varde, enhet)
      const rakning = iRakning(l, this.k)
      if (rakning !== undefined) ut.rakning = `${rakning} = ${ut.resultat}`
    } else {
      const text = granstext(varde, enhet)
      if (text !== undefined) ut.text = text
    }
    const a: Anteckningar = { regelnr: r.nr, fakta: undefined, parametrar: undefined, saknas: undefined, delar: undefined }
    this.ta(l, a)
    if (a.fakta) ut.fakta = a.fakta
    if (a.parametrar) ut.parametrar = a.parametrar
    if (a.saknas) ut.saknas = a.saknas
    // Last, when this rule has noted its own: what a rule below notes takes over the places they share.
    if (a.delar) ut.delar = a.delar.map((d) => this.nod(d))
    return ut
  }

  /** Follows the ways the working out took; what did not matter is not noted. */
  private ta(l: Led, a: Anteckningar): void {
    if (l.sort === 'tal' || this.tagna[l.plats] === a.regelnr) return
    this.tagna[l.plats] = a.regelnr
    switch (l.sort) {
      case 'indata':
        return this.taFakta(l, this.k.varden[l.plats] as Varde | Sanning, a)
      case 'parameter':
        return this.taParameter(l, a)
      case 'regel':
        return void (a.delar = med(a.delar, l.regel!))
      case 'om': {
        this.ta(l.a!, a)
        const villkor = this.k.varden[l.a!.plats]
        if (villkor !== false) this.ta(l.b!, a)
        if (villkor !== true) this.ta(l.c!, a)
        return
      }
      case 'och':
      case 'eller':
        this.ta(l.a!, a)
        if (this.k.varden[l.a!.plats] !== (l.sort === 'eller')) this.ta(l.b!, a)
        return
      default:
        this.ta(l.a!, a)
        if (l.b) this.ta(l.b, a)
        if (l.sort === 'delat') this.taDelare(l.b!, a)
    }
  }

  private taFakta(l: Led, v: Varde | Sanning, a: Anteckningar): void {
    const { namn, rubrik } = l.u as Indatauppgift
    if (v === null || (typeof v === 'object' && arSpann(v))) {
      a.saknas = med(a.saknas, { typ: 'uppgift', namn, text: `${rubrik} är inte känd.` })
      return
    }
    const kalla = kallaTill(namn, this.k.fakta)
    const varde = skrivVarde(v, l.u.enhet)
    a.fakta = med(a.fakta, kalla ? { namn: rubrik, varde, kalla } : { namn: rubrik, varde })
  }

  private taParameter(l: Led, a: Anteckningar): void {
    if (l.parameter) return void (a.parametrar = med(a.parametrar, l.parameter))
    const p = l.u as Parameter
    a.saknas = med(a.saknas, { typ: 'parameter', namn: p.namn, text: `${p.rubrik} är ${inteKant(p, this.dag)}.` })
  }

  private taDelare(l: Led, a: Anteckningar): void {
    const v = this.k.varden[l.plats] as Varde
    if (arSpann(v) || !arNoll(v)) return
    const { namn, rubrik } =
      l.u.sort === 'indata' || l.u.sort === 'parameter'
        ? l.u
        : l.u.sort === 'regel'
          ? l.u.regel
          : { namn: 'delare', rubrik: 'Talet som det delas med' }
    a.saknas = med(a.saknas, { typ: 'uppgift', namn, text: `${rubrik} är 0, och det går inte att dela med 0.` })
  }
}

/** Lists here are mostly of one: made as such they take a fraction of the room that a list for pushing takes. */
function med<T>(lista: T[] | undefined, x: T): T[] {
  if (!lista) return [x]
  lista.push(x)
  return lista
}

function granstext(v: Varde | Sanning, enhet: Enhet): string | undefined {
  if (v === null || typeof v === 'boolean' || !arSpann(v)) return undefined
  if (v.lo && v.hi) return `Lägst ${skrivVarde(v.lo, enhet)}, högst ${skrivVarde(v.hi, enhet)}.`
  return v.lo ? `Lägst ${skrivVarde(v.lo, enhet)}.` : v.hi ? `Högst ${skrivVarde(v.hi, enhet)}.` : undefined
}

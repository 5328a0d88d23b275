import type { Datum } from '@atergang/kalender'
import type { Enhet, Uttryck } from '../definition.ts'
import type { Faktauppgift, Forklaring, Parameteruppgift, Saknad } from '../forklaring.ts'
import { inteKant } from '../parameter.ts'
import { arSpann, type Sanning, type Varde } from '../spann.ts'
import { arNoll, type Exakt } from '../tal.ts'
import { iRakning } from './iRakning.ts'
import type { Led, Plan, Regelled } from './plan.ts'
import { kallaTill, raknaRegel, type Korning } from './rakna.ts'
import { skrivVarde } from './skriv.ts'

/** The tree of a working out that is done: one node a rule, written in full. */
export function trad(p: Plan, k: Korning, dag: Datum): Forklaring {
  const klara = new Array<Forklaring | undefined>(p.regler)
  const iRegel = (r: Regelled): Forklaring => (klara[r.nr] ??= nod(r, k, dag, iRegel))
  return iRegel(p.mal)
}

type IRegel = (r: Regelled) => Forklaring

function nod(r: Regelled, k: Korning, dag: Datum, iRegel: IRegel): Forklaring {
  const { namn, rubrik, lagrum, enhet, versioner } = r.regel
  if (!r.uttryck) {
    const text = `Regeln ”${rubrik}” är ${inteKant({ varden: versioner }, dag)} i källorna.`
    return { namn, rubrik, lagrum, utfall: 'oklart', saknas: [{ typ: 'lag', namn, text }] }
  }
  const varde = raknaRegel(r, k)
  const ant = new Anteckningar(k, dag, iRegel)
  ant.ta(r.uttryck)
  const ut: Mutabel<Forklaring> = { namn, rubrik, lagrum, utfall: 'oklart' }
  if (typeof varde === 'boolean') {
    ut.utfall = varde ? 'uppfyllt' : 'ejUppfyllt'
    ut.resultat = skrivVarde(varde, enhet)
  } else if (varde !== null && !arSpann(varde)) {
    ut.utfall = 'beraknat'
    ut.resultat = skrivVarde(varde, enhet)
    const rakning = iRakning(r.uttryck, k)
    if (rakning !== undefined) ut.rakning = `${rakning} = ${ut.resultat}`
  } else {
    const text = granstext(varde, enhet)
    if (text !== undefined) ut.text = text
  }
  if (ant.fakta.length) ut.fakta = ant.fakta
  if (ant.parametrar.length) ut.parametrar = ant.parametrar
  if (ant.saknas.length) ut.saknas = ant.saknas
  if (ant.delar.length) ut.delar = ant.delar
  return ut
}

type Mutabel<T> = { -readonly [K in keyof T]: T[K] }

function granstext(v: Varde | Sanning, enhet: Enhet): string | undefined {
  if (v === null || typeof v === 'boolean' || !arSpann(v)) return undefined
  if (v.lo && v.hi) return `Lägst ${skrivVarde(v.lo, enhet)}, högst ${skrivVarde(v.hi, enhet)}.`
  return v.lo ? `Lägst ${skrivVarde(v.lo, enhet)}.` : v.hi ? `Högst ${skrivVarde(v.hi, enhet)}.` : undefined
}

/** What one rule was worked out from, in the order its text names it; each thing once. */
class Anteckningar {
  readonly fakta: Faktauppgift[] = []
  readonly parametrar: Parameteruppgift[] = []
  readonly saknas: Saknad[] = []
  readonly delar: Forklaring[] = []
  private readonly tagna: Led[] = []
  private readonly k: Korning
  private readonly dag: Datum
  private readonly iRegel: IRegel

  constructor(k: Korning, dag: Datum, iRegel: IRegel) {
    this.k = k
    this.dag = dag
    this.iRegel = iRegel
  }

  /** Follows the ways the working out took; what did not matter is not noted. */
  ta(l: Led): void {
    if (this.tagna.includes(l)) return
    this.tagna.push(l)
    const v = this.k.varden[l.plats]
    switch (l.sort) {
      case 'tal':
        return
      case 'indata':
        return this.taFakta(l, v as Varde | Sanning)
      case 'parameter':
        return this.taParameter(l)
      case 'regel': {
        this.delar.push(this.iRegel(l.regel!))
        return
      }
      case 'om': {
        this.ta(l.a!)
        const villkor = this.k.varden[l.a!.plats]
        if (villkor !== false) this.ta(l.b!)
        if (villkor !== true) this.ta(l.c!)
        return
      }
      case 'och':
      case 'eller':
        this.ta(l.a!)
        if (this.k.varden[l.a!.plats] !== (l.sort === 'eller')) this.ta(l.b!)
        return
      default:
        this.ta(l.a!)
        if (l.b) this.ta(l.b)
        if (l.sort === 'delat') this.taDelare(l.b!)
    }
  }

  private taFakta(l: Led, v: Varde | Sanning): void {
    const { namn, rubrik } = l.u as Extract<Uttryck, { sort: 'indata' }>
    if (v === null || (typeof v === 'object' && arSpann(v))) {
      this.saknas.push({ typ: 'uppgift', namn, text: `${rubrik} är inte känd.` })
      return
    }
    const kalla = kallaTill(namn, this.k.fakta)
    const varde = skrivVarde(v, l.u.enhet)
    this.fakta.push(kalla ? { namn: rubrik, varde, kalla } : { namn: rubrik, varde })
  }

  private taParameter(l: Led): void {
    const p = l.u as Extract<Uttryck, { sort: 'parameter' }>
    if (l.parameter) this.parametrar.push(l.parameter)
    else this.saknas.push({ typ: 'parameter', namn: p.namn, text: `${p.rubrik} är ${inteKant(p, this.dag)}.` })
  }

  private taDelare(l: Led): void {
    const v = this.k.varden[l.plats] as Varde
    if (arSpann(v) || !arNoll(v as Exakt)) return
    const { namn, rubrik } = l.u.sort === 'indata' || l.u.sort === 'parameter' ? l.u : l.u.sort === 'regel' ? l.u.regel : { namn: 'delare', rubrik: 'Talet som det delas med' }
    this.saknas.push({ typ: 'uppgift', namn, text: `${rubrik} är 0, och det går inte att dela med 0.` })
  }
}

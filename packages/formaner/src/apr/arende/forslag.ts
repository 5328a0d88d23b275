import { fingeravtryck, gallandeSvar, senasteSvar, type Motivering } from '@atergang/arende'
import { datumAv, medManadsnamn, type Datum } from '@atergang/kalender'
import { flera, type Lagrum } from '@atergang/regelverk'
import { bereda, type Beredning, type Forslagsgrund } from '../../gemensamt/beslut/beredning.ts'
import type { ForslagSvar } from '../../gemensamt/beslut/schema.ts'
import { underlagAv } from '../../gemensamt/steg.ts'
import { kronortext } from '../berakning/index.ts'
import { ansokanMed, kostnadsaret, type Ansokan } from './ansokningar.ts'
import type { Alage } from './fakta.ts'
import { beloppet, provningen, turen, vilarPa, type Ansokanslage } from './provning.ts'
import { beslutetOm, forstaBesluten, raknaAret, rattningsgrunder, type AprInnehall, type Aprbeslut, type Beraknad } from './rakning.ts'
import { APRSKAL, type Aprskal } from './skal.ts'
import { GRUNDER_37, type Andringssvar } from './svar.ts'

/** A proposal about one application: its coming decision, with what it gives row by row. */
export interface Aprforslag extends Forslagsgrund {
  readonly innehall: AprInnehall
}

const TAK: readonly string[] = ['förordning (2014:67) 7']

export const skalen = (b: Beraknad): readonly Aprskal[] => [...new Set(b.rader.flatMap((r) => r.skal ?? []))]

/** The paragraphs the outcome rests on. */
const lagrummen = (b: Beraknad): readonly Lagrum[] =>
  flera(...new Set([...(b.belopp > 0 || b.rader.some((r) => r.begransadAv) ? TAK : []), ...skalen(b).flatMap((s) => APRSKAL[s].lagrum)]))

const aret = (l: Alage) => ({ from: datumAv(kostnadsaret(l), 1, 1), tom: datumAv(kostnadsaret(l), 12, 31) })

/** Refused, or cut, only for what the employer itself has stated: the day it came in, and the ceilings. Then nothing new can be told it (25 § FL). */
const OBEHOVLIGT =
  'Det är uppenbart obehövligt. Beslutet bygger bara på arbetsgivarens egna uppgifter, dagen då ansökan kom in och taken i förordningen (25 § förvaltningslagen).'
export const obehovligt = (b: Beraknad): string | undefined =>
  b.rader.every((r) => r.skal === null || r.skal === 'forSent') ? OBEHOVLIGT : undefined

/** The reasons in words (32 § FL): they follow from the rows. */
export function motiveringen(b: Beraknad, inkom: Datum): Motivering {
  if (b.utfall === 'beviljat')
    return {
      avgorande: 'Ni får hälften av det ni har betalat. Beloppet ryms under taken för året.',
      omstandigheter: '',
      bedomning: '',
      saknades: '',
    }
  const egna = skalen(b)
  const tak = b.rader.some((r) => r.skal === null && r.belopp < r.halva)
  if (egna.length === 1 && egna[0] === 'forSent')
    return {
      avgorande: `Ansökan kom in den ${medManadsnamn(inkom)}, efter den sista dagen.`,
      omstandigheter: '',
      bedomning: '',
      saknades: '',
    }
  const delar = [...egna.map((s) => APRSKAL[s].text), ...(tak ? ['Taket för året är nått för en del av det ni har sökt för.'] : [])]
  return { avgorande: `Ni får inte allt det ni har sökt för. ${delar.join(' ')}`, omstandigheter: '', bedomning: '', saknades: '' }
}

function grunden(l: Alage, innehall: AprInnehall): Omit<Aprforslag, 'saknas' | 'svar' | 'underlag' | 'avtryck'> {
  const { utfall } = innehall
  return { utfall, period: aret(l), rader: [], lagrum: lagrummen(innehall), forklaringar: [], utbetalning: [], innehall }
}

const avtrycket = (i: AprInnehall): string =>
  fingeravtryck({ rader: i.rader, belopp: i.belopp, inkom: i.inkom, tidigare: i.tidigare?.beslutId ?? null })

// --- the first decision on an application -----------------------------------------------------------

function forstaForslaget(l: Alage, x: Ansokanslage, b: Beraknad): Aprforslag {
  const innehall: AprInnehall = { ...b, slag: 'ansokan', ansokanId: x.a.ansokanId, kostnadsar: kostnadsaret(l), inkom: x.a.inkom! }
  const { fakta, svar } = vilarPa(l, x.a)
  return { ...grunden(l, innehall), saknas: [], svar, underlag: fakta, avtryck: avtrycket(innehall) }
}

const somSkal = (m: Motivering): ForslagSvar => ({ motivering: { ...m, saknades: m.saknades ?? '' }, information: [] })

const beredd = (l: Alage, x: Ansokanslage, b: Beraknad): Beredning<Aprforslag> =>
  bereda(l, x.a.ansokanId, forstaForslaget(l, x, b), [], { skal: somSkal(motiveringen(b, x.a.inkom!)), obehovligt: obehovligt(b) })!

const minne = new WeakMap<Alage, { readonly idag: Datum; readonly lista: readonly Beredning<Aprforslag>[] }>()

/** The applications whose turn it is, each with its coming decision. */
export function beredda(l: Alage, idag: Datum): readonly Beredning<Aprforslag>[] {
  const kant = minne.get(l)
  if (kant?.idag === idag) return kant.lista
  const lista = provningen(l, idag).lagen.flatMap((x) => {
    if (x.skede.typ !== 'redo') return []
    const tur = turen(l, x, idag)
    return tur.typ === 'iTur' ? [beredd(l, x, beloppet(l, x, tur))] : []
  })
  minne.set(l, { idag, lista })
  return lista
}

/** Applications that can be decided one after the other with nothing left to ask: what a list may hold. */
export function listbara(
  l: Alage,
  idag: Datum,
  kanBeslutas: (b: Beredning<Aprforslag>) => boolean,
): readonly { readonly x: Ansokanslage; readonly b: Beredning<Aprforslag> }[] {
  const ut: { x: Ansokanslage; b: Beredning<Aprforslag> }[] = []
  for (const x of provningen(l, idag).lagen) {
    if (x.skede.typ === 'beslutad' || x.skede.typ === 'aterkallad' || x.skede.typ === 'inkomst') continue
    if (x.skede.typ !== 'redo') break
    const tur = turen(l, x, idag)
    // After one that is in the list itself, or put before those that wait.
    if (tur.typ !== 'iTur' && !(tur.typ === 'efter' && ut.some((y) => y.x.a.ansokanId === tur.ansokanId))) break
    const b = beredd(l, x, tur.typ === 'iTur' ? beloppet(l, x, tur) : x.belopp!)
    if (!kanBeslutas(b)) break
    ut.push({ x, b })
  }
  return ut
}

// --- a change of a decision -------------------------------------------------------------------------

export interface Avvikelse {
  readonly a: Ansokan
  readonly beslut: Aprbeslut
  readonly ny: Beraknad
  readonly skillnad: number
  readonly grund: unknown
}

const radsummor = (b: Pick<Beraknad, 'rader'>) => b.rader.map((r) => [r.radId, r.belopp, r.skal])

/**
 * Decisions that what is now known would have made otherwise: too much first, and only the first that could get more, since what is freed is
 * there once.
 */
export function avvikelser(l: Alage): readonly Avvikelse[] {
  const nya = raknaAret(l)
  const alla = forstaBesluten(l).flatMap((f): Avvikelse[] => {
    const b = beslutetOm(l, f.innehall.ansokanId)!
    const a = ansokanMed(l, f.innehall.ansokanId)
    const ny = nya.get(f.innehall.ansokanId)
    if (!a || !ny) return []
    const fore = new Map(b.innehall.rader.map((r) => [r.radId, r.belopp]))
    if (ny.rader.every((r) => fore.get(r.radId) === r.belopp) && ny.rader.length === b.innehall.rader.length) return []
    return [
      {
        a,
        beslut: b,
        ny,
        skillnad: ny.belopp - b.innehall.belopp,
        grund: { beslut: b.id, rader: radsummor(ny), fynd: rattningsgrunder(l, a) },
      },
    ]
  })
  const ned = alla.filter((x) => x.skillnad < 0)
  const upp = alla.filter((x) => x.skillnad >= 0 && andringssvaret(l, x)?.svar.val !== 'behall')
  return [...ned, ...upp.slice(0, 1)]
}

export const andringsnyckel = (a: Pick<Ansokan, 'ansokanId'>): string => `aprAndring:${a.ansokanId}`
export const andringssvaret = (l: Alage, x: Avvikelse) => gallandeSvar<Andringssvar>(l, andringsnyckel(x.a), underlagAv(x.grund))

const ANDRINGSLAGRUM: Readonly<Record<Exclude<Andringssvar['val'], 'behall'>, string>> = {
  rattelse: 'FL 36',
  tillFordel: 'FL 37',
  tillNackdel: 'FL 37 st 2',
}

export function andringsgrund(s: Exclude<Andringssvar, { val: 'behall' }>): string {
  if (s.val === 'rattelse') return 'Beslutet innehöll ett skrivfel eller räknefel.'
  return s.val === 'tillFordel' ? 'Beslutet är felaktigt och ändras till er fördel.' : GRUNDER_37[s.grund]
}

const andringssak = (x: Avvikelse): string => `andring-${x.beslut.nr}:${x.a.ansokanId}`

const andringsminne = new WeakMap<Alage, readonly Beredning<Aprforslag>[]>()

/** Changes that an officer has said shall be made, each with its coming decision. */
export function andringar(l: Alage): readonly Beredning<Aprforslag>[] {
  const kant = andringsminne.get(l) ?? nyaAndringar(l)
  andringsminne.set(l, kant)
  return kant
}

const nyaAndringar = (l: Alage): readonly Beredning<Aprforslag>[] =>
  avvikelser(l).flatMap((x) => {
    const s = andringssvaret(l, x)
    if (!s || s.svar.val === 'behall') return []
    const { id, innehall: forra } = x.beslut
    const innehall: AprInnehall = {
      ...x.ny,
      slag: 'ansokan',
      ansokanId: x.a.ansokanId,
      kostnadsar: kostnadsaret(l),
      inkom: forra.inkom,
      tidigare: { beslutId: id, belopp: forra.belopp, rader: forra.rader },
    }
    const { fakta, svar } = vilarPa(l, x.a)
    const forslag: Aprforslag = {
      ...grunden(l, innehall),
      lagrum: [...flera(ANDRINGSLAGRUM[s.svar.val]), ...lagrummen(innehall)],
      saknas: [],
      svar: [...svar, s.id],
      underlag: fakta,
      avtryck: avtrycket(innehall),
    }
    const motivering: Motivering = {
      avgorande: `${andringsgrund(s.svar)} Ni skulle ha fått ${kronortext(x.ny.belopp)} kronor i stället för ${kronortext(forra.belopp)} kronor.`,
      omstandigheter: '',
      bedomning: s.svar.skal,
      saknades: '',
    }
    return [bereda(l, andringssak(x), forslag, [], { skal: somSkal(motivering), tillNackdel: x.skillnad < 0 })!]
  })

/** The ground a change was made on, as the officer answered. */
export const andringsval = (l: Alage, ansokanId: string): Exclude<Andringssvar, { val: 'behall' }> | undefined => {
  const s = senasteSvar<Andringssvar>(l, andringsnyckel({ ansokanId }))
  return s && s.svar.val !== 'behall' ? s.svar : undefined
}

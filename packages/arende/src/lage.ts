import type { Datum } from '@atergang/kalender'
import { arOppen, type Begaran } from './begaran.ts'
import type { Beslut } from './beslut.ts'
import type { Adress } from './brev.ts'
import type { Faktakarta, Faktum } from './faktum.ts'
import type { Svar } from './fraga.ts'
import type {
  Arbetsgivare,
  Handelse,
  Handelsedata,
  Kommunicering,
  Omprovningsbegaran,
  Overklagande,
  Overlamning,
  Overlamningsursprung,
  Part,
  Person,
  Skrivelse,
  Utskick,
} from './handelse.ts'
import type { Anteckning, Handling, Information, Kontakt, Vagning } from './handling.ts'
import type { Aktor, Roll } from './roller.ts'

/** How a case stands: the fold of its journal. Nothing in it is an opinion; questions and waits are worked out from it. */
export interface Lage<F extends Faktakarta = Faktakarta> {
  /** number of the last event: the version of the case */
  readonly version: number
  /** version of the last event that an answer may rest on: letters on their way change none */
  readonly sakversion: number
  readonly arende: {
    readonly id: string
    readonly nummer: string
    readonly forman: string
    readonly enhet: string
    readonly flodesversion: string
    readonly inlett: Datum
    readonly sak: string
    readonly part: Part
  }
  readonly fakta: readonly Faktum[]
  /** names and types of the facts; carries no value */
  readonly faktatyper?: F
  readonly handlingar: readonly Handling[]
  readonly vagningar: readonly Vagning[]
  readonly svar: readonly Svar[]
  readonly begaran: readonly Begaran[]
  readonly kommuniceringar: readonly Kommunicering[]
  readonly beslut: readonly Beslut[]
  readonly utskick: readonly Utskick[]
  readonly omprovningar: readonly Omprovningsbegaran[]
  readonly overklaganden: readonly Overklagande[]
  readonly kontakter: readonly Kontakt[]
  readonly anteckningar: readonly Anteckning[]
  readonly information: readonly Information[]
  readonly overlamningar: readonly Overlamning[]
  /** what was handed over to this case by those who handle another benefit */
  readonly ursprung: readonly Overlamningsursprung[]
  readonly tilldelning: Partial<Record<Roll, { readonly till: Aktor; readonly sedan: Datum }>>
  /** people who handed the case back for jäv: never offered it again */
  readonly javiga: readonly string[]
  readonly vila: Partial<Record<Roll, { readonly skal: string; readonly till: Datum; readonly sedan: Datum }>>
  readonly avslutat?: { readonly dag: Datum; readonly skal: string }
}

function tomt(id: string, h: Handelse, d: Extract<Handelsedata, { typ: 'arendeInlett' }>): Lage {
  const { forman, enhet, nummer, flodesversion } = d
  const part: Part =
    'person' in d
      ? { slag: 'person', person: d.person }
      : 'arbetsgivare' in d
        ? { slag: 'arbetsgivare', arbetsgivare: d.arbetsgivare }
        : { slag: 'ingen' }
  return {
    version: h.nr,
    sakversion: h.nr,
    arende: { id, nummer, forman, enhet, flodesversion, inlett: h.dag, sak: d.sak ?? '', part },
    fakta: [],
    handlingar: [],
    vagningar: [],
    svar: [],
    begaran: [],
    kommuniceringar: [],
    beslut: [],
    utskick: [],
    omprovningar: [],
    overklaganden: [],
    kontakter: [],
    anteckningar: [],
    information: [],
    overlamningar: [],
    ursprung: [],
    tilldelning: {},
    javiga: [],
    vila: {},
  }
}

/** What our own letters meet on their way. */
const UTSKICKETS: ReadonlySet<Handelsedata['typ']> = new Set<Handelsedata['typ']>(['utskickSkickat', 'utskickMottaget'])

const bytUt = <T extends { readonly id: string }>(lista: readonly T[], id: string, f: (t: T) => T): T[] =>
  lista.map((t) => (t.id === id ? f(t) : t))
const medTillagg =
  (s: Skrivelse) =>
  <T extends { readonly tillagg?: readonly Skrivelse[] }>(x: T): T => ({ ...x, tillagg: [...(x.tillagg ?? []), s] })
function utan<K extends string, V>(post: Partial<Record<K, V>>, nyckel: K): Partial<Record<K, V>> {
  const { [nyckel]: _, ...kvar } = post
  return kvar as Partial<Record<K, V>>
}

function tillampad<F extends Faktakarta>(l: Lage<F>, h: Handelse): Partial<Lage<F>> {
  const d = h.data
  switch (d.typ) {
    case 'arendeInlett':
      throw new Error('Ett ärende inleds bara en gång.')
    case 'flodeBytt':
      return { arende: { ...l.arende, flodesversion: d.flodesversion } }
    case 'faktumRegistrerat':
      return { fakta: [...l.fakta, d.faktum] }
    case 'handlingTillford':
      return { handlingar: [...l.handlingar, d.handling] }
    case 'handlingVagd':
      return { vagningar: [...l.vagningar.filter((v) => v.handlingId !== d.vagning.handlingId), d.vagning] }
    case 'fragaBesvarad':
      return { svar: [...l.svar, d.svar] }
    case 'begaranSkickad':
      return { begaran: [...l.begaran, d.begaran], ...(d.utskick ? { utskick: [...l.utskick, d.utskick] } : {}) }
    case 'begaranPamind':
      return { begaran: bytUt(l.begaran, d.begaranId, (b) => ({ ...b, paminnelser: [...b.paminnelser, h.dag], senast: d.senast })) }
    case 'begaranBesvarad':
      return { begaran: bytUt(l.begaran, d.begaranId, (b) => ({ ...b, svar: d.svar })) }
    case 'begaranAterkallad':
      return { begaran: bytUt(l.begaran, d.begaranId, (b) => ({ ...b, aterkallad: { dag: h.dag, skal: d.skal } })) }
    case 'kommunicerad':
      return { kommuniceringar: [...l.kommuniceringar, d.kommunicering], utskick: [...l.utskick, d.utskick] }
    case 'yttrandeInkommet':
      return {
        kommuniceringar: bytUt(l.kommuniceringar, d.kommuniceringId ?? l.kommuniceringar.at(-1)!.id, (k) => ({
          ...k,
          yttranden: [...k.yttranden, d.yttrande],
        })),
      }
    case 'beslutFattat':
      return { beslut: [...l.beslut, d.beslut], ...(d.utskick ? { utskick: [...l.utskick, d.utskick] } : {}) }
    case 'utskickSkapat':
      return { utskick: [...l.utskick, d.utskick] }
    case 'utskickSkickat':
      return { utskick: bytUt(l.utskick, d.utskickId, (u) => ({ ...u, skickat: h.tid })) }
    case 'utskickMottaget':
      return { utskick: bytUt(l.utskick, d.utskickId, (u) => (u.fickDel ? u : { ...u, fickDel: d.dag })) }
    case 'omprovningBegard':
      // A closed case opens again: the request must be somebody's question.
      return { omprovningar: [...l.omprovningar, d.begaran], avslutat: undefined }
    case 'overklagandeInkommet':
      return { overklaganden: [...l.overklaganden, d.overklagande], avslutat: undefined }
    case 'overklagandeOverlamnat':
      return {
        overklaganden: bytUt(l.overklaganden, d.overklagandeId, (o) => ({
          ...o,
          overlamnat: { dag: h.dag, domstol: d.domstol, av: h.aktor },
        })),
        utskick: [...l.utskick, d.utskick],
      }
    case 'skrivelseTillagd':
      return {
        omprovningar: bytUt(l.omprovningar, d.till, medTillagg(d.skrivelse)),
        overklaganden: bytUt(l.overklaganden, d.till, medTillagg(d.skrivelse)),
      }
    case 'kontaktNoterad':
      return { kontakter: [...l.kontakter, d.kontakt] }
    case 'anteckningSkriven':
      return { anteckningar: [...l.anteckningar, d.anteckning] }
    case 'informationGiven':
      return { information: [...l.information, d.information] }
    case 'tilldelad':
      return { tilldelning: { ...l.tilldelning, [d.roll]: { till: d.till, sedan: h.dag } } }
    case 'lamnadTillbaka':
      return { tilldelning: utan(l.tilldelning, d.roll), javiga: d.skal === 'jav' ? [...new Set([...l.javiga, d.fran.id])] : l.javiga }
    case 'lagdVilande':
      return { vila: { ...l.vila, [d.roll]: { skal: d.skal, till: d.till, sedan: h.dag } } }
    case 'vackt':
      return { vila: utan(l.vila, d.roll) }
    case 'overlamnat':
      return { overlamningar: [...l.overlamningar, d.overlamning] }
    case 'overlamningBesvarad':
      return { overlamningar: bytUt(l.overlamningar, d.overlamningId, (o) => ({ ...o, svar: d.svar })) }
    case 'overlamningFoljd':
      return { overlamningar: bytUt(l.overlamningar, d.overlamningId, (o) => ({ ...o, foljder: [...(o.foljder ?? []), d.foljd] })) }
    case 'overlamningKopplad':
      return { ursprung: [...l.ursprung, d.ursprung] }
    case 'arendeOppnatIgen':
      return { avslutat: undefined }
    case 'skyddSatt':
      return { arende: { ...l.arende, part: medSkydd(l.arende.part, d.skyddad) } }
    case 'arendeAvslutat':
      return { avslutat: { dag: h.dag, skal: d.skal } }
  }
}

function medSkydd(p: Part, skyddad: boolean): Part {
  if (p.slag === 'person') return { slag: 'person', person: { ...p.person, skyddad } }
  return p.slag === 'arbetsgivare' ? { slag: 'arbetsgivare', arbetsgivare: { ...p.arbetsgivare, skyddad } } : p
}

/** One more event. @throws when the number is not the next: a gap or a repeat is never folded over. */
export function tillampa<F extends Faktakarta>(l: Lage<F>, h: Handelse): Lage<F> {
  if (h.nr !== l.version + 1) throw new Error(`Händelse ${h.nr} kan inte följa på ${l.version}.`)
  return { ...l, ...tillampad(l, h), version: h.nr, sakversion: UTSKICKETS.has(h.data.typ) ? l.sakversion : h.nr }
}

/** The whole journal of one case, in order. The first event opens the case. */
export function lagetEfter<F extends Faktakarta>(id: string, journal: readonly Handelse[]): Lage<F> {
  const [forsta, ...resten] = journal
  if (forsta?.nr !== 1 || forsta.data.typ !== 'arendeInlett') throw new Error('Journalen börjar inte med att ärendet inleds.')
  return resten.reduce(tillampa<F>, tomt(id, forsta, forsta.data) as Lage<F>)
}

// --- reading ------------------------------------------------------------------------------------

/** The insured person. @throws when the party is an employer: a benefit of the person's never meets such a case. */
export function personen(l: Pick<Lage, 'arende'>): Person {
  const { part } = l.arende
  if (part.slag !== 'person') throw new Error(`Ärendet ${l.arende.nummer} har ingen försäkrad.`)
  return part.person
}

/** The employer whose case it is. @throws when the party is a person */
export function arbetsgivaren(l: Pick<Lage, 'arende'>): Arbetsgivare {
  const { part } = l.arende
  if (part.slag !== 'arbetsgivare') throw new Error(`Ärendet ${l.arende.nummer} har ingen arbetsgivare som part.`)
  return part.arbetsgivare
}

export const personnamn = (p: Pick<Person, 'fornamn' | 'efternamn'>): string => `${p.fornamn} ${p.efternamn}`
/** The party as lists and letters name it. */
export const partsnamn = (p: Part): string =>
  p.slag === 'person' ? personnamn(p.person) : p.slag === 'arbetsgivare' ? p.arbetsgivare.namn : UTAN_PART
/** How lists name a case that is about nobody in particular. */
export const UTAN_PART = 'Hela landet'
/** What the party is known by: personnummer or organisation number; nothing where there is no party. */
export const partsnummer = (p: Part): string =>
  p.slag === 'person' ? p.person.personnummer : p.slag === 'arbetsgivare' ? p.arbetsgivare.orgnr : ''
/** Protected identity is a person's, also a sole trader's. */
export const arSkyddad = (p: Part): boolean =>
  p.slag === 'person' ? p.person.skyddad : p.slag === 'arbetsgivare' && p.arbetsgivare.skyddad === true
/** A sole trader's organisation number is the owner's personnummer (third digit 0 or 1): it is personal data. */
export const arPersonsNummer = (orgnr: string): boolean => /^\d\d[01]/.test(orgnr.replace(/\D/g, '').slice(-10))

/** Facts of one name that still stand: those no later fact has replaced, in the order recorded. */
export function fakta<F extends Faktakarta, N extends Extract<keyof F, string>>(l: Lage<F>, namn: N): Faktum<F[N], N>[] {
  const ersatta = new Set(l.fakta.map((f) => f.ersatter))
  return l.fakta.filter((f) => f.namn === namn && !ersatta.has(f.id)) as unknown as Faktum<F[N], N>[]
}

/** The newest answer to a question, whatever facts it was given on. */
export const senasteSvar = <S>(l: Lage, nyckel: string): Svar<S> | undefined =>
  l.svar.findLast((s) => s.nyckel === nyckel) as Svar<S> | undefined

/** The answer that still answers the question put on these facts. */
export function gallandeSvar<S>(l: Lage, nyckel: string, underlag: string): Svar<S> | undefined {
  const s = senasteSvar<S>(l, nyckel)
  return s?.underlag === underlag ? s : undefined
}

export const oppnaBegaran = (l: Lage): Begaran[] => l.begaran.filter(arOppen)

/** The decision that now counts in place of `b`, following replacements; `b` itself when none has come. */
export function gallandeBeslut(l: Lage, b: Beslut): Beslut {
  const nyare = l.beslut.findLast((x) => x.ersatter === b.id)
  return nyare ? gallandeBeslut(l, nyare) : b
}

/** Where letters to the party go. @throws when there is no party: nobody is written to */
export function partensAdress(p: Part): Adress {
  if (p.slag === 'ingen') throw new Error('Ärendet har ingen part att skriva till.')
  return { namn: partsnamn(p), rader: p.slag === 'person' ? p.person.adress : p.arbetsgivare.adress }
}

/** The party as the head of a case page shows it. */
export interface Partvy {
  readonly namn: string
  readonly nummer: string
  readonly skyddad: boolean
}
export const partvy = (p: Part): Partvy => ({ namn: partsnamn(p), nummer: partsnummer(p), skyddad: arSkyddad(p) })

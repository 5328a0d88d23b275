import { plusDagar, type Datum } from '@atergang/kalender'
import {
  arbetslosDagarPerVecka,
  fragaFmrOmInternetbehandling,
  fragaFmrOmOprovadBehandling,
  gallande,
  hemmadagarErsatts,
  type Parameter,
} from '@atergang/regelverk'
import { behandlingen } from '../koder/behandlingar.ts'
import type { Utforandeform } from '../koder/koder.ts'
import { lasDiagnosomrade, ligger, type Diagnosomrade } from './diagnos.ts'

/** How a treatment is usually judged. Never a decision: every case is judged by itself. */
export const STALLNINGAR = {
  oftaGodkand: 'brukar godkännas',
  oftaInte: 'brukar inte godkännas',
  fragaFmr: 'fråga alltid försäkringsmedicinsk rådgivare',
  inteAvgjord: 'inte avgjort',
} as const
export type Stallning = keyof typeof STALLNINGAR

const AVGJORDA: readonly Stallning[] = ['oftaGodkand', 'oftaInte', 'fragaFmr']

/** The national settings that decide while a question is not settled. */
export const INSTALLNINGAR = {
  hemmadagarErsatts,
  fragaFmrOmInternetbehandling,
  fragaFmrOmOprovadBehandling,
  arbetslosDagarPerVecka,
} as const
export type Installningsnamn = keyof typeof INSTALLNINGAR

/** One entry of the nationwide register: treatment × diagnosis × setting → stance. What is left out means all. */
export interface Evidenspost {
  readonly id: string
  readonly behandling?: string
  /** ICD-10-SE code, block or chapter: ”F438A”, ”F40–F48”, ”F00–F99” */
  readonly diagnos?: string
  readonly utforande?: Utforandeform
  readonly stallning: Stallning
  /** the setting that decides, when the stance is ”inte avgjort” */
  readonly installning?: Installningsnamn
  /** for what set-up and extent the stance holds, when it does not hold for all */
  readonly villkor?: string
  readonly kalla: {
    readonly slag: 'rapport' | 'fmr' | 'vagledning' | 'dom' | 'kvalitetsuppfoljning'
    readonly text: string
    readonly id?: string
  }
  /** who answers for it, and the day it was put in */
  readonly av: string
  readonly registrerad: Datum
  readonly from: Datum
  readonly tom?: Datum
}

/** What a treatment in a case is looked up by. */
export interface Evidensfall {
  readonly behandling: string
  /** every diagnosis of the case; none when it is not known */
  readonly diagnoser: readonly string[]
  readonly utforande: Utforandeform
}

export interface Evidenssvar {
  /** null: nothing in the register applies */
  readonly stallning: Stallning | null
  /** the entries that decide: no other that applies is more specific */
  readonly poster: readonly Evidenspost[]
  /** applies too, but something more specific does */
  readonly overtrumfade: readonly Evidenspost[]
  /** settled entries decide, neither more specific than the other, and they say different things */
  readonly konflikt: boolean
  readonly installningar: readonly {
    readonly namn: Installningsnamn
    readonly rubrik: string
    readonly varde: boolean | number
    readonly from: Datum
    readonly kalla: string
  }[]
  readonly fragaFmr: boolean
  readonly text: string
}

/**
 * The stance for a case on a day (B020–B022, H029). The most specific entry wins: one whose scope lies wholly within another's. Two with the same scope:
 * the one that holds from the later day, then the later registered, then the higher id. Several left that do not lie within each other and disagree:
 * ”inte avgjort” if one of them is, else ”fråga alltid” (ADR 0029).
 */
export function evidensFor(register: readonly Evidenspost[], fall: Evidensfall, dag: Datum): Evidenssvar {
  const gallande = utanDubbletter(register.filter((p) => p.from <= dag && (!p.tom || dag <= p.tom) && gallerFor(p, fall)))
  const poster = gallande.filter((p) => !gallande.some((q) => q !== p && arSnavare(q, p)))
  const overtrumfade = gallande.filter((p) => !poster.includes(p))
  const avgjorda = AVGJORDA.filter((s) => poster.some((p) => p.stallning === s))
  const konflikt = avgjorda.length > 1
  const installningar = installningarna(poster, dag)
  const stallning = poster.some((p) => p.stallning === 'inteAvgjord') ? 'inteAvgjord' : konflikt ? 'fragaFmr' : (avgjorda[0] ?? null)
  const fragaFmr = konflikt || avgjorda.includes('fragaFmr') || installningar.some((i) => i.namn.startsWith('fragaFmr') && i.varde === true)
  return {
    stallning,
    poster,
    overtrumfade,
    konflikt,
    installningar,
    fragaFmr,
    text: svarstext(stallning, avgjorda, installningar, fragaFmr),
  }
}

const omradet = (p: Evidenspost): Diagnosomrade | null => (p.diagnos === undefined ? null : lasDiagnosomrade(p.diagnos))

function gallerFor(p: Evidenspost, fall: Evidensfall): boolean {
  if (p.behandling !== undefined && p.behandling !== fall.behandling) return false
  if (p.utforande !== undefined && p.utforande !== fall.utforande) return false
  const omrade = omradet(p)
  return omrade === null || fall.diagnoser.some((d) => ligger(lasDiagnosomrade(d) ?? INGEN, omrade))
}

/** A diagnosis that is no code lies in nothing. */
const INGEN: Diagnosomrade = { sort: 'kod', kod: '' }

/** Whether all that `a` speaks of, `b` speaks of too. */
function ryms(a: Evidenspost, b: Evidenspost): boolean {
  const [da, db] = [omradet(a), omradet(b)]
  return (
    (b.behandling === undefined || a.behandling === b.behandling) &&
    (b.utforande === undefined || a.utforande === b.utforande) &&
    (db === null || (da !== null && ligger(da, db)))
  )
}

const arSnavare = (a: Evidenspost, b: Evidenspost): boolean => ryms(a, b) && !ryms(b, a)
const sammaOmfang = (a: Evidenspost, b: Evidenspost): boolean => ryms(a, b) && ryms(b, a)

const nyast = (a: Evidenspost, b: Evidenspost): number =>
  a.from !== b.from
    ? a.from < b.from
      ? 1
      : -1
    : a.registrerad !== b.registrerad
      ? a.registrerad < b.registrerad
        ? 1
        : -1
      : a.id < b.id
        ? 1
        : -1

/** One entry for each scope: the newest. */
const utanDubbletter = (poster: readonly Evidenspost[]): Evidenspost[] =>
  [...poster].sort(nyast).reduce<Evidenspost[]>((ut, p) => (ut.some((q) => sammaOmfang(p, q)) ? ut : [...ut, p]), [])

function installningarna(poster: readonly Evidenspost[], dag: Datum): Evidenssvar['installningar'] {
  return [...new Set(poster.flatMap((p) => p.installning ?? []))].map((namn) => {
    const p: Parameter<boolean | number> = INSTALLNINGAR[namn]
    const v = gallande(p, dag)!
    return { namn, rubrik: p.rubrik, varde: v.varde, from: v.from, kalla: v.kalla }
  })
}

function svarstext(
  s: Stallning | null,
  avgjorda: readonly Stallning[],
  installningar: Evidenssvar['installningar'],
  fragaFmr: boolean,
): string {
  const fmr = fragaFmr ? ' Fråga försäkringsmedicinsk rådgivare innan planen avgörs.' : ''
  if (s === null)
    return 'Registret säger inget om behandlingen. Pröva evidensen i ärendet, och fråga försäkringsmedicinsk rådgivare om den är oklar.'
  if (s === 'inteAvgjord') {
    const val = installningar.map((i) => `${i.rubrik[0]!.toLowerCase()}${i.rubrik.slice(1)}: ${skrivVal(i.varde)}`).join('; ')
    return `Frågan är inte avgjord. Tills den är det gäller samma val i hela landet: ${val}.${avgjorda.length ? ` I övrigt säger registret: ${avgjorda.map((a) => STALLNINGAR[a]).join(', ')}.` : ''}${fmr}`
  }
  if (avgjorda.length > 1)
    return `Registret säger olika saker om delar av fallet: ${avgjorda.map((a) => STALLNINGAR[a]).join(', ')}. Ingen post är mer precis än den andra.${fmr}`
  if (s === 'fragaFmr') return `Evidensen skiljer sig mellan diagnoser.${fmr}`
  return s === 'oftaGodkand'
    ? 'Behandlingen brukar godkännas. Pröva ändå om den har stöd för just det här problemet och om upplägget uppfyller kraven.'
    : 'Behandlingen brukar inte godkännas. Pröva ändå det enskilda fallet; ett godkännande behöver skäl och går till specialist.'
}

const skrivVal = (v: boolean | number): string => (typeof v === 'number' ? String(v) : v ? 'ja' : 'nej')

/** A judgement that goes against what the register says: it needs a reason and goes to a specialist. */
export const arMotStallningen = (svar: Pick<Evidenssvar, 'stallning'>, godkanns: boolean): boolean =>
  (svar.stallning === 'oftaGodkand' && !godkanns) || (svar.stallning === 'oftaInte' && godkanns)

export interface Registerfel {
  readonly falt: keyof Evidenspost
  readonly text: string
}

/** What is wrong with an entry, field by field. */
export function granskaPost(p: Evidenspost): Registerfel[] {
  return [
    ...(p.behandling !== undefined && !behandlingen(p.behandling)
      ? [{ falt: 'behandling' as const, text: 'Välj en behandling i kodlistan.' }]
      : []),
    ...(p.behandling === undefined && p.utforande === undefined && p.diagnos === undefined
      ? [{ falt: 'behandling' as const, text: 'En post måste gälla en behandling, en diagnos eller en utförandeform.' }]
      : []),
    ...(p.diagnos !== undefined && !lasDiagnosomrade(p.diagnos)
      ? [
          {
            falt: 'diagnos' as const,
            text: 'Skriv en kod, ett avsnitt eller ett kapitel i ICD-10-SE, till exempel F43.8A, F40–F48 eller F00–F99.',
          },
        ]
      : []),
    ...((p.stallning === 'inteAvgjord') !== (p.installning !== undefined)
      ? [
          {
            falt: 'installning' as const,
            text: p.installning
              ? 'En riksinställning hör bara till det som inte är avgjort.'
              : 'Ange vilken riksinställning som gäller tills frågan är avgjord.',
          },
        ]
      : []),
    ...(p.kalla.text.trim() ? [] : [{ falt: 'kalla' as const, text: 'Ange källan: dom, vägledning, svar från rådgivare eller rapport.' }]),
    ...(p.tom && p.tom < p.from ? [{ falt: 'tom' as const, text: 'Posten slutar gälla innan den börjar. Byt plats på dagarna.' }] : []),
  ]
}

/**
 * The register with a new entry; an open entry of the same scope stops the day before. What held on an earlier day can still be asked for.
 * @throws {RangeError} when `granskaPost` finds something wrong, or the id is taken
 */
export function medPost(register: readonly Evidenspost[], ny: Evidenspost): Evidenspost[] {
  const fel = granskaPost(ny)
  if (fel.length) throw new RangeError(fel.map((f) => f.text).join(' '))
  if (register.some((p) => p.id === ny.id)) throw new RangeError(`Posten ${ny.id} finns redan.`)
  return [
    ...register.map((p) =>
      sammaOmfang(p, ny) && p.from < ny.from && (!p.tom || p.tom >= ny.from) ? { ...p, tom: plusDagar(ny.from, -1) } : p,
    ),
    ny,
  ]
}

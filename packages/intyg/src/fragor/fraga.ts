import type { Datum } from '@atergang/kalender'
import type { Modell } from '../kodverk.ts'
import type { Intyg, Rasvar, Sjukskrivningsperiod } from '../modell.ts'
import { kodAv, vardeAv } from '../las/varden.ts'
import { fynd, type Allvar, type Fynd } from '../granska/fynd.ts'

/** A certificate already in the case. */
export interface Kand {
  /** As `intygsnyckel` gives it. */
  readonly nyckel: string
  readonly perioder: readonly Sjukskrivningsperiod[]
}

/** What a rule may look at. */
export interface Underlag {
  readonly intyg: Intyg
  readonly modell: Modell
  readonly idag?: Datum
  readonly tidigareIntyg?: readonly Kand[]
}

export type Regel = (u: Underlag) => readonly Fynd[]

export type Svarstyp = 'text' | 'jaNej' | 'datum' | 'kod' | 'diagnoskod' | 'period' | 'heltal'

export interface Delfraga {
  /** As `32.1`. */
  readonly id: string
  readonly rubrik: string
  readonly typ: Svarstyp
  /** Left out: both versions have it. */
  readonly versioner?: readonly Modell[]
  /** For `kod`: the code system and the codes of each version. */
  readonly koder?: { readonly system: string; readonly v1: readonly string[]; readonly v2: readonly string[] }
}

export interface Obligatorisk {
  /** Whether this certificate must answer the question. */
  readonly nar: (intyg: Intyg) => boolean
  readonly allvar: Allvar
  readonly text: string
  readonly fraga: string
  readonly lagrum?: string
}

/** One question of the certificate, as data: what it is called, how it is answered, when it must be, and its own rules. */
export interface Fraga {
  /** As `32`. */
  readonly id: string
  readonly rubrik: string
  readonly versioner: readonly Modell[]
  /** How many times it may be answered; more than once needs `instans`. */
  readonly hogst: Readonly<Record<Modell, number>>
  readonly delfragor: readonly Delfraga[]
  /** Answered when any of these part answers has content. Left out: the first part. */
  readonly bars?: readonly string[]
  readonly obligatorisk?: Obligatorisk
  readonly regler?: readonly Regel[]
}

export const BADA: readonly Modell[] = ['v1', 'v2']
export const EN_GANG: Fraga['hogst'] = { v1: 1, v2: 1 }

/** The part answers a question stands on. */
export const barande = (fraga: Fraga): readonly string[] => fraga.bars ?? [fraga.delfragor[0]!.id]

/** A certificate for keeping someone away from work for disease control needs far fewer answers. */
export const ejSmittskydd = (intyg: Intyg): boolean => intyg.smittskydd !== true

/** A code may be given once (the rule the form's first version has for questions with several answers). */
export const unikKod =
  (fragaId: string, rubrik: string): Regel =>
  (u) => {
    const sedda = new Set<string>()
    return svarPa(u, fragaId).flatMap((svar) => {
      const kod = kodAv(vardeAv(svar, `${fragaId}.1`))
      if (kod === undefined || !sedda.has(kod)) {
        if (kod !== undefined) sedda.add(kod)
        return []
      }
      return fynd('kodUpprepad', 'upplysning', fragaId, {
        svar,
        delsvarId: `${fragaId}.1`,
        text: `${rubrik}: samma svar är angivet mer än en gång (${kod.slice(0, 40)}).`,
      })
    })
  }

export const svarPa = (u: Underlag, id: string): readonly Rasvar[] => u.intyg.svar.filter((s) => s.id === id)

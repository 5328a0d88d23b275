import {
  partvy,
  sammanfatta,
  type Begaran,
  type Beslut,
  type Handelse,
  type Information,
  type Lage,
  type Overlamning,
  type Overlamningsursprung,
  type Partvy,
  type Sammanfattning,
  type Svar,
  type Utredning,
  type Vagning,
} from '@atergang/arende'
import { plusDagar, type Datum, type Period } from '@atergang/kalender'
import type { Forklaring, Kalla, Lagrum } from '@atergang/regelverk'
import { skrivelsevag, type Skrivelsevag } from '../skrivelser.ts'
import { perManad, totalt, type Manadssumma } from '../utbetalning.ts'
import { historik, type Historikord, type Historikrad } from './historik.ts'

export interface Tidslinjeband {
  readonly namn: string
  readonly perioder: readonly (Period & { readonly text: string; readonly slag: string; readonly grad?: number })[]
}

export interface Tidsmarke {
  readonly nr: number
  readonly dag: Datum
  readonly text: string
  readonly lagrum: readonly Lagrum[]
  readonly passerad: boolean
}

/** The case on a line of days: what was certified, who paid, what is asked for, and the days the law counts to. */
export interface Tidslinjevy extends Period {
  readonly idag: Datum
  readonly band: readonly Tidslinjeband[]
  readonly marken: readonly Tidsmarke[]
}

export interface Raknare {
  readonly namn: string
  readonly varde: number
  readonly forklaring: Forklaring
}

/** A prompt to the officer: something the person may be entitled to or need to know. Never a decision. */
export interface Uppmarksamma {
  readonly amne: string
  readonly text: string
  readonly varfor: string
  readonly lagrum: readonly Lagrum[]
  /** the day the person was told, if already done */
  readonly given: string | null
  /** that the employer may be told too, and to whom it was told (C039) */
  readonly mottagare?: { readonly givenTill: Information['till'] | null }
}

export interface Faktarad {
  readonly id: string
  readonly namn: string
  readonly rubrik: string
  readonly text: string
  /** the value itself, for facts that an officer corrects in a form */
  readonly varde?: unknown
  readonly kalla: Kalla
  readonly period: Period | null
  readonly registrerad: string
  readonly av: string
  /** true when a later fact has taken its place */
  readonly ersatt: boolean
}

export interface Beslutsvy extends Beslut {
  readonly summa: number
  readonly manader: readonly Manadssumma[]
  readonly galler: boolean
  /** what the law makes of a writing about the decision, as the case stands; `andring`: it cannot be appealed, we look at whether it shall be changed (36–38 §§ FL) */
  readonly skrivelse: Skrivelsevag['vag'] | 'andring'
}

/** A word about the case in the head of its page. */
export interface Rubrikuppgift {
  readonly rubrik: string
  readonly text: string
  /** said beside it, in smaller weight: why */
  readonly tillagg?: string
  readonly viktig?: boolean
}

/** What a benefit shows of its own on the case page. */
export interface Formansdelar {
  readonly rubrikrad: readonly Rubrikuppgift[]
  readonly tidslinje: Tidslinjevy | null
  readonly raknare: readonly Raknare[]
  readonly fakta: readonly Faktarad[]
  readonly uppmarksamma: readonly Uppmarksamma[]
}

/** Everything the case page shows, worked out from the journal for one day. The same for every reader who may open the case. */
export interface Grundvy extends Formansdelar {
  readonly id: string
  readonly nummer: string
  readonly version: number
  readonly enhet: string
  readonly idag: Datum
  readonly part: Partvy
  /** what was handed over from here, and what this came from (A047, G019) */
  readonly overlamningar: readonly Overlamning[]
  readonly ursprung: readonly Overlamningsursprung[]
  readonly steg: Utredning['steg']
  readonly fragor: Utredning['fragor']
  readonly vantar: Utredning['vantar']
  /** within two years: a seventy-first birthday in twenty years is nobody's concern today */
  readonly kommande: Utredning['kommande']
  readonly handlingar: readonly (Lage['handlingar'][number] & { readonly vagning: Vagning | null })[]
  /** every answer given, in order: to show beside the form what was said before */
  readonly svar: readonly (Pick<Svar, 'id' | 'nyckel' | 'kod' | 'dag' | 'tid' | 'svar'> & { readonly av: string })[]
  readonly begaran: readonly Begaran[]
  readonly kommuniceringar: Lage['kommuniceringar']
  readonly beslut: readonly Beslutsvy[]
  readonly utskick: Lage['utskick']
  readonly omprovningar: Lage['omprovningar']
  readonly overklaganden: Lage['overklaganden']
  readonly kontakter: Lage['kontakter']
  readonly personligaKontakter: number
  readonly anteckningar: Lage['anteckningar']
  readonly information: Lage['information']
  readonly historik: readonly Historikrad[]
  readonly tilldelning: Lage['tilldelning']
  readonly vila: Lage['vila']
  readonly avslutat: Lage['avslutat'] | null
}

const SYNLIGA_DAGAR = 730

/** The case worked out once: what lists need and what the page shows, whatever the benefit. */
export function grundvy(
  l: Lage,
  journal: readonly Handelse[],
  utredning: Utredning,
  delar: Formansdelar,
  ord: Historikord,
  skrivelse: (b: Beslut) => Beslutsvy['skrivelse'] = (b) => skrivelsevag(l, b).vag,
): { vy: Grundvy; sammanfattning: Sammanfattning } {
  const { idag } = utredning
  const vy: Grundvy = {
    id: l.arende.id,
    nummer: l.arende.nummer,
    version: l.version,
    enhet: l.arende.enhet,
    idag,
    part: partvy(l.arende.part),
    ...delar,
    steg: utredning.steg,
    fragor: utredning.fragor,
    vantar: utredning.vantar,
    kommande: utredning.kommande.filter((k) => k.dag <= plusDagar(idag, SYNLIGA_DAGAR)),
    handlingar: l.handlingar.map((h) => ({ ...h, vagning: l.vagningar.find((v) => v.handlingId === h.id) ?? null })),
    svar: l.svar.map(({ id, nyckel, kod, dag, tid, svar, av }) => ({ id, nyckel, kod, dag, tid, svar, av: av.namn })),
    begaran: l.begaran,
    kommuniceringar: l.kommuniceringar,
    beslut: l.beslut.map((b) => ({
      ...b,
      summa: totalt(b.utbetalning),
      manader: perManad(b.utbetalning),
      galler: !l.beslut.some((x) => x.ersatter === b.id),
      skrivelse: skrivelse(b),
    })),
    overlamningar: l.overlamningar,
    ursprung: l.ursprung,
    utskick: l.utskick,
    omprovningar: l.omprovningar,
    overklaganden: l.overklaganden,
    kontakter: l.kontakter,
    personligaKontakter: l.kontakter.filter((k) => k.med === 'forsakrad' && k.traffad && k.satt !== 'brev').length,
    anteckningar: l.anteckningar,
    information: l.information,
    historik: historik(journal, ord),
    tilldelning: l.tilldelning,
    vila: l.vila,
    avslutat: l.avslutat ?? null,
  }
  return { vy, sammanfattning: sammanfatta(l, utredning) }
}

import type { Datum, Period } from '@atergang/kalender'
import { behandlingsfel } from '../koder/behandlingar.ts'
import type { Formanskod, Initiativ, Kompletteringsfalt, Syfte, Utforandeform, Vardgivartyp } from '../koder/koder.ts'
import type { Ersattningsskal, Planskal } from '../koder/skal.ts'
import type { Andel } from '../tid/dagstid.ts'

/** Something asked for because it was missing: what, of whom, why, how, until when (B024–B025). */
export interface Kompletteringspost {
  readonly steg: 1 | 2
  readonly falt: Kompletteringsfalt
  readonly till: 'forsakrad' | 'vard' | 'arbetsgivare'
  readonly skal: string
  readonly kanal: 'minaSidor' | 'brev' | 'telefon' | 'vardkanal'
  readonly formularversion: string
  readonly skickad: Datum
  readonly besvarad: Datum | null
}

/** One treatment of the plan as it was registered: what the audit found missing in every register (L006, point 7 of the issue). */
export interface Behandlingspost {
  readonly behandling: string
  readonly annatText?: string
  readonly beskrivning?: string
  readonly utforande: Utforandeform
  readonly vardgivartyp: Vardgivartyp
  /** as it was written; what the register of caregivers makes of it is looked up (L026) */
  readonly vardgivare?: string
  readonly from: Datum
  readonly tom: Datum
  /** dose: planned occasions, and hours a week of treatment itself */
  readonly planeradeTillfallen: number
  readonly timmarPerVecka: number
  /** from the doctor's statement; null when it names none (B026) */
  readonly uppfoljning: { readonly nar: string; readonly hur: string } | null
  /** entries of the evidence register that applied when it was judged */
  readonly evidensposter: readonly string[]
  readonly godkand: boolean | null
}

export interface Planbeslut {
  readonly dag: Datum
  readonly utfall: 'godkand' | 'delvis' | 'ejGodkand'
  readonly skal: readonly Planskal[]
  /** a judgement against the stance of the register, with its reason */
  readonly motStallningen: boolean
}

/** A day as claimed and as decided. */
export interface Ersattningsdag {
  readonly datum: Datum
  readonly iPlanen: boolean
  readonly yrkad: Andel
  /** granted; 0 before a decision too */
  readonly andel: Andel
}

export interface Ersattningspost {
  readonly inkom: Datum
  readonly formularversion: string
  readonly dagar: readonly Ersattningsdag[]
  readonly beslut: {
    readonly dag: Datum
    readonly utfall: 'beviljad' | 'delvis' | 'avslag'
    readonly skal: readonly Ersattningsskal[]
    readonly kronor: number
  } | null
}

/**
 * A case of preventive benefit as statistics and like-case comparison see it. Produced from the case, never written by hand; holds no name and no personnummer:
 * `person` is the same for the same person and means nothing outside.
 */
export interface Forebyggandepost {
  readonly arende: string
  readonly person: string
  readonly kon: 'kvinna' | 'man' | 'okant'
  /** county of residence, and the area that handles the case */
  readonly lan: string
  readonly omrade: string
  readonly kod: Formanskod
  readonly inkom: Datum
  readonly formularversion: string
  readonly initiativ: Initiativ
  /** organisation number, when the employer took the initiative */
  readonly arbetsgivare?: string
  readonly syfte: Syfte | null
  /** ICD-10-SE, the main one first */
  readonly diagnoser: readonly string[]
  /** the main treatment first */
  readonly behandlingar: readonly Behandlingspost[]
  /** periods of sjukpenning before and after, from the register; null when not fetched */
  readonly sjukpenning: readonly Period[] | null
  readonly kompletteringar: readonly Kompletteringspost[]
  /** days on which the insurance medical adviser and the specialist were asked */
  readonly fmr: readonly Datum[]
  readonly specialist: readonly Datum[]
  readonly planbeslut: Planbeslut | null
  readonly ersattningar: readonly Ersattningspost[]
  readonly avslut: {
    readonly dag: Datum
    readonly fullfoljd: 'ja' | 'delvis' | 'nej' | 'okant'
    readonly anmaldAv: 'forsakrad' | 'vard' | 'forsakringskassan'
    readonly uppfoljning: string
  } | null
}

/** Days with benefit in the case, in order. */
export const ersattaDagar = (p: Forebyggandepost): Ersattningsdag[] =>
  p.ersattningar.flatMap((e) => e.dagar.filter((d) => d.andel > 0)).sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))

export interface Brist {
  readonly falt: string
  readonly text: string
}

/** What a case lacks before it can be closed: without it nothing can be evaluated (B033, B039–B040, L006–L007). */
export function postbrister(p: Forebyggandepost): Brist[] {
  return [
    ...(p.diagnoser.length ? [] : [{ falt: 'diagnoser', text: 'Registrera diagnosen (ICD-10-SE).' }]),
    ...(p.syfte ? [] : [{ falt: 'syfte', text: 'Ange vilket av lagens syften behandlingen har.' }]),
    ...(p.behandlingar.length ? [] : [{ falt: 'behandlingar', text: 'Registrera behandlingen.' }]),
    ...p.behandlingar.flatMap((b, i) => behandlingsbrister(b, `behandlingar.${i}`)),
    ...(p.initiativ === 'arbetsgivare' && !p.arbetsgivare
      ? [{ falt: 'arbetsgivare', text: 'Ange vilken arbetsgivare som tog initiativet.' }]
      : []),
    ...(p.planbeslut && p.planbeslut.utfall !== 'ejGodkand' && !p.avslut
      ? [{ falt: 'avslut', text: 'Ange om behandlingen fullföljdes och vad uppföljningen visade.' }]
      : []),
    ...(p.avslut && !p.avslut.uppfoljning.trim()
      ? [{ falt: 'avslut.uppfoljning', text: 'Anteckna vad uppföljningen visade, eller att ingen uppgift har kommit.' }]
      : []),
  ]
}

function behandlingsbrister(b: Behandlingspost, falt: string): Brist[] {
  const kodfel = behandlingsfel({ kod: b.behandling, annatText: b.annatText, utforande: b.utforande, beskrivning: b.beskrivning })
  return [
    ...(kodfel ? [{ falt: `${falt}.${kodfel.falt}`, text: kodfel.text }] : []),
    ...(b.planeradeTillfallen > 0
      ? []
      : [{ falt: `${falt}.planeradeTillfallen`, text: 'Ange hur många tillfällen behandlingen omfattar.' }]),
    ...(b.timmarPerVecka > 0 ? [] : [{ falt: `${falt}.timmarPerVecka`, text: 'Ange hur många timmar i veckan behandlingen tar.' }]),
    ...(b.uppfoljning ? [] : [{ falt: `${falt}.uppfoljning`, text: 'Ange när och hur vården följer upp behandlingen.' }]),
  ]
}

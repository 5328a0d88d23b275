import type { Aktor } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { PahittadPerson, Slump } from '@atergang/syntet'
import { enHandlaggare, nagonAnnan, specialisten } from './personal.ts'

/** How the officer judges a group of days. */
export type Bedomning = 'bevilja' | 'delvis' | 'neka' | 'undantag'

/** Days until somebody answers, or never. */
type Svarstid = number | null

/** What people do in a case, as far as the law leaves it to them. The flow decides what is asked, and when. */
export interface Ode {
  readonly handlaggare: Aktor
  readonly omprovare: Aktor
  readonly specialist: Aktor
  /** weekdays from a question to its answer; null: has not come to it */
  readonly takt: { readonly handlaggare: number; readonly specialist: Svarstid; readonly fmr: Svarstid; readonly omprovare: Svarstid }
  /** from this day on nobody at the agency has touched the case */
  readonly rorsInteFran?: Datum
  readonly bedomning: { readonly vanligt: Bedomning; readonly omplacering: Bedomning; readonly nfa: Bedomning }
  readonly svarstid: { readonly vard: Svarstid; readonly arbetsgivare: Svarstid; readonly forsakrad: Svarstid }
  /** asks the doctor about what is unclear in a certificate, instead of going on without */
  readonly fragarLakaren: boolean
  readonly fragarArbetsgivaren: boolean
  readonly hamtarPlan: boolean
  readonly fragarFmr: boolean
  readonly interimistiskt: boolean
  readonly aterlamnas: boolean
  readonly yttrande: { readonly satt: 'skriftligt' | 'muntligt'; readonly efter: number } | null
  readonly laserBrev: Svarstid
  readonly omprovning: { readonly efter: number; readonly utfall: 'andras' | 'andrasInte' } | null
  readonly ringer: boolean
  readonly antecknar: boolean
  /** took the case first and gave it back: knows the person */
  readonly javig?: Aktor
  readonly tolk?: string
}

/** Everything granted, everybody answers soon, nothing unusual. */
export function lugnt(handlaggare: Aktor, enhet: string): Ode {
  return {
    handlaggare,
    omprovare: nagonAnnan(enhet, handlaggare),
    specialist: specialisten(enhet),
    takt: { handlaggare: 1, specialist: 1, fmr: 3, omprovare: 10 },
    bedomning: { vanligt: 'bevilja', omplacering: 'bevilja', nfa: 'bevilja' },
    svarstid: { vard: 6, arbetsgivare: 8, forsakrad: 5 },
    fragarLakaren: true,
    fragarArbetsgivaren: false,
    hamtarPlan: false,
    fragarFmr: false,
    interimistiskt: false,
    aterlamnas: false,
    yttrande: null,
    laserBrev: 2,
    omprovning: null,
    ringer: true,
    antecknar: false,
  }
}

const OBESVARAT = 0.25

const svarstid = (s: Slump, minst: number, hogst: number): Svarstid => (s.chans(OBESVARAT) ? null : s.heltal(minst, hogst))

export function slumpatOde(s: Slump, person: PahittadPerson, enhet: string): Ode {
  const handlaggare = enHandlaggare(s, enhet, person.skyddad)
  const bedom = (vikter: Readonly<Record<Bedomning, number>>): Bedomning =>
    s.viktat((Object.keys(vikter) as Bedomning[]).map((varde) => ({ vikt: vikter[varde], varde })))
  return {
    handlaggare,
    omprovare: nagonAnnan(enhet, handlaggare),
    specialist: specialisten(enhet),
    takt: {
      handlaggare: s.chans(0.15) ? s.heltal(9, 18) : s.heltal(1, 7),
      specialist: s.heltal(1, 5),
      fmr: s.heltal(2, 8),
      omprovare: s.heltal(8, 25),
    },
    bedomning: {
      vanligt: bedom({ bevilja: 92, delvis: 4, neka: 4, undantag: 0 }),
      omplacering: bedom({ bevilja: 93, delvis: 4, neka: 3, undantag: 0 }),
      nfa: bedom({ bevilja: 42, delvis: 3, neka: 20, undantag: 35 }),
    },
    svarstid: { vard: svarstid(s, 4, 25), arbetsgivare: svarstid(s, 5, 30), forsakrad: svarstid(s, 2, 12) },
    fragarLakaren: s.chans(0.75),
    fragarArbetsgivaren: s.chans(0.55),
    hamtarPlan: s.chans(0.3),
    fragarFmr: s.chans(0.2),
    interimistiskt: s.chans(0.5),
    aterlamnas: s.chans(0.2),
    yttrande: s.chans(0.6) ? { satt: s.chans(0.65) ? 'skriftligt' : 'muntligt', efter: s.heltal(3, 13) } : null,
    laserBrev: s.chans(0.85) ? s.heltal(0, 6) : null,
    omprovning: s.chans(0.45) ? { efter: s.heltal(10, 55), utfall: s.chans(0.2) ? 'andras' : 'andrasInte' } : null,
    ringer: s.chans(0.6),
    antecknar: s.chans(0.35),
    ...(s.chans(0.02) && !person.skyddad ? { javig: nagonAnnan(enhet, handlaggare) } : {}),
    ...(s.chans(0.06) ? { tolk: s.val(['arabiska', 'somaliska', 'tigrinska', 'persiska', 'ukrainska', 'finska']) } : {}),
  }
}

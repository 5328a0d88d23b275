import type { Begransning, Radskal } from '../berakning/berakna.ts'
import { RADSKAL } from '../berakning/forklaring.ts'
import type { Kontrollfyndkod } from '../urval/kontrollfynd.ts'

/** Why a row gives nothing: what the reckoning says by itself, and what an officer has found. Reaching a ceiling is no reason. */
export type Aprskal = Radskal | 'dubblett' | 'behandling' | 'kostnadEjVisad' | 'ejArbetstagare'

interface Skaltext {
  readonly lagrum: readonly string[]
  readonly kalla: string
  /** the sentence an employer reads */
  readonly text: string
}

const RIR = 'Riksrevisionen, RiR 2021:19'

export const APRSKAL: Readonly<Record<Aprskal, Skaltext>> = {
  ...RADSKAL,
  dubblett: {
    lagrum: ['förordning (2014:67) 7'],
    kalla: `${RIR}, avsnitt 4.5: stödet gäller den kostnad som insatsen faktiskt har inneburit; vår läsning`,
    text: 'Samma kostnad har redan legat till grund för en ansökan.',
  },
  behandling: {
    lagrum: ['förordning (2014:67) 1'],
    kalla: `${RIR}, avsnitt 2.1, fotnot 48`,
    text: 'Insatsen var medicinsk eller annan behandling. Sådan ingår inte i stödet.',
  },
  kostnadEjVisad: {
    lagrum: ['FL 23'],
    kalla: 'Försäkringskassan FK2022/002564, avsnitt 2.1.2: det arbetsgivaren har betalat; att det ska visas är vår läsning',
    text: 'Det är inte visat vad ni har betalat för insatsen.',
  },
  ejArbetstagare: {
    lagrum: ['förordning (2014:67) 1'],
    kalla: `${RIR}, avsnitt 2.1: insatser för en arbetstagare`,
    text: 'Personen var inte arbetstagare hos er när insatsen gjordes.',
  },
}
export const APRSKALKODER = Object.keys(APRSKAL) as Aprskal[]

/** Short, for a cell of a table. */
export const SKALKORT: Readonly<Record<Aprskal, string>> = {
  forSent: 'för sent',
  felAr: 'annat år',
  anordnareEjGodkand: 'anordnaren inte godkänd',
  dubblett: 'redan sökt',
  behandling: 'behandling',
  kostnadEjVisad: 'kostnaden inte visad',
  ejArbetstagare: 'inte anställd',
}
export const GRANSKORT: Readonly<Record<Begransning, string>> = {
  halva: 'hälften',
  anstalld: 'taket för en anställd',
  arbetsgivare: 'taket för er',
}

/** What a finding of the after-control makes of the row: a reason, or nothing when only the cost or the kind was wrong. */
export const SKAL_AV_FYND: Readonly<Partial<Record<Kontrollfyndkod, Aprskal>>> = {
  kostnadEjVisad: 'kostnadEjVisad',
  underlagEjLamnat: 'kostnadEjVisad',
  anordnareEjGodkand: 'anordnareEjGodkand',
  behandling: 'behandling',
  felAr: 'felAr',
  dubbelt: 'dubblett',
  ejArbetstagare: 'ejArbetstagare',
}

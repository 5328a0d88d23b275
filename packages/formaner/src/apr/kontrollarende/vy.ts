import { utred, type Handelse, type Lage, type Sammanfattning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { grundvy, type Grundvy } from '../../gemensamt/vy/arendevy.ts'
import type { Historikord } from '../../gemensamt/vy/historik.ts'
import type { Plan } from '../urval/plan.ts'
import type { Kontrollskattning } from '../urval/skatta.ts'
import {
  fakt,
  FAKTARUBRIK,
  planen,
  planfaktum,
  urvalet,
  uttagna,
  type Rlage,
  type Rondfakta,
  type Rondfaktum,
  type Uttagen,
} from './fakta.ts'
import { rondflode } from './forman.ts'

export interface Rondvy extends Grundvy {
  readonly forman: 'aprKontroll'
  readonly omgang: string
  readonly plan: Plan | null
  readonly fro: number | null
  readonly uttagna: readonly Uttagen[]
  readonly skattning: Kontrollskattning | null
}

function faktatext(namn: Rondfaktum, v: unknown): string {
  if (namn === 'plan') return `${(v as Rondfakta['plan']).population.length} arbetsgivare, andel ${(v as Rondfakta['plan']).andel}`
  if (namn === 'urval') return 'Draget'
  if (namn === 'riskfall') return (v as Rondfakta['riskfall']).skal
  if (namn === 'resultat') return `${(v as Rondfakta['resultat']).koder.join(', ')}, ${(v as Rondfakta['resultat']).felbelopp} kr`
  return 'Gjord'
}
const HISTORIKORD: Historikord = {
  fragor: { aprFro: 'Satte fröet och drog' },
  fakta: (f) => `${FAKTARUBRIK[f.namn as Rondfaktum] ?? f.namn}: ${faktatext(f.namn as Rondfaktum, f.varde)}`,
}

/** The round, worked out. The population lies in the journal and in a file of its own; the page shows who is controlled. */
export function arendevy(lage: Lage, journal: readonly Handelse[], idag: Datum): { vy: Rondvy; sammanfattning: Sammanfattning } {
  const l = lage as Rlage
  const p = planfaktum(l)
  const fakta = [...l.fakta]
    .reverse()
    .map((f) => ({
      id: f.id,
      namn: f.namn,
      rubrik: FAKTARUBRIK[f.namn as Rondfaktum] ?? f.namn,
      text: faktatext(f.namn as Rondfaktum, f.varde),
      kalla: f.kalla,
      period: null,
      registrerad: f.registrerad,
      av: f.av.namn,
      ersatt: false,
    }))
  const { vy, sammanfattning } = grundvy(
    l,
    journal,
    utred(rondflode, l, idag),
    { rubrikrad: [{ rubrik: 'Omgång', text: l.arende.sak }], tidslinje: null, raknare: [], fakta, uppmarksamma: [] },
    HISTORIKORD,
  )
  return {
    vy: {
      ...vy,
      forman: 'aprKontroll',
      omgang: l.arende.sak,
      plan: p ? planen(p) : null,
      fro: urvalet(l)?.plan.fro ?? null,
      uttagna: uttagna(l),
      skattning: fakt(l, 'skattning').at(-1)?.varde ?? null,
    },
    sammanfattning,
  }
}

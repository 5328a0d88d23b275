import { Domanfel, type Aktor, type Roll } from '@atergang/arende'

/** Who is behind a call: a session, or the system with the actor it stands for. */
export type Uppdragsgivare = { readonly session: Buffer } | { readonly system: Aktor }

export interface Sessionsrad {
  readonly anvandare: string
  readonly namn: string
  readonly roll: Roll
  readonly enhet: string
  readonly person_id: string | null
  readonly orgnr: string | null
  readonly far_se_skyddade: boolean
}

export const aktorAv = (s: Sessionsrad): Aktor => ({
  id: s.anvandare,
  namn: s.namn,
  roll: s.roll,
  ...(s.enhet ? { enhet: s.enhet } : s.orgnr ? { enhet: s.orgnr } : {}),
})

export class EjInloggad extends Domanfel {
  constructor() {
    super('behorighet', 'ejInloggad', 'Du är inte inloggad, eller har varit borta för länge. Logga in igen; utkast är sparade.')
  }
}

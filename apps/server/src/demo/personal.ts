import type { Aktor } from '@atergang/arende'
import { EVA, OLLE, SIRI } from '@atergang/formaner/prov'
import type { Slump } from '@atergang/syntet'
import { type Viktad } from '@atergang/syntet'

/** The officials of the demo. Those with an account in `konton.ts` have the same id here. */
const handlaggare = (id: string, namn: string, enhet: string): Aktor => ({ id, namn, roll: 'handlaggare', enhet })

export { EVA, OLLE, SIRI }
export const MONA = handlaggare('mona', 'Mona Mård', 'Malmö')
/** These two may see people with protected identity. */
export const INGRID = handlaggare('ingrid', 'Ingrid Is', 'Gävle')
const STINA = handlaggare('stina', 'Stina Stråk', 'Gävle')
export const SARA: Aktor = { id: 'sara', namn: 'Sara Sten', roll: 'specialist', enhet: 'Malmö' }
export const FARAH: Aktor = { id: 'farah', namn: 'Farah Fors', roll: 'fmr' }

const HANDLAGGARE: Readonly<Record<string, readonly Viktad<Aktor>[]>> = {
  Gävle: [
    { vikt: 30, varde: EVA },
    { vikt: 26, varde: OLLE },
    { vikt: 22, varde: handlaggare('lisa', 'Lisa Lund', 'Gävle') },
    { vikt: 22, varde: handlaggare('jonas', 'Jonas Jarl', 'Gävle') },
  ],
  Malmö: [
    { vikt: 50, varde: MONA },
    { vikt: 50, varde: handlaggare('pia', 'Pia Ros', 'Malmö') },
  ],
}

export const enHandlaggare = (s: Slump, enhet: string, skyddad: boolean): Aktor => (skyddad ? INGRID : s.viktat(HANDLAGGARE[enhet]!))
/** Somebody else at the unit, who has not decided. */
export const nagonAnnan = (enhet: string, an: Aktor): Aktor =>
  an === INGRID ? STINA : HANDLAGGARE[enhet]!.map((v) => v.varde).find((a) => a.id !== an.id)!
export const specialisten = (enhet: string): Aktor => (enhet === 'Malmö' ? SARA : SIRI)

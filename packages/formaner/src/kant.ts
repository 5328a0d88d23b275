import { fakta, type Lage } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { minForebyggande, type MinForebyggande } from './forebyggande-sjukpenning/vy/minasidor.ts'
import type { Ansokan } from './sjukpenning/fakta.ts'

export type Kant = MinForebyggande['kant']

const INGET: Kant = { sysselsattning: null, arbetsgivare: null, inkomst: null, arbetsschema: null, arsarbetstid: null, arbetssokande: null }

/** What an application for sjukpenning told that the plan asks for too. */
function urSjukpenning(l: Lage): Kant {
  const a = (fakta(l, 'ansokan').at(-1)?.varde ?? null) as Ansokan | null
  return { ...INGET, sysselsattning: a?.sysselsattning ?? null, arbetsgivare: a?.arbetsgivare?.namn ?? null, inkomst: a?.inkomst ?? null }
}

/** What the person's cases know, the newest first, each thing from the newest that has it: a form asks only for what is missing (B024). */
export function kantUrArendena(lagen: readonly Lage[], idag: Datum): Kant {
  const alla = lagen
    .filter((l) => l.arende.part.slag === 'person')
    .map((l) =>
      l.arende.forman === 'forebyggande-sjukpenning'
        ? minForebyggande(l, idag).kant
        : l.arende.forman === 'sjukpenning'
          ? urSjukpenning(l)
          : INGET,
    )
  return {
    sysselsattning: alla.find((k) => k.sysselsattning)?.sysselsattning ?? null,
    arbetsgivare: alla.find((k) => k.arbetsgivare)?.arbetsgivare ?? null,
    inkomst: alla.find((k) => k.inkomst)?.inkomst ?? null,
    arbetsschema: alla.find((k) => k.arbetsschema)?.arbetsschema ?? null,
    arsarbetstid: alla.find((k) => k.arsarbetstid !== null)?.arsarbetstid ?? null,
    arbetssokande: alla.find((k) => k.arbetssokande)?.arbetssokande ?? null,
  }
}

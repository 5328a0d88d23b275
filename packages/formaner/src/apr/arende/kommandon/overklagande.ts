import { HANDLAGGARROLLER, indatafel, type Handling } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { aprOverklagande, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, las, text } from '../../../las.ts'
import type { Alage } from '../fakta.ts'
import { overklagandetKlart } from '../steg/efter.ts'
import { handlingSchema, oppnad, tillforda, type Def } from './grund.ts'

/** A writing that a decision is wrong. Never refused: when the setting says that there is no appeal, it is noted and looked at (36–38 §§ FL). */
export const overklaga: Def<{ beslutId: string; inkom: Datum; text: string; handling?: Handling | undefined }> = {
  roller: ['arbetsgivare', ...HANDLAGGARROLLER],
  iAvslutat: true,
  las: (v) =>
    las(
      z.object({
        beslutId: z.string(),
        inkom: datumSchema,
        text: text('Vad ni vill ska ändras och varför'),
        handling: handlingSchema.optional(),
      }),
      v,
    ) as { beslutId: string; inkom: Datum; text: string; handling?: Handling },
  utfor(lage, d, k) {
    const l = lage as Alage
    const b = l.beslut.find((x) => x.id === d.beslutId)
    if (!b) throw indatafel('okantBeslut', 'Beslutet finns inte i ärendet.', [{ falt: 'beslutId', text: 'Välj ett av era beslut.' }])
    const skrivelse = { inkom: d.inkom, text: d.text, ...(d.handling ? { handlingId: d.handling.id } : {}) }
    const oppet = l.overklaganden.find((o) => o.beslutId === b.id && !overklagandetKlart(l, o))
    if (oppet) return [...tillforda(d.handling ? [d.handling] : []), { typ: 'skrivelseTillagd', till: oppet.id, skrivelse }]
    if (vardetDen(aprOverklagande, b.dag) === 'overklagasInte')
      return [
        ...oppnad(l, 'En skrivelse om ett beslut kom in.'),
        ...tillforda(d.handling ? [d.handling] : []),
        {
          typ: 'anteckningSkriven',
          anteckning: { id: k.nyttId(), text: `Skrivelse om beslutet ${medManadsnamn(b.dag)}: ${d.text}`, tid: k.tid, av: k.aktor },
        },
      ]
    return [
      ...tillforda(d.handling ? [d.handling] : []),
      { typ: 'overklagandeInkommet', overklagande: { id: k.nyttId(), beslutId: b.id, sagt: 'overklagande', ...skrivelse } },
    ]
  },
}

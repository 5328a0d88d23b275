import { HANDLAGGARROLLER, konflikt, utred } from '@atergang/arende'
import * as z from 'zod'
import { las } from '../../../las.ts'
import { beslutetAv } from '../../../gemensamt/beslut/fragor.ts'
import { kanBeslutas } from '../../../gemensamt/beslut/steg.ts'
import type { Alage } from '../fakta.ts'
import { aprflode } from '../flode.ts'
import { beredda } from '../forslag.ts'
import { beslutetOm, type AprInnehall } from '../rakning.ts'
import { ansokansvag } from '../vag.ts'
import type { Def } from './grund.ts'

const listaSchema = z.object({ ansokanId: z.string(), avtryck: z.string(), lista: z.object({ id: z.string(), avtryck: z.string() }) })

/**
 * Decides one application as the officer approved it in a list. The coming decision must still be the very one that was approved. The letter is
 * written when it goes out, from the decision itself.
 */
export const beslutaEnligtLista: Def<z.output<typeof listaSchema>> = {
  roller: HANDLAGGARROLLER,
  las: (v) => las(listaSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (l.javiga.includes(k.aktor.id)) throw konflikt('javig', 'Handläggaren har anmält jäv i ärendet.')
    const b = beredda(l, k.dag).find((x) => x.sak === d.ansokanId)
    if (!b || !kanBeslutas(b, k.dag))
      throw konflikt(
        'inteKlar',
        beslutetOm(l, d.ansokanId)
          ? 'Ansökan är redan beslutad.'
          : 'Ansökan är inte längre färdig att beslutas: något återstår att ta ställning till.',
      )
    if (b.attKommunicera !== d.avtryck) throw konflikt('forslagetAndrat', 'Förslaget är ett annat än det som godkändes.')
    const { beslut } = beslutetAv(ansokansvag, l, b, k, utred(aprflode, l, k.dag))
    return [{ typ: 'beslutFattat', beslut: { ...beslut, innehall: { ...(beslut.innehall as AprInnehall), lista: d.lista } } }]
  },
}

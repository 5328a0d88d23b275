import type { Beslut, Utbetalningsrad } from '@atergang/arende'
import type { Period } from '@atergang/kalender'
import * as z from 'zod'
import { skillnad } from '../gemensamt/utbetalning.ts'
import { datumSchema, gradEllerIngen, text } from '../las.ts'
import type { Slage } from './fakta.ts'
import { minns, type Underlag } from './underlag.ts'
import { utbetalningsrader } from './utbetalning.ts'

export interface Omrakning {
  readonly beslut: Beslut
  readonly nya: readonly Utbetalningsrad[]
  readonly skillnad: { readonly kronor: number; readonly rader: readonly (Period & { readonly fore: number; readonly efter: number })[] }
}

/** Final decisions that now count, newest version of each. */
export const gallandeSlutliga = (l: Slage): Beslut[] => l.beslut.filter((b) => b.typ !== 'interimistiskt' && b.rader.length > 0 && !l.beslut.some((x) => x.ersatter === b.id))

/** Decisions whose payment would come out otherwise on the facts known now (113 kap. 3 § SFB). Never changed silently. */
export const omrakningar = minns((l: Slage, u: Underlag): Omrakning[] =>
  gallandeSlutliga(l).flatMap((beslut) => {
    const { rader, saknas } = utbetalningsrader(l, u, beslut.rader)
    if (saknas.length) return []
    const s = skillnad(beslut.utbetalning, rader)
    return s.kronor === 0 && s.rader.length === 0 ? [] : [{ beslut, nya: rader, skillnad: s }]
  }),
)

export const andringSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('andra'), grund: z.enum(['skrivfel', 'underlag', 'rattstillampning'], { message: 'Välj varför beslutet blev oriktigt.' }), skal: text('Vad som var fel') }),
  z.object({ val: z.literal('andraInte'), skal: text('Skälet') }),
])
export type AndringSvar = z.infer<typeof andringSchema>

export const ANDRINGSGRUNDER = { skrivfel: '113:3 st 1 p 1', underlag: '113:3 st 1 p 2', rattstillampning: '113:3 st 1 p 3' } as const

/** Omprövning (113 kap. 7–8 §§): never to the person's disadvantage. */
export const omprovningSchema = z.discriminatedUnion('utfall', [
  z.object({ utfall: z.literal('andras'), rader: z.array(z.object({ from: datumSchema, tom: datumSchema, grad: gradEllerIngen })), skal: text('Skälen'), omstandigheter: text('Omständigheterna') }),
  z.object({ utfall: z.literal('andrasInte'), skal: text('Skälen'), omstandigheter: text('Omständigheterna') }),
  z.object({ utfall: z.literal('avvisas'), skal: text('Varför begäran avvisas') }),
])
export type OmprovningSvar = z.infer<typeof omprovningSchema>

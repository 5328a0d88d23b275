import { medAvslag, type Beslut } from '@atergang/arende'
import { innehaller } from '@atergang/kalender'
import {
  kedjedagar,
  kvalitetssakraAvslag,
  kvalitetssakraForstaNfa,
  kvalitetssakraForstaNfaArbetslosa,
  vardetDen,
} from '@atergang/regelverk'
import * as z from 'zod'
import { bereda, type Beredning } from '../gemensamt/beslut/beredning.ts'
import { datumSchema, text } from '../las.ts'
import { bedomdMotNfa, bedomning, type Arbetsformaga } from './bedomning.ts'
import type { Slage } from './fakta.ts'
import { forslaget, type Forslag } from './forslag.ts'
import { minns, provperiod, type Underlag } from './underlag.ts'

/** Where the coming decision stands; null while a judgement is missing. One at a time: the days that are not yet decided. */
export const beredning = minns((l: Slage, u: Underlag): Beredning<Forslag> | null => {
  const forslag = forslaget(l, u)
  return forslag && bereda(l, '', forslag, kvalitetsskal(l, u, forslag))
})

export type Kvalitetsskal = 'avslag' | 'forstaNfa'

/** Why a specialist must see it before it is decided (H001, H002, X25). */
function kvalitetsskal(l: Slage, u: Underlag, f: Forslag): Kvalitetsskal[] {
  const skal: Kvalitetsskal[] = []
  if (medAvslag(f) && vardetDen(kvalitetssakraAvslag, u.idag)) skal.push('avslag')
  const nfa = u.grupper.filter((g) => {
    const b = bedomning(l, g)
    return b && bedomdMotNfa(g, b.svar)
  })
  const galler = nfa.some((g) =>
    vardetDen(g.sysselsattning.slag === 'arbetslos' ? kvalitetssakraForstaNfaArbetslosa : kvalitetssakraForstaNfa, u.idag),
  )
  if (galler && !tidigareMotNfa(l, u)) skal.push('forstaNfa')
  return skal
}

/** Whether a decided day of this chain was already judged against normally occurring work (A004: the task comes exactly once). */
function tidigareMotNfa(l: Slage, u: Underlag): boolean {
  const p = provperiod(u)
  const forsta = p ? kedjedagar(u.sjukdagar, p.from).perioder[0]?.from : undefined
  if (!p || !forsta) return false
  // Days refused for want of a reduced ability are no sick days, so the chain is looked at from its first day to now, not day by day.
  const kedjan = { from: forsta, tom: p.tom }
  const bedomda = l.svar
    .filter((s) => s.kod === 'arbetsformaga')
    .map((s) => s.svar as Arbetsformaga)
    .filter((b) => b.formaga.normaltForekommande && !b.undantag)
  return bedomda.some((b) => b.rader.some((r) => innehaller(kedjan, r.from) && u.beslutat.some((d) => innehaller(d, r.from))))
}

// --- after the decision ---------------------------------------------------------------------------------

export const omstallningSchema = z.object({
  svar: z.enum(['ja', 'nej', 'obesvarat'], { message: 'Välj vad personen svarade.' }),
  form: z.enum(['fysiskt', 'digitalt', 'ejBestamt']).default('ejBestamt'),
  text: text('Vad som erbjöds'),
})
export const aprSchema = z.object({
  till: z.enum(['person', 'arbetsgivare', 'bada', 'ejAktuellt'], { message: 'Välj vem du informerade.' }),
  satt: z.enum(['samtal', 'brev', 'minaSidor']).default('samtal'),
  skal: text('Vad du informerade om, eller varför det inte är aktuellt'),
})

/** Final decisions to the person's disadvantage that still count. */
export const negativaBeslut = (l: Slage): Beslut[] =>
  l.beslut.filter((b) => b.typ !== 'interimistiskt' && medAvslag(b) && !l.beslut.some((x) => x.ersatter === b.id))

// --- interim decision: 112 kap. 2 a § ----------------------------------------------------------------------

export const interimistisktSchema = z.object({
  from: datumSchema,
  tom: datumSchema,
  ingetTalarEmot: z.literal(true, { message: 'Bekräfta att inget talar emot.' }),
  skal: text('Skälet'),
})
export type Interimistiskt = z.infer<typeof interimistisktSchema>

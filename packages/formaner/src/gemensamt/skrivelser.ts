import {
  gallandeBeslut,
  indatafel,
  type Beslut,
  type Faktakarta,
  type Handelsedata,
  type Handling,
  type Kommandodefinition,
  type Kontext,
  type Lage,
  type Omprovningsbegaran,
  type Overklagande,
  type Skrivelse,
} from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema, las, text } from '../las.ts'
import { handlingSchema } from './handling.ts'

/** What is done with a writing about a decision: what the law makes of it, not what it is called. */
export type Skrivelsevag =
  /** reviewed, also when it is called an appeal: nobody reaches the court before (113 kap. 7, 10 §§) */
  | { readonly vag: 'omprovning'; readonly beslut: Beslut }
  /** passed on to the court: the question is settled after omprövning, or the decision cannot be reviewed (113 kap. 7, 10, 11 §§) */
  | { readonly vag: 'overklagande'; readonly beslut: Beslut }
  /** more about what is already being handled */
  | { readonly vag: 'tillagg'; readonly till: Omprovningsbegaran | Overklagande; readonly beslut: Beslut }

const omprovat = (l: Lage, o: Omprovningsbegaran): Beslut | undefined => l.beslut.find((b) => b.typ === 'omprovning' && b.orsak === o.id)

export const overklagandenyckel = (o: Pick<Overklagande, 'id'>): string => `overklagande:${o.id}`

/** Passed on, turned away because it came too late, or not meant as an appeal. */
export const overklagandetArKlart = (l: Lage, o: Overklagande): boolean =>
  o.overlamnat !== undefined || l.beslut.some((b) => b.typ === 'overklagande' && b.orsak === o.id) || avsagt(l, o)

/** The appeal of a decision that the person stands by, last told. */
export const staendeOverklagande = (l: Lage, beslutId: string): Overklagande | undefined =>
  l.overklaganden.findLast((o) => o.beslutId === beslutId && !avsagt(l, o))

const avsagt = (l: Lage, o: Overklagande): boolean =>
  l.svar.some((s) => s.nyckel === overklagandenyckel(o) && (s.svar as OverklagandeSvar).val === 'inteOverklagande')

/** How a writing about the decision is handled as the case stands (113 kap. 7, 10, 11 §§ SFB). Never refused: it always has a way. */
export function skrivelsevag(l: Lage, om: Beslut): Skrivelsevag {
  const begard = l.omprovningar.find((o) => o.beslutId === om.id)
  const efter = begard && omprovat(l, begard)
  if (begard && !efter) return { vag: 'tillagg', till: begard, beslut: om }
  // What has come in the decision's place is what the person is now told to be wrong.
  const beslut = efter ?? gallandeBeslut(l, om)
  if (beslut.typ === 'slutligt' || beslut.typ === 'interimistiskt') return { vag: 'omprovning', beslut }
  const oppet = l.overklaganden.find((o) => o.beslutId === beslut.id && !overklagandetArKlart(l, o))
  return oppet ? { vag: 'tillagg', till: oppet, beslut } : { vag: 'overklagande', beslut }
}

/** Whoever took part in the decision does not review it: the case leaves their desk, so that somebody else is given it. */
function frigor(l: Lage, b: Beslut): Handelsedata[] {
  const har = l.tilldelning.handlaggare?.till
  if (!har || ![b.fattatAv, ...b.medverkande].some((a) => a.id === har.id)) return []
  return [
    {
      typ: 'lamnadTillbaka',
      roll: 'handlaggare',
      fran: har,
      skal: 'fordelning',
      text: 'Omprövning är begärd. Någon som inte har deltagit i beslutet ska ompröva det.',
    },
  ]
}

/** The events of a writing that came in, with its document when it has one. */
export function skrivelsehandelser(
  l: Lage,
  om: Beslut,
  s: { inkom: Datum; text: string; handling?: Handling | undefined },
  sagt: Overklagande['sagt'],
  k: Kontext,
): Handelsedata[] {
  const v = skrivelsevag(l, om)
  const skrivelse: Skrivelse = { inkom: s.inkom, text: s.text, ...(s.handling ? { handlingId: s.handling.id } : {}) }
  const handling: Handelsedata[] = s.handling ? [{ typ: 'handlingTillford', handling: s.handling }] : []
  switch (v.vag) {
    case 'tillagg':
      return [...handling, { typ: 'skrivelseTillagd', till: v.till.id, skrivelse }]
    case 'omprovning':
      return [
        ...handling,
        { typ: 'omprovningBegard', begaran: { id: k.nyttId(), beslutId: v.beslut.id, ...skrivelse } },
        ...frigor(l, v.beslut),
      ]
    case 'overklagande':
      return [...handling, { typ: 'overklagandeInkommet', overklagande: { id: k.nyttId(), beslutId: v.beslut.id, sagt, ...skrivelse } }]
  }
}

/** What the authority does with an appeal (45–46 §§ förvaltningslagen; 113 kap. 14, 20 §§ SFB). */
export const overklagandeSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('overlamna'), domstol: text('Förvaltningsrättens namn', 200) }),
  z.object({
    val: z.literal('avvisa'),
    ingetUndantag: z.literal(true, { message: 'Bekräfta att inget av undantagen i 45 § förvaltningslagen gäller.' }),
    skal: text('Varför överklagandet avvisas'),
  }),
  /** the person has been asked and does not want to reach the court */
  z.object({ val: z.literal('inteOverklagande'), skal: text('Vad personen har sagt, när och till vem') }),
])
export type OverklagandeSvar = z.infer<typeof overklagandeSchema>

interface Skrivelsedata {
  beslutId: string
  inkom: Datum
  text: string
  handling?: Handling | undefined
}

/** A writing about a decision, as the person calls it; the law decides what it is (113 kap. 7, 10–11 §§). Only a decision that is not there is refused. */
export const skrivelsekommando = (sagt: Overklagande['sagt']): Kommandodefinition<Faktakarta, Skrivelsedata> => ({
  roller: ['forsakrad', 'handlaggare', 'specialist'],
  iAvslutat: true,
  las: (v) =>
    las(
      z.object({
        beslutId: z.string(),
        inkom: datumSchema,
        text: text('Vad du vill ska ändras och varför'),
        handling: handlingSchema.optional(),
      }),
      v,
    ) as Skrivelsedata,
  utfor(l, d, k) {
    const b = l.beslut.find((x) => x.id === d.beslutId)
    if (!b) throw indatafel('okantBeslut', 'Beslutet finns inte i ärendet.', [{ falt: 'beslutId', text: 'Välj ett av dina beslut.' }])
    return skrivelsehandelser(l, b, d, sagt, k)
  },
})

import { arTillNackdel, fingeravtryck, type Beslut, type Kommunicering, type Svar } from '@atergang/arende'
import { innehaller } from '@atergang/kalender'
import { kedjedagar, kvalitetssakraAvslag, kvalitetssakraForstaNfa, kvalitetssakraForstaNfaArbetslosa, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, text } from '../las.ts'
import { bedomdMotNfa, bedomning, type Arbetsformaga } from './bedomning.ts'
import type { Slage } from './fakta.ts'
import { forslaget, type Forslag } from './forslag.ts'
import { INFORMATIONSNYCKLAR } from './information.ts'
import { underlagAv } from './steg/hjalp.ts'
import { minns, provperiod, type Underlag } from './underlag.ts'

// --- what the officer writes ------------------------------------------------------------------------

export const motiveringSchema = z.object({
  avgorande: text('Det avgörande skälet', 1000),
  omstandigheter: z.string().trim().max(8000).default(''),
  bedomning: z.string().trim().max(8000).default(''),
  saknades: z.string().trim().max(4000).default(''),
})

export const forslagSchema = z.object({
  motivering: motiveringSchema,
  information: z.array(z.enum(INFORMATIONSNYCKLAR)).default([]),
})
export type ForslagSvar = z.infer<typeof forslagSchema>

/** Codes a specialist returns a proposal with; counted, so that the codes become learning (H005). */
export const ATERLAMNINGSKODER = {
  utredningsbrist: 'Utredningen räcker inte',
  bristfalligMotivering: 'Motiveringen är inte individuell eller tydlig',
  felTillampning: 'Lagen är felaktigt tillämpad',
  kallhanvisning: 'Det framgår inte vilka uppgifter bedömningen bygger på',
  undantagEjProvat: 'Undantagen från normalt förekommande arbete är inte prövade',
  rehabilitering: 'Ställningstagandet till rehabilitering räcker inte',
  objektivaFynd: 'Avslaget bygger på att objektiva undersökningsfynd saknas',
  skrivfel: 'Skrivfel eller räknefel',
} as const
export type Aterlamningskod = keyof typeof ATERLAMNINGSKODER

const verdikt = z.enum(['ok', 'brist'], { message: 'Välj godtas eller brist.' })
export const kvalitetssakringSchema = z
  .object({
    utfall: z.enum(['godkand', 'aterlamnad'], { message: 'Godkänn eller lämna tillbaka.' }),
    /** two verdicts a judgement: is the basis enough, is the law rightly applied (H003) */
    omdomen: z.array(z.object({ nyckel: z.string(), underlag: verdikt, tillampning: verdikt })).min(1, 'Lämna omdöme om varje bedömning.'),
    koder: z.array(z.enum(Object.keys(ATERLAMNINGSKODER) as [Aterlamningskod, ...Aterlamningskod[]])).default([]),
    kommentar: z.string().trim().max(4000).default(''),
  })
  .refine((k) => k.utfall === 'godkand' || k.koder.length > 0, { message: 'Välj minst en kod när du lämnar tillbaka.', path: ['koder'] })
  .refine((k) => k.utfall === 'godkand' || k.kommentar.length > 0, { message: 'Skriv vad som behöver ändras.', path: ['kommentar'] })
  .refine((k) => k.utfall === 'aterlamnad' || k.omdomen.every((o) => o.underlag === 'ok' && o.tillampning === 'ok'), { message: 'Du har angett en brist: lämna tillbaka, eller ändra omdömet.', path: ['utfall'] })
export type Kvalitetssakring = z.infer<typeof kvalitetssakringSchema>

export const kommuniceringSchema = z.discriminatedUnion('satt', [
  z.object({ satt: z.literal('sand') }),
  /** 110 kap. 13 a § second paragraph: obvious that nothing can come in that matters. A recorded judgement. */
  z.object({ satt: z.literal('undantag'), skal: text('Varför det är uppenbart att personen inte kan komma in med uppgifter som påverkar avgörandet') }),
])
export type KommuniceringSvar = z.infer<typeof kommuniceringSchema>

export const yttrandeSvarSchema = z.object({
  beaktat: text('Hur yttrandet har beaktats'),
  /** judgements that open again */
  andra: z.array(z.string()).default([]),
})
export type YttrandeSvar = z.infer<typeof yttrandeSvarSchema>

// --- where the proposal stands ------------------------------------------------------------------------

export const FORSLAGSNYCKEL = 'forslag'
export const KVALITETSNYCKEL = 'kvalitetssakring'
export const KOMMUNICERINGSNYCKEL = 'kommunicering'
export const YTTRANDENYCKEL = 'yttrande'
export const BESLUTSNYCKEL = 'beslut'

/** Everything between judgements and decision, worked out together: each step reads its part. */
export interface Beredning {
  readonly forslag: Forslag
  readonly grundval: unknown
  readonly motivering?: Svar<ForslagSvar>
  readonly kvalitetsskal: readonly Kvalitetsskal[]
  readonly kvalitetsgrundval: unknown
  readonly kvalitet?: Svar<Kvalitetssakring>
  readonly tillNackdel: boolean
  /** print of what the person must know before the decision: outcome, amounts, reasons and what they rest on (110 kap. 13 a §) */
  readonly attKommunicera: string
  readonly kommunicering?: Kommunicering
  readonly undantag?: Svar<KommuniceringSvar>
  readonly yttrandegrundval: unknown
  readonly yttrande?: Svar<YttrandeSvar>
}

export type Kvalitetsskal = 'avslag' | 'forstaNfa'

const svarPa = <S>(l: Slage, nyckel: string, grundval: unknown): Svar<S> | undefined => {
  const s = l.svar.findLast((x) => x.nyckel === nyckel)
  return s && s.underlag === underlagAv(grundval) ? (s as Svar<S>) : undefined
}

const aterlamningar = (l: Slage): string[] => l.svar.filter((s) => s.kod === 'kvalitetssakring' && (s.svar as Kvalitetssakring).utfall === 'aterlamnad').map((s) => s.id)

export const beredning = minns((l: Slage, u: Underlag): Beredning | null => {
  const forslag = forslaget(l, u)
  if (!forslag || forslag.saknas.length) return null
  const grundval = { avtryck: forslag.avtryck, svar: forslag.svar, underlag: forslag.underlag, aterlamnad: aterlamningar(l) }
  const motivering = svarPa<ForslagSvar>(l, FORSLAGSNYCKEL, grundval)
  const kvalitetsgrundval = { motivering: motivering?.id ?? null }
  // Other reasons or other material is another coming decision, though its days and amounts are the same (110 kap. 13 a §; 10, 25 §§ FL). What the person says of it is not in the print.
  const attKommunicera = fingeravtryck({ avtryck: forslag.avtryck, motivering: motivering?.id ?? null, svar: forslag.svar, underlag: forslag.underlag })
  const kommunicering = l.kommuniceringar.findLast((k) => k.forslag === attKommunicera)
  const yttrandegrundval = { kommunicering: kommunicering?.id ?? null, yttranden: kommunicering?.yttranden.length ?? 0 }
  const undantag = svarPa<KommuniceringSvar>(l, KOMMUNICERINGSNYCKEL, { avtryck: attKommunicera })
  const kvalitet = svarPa<Kvalitetssakring>(l, KVALITETSNYCKEL, kvalitetsgrundval)
  const yttrande = svarPa<YttrandeSvar>(l, YTTRANDENYCKEL, yttrandegrundval)
  return {
    forslag, grundval, attKommunicera, kvalitetsgrundval, yttrandegrundval, kvalitetsskal: kvalitetsskal(l, u, forslag), tillNackdel: arTillNackdel(forslag),
    ...(motivering ? { motivering } : {}), ...(kvalitet ? { kvalitet } : {}), ...(kommunicering ? { kommunicering } : {}),
    ...(undantag?.svar.satt === 'undantag' ? { undantag } : {}), ...(yttrande ? { yttrande } : {}),
  }
})

/** Why a specialist must see it before it is decided (H001, H002, X25). */
function kvalitetsskal(l: Slage, u: Underlag, f: Forslag): Kvalitetsskal[] {
  const skal: Kvalitetsskal[] = []
  if (arTillNackdel(f) && vardetDen(kvalitetssakraAvslag, u.idag)) skal.push('avslag')
  const nfa = u.grupper.filter((g) => {
    const b = bedomning(l, g)
    return b && bedomdMotNfa(g, b.svar)
  })
  const galler = nfa.some((g) => vardetDen(g.sysselsattning.slag === 'arbetslos' ? kvalitetssakraForstaNfaArbetslosa : kvalitetssakraForstaNfa, u.idag))
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
  const bedomda = l.svar.filter((s) => s.kod === 'arbetsformaga').map((s) => s.svar as Arbetsformaga).filter((b) => b.formaga.normaltForekommande && !b.undantag)
  return bedomda.some((b) => b.rader.some((r) => innehaller(kedjan, r.from) && u.beslutat.some((d) => innehaller(d, r.from))))
}

/** Who has answered the judgements and the proposal: may not assure them. */
export const beredare = (l: Slage, b: Beredning): string[] => [...new Set([...l.svar.filter((s) => b.forslag.svar.includes(s.id)).map((s) => s.av.id), ...(b.motivering ? [b.motivering.av.id] : [])])]

// --- after the decision ---------------------------------------------------------------------------------

export const samtalSchema = z.object({ resultat: z.enum(['talade', 'svaradeInte', 'avslutaForsok'], { message: 'Välj hur det gick.' }), text: text('Vad som sades, eller varför försöken avslutas') })
export const omstallningSchema = z.object({ svar: z.enum(['ja', 'nej', 'obesvarat'], { message: 'Välj vad personen svarade.' }), form: z.enum(['fysiskt', 'digitalt', 'ejBestamt']).default('ejBestamt'), text: text('Vad som erbjöds') })
export const aprSchema = z.object({ till: z.enum(['person', 'arbetsgivare', 'bada', 'ejAktuellt'], { message: 'Välj vem du informerade.' }), skal: text('Vad du informerade om, eller varför det inte är aktuellt') })

/** Final decisions to the person's disadvantage that still count. */
export const negativaBeslut = (l: Slage): Beslut[] => l.beslut.filter((b) => b.typ !== 'interimistiskt' && arTillNackdel(b) && !l.beslut.some((x) => x.ersatter === b.id))

// --- interim decision: 112 kap. 2 a § ----------------------------------------------------------------------

export const interimistisktSchema = z.object({ from: datumSchema, tom: datumSchema, ingetTalarEmot: z.literal(true, { message: 'Bekräfta att inget talar emot.' }), skal: text('Skälet') })
export type Interimistiskt = z.infer<typeof interimistisktSchema>

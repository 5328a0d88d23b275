import { arOppen, gallandeSvar, partsnummer, senasteSvar, type Beslut } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema, text } from '../../las.ts'
import { underlagAv } from '../../gemensamt/steg.ts'
import { omprovningsbehov, SLUTSKAL, type Godkannande, type Omprovningsbehov, type Slutskal } from '../anordnare/godkannande.ts'
import { provaKompetens, type Kompetensprovning, type Kompetensuppgift } from '../anordnare/kompetens.ts'
import type { Anordnare } from '../anordnare/register.ts'
import { fakt, sistaFakt, type Nlage } from './fakta.ts'

const fraga = z.object({ val: z.literal('fraga'), text: text('Vad anordnaren behöver svara på', 2_000), senast: datumSchema.optional() })

export const kompetensSvarSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('styrkt'), skal: text('Vad som visar det', 1_000) }),
  z.object({ val: z.literal('intestyrkt'), skal: text('Varför det inte är visat', 1_000) }),
  fraga,
])
export type Kompetenssvar = z.output<typeof kompetensSvarSchema>

/** One person who stands for several competences: the sources do not say whether that is enough. */
export const sammaPersonSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('godtas'), skal: text('Skälet', 1_000) }),
  z.object({
    val: z.literal('raknasEn'),
    uppgiftId: z.string({ message: 'Välj vilken kompetens som räknas.' }),
    skal: text('Skälet', 1_000),
  }),
])
export type Sammapersonsvar = z.output<typeof sammaPersonSchema>

export const omprovningSchema = z.discriminatedUnion('val', [
  z.object({
    val: z.literal('upphor'),
    tom: datumSchema,
    skal: z.enum(Object.keys(SLUTSKAL) as [Slutskal, ...Slutskal[]], { message: 'Välj skäl.' }),
    text: text('Skälen', 2_000),
  }),
  z.object({ val: z.literal('behall'), text: text('Skälen', 2_000) }),
  fraga,
])
export type Omprovningssvar = z.output<typeof omprovningSchema>

/** What a decision about a provider holds. */
export type Anordnarinnehall =
  | { readonly slag: 'godkannande'; readonly ansokanId: string; readonly godkand: true; readonly from: Datum }
  | { readonly slag: 'godkannande'; readonly ansokanId: string; readonly godkand: false; readonly saknas: readonly string[] }
  | { readonly slag: 'upphorande'; readonly avBeslut: string; readonly tom: Datum; readonly skal: Slutskal }
export type Anordnarbeslut = Beslut & { readonly innehall: Anordnarinnehall }

const besluten = (l: Nlage): readonly Anordnarbeslut[] =>
  l.beslut.filter((b) => (b.innehall as { slag?: string } | undefined)?.slag !== undefined) as readonly Anordnarbeslut[]

/** Approvals with their ends, as decided. */
export const godkannandena = (l: Nlage): readonly Godkannande[] =>
  besluten(l).flatMap((b): Godkannande[] => {
    const i = b.innehall
    if (i.slag !== 'godkannande' || !i.godkand) return []
    const slut = besluten(l).findLast((x) => x.innehall.slag === 'upphorande' && x.innehall.avBeslut === b.id)
    const s = slut?.innehall as Extract<Anordnarinnehall, { slag: 'upphorande' }> | undefined
    return [{ beslut: b.id, from: i.from, ...(slut && s ? { slut: { beslut: slut.id, tom: s.tom, skal: s.skal } } : {}) }]
  })

/** The approval that has no end, or one that has not come. */
export const pagaende = (l: Nlage, idag: Datum): Godkannande | undefined => godkannandena(l).findLast((g) => !g.slut || g.slut.tom >= idag)
export const utanSlut = (l: Nlage): Godkannande | undefined => godkannandena(l).findLast((g) => !g.slut)

/** The application that has no decision yet. */
export const oavgjord = (l: Nlage) => fakt(l, 'ansokan').findLast((f) => !besluten(l).some((b) => b.avser === f.varde.ansokanId))

export const kompetensnyckel = (uppgiftId: string): string => `aprKompetens:${uppgiftId}`
export const personnyckel = (person: string): string => `aprSammaPerson:${person}`
export const kompetensgrund = (faktumId: string, fragad: number): unknown => ({ faktum: faktumId, fragad })

const fragad = (l: Nlage, uppgiftId: string): number => l.begaran.filter((b) => b.om === uppgiftId && !b.aterkallad).length
export const oppenBegaran = (l: Nlage, om: string, idag: Datum) => l.begaran.findLast((b) => b.om === om && arOppen(b) && b.senast >= idag)

export interface Uppgiftslage {
  readonly uppgift: Kompetensuppgift
  readonly faktumId: string
  readonly bedomd: boolean
  readonly grund: unknown
  readonly svarId: string | null
}

/** The competences as stated, each with whether an officer has found it shown. An evidence that changes is a new question. */
export function uppgifterna(l: Nlage): readonly Uppgiftslage[] {
  const alla = fakt(l, 'kompetens').map((f): Uppgiftslage => {
    const grund = kompetensgrund(f.id, fragad(l, f.varde.uppgiftId))
    const s = gallandeSvar<Kompetenssvar>(l, kompetensnyckel(f.varde.uppgiftId), underlagAv(grund))
    const { uppgiftId, tom, underlag, ...resten } = f.varde
    return {
      faktumId: f.id,
      grund,
      bedomd: s !== undefined && s.svar.val !== 'fraga',
      svarId: s?.id ?? null,
      uppgift: { id: uppgiftId, ...resten, ...(tom ? { tom } : {}), ...(underlag ? { underlag } : {}), styrkt: s?.svar.val === 'styrkt' },
    }
  })
  return alla.map((u) => {
    const s = senasteSvar<Sammapersonsvar>(l, personnyckel(u.uppgift.person))
    return s?.svar.val === 'raknasEn' &&
      s.svar.uppgiftId !== u.uppgift.id &&
      alla.some((x) => x.uppgift.person === u.uppgift.person && x.uppgift.id === (s.svar as { uppgiftId: string }).uppgiftId)
      ? { ...u, uppgift: { ...u.uppgift, styrkt: false } }
      : u
  })
}

export const kompetenserna = (l: Nlage): readonly Kompetensuppgift[] => uppgifterna(l).map((u) => u.uppgift)
export const provningen = (l: Nlage, dag: Datum): Kompetensprovning => provaKompetens(kompetenserna(l), dag)

export interface Flera {
  readonly person: string
  readonly uppgifter: readonly Kompetensuppgift[]
  readonly grund: unknown
  readonly bedomd: boolean
}

/** People who stand for more than one competence that is shown. */
export function fleraKompetenser(l: Nlage, idag: Datum): readonly Flera[] {
  const styrkta = fakt(l, 'kompetens').flatMap((f) => {
    const s = gallandeSvar<Kompetenssvar>(
      l,
      kompetensnyckel(f.varde.uppgiftId),
      underlagAv(kompetensgrund(f.id, fragad(l, f.varde.uppgiftId))),
    )
    const { uppgiftId, tom, underlag, ...resten } = f.varde
    return s?.svar.val === 'styrkt' && (!tom || tom >= idag)
      ? [{ id: uppgiftId, ...resten, ...(tom ? { tom } : {}), ...(underlag ? { underlag } : {}), styrkt: true } satisfies Kompetensuppgift]
      : []
  })
  return [...new Set(styrkta.map((u) => u.person))].flatMap((person) => {
    const mina = styrkta.filter((u) => u.person === person)
    if (new Set(mina.map((u) => u.kompetens)).size < 2) return []
    const grund = { person, uppgifter: mina.map((u) => `${u.id}:${u.kompetens}`).sort() }
    return [{ person, uppgifter: mina, grund, bedomd: gallandeSvar(l, personnyckel(person), underlagAv(grund)) !== undefined }]
  })
}

export const behoven = (l: Nlage, idag: Datum): readonly Omprovningsbehov[] => omprovningsbehov(kompetenserna(l), godkannandena(l), idag)

export const omprovningsnyckel = 'aprOmprovning'

/** Why an approval in force must be looked at again today: it has been asked to end, or competence lacks. Null when nothing calls for it. */
export function omprovningsskal(
  l: Nlage,
  idag: Datum,
): {
  readonly grund: unknown
  readonly varfor: string
  readonly saknas: readonly string[]
  readonly fran: Datum | null
  readonly slut: { readonly tom: Datum; readonly skal: 'egenBegaran' | 'upphort' } | null
} | null {
  const g = utanSlut(l)
  if (!g) return null
  const slut = fakt(l, 'slutbegaran').findLast((f) => f.registrerad > l.beslut.find((b) => b.id === g.beslut)!.tid)
  if (slut)
    return {
      grund: { begaran: slut.id, fragad: fragad(l, omprovningsnyckel) },
      varfor: 'Anordnaren har begärt att godkännandet ska upphöra.',
      saknas: [],
      fran: null,
      slut: { tom: slut.varde.tom, skal: slut.varde.skal },
    }
  const nu = behoven(l, idag).find((b) => b.lage === 'pagar')
  // Evidence that is still to be judged is asked about first: it may be all that lacks.
  if (!nu || uppgifterna(l).some((u) => !u.bedomd)) return null
  return {
    grund: { fran: nu.fran, saknas: nu.saknas, fragad: fragad(l, omprovningsnyckel) },
    varfor: `Från ${nu.fran} saknas: ${nu.saknas.join('; ')}.`,
    saknas: nu.saknas,
    fran: nu.fran,
    slut: null,
  }
}

export const omprovningssvaret = (l: Nlage, idag: Datum) => {
  const o = omprovningsskal(l, idag)
  return o ? gallandeSvar<Omprovningssvar>(l, omprovningsnyckel, underlagAv(o.grund)) : undefined
}

/** The provider as the register holds it. */
export function somAnordnare(l: Nlage): Anordnare {
  const a = sistaFakt(l, 'anordnare')!.varde
  return {
    id: l.arende.id,
    orgnr: partsnummer(l.arende.part),
    namn: a.namn,
    typ: a.typ,
    lan: a.lan,
    ort: a.ort,
    ...(a.webbplats ? { webbplats: a.webbplats } : {}),
    uppgifter: kompetenserna(l),
    godkannanden: godkannandena(l),
  }
}

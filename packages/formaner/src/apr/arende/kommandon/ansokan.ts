import { indatafel, konflikt, type Handelsedata } from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import * as z from 'zod'
import { las, text } from '../../../las.ts'
import { ansokanMed } from '../ansokningar.ts'
import { ansokanSchema, arbetsgivaruppgiftSchema, fakt, kompletteringSchema, type Alage } from '../fakta.ts'
import { begarandena } from '../provning.ts'
import { beslutetOm } from '../rakning.ts'
import { ANSOKER, faktum, handlingar, kallan, oppnad, tillforda, type Def } from './grund.ts'
import { registerhandelser, registerSchema, traffarSchema } from './register.ts'

const intagSchema = z.object({
  ansokan: ansokanSchema,
  arbetsgivare: arbetsgivaruppgiftSchema.optional(),
  handlingar,
  register: registerSchema,
  traffar: traffarSchema,
})

/** An application has come in. Kept whatever it lacks: nobody is stopped from applying. */
export const taEmotAnsokan: Def<z.output<typeof intagSchema>> = {
  roller: ANSOKER,
  iAvslutat: true,
  las: (v) => las(intagSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (ansokanMed(l, d.ansokan.ansokanId)) throw konflikt('ansokanFinns', 'Ansökan är redan mottagen. Inget har ändrats.')
    if (d.ansokan.inkom && d.ansokan.inkom > k.dag)
      throw indatafel('framtida', 'Ansökan kan inte komma in i framtiden.', [
        { falt: 'ansokan.inkom', text: `Välj ${medManadsnamn(k.dag)} eller tidigare.` },
      ])
    const papper = d.ansokan.kanal === 'papper'
    const kalla = kallan(k.aktor, d.ansokan.inkom ?? k.dag, papper)
    const forra = fakt(l, 'arbetsgivare').at(-1)
    return [
      ...oppnad(l, 'En ansökan för året kom in.'),
      ...tillforda(d.handlingar),
      ...(d.arbetsgivare ? [faktum(k, 'arbetsgivare', d.arbetsgivare, kalla, forra ? { ersatter: forra.id } : {})] : []),
      faktum(k, 'ansokan', d.ansokan, kalla),
      ...registerhandelser(l, d.register, k),
      ...d.traffar.map((t) => faktum(k, 'fakturatraff', t, { typ: 'register', text: 'Fakturor i tidigare ansökningar', datum: k.dag })),
    ]
  },
}

export const kompletterarSchema = z.object({
  komplettering: kompletteringSchema,
  handlingar,
  register: registerSchema,
  traffar: traffarSchema,
})

/** What was missing, or was wrong. Answers the open requests about the application. */
export const komplettera: Def<z.output<typeof kompletterarSchema>> = {
  roller: ANSOKER,
  iAvslutat: true,
  las: (v) => las(kompletterarSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (!ansokanMed(l, d.komplettering.ansokanId))
      throw indatafel('okandAnsokan', 'Ansökan finns inte i ärendet.', [{ falt: 'ansokanId', text: 'Välj en av era ansökningar.' }])
    const oppna = begarandena(l, d.komplettering.ansokanId).filter((b) => !b.svar && !b.aterkallad)
    const svarstext = d.komplettering.text || 'Besvarad med ändrade uppgifter.'
    return [
      ...oppnad(l, 'Uppgifter om en ansökan kom in.'),
      ...tillforda(d.handlingar),
      faktum(k, 'komplettering', d.komplettering, kallan(k.aktor, d.komplettering.inkom, k.aktor.roll !== 'arbetsgivare')),
      ...registerhandelser(l, d.register, k),
      ...d.traffar.map((t) => faktum(k, 'fakturatraff', t, { typ: 'register', text: 'Fakturor i tidigare ansökningar', datum: k.dag })),
      ...oppna.map((b): Handelsedata => ({
        typ: 'begaranBesvarad',
        begaranId: b.id,
        svar: { dag: k.dag, tid: k.tid, av: k.aktor, svar: b.fragor.map((f) => ({ frageId: f.frageId, text: svarstext })) },
      })),
    ]
  },
}

/** The employer takes an application back before it is decided. */
export const aterkallaAnsokan: Def<{ ansokanId: string; skal: string }> = {
  roller: ANSOKER,
  las: (v) => las(z.object({ ansokanId: z.string(), skal: text('Varför ansökan tas tillbaka', 1_000) }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const a = ansokanMed(l, d.ansokanId)
    if (!a) throw indatafel('okandAnsokan', 'Ansökan finns inte i ärendet.', [{ falt: 'ansokanId', text: 'Välj en av era ansökningar.' }])
    if (beslutetOm(l, d.ansokanId))
      throw konflikt('redanBeslutad', 'Ansökan är beslutad och kan inte tas tillbaka. Skriv till oss om något är fel.')
    return a.aterkallad
      ? []
      : [
          faktum(
            k,
            'aterkallelse',
            { ansokanId: d.ansokanId, inkom: k.dag, skal: d.skal },
            kallan(k.aktor, k.dag, k.aktor.roll !== 'arbetsgivare'),
          ),
        ]
  },
}

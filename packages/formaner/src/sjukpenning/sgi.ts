import type { Svar } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema, kronor, text } from '../las.ts'
import { fakt, type Slage } from './fakta.ts'

export const SGI_GRUNDER = {
  aktuellInkomst: { text: 'Inkomsten som personen kan antas få tills vidare', lagrum: '25:2' },
  uppskattning: { text: 'Uppskattad inkomst, förhållandena är inte kända', lagrum: '25:6' },
  skyddStudier: { text: 'SGI-skydd: studier', lagrum: '26:11' },
  skyddArbetsmarknad: { text: 'SGI-skydd: program eller står till arbetsmarknadens förfogande', lagrum: '26:13' },
  skyddGraviditet: { text: 'SGI-skydd: graviditet', lagrum: '26:14' },
  skyddForaldraledig: { text: 'SGI-skydd: vård av barn', lagrum: '26:15' },
  skyddSjukdom: { text: 'SGI-skydd: sjukpenning, rehabiliteringsersättning eller väntan på beslut', lagrum: '26:17' },
  skyddTreManader: { text: 'SGI-skydd: avbrott i högst tre månader', lagrum: '26:18' },
} as const

/** The SGI as a named person confirmed it (25 kap. 4 §: size, and how much of each kind of work). */
export const sgiSvarSchema = z.object({
  anstallning: kronor('SGI av anställning'),
  annat: kronor('SGI av annat förvärvsarbete'),
  gallerFran: datumSchema,
  grund: z.enum(Object.keys(SGI_GRUNDER) as [keyof typeof SGI_GRUNDER, ...(keyof typeof SGI_GRUNDER)[]], { message: 'Välj vad SGI grundas på.' }),
  forsakradForArbete: z.boolean({ message: 'Svara om personen är försäkrad för arbetsbaserade förmåner.' }),
  minstSexManader: z.boolean({ message: 'Svara om arbetet kan antas vara minst sex månader eller årligen återkommande.' }),
  skal: text('Skälet'),
})
export type SgiSvar = z.infer<typeof sgiSvarSchema>

export const SGI_NYCKEL = 'sgi'

export const sgiSvaren = (l: Slage): Svar<SgiSvar>[] => l.svar.filter((s) => s.kod === SGI_NYCKEL) as Svar<SgiSvar>[]

/** The confirmed SGI that applies on a day (26 kap. 6 §: from the day the reason for change arose), or undefined before any is confirmed. */
export function sgiPa(l: Slage, dag: Datum): Svar<SgiSvar> | undefined {
  const svar = sgiSvaren(l)
  return svar.findLast((s) => s.svar.gallerFran <= dag) ?? svar[0]
}

export const sgiBelopp = (s: SgiSvar): number => (s.forsakradForArbete && s.minstSexManader ? s.anstallning + s.annat : 0)

/** Days at which the SGI changes. */
export const sgiGranser = (l: Slage): Datum[] => sgiSvaren(l).map((s) => s.svar.gallerFran)

/** Income as last told, in an application or by itself, and from where. */
export function uppgivenInkomst(l: Slage) {
  const uppgifter = [
    ...fakt(l, 'ansokan').flatMap((f) => (f.varde.inkomst ? [{ inkomst: f.varde.inkomst, kalla: f.kalla, registrerad: f.registrerad }] : [])),
    ...fakt(l, 'inkomst').map((f) => ({ inkomst: f.varde, kalla: f.kalla, registrerad: f.registrerad })),
  ]
  const sista = uppgifter.sort((a, b) => (a.registrerad < b.registrerad ? -1 : a.registrerad > b.registrerad ? 1 : 0)).at(-1)
  return sista ? { inkomst: sista.inkomst, kalla: sista.kalla } : null
}

/** Yearly kr by kind of income (25 kap. 4 § SFB); both 0 when the confirmed SGI gives no right. */
export interface Inkomstdelar {
  readonly anstallning: number
  readonly annat: number
}

const INGA: Inkomstdelar = { anstallning: 0, annat: 0 }

export const sgiDelar = (s: SgiSvar): Inkomstdelar => (sgiBelopp(s) > 0 ? { anstallning: s.anstallning, annat: s.annat } : INGA)

/** By kind on a day: as confirmed, else as last told. Says which rules apply before the SGI is confirmed, never how much. */
export function inkomstdelarPa(l: Slage, dag: Datum): Inkomstdelar {
  const sgi = sgiPa(l, dag)
  return sgi ? sgiDelar(sgi.svar) : (uppgivenInkomst(l)?.inkomst ?? INGA)
}

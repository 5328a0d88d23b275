import { gallandeSvar, type Faktakarta, type Fragedefinition, type Lage, type Steg, type Svar, type Utfall } from '@atergang/arende'
import type { Datum, Period } from '@atergang/kalender'
import { flera, forklara, heltal, sgiAnnat, sgiAnstallning, sgiSumma, type Forklaring, type Kalla, type Tal } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, kronor, las, text } from '../las.ts'
import { kr } from './fakta.ts'
import { oppnadIgen } from './oppnad.ts'
import { ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, underlagAv, uppfyllt } from './steg.ts'

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
  grund: z.enum(Object.keys(SGI_GRUNDER) as [keyof typeof SGI_GRUNDER, ...(keyof typeof SGI_GRUNDER)[]], {
    message: 'Välj vad SGI grundas på.',
  }),
  forsakradForArbete: z.boolean({ message: 'Svara om personen är försäkrad för arbetsbaserade förmåner.' }),
  minstSexManader: z.boolean({ message: 'Svara om arbetet kan antas vara minst sex månader eller årligen återkommande.' }),
  skal: text('Skälet'),
})
export type SgiSvar = z.infer<typeof sgiSvarSchema>

export const SGI_NYCKEL = 'sgi'

export const sgifraga: Fragedefinition<Faktakarta, SgiSvar> = { kod: SGI_NYCKEL, las: (v) => las(sgiSvarSchema, v) }

export const sgiSvaren = (l: Lage): Svar<SgiSvar>[] => l.svar.filter((s) => s.kod === SGI_NYCKEL) as Svar<SgiSvar>[]

/** The confirmed SGI that applies on a day (26 kap. 6 §: from the day the reason for change arose), or undefined before any is confirmed. */
export function sgiPa(l: Lage, dag: Datum): Svar<SgiSvar> | undefined {
  const svar = sgiSvaren(l)
  return svar.findLast((s) => s.svar.gallerFran <= dag) ?? svar[0]
}

export const sgiBelopp = (s: SgiSvar): number => (s.forsakradForArbete && s.minstSexManader ? s.anstallning + s.annat : 0)

/** Days at which the SGI changes. */
export const sgiGranser = (l: Lage): Datum[] => sgiSvaren(l).map((s) => s.svar.gallerFran)

/** Yearly kr by kind of income (25 kap. 4 § SFB); both 0 when the confirmed SGI gives no right. */
export interface Inkomstdelar {
  readonly anstallning: number
  readonly annat: number
}

export const INGA: Inkomstdelar = { anstallning: 0, annat: 0 }

export const sgiDelar = (s: SgiSvar): Inkomstdelar => (sgiBelopp(s) > 0 ? { anstallning: s.anstallning, annat: s.annat } : INGA)

/** Income as told, and from where. */
export interface UppgivenInkomst {
  readonly inkomst: Inkomstdelar
  readonly kalla: Kalla
  readonly registrerad: string
}

/** Income as last told. */
export const sistUppgiven = (uppgifter: readonly UppgivenInkomst[]): UppgivenInkomst | null =>
  [...uppgifter].sort((a, b) => (a.registrerad < b.registrerad ? -1 : a.registrerad > b.registrerad ? 1 : 0)).at(-1) ?? null

export interface SgiForslag {
  readonly anstallning: number | null
  readonly annat: number | null
  readonly gallerFran: Datum
  readonly forklaring: Forklaring
  readonly grund: keyof typeof SGI_GRUNDER
}

/** The SGI was set lower than what the person has told gives. */
export interface UnderUppgiven {
  readonly svar: Svar<SgiSvar>
  /** kr a year: what the rules make of the person's own word */
  readonly uppgiven: number
}

/**
 * An SGI of the period that is below what the person had told when it was confirmed; null when none is. What the rules
 * themselves take off is no judgement against the person (25 kap. 5 §).
 */
export function sgiUnderUppgiven(l: Lage, uppgifter: readonly UppgivenInkomst[], p: Period): UnderUppgiven | null {
  const galler = [sgiPa(l, p.from), ...sgiSvaren(l).filter((s) => p.from < s.svar.gallerFran && s.svar.gallerFran <= p.tom)]
  for (const svar of galler) {
    const sagd = svar && sistUppgiven(uppgifter.filter((u) => u.kalla.typ === 'forsakrad' && u.registrerad <= svar.tid))
    if (!sagd) continue
    const f = sgiForslag(sagd, svar.svar.gallerFran, false)
    const uppgiven = (f?.anstallning ?? sagd.inkomst.anstallning) + (f?.annat ?? sagd.inkomst.annat)
    if (sgiBelopp(svar.svar) < uppgiven) return { svar, uppgiven }
  }
  return null
}

/** The code of it among what goes against the person. */
export const SGI_UNDER = 'sgiUnderUppgiven'

/** What the person must be told of it: both amounts, and the rules that it was judged by. */
export const underUppgivenText = (u: UnderUppgiven) => ({
  namn: SGI_UNDER,
  text: `Du har uppgett en inkomst som ger en sjukpenninggrundande inkomst (SGI) på ${kr(u.uppgiven)} om året. Vi har bestämt den till ${kr(sgiBelopp(u.svar.svar))}, efter reglerna i 25 och 26 kap. socialförsäkringsbalken. Den grundas på: ${SGI_GRUNDER[u.svar.svar.grund].text.replace(/^./, (c) => c.toLowerCase()).replace(/^sgi/, 'SGI')}.`,
  lagrum: [...new Set(['25:2', '25:3', SGI_GRUNDER[u.svar.svar.grund].lagrum, '26:2'])],
})

/** What the rules make of the told income (25 kap. 3, 5 §§); a proposal, which a named person confirms. */
export function sgiForslag(
  uppgiven: Omit<UppgivenInkomst, 'registrerad'> | null,
  gallerFran: Datum,
  arbetslos: boolean,
): SgiForslag | null {
  if (!uppgiven) return null
  const { inkomst, kalla } = uppgiven
  const indata = { inkomstAnstallning: { varde: inkomst.anstallning, kalla }, inkomstAnnat: { varde: inkomst.annat, kalla } }
  const belopp = (r: typeof sgiAnstallning) => {
    const v = forklara(r, indata, gallerFran).varde
    return v === null ? null : heltal(v as Tal)
  }
  return {
    anstallning: belopp(sgiAnstallning),
    annat: belopp(sgiAnnat),
    gallerFran,
    forklaring: forklara(sgiSumma, indata, gallerFran).forklaring,
    grund: arbetslos ? 'skyddArbetsmarknad' : 'aktuellInkomst',
  }
}

/** Where a benefit has what the SGI is confirmed on. */
export interface Sgiunderlag<F extends Faktakarta> {
  readonly efter: readonly string[]
  /** the first day to be judged, and the first of the sick period it lies in; null when there is none */
  provas(l: Lage<F>, idag: Datum): { readonly forsta: Datum; readonly sjukperiodensForsta: Datum } | null
  uppgiven(l: Lage<F>): Omit<UppgivenInkomst, 'registrerad'> | null
  sysselsattning(l: Lage<F>, idag: Datum): string | null
  /** why it is needed: ”räkna ut sjukpenningen” */
  readonly behovsFor: string
}

/** The SGI of the days to be judged, confirmed by a named person (25–26 kap. SFB). */
export const sgisteget = <F extends Faktakarta>(b: Sgiunderlag<F>): Steg<F> => ({
  namn: 'sgi',
  rubrik: 'Sjukpenninggrundande inkomst',
  lagrum: flera('25:2', '25:3', '25:5', '26:2'),
  efter: b.efter,
  prova(l, idag): Utfall[] {
    const p = b.provas(l, idag)
    const sista = l.svar.findLast((s) => s.kod === SGI_NYCKEL)
    if (!p && !sista) return [ejAktuellt('SGI bestäms när det finns dagar att pröva.')]
    const uppgiven = b.uppgiven(l)
    // A changed income puts the question again (26 kap. 4 §); a new application with the same income does not.
    const oppnad = oppnadIgen(l, SGI_NYCKEL)
    const grund = { inkomst: uppgiven?.inkomst ?? null, sysselsattning: b.sysselsattning(l, idag), ...(oppnad.length ? { oppnad } : {}) }
    const svar = gallandeSvar<SgiSvar>(l, SGI_NYCKEL, underlagAv(grund))
    if (svar) return [bekraftad(svar)]
    if (!p) return [ejAktuellt('SGI prövas på nytt när det finns dagar att pröva.')]
    const forslag = sgiForslag(uppgiven, p.sjukperiodensForsta, grund.sysselsattning === 'arbetslos')
    return [
      fraga({
        nyckel: SGI_NYCKEL,
        kod: 'sgi',
        rubrik: 'Bekräfta sjukpenninggrundande inkomst',
        hjalp:
          'Förslaget räknas från den inkomst som är uppgiven. Kontrollera att arbetet är i Sverige, varar minst sex månader eller är årligen återkommande, och om tiden är SGI-skyddad.',
        lagrum: ['25:2', '25:3', '25:4', '25:5', '26:2', '26:9', '26:17', '26:18'],
        paGrundval: grund,
        varforNu: sista
          ? 'Inkomsten eller sysselsättningen har ändrats sedan SGI bekräftades, eller så har personen yttrat sig över den.'
          : `SGI behövs för att ${b.behovsFor}.`,
        formular: { forslag, tidigare: sista?.svar ?? null },
        ...(forslag ? { forklaring: forslag.forklaring } : {}),
      }),
    ]
  },
})

function bekraftad(svar: Svar<SgiSvar>): Utfall {
  const belopp = sgiBelopp(svar.svar)
  const kalla: Kalla = { typ: 'bedomning', text: `bekräftad av ${svar.av.namn}`, id: svar.id, datum: svar.dag }
  const fakta = [
    faktaOm('Anställning', `${svar.svar.anstallning} kr`, kalla),
    faktaOm('Annat förvärvsarbete', `${svar.svar.annat} kr`, kalla),
    faktaOm('Gäller från', svar.svar.gallerFran),
  ]
  const n = nod(
    'sgi',
    'Sjukpenninggrundande inkomst',
    ['25:2', '25:4', SGI_GRUNDER[svar.svar.grund].lagrum],
    belopp > 0 ? 'uppfyllt' : 'ejUppfyllt',
    `${SGI_GRUNDER[svar.svar.grund].text}. ${svar.svar.skal}`,
    fakta,
  )
  return belopp > 0 ? uppfyllt({ ...n, resultat: `${belopp} kr` }) : ejUppfyllt({ ...n, resultat: 'ingen SGI' })
}

import { gallandeSvar, oppnaBegaran, type Begaran, type Steg, type Utfall } from '@atergang/arende'
import { dagarMellan, type Datum, medManadsnamn, plusDagar } from '@atergang/kalender'
import {
  datumForKedjedag,
  flera,
  gallande,
  inteKant,
  KEDJEGRANSER,
  PLAN_OM_MINST_DAGAR,
  PLAN_SENAST_DAG,
  planSkyldighet,
} from '@atergang/regelverk'
import * as z from 'zod'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt, vantar } from '../../gemensamt/steg.ts'
import { text } from '../../las.ts'
import { fakt, sistaFakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { dagensSysselsattning, kedjedagIdag, sistaSjukdag, sjukperiodensForsta, underlaget, type Underlag } from '../underlag.ts'

export const harArbetsgivare = (u: Underlag): boolean => ['anstalld', 'behovsanstalld'].includes(dagensSysselsattning(u)?.slag ?? '')

export interface Planlage {
  readonly status: 'ingenSkyldighet' | 'kommer' | 'skaFinnas' | 'finns' | 'saknasEnligtArbetsgivaren' | 'behovsInte'
  readonly senast: Datum | null
  readonly text: string
}

const PLAN_TEXT = {
  behovsInte:
    'Det framgår klart av hälsotillståndet att personen inte kan återgå i arbete. Förbättras hälsan ska en plan upprättas omgående.',
  finns: 'Arbetsgivaren har upprättat en plan.',
  saknas: 'Arbetsgivaren uppger att någon plan inte finns.',
} as const

/**
 * The employer's plan for return (30 kap. 6 §): by day 30 when at least 60 days are expected, at once
 * when that shows later, none when health clearly rules out return. It is fetched only when needed (A014).
 */
export function planlage(l: Slage, u: Underlag): Planlage {
  const forsta = sjukperiodensForsta(u, sistaSjukdag(u) ?? u.idag)
  const sista = sistaSjukdag(u)
  if (!harArbetsgivare(u) || !forsta || !sista)
    return { status: 'ingenSkyldighet', senast: null, text: 'Ingen arbetsgivare som ska upprätta en plan.' }
  const behovsInte = sistaFakt(l, 'planBehovsInte')
  if (behovsInte) return { status: 'behovsInte', senast: null, text: `${PLAN_TEXT.behovsInte} ${behovsInte.varde.skal}` }
  const plan = sistaFakt(l, 'plan')
  if (plan?.varde.finns) return { status: 'finns', senast: null, text: PLAN_TEXT.finns }
  const dag30 = plusDagar(forsta, PLAN_SENAST_DAG - 1)
  const senast = skyldighetFran(l, forsta, sista, dag30)
  if (!senast) return { status: 'ingenSkyldighet', senast: null, text: `Nedsättningen antas vara kortare än ${PLAN_OM_MINST_DAGAR} dagar.` }
  if (!gallande(planSkyldighet, senast))
    return {
      status: 'ingenSkyldighet',
      senast: null,
      text: `Vad som gällde om arbetsgivarens plan är ${inteKant(planSkyldighet, senast)}.`,
    }
  if (plan && !plan.varde.finns) return { status: 'saknasEnligtArbetsgivaren', senast, text: PLAN_TEXT.saknas }
  if (u.idag < senast)
    return { status: 'kommer', senast, text: `En plan ska finnas senast ${medManadsnamn(senast)} (dag ${PLAN_SENAST_DAG}).` }
  return { status: 'skaFinnas', senast, text: `En plan ska finnas sedan ${medManadsnamn(senast)}. Hämta den bara om du behöver den.` }
}

/** The day the plan must exist: day 30, or the day a later certificate first showed that it would last 60 days. */
function skyldighetFran(l: Slage, forsta: Datum, sista: Datum, dag30: Datum): Datum | null {
  const dag60 = plusDagar(forsta, PLAN_OM_MINST_DAGAR - 1)
  const visat = fakt(l, 'intyg')
    .filter(
      (i) =>
        i.varde.perioder.some((p) => p.tom >= dag60) ||
        (prognosdagar(i.varde.prognos) !== null &&
          dagarMellan(forsta, i.varde.perioder[0]?.from ?? forsta) + prognosdagar(i.varde.prognos)! >= PLAN_OM_MINST_DAGAR),
    )
    .map((i) => (i.varde.signerat ?? i.registrerad).slice(0, 10) as Datum)
    .sort()[0]
  if (!visat) return sista >= dag60 ? (dag30 > dag60 ? dag30 : dag60) : null
  return visat > dag30 ? visat : dag30
}

const prognosdagar = (p: { kod: string; dagar: number | null; manader: number | null } | null): number | null =>
  p?.dagar ?? (p?.manader ? p.manader * 30 : null)

export const plansteg: Steg<Sjukpenningfakta> = {
  namn: 'plan',
  rubrik: 'Arbetsgivarens plan för återgång',
  lagrum: flera('30:6', '30:6 a'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const p = planlage(l, u)
    const begard = oppnaBegaran(l).find((b) => b.typ === 'atergansplan')
    if (begard) return [vantarPaArbetsgivare(begard, ['30:6', '30:6 a'])]
    if (p.status === 'ingenSkyldighet') return [ejAktuellt(p.text)]
    const plan = sistaFakt(l, 'plan')
    const fakta = [
      ...(p.senast ? [faktaOm('Senast', p.senast)] : []),
      ...(plan ? [faktaOm('Planens innehåll', plan.varde.atgarder || 'inte beskrivet', plan.kalla)] : []),
    ]
    return [automatiskt(nod('plan', 'Arbetsgivarens plan', ['30:6'], 'beraknat', p.text, fakta))]
  },
}

const vantarPaArbetsgivare = (b: Begaran, lagrum: string[]): Utfall =>
  vantar({
    pa: 'arbetsgivare',
    paNamn: b.tillNamn,
    vad: b.rubrik,
    varfor: b.fragor.map((f) => f.text).join(' '),
    sedan: b.skickad,
    till: b.senast,
    lagrum,
  })

export const arbetsgivarensMojligheterSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('fraga'), text: text('Frågan till arbetsgivaren', 2000) }),
  z.object({
    val: z.literal('utrett'),
    resultat: z.enum(['finns', 'finnsInte'], { message: 'Svara om det finns andra arbetsuppgifter.' }),
    skal: text('Vad som är utrett och hur'),
  }),
  z.object({ val: z.literal('behovsInte'), skal: text('Skälet') }),
])
export type ArbetsgivarensMojligheter = z.infer<typeof arbetsgivarensMojligheterSchema>

/** Once from day 91 and again from each later ground: the options with the own employer come first (A012, A017). */
export function mojlighetsnyckel(u: Underlag): string | null {
  const grupp = u.grupper.findLast((g) => g.grund.provas.includes('annatHosArbetsgivaren'))
  if (!grupp) return null
  const grans = KEDJEGRANSER.findLast((g) => g <= grupp.rader.at(-1)!.kedjedagTill)!
  return `arbetsgivarensMojligheter:${datumForKedjedag(u.sjukdagar, grupp.from, 1)}:${grans}`
}

export const arbetsgivarsteg: Steg<Sjukpenningfakta> = {
  namn: 'arbetsgivaren',
  rubrik: 'Arbete hos arbetsgivaren',
  lagrum: flera('27:47', '30:6 a', '110:14'),
  efter: ['ansokan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const nyckel = mojlighetsnyckel(u)
    if (!nyckel)
      return [
        ejAktuellt(
          kedjedagIdag(u) < KEDJEGRANSER[0]
            ? `Omplacering hos arbetsgivaren prövas först från dag ${KEDJEGRANSER[0]}.`
            : 'Inget att pröva hos en arbetsgivare.',
        ),
      ]
    const oppen = oppnaBegaran(l).find((b) => b.typ === 'andraArbetsuppgifter')
    if (oppen) return [vantarPaArbetsgivare(oppen, ['27:47', '110:14'])]
    const besvarade = l.begaran.filter((b) => b.typ === 'andraArbetsuppgifter' && b.svar).map((b) => b.id)
    const grund = { nyckel, besvarade }
    const svar = gallandeSvar<ArbetsgivarensMojligheter>(l, nyckel, underlagAv(grund))?.svar
    if (svar && svar.val !== 'fraga') {
      const utfall =
        svar.val === 'utrett'
          ? svar.resultat === 'finns'
            ? 'Andra arbetsuppgifter finns.'
            : 'Andra arbetsuppgifter finns inte.'
          : 'Behöver inte utredas.'
      return [uppfyllt(nod('arbetsgivaren', 'Arbete hos arbetsgivaren', ['27:47'], 'beraknat', `${utfall} ${svar.skal}`))]
    }
    const senasteSvar = l.begaran.findLast((b) => b.typ === 'andraArbetsuppgifter' && b.svar)
    return [
      fraga({
        nyckel,
        kod: 'arbetsgivarensMojligheter',
        rubrik: 'Finns andra arbetsuppgifter hos arbetsgivaren?',
        hjalp:
          'Från dag 91 ska du beakta om personen kan försörja sig efter omplacering hos arbetsgivaren. Återgång till det egna arbetet är alltid första alternativet. Fråga arbetsgivaren när du behöver, inte av vana.',
        lagrum: ['27:47', '110:14', '30:6 a'],
        paGrundval: grund,
        varforNu: senasteSvar ? `Arbetsgivaren svarade ${medManadsnamn(senasteSvar.svar!.dag)}.` : 'Dagar från dag 91 ska prövas.',
        formular: { arbetsgivare: dagensSysselsattning(u)?.arbetsgivare ?? null, senasteSvar: senasteSvar ?? null },
      }),
    ]
  },
}

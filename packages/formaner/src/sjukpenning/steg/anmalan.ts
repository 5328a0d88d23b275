import type { Steg, Utfall } from '@atergang/arende'
import { gallandeSvar } from '@atergang/arende'
import { delaVid, forena, gemensamma, innehaller, periodtext, plusDagar, utom, type Datum, type Period } from '@atergang/kalender'
import { flera, tidigasteDagEfterAnmalan } from '@atergang/regelverk'
import * as z from 'zod'
import { automatiskt, ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, underlagAv, uppfyllt } from '../../gemensamt/steg.ts'
import { text } from '../../las.ts'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { inkomstdelarPa, sgiGranser } from '../sgi.ts'
import { underlaget, type Underlag } from '../underlag.ts'

export const senAnmalanSchema = z.object({
  hinder: z.boolean({ message: 'Svara om det fanns hinder mot att anmäla.' }),
  sarskildaSkal: z.boolean({ message: 'Svara om det finns särskilda skäl.' }),
  skal: text('Skälet'),
})
export interface SenAnmalanSvar extends z.infer<typeof senAnmalanSchema> {
  /** the days of which the question was about other work only */
  readonly annat?: readonly Period[]
}

interface Anmalan {
  readonly inkom: Datum
  readonly gjordAv: 'forsakrad' | 'arbetsgivare'
}

/** Unbroken stretches of sickness: each is notified by itself (27 kap. 17 §). Refused days belong to the stretch, sick days or not. */
const sjukfallen = (u: Underlag): Period[] => forena([...u.sjukdagar, ...u.yrkat, ...u.intygat])

/** Notifications of one stretch, earliest first: by the person, by the employer, or by the application itself. One of an earlier first sick day, told before the days were, counts for the stretch that follows. */
function anmalningar(l: Slage, fallen: readonly Period[], fall: Period): Anmalan[] {
  const anmalda = fakt(l, 'anmalan')
    .map((f) => f.varde)
    .filter((a) => (fallen.find((p) => p.tom >= a.forstaSjukdag) ?? fallen.at(-1)) === fall)
  const ansokta = fakt(l, 'ansokan')
    .filter((f) => gemensamma(f.varde.perioder, [fall]).length > 0)
    .map((f) => ({ inkom: f.varde.inkom, gjordAv: 'forsakrad' as const }))
  return [...anmalda, ...ansokta].sort((a, b) => (a.inkom < b.inkom ? -1 : 1))
}

/** Days notified too late: wholly, and those of which only what answers to other work than employment is. */
export interface SentAnmalda {
  readonly hela: readonly Period[]
  readonly annat: readonly Period[]
}

type Del = 'hela' | 'annat' | 'inget'

/**
 * Days asked for that lie longer back than seven days before their stretch was notified (27 kap. 17 §), each with what of it that
 * stands in the way of. Where the employer shall report the illness, what answers to employment is given all the same (18 §): left is the
 * other work, which is the whole of a day that the employer pays for.
 */
function senaDagar(l: Slage, u: Underlag): (Period & { readonly del: Del })[] {
  const fallen = sjukfallen(u)
  return fallen.flatMap((fall) => {
    const anmalda = anmalningar(l, fallen, fall)
    if (!anmalda[0]) return []
    const dagar = utom(gemensamma(u.oprovade, [fall]), [{ from: tidigasteDagEfterAnmalan(anmalda[0].inkom), tom: '2999-12-31' as Datum }])
    const fran = arbetsgivarenSkaAnmalaFran(u, fall, anmalda)
    return dagar.flatMap((p) =>
      delaVid(p, [...granserna(l, u), ...(fran ? [fran] : [])]).map((x) => ({
        ...x,
        del: fran && x.from >= fran ? delen(l, u, x.from) : ('hela' as const),
      })),
    )
  })
}

/**
 * The first day from which it was the employer's to report the stretch, or null. The duty decides, not whether a report came (18 §): it is there
 * when sick pay came first in the same unbroken stretch. A report that came shows the duty too (ADR 0078).
 */
const arbetsgivarenSkaAnmalaFran = (u: Underlag, fall: Period, anmalda: readonly Anmalan[]): Datum | null =>
  anmalda.some((a) => a.gjordAv === 'arbetsgivare') ? fall.from : (gemensamma(u.sjukloneperioder, [fall])[0]?.from ?? null)

export function sentAnmalda(l: Slage, u: Underlag): SentAnmalda {
  const sena = senaDagar(l, u)
  const av = (del: Del) => forena(sena.filter((p) => p.del === del).map(({ from, tom }) => ({ from, tom })))
  return { hela: av('hela'), annat: av('annat') }
}

const granserna = (l: Slage, u: Underlag): Datum[] => [
  ...sgiGranser(l),
  ...u.sjukloneperioder.flatMap((p) => [p.from, plusDagar(p.tom, 1)]),
]

/** What of the day's sjukpenning the employer's duty to report does not help. */
function delen(l: Slage, u: Underlag, dag: Datum): Del {
  const { anstallning, annat } = inkomstdelarPa(l, dag)
  if (annat === 0) return 'inget'
  return anstallning === 0 || u.sjukloneperioder.some((p) => innehaller(p, dag)) ? 'hela' : 'annat'
}

/** The notification that is shown: of the stretch to be judged, else of the last. */
function anmalan(l: Slage, idag: Datum): Anmalan | null {
  const u = underlaget(l, idag)
  const fallen = sjukfallen(u)
  const forsta = u.oprovade[0]
  const fall = fallen.find((f) => forsta && innehaller(f, forsta.from)) ?? fallen.at(-1)
  return (fall && anmalningar(l, fallen, fall)[0]) ?? fakt(l, 'anmalan')[0]?.varde ?? null
}

const nyckel = 'senAnmalan'

const grunden = ({ hela, annat }: SentAnmalda) => (annat.length ? { hela, annat } : hela)
const godtas = (s: SenAnmalanSvar): boolean => s.hinder || s.sarskildaSkal

/** The officer's answer on late notification, when it still stands on the same days. */
const svaretPa = (l: Slage, sena: SentAnmalda): SenAnmalanSvar | undefined =>
  gallandeSvar<SenAnmalanSvar>(l, nyckel, underlagAv(grunden(sena)))?.svar

/** Days that are refused because they were notified too late, as far as the officer has answered. */
export function nekadeForSena(l: Slage, u: Underlag): readonly Period[] {
  const sena = sentAnmalda(l, u)
  const svar = svaretPa(l, sena)
  return svar && !godtas(svar) ? sena.hela : []
}

/** Days of which the part of other work is not paid, by the answer that last spoke of them: also when they are reckoned again after the decision. */
export function utanAnnatForSena(l: Slage): readonly Period[] {
  const svaren = l.svar.filter((s) => s.kod === nyckel).map((s) => s.svar as SenAnmalanSvar)
  return svaren.reduce<Period[]>((nekade, s) => (godtas(s) ? utom(nekade, s.annat ?? []) : forena([...nekade, ...(s.annat ?? [])])), [])
}

export const anmalanssteg: Steg<Sjukpenningfakta> = {
  namn: 'anmalan',
  rubrik: 'Sjukanmälan',
  lagrum: flera('27:17', '27:18'),
  prova(l, idag): Utfall[] {
    const a = anmalan(l as Slage, idag)
    if (!a) return [ejAktuellt('Ingen anmälan eller ansökan har kommit in än.')]
    const fakta = [
      faktaOm('Anmälan kom in', a.inkom, {
        typ: a.gjordAv === 'arbetsgivare' ? 'arbetsgivare' : 'forsakrad',
        text: a.gjordAv === 'arbetsgivare' ? 'arbetsgivarens anmälan' : 'personens anmälan eller ansökan',
        datum: a.inkom,
      }),
    ]
    const sena = sentAnmalda(l as Slage, underlaget(l as Slage, idag))
    const dagar = forena([...sena.hela, ...sena.annat])
    const trots = forena(senaDagar(l as Slage, underlaget(l as Slage, idag)).map(({ from, tom }) => ({ from, tom })))
    if (dagar.length === 0)
      return [
        automatiskt(
          nod(
            'anmalan',
            'Sjukanmälan',
            ['27:17', '27:18'],
            'uppfyllt',
            trots.length
              ? `Ansökan gäller ${trots.map(periodtext).join(', ')}, mer än sju dagar före anmälan. Det hindrar inte sjukpenning för anställning, eftersom arbetsgivaren ska anmäla sjukdomsfallet (18 §).`
              : 'Sjukdomsfallet är anmält i tid för alla dagar som ansökan gäller.',
            fakta,
          ),
        ),
      ]
    const svar = svaretPa(l as Slage, sena)
    if (svar) {
      const n = nod(
        'anmalan',
        'Sjukanmälan',
        sena.annat.length ? ['27:17', '27:18'] : ['27:17'],
        godtas(svar) ? 'uppfyllt' : 'ejUppfyllt',
        svar.skal,
        fakta,
      )
      return [godtas(svar) ? uppfyllt(n) : ejUppfyllt(n)]
    }
    return [
      fraga({
        nyckel,
        kod: 'senAnmalan',
        rubrik: 'Fanns hinder mot att anmäla i tid?',
        hjalp: `Sjukpenning får inte lämnas för längre tid tillbaka än sju dagar före anmälan, om det inte fanns hinder mot att anmäla eller finns särskilda skäl.${sena.annat.length ? ' Arbetsgivaren ska anmäla sjukdomsfallet, så för anställningen gör det inget (18 §). Frågan gäller inkomsten av annat arbete.' : ''}`,
        lagrum: sena.annat.length ? ['27:17', '27:18'] : ['27:17'],
        paGrundval: grunden(sena),
        varforNu: `Ansökan gäller ${dagar.map(periodtext).join(', ')}, mer än sju dagar före anmälan.`,
        formular: { perioder: sena.hela, annat: sena.annat },
        period: dagar[0]!,
      }),
    ]
  },
}

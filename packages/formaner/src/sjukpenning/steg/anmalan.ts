import type { Steg, Utfall } from '@atergang/arende'
import { gallandeSvar } from '@atergang/arende'
import { forena, gemensamma, innehaller, periodtext, utom, type Datum, type Period } from '@atergang/kalender'
import { flera, tidigasteDagEfterAnmalan } from '@atergang/regelverk'
import * as z from 'zod'
import { automatiskt, ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, underlagAv, uppfyllt } from '../../gemensamt/steg.ts'
import { text } from '../../las.ts'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { underlaget, type Underlag } from '../underlag.ts'

export const senAnmalanSchema = z.object({
  hinder: z.boolean({ message: 'Svara om det fanns hinder mot att anmäla.' }),
  sarskildaSkal: z.boolean({ message: 'Svara om det finns särskilda skäl.' }),
  skal: text('Skälet'),
})
export type SenAnmalanSvar = z.infer<typeof senAnmalanSchema>

interface Anmalan {
  readonly inkom: Datum
  readonly gjordAv: 'forsakrad' | 'arbetsgivare'
}

/** Unbroken stretches of sickness: each is notified by itself (27 kap. 17 §). Refused days belong to the stretch, sick days or not. */
const sjukfallen = (u: Underlag): Period[] => forena([...u.sjukdagar, ...u.yrkat, ...u.intygat])

/** Notifications of one stretch, earliest first: by the person, by the employer, or by the application itself. One of an earlier first sick day, told before the days were, counts for the stretch that follows. */
function anmalningar(l: Slage, fallen: readonly Period[], fall: Period): Anmalan[] {
  const anmalda = fakt(l, 'anmalan').map((f) => f.varde).filter((a) => (fallen.find((p) => p.tom >= a.forstaSjukdag) ?? fallen.at(-1)) === fall)
  const ansokta = fakt(l, 'ansokan').filter((f) => gemensamma(f.varde.perioder, [fall]).length > 0).map((f) => ({ inkom: f.varde.inkom, gjordAv: 'forsakrad' as const }))
  return [...anmalda, ...ansokta].sort((a, b) => (a.inkom < b.inkom ? -1 : 1))
}

/** Days asked for that lie longer back than seven days before their stretch was notified (27 kap. 17 §); none when the employer reports it (18 §). */
export function forSentAnmalda(l: Slage, idag: Datum): Period[] {
  const u = underlaget(l, idag)
  const fallen = sjukfallen(u)
  return fallen.flatMap((fall) => {
    const [forsta, ...fler] = anmalningar(l, fallen, fall)
    if (!forsta || [forsta, ...fler].some((a) => a.gjordAv === 'arbetsgivare')) return []
    return utom(gemensamma(u.oprovade, [fall]), [{ from: tidigasteDagEfterAnmalan(forsta.inkom), tom: '2999-12-31' as Datum }])
  })
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

/** The officer's answer on late notification, when it still stands on the same days. */
export function senAnmalanSvar(l: Slage, idag: Datum): SenAnmalanSvar | undefined {
  return gallandeSvar<SenAnmalanSvar>(l, nyckel, underlagAv(forSentAnmalda(l, idag)))?.svar
}

export const anmalanssteg: Steg<Sjukpenningfakta> = {
  namn: 'anmalan',
  rubrik: 'Sjukanmälan',
  lagrum: flera('27:17', '27:18'),
  prova(l, idag): Utfall[] {
    const a = anmalan(l as Slage, idag)
    if (!a) return [ejAktuellt('Ingen anmälan eller ansökan har kommit in än.')]
    const fakta = [faktaOm('Anmälan kom in', a.inkom, { typ: a.gjordAv === 'arbetsgivare' ? 'arbetsgivare' : 'forsakrad', text: a.gjordAv === 'arbetsgivare' ? 'arbetsgivarens anmälan' : 'personens anmälan eller ansökan', datum: a.inkom })]
    const sena = forSentAnmalda(l as Slage, idag)
    if (sena.length === 0) return [automatiskt(nod('anmalan', 'Sjukanmälan', ['27:17', '27:18'], 'uppfyllt', 'Sjukdomsfallet är anmält i tid för alla dagar som ansökan gäller.', fakta))]
    const svar = senAnmalanSvar(l as Slage, idag)
    if (svar) {
      const godtas = svar.hinder || svar.sarskildaSkal
      const n = nod('anmalan', 'Sjukanmälan', ['27:17'], godtas ? 'uppfyllt' : 'ejUppfyllt', svar.skal, fakta)
      return [godtas ? uppfyllt(n) : ejUppfyllt(n)]
    }
    return [
      fraga({
        nyckel, kod: 'senAnmalan', rubrik: 'Fanns hinder mot att anmäla i tid?',
        hjalp: 'Sjukpenning får inte lämnas för längre tid tillbaka än sju dagar före anmälan, om det inte fanns hinder mot att anmäla eller finns särskilda skäl.',
        lagrum: ['27:17'], paGrundval: sena, varforNu: `Ansökan gäller ${sena.map(periodtext).join(', ')}, mer än sju dagar före anmälan.`, formular: { perioder: sena }, period: sena[0]!,
      }),
    ]
  },
}

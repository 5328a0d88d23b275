import type { Steg, Utfall } from '@atergang/arende'
import { gallandeSvar } from '@atergang/arende'
import { periodtext, utom, type Datum, type Period } from '@atergang/kalender'
import { flera, tidigasteDagEfterAnmalan } from '@atergang/regelverk'
import * as z from 'zod'
import { text } from '../../las.ts'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { underlaget } from '../underlag.ts'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt, ejUppfyllt } from './hjalp.ts'

export const senAnmalanSchema = z.object({
  hinder: z.boolean({ message: 'Svara om det fanns hinder mot att anmäla.' }),
  sarskildaSkal: z.boolean({ message: 'Svara om det finns särskilda skäl.' }),
  skal: text('Skälet'),
})
export type SenAnmalanSvar = z.infer<typeof senAnmalanSchema>

/** The first notification: by the person, by the employer, or the application itself. */
function anmalan(l: Slage): { inkom: Datum; gjordAv: 'forsakrad' | 'arbetsgivare' } | null {
  const anmalningar = fakt(l, 'anmalan').map((f) => f.varde)
  const ansokningar = fakt(l, 'ansokan').map((f) => ({ inkom: f.varde.inkom, gjordAv: 'forsakrad' as const }))
  return [...anmalningar, ...ansokningar].sort((a, b) => (a.inkom < b.inkom ? -1 : 1))[0] ?? null
}

/** Days asked for that lie longer back than seven days before notification (27 kap. 17 §); none when the employer reports (18 §). */
export function forSentAnmalda(l: Slage, idag: Datum): Period[] {
  const a = anmalan(l)
  const arbetsgivare = fakt(l, 'anmalan').some((f) => f.varde.gjordAv === 'arbetsgivare')
  if (!a || arbetsgivare) return []
  return utom(underlaget(l, idag).oprovade, [{ from: tidigasteDagEfterAnmalan(a.inkom), tom: '2999-12-31' as Datum }])
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
    const a = anmalan(l as Slage)
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

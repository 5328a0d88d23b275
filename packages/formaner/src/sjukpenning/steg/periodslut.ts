import type { Kommande, Steg, Svar, Utfall } from '@atergang/arende'
import { medManadsnamn, plusDagar, type Datum } from '@atergang/kalender'
import { flera, kedjedagar, periodslutsinformation, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { INFORMATIONSNYCKLAR } from '../../gemensamt/information.ts'
import { ejAktuellt, fraga, nod, uppfyllt } from '../../gemensamt/steg.ts'
import { text } from '../../las.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { amnenFor } from '../information.ts'
import { handlaggningsklass } from '../klass.ts'
import { sistaDagen, underlaget, type Underlag } from '../underlag.ts'

const amnen = z.array(z.enum(INFORMATIONSNYCKLAR)).min(1, 'Kryssa i vad du informerar om.')
export const periodslutSchema = z.discriminatedUnion('satt', [
  z.object({ satt: z.literal('samtal'), information: amnen, text: text('Vad ni talade om') }),
  z.object({ satt: z.literal('brev'), information: amnen }),
  z.object({ satt: z.literal('behovsInte'), skal: text('Varför personen inte behöver mer information') }),
])
export type PeriodslutSvar = z.infer<typeof periodslutSchema>

/** The last granted day, when the case ends with it: nothing certified, asked for or undecided comes after. */
function periodensSlut(u: Underlag): Datum | null {
  const sista = u.beslutat.at(-1)
  const dagen = sistaDagen(u)
  return sista?.varde.utfall === 'beviljat' && u.oprovade.length === 0 && dagen !== null && dagen <= sista.tom ? sista.tom : null
}

/** From which day the person is to be told; null when no checklist is put. A simple case is told by the decision letter alone (A046). */
function informerasFran(l: Slage, u: Underlag): { fran: Datum; slut: Datum } | null {
  const slut = periodensSlut(u)
  if (!slut || handlaggningsklass(l, u).klass === 'enkel') return null
  return { fran: plusDagar(slut, -vardetDen(periodslutsinformation, u.idag)), slut }
}

const nyckeln = (slut: Datum): string => `periodslut:${slut}`

/** The answer that settles it: on this very end, or information given earlier in the same chain, which is not repeated at every certificate. */
function redan(l: Slage, u: Underlag, slut: Datum): Svar<PeriodslutSvar> | undefined {
  const kedjansForsta = kedjedagar(u.sjukdagar, slut).perioder[0]?.from
  return l.svar.findLast(
    (s) =>
      s.kod === 'periodslut' &&
      (s.nyckel === nyckeln(slut) ||
        ((s.svar as PeriodslutSvar).satt !== 'behovsInte' && kedjansForsta !== undefined && s.dag >= kedjansForsta)),
  ) as Svar<PeriodslutSvar> | undefined
}

export function periodslutKommer(l: Slage, u: Underlag): Kommande[] {
  const p = informerasFran(l, u)
  return p && p.fran > u.idag && !redan(l, u, p.slut)
    ? [{ dag: p.fran, text: 'perioden är snart slut: informera personen om vad som gäller sedan', lagrum: flera('FL 6') }]
    : []
}

/** The third moment at which information must be clear (D014): when a period with benefit comes to its end. */
export const periodslutssteg: Steg<Sjukpenningfakta> = {
  namn: 'periodslut',
  rubrik: 'När perioden tar slut',
  lagrum: flera('FL 6'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const p = informerasFran(l, u)
    if (!p)
      return [
        ejAktuellt(
          periodensSlut(u)
            ? 'Enkelt ärende: beslutsbrevet säger vad personen gör om sjukdomen fortsätter.'
            : 'Ingen beviljad period håller på att ta slut.',
        ),
      ]
    if (idag < p.fran) return [ejAktuellt(`Personen informeras från ${p.fran}, innan perioden tar slut ${p.slut}.`)]
    const nyckel = nyckeln(p.slut)
    const svar = redan(l, u, p.slut)
    if (svar) {
      const s = svar.svar
      return [
        uppfyllt(
          nod(
            nyckel,
            'När perioden tar slut',
            ['FL 6'],
            'uppfyllt',
            s.satt === 'behovsInte' ? s.skal : `Personen informerades ${svar.dag} (${s.satt}).`,
          ),
        ),
      ]
    }
    return [
      fraga({
        nyckel,
        kod: 'periodslut',
        rubrik: 'Informera när perioden tar slut',
        hjalp:
          'Personen ska veta vad som gäller sedan: vad man gör om man fortfarande är sjuk, vilket stöd som finns och hur inkomsten skyddas. Ring, eller sänd ett brev. Kommer ett nytt intyg försvinner frågan.',
        lagrum: ['FL 6'],
        paGrundval: { slut: p.slut },
        varforNu: `Den beviljade tiden tar slut ${medManadsnamn(p.slut)}, och inget nytt intyg har kommit.`,
        formular: { slut: p.slut, informationsamnen: amnenFor('periodslut') },
      }),
    ]
  },
}

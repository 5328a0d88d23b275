import { gallandeSvar, type Faktum, type Steg, type Utfall } from '@atergang/arende'
import { delaVid, gemensamma, periodtext, type Period } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import * as z from 'zod'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt } from '../../gemensamt/steg.ts'
import { text } from '../../las.ts'
import { ansokningar } from '../ansokningar.ts'
import { kr, lontext, lonuppgiftSchema, type Ansokan, type Lonuppgift, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { lonegranser, lonPa, saknarDelOverTaket, taketPerManad } from '../lon.ts'
import { underlaget, type Underlag } from '../underlag.ts'

export const LONENYCKEL = 'lonUnderSjukdom'

export const lonSvarSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('minska'), lon: lonuppgiftSchema, skal: text('Skälet') }),
  z.object({ val: z.literal('ingen'), skal: text('Skälet') }),
])
export type LonSvar = z.infer<typeof lonSvarSchema>

type Lonefaktum = Faktum<Lonuppgift, 'lonUnderSjukdom'>
type Ansokt = Faktum<Ansokan, 'ansokan'>

/** What makes the officer look at the pay of some days: what the person told, or a fact that does not say enough. */
export interface Lonefraga {
  readonly period: Period
  readonly ansokan: Ansokt | null
  readonly faktum: Lonefaktum | null
}

/**
 * The first stretch of days to be judged now whose pay is not known well enough: the person states pay that nobody has confirmed since, or the
 * pay in work is above the ceiling and how much of the pay during sickness is for that part is not said (28 kap. 19 § SFB).
 */
export function oklarLon(l: Slage, u: Underlag): Lonefraga | null {
  const dagar = u.grupper.flatMap((g) => g.rader)
  const medLon = ansokningar(l).filter((a) => a.varde.lonUnderSjukdom && a.varde.lonUnderSjukdom.perManad !== 0)
  const granser = [...lonegranser(l, dagar), ...medLon.flatMap((a) => a.varde.perioder.map((p) => p.from))]
  for (const p of dagar.flatMap((d) => delaVid(d, granser))) {
    const faktum = lonPa(l, p.from) ?? null
    const ansokan = medLon.findLast((a) => gemensamma(a.varde.perioder, [p]).length > 0) ?? null
    if (ansokan && (!faktum || faktum.registrerad < ansokan.registrerad)) return { period: hela(ansokan.varde.perioder), ansokan, faktum: null }
    if (faktum && saknarDelOverTaket(faktum.varde, p.from)) return { period: faktum.period ?? p, ansokan: null, faktum }
  }
  return null
}

const hela = (perioder: readonly Period[]): Period => ({ from: perioder.map((p) => p.from).sort()[0]!, tom: perioder.map((p) => p.tom).sort().at(-1)! })

/** Pay from the employer during sickness (28 kap. 19–21 §§): what the person states, or an employer reports, is confirmed before it takes anything off. */
export const lonesteg: Steg<Sjukpenningfakta> = {
  namn: 'lonUnderSjukdom',
  rubrik: 'Lön under sjukdom',
  lagrum: flera('28:19', '28:20', '28:21'),
  efter: ['ansokan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const oklar = oklarLon(l, u)
    if (!oklar) return [kand(l, u)]
    const grund = { ansokan: oklar.ansokan?.id ?? null, faktum: oklar.faktum?.id ?? null }
    const svar = gallandeSvar<LonSvar>(l, LONENYCKEL, underlagAv(grund))
    if (svar?.svar.val === 'ingen') return [uppfyllt(nod('lonUnderSjukdom', 'Lön under sjukdom', ['28:19'], 'uppfyllt', svar.svar.skal))]
    const dag = oklar.period.from
    const uppgift: Partial<Lonuppgift> = oklar.faktum?.varde ?? oklar.ansokan!.varde.lonUnderSjukdom!
    return [
      fraga({
        nyckel: LONENYCKEL, kod: 'lonUnderSjukdom', rubrik: 'Ska sjukpenningen minskas för lön under sjukdom?',
        hjalp: 'Det som lönen under sjukdomen överstiger 10 procent av lönen i arbete dras av. Ersättning från fri gruppsjukförsäkring enligt kollektivavtal räknas som lön. För lön över SGI-taket dras bara av det som överstiger 90 procent på normalnivån, 85 på fortsättningsnivån: ta då reda på hur mycket av lönen under sjukdomen som betalas för den delen.',
        lagrum: ['28:19', '28:20', '28:21'], paGrundval: grund, period: oklar.period,
        varforNu: oklar.faktum ? `Lönen i arbete är högre än SGI-taket, och det framgår inte hur mycket av lönen under sjukdomen som betalas för lön över taket (${periodtext(oklar.period)}).` : uppgivet(uppgift),
        formular: { uppgift, period: oklar.period, takPerManad: taketPerManad(dag) },
      }),
    ]
  },
}

/** What the person told, in full, in part, or that there is pay and no more. */
function uppgivet({ perManad, lonIArbetePerManad, ...mer }: Partial<Lonuppgift>): string {
  const vad = perManad !== undefined && lonIArbetePerManad !== undefined ? `: ${lontext({ ...mer, perManad, lonIArbetePerManad })}` : perManad !== undefined ? `, ${kr(perManad)} i månaden, men inte lönen i arbete` : ', utan att säga hur mycket'
  return `Personen uppger i ansökan lön under sjukdomen${vad}.`
}

function kand(l: Slage, u: Underlag): Utfall {
  const fakta = new Set(u.grupper.flatMap((g) => g.rader).flatMap((r) => delaVid(r, lonegranser(l, [r]))).flatMap((p) => lonPa(l, p.from) ?? []))
  if (fakta.size === 0) return ejAktuellt('Ingen lön under sjukdomen är uppgiven.')
  return automatiskt(nod('lonUnderSjukdom', 'Lön under sjukdom', ['28:19', '28:21'], 'beraknat', 'Lönen minskar sjukpenningen för samma tid, så långt den överstiger vad lagen låter vara kvar.', [...fakta].map((f) => faktaOm(f.period ? periodtext(f.period) : 'Tills vidare', lontext(f.varde), f.kalla))))
}

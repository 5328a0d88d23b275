import { indatafel } from '@atergang/arende'
import { antalDagar, gemensamma, langd, utom, type Datum, type Period } from '@atergang/kalender'
import { forstaFjortonDagarna, forstaNittioDagarna } from '@atergang/regelverk'
import * as z from 'zod'
import { las, periodSchema, text } from '../las.ts'
import type { Slage, Sysselsattningsuppgift } from './fakta.ts'
import { minns, type Underlag } from './underlag.ts'

const periodsvarSchema = periodSchema.and(
  z.object({
    arbete: z.boolean({ message: 'Svara om det kan antas att personen skulle ha arbetat.' }),
    /** how much, as the assumption rests on it; the amount follows the SGI and the calendar, not the hours (28 kap. 3–5 §§) */
    timmarPerVecka: z.number().min(0.5, 'Skriv hur många timmar i veckan.').max(100, 'Timmarna är orimligt många.').optional(),
  }),
)

/** Days 15–90 of the sick period of one who works when called: for which days can work be assumed (27 kap. 16 a § second paragraph SFB)? */
export const behovsanstalldSchema = z.object({ perioder: z.array(periodsvarSchema).min(1), skal: text('Skälet') })
export type BehovsanstalldSvar = z.infer<typeof behovsanstalldSchema>

export const BEHOVSANSTALLD = 'behovsanstalld'
export const behovsanstalldNyckel = (forsta: Datum): string => `${BEHOVSANSTALLD}:${forsta}`

/** Days to be judged now that the assumption is asked for. */
export const behovsanstalldasDagar = (u: Underlag): Period[] =>
  dag15till90(
    u,
    u.grupper.filter((g) => arBehovsanstalld(g.sysselsattning)).flatMap((g) => g.rader),
  )

/** Reads the answer and holds it against the days that were asked about: each of them once, none besides. @throws {Domanfel} naming the row. */
export function lasBehovsanstalld(v: unknown, dagar: readonly Period[]): BehovsanstalldSvar {
  const svar = las(behovsanstalldSchema, v)
  const fel = svar.perioder.flatMap((p, i) => [
    ...(utom([p], dagar).length ? [{ falt: `perioder.${i}.from`, text: 'Perioden går utanför de dagar som frågan gäller.' }] : []),
    ...(p.arbete && p.timmarPerVecka === undefined
      ? [{ falt: `perioder.${i}.timmarPerVecka`, text: 'Skriv ungefär hur många timmar i veckan personen skulle ha arbetat.' }]
      : []),
  ])
  const antal = svar.perioder.reduce((n, p) => n + langd(p), 0)
  const kvar = utom(dagar, svar.perioder)
  if (kvar.length) fel.push({ falt: 'perioder.0.tom', text: `Svara för alla dagar. ${kvar[0]!.from}–${kvar.at(-1)!.tom} saknas.` })
  else if (antal > antalDagar(svar.perioder)) fel.push({ falt: 'perioder.0.tom', text: 'Samma dag står i två perioder.' })
  if (fel.length) throw indatafel('periodernaStammerInte', fel.length === 1 ? fel[0]!.text : `${fel.length} uppgifter behöver ändras.`, fel)
  return svar
}

/**
 * Days for which it cannot be assumed that the person would have worked: nothing is paid for the employment. The question may have
 * been asked in parts; a later answer on the same days takes the place of the earlier.
 */
export const utanArbetsantagande = minns((l: Slage, u: Underlag): Period[] => {
  const svar = l.svar.filter((s) => s.kod === BEHOVSANSTALLD).flatMap((s) => (s.svar as BehovsanstalldSvar).perioder)
  const nej = svar.reduce<Period[]>((tills, p) => (p.arbete ? utom(tills, [p]) : [...tills, p]), [])
  return gemensamma(
    nej,
    dag15till90(
      u,
      u.sysselsattning.filter((s) => arBehovsanstalld(s.varde)),
    ),
  )
})

/** Of the days, those after the first fourteen (asked about day by day, 10 §) and within ninety of their sick period. */
const dag15till90 = (u: Pick<Underlag, 'sjukdagar'>, dagar: readonly Period[]): Period[] =>
  utom(gemensamma(dagar, forstaNittioDagarna(u.sjukdagar)), forstaFjortonDagarna(u.sjukdagar))

/** Not in an agreed shift (49 c §): then the person is not judged as one who works when called. */
const arBehovsanstalld = (s: Sysselsattningsuppgift): boolean => s.slag === 'behovsanstalld' && !s.overenskommetPass

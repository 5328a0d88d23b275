import { gallandeSvar, personen, type Faktakarta, type Fragedefinition, type Lage, type Steg, type Utfall } from '@atergang/arende'
import { plusDagar, senast, type Datum, type Period } from '@atergang/kalender'
import {
  betaldaEfter,
  dagarEfter71,
  dagarEfterRiktalder,
  flera,
  heltal,
  manadenFor71,
  uppnarRiktalder,
  vardetDen,
} from '@atergang/regelverk'
import * as z from 'zod'
import { las, text } from '../las.ts'
import { automatiskt, ejAktuellt, ejUppfyllt, fraga, nod, underlagAv, uppfyllt } from './steg.ts'

/**
 * 27 kap. 36, 37 §§: days paid after riktåldern and after the month of the 71st birthday, by the law of the day. The first known wording stands
 * for earlier days too: a case with days before the month of the text must not stop the whole case.
 */
const hogst = (p: typeof dagarEfterRiktalder, dag: Datum): number => heltal(vardetDen(p, senast(dag, p.varden[0]!.from)))

export const efterRiktalderSchema = z.object({
  upphor: z.boolean({ message: 'Svara om sjukpenningen ska upphöra.' }),
  skal: text('Skälet'),
})
type EfterRiktalder = z.infer<typeof efterRiktalderSchema>

export const efterRiktalderfraga: Fragedefinition<Faktakarta, EfterRiktalder> = {
  kod: 'efterRiktalder',
  las: (v) => las(efterRiktalderSchema, v),
}

/** Where a benefit has the days that the ages are tried for. */
export interface Aldersunderlag<F extends Faktakarta> {
  readonly efter: readonly string[]
  /** from the first to the last day to be judged, or null */
  provperiod(l: Lage<F>, idag: Datum): Period | null
  /** days paid before a day, in this case and before it */
  betalda(l: Lage<F>, fore: Datum): Period[]
}

export type Alderskal = 'efterRiktalder' | 'efter71'

/** The ages of 27 kap. 36–38 §§ SFB, for the days a benefit is to judge. */
export function aldersprovning<F extends Faktakarta>(b: Aldersunderlag<F>) {
  const betaldaSedan = (l: Lage<F>, fran: Datum, dag: Datum): number => betaldaEfter(b.betalda(l, dag), fran, plusDagar(dag, -1))

  /** The day counted as 180 paid days after riktåldern has come: FK may end the benefit, a human decides (36 §). */
  function franRiktalder(l: Lage<F>, dag: Datum): { sedan: Datum; betalda: number } | null {
    const sedan = uppnarRiktalder(personen(l).fodd)
    if (!sedan || dag < sedan) return null
    const betalda = betaldaSedan(l, sedan, dag)
    return betalda >= hogst(dagarEfterRiktalder, dag) ? { sedan, betalda } : null
  }

  const grund = (l: Lage<F>, idag: Datum) => {
    const p = b.provperiod(l, idag)
    return p ? franRiktalder(l, p.from) : null
  }

  /** The day the 180 days after the month of the 71st birthday are used up, within the days to be judged (37 §), or null. */
  function slutdag71(l: Lage<F>, idag: Datum): Datum | null {
    const p = b.provperiod(l, idag)
    const fran71 = manadenFor71(personen(l).fodd)
    if (!p || p.tom < fran71) return null
    const fran = senast(p.from, fran71)
    const slut = plusDagar(fran, Math.max(0, hogst(dagarEfter71, fran) - betaldaSedan(l, fran71, fran)))
    return slut <= p.tom ? slut : null
  }

  /** The age limit that stands in the way on a day, or null. */
  function efterAldersgrans(l: Lage<F>, idag: Datum, dag: Datum): Alderskal | null {
    const slut = slutdag71(l, idag)
    if (slut && dag >= slut) return 'efter71'
    const r = grund(l, idag)
    return r && gallandeSvar<EfterRiktalder>(l, 'efterRiktalder', underlagAv(r))?.svar.upphor ? 'efterRiktalder' : null
  }

  const steg: Steg<F> = {
    namn: 'alder',
    rubrik: 'Ålder och pension',
    lagrum: flera('27:36', '27:37', '27:38'),
    efter: b.efter,
    prova(l, idag): Utfall[] {
      const p = b.provperiod(l, idag)
      if (!p) return [ejAktuellt('Inga dagar att pröva just nu.')]
      const fran71 = manadenFor71(personen(l).fodd)
      if (p.from >= fran71) {
        const betalda = betaldaSedan(l, fran71, p.from)
        const mest = hogst(dagarEfter71, p.from)
        const kvar = betalda < mest
        return [
          automatiskt(
            nod(
              'efter71',
              'Efter 71-årsdagen',
              ['27:37', '27:38'],
              kvar ? 'uppfyllt' : 'ejUppfyllt',
              `${betalda} av högst ${mest} dagar är betalda sedan ${fran71}.`,
            ),
          ),
        ]
      }
      const r = grund(l, idag)
      if (!r) return [ejAktuellt('Personen har inte nått riktåldern, eller inte fått sjukpenning i 180 dagar efter den.')]
      const svar = gallandeSvar<EfterRiktalder>(l, 'efterRiktalder', underlagAv(r))?.svar
      if (svar)
        return [
          svar.upphor
            ? ejUppfyllt(nod('efterRiktalder', 'Efter riktåldern', ['27:36'], 'ejUppfyllt', svar.skal))
            : uppfyllt(nod('efterRiktalder', 'Efter riktåldern', ['27:36'], 'uppfyllt', svar.skal)),
        ]
      return [
        fraga({
          nyckel: 'efterRiktalder',
          kod: 'efterRiktalder',
          rubrik: 'Ska sjukpenningen upphöra efter riktåldern?',
          hjalp:
            'Efter 180 betalda dagar får Försäkringskassan besluta att sjukpenning inte längre lämnas. Lagen säger ”får”: gör en bedömning.',
          lagrum: ['27:36', '27:38'],
          paGrundval: r,
          varforNu: `${r.betalda} dagar är betalda sedan ${r.sedan}.`,
          formular: r,
        }),
      ]
    },
  }
  return { steg, slutdag71, efterAldersgrans }
}

import { gallandeSvar, type Steg, type Utfall } from '@atergang/arende'
import { dagarI, periodtext, utom, type Datum, type Period } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { automatiskt, ejAktuellt, ejUppfyllt, fraga, nod, underlagAv, uppfyllt } from '../../gemensamt/steg.ts'
import type { Sjukpenningfakta, Slage, Sysselsattningsuppgift } from '../fakta.ts'
import { forsta14Nyckel, iForsta14, kalenderdagsberaknas, type Forsta14Svar } from '../forsta14.ts'
import { inkomstdelarPa } from '../sgi.ts'
import { sjukperiodensForsta, underlaget, type Underlag } from '../underlag.ts'

interface Dagar {
  readonly p: Period
  readonly dagar: readonly Datum[]
  readonly slag: Slag
  readonly sort: Sort
}

/**
 * Days to be judged now that lie in the first fourteen days of the sick period, with who the person is on the first; days of another
 * kind are asked about on their own. Days of sick pay are the employer's: what is tried then is the other work.
 */
function dagarna(l: Slage, u: Underlag): Dagar | null {
  const alla = u.grupper.flatMap((g) =>
    g.rader
      .flatMap((r) => iForsta14(u, r) ?? [])
      .flatMap((d) => utom([d], u.sjukloneperioder))
      .map((p) => ({ p, slag: g.sysselsattning.slag, sort: sortAv(l, g.sysselsattning.slag, p) })),
  )
  const forsta = alla.find((x) => x.sort !== 'kalender') ?? alla[0]
  if (!forsta) return null
  const period = sjukperiodensForsta(u, forsta.p.from)
  const lika = alla.filter((x) => x.sort === forsta.sort && sjukperiodensForsta(u, x.p.from) === period).map((x) => x.p)
  return { p: { from: forsta.p.from, tom: lika.at(-1)!.tom }, dagar: lika.flatMap(dagarI), slag: forsta.slag, sort: forsta.sort }
}

type Slag = Sysselsattningsuppgift['slag']
type Sort = 'kalender' | 'arbetslos' | 'arbete'
const sortAv = (l: Slage, slag: Slag, p: Period): Sort =>
  slag === 'arbetslos' ? 'arbetslos' : kalenderdagsberaknas(slag, inkomstdelarPa(l, p.from)) ? 'kalender' : 'arbete'

/** 27 kap. 10–11 a, 16 a §§ and 28 kap. 6 § third paragraph: would the person have worked, or been ready for work? */
export const forsta14steg: Steg<Sjukpenningfakta> = {
  namn: 'forsta14',
  rubrik: 'De första 14 dagarna',
  lagrum: flera('27:10', '27:11', '27:11 a', '28:6'),
  efter: ['ansokan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const i = dagarna(l, u)
    if (!i)
      return [
        ejAktuellt(
          u.sjukloneperioder.length
            ? 'Arbetsgivaren svarar för sjuklön de första dagarna (27 kap. 9 §).'
            : 'Inga dagar att pröva ligger i sjukperiodens första 14 dagar.',
        ),
      ]
    if (i.slag === 'foraldraledig')
      return [
        automatiskt(
          nod(
            'forsta14',
            'De första 14 dagarna',
            ['28:6 st 1 p 2'],
            'uppfyllt',
            'Annars föräldrapenning: sjukpenningen kalenderdagsberäknas.',
          ),
        ),
      ]
    if (i.sort === 'kalender')
      return [
        automatiskt(
          nod(
            'forsta14',
            'De första 14 dagarna',
            ['28:6 st 1 p 3'],
            'uppfyllt',
            'Bara inkomst av annat förvärvsarbete: sjukpenningen kalenderdagsberäknas från början, efter karens.',
          ),
        ),
      ]
    const nyckel = forsta14Nyckel(sjukperiodensForsta(u, i.p.from)!)
    const grund = { slag: i.slag, period: i.p }
    const svar = gallandeSvar<Forsta14Svar>(l, nyckel, underlagAv(grund))?.svar
    if (svar) {
      const ja = svar.slag === 'arbete' || (svar.anmald && svar.beredd) || svar.oskaligt
      const n = nod(
        'forsta14',
        'De första 14 dagarna',
        svar.slag === 'arbete' ? ['27:10', '28:5'] : ['28:6 st 3'],
        ja ? 'uppfyllt' : 'ejUppfyllt',
        svar.skal,
      )
      return [ja ? uppfyllt(n) : ejUppfyllt(n)]
    }
    const arbetslos = i.sort === 'arbetslos'
    const badaSlagen = inkomstdelarPa(l, i.p.from).annat > 0
    return [
      fraga({
        nyckel,
        kod: 'forsta14',
        rubrik: arbetslos
          ? 'Är personen anmäld som arbetssökande och beredd att ta arbete?'
          : 'Vilka dagar och timmar skulle personen ha arbetat?',
        hjalp: arbetslos
          ? 'Under de första 14 dagarna lämnas sjukpenning bara till den som är anmäld hos Arbetsförmedlingen och beredd att ta ett erbjudet arbete, om det inte är oskäligt.'
          : `Under de första 14 dagarna arbetstidsberäknas sjukpenningen: bara för tid då personen skulle ha arbetat. Går det inte att utreda får du utgå från hur personen arbetat förut (11 §).${badaSlagen ? ' Det gäller anställningen: för annat förvärvsarbete kalenderdagsberäknas sjukpenningen (28 kap. 5 § andra stycket).' : ''}${i.slag === 'egenforetagare' ? ' Betalar en arbetsgivare sjuklön för dagarna: registrera sjuklöneperioden i stället.' : ''}`,
        lagrum: arbetslos
          ? ['28:6 st 3', '27:11 a']
          : i.slag === 'behovsanstalld'
            ? ['27:10', '27:11', '27:16 a st 2']
            : ['27:10', '27:11'],
        paGrundval: grund,
        varforNu: `Ansökan gäller ${periodtext(i.p)}, inom sjukperiodens första 14 dagar.`,
        period: i.p,
        formular: { slag: arbetslos ? 'arbetslos' : 'arbete', dagar: i.dagar },
      }),
    ]
  },
}

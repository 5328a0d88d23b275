import { gallandeSvar, type Steg, type Utfall } from '@atergang/arende'
import { periodtext, type Datum, type Period } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, underlagAv, uppfyllt } from '../../gemensamt/steg.ts'
import { BEHOVSANSTALLD, behovsanstalldasDagar, behovsanstalldNyckel, type BehovsanstalldSvar } from '../behovsanstalld.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { dagensSysselsattning, sjukperiodensForsta, underlaget } from '../underlag.ts'

/** 27 kap. 16 a § second paragraph: in the first ninety days of the sick period only for time the person can be assumed to have worked. */
export const behovsanstalldsteg: Steg<Sjukpenningfakta> = {
  namn: 'behovsanstalld',
  rubrik: 'Behovsanställd, dag 15–90',
  lagrum: flera('27:16 a'),
  efter: ['ansokan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const alla = behovsanstalldasDagar(u)
    if (alla.length === 0)
      return [
        ejAktuellt(
          dagensSysselsattning(u)?.slag === 'behovsanstalld'
            ? 'Inga dagar att pröva ligger på dag 15–90 i sjukperioden.'
            : 'Personen är inte behovsanställd.',
        ),
      ]
    const perioder = new Set(alla.map((p) => sjukperiodensForsta(u, p.from)!))
    return [...perioder].map((start) =>
      forSjukperioden(
        l,
        start,
        alla.filter((p) => sjukperiodensForsta(u, p.from) === start),
      ),
    )
  },
}

function forSjukperioden(l: Slage, start: Datum, dagar: readonly Period[]): Utfall {
  const nyckel = behovsanstalldNyckel(start)
  const grund = { dagar }
  const svar = gallandeSvar<BehovsanstalldSvar>(l, nyckel, underlagAv(grund))?.svar
  if (svar) {
    const n = nod(
      nyckel,
      'Behovsanställd, dag 15–90',
      ['27:16 a st 2'],
      svar.perioder.some((p) => p.arbete) ? 'uppfyllt' : 'ejUppfyllt',
      svar.skal,
      svar.perioder.map((p) =>
        faktaOm(
          periodtext(p),
          p.arbete ? `skulle ha arbetat, ${String(p.timmarPerVecka).replace('.', ',')} timmar i veckan` : 'skulle inte ha arbetat',
        ),
      ),
    )
    return svar.perioder.some((p) => p.arbete) ? uppfyllt(n) : ejUppfyllt(n)
  }
  return fraga({
    nyckel,
    kod: BEHOVSANSTALLD,
    rubrik: 'När kan det antas att personen skulle ha arbetat?',
    hjalp:
      'Under de första 90 dagarna i sjukperioden får en behovsanställd sjukpenning bara för tid då det kan antas att personen skulle ha arbetat. Utgå från inplanerade pass, arbetsgivarens behov och hur personen arbetat förut. Sjukpenningen räknas per kalenderdag: dela upp perioden efter när arbete fanns, inte efter veckodagar. Stämmer timmarna inte med SGI behöver SGI prövas på nytt.',
    lagrum: ['27:16 a', '28:3', '28:4'],
    paGrundval: grund,
    varforNu: `${dagar.map(periodtext).join(', ')} ligger på dag 15–90 i sjukperioden.`,
    period: { from: dagar[0]!.from, tom: dagar.at(-1)!.tom },
    formular: { dagar },
  })
}

import { fingeravtryck, type Beslutsforslag, type Beslutsrad } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import type { Forslagsgrund } from '../../gemensamt/beslut/beredning.ts'
import { LONENYCKEL } from '../../gemensamt/lonesteg.ts'
import { SGI_UNDER, sgiPa, underUppgivenText } from '../../gemensamt/sgi.ts'
import { underUppgiven } from '../uppgifter.ts'
import { fakt, type Flage } from '../fakta.ts'
import { planerna } from '../plan/planlage.ts'
import {
  annanErsattningssvaret,
  annanErsattningsnyckel,
  arbetslosaDagar,
  arbetssokandesvaret,
  arbetssokandenyckel,
  arOkand,
  avvikelsenyckel,
  avvikelser,
  avvikelsesvaret,
  genomforandenyckel,
  genomforandesvaret,
  langaTider,
  nodvandigTidsnyckel,
  nodvandigTidssvaret,
  okandArbetstid,
  sammaDagar,
  tveksamma,
  utanGodkandPlan,
} from './bedomning.ts'
import { beslutsrader, dagarna, utbetalningen, type Ersattningsdag } from './dagar.ts'
import { lonen } from './lon.ts'
import { arGranskad, malperiod, vantarPaPlan, yrkadeDatum, type Ersattningsmal } from './ersattningslage.ts'

export interface Ersattningsforslag extends Forslagsgrund {
  readonly ansokan: string
  readonly dagar: readonly Ersattningsdag[]
}

/** The first step of the claim that is not settled, by name; null when all are. */
export function ogjort(l: Flage, m: Ersattningsmal, idag: Datum): string | null {
  if (!arGranskad(l, m)) return 'ansokanErsattning'
  if (vantarPaPlan(l)) return 'planBeslut'
  if (avvikelser(l, m).length && !utanGodkandPlan(l) && !avvikelsesvaret(l, m)) return 'motPlanen'
  if (tveksamma(l, m).length && !genomforandesvaret(l, m)) return 'genomford'
  if (arOkand(okandArbetstid(l, m))) return 'arbetsschema'
  if (arbetslosaDagar(l, m).length && !arbetssokandesvaret(l, m)) return 'arbetssokande'
  if (yrkadeDatum(m).some((d) => !sgiPa(l, d))) return 'sgi'
  if (sammaDagar(l, m).length && !annanErsattningssvaret(l, m)) return 'annanErsattning'
  if (langaTider(m).length && !nodvandigTidssvaret(l, m)) return 'nodvandigTid'
  if (lonen.oklar(l, idag)) return 'lonUnderSjukdom'
  return null
}

export const ersattningsutfall = (rader: readonly Beslutsrad[]): Beslutsforslag['utfall'] =>
  rader.every((r) => r.grad === r.yrkadGrad) ? 'beviljat' : rader.every((r) => r.grad === 0) ? 'avslag' : 'delvisAvslag'

/** The coming decision on a claim, put together from what is known and judged; null while something is still open. */
export function ersattningsforslag(l: Flage, m: Ersattningsmal, idag: Datum): Ersattningsforslag | null {
  if (ogjort(l, m, idag)) return null
  const dagar = dagarna(l, m, idag)
  const rader = beslutsrader(dagar)
  const { rader: utbetalning, saknas } = utbetalningen(l, dagar)
  const bedomda = new Set([
    avvikelsenyckel(m),
    genomforandenyckel(m),
    arbetssokandenyckel(m),
    nodvandigTidsnyckel(m),
    annanErsattningsnyckel(m),
    LONENYCKEL,
    'efterRiktalder',
  ])
  const sgi = sgiPa(l, malperiod(m).from)!
  const nyaste = new Map(l.svar.filter((s) => bedomda.has(s.nyckel)).map((s) => [s.nyckel, s.id]))
  const svar = [sgi.id, ...nyaste.values()]
  const underlag = [
    m.ansokan.id,
    ...planerna(l).flatMap((p) => (p.beslut ? [p.beslut.id] : [])),
    ...(
      [
        'arbetsschema',
        'arsarbetstid',
        'arbetssokande',
        'narvaro',
        'avbruten',
        'andraArenden',
        'sjukersattning',
        'planandring',
        'karenstid',
        'allvarligSjukdom',
      ] as const
    ).flatMap((n) => fakt(l, n).map((f) => f.id)),
    ...l.begaran.filter((b) => b.svar && b.om === m.ansokan.id).map((b) => b.id),
  ]
  const under = rader.some((r) => r.grad > 0) ? underUppgiven(l, malperiod(m)) : null
  const avtryck = fingeravtryck({
    rader: rader.map(({ lagrum: _, ...r }) => r),
    belopp: utbetalning.map((x) => [x.from, x.kronorPerDag, x.summa]),
  })
  return {
    ansokan: m.ansokan.id,
    dagar,
    utfall: ersattningsutfall(rader),
    period: malperiod(m),
    rader,
    lagrum: [
      ...flera('27:6', '27:7', '27:28', '27:45'),
      ...rader.flatMap((r) => r.lagrum),
      ...(under ? flera(...underUppgivenText(under).lagrum) : []),
    ],
    forklaringar: [],
    utbetalning,
    ...(under ? { emotParten: [SGI_UNDER] } : {}),
    svar,
    underlag: [...new Set(underlag)].sort(),
    saknas,
    avtryck,
  }
}

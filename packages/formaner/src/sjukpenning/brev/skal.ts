import type { Beslutsrad, Brevblock } from '@atergang/arende'
import { innehaller, type Datum } from '@atergang/kalender'
import { paragrafnyckel } from '@atergang/regelverk'
import { attBortseFran, ersattningstext } from '../../gemensamt/annanErsattning.ts'
import { stycke, type Skalstext } from '../../gemensamt/brev/texter.ts'
import { avslagstext, type Avslagsskal } from '../avslagsskal.ts'
import type { Arbetsformaga } from '../bedomning.ts'
import { fakt, type Slage } from '../fakta.ts'
import type { Forslag } from '../forslag.ts'
import { SGI_UNDER, underUppgiven, underUppgivenText } from '../sgi.ts'
import { grundenPa, underlaget, type Underlag } from '../underlag.ts'

/** The judgement that the row rests on: the newest that speaks of its days. */
const bedomningFor = (l: Slage, r: Beslutsrad): Arbetsformaga | undefined =>
  l.svar
    .filter((s) => s.kod === 'arbetsformaga')
    .map((s) => s.svar as Arbetsformaga)
    .findLast((b) => b.rader.some((x) => innehaller(x, r.from)))

const MOT_MARKNADEN: ReadonlySet<string> = new Set<Avslagsskal>(['klararNormaltForekommande', 'klararAnnatLampligt'])

/** What the letter must add to the reason itself: the occupational group, the practice, and why no exception applies. */
function tillagg(l: Slage, u: Underlag, r: Beslutsrad): { namn: string; text: string; lagrum: readonly string[] }[] {
  if (!MOT_MARKNADEN.has(r.avslagsskal!)) return []
  const b = bedomningFor(l, r)
  const praxis = grundenPa(l, u, r.from)?.praxis
  const senast = r.lagrum.some((x) => x.kapitel === '27' && x.paragraf === '49') ? '27:49 st 3' : '27:48 st 3'
  return [
    ...(r.avslagsskal === 'klararNormaltForekommande' && b?.yrkesgrupp
      ? [{ namn: 'yrkesgrupp', text: `Den yrkesgrupp som vi har bedömt dig mot är: ${b.yrkesgrupp.replace(/\.$/, '')}.`, lagrum: [] }]
      : []),
    ...(praxis ? [{ namn: 'praxis', text: praxis, lagrum: [] }] : []),
    ...(b?.ingetUndantag
      ? [
          {
            namn: 'undantag',
            text: `Lagen har undantag från den prövningen. Vi bedömer att inget av dem gäller. ${b.ingetUndantag}`,
            lagrum: [senast],
          },
        ]
      : []),
  ]
}

/** The reasons that the rows are refused for, as the letter states them: each sentence once. */
export function skalstexter(l: Slage, rader: readonly Beslutsrad[], dag: Datum): Skalstext[] {
  const u = underlaget(l, dag)
  const alla = rader.flatMap((r): Skalstext[] =>
    r.avslagsskal
      ? [
          {
            namn: r.grad > 0 ? `${r.avslagsskal}-delvis` : r.avslagsskal,
            text: avslagstext(r.avslagsskal as Avslagsskal, r.grad),
            lagrum: r.lagrum.map(paragrafnyckel),
          },
          ...tillagg(l, u, r),
        ]
      : [],
  )
  return [...new Map(alla.map((s) => [s.text, s])).values()]
}

/** Why it goes against the person: what the rows are refused for, and an SGI below what the person has told. */
export const skalen = (l: Slage, f: Pick<Forslag, 'rader' | 'emotParten'>, dag: Datum): Skalstext[] => {
  const [forsta, sista] = [f.rader[0], f.rader.at(-1)]
  const under = f.emotParten?.includes(SGI_UNDER) && forsta && sista ? underUppgiven(l, { from: forsta.from, tom: sista.tom }) : null
  return [...skalstexter(l, f.rader, dag), ...(under ? [underUppgivenText(under)] : [])]
}

/** What the outcome does not say by its days. */
export const emotText = (f: Pick<Forslag, 'emotParten'>): string =>
  f.emotParten?.includes(SGI_UNDER) ? ' Beloppet räknas på en lägre inkomst än du har uppgett.' : ''

/** What else is paid to the person, and that the reduction it rests on was looked away from (53 §). */
export function annanErsattningsblock(l: Slage, rader: readonly Beslutsrad[]): Brevblock[] {
  const andra = [...new Set(rader.flatMap((r) => attBortseFran(fakt(l, 'sjukersattning'), r).map((f) => ersattningstext(f.varde))))]
  return andra.length
    ? [
        stycke(
          'annan-ersattning',
          `Du får ${andra.join(' och ')}. Vi har bortsett från den nedsättning som ligger till grund för den, och bedömt den arbetsförmåga som återstår.`,
          ['27:53'],
        ),
      ]
    : []
}

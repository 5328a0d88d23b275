import { antalDagar, gemensamma, plusManader } from '@atergang/kalender'
import { flera, KEDJEGRANSER } from '@atergang/regelverk'
import type { Uppmarksamma } from '../../gemensamt/vy/arendevy.ts'
import { informeradeOm } from '../../gemensamt/information.ts'
import { arbetsplatsstodSkal } from '../arbetsplatsstod.ts'
import { fakt, type Slage } from '../fakta.ts'
import { kedjedagIdag, type Underlag } from '../underlag.ts'

/** Sick periods in twelve months that make special high-risk protection worth telling of (A034). Ours: the law says ”a larger number”. */
const MANGA_SJUKPERIODER = 3

export function uppmarksamma(l: Slage, u: Underlag): Uppmarksamma[] {
  const given = (amne: string) => l.information.findLast((i) => i.amne === amne)?.tid.slice(0, 10) ?? null
  const rad = (amne: string, text: string, varfor: string, lagrum: string[]): Uppmarksamma => ({
    amne,
    text,
    varfor,
    lagrum: flera(...lagrum),
    given: given(amne),
  })
  const senasteAret = gemensamma(u.sjukdagar, [{ from: plusManader(u.idag, -12), tom: u.idag }])
  const behandling = fakt(l, 'intyg').some((i) => i.varde.behandling.trim().length > 0)
  const arbetsskada = fakt(l, 'plan').some((p) => p.varde.arbetsskada === 'ja')
  const stod = arbetsplatsstodSkal(l, u)
  return [
    ...(stod
      ? [
          {
            ...rad(
              'apr',
              'Berätta om arbetsplatsinriktat rehabiliteringsstöd',
              `${stod} Berätta för personen, för arbetsgivaren eller för båda. Lämna inte ut något om personen till arbetsgivaren.`,
              ['30:6', 'FL 6'],
            ),
            mottagare: { givenTill: informeradeOm(l, 'apr') },
          },
        ]
      : []),
    ...(behandling
      ? [
          rad(
            'forebyggande',
            'Berätta om förebyggande sjukpenning',
            'Intyget nämner behandling. Sjukpenning kan lämnas för behandling som förebygger, förkortar eller häver nedsättning, också när personen arbetar.',
            ['27:6', '27:7'],
          ),
        ]
      : []),
    ...(senasteAret.length >= MANGA_SJUKPERIODER
      ? [
          rad(
            'hogriskskydd',
            'Berätta om särskilt högriskskydd',
            `${senasteAret.length} sjukperioder (${antalDagar(senasteAret)} dagar) de senaste tolv månaderna.`,
            ['27:40', '27:41'],
          ),
        ]
      : []),
    ...(arbetsskada
      ? [rad('livranta', 'Berätta om arbetsskadelivränta', 'Arbetsgivarens plan uppger att sjukdomen beror på arbetet.', ['41:2'])]
      : []),
    ...(kedjedagIdag(u) >= KEDJEGRANSER[1]
      ? [
          rad(
            'overgang',
            'Berätta om andra ersättningar vid omställning',
            'Efter dag 180 kan personen behöva veta om a-kassa, aktivitetsstöd och Arbetsförmedlingens stöd.',
            ['FL 6'],
          ),
        ]
      : []),
  ]
}

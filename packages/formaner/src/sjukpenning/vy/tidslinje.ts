import { periodtext, plusDagar, tidigast, type Period } from '@atergang/kalender'
import {
  datumForKedjedag,
  flera,
  FORSTA_DAGARNA,
  intygsdagar,
  kedjedagar,
  KEDJEGRANSER,
  LAKARINTYG_FRAN_DAG,
  PLAN_SENAST_DAG,
  SARSKILDA_SKAL_FORE_DAG,
} from '@atergang/regelverk'
import type { Raknare, Tidslinjeband, Tidslinjevy, Tidsmarke } from '../../gemensamt/vy/arendevy.ts'
import { gradord } from '../forslag.ts'
import { sistaSjukdag, type Underlag } from '../underlag.ts'

const MARKEN: readonly [number, string, string][] = [
  [LAKARINTYG_FRAN_DAG, 'läkarintyg behövs', '27:25'],
  [FORSTA_DAGARNA + 1, 'sjuklöneperioden är slut; sjukpenning kan börja', '27:9'],
  [PLAN_SENAST_DAG, 'arbetsgivarens plan', '30:6'],
  [KEDJEGRANSER[0] - 1, 'sista dagen mot bara det vanliga arbetet', '27:47'],
  [KEDJEGRANSER[1] - 1, 'sista dagen före normalt förekommande arbete', '27:48'],
  [KEDJEGRANSER[2] - 1, 'sista dagen då övervägande skäl räcker', '27:49'],
  [SARSKILDA_SKAL_FORE_DAG, 'särskilda skäl upphör', '27:49'],
]

export function tidslinjevy(u: Underlag): Tidslinjevy | null {
  const forsta = u.sjukdagar[0]?.from
  const sista = sistaSjukdag(u)
  if (!forsta || !sista) return null
  const kedjan = kedjedagar(u.sjukdagar, tidigast(u.idag, sista)).perioder
  const from = kedjan[0]?.from ?? forsta
  const betalda = u.beslutat.filter((s) => s.varde.utfall === 'beviljat')
  const avslagna = u.beslutat.filter((s) => s.varde.utfall === 'avslag')
  const band: Tidslinjeband[] = [
    {
      namn: 'Läkarintyg',
      perioder: u.intygat.map((s) => ({ ...bara(s), slag: 'intyg', grad: s.varde, text: `Intygad ${periodtext(s)}, ${s.varde * 100} %` })),
    },
    {
      namn: 'Sjuklön',
      perioder: u.sjukloneperioder.map((p) => ({ ...bara(p), slag: 'sjuklon', text: `Sjuklön från arbetsgivaren ${periodtext(p)}` })),
    },
    {
      namn: 'Ansökt',
      perioder: u.yrkat.map((s) => ({ ...bara(s), slag: 'yrkat', grad: s.varde, text: `Ansökt ${periodtext(s)}, ${gradord(s.varde)}` })),
    },
    {
      namn: 'Beslut',
      perioder: [
        ...betalda.map((s) => ({
          ...bara(s),
          slag: 'beviljat',
          grad: s.varde.grad,
          text: `Beviljad ${periodtext(s)}, ${gradord(s.varde.grad)}`,
        })),
        ...u.interimistiskt.map((p) => ({ ...bara(p), slag: 'interimistiskt', text: `Interimistiskt ${periodtext(p)}` })),
        ...avslagna.map((s) => ({ ...bara(s), slag: 'avslag', text: `Avslag ${periodtext(s)}` })),
      ],
    },
  ]
  const marken = MARKEN.flatMap(([nr, text, lagrum]): Tidsmarke[] => {
    const dag = datumForKedjedag(u.sjukdagar, tidigast(u.idag, sista), nr)
    return dag ? [{ nr, dag, text, lagrum: flera(lagrum), passerad: dag <= u.idag }] : []
  })
  const sist = [sista, u.idag, ...marken.filter((m) => m.dag <= plusDagar(sista, 60)).map((m) => m.dag)].sort().at(-1)!
  return { from, tom: plusDagar(sist, 7), idag: u.idag, band, marken }
}

const bara = ({ from, tom }: Period): Period => ({ from, tom })

/** Both day counters, kept apart and by name, each with its explanation. */
export function raknare(u: Underlag): Raknare[] {
  const kedja = kedjedagar(u.sjukdagar, u.idag)
  const intyg = intygsdagar(u.intygat, u.idag)
  const rader = (ps: readonly Period[]) => ps.map((p) => ({ namn: periodtext(p), varde: `${p.from}–${p.tom}` }))
  return [
    {
      namn: 'kedjedagar',
      varde: kedja.dagar,
      forklaring: {
        namn: 'kedjedagar',
        rubrik: 'Dagar i rehabiliteringskedjan',
        lagrum: flera('27:26', '27:51'),
        utfall: 'beraknat',
        resultat: `dag ${kedja.dagar}`,
        text: 'Dagar i sjukperioder läggs samman när färre än 90 dagar har gått mellan dem. Fria dagar räknas inte. Sjuklönedagar räknas med.',
        fakta: rader(kedja.perioder),
      },
    },
    {
      namn: 'intygsdagar',
      varde: intyg.dagar,
      forklaring: {
        namn: 'intygsdagar',
        rubrik: 'Intygade dagar',
        lagrum: [],
        utfall: 'beraknat',
        resultat: `${intyg.dagar} dagar`,
        text: 'Dagar med läkarintyg, med högst fem fria dagar emellan. Räkningen används i vården och är ingen regel i lagen.',
        fakta: rader(intyg.perioder),
      },
    },
  ]
}

import { installning } from '../parameter.ts'

const RIR = 'Riksrevisionen, RiR 2021:19'
/** The day the ordinance was changed (footnote 53). */
const ANDRINGSDAG = '2018-07-01'

export type AprStodtyp = 'arbetsplatsnara' | 'arbetsplatsinriktat'

/** Which support a measure of the day belongs to (C029). The amounts of the earlier one are not in the sources. */
export const aprStodtyp = installning<AprStodtyp>({
  namn: 'aprStodtyp',
  rubrik: 'Stöd som gäller för insatser den dagen',
  enhet: 'tal',
  lagrum: [],
  varden: [
    { from: '2014-01-01', tom: '2018-06-30', varde: 'arbetsplatsnara', kalla: `${RIR}, avsnitt 2.1: infördes 2014, dagen anges inte` },
    {
      from: ANDRINGSDAG,
      varde: 'arbetsplatsinriktat',
      kalla: `${RIR}, avsnitt 2.1, fotnot 53: ändringarna trädde i kraft den 1 juli 2018`,
    },
  ],
})

/**
 * Which support the published figures put a payment under. The report's tables count payments to and including July 2018
 * as the earlier support, one month after the ordinance changed.
 */
export const aprStatistiktyp = installning<AprStodtyp>({
  namn: 'aprStatistiktyp',
  rubrik: 'Stöd som utbetalningar den dagen räknas till i statistiken',
  enhet: 'tal',
  lagrum: [],
  varden: [
    { from: '2014-01-01', tom: '2018-07-31', varde: 'arbetsplatsnara', kalla: `${RIR}, bilaga 1, tabell 1, kommentar 8: 2014–juli 2018` },
    { from: '2018-08-01', varde: 'arbetsplatsinriktat', kalla: `${RIR}, bilaga 1, tabell 1, kommentar 8: från och med augusti 2018` },
  ],
})

const frist = (namn: string, rubrik: string, varde: number, lagrum: readonly string[]) =>
  installning<number>({
    namn,
    rubrik,
    enhet: 'dagar',
    lagrum,
    varden: [{ from: ANDRINGSDAG, varde, kalla: 'tiden finns inte i källorna; riksinställning', utanforKallorna: true }],
  })

export const aprKompletteringsfrist = frist('aprKompletteringsfrist', 'Tid för arbetsgivare och anordnare att komplettera', 14, ['FL 23'])
export const aprKontrollfrist = frist('aprKontrollfrist', 'Tid för arbetsgivaren att lämna underlag till efterkontroll', 28, [
  'förordning (2014:67) 15',
])
export const aprAterkravsfrist = frist('aprAterkravsfrist', 'Tid för arbetsgivaren att betala tillbaka', 30, [])

/** On what ground too much is asked back. Not in the sources: the decision says so openly until the rule is known. */
export const aprAterkravsgrund = installning<string>({
  namn: 'aprAterkravsgrund',
  rubrik: 'Grund för att kräva tillbaka arbetsplatsinriktat rehabiliteringsstöd',
  enhet: 'tal',
  lagrum: [],
  varden: [
    {
      from: ANDRINGSDAG,
      varde: 'ejKand',
      kalla: 'finns inte i källorna; riksinställning tills det är utrett vad förordningen (2014:67) säger om återkrav',
      utanforKallorna: true,
    },
  ],
})

export type AprOverklagande = 'forvaltningsdomstol' | 'overklagasInte'

/**
 * How a decision on the support is appealed. Not in the sources: the ordinance may have a rule of its own (4 § FL). Without
 * one, 40, 41 and 44 §§ FL apply. 113 kap. SFB never does: the support is no benefit under the code.
 */
export const aprOverklagande = installning<AprOverklagande>({
  namn: 'aprOverklagande',
  rubrik: 'Så överklagas beslut om arbetsplatsinriktat rehabiliteringsstöd',
  enhet: 'tal',
  lagrum: ['FL 40', 'FL 41', 'FL 44'],
  varden: [
    {
      from: ANDRINGSDAG,
      varde: 'forvaltningsdomstol',
      kalla:
        'finns inte i källorna; riksinställning efter 40, 41 och 44 §§ förvaltningslagen, tills det är utrett om förordningen (2014:67) säger något annat',
      utanforKallorna: true,
    },
  ],
})

/** Settings of the support that are days, and those that are words. */
export const aprFristinstallningar = [aprKompletteringsfrist, aprKontrollfrist, aprAterkravsfrist] as const
export const aprOrdinstallningar = [aprStodtyp, aprStatistiktyp, aprOverklagande, aprAterkravsgrund] as const

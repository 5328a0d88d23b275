/** What an after-control can find at an employer. `belopp`: whether it means that too much was paid. */
interface Kontrollfyndtyp {
  readonly text: string
  readonly belopp: boolean
  readonly lagrum: readonly string[]
  readonly kalla: string
}

const RIR = 'Riksrevisionen, RiR 2021:19'
const KOSTNAD =
  'RiR 2021:19, avsnitt 4.5: kontrollen gäller att arbetsgivaren har sökt pengar för de kostnader som insatsen faktiskt har inneburit'

/** Codes of findings. Whether the measure suited the person or had any effect is not looked at (C019–C020). */
export const KONTROLLFYND = {
  ingetFel: { text: 'Inget fel', belopp: false, lagrum: [], kalla: KOSTNAD },
  kostnadEjVisad: { text: 'Kostnaden är inte visad', belopp: true, lagrum: ['förordning (2014:67) 15'], kalla: KOSTNAD },
  kostnadForHog: { text: 'Kostnaden var lägre än den som angavs', belopp: true, lagrum: ['förordning (2014:67) 15'], kalla: KOSTNAD },
  underlagEjLamnat: {
    text: 'Underlaget har inte lämnats trots påminnelse',
    belopp: true,
    lagrum: ['förordning (2014:67) 15'],
    kalla: `${RIR}, avsnitt 4.5, fotnot 151`,
  },
  anordnareEjGodkand: {
    text: 'Anordnaren var inte godkänd när insatsen gjordes',
    belopp: true,
    lagrum: ['förordning (2014:67) 8'],
    kalla: `${RIR}, avsnitt 2.1`,
  },
  behandling: {
    text: 'Insatsen var medicinsk eller annan behandling',
    belopp: true,
    lagrum: ['förordning (2014:67) 1'],
    kalla: `${RIR}, avsnitt 2.1, fotnot 48`,
  },
  felAr: {
    text: 'Insatsen gjordes ett annat kalenderår',
    belopp: true,
    lagrum: ['förordning (2014:67) 7'],
    kalla: `${RIR}, avsnitt 2.1; vår läsning`,
  },
  dubbelt: { text: 'Samma kostnad har sökts två gånger', belopp: true, lagrum: ['förordning (2014:67) 7'], kalla: KOSTNAD },
  ejArbetstagare: {
    text: 'Personen var inte arbetstagare hos arbetsgivaren',
    belopp: true,
    lagrum: ['förordning (2014:67) 1'],
    kalla: `${RIR}, avsnitt 2.1: insatser för en arbetstagare`,
  },
  felInsatstyp: {
    text: 'En annan insatstyp än den som angavs',
    belopp: false,
    lagrum: ['förordning (2014:67) 1'],
    kalla: `${RIR}, avsnitt 4.1: alla typer kryssas i fast inte alla har ägt rum`,
  },
} as const satisfies Record<string, Kontrollfyndtyp>

export type Kontrollfyndkod = keyof typeof KONTROLLFYND

/** What was found at one employer: every code, and how much too much was paid in the half-year. Whole kronor. */
export interface Kontrollfynd {
  readonly id: string
  readonly koder: readonly Kontrollfyndkod[]
  readonly felbelopp: number
}

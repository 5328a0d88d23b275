import type { Behandlingsgrupp } from './effekter.ts'
import { plats, summor } from './fordelning.ts'
import { diagnosnummer } from './langd.ts'

export const VARDGIVARTYPER = [
  'specialistvard',
  'smartrehabilitering',
  'behandlingshem',
  'primarvard',
  'fysioterapeut',
  'psykiatri',
] as const
type Vardgivartyp = (typeof VARDGIVARTYPER)[number]

interface Behandling {
  readonly kod: string
  readonly grupp: Behandlingsgrupp
  readonly vikt: number
  /** weak evidence is refused oftener */
  readonly svag: boolean
  readonly diagnoser: readonly string[]
  readonly vardgivare: readonly Vardgivartyp[]
}

/** Treatments in preventive benefit; the kinds are those the report and the agency's follow-up name (004 §3.1, fn 87–88), the weights ours. */
export const BEHANDLINGAR: readonly Behandling[] = [
  {
    kod: 'kbt',
    grupp: 'kbt_ipt',
    vikt: 14,
    svag: false,
    diagnoser: ['F438A', 'F411', 'F321', 'F410'],
    vardgivare: ['primarvard', 'psykiatri'],
  },
  { kod: 'ipt', grupp: 'kbt_ipt', vikt: 3, svag: false, diagnoser: ['F321', 'F331'], vardgivare: ['primarvard', 'psykiatri'] },
  {
    kod: 'mmr',
    grupp: 'mmr',
    vikt: 14,
    svag: false,
    diagnoser: ['M797', 'M545', 'M542', 'F438A'],
    vardgivare: ['smartrehabilitering', 'specialistvard'],
  },
  {
    kod: 'fysioterapi',
    grupp: 'fysioterapi',
    vikt: 22,
    svag: false,
    diagnoser: ['M545', 'M751', 'M542', 'M544', 'M171'],
    vardgivare: ['fysioterapeut', 'primarvard'],
  },
  {
    kod: 'missbruksbehandling',
    grupp: 'missbruksbehandling',
    vikt: 15,
    svag: false,
    diagnoser: ['F102'],
    vardgivare: ['behandlingshem', 'psykiatri'],
  },
  {
    kod: 'arbetsterapi',
    grupp: 'ovrigt',
    vikt: 6,
    svag: false,
    diagnoser: ['G359', 'I639', 'M797'],
    vardgivare: ['specialistvard', 'primarvard'],
  },
  { kod: 'lakarvard', grupp: 'ovrigt', vikt: 8, svag: false, diagnoser: ['G359', 'C509', 'K509', 'G439'], vardgivare: ['specialistvard'] },
  {
    kod: 'annat',
    grupp: 'ovrigt',
    vikt: 18,
    svag: true,
    diagnoser: ['F438A', 'M797', 'M545', 'C509', 'F411'],
    vardgivare: ['primarvard', 'specialistvard', 'behandlingshem'],
  },
]

export const ANDEL_SVAG = BEHANDLINGAR.reduce((s, b) => s + (b.svag ? b.vikt : 0), 0) / BEHANDLINGAR.reduce((s, b) => s + b.vikt, 0)
/** Log odds of refusal that weak evidence adds. */
export const SVAG_LOGIT = 1.2

const vikter = summor(BEHANDLINGAR.map((b) => b.vikt))
export const dragenBehandling = (u: number): number => plats(vikter, u)

const diagnoser = BEHANDLINGAR.map((b) => b.diagnoser.map(diagnosnummer))
const ur = <T>(lista: readonly T[], u: number): T => lista[Math.floor(u * lista.length)]!
export const behandlingensDiagnos = (behandling: number, u: number): number => ur(diagnoser[behandling]!, u)
export const behandlingensVardgivare = (behandling: number, u: number): number =>
  VARDGIVARTYPER.indexOf(ur(BEHANDLINGAR[behandling]!.vardgivare, u))

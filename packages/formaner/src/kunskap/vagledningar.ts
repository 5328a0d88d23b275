import { datum, type Datum } from '@atergang/kalender'

/** A version of a guidance document: what it is called and when it held. Its text is Försäkringskassan's own and is not kept here (H021). */
export interface Vagledning {
  readonly id: string
  /** ”2015:1”; null where the source gives no number */
  readonly beteckning: string | null
  readonly titel: string
  /** ”12”; null where the source gives none */
  readonly version: string | null
  /** null: the day is not in the sources */
  readonly beslutad: Datum | null
  readonly from: Datum | null
  readonly tom: Datum | null
  /** where it is named, so that somebody else finds it */
  readonly kalla: string
  /** what the sources leave open, or say differently */
  readonly anmarkning: string | null
  readonly lagrum: readonly string[]
}

const RIR = 'RiR 2021:19'
const FOREBYGGANDE = ['27:6', '27:7']
const STODET = ['förordning (2014:67) 1', 'förordning (2014:67) 7', 'förordning (2014:67) 8', 'förordning (2014:67) 15']
const UTAN_DAG = { beslutad: null, from: null, tom: null } as const

/** The documents that the reports name. The reports give no day for any of the numbered ones. */
export const vagledningarFranBorjan: readonly Vagledning[] = [
  {
    id: 'v2015-1-12',
    beteckning: '2015:1',
    titel: 'Sjukpenning, rehabilitering och rehabiliteringsersättning',
    version: '12',
    ...UTAN_DAG,
    lagrum: [...FOREBYGGANDE, '30:8'],
    kalla: `${RIR}, fotnot 36, 37, 39, 46, 125 och 179`,
    anmarkning:
      'Kallas nuvarande version i granskningen (2021). Vilken dag den började gälla, och om den har ersatts sedan, står inte i källorna.',
  },
  {
    id: 'v2015-1-8',
    beteckning: '2015:1',
    titel: 'Sjukpenning och rehabiliteringsersättning',
    version: '8',
    ...UTAN_DAG,
    lagrum: ['27:6'],
    kalla: `${RIR}, fotnot 44`,
    anmarkning: 'Källan skriver en kortare titel än för version 12. Dagarna står inte i källorna.',
  },
  {
    id: 'v2018-2-1',
    beteckning: '2018:2',
    titel:
      'Arbetsplatsinriktat rehabiliteringsstöd och medicinsk service. Bidrag till anordnare av arbetsplatsinriktat rehabiliteringsstöd',
    version: '1',
    ...UTAN_DAG,
    lagrum: STODET,
    kalla: `${RIR}, fotnot 49, 51, 53, 129 och 154`,
    anmarkning:
      'Ändringarna i förordningen trädde i kraft den 1 juli 2018 (fotnot 53). Vilken dag vägledningen började gälla står inte i källorna.',
  },
  {
    id: 'v-2004',
    beteckning: null,
    titel: 'Tidigare version av vägledningen om sjukpenning och rehabilitering',
    version: null,
    ...UTAN_DAG,
    lagrum: ['30:8'],
    kalla: `${RIR}, fotnot 179`,
    anmarkning: 'Publicerades 2004. Nummer, titel och dag står inte i källorna.',
  },
  {
    id: 'v-2006-4',
    beteckning: null,
    titel: 'Vägledning där samordningsuppdraget löper över hela ohälsoprocessen',
    version: '4',
    beslutad: datum('2006-03-10'),
    from: null,
    tom: null,
    lagrum: ['30:8'],
    kalla: `${RIR}, fotnot 176 (Socialförsäkringsrapport 2020:2 s. 30)`,
    anmarkning:
      'Skrivningen finns från och med den här versionen. Vägledningens nummer och titel står inte i källorna; rubriken här är vår.',
  },
  {
    id: 'v-2009-13',
    beteckning: null,
    titel: 'Vägledning utan skrivningen om hela ohälsoprocessen',
    version: '13',
    beslutad: datum('2009-12-21'),
    from: null,
    tom: null,
    lagrum: ['30:8'],
    kalla: `${RIR}, fotnot 176 (Socialförsäkringsrapport 2020:2 s. 30)`,
    anmarkning:
      'Skrivningen försvann 2009, enligt avsnitt 6.1. Versionerna 5–12 namnges inte. Vägledningens nummer och titel står inte i källorna; rubriken här är vår.',
  },
]

/** ”Vägledning 2015:1, version 12” */
export const vagledningsnamn = (v: Pick<Vagledning, 'beteckning' | 'version'>): string =>
  [v.beteckning ? `Vägledning ${v.beteckning}` : 'Vägledning utan nummer i källorna', v.version ? `version ${v.version}` : '']
    .filter(Boolean)
    .join(', ')

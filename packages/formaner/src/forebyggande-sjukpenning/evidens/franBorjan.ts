import { datum, type Datum } from '@atergang/kalender'
import { SFB_I_KRAFT } from '@atergang/regelverk'
import { BEHANDLINGAR, kalla, type Kallstalle } from '../koder/behandlingar.ts'
import type { Evidenspost } from './register.ts'

const FRAN = datum(SFB_I_KRAFT)
const HUSET = 'Återgång, ur rapporterna'

type Start = Omit<Evidenspost, 'registrerad'>
type Kort = Pick<Evidenspost, 'behandling' | 'diagnos' | 'utforande' | 'stallning' | 'installning' | 'villkor'> & {
  readonly kalla: Kallstalle
}

const post = (id: string, { kalla: k, ...p }: Kort): Start => ({
  id,
  ...p,
  kalla: { slag: 'rapport', text: k.text },
  av: HUSET,
  from: FRAN,
})

const OFTAST_INTE = kalla('RiR 2021:19 avsnitt 4.4: handläggarna är överens om att den oftast inte kan godkännas', 'B019')

/** Named by preparatory works, case law or the audit as treatment the benefit is given for. */
const GODKANDA: readonly (readonly [kod: string, kalla: Kallstalle, villkor?: string])[] = [
  ['lakarvard', kalla('prop. 1991/92:40 s. 31 och FÖD 1993:11, enligt RiR 2021:19 avsnitt 2.1; vanligt förekommande', 'B009', 'B030')],
  ['fysioterapi', kalla('prop. 1991/92:40 s. 31 och FÖD 1993:11, enligt RiR 2021:19 avsnitt 2.1; vanligt förekommande', 'B009', 'B030')],
  ['arbetsterapi', kalla('prop. 1991/92:40 s. 31 och FÖD 1993:11, enligt RiR 2021:19 avsnitt 2.1; vanligt förekommande', 'B009', 'B030')],
  ['synrehabilitering', kalla('prop. 1991/92:40 s. 31 och FÖD 1993:11, enligt RiR 2021:19 avsnitt 2.1', 'B009')],
  ['horselrehabilitering', kalla('prop. 1991/92:40 s. 31 och FÖD 1993:11, enligt RiR 2021:19 avsnitt 2.1', 'B009')],
  ['hjalpmedelsutprovning', kalla('prop. 1991/92:40 s. 31 och FÖD 1993:11, enligt RiR 2021:19 avsnitt 2.1', 'B009')],
  [
    'missbruksbehandling',
    kalla(
      'prop. 1991/92:40 s. 31 och FÖD 1993:11, enligt RiR 2021:19 avsnitt 2.1; återkommer ofta och behöver sällan stämmas av',
      'B009',
      'B043',
    ),
  ],
  ['psykologbehandling', kalla('RiR 2021:19 avsnitt 3.1: vanligt förekommande', 'B030')],
  ['kbt', kalla('RiR 2021:19 avsnitt 3.2: evidensbaserad insats'), 'lätt eller medelsvår psykisk ohälsa'],
  ['ipt', kalla('RiR 2021:19 avsnitt 3.2: evidensbaserad insats'), 'lätt eller medelsvår psykisk ohälsa'],
  ['mmr', kalla('RiR 2021:19 avsnitt 3.2: evidensbaserad insats'), 'långvarig smärta'],
]

/** Granted now and then, or only seen: the sources do not say how they are usually judged (RiR 2021:19 note 88, B031). */
const OPROVADE = [
  'diabetesskola',
  'insulinpump',
  'bassangtraning',
  'artrosskola',
  'atstorningsdagvard',
  'livsstilsskola',
  'viktskola',
  'massage',
  'kolskola',
  'cancerrehabilitering',
  'rokavvanjning',
  'mindfulness',
  'yoga',
] as const

const START: readonly Start[] = [
  ...GODKANDA.map(([behandling, k, villkor]) =>
    post(`start-${behandling}`, { behandling, stallning: 'oftaGodkand', kalla: k, ...(villkor ? { villkor } : {}) }),
  ),
  ...['halsoresa', 'promenader', 'hemmatraning'].map((behandling) =>
    post(`start-${behandling}`, { behandling, stallning: 'oftaInte', kalla: OFTAST_INTE }),
  ),
  // Without these the open question of home days would stand above what is agreed.
  ...['promenader', 'hemmatraning'].map((behandling) =>
    post(`start-${behandling}-hemma`, { behandling, utforande: 'hemma', stallning: 'oftaInte', kalla: OFTAST_INTE }),
  ),
  post('start-stresskurs', {
    behandling: 'stresskurs',
    stallning: 'fragaFmr',
    kalla: kalla('RiR 2021:19 avsnitt 4.3: evidens för vissa diagnoser och inte för andra, alla ärenden stäms av', 'B021'),
  }),
  ...OPROVADE.map((behandling) =>
    post(`start-${behandling}`, {
      behandling,
      stallning: 'inteAvgjord',
      installning: 'fragaFmrOmOprovadBehandling',
      kalla: BEHANDLINGAR.find((b) => b.kod === behandling)!.kallor[0]!,
    }),
  ),
  post('start-kbt-internet', {
    behandling: 'kbt',
    utforande: 'internet',
    stallning: 'inteAvgjord',
    installning: 'fragaFmrOmInternetbehandling',
    kalla: kalla(
      'RiR 2021:19 avsnitt 4.4: I-KBT avslås i ett län i väntan på vägledning, ett annat skulle fråga rådgivaren',
      'B022',
      'X30',
    ),
  }),
  post('start-missbruksbehandling-hemma', {
    behandling: 'missbruksbehandling',
    utforande: 'hemma',
    stallning: 'inteAvgjord',
    installning: 'hemmadagarErsatts',
    kalla: kalla('RiR 2021:19 avsnitt 4.4: två dagar på plats och tre hemma under pandemin', 'B023', 'X30'),
  }),
  post('start-internet', {
    utforande: 'internet',
    stallning: 'inteAvgjord',
    installning: 'fragaFmrOmInternetbehandling',
    kalla: kalla('RiR 2021:19 avsnitt 4.4: länen gör olika med behandling via internet, till exempel I-KBT', 'B022', 'X30'),
  }),
  post('start-hemma', {
    utforande: 'hemma',
    stallning: 'inteAvgjord',
    installning: 'hemmadagarErsatts',
    kalla: kalla('RiR 2021:19 avsnitt 4.4: otydligt vad som gäller när behandlingen görs hemifrån', 'B023', 'X30'),
  }),
]

/**
 * The register from the start, each entry with its source, put in on the day the register is set up. What the sources leave open says so and names
 * the national setting (B014, X29, X30).
 */
export const evidensFranBorjan = (registrerad: Datum): Evidenspost[] => START.map((p) => ({ ...p, registrerad }))

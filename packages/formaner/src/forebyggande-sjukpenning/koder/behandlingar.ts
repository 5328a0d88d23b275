/** A place in the reports, for people to read, and beside it the requirements it answers: those are the house's and shown to nobody. */
export interface Kallstalle {
  readonly text: string
  readonly krav: readonly string[]
}
export const kalla = (text: string, ...krav: readonly string[]): Kallstalle => ({ text, krav })

/** A kind of treatment, and where the reports name it. */
export interface Behandling {
  readonly kod: string
  readonly namn: string
  readonly kallor: readonly Kallstalle[]
}

const FORARBETEN = kalla('RiR 2021:19 avsnitt 2.1, not 41–42: förarbeten och FÖD 1993:11', 'B009')
const VANLIGA = kalla('RiR 2021:19 avsnitt 3.1: vanligt förekommande', 'B030')
const OVANLIGA = kalla('RiR 2021:19 avsnitt 3.1, not 88: förekommer i ett fåtal ärenden', 'B031')
const SEDDA = kalla('RiR 2021:19 avsnitt 3.1, not 88: Försäkringskassan har sett behandlingen', 'B031')
const EVIDENS = kalla('RiR 2021:19 avsnitt 3.2: evidensbaserade insatser där förebyggande sjukpenning kan bli aktuell')
const OFTAST_INTE = kalla('RiR 2021:19 avsnitt 4.4: kan oftast inte godkännas', 'B019')

/**
 * The treatment codes from the start (B009, B019, B021–B022, B030–B031). The list is open: the monthly review of ”annat” adds to it.
 * A code once used is never taken away or given another meaning.
 */
export const BEHANDLINGAR: readonly Behandling[] = [
  { kod: 'lakarvard', namn: 'Läkarvård', kallor: [FORARBETEN, VANLIGA] },
  { kod: 'fysioterapi', namn: 'Fysioterapi (sjukgymnastik)', kallor: [FORARBETEN, VANLIGA] },
  { kod: 'arbetsterapi', namn: 'Arbetsterapi', kallor: [FORARBETEN, VANLIGA] },
  { kod: 'psykologbehandling', namn: 'Psykologbehandling', kallor: [VANLIGA] },
  { kod: 'missbruksbehandling', namn: 'Missbruksbehandling', kallor: [FORARBETEN, VANLIGA] },
  { kod: 'synrehabilitering', namn: 'Synrehabilitering', kallor: [FORARBETEN, OVANLIGA] },
  { kod: 'horselrehabilitering', namn: 'Hörselrehabilitering', kallor: [FORARBETEN, OVANLIGA] },
  { kod: 'hjalpmedelsutprovning', namn: 'Utprovning av hjälpmedel', kallor: [FORARBETEN] },
  { kod: 'kbt', namn: 'Kognitiv beteendeterapi (KBT)', kallor: [EVIDENS, kalla('RiR 2021:19 avsnitt 4.4: via internet, I-KBT', 'B022')] },
  { kod: 'ipt', namn: 'Interpersonell psykoterapi (IPT)', kallor: [EVIDENS] },
  { kod: 'mmr', namn: 'Multimodal rehabilitering (MMR)', kallor: [EVIDENS] },
  {
    kod: 'stresskurs',
    namn: 'Stresskurs',
    kallor: [kalla('RiR 2021:19 avsnitt 4.3: en särskild stresskurs stäms alltid av med rådgivaren', 'B021')],
  },
  { kod: 'diabetesskola', namn: 'Diabetesskola', kallor: [OVANLIGA] },
  { kod: 'insulinpump', namn: 'Utbildning i insulinpump', kallor: [OVANLIGA] },
  { kod: 'bassangtraning', namn: 'Bassängträning', kallor: [OVANLIGA] },
  { kod: 'artrosskola', namn: 'Artrosskola', kallor: [OVANLIGA] },
  { kod: 'atstorningsdagvard', namn: 'Dagvård för ätstörningar', kallor: [OVANLIGA] },
  { kod: 'livsstilsskola', namn: 'Livsstilsskola', kallor: [OVANLIGA] },
  { kod: 'viktskola', namn: 'Viktskola', kallor: [OVANLIGA] },
  { kod: 'massage', namn: 'Massage', kallor: [OVANLIGA] },
  { kod: 'kolskola', namn: 'KOL-skola', kallor: [OVANLIGA] },
  { kod: 'cancerrehabilitering', namn: 'Cancerrehabilitering', kallor: [OVANLIGA] },
  { kod: 'rokavvanjning', namn: 'Sluta röka-kurs', kallor: [SEDDA] },
  { kod: 'mindfulness', namn: 'Mindfulness', kallor: [SEDDA] },
  { kod: 'yoga', namn: 'Yoga', kallor: [SEDDA] },
  { kod: 'halsoresa', namn: 'Hälsoresa', kallor: [OFTAST_INTE] },
  { kod: 'promenader', namn: 'Promenader', kallor: [OFTAST_INTE] },
  { kod: 'hemmatraning', namn: 'Hemmaträning', kallor: [OFTAST_INTE] },
  { kod: 'annat', namn: 'Annat', kallor: [kalla('RiR 2021:19 avsnitt 4.5: majoriteten kodades som ”annat”', 'B030')] },
]

export const ANNAT = 'annat'

export const behandlingen = (kod: string, lista: readonly Behandling[] = BEHANDLINGAR): Behandling | undefined =>
  lista.find((b) => b.kod === kod)

/** The name for a person to read; for ”annat” what it is. */
export const behandlingsnamn = (kod: string, annatText?: string): string =>
  kod === ANNAT && annatText ? annatText : (behandlingen(kod)?.namn ?? kod)

/** What is wrong with a chosen treatment, or null. ”Annat” never stands without its text; a treatment abroad is always described (B030, B032). */
export function behandlingsfel(
  val: {
    readonly kod: string
    readonly annatText?: string | undefined
    readonly utforande: string
    readonly beskrivning?: string | undefined
  },
  lista: readonly Behandling[] = BEHANDLINGAR,
): { falt: 'kod' | 'annatText' | 'beskrivning'; text: string } | null {
  if (!behandlingen(val.kod, lista)) return { falt: 'kod', text: 'Välj en behandling i listan, eller Annat och beskriv den.' }
  if (val.kod === ANNAT && (val.annatText ?? '').trim().length < 3) return { falt: 'annatText', text: 'Beskriv vilken behandling det är.' }
  if (val.utforande === 'utomlands' && (val.beskrivning ?? '').trim().length < 3)
    return { falt: 'beskrivning', text: 'Beskriv vilken behandling som ges utomlands.' }
  return null
}

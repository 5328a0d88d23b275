import type { Datum } from '@atergang/kalender'
import { aprOverklagande, flera, vardetDen, type Lagrum } from '@atergang/regelverk'

/**
 * Texts with their paragraphs (C041): for letters to employers and providers, and for an officer to lean on in a call. `{ord}` stands for
 * a value that `fyllText` puts in. Bump the version when the wording changes.
 */
interface Textblock {
  readonly till: 'arbetsgivare' | 'anordnare'
  readonly version: string
  readonly rubrik: string
  readonly text: string
  readonly lagrum: readonly string[]
  readonly kalla: string
}

const RIR = 'Riksrevisionen, RiR 2021:19'
const FL = 'förvaltningslagen'
const EJ_I_KALLORNA = 'finns inte i källorna'

const ag = (rubrik: string, text: string, lagrum: readonly string[], kalla: string, version = '1'): Textblock => ({
  till: 'arbetsgivare',
  version,
  rubrik,
  text,
  lagrum,
  kalla,
})
const an = (rubrik: string, text: string, lagrum: readonly string[], kalla: string, version = '1'): Textblock => ({
  till: 'anordnare',
  version,
  rubrik,
  text,
  lagrum,
  kalla,
})

export const APRTEXTER = {
  // what the support is
  stodet: ag(
    'Vad stödet är',
    'Stödet är ett bidrag till er när ni anlitar en godkänd anordnare för en anställd. Insatsen ska förebygga sjukfrånvaro eller göra det lättare att komma tillbaka i arbete.',
    ['förordning (2014:67) 1'],
    `Försäkringskassan FK2022/002564, avsnitt 2.1.2; ${RIR}, avsnitt 2.1`,
  ),
  hurMycket: ag(
    'Hur mycket ni kan få',
    'Ni får hälften av det ni har betalat till anordnaren, nedåt till hela kronor. Ni kan få högst {anstalldtak} kronor för en anställd och högst {arbetsgivartak} kronor sammanlagt för ett kalenderår.',
    ['förordning (2014:67) 7'],
    `${RIR}, avsnitt 2.1, fotnot 50; hälften: FK2022/002564, avsnitt 2.1.2`,
  ),
  godkandAnordnare: ag(
    'Anordnaren ska vara godkänd',
    'Anordnaren ska ha varit godkänd av Försäkringskassan den dag då insatsen gjordes. Vi har en lista över godkända anordnare.',
    ['förordning (2014:67) 8'],
    `${RIR}, avsnitt 2.1, fotnot 49`,
  ),
  ejBehandling: ag(
    'Behandling ingår inte',
    'Insatsen ska vara inriktad på arbetsplatsen. Medicinsk eller annan behandling ingår inte i stödet.',
    ['förordning (2014:67) 1'],
    `${RIR}, avsnitt 2.1, fotnot 48`,
  ),
  sistaDag: ag(
    'Sista dag att ansöka',
    'Ansökan för {kostnadsar} ska ha kommit in till oss senast den {sistaDag}.',
    ['lag (1930:173) 2'],
    `${RIR}, avsnitt 4.3, fotnot 135`,
  ),
  januari: ag(
    'Påminnelse',
    'Har ni betalat för insatser under {kostnadsar} som ni inte har sökt för? Ansökan ska ha kommit in senast den {sistaDag}. Ni har {kvar} kronor kvar att söka.',
    ['lag (1930:173) 2'],
    `${RIR}, avsnitt 4.3, fotnot 135; påminnelsen är vår`,
  ),
  // decisions
  beviljas: ag(
    'Beslut',
    'Vi beviljar er ansökan. Ni får {belopp} kronor för {kostnadsar}.',
    ['förordning (2014:67) 7'],
    `${RIR}, avsnitt 2.1`,
  ),
  delvis: ag(
    'Beslut',
    'Vi beviljar en del av er ansökan. Ni får {belopp} kronor för {kostnadsar}. Nedan ser ni vad ni får för varje anställd och varför.',
    ['förordning (2014:67) 7'],
    `${RIR}, avsnitt 2.1`,
  ),
  avslagForSent: ag(
    'Beslut',
    'Vi avslår er ansökan för {kostnadsar}. Den kom in den {inkom}. Sista dagen var den {sistaDag}.',
    ['lag (1930:173) 2', 'FL 22'],
    `${RIR}, avsnitt 4.3, fotnot 135`,
  ),
  avslagFelAr: ag(
    'Varför ni inte får stöd för insatsen',
    'Insatsen gjordes den {insatsdag}. Ansökan gäller kostnader för {kostnadsar}.',
    ['förordning (2014:67) 7'],
    `${RIR}, avsnitt 2.1; vår läsning`,
  ),
  avslagAnordnare: ag(
    'Varför ni inte får stöd för insatsen',
    'Anordnaren var inte godkänd den {insatsdag}, när insatsen gjordes.',
    ['förordning (2014:67) 8'],
    `${RIR}, avsnitt 2.1, fotnot 49`,
  ),
  anstalldtakSlut: ag(
    'Taket för den anställda',
    'Ni kan få högst {anstalldtak} kronor för en anställd och kalenderår. Av det var {kvar} kronor kvar.',
    ['förordning (2014:67) 7'],
    `${RIR}, avsnitt 2.1, fotnot 50`,
  ),
  arbetsgivartakSlut: ag(
    'Taket för er',
    'Ni kan få högst {arbetsgivartak} kronor för ett kalenderår. Av det var {kvar} kronor kvar.',
    ['förordning (2014:67) 7'],
    `${RIR}, avsnitt 2.1, fotnot 50`,
  ),
  // the way of a case
  kommunicering: ag(
    'Innan vi beslutar',
    'Här är uppgifterna som vi tänker lägga till grund för beslutet. Ni kan yttra er till och med den {senast}. Därefter beslutar vi.',
    ['FL 25'],
    FL,
  ),
  overklagande: ag(
    'Om ni tycker att beslutet är fel',
    'Ni kan överklaga till förvaltningsrätten. Skriv till domstolen men lämna överklagandet till oss. Berätta vilket beslut ni överklagar och hur det ska ändras. Överklagandet ska ha kommit in inom tre veckor från den dag då ni fick del av beslutet.',
    ['FL 40', 'FL 41', 'FL 43', 'FL 44'],
    `${EJ_I_KALLORNA} om förordningen säger något annat; riksinställningen aprOverklagande styr texten`,
  ),
  overklagasInte: ag(
    'Om ni tycker att beslutet är fel',
    'Beslutet kan inte överklagas. Hör av er om ni ser ett fel, så prövar vi om det ska ändras.',
    ['FL 36', 'FL 37', 'FL 38'],
    `${EJ_I_KALLORNA}; riksinställningen aprOverklagande styr texten`,
  ),
  rattelse: ag('Vi har rättat beslutet', 'Beslutet innehöll ett skrivfel eller räknefel. Vi har rättat det.', ['FL 36'], FL),
  // after-control
  efterkontroll: ag(
    'Efterkontroll',
    'Ni är utvalda till efterkontroll av det stöd ni fick för {period}. Vi kontrollerar att ni har sökt för de kostnader som insatserna verkligen innebar. Skicka fakturorna, bevis på betalningen och uppgift om vad insatserna bestod i senast den {senast}.',
    ['förordning (2014:67) 15'],
    `${RIR}, avsnitt 4.5, fotnot 151 och 154`,
  ),
  efterkontrollUrval: ag(
    'Varför just ni',
    'Urvalet är slumpmässigt. Det betyder inte att vi misstänker något fel.',
    ['förordning (2014:67) 15'],
    `${RIR}, avsnitt 4.5, fotnot 154`,
  ),
  efterkontrollPaminnelse: ag(
    'Påminnelse om efterkontroll',
    'Vi har inte fått underlaget till efterkontrollen. Skicka det senast den {senast}. Annars kan vi bedöma att kostnaden inte är visad.',
    ['förordning (2014:67) 15', 'FL 23'],
    `${RIR}, avsnitt 4.5, fotnot 151; påminnelsen är vår`,
  ),
  efterkontrollUtanFel: ag(
    'Efterkontrollen är klar',
    'Vi har gått igenom underlaget. Det stämmer med er ansökan.',
    ['förordning (2014:67) 15'],
    `${RIR}, avsnitt 4.5`,
  ),
  andring: ag(
    'Vi ändrar beslutet',
    'Uppgifterna i ansökan stämmer inte med underlaget. Därför ändrar vi beslutet. Ni skulle ha fått {ratt} kronor i stället för {belopp} kronor.',
    ['FL 37'],
    `${FL}; om förordningen har en egen bestämmelse ${EJ_I_KALLORNA}`,
  ),
  // providers
  kompetenskrav: an(
    'Krav för att bli godkänd',
    'Ni ska ha en läkare och en sjuksköterska, anställda eller genom avtal. Ni ska också ha minst tre av fem kompetenser: arbetsorganisation, hälsovetenskap, beteendevetare, fysioterapeut och tekniker.',
    ['förordning (2014:67) 8'],
    `${RIR}, avsnitt 2.1, fotnot 49`,
  ),
  godkand: an(
    'Beslut',
    'Vi godkänner er som anordnare från och med den {fran}. Ni står i listan över godkända anordnare med era kompetenser och län.',
    ['förordning (2014:67) 8'],
    `${RIR}, avsnitt 2.1, fotnot 49`,
  ),
  ejGodkand: an(
    'Beslut',
    'Vi godkänner er inte som anordnare. Det saknas: {saknas}.',
    ['förordning (2014:67) 8'],
    `${RIR}, avsnitt 2.1, fotnot 49`,
  ),
  personalandring: an(
    'Berätta när personalen ändras',
    'Ni ska berätta för oss när någon som en kompetens vilar på slutar eller tillkommer. Vi prövar då om kravet fortfarande är uppfyllt.',
    ['förordning (2014:67) 8'],
    `${RIR}, avsnitt 2.1; skyldigheten att berätta ${EJ_I_KALLORNA}`,
  ),
  godkannandeUpphor: an(
    'Vi överväger att avsluta godkännandet',
    'Enligt uppgifterna saknas från den {fran}: {saknas}. Ni kan yttra er till och med den {senast}. Insatser som gjorts medan ni var godkända påverkas inte.',
    ['förordning (2014:67) 8', 'FL 25'],
    `${RIR}, avsnitt 2.1; ${FL}`,
  ),
} as const satisfies Record<string, Textblock>

export type Aprtext = keyof typeof APRTEXTER

export interface Ifylld {
  readonly namn: Aprtext
  readonly version: string
  readonly rubrik: string
  readonly text: string
  readonly lagrum: readonly Lagrum[]
}

const LUCKA = /\{(\w+)\}/g

/** The words a text asks for. */
export const luckor = (namn: Aprtext): readonly string[] => [...APRTEXTER[namn].text.matchAll(LUCKA)].map((m) => m[1]!)

/** The text with its values put in. @throws {Error} when one is missing: a letter never goes out with a gap. */
export function fyllText(namn: Aprtext, varden: Readonly<Record<string, string>> = {}): Ifylld {
  const t: Textblock = APRTEXTER[namn]
  const text = t.text.replace(LUCKA, (_, ord: string) => {
    const v = varden[ord]
    if (v === undefined) throw new Error(`Texten ”${namn}” behöver ”${ord}”.`)
    return v
  })
  return { namn, version: t.version, rubrik: t.rubrik, text, lagrum: flera(...t.lagrum) }
}

/** How to appeal, by the setting in force on the day of the decision. */
export const overklagandetext = (beslutsdag: Datum): Ifylld =>
  fyllText(vardetDen(aprOverklagande, beslutsdag) === 'overklagasInte' ? 'overklagasInte' : 'overklagande')

import { kort, medManadsnamn, type Datum } from '@atergang/kalender'
import { flera, skrivTal, tal, type Lagrum } from '@atergang/regelverk'
import { ANDELSNAMN } from '../tid/dagstid.ts'
import { VECKODAGSNAMN, type Veckodag } from '../tid/arbetsdag.ts'
import type { Dagsgrupp } from './planeraddag.ts'

/** One thing the person is told, with the paragraphs it rests on. Information, never a promise (B017). */
export interface Upplysning {
  readonly kod: string
  readonly text: string
  readonly lagrum: readonly Lagrum[]
}

const upplysning = (kod: string, text: string, ...lagrum: string[]): Upplysning => ({ kod, text, lagrum: flera(...lagrum) })

export const INLEDNING = {
  fore: 'Det här är information om det du har fyllt i. Det är inget beslut, och svaret kan bli ett annat när planen och ansökan prövas. Du kan alltid ansöka.',
  efterPlanbeslut:
    'Det här är information om de dagar som du har planerat. Det är inget beslut om ersättning, och svaret kan bli ett annat när ansökan om ersättning prövas.',
} as const
/** Before the plan is decided, or in the letter that approves it. */
export type Planskede = keyof typeof INLEDNING

/** What is tried in step 1: the plan and nothing else. */
export const STEG1: readonly Upplysning[] = [
  upplysning('ordination', 'Om behandlingen är ordinerad av läkare.', '27:6'),
  upplysning(
    'syfte',
    'Om behandlingen syftar till att förebygga sjukdom, förkorta sjukdomstiden eller helt eller delvis förebygga eller häva nedsatt arbetsförmåga.',
    '27:6',
  ),
  upplysning(
    'risk',
    'Om det finns en risk för sjukdom som sätter ned arbetsförmågan med minst en fjärdedel. Det krävs inte att du har varit sjukskriven tidigare.',
    '27:2 st 1',
    '27:6',
  ),
  upplysning('flera', 'Om planen omfattar flera besök. Enstaka besök ersätts inte.', '27:6'),
  upplysning('evidens', 'Om behandlingen har stöd för ditt problem, och om upplägget och omfattningen passar förmånen.', '27:6'),
]

/** What is tried only in step 2, when the treatment has been done. */
export const STEG2: readonly Upplysning[] = [
  upplysning('sgi', 'Vilken sjukpenninggrundande inkomst (SGI) som gäller, och om en sådan kan fastställas.', '25:3'),
  upplysning('tid', 'Hur mycket av arbetstiden som behandlingen, nödvändiga förberedelser och resor tog, dag för dag.', '27:7'),
  upplysning('andel', 'Om dagen når en fjärdedel, hälften, tre fjärdedelar eller hela arbetsdagen.', '27:45'),
  upplysning('belopp', 'Vilket belopp dagarna ger.', '28:7', '28:10', '28:13'),
]

export type Sgilage =
  | { readonly lage: 'kand'; readonly kronor: number; readonly niva: 'normal' | 'fortsattning' }
  | { readonly lage: 'ingen' | 'okand' | 'kanInteRaknas' }

export function sgitext(s: Sgilage): Upplysning {
  switch (s.lage) {
    case 'kand':
      return upplysning(
        'sgi',
        `Beloppen är räknade på en sjukpenninggrundande inkomst (SGI) på ${skrivTal(tal(s.kronor))} kronor om året och på ${s.niva === 'normal' ? 'normalnivån, 80 procent' : 'fortsättningsnivån, 75 procent'}. Vilken SGI som gäller avgörs först i steg 2.`,
        '25:3',
        '28:7',
      )
    case 'ingen':
      return upplysning(
        'sgi',
        'Med de uppgifter som finns kan ingen sjukpenninggrundande inkomst (SGI) fastställas. Då blir ersättningen 0 kronor även om planen godkänns. Det avgörs först i steg 2.',
        '25:3',
      )
    case 'kanInteRaknas':
      return upplysning(
        'sgi',
        'Vi kan inte räkna ut något belopp för de dagarna, eftersom de belopp som gäller då inte är kända än. Det avgörs först i steg 2.',
        '25:5',
      )
    default:
      return upplysning(
        'sgi',
        'Din sjukpenninggrundande inkomst (SGI) är inte känd än. Därför visas inga belopp. Om ingen SGI kan fastställas blir ersättningen 0 kronor även om planen godkänns. Det avgörs först i steg 2.',
        '25:3',
      )
  }
}

export const OBSERVERA = {
  enstaka: upplysning(
    'enstaka',
    'Planen har bara ett besök. Enstaka besök ersätts inte. Lägg till fler besök om behandlingen omfattar det.',
    '27:6',
  ),
  borjarFore: (dag: Datum) =>
    upplysning(
      'borjarFore',
      `Behandlingen börjar ${medManadsnamn(dag)}, innan planen har prövats. Om planen inte godkänns ersätts inte heller de dagarna.`,
      '27:6',
    ),
  hemma: (raknas: boolean) =>
    upplysning(
      'hemma',
      `En del av behandlingen görs hemma. Om sådana dagar kan ersättas är inte avgjort. Tills det är det gäller samma sak i hela landet: dagarna räknas ${raknas ? 'med' : 'inte med'}.`,
      '27:7',
    ),
  internet: (fragas: boolean) =>
    upplysning(
      'internet',
      `En del av behandlingen ges via internet. Om sådan behandling kan godkännas är inte avgjort.${fragas ? ' Tills det är det frågar handläggaren alltid en försäkringsmedicinsk rådgivare.' : ''} Bara tid som måste tas av arbetstiden kan räknas.`,
      '27:6',
      '27:7',
    ),
  utomlands: upplysning(
    'utomlands',
    'En del av behandlingen ges utomlands. Beskriv den noga, så att det framgår vilken behandling det är.',
    '27:6',
  ),
  arbetslos: upplysning(
    'arbetslos',
    'Du är arbetslös. Då räknas bara tid då behandlingen hindrar dig att söka arbete, och du behöver vara anmäld som arbetssökande och beredd att ta ett arbete. Hur många dagar i veckan som räknas är inte avgjort.',
    '27:7',
    '28:6 st 3',
  ),
  karenstid: upplysning(
    'karenstid',
    'Har du som egenföretagare valt en karenstid på 14, 30, 60 eller 90 dagar gäller den också här. Annars dras ingen karens.',
    '27:28',
    '27:30',
  ),
  arbetstidOkand: (dagar: readonly Veckodag[]) =>
    upplysning(
      'arbetstidOkand',
      `Tiden är inte ifylld för ${uppraknade(dagar.map((d) => VECKODAGSNAMN[d]))}. Fyll i den för att se om dagen når en fjärdedel.`,
      '27:7',
    ),
  raknas: upplysning(
    'raknas',
    'Dagar med sjukpenning i förebyggande syfte räknas som andra dagar med sjukpenning: bland de 364 dagarna på normalnivån under 450 dagar, och i rehabiliteringskedjan.',
    '27:21',
    '27:22',
    '27:26',
    '27:51',
  ),
  andringar: upplysning(
    'andringar',
    'Om något ändras, till exempel om behandlingen slutar tidigare, behöver du anmäla det inom 14 dagar från det att du fick veta det.',
    '110:46',
    '110:47',
  ),
} as const

const uppraknade = (ord: readonly string[]): string =>
  ord.length > 1 ? `${ord.slice(0, -1).join(', ')} och ${ord.at(-1)}` : (ord[0] ?? '')

const minuter = (n: number): string => (n === 1 ? '1 minut' : `${n} minuter`)

/** ”tisdagar, 8 dagar från 3 mars till 28 april 2026”, or ”tisdag 3 mars 2026” */
export function nartext(veckodag: Veckodag, dagar: readonly Datum[]): string {
  const [forsta, sista] = [dagar[0]!, dagar.at(-1)!]
  if (dagar.length === 1) return `${VECKODAGSNAMN[veckodag]} ${medManadsnamn(forsta)}`
  return `${VECKODAGSNAMN[veckodag]}ar, ${dagar.length} dagar från ${forsta.slice(0, 4) === sista.slice(0, 4) ? kort(forsta) : medManadsnamn(forsta)} till ${medManadsnamn(sista)}`
}

interface Tidsord {
  readonly tiden: string
  readonly dagens: string
  readonly helaDagen: string
}
const ARBETE: Tidsord = { tiden: 'arbetstiden', dagens: 'arbetsdagens', helaDagen: 'hela arbetsdagen' }
const SOKANDE: Tidsord = { tiden: 'tiden för att söka arbete', dagens: 'sökdagens', helaDagen: 'hela sökdagen' }

/** What a group of days alike comes to, in plain words. For the unemployed the time is that for seeking work. */
export function grupptext(g: Omit<Dagsgrupp, 'text'>, arbetslos: boolean, skede: Planskede): string {
  const ord = arbetslos ? SOKANDE : ARBETE
  const nar = nartext(g.veckodag, g.dagar)
  const borjan = `${nar[0]!.toUpperCase()}${nar.slice(1)}:`
  const baraTid = `Bara tid som hindrar ${arbetslos ? 'dig att söka arbete' : 'arbete'} kan ersättas.`
  const taget = `behandlingen, förberedelserna och resan tar ${g.hindradeMinuter} av ${ord.dagens} ${minuter(g.arbetsminuter)}.`
  switch (g.utfall) {
    case 'krock':
      return `${borjan} två behandlingar ligger på samma tid, eller så går en tid över midnatt. Rätta tiderna för att se hur dagen räknas.`
    case 'arbetstidOkand':
      return `${borjan} ${ord.tiden} är inte ifylld. Därför går det inte att se om dagen når en fjärdedel.`
    case 'ingenArbetstid':
      return `${borjan} det finns ingen ${arbetslos ? 'tid för att söka arbete' : 'arbetstid'} de dagarna. ${baraTid}`
    case 'hemma':
      return `${borjan} behandlingen görs hemma. Om det kan ersättas är inte avgjort, och dagen räknas inte med här.`
    case 'utanforArbetstiden':
      return `${borjan} behandlingen ligger utanför ${ord.tiden}. ${baraTid}`
    case 'narInteUpp':
      return `${borjan} ${taget} Det minsta som kan ersättas är en fjärdedel, ${minuter(g.kravs)}. Det saknas ${minuter(g.kravs - g.hindradeMinuter)}.`
    default:
      return `${borjan} ${taget} Det når ${g.andel === 1 ? ord.helaDagen : ANDELSNAMN[g.andel]}.${g.ungefarKronor === null ? '' : ` Om ${skede === 'fore' ? 'planen godkänns och du sedan' : 'du'} ansöker skulle en sådan dag ge ungefär ${skrivTal(tal(g.ungefarKronor))} kronor.`}`
  }
}

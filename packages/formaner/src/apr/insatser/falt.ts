import { flera, type Lagrum } from '@atergang/regelverk'

/** When a field may be asked for. */
export const SKEDEN = {
  ansokan: 'Ansökan',
  godkannande: 'Godkännande av anordnare',
  efterkontroll: 'Efterkontroll',
  utvardering: 'Utvärdering',
  handlaggning: 'Handläggning',
} as const
export type Skede = keyof typeof SKEDEN

/** A field of the support with the reason it may be kept (C017). The same list makes the forms, the register and the exports. */
export interface Aprfalt {
  readonly namn: string
  readonly rubrik: string
  readonly skede: Skede
  /** must be answered at that stage; a voluntary field left empty is never a reason to refuse or to ask again */
  readonly kravs: boolean
  readonly personuppgift: boolean
  /** stands in the register of the support (16 §), in the yearly report to the government (17 §) */
  readonly register: boolean
  readonly redovisning: boolean
  readonly lagrum: readonly Lagrum[]
  readonly kalla: string
}

const RIR = 'Riksrevisionen, RiR 2021:19'
const TAK = { lagrum: flera('förordning (2014:67) 7'), kalla: `${RIR}, avsnitt 2.1, fotnot 50` }
const REGISTER = { lagrum: flera('förordning (2014:67) 16'), kalla: `${RIR}, avsnitt 4.5, fotnot 152` }
const INSATSER = { lagrum: flera('förordning (2014:67) 15'), kalla: `${RIR}, avsnitt 4.5, fotnot 151` }
const ANORDNAREN = { lagrum: flera('förordning (2014:67) 8'), kalla: `${RIR}, avsnitt 2.1, fotnot 49` }
const TYPEN = { lagrum: flera('förordning (2014:67) 1'), kalla: `${RIR}, avsnitt 2.1, fotnot 48, och avsnitt 4.1: kryssas i ansökan` }
const INKOMSTDAGEN = { lagrum: flera('FL 22'), kalla: `förvaltningslagen; ${RIR}, avsnitt 4.3, fotnot 135` }
const UTREDA = { lagrum: flera('FL 23'), kalla: 'förvaltningslagen; fältet är vårt och står inte i rapporterna' }

type Grund = Pick<Aprfalt, 'lagrum' | 'kalla'>
type Drag = Partial<Pick<Aprfalt, 'kravs' | 'personuppgift' | 'register' | 'redovisning'>>
const falt = (skede: Skede, namn: string, rubrik: string, g: Grund, d: Drag = {}): Aprfalt => ({
  namn,
  rubrik,
  skede,
  kravs: d.kravs ?? false,
  personuppgift: d.personuppgift ?? false,
  register: d.register ?? false,
  redovisning: d.redovisning ?? false,
  ...g,
})

/**
 * Every field. What a measure consisted of stands only at after-control and evaluation; there is no field for diagnosis, evidence, effect or
 * the person's contact details anywhere: the agency is not to judge them (C019–C020).
 */
export const APRFALT: readonly Aprfalt[] = [
  falt('ansokan', 'orgnr', 'Arbetsgivarens organisationsnummer', TAK, { kravs: true, register: true, personuppgift: true }),
  falt('ansokan', 'kostnadsar', 'Kalenderår', TAK, { kravs: true, register: true, redovisning: true }),
  falt('ansokan', 'inkom', 'Dag då ansökan kom in', INKOMSTDAGEN, { kravs: true, register: true }),
  falt('ansokan', 'kanal', 'E-tjänst eller papper', UTREDA, { kravs: true, register: true }),
  falt('ansokan', 'anstalld', 'Den anställda', TAK, { kravs: true, register: true, personuppgift: true }),
  falt('ansokan', 'anstalldVet', 'Den anställda vet om ansökan', UTREDA, { kravs: true, personuppgift: true }),
  falt('ansokan', 'anordnare', 'Anordnare', ANORDNAREN, { kravs: true, register: true }),
  falt('ansokan', 'insatsdag', 'Dag då insatsen gjordes', TAK, { kravs: true, register: true }),
  falt('ansokan', 'insatstyper', 'Utreda, planera, initiera, genomföra, följa upp', TYPEN, { kravs: true, register: true }),
  falt('ansokan', 'ejBehandling', 'Insatsen är ingen medicinsk eller annan behandling', TYPEN, { kravs: true }),
  falt('ansokan', 'kostnad', 'Kostnad som ni har betalat', TAK, { kravs: true, register: true }),
  falt('ansokan', 'fakturanummer', 'Fakturans nummer', UTREDA, { kravs: true }),
  falt('ansokan', 'faktura', 'Fakturan', UTREDA, { kravs: true }),
  falt('ansokan', 'syfte', 'Förebygga eller underlätta återgång', TYPEN, { register: true }),
  falt('ansokan', 'miljo', 'På plats eller digitalt', UTREDA, { register: true }),
  falt('ansokan', 'beskrivning', 'Beskrivning med egna ord', INSATSER, { personuppgift: true }),
  falt('ansokan', 'kontaktperson', 'Kontaktperson hos arbetsgivaren', UTREDA, { kravs: true, personuppgift: true }),
  falt('handlaggning', 'skannad', 'Dag då pappersansökan skannades', UTREDA),
  falt('handlaggning', 'storlek', 'Antal anställda', REGISTER, { register: true }),
  falt('handlaggning', 'sektor', 'Sektor', REGISTER, { register: true }),
  falt('handlaggning', 'foretagshalsovard', 'Företagshälsovård, ja eller nej och vilken (frivilligt)', {
    lagrum: REGISTER.lagrum,
    kalla: `${RIR}, avsnitt 4.1 och 5.1: tillgången har betydelse för hur stödet används`,
  }),
  falt('handlaggning', 'lan', 'Län', REGISTER, { register: true }),
  falt(
    'handlaggning',
    'beslut',
    'Beslut, belopp och skäl',
    { lagrum: flera('förordning (2014:67) 16', 'förordning (2014:67) 17'), kalla: `${RIR}, avsnitt 4.5, fotnot 152` },
    { kravs: true, register: true, redovisning: true },
  ),
  falt('godkannande', 'kompetens', 'Kompetenser med underlag', ANORDNAREN, { kravs: true, register: true, personuppgift: true }),
  falt('godkannande', 'anordnarlan', 'Län där anordnaren verkar', ANORDNAREN, { kravs: true, register: true }),
  falt('godkannande', 'anordnartyp', 'Slag av anordnare', REGISTER, { register: true }),
  falt('efterkontroll', 'betalningsbevis', 'Bevis på betalningen', INSATSER, { kravs: true }),
  falt('efterkontroll', 'insatsuppgift', 'Vad insatsen bestod i', INSATSER, { kravs: true, personuppgift: true }),
  falt('efterkontroll', 'fynd', 'Vad kontrollen visade', INSATSER, { kravs: true, register: true }),
  falt('utvardering', 'innehall', 'Insatsens innehåll, kod', INSATSER),
  falt('utvardering', 'resultat', 'Arbetsgivarens egen bild av vad som hände sedan', INSATSER),
]

/** The fields of one stage, in order: what the form shows. */

import type { Datum } from '@atergang/kalender'

/** Where in the product something that answers a recommendation is found. */
export interface Funktionslank {
  readonly till: string
  readonly text: string
  /** roles that may follow it; left out means all who read the register */
  readonly roller?: readonly string[]
  /** the unit whose manager may follow it, where other managers may not */
  readonly chefensEnhet?: string
}

/** A recommendation of the audit, with what in this house answers it and which live figures say how it goes (K026, K027). */
export interface Rekommendation {
  readonly id: string
  readonly till: 'regeringen' | 'Försäkringskassan'
  readonly text: string
  readonly kalla: string
  /** what of this house serves it */
  readonly funktioner: readonly string[]
  readonly lankar: readonly Funktionslank[]
  readonly indikatorer: readonly string[]
  readonly utvarderingar: readonly string[]
}

const ANALYTIKER = ['analytiker']
const CHEF = ['enhetschef']
const STODET = { roller: ['analytiker', 'enhetschef'], chefensEnhet: 'APR' } as const

const KALLA = 'RiR 2021:19 avsnitt 7.5; skr. 2021/22:60 avsnitt 2.2'
export const REKOMMENDATIONER: readonly Rekommendation[] = [
  {
    id: 'R1',
    till: 'regeringen',
    text: 'Förtydliga Försäkringskassans ansvar och uppdrag när det gäller att förebygga sjukfrånvaro, arbetsoförmåga och sjukskrivningar.',
    kalla: KALLA,
    funktioner: ['Målregistret med datum: vilket mål som gällde när, och vad som räknas mot det.'],
    lankar: [{ till: '/analys/indikatorer', text: 'Indikatorer och mål med datum' }],
    indikatorer: ['tydlig_styrning'],
    utvarderingar: [],
  },
  {
    id: 'R2',
    till: 'regeringen',
    text: 'Säkerställ att effekter av förebyggande insatser som ges med ersättningarna utvärderas.',
    kalla: KALLA,
    funktioner: ['Utvärderingarna, var och en prövad mot planterade effekter i ett påhittat land.'],
    lankar: [
      { till: '/analys/utvardering', text: 'Utvärderingarna', roller: ANALYTIKER },
      { till: '/kunskap/kallor', text: 'Vad forskningen säger om effekter' },
    ],
    indikatorer: ['insats_kand'],
    utvarderingar: ['jamforelsegrupp', 'stod'],
  },
  {
    id: 'F1',
    till: 'Försäkringskassan',
    text: 'Säkerställ att nödvändiga uppgifter om insatser samlas in så att ersättningarna kan utvärderas.',
    kalla: KALLA,
    funktioner: ['Registret över behandlingsplaner har fält för behandling, vårdgivare, diagnos och datum, och beslutet för utfall.'],
    lankar: [
      { till: '/forebyggande', text: 'Behandlingar, diagnoser och utfall i landet' },
      { till: '/apr/redovisning', text: 'Årsredovisningen av stödet, efter insats', ...STODET },
    ],
    indikatorer: ['insats_kand'],
    utvarderingar: [],
  },
  {
    id: 'F2',
    till: 'Försäkringskassan',
    text: 'Säkerställ att alla relevanta aktörer får nödvändig information om ersättningarna och deras preventiva syfte samt utöka informationen om Försäkringskassans roll i det förebyggande arbetet mot sjukskrivning.',
    kalla: KALLA,
    funktioner: [
      'Informationsinsatser registreras med län och dag, så att deras verkan kan följas.',
      'Ansökningar fördelas på vårdgivare.',
    ],
    lankar: [
      { till: '/kunskap/ersattningar', text: 'Ersättningarna: vad som krävs och hur man ansöker', roller: CHEF },
      { till: '/regelverk', text: 'Reglerna, öppna för alla' },
      { till: '/anordnarregister', text: 'Godkända anordnare, öppet för alla' },
    ],
    indikatorer: ['mottagare_forebyggande'],
    utvarderingar: ['information'],
  },
  {
    id: 'F3',
    till: 'Försäkringskassan',
    text: 'Utveckla möjligheten till erfarenhetsutbyte mellan handläggare av förebyggande sjukpenning och säkerställ att det finns tillräckligt stöd i handläggningen, i syfte att minska risken för skillnader i bedömningar.',
    kalla: KALLA,
    funktioner: [
      'Lika fall, olika beslut: ärenden att tala om, med vad som skiljer.',
      'Likformigheten och det stående larmet.',
      'Frågebanken, praxis och evidensregistret: samma stöd i hela landet, räknat när det används.',
    ],
    lankar: [
      { till: '/kunskap', text: 'Frågebanken', roller: CHEF },
      { till: '/kunskap/praxis', text: 'Praxis, behandling för behandling', roller: CHEF },
      { till: '/evidens', text: 'Evidensregistret' },
      { till: '/analys/likformighet', text: 'Likformighet och lika fall', roller: ANALYTIKER },
    ],
    indikatorer: ['beviljade_planer', 'dagar_till_plan'],
    utvarderingar: ['likformighet'],
  },
  {
    id: 'F4',
    till: 'Försäkringskassan',
    text: 'Utveckla interna kontakter mellan handläggare av sjukförmåner och handläggare av förebyggande ersättningar för att lättare identifiera individer i behov av förebyggande insatser.',
    kalla: KALLA,
    funktioner: [
      'Uppmärksamma: ärendet påminner om andra förmåner som personen kan ha rätt till.',
      'Överlämning av ärenden och idéer mellan handläggarna, med skäl och svar.',
      'Kandidatlistan: signaler om personer som kan ha nytta av förmånen.',
    ],
    lankar: [
      { till: '/overlamningar', text: 'Överlämnat mellan förmånerna', roller: CHEF },
      { till: '/forebyggande/kandidater', text: 'Kandidater för förebyggande sjukpenning', roller: CHEF },
      { till: '/forebyggande', text: 'Mottagare och tidigare sjukpenning' },
    ],
    indikatorer: ['mottagare_forebyggande', 'utan_tidigare'],
    utvarderingar: [],
  },
  {
    id: 'F5',
    till: 'Försäkringskassan',
    text: 'Överväg att förenkla ansökningsförfarandet av rehabiliteringsstödet för att skapa bättre förutsättningar för små arbetsgivare att ta del av ersättningar.',
    kalla: KALLA,
    funktioner: ['Ett kalkylblad med de anställda granskas rad för rad: fel sägs i sin cell och resten går vidare.'],
    lankar: [
      { till: '/apr/uppfoljning', text: 'Stödet efter arbetsgivarens storlek', ...STODET },
      { till: '/analys/indikatorer', text: 'Stödets storlek per invånare' },
    ],
    indikatorer: ['stod_belopp'],
    utvarderingar: [],
  },
]

/** Days an action stands: from, and until when it is over. */
export interface Atgardsdagar {
  readonly fran: Datum
  readonly tom: Datum | null
}
export type Lage = 'planerad' | 'pågår' | 'genomförd'
export const laget = (a: Atgardsdagar, den: Datum): Lage => (a.fran > den ? 'planerad' : a.tom && a.tom < den ? 'genomförd' : 'pågår')

/** From the actions on record alone: nobody has decided that a recommendation is met until it is said so. */
export function rekommendationslage(atgarder: readonly Atgardsdagar[], den: Datum): string {
  const lagen = atgarder.map((a) => laget(a, den))
  if (!lagen.length) return 'ingen åtgärd registrerad'
  return lagen.includes('pågår')
    ? 'åtgärd pågår'
    : lagen.every((l) => l === 'genomförd')
      ? 'åtgärder genomförda'
      : lagen.includes('genomförd')
        ? 'delvis genomförd'
        : 'åtgärd planerad'
}

/** What the government answered (K028, K029). */
export const REGERINGENS_SVAR = [
  'Regeringen instämmer i Riksrevisionens rekommendationer (skr. 2021/22:60 avsnitt 3).',
  'Regeringen anser att sjukhistorik i sig inte kan utesluta ett förebyggande syfte (skr. 2021/22:60 avsnitt 3): historiken visas, men avgör aldrig syftet.',
  'Regeringen anser att Riksrevisionens rapport är slutbehandlad (skr. 2021/22:60 avsnitt 4.4).',
] as const

/** The audit's four questions, with what answers each here (K030). */
export const DELFRAGOR: readonly {
  readonly nr: number
  readonly text: string
  readonly indikatorer: readonly string[]
  readonly analyser: readonly string[]
}[] = [
  {
    nr: 1,
    text: 'Använder Försäkringskassan de förebyggande ersättningarna på ett effektivt och enhetligt sätt?',
    indikatorer: ['mottagare_forebyggande', 'stod_belopp', 'utan_tidigare'],
    analyser: ['tabell 1 och 2', 'utvardera historik', 'likformighet lan'],
  },
  {
    nr: 2,
    text: 'Bedriver Försäkringskassan ett effektivt och enhetligt arbete med de förebyggande ersättningarna?',
    indikatorer: ['dagar_till_plan', 'beviljade_planer', 'insats_kand'],
    analyser: ['likformighet forebyggande_plan', 'likformighet fall forebyggande_plan', 'tabell 4 och 5'],
  },
  {
    nr: 3,
    text: 'Samverkar Försäkringskassan med andra aktörer på ett ändamålsenligt sätt för att förebygga sjukskrivning?',
    indikatorer: ['avstamningsmoten'],
    analyser: ['tabell 7–9', 'utvardera information', 'utvardera vardgivare'],
  },
  {
    nr: 4,
    text: 'Har regeringen gett Försäkringskassan ett tydligt uppdrag att arbeta förebyggande mot sjukskrivning?',
    indikatorer: ['tydlig_styrning'],
    analyser: ['indikatorer (målregistret)', 'enkat svar 21 a'],
  },
]

/** One half of what a person is told of a benefit: the words, what they rest on, and what the sources leave out. */
export interface Ersattningsdel {
  /** to the person */
  readonly text: string
  /** paragraphs whose words are kept here */
  readonly lagrum: readonly string[]
  /** what the text rests on besides, or says that the sources are silent */
  readonly kalla: string
}

/** A benefit that may stand in place of sickness benefit or beside it: what it takes, and how to apply (D031). */
export interface Ersattning {
  readonly namn: string
  /** as a line of information in a case and a letter */
  readonly informationsrad: string
  readonly villkor: Ersattningsdel
  readonly ansokan: Ersattningsdel
}

const SFB = 'Socialförsäkringsbalken'
const RAPPORT = 'rapport 000 avsnitt 3.3'
const BLANKETT = 'Vilken blankett eller e-tjänst som används står inte i källorna.'
const skriftligen = (text: string, kalla = BLANKETT): Ersattningsdel => ({ text, lagrum: ['110:4'], kalla })

/** The benefits that the report names (000 section 3.3) and those that the house itself tells of. The one place these words stand. */
export const ERSATTNINGAR = {
  forebyggande: {
    namn: 'Förebyggande sjukpenning',
    informationsrad: 'Förebyggande sjukpenning vid medicinsk behandling (27 kap. 6 §)',
    villkor: {
      text: 'Du genomgår en medicinsk behandling eller medicinsk rehabilitering som ska förebygga sjukdom, förkorta sjukdomstiden eller helt eller delvis förebygga eller häva att arbetsförmågan sätts ned. En läkare ska ha ordinerat behandlingen, och den ska ingå i en plan som Försäkringskassan har godkänt. Ersättningen gäller den tid då behandlingen hindrar dig från att arbeta.',
      lagrum: ['27:6', '27:7'],
      kalla: `${SFB}; ${RAPPORT}`,
    },
    ansokan: skriftligen(
      'Ansök skriftligen i två steg: först om att planen ska godkännas, sedan om ersättning för de gånger du har varit på behandling.',
      'De två stegen: RiR 2021:19 avsnitt 2.1.',
    ),
  },
  graviditetspenning: {
    namn: 'Graviditetspenning',
    informationsrad: 'Graviditetspenning vid ansträngande eller riskfyllt arbete (10 kap. 2–3 §§)',
    villkor: {
      text: 'Du är gravid, och graviditeten sätter ned din förmåga att utföra ditt arbete med minst en fjärdedel, eller du får inte arbeta på grund av ett förbud mot arbete under graviditeten. Du kan inte heller omplaceras till annat arbete. Är förmågan nedsatt lämnas ersättning tidigast från och med den sextionde dagen före beräknad födelse. Vid förbud lämnas den för varje dag som förbudet gäller. Ersättningen lämnas längst till och med den elfte dagen före beräknad födelse.',
      lagrum: ['10:2', '10:3', '10:6', '10:7', '10:8'],
      kalla: `${SFB}. ${RAPPORT} nämner bara de 60 dagarna; lagen skiljer mellan nedsättning och förbud.`,
    },
    ansokan: skriftligen('Ansök skriftligen hos Försäkringskassan.'),
  },
  hogriskskydd: {
    namn: 'Högriskskydd',
    informationsrad: 'Högriskskydd vid ofta återkommande sjukdom (27 kap. 39–41 §§)',
    villkor: {
      text: 'Du har en sjukdom som under en tolvmånadersperiod kan antas medföra ett större antal sjukperioder. Då kan sjukpenning lämnas utan karens, och arbetsgivaren får ersättning för sina kostnader för sjuklön (särskilt högriskskydd). Sjukpenning kan också lämnas utan karensavdrag om du har gått miste om sjukpenning genom karensavdrag vid sammanlagt tio tillfällen under de senaste tolv månaderna (allmänt högriskskydd). För annat förvärvsarbete än anställning räknas i stället sjukperioder och dagar.',
      lagrum: ['27:39', '27:40', '27:41'],
      kalla: `${SFB}. De sjukperioder och dagar som räknas för annat förvärvsarbete står i 27 kap. 39 §. Arbetsgivarens ersättning: ${RAPPORT}. Hur många perioder som är ett större antal står inte i lagen.`,
    },
    ansokan: {
      text: 'Ansök om särskilt högriskskydd hos Försäkringskassan. Beslutet gäller från och med den kalendermånad då du ansökte, om inget annat anges i det. För allmänt högriskskydd nämner lagen ingen ansökan.',
      lagrum: ['27:39', '27:40', '27:43'],
      kalla: BLANKETT,
    },
  },
  arbetshjalpmedel: {
    namn: 'Bidrag till arbetshjälpmedel',
    informationsrad: 'Bidrag till arbetshjälpmedel (30 kap. 5 §)',
    villkor: {
      text: 'Du förvärvsarbetar och behöver ett hjälpmedel eller en anordning på arbetsplatsen för att kunna utföra ditt arbete, som ett led i din rehabilitering.',
      lagrum: ['30:5'],
      kalla: `${SFB}; ${RAPPORT}. De närmare villkoren står i föreskrifter som inte finns i källorna.`,
    },
    ansokan: { text: 'Du eller din arbetsgivare kan ansöka om bidraget.', lagrum: [], kalla: `${RAPPORT}. ${BLANKETT}` },
  },
  rehabiliteringspenning: {
    namn: 'Rehabiliteringspenning',
    informationsrad: 'Rehabiliteringspenning vid arbetslivsinriktad rehabilitering (31 kap. 2–3 §§)',
    villkor: {
      text: 'Sjukdom sätter ned din arbetsförmåga med minst en fjärdedel, och du deltar i arbetslivsinriktad rehabilitering som ska förkorta sjukdomstiden eller helt eller delvis förebygga eller häva att arbetsförmågan är nedsatt.',
      lagrum: ['31:2', '31:3'],
      kalla: SFB,
    },
    ansokan: skriftligen('Ansök skriftligen hos Försäkringskassan.'),
  },
  sjukersattning: {
    namn: 'Sjukersättning och aktivitetsersättning',
    informationsrad: 'Sjukersättning och aktivitetsersättning vid långvarigt nedsatt arbetsförmåga (33 kap.)',
    villkor: {
      text: 'Din arbetsförmåga är långvarigt nedsatt med minst en fjärdedel på grund av sjukdom eller annan nedsättning av den fysiska eller psykiska prestationsförmågan. För sjukersättning ska nedsättningen kunna anses stadigvarande, och behandling eller rehabilitering ska inte bedömas kunna ge dig arbetsförmåga tillbaka. För aktivitetsersättning ska nedsättningen kunna antas bestå i minst ett år; den lämnas längst till och med månaden före den då du fyller 30 år.',
      lagrum: ['33:2', '33:5', '33:6', '33:7', '33:18'],
      kalla: SFB,
    },
    ansokan: {
      text: 'Ansök skriftligen hos Försäkringskassan. Får du sjukpenning eller rehabiliteringspenning kan Försäkringskassan också bevilja ersättningen utan ansökan.',
      lagrum: ['110:4', '36:25'],
      kalla: BLANKETT,
    },
  },
  livranta: {
    namn: 'Arbetsskadelivränta',
    informationsrad: 'Arbetsskadelivränta, om sjukdomen kan bero på arbetet',
    villkor: {
      text: 'En arbetsskada har satt ned din förmåga att skaffa dig inkomst genom arbete med minst en femtondel. Nedsättningen ska kunna antas bestå i minst ett år, och inkomstförlusten för år räknat ska vara minst en fjärdedel av prisbasbeloppet.',
      lagrum: ['41:2'],
      kalla: SFB,
    },
    ansokan: {
      text: 'Ansök skriftligen hos Försäkringskassan. Berätta för din arbetsgivare om skadan: arbetsgivaren ska genast anmäla den till Försäkringskassan. Är du inte arbetstagare anmäler du den själv.',
      lagrum: ['110:4'],
      kalla: `Anmälan: 42 kap. 10 § socialförsäkringsbalken. ${BLANKETT}`,
    },
  },
  bostadstillagg: {
    namn: 'Bostadstillägg',
    informationsrad: 'Bostadstillägg, om det kan bli fråga om sjuk- eller aktivitetsersättning',
    villkor: {
      text: 'Du får till exempel sjukersättning eller aktivitetsersättning. Tillägget beror på din bostadskostnad och dina inkomster. Sjukpenning ger inte rätt till bostadstillägg.',
      lagrum: [],
      kalla: '101 kap. 3 § och 102 kap. socialförsäkringsbalken.',
    },
    ansokan: skriftligen(
      'Ansök skriftligen. Tillägget lämnas från den månad som du anger, men normalt inte för längre tid tillbaka än tre månader före den månad då du ansöker.',
      `101 kap. 10 § socialförsäkringsbalken. ${BLANKETT}`,
    ),
  },
  andraErsattningar: {
    namn: 'A-kassa och aktivitetsstöd',
    informationsrad: 'Arbetsförmedlingens stöd, a-kassa och aktivitetsstöd',
    villkor: {
      text: 'Fråga din a-kassa och Arbetsförmedlingen vad som krävs. Den som inte längre har rätt till sjukpenning ska erbjudas ett möte med Arbetsförmedlingen.',
      lagrum: [],
      kalla:
        'Mötet: rapport 000 avsnitt 2.2.1. Vad som krävs för a-kassa och aktivitetsstöd står inte i källorna: det är inte förmåner enligt socialförsäkringsbalken.',
    },
    ansokan: { text: 'Kontakta Arbetsförmedlingen och din a-kassa.', lagrum: [], kalla: 'Hur man ansöker står inte i källorna.' },
  },
} as const satisfies Record<string, Ersattning>

export type Ersattningsnamn = keyof typeof ERSATTNINGAR

/** Reminders of a case that speak of a benefit under another name. */
const ANDRA_NAMN: Readonly<Record<string, Ersattningsnamn>> = { overgang: 'andraErsattningar' }

/** The benefit that a topic of information or a reminder speaks of; undefined when it is about something else. */
export const ersattningOm = (amne: string): Ersattning | undefined =>
  (ERSATTNINGAR as Readonly<Record<string, Ersattning>>)[ANDRA_NAMN[amne] ?? amne]

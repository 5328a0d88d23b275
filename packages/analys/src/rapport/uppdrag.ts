import { datum, type Datum } from '@atergang/kalender'

export interface Redovisning {
  readonly vad: 'delredovisning' | 'slutredovisning'
  readonly senast: Datum
}
/** What the government has asked of someone, with the days answers are due (K021, K023–K025). */
export interface Uppdrag {
  readonly id: string
  readonly till: string
  readonly text: string
  /** null where the source gives no day */
  readonly givet: Datum | null
  /** the year it belongs to, when the source says no more */
  readonly ar: number
  readonly dnr: string | null
  readonly redovisas: readonly Redovisning[]
  readonly kalla: string
  /** indicators that tell how it goes */
  readonly indikatorer: readonly string[]
  readonly osakert?: string
}

const FK = 'Försäkringskassan'
export const UPPDRAG: readonly Uppdrag[] = [
  {
    id: 'samordning_2018',
    till: FK,
    text: 'Särskilt förstärka arbetet med att ge stöd till sjukskrivna inom ramen för samordningsuppdraget.',
    givet: datum('2018-01-25'),
    ar: 2018,
    dnr: '003575:2018',
    redovisas: [],
    kalla: 'rapport 003 (2020-02-21)',
    indikatorer: ['varaktighet', 'plan_i_tid', 'avstamningsmoten', 'sjukpenningtal'],
    osakert: 'Rapport 003 är ett svar den 21 februari 2020; något senaste datum står inte i den.',
  },
  {
    id: 'dag180_2020',
    till: FK,
    text: 'Redovisa åtgärder för att utredningen, när sjukpenning nekas från dag 180, gör att avslaget tydligt kan motiveras, och för att behovet av rehabilitering utreds och insatser vidtas så tidigt som möjligt.',
    givet: null,
    ar: 2020,
    dnr: null,
    redovisas: [
      { vad: 'delredovisning', senast: datum('2020-11-15') },
      { vad: 'slutredovisning', senast: datum('2021-08-15') },
    ],
    kalla: 'rapport 001 avsnitt 1',
    indikatorer: ['nekade_forsta', 'startade_sjukfall', 'varaktighet', 'plan_i_tid'],
  },
  {
    id: 'identifiera_2021',
    till: FK,
    text: 'Stärka arbetet med att identifiera individer som kan ha behov av förberedande eller arbetslivsinriktade insatser i samverkan med Arbetsförmedlingen eller genom samordningsförbunden.',
    givet: null,
    ar: 2021,
    dnr: 'FK 2021/000353',
    redovisas: [],
    kalla: 'regleringsbrev för 2021, rapport 002',
    indikatorer: ['nettodagar_rehabilitering', 'avstamningsmoten', 'varaktighet'],
    osakert: 'Rapport 002 anger numret i not 2; att det är uppdragets eget är vår läsning.',
  },
  {
    id: 'service_2022',
    till: FK,
    text: 'Inom ramen för serviceskyldigheten vidareutveckla arbetet med att bistå försäkrade som behöver stöd i kontakter med andra aktörer, och att ge enskilda stöd att ansöka i rätt tid och på rätt sätt.',
    givet: null,
    ar: 2022,
    dnr: null,
    redovisas: [],
    kalla: 'regleringsbrev för 2022, rapport 000 avsnitt 1',
    indikatorer: ['plan_i_tid', 'dagar_till_plan'],
  },
  {
    id: 'isf_reform',
    till: 'Inspektionen för socialförsäkringen',
    text: 'Följa upp och utvärdera reformen om förstärkt rehabilitering för återgång i arbete.',
    givet: null,
    ar: 2018,
    dnr: null,
    redovisas: [{ vad: 'slutredovisning', senast: datum('2021-11-30') }],
    kalla: 'skr. 2021/22:60 avsnitt 4.2',
    indikatorer: ['plan_i_tid', 'varaktighet'],
    osakert: 'Gavs i augusti 2018; dagen står inte i källan.',
  },
  {
    id: 'statskontoret',
    till: 'Statskontoret',
    text: 'Granska de åtgärder som Försäkringskassan vidtar med anledning av sin egeninitierade genomlysning; analysera om indikatorer och mått är ändamålsenliga för att följa upp att människor får de förebyggande insatser de har rätt till.',
    givet: null,
    ar: 2021,
    dnr: null,
    redovisas: [
      { vad: 'delredovisning', senast: datum('2022-03-15') },
      { vad: 'slutredovisning', senast: datum('2023-03-15') },
    ],
    kalla: 'skr. 2021/22:60 avsnitt 4.3',
    indikatorer: ['mottagare_forebyggande', 'insats_kand', 'dagar_till_plan', 'beviljade_planer'],
  },
  {
    id: 'dir_2020_31',
    till: 'särskild utredare (dir. 2020:31)',
    text: 'Se över regelverket för förebyggande sjukpenning och rehabiliteringsersättning.',
    givet: null,
    ar: 2020,
    dnr: null,
    redovisas: [{ vad: 'slutredovisning', senast: datum('2021-08-20') }],
    kalla: 'skr. 2021/22:60 avsnitt 4.1',
    indikatorer: ['mottagare_forebyggande', 'utan_tidigare'],
    osakert: 'Skrivelsen: lämnat den 20 augusti 2021. RiR 2021:19 not 47 säger den 30 juli 2021.',
  },
]

/** Given by the day, as far as the sources say. */
export const uppdragDen = (dag: Datum): readonly Uppdrag[] => UPPDRAG.filter((u) => (u.givet ?? datum(`${u.ar}-01-01`)) <= dag)
export const nastaRedovisning = (u: Uppdrag, dag: Datum): Redovisning | null => u.redovisas.find((r) => r.senast >= dag) ?? null

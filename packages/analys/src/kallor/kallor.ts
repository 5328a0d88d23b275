import type { Funktionslank } from '../rapport/rekommendationer.ts'

/** A source that the reports lean on, with what they say of it: never more than that (J024, J049–J051, J057–J058, J070). */
export interface Kalla {
  readonly id: string
  readonly krav: string
  readonly grupp: 'referensvärde' | 'undersökning' | 'granskning' | 'forskning' | 'register'
  readonly titel: string
  readonly sager: string
  /** ”RiR 2021:19, fotnot 85” */
  readonly stalle: string
  /** the figure itself, when there is one */
  readonly varden?: readonly { readonly namn: string; readonly varde: number; readonly enhet: string; readonly ar: number }[]
  /** what the source cannot say, or what is ours */
  readonly anmarkning?: string
  readonly lankar: readonly Funktionslank[]
}

const ANALYTIKER = ['analytiker']
const UTAN_FMR = ['handlaggare', 'specialist', 'enhetschef', 'analytiker']
const MED_CHEF = ['analytiker', 'enhetschef']

export const KALLOR: readonly Kalla[] = [
  {
    id: 'psykiskt-valbefinnande',
    krav: 'J024',
    grupp: 'referensvärde',
    titel: 'Folkhälsomyndigheten, Folkhälsans utveckling – Årsrapport 2020, bilaga 1',
    stalle: 'RiR 2021:19, fotnot 85',
    sager:
      'År 2018 uppgav var femte kvinna (20 procent) och var sjunde man (14 procent) att de hade nedsatt psykiskt välbefinnande. Det är vanligare bland unga och unga vuxna.',
    varden: [
      { namn: 'Kvinnor med nedsatt psykiskt välbefinnande', varde: 20, enhet: 'procent', ar: 2018 },
      { namn: 'Män med nedsatt psykiskt välbefinnande', varde: 14, enhet: 'procent', ar: 2018 },
    ],
    anmarkning:
      'Egen uppgift i en enkät till befolkningen. Den säger inte hur många som behöver en insats, och kan inte räknas ur registren här.',
    lankar: [{ till: '/analys/indikatorer', text: 'Mottagare av förebyggande sjukpenning, bland indikatorerna', roller: MED_CHEF }],
  },
  {
    id: 'omstallningsmoten',
    krav: 'J049',
    grupp: 'undersökning',
    titel: 'Kundundersökning om omställningsmöten, februari 2022',
    stalle: 'Rapport 000 avsnitt 2.2.1',
    sager:
      'Försäkringskassan och Arbetsförmedlingen frågade hur mötena hade upplevts före, under och efter. 20 telefonintervjuer gjordes med personer som deltagit. Ett internt budskapsunderlag togs fram efter undersökningen i april 2022.',
    anmarkning: 'Kvalitativ: 20 intervjuer säger vad som förekommer, inte hur vanligt det är. Svaren finns inte i källorna.',
    lankar: [],
  },
  {
    id: 'isf-2020',
    krav: 'J050',
    grupp: 'granskning',
    titel:
      'Inspektionen för socialförsäkringen, Förebyggande sjukpenning. En granskning av sjukpenning i förebyggande syfte (november 2020)',
    stalle: 'RiR 2021:19 avsnitt 4.3 (fotnot 131), 4.5 (fotnot 147) och 6.2 (fotnot 189)',
    sager:
      'En aktstudie. Rådgivaren tillfrågades i 4 procent av ärendena där planen godkändes i sin helhet och i 21 procent av dem där den inte godkändes. ISF menar att förmånen inte fungerar som avsett för att förebygga sjukfrånvaro, och att regleringen därför behöver moderniseras.',
    varden: [
      { namn: 'Rådgivaren tillfrågad, planen godkänd i sin helhet', varde: 4, enhet: 'procent av ärendena', ar: 2020 },
      { namn: 'Rådgivaren tillfrågad, planen inte godkänd', varde: 21, enhet: 'procent av ärendena', ar: 2020 },
    ],
    anmarkning: 'År är granskningens utgivning. Vilka år ärendena är från står inte i de här rapporterna.',
    lankar: [{ till: '/forebyggande', text: 'Rådgivarens andel per utfall i landet nu', roller: UTAN_FMR }],
  },
  {
    id: 'rattslig-2015',
    krav: 'J051',
    grupp: 'granskning',
    titel: 'Försäkringskassan, Sjukpenning i förebyggande syfte. Rättslig kvalitetsuppföljning 2015:06',
    stalle: 'RiR 2021:19 avsnitt 2.1 (fotnot 38) och 4.5 (fotnot 148)',
    sager:
      'Handläggningen delades i två steg efter uppföljningen, för att göra tydligt att det första steget bara godkänner behandlingsplanen. Majoriteten av behandlingarna kategoriseras som Annat.',
    lankar: [{ till: '/forebyggande', text: 'Hur ofta ”annat” används nu', roller: UTAN_FMR }],
  },
  {
    id: 'rattslig-2019',
    krav: 'J051',
    grupp: 'granskning',
    titel: 'Försäkringskassan, Sjukpenning i förebyggande syfte. Rättslig kvalitetsuppföljning 2019:06',
    stalle: 'RiR 2021:19 avsnitt 4.3 (fotnot 131) och 4.5 (fotnot 148)',
    sager:
      'Rådgivaren hade kunnat tillfrågas i ytterligare 41 ärenden (15 procent) av dem som granskades. Majoriteten av behandlingarna kategoriseras som Annat.',
    varden: [{ namn: 'Ärenden där rådgivaren hade kunnat tillfrågas', varde: 15, enhet: 'procent av ärendena', ar: 2019 }],
    lankar: [{ till: '/evidens', text: 'Evidensregistret: när rådgivaren ska tillfrågas' }],
  },
  {
    id: 'korta-analyser-2019',
    krav: 'J051',
    grupp: 'granskning',
    titel: 'Försäkringskassan, Korta analyser 2019:3. Ersättning för att förebygga sjukdom och sjukskrivning',
    stalle: 'RiR 2021:19 avsnitt 3.1 (fotnot 81) och 4.5 (fotnot 148)',
    sager:
      'Bland dem som hade varit sjukskrivna före en period med förebyggande sjukpenning var det vanligast med stress (F43) för kvinnor och störningar orsakade av alkohol (F10) för män.',
    lankar: [{ till: '/analys/utvardering/historik', text: 'Sjukpenning före och efter', roller: ANALYTIKER }],
  },
  {
    id: 'primarvardsregister',
    krav: 'J057',
    grupp: 'register',
    titel: 'Socialstyrelsen, Uppföljningen av primärvård och omställningen till en mer nära vård, deluppdrag 1 (2021)',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 202)',
    sager:
      'Ett nationellt primärvårdsregister skulle förbättra möjligheterna att utvärdera förebyggande insatser. Riksrevisionen skriver att förutsättningarna och innehållet har presenterats.',
    anmarkning: 'Registrets innehåll står inte i källorna. Filens form nedan är vår, så att ett register kan läsas in den dag det finns.',
    lankar: [],
  },
  {
    id: 'kunskapslaget',
    krav: 'J058',
    grupp: 'forskning',
    titel:
      'Bertilsson m.fl., Preventiva insatser för att förebygga och minska sjukskrivning på grund av psykisk ohälsa, Socialmedicinsk tidskrift 94(5), 2017',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 196 och 201)',
    sager:
      'Kunskapsläget om förebyggande insatser är osäkert. Det finns potential att förebygga sjukskrivning vid arbetsrelaterad psykisk ohälsa, men det saknas studier av insatser som är kopplade till arbetsplatsen.',
    lankar: [],
  },
  {
    id: 'sma-studier',
    krav: 'J058',
    grupp: 'forskning',
    titel: 'Danielsson m.fl. 2020 och Holmgren m.fl. 2019',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 197)',
    sager:
      'Det finns få studier av preventiva insatser med bevisad effekt för sjukfrånvaro. Studierna är ofta för små för att visa statistiskt signifikanta effekter.',
    lankar: [{ till: '/analys/utvardering', text: 'Utvärderingarna, med antal och intervall', roller: ANALYTIKER }],
  },
  {
    id: 'tidiga-omfattande',
    krav: 'J058',
    grupp: 'forskning',
    titel: 'Studier refererade i SOU 2010:04 s. 66–67',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 198)',
    sager:
      'Forskning pekar på att tidiga och omfattande insatser i sjukskrivningsprocessen snarare riskerar att förlänga tiden med sjukskrivning.',
    anmarkning: 'Studierna gäller redan sjukskrivna. Riksrevisionen skriver att de i viss mån kan vara relevanta.',
    lankar: [],
  },
  {
    id: 'rehabgarantin',
    krav: 'J058',
    grupp: 'forskning',
    titel: 'Riksrevisionen, Rehabiliteringsgarantin fungerar inte – tänk om eller lägg ner, rapport 2015:19',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 199)',
    sager:
      'Det diskuteras i vilken mån behandlingar inom rehabiliteringsgarantin har effekt, och hur garantin, insatserna och utvärderingarna var utformade.',
    lankar: [],
  },
  {
    id: 'kbt-fore',
    krav: 'J058',
    grupp: 'forskning',
    titel: 'Hägglund, Johansson och Laun, The Impact of CBT on Sick Leave and Health, 2020',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 200)',
    sager: 'Behandling med KBT har effekt innan man blir sjukskriven snarare än när man redan är sjukskriven.',
    lankar: [{ till: '/kunskap/praxis/kbt', text: 'Så brukar KBT bedömas', roller: ['handlaggare', 'specialist', 'fmr', 'enhetschef'] }],
  },
  {
    id: 'forte-2018',
    krav: 'J070',
    grupp: 'forskning',
    titel: 'Forte, Att förebygga sjukskrivning och främja återgång i arbete. Utlysning av forskningsmedel, 2018',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 191)',
    sager:
      'Regeringen har beviljat medel för en särskild utlysning för forskning om att förebygga sjukfrånvaro, med forskningsprojekt som pågick 2021.',
    lankar: [],
  },
  {
    id: 's2021-02376',
    krav: 'J070',
    grupp: 'forskning',
    titel: 'Regeringsbeslut S2021/02376',
    stalle: 'RiR 2021:19 avsnitt 6.2 (fotnot 192)',
    sager: 'Regeringen har stärkt forskningen om preventiva insatsers effekter på folkhälsan genom medel till forskningsrådet Forte.',
    lankar: [],
  },
]

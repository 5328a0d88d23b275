/** A word of a code list with its name and where the reports have it. */
interface Ord {
  readonly namn: string
  readonly kalla: string
  /** ids of the requirement catalogue; never shown */
  readonly krav?: readonly string[]
}

/** Where the treatment is done (B022–B023, B032). */
export const UTFORANDEFORMER = {
  paPlats: { namn: 'på plats', kalla: 'RiR 2021:19 avsnitt 4.4', krav: ['B023'] },
  internet: { namn: 'via internet', kalla: 'RiR 2021:19 avsnitt 4.4', krav: ['B022'] },
  hemma: { namn: 'hemma', kalla: 'RiR 2021:19 avsnitt 4.4', krav: ['B023'] },
  utomlands: { namn: 'utomlands', kalla: 'RiR 2021:19 not 88', krav: ['B032'] },
} as const satisfies Record<string, Ord>
export type Utforandeform = keyof typeof UTFORANDEFORMER

/** Kind of caregiver: knowledge of the benefit differs between them (B040, L026). */
export const VARDGIVARTYPER = {
  specialistvard: { namn: 'specialistvård', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B040'] },
  smartrehabilitering: { namn: 'smärtrehabilitering', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B040'] },
  behandlingshem: { namn: 'behandlingshem', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B040'] },
  primarvard: { namn: 'primärvård', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B040'] },
  fysioterapeut: { namn: 'fysioterapeut', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B040'] },
  psykiatri: { namn: 'psykiatri', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B040'] },
  foretagshalsovard: { namn: 'företagshälsovård', kalla: 'RiR 2021:19 avsnitt 4.1, not 119', krav: ['B041'] },
  annan: { namn: 'annan vårdgivare', kalla: 'vårt ord för det som inte ryms i de andra' },
} as const satisfies Record<string, Ord>
export type Vardgivartyp = keyof typeof VARDGIVARTYPER

/** Who took the initiative (B039, B041). With `arbetsgivare` the employer is named too. */
export const INITIATIVTAGARE = {
  forsakrad: { namn: 'personen själv', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B039'] },
  vard: { namn: 'vården', kalla: 'RiR 2021:19 avsnitt 4.1', krav: ['B039'] },
  arbetsgivare: { namn: 'arbetsgivaren', kalla: 'RiR 2021:19 avsnitt 5.2', krav: ['B039'] },
  foretagshalsovard: { namn: 'företagshälsovården', kalla: 'RiR 2021:19 avsnitt 4.1, not 119', krav: ['B041'] },
  forsakringskassan: { namn: 'Försäkringskassan', kalla: 'Skr. 2021/22:60 avsnitt 3', krav: ['B049'] },
} as const satisfies Record<string, Ord>
export type Initiativ = keyof typeof INITIATIVTAGARE

/** The aims of 27 kap. 6 § SFB, one point each. */
export const SYFTEN = {
  forebyggaSjukdom: { namn: 'förebygga sjukdom', kalla: 'SFB 27 kap. 6 § första stycket 1' },
  forkortaSjukdomstiden: { namn: 'förkorta sjukdomstiden', kalla: 'SFB 27 kap. 6 § första stycket 2' },
  havaNedsattning: {
    namn: 'helt eller delvis förebygga eller häva nedsättning av arbetsförmågan',
    kalla: 'SFB 27 kap. 6 § första stycket 3',
  },
} as const satisfies Record<string, Ord>
export type Syfte = keyof typeof SYFTEN

/**
 * The benefit a case is of. Preventive benefit because of covid-19 has its own ground and is kept out of every figure (A049); the text of the
 * ordinance is not in the sources.
 */
export const FORMANSKODER = {
  forebyggande: { namn: 'sjukpenning i förebyggande syfte', kalla: 'SFB 27 kap. 6 §' },
  covid19: {
    namn: 'sjukpenning i förebyggande syfte med anledning av covid-19',
    kalla: 'förordning (2020:582), enligt RiR 2021:19 avsnitt 1.2',
    krav: ['A049'],
  },
} as const satisfies Record<string, Ord>
export type Formanskod = keyof typeof FORMANSKODER

/** What can be asked for when something is missing, the same words in every area so that they can be counted (B024–B025, B051). */
export const KOMPLETTERINGSFALT = {
  arbetstid: { namn: 'arbetstid', kalla: 'RiR 2021:19 avsnitt 4.4', krav: ['B024'] },
  restid: { namn: 'restid', kalla: 'RiR 2021:19 avsnitt 4.4', krav: ['B024'] },
  tillfallen: { namn: 'dagar och tider för behandlingen', kalla: 'HFD 2019 ref. 42', krav: ['B011'] },
  sjukdom: { namn: 'vilken sjukdom som riskerar att sätta ned arbetsförmågan', kalla: 'Försäkringskassans sida om utlåtandet' },
  risk: { namn: 'varför risken är ökad', kalla: 'Försäkringskassans sida om utlåtandet', krav: ['B002', 'B035'] },
  behandlingsval: { namn: 'hur behandlingen minskar risken', kalla: 'Försäkringskassans sida om utlåtandet', krav: ['B008'] },
  behandlingsschema: { namn: 'behandlingsschema', kalla: 'Försäkringskassans sida om utlåtandet', krav: ['B004'] },
  uppfoljning: { namn: 'när och hur behandlingen följs upp', kalla: 'RiR 2021:19 avsnitt 4.5', krav: ['B026'] },
  ordination: { namn: 'läkarens ordination', kalla: 'SFB 27 kap. 6 § andra stycket', krav: ['B003'] },
  inkomst: { namn: 'inkomst', kalla: 'RiR 2021:19 not 132', krav: ['B016'] },
  annat: { namn: 'annat', kalla: 'vårt ord för det som inte ryms i de andra' },
} as const satisfies Record<string, Ord>
export type Kompletteringsfalt = keyof typeof KOMPLETTERINGSFALT

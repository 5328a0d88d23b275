import { flera, type Lagrum } from '@atergang/regelverk'

/** One of the five kinds of measure. The names are the ordinance's; the audit explains three of them, the rest of the help is ours. */
interface Insatstypsbeskrivning {
  readonly namn: string
  readonly hjalp: string
  readonly exempel: string
  /** where the explanation comes from; ”vår förklaring” when the sources give none */
  readonly kalla: string
}

const FOTNOT48 = 'Riksrevisionen, RiR 2021:19, avsnitt 2.1, fotnot 48'

/** The five kinds (C005–C006), in the order of the work. */
export const INSATSTYPER = {
  utreda: {
    namn: 'utreda',
    hjalp: 'Anordnaren tog reda på vad den anställda klarar och vad som behöver ändras på arbetsplatsen.',
    exempel: 'En bedömning av den anställdas arbetsförmåga.',
    kalla: FOTNOT48,
  },
  planera: {
    namn: 'planera',
    hjalp: 'Anordnaren gjorde en planering med åtgärder för den anställda.',
    exempel: 'En planering med åtgärder som kan förebygga sjukfall eller göra det lättare att komma tillbaka i arbete.',
    kalla: FOTNOT48,
  },
  initiera: {
    namn: 'initiera',
    hjalp: 'Anordnaren satte i gång åtgärder som kan förebygga sjukfrånvaro.',
    exempel: 'Anordnaren tog de första kontakterna så att en åtgärd i planeringen började.',
    kalla: `${FOTNOT48}; exemplet är vårt`,
  },
  genomfora: {
    namn: 'genomföra',
    hjalp: 'Anordnaren genomförde åtgärder på arbetsplatsen tillsammans med den anställda och er.',
    exempel: 'Handledning vid arbetsplatsen eller ett hälso- eller samtalsstöd.',
    kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 2.1 och 3.1; vår förklaring',
  },
  foljaUpp: {
    namn: 'följa upp',
    hjalp: 'Anordnaren såg efter hur åtgärderna fungerade och om något behövde ändras.',
    exempel: 'Ett uppföljningsmöte med den anställda och chefen.',
    kalla: 'vår förklaring',
  },
} as const satisfies Record<string, Insatstypsbeskrivning>

export type Insatstyp = keyof typeof INSATSTYPER
export const INSATSTYPSKODER = Object.keys(INSATSTYPER) as Insatstyp[]

/** Written in a spreadsheet: with or without å ä ö, any case, ”följa upp” with or without the space. */
export const lasInsatstyp = (text: string): Insatstyp | undefined => {
  const ren = (s: string): string =>
    s
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z]/g, '')
  return INSATSTYPSKODER.find((k) => ren(k) === ren(text) || ren(INSATSTYPER[k].namn) === ren(text))
}

/** What the support does not cover (C008). Asked as a confirmation, never as a judgement of the measure. */
export const EJ_BEHANDLING = {
  text: 'Insatsen är inriktad på arbetsplatsen. Medicinsk eller annan behandling ingår inte i stödet.',
  lagrum: flera('förordning (2014:67) 1'),
  kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 2.1, fotnot 48',
} as const

/** What the measure is for (C032). Both can be true. */
export const SYFTEN = { forebygga: 'Förebygga sjukfrånvaro', atergang: 'Underlätta återgång i arbete vid sjukfrånvaro' } as const
export type Syfte = keyof typeof SYFTEN

/** Where it was carried out (C021). Asked for statistics; the same rule holds for all. */
export const MILJOER = {
  arbetsplatsen: 'På arbetsplatsen',
  anordnaren: 'Hos anordnaren',
  digitalt: 'Digitalt, till exempel videosamtal eller internetprogram',
  blandat: 'Både på plats och digitalt',
} as const
export type Miljo = keyof typeof MILJOER

/** Something the form asks back. Never a reason to refuse. */
export interface Motfraga {
  readonly kod: 'allaFem'
  readonly text: string
  readonly lagrum: readonly Lagrum[]
}

/** All five ticked asks which really took place (C007): an employer that does not know ticks all. The answer ”all of them” is a good one. */
export function motfragor(valda: readonly Insatstyp[]): readonly Motfraga[] {
  const alla = INSATSTYPSKODER.every((k) => valda.includes(k))
  return alla
    ? [
        {
          kod: 'allaFem',
          text: 'Du har valt alla fem. Vilka har anordnaren verkligen utfört för den här anställda? Ta bort de andra. Om alla fem har utförts svarar du ja och går vidare.',
          lagrum: flera('förordning (2014:67) 1'),
        },
      ]
    : []
}

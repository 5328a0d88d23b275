// Directed information (riktad information, D026–D028): who it is for, how it is given, what it is about.

/** Kinds of actors. The audit names caregivers, employers, the insured and the agency's own officers (RiR 2021:19, sections 4.2, 5.2 and 7.5). */
export const MALGRUPPER = {
  primarvard: 'primärvården',
  specialistvard: 'specialistvården',
  psykiatri: 'psykiatrin',
  fysioterapeut: 'fysioterapeuter',
  behandlingshem: 'behandlingshem',
  foretagshalsovard: 'företagshälsovården',
  anordnare: 'anordnare av arbetsplatsinriktat rehabiliteringsstöd',
  arbetsgivareLiten: 'små arbetsgivare (färre än 50 anställda)',
  arbetsgivareStor: 'stora arbetsgivare (50 anställda eller fler)',
  forsakrade: 'försäkrade',
  arbetsformedlingen: 'Arbetsförmedlingen',
  forsakringskassan: 'medarbetare inom Försäkringskassan',
} as const
export type Malgrupp = keyof typeof MALGRUPPER
export const MALGRUPPSKODER = Object.keys(MALGRUPPER) as [Malgrupp, ...Malgrupp[]]

/** Where there are doctors to educate (D028). */
const MED_LAKARE: ReadonlySet<Malgrupp> = new Set<Malgrupp>([
  'primarvard',
  'specialistvard',
  'psykiatri',
  'behandlingshem',
  'foretagshalsovard',
  'anordnare',
])
export const harLakare = (m: Malgrupp): boolean => MED_LAKARE.has(m)

export const INFORMATIONSTYPER = {
  lakarutbildning: 'läkarutbildning',
  utbildning: 'annan utbildning',
  mote: 'möte',
  brev: 'brev',
  webb: 'webb',
} as const
export type Informationstyp = keyof typeof INFORMATIONSTYPER
export const INFORMATIONSTYPKODER = Object.keys(INFORMATIONSTYPER) as [Informationstyp, ...Informationstyp[]]

export const INFORMATIONSTEMAN = {
  forebyggande: 'förebyggande sjukpenning',
  apr: 'arbetsplatsinriktat rehabiliteringsstöd',
  roll: 'Försäkringskassans roll',
} as const
export type Informationstema = keyof typeof INFORMATIONSTEMAN
export const TEMAKODER = Object.keys(INFORMATIONSTEMAN) as [Informationstema, ...Informationstema[]]

export const INFORMATIONSLAGEN = { planerad: 'planerad', genomford: 'genomförd', installd: 'inställd' } as const
export type Informationslage = keyof typeof INFORMATIONSLAGEN
export const INFORMATIONSLAGESKODER = Object.keys(INFORMATIONSLAGEN) as [Informationslage, ...Informationslage[]]

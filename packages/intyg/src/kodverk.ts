/** Object identifiers and code systems of the Swedish certificate contracts. Facts, from the published contracts. */
export const OID = {
  personnummer: '1.2.752.129.2.1.3.1',
  samordningsnummer: '1.2.752.129.2.1.3.3',
  hsaId: '1.2.752.129.2.1.4.1',
  arbetsplatskod: '1.2.752.29.4.71',
  befattning: '1.2.752.129.2.2.1.4',
  intygstyp: 'b64ea353-e8f6-4832-b563-fc7d46f29548',
  relation: 'c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146',
  amne: 'ffa59d8f-8d7e-46ae-ac9e-31804e8e8499',
  part: '769bb12b-bd9f-4203-a5cd-fd14f2eb3b80',
} as const

/** The certificate that is read in full: läkarintyg för sjukpenning (FK 7804). Both versions carry the same type code. */
export const LISJP = 'LISJP'

export type Modell = 'v1' | 'v2'

/** Version text of LISJP -> which set of questions it has. */
export const LISJP_VERSIONER: ReadonlyMap<string, Modell> = new Map([
  ['1.0', 'v1'],
  ['1.1', 'v1'],
  ['1.2', 'v1'],
  ['1.3', 'v1'],
  ['2.0', 'v2'],
])

/** Certificate types that are known, with their names. All but LISJP are stored with their head only. */
export const INTYGSTYPER = {
  LISJP: 'läkarintyg för sjukpenning',
  LUSE: 'läkarutlåtande för sjukersättning',
  LUAE_NA: 'läkarutlåtande för aktivitetsersättning vid nedsatt arbetsförmåga',
  LUAE_FS: 'läkarutlåtande för aktivitetsersättning vid förlängd skolgång',
  AG7804: 'läkarintyg om arbetsförmåga till arbetsgivaren',
  'AG1-14': 'läkarintyg om arbetsförmåga i sjuklöneperioden',
  LUAS: 'läkarutlåtande för assistansersättning',
  LUMEK: 'läkarutlåtande för merkostnadsersättning',
  IGRAV: 'intyg om graviditet',
  LUNSP: 'läkarutlåtande för närståendepenning',
  LU_OMV_MEK: 'läkarutlåtande för omvårdnadsbidrag eller merkostnadsersättning',
  ITFP: 'intyg för tillfällig föräldrapenning',
  LU_TFP_B12_16: 'läkarutlåtande för tillfällig föräldrapenning, barn 12–16 år',
  LU_TFP_ASB18: 'läkarutlåtande för tillfällig föräldrapenning, allvarligt sjukt barn',
  AF00213: 'Arbetsförmedlingens medicinska utlåtande',
  AF00251: 'läkarintyg för deltagare i arbetsmarknadspolitiska program',
  fk7263: 'läkarintyg enligt det äldre formuläret FK 7263',
} as const

export type Intygstyp = keyof typeof INTYGSTYPER

const TYP_UR_KOD = new Map(Object.keys(INTYGSTYPER).map((t) => [t.toLowerCase(), t as Intygstyp]))
export const intygstyp = (kod: string): Intygstyp | undefined => TYP_UR_KOD.get(kod.toLowerCase())

/** ICD-10-SE travels under three identifiers (current, older, withdrawn); all mean the same code system. */
export const ICD10SE = '1.2.752.116.1.1.1'
export const KSH97P = '1.2.752.116.1.3.1.4.1'
const DIAGNOSSYSTEM: ReadonlyMap<string, string> = new Map([
  [ICD10SE, ICD10SE],
  ['1.2.752.116.1.1.1.1.3', ICD10SE],
  ['1.2.752.116.1.1.1.1.8', ICD10SE],
  [KSH97P, KSH97P],
])

/** The identifier to store a diagnosis under; undefined for an unknown code system. */
export const kanonisktDiagnossystem = (oid: string): string | undefined => DIAGNOSSYSTEM.get(oid.trim())

/** The code as it is stored: upper case, no dots or spaces. */
export const kanoniskDiagnoskod = (kod: string): string => kod.replace(/[\s.]/g, '').toUpperCase()

export type Grad = 1 | 0.75 | 0.5 | 0.25

export const GRADER: ReadonlyMap<string, Grad> = new Map([
  ['HELT_NEDSATT', 1],
  ['TRE_FJARDEDEL', 0.75],
  ['HALFTEN', 0.5],
  ['EN_FJARDEDEL', 0.25],
])

export const gradkod = (grad: Grad): string => [...GRADER].find(([, g]) => g === grad)![0]

/** Days until return to work in version 1 (39.3). */
export const PROGNOSDAGAR: ReadonlyMap<string, number> = new Map([
  ['TRETTIO_DGR', 30],
  ['SEXTIO_DGR', 60],
  ['NITTIO_DGR', 90],
  ['HUNDRAATTIO_DAGAR', 180],
  ['TREHUNDRASEXTIOFEM_DAGAR', 365],
])

export const RELATIONER = ['ERSATT', 'KOMPLT', 'FRLANG', 'KOPIA'] as const
export type Relationstyp = (typeof RELATIONER)[number]

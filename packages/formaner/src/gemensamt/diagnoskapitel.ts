/** Chapters of ICD-10-SE by their first and last category, as the classification names them. */
export const DIAGNOSKAPITEL: Readonly<Record<string, string>> = {
  'A00–B99': 'Vissa infektionssjukdomar och parasitsjukdomar',
  'C00–D48': 'Tumörer',
  'D50–D89': 'Sjukdomar i blod och blodbildande organ samt vissa rubbningar i immunsystemet',
  'E00–E90': 'Endokrina sjukdomar, nutritionsrubbningar och ämnesomsättningssjukdomar',
  'F00–F99': 'Psykiska sjukdomar och syndrom samt beteendestörningar',
  'G00–G99': 'Sjukdomar i nervsystemet',
  'H00–H59': 'Sjukdomar i ögat och närliggande organ',
  'H60–H95': 'Sjukdomar i örat och mastoidutskottet',
  'I00–I99': 'Cirkulationsorganens sjukdomar',
  'J00–J99': 'Andningsorganens sjukdomar',
  'K00–K93': 'Matsmältningsorganens sjukdomar',
  'L00–L99': 'Hudens och underhudens sjukdomar',
  'M00–M99': 'Sjukdomar i muskuloskeletala systemet och bindväven',
  'N00–N99': 'Sjukdomar i urin- och könsorganen',
  'O00–O99': 'Graviditet, förlossning och barnsängstid',
  'P00–P96': 'Vissa perinatala tillstånd',
  'Q00–Q99': 'Medfödda missbildningar, deformiteter och kromosomavvikelser',
  'R00–R99': 'Symtom, sjukdomstecken och onormala kliniska fynd och laboratoriefynd som ej klassificeras annorstädes',
  'S00–T98': 'Skador, förgiftningar och vissa andra följder av yttre orsaker',
  'U00–U99': 'Koder för särskilda ändamål',
  'V01–Y98': 'Yttre orsaker till sjukdom och död',
  'Z00–Z99': 'Faktorer av betydelse för hälsotillståndet och för kontakter med hälso- och sjukvården',
}

/** The psychiatric chapter (A044). */
export const PSYKIATRISKT_KAPITEL = 'F00–F99'

/** The chapters that the codes lie in, each once, in the order of the classification. A code that is none belongs nowhere. */
export function diagnoskapitel(koder: readonly string[]): string[] {
  const kategorier = koder.map((k) => k.trim().toUpperCase().slice(0, 3)).filter((k) => /^[A-Z]\d\d$/.test(k))
  return Object.keys(DIAGNOSKAPITEL).filter((kapitel) => {
    const [forsta, sista] = kapitel.split('–') as [string, string]
    return kategorier.some((k) => forsta <= k && k <= sista)
  })
}

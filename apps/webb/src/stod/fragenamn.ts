/** What an answer of each kind is called in lists and history. */
const NAMN: Readonly<Record<string, string>> = {
  sgi: 'SGI', arbetsformaga: 'arbetsförmågan', rehabilitering: 'rehabilitering', forslag: 'förslag till beslut', kvalitetssakring: 'kvalitetssäkring', kommunicering: 'kommunicering', yttrande: 'yttrandet', beslut: 'beslut', samtal: 'samtal om beslutet',
  omstallning: 'omställningsmöte', apr: 'arbetsplatsinriktat rehabiliteringsstöd', andring: 'ändring av beslut', omprovning: 'omprövning', overklagande: 'överklagande', intygsgranskning: 'granskning av intyg', ansokansgranskning: 'granskning av ansökan', senAnmalan: 'sen anmälan',
  forsta14: 'de första 14 dagarna', behovsanstalld: 'den behovsanställdes arbete dag 15–90', lonUnderSjukdom: 'lön under sjukdom', efterRiktalder: 'sjukpenning efter riktåldern', arbetsgivarensMojligheter: 'arbete hos arbetsgivaren', obesvarat: 'svar som inte kommit', fmrSvar: 'svar på medicinsk fråga', kontakt: 'överenskommen kontakt', periodslut: 'information när perioden tar slut',
  utlatandegranskning: 'granskning av utlåtandet', informeraOmSgi: 'information om SGI', ordination: 'läkarens ordination', risk: 'risken', evidens: 'stödet för behandlingen', planbedomning: 'planen', avvikelse: 'tillfällen mot planen', genomforande: 'genomförd behandling', arbetsschema: 'arbetstiden', arbetssokande: 'arbetssökande', nodvandigTid: 'nödvändig tid', annanErsattning: 'annan ersättning', avslut: 'registret och avslut',
}
export const fragenamn = (kod: string): string => NAMN[kod] ?? kod

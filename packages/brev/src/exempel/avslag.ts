import type { Brevinnehall } from '@atergang/arende'
import { datum } from '@atergang/kalender'
import { besked, brev, handlaggare, lista, omprovning, rubrik, stycke } from './gemensamt.ts'

/** A refusal with long reasons. */
export const avslag: Brevinnehall = brev({
  mall: { namn: 'sjukpenning-avslag', version: '1' },
  datum: datum('2026-03-30'),
  arendenummer: 'SJP-2025-000981',
  rubrik: 'Du får inte sjukpenning från den 1 april 2026',
  block: [
    besked(
      'utfall',
      'Du får inte sjukpenning från och med den 1 april 2026, eftersom du kan utföra ett arbete som är normalt förekommande på arbetsmarknaden.',
    ),
    rubrik('skal-rubrik', 'Varför du inte får sjukpenning'),
    rubrik('lagen-rubrik', 'Det här säger lagen', 3),
    stycke(
      'lagen',
      'När du har haft nedsatt arbetsförmåga i 180 dagar ska vi pröva om du kan försörja dig genom arbete på arbetsmarknaden i stort, och inte bara hos din arbetsgivare. Det gäller om det inte finns övervägande skäl att vänta till dag 365, eller om det skulle vara oskäligt (27 kap. 48 § socialförsäkringsbalken).',
    ),
    rubrik('fakta-rubrik', 'Det här vet vi om din situation', 3),
    stycke(
      'fakta',
      'Du har varit sjukskriven från ditt arbete som undersköterska sedan den 3 oktober 2025 för besvär från ryggen. Dag 180 i rehabiliteringskedjan var den 31 mars 2026.\n\nI läkarintyget den 12 mars 2026 skriver din läkare att du inte kan lyfta mer än fem kilo, inte arbeta framåtböjd och inte stå eller gå mer än 20 minuter i taget. Läkaren skriver också att du kan sitta i en timme om du får byta ställning och att du inte har några svårigheter att koncentrera dig.',
    ),
    stycke('underlag', 'Vi har gått igenom det här underlaget:'),
    lista(
      'underlag-lista',
      'läkarintyg den 3 oktober 2025, den 14 januari 2026 och den 12 mars 2026',
      'din arbetsgivares utlåtande den 20 februari 2026 om vilka anpassningar som har prövats',
      'ditt samtal med oss den 16 mars 2026',
      'svaret från vår försäkringsmedicinska rådgivare den 18 mars 2026.',
    ),
    rubrik('bedomning-rubrik', 'Vår bedömning', 3),
    stycke(
      'bedomning',
      'Av läkarintygen framgår att du inte kan arbeta som undersköterska. Det har vi ingen annan uppfattning om. Frågan är om du kan utföra ett arbete där du slipper lyfta, böja dig och stå länge. Sådana arbeten finns, till exempel i reception, i växel eller med lättare administration. I de arbetena går det att byta mellan att sitta och stå.\n\nDu har berättat att du har svårt att sitta stilla en hel dag. Läkaren bedömer att du klarar att sitta i en timme i taget om du får byta ställning. Vi bedömer därför att du kan utföra ett sådant arbete på heltid.',
    ),
    stycke(
      'overvagande-skal',
      'Vi har också prövat om det finns övervägande skäl att vänta med prövningen. Det skulle kräva att det är mer troligt än inte att du kan komma tillbaka i arbete hos din arbetsgivare före dag 365. Varken läkaren eller arbetsgivaren har kunnat beskriva en plan för det. Det finns därför inte övervägande skäl. Det har inte heller kommit fram något som gör att det vore oskäligt att pröva din arbetsförmåga mot arbetsmarknaden i stort.',
    ),
    stycke(
      'synpunkter',
      'Vi skickade ett förslag till beslut till dig den 19 mars 2026. Du svarade den 25 mars 2026 att du väntar på tid hos en smärtmottagning. Väntetiden ändrar inte vår bedömning av vad du kan göra i dag.',
    ),
    rubrik('nu-rubrik', 'Vad händer nu?'),
    stycke(
      'nu',
      'Du kan behöva skriva in dig på Arbetsförmedlingen senast den 1 april 2026 för att skydda din sjukpenninggrundande inkomst. Vi ringer dig i dag för att förklara beslutet och svara på frågor.',
    ),
    ...omprovning,
    rubrik('kontakt-rubrik', 'Kontakt'),
    handlaggare('Bo Påhittad'),
  ],
})

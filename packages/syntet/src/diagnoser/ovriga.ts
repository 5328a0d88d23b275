import { ALLTID, ENKELT_SERVICE, KONTOR, LATT_INDUSTRI, type Diagnos } from './diagnos.ts'

/** Heart, cancer, nerves, lungs, stomach and others. */
export const OVRIGA: readonly Diagnos[] = [
  {
    kod: 'I639', text: 'Hjärninfarkt', vikt: 3, langst: ALLTID,
    funktion: { icf: ['Energi och drift', 'Uppmärksamhet', 'Muskelkraft'], text: 'Hjärntrötthet, nedsatt finmotorik i höger hand och långsam ordmobilisering.' },
    aktivitet: { icf: ['Upprätthålla arbete', 'Finmotorisk handanvändning'], text: 'Orkar två timmar åt gången. Får inte köra bil.' },
    behandling: 'Strokerehabilitering med arbetsterapeut och logoped.',
    hindrar: 'hjärntrötthet och nedsatt finmotorik', klarar: 'utföra enkla och välkända uppgifter med regelbundna pauser', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'I219', text: 'Akut hjärtinfarkt', vikt: 3, langst: 200,
    funktion: { icf: ['Hjärtfunktioner', 'Kondition'], text: 'Nedsatt pumpförmåga, andfådd i trappa. Orolig efter infarkten.' },
    aktivitet: { icf: ['Lyfta och bära föremål', 'Gå'], text: 'Kan inte lyfta tungt eller arbeta i kyla.' },
    behandling: 'Ballongvidgning är gjord. Hjärtskola och träning på sjukhuset.',
    hindrar: 'andfåddhet vid ansträngning och att tunga lyft är olämpliga', klarar: 'arbeta utan tung ansträngning, till exempel vid ett skrivbord', yrkesgrupp: KONTOR,
  },
  {
    kod: 'I489', text: 'Förmaksflimmer', vikt: 2, langst: 150,
    funktion: { icf: ['Hjärtfunktioner', 'Energi och drift'], text: 'Oregelbunden puls, yrsel och trötthet vid attacker.' },
    aktivitet: { icf: ['Upprätthålla arbete'], text: 'Kan inte arbeta på höjd eller köra yrkestrafik.' },
    behandling: 'Läkemedel. Elkonvertering är planerad.',
    hindrar: 'yrsel vid attacker, så att arbete på höjd och körning är olämpligt', klarar: 'arbeta på marknivå i normal takt', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'C509', text: 'Malign tumör i bröstkörtel', vikt: 4, langst: ALLTID,
    funktion: { icf: ['Energi och drift', 'Ledrörlighet', 'Emotionella funktioner'], text: 'Trötthet och infektionskänslighet under behandling. Stram och öm i armen efter operation.' },
    aktivitet: { icf: ['Upprätthålla arbete', 'Lyfta och bära föremål'], text: 'Orkar korta stunder åt gången, behöver undvika smitta och tunga lyft.' },
    behandling: 'Operation är gjord. Cytostatika var tredje vecka, därefter strålning.',
    hindrar: 'trötthet och infektionskänslighet under pågående behandling', klarar: 'arbeta i lugn takt utan tunga lyft när behandlingen är avslutad', yrkesgrupp: KONTOR,
  },
  {
    kod: 'C189', text: 'Malign tumör i tjocktarmen', vikt: 2, langst: ALLTID,
    funktion: { icf: ['Energi och drift', 'Matsmältningsfunktioner'], text: 'Trötthet, viktnedgång och täta toalettbesök.' },
    aktivitet: { icf: ['Upprätthålla arbete'], text: 'Orkar högst någon timme och behöver nära till toalett.' },
    behandling: 'Operation är gjord. Cytostatika under ett halvår.',
    hindrar: 'trötthet och täta toalettbesök under behandlingen', klarar: 'arbeta sittande med fria pauser när behandlingen är avslutad', yrkesgrupp: KONTOR,
  },
  {
    kod: 'G560', text: 'Karpaltunnelsyndrom', vikt: 3, langst: 120,
    funktion: { icf: ['Känsel', 'Muskelkraft'], text: 'Domning och nedsatt greppkraft i höger hand. Nyopererad.' },
    aktivitet: { icf: ['Använda hand och arm'], text: 'Kan inte använda vibrerande verktyg, lyfta eller utföra ensidiga rörelser.' },
    behandling: 'Operation är gjord. Handträning.',
    hindrar: 'nedsatt greppkraft och att handen inte tål vibrationer', klarar: 'ta emot besökare och svara i telefon', yrkesgrupp: ENKELT_SERVICE,
  },
  {
    kod: 'G439', text: 'Migrän', vikt: 2, langst: 200,
    funktion: { icf: ['Smärta', 'Sinnesfunktioner'], text: 'Migrän 12–15 dagar i månaden med kräkning, ljus- och ljudkänslighet.' },
    aktivitet: { icf: ['Upprätthålla arbete'], text: 'Kan inte arbeta under anfall och är trög dagen efter.' },
    behandling: 'Förebyggande läkemedel byts ut, neurolog är kopplad.',
    hindrar: 'täta anfall som gör arbetsförmågan oregelbunden', klarar: 'arbeta i dämpad belysning med flexibla tider', yrkesgrupp: KONTOR,
  },
  {
    kod: 'G359', text: 'Multipel skleros', vikt: 2, langst: ALLTID,
    funktion: { icf: ['Energi och drift', 'Muskelkraft', 'Balans'], text: 'Trötthet, svaghet i benen och balanssvårigheter efter ett skov.' },
    aktivitet: { icf: ['Gå', 'Upprätthålla arbete'], text: 'Går med stöd, orkar halva dagar.' },
    behandling: 'Bromsmedicin och rehabilitering hos neuroteamet.',
    hindrar: 'trötthet och svaghet i benen', klarar: 'arbeta sittande halva dagar', yrkesgrupp: KONTOR,
  },
  {
    kod: 'J189', text: 'Lunginflammation', vikt: 3, langst: 45,
    funktion: { icf: ['Andningsfunktioner', 'Kondition'], text: 'Feber, hosta och andfåddhet.' },
    aktivitet: { icf: ['Gå', 'Upprätthålla arbete'], text: 'Orkar inte mer än att vara uppe korta stunder.' },
    behandling: 'Antibiotika och vila.',
    hindrar: 'feber och andfåddhet', klarar: 'arbeta som vanligt när infektionen är utläkt', yrkesgrupp: KONTOR,
  },
  {
    kod: 'U109', text: 'Postcovid', vikt: 2, langst: ALLTID,
    funktion: { icf: ['Energi och drift', 'Uppmärksamhet', 'Andningsfunktioner'], text: 'Försämras efter ansträngning, hjärntrötthet och hjärtklappning när hon eller han reser sig.' },
    aktivitet: { icf: ['Upprätthålla arbete', 'Gå'], text: 'Måste portionera ut krafterna. Klarar någon timmes lätt aktivitet om dagen.' },
    behandling: 'Rehabiliteringsprogram med aktivitetsbalans.',
    hindrar: 'att besvären ökar efter ansträngning', klarar: 'arbeta korta pass med lätta uppgifter', yrkesgrupp: KONTOR,
  },
  {
    kod: 'K509', text: 'Crohns sjukdom', vikt: 2, langst: 240,
    funktion: { icf: ['Matsmältningsfunktioner', 'Smärta', 'Energi och drift'], text: 'Buksmärta, täta diarréer, blodbrist och trötthet.' },
    aktivitet: { icf: ['Upprätthålla arbete'], text: 'Behöver nära till toalett och vila efter måltid.' },
    behandling: 'Biologiskt läkemedel är insatt.',
    hindrar: 'buksmärta och täta toalettbesök', klarar: 'arbeta vid en fast plats nära toalett', yrkesgrupp: KONTOR,
  },
  {
    kod: 'K409', text: 'Ljumskbråck', vikt: 3, langst: 45,
    funktion: { icf: ['Smärta', 'Muskelkraft'], text: 'Nyopererad, sårsmärta vid rörelse.' },
    aktivitet: { icf: ['Lyfta och bära föremål'], text: 'Får inte lyfta mer än 5 kg på fyra veckor.' },
    behandling: 'Operation är gjord. Sårkontroll.',
    hindrar: 'att tunga lyft är olämpliga efter operationen', klarar: 'arbeta utan lyft', yrkesgrupp: KONTOR,
  },
]

import { ALLTID, ENKELT_SERVICE, KONTOR, type Diagnos } from './diagnos.ts'

/** Muscles, joints and injuries. */
export const RORELSE: readonly Diagnos[] = [
  {
    kod: 'M545', text: 'Ländryggssmärta', vikt: 5, langst: ALLTID,
    funktion: { icf: ['Smärta', 'Ledrörlighet'], text: 'Smärta i ländryggen vid belastning. Framåtböjning till knäna, stel efter stillasittande.' },
    aktivitet: { icf: ['Lyfta och bära föremål', 'Ändra grundläggande kroppsställning'], text: 'Kan inte lyfta mer än 5 kg och inte sitta eller stå still längre än 30 minuter.' },
    behandling: 'Fysioterapi med träning två gånger i veckan och smärtlindring vid behov.',
    hindrar: 'värk och stelhet i ländryggen som hindrar lyft och böjda ställningar', klarar: 'sitta, gå och stå omväxlande en hel dag i lätt arbete', yrkesgrupp: KONTOR,
  },
  {
    kod: 'M544', text: 'Ländryggssmärta med ischias', vikt: 3, langst: 400,
    funktion: { icf: ['Smärta', 'Muskelkraft', 'Känsel'], text: 'Smärta från ryggen ned i vänster ben. Nedsatt kraft i foten och domning på utsidan av underbenet.' },
    aktivitet: { icf: ['Gå', 'Sitta', 'Lyfta och bära föremål'], text: 'Går högst 500 meter. Kan inte köra fordon i tjänsten.' },
    behandling: 'Fysioterapi. Bedömning hos ryggkirurg är beställd.',
    hindrar: 'bensmärta och nedsatt kraft i foten, så att gång och lyft begränsas', klarar: 'arbeta vid ett höj- och sänkbart bord med egna pauser', yrkesgrupp: KONTOR,
  },
  {
    kod: 'M751', text: 'Rotatorkuffsyndrom i skuldran', vikt: 4, langst: 400,
    funktion: { icf: ['Smärta', 'Ledrörlighet', 'Muskelkraft'], text: 'Smärta och nedsatt kraft i höger skuldra. Lyfter armen till 70 grader.' },
    aktivitet: { icf: ['Använda arm och hand', 'Lyfta och bära föremål'], text: 'Kan inte arbeta med armen över brösthöjd och inte lyfta med rak arm.' },
    behandling: 'Träning hos fysioterapeut. Kortisoninjektion är given.',
    hindrar: 'skuldersmärta som hindrar arbete över brösthöjd och lyft med rak arm', klarar: 'arbeta med armarna nära kroppen, till exempel vid ett skrivbord', yrkesgrupp: KONTOR,
  },
  {
    kod: 'M171', text: 'Primär artros i knäleden', vikt: 3, langst: ALLTID,
    funktion: { icf: ['Smärta', 'Ledstabilitet'], text: 'Svullet höger knä, smärta vid belastning och i vila på natten.' },
    aktivitet: { icf: ['Gå', 'Förflytta sig i trappor'], text: 'Kan inte stå och gå mer än en timme sammanlagt och inte arbeta på knä eller på stege.' },
    behandling: 'Artrosskola. Står på väntelista för knäprotes.',
    hindrar: 'knäsmärta som hindrar stående, gående och knästående arbete', klarar: 'arbeta sittande större delen av dagen', yrkesgrupp: KONTOR,
  },
  {
    kod: 'M542', text: 'Nacksmärta', vikt: 2, langst: 300,
    funktion: { icf: ['Smärta', 'Ledrörlighet'], text: 'Smärta och inskränkt rörlighet i nacken, spänningshuvudvärk flera dagar i veckan.' },
    aktivitet: { icf: ['Titta', 'Sitta'], text: 'Orkar skärmarbete en timme åt gången och klarar inte arbete med böjd nacke.' },
    behandling: 'Fysioterapi och genomgång av arbetsplatsen med ergonom.',
    hindrar: 'nacksmärta som hindrar skärmarbete längre än en timme i taget', klarar: 'växla mellan att möta besökare, stå och gå', yrkesgrupp: ENKELT_SERVICE,
  },
  {
    kod: 'M797', text: 'Fibromyalgi', vikt: 2, langst: ALLTID,
    funktion: { icf: ['Smärta', 'Energi och drift', 'Sömnfunktioner'], text: 'Utbredd värk i muskler, ömhet, trötthet och sömn utan återhämtning.' },
    aktivitet: { icf: ['Upprätthålla arbete', 'Lyfta och bära föremål'], text: 'Behöver variera ställning ofta och vila mitt på dagen. Klarar inte högt tempo.' },
    behandling: 'Smärtskola, anpassad träning i varmvatten.',
    hindrar: 'utbredd värk och trötthet som hindrar fysiskt arbete i högt tempo', klarar: 'arbeta i lugn takt med växlande ställningar och korta pauser', yrkesgrupp: KONTOR,
  },
  {
    kod: 'S826', text: 'Fraktur på laterala malleolen', vikt: 4, langst: 120,
    funktion: { icf: ['Smärta', 'Ledrörlighet'], text: 'Gipsad fotled, svullnad och smärta. Får inte belasta foten de första veckorna.' },
    aktivitet: { icf: ['Gå', 'Bära upp kroppsvikt'], text: 'Går med kryckor och kan inte köra bil.' },
    behandling: 'Gips i sex veckor, sedan fysioterapi.',
    hindrar: 'att foten inte får belastas', klarar: 'arbeta sittande med foten högt', yrkesgrupp: KONTOR,
  },
  {
    kod: 'S525', text: 'Fraktur på nedre delen av radius', vikt: 4, langst: 120,
    funktion: { icf: ['Smärta', 'Ledrörlighet', 'Muskelkraft'], text: 'Gipsad höger handled, svullnad i fingrarna.' },
    aktivitet: { icf: ['Använda hand och arm'], text: 'Kan inte lyfta, gripa eller skriva med höger hand.' },
    behandling: 'Gips i fem veckor, sedan handträning hos arbetsterapeut.',
    hindrar: 'att höger hand inte kan användas', klarar: 'svara i telefon och ta emot besökare', yrkesgrupp: ENKELT_SERVICE,
  },
  {
    kod: 'S832', text: 'Aktuell meniskskada', vikt: 3, langst: 120,
    funktion: { icf: ['Smärta', 'Ledstabilitet'], text: 'Knät låser sig och viker sig. Nyopererad med titthål.' },
    aktivitet: { icf: ['Gå', 'Knästående'], text: 'Kan inte gå i trappor, sitta på huk eller bära tungt.' },
    behandling: 'Operation är gjord. Träning hos fysioterapeut.',
    hindrar: 'ett instabilt knä som hindrar trappor, knästående och tunga lyft', klarar: 'arbeta sittande och gå korta sträckor', yrkesgrupp: KONTOR,
  },
  {
    kod: 'S060', text: 'Hjärnskakning', vikt: 3, langst: 180,
    funktion: { icf: ['Uppmärksamhet', 'Energi och drift', 'Smärta'], text: 'Huvudvärk, ljuskänslighet och uttröttbarhet efter fall.' },
    aktivitet: { icf: ['Läsa', 'Upprätthålla arbete'], text: 'Klarar skärm högst 20 minuter och behöver vila i mörkt rum varje dag.' },
    behandling: 'Successivt ökad aktivitet, uppföljning hos hjärnskadeteamet.',
    hindrar: 'huvudvärk och uttröttbarhet vid skärm och i buller', klarar: 'utföra enkla uppgifter utan skärm i lugn miljö', yrkesgrupp: ENKELT_SERVICE,
  },
]

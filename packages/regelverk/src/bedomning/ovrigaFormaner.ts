import { bedomningsfraga } from './bedomningsfraga.ts'

// 10 kap.
export const graviditetNedsattning = bedomningsfraga({
  namn: 'graviditetNedsattning',
  rubrik: 'Hur stor andel av förmågan att utföra sitt arbete sätter graviditeten ned?',
  faktum: 'Andel av förmågan att utföra arbetet som graviditeten sätter ned',
  enhet: 'tal',
  lagrum: ['10:2 st 1 p 1'],
  ord: 'sätter ned hennes förmåga att utföra sitt förvärvsarbete',
  radfraga: 'fmr',
})
export const graviditetOmplacering = bedomningsfraga({
  namn: 'graviditetOmplacering',
  rubrik: 'Kan hon omplaceras till annat mindre ansträngande arbete?',
  faktum: 'Kan omplaceras till annat mindre ansträngande arbete',
  lagrum: ['10:2 st 1 p 2'],
  ord: 'inte kan omplaceras till annat mindre ansträngande arbete',
})
export const forbudOmplacering = bedomningsfraga({
  namn: 'forbudOmplacering',
  rubrik: 'Kan hon omplaceras till annat arbete?',
  faktum: 'Kan omplaceras till annat arbete',
  lagrum: ['10:3 st 1 p 2'],
  ord: 'inte kan omplaceras till annat arbete',
})
export const riskForGraviditeten = bedomningsfraga({
  namn: 'riskForGraviditeten',
  rubrik: 'Innehåller arbetet någon risk för skadlig inverkan på hälsan, graviditeten eller fostret?',
  faktum: 'Arbetet innehåller risk för skadlig inverkan',
  lagrum: ['10:3 a st 1'],
  ord: 'någon risk för skadlig inverkan',
  radfraga: 'fmr',
})
export const vilketArbeteVid373 = bedomningsfraga({
  namn: 'vilketArbeteVid373',
  rubrik: 'Går det att avgöra under vilken tid och från vilket arbete personen är borta?',
  lagrum: ['10:2 st 2', '10:3 st 2', '10:3 a st 2', '27:55', '31:9'],
  ord: 'inte går att avgöra under vilken tid',
})

// 29–31 a kap.
export const kommerAttVara60Dagar = bedomningsfraga({
  namn: 'kommerAttVara60Dagar',
  rubrik: 'Kan arbetsförmågan antas vara nedsatt minst 60 dagar, så att arbetsgivaren ska ha en plan?',
  lagrum: ['30:6 st 1'],
  ord: 'kan antas att den försäkrades arbetsförmåga kommer att vara nedsatt',
})
export const kanInteAterga = bedomningsfraga({
  namn: 'kanInteAterga',
  rubrik: 'Framgår det klart av hälsotillståndet att personen inte kan återgå i arbete?',
  lagrum: ['30:6 st 2'],
  ord: 'klart framgår',
})
export const rehabiliteringsbehov = bedomningsfraga({
  namn: 'rehabiliteringsbehov',
  rubrik: 'Vilket behov av rehabilitering finns, och vilka åtgärder behövs?',
  lagrum: ['30:9', '30:2', '30:3', '30:7', '30:11', '29:2'],
  ord: 'behov av rehabilitering snarast klarläggs',
  radfraga: 'specialist',
})
export const rehabiliteringsplan = bedomningsfraga({
  namn: 'rehabiliteringsplan',
  rubrik: 'Behövs en åtgärd som ger rehabiliteringsersättning, så att en rehabiliteringsplan ska upprättas?',
  lagrum: ['30:12', '30:13', '30:14'],
  ord: 'Planen ska i den utsträckning det är möjligt upprättas i samråd',
})
export const rehabiliteringensSyfte = bedomningsfraga({
  namn: 'rehabiliteringensSyfte',
  rubrik: 'Avser rehabiliteringen att förkorta sjukdomstiden eller förebygga eller häva nedsättning av arbetsförmågan?',
  faktum: 'Rehabiliteringen har det syfte som paragrafen anger',
  lagrum: ['31:3', '29:2'],
  ord: 'arbetslivsinriktad rehabilitering som avser att',
})
export const kortvarigLedighet = bedomningsfraga({
  namn: 'kortvarigLedighet',
  rubrik: 'Är ledigheten kortvarig och för en enskild angelägenhet av vikt?',
  lagrum: ['31:5 st 1 p 1'],
  ord: 'kortvarig ledighet för enskild angelägenhet av vikt',
})
export const sammaInkomstbortfall = bedomningsfraga({
  namn: 'sammaInkomstbortfall',
  rubrik: 'Avser sjukpenningen eller livräntan vid arbetsskada samma inkomstbortfall som rehabiliteringspenningen?',
  lagrum: ['31:12 st 1 p 3'],
  ord: 'samma inkomstbortfall',
})

// 33 and 36 kap.
export const nastanHeltNedsatt = bedomningsfraga({
  namn: 'nastanHeltNedsatt',
  rubrik: 'Är arbetsförmågan helt eller i det närmaste helt nedsatt?',
  faktum: 'Arbetsförmågan är helt eller i det närmaste helt nedsatt',
  lagrum: ['33:9 p 1'],
  ord: 'helt eller i det närmaste helt nedsatt',
  radfraga: 'fmr',
})
export const stadigvarandeNedsatt = bedomningsfraga({
  namn: 'stadigvarandeNedsatt',
  rubrik: 'Kan arbetsförmågan anses stadigvarande nedsatt?',
  faktum: 'Arbetsförmågan kan anses stadigvarande nedsatt',
  lagrum: ['33:6'],
  ord: 'kan anses stadigvarande nedsatt',
  radfraga: 'fmr',
})
export const ingaAtgarder = bedomningsfraga({
  namn: 'ingaAtgarder',
  rubrik: 'Bedöms behandling eller rehabilitering inte kunna ge tillbaka någon arbetsförmåga?',
  faktum: 'Åtgärder bedöms inte kunna ge tillbaka någon arbetsförmåga',
  lagrum: ['33:6'],
  ord: 'inte bedöms kunna leda till',
  radfraga: 'fmr',
})
export const nedsattTid = bedomningsfraga({
  namn: 'nedsattTid',
  rubrik: 'Hur länge kan nedsättningen antas bestå?',
  faktum: 'Tid som nedsättningen kan antas bestå',
  enhet: 'år',
  lagrum: ['33:7'],
  ord: 'kan antas bestå under minst ett år',
  radfraga: 'fmr',
})
export const inteAvslutadSkolgang = bedomningsfraga({
  namn: 'inteAvslutadSkolgang',
  rubrik: 'Är det på grund av funktionshinder som skolgången inte är avslutad?',
  faktum: 'Skolgången är inte avslutad på grund av funktionshinder',
  lagrum: ['33:8'],
  ord: 'på grund av funktionshinder',
  radfraga: 'fmr',
})
export const forsorjningPaArbetsmarknaden = bedomningsfraga({
  namn: 'forsorjningPaArbetsmarknaden',
  rubrik: 'Kan personen försörja sig genom förvärvsarbete på arbetsmarknaden?',
  lagrum: ['33:10', '33:11'],
  ord: 'förmåga att försörja sig själv genom förvärvsarbete',
  radfraga: 'fmr',
})
export const forsorjningAldre = bedomningsfraga({
  namn: 'forsorjningAldre',
  rubrik: 'Kan den äldre försörja sig i normalt förekommande arbete som hon har erfarenhet av, eller i annat lämpligt tillgängligt arbete?',
  lagrum: ['33:10 a', '33:10 b', '33:11'],
  ord: 'som den försäkrade har erfarenhet av',
  radfraga: 'fmr',
})
export const hindradAvRehabilitering = bedomningsfraga({
  namn: 'hindradAvRehabilitering',
  rubrik: 'Hur mycket hindrar behandlingen eller rehabiliteringen personen från att arbeta?',
  enhet: 'tal',
  lagrum: ['33:12', '41:4'],
  ord: 'i den utsträckning som behandlingen eller rehabiliteringen hindrar',
})
export const uppfoljningSjukersattning = bedomningsfraga({
  namn: 'uppfoljningSjukersattning',
  rubrik: 'Vad visar uppföljningen av arbetsförmågan?',
  lagrum: ['33:17'],
  ord: 'göra en uppföljning av den försäkrades arbetsförmåga',
})
export const aktiviteter = bedomningsfraga({
  namn: 'aktiviteter',
  rubrik: 'Kan personen delta i aktiviteter under aktivitetsersättningen, och vilka?',
  lagrum: ['33:21', '33:22', '33:23', '33:24'],
  ord: 'kan antas ha en gynnsam inverkan',
})
export const vilandeforklaring = bedomningsfraga({
  namn: 'vilandeforklaring',
  rubrik: 'Ska ersättningen förklaras vilande, i vilken del, eller ska vilandeförklaringen upphävas?',
  lagrum: ['36:10', '36:12', '36:13', '36:16', '36:17'],
  ord: 'får efter ansökan av den försäkrade besluta',
})
export const provotid = bedomningsfraga({
  namn: 'provotid',
  rubrik: 'Ska personen få studera med aktivitetsersättning under prövotid?',
  lagrum: ['36:9 a'],
  ord: 'får efter ansökan av en försäkrad',
})
export const arbetarMedSaknadFormaga = bedomningsfraga({
  namn: 'arbetarMedSaknadFormaga',
  rubrik: 'Arbetar personen med en förmåga som antogs saknas, och i vilken omfattning?',
  enhet: 'tal',
  lagrum: ['36:9'],
  ord: 'antogs sakna när beslutet',
})
export const omprovaErsattning = bedomningsfraga({
  namn: 'omprovaErsattning',
  rubrik: 'Har arbetsförmågan förbättrats så att rätten ska omprövas?',
  lagrum: ['36:19', '36:21', '36:22', '36:23', '36:24'],
  ord: 'antas ha en förbättrad arbetsförmåga',
})
export const ersattningUtanAnsokan = bedomningsfraga({
  namn: 'ersattningUtanAnsokan',
  rubrik: 'Ska sjukersättning eller aktivitetsersättning beviljas, förlängas eller ökas utan ansökan?',
  lagrum: ['36:25', '36:26', '36:27'],
  ord: 'får Försäkringskassan bevilja',
})

// 41 kap.
export const arbetsskadaOrsak = bedomningsfraga({
  namn: 'arbetsskadaOrsak',
  rubrik: 'Är förmågan att skaffa inkomst nedsatt till följd av arbetsskada, en eller flera?',
  lagrum: ['41:2 st 1', '41:3'],
  ord: 'till följd av arbetsskada',
  radfraga: 'fmr',
})
export const livrantaNedsattTid = bedomningsfraga({
  namn: 'livrantaNedsattTid',
  rubrik: 'Hur länge kan nedsättningen efter arbetsskadan antas bestå?',
  faktum: 'Tid som nedsättningen efter arbetsskadan kan antas bestå',
  enhet: 'år',
  lagrum: ['41:2 st 2 p 1'],
  ord: 'kan antas bestå under minst ett år',
  radfraga: 'fmr',
})
export const inkomstTrotsSkadan = bedomningsfraga({
  namn: 'inkomstTrotsSkadan',
  rubrik: 'Vilken årsinkomst kan rimligen begäras trots arbetsskadan?',
  faktum: 'Årsinkomst som rimligen kan begäras trots arbetsskadan',
  enhet: 'kr/år',
  lagrum: ['41:9', '41:10'],
  ord: 'vad som rimligen kan begäras',
})
export const livranteunderlagetGrund = bedomningsfraga({
  namn: 'livranteunderlagetGrund',
  rubrik: 'Vilken inkomst ska livränteunderlaget grundas på?',
  enhet: 'kr/år',
  lagrum: ['41:14', '41:11', '41:12', '41:13', '41:15', '41:16', '41:17'],
  ord: 'sannolikt skulle ha haft',
})

import { bedomningsfraga } from './bedomningsfraga.ts'

// 27, 28 and 28 a kap.

export const sjukdom = bedomningsfraga({
  namn: 'sjukdom',
  rubrik: 'Är personen sjuk, eller finns nedsättningen kvar efter en sjukdom med sjukpenning?',
  lagrum: ['27:2', '27:3', '24:2'],
  ord: 'sjukdom som sätter ned hans eller hennes arbetsförmåga',
  radfraga: 'fmr',
})
export const arbetsformaganNedsattMed = bedomningsfraga({
  namn: 'arbetsformaganNedsattMed',
  rubrik: 'Hur stor andel av arbetsförmågan är nedsatt?',
  faktum: 'Andel av arbetsförmågan som är nedsatt',
  enhet: 'tal',
  lagrum: ['27:45', '27:2 st 1', '27:46', '33:9'],
  ord: 'arbetsförmåga är nedsatt med minst',
  radfraga: 'fmr',
})
export const skaligArbetsresa = bedomningsfraga({
  namn: 'skaligArbetsresa',
  rubrik: 'Vilken ersättning för merutgifter för arbetsresor är skälig?',
  enhet: 'kr',
  lagrum: ['27:5'],
  ord: 'skälig ersättning',
})
export const forebyggandeSyfte = bedomningsfraga({
  namn: 'forebyggandeSyfte',
  rubrik: 'Syftar behandlingen till att förebygga sjukdom, förkorta sjukdomstiden eller förebygga eller häva nedsättning?',
  faktum: 'Behandlingen har ett förebyggande eller förkortande syfte',
  lagrum: ['27:6 st 1'],
  ord: 'medicinsk behandling eller medicinsk rehabilitering som syftar till',
  radfraga: 'fmr',
})
export const planGodkand = bedomningsfraga({
  namn: 'planGodkand',
  rubrik: 'Kan planen för behandlingen eller rehabiliteringen godkännas?',
  faktum: 'Planen är godkänd',
  lagrum: ['27:6 st 2 p 2'],
  ord: 'godkänd plan',
  radfraga: 'fmr',
})
export const skaligtForsta14 = bedomningsfraga({
  namn: 'skaligtForsta14',
  rubrik: 'Kan personen antas ha arbetat som före sjukperioden, och vad är skäligt?',
  faktum: 'Sjukpenning är skälig efter hur personen arbetade före sjukperioden',
  lagrum: ['27:11'],
  ord: 'efter vad som kan anses skäligt',
})
export const skulleHaArbetatVidBehov = bedomningsfraga({
  namn: 'skulleHaArbetatVidBehov',
  rubrik: 'Kan den behovsanställde antas skulle ha arbetat den dagen?',
  faktum: 'Den behovsanställde kan antas skulle ha arbetat',
  lagrum: ['27:16 a st 2'],
  ord: 'kan antas att den försäkrade skulle ha förvärvsarbetat',
})
export const senAnmalan = bedomningsfraga({
  namn: 'senAnmalan',
  rubrik: 'Fanns det hinder mot att anmäla, eller finns särskilda skäl att ändå lämna sjukpenning?',
  lagrum: ['27:17'],
  ord: 'särskilda skäl',
})
export const allvarligSjukdom = bedomningsfraga({
  namn: 'allvarligSjukdom',
  rubrik: 'Är arbetsförmågan nedsatt till minst en fjärdedel av en allvarlig sjukdom?',
  lagrum: ['27:23'],
  ord: 'allvarlig sjukdom',
  radfraga: 'fmr',
})
export const lakarintygRacker = bedomningsfraga({
  namn: 'lakarintygRacker',
  rubrik: 'Styrker intyget nedsättningen av arbetsförmågan?',
  lagrum: ['27:25'],
  ord: 'styrka nedsättningen av arbetsförmågan',
  radfraga: 'fmr',
})
export const upphorEfterRiktalder = bedomningsfraga({
  namn: 'upphorEfterRiktalder',
  rubrik: 'Ska sjukpenningen upphöra efter riktåldern?',
  lagrum: ['27:36'],
  ord: 'får Försäkringskassan besluta',
})
export const sarskiltHogriskskydd = bedomningsfraga({
  namn: 'sarskiltHogriskskydd',
  rubrik: 'Ska särskilt högriskskydd beslutas?',
  lagrum: ['27:41', '27:40', '27:42'],
  ord: 'kan antas medföra ett större antal sjukperioder',
  radfraga: 'fmr',
})
export const hogriskskyddetsTid = bedomningsfraga({
  namn: 'hogriskskyddetsTid',
  rubrik: 'Hur länge ska det särskilda högriskskyddet gälla, och är villkoret fortfarande uppfyllt?',
  lagrum: ['27:43', '27:44'],
  ord: 'särskilda skäl',
})
export const vanligtArbete = bedomningsfraga({
  namn: 'vanligtArbete',
  rubrik:
    'Kan personen på grund av sjukdomen inte utföra sitt vanliga arbete eller annat lämpligt arbete som arbetsgivaren tillfälligt erbjuder?',
  lagrum: ['27:46 st 1', '27:49 c'],
  ord: 'inte kan utföra sitt vanliga arbete',
  radfraga: 'fmr',
})
export const arbetstidensForlaggning = bedomningsfraga({
  namn: 'arbetstidensForlaggning',
  rubrik: 'Försämrar arbetstidens förläggning möjligheterna till återgång i arbete?',
  lagrum: ['27:46 st 3'],
  ord: 'arbetstidens förläggning inte får försämra möjligheterna',
})
export const efterOmplacering = bedomningsfraga({
  namn: 'efterOmplacering',
  rubrik: 'Kan personen försörja sig efter en omplacering till annat arbete hos arbetsgivaren?',
  lagrum: ['27:47'],
  ord: 'kan försörja sig efter en omplacering',
  radfraga: 'fmr',
})
export const normaltForekommandeArbete = bedomningsfraga({
  namn: 'normaltForekommandeArbete',
  rubrik:
    'Kan personen försörja sig i en angiven yrkesgrupp med normalt förekommande arbeten, eller i annat lämpligt arbete som är tillgängligt?',
  lagrum: ['27:48 st 1', '27:49 st 1', '27:49 b st 2'],
  ord: 'normalt förekommande på arbetsmarknaden',
  radfraga: 'fmr',
})
export const overvagandeSkal = bedomningsfraga({
  namn: 'overvagandeSkal',
  rubrik: 'Talar övervägande skäl för återgång hos arbetsgivaren före dag 366?',
  lagrum: ['27:48 st 3 p 1'],
  ord: 'övervägande skäl',
  radfraga: 'fmr',
})
export const sarskildaSkalDag550 = bedomningsfraga({
  namn: 'sarskildaSkalDag550',
  rubrik: 'Finns särskilda skäl: kan återgång hos arbetsgivaren förväntas före dag 551?',
  lagrum: ['27:48 st 3 p 2', '27:49 st 3 p 1'],
  ord: 'särskilda skäl',
  radfraga: 'fmr',
})
export const oskaligtMotNormalt = bedomningsfraga({
  namn: 'oskaligtMotNormalt',
  rubrik: 'Är det oskäligt att bedöma mot normalt förekommande arbete?',
  lagrum: ['27:48 st 3 p 3', '27:49 st 3 p 2'],
  ord: 'oskäligt',
  radfraga: 'fmr',
})
export const annatTillgangligtArbete = bedomningsfraga({
  namn: 'annatTillgangligtArbete',
  rubrik: 'Kan personen, som har nått åldern för inkomstgrundad pension, försörja sig genom annat lämpligt arbete som är tillgängligt?',
  lagrum: ['27:49 d st 2', '27:49 e'],
  ord: 'annat lämpligt arbete som är tillgängligt',
})
export const efterAtgard = bedomningsfraga({
  namn: 'efterAtgard',
  rubrik: 'Vilken arbetsförmåga har personen efter den behandling eller rehabilitering som behövs?',
  enhet: 'tal',
  lagrum: ['27:50'],
  ord: 'i behov av någon medicinsk behandling',
  radfraga: 'fmr',
})
export const formaganAttVardaBarn = bedomningsfraga({
  namn: 'formaganAttVardaBarn',
  rubrik: 'Hur stor andel av förmågan att vårda barn är nedsatt på grund av sjukdom?',
  enhet: 'tal',
  lagrum: ['27:52'],
  ord: 'förmåga att vårda barn är nedsatt',
})
export const nedsattningMedAnnanErsattning = bedomningsfraga({
  namn: 'nedsattningMedAnnanErsattning',
  rubrik: 'Vilken nedsättning ligger redan till grund för sjukersättning, aktivitetsersättning eller livränta?',
  enhet: 'tal',
  lagrum: ['27:53', '27:54', '27:55'],
  ord: 'bortses från den nedsättning',
})
export const deltaIProgram = bedomningsfraga({
  namn: 'deltaIProgram',
  rubrik: 'Kan personen återinträda och delta i det arbetsmarknadspolitiska programmet?',
  lagrum: ['27:55 b'],
  ord: 'förmåga att delta i ett sådant program',
})
export const oskaligtForArbetslos = bedomningsfraga({
  namn: 'oskaligtForArbetslos',
  rubrik: 'Är det oskäligt att den arbetslöse inte får kalenderdagsberäknad sjukpenning de första 14 dagarna?',
  faktum: 'Det är oskäligt att inte lämna kalenderdagsberäknad sjukpenning',
  lagrum: ['28:6'],
  ord: 'framstå som oskäligt',
})
export const sarskildaFallNedsattMed = bedomningsfraga({
  namn: 'sarskildaFallNedsattMed',
  rubrik: 'Hur stor andel av arbetsförmågan är nedsatt i förhållande till ett heltidsarbete på arbetsmarknaden?',
  faktum: 'Andel av arbetsförmågan som är nedsatt i förhållande till ett heltidsarbete',
  enhet: 'tal',
  lagrum: ['28 a:8', '28 a:4 st 2', '31 a:4 st 2', '31 a:6'],
  ord: 'normalt förekommande på arbetsmarknaden',
  radfraga: 'fmr',
})

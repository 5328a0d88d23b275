import { bedomningsfraga } from './bedomningsfraga.ts'

// 25 and 26 kap.: an officer fixes the SGI; the rules of `regler/sgi.ts` reckon a proposal from what is told.

export const arsinkomst = bedomningsfraga({
  namn: 'arsinkomst',
  rubrik: 'Vilken årlig inkomst av eget arbete kan personen antas komma att få tills vidare?',
  enhet: 'kr/år',
  lagrum: ['25:2', '25:3', '25:4', '25:6', '26:2', '26:3'],
  ord: 'kan antas komma att tills vidare få',
})
export const anstallningEllerAnnat = bedomningsfraga({
  namn: 'anstallningEllerAnnat',
  rubrik: 'Är inkomsten av anställning eller av annat förvärvsarbete?',
  lagrum: ['25:7', '25:8', '25:10', '25:11', '25:12', '25:13', '25:14', '25:15', '25:16'],
  ord: 'ska räknas som inkomst av anställning',
})
export const skaligAvloning = bedomningsfraga({
  namn: 'skaligAvloning',
  rubrik: 'Vad är skälig avlöning för liknande arbete under uppbyggnadsskedet?',
  enhet: 'kr/år',
  lagrum: ['25:9', '25:7 a'],
  ord: 'skälig avlöning för liknande arbete',
})
export const undantagnaInkomster = bedomningsfraga({
  namn: 'undantagnaInkomster',
  rubrik: 'Ska någon inkomst inte räknas in i SGI?',
  lagrum: ['25:17', '25:18', '25:19', '25:20', '25:21', '25:22', '25:23', '25:24'],
  ord: 'räknas inte',
})
export const arsarbetstidenFraga = bedomningsfraga({
  namn: 'arsarbetstidenFraga',
  rubrik: 'Hur många timmar om året kan personen antas ha som ordinarie arbetstid?',
  enhet: 'timmar',
  lagrum: ['25:26', '25:25', '25:28', '25:30'],
  ord: 'kan antas komma att ha som ordinarie arbetstid',
})

export const sgiSkydd = bedomningsfraga({
  namn: 'sgiSkydd',
  rubrik: 'Är tiden SGI-skyddad?',
  lagrum: ['26:9', '26:11', '26:12', '26:13', '26:14', '26:15', '26:16', '26:17', '26:18', '26:18 a'],
  ord: 'avbryter eller inskränker sitt förvärvsarbete',
})
export const sgiSkyddIVantan = bedomningsfraga({
  namn: 'sgiSkyddIVantan',
  rubrik: 'Finns det skäl som talar emot SGI-skydd medan personen väntar på beslut?',
  lagrum: ['26:17 st 2'],
  ord: 'Om det inte finns skäl som talar emot det',
})
export const sgiAndras = bedomningsfraga({
  namn: 'sgiAndras',
  rubrik: 'Ska SGI ändras, och från vilken dag?',
  lagrum: ['26:4', '26:5', '26:6', '26:7', '26:8'],
  ord: 'på ett sätt som har betydelse',
})
export const sgiUnderTiden = bedomningsfraga({
  namn: 'sgiUnderTiden',
  rubrik: 'Vilken inkomst av eget arbete kan personen antas få under studierna, programmet, tjänstgöringen eller behandlingen?',
  enhet: 'kr/år',
  lagrum: ['26:19', '26:20', '26:21', '26:22'],
  ord: 'kan antas få under den tiden',
})
export const sgiEfterErsattning = bedomningsfraga({
  namn: 'sgiEfterErsattning',
  rubrik: 'Vilken SGI skulle personen ha haft före sjukersättningen, aktivitetsersättningen, livräntan eller utlandsresan?',
  enhet: 'kr/år',
  lagrum: ['26:22 a', '26:22 b', '26:24'],
  ord: 'skulle ha varit berättigad till omedelbart före',
})
export const sgiVidTjanstepension = bedomningsfraga({
  namn: 'sgiVidTjanstepension',
  rubrik: 'Kan SGI fastställas vid sidan av tjänstepension, och på vilken inkomst?',
  enhet: 'kr/år',
  lagrum: ['26:25', '26:26', '26:27'],
  ord: 'beräknas pågå under minst sex månader i följd',
})

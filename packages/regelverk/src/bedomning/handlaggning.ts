import { bedomningsfraga } from './bedomningsfraga.ts'

// 110, 112, 113 kap. and förvaltningslagen

export const ansokanKanLiggaTillGrund = bedomningsfraga({
  namn: 'ansokanKanLiggaTillGrund',
  rubrik: 'Kan ansökan läggas till grund för en prövning, och är bristen av ringa betydelse?',
  lagrum: ['110:10', '110:4', '110:11', 'FL 20'],
  ord: 'så ofullständig',
})
export const sjukpenningUtanAnsokan = bedomningsfraga({
  namn: 'sjukpenningUtanAnsokan',
  rubrik: 'Är personen på grund av sjukdomen förhindrad eller har synnerliga svårigheter att ansöka?',
  lagrum: ['110:6'],
  ord: 'synnerliga svårigheter',
})
export const utredningRacker = bedomningsfraga({
  namn: 'utredningRacker',
  rubrik: 'Är ärendet utrett i den omfattning som dess beskaffenhet kräver?',
  lagrum: ['110:13 st 1', 'FL 23'],
  ord: 'i den omfattning som deras beskaffenhet kräver',
})
export const uppenbartUtanKommunicering = bedomningsfraga({
  namn: 'uppenbartUtanKommunicering',
  rubrik: 'Är det uppenbart att personen inte kan komma in med något som påverkar avgörandet?',
  lagrum: ['110:13 a st 2'],
  ord: 'uppenbart',
})
export const utredningsatgard = bedomningsfraga({
  namn: 'utredningsatgard',
  rubrik: 'Behövs en förfrågan, ett besök, ett utlåtande eller en undersökning?',
  lagrum: ['110:14', '110:16', '110:21', 'FL 26'],
  ord: 'När det behövs för bedömningen',
})
export const drasInEllerSattasNed = bedomningsfraga({
  namn: 'drasInEllerSattasNed',
  rubrik: 'Ska ersättningen dras in eller sättas ned?',
  lagrum: ['110:52', '110:53', '110:54', '110:55', '110:56', '110:57', '110:58'],
  ord: 'får dras in eller sättas ned',
  radfraga: 'specialist',
})
export const interimistisktVidDrojsmal = bedomningsfraga({
  namn: 'interimistisktVidDrojsmal',
  rubrik: 'Är rätten sannolik, av väsentlig betydelse och avgörandet betydligt fördröjt, så att ett interimistiskt beslut kan fattas?',
  lagrum: ['112:2'],
  ord: 'betydande dröjsmål',
})
export const interimistiskSjukpenning = bedomningsfraga({
  namn: 'interimistiskSjukpenning',
  rubrik: 'Saknas det skäl som talar emot ett interimistiskt beslut om sjukpenning?',
  lagrum: ['112:2 a'],
  ord: 'det saknas skäl som talar emot det',
})
export const hallasInne = bedomningsfraga({
  namn: 'hallasInne',
  rubrik: 'Finns det sannolika skäl att dra in eller minska ersättningen, så att den ska hållas inne?',
  lagrum: ['112:3'],
  ord: 'sannolika skäl',
  radfraga: 'specialist',
})
export const beslutetOriktigt = bedomningsfraga({
  namn: 'beslutetOriktigt',
  rubrik: 'Är beslutet oriktigt på ett sätt som gör att det ska ändras?',
  lagrum: ['113:3', '113:5', 'FL 36'],
  ord: 'oriktigt',
  radfraga: 'specialist',
})
export const andringEfterTvaAr = bedomningsfraga({
  namn: 'andringEfterTvaAr',
  rubrik: 'Får beslutet ändras fast två år har gått?',
  lagrum: ['113:6'],
  ord: 'andra synnerliga skäl',
  radfraga: 'specialist',
})
export const beslutetVidOmprovning = bedomningsfraga({
  namn: 'beslutetVidOmprovning',
  rubrik: 'Ska beslutet ändras vid omprövningen? Aldrig till den enskildes nackdel.',
  lagrum: ['113:7', '113:8'],
  ord: 'ska ompröva ett beslut',
})
export const skrivelsensInnebord = bedomningsfraga({
  namn: 'skrivelsensInnebord',
  rubrik: 'Är skrivelsen en begäran om omprövning eller ett överklagande?',
  lagrum: ['113:10', '113:11', '113:9'],
  ord: 'ska anses som en begäran om omprövning',
})
export const vasentligtForsenat = bedomningsfraga({
  namn: 'vasentligtForsenat',
  rubrik: 'Kommer avgörandet att bli väsentligt försenat, så att personen ska underrättas?',
  lagrum: ['FL 11'],
  ord: 'väsentligt försenat',
})
export const jav = bedomningsfraga({
  namn: 'jav',
  rubrik: 'Är handläggaren jävig?',
  lagrum: ['FL 16', 'FL 17', 'FL 18'],
  ord: 'opartiskhet i ärendet kan ifrågasättas',
})
export const postensAnkomst = bedomningsfraga({
  namn: 'postensAnkomst',
  rubrik: 'Är det osannolikt att försändelsen skildes av för myndigheten redan föregående arbetsdag?',
  lagrum: ['FL 22 st 2'],
  ord: 'osannolikt',
})
export const kommuniceringBehovs = bedomningsfraga({
  namn: 'kommuniceringBehovs',
  rubrik: 'Är det uppenbart obehövligt att låta personen yttra sig över materialet?',
  lagrum: ['FL 25', 'FL 24'],
  ord: 'uppenbart obehövligt',
})
export const motiveringKlargor = bedomningsfraga({
  namn: 'motiveringKlargor',
  rubrik: 'Är motiveringen klargörande, med föreskrifter och avgörande omständigheter?',
  lagrum: ['FL 32'],
  ord: 'klargörande motivering',
  radfraga: 'specialist',
})
export const overklagandetIRattTid = bedomningsfraga({
  namn: 'overklagandetIRattTid',
  rubrik: 'Kom överklagandet i tid, eller beror förseningen på myndigheten?',
  lagrum: ['FL 45', '113:21'],
  ord: 'kommit in i rätt tid',
})

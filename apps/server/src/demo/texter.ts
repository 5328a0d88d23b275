import type { Fraga } from '@atergang/arende'
import { periodtext, type Period } from '@atergang/kalender'
import type { Diagnos, PahittadPerson } from '@atergang/syntet'
import type { Bedomning } from './ode.ts'

/** What the officials of the demo write. Individual: each text is made of the diagnosis and the work at hand. */

const liten = (t: string): string => `${t[0]!.toLowerCase()}${t.slice(1)}`
const arbetet = (p: PahittadPerson): string =>
  p.sysselsattning === 'arbetslos' ? `det senaste arbetet som ${p.yrke.namn}` : `arbetet som ${p.yrke.namn}`

export function bedomningsskal(d: Diagnos, p: PahittadPerson, val: Bedomning, form: { provas: readonly string[] }): string {
  const grund = `Läkaren beskriver ${d.hindrar}. Det stämmer med vad personen själv berättar.`
  if (val === 'neka' && form.provas.includes('normaltForekommande'))
    return `${grund} Besvären hindrar ${arbetet(p)}, men personen kan ${d.klarar}.`
  if (val === 'neka' && form.provas.includes('annatHosArbetsgivaren'))
    return `${grund} Arbetsgivaren har lättare arbetsuppgifter. I dem kan personen ${d.klarar}.`
  if (val === 'neka') return `${grund} Besvären har minskat och hindrar inte längre ${arbetet(p)}. Personen har provat alla moment.`
  if (val === 'delvis') return `${grund} Personen klarar en del av arbetstiden: uppgifterna kan delas upp och vila läggas in.`
  return `${grund} ${p.yrke.uppgifter} Det går inte att förena med besvären just nu.`
}

export const undantagsskal = (vilket: string): string =>
  ({
    overvagandeSkal:
      'Arbetsgivaren och personen har en plan med stegvis återgång till samma arbete. Läkaren räknar med full återgång, så det mesta talar för att den sker före dag 366.',
    sarskildaSkal:
      'Behandlingen har en känd tidsplan och läkaren anger när personen kan vara tillbaka. Återgång i arbete hos arbetsgivaren kan därför förväntas före dag 551.',
    oskaligt: 'Sjukdomen är allvarlig och behandlingen pågår. Det är oskäligt att bedöma förmågan mot andra arbeten nu.',
  })[vilket] ?? ''

export function rehabiliteringssvar(d: Diagnos, period: Period | undefined): unknown {
  const tid = period ? ` under ${periodtext(period)}` : ''
  if (d.kod.startsWith('F'))
    return {
      behov: 'ja',
      vag: 'vard',
      atgard: d.behandling,
      personensSyn: 'Vill tillbaka till arbetet i egen takt och ser behandlingen som det viktigaste nu.',
      skal: `Vården ansvarar för behandlingen${tid}. Arbetsplatsen kontaktas när läkaren bedömer att det är dags.`,
    }
  if (d.kod.startsWith('M'))
    return {
      behov: 'ja',
      vag: 'arbetsgivare',
      atgard: 'Anpassade arbetsuppgifter och arbetstider, uppföljning med företagshälsovården.',
      personensSyn: 'Tror att arbetet går bra om tunga moment tas bort.',
      skal: 'Anpassning på arbetsplatsen förkortar sjukskrivningen. Arbetsgivaren har ansvaret.',
    }
  return {
    behov: 'nej',
    vag: 'ingen',
    atgard: '',
    personensSyn: 'Ser behandlingen som tillräcklig just nu.',
    skal: `Medicinsk behandling pågår${tid} och återgången är planerad.`,
  }
}

export const beviljandemotivering = (d: Diagnos): object => ({
  avgorande: `Din arbetsförmåga är nedsatt på grund av sjukdom under hela den tid du ansökt för. Din läkare beskriver ${d.hindrar}.`,
  omstandigheter: '',
  bedomning: '',
  saknades: '',
})

/** The reasons of a refusal: the rule that decides, what is known, how it is judged. */
export function avslagsmotivering(skal: string, delvis: boolean, d: Diagnos, p: PahittadPerson): object {
  const omstandigheter = `Din läkare beskriver ${d.hindrar}. Läkaren skriver också: ${d.aktivitet.text} Du har i ansökan beskrivit ${arbetet(p)}: ${liten(p.yrke.uppgifter)}`
  const [avgorande, bedomning] = AVSLAG[skal]?.(d, p, delvis) ?? [
    'Du uppfyller inte villkoren för sjukpenning för de här dagarna.',
    'Vi har gått igenom uppgifterna i ärendet och jämfört dem med vad lagen kräver.',
  ]
  return { avgorande, omstandigheter, bedomning, saknades: '' }
}

type Avslagstext = (d: Diagnos, p: PahittadPerson, delvis: boolean) => readonly [avgorande: string, bedomning: string]

const AVSLAG: Readonly<Record<string, Avslagstext>> = {
  klararNormaltForekommande: (d, p, delvis) => [
    delvis
      ? 'Du kan till en del försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden. Därför får du mindre sjukpenning än du ansökte om.'
      : 'Du kan försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden. Därför har du inte rätt till sjukpenning.',
    `Vi bedömer att besvären hindrar ${arbetet(p)}, men inte ett arbete som är lättare. Du kan ${d.klarar}. Sådana arbeten finns till exempel bland ${liten(d.yrkesgrupp)}.`,
  ],
  klararAnnatHosArbetsgivaren: (d, _p, delvis) => [
    delvis
      ? 'Du kan till en del försörja dig genom annat arbete hos din arbetsgivare. Därför får du mindre sjukpenning än du ansökte om.'
      : 'Du kan försörja dig genom annat arbete hos din arbetsgivare. Därför har du inte rätt till sjukpenning.',
    `Din arbetsgivare har lättare arbetsuppgifter som du kan börja med nu. Vi bedömer att du i dem kan ${d.klarar}.`,
  ],
  klararVanligtArbete: (d, p, delvis) =>
    delvis
      ? [
          'Du kan arbeta en del av din vanliga arbetstid. Därför får du mindre sjukpenning än du ansökte om.',
          `Vi bedömer att besvären minskar din förmåga, men inte hela arbetsdagen. Arbetsuppgifterna som ${p.yrke.namn} kan delas upp så att du får vila mellan dem.`,
        ]
      : [
          'Du kan utföra ditt vanliga arbete. Därför har du inte rätt till sjukpenning.',
          `Vi bedömer att besvären har minskat så mycket att du klarar arbetsuppgifterna som ${p.yrke.namn}. Du kan ${d.klarar}.`,
        ],
  klararVardaBarn: (d, _p, delvis) => [
    delvis
      ? 'Din förmåga att vårda barn är bara delvis nedsatt. Därför får du mindre sjukpenning än du ansökte om.'
      : 'Din förmåga att vårda barn är inte nedsatt. Därför har du inte rätt till sjukpenning.',
    `Besvären beskrivs så här: ${d.hindrar}. Vi bedömer att de inte hindrar dig från att ta hand om ditt barn.`,
  ],
  senAnmalan: () => [
    'Du anmälde sjukdomen för sent för en del av dagarna. För dem har du inte rätt till sjukpenning.',
    'Sjukpenning lämnas inte för längre tid tillbaka än sju dagar före anmälan. Du har inte berättat om något som hindrade dig från att anmäla.',
  ],
  ejArbetssokande: () => [
    'Du var inte anmäld som arbetssökande. Därför har du inte rätt till sjukpenning för de första dagarna.',
    'Under de första 14 dagarna måste den som är arbetslös vara anmäld hos Arbetsförmedlingen och beredd att ta ett arbete.',
  ],
}

/** A specialist's return: one verdict is a fault, with a code and what to do. */
export function aterlamning(f: Fraga): unknown {
  const { bedomningar } = f.formular as { bedomningar: readonly { nyckel: string; kod: string }[] }
  const brist = bedomningar.find((b) => b.kod === 'arbetsformaga')
  return {
    utfall: 'aterlamnad',
    omdomen: bedomningar.map((b) => ({ nyckel: b.nyckel, underlag: b === brist ? 'brist' : 'ok', tillampning: 'ok' })),
    koder: ['utredningsbrist', 'kallhanvisning'],
    kommentar: 'Det framgår inte vad personen själv säger om sin vardag. Komplettera och visa vilka uppgifter bedömningen bygger på.',
  }
}

export const yttrandesvar = (d: Diagnos): object => ({
  beaktat: `Vi har läst ditt svar. Du beskriver ${d.hindrar}, och det framgick redan av intyget. Svaret säger inget nytt om vad du klarar, och det ändrar därför inte bedömningen.`,
  andra: [],
})

export const yttrandetext = (d: Diagnos): string =>
  `Jag håller inte med. Läkaren skriver om ${d.hindrar}. Jag orkar inte mer än någon timme åt gången, och sedan måste jag vila.`
export const omprovningstext = (d: Diagnos): string =>
  `Jag vill att ni prövar beslutet igen. Ni har inte tagit hänsyn till ${d.hindrar}. Jag har försökt arbeta men fick avbryta.`
export const lakarsvar = (d: Diagnos): string =>
  `Kompletterar intyget: ${d.aktivitet.text} Behandling: ${liten(d.behandling)} Ojämn förläggning av arbetstiden försämrar inte möjligheterna till återgång. Jag räknar med återgång om två till tre månader.`
export const arbetsgivarsvar = (finns: boolean): string =>
  finns
    ? 'Ja, vi har lättare arbetsuppgifter inom administrationen som kan passa. Vi kan börja med dem nästa vecka.'
    : 'Vi har gått igenom alla uppgifter på arbetsplatsen. Inga andra uppgifter fungerar just nu. Vi har provat kortare pass utan att det hjälpte.'
export const planatgarder = (p: PahittadPerson): string =>
  `Återgång i steg: 25 procent i fyra veckor, sedan 50 procent. ${p.fornamn} börjar med lättare uppgifter och har samtal med chefen varje vecka.`

export const kontakttext = (d: Diagnos): string =>
  `Ringde och presenterade mig. Personen berättar om ${d.hindrar}. Vi gick igenom hur ansökan prövas och vad som händer vid dag 90 och 180. Vi hörs igen när nästa intyg kommer.`
export const anteckningstext = (d: Diagnos): string =>
  `Läst intygen i ordning. ${d.behandling} Följ upp vid nästa intyg om behandlingen har gett resultat.`

import { aprForArbetsgivare, aprAnsokanSenast, flera, forklara, skrivTal, tal, type Forklaring } from '@atergang/regelverk'
import { medManadsnamn } from '@atergang/kalender'
import { parameterdag, radfakta, type Begransning, type Radskal, type Raknadansokan, type Raknadrad } from './berakna.ts'

export const BEGRANSNINGSNAMN: Readonly<Record<Begransning, string>> = {
  halva: 'hälften av kostnaden',
  anstalld: 'taket för arbetstagaren',
  arbetsgivare: 'taket för arbetsgivaren',
}

/** Why a row is refused: its paragraphs as the reports quote them, and the sentence an employer reads. */
export const RADSKAL: Readonly<Record<Radskal, { readonly lagrum: readonly string[]; readonly kalla: string; readonly text: string }>> = {
  anordnareEjGodkand: {
    lagrum: ['förordning (2014:67) 8'],
    kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 2.1',
    text: 'Anordnaren var inte godkänd av Försäkringskassan när insatsen gjordes.',
  },
  felAr: {
    lagrum: ['förordning (2014:67) 7'],
    kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 2.1 (taken gäller ett kalenderår); vår läsning',
    text: 'Insatsen gjordes inte under det kalenderår som ansökan gäller.',
  },
  forSent: {
    lagrum: ['lag (1930:173) 2'],
    kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 4.3, fotnot 135',
    text: 'Ansökan kom in efter den sista dagen för kalenderåret.',
  },
}

/** ”1 234,50”: kronor as the employer wrote them, with both decimals when there are öre. */
export const kronortext = (k: number): string => skrivTal(tal(String(k))).replace(/,(\d)$/, ',$10')

function avslagen(skal: Radskal, a: Raknadansokan, r: Raknadrad): Forklaring {
  const s = RADSKAL[skal]
  const sista = medManadsnamn(aprAnsokanSenast(a.ansokan.kostnadsar))
  const varfor = {
    forSent: `Ansökan kom in den ${medManadsnamn(a.ansokan.inkom)}. Sista dagen var den ${sista}.`,
    felAr: `Insatsen gjordes den ${medManadsnamn(r.insats.datum)}. Ansökan gäller ${a.ansokan.kostnadsar}.`,
    anordnareEjGodkand: `Insatsen gjordes den ${medManadsnamn(r.insats.datum)}.`,
  }[skal]
  return {
    namn: skal,
    rubrik: s.text.replace(/\.$/, ''),
    lagrum: flera(...s.lagrum),
    utfall: 'ejUppfyllt',
    resultat: '0 kr',
    text: `${varfor} Källa: ${s.kalla}.`,
  }
}

/**
 * Why a row got its amount: the rules it was reckoned by, with their parameters and sources, or the reason for refusal.
 */
export function forklaraRad(a: Raknadansokan, r: Raknadrad): Forklaring {
  if (r.skal) return avslagen(r.skal, a, r)
  const fakta = radfakta(r)
  const medKalla = {
    ...fakta,
    aprKostnad: { varde: fakta.aprKostnad, kalla: { typ: 'arbetsgivare' as const, text: `ansökan ${a.id}`, datum: a.ansokan.inkom } },
  }
  return forklara(aprForArbetsgivare, medKalla, parameterdag(a.ansokan.kostnadsar)).forklaring
}

import { arOppen, HANDLAGGARROLLER, HANDLAGGARROLLER_OCH_CHEF } from '@atergang/arende'
import type { Arendevy } from '@atergang/formaner'
import type { Jag } from '../../../stod/inloggad.ts'

export type Atgardsnyckel =
  | 'ta'
  | 'lamnaTillbaka'
  | 'jav'
  | 'vila'
  | 'vack'
  | 'anteckna'
  | 'oppnaFragor'
  | 'fragaFmr'
  | 'begarPlan'
  | 'kontakt'
  | 'yttrande'
  | 'intyg'
  | 'vagHandling'
  | 'interimistiskt'
  | 'provaUtanIntyg'
  | 'skrivelse'
  | 'skydd'
  | 'anpassning'
  | 'faktum'
  | 'geTill'
  | 'lamnaOver'
  | 'aterbetalning'

export interface Atgardspost {
  readonly nyckel: Atgardsnyckel
  readonly text: string
}
export interface Atgardsgrupp {
  readonly rubrik: string
  readonly poster: readonly Atgardspost[]
}

interface Regel extends Atgardspost {
  readonly roller: readonly string[]
  /** is it possible in the case as it stands? */
  finns(vy: Arendevy, jag: Lasare): boolean
  /** may be done also when the case is closed; as FAR_I_AVSLUTAT in packages/arende/src/kommando.ts */
  iAvslutat?: boolean
}
type Lasare = Pick<Jag, 'id' | 'roll' | 'farSeSkyddade'>

const MED_FMR = [...HANDLAGGARROLLER, 'fmr']
const alltid = (): boolean => true
/** Cases of the workplace support are of an employer, a provider or a round: nobody contacts the employee, and no medical adviser is asked (C019–C020). */
const omPerson = (vy: Arendevy): boolean => !vy.forman.startsWith('apr')

const min = (vy: Arendevy, jag: Lasare): boolean => vy.tilldelning[jag.roll as keyof Arendevy['tilldelning']]?.till.id === jag.id
const ledigt = (vy: Arendevy, jag: Lasare): boolean => !vy.tilldelning[jag.roll as keyof Arendevy['tilldelning']]
const vilar = (vy: Arendevy, jag: Lasare): boolean => Boolean(vy.vila[jag.roll as keyof Arendevy['vila']])

/** Who may do what, as packages/arende/src/kommando.ts and sjukpenning/kommandon.ts say. The server has the last word. */
const REGLER: readonly { readonly rubrik: string; readonly poster: readonly Regel[] }[] = [
  {
    rubrik: 'Ärendet',
    poster: [
      { nyckel: 'ta', text: 'Ta ärendet', roller: MED_FMR, finns: ledigt },
      { nyckel: 'lamnaTillbaka', text: 'Lämna tillbaka ärendet', roller: MED_FMR, finns: min },
      { nyckel: 'jav', text: 'Anmäl jäv', roller: MED_FMR, finns: min },
      { nyckel: 'vila', text: 'Låt ärendet vila', roller: MED_FMR, finns: (vy, jag) => min(vy, jag) && !vilar(vy, jag) },
      { nyckel: 'vack', text: 'Väck ärendet', roller: MED_FMR, finns: vilar },
      { nyckel: 'geTill', text: 'Ge ärendet till någon', roller: ['enhetschef'], finns: alltid },
      { nyckel: 'anteckna', text: 'Skriv en anteckning', roller: [...MED_FMR, 'enhetschef'], finns: alltid, iAvslutat: true },
    ],
  },
  {
    rubrik: 'Fråga och kontakta',
    poster: [
      { nyckel: 'oppnaFragor', text: 'Frågor som väntar på svar', roller: HANDLAGGARROLLER, finns: (vy) => vy.begaran.some(arOppen) },
      {
        nyckel: 'fragaFmr',
        text: 'Fråga försäkringsmedicinsk rådgivare',
        roller: HANDLAGGARROLLER,
        finns: (vy) => !vy.forman.startsWith('apr') && !vy.begaran.some((b) => b.typ === 'fmrKonsultation' && arOppen(b)),
      },
      {
        nyckel: 'begarPlan',
        text: 'Begär arbetsgivarens plan',
        roller: HANDLAGGARROLLER,
        finns: (vy) =>
          vy.forman === 'sjukpenning' && vy.arbetsgivare !== '' && !vy.begaran.some((b) => b.typ === 'atergansplan' && arOppen(b)),
      },
      {
        nyckel: 'lamnaOver',
        text: 'Lämna över till en annan förmån',
        roller: HANDLAGGARROLLER,
        finns: (vy) => vy.forman === 'sjukpenning' || vy.forman === 'forebyggande-sjukpenning',
      },
      { nyckel: 'kontakt', text: 'Notera en kontakt', roller: HANDLAGGARROLLER, finns: omPerson, iAvslutat: true },
      { nyckel: 'yttrande', text: 'Notera ett yttrande', roller: HANDLAGGARROLLER, finns: (vy) => vy.kommuniceringar.length > 0 },
    ],
  },
  {
    rubrik: 'Handlingar',
    poster: [
      {
        nyckel: 'intyg',
        text: 'Ladda upp läkarintyg',
        roller: HANDLAGGARROLLER,
        finns: (vy) => vy.forman === 'sjukpenning',
        iAvslutat: true,
      },
      {
        nyckel: 'vagHandling',
        text: 'Väg en handling',
        roller: HANDLAGGARROLLER,
        finns: (vy) => omPerson(vy) && vy.handlingar.some((h) => h.typ !== 'brev'),
        iAvslutat: true,
      },
    ],
  },
  {
    rubrik: 'Prövning',
    poster: [
      { nyckel: 'faktum', text: 'Registrera en uppgift', roller: HANDLAGGARROLLER, finns: omPerson },
      {
        nyckel: 'aterbetalning',
        text: 'Registrera återbetalning',
        roller: HANDLAGGARROLLER,
        finns: (vy) => vy.forman === 'apr' && vy.aterkrav.some((k) => k.aterbetalt < k.belopp),
      },
      {
        nyckel: 'interimistiskt',
        text: 'Fatta interimistiskt beslut',
        roller: ['handlaggare'],
        finns: (vy) => vy.forman === 'sjukpenning' && vy.interimistiskt.mojligt,
      },
      { nyckel: 'provaUtanIntyg', text: 'Pröva dagar utan intyg', roller: HANDLAGGARROLLER, finns: (vy) => vy.forman === 'sjukpenning' },
      {
        nyckel: 'skrivelse',
        text: 'Registrera omprövning eller överklagande',
        roller: HANDLAGGARROLLER,
        finns: (vy) => vy.beslut.length > 0,
        iAvslutat: true,
      },
    ],
  },
  {
    rubrik: 'Personen',
    poster: [
      { nyckel: 'anpassning', text: 'Tolk och anpassning', roller: HANDLAGGARROLLER, finns: omPerson },
      {
        nyckel: 'skydd',
        text: 'Skyddad identitet',
        roller: HANDLAGGARROLLER_OCH_CHEF,
        finns: (_vy, jag) => jag.farSeSkyddade,
        iAvslutat: true,
      },
    ],
  },
]

/** What this person may do with the case as it stands now. */
export const atgarderFor = (vy: Arendevy, jag: Lasare): readonly Atgardsgrupp[] =>
  REGLER.map((g) => ({
    rubrik: g.rubrik,
    poster: g.poster
      .filter((r) => r.roller.includes(jag.roll) && (!vy.avslutat || r.iAvslutat === true) && r.finns(vy, jag))
      .map(({ nyckel, text }) => ({ nyckel, text })),
  })).filter((g) => g.poster.length > 0)

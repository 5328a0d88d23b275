import { flera, type Lagrum } from '@atergang/regelverk'

/** Why something is not approved or not granted: the condition that is not met, with its paragraph. */
export interface Avslagsskal {
  readonly namn: string
  readonly lagrum: readonly Lagrum[]
}

/** Step 1: the plan. Nothing here is about money or the person's income: that is step 2. */
export const PLANSKAL = {
  inteOrdinerad: { namn: 'Behandlingen är inte ordinerad av läkare', lagrum: flera('27:6') },
  inteMedicinsk: { namn: 'Det är ingen medicinsk behandling eller medicinsk rehabilitering', lagrum: flera('27:6') },
  inteSyftet: { namn: 'Behandlingen har inte något av lagens syften', lagrum: flera('27:6') },
  ingenRisk: {
    namn: 'Risken för sjukdom som sätter ned arbetsförmågan med minst en fjärdedel är inte visad',
    lagrum: flera('27:2 st 1', '27:6'),
  },
  enstakaBesok: { namn: 'Behandlingen är ett enstaka besök', lagrum: flera('27:6') },
  ingenEvidens: { namn: 'Behandlingen har inte visat stöd för det aktuella problemet', lagrum: flera('27:6') },
  upplagget: { namn: 'Upplägg och omfattning uppfyller inte kraven för förmånen', lagrum: flera('27:6', '27:7') },
} as const satisfies Record<string, Avslagsskal>
export type Planskal = keyof typeof PLANSKAL

/** Step 2: the claim. */
export const ERSATTNINGSSKAL = {
  ingenSgi: { namn: 'Ingen sjukpenninggrundande inkomst kan fastställas', lagrum: flera('25:3') },
  underEnFjardedel: { namn: 'Behandlingen hindrar mindre än en fjärdedel av arbetsdagen', lagrum: flera('27:7', '27:45') },
  utanforArbetstid: { namn: 'Behandlingen ligger utanför arbetstiden', lagrum: flera('27:7') },
  utanforPlanen: { namn: 'Dagen ingår inte i den godkända planen', lagrum: flera('27:6') },
  inteGenomford: { namn: 'Behandlingen genomfördes inte den dagen', lagrum: flera('27:6', '27:7') },
  onodigTid: { namn: 'En del av tiden var inte nödvändig för behandlingen', lagrum: flera('27:7') },
  inteArbetssokande: {
    namn: 'Personen var inte anmäld som arbetssökande och beredd att ta ett erbjudet arbete',
    lagrum: flera('28:6 st 3'),
  },
  redanProvad: { namn: 'Dagen är redan prövad i en annan ansökan', lagrum: flera('27:6', '27:7') },
  hemma: {
    namn: 'Behandlingen gjordes hemma. Om sådan tid ersätts är inte avgjort; tills det är det räknas den inte i något län',
    lagrum: flera('27:7'),
  },
  annanErsattning: { namn: 'Personen får annan sjukpenning för samma del av dagen', lagrum: flera('27:4', '27:45') },
  efterRiktalder: { namn: 'Personen har fått sjukpenning för 180 dagar efter att ha nått riktåldern för pension', lagrum: flera('27:36') },
  efter71: {
    namn: 'Personen har fått sjukpenning för högst det antal dagar som lagen tillåter efter 71 års ålder',
    lagrum: flera('27:37', '27:38'),
  },
  helSjukersattning: { namn: 'Personen får hel sjukersättning eller hel aktivitetsersättning', lagrum: flera('27:34') },
} as const satisfies Record<string, Avslagsskal>
export type Ersattningsskal = keyof typeof ERSATTNINGSSKAL

import { medAvslag } from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import { kvalitetssakraAvslag, vardetDen } from '@atergang/regelverk'
import { bereda, type Beredning } from '../../gemensamt/beslut/beredning.ts'
import type { Beslutsvag } from '../../gemensamt/beslut/vag.ts'
import { INFORMATIONSAMNEN, type Informationsamne } from '../../gemensamt/information.ts'
import { faktaOm } from '../../gemensamt/steg.ts'
import { planbeslutsbrev, planbesked, plankommunicering } from '../brev/plan.ts'
import { STALLNINGAR } from '../evidens/register.ts'
import type { Flage, Forebyggandefakta } from '../fakta.ts'
import { PLANSKAL } from '../koder/skal.ts'
import { VERSIONER } from '../versioner.ts'
import { stallningarna } from './bedomning.ts'
import { planforslag, type Planforslag } from './forslag.ts'
import { innehallet, planAttProva, planerna, type Planbeslutsrad, type Planinnehall } from './planlage.ts'

const KVALITETSSKAL = {
  avslag: 'Handläggaren överväger att inte godkänna hela planen',
  motStallningen: 'Bedömningen är en annan än registrets',
} as const

const amnen = (...namn: Informationsamne[]): Partial<Record<Informationsamne, string>> =>
  Object.fromEntries(namn.map((n) => [n, INFORMATIONSAMNEN[n]]))

/** Every treatment as a line. */
export const planradtext = (r: Planbeslutsrad): string =>
  r.godkanns === 'nej'
    ? `${r.namn}: godkänns inte. ${r.skal.map((s) => PLANSKAL[s].namn).join('. ')}`
    : `${r.namn}: ${r.godkanns === 'ja' ? 'godkänns' : 'godkänns i en del'} (${r.godkanda} av ${r.planerade} tillfällen)`

const beredd = (l: Flage, dag: Parameters<Beslutsvag<Forebyggandefakta, Planforslag>['berett']>[1]): Beredning<Planforslag> | null => {
  const p = planAttProva(l)
  const forslag = p && planforslag(l, p)
  if (!p || !forslag) return null
  const skal = [
    ...(medAvslag(forslag) && vardetDen(kvalitetssakraAvslag, dag) ? ['avslag'] : []),
    ...(forslag.motStallningen ? ['motStallningen'] : []),
  ]
  return bereda(l, p.sak, forslag, skal)
}

/** The stance of the register beside each treatment. */
const medStallning = (l: Flage, f: Planforslag) => {
  const p = planerna(l).find((x) => x.ansokan.id === f.ansokan)!
  const s = stallningarna(l, p)
  return f.plan.map((r) => ({
    ...r,
    stallning: s.get(r.id)?.stallning ?? null,
    stallningstext: s.get(r.id)?.stallning ? STALLNINGAR[s.get(r.id)!.stallning!] : null,
    registertext: s.get(r.id)?.text ?? null,
  }))
}

/** How a plan goes from judgements to decision: a decision of its own kind, without days or amounts (27 kap. 6 §). */
export const planvag: Beslutsvag<Forebyggandefakta, Planforslag> = {
  versioner: VERSIONER,
  berett: (l, idag) => {
    const b = beredd(l as Flage, idag)
    return b ? [b] : []
  },
  ejBerett: (l) => {
    const avgjord = planerna(l as Flage).findLast((p) => p.beslut)
    return planAttProva(l as Flage)
      ? 'Planen är inte bedömd än.'
      : avgjord
        ? `Planen är avgjord ${medManadsnamn(avgjord.beslut!.dag)}: ${planbesked(innehallet(avgjord.beslut!).behandlingar)}`
        : 'Ingen plan att besluta om just nu.'
  },
  kommuniceringslagrum: ['110:13 a', 'FL 10', 'FL 25'],
  kommuniceringshjalp:
    'Att en plan inte godkänns, helt eller delvis, går personen emot. Innehållet i det kommande beslutet ska sändas först, med tid att yttra sig.',
  kvalitetsskal: KVALITETSSKAL,
  uppgifter: (b) => b.forslag.plan.map((r) => faktaOm(r.namn, planradtext(r))),
  radtext: () => '',
  beslutsrubrik: (b) =>
    ({ beviljat: 'godkänn planen', delvisAvslag: 'godkänn planen i en del', avslag: 'godkänn inte planen' })[
      b.forslag.utfall as 'beviljat'
    ],
  hjalp: {
    rubrik: (b) => (b.tillNackdel ? 'Motivera att planen inte godkänns' : 'Föreslå beslut om planen'),
    forslag: (b) =>
      b.tillNackdel
        ? 'Skriv så att personen förstår: vilket villkor som avgör, vilka uppgifter du bygger på och hur du bedömer dem. Tidigare sjukskrivning krävs inte. Tid, SGI och belopp hör till steg 2.'
        : 'Kontrollera behandlingarna. Beslutet gäller planen och inget annat: brevet säger vad som inte är beslutat.',
  },
  informationsamnen: (b) =>
    b.forslag.plan.some((r) => r.godkanns !== 'nej')
      ? amnen('anmalningsskyldighet', 'ersattningEfterBehandling', 'ramtidOchKedja')
      : amnen('andraErsattningar'),
  forslagsformular: (b, l) => ({
    plan: medStallning(l as Flage, b.forslag),
    syfte: b.forslag.syfte,
    motStallningen: b.forslag.motStallningen,
  }),
  kvalitetsformular: (b, l) => ({
    plan: medStallning(l as Flage, b.forslag),
    syfte: b.forslag.syfte,
    motStallningen: b.forslag.motStallningen,
  }),
  provbara: ['risk', 'ordination', 'evidens', 'planbedomning'],
  beslutsinnehall: (b): { avser: string; innehall: Planinnehall } => ({
    avser: b.sak,
    innehall: {
      slag: 'plan',
      ansokan: b.forslag.ansokan,
      syfte: b.forslag.syfte,
      behandlingar: b.forslag.plan,
      motStallningen: b.forslag.motStallningen,
    },
  }),
  brev: { kommunicering: (l, k) => plankommunicering(l as Flage, k), beslut: (l, b) => planbeslutsbrev(l as Flage, b) },
}

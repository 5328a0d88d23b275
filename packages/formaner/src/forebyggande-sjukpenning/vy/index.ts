import { utred, type Handelse, type Lage, type Sammanfattning } from '@atergang/arende'
import { kort, periodtext, plusDagar, type Datum, type Period } from '@atergang/kalender'
import { flera, kedjedagar } from '@atergang/regelverk'
import { andraArenden } from '../../gemensamt/andraArenden.ts'
import { SYSSELSATTNINGSNAMN, type AnnatArende } from '../../gemensamt/fakta.ts'
import { SAMMA_DEL, SKILLNADEN } from '../../gemensamt/overlamning.ts'
import {
  grundvy,
  type Grundvy,
  type Raknare,
  type Rubrikuppgift,
  type Tidslinjeband,
  type Tidslinjevy,
  type Uppmarksamma,
} from '../../gemensamt/vy/arendevy.ts'
import { fasen, FASNAMN, type Fas } from '../efter/lage.ts'
import { arAvvikelse, ersattningarna, malperiod, matchade, TRAFFAR } from '../ersattning/ersattningslage.ts'
import { fakt, sistaFakt, type Flage, type TidigarePlan } from '../fakta.ts'
import { forebyggandeflode } from '../flode.ts'
import {
  avbrotDen,
  behandlingarna,
  diagnoserna,
  godkandaBehandlingar,
  innehallet,
  namnPaBehandling,
  planerna,
  utlatandena,
  type Diagnos,
  type Planbeslutsrad,
} from '../plan/planlage.ts'
import { behandlingsvy, type Behandlingsvy } from '../plan/uppgifter.ts'
import { forebyggandepost } from '../post.ts'
import { nettodagarAv } from '../statistik/nettodagar.ts'
import { planMotUtfall, type Planutfall } from '../statistik/uppfoljning.ts'
import { ersattaDagar } from '../statistik/post.ts'
import type { Andel } from '../tid/dagstid.ts'
import { arbetsgivaren, sysselsattningen } from '../uppgifter.ts'
import { faktarader, HISTORIKORD } from './fakta.ts'

/** A plan applied for, with what was decided of it. */
export interface Planvy {
  readonly ansokan: string
  readonly sak: string
  readonly inkom: Datum
  /** on paper, and the day does not show: it is the day it was registered */
  readonly inkomOkand: boolean
  readonly behandlingar: readonly Behandlingsvy[]
  readonly beslut: {
    readonly id: string
    readonly dag: Datum
    readonly utfall: string
    readonly behandlingar: readonly Planbeslutsrad[]
  } | null
  readonly utlatanden: readonly {
    readonly handlingId: string
    readonly inkom: Datum
    readonly lakare: string
    readonly uppfoljning: { readonly nar: Datum; readonly hur: string } | null
  }[]
}

/** A claim with how it stands against the plan. */
export interface Ersattningsvy {
  readonly ansokan: string
  readonly sak: string
  readonly inkom: Datum
  readonly period: Period
  readonly tillfallen: readonly {
    readonly id: string
    readonly datum: Datum
    readonly start: string
    readonly behandling: string
    readonly traff: string
    readonly avviker: boolean
    /** the planned occasion it stands for */ readonly planerat: { readonly datum: Datum; readonly start: string } | null
  }[]
  readonly beslut: { readonly id: string; readonly dag: Datum; readonly utfall: string } | null
}

export interface Forebyggandevy extends Grundvy {
  readonly forman: 'forebyggande-sjukpenning'
  readonly fas: Fas
  readonly fasnamn: string
  readonly diagnoser: readonly Diagnos[]
  readonly planer: readonly Planvy[]
  readonly godkant: readonly {
    readonly id: string
    readonly namn: string
    readonly from: Datum
    readonly tom: Datum
    readonly tillfallen: number
    readonly slutade: Datum | null
    readonly planerade: readonly { readonly datum: Datum; readonly start: string }[]
  }[]
  readonly ersattningar: readonly Ersattningsvy[]
  /** planned against done, and net days (B048) */
  readonly planMotUtfall: Planutfall | null
  readonly tidigarePlaner: readonly TidigarePlan[]
  readonly andraArenden: readonly AnnatArende[]
  /** the help text on the difference to sjukpenning (A047) */
  readonly skillnaden: string
}

const stor = (t: string): string => `${t[0]?.toUpperCase() ?? ''}${t.slice(1)}`

/** The case worked out once: what lists need and what the page shows. */
export function forebyggandevy(
  lage: Lage,
  journal: readonly Handelse[],
  idag: Datum,
): { vy: Forebyggandevy; sammanfattning: Sammanfattning } {
  const l = lage as Flage
  const fas = fasen(l, idag)
  const post = forebyggandepost(l)
  const { vy, sammanfattning } = grundvy(
    l,
    journal,
    utred(forebyggandeflode, l, idag),
    {
      rubrikrad: rubrikraden(l, idag, fas),
      tidslinje: tidslinjen(l, idag),
      raknare: raknare(l, idag),
      fakta: faktarader(l),
      uppmarksamma: uppmarksamma(l),
    },
    HISTORIKORD,
  )
  return {
    vy: {
      ...vy,
      forman: 'forebyggande-sjukpenning',
      fas,
      fasnamn: FASNAMN[fas],
      diagnoser: diagnoserna(l),
      planer: planerna(l).map((p) => planvyn(l, p)),
      ersattningar: ersattningarna(l).map((m) => ersattningsvyn(l, m)),
      godkant: godkandaBehandlingar(l).map((g) => ({
        id: g.id,
        namn: namnPaBehandling(g.plan),
        from: g.from,
        tom: g.tom,
        tillfallen: g.tillfallen.length,
        slutade: avbrotDen(l, g.id),
        planerade: g.tillfallen.map((t) => ({ datum: t.datum, start: t.start })),
      })),
      planMotUtfall: post && post.planbeslut ? planMotUtfall(post) : null,
      tidigarePlaner: fakt(l, 'tidigarePlaner').at(-1)?.varde.planer ?? [],
      andraArenden: andraArenden(l),
      skillnaden: `${SKILLNADEN.sjukpenning} ${SKILLNADEN['forebyggande-sjukpenning']} ${SAMMA_DEL}`,
    },
    sammanfattning,
  }
}

const planvyn = (l: Flage, p: ReturnType<typeof planerna>[number]): Planvy => ({
  ansokan: p.ansokan.id,
  sak: p.sak,
  inkom: p.ansokan.varde.inkom,
  inkomOkand: p.ansokan.varde.papper?.inkomOkand ?? false,
  behandlingar: behandlingarna(p.ansokan.varde).map(behandlingsvy),
  utlatanden: utlatandena(l, p).map((u) => ({
    handlingId: u.varde.handlingId,
    inkom: u.varde.inkom,
    lakare: u.varde.lakare,
    uppfoljning: u.varde.uppfoljning,
  })),
  beslut: p.beslut
    ? { id: p.beslut.id, dag: p.beslut.dag, utfall: p.beslut.utfall, behandlingar: innehallet(p.beslut).behandlingar }
    : null,
})

const ersattningsvyn = (l: Flage, m: ReturnType<typeof ersattningarna>[number]): Ersattningsvy => ({
  ansokan: m.ansokan.id,
  sak: m.sak,
  inkom: m.ansokan.varde.inkom,
  period: malperiod(m),
  beslut: m.beslut ? { id: m.beslut.id, dag: m.beslut.dag, utfall: m.beslut.utfall } : null,
  tillfallen: matchade(l, m).map((x) => ({
    id: x.tillfalle.id,
    datum: x.tillfalle.datum,
    start: x.tillfalle.start,
    behandling: x.tillfalle.behandling,
    traff: TRAFFAR[x.traff],
    avviker: arAvvikelse(x),
    planerat: x.planerat ? { datum: x.planerat.datum, start: x.planerat.start } : null,
  })),
})

function rubrikraden(l: Flage, idag: Datum, fas: Fas): Rubrikuppgift[] {
  const slag = sysselsattningen(l, idag)
  const a = sistaFakt(l, 'anpassning')?.varde
  const anpassning = a
    ? [a.tolk ? `tolk ${a.sprak ?? ''}`.trim() : '', a.format, a.ombud ? `ombud ${a.ombud}` : ''].filter(Boolean).join(', ')
    : ''
  const behandling = planerna(l)
    .flatMap((p) => behandlingarna(p.ansokan.varde))
    .map(namnPaBehandling)
  return [
    { rubrik: 'Förmån', text: 'Förebyggande sjukpenning' },
    { rubrik: 'Läge', text: FASNAMN[fas] },
    { rubrik: 'Behandling', text: [...new Set(behandling)].filter(Boolean).join(', ') || 'Inte angiven' },
    {
      rubrik: 'Sysselsättning',
      text: [slag ? stor(SYSSELSATTNINGSNAMN[slag]) : 'Okänd', arbetsgivaren(l, idag)?.namn].filter(Boolean).join(', '),
    },
    ...(anpassning ? [{ rubrik: 'Anpassning', text: stor(anpassning), viktig: true }] : []),
  ]
}

const enDag = (d: Datum): Period => ({ from: d, tom: d })

function tidslinjen(l: Flage, idag: Datum): Tidslinjevy | null {
  const planerat = planerna(l)
    .flatMap((p) => behandlingarna(p.ansokan.varde))
    .flatMap((b) => behandlingsvy(b).period ?? [])
  const godkant = godkandaBehandlingar(l).flatMap((g) =>
    g.tillfallen.map((t) => ({ ...enDag(t.datum), slag: 'intyg', text: `${namnPaBehandling(g.plan)} ${kort(t.datum)} ${t.start}` })),
  )
  const yrkat = ersattningarna(l).flatMap((m) =>
    [...new Set(m.ansokan.varde.tillfallen.map((t) => t.datum))].map((d) => ({ ...enDag(d), slag: 'yrkat', text: `Ansökt ${kort(d)}` })),
  )
  const beslut = l.beslut
    .filter((b) => !l.beslut.some((x) => x.ersatter === b.id))
    .flatMap((b) =>
      b.rader.map((r) => ({
        from: r.from,
        tom: r.tom,
        slag: r.grad > 0 ? 'beviljat' : 'avslag',
        grad: r.grad,
        text: r.grad > 0 ? `Beviljat ${kort(r.from)}` : `Avslag ${kort(r.from)}`,
      })),
    )
  const dagar = [...planerat, ...godkant, ...yrkat, ...beslut].flatMap((p) => [p.from, p.tom]).sort()
  if (dagar.length === 0) return null
  const andra = andraArenden(l)
    .filter((a) => a.forman === 'sjukpenning')
    .flatMap((a) =>
      a.betalda.map((b) => ({ from: b.from, tom: b.tom, slag: 'sjuklon', text: `Sjukpenning ${periodtext(b)} (${a.nummer})` })),
    )
  const band: Tidslinjeband[] = [
    ...(godkant.length
      ? [{ namn: 'Godkänd plan', perioder: godkant }]
      : [
          {
            namn: 'Sökt plan',
            perioder: planerat.map((p) => ({ ...p, slag: 'yrkat', text: `Behandling ${periodtext(p)}, enligt ansökan` })),
          },
        ]),
    { namn: 'Ansökt', perioder: yrkat },
    { namn: 'Beslut', perioder: beslut },
    ...(andra.length ? [{ namn: 'Sjukpenning', perioder: andra }] : []),
  ]
  const from = [dagar[0]!, planerna(l)[0]!.ansokan.varde.inkom].sort()[0]!
  return { from, tom: plusDagar([dagar.at(-1)!, idag].sort().at(-1)!, 7), idag, band, marken: [] }
}

/** Net days paid here, and the day of the chain with the days of other cases (27 kap. 51 §): each by name, with what it counts. */
function raknare(l: Flage, idag: Datum): Raknare[] {
  const post = forebyggandepost(l)
  if (!post || post.ersattningar.length === 0) return []
  const dagar = ersattaDagar(post)
  const netto = nettodagarAv(dagar as { andel: Andel }[])
  const kedja = kedjedagar([...andraArenden(l).flatMap((a) => a.sjukdagar), ...dagar.map((d) => enDag(d.datum))], idag)
  return [
    {
      namn: 'nettodagar',
      varde: netto,
      forklaring: {
        namn: 'nettodagar',
        rubrik: 'Nettodagar',
        lagrum: flera('27:45'),
        utfall: 'beraknat',
        resultat: String(netto).replace('.', ','),
        text: 'Summan av beviljade delar av dagar: två halva dagar är en.',
        fakta: dagar.map((d) => ({ namn: kort(d.datum), varde: String(d.andel).replace('.', ',') })),
      },
    },
    {
      namn: 'kedjedagar',
      varde: kedja.dagar,
      forklaring: {
        namn: 'kedjedagar',
        rubrik: 'Dagar i rehabiliteringskedjan',
        lagrum: flera('27:26', '27:51'),
        utfall: 'beraknat',
        resultat: `dag ${kedja.dagar}`,
        text: 'Dagar i sjukperioder läggs samman när färre än 90 dagar har gått mellan dem. Också dagar med förebyggande sjukpenning räknas, i det här ärendet och i personens andra.',
        fakta: kedja.perioder.map((p) => ({ namn: periodtext(p), varde: `${p.from}–${p.tom}` })),
      },
    },
  ]
}

function uppmarksamma(l: Flage): Uppmarksamma[] {
  const given = (amne: string) => l.information.findLast((i) => i.amne === amne)?.tid.slice(0, 10) ?? null
  const sjuk = andraArenden(l).some((a) => a.forman === 'sjukpenning' && a.betalda.length > 0)
  const tidigare = fakt(l, 'tidigarePlaner').at(-1)?.varde.planer.length ?? 0
  return [
    ...(sjuk
      ? [
          {
            amne: 'ramtidOchKedja',
            text: 'Berätta hur dagarna räknas',
            varfor:
              'Personen har också fått sjukpenning. Dagarna här räknas bland de 364 dagarna på normalnivån och i rehabiliteringskedjan.',
            lagrum: flera('27:21', '27:26', '27:51'),
            given: given('ramtidOchKedja'),
          },
        ]
      : []),
    ...(tidigare
      ? [
          {
            amne: 'tidigarePlaner',
            text: 'Personen har haft planer förut',
            varfor: `${tidigare} tidigare ${tidigare === 1 ? 'ärende' : 'ärenden'}. Tidigare ersättning är inget skäl för avslag.`,
            lagrum: flera('27:6'),
            given: given('tidigarePlaner'),
          },
        ]
      : []),
  ]
}

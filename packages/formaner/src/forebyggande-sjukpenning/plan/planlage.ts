import { gallandeBeslut, type Beslut, type Faktum } from '@atergang/arende'
import { plusDagar, type Datum } from '@atergang/kalender'
import { utanAnsokanStangs, vardetDen } from '@atergang/regelverk'
import { avvisningar } from '../../gemensamt/ansokan/granskning.ts'
import { fakt, type AnsokanPlan, type Flage, type Utlatande } from '../fakta.ts'
import { behandlingsnamn } from '../koder/behandlingar.ts'
import type { Planskal } from '../koder/skal.ts'
import { medAnkomstdag } from '../papper.ts'
import { planeradeTillfallen, type Planbehandling, type PlaneratTillfalle } from './plan.ts'

// How the plans of a case stand: what is asked for, what has been decided, and what is approved with changes since.

/** One treatment as it was decided (27 kap. 6 §): the unit of approval is treatment × dates × occasions. */
export interface Planbeslutsrad {
  readonly id: string
  readonly namn: string
  readonly behandling: string
  readonly utforande: Planbehandling['utforande']
  readonly vardgivare: string
  readonly from: Datum | null
  readonly tom: Datum | null
  readonly planerade: number
  readonly godkanns: 'ja' | 'nej' | 'begransat'
  /** approved stretch and number; the whole of the plan when it is approved as it stands */
  readonly godkantFrom: Datum | null
  readonly godkantTom: Datum | null
  readonly godkanda: number
  readonly skal: readonly Planskal[]
  readonly text: string
}

/** What a decision on a plan holds besides what every decision holds. */
export interface Planinnehall {
  readonly slag: 'plan'
  readonly ansokan: string
  readonly syfte: string | null
  readonly behandlingar: readonly Planbeslutsrad[]
  readonly motStallningen: boolean
}

export interface Planmal {
  readonly ansokan: Faktum<AnsokanPlan, 'ansokanPlan'>
  readonly sak: string
  /** the decision that now counts, or null while it is not decided */
  readonly beslut: Beslut | null
  /** turned away (110 kap. 10 §): not tried */
  readonly avvisad: boolean
  /** treatments to be tried: all, or in a supplement those that differ from what is approved */
  readonly attProva: readonly Planbehandling[]
}

export const plansak = (ansokanId: string): string => `plan:${ansokanId}`
export const innehallet = (b: Beslut): Planinnehall => b.innehall as Planinnehall

const minne = new WeakMap<Flage, readonly Planmal[]>()

/** Every plan applied for, in the order they came; worked out once for a case. */
export function planerna(l: Flage): readonly Planmal[] {
  let p = minne.get(l)
  if (!p) minne.set(l, (p = raknaPlaner(l)))
  return p
}

function raknaPlaner(l: Flage): Planmal[] {
  const avvisade = new Set(avvisningar(l).map((b) => b.orsak))
  const ut: Planmal[] = []
  for (const faktum of fakt(l, 'ansokanPlan')) {
    const ansokan = medAnkomstdag(l, faktum)
    const sak = plansak(ansokan.id)
    const forsta = l.beslut.find((b) => b.typ === 'slutligt' && b.avser === sak && b.utfall !== 'avvisat')
    const godkanda = ut.flatMap((p) => (p.beslut ? godkandaI(p) : []))
    ut.push({
      ansokan,
      sak,
      beslut: forsta ? gallandeBeslut(l, forsta) : null,
      avvisad: avvisade.has(ansokan.id),
      attProva: behandlingarna(ansokan.varde).filter((b) => !arInomGodkand(b, godkanda)),
    })
  }
  return ut
}

/** Treatments of an application, as the reckoning reads them. */
export const behandlingarna = (a: Pick<AnsokanPlan, 'behandlingar'>): Planbehandling[] => a.behandlingar as Planbehandling[]

/** The plan that is to be tried now; at most one. */
export const planAttProva = (l: Flage): Planmal | undefined => planerna(l).find((p) => !p.beslut && !p.avvisad)

export const namnPaBehandling = (b: Pick<Planbehandling, 'behandling' | 'annatText'>): string => behandlingsnamn(b.behandling, b.annatText)

/** First and last planned day of a treatment, or null without visits. */
export function planeradPeriod(b: Planbehandling): { from: Datum; tom: Datum } | null {
  const t = planeradeTillfallen([b])
  return t.length ? { from: t[0]!.datum, tom: t.at(-1)!.datum } : null
}

/** A treatment that has been approved, wholly or to an extent. */
export interface GodkandBehandling {
  readonly id: string
  readonly plan: Planbehandling
  readonly sak: string
  readonly beslutId: string
  readonly from: Datum
  readonly tom: Datum
  /** approved occasions, at the times that now hold */
  readonly tillfallen: readonly PlaneratTillfalle[]
  readonly hogst: number
}

/** Those of the planned occasions that the decision approves. */
export const godkandaTillfallen = (t: readonly PlaneratTillfalle[], r: Planbeslutsrad): PlaneratTillfalle[] =>
  r.godkanns === 'nej'
    ? []
    : t.filter((x) => (!r.godkantFrom || r.godkantFrom <= x.datum) && (!r.godkantTom || x.datum <= r.godkantTom)).slice(0, r.godkanda)

function godkandaI(p: Planmal): GodkandBehandling[] {
  return innehallet(p.beslut!).behandlingar.flatMap((r) => {
    const plan = behandlingarna(p.ansokan.varde).find((b) => b.id === r.id)
    if (!plan || r.godkanns === 'nej') return []
    const tillfallen = godkandaTillfallen(planeradeTillfallen([plan]), r)
    return tillfallen.length
      ? [
          {
            id: r.id,
            plan,
            sak: p.sak,
            beslutId: p.beslut!.id,
            from: r.godkantFrom ?? tillfallen[0]!.datum,
            tom: r.godkantTom ?? tillfallen.at(-1)!.datum,
            tillfallen,
            hogst: r.godkanda,
          },
        ]
      : []
  })
}

/** What is approved in the case, with changed times of the same treatment in place of those first planned. A later decision on a treatment takes the place of an earlier. */
export function godkandaBehandlingar(l: Flage): GodkandBehandling[] {
  const per = new Map<string, GodkandBehandling>()
  for (const p of planerna(l)) if (p.beslut) for (const g of godkandaI(p)) per.set(g.id, g)
  const andringar = fakt(l, 'planandring').flatMap((f) => f.varde.behandlingar as Planbehandling[])
  return [...per.values()].map((g) => {
    const ny = andringar.findLast((b) => b.id === g.id)
    return ny ? { ...g, tillfallen: planeradeTillfallen([ny]).slice(0, g.hogst), plan: { ...g.plan, besok: ny.besok } } : g
  })
}

/** The same treatment, provider and setting, no more visits and no longer time: needs no new decision (section 11 of the specification). */
export function arInomGodkand(b: Planbehandling, godkanda: readonly GodkandBehandling[]): boolean {
  const g = godkanda.find((x) => x.id === b.id)
  const p = planeradPeriod(b)
  if (!g || !p) return false
  const samma =
    g.plan.behandling === b.behandling &&
    (g.plan.annatText ?? '') === (b.annatText ?? '') &&
    g.plan.vardgivare === b.vardgivare &&
    g.plan.utforande === b.utforande
  return samma && planeradeTillfallen([b]).length <= g.hogst && g.from <= p.from && p.tom <= g.tom
}

// --- statements and diagnoses ------------------------------------------------------------------------

export type Utlatandefaktum = Faktum<Utlatande, 'utlatande'>

/** The statements that the plan is tried on: those that came after the plan before it was decided, and until it is decided. */
export function utlatandena(l: Flage, p: Planmal): Utlatandefaktum[] {
  const tidigare = planerna(l).filter((x) => x.beslut && x !== p)
  const efter = tidigare.at(-1)?.beslut?.tid ?? ''
  return fakt(l, 'utlatande')
    .filter((u) => u.registrerad > efter && (!p.beslut || u.registrerad <= p.beslut.tid))
    .map((u) => medAnkomstdag(l, u))
}

export interface Diagnos {
  readonly kod: string
  readonly text: string
}

export const granskningsnyckel = (p: Pick<Planmal, 'ansokan'>): string => `utlatandegranskning:${p.ansokan.id}`

/** Diagnoses as an officer confirmed them, else as the doctor wrote them; of the newest plan that has any. The main one first. */
export function diagnoserna(l: Flage): readonly Diagnos[] {
  for (const p of [...planerna(l)].reverse()) {
    const bekraftade = (
      l.svar.findLast((s) => s.nyckel === granskningsnyckel(p) && (s.svar as { beslut: string }).beslut === 'racker')?.svar as
        { diagnoser?: readonly Diagnos[] } | undefined
    )?.diagnoser
    if (bekraftade?.length) return bekraftade
    const skrivna = utlatandena(l, p).at(-1)?.varde.diagnoser
    if (skrivna?.length) return skrivna
  }
  return []
}

/** The treatment ended early on this day, told last: the day after it nothing is done any more. */
export const avbrotDen = (l: Flage, behandling: string): Datum | null =>
  fakt(l, 'avbruten').findLast((f) => !f.varde.behandling || f.varde.behandling === behandling)?.varde.dag ?? null

/** The last day on which anything approved is planned, given what has ended early; null when nothing is approved. */
export function sistaPlaneradeDag(l: Flage): Datum | null {
  const dagar = godkandaBehandlingar(l).map((g) => {
    const sist = g.tillfallen.at(-1)?.datum ?? g.tom
    const slut = avbrotDen(l, g.id)
    return slut && slut < sist ? slut : sist
  })
  return dagar.sort().at(-1) ?? null
}

/** No claim has come by this day: a year after the last planned one (ours; section 4 of the specification). */
export const utanAnsokanSenast = (l: Flage): Datum | null => {
  const sist = sistaPlaneradeDag(l)
  return sist ? plusDagar(sist, vardetDen(utanAnsokanStangs, sist)) : null
}

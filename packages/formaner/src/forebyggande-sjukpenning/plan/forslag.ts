import { fingeravtryck, type Beslutsforslag } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { flera, type Lagrum } from '@atergang/regelverk'
import type { Forslagsgrund } from '../../gemensamt/beslut/beredning.ts'
import { arMotStallningen } from '../evidens/register.ts'
import type { Flage } from '../fakta.ts'
import { PLANSKAL } from '../koder/skal.ts'
import {
  evidensen,
  granskat,
  konsultationer,
  ordinationen,
  planbedomningen,
  risken,
  stallningarna,
  type PlanbedomningSvar,
} from './bedomning.ts'
import { planeradeTillfallen, type Planbehandling } from './plan.ts'
import { namnPaBehandling, planeradPeriod, utlatandena, type Planbeslutsrad, type Planmal } from './planlage.ts'

export interface Planforslag extends Forslagsgrund {
  readonly ansokan: string
  readonly syfte: string | null
  readonly plan: readonly Planbeslutsrad[]
  readonly motStallningen: boolean
}

/** One treatment as the answer decides it. */
export function planrad(b: Planbehandling, s: PlanbedomningSvar['behandlingar'][number]): Planbeslutsrad {
  const t = planeradeTillfallen([b])
  const period = planeradPeriod(b)
  const inom =
    s.godkanns === 'begransat'
      ? t.filter((x) => (!s.from || s.from <= x.datum) && (!s.tom || x.datum <= s.tom)).slice(0, s.hogstTillfallen ?? t.length)
      : s.godkanns === 'ja'
        ? t
        : []
  const begransad = s.godkanns === 'begransat'
  return {
    id: b.id,
    namn: namnPaBehandling(b),
    behandling: b.behandling,
    utforande: b.utforande,
    vardgivare: b.vardgivare,
    from: period?.from ?? null,
    tom: period?.tom ?? null,
    planerade: t.length,
    godkanns: s.godkanns,
    godkantFrom: inom.length ? (begransad ? (s.from ?? inom[0]!.datum) : period!.from) : null,
    godkantTom: inom.length ? (begransad ? (s.tom ?? inom.at(-1)!.datum) : period!.tom) : null,
    godkanda: inom.length,
    skal: s.skal,
    text: s.text,
  }
}

export const planutfall = (rader: readonly Planbeslutsrad[]): Beslutsforslag['utfall'] =>
  rader.every((r) => r.godkanns === 'ja') ? 'beviljat' : rader.every((r) => r.godkanns === 'nej') ? 'avslag' : 'delvisAvslag'

export const planlagrum = (rader: readonly Planbeslutsrad[]): Lagrum[] => [
  ...flera('27:6'),
  ...rader.flatMap((r) => r.skal.flatMap((s) => [...PLANSKAL[s].lagrum])),
]

/** From the first to the last planned day; the day of application when no days are told. */
export function planperiod(rader: readonly Pick<Planbeslutsrad, 'from' | 'tom'>[], annars: Datum): { from: Datum; tom: Datum } {
  const fran = rader.flatMap((r) => r.from ?? []).sort()[0]
  const till = rader
    .flatMap((r) => r.tom ?? [])
    .sort()
    .at(-1)
  return fran && till ? { from: fran, tom: till } : { from: annars, tom: annars }
}

/** The coming decision on a plan: no days, no amounts. Null while the whole has not been judged. */
export function planforslag(l: Flage, p: Planmal): Planforslag | null {
  const svar = planbedomningen(l, p)
  if (!svar) return null
  const plan = p.attProva.map((b) =>
    planrad(
      b,
      svar.svar.behandlingar.find((x) => x.id === b.id)!,
    ),
  )
  const stallningar = stallningarna(l, p)
  const motStallningen = plan.some((r) => {
    const s = stallningar.get(r.id)
    return s !== undefined && arMotStallningen(s, r.godkanns !== 'nej')
  })
  const delsvar = [ordinationen(l, p)?.id, risken(l, p)?.id, ...p.attProva.map((b) => evidensen(l, p, b.id)?.id), svar.id].flatMap(
    (id) => id ?? [],
  )
  const underlag = [
    p.ansokan.id,
    ...utlatandena(l, p).map((u) => u.id),
    ...p.attProva.flatMap((b) =>
      konsultationer(l, p, b.id)
        .filter((x) => x.svar)
        .map((x) => x.id),
    ),
    ...(granskat(l, p) ? [granskat(l, p)!.id] : []),
  ]
  const syfte = svar.svar.syfte ?? p.ansokan.varde.syfte ?? null
  const avtryck = fingeravtryck({
    syfte,
    plan: plan.map(({ id, godkanns, godkantFrom, godkantTom, godkanda, skal }) => ({
      id,
      godkanns,
      godkantFrom,
      godkantTom,
      godkanda,
      skal,
    })),
  })
  return {
    ansokan: p.ansokan.id,
    syfte,
    plan,
    motStallningen,
    utfall: planutfall(plan),
    period: planperiod(plan, p.ansokan.varde.inkom),
    rader: [],
    lagrum: planlagrum(plan),
    forklaringar: [],
    utbetalning: [],
    svar: delsvar,
    underlag: [...new Set(underlag)].sort(),
    saknas: [],
    avtryck,
  }
}

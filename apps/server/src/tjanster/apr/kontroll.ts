import { Domanfel, indatafel, type Aktor } from '@atergang/arende'
import type { Planfaktum, Risksignal } from '@atergang/formaner'
import { planera, STRATAVARIABLER, type Kontrollenhet, type Plan, type Stratavariabel } from '@atergang/formaner/apr'
import { somSystemet, type InlettArende } from '@atergang/lager'
import { sql } from 'kysely'
import type { Tjanster } from '../../app.ts'
import { halvaret } from '../../jobb/foljder.ts'
import { APR_ENHET } from './intag.ts'

export interface Planval {
  readonly ar: number
  readonly halvar: 1 | 2
  readonly andel: string
  readonly indelning: readonly Stratavariabel[]
}

interface Enhetsrad {
  readonly id: string
  readonly belopp: number
  readonly anstallda: number | null
  readonly sektor: string
  readonly lan: string | null
}

/** Employers by what they were granted for applications that came in during the half-year, by an id of no meaning; those given nothing are outside. */
export async function populationen(
  t: Pick<Tjanster, 'db'>,
  p: Pick<Planval, 'ar' | 'halvar'>,
): Promise<{ population: Kontrollenhet[]; utanfor: number }> {
  const [fran, till] = halvaret(p)
  const rader = await somSystemet(
    t.db,
    async (q) =>
      (
        await sql<Enhetsrad>`
    select g.id, coalesce(sum(x.belopp), 0)::int as belopp, max(x.anstallda) as anstallda, max(x.sektor) as sektor, max(x.lan) as lan from app.apr_ansokan x join app.arbetsgivare g on g.orgnr = x.orgnr
     where x.inkom between ${fran}::date and ${till}::date and x.beslut_id is not null group by g.id order by g.id`.execute(q)
      ).rows,
  )
  const med = rader.filter((r) => r.belopp > 0)
  return {
    population: med.map((r): Kontrollenhet => ({
      id: r.id,
      belopp: r.belopp,
      ...(r.anstallda === null ? {} : { anstallda: r.anstallda }),
      ...(r.sektor === 'okand' ? {} : { sektor: r.sektor as NonNullable<Kontrollenhet['sektor']> }),
      ...(r.lan ? { lan: r.lan as NonNullable<Kontrollenhet['lan']> } : {}),
    })),
    utanfor: rader.length - med.length,
  }
}

async function planfaktumet(t: Tjanster, v: Planval): Promise<Planfaktum> {
  const { dag } = t.klocka.nu()
  const [, sista] = halvaret(v)
  if (dag <= sista)
    throw indatafel('halvaretPagar', 'Halvåret är inte slut. Planen görs när alla ansökningar har kommit in.', [
      { falt: 'halvar', text: `Vänta till efter ${sista}.` },
    ])
  const fel = v.indelning.filter((x) => !STRATAVARIABLER.includes(x))
  if (fel.length)
    throw indatafel('okandIndelning', 'Urvalet kan inte delas in så.', [
      { falt: 'indelning', text: `Välj bland ${STRATAVARIABLER.join(', ')}.` },
    ])
  return { ...v, indelning: [...v.indelning], ...(await populationen(t, v)) } as Planfaktum
}

/** The plan as it would be, nothing kept. */
export async function provaPlan(t: Tjanster, v: Planval): Promise<{ plan: Plan | null; utanfor: number }> {
  const p = await planfaktumet(t, v)
  return {
    plan: p.population.length
      ? planera(
          { ar: p.ar, halvar: p.halvar, enheter: p.population, utanfor: p.utanfor },
          { andel: p.andel, indelning: p.indelning, fro: null },
        )
      : null,
    utanfor: p.utanfor,
  }
}

/** Opens the round with its plan, or plans it anew as long as nothing is drawn. */
export async function faststallPlan(t: Tjanster, aktor: Aktor, v: Planval): Promise<Pick<InlettArende, 'arendeId' | 'nummer'>> {
  const kommando = { typ: 'planera', data: await planfaktumet(t, v) }
  const nu = t.klocka.nu()
  const inlett = await t.lager.inled({
    part: { slag: 'ingen' },
    forman: 'aprKontroll',
    sak: `${v.ar}-${v.halvar}`,
    enhet: APR_ENHET,
    nu,
    aktor,
    forsta: [kommando],
  })
  if (inlett.fanns) await t.lager.kor({ arendeId: inlett.arendeId, kommando, av: { system: aktor }, nu })
  return { arendeId: inlett.arendeId, nummer: inlett.nummer }
}

export interface Signal {
  readonly enhet: string
  readonly namn: string
  readonly signal: Risksignal
  readonly antal: number
}

/** Many employees at one provider on one day; the limit is ours. */
const MANGA_SAMMA_DAG = 15
const MINST_RADER = 3

/** Employers of the half-year that a named signal points at. They may be added to a round beside the draw, never in place of it. */
export const risksignaler = (t: Pick<Tjanster, 'db'>, p: Pick<Planval, 'ar' | 'halvar'>): Promise<readonly Signal[]> =>
  somSystemet(t.db, async (q) => {
    const [fran, till] = halvaret(p)
    const { rows } = await sql<Signal>`
      with r as (select g.id as enhet, g.namn, y.* from app.apr_rad y join app.apr_ansokan x on x.ansokan_id = y.ansokan_id join app.arbetsgivare g on g.orgnr = y.orgnr where x.inkom between ${fran}::date and ${till}::date and x.belopp > 0)
      select enhet, namn, 'fakturatraff' as signal, count(*)::int as antal from r where exists (select 1 from app.apr_rad o where o.faktura = r.faktura and o.orgnr <> r.orgnr) group by 1, 2
      union all select enhet, namn, 'allaVidTak', count(*)::int from r group by 1, 2 having count(*) >= ${MINST_RADER} and bool_and(begransad_av in ('anstalld', 'arbetsgivare'))
      union all select enhet, namn, 'sammaKostnad', count(*)::int from r group by 1, 2 having count(*) >= ${MINST_RADER} and count(distinct kostnad) = 1
      union all select enhet, namn, 'mangaSammaDag', max(n)::int from (select enhet, namn, count(distinct anstalld) as n from r group by enhet, namn, anordnare, insatsdag) d group by 1, 2 having max(n) >= ${MANGA_SAMMA_DAG}
      order by 2, 3`.execute(q)
    return rows
  })

/** The employers of a round by their ids, with the cases that are controlled. */
export const enheternas = (
  t: Pick<Tjanster, 'db'>,
  enheter: readonly string[],
  omgang: string,
): Promise<ReadonlyMap<string, { namn: string; arenden: string[] }>> =>
  somSystemet(t.db, async (q) => {
    if (enheter.length === 0) return new Map()
    const { rows } = await sql<{ id: string; namn: string; arenden: string[] }>`
      select g.id, g.namn, coalesce(array_agg(k.arende_id) filter (where k.arende_id is not null), '{}') as arenden from app.arbetsgivare g left join app.arende a on a.orgnr = g.orgnr left join app.apr_kontrollfall k on k.arende_id = a.id and k.omgang = ${omgang}
       where g.id = any (${[...enheter]}::uuid[]) group by g.id, g.namn`.execute(q)
    return new Map(rows.map((r) => [r.id, { namn: r.namn, arenden: r.arenden }]))
  })

export const rondenSaknas = () => new Domanfel('saknas', 'omgangenFinnsInte', 'Omgången finns inte, eller så har du inte rätt att se den.')

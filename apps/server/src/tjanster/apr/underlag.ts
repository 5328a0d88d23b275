import {
  anstalldnyckel,
  KANDA_BUDGETAR,
  type Anordnartyp,
  type Arbetsgivarbestand,
  type Bidragsrad,
  type Budget,
  type Folkmangd,
  type Individ,
} from '@atergang/formaner/apr'
import type { Period } from '@atergang/kalender'
import { somSystemet } from '@atergang/lager'
import { sql } from 'kysely'
import type { Tjanster } from '../../app.ts'

type Db = Pick<Tjanster, 'db'>

/** What is handed in from outside for a year, each with its source. */
export interface Underlag {
  readonly budget: Omit<Budget, 'ar' | 'kalla'>
  readonly arbetsgivarbestand: Pick<Arbetsgivarbestand, 'perStorlek'>
  readonly folkmangd: Pick<Folkmangd, 'namnare' | 'perLan'>
}
export type Underlagsslag = keyof Underlag

/** Every decided row of the country, as it now stands, employers by an id of no meaning. For figures alone: nobody sees the rows. */
export const bidragsrader = (t: Db): Promise<readonly Bidragsrad[]> =>
  somSystemet(t.db, async (q) => {
    const { rows } = await sql<Omit<Bidragsrad, 'skannad'> & { skannad: Bidragsrad['inkom'] | null }>`
      select x.ansokan_id as ansokan, g.id as arbetsgivare, r.anstalld, r.anordnare, x.kostnadsar, coalesce(r.insatsdag, x.inkom) as insatsdag, x.inkom, x.kanal, x.skannad, x.beslutad, coalesce(r.kostnad, 0) as "kostnadOre", r.belopp, r.begransad_av as "begransadAv", r.skal,
             r.insatstyper, r.syfte, r.miljo, r.innehall, coalesce(n.post ->> 'typ', 'annan') as anordnartyp, x.storlek, x.sektor, x.lan
        from app.apr_rad r join app.apr_ansokan x on x.ansokan_id = r.ansokan_id join app.arbetsgivare g on g.orgnr = r.orgnr left join app.apr_anordnare n on n.orgnr = r.anordnare
       where x.beslutad is not null order by x.beslutad, x.ansokan_id, r.rad_id`.execute(q)
    return rows.map(({ skannad, ...r }): Bidragsrad => ({
      ...r,
      anordnartyp: r.anordnartyp as Anordnartyp,
      ...(skannad ? { skannad } : {}),
    }))
  })

/** The days applications came in, decided or not: the inflow. */
export const inkomna = (t: Db): Promise<readonly Bidragsrad['inkom'][]> =>
  somSystemet(t.db, async (q) =>
    (
      await q.selectFrom('app.apr_ansokan').select('inkom').where('inkom', 'is not', null).where('tillstand', '<>', 'aterkallad').execute()
    ).map((r) => r.inkom!),
  )

/** What is open today, by state. */
export const oppna = (t: Db): Promise<readonly { tillstand: string; antal: number; aldst: string | null }[]> =>
  somSystemet(
    t.db,
    async (q) =>
      (
        await sql<{
          tillstand: string
          antal: number
          aldst: string | null
        }>`select tillstand, count(*)::int as antal, min(inkom) as aldst from app.apr_ansokan where beslut_id is null and tillstand <> 'aterkallad' group by 1 order by 1`.execute(
          q,
        )
      ).rows,
  )

export async function lasUnderlag<S extends Underlagsslag>(
  t: Db,
  slag: S,
  ar: number,
): Promise<(Underlag[S] & { ar: number; kalla: string }) | null> {
  const r = await somSystemet(t.db, (q) =>
    q.selectFrom('app.apr_underlag').selectAll().where('slag', '=', slag).where('ar', '=', ar).orderBy('id', 'desc').executeTakeFirst(),
  )
  return r ? { ...(r.innehall as unknown as Underlag[S]), ar: r.ar, kalla: r.kalla } : null
}

/** What was set aside for the year: handed in last, else as the sources give it, else not known. */
export async function budgeten(t: Db, ar: number): Promise<Budget | null> {
  return (await lasUnderlag(t, 'budget', ar)) ?? KANDA_BUDGETAR.find((b) => b.ar === ar) ?? null
}

// --- people in both supports -----------------------------------------------------------------------------

/** People whom the support was for and whose employer named them by personnummer; others cannot be met in another register. */
export function individerMedStod(rader: readonly Bidragsrad[]): readonly Individ[] {
  const per = new Map<string, Period[]>()
  for (const r of rader)
    if (r.belopp > 0 && !r.anstalld.includes('/'))
      per.set(r.anstalld, [...(per.get(r.anstalld) ?? []), { from: r.insatsdag, tom: r.insatsdag }])
  return [...per].map(([id, perioder]) => ({ id, perioder }))
}

/** People with days paid of a benefit of the person's, by the same id: the last decision of each day stands in the journal of the case. */
export const individerMedDagar = (t: Db, forman: 'sjukpenning' | 'forebyggande-sjukpenning'): Promise<readonly Individ[]> =>
  somSystemet(t.db, async (q) => {
    const { rows } = await sql<{ personnummer: string; from: Period['from']; tom: Period['tom'] }>`
      select p.personnummer, (u ->> 'from') as "from", (u ->> 'tom') as tom from app.arende a join app.person p on p.id = a.person_id join app.handelse h on h.arende_id = a.id and h.data ->> 'typ' = 'beslutFattat'
        cross join lateral jsonb_array_elements(h.data #> '{beslut,utbetalning}') u where a.forman = ${forman} and (u ->> 'kronorPerDag')::numeric > 0 order by p.personnummer, 2`.execute(
      q,
    )
    const per = new Map<string, Period[]>()
    for (const r of rows)
      per.set(anstalldnyckel(r.personnummer), [...(per.get(anstalldnyckel(r.personnummer)) ?? []), { from: r.from, tom: r.tom }])
    return [...per].map(([id, perioder]) => ({ id, perioder }))
  })

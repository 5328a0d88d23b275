import type { Fraga } from '@atergang/lager'
import { sql } from 'kysely'

/** Groups of the national queue, in the order of work. */
export const KOGRUPPER = {
  sena: 'Sena',
  klara: 'Klara att besluta',
  utreds: 'Att utreda',
  vantar: 'Väntar på svar',
  kontrolleras: 'Efterkontroll',
  beslutade: 'Beslutade',
} as const
export type Kogrupp = keyof typeof KOGRUPPER

/** Each application lies in one group: late ones take the short path whatever else they lack. */
const GRUPP = sql<Kogrupp>`case when x.tillstand = 'aterkallad' then null when x.beslut_id is not null then case when x.tillstand = 'kontrolleras' then 'kontrolleras' else 'beslutade' end
  when x.sen then 'sena' when x.avtryck is not null then 'klara' when x.tillstand in ('vantar', 'kommunicerad') then 'vantar' else 'utreds' end`

export interface Korad {
  readonly arende_id: string
  readonly ansokan_id: string
  readonly nummer: string
  readonly namn: string
  readonly kostnadsar: number
  readonly inkom: string | null
  readonly kanal: string
  readonly skannad: string | null
  readonly sen: boolean
  readonly tillstand: string
  readonly rader: number
  readonly kostnad: number
  readonly foreslaget: number | null
  readonly belopp: number | null
  readonly utfall: string | null
  readonly fragor: readonly string[]
  readonly tilldelad: string | null
}

/** A page of one group of the queue, the oldest first; decided ones the newest first. */
export async function koSida(q: Fraga, o: { grupp: Kogrupp; fran: number; antal: number }): Promise<readonly Korad[]> {
  const { rows } = await sql<Korad>`
    select x.arende_id, x.ansokan_id, a.nummer, g.namn, x.kostnadsar, x.inkom, x.kanal, x.skannad, x.sen, x.tillstand, x.rader, x.kostnad::float8 as kostnad, x.foreslaget, x.belopp, x.utfall, t.namn as tilldelad,
           array(select distinct u ->> 'kod' from jsonb_array_elements(a.sammanfattning -> 'uppgifter') u) as fragor
      from app.apr_ansokan x join app.arende a on a.id = x.arende_id join app.arbetsgivare g on g.orgnr = a.orgnr left join app.tilldelning t on t.arende_id = a.id and t.roll = 'handlaggare'
     where ${GRUPP} = ${o.grupp} order by ${o.grupp === 'beslutade' ? sql`x.beslutad desc nulls last` : sql`x.inkom nulls first`}, x.ansokan_id offset ${o.fran} limit ${o.antal}`.execute(
    q,
  )
  return rows
}

/** How many lie in each group, how old the oldest is, and what the coming decisions give. */
export async function koTal(q: Fraga): Promise<readonly { grupp: Kogrupp; antal: number; aldst: string | null; foreslaget: number }[]> {
  const { rows } = await sql<{ grupp: Kogrupp; antal: number; aldst: string | null; foreslaget: number }>`
    select ${GRUPP} as grupp, count(*)::int as antal, min(x.inkom) as aldst, coalesce(sum(x.foreslaget), 0)::float8 as foreslaget from app.apr_ansokan x where ${GRUPP} is not null group by 1`.execute(
    q,
  )
  return (Object.keys(KOGRUPPER) as Kogrupp[]).map(
    (grupp) => rows.find((r) => r.grupp === grupp) ?? { grupp, antal: 0, aldst: null, foreslaget: 0 },
  )
}

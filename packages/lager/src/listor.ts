import { UTAN_PART, type Roll, type Sammanfattning } from '@atergang/arende'
import { formanen } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { sql } from 'kysely'
import type { Sessionsrad } from './uppdrag.ts'
import type { Fraga } from './sammanhang.ts'

/** One case in a list: what, who must move, by when, why. The same shape for every role. */
export interface Listrad {
  readonly id: string
  /** null when the party is an employer */
  readonly personId: string | null
  readonly nummer: string
  /** the party: its name, and its personnummer or organisation number */
  readonly namn: string
  readonly partsnummer: string
  readonly forman: string
  /** the benefit as people call it */
  readonly formansrubrik: string
  readonly enhet: string
  readonly kedjedag: number
  readonly status: string
  readonly inlett: Datum
  readonly sammanfattning: Sammanfattning
  readonly tilldelad: { readonly id: string; readonly namn: string; readonly sedan: Datum } | null
  readonly vilarTill: Datum | null
  readonly vilaSkal: string | null
  readonly oppnad: string | null
}

const PARTSNAMN = sql<string>`coalesce(p.fornamn || ' ' || p.efternamn, g.namn, ${UTAN_PART})`

/** Cases with their row for a role; row security keeps out what the person may not see. */
function rader(q: Fraga, roll: Roll) {
  return q
    .selectFrom('app.arende as a')
    .leftJoin('app.person as p', 'p.id', 'a.person_id')
    .leftJoin('app.arbetsgivare as g', 'g.orgnr', 'a.orgnr')
    .leftJoin('app.tilldelning as t', (j) => j.onRef('t.arende_id', '=', 'a.id').on('t.roll', '=', roll))
    .leftJoin('app.vila as v', (j) => j.onRef('v.arende_id', '=', 'a.id').on('v.roll', '=', roll))
    .select([
      'a.id',
      'a.person_id',
      'a.nummer',
      'a.forman',
      'a.enhet',
      'a.kedjedag',
      'a.status',
      'a.inlett',
      'a.sammanfattning',
      't.anvandare',
      't.namn as tnamn',
      't.sedan',
      'v.till as vilarTill',
      'v.skal as vilaSkal',
    ])
    .select(PARTSNAMN.as('namn'))
    .select(sql<string>`coalesce(p.personnummer, g.orgnr, '')`.as('partsnummer'))
    .select(
      sql<string | null>`(select min(u.oppnad) from app.uppgift u where u.arende_id = a.id and u.avslutad is null and u.roll = ${roll})`.as(
        'oppnad',
      ),
    )
}

type Ra = Awaited<ReturnType<ReturnType<typeof rader>['execute']>>[number]

const listrad = (r: Ra): Listrad => ({
  id: r.id,
  personId: r.person_id,
  nummer: r.nummer,
  namn: r.namn,
  partsnummer: r.partsnummer,
  forman: r.forman,
  formansrubrik: formanen(r.forman).rubrik,
  enhet: r.enhet,
  kedjedag: r.kedjedag,
  status: r.status,
  inlett: r.inlett,
  sammanfattning: r.sammanfattning as unknown as Sammanfattning,
  tilldelad: r.anvandare ? { id: r.anvandare, namn: r.tnamn!, sedan: r.sedan! } : null,
  vilarTill: r.vilarTill,
  vilaSkal: r.vilaSkal,
  oppnad: r.oppnad,
})

/** My cases in my role. */
export const minaArenden = async (q: Fraga, s: Sessionsrad): Promise<Listrad[]> =>
  (
    await rader(q, s.roll).where('t.anvandare', '=', s.anvandare).where('a.status', '<>', 'avslutat').orderBy('a.nasta_laglig').execute()
  ).map(listrad)

/** My unit's open cases, a page at a time. */
export async function enhetensArenden(
  q: Fraga,
  s: Sessionsrad,
  o: { roll: Roll; fran: number; antal: number; bara?: 'ledigaAttGora' | 'tilldelade' | undefined },
): Promise<{ rader: Listrad[]; antal: number }> {
  let fraga = rader(q, o.roll).where('a.status', '<>', 'avslutat')
  if (s.enhet) fraga = fraga.where('a.enhet', '=', s.enhet)
  if (o.bara === 'ledigaAttGora') fraga = fraga.where('t.anvandare', 'is', null).where('a.status', '=', 'kraver')
  if (o.bara === 'tilldelade') fraga = fraga.where('t.anvandare', 'is not', null)
  const alla = await fraga.orderBy('a.nasta_laglig').orderBy('a.id').offset(o.fran).limit(o.antal).execute()
  const { antal } = await fraga
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('antal'))
    .executeTakeFirstOrThrow()
  return { rader: alla.map(listrad), antal }
}

/** Search by personnummer or organisation number, name or case number. The words never stand in an address. */
export async function sokArenden(q: Fraga, s: Sessionsrad, text: string): Promise<Listrad[]> {
  const t = text.trim()
  const siffror = t.replace(/\D/g, '')
  const lik = `%${t.replace(/[%_\\]/g, (c) => `\\${c}`)}%`
  return (
    await rader(q, s.roll)
      .where((e) =>
        e.or([
          e(PARTSNAMN, 'ilike', lik),
          e('a.nummer', 'ilike', lik),
          ...(siffror.length >= 6 ? [e(sql<string>`coalesce(replace(p.personnummer, '-', ''), g.orgnr)`, 'like', `%${siffror}%`)] : []),
        ]),
      )
      .orderBy('a.inlett', 'desc')
      .limit(50)
      .execute()
  ).map(listrad)
}

export interface Personarende {
  readonly id: string
  readonly nummer: string
  readonly forman: string
  readonly status: string
  readonly inlett: Datum
}

/** The person's own cases, for Mina sidor. */
export const personensArenden = (q: Fraga, personId: string): Promise<Personarende[]> =>
  q
    .selectFrom('app.arende')
    .select(['id', 'nummer', 'forman', 'status', 'inlett'])
    .where('person_id', '=', personId)
    .orderBy('inlett', 'desc')
    .execute()

export interface Konsultation {
  readonly arendeId: string
  readonly nummer: string
  readonly personId: string
  readonly fragad: Datum
  readonly besvarad: Datum
  readonly fraga: string
  readonly svar: string
}

/** What the adviser has answered: question and answer, without the person's name and without a way into the case. */
export async function minaKonsultationer(q: Fraga): Promise<Konsultation[]> {
  type Text = readonly { readonly text: string }[]
  const { rows } = await sql<{
    arende_id: string
    nummer: string
    person_id: string
    fragad: Datum
    besvarad: Datum
    fragor: Text
    svar: Text
  }>`select * from app.mina_konsultationer()`.execute(q)
  const ihop = (t: Text): string => t.map((x) => x.text).join('\n')
  return rows.map((r) => ({
    arendeId: r.arende_id,
    nummer: r.nummer,
    personId: r.person_id,
    fragad: r.fragad,
    besvarad: r.besvarad,
    fraga: ihop(r.fragor),
    svar: ihop(r.svar),
  }))
}

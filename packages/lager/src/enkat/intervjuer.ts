import { Domanfel } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Fraga } from '../sammanhang.ts'
import type { Sessionsrad } from '../uppdrag.ts'

// Interviews with officials and their themes (J046–J047), and tests of a survey (J048). Row security says who reads them.

/** The areas of questions of the audit's interviews (report 004, annex 2), in its order. */
export const INTERVJUTEMAN = {
  organisering: 'Organisering av handläggningen',
  process: 'Handläggningsprocessen',
  forsakrade: 'Försäkrade som beviljas ersättning',
  evidens: 'Evidensbedömning',
  bedomning: 'Bedömning av ansökningar',
  information: 'Information och kunskap om ersättningen',
  styrning: 'Styrning och uppföljning',
  uppfattning: 'Handläggares uppfattning om ersättningen',
} as const
export type Intervjutema = keyof typeof INTERVJUTEMAN

export interface Intervjuuppgift {
  readonly dag: Datum
  readonly form: 'enskild' | 'grupp'
  readonly satt: 'digitalt' | 'telefon' | 'plats'
  readonly deltagare: number
  readonly roll: string
  readonly omrade: string
  /** what benefit or question it was about */
  readonly amne: string
}
export interface Passage {
  readonly id: string
  readonly text: string
  readonly teman: readonly Intervjutema[]
  readonly kodare: string
  readonly dag: Datum
  readonly min: boolean
}
export interface Intervju extends Intervjuuppgift {
  readonly id: string
  readonly av: string
  readonly passager: readonly Passage[]
}

export async function intervjuerna(q: Fraga, s: Pick<Sessionsrad, 'anvandare'>): Promise<Intervju[]> {
  const rader = await q.selectFrom('app.intervju').selectAll().orderBy('dag', 'desc').orderBy('skapad', 'desc').execute()
  const passager = await q.selectFrom('app.intervjupassage').selectAll().orderBy('skapad').execute()
  return rader.map((r) => ({
    id: r.id,
    dag: r.dag,
    form: r.form,
    satt: r.satt,
    deltagare: r.deltagare,
    roll: r.roll,
    omrade: r.omrade,
    amne: r.amne,
    av: r.av,
    passager: passager
      .filter((p) => p.intervju === r.id)
      .map((p) => ({
        id: p.id,
        text: p.text,
        teman: p.teman as Intervjutema[],
        kodare: p.kodare,
        dag: p.dag,
        min: p.kodare_id === s.anvandare,
      })),
  }))
}

export const nyIntervju = async (q: Fraga, s: Sessionsrad, i: Intervjuuppgift): Promise<string> =>
  (
    await q
      .insertInto('app.intervju')
      .values({ ...i, av: s.namn, av_id: s.anvandare })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

const saknas = (): Domanfel => new Domanfel('saknas', 'intervjunFinnsInte', 'Intervjun finns inte, eller så har du inte rätt att se den.')

/** A passage with its themes. @throws {Domanfel} `intervjunFinnsInte` */
export async function nyPassage(
  q: Fraga,
  s: Sessionsrad,
  intervju: string,
  p: { text: string; teman: readonly Intervjutema[] },
  dag: Datum,
): Promise<void> {
  if (!(await q.selectFrom('app.intervju').select('id').where('id', '=', intervju).executeTakeFirst())) throw saknas()
  await q
    .insertInto('app.intervjupassage')
    .values({ intervju, text: p.text, teman: [...p.teman], kodare: s.namn, kodare_id: s.anvandare, dag })
    .execute()
}

/** Takes away a passage that the caller has put in. @throws {Domanfel} `passagenFinnsInte` */
export async function taBortPassage(q: Fraga, id: string): Promise<void> {
  const r = await q.deleteFrom('app.intervjupassage').where('id', '=', id).executeTakeFirst()
  if (r.numDeletedRows === 0n) throw new Domanfel('saknas', 'passagenFinnsInte', 'Passagen finns inte, eller så har någon annan kodat den.')
}

export interface Temarad {
  readonly tema: Intervjutema
  readonly roll: string
  readonly omrade: string
  /** interviews where the theme came up, and passages about it */
  readonly intervjuer: number
  readonly passager: number
}
/** Theme by role and area. What is counted is interviews and passages, not persons. */
export function temasammanstallning(intervjuer: readonly Intervju[]): Temarad[] {
  const ut = new Map<string, Temarad>()
  for (const i of intervjuer) {
    for (const tema of Object.keys(INTERVJUTEMAN) as Intervjutema[]) {
      const passager = i.passager.filter((p) => p.teman.includes(tema)).length
      if (passager === 0) continue
      const nyckel = JSON.stringify([tema, i.roll, i.omrade])
      const x = ut.get(nyckel)
      ut.set(nyckel, {
        tema,
        roll: i.roll,
        omrade: i.omrade,
        intervjuer: (x?.intervjuer ?? 0) + 1,
        passager: (x?.passager ?? 0) + passager,
      })
    }
  }
  const ordning = Object.keys(INTERVJUTEMAN)
  return [...ut.values()].sort(
    (a, b) =>
      ordning.indexOf(a.tema) - ordning.indexOf(b.tema) || a.roll.localeCompare(b.roll, 'sv') || a.omrade.localeCompare(b.omrade, 'sv'),
  )
}

// --- tests of a survey -------------------------------------------------------------------------------------

export interface Enkatprovning {
  readonly dag: Datum
  readonly satt: 'intervju' | 'internt' | 'referensperson'
  /** as role, never a name */
  readonly vem: string
  readonly iakttagelse: string
  readonly andring: string
  readonly av: string
}
export const enkatprovningar = (q: Fraga, enkat: string): Promise<Enkatprovning[]> =>
  q
    .selectFrom('app.enkatprovning')
    .select(['dag', 'satt', 'vem', 'iakttagelse', 'andring', 'av'])
    .where('enkat', '=', enkat)
    .orderBy('dag')
    .orderBy('skapad')
    .execute()
export const nyEnkatprovning = (q: Fraga, s: Sessionsrad, enkat: string, p: Omit<Enkatprovning, 'av'>) =>
  q
    .insertInto('app.enkatprovning')
    .values({ enkat, ...p, av: s.namn, av_id: s.anvandare })
    .execute()

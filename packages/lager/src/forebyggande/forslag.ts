import type { Aktor } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { konflikt } from '@atergang/arende'
import { randomUUID } from 'node:crypto'
import type { Fraga } from '../sammanhang.ts'

export const FORSLAGSSTATUS = { ny: 'inte besvarat', bedoms: 'bedöms', infors: 'införs', avslas: 'införs inte' } as const
export type Forslagsstatus = keyof typeof FORSLAGSSTATUS

/** A suggestion on a form with what has been answered; the newest answer is its state (B025). */
export interface Formularforslag {
  readonly id: string
  readonly formular: string
  readonly version: string
  readonly falt: string | null
  readonly text: string
  readonly dag: Datum
  readonly av: string
  readonly enhet: string
  readonly status: Forslagsstatus
  readonly svar: readonly {
    readonly status: Exclude<Forslagsstatus, 'ny'>
    readonly svar: string
    readonly inforsI: string | null
    readonly dag: Datum
    readonly av: string
  }[]
}

export async function formularforslag(q: Fraga): Promise<Formularforslag[]> {
  const [forslag, svar] = [
    await q.selectFrom('app.formularforslag').selectAll().orderBy('skapad', 'desc').execute(),
    await q.selectFrom('app.formularforslagssvar').selectAll().orderBy('id').execute(),
  ]
  return forslag.map((f) => {
    const egna = svar
      .filter((s) => s.forslag === f.id)
      .map((s) => ({ status: s.status, svar: s.svar, inforsI: s.infors_i, dag: s.dag, av: s.av }))
    return {
      id: f.id,
      formular: f.formular,
      version: f.version,
      falt: f.falt,
      text: f.text,
      dag: f.dag,
      av: f.av,
      enhet: f.enhet,
      status: egna.at(-1)?.status ?? 'ny',
      svar: egna,
    }
  })
}

export async function foresla(
  q: Fraga,
  f: { formular: string; version: string; falt?: string | undefined; text: string; enhet: string },
  av: Pick<Aktor, 'id' | 'namn'>,
  dag: Datum,
): Promise<string> {
  const id = randomUUID()
  await q
    .insertInto('app.formularforslag')
    .values({
      id,
      formular: f.formular,
      version: f.version,
      falt: f.falt ?? null,
      text: f.text,
      dag,
      av: av.namn,
      av_id: av.id,
      enhet: f.enhet,
    })
    .execute()
  return id
}

/** From whom a suggestion came in from outside; the row names no more of them. */
export const FORSLAGSKALLOR = {
  forsakrad: { av: 'En person som ansöker', var: 'Mina sidor' },
  vard: { av: 'En läkare', var: 'Läkarens sida' },
  arbetsgivare: { av: 'En arbetsgivare', var: 'Arbetsgivarens sida' },
} as const
export type Forslagskalla = keyof typeof FORSLAGSKALLOR

/** So many without an answer of one and the same: then somebody has to read first (ours). */
const HOGST_OBESVARADE = 20

/** From one who fills in the form; as the system. `agare` finds it again and is shown to nobody. @throws {Domanfel} when too many wait */
export async function foreslaUtifran(
  q: Fraga,
  f: { formular: string; version: string; falt?: string | undefined; text: string },
  fran: Forslagskalla,
  agare: string,
  dag: Datum,
): Promise<string> {
  if ((await egnaForslag(q, agare)).filter((x) => x.status === 'ny').length >= HOGST_OBESVARADE)
    throw konflikt('mangaForslag', `Du har ${HOGST_OBESVARADE} förslag som väntar på svar. Vänta tills några är besvarade.`)
  const { av, var: enhet } = FORSLAGSKALLOR[fran]
  const id = await foresla(q, { ...f, enhet }, { id: fran, namn: av }, dag)
  await q.insertInto('app.formularforslag_agare').values({ forslag: id, agare }).execute()
  return id
}

/** What one has suggested, the newest first, with the answers; as the system. */
export async function egnaForslag(q: Fraga, agare: string): Promise<Formularforslag[]> {
  const egna = new Set(
    (await q.selectFrom('app.formularforslag_agare').select('forslag').where('agare', '=', agare).execute()).map((r) => r.forslag),
  )
  return egna.size ? (await formularforslag(q)).filter((f) => egna.has(f.id)) : []
}

export const besvaraForslag = (
  q: Fraga,
  s: { forslag: string; status: Exclude<Forslagsstatus, 'ny'>; svar: string; inforsI?: string | undefined },
  av: Aktor,
  dag: Datum,
) =>
  q
    .insertInto('app.formularforslagssvar')
    .values({ forslag: s.forslag, status: s.status, svar: s.svar, infors_i: s.inforsI ?? null, dag, av: av.namn, av_id: av.id })
    .execute()

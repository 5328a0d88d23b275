import type { Aktor } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
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
  readonly svar: readonly { readonly status: Exclude<Forslagsstatus, 'ny'>; readonly svar: string; readonly inforsI: string | null; readonly dag: Datum; readonly av: string }[]
}

export async function formularforslag(q: Fraga): Promise<Formularforslag[]> {
  const [forslag, svar] = [await q.selectFrom('app.formularforslag').selectAll().orderBy('skapad', 'desc').execute(), await q.selectFrom('app.formularforslagssvar').selectAll().orderBy('id').execute()]
  return forslag.map((f) => {
    const egna = svar.filter((s) => s.forslag === f.id).map((s) => ({ status: s.status, svar: s.svar, inforsI: s.infors_i, dag: s.dag, av: s.av }))
    return { id: f.id, formular: f.formular, version: f.version, falt: f.falt, text: f.text, dag: f.dag, av: f.av, enhet: f.enhet, status: egna.at(-1)?.status ?? 'ny', svar: egna }
  })
}

export async function foresla(q: Fraga, f: { formular: string; version: string; falt?: string | undefined; text: string; enhet: string }, av: Aktor, dag: Datum): Promise<string> {
  const id = randomUUID()
  await q.insertInto('app.formularforslag').values({ id, formular: f.formular, version: f.version, falt: f.falt ?? null, text: f.text, dag, av: av.namn, av_id: av.id, enhet: f.enhet }).execute()
  return id
}

export const besvaraForslag = (q: Fraga, s: { forslag: string; status: Exclude<Forslagsstatus, 'ny'>; svar: string; inforsI?: string | undefined }, av: Aktor, dag: Datum) =>
  q.insertInto('app.formularforslagssvar').values({ forslag: s.forslag, status: s.status, svar: s.svar, infors_i: s.inforsI ?? null, dag, av: av.namn, av_id: av.id }).execute()

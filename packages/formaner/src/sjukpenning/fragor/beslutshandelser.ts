import type { Beslut, Brevinnehall, Handelsedata, Kontext } from '@atergang/arende'
import { sandBrev } from '../brev/sand.ts'
import type { Slage } from '../fakta.ts'
import { FLODESVERSION, regelversion } from '../versioner.ts'

/** A decision and its letter as events: the letter among the documents, the decision, the dispatch. */
export function beslutshandelser(k: Kontext, beslut: Beslut, innehall: Brevinnehall): Handelsedata[] {
  const { handlingId, handling, utskick } = sandBrev(k, innehall, beslut.id)
  return [handling, { typ: 'beslutFattat', beslut: { ...beslut, brevId: handlingId }, utskick }]
}

/** What every decision carries: who, when, the facts known and the versions they were judged by. */
export const beslutsgrund = (l: Slage, k: Kontext) => ({
  id: k.nyttId(), nr: l.beslut.length + 1, dag: k.dag, tid: k.tid, fattatAv: k.aktor, enhet: l.arende.enhet, fakta: l.fakta.map((f) => f.id), kantTill: l.version, flodesversion: FLODESVERSION, regelversion: regelversion(), brevId: '',
})

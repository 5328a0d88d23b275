import type { Beslut, Brevinnehall, Handelsedata, Kontext, Lage } from '@atergang/arende'
import { gallandeKvitto } from '@atergang/regelverk'
import { sandBrev } from '../brev/sand.ts'

/** How many digits of the receipt a person sees; enough to find the rule set by, and to tell two apart. */
const SIFFROR = 12

/** Of the receipt of the rules as they are when the decision is made. */
const kvittonummer = (): string => gallandeKvitto().summa.slice('sha256:'.length, 'sha256:'.length + SIFFROR)

/** The versions a benefit decides under: its flow, and the wording of the law its rules were written from. */
export interface Versioner {
  readonly flode: string
  readonly regel: string
}

/** A decision and its letter as events: the letter among the documents, the decision, the dispatch. */
export function beslutshandelser(k: Kontext, beslut: Beslut, innehall: Brevinnehall): Handelsedata[] {
  const { handlingId, handling, utskick } = sandBrev(k, innehall, beslut.id)
  return [handling, { typ: 'beslutFattat', beslut: { ...beslut, brevId: handlingId }, utskick }]
}

/** What every decision carries: who, when, the facts known and the versions they were judged by. */
export const beslutsgrund = (l: Lage, k: Kontext, v: Versioner) => ({
  id: k.nyttId(),
  nr: l.beslut.length + 1,
  dag: k.dag,
  tid: k.tid,
  fattatAv: k.aktor,
  enhet: l.arende.enhet,
  fakta: l.fakta.map((f) => f.id),
  kantTill: l.version,
  flodesversion: v.flode,
  regelversion: `${v.regel}, regelverk ${kvittonummer()}`,
  brevId: '',
})

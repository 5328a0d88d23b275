import forordningen from '../lagtext/forordning-2014-67.json' with { type: 'json' }
import { lagrum, paragrafnyckel, type Lagrum } from './lagrum.ts'

/**
 * What a report says a paragraph holds, where the act itself is not in the sources. Never the words of the
 * paragraph: it may say more, and other paragraphs of the act may limit it.
 */
export interface Atergivning {
  readonly text: string
  /** report and place: ”Riksrevisionen, RiR 2021:19, avsnitt 2.1, fotnot 50” */
  readonly kalla: string
}

/** Förordning (2014:67) as the audit retells it; FKFS 2014:1 is only named there (footnote 50). */
const ATERGIVNA: ReadonlyMap<string, Atergivning> = new Map(
  Object.entries(forordningen.paragrafer).map(([p, v]) => [
    `förordning (2014:67) ${p}`,
    { text: v.aterger, kalla: `Riksrevisionen, RiR 2021:19, ${v.stalle}` },
  ]),
)

/** What the reports say the paragraph holds; undefined when the act is in the sources, or no report quotes it. */
export const atergivning = (l: Lagrum): Atergivning | undefined => ATERGIVNA.get(paragrafnyckel(l))

/** Every paragraph that is known only through a report. */
export const atergivnaParagrafer: readonly Lagrum[] = [...ATERGIVNA.keys()].map(lagrum)

/** ”så som den återges i Riksrevisionen, RiR 2021:19, avsnitt 2.1, fotnot 50; …” — to stand beside a citation of such a paragraph. */
export const forbehall = (l: Lagrum): string | undefined => {
  const a = atergivning(l)
  return a && `så som den återges i ${a.kalla}; författningens text finns inte i källorna`
}

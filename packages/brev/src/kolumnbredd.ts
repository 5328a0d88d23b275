import type { Brevblock } from '@atergang/arende'

type Tabell = Pick<Extract<Brevblock, { typ: 'tabell' }>, 'kolumner' | 'rader'>

export interface Kolumnbredd {
  /** share of what the number columns leave; 0: as wide as its content, or what typst finds room for */
  readonly vikt: number
  /** a word is longer than the column: let it be hyphenated */
  readonly avstava: boolean
}

export interface Tabellbredd {
  /** the table reaches out into the right margin */
  readonly bred: boolean
  readonly kolumner: readonly Kolumnbredd[]
}

/** Estimates in points for the table's type: text block, what the margin adds (mallar/block.typ), a character, a cell's padding. */
const RAD = { bredd: 374, utfall: 51, tecken: 5, luft: 8 } as const
/** Text longer than this is going to be broken anyway and asks for no more room. */
const LANGSTA_ONSKAN = 40
/** Above this share of the line the number columns too must give way. */
const MEST_TAL = 0.6

const punkter = (tecken: number): number => tecken * RAD.tecken + RAD.luft
const langst = (texter: readonly string[]): number => Math.max(0, ...texter.map((t) => t.length))
const summa = (tal: readonly number[]): number => tal.reduce((a, b) => a + b, 0)

/** Each column its longest word, and what is left over shared by how much longer its longest text is. */
function dela(rum: number, minst: readonly number[], onskat: readonly number[]): number[] {
  const over = rum - summa(minst)
  if (over <= 0) return [...minst]
  const saknas = minst.map((m, i) => onskat[i]! - m)
  const allt = summa(saknas)
  return minst.map((m, i) => m + over * (allt > 0 ? saknas[i]! / allt : m / summa(minst)))
}

/** Number columns are as wide as they need to be; the others share the rest of the line. */
export function kolumnbredder({ kolumner, rader }: Tabell): Tabellbredd {
  const celler = kolumner.map((k, i) => [k.rubrik, ...rader.map((rad) => rad[i] ?? '')])
  const arTal = (i: number) => kolumner[i]!.hoger === true
  const tal = summa(celler.map((c, i) => (arTal(i) ? punkter(langst(c)) : 0)))
  const minst = celler.map((c, i) => (arTal(i) ? 0 : punkter(langst(c.flatMap((t) => t.split(/\s/))))))
  const onskat = celler.map((c, i) => (arTal(i) ? 0 : Math.max(minst[i]!, punkter(Math.min(LANGSTA_ONSKAN, langst(c))))))
  const bred = tal + summa(minst) > RAD.bredd
  const bredd = RAD.bredd + (bred ? RAD.utfall : 0)
  if (tal > bredd * MEST_TAL) return { bred, kolumner: kolumner.map(() => ({ vikt: 0, avstava: true })) }
  const trangt = tal + summa(minst) > bredd
  return { bred, kolumner: dela(bredd - tal, minst, onskat).map((b, i) => ({ vikt: Math.round(b), avstava: trangt && !arTal(i) })) }
}

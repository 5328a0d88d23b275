import { readFileSync } from 'node:fs'

/** Numbers of the audit's tables that are kept as printed in `forlaga/`. */
export const PUBLICERADE = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const
export type Publicerad = (typeof PUBLICERADE)[number]
export type Publiceradrad = Readonly<Record<string, string>>

/** One line of a file of ours: quoted cells may hold commas, no cell holds a line break. */
function celler(rad: string): string[] {
  return [...rad.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map((m) => m[1]!.replace(/^"|"$/g, '').replaceAll('""', '"'))
}

/** A printed table as rows of text by column name. */
export function publiceradTabell(nummer: Publicerad): readonly Publiceradrad[] {
  const [huvud, ...rader] = readFileSync(new URL(`../forlaga/table${nummer}.csv`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
  const namn = celler(`${huvud},`)
  return rader.map((r) => {
    const c = celler(`${r},`)
    return Object.fromEntries(namn.map((n, i) => [n, c[i] ?? '']))
  })
}

/** The figures of one county that the synthetic country is made to give (table 1, columns 3–9, 11, 12). */
export interface Lansmal {
  readonly lan: string
  /** inhabitants 18–64 in 2019: column 3 / column 4; the report prints none */
  readonly befolkning1864: number
  /** column 3 */
  readonly mottagare: number
  /** column 4, per 1 000 */
  readonly mottagarePer1000: number
  /** column 5, kronor */
  readonly beloppPerMottagare: number
  /** column 6 */
  readonly nettodagarPerMottagare: number
  /** column 7 as a share */
  readonly andelTidigare: number
  /** column 8, kronor per inhabitant 18–64 (X03) */
  readonly aprPerInvanare: number
  /** column 9 */
  readonly anordnare: number
  /** columns 11 and 12, per 1 000 */
  readonly kbtIptPer1000: number
  readonly mmrPer1000: number
}

export const lansmal = (): readonly Lansmal[] =>
  publiceradTabell('1').map((r) => {
    const n = (k: string): number => Number(r[k])
    return {
      lan: r.lan!,
      befolkning1864: (n('fbsjp_antal_mottagare') / n('fbsjp_mottagare_per_1000_inv_18_64')) * 1000,
      mottagare: n('fbsjp_antal_mottagare'),
      mottagarePer1000: n('fbsjp_mottagare_per_1000_inv_18_64'),
      beloppPerMottagare: n('fbsjp_belopp_per_mottagare'),
      nettodagarPerMottagare: n('fbsjp_nettodgr_per_mottagare'),
      andelTidigare: n('andel_tidigare_sjukpenning_procent') / 100,
      aprPerInvanare: n('apr_belopp_per_inv_18_64'),
      anordnare: n('antal_anordnare'),
      kbtIptPer1000: n('kbt_ipt_per_1000_inv_18_64'),
      mmrPer1000: n('mmr_per_1000_inv_18_64'),
    }
  })

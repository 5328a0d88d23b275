import { describe, expect, it } from 'vitest'
import { paragrafnyckel, parametrar, parametrarTill, medUnderregler, regler, tidsregler, type Lagrum, type Regel } from './index.ts'
import { paragraftext } from './lagtext.ts'

/** The act that gave a paragraph its wording, or null when it has stood since the code came into force. */
function andringslag(l: Lagrum): string | null {
  const text =
    paragraftext(l)
      ?.flatMap((s) => [s.text, ...s.punkter])
      .join(' ') ?? ''
  return [...text.matchAll(/Lag \((\d{4}:\d+)\)/g)].at(-1)?.[1] ?? null
}

const IKRAFT = new Map(
  [...regler, ...parametrar, ...tidsregler]
    .flatMap((r) => ('varden' in r ? r.varden : r.versioner))
    .flatMap((v) => {
      const m = /lag \((\d{4}:\d+)\)/.exec(v.kalla)
      return m ? [[m[1]!, v.from] as const] : []
    }),
)

/** Paragraphs whose dated part is a parameter that the rule reads: then the parameter carries the date. */
const datadeAvParametrar = (r: Regel): Set<string> =>
  new Set(
    medUnderregler([r])
      .flatMap(parametrarTill)
      .flatMap((p) => p.lagrum.map(paragrafnyckel)),
  )

function fel(namn: string, from: string, lagrum: readonly Lagrum[], undantag: ReadonlySet<string> = new Set()): string[] {
  return lagrum.flatMap((l) => {
    const lag = andringslag(l)
    const nyckel = paragrafnyckel(l)
    if (!lag || undantag.has(nyckel)) return []
    const kand = IKRAFT.get(lag)
    return kand && kand <= from
      ? []
      : [`${namn} gäller från ${from}, men ${nyckel} har lydelse enligt lag (${lag})${kand ? `, känd från ${kand}` : ''}`]
  })
}

describe('från när en regel är känd', () => {
  it('är aldrig före den dag då dess paragrafer fick sin lydelse, om inte en parameter bär dagen', () => {
    expect(regler.flatMap((r) => fel(r.namn, r.versioner[0]!.from, r.lagrum, datadeAvParametrar(r)))).toEqual([])
  })

  it('gäller också regler över dagar', () => {
    // Riktåldern and the ages before it are a parameter of their own (ADR 0007).
    const aldrar = new Set(['2:10 a', '2:10 c', '56:3'])
    expect(tidsregler.flatMap((r) => fel(r.namn, r.versioner[0]!.from, r.lagrum, aldrar))).toEqual([])
  })
})

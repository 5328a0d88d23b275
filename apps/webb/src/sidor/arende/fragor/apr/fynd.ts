import type { Kontrollfyndkod } from '@atergang/formaner/apr'

export interface Fyndrad {
  kod: Kontrollfyndkod | undefined
  /** whole or broken kronor, as written */
  rattKostnad: number | undefined
  text: string
}

/** The findings in the server's shape: the right cost in öre only where the cost was too high. */
export const fyndsvaret = (radIdn: readonly string[], rader: readonly Fyndrad[]) => ({
  rader: rader.map((r, i) => ({
    radId: radIdn[i]!,
    kod: r.kod,
    text: r.text,
    ...(r.kod === 'kostnadForHog' && r.rattKostnad !== undefined ? { rattKostnad: Math.round(r.rattKostnad * 100) } : {}),
  })),
})

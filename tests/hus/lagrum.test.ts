import { atergivnaParagrafer, atergivning, forbehall, lagrum, lagrumstext, type Lagrum } from '@atergang/regelverk'
import { paragraftext } from '@atergang/regelverk/lagtext'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kallfiler } from './kallfiler.ts'

/** Every citation in the source: the short form inside quotes, with the act named or a chapter before the colon. */
function citeringar(): { fil: string; kort: string; l: Lagrum }[] {
  return kallfiler(['packages', 'apps'], /\.(ts|vue)$/).flatMap((fil) =>
    [...readFileSync(fil, 'utf8').matchAll(/'((?:FL )?(?:\d+(?: [a-z])?:)?\d+(?: [a-z])?(?: st \d+)?(?: p \d+)?)'/g)]
      .map((m) => m[1]!)
      .filter((k) => /^FL |:/.test(k))
      .map((kort) => ({ fil, kort, l: lagrum(kort) })),
  )
}

/** The printed source runs two stycken together here; read from the SFS original's layout. */
const SAMMANSKRIVNA: Readonly<Record<string, number>> = { '28:6': 1 }

describe('varje lagrum i koden', () => {
  const alla = citeringar()

  it('finns: minst hundra citeringar hittas', () => {
    expect(alla.length).toBeGreaterThan(100)
  })

  it('står i den sparade lagtexten, med det stycke och den punkt som anges', () => {
    const fel = alla.flatMap(({ fil, kort, l }) => {
      const stycken = paragraftext(l)
      if (!stycken) return [`${fil}: ${lagrumstext(l)} finns inte. Kör scripts/lagtext.ts om paragrafen är ny.`]
      const extra = SAMMANSKRIVNA[`${l.kapitel}:${l.paragraf}`] ?? 0
      if (l.stycke && Number(l.stycke) > stycken.length + extra) return [`${fil}: ${kort} har bara ${stycken.length} stycken.`]
      const stycke = stycken[Number(l.stycke ?? 1) - 1]
      const antal = l.stycke ? (stycke?.punkter.length ?? 99) : Math.max(...stycken.map((s) => s.punkter.length))
      return l.punkt && Number(l.punkt) > antal ? [`${fil}: ${kort} har bara ${antal} punkter.`] : []
    })
    expect(fel).toEqual([])
  })
})

describe('en paragraf vars författning inte finns i källorna', () => {
  const citerade = kallfiler(['packages', 'apps'], /\.(ts|vue)$/).flatMap((fil) => [...readFileSync(fil, 'utf8').matchAll(/'(förordning \(2014:67\) \d[^']*)'/g)].map((m) => ({ fil, l: lagrum(m[1]!) })))

  it('citeras bara när en rapport återger den', () => {
    expect(citerade.length).toBeGreaterThan(10)
    expect(citerade.filter(({ l }) => !atergivning(l)).map(({ fil, l }) => `${fil}: ${lagrumstext(l)}`)).toEqual([])
  })

  it('säger alltid var den återges, och att texten själv inte finns', () => {
    for (const l of atergivnaParagrafer) expect(forbehall(l)).toMatch(/^så som den återges i .+, avsnitt \d.*inte i källorna$/)
    expect(forbehall(lagrum('27:48'))).toBeUndefined()
    expect(lagrumstext(lagrum('förordning (2014:67) 7'))).toBe('7 § förordningen (2014:67)')
  })
})

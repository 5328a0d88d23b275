import { atergivnaParagrafer, forbehall, lagrum, lagrumstext } from '@atergang/regelverk'
import { paragraftext } from '@atergang/regelverk/lagtext'
import { describe, expect, it } from 'vitest'
import { citeringar } from '../../scripts/lag/citeringar.ts'
import { aterberattade } from '../../scripts/lag/aterberattat.ts'

/** The printed source runs stycken together here; read from the SFS original's layout. */
const SAMMANSKRIVNA: Readonly<Record<string, number>> = { '28:6': 1, '113:10': 1 }
/** Acts that are cited without their text: it is not in the sources. */
const UTAN_TEXT = /^lag \((?:1930:173|1991:1047)\)/

describe('varje lagrum i koden', () => {
  const alla = citeringar()

  it('finns: minst hundra citeringar hittas', () => {
    expect(alla.length).toBeGreaterThan(100)
  })

  it('står i den sparade lagtexten, med det stycke och den punkt som anges', () => {
    const fel = alla.flatMap(({ fil, rad, kort, lagrum: l, nyckel }) => {
      if (UTAN_TEXT.test(nyckel) || aterberattade().has(nyckel)) return []
      const stycken = paragraftext(l)
      if (!stycken) return [`${fil}:${rad}: ${lagrumstext(l)} finns inte. Kör npm run lagtext om paragrafen är ny.`]
      const extra = SAMMANSKRIVNA[nyckel] ?? 0
      if (l.stycke && Number(l.stycke) > stycken.length + extra) return [`${fil}:${rad}: ${kort} har bara ${stycken.length} stycken.`]
      const stycke = stycken[Number(l.stycke ?? 1) - 1]
      const antal = l.stycke ? (stycke?.punkter.length ?? 99) : Math.max(...stycken.map((s) => s.punkter.length))
      return l.punkt && Number(l.punkt) > antal ? [`${fil}:${rad}: ${kort} har bara ${antal} punkter.`] : []
    })
    expect(fel).toEqual([])
  })
})

it('en paragraf vars författning inte finns i källorna säger alltid var den återges, och att texten själv saknas', () => {
  expect(atergivnaParagrafer.length).toBeGreaterThan(0)
  for (const l of atergivnaParagrafer) expect(forbehall(l)).toMatch(/^så som den återges i .+, avsnitt \d.*inte i källorna$/)
  expect(forbehall(lagrum('27:48'))).toBeUndefined()
  expect(lagrumstext(lagrum('förordning (2014:67) 7'))).toBe('7 § förordningen (2014:67)')
})

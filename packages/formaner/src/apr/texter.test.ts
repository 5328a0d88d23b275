import { aprOverklagande } from '@atergang/regelverk'
import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { APRTEXTER, fyllText, luckor, overklagandetext, type Aprtext } from './texter.ts'

const alla = Object.keys(APRTEXTER) as Aprtext[]

describe('textblocken', () => {
  it.each(alla)('%s har lagrum, källa och korta meningar', (namn) => {
    const t = fyllText(namn, Object.fromEntries(luckor(namn).map((l) => [l, '1'])))
    expect(t.lagrum.length).toBeGreaterThan(0)
    expect(APRTEXTER[namn].kalla.length).toBeGreaterThan(5)
    for (const mening of t.text.split(/(?<=[.?!])\s/)) expect(mening.split(/\s+/).length, mening).toBeLessThanOrEqual(26)
  })

  it('fylls i helt, eller inte alls', () => {
    expect(fyllText('beviljas', { belopp: '5 000', kostnadsar: '2025' }).text).toBe('Vi beviljar er ansökan. Ni får 5 000 kronor för 2025.')
    expect(() => fyllText('beviljas', { belopp: '5 000' })).toThrow(/kostnadsar/)
  })

  it('nämner aldrig socialförsäkringsbalken: stödet är ingen förmån enligt den', () => {
    for (const namn of alla)
      expect(fyllText(namn, Object.fromEntries(luckor(namn).map((l) => [l, '1']))).lagrum.map((l) => l.forfattning)).not.toContain('SFB')
  })

  it('om överklagande följer riksinställningen, som säger att den inte står i källorna', () => {
    expect(overklagandetext(datum('2025-06-02')).text).toContain('inom tre veckor')
    expect(aprOverklagande.varden.every((v) => v.kalla.includes('finns inte i källorna'))).toBe(true)
  })

  it('ber aldrig om den anställdas kontaktuppgifter, diagnos eller resultat', () => {
    expect(alla.filter((n) => /diagnos|telefon|evidens|effekt/i.test(APRTEXTER[n].text))).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { medUnderregler, regler, tidsregler } from '../index.ts'
import { felrad, forklaramotor, lagfallsmotorer, lasLagfall, provaLagfall } from './index.ts'

const MAPP = fileURLToPath(new URL('../../lagfall/', import.meta.url))

const tabeller = readdirSync(MAPP)
  .filter((f) => f.endsWith('.csv'))
  .sort()
  .map((fil) => ({ fil, ...lasLagfall(readFileSync(`${MAPP}${fil}`, 'utf8'), fil) }))
const alla = tabeller.flatMap((t) => t.fall)

describe('lagfallen', () => {
  it('går att läsa, varje cell', () => {
    expect(tabeller.flatMap((t) => t.fel).map(felrad)).toEqual([])
  })

  it('är minst trehundra, och inget står två gånger', () => {
    expect(alla.length).toBeGreaterThanOrEqual(300)
    const lika = alla.map((f) => JSON.stringify([f.regel.namn, f.datum, f.fakta]))
    expect(alla.filter((_, i) => lika.indexOf(lika[i]!) !== i).map((f) => `${f.fil} rad ${f.rad}`)).toEqual([])
  })

  it('prövar varje regel, själv eller som del av en annan', () => {
    const provade = new Set(alla.flatMap((f) => (f.sort === 'regel' ? medUnderregler([f.regel]).map((r) => r.namn) : [f.regel.namn])))
    expect([...regler, ...tidsregler].map((r) => r.namn).filter((n) => !provade.has(n))).toEqual([])
  })
})

describe.each(tabeller)('$fil', ({ fall }) => {
  it.each(fall.map((f) => [`rad ${f.rad}: ${f.fall} (${f.regel.namn})`, f] as const))('%s', async (_, f) => {
    const fel = await Promise.all((f.sort === 'regel' ? lagfallsmotorer : [forklaramotor]).map((m) => provaLagfall(f, m)))
    expect(fel.flat().map(felrad)).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reformexempel } from '../../scripts/reformexempel.ts'

const MAPP = new URL('../../docs/reformer/', import.meta.url)

describe('de genomräknade reformerna i docs', () => {
  it('är vad reglerna ger i dag; annars ”npm run reformexempel”', async () => {
    const ska = await reformexempel()
    const ar = new Map(
      readdirSync(MAPP)
        .filter((f) => !f.endsWith('.yaml'))
        .map((f) => [f, readFileSync(new URL(f, MAPP), 'utf8')]),
    )
    expect([...ska.keys()].sort()).toEqual([...ar.keys()].sort())
    for (const [fil, text] of ska) expect(ar.get(fil), `${fil} är gammal. Kör ”npm run reformexempel”.`).toBe(text)
  }, 120_000)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datum } from '@atergang/kalender'
import { startaTestserver, type Testserver } from '../../../../tests/stod/server.ts'
import { laggEnkat } from './enkat.ts'

let s: Testserver
let ada: string
beforeAll(async () => {
  s = await startaTestserver({ dag: '2026-03-02' })
  await laggEnkat(s.t, datum('2026-03-02'))
  await laggEnkat(s.t, datum('2026-03-02'))
  ada = await s.loggaIn('ada')
}, 120_000)
afterAll(() => s.stang())

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into field by field
const hamta = async (vag: string): Promise<any> => (await s.anrop(ada, 'GET', `/api/v1${vag}`)).json

describe('demons enkät', () => {
  it('är stängd och ger den som analyserar ett resultat, med små län dolda och fritexten kodad', async () => {
    const [e] = (await hamta('/enkater')).rader
    expect(e).toMatchObject({ tillstand: 'stangd', redovisas: 'lan', av: 'Ada Alm' })
    const vy = await hamta(`/enkater/${e.id}`)
    expect(vy).toMatchObject({ antalMottagare: 75, antalSvarande: 47 })
    expect(vy.frekvens.filter((r: { svarande: number | null }) => r.svarande === null).map((r: { grupp: string }) => r.grupp)).toEqual([
      'Gotland',
      'Kalmar',
    ])
    const r = await hamta(`/enkater/${e.id}/resultat`)
    expect(r).toMatchObject({ svarande: 47, forFa: false })
    expect(r.index).toHaveLength(8)
    expect(r.index[0].grupper.find((g: { grupp: string }) => g.grupp === 'Gotland')).toMatchObject({ varde: null })
    expect(r.fritext[0].koder.map((k: { kod: string }) => k.kod).sort()).toEqual(['kontakter', 'kunskap', 'tid'])
  })
  it('har samma svar varje gång', async () => {
    const [a, b] = (await hamta('/enkater')).rader as { id: string }[]
    expect(await hamta(`/enkater/${a!.id}/poster`)).toEqual(await hamta(`/enkater/${b!.id}/poster`))
  })
})

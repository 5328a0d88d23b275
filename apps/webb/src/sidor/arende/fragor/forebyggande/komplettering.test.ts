import { describe, expect, it } from 'vitest'
import { plats, somKomplettering, tomKomplettering } from './komplettering.ts'

const rad = (falt: string) => ({ falt, text: `Om ${falt}?`, skal: 'Behövs.' })

describe('en komplettering', () => {
  it('börjar med det som saknas, och går till läkaren när bara läkaren vet', () => {
    expect(tomKomplettering([rad('risk'), rad('uppfoljning')])).toMatchObject({
      till: 'vard',
      rader: [{ falt: 'risk', med: true }, { falt: 'uppfoljning' }],
    })
    expect(tomKomplettering([rad('arbetstid'), rad('restid')]).till).toBe('forsakrad')
    expect(tomKomplettering()).toMatchObject({ till: 'vard', rader: [{ falt: '', text: '' }] })
  })

  it('sänder bara de rader som är med, utan tomma fält', () => {
    const f = tomKomplettering([rad('risk'), rad('uppfoljning')])
    f.rader[0]!.med = false
    expect(somKomplettering(f)).toEqual({ till: 'vard', kanal: 'brev', rader: [rad('uppfoljning')] })
    expect(somKomplettering({ ...f, senast: '2026-04-01' })).toMatchObject({ senast: '2026-04-01' })
    expect(plats(f, 1)).toBe(0)
  })
})

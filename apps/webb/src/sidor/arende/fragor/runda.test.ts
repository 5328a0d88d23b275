import type { Arendevy } from '@atergang/formaner'
import { describe, expect, it } from 'vitest'
import { sedanRundan } from './runda.ts'

type Svar = Arendevy['svar'][number]
const svar = (id: string, nyckel: string, tid: string, kod = nyckel): Svar =>
  ({ id, nyckel, kod, dag: tid.slice(0, 10), tid, svar: {}, av: 'Eva Ek' }) as Svar

describe('jämförelsen med förra rundan', () => {
  const a1 = svar('a1', 'arbetsformaga:x', '2026-06-01T08:00:00Z', 'arbetsformaga')
  const r = svar('q', 'kvalitetssakring', '2026-06-02T08:00:00Z')
  const a2 = svar('a2', 'arbetsformaga:x', '2026-06-03T08:00:00Z', 'arbetsformaga')

  it('utan tidigare runda finns inget att jämföra med', () =>
    expect(sedanRundan([a1], a1.nyckel, 'a1')).toEqual({ fore: null, lage: 'forstaRundan' }))
  it('ett svar som står kvar är oförändrat', () => expect(sedanRundan([a1, r], a1.nyckel, 'a1').lage).toBe('oforandrad'))
  it('ett svar som getts på nytt är ändrat, och det förra visas', () =>
    expect(sedanRundan([a1, r, a2], a1.nyckel, 'a2')).toEqual({ fore: a1, lage: 'andrad' }))
  it('ett svar som inte fanns då är nytt', () => expect(sedanRundan([r, a2], a2.nyckel, 'a2').lage).toBe('ny'))
})

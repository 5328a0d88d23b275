import { LAN, LANSKODER } from '@atergang/formaner/apr'
import { LAN as I_LANDET } from '@atergang/syntet/land'
import { expect, it } from 'vitest'
import { LANSRUTOR } from '../../apps/webb/src/stod/lansrutor.ts'

it('har samma 21 län, med samma koder, i förmånerna, i det påhittade landet och på kartan', () => {
  expect(LANSKODER).toHaveLength(21)
  expect(Object.fromEntries(I_LANDET.map((l) => [l.kod, l.namn]))).toEqual(LAN)
  expect(LANSRUTOR.map((l) => l.namn).sort()).toEqual(Object.values(LAN).sort())
  expect(new Set(LANSRUTOR.map((l) => `${l.rad},${l.kolumn}`)).size).toBe(21)
})

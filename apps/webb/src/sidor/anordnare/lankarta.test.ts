import { LANSKODER } from '@atergang/formaner/apr'
import { describe, expect, it } from 'vitest'
import { FORKORTNING, RUTOR } from './lankarta.ts'

describe('Rutkartan över länen', () => {
  it('har en ruta för vart och ett av de 21 länen, och ingen ruta ligger på en annan', () => {
    expect(Object.keys(RUTOR).sort()).toEqual([...LANSKODER])
    expect(new Set(Object.values(RUTOR).map(String)).size).toBe(21)
  })
  it('har en egen förkortning för varje län', () => {
    expect(new Set(Object.values(FORKORTNING)).size).toBe(21)
    expect(Object.keys(FORKORTNING).sort()).toEqual([...LANSKODER])
  })
})

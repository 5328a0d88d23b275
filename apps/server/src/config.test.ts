import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lasConfig, medAdress } from './config.ts'
import { svarsadress } from './jobb/enkat.ts'
import { utlatandeadress } from './tjanster/forebyggande.ts'

const rot = mkdtempSync(join(tmpdir(), 'atergang-config-'))
afterAll(() => rmSync(rot, { recursive: true }))
const config = (env: Record<string, string>) => medAdress(lasConfig(env, rot), 4321)

describe('adressen i det som skickas ut', () => {
  it('är hel också när ATERGANG_BASURL inte är satt', () => {
    expect(svarsadress({ config: config({}) }, 'abc', 'KOD')).toBe('http://localhost:4321/svara/abc#KOD')
    expect(utlatandeadress({ config: config({}) }, 'abc')).toBe('http://localhost:4321/utlatande/abc')
  })
  it('är den som är satt, bakom en proxy', () =>
    expect(svarsadress({ config: config({ ATERGANG_BASURL: 'https://atergang.example.org' }) }, 'abc', 'KOD')).toBe(
      'https://atergang.example.org/svara/abc#KOD',
    ))
})

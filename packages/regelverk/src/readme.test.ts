import { datum } from '@atergang/kalender'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as regelverk from './index.ts'
import { Arbetslag } from '../node/index.ts'

/** The examples of README.md, run as they stand; what a line says after `//` of its value is checked where it is data. */
it('exemplen i README går att köra och ger det som står', async () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const kod = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((m) => m[1]!).join('\n')
  const prov = kod
    .replace(/^import .*$/gm, '')
    .replace(
      /^(?!const |\/\/)(;?)(.+?) \/\/ (\{.*?\}|null|\d+|'.*?')(?:[:;].*)?$/gm,
      (_, semikolon: string, uttryck: string, vantat: string) => `${semikolon}prova(${uttryck}, ${vantat})`,
    )
  const provade: unknown[] = []
  const prova = (v: unknown, vantat: unknown): void => {
    provade.push(v)
    if (typeof vantat === 'string' && vantat.endsWith('…')) expect(v).toMatch(new RegExp(`^${vantat.slice(0, -1)}`))
    else expect(typeof v === 'string' ? v.replaceAll('\u00a0', ' ') : v).toEqual(vantat)
  }
  const namn = Object.keys(regelverk)
  const kor = new Function(
    'datum',
    'Arbetslag',
    'prova',
    ...namn,
    `return (async () => {\n${prov}\nawait lag.stang()\nreturn summera(svaren)\n})()`,
  ) as (...a: unknown[]) => Promise<unknown>
  expect(await kor(datum, Arbetslag, prova, ...Object.values(regelverk))).toEqual({ summa: { t: 1947, n: 1 }, okanda: 0 })
  expect(provade.length).toBe(10)
})

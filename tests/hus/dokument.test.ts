import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adrIndex } from '../../scripts/adr-index.ts'

/** Words and places of docs/ordlista.md, row by row. */
const ord = readFileSync('docs/ordlista.md', 'utf8')
  .split('\n')
  .flatMap((rad, i) => {
    const falt = rad.split('|').map((x) => x.trim())
    if (falt.length < 6 || falt[1] === 'word' || falt[1]!.startsWith('---')) return []
    return [{ nr: i + 1, ord: falt[1]!.split(', '), platser: [...falt.at(-2)!.matchAll(/`([^`]+)`/g)].map((m) => m[1]!) }]
  })

describe('ordlistan', () => {
  it('säger för varje ord var i huset det står, och platsen finns', () => {
    expect(ord.length).toBeGreaterThan(200)
    const fel = ord.flatMap((r) =>
      (r.platser.length ? r.platser.filter((p) => !existsSync(p)) : ['ingen plats']).map((p) => `rad ${r.nr}: ${p}`),
    )
    expect(fel).toEqual([])
  })

  it('har varje ord en gång: samma ord för två saker skiljs åt inom parentes', () => {
    const alla = ord.flatMap((r) => r.ord.map((o) => o.toLowerCase()))
    expect(alla.filter((o, i) => alla.indexOf(o) !== i)).toEqual([])
  })
})

describe('dokumenten', () => {
  it('har en rad för varje beslut i docs/adr/README.md; annars skriv om den med npm run adr-index', () => {
    expect(readFileSync('docs/adr/README.md', 'utf8')).toBe(adrIndex())
  })

  it('länkar bara till filer som finns', () => {
    const filer = [
      'README.md',
      ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
        .filter((f) => f.endsWith('.md'))
        .map((f) => `docs/${f}`),
    ]
    const fel = filer.flatMap((fil) =>
      [...readFileSync(fil, 'utf8').matchAll(/\]\((?!https?:|#|\/)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map((m) => join(dirname(fil), m[1]!))
        .filter((mal) => !existsSync(mal))
        .map((mal) => `${fil}: ${mal}`),
    )
    expect(fel).toEqual([])
  })

  it('säger i rollernas sidor bara ord som står på skärmen', () => {
    const kod = (mapp: string): string =>
      readdirSync(mapp, { recursive: true, encoding: 'utf8' })
        .filter((f) => /\.(vue|ts)$/.test(f) && !f.includes('.test.'))
        .map((f) => readFileSync(`${mapp}/${f}`, 'utf8').replace(/\s+/g, ' '))
        .join('\n')
    const skarmen = ['apps/webb/src', 'packages/formaner/src', 'packages/lager/src'].map(kod).join('\n')
    const sidor = readdirSync('docs/roller')
    expect(sidor).toHaveLength(10)
    const fel = sidor.flatMap((s) =>
      [...readFileSync(`docs/roller/${s}`, 'utf8').matchAll(/\*\*([^*]+)\*\*/g)]
        .filter((m) => !skarmen.includes(m[1]!))
        .map((m) => `${s}: ${m[1]}`),
    )
    expect(fel).toEqual(['README.md: fet stil'])
  })
})

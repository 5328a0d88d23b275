import { readFileSync } from 'node:fs'
import { bedomningsfragor, kortLagrum, tackningsstatus } from '@atergang/regelverk'
import { paragraftext } from '@atergang/regelverk/lagtext'
import { describe, expect, it } from 'vitest'
import { tackning, Tackningsfel } from '../../scripts/lag/tackning.ts'
import { lagtackning } from '@atergang/regelverk/tackning'
import { tackningstext } from '../../scripts/lag/tackningstext.ts'

const SKAL = readFileSync('packages/regelverk/lagtext/inte-infort.csv', 'utf8')
const felen = (skal: string): readonly string[] => {
  try {
    tackning(skal)
    return []
  } catch (e) {
    if (e instanceof Tackningsfel) return e.fel
    throw e
  }
}

describe('lagtäckningen', () => {
  const delar = tackning()
  const rader = delar.flatMap((d) => d.rader)

  it('är skriven av det som står i koden i dag: kör npm run lagtackning om den inte är det', () => {
    expect(readFileSync('docs/lagtackning.md', 'utf8')).toBe(tackningstext(delar))
    expect(lagtackning).toEqual(delar)
  })

  it('har varje paragraf i kapitlen, och ingen rad är tom', () => {
    expect(rader.length).toBeGreaterThan(500)
    expect(rader.filter((r) => r.stod.length === 0 && !r.skal).map((r) => r.nyckel)).toEqual([])
    expect(rader.filter((r) => r.stod.length > 0 && r.skal).map((r) => r.nyckel)).toEqual([])
    expect(rader.filter((r) => !r.rubrik).map((r) => r.nyckel)).toEqual([])
  })

  it('skiljer regel från fråga till människa', () => {
    const av = (nyckel: string) => tackningsstatus(rader.find((r) => r.nyckel === nyckel)!)
    expect([av('28:10'), av('33:6'), av('25:7'), av('27:36'), av('27:60')]).toEqual([
      'regel',
      'regel och fråga till människa',
      'fråga till människa',
      'regel och fråga till människa',
      'inte infört',
    ])
  })

  it('säger till när en paragraf saknar skäl, har två, redan är införd eller inte finns', () => {
    const utan = felen(SKAL.replace(/^27:60;.*\n/m, ''))
    expect(utan).toEqual(['27:60 är varken införd eller har ett skäl i packages/regelverk/lagtext/inte-infort.csv.'])
    expect(felen(`${SKAL}28:10;Ett skäl som inte behövs alls.\n`)[0]).toMatch(/rad \d+: 28:10 är införd \(.*sjukpenningPerDag/)
    expect(felen(`${SKAL}27:60;Ett skäl till, som är långt nog.\n`)[0]).toMatch(/27:60 har redan ett skäl/)
    expect(felen(`${SKAL}27:99;Ett skäl för något som inte finns.\n`)[0]).toMatch(/27:99 finns inte bland de täckta paragraferna/)
    expect(felen(SKAL.replace(/^27:60;.*$/m, '27:60;för kort'))[0]).toMatch(/skälet säger för lite/)
  })
})

describe('det lagen lämnar till en människa', () => {
  it('är ord som står i paragrafen', () => {
    const saknas = bedomningsfragor.flatMap((f) => {
      const text =
        paragraftext(f.lagrum[0]!)
          ?.flatMap((s) => [s.text, ...s.punkter])
          .join(' ') ?? ''
      return text.toLowerCase().includes(f.ord.toLowerCase()) ? [] : [`${f.namn}: ”${f.ord}” står inte i ${kortLagrum(f.lagrum[0]!)}`]
    })
    expect(saknas).toEqual([])
  })

  it('har ett namn var och en rubrik som är en fråga', () => {
    expect(new Set(bedomningsfragor.map((f) => f.namn)).size).toBe(bedomningsfragor.length)
    expect(bedomningsfragor.filter((f) => !f.rubrik.includes('?')).map((f) => f.namn)).toEqual([])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Ids of the requirements catalogue: so many in each area, numbered from 1. X are its contradictions. */
const OMRADEN = { A: 53, B: 53, C: 41, D: 34, E: 43, F: 27, G: 22, H: 39, I: 48, J: 70, K: 44, L: 34, X: 40 }
const ANTAL_KRAV = 508

const numrerat = (omrade: string, nr: number): string => `${omrade}${String(nr).padStart(omrade === 'X' ? 2 : 3, '0')}`
const KATALOGEN = Object.entries(OMRADEN).flatMap(([omrade, antal]) => Array.from({ length: antal }, (_, i) => numrerat(omrade, i + 1)))

/** The catalogue itself lies beside the repository while it is built; with it the table above is checked too. */
const KATALOGFIL = '../shared/krav.md'
const idn = (text: string): string[] => [...new Set([...text.matchAll(/^\| ([A-LX]\d{2,3}) \|/gm)].map((m) => m[1]!))]
const forvantade = (): string[] => (existsSync(KATALOGFIL) ? idn(readFileSync(KATALOGFIL, 'utf8')) : KATALOGEN)

const STATUS = ['gjort', 'register', 'kommande', 'bortvalt']

interface Rad {
  id: string
  status: string
  evidens: string[]
  rad: string
}

/** One line of the file; a field with a comma stands in quotation marks, doubled inside. */
function falten(line: string): string[] {
  const falt = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2]!)
  return falt
}

const [rubriker, ...linjer] = readFileSync('docs/krav-status.csv', 'utf8').trimEnd().split('\n')
const rader = linjer.map((line): Rad => {
  const [id = '', status = '', evidens = '', rad = ''] = falten(line)
  return { id, status, evidens: evidens === '-' ? [] : evidens.split(' ').filter(Boolean), rad }
})

describe('kravens status', () => {
  it('har fyra kolumner i varje rad', () => {
    expect(rubriker).toBe('id,status,evidens,rad')
    expect(linjer.filter((line) => falten(line).length !== 4)).toEqual([])
  })

  it('har varje krav och varje motsägelse i katalogen exakt en gång', () => {
    expect(KATALOGEN.filter((id) => !id.startsWith('X'))).toHaveLength(ANTAL_KRAV)
    expect(forvantade().sort()).toEqual([...KATALOGEN].sort())
    expect(rader.map((r) => r.id).sort()).toEqual([...KATALOGEN].sort())
  })

  it('säger gjort, register, kommande eller bortvalt, och inget annat', () => {
    expect(rader.filter((r) => !STATUS.includes(r.status))).toEqual([])
  })

  it('pekar på minst en fil i huset när kravet är gjort eller finns som register', () => {
    expect(rader.filter((r) => ['gjort', 'register'].includes(r.status) && r.evidens.length === 0).map((r) => r.id)).toEqual([])
  })

  it('pekar bara på filer som finns, inne i huset', () => {
    const saknade = rader.flatMap((r) =>
      r.evidens.filter((fil) => /^(\/|\.\.)/.test(fil) || !existsSync(fil)).map((fil) => `${r.id}: ${fil}`),
    )
    expect(saknade).toEqual([])
  })

  it('säger alltid varför, också när kravet kommer senare eller är bortvalt', () => {
    expect(rader.filter((r) => r.rad.trim().length < 8).map((r) => r.id)).toEqual([])
  })
})

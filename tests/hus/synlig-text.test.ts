import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Ids of our own requirement catalogue, commands and settings are ours: nobody who uses the product is to meet them (krav-status.test.ts has the areas). */
const OMRADEN = { A: 53, B: 53, C: 41, D: 34, E: 43, F: 27, G: 22, H: 39, I: 48, J: 70, K: 44, L: 34 }
const arKravid = (ord: string): boolean => {
  const nr = Number(ord.slice(1))
  return nr >= 1 && nr <= (ord.startsWith('X') ? 40 : OMRADEN[ord[0] as keyof typeof OMRADEN])
}
const kravid = (text: string): string[] => (text.match(/\b(?:[A-L]\d{3}|X\d{2})\b/g) ?? []).filter(arKravid)
const kommandon = (text: string): string[] =>
  text.match(/npm (?:run|start)|\batergang (?:analys|syntet|apr|regel)\b|\bATERGANG_[A-Z]+/g) ?? []

const filer = (mapp: string, slut: string): string[] =>
  readdirSync(mapp, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith(slut) && !f.includes('.test.') && !f.endsWith('.gen.ts'))
    .map((f) => join(mapp, f))

/** What is written for somebody to read: every string and piece of a template, but not a name of one word such as an id by itself. */
function texterna(kod: string): string[] {
  const ut: string[] = []
  const ga = (n: ts.Node): void => {
    if (ts.isStringLiteralLike(n) || ts.isTemplateHead(n) || ts.isTemplateMiddle(n) || ts.isTemplateTail(n))
      if (/\s/.test(n.text.trim())) ut.push(n.text)
    ts.forEachChild(n, ga)
  }
  ga(ts.createSourceFile('x.ts', kod, ts.ScriptTarget.Latest))
  return ut
}
const utanKommentarer = (vue: string): string =>
  vue
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')

describe('det som användarna läser', () => {
  it('har inga kravnummer, varken i webben, i servern eller i lagens värden och analysens definitioner', () => {
    const rum = [
      'apps/webb/src',
      'apps/server/src',
      ...['regelverk', 'formaner', 'analys', 'brev', 'arende'].map((p) => `packages/${p}/src`),
    ]
    const fel = [
      ...rum.flatMap((r) =>
        filer(r, '.ts').flatMap((f) => texterna(readFileSync(f, 'utf8')).flatMap((t) => kravid(t).map((i) => `${f}: ${i} i ”${t}”`))),
      ),
      ...filer('apps/webb/src', '.vue').flatMap((f) => kravid(utanKommentarer(readFileSync(f, 'utf8'))).map((i) => `${f}: ${i}`)),
    ]
    expect(fel).toEqual([])
  })

  it('har inga kommandon och inga namn på driftens inställningar i webben eller i serverns svar', () => {
    const fel = [
      ...['apps/server/src/rutter', 'apps/server/src/tjanster', 'apps/server/src/analys', 'apps/webb/src'].flatMap((r) =>
        filer(r, '.ts').flatMap((f) => texterna(readFileSync(f, 'utf8')).flatMap((t) => kommandon(t).map((k) => `${f}: ${k}`))),
      ),
      ...filer('apps/webb/src', '.vue').flatMap((f) => kommandon(utanKommentarer(readFileSync(f, 'utf8'))).map((k) => `${f}: ${k}`)),
    ]
    expect(fel).toEqual([])
  })
})

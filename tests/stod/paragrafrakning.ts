import * as regelverket from '@atergang/regelverk'
import { KEDJEGRANSER, parametrar, riksinstallningar, type Tal } from '@atergang/regelverk'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A place outside the rules that looks like a paragraph's own arithmetic. */
export interface Fynd {
  readonly fil: string
  readonly rad: number
  readonly text: string
  readonly varfor: string
}

/** What amounts and their grounds are called in the field. Sums of them are ledger work; multiplying, dividing and rounding them is law. */
const BELOPP = /sgi|inkomst|prisbasbelopp|underlag|ersattning|sjuklon|dagbelopp|perdag|helDag|karens|livranta|penning|bidrag/i
/** Figures too common to say anything by themselves; as shares of an amount they are found by the amount. */
const VARDAGLIGA = new Set([
  0,
  0.1,
  0.15,
  0.2,
  0.25,
  0.5,
  0.75,
  0.8,
  0.85,
  0.9,
  11,
  58,
  60,
  64,
  65,
  66,
  67,
  71,
  75,
  80,
  85,
  100,
  115,
  10_000,
  ...Array.from({ length: 51 }, (_, i) => i),
])
/** Last days of the chain's stretches, which are written as often as the first days of the next. */
const SISTA_DAGAR = KEDJEGRANSER.map((g) => g - 1)

const somTal = (v: unknown): number | null =>
  typeof v === 'number' ? v : typeof v === 'object' && v !== null && 't' in v ? (v as Tal).t / (v as Tal).n : null

const parametertal = [...parametrar, ...riksinstallningar].flatMap((p) =>
  (p.varden as readonly { readonly varde: unknown }[]).flatMap((v): [number, string][] => {
    const n = somTal(v.varde)
    return n === null ? [] : (p.enhet === 'procent' ? [n / 100, n] : [n]).map((x) => [x, p.namn])
  }),
)
const dagtal = Object.entries(regelverket).flatMap(([namn, v]): [number, string][] => (typeof v === 'number' ? [[v, namn]] : []))
const kedjetal = [...KEDJEGRANSER, ...SISTA_DAGAR].map((n): [number, string] => [n, 'KEDJEGRANSER'])

/** Figures that stand in the rules, by what they are called there: of parameters, of the days of the timelines. */
export const LAGENS_TAL: ReadonlyMap<number, string> = new Map(
  [...kedjetal, ...parametertal, ...dagtal].filter(([n]) => !VARDAGLIGA.has(n)),
)

export function kodfiler(rot: string, mappar: readonly string[]): string[] {
  const ta = (m: string): string[] =>
    readdirSync(m).flatMap((n) => {
      const v = join(m, n)
      if (n === 'node_modules' || n === 'dist') return []
      if (statSync(v).isDirectory()) return ta(v)
      return /\.(ts|mts|mjs|js|vue)$/.test(n) && !/\.(test|spec|gen|d)\.m?ts$/.test(n) ? [v] : []
    })
  return mappar.flatMap((m) => ta(join(rot, m)))
}

/** A view's scripts, expressions and attributes, each where it stands, and nothing else: so that a finding names the right line. */
function skriptet(fil: string, text: string): string {
  if (!fil.endsWith('.vue')) return text
  const ut: string[] = text.split('').map((t) => (t === '\n' ? t : ' '))
  for (const m of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>|\{\{([\s\S]*?)\}\}|\s(?:[:@]|v-)[\w.:-]+="([^"]*)"/g)) {
    const kod = m[1] ?? m[2] ?? m[3] ?? ''
    const fran = m.index + (m[1] !== undefined ? m[0].indexOf('>') + 1 : m[2] !== undefined ? 2 : m[0].indexOf('"') + 1)
    ut.splice(fran, kod.length, ...kod.split(''))
    ut[fran - 1] = ';'
    ut[fran + kod.length] = ';'
  }
  return ut.join('')
}

const RAKNAR = new Set([ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken])
const JAMFOR = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
])
const KORTAR = new Set(['round', 'floor', 'ceil', 'trunc', 'min', 'max'])

/** Looks through a file for a paragraph's arithmetic: figures of the law reckoned with, and amounts multiplied, divided, rounded or capped. */
export function sok(fil: string, text: string): Fynd[] {
  const kalla = ts.createSourceFile(fil, skriptet(fil, text), ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS)
  const ut: Fynd[] = []
  const fynd = (n: ts.Node, varfor: string): void => {
    const helt = n.getText(kalla).replaceAll(/\s+/g, ' ')
    ut.push({ fil, rad: kalla.getLineAndCharacterOfPosition(n.getStart(kalla)).line + 1, text: helt.slice(0, 120), varfor })
  }
  const namnet = (n: ts.Node): string => n.getText(kalla)
  const beloppet = (n: ts.Node): boolean =>
    (ts.isIdentifier(n) && BELOPP.test(n.text)) ||
    (ts.isPropertyAccessExpression(n) && BELOPP.test(n.name.text)) ||
    ((ts.isParenthesizedExpression(n) || ts.isNonNullExpression(n)) && beloppet(n.expression)) ||
    (ts.isBinaryExpression(n) && (beloppet(n.left) || beloppet(n.right)))
  const lagens = (n: ts.Node): string | null => (ts.isNumericLiteral(n) ? (LAGENS_TAL.get(Number(n.text)) ?? null) : null)
  const ga = (n: ts.Node): void => {
    if (ts.isBinaryExpression(n)) {
      const op = n.operatorToken.kind
      const tal = lagens(n.left) ?? lagens(n.right)
      if (RAKNAR.has(op) && (beloppet(n.left) || beloppet(n.right))) fynd(n, 'räknar med ett belopp')
      else if (tal && (RAKNAR.has(op) || JAMFOR.has(op))) fynd(n, `har talet ur ${tal}`)
    }
    if (
      ts.isCallExpression(n) &&
      ts.isPropertyAccessExpression(n.expression) &&
      namnet(n.expression.expression) === 'Math' &&
      KORTAR.has(n.expression.name.text)
    ) {
      const tal = n.arguments.map(lagens).find((x) => x !== null)
      if (tal) fynd(n, `har talet ur ${tal}`)
      else if (n.arguments.some(beloppet)) fynd(n, `${n.expression.name.text} av ett belopp`)
    } else if (ts.isCallExpression(n)) {
      const tal = n.arguments.map(lagens).find((x) => x !== null)
      if (tal) fynd(n, `har talet ur ${tal}`)
    }
    const satt =
      (ts.isVariableDeclaration(n) || ts.isPropertyAssignment(n)) && n.initializer
        ? [n.initializer]
        : ts.isArrayLiteralExpression(n)
          ? n.elements
          : []
    const talet = satt.map(lagens).find((x) => x !== null)
    if (talet) fynd(n, `har talet ur ${talet}`)
    ts.forEachChild(n, ga)
  }
  ga(kalla)
  return ut
}

export const sokFil =
  (rot: string) =>
  (fil: string): Fynd[] =>
    sok(fil.slice(rot.length), readFileSync(fil, 'utf8'))

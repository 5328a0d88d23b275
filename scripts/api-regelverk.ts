import * as regelverket from '@atergang/regelverk'
import { writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const RUM = fileURLToPath(new URL('../packages/regelverk/', import.meta.url))
export const APISIDAN = join(RUM, 'API.md')
const DORRAR = [
  ['@atergang/regelverk', 'src/index.ts'],
  ['@atergang/regelverk/kalender', 'src/kalender.ts'],
  ['@atergang/regelverk/lagtext', 'src/lagtext.ts'],
  ['@atergang/regelverk/parallell', 'node/index.ts'],
] as const
const VISA = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrowStyleSignature

interface Post {
  readonly namn: string
  readonly slag: 'funktion' | 'klass' | 'typ' | 'varde'
  readonly skrivs: string
  readonly ord: string
}

/** Every export of the package, out of the sources: signature and what its comment says, by the file it stands in. */
export function apisidan(): string {
  const program = ts.createProgram(
    DORRAR.map(([, fil]) => join(RUM, fil)),
    {
      ...(ts.readConfigFile(join(RUM, '../../tsconfig.json'), ts.sys.readFile).config.compilerOptions as object),
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    },
  )
  const c = program.getTypeChecker()
  const ut = [
    '# API of @atergang/regelverk',
    '',
    'Written from the sources by `npm run api-regelverk`; a test holds it true. Functions say what they throw; units and paragraphs stand in the rules themselves (`regel visa NAMN`, `regelkatalog()`).',
    '',
  ]
  for (const [dorr, fil] of DORRAR) {
    const modul = c.getSymbolAtLocation(program.getSourceFile(join(RUM, fil))!)!
    const per = new Map<string, Post[]>()
    for (const s of c.getExportsOfModule(modul)) {
      const egen = s.flags & ts.SymbolFlags.Alias ? c.getAliasedSymbol(s) : s
      const d = egen.declarations![0]!
      const plats = relative(join(RUM, '..'), d.getSourceFile().fileName)
      per.set(plats, [...(per.get(plats) ?? []), posten(c, s.name, egen, d)])
    }
    ut.push(`## \`${dorr}\``, '')
    for (const [plats, poster] of [...per].sort(([a], [b]) => (a < b ? -1 : 1))) ut.push(...avsnitt(plats, poster))
  }
  return `${ut.join('\n').trimEnd()}\n`
}

function posten(c: ts.TypeChecker, namn: string, s: ts.Symbol, d: ts.Declaration): Post {
  const slag = s.flags & ts.SymbolFlags.Class ? 'klass' : s.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias) ? 'typ' : null
  const typ = slag === null ? c.getTypeOfSymbolAtLocation(s, d) : null
  const anrop = typ?.getCallSignatures() ?? []
  const skrivs = anrop.length
    ? anrop.map((a) => `${namn}${c.signatureToString(a, d, VISA & ~ts.TypeFormatFlags.WriteArrowStyleSignature)}`).join('\n')
    : typ
      ? c.typeToString(typ, d)
      : ''
  const kastar = s
    .getJsDocTags(c)
    .filter((t) => t.name === 'throws')
    .map((t) => `Throws ${ts.displayPartsToString(t.text)}`)
  return {
    namn,
    slag: slag ?? (anrop.length ? 'funktion' : 'varde'),
    skrivs,
    ord: [slag ? '' : iRegelverket(namn), ts.displayPartsToString(s.getDocumentationComment(c)), ...kastar]
      .filter((t) => t !== '')
      .join('. ')
      .replaceAll('.. ', '. ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  }
}

/** Rules, parameters and questions say themselves what they are. */
function iRegelverket(namn: string): string {
  const v: unknown = (regelverket as Record<string, unknown>)[namn]
  if (typeof v !== 'object' || v === null || !('rubrik' in v) || !('lagrum' in v)) return ''
  return `${String(v.rubrik)} (${(v.lagrum as readonly regelverket.Lagrum[]).map(regelverket.lagrumstext).join(', ')})`
}

const cell = (t: string): string => t.replaceAll('|', '\\|')

function avsnitt(plats: string, poster: readonly Post[]): string[] {
  const ordnade = [...poster].sort((a, b) => (a.namn < b.namn ? -1 : 1))
  const mapp = dirname(plats).replace(/^regelverk\/src\/?|^regelverk\/?/, '')
  const rad = (p: Post): string =>
    `| \`${p.namn}\` | ${p.slag === 'typ' ? 'type' : p.slag === 'klass' ? 'class' : `\`${cell(p.skrivs)}\``} | ${cell(p.ord)} |`
  const funktioner = ordnade.filter((p) => p.slag === 'funktion')
  const ovriga = ordnade.filter((p) => p.slag !== 'funktion')
  return [
    `### ${mapp && !mapp.startsWith('kalender') ? `${mapp}/` : mapp ? 'kalender/' : ''}${basename(plats)}`,
    '',
    ...funktioner.flatMap((p) => ['```ts', p.skrivs, '```', '', ...(p.ord ? [p.ord, ''] : [])]),
    ...(ovriga.length ? ['| | | |', '|---|---|---|', ...ovriga.map(rad), ''] : []),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(APISIDAN, apisidan())

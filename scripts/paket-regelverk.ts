import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROT = fileURLToPath(new URL('..', import.meta.url))
const RUM = join(ROT, 'packages/regelverk')
/** Where the package is built, ready for `npm pack` and `npm publish`. */
export const PAKET = join(RUM, 'dist')

interface Paketfil {
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
}
const paketfil = (rum: string): Paketfil => JSON.parse(readFileSync(join(ROT, 'packages', rum, 'package.json'), 'utf8')) as Paketfil

/**
 * Builds `@atergang/regelverk` as a package that needs no other part of the house: JavaScript with types, the calendar inside, README and licence.
 * The folder takes its name only when all of it is there.
 */
export function byggPaket(mal = PAKET): string {
  const ut = mkdtempSync(join(RUM, '.paket-'))
  try {
    const tsc = spawnSync(
      process.execPath,
      [join(ROT, 'node_modules/typescript/bin/tsc'), '-p', join(RUM, 'tsconfig.paket.json'), '--outDir', join(ut, 'lib')],
      { encoding: 'utf8' },
    )
    if (tsc.status !== 0) throw new Error(`Paketet kan inte byggas.\n${tsc.stdout}${tsc.stderr}`)
    for (const fil of [...filer(join(RUM, 'src'), /(?<!\.test)\.d\.mts$|\.mjs$/), ...filer(join(RUM, 'node'), /\.mjs$/)]) {
      const till = join(ut, 'lib/regelverk', relative(RUM, fil))
      mkdirSync(dirname(till), { recursive: true })
      cpSync(fil, till)
    }
    jsonSomModuler(join(ut, 'lib'))
    for (const fil of filer(join(ut, 'lib'), /\.(m?js|d\.m?ts)$/))
      writeFileSync(fil, inombords(readFileSync(fil, 'utf8'), fil, join(ut, 'lib')))
    for (const fil of ['README.md', 'API.md']) writeFileSync(join(ut, fil), utanHuset(readFileSync(join(RUM, fil), 'utf8')))
    cpSync(join(ROT, 'LICENSE'), join(ut, 'LICENSE'))
    writeFileSync(join(ut, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
    rmSync(mal, { recursive: true, force: true })
    renameSync(ut, mal)
    return mal
  } finally {
    rmSync(ut, { recursive: true, force: true })
  }
}

const filer = (mapp: string, vilka: RegExp): string[] =>
  readdirSync(mapp).flatMap((n) => {
    const v = join(mapp, n)
    return statSync(v).isDirectory() ? filer(v, vilka) : vilka.test(n) ? [v] : []
  })

/** Text of the law as JavaScript: every runtime and bundler reads it alike, and none warns. */
function jsonSomModuler(lib: string): void {
  for (const fil of filer(join(RUM, 'lagtext'), /\.json$/)) {
    const till = join(lib, 'regelverk/lagtext', relative(join(RUM, 'lagtext'), fil)).replace(/\.json$/, '.js')
    mkdirSync(dirname(till), { recursive: true })
    writeFileSync(till, `export default ${JSON.stringify(JSON.parse(readFileSync(fil, 'utf8')))}\n`)
    rmSync(till.replace(/\.js$/, '.json'), { force: true })
  }
}

const KALENDERN: Readonly<Record<string, string>> = {
  '@atergang/kalender': 'kalender/src/index.js',
  '@atergang/kalender/karna': 'kalender/src/karna/index.mjs',
}

/** The calendar lies beside the rules, so its names become its places. */
function inombords(text: string, fil: string, lib: string): string {
  const plats = (dorr: string): string => {
    const vag = relative(dirname(fil), join(lib, KALENDERN[dorr]!))
    return vag.startsWith('.') ? vag : `./${vag}`
  }
  return text
    .replaceAll(/(['"])(@atergang\/kalender(?:\/karna)?)\1/g, (_, _citat, dorr: string) => `'${plats(dorr)}'`)
    .replaceAll(/(['"])([^'"]*\/lagtext\/[^'"]*)\.json\1(?: with \{ type: (['"])json\3 \})?/g, "'$2.js'")
}

/** Links into the house lead nowhere outside it. */
const utanHuset = (text: string): string => text.replaceAll(/\[([^\]]+)\]\(\.\.\/\.\.\/[^)]*\)/g, '$1')

function manifest(): object {
  const [regelverk, kalender] = [paketfil('regelverk'), paketfil('kalender')]
  // csv-parse reads the law's test tables, which are not in the package.
  const { '@atergang/kalender': _inuti, 'csv-parse': _prov, ...egna } = regelverk.dependencies
  const dorr = (fil: string) => ({ types: `./lib/regelverk/${fil}.d.ts`, default: `./lib/regelverk/${fil}.js` })
  return {
    name: '@atergang/regelverk',
    version: regelverk.version,
    description: 'Swedish sickness insurance as rules: explained to one person, run over a population, written as SQL',
    license: regelverk.license,
    type: 'module',
    engines: { node: '>=20.19' },
    sideEffects: false,
    exports: {
      '.': dorr('src/index'),
      './kalender': dorr('src/kalender'),
      './lagtext': dorr('src/lagtext'),
      './parallell': dorr('node/index'),
    },
    files: ['lib', 'API.md'],
    dependencies: { ...egna, ...kalender.dependencies },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${relative(process.cwd(), byggPaket())}\n`)

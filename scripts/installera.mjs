// Installs what is missing, on a machine with nothing but Node and npm. Needs no package of its own.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROT = fileURLToPath(new URL('..', import.meta.url))
const MARKE = `${ROT}node_modules/.atergang-installerat`

const lassumma = () =>
  createHash('sha256')
    .update(readFileSync(`${ROT}package-lock.json`))
    .digest('hex')

/** Runs `npm ci` unless the installed packages are those of the lock file. Says so on stderr; stdout is the command's own. */
export function installera() {
  const [stor, liten] = process.versions.node.split('.').map(Number)
  if (stor < 20 || (stor === 20 && liten < 19)) {
    process.stderr.write(`Återgång behöver Node 20.19 eller senare; här finns ${process.versions.node}.\n`)
    process.exit(1)
  }
  const summa = lassumma()
  if (existsSync(MARKE) && readFileSync(MARKE, 'utf8') === summa) return
  if (!existsSync(MARKE) && existsSync(`${ROT}node_modules/.package-lock.json`) && existsSync(`${ROT}node_modules/tsx`)) {
    writeFileSync(MARKE, summa)
    return
  }
  process.stderr.write('Installerar paket …\n')
  const r = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (r.status !== 0) {
    process.stderr.write('Paketen kunde inte installeras. Kontrollera nätet till npm och kör igen.\n')
    process.exit(r.status ?? 1)
  }
  writeFileSync(MARKE, summa)
}

/** Runs TypeScript source with the tsx of the installation; ends with its exit code. */
export function korTypeScript(fil, argument = [], mer = {}) {
  return spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), fil, ...argument], { cwd: ROT, stdio: 'inherit', ...mer })
}

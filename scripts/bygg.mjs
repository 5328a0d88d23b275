// Builds the web; used by start, test and the benches.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { korTypeScript, ROT } from './installera.mjs'

/** Builds the web when its sources, or what it shares with the pure packages, have changed since last time. */
export function byggWebben() {
  const mal = `${ROT}apps/webb/dist`
  const marke = `${mal}/.byggt`
  const summa = summaAv([
    'apps/webb/src',
    'apps/webb/public',
    'apps/webb/index.html',
    'apps/webb/vite.config.ts',
    'packages/kalender/src',
    'packages/regelverk/src',
    'packages/regelverk/lagtext',
    'packages/arende/src',
    'packages/formaner/src',
    'apps/server/src/rutter',
    'package-lock.json',
  ])
  if (existsSync(marke) && readFileSync(marke, 'utf8') === summa) return
  process.stdout.write('Bygger webben …\n')
  kravLyckat(
    korTypeScript(`${ROT}scripts/api-klient.mjs`, [], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    }),
    'API-klienten',
  )
  kravLyckat(
    spawnSync(process.execPath, [`${ROT}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'], {
      cwd: `${ROT}apps/webb`,
      stdio: 'inherit',
    }),
    'webben',
  )
  writeFileSync(marke, summa)
}

export default byggWebben

function kravLyckat(r, vad) {
  if (r.status === 0) return
  process.stderr.write(`${vad} kunde inte byggas.\n`)
  process.exit(r.status ?? 1)
}

function summaAv(vagar) {
  const h = createHash('sha256')
  const ta = (vag) => {
    if (statSync(vag).isDirectory()) for (const n of readdirSync(vag).sort()) ta(join(vag, n))
    else if (!vag.endsWith('.gen.ts') && !vag.endsWith('.test.ts')) h.update(vag.slice(ROT.length)).update(readFileSync(vag))
  }
  for (const v of vagar) ta(ROT + v)
  return h.digest('hex')
}

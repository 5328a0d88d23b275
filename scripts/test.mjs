// npm test: installs what is missing and runs everything. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byggWebben } from './bygg.mjs'
import { installera, korTypeScript, ROT } from './installera.mjs'

installera()
const mapp = mkdtempSync(join(tmpdir(), 'atergang-prov-'))
const resultat = { passed: 0, failed: 0 }

steg('Bygger webben', () => (byggWebben(), kontroll(true)))
steg('prettier', () => verktyg('prettier/bin/prettier.cjs', ['--log-level', 'warn', '--check', '.']))
steg('eslint', () => verktyg('eslint/bin/eslint.js', ['.', '--max-warnings', '0']))
steg('Importregeln', () =>
  verktyg('dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', 'packages', 'apps']),
)
steg('tsc', () => verktyg('typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']))
steg('tsc, kärnorna', () => verktyg('typescript/bin/tsc', ['-p', 'tsconfig.karna.json', '--noEmit']))
steg('vue-tsc', () => verktyg('vue-tsc/bin/vue-tsc.js', ['-p', 'apps/webb/tsconfig.json', '--noEmit']))
steg('vitest', vitest)
steg('Webbläsaren', playwright)

rmSync(mapp, { recursive: true, force: true })
process.stdout.write(`\n${resultat.passed} passed, ${resultat.failed} failed\n`)
process.exit(resultat.failed === 0 && resultat.passed > 0 ? 0 : 1)

function steg(namn, gor) {
  process.stdout.write(`\n── ${namn}\n`)
  const start = Date.now()
  gor()
  process.stdout.write(`── ${namn}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
}

function kontroll(lyckades) {
  resultat[lyckades ? 'passed' : 'failed']++
}

function kor(argument, env = {}) {
  return spawnSync(process.execPath, argument, {
    cwd: ROT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  }).status
}

function verktyg(fil, argument) {
  kontroll(kor([`${ROT}node_modules/${fil}`, ...argument]) === 0)
}

function vitest() {
  const fil = join(mapp, 'vitest.json')
  const status = kor([`${ROT}node_modules/vitest/vitest.mjs`, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${fil}`])
  const r = las(fil)
  resultat.passed += r?.numPassedTests ?? 0
  resultat.failed += Math.max(r?.numFailedTests ?? 0, status === 0 && r ? 0 : 1)
}

function playwright() {
  const fil = join(mapp, 'webb.json')
  mkdirSync(mapp, { recursive: true })
  const status = korTypeScript(`${ROT}node_modules/@playwright/test/cli.js`, ['test', '--config', 'playwright.config.ts'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: fil },
  }).status
  const r = las(fil)?.stats
  if (r?.flaky) process.stdout.write(`Klarade sig först på andra försöket: ${r.flaky}\n`)
  resultat.passed += r ? r.expected + r.flaky : 0
  resultat.failed += Math.max(r?.unexpected ?? 0, status === 0 && r ? 0 : 1)
}

function las(fil) {
  try {
    return JSON.parse(readFileSync(fil, 'utf8'))
  } catch (fel) {
    process.stderr.write(`Testresultatet gick inte att läsa: ${fel.message}\n`)
    return null
  }
}

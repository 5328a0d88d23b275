import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as regelverk from '@atergang/regelverk'
import { APISIDAN, apisidan } from '../../scripts/api-regelverk.ts'
import { byggPaket } from '../../scripts/paket-regelverk.ts'

const ROT = fileURLToPath(new URL('../..', import.meta.url))
const tom = mkdtempSync(join(tmpdir(), 'atergang-paket-'))
const npm = (ord: readonly string[], cwd = tom): string =>
  execFileSync('npm', [...ord, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
const node = (...ord: string[]): string =>
  execFileSync(process.execPath, ord, { cwd: tom, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** The example of the README, as a newcomer copies it. */
const exemplet = (): string =>
  /## Five minutes[\s\S]*?```js\n([\s\S]*?)```/.exec(readFileSync(join(ROT, 'packages/regelverk/README.md'), 'utf8'))![1]!

beforeAll(() => {
  const paket = byggPaket(join(tom, 'byggt'))
  const { dependencies } = JSON.parse(readFileSync(join(paket, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  // What it rests on comes from the house's own installation, so that nothing is fetched.
  for (const v of [paket, ...Object.keys(dependencies).map((n) => join(ROT, 'node_modules', n))]) npm(['pack', v, '--ignore-scripts'])
  writeFileSync(join(tom, 'package.json'), '{"name":"prov","private":true,"type":"module"}')
  rmSync(paket, { recursive: true })
  npm([
    'install',
    '--offline',
    '--ignore-scripts',
    ...readdirSync(tom)
      .filter((f) => f.endsWith('.tgz'))
      .map((f) => `./${f}`),
  ])
}, 180_000)
afterAll(() => rmSync(tom, { recursive: true, force: true }))

describe('regelverket som ett paket', () => {
  it('går att installera utan någon annan del av huset', () => {
    expect(readdirSync(join(tom, 'node_modules/@atergang'))).toEqual(['regelverk'])
    const filer = readdirSync(join(tom, 'node_modules/@atergang/regelverk'), { recursive: true, encoding: 'utf8' })
    expect(filer.filter((f) => /\.test\.|\/prov\//.test(f) || (f.endsWith('.ts') && !/\.d\.(m)?ts$/.test(f)))).toEqual([])
    for (const f of filer.filter((f) => /\.(m?js|d\.m?ts)$/.test(f)))
      expect(/@atergang\/kalender|\.json'/.test(readFileSync(join(tom, 'node_modules/@atergang/regelverk', f), 'utf8')), f).toBe(false)
  })

  it('kör exemplet i README i ren Node och ger det som reglerna ger här', () => {
    writeFileSync(join(tom, 'prova.mjs'), exemplet())
    const rader = node('prova.mjs').trim().replaceAll('\u00a0', ' ').split('\n')
    // 420 000 × 0,97 × 0,80 ÷ 365 ÷ 2 = 446,47
    expect(rader[0]).toBe('Sjukpenning per dag 446 kr per dag')
    expect(rader).toContain('  28 kap. 10 §')
    // 0,75 och 0,80 av 420 000 × 0,97, per dag
    expect(rader).toContain('null { minst: { t: 837, n: 1 }, hogst: { t: 893, n: 1 } }')
    expect(rader.slice(-2)).toEqual(['true', expect.stringMatching(/^-- Sjukpenning per dag \(28 kap. 10 §/)])
  })

  it('har trådar, lagtext och kalender bakom egna dörrar', () => {
    writeFileSync(
      join(tom, 'dorrar.mjs'),
      `
      import { kalenderdag, lagrum, Tabell, summera } from '@atergang/regelverk'
      import { datum } from '@atergang/regelverk/kalender'
      import { paragraftext } from '@atergang/regelverk/lagtext'
      import { Arbetslag } from '@atergang/regelverk/parallell'
      const t = new Tabell(200_000, { sgi: { lagring: 'i32' } }, { arbetslos: false, fortsattningsniva: false, omfattning: 1 })
      t.kolumn('sgi').fill(365_000)
      const lag = new Arbetslag(2)
      const s = summera(await lag.kor(kalenderdag.sjukpenningPerDag, t, { datum: datum('2026-03-01') }))
      await lag.stang()
      console.log(JSON.stringify([s.summa.t, paragraftext(lagrum('27:2'))[0].text.length > 20]))`,
    )
    // 365 000 × 0,97 × 0,80 ÷ 365 = 776
    expect(JSON.parse(node('dorrar.mjs'))).toEqual([200_000 * 776, true])
  })

  it('har typer som håller i ett strängt program utan husets egna inställningar', () => {
    writeFileSync(
      join(tom, 'typer.ts'),
      `
      import { forklara, kalenderdag, type Svar, type Tal } from '@atergang/regelverk'
      import { datum } from '@atergang/regelverk/kalender'
      const svar: Svar = forklara(kalenderdag.sjukpenningPerDag, { sgi: 1 }, datum('2026-03-01'))
      export const v: Tal | boolean | null = svar.varde
      // @ts-expect-error a rule is not a name
      forklara('sjukpenningPerDag', {}, datum('2026-03-01'))`,
    )
    node(
      join(ROT, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom',
      '--module',
      'nodenext',
      '--moduleResolution',
      'nodenext',
      'typer.ts',
    )
  }, 60_000)

  it('exporterar det som huset använder, med API.md för varje namn; annars ”npm run api-regelverk”', () => {
    const ute = JSON.parse(
      node('--input-type=module', '-e', "import * as r from '@atergang/regelverk'; console.log(JSON.stringify(Object.keys(r)))"),
    ) as string[]
    expect(ute.sort()).toEqual(Object.keys(regelverk).sort())
    const sidan = readFileSync(APISIDAN, 'utf8')
    expect(sidan).toBe(apisidan())
    for (const n of ute) expect(sidan.includes(`\`${n}\``) || new RegExp(`^${n}[(<]`, 'm').test(sidan), n).toBe(true)
  }, 60_000)
})

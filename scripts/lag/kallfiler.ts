import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const gitfiler = (mappar: readonly string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...mappar], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .filter((f) => f && existsSync(f))

/** Source files that git knows or would know, without tests and generated ones. */
export const kallfiler = (mappar: readonly string[], monster: RegExp): string[] =>
  gitfiler(mappar).filter((f) => monster.test(f) && !f.includes('.test.') && !f.endsWith('.gen.ts'))

/** Test files, of the rooms and of the house. */
export const provfiler = (): string[] => gitfiler(['packages', 'apps', 'tests']).filter((f) => /\.(?:test|spec)\.ts$/.test(f))

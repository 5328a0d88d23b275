import { execFileSync } from 'node:child_process'

/** Source files that git knows or would know, without tests and generated ones. */
export function kallfiler(mappar: readonly string[], monster: RegExp): string[] {
  const ut = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...mappar], { encoding: 'utf8', maxBuffer: 1e8 })
  return ut.split('\n').filter((f) => monster.test(f) && !f.includes('.test.') && !f.endsWith('.gen.ts'))
}

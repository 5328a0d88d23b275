import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npmStart } from './servern.ts'
import { tal } from './matt.ts'

export interface Startsvar {
  readonly klonSekunder: number
  /** git clone, npm ci, build, database, migrations, first answer */
  readonly kallSekunder: number
  readonly varmSekunder: number
}

const ROT = fileURLToPath(new URL('../../', import.meta.url))

/** From nothing but a clone of HEAD to an answer; then once more in the same place. */
export async function kallstart(): Promise<Startsvar> {
  const mapp = mkdtempSync(join(tmpdir(), 'atergang-klon-'))
  try {
    const start = performance.now()
    const klon = join(mapp, 'atergang')
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROT, klon])
    const klonSekunder = (performance.now() - start) / 1000
    const kall = await npmStart(klon, join(mapp, 'data'))
    await kall.stang()
    const varm = await npmStart(klon, join(mapp, 'data'))
    await varm.stang()
    return { klonSekunder, kallSekunder: klonSekunder + kall.sekunder, varmSekunder: varm.sekunder }
  } finally {
    rmSync(mapp, { recursive: true, force: true })
  }
}

export const skrivStart = (s: Startsvar): string =>
  `Kall start, från git clone till svar på /halsa: ${tal(s.kallSekunder, 1)} s (klonen ${tal(s.klonSekunder, 1)} s)\nVarm start, andra gången på samma plats:        ${tal(s.varmSekunder, 1)} s`

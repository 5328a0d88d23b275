// Finds a Chromium for the browser tests: the machine's own, else the one in the npm package.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const EGNA = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** What the packaged Chromium needs of the system. */
const SYSTEMPAKET = ['libnss3', 'libnspr4']

export const FLAGGOR = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a Chromium that starts. ATERGANG_CHROMIUM decides when set.
 * @throws when none starts, with what to install
 */
export async function hittaChromium(): Promise<string> {
  const onskad = process.env.ATERGANG_CHROMIUM
  const egen = onskad ?? EGNA.find((v) => existsSync(v))
  if (egen) return egen
  const { default: paket } = await import('@sparticuz/chromium')
  const forut = process.env.TMPDIR
  process.env.TMPDIR = join(tmpdir(), 'atergang-chromium-147')
  mkdirSync(process.env.TMPDIR, { recursive: true })
  const vag = await paket.executablePath()
  if (forut === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = forut
  if (startar(vag)) return vag
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...SYSTEMPAKET], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (startar(vag)) return vag
  }
  throw new Error(
    `Ingen Chromium startar. Installera ${SYSTEMPAKET.join(' och ')} (apt-get install ${SYSTEMPAKET.join(' ')}) eller Debians chromium, eller peka ut en med ATERGANG_CHROMIUM.`,
  )
}

const startar = (vag: string): boolean =>
  spawnSync(vag, ['--headless', ...FLAGGOR, '--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

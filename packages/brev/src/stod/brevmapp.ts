/** A folder of its own with the real templates, for tests that change them or steer the thread (kraschar.mjs). */
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export async function kopieradeMallar(): Promise<{ mapp: string; mallar: URL }> {
  const mapp = await mkdtemp(join(tmpdir(), 'brev-'))
  await cp(fileURLToPath(new URL('../../mallar/', import.meta.url)), mapp, { recursive: true })
  return { mapp, mallar: pathToFileURL(`${mapp}/`) }
}

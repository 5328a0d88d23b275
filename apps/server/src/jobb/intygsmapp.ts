import { Domanfel } from '@atergang/arende'
import { Intygsproblem } from '@atergang/intyg'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tjanster } from '../app.ts'
import { taEmotIntyg } from '../tjanster/intyg.ts'

/** A file must lie still this long before it is read: a copy may be under way. */
const STILLA_MS = 500

/**
 * Takes in the certificates that lie in the watched folder. Each file is moved: to `mottagna` when
 * it was taken in, to `problem` with a text beside it that says why when it was not. Nothing is lost.
 */
export async function tomIntygsmapp(t: Tjanster): Promise<{ mottagna: number; problem: number }> {
  const mapp = t.config.intygsmapp
  for (const m of [mapp, join(mapp, 'mottagna'), join(mapp, 'problem')]) await mkdir(m, { recursive: true })
  const filer = (await readdir(mapp)).filter((f) => f.toLowerCase().endsWith('.xml')).sort()
  const ut = { mottagna: 0, problem: 0 }
  for (const f of filer) {
    const vag = join(mapp, f)
    if (Date.now() - (await stat(vag)).mtimeMs < STILLA_MS) continue
    try {
      await taEmotIntyg(t, await readFile(vag), {
        kanal: 'mapp',
        filnamn: f,
        aktor: { id: 'vard', namn: 'Hälso- och sjukvården', roll: 'vard' },
      })
      await rename(vag, join(mapp, 'mottagna', f))
      ut.mottagna++
    } catch (fel) {
      if (!(fel instanceof Intygsproblem || fel instanceof Domanfel)) throw fel
      await rename(vag, join(mapp, 'problem', f))
      await writeFile(join(mapp, 'problem', `${f}.txt`), `${fel instanceof Intygsproblem ? fel.text : fel.message}\n`)
      ut.problem++
    }
  }
  return ut
}

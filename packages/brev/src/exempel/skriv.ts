/** Writes the sample letters as PDF files: `npx tsx packages/brev/src/exempel/skriv.ts [folder]`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skapaBrevskrivare } from '../index.ts'
import { exempelbrev } from './index.ts'

const mapp = process.argv[2] ?? join(tmpdir(), 'atergang-brev')
await mkdir(mapp, { recursive: true })
const skrivare = skapaBrevskrivare()
for (const [namn, innehall] of Object.entries(exempelbrev)) {
  const { pdf, sha256, sidor } = await skrivare.skriv(innehall)
  await writeFile(join(mapp, `${namn}.pdf`), pdf)
  console.log(`${join(mapp, `${namn}.pdf`)}  ${sidor} sidor  ${pdf.length} byte  sha256 ${sha256}`)
}
await skrivare.stang()

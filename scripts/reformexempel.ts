import { raknaReform, reformdiagram, reformMarkdown, skrivLand } from '@atergang/analys'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The invented country that the worked examples are reckoned on: the same for the same choice. */
export const LANDET = { fro: 'exempel', personer: 60_000, fran: 2018, till: 2019 } as const
export const EXEMPEL = ['sgi-tak-12', 'preventionspenning'] as const
const MAPP = new URL('../docs/reformer/', import.meta.url)

/** The pages and charts of docs/reformer as they should be, by the files' names. */
export async function reformexempel(): Promise<ReadonlyMap<string, string>> {
  const rot = mkdtempSync(join(tmpdir(), 'atergang-reform-'))
  try {
    const land = join(rot, 'land')
    await skrivLand(LANDET, land)
    const ut = new Map<string, string>()
    for (const namn of EXEMPEL) {
      const svar = await raknaReform({ reform: readFileSync(new URL(`${namn}.yaml`, MAPP), 'utf8'), befolkning: land, visaSmaTal: true })
      const diagram = svar.delar.map((d, i) => {
        // Rights that nobody gains or loses for certain have no bars to draw.
        if (d.alla.vinnare === 0 && d.alla.forlorare === 0) return ''
        const fil = `${namn}${i === 0 ? '' : `-${i + 1}`}.svg`
        ut.set(fil, reformdiagram(svar, d))
        return fil
      })
      const sa = `\nSidan skrivs av \`npm run reformexempel\`. Reformen står i [${namn}.yaml](${namn}.yaml). Landet skapas med \`npm run -s atergang -- syntet --personer ${LANDET.personer} --fro ${LANDET.fro} --ar ${LANDET.fran}-${LANDET.till} --ut land\`, och samma svar ges av \`npm run -s atergang -- reform docs/reformer/${namn}.yaml --befolkning land --smatal visa\`. Talen säger något om reglerna och ingenting om Sverige: människorna är påhittade.\n`
      ut.set(`${namn}.md`, reformMarkdown(svar, diagram) + sa)
    }
    return ut
  } finally {
    rmSync(rot, { recursive: true, force: true })
  }
}

if (process.argv[1]?.endsWith('reformexempel.ts')) for (const [fil, text] of await reformexempel()) writeFileSync(new URL(fil, MAPP), text)

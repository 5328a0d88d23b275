import type { Svarskolumn, Tabellsvar } from '@atergang/analys'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { kravText, lasArgument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import { skrivMetoder } from './metoder.ts'
import { framsteg, lasUrval, medData, URVALSVAL, visaSmaTal } from './stod.ts'

export interface Allasvar {
  readonly mapp: string
  readonly filer: number
  readonly tabeller: readonly string[]
  /** evaluations, uniformity, indicators and claims */
  readonly resultat: readonly string[]
  readonly utelamnade: readonly { readonly vad: string; readonly varfor: string }[]
  readonly dolda: number
  readonly sekunder: number
}

/** `analys alla`: every table and figure in every format, every evaluation and report, what the report printed against what is computed, definitions, and what was hidden. */
export async function alla(ord: readonly string[]): Promise<Allasvar> {
  const a = lasArgument(ord, { ...URVALSVAL, ut: { type: 'string' }, tyst: { type: 'boolean' } })
  const ut = resolve(kravText(a, 'ut', 'mappen som ska skapas'))
  if (existsSync(ut)) throw new Kommandofel('mappenFinns', `”${ut}” finns redan.`, [{ falt: 'ut', text: 'Ange en ny mapp.' }])
  const { LANSNAMN } = await import('@atergang/syntet/land')
  const urval = lasUrval(a, LANSNAMN)
  const sag = a.varden.tyst === true ? () => undefined : framsteg()
  const start = performance.now()
  mkdirSync(dirname(ut), { recursive: true })
  const tillfallig = mkdtempSync(join(dirname(ut), `.${basename(ut)}-`))
  try {
    const svar = await medData(a, async (r, k) => {
      const s = await r.raknaAllt(k, urval, visaSmaTal(a, k.manifest), (namn, i, av) => sag(`${i} av ${av}: ${namn}`))
      let filer = 0
      const skriv = (namn: string, innehall: string | Uint8Array): void => {
        writeFileSync(join(tillfallig, namn), innehall)
        filer++
      }
      for (const t of s.tabeller) {
        sag(`skriver ${t.id}`)
        for (const f of r.FORMAT) skriv(`${t.id}.${r.FILANDELSE[f]}`, await r.skrivTabell(t, f))
      }
      skriv('definitioner.md', definitioner(s.tabeller, r.definitionstext))
      skriv('publicerat.json', `${JSON.stringify({ samband: r.jamforSamband(), tryckskillnader: r.tryckskillnader() }, null, 2)}\n`)
      skriv('skydd.json', `${JSON.stringify(s.logg, null, 2)}\n`)
      const m = await skrivMetoder(r, k, visaSmaTal(a, k.manifest), skriv, sag)
      return {
        filer,
        tabeller: s.tabeller.map((t) => t.id),
        resultat: m.resultat,
        utelamnade: m.utelamnade,
        dolda: s.logg.length + m.dolda,
      }
    })
    renameSync(tillfallig, ut)
    const sekunder = (performance.now() - start) / 1000
    sag(`Klart på ${sekunder.toFixed(1)} s`, true)
    return { mapp: ut, ...svar, sekunder }
  } catch (fel) {
    rmSync(tillfallig, { recursive: true, force: true })
    throw fel
  }
}

const definitioner = (tabeller: readonly Tabellsvar[], text: (k: Svarskolumn) => string): string =>
  tabeller
    .map((t) =>
      [
        `## ${t.id}: ${t.rubrik}`,
        '',
        `${t.kalla}. Period: ${t.urval.period}.`,
        '',
        ...t.kolumner.map((k) => `- **${k.rubrik}**: ${text(k)}`),
        '',
        ...t.anmarkningar.map((x) => `- ${x.text}`),
        '',
      ].join('\n'),
    )
    .join('\n')

export const allatext = (s: Allasvar): string =>
  `${s.filer} filer (${s.tabeller.length} tabeller och figurer, ${s.resultat.length} resultat) i ${s.mapp}. ${s.dolda} celler dolda.${s.utelamnade.length ? ` Kunde inte göras: ${s.utelamnade.map((x) => `${x.vad} (${x.varfor})`).join('; ')}` : ''} ${s.sekunder.toFixed(1).replace('.', ',')} s.`

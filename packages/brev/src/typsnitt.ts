import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const FILER = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'] as const

/** The letter's two weights of Source Sans 3 (SIL Open Font License 1.1), whole files. */
export function lasTypsnitt(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return FILER.map((fil) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${fil}`)))
}

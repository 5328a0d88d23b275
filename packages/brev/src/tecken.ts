import { lasTeckentabell } from './teckentabell.ts'
import { lasTypsnitt } from './typsnitt.ts'

let gemensamma: ReadonlySet<number> | undefined

/** Characters that every weight of the letter's font can draw. */
function ritbara(): ReadonlySet<number> {
  if (!gemensamma) {
    const [forsta, ...ovriga] = lasTypsnitt().map(lasTeckentabell)
    gemensamma = new Set([...forsta!].filter((t) => ovriga.every((o) => o.has(t))))
  }
  return gemensamma
}

/** Format characters steer direction and joining without being seen: a sentence could read otherwise than it was written. */
const STYRTECKEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u

/** Characters in a cleaned text that cannot be printed, each once, in order. Newline is no character here. */
export function outskrivbara(text: string): string[] {
  const tabell = ritbara()
  return [...new Set(text)].filter((t) => t !== '\n' && (STYRTECKEN.test(t) || !tabell.has(t.codePointAt(0)!)))
}

/** ”😀” (U+1F600), or only the number when the character cannot be shown. */
export function teckennamn(t: string): string {
  const kod = `U+${t.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  return STYRTECKEN.test(t) ? kod : `”${t}” (${kod})`
}

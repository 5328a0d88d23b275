/** Phrases that make a missing objective finding the reason. The law asks for no such finding (A008). */
const FRASER = [
  /objektiv\w*\s+(undersöknings)?fynd/i,
  /inte\s+(kan\s+)?verifiera\w*/i,
  /saknas?\s+(objektiva|kliniska)/i,
  /ej\s+objektivt/i,
  /inga\s+objektiva/i,
  /objektivt\s+påvis/i,
]

/** The passages of a reason that seem to refuse because objective findings are missing. */
export function skalskontroll(text: string): string[] {
  return FRASER.flatMap((f) => f.exec(text)?.[0] ?? [])
}

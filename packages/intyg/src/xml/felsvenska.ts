/** The parser's English faults as Swedish sentences. What has no row of its own gets the last, general sentence. */
const RADER: readonly (readonly [RegExp, string])[] = [
  [/unclosed tag: (\S+)/, 'elementet $1 är inte avslutat; filen kan ha blivit avklippt'],
  [/unexpected end/, 'filen slutar mitt i; den kan ha blivit avklippt'],
  [/document must contain a root element/, 'filen innehåller ingen XML'],
  [/unmatched closing tag: (\S+?)\.?$/, 'sluttaggen $1 har ingen starttagg'],
  [/unexpected close tag/, 'en sluttagg stänger fel element'],
  [/only one root/, 'filen har mer än ett rotelement'],
  [/text data outside of root/, 'det finns text utanför rotelementet'],
  [/unbound namespace prefix: "?([^".]*)/, 'namnrymdsprefixet $1 är inte angivet'],
  [/duplicate attribute: (\S+?)\.?$/, 'attributet $1 finns två gånger i samma element'],
  [/undefined entity|malformed character entity|empty entity name/, 'en teckenreferens (&…;) är okänd eller felskriven'],
  [/doctype/, 'en DOCTYPE står på fel plats'],
  [/disallowed character|is disallowed/, 'ett tecken är inte tillåtet här'],
  [/attribute|quoted/, 'ett attribut är felskrivet'],
  [/XML declaration|version number|encoding value|standalone/, 'XML-deklarationen i filens början är felskriven'],
  [/namespace|prefix|xmlns/, 'en namnrymd är felskriven'],
  [/comment/, 'en kommentar är felskriven'],
]

// A name may be as long as the file.
const LANGSTA_NAMN = 60

export function paSvenska(fel: string): string {
  for (const [monster, svenska] of RADER) {
    const m = monster.exec(fel)
    if (m) return svenska.replace('$1', (m[1] ?? '').slice(0, LANGSTA_NAMN))
  }
  return 'tecknen följer inte XML:s regler'
}

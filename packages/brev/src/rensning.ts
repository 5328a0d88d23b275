/** Helpers that word processors leave in copied text: soft hyphen, zero-width space, word joiner, byte order mark, emoji variants. */
const OSYNLIGA = /[\u00AD\u200B\u2060\uFE0E\uFE0F\uFEFF]/gu

const MANAD = '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)'
/** Spaces that must not become line breaks: inside amounts, before units, inside citations and dates. */
const BINDNINGAR: readonly RegExp[] = [
  /(?<=\d) (?=\d{3}(?!\d))/g,
  /(?<=\d) (?=(?:kronor|kr|öre|procent|%|§|kap\.))/g,
  /(?<=\d [a-z]) (?=§)/g,
  /(?<=\d) (?=[a-z][ \u00A0]§)/g,
  /(?<=kap\.|§) (?=\d)/g,
  new RegExp(`(?<=\\b\\d{1,2}) (?=${MANAD}\\b)`, 'g'),
]

const bind = (text: string): string => BINDNINGAR.reduce((t, m) => t.replace(m, '\u00A0'), text)

/**
 * The text as it is set: composed characters (NFC), one kind of newline, no invisible helpers, single spaces, at most one
 * empty line in a row, and hard spaces where a line break would hurt. No visible character is added or taken away.
 */
export function rensaText(text: string): string {
  const ren = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(OSYNLIGA, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return bind(ren)
}

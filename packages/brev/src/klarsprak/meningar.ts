/** Sentences and words of Swedish official text, where a full stop often ends an abbreviation and not a sentence. */

/** After these a sentence goes on, whatever follows: ”27 kap. 48 §”, ”t.ex. Göteborg”, ”dr. Exempelsson”. */
const FORTSATTER = new Set(
  (
    'kap t.ex bl.a s.k f.d jfr ca dvs d.v.s fr.o.m t.o.m f.o.m resp inkl exkl prop ang avd tel dr prof ' +
    'f.n p.g.a pga m.a.o i.o.m t.v u.a sid dnr nr fig enl forts f.ö s.a.s'
  ).split(' '),
)
/** After these it ends if a capital follows: ”intyg m.m. Du ska ...” and ”kör bil. Du ...”, but ”48 § st. 3” and ”bil. 2”. */
const KAN_SLUTA = new Set('m.m m.fl osv o.s.v etc e.d o.d dyl e.dyl o.dyl st p s kr mån max min bil art tab'.split(' '))

const SLUTTECKEN = /[.!?…]+["”’»)\]]*(?=\s|$)/gu
const GEMEN_FOLJER = /^\s+["”’»(\[–-]*\p{Ll}/u
const VERSAL_FOLJER = /^\s+["”’»(\[–-]*\p{Lu}/u
const SISTA_ORD = /[\p{L}\p{N}.]+$/u

function arSlut(fore: string, tecken: string, efter: string): boolean {
  if (efter.trim() === '') return true
  if (GEMEN_FOLJER.test(efter)) return false
  if (!tecken.startsWith('.') || tecken.startsWith('..')) return true
  const ord = SISTA_ORD.exec(fore)?.[0] ?? ''
  if (/^\p{Lu}$/u.test(ord)) return false // an initial
  if (ord !== '' && fore.trim() === ord && /^\p{N}+$/u.test(ord)) return false // ”1. Du ska ...”
  const liten = ord.toLowerCase()
  if (FORTSATTER.has(liten)) return false
  return !KAN_SLUTA.has(liten) || VERSAL_FOLJER.test(efter)
}

function ur(rad: string): string[] {
  const ut: string[] = []
  let start = 0
  for (const m of rad.matchAll(SLUTTECKEN)) {
    const slut = m.index + m[0].length
    if (!arSlut(rad.slice(start, m.index), m[0], rad.slice(slut))) continue
    ut.push(rad.slice(start, slut).trim())
    start = slut
  }
  return [...ut, rad.slice(start).trim()]
}

/** The sentences of a text, in order. A new line, like the end of the text, ends a sentence. A sentence has at least one word. */
export const meningar = (text: string): string[] =>
  text
    .split('\n')
    .flatMap(ur)
    .filter((m) => ord(m).length > 0)

const SIFFERGRUPP = /(?<=\d)[ \u00A0\u202F](?=\d{3}(?!\d))/gu
const ORD = /[\p{L}\p{N}]+(?:(?:[-’':.]|(?<=\d),(?=\d))[\p{L}\p{N}]+)*/gu

/** The words of a text. ”1 250,50”, ”2026-03-02”, ”t.ex.” and ”SGI-taket” are one word each; ”§” is none. */
export const ord = (text: string): string[] => text.normalize('NFC').replace(SIFFERGRUPP, '').match(ORD) ?? []

/** LIX calls a word of more than six letters long; digits and hyphens are no letters. */
export const arLangt = (o: string): boolean => (o.match(/\p{L}/gu)?.length ?? 0) > 6

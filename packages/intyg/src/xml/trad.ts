import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Intygsproblem, type Plats } from '../problem.ts'
import { avkoda } from './avkoda.ts'
import { paSvenska } from './felsvenska.ts'

/** An element with its own text verbatim (children's text not included) and its children in order. */
export interface Element {
  readonly namn: string
  readonly ns: string
  /** Attributes without namespace. */
  readonly attribut: ReadonlyMap<string, string>
  readonly barn: readonly Element[]
  readonly text: string
  readonly plats: Plats
}

interface Byggt extends Element {
  readonly barn: Byggt[]
  text: string
}

// A full certificate with its signature has a few hundred elements, ten deep. Beyond these it is an attack or no certificate.
const HOGSTA_DJUP = 40
const FLEST_ELEMENT = 20_000
const FLEST_ATTRIBUT = 64

/** What the parser says when it has read on from a lone & to the end of the file, or to the next semicolon. */
const FOLJD_AV_OCHTECKEN = /unclosed tag|unexpected end|entity/
/** What may hold any &, and then one that begins no reference. A reference that the file ends in is cut off, not misspelt. */
const OCHTECKEN = /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|<\?[^]*?(?:\?>|$)|&(?!(?:#\d+|#x[\da-f]+|[a-z_:][\w.:-]*);|#?[\w.:-]*$)/gi

function lostOchtecken(text: string): { rad: number; kolumn: number } | undefined {
  for (const m of text.matchAll(OCHTECKEN))
    if (m[0] === '&') {
      const rader = text.slice(0, m.index).split('\n')
      return { rad: rader.length, kolumn: rader.at(-1)!.length + 1 }
    }
  return undefined
}

const orimlig = (vad: string, plats: Plats) =>
  new Intygsproblem('orimligStruktur', `Filen har ${vad} och kan inte vara ett intyg. Kontrollera att rätt fil har valts.`, plats)

function attributFran(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const ut = new Map<string, string>()
  for (const a of Object.values(tag.attributes)) if (a.uri === '') ut.set(a.local, a.value)
  return ut
}

/**
 * Reads XML strictly into a tree: no DOCTYPE, no entities but the five of XML, namespaces resolved, bounded depth and size.
 * Comments and processing instructions are dropped.
 * @throws {Intygsproblem} `forStor`, `felTeckenkodning`, `doctype`, `ejValbildad`, `orimligStruktur`
 */
export function lasXml(bytes: Uint8Array): Element {
  const text = avkoda(bytes)
  // XML 1.1 would let control characters in.
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const har = (): Plats => ({ rad: parser.line, kolumn: parser.column })
  const oppna: Byggt[] = []
  let rot: Byggt | undefined
  let antalElement = 0
  let antalAttribut = 0
  let startrad = 1

  parser.on('error', (fel) => {
    const sagt = fel.message.replace(/^\d+:\d+: /, '')
    const och = FOLJD_AV_OCHTECKEN.test(sagt) ? lostOchtecken(text) : undefined
    const { rad, kolumn } = och ?? har()
    const vad = och ? 'tecknet & står för sig självt och ska skrivas &amp;' : paSvenska(sagt)
    throw new Intygsproblem(
      'ejValbildad',
      `Filen är inte välformad XML: ${vad} (rad ${rad}, tecken ${kolumn}). Hämta intyget på nytt och lämna in det igen.`,
      { rad, kolumn },
    )
  })
  parser.on('doctype', () => {
    throw new Intygsproblem(
      'doctype',
      'Filen innehåller en DOCTYPE. Det får ett intyg inte ha, eftersom den kan hämta eller skapa annat innehåll. Hämta intyget på nytt från vårdens system.',
      har(),
    )
  })
  parser.on('opentagstart', () => {
    antalAttribut = 0
    startrad = parser.column === 0 ? parser.line - 1 : parser.line
    if (++antalElement > FLEST_ELEMENT) throw orimlig(`fler än ${FLEST_ELEMENT} element`, har())
    if (oppna.length >= HOGSTA_DJUP) throw orimlig(`fler än ${HOGSTA_DJUP} nivåer`, har())
  })
  parser.on('attribute', () => {
    if (++antalAttribut > FLEST_ATTRIBUT) throw orimlig(`ett element med fler än ${FLEST_ATTRIBUT} attribut`, har())
  })
  parser.on('opentag', (tag) => {
    const nytt: Byggt = { namn: tag.local, ns: tag.uri, attribut: attributFran(tag), barn: [], text: '', plats: { rad: startrad } }
    const foralder = oppna.at(-1)
    if (foralder) foralder.barn.push(nytt)
    else rot = nytt
    oppna.push(nytt)
  })
  parser.on('closetag', () => void oppna.pop())
  const laggTill = (t: string) => {
    const i = oppna.at(-1)
    if (i) i.text += t
  }
  parser.on('text', laggTill)
  parser.on('cdata', laggTill)

  parser.write(text).close()
  if (!rot) throw new Intygsproblem('ejValbildad', 'Filen innehåller ingen XML. Kontrollera att rätt fil har valts.')
  return rot
}

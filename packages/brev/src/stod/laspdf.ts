/** Reads a letter back the way a screen reader does: by its tags, in their order. Test support only. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Nod {
  readonly roll: string
  /** text of the node and everything under it, white space made single */
  readonly text: string
  readonly barn: readonly Nod[]
}

export interface LastPdf {
  readonly info: Readonly<Record<string, unknown>>
  readonly xmp: string
  readonly markerad: boolean
  /** per page, its part of the tag tree */
  readonly sidor: readonly Nod[]
}

interface Tradnod {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Tradnod[]
}
interface Textpost {
  readonly str?: string
  readonly hasEOL?: boolean
  readonly type?: string
  readonly id?: string | null
}

const enkel = (t: string) => t.replace(/\s+/gu, ' ').trim()

/** Text by the number that ties it to the tag tree. What has no number is an artifact and is not read aloud. */
function textEfterMarkering(poster: readonly Textpost[]): Map<string, string> {
  const ut = new Map<string, string>()
  const stapel: (string | null)[] = []
  for (const p of poster) {
    if (p.type === 'endMarkedContent') stapel.pop()
    else if (p.type !== undefined) stapel.push(p.id ?? null)
    else {
      const id = stapel.at(-1)
      if (id) ut.set(id, (ut.get(id) ?? '') + (p.str ?? '') + (p.hasEOL ? '\n' : ''))
    }
  }
  return ut
}

function nod(t: Tradnod, texter: ReadonlyMap<string, string>): Nod {
  const barn = (t.children ?? []).map((b) =>
    b.type === 'content' ? { roll: 'text', text: texter.get(b.id ?? '') ?? '', barn: [] } : nod(b, texter),
  )
  return { roll: t.role ?? '', text: enkel(barn.map((b) => b.text).join(' ')), barn: barn.filter((b) => b.roll !== 'text') }
}

export async function lasPdf(pdf: Uint8Array): Promise<LastPdf> {
  const arbete = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false })
  const dokument = await arbete.promise
  try {
    const { info, metadata } = await dokument.getMetadata()
    const sidor: Nod[] = []
    for (let s = 1; s <= dokument.numPages; s++) {
      const sida = await dokument.getPage(s)
      const { items } = await sida.getTextContent({ includeMarkedContent: true })
      sidor.push(nod((await sida.getStructTree()) as Tradnod, textEfterMarkering(items as Textpost[])))
    }
    const marken = (await dokument.getMarkInfo()) as { Marked?: boolean } | null
    return { info: info as Record<string, unknown>, xmp: metadata?.getRaw() ?? '', markerad: marken?.Marked === true, sidor }
  } finally {
    await arbete.destroy()
  }
}

export const alla = (n: Nod): readonly Nod[] => [n, ...n.barn.flatMap(alla)]

/** Texts of one role through the whole letter, in reading order. Nodes without text lie on another page. */
export const medRoll = (p: LastPdf, ...roller: string[]): string[] =>
  p.sidor
    .flatMap(alla)
    .filter((n) => roller.includes(n.roll) && n.text !== '')
    .map((n) => n.text)

/** All that is read aloud, in order. */
export const upplast = (p: LastPdf): string => enkel(p.sidor.map((s) => s.text).join(' '))

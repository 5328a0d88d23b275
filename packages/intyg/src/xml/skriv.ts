/** Element name with prefix, attributes, and content: text or children. Undefined children are left out. */
export interface Nod {
  readonly namn: string
  readonly attribut?: Readonly<Record<string, string>>
  readonly innehall: string | readonly (Nod | undefined)[]
}

export const nod = (namn: string, innehall: Nod['innehall'], attribut?: Nod['attribut']): Nod => ({
  namn,
  innehall,
  ...(attribut ? { attribut } : {}),
})

/** As `nod`, but nothing at all when there is no text. */
export const valfri = (namn: string, text: string | undefined): Nod | undefined => (text === undefined ? undefined : nod(namn, text))

// What XML 1.0 cannot hold, half surrogate pairs included. Shown as a replacement mark: dropped in silence it would change a text unseen.
const OTILLATET =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const TECKEN: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
const ATTRIBUTTECKEN: Readonly<Record<string, string>> = { ...TECKEN, '\n': '&#10;', '\t': '&#9;' }

export const skyddaText = (t: string): string => t.replace(OTILLATET, '\ufffd').replace(/[&<>"\r]/g, (c) => TECKEN[c]!)
const skyddaAttribut = (t: string): string => t.replace(OTILLATET, '\ufffd').replace(/[&<>"\r\n\t]/g, (c) => ATTRIBUTTECKEN[c]!)

function skriv(n: Nod, indrag: string): string {
  const attribut = Object.entries(n.attribut ?? {})
    .map(([k, v]) => ` ${k}="${skyddaAttribut(v)}"`)
    .join('')
  if (typeof n.innehall === 'string') return `${indrag}<${n.namn}${attribut}>${skyddaText(n.innehall)}</${n.namn}>\n`
  const barn = n.innehall.filter((b) => b !== undefined)
  if (barn.length === 0) return `${indrag}<${n.namn}${attribut}/>\n`
  return `${indrag}<${n.namn}${attribut}>\n${barn.map((b) => skriv(b, `${indrag} `)).join('')}${indrag}</${n.namn}>\n`
}

/** A whole document in UTF-8. */
export const skrivDokument = (rot: Nod): string => `<?xml version="1.0" encoding="UTF-8"?>\n${skriv(rot, '')}`

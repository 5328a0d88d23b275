import { createHash } from 'node:crypto'

/** A stycke with its points. The hash does not rest on how the text was cut into these. */
export interface Stycke {
  readonly text: string
  readonly punkter: readonly string[]
}

export interface Paragraf {
  /** the heading the paragraph stands under */
  readonly rubrik: string
  readonly stycken: readonly Stycke[]
  /** of the letters alone: white space, links and the kind of dash do not count, so other wrapping gives the same */
  readonly sha256: string
}

export interface Lag {
  readonly beteckning: string
  readonly rubrik: string
  /** the day the consolidated text says it was published */
  readonly publicerad: string
  readonly kapitel: ReadonlyMap<string, string>
  /** by key as in `paragrafnyckel`: ”27:48”, ”FL 25” */
  readonly paragrafer: ReadonlyMap<string, Paragraf>
}

/** The acts that are cited with their text kept. */
export const LAGAR: Readonly<Record<string, { readonly namn: string; readonly prefix: string; readonly harKapitel: boolean }>> = {
  '2010:110': { namn: 'socialförsäkringsbalken', prefix: '', harKapitel: true },
  '2017:900': { namn: 'förvaltningslagen', prefix: 'FL ', harKapitel: false },
}

export class InteLagtext extends Error {
  constructor(fil: string, varfor: string) {
    super(
      `${fil} är ingen konsoliderad lagtext som kan läsas: ${varfor} Filen ska vara som sfs-2010-110.md: ett huvud mellan --- med raderna ”beteckning:” och ”rubrik:”, kapitel som ”## 27 kap. …” och paragrafer som ”#### 48 §”.`,
    )
    this.name = 'InteLagtext'
  }
}

const utanLankar = (t: string): string =>
  t
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
const PUNKT = /^(?:(\d+)\.|[-–])\s+(.*)$/
const KAPITEL = /^## (\d+(?: [a-z])?) kap\.\s*(.*)$/
const PARAGRAF = /^#{2,4} .*?(\d+(?: [a-z])?) §\s*$/
const RUBRIK = /^#{1,5}\s+(.*)$/

/** Where a paragraph stands among the others of its chapter: 10 < 10 a < 11. */
const ordning = (p: string): number => Number.parseInt(p, 10) * 32 + (/ ([a-z])$/.exec(p)?.[1]?.charCodeAt(0) ?? 96) - 96

/** Blocks of text: a blank line, a heading or a point begins a new one; lines inside are joined, so wrapping does not matter. */
function block(text: string): string[] {
  const ut: string[] = []
  let ny = true
  for (const rad of text.split(/\r?\n/)) {
    const t = rad.trim()
    if (!t) ny = true
    else if (ny || t.startsWith('#') || (PUNKT.test(t) && !ut.at(-1)!.startsWith('#'))) {
      ut.push(t)
      ny = false
    } else ut[ut.length - 1] += ` ${t}`
  }
  return ut
}

function huvud(text: string, fil: string): { falt: ReadonlyMap<string, string>; kropp: string } {
  const m = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text)
  if (!m) throw new InteLagtext(fil, 'den börjar inte med ett huvud mellan --- och ---.')
  return { falt: new Map([...m[1]!.matchAll(/^(\w+):\s*"?(.*?)"?\s*$/gm)].map((r) => [r[1]!, r[2]!])), kropp: m[2]! }
}

/** A subheading without its mark, last in a paragraph: ”Arbetsgivarinträde m.m.”. */
const arUnderrubrik = (b: string): boolean =>
  !PUNKT.test(b) &&
  b.length < 120 &&
  /^[A-ZÅÄÖ]/.test(b) &&
  !/\d §|Lag \(|\. [A-ZÅÄÖ]/.test(b) &&
  (/m\.m\.$/.test(b) || !/[.:;,?]$/.test(b)) &&
  !/\b(?:och|eller)$/.test(b)
const EFTER_LAGNUMMER = /^(.*Lag \(\d{4}:\d+\)\.)\s+([A-ZÅÄÖ][^.]*)$/

class Kapitellasare {
  readonly ut = new Map<string, Paragraf>()
  private nyckel = ''
  private nummer = ''
  private rubrik = ''
  private rader: string[] = []
  private readonly prefix: string
  /** paragraphs that have a heading of their own, in order */
  private readonly egna: readonly string[]

  constructor(prefix: string, egna: readonly string[]) {
    this.prefix = prefix
    this.egna = egna
  }

  spara(): void {
    if (!this.nyckel) return
    const sist = this.rader.at(-1)
    let nasta = ''
    const m = sist === undefined ? null : EFTER_LAGNUMMER.exec(sist)
    if (m) {
      this.rader[this.rader.length - 1] = m[1]!
      nasta = m[2]!
    } else if (sist !== undefined && this.rader.length > 1 && arUnderrubrik(sist)) nasta = this.rader.pop()!
    this.ut.set(this.nyckel, { rubrik: this.rubrik, stycken: stycken(this.rader), sha256: hash(this.rader) })
    this.nyckel = ''
    this.rader = []
    if (nasta) this.rubrik = nasta
  }

  rubricera(text: string): void {
    this.spara()
    this.rubrik = text
  }

  oppna(nummer: string): void {
    this.spara()
    this.nummer = nummer
    this.nyckel = `${this.prefix}${nummer}`
  }

  /** Text, in which the source may have run the next paragraph in: ”… per år. 30 § När månadsbelopp …”. */
  text(b: string): void {
    const m = [...b.matchAll(/(?:^|\s)(\d+(?: [a-z])?) § (?=[A-ZÅÄÖ])/g)].find((k) => this.arInkord(k[1]!))
    if (!m) {
      if (this.nyckel) this.rader.push(b)
      else if (b.length < 120) this.rubrik = b
      return
    }
    const fore = b.slice(0, m.index).trim()
    const skarv = fore.lastIndexOf('. ') + 1
    const slutat = /[.:]$/.test(fore) && !/m\.m\.$/.test(fore)
    if (this.nyckel && fore) this.rader.push(slutat ? fore : fore.slice(0, skarv).trim())
    const rubrik = slutat ? '' : fore.slice(this.nyckel ? skarv : 0).trim()
    this.oppna(m[1]!)
    if (rubrik) this.rubrik = rubrik
    this.text(b.slice(m.index + m[0].length))
  }

  /** A number between the paragraph being read and the next that has its own heading. */
  private arInkord(p: string): boolean {
    const [nu, den] = [this.nummer ? ordning(this.nummer) : 0, ordning(p)]
    const nasta = this.egna.map(ordning).find((n) => n > nu) ?? Infinity
    return den > nu && den < nasta
  }
}

function stycken(rader: readonly string[]): Stycke[] {
  const ut: { text: string; punkter: string[] }[] = []
  for (const b of rader.filter(Boolean)) {
    const p = PUNKT.exec(b)
    if (p && ut.length) ut.at(-1)!.punkter.push(p[2]!)
    else ut.push({ text: b, punkter: [] })
  }
  return ut
}

const hash = (rader: readonly string[]): string =>
  createHash('sha256').update(rader.join('').replace(/\s+/g, '').replace(/[–—]/g, '-')).digest('hex')

/** Reads a consolidated act. @throws {InteLagtext} when the file is not one of `LAGAR` in that form. */
export function lasLag(text: string, fil: string): Lag {
  const { falt, kropp } = huvud(text, fil)
  const beteckning = falt.get('beteckning')
  if (!beteckning) throw new InteLagtext(fil, 'huvudet saknar raden ”beteckning:”.')
  const lag = LAGAR[beteckning]
  if (!lag)
    throw new InteLagtext(
      fil,
      `den är ${beteckning} ${falt.get('rubrik') ?? ''}, och de lagar vi citerar med text är ${Object.entries(LAGAR)
        .map(([b, l]) => `${b} ${l.namn}`)
        .join(' och ')}.`,
    )
  const kapitel = new Map<string, string>()
  const paragrafer = new Map<string, Paragraf>()
  for (const del of kapiteldelar(block(kropp), lag.harKapitel)) {
    if (del.nummer) kapitel.set(del.nummer, del.rubrik)
    const prefix = lag.harKapitel ? `${del.nummer}:` : lag.prefix
    for (const [k, p] of lasKapitel(del.block, prefix)) paragrafer.set(k, p)
  }
  if (paragrafer.size === 0)
    throw new InteLagtext(fil, lag.harKapitel && kapitel.size === 0 ? 'den har inga kapitel.' : 'den har inga paragrafer.')
  return { beteckning, rubrik: falt.get('rubrik') ?? lag.namn, publicerad: falt.get('publicerad_datum') ?? '', kapitel, paragrafer }
}

interface Kapiteldel {
  nummer: string
  rubrik: string
  block: string[]
}

function kapiteldelar(alla: readonly string[], harKapitel: boolean): Kapiteldel[] {
  if (!harKapitel) return [{ nummer: '', rubrik: '', block: [...alla] }]
  const ut: Kapiteldel[] = []
  for (const b of alla) {
    const k = KAPITEL.exec(b)
    if (k) ut.push({ nummer: k[1]!, rubrik: utanLankar(k[2]!), block: [] })
    else ut.at(-1)?.block.push(b)
  }
  return ut
}

function lasKapitel(blocken: readonly string[], prefix: string): ReadonlyMap<string, Paragraf> {
  const l = new Kapitellasare(
    prefix,
    blocken.flatMap((b) => PARAGRAF.exec(b)?.[1] ?? []),
  )
  blocken.forEach((b, i) => {
    const p = PARAGRAF.exec(b)
    const r = RUBRIK.exec(b)
    if (p) l.oppna(p[1]!)
    // The source has marked a line that leads a list as a heading: it is text.
    else if (r && PUNKT.test(blocken[i + 1] ?? '')) l.text(utanLankar(r[1]!))
    else if (r) l.rubricera(utanLankar(r[1]!))
    else l.text(utanLankar(b))
  })
  l.spara()
  return l.ut
}

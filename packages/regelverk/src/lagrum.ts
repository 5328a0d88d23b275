/**
 * A place in a statute. Chapter and paragraph are strings: ”27 a” is a paragraph.
 * Written short in code: `'27:48 st 3 p 1'` (SFB), `'FL 25 st 1'`, `'lag (1930:173) 2'`.
 */
export interface Lagrum {
  readonly forfattning: 'SFB' | 'FL' | 'lag (1930:173)' | 'lag (1991:1047)' | 'förordning (2014:67)'
  readonly kapitel?: string
  readonly paragraf: string
  readonly stycke?: string
  readonly punkt?: string
}

const FORM =
  /^(?:(FL|lag \(1930:173\)|lag \(1991:1047\)|förordning \(2014:67\)) )?(?:(\d+(?: [a-z])?):)?(\d+(?: [a-z])?)(?: st (\d+))?(?: p (\d+))?$/

/** Reads the short form. @throws when it has another shape; every citation in the code goes through here. */
export function lagrum(kort: string): Lagrum {
  const kant = lasta.get(kort)
  if (kant) return kant
  const l = lasLagrum(kort)
  lasta.set(kort, l)
  return l
}

/** The code cites a few hundred places, each many times. */
const lasta = new Map<string, Lagrum>()

function lasLagrum(kort: string): Lagrum {
  const m = FORM.exec(kort)
  if (!m || (!m[1] && !m[2])) throw new Error(`”${kort}” är inget lagrum. Skriv till exempel 27:48 st 3 p 1 eller FL 25.`)
  const [, forfattning, kapitel, paragraf, stycke, punkt] = m
  return {
    forfattning: (forfattning ?? 'SFB') as Lagrum['forfattning'],
    ...(kapitel ? { kapitel } : {}),
    paragraf: paragraf!,
    ...(stycke ? { stycke } : {}),
    ...(punkt ? { punkt } : {}),
  }
}

export const flera = (...korta: string[]): readonly Lagrum[] => korta.map(lagrum)

const ORDNINGSTAL = ['', 'första', 'andra', 'tredje', 'fjärde', 'femte', 'sjätte', 'sjunde']

/** ”27 kap. 48 § tredje stycket 1” — with the act's name when it is not the code (SFB). */
export function lagrumstext(l: Lagrum): string {
  const delar = [
    l.kapitel ? `${l.kapitel} kap.` : '',
    `${l.paragraf} §`,
    l.stycke ? `${ORDNINGSTAL[Number(l.stycke)] ?? `${l.stycke}:e`} stycket` : '',
    l.punkt ?? '',
  ].filter(Boolean)
  const namn = {
    SFB: '',
    FL: ' förvaltningslagen',
    'lag (1930:173)': ' lagen (1930:173)',
    'lag (1991:1047)': ' sjuklönelagen',
    'förordning (2014:67)': ' förordningen (2014:67)',
  }[l.forfattning]
  return delar.join(' ') + namn
}

/** As `lagrumstext`, with the act always named: for letters and for use outside the product. */
export const fulltLagrum = (l: Lagrum): string => (l.forfattning === 'SFB' ? `${lagrumstext(l)} socialförsäkringsbalken` : lagrumstext(l))

/** ”27:48” — the key of the paragraph, without paragraph parts. */
export const paragrafnyckel = (l: Lagrum): string =>
  `${l.forfattning === 'SFB' ? '' : `${l.forfattning} `}${l.kapitel ? `${l.kapitel}:` : ''}${l.paragraf}`

/** The short form that `lagrum` reads: ”27:48 st 3 p 1”. */
export const kortLagrum = (l: Lagrum): string => `${paragrafnyckel(l)}${l.stycke ? ` st ${l.stycke}` : ''}${l.punkt ? ` p ${l.punkt}` : ''}`

/** ”27:48–49, FL 32” for narrow places; each paragraph once. */
export const kortaLagrum = (ls: readonly Lagrum[]): string => [...new Set(ls.map(paragrafnyckel))].join(', ')

import type { Brevblock, Brevinnehall } from '@atergang/arende'

/** `huvud`: addresses and case number; `lopande`: running prose, the only kind that readability is measured on together with `punkt`. */
export type Textslag = 'huvud' | 'rubrik' | 'lopande' | 'punkt' | 'cell' | 'etikett' | 'varde'

/** One text of a letter and where it stands. */
export interface Brevtext {
  readonly text: string
  readonly slag: Textslag
  /** path in the content */
  readonly falt: string
  /** the block's name; missing in the head of the letter */
  readonly block?: string
}

type Lokal = Omit<Brevtext, 'block'>

function blocktexter(b: Brevblock, stig: string): Lokal[] {
  switch (b.typ) {
    case 'rubrik':
      return [{ text: b.text, slag: 'rubrik', falt: `${stig}.text` }]
    case 'stycke':
    case 'besked':
      return [{ text: b.text, slag: 'lopande', falt: `${stig}.text` }]
    case 'lista':
      return b.punkter.map((text, i) => ({ text, slag: 'punkt', falt: `${stig}.punkter[${i}]` }))
    case 'tabell':
      return [
        { text: b.rubrik, slag: 'rubrik', falt: `${stig}.rubrik` },
        ...b.kolumner.map((k, i): Lokal => ({ text: k.rubrik, slag: 'etikett', falt: `${stig}.kolumner[${i}].rubrik` })),
        ...b.rader.flatMap((rad, r) => rad.map((text, k): Lokal => ({ text, slag: 'cell', falt: `${stig}.rader[${r}][${k}]` }))),
      ]
    case 'uppgifter':
      return b.rader.flatMap(([ord, varde], r): Lokal[] => [
        { text: ord, slag: 'etikett', falt: `${stig}.rader[${r}][0]` },
        { text: varde, slag: 'varde', falt: `${stig}.rader[${r}][1]` },
      ])
    default:
      return [] // unknown type: granskaInnehall names it
  }
}

const adresstexter = (falt: 'avsandare' | 'mottagare', b: Brevinnehall): Brevtext[] => [
  { text: b[falt].namn, slag: 'huvud', falt: `${falt}.namn` },
  ...b[falt].rader.map((text, i): Brevtext => ({ text, slag: 'huvud', falt: `${falt}.rader[${i}]` })),
]

/** Every text a reader will see, in reading order. */
export function texter(b: Brevinnehall): Brevtext[] {
  return [
    ...adresstexter('avsandare', b),
    { text: b.arendenummer, slag: 'huvud', falt: 'arendenummer' },
    ...adresstexter('mottagare', b),
    { text: b.rubrik, slag: 'rubrik', falt: 'rubrik' },
    ...b.block.flatMap((block, i) => blocktexter(block, `block[${i}]`).map((t) => ({ ...t, block: block.namn }))),
  ]
}

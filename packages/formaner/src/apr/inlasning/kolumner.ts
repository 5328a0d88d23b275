/** A column of the spreadsheet: its heading, other headings it is known by, and whether a row needs it. */
interface Kolumnbeskrivning {
  readonly rubrik: string
  readonly alias: readonly string[]
  readonly kravs: boolean
  readonly exempel: string
}

export const KOLUMNER = {
  anstalld: {
    rubrik: 'Anställd',
    alias: ['personnummer', 'anställningsnummer', 'anstnr', 'person'],
    kravs: true,
    exempel: '19800101-9804',
  },
  anordnare: {
    rubrik: 'Anordnarens organisationsnummer',
    alias: ['anordnare', 'anordnarens orgnr', 'orgnr anordnare', 'orgnr', 'organisationsnummer', 'leverantör'],
    kravs: true,
    exempel: '556016-0680',
  },
  datum: { rubrik: 'Insatsdag', alias: ['datum', 'dag', 'insatsdatum', 'datum för insatsen'], kravs: true, exempel: '2025-03-04' },
  insatstyper: { rubrik: 'Insatstyper', alias: ['insatstyp', 'insats', 'insatser', 'typ'], kravs: true, exempel: 'utreda, planera' },
  fakturanummer: { rubrik: 'Fakturanummer', alias: ['faktura', 'fakturanr', 'faktura nr', 'verifikation'], kravs: true, exempel: 'F-1001' },
  kostnad: { rubrik: 'Kostnad', alias: ['kostnad kr', 'belopp', 'summa', 'betalat', 'betalat belopp'], kravs: true, exempel: '12000,00' },
  syfte: { rubrik: 'Syfte', alias: [], kravs: false, exempel: 'forebygga' },
  miljo: { rubrik: 'Miljö', alias: ['plats', 'var'], kravs: false, exempel: 'arbetsplatsen' },
  beskrivning: { rubrik: 'Beskrivning (frivillig)', alias: ['beskrivning', 'kommentar', 'anteckning'], kravs: false, exempel: '' },
} as const satisfies Record<string, Kolumnbeskrivning>

export type Kolumn = keyof typeof KOLUMNER
export const KOLUMNNAMN = Object.keys(KOLUMNER) as Kolumn[]

/** Headings compare without case, accents, spaces and signs: ”Fakturanr.”, ”faktura nr” and ”FAKTURANR” are one. */
export const likt = (s: string): string =>
  s
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/g, '')

const PER_RUBRIK = new Map(KOLUMNNAMN.flatMap((k) => [k, KOLUMNER[k].rubrik, ...KOLUMNER[k].alias].map((r) => [likt(r), k] as const)))

export interface Kolumnlage {
  /** place of each column in a row, from 0 */
  readonly plats: ReadonlyMap<Kolumn, number>
  readonly saknas: readonly Kolumn[]
  /** headings we do not know: their cells are left alone */
  readonly okanda: readonly string[]
  /** columns that stand twice; the first is read */
  readonly dubbla: readonly Kolumn[]
}

/** Finds the columns by their headings, in any order. */
export function hittaKolumner(rubriker: readonly string[]): Kolumnlage {
  const plats = new Map<Kolumn, number>()
  const okanda: string[] = []
  const dubbla: Kolumn[] = []
  rubriker.forEach((r, i) => {
    const k = PER_RUBRIK.get(likt(r))
    if (k === undefined) {
      if (r.trim()) okanda.push(r.trim())
    } else if (plats.has(k)) dubbla.push(k)
    else plats.set(k, i)
  })
  return { plats, saknas: KOLUMNNAMN.filter((k) => KOLUMNER[k].kravs && !plats.has(k)), okanda, dubbla }
}

/** An empty sheet to fill in, as CSV that Excel opens: headings and one example row. */
export const mallCsv = (): string =>
  `\uFEFF${KOLUMNNAMN.map((k) => KOLUMNER[k].rubrik).join(';')}\r\n${KOLUMNNAMN.map((k) => (KOLUMNER[k].exempel.includes(';') ? `"${KOLUMNER[k].exempel}"` : KOLUMNER[k].exempel)).join(';')}\r\n`

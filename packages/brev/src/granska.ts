import { arDatum } from '@atergang/kalender'
import type { Brevblock, Brevinnehall } from '@atergang/arende'
import type { Brevbrist, Bristkod } from './brevfel.ts'
import { rensaText } from './rensning.ts'
import { outskrivbara, teckennamn } from './tecken.ts'
import { texter, type Brevtext, type Textslag } from './texter.ts'
import { BREVTYPNAMN } from './malldata.ts'

/** Longest unbroken run of characters that is sure to fit where it stands. */
const LANGSTA_ORD: Record<Textslag, number> = { huvud: 34, rubrik: 36, lopande: 58, punkt: 56, cell: 40, etikett: 40, varde: 36 }
/** The window and the head hold this many lines of about this many characters. */
const ADRESSRADER = 8
const TECKEN_PER_RAD = { avsandare: 40, mottagare: 45 } as const
const FLEST_KOLUMNER = 7

type Stalle = Pick<Brevbrist, 'block' | 'falt'>
const brist = ({ block, falt }: Stalle, kod: Bristkod, vad: string, atgard: string): Brevbrist => ({
  kod,
  ...(block === undefined ? {} : { block }),
  falt,
  vad,
  atgard,
})

function textbrister(t: Brevtext): Brevbrist[] {
  const text = rensaText(t.text)
  if (text === '') return t.slag === 'cell' ? [] : [brist(t, 'tom', 'texten är tom.', 'Skriv texten eller ta bort den ur brevet.')]
  const ut: Brevbrist[] = []
  const tecken = outskrivbara(text)
  if (tecken.length > 0) {
    ut.push(
      brist(
        t,
        'tecken',
        `tecknet ${tecken.map(teckennamn).join(', ')} finns inte i brevets typsnitt.`,
        'Ta bort tecknet eller skriv det med ord.',
      ),
    )
  }
  if ((t.slag === 'rubrik' || t.slag === 'huvud') && text.includes('\n')) {
    ut.push(brist(t, 'radbrytning', 'texten har en radbrytning.', 'Skriv den på en rad.'))
  }
  const langt = text.split(/\s/).find((o) => [...o].length > LANGSTA_ORD[t.slag])
  if (langt !== undefined) ut.push(brist(t, 'langt-ord', `”${langt}” är för långt för en rad.`, 'Dela upp det eller skriv det kortare.'))
  return ut
}

function blockform(b: Brevblock, falt: string): Brevbrist[] {
  const har = { block: b.namn, falt }
  if (b.typ === 'lista')
    return b.punkter.length === 0 ? [brist(har, 'tom', 'listan har inga punkter.', 'Lägg till en punkt eller ta bort listan.')] : []
  if (b.typ === 'uppgifter')
    return b.rader.length === 0 ? [brist(har, 'tom', 'det finns inga uppgifter.', 'Lägg till en uppgift eller ta bort blocket.')] : []
  if (b.typ === 'tabell') return tabellform(b, har)
  const kanda: readonly string[] = ['rubrik', 'stycke', 'besked']
  return kanda.includes(b.typ)
    ? []
    : [brist(har, 'okand', `blocktypen ”${String(b.typ)}” är okänd.`, 'Använd rubrik, stycke, lista, besked, tabell eller uppgifter.')]
}

function tabellform(b: Extract<Brevblock, { typ: 'tabell' }>, har: Stalle): Brevbrist[] {
  const { kolumner, rader } = b
  if (kolumner.length === 0 || rader.length === 0)
    return [brist(har, 'tom', 'tabellen saknar kolumner eller rader.', 'Fyll i tabellen eller ta bort den.')]
  const ut: Brevbrist[] = []
  if (kolumner.length > FLEST_KOLUMNER) {
    ut.push(
      brist(
        har,
        'radlangd',
        `tabellen har ${kolumner.length} kolumner, och högst ${FLEST_KOLUMNER} får plats.`,
        'Dela upp den i två tabeller.',
      ),
    )
  }
  rader.forEach((rad, r) => {
    const stalle = { ...har, falt: `${har.falt}.rader[${r}]` }
    if (rad.length !== kolumner.length) {
      ut.push(
        brist(
          stalle,
          'radlangd',
          `rad ${r + 1} har ${rad.length} celler, men tabellen har ${kolumner.length} kolumner.`,
          'Ge varje rad lika många celler som kolumnrubriker.',
        ),
      )
    } else if (rad.every((c) => rensaText(c) === '')) {
      ut.push(brist(stalle, 'tom', `rad ${r + 1} är tom.`, 'Fyll i raden eller ta bort den.'))
    }
  })
  return ut
}

/** Headings must not jump from 1 to 3: a reader with a screen reader walks by levels. */
function rubriknivaer(b: Brevinnehall): Brevbrist[] {
  let niva = 1
  return b.block.flatMap((block, i) => {
    if (block.typ !== 'rubrik') return []
    const nasta: number = block.niva
    const fel = nasta < 2 || nasta > 3 || nasta > niva + 1
    if (!fel) niva = nasta
    return fel
      ? [
          brist(
            { block: block.namn, falt: `block[${i}].niva` },
            'rubrikniva',
            `rubriken har nivå ${nasta} men står under en rubrik på nivå ${niva}.`,
            `Välj nivå ${niva === 1 ? '2' : '2 eller 3'}, eller sätt en rubrik på nivå 2 före.`,
          ),
        ]
      : []
  })
}

function adressbrist(b: Brevinnehall, falt: 'avsandare' | 'mottagare'): Brevbrist[] {
  const alla = [b[falt].namn, ...b[falt].rader]
  const rader = alla.reduce((n, rad) => n + Math.ceil(Math.max(1, rad.length) / TECKEN_PER_RAD[falt]), 0)
  return rader > ADRESSRADER
    ? [
        brist(
          { falt },
          'adress',
          `${falt === 'mottagare' ? 'mottagarens' : 'avsändarens'} adress tar ${rader} rader, och ${ADRESSRADER} får plats.`,
          'Korta adressen.',
        ),
      ]
    : []
}

function huvudbrister(b: Brevinnehall): Brevbrist[] {
  const ut: Brevbrist[] = []
  if (!Object.hasOwn(BREVTYPNAMN, b.typ))
    ut.push(brist({ falt: 'typ' }, 'okand', `brevtypen ”${b.typ}” är okänd.`, 'Välj en av brevtyperna.'))
  if (b.sprak !== 'sv') ut.push(brist({ falt: 'sprak' }, 'okand', 'brev kan bara skrivas på svenska (sv).', 'Välj språket sv.'))
  if (!arDatum(b.datum))
    ut.push(
      brist(
        { falt: 'datum' },
        'datum',
        `brevets datum ”${String(b.datum)}” är inget datum.`,
        'Skriv år-månad-dag, till exempel 2026-03-02.',
      ),
    )
  if (b.mall.namn.trim() === '' || b.mall.version.trim() === '')
    ut.push(brist({ falt: 'mall' }, 'tom', 'brevmallens namn eller version saknas.', 'Ange mall och version.'))
  if (b.block.length === 0) ut.push(brist({ falt: 'block' }, 'tom', 'brevet har ingen text.', 'Lägg till minst ett textblock.'))
  return [...ut, ...adressbrist(b, 'avsandare'), ...adressbrist(b, 'mottagare')]
}

/** Everything that keeps the content from becoming a letter, head first, then block by block. An empty list: it can be written. */
export function granskaInnehall(b: Brevinnehall): Brevbrist[] {
  const alla = texter(b)
  return [
    ...huvudbrister(b),
    ...alla.filter((t) => t.block === undefined).flatMap(textbrister),
    ...rubriknivaer(b),
    ...b.block.flatMap((block, i) => [
      ...blockform(block, `block[${i}]`),
      ...alla.filter((t) => t.falt.startsWith(`block[${i}].`)).flatMap(textbrister),
    ]),
  ]
}

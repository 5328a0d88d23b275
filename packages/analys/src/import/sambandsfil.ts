import { LANSNAMN } from '@atergang/syntet/land'
import { Analysfel } from '../fel.ts'
import { samband, type Sambandsanalys } from '../statistik/korrelation.ts'
import { oppnaCsv, stoppa, type Csvrad, type Csvval, type Filfel } from './csv.ts'
import { forstord } from './kodning.ts'
import { omojligt } from './kolumngranser.ts'
import { avgorDecimaltecken, tolkaTal, type Decimaltecken } from './tal.ts'

export interface Sambandsval extends Csvval {
  readonly fil: string
  /** column headers */
  readonly x: string
  readonly y: string
  /** names of rows to leave out, as in the first column */
  readonly utan?: readonly string[]
  readonly decimal?: Decimaltecken
}
export interface Filsamband extends Sambandsanalys {
  readonly x: string
  readonly y: string
  readonly utan: readonly string[]
  /** rows left out because a figure is missing */
  readonly saknar: readonly string[]
  /** what was found in the file and is no fault: each with its row and column */
  readonly notiser: readonly string[]
}

/**
 * Correlation of two columns of a file. Rows without a figure are left out and named; a figure that cannot be read, or cannot be, stops it.
 * @throws {Analysfel}
 */
export async function sambandUrFil(v: Sambandsval): Promise<Filsamband> {
  const fil = await oppnaCsv(v.fil, v)
  const namn = v.fil.split('/').at(-1)!
  const plats = (kolumn: string, falt: string): number => {
    const i = fil.rubriker.indexOf(kolumn)
    if (i < 0)
      throw new Analysfel('okandKolumn', `Kolumnen ”${kolumn}” finns inte i ${namn}.`, [
        { falt, text: `Välj en av: ${fil.rubriker.join(', ')}.` },
      ])
    return i
  }
  const [ix, iy] = [plats(v.x, 'x'), plats(v.y, 'y')]
  const rader: Csvrad[] = []
  for await (const r of fil.rader()) rader.push(r)
  const namnen = rader.map((r) => r.celler[0]!.trim())
  const okanda = (v.utan ?? []).filter((u) => !namnen.includes(u))
  if (okanda.length)
    throw new Analysfel('okandRad', `Raden ”${okanda.join('”, ”')}” finns inte i filen.`, [
      { falt: 'utan', text: `Skriv som i kolumnen ${fil.rubriker[0]}: ${namnen.slice(0, 25).join(', ')}.` },
    ])
  const tecken =
    v.decimal ??
    avgorDecimaltecken(
      rader.flatMap((r) => [r.celler[ix] ?? '', r.celler[iy] ?? '']),
      fil.avgransare,
    )
  const fel: Filfel[] = []
  const sedda = new Map<string, number>()
  const tomma: string[] = []
  const par: { namn: string; x: number | null; y: number | null }[] = []
  for (const r of rader) {
    const radnamn = r.celler[0]!.trim()
    const trasig = forstord(radnamn)
    if (trasig) fel.push({ rad: r.rad, kolumn: fil.rubriker[0]!, text: trasig })
    if (sedda.has(radnamn))
      fel.push({ rad: r.rad, kolumn: fil.rubriker[0]!, text: `”${radnamn}” står också på rad ${sedda.get(radnamn)}.` })
    sedda.set(radnamn, r.rad)
    if (r.celler.length !== fil.rubriker.length)
      fel.push({
        rad: r.rad,
        kolumn: String(r.celler.length),
        text: `Raden har ${r.celler.length} celler, rubriken ${fil.rubriker.length}.`,
      })
    const tal = (i: number): number | null => {
      const c = r.celler[i] ?? ''
      if (c.trim() === '') return null
      const t = tolkaTal(c, tecken)
      const text = 'fel' in t ? t.fel : omojligt(fil.rubriker[i]!, t.varde)
      if (text !== null) fel.push({ rad: r.rad, kolumn: fil.rubriker[i]!, text })
      return 'varde' in t ? t.varde : null
    }
    const [x, y] = [tal(ix), tal(iy)]
    par.push({ namn: radnamn, x, y })
    if (!v.utan?.includes(radnamn))
      for (const [i, varde] of [[ix, x] as const, ...(iy === ix ? [] : [[iy, y] as const])])
        if (varde === null) tomma.push(`Rad ${r.rad}, kolumn ${fil.rubriker[i]!}: cellen är tom. ${radnamn} är inte med.`)
  }
  if (fel.length) stoppa(namn, fel)
  const valda = par.filter((p) => !v.utan?.includes(p.namn))
  const hela = valda.filter((p): p is { namn: string; x: number; y: number } => p.x !== null && p.y !== null)
  return {
    ...samband(
      hela.map((p) => p.namn),
      hela.map((p) => p.x),
      hela.map((p) => p.y),
    ),
    x: v.x,
    y: v.y,
    utan: v.utan ?? [],
    saknar: valda.filter((p) => !hela.includes(p as never)).map((p) => p.namn),
    notiser: [...fil.notiser, ...tomma, ...lanSomSaknas(namnen, fil.rubriker[0]!)],
  }
}

/** ”Gävleborg”, ”Gävleborgs län” */
const lanetI = (namn: string): string | undefined => LANSNAMN.find((l) => namn === l || namn === `${l} län` || namn === `${l}s län`)

/** A file of counties that does not have them all: what is reckoned is then not the country. */
function lanSomSaknas(namnen: readonly string[], kolumn: string): string[] {
  const finns = new Set(namnen.flatMap((n) => lanetI(n) ?? []))
  const saknas = LANSNAMN.filter((l) => !finns.has(l))
  if (finns.size < Math.max(3, namnen.length / 2) || saknas.length === 0) return []
  return [`Kolumn ${kolumn}: ${saknas.length} av ${LANSNAMN.length} län har ingen rad i filen: ${saknas.join(', ')}.`]
}

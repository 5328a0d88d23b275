import { dagarMellan, type Datum, type Period } from '@atergang/kalender'
import type { Regel } from './definition.ts'
import { forklara, skrivVarde, type Fakta } from './forklara.ts'
import { allaSaknade, type Forklaring, type Saknad } from './forklaring.ts'
import { allIndata, indataTill } from './genomgang.ts'
import { CELLFORM, lasCell, type Cellslag, type Cellvarde } from './celler.ts'
import { regler } from './regler/index.ts'
import { jamfor, TalRymsInte, type Tal } from './tal.ts'
import { tidsregler } from './tidsregler/index.ts'
import { forklaraTid, skrivTidsvarde, type Tidsfakta, type Tidsregel } from './tidsregel.ts'

/** A fact that a form asks for to try a rule. */
export interface Provfaktum {
  readonly namn: string
  readonly rubrik: string
  readonly slag: Cellslag
  /** ”kr/år”, ”dagar”; empty for what has none */
  readonly enhet: string
  /** what it can be at all, as it is read: ”0,25” */
  readonly minst: string | null
  readonly hogst: string | null
  /** asked by the rule itself, not by one it uses */
  readonly egen: boolean
}

/** What the rule answers on the facts that were known. */
export interface Provsvar {
  /** `varde`: worked out; `oklart`: a fact is missing; `inteKant`: the sources do not give the law of the day */
  readonly utfall: 'varde' | 'oklart' | 'inteKant'
  /** the value as it is read, null when there is none */
  readonly varde: string | null
  /** between what the answer lies, as far as that is known */
  readonly minst: string | null
  readonly hogst: string | null
  readonly saknas: readonly Saknad[]
  readonly forklaring: Forklaring
}

/** What was written in the form and cannot be read: each with its fact and how it is written. */
export class Provfel extends Error {
  readonly falt: readonly { readonly falt: string; readonly text: string }[]
  constructor(falt: Provfel['falt']) {
    super(falt.map((f) => f.text).join(' '))
    this.name = 'Provfel'
    this.falt = falt
  }
}

const uttrycksregler = new Map(regler.map((r) => [r.namn, r]))
const dagregler = new Map(tidsregler.map((r) => [r.namn, r]))

export const regelnAttProva = (namn: string): Regel | Tidsregel | undefined => uttrycksregler.get(namn) ?? dagregler.get(namn)
const arTidsregel = (r: Regel | Tidsregel): r is Tidsregel => 'sort' in r

/** Every fact the rule can need, those of the rules it uses included, in the order they are asked for. */
export function provfakta(r: Regel | Tidsregel): readonly Provfaktum[] {
  if (arTidsregel(r))
    return Object.entries(r.fakta).map(([namn, f]) => ({
      namn,
      rubrik: f.rubrik,
      slag: f.slag,
      enhet: '',
      minst: null,
      hogst: null,
      egen: true,
    }))
  const egna = new Set(indataTill(r).map((u) => u.namn))
  return allIndata(r).map((u) => ({
    namn: u.namn,
    rubrik: u.rubrik,
    slag: u.enhet === 'ja/nej' ? 'ja/nej' : 'tal',
    enhet: u.enhet === 'tal' || u.enhet === 'ja/nej' ? '' : u.enhet,
    minst: u.minst ? skrivVarde(u.minst, 'tal') : null,
    hogst: u.hogst ? skrivVarde(u.hogst, 'tal') : null,
    egen: egna.has(u.namn),
  }))
}

const MEST_SIFFROR = 12
const HOGSTA_ANTAL = 100_000
const [TIDIGAST, SENAST]: readonly [Datum, Datum] = ['1900-01-01' as Datum, '2100-12-31' as Datum]
/** Longer than a life; what is longer is a slip of the pen and would take long to reckon. */
const MEST_DAGAR = 45_000

/**
 * Works out a rule on facts as a person writes them: ”588 000”, ”0,75”, ”ja”, ”2026-03-02”, ”2026-01-05–2026-02-01, 2026-03-02”.
 * A fact that is null or left out is not known, and is never taken for zero.
 * @throws {Provfel} naming each fact that cannot be read, and how it is written
 */
export function provaRegel(r: Regel | Tidsregel, uppgifter: Readonly<Record<string, string | null>>, dag: Datum): Provsvar {
  const fakta = lasUppgifter(r, uppgifter)
  try {
    return raknat(r, fakta, dag)
  } catch (fel) {
    if (fel instanceof TalRymsInte)
      throw new Provfel(
        provfakta(r)
          .filter((f) => f.slag === 'tal' && f.namn in fakta)
          .map((f) => ({ falt: f.namn, text: `${f.rubrik}: skriv ett mindre tal, eller ett med färre decimaler.` })),
      )
    throw fel
  }
}

function raknat(r: Regel | Tidsregel, fakta: Readonly<Record<string, Cellvarde>>, dag: Datum): Provsvar {
  if (arTidsregel(r)) {
    const { varde, forklaring } = forklaraTid(r, fakta as Tidsfakta, dag)
    return svaret(varde === null ? null : skrivTidsvarde(varde), forklaring, null, null)
  }
  const svar = forklara(r, fakta as Fakta, dag)
  const matt = (v: Tal | undefined): string | null => (v ? skrivVarde(v, r.enhet) : null)
  return svaret(
    svar.varde === null ? null : skrivVarde(svar.varde, r.enhet),
    svar.forklaring,
    matt(svar.granser?.minst),
    matt(svar.granser?.hogst),
  )
}

function svaret(varde: string | null, forklaring: Forklaring, minst: string | null, hogst: string | null): Provsvar {
  const saknas = varde === null ? allaSaknade(forklaring) : []
  return {
    utfall: varde !== null ? 'varde' : saknas.some((s) => s.typ === 'uppgift') ? 'oklart' : 'inteKant',
    varde,
    minst,
    hogst,
    saknas,
    forklaring,
  }
}

function lasUppgifter(r: Regel | Tidsregel, uppgifter: Readonly<Record<string, string | null>>): Readonly<Record<string, Cellvarde>> {
  const kanda = new Map(provfakta(r).map((f) => [f.namn, f]))
  const granser = new Map(arTidsregel(r) ? [] : allIndata(r).map((u) => [u.namn, u]))
  const fel: { falt: string; text: string }[] = []
  const ut: Record<string, Cellvarde> = {}
  for (const [namn, skrivet] of Object.entries(uppgifter)) {
    const f = kanda.get(namn)
    if (!f) fel.push({ falt: namn, text: `Regeln frågar inte efter ${namn}. Den frågar efter ${[...kanda.keys()].join(', ')}.` })
    else if (skrivet !== null) {
      const last = lasFaktum(f, skrivet.trim(), granser.get(namn))
      if (typeof last === 'object' && 'fel' in last) fel.push({ falt: namn, text: last.fel })
      else ut[namn] = last
    }
  }
  if (fel.length) throw new Provfel(fel)
  return ut
}

function lasFaktum(
  f: Provfaktum,
  cell: string,
  u: { readonly minst?: Tal; readonly hogst?: Tal } = {},
): Cellvarde | { readonly fel: string } {
  const ar = (vad: string): { fel: string } => ({ fel: `${f.rubrik}: ${vad}` })
  if (!cell) return ar('skriv ett värde, eller välj att du inte vet.')
  if ((f.slag === 'tal' || f.slag === 'antal') && cell.replaceAll(/\D/g, '').length > MEST_SIFFROR)
    return ar(`skriv talet med högst ${MEST_SIFFROR} siffror.`)
  const v = lasCell(f.slag, cell)
  if (v === null) return ar(`skriv ${CELLFORM[f.slag]}, eller välj att du inte vet.`)
  if (typeof v !== 'object' || !('t' in v)) {
    const fel = orimligt(v)
    return fel === null ? v : ar(fel)
  }
  if (u.minst && jamfor(v, u.minst) < 0) return ar(`skriv ett tal som är minst ${f.minst}.`)
  if (u.hogst && jamfor(v, u.hogst) > 0) return ar(`skriv ett tal som är högst ${f.hogst}.`)
  return v
}

/** What is to be written instead of a count, a day or periods that no case has; null when they can be. */
export function orimligt(v: number | string | boolean | readonly Period[]): string | null {
  if (typeof v === 'number') return v < 0 || v > HOGSTA_ANTAL ? 'skriv ett heltal från 0 till 100 000.' : null
  if (typeof v === 'string') return v < TIDIGAST || v > SENAST ? 'skriv en dag mellan 1900 och 2100.' : null
  if (typeof v === 'boolean') return null
  return forLanga(v) ? 'skriv dagar mellan 1900 och 2100, sammanlagt högst 45 000.' : null
}

const forLanga = (ps: readonly Period[]): boolean =>
  ps.some((p) => p.from < TIDIGAST || p.tom > SENAST) || ps.reduce((n, p) => n + dagarMellan(p.from, p.tom) + 1, 0) > MEST_DAGAR

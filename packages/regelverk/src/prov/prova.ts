import type { Datum } from '@atergang/kalender'
import type { Regel } from '../definition.ts'
import { forklara, type Fakta } from '../forklara.ts'
import { allaLagrum, allaSaknade, type Forklaring } from '../forklaring.ts'
import { underliggande } from '../genomgang.ts'
import { paragrafnyckel, type Lagrum } from '../lagrum.ts'
import { bestandAv, kor, svarPa } from '../motor/index.ts'
import { jamfor, skrivTal, type Tal } from '../tal.ts'
import { forklaraTid, skrivTidsvarde, type Tidsvarde } from '../tidsregel.ts'
import { lasDatum, lasJaNej, lasPeriod, lasPerioder, lasTal } from '../celler.ts'
import { skrivParagrafer, type Lagfall, type Lagfallsfel } from './lagfall.ts'

/** What a back end answers; without an explanation its paragraphs and its reasons for not knowing are not looked at. */
export interface Motorsvar {
  readonly varde: Tal | boolean | null
  readonly forklaring?: Forklaring
}

/** A way of running a rule: the explanation, a compiled kernel, SQL. Every row goes through all that are given. */
export interface Lagfallsmotor {
  readonly namn: string
  kor(regel: Regel, fakta: Fakta, datum: Datum): Motorsvar | Promise<Motorsvar>
}

export const forklaramotor: Lagfallsmotor = { namn: 'forklara', kor: forklara }

const karna = (motor: 'wasm' | 'js'): Lagfallsmotor => ({
  namn: motor,
  kor: (r, fakta, datum) => ({ varde: svarPa(kor(r, bestandAv([fakta], underliggande(r).indata), { datum, motor }), 0) }),
})

/** The back ends that every row of an expression goes through; add one here. SQL needs a database: `tests/hus/motorer.test.ts`. */
export const lagfallsmotorer: readonly Lagfallsmotor[] = [forklaramotor, karna('wasm'), karna('js')]

type Varde = Tal | Tidsvarde
const arTal = (v: Varde): v is Tal => typeof v === 'object' && 't' in v
const skriv = (v: Varde): string => (arTal(v) ? skrivTal(v, 6) : skrivTidsvarde(v))

/** The cell read as the same kind of value as the answer, or null when it is another kind. */
function somSvaret(cell: string, v: Varde): Varde | null {
  if (typeof v === 'boolean') return lasJaNej(cell)
  if (typeof v === 'string') return lasDatum(cell)
  if (typeof v === 'number' || arTal(v)) return lasTal(cell)
  return Array.isArray(v) ? lasPerioder(cell) : lasPeriod(cell)
}

function lika(a: Varde, b: Varde): boolean {
  if (typeof a === 'number') return arTal(b) && b.n === 1 && b.t === a
  if (arTal(a)) return typeof b === 'object' && 't' in b && jamfor(a, b) === 0
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Runs a case and tells what is not as the row says; empty when all is. Rules over days have one engine, the explanation. */
export async function provaLagfall(f: Lagfall, motor: Lagfallsmotor): Promise<Lagfallsfel[]> {
  const fel = (kolumn: string, text: string): Lagfallsfel => ({ fil: f.fil, rad: f.rad, kolumn, text: `${text} (${motor.namn})` })
  let svar: { varde: Varde | null; forklaring?: Forklaring }
  try {
    svar = f.sort === 'regel' ? await motor.kor(f.regel, f.fakta, f.datum) : forklaraTid(f.regel, f.fakta, f.datum)
  } catch (e) {
    return [fel('väntat', `regeln gick inte att räkna: ${(e as Error).message}`)]
  }
  return [...provaVarde(f, svar, fel), ...(svar.forklaring ? provaParagrafer(f, svar.forklaring, fel) : [])]
}

/** Whether a reason says the words; a rule is ”inte känd” where a value is ”inte känt”. */
const sager = (skal: string, ord: string): boolean => skal.includes(ord) || skal.includes(ord.replace('inte känt', 'inte känd'))

type Anmark = (kolumn: string, text: string) => Lagfallsfel

function provaVarde(f: Lagfall, svar: { varde: Varde | null; forklaring?: Forklaring }, fel: Anmark): Lagfallsfel[] {
  const saknade = svar.forklaring ? allaSaknade(svar.forklaring) : []
  const varfor = saknade.map((s) => (s.typ === 'uppgift' ? s.namn : s.text)).join('; ')
  if (f.vantat.sort === 'varde') {
    if (svar.varde === null) return [fel('väntat', `väntat ${f.vantat.cell}, men svaret är oklart: ${varfor}`)]
    const vantat = somSvaret(f.vantat.cell, svar.varde)
    return vantat !== null && lika(svar.varde, vantat) ? [] : [fel('väntat', `väntat ${f.vantat.cell}, fick ${skriv(svar.varde)}`)]
  }
  if (svar.varde !== null) return [fel('väntat', `väntat att svaret är oklart, fick ${skriv(svar.varde)}`)]
  if (!svar.forklaring) return []
  if (f.vantat.sort === 'inteKant') {
    const text = f.vantat.text
    return saknade.some((s) => s.typ !== 'uppgift' && sager(s.text, text))
      ? []
      : [fel('väntat', `väntat ”${text}”, men det som saknas är: ${varfor}`)]
  }
  // A fact by its name, or words of the reason where it is the law that is silent.
  const fattas = f.vantat.saknas.filter((n) => !saknade.some((s) => (s.typ === 'uppgift' ? s.namn === n : sager(s.text, n))))
  return fattas.length ? [fel('väntat', `väntat att ${fattas.join(', ')} saknas, men det som saknas är: ${varfor}`)] : []
}

/** A cited place covers another when it is the same paragraph and says no other stycke or point. */
const tacker = (vantat: Lagrum, i: Lagrum): boolean =>
  paragrafnyckel(vantat) === paragrafnyckel(i) &&
  (!vantat.stycke || !i.stycke || vantat.stycke === i.stycke) &&
  (!vantat.punkt || !i.punkt || vantat.punkt === i.punkt)

function provaParagrafer(f: Lagfall, forklaring: Forklaring, fel: Anmark): Lagfallsfel[] {
  const alla = allaLagrum(forklaring)
  const saknas = f.paragrafer.filter((l) => !alla.some((i) => tacker(l, i)))
  return saknas.length
    ? [fel('paragrafer', `förklaringen nämner inte ${skrivParagrafer(saknas)}; den nämner ${skrivParagrafer(alla)}`)]
    : []
}

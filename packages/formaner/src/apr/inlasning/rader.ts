import { indatafel } from '@atergang/arende'
import { delar, type Datum } from '@atergang/kalender'
import { anstalldnyckel } from '../anstalld.ts'
import { motfragor, type Insatstyp, type Miljo, type Syfte } from '../insatser/typer.ts'
import { stodtyp } from '../stodtyp.ts'
import { visaOrgnr, type Orgnr } from '../orgnr.ts'
import {
  lasAnstalld,
  lasBeskrivning,
  lasDag,
  lasFakturanummer,
  lasInsatstyper,
  lasKostnad,
  lasMiljo,
  lasNummer,
  lasSyfte,
  type Cellfel,
  type Last,
} from './celler.ts'
import type { Cell, Tabell } from './csv.ts'
import { hittaKolumner, KOLUMNER, KOLUMNNAMN, type Kolumn, type Kolumnlage } from './kolumner.ts'

/** A row that could be read. */
export interface Inlastrad {
  readonly anstalld: string
  readonly anordnare: Orgnr
  readonly datum: Datum
  readonly insatstyper: readonly Insatstyp[]
  readonly fakturanummer: string
  /** kronor, with öre when there are any */
  readonly kostnad: number
  readonly syfte: Syfte | null
  readonly miljo: Miljo | null
  readonly beskrivning: string
  readonly anordnareGodkand: boolean
}

export type Anmarkningskod =
  | 'okandAnordnare'
  | 'ejGodkandDa'
  | 'felAr'
  | 'foreStodet'
  | 'framtida'
  | 'sammaFaktura'
  | 'redanSokt'
  | 'annanArbetsgivare'
  | 'okandAnstalld'
  | 'ejAnstalldDa'
  | 'allaFem'
  | 'nollor'

/**
 * Something about a cell. `olaslig`: the row cannot be taken until it is mended. `kontrollera`: it can be sent as it is, and the
 * officer sees the mark; nobody is stopped from applying. `fraga`: asked back, no fault.
 */
export interface Anmarkning {
  readonly kolumn: Kolumn
  readonly slag: 'olaslig' | 'kontrollera' | 'fraga'
  readonly kod: Cellfel | Anmarkningskod
  readonly text: string
  readonly atgard: string
}

export interface Importrad {
  /** the row's number in the spreadsheet program */
  readonly nr: number
  readonly status: 'klar' | 'kontrollera' | 'olaslig'
  readonly varden: Inlastrad | null
  readonly anmarkningar: readonly Anmarkning[]
  /** what stands in each column of a row that could not be read, so that it can be mended where it is shown */
  readonly celler?: Readonly<Partial<Record<Kolumn, string>>>
}

export interface Import {
  readonly rader: readonly Importrad[]
  readonly klara: number
  readonly attKontrollera: number
  readonly olasliga: number
  readonly tommaRader: number
  readonly okandaKolumner: readonly string[]
  /** kronor of the rows that could be read, in öre so that the sum is exact */
  readonly summaOren: number
}

/** When an employee was employed by the employer, as the employer's own list says. */
export interface Anstallning {
  readonly anstalld: string
  readonly from: Datum
  readonly tom?: Datum
}

/** An invoice row that an earlier application holds: whose, and for whom. The employer's number only tells whether it is the same employer. */
export interface Kandfaktura {
  readonly arbetsgivare: string
  readonly radnyckel: string
}

/** What the rows are held against. All of it is handed in: registers are read elsewhere. */
export interface Importsammanhang {
  readonly arbetsgivare: Orgnr
  readonly kostnadsar: number
  /** the day the application comes in */
  readonly idag: Datum
  readonly anordnare: (orgnr: Orgnr, dag: Datum) => 'okand' | 'ejGodkand' | 'godkand'
  /** null when the employer has handed in no list of its employees: then nobody is asked about */
  readonly anstallda: readonly Anstallning[] | null
  /** by `fakturanyckel` */
  readonly kandaFakturor: ReadonlyMap<string, readonly Kandfaktura[]>
}

const utanTecken = (s: string): string =>
  s
    .toUpperCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/^0+(?=\d)/, '')

/** Equal for the same invoice of the same provider, however it is written: ”F-0012” and ”f 12” are not, ”0012” and ”12” are. */
export const fakturanyckel = (anordnare: string, fakturanummer: string): string => `${anordnare}|${utanTecken(fakturanummer)}`

/** Equal when the same invoice is used for the same employee and day. */
export const radnyckel = (r: Pick<Inlastrad, 'anordnare' | 'fakturanummer' | 'anstalld' | 'datum'>): string =>
  `${fakturanyckel(r.anordnare.nyckel, r.fakturanummer)}|${anstalldnyckel(r.anstalld)}|${r.datum}`

const obs = (kolumn: Kolumn, kod: Anmarkningskod, text: string, atgard: string, slag: Anmarkning['slag'] = 'kontrollera'): Anmarkning => ({
  kolumn,
  slag,
  kod,
  text,
  atgard,
})

function omAnordnaren(r: Inlastrad, s: Importsammanhang): Anmarkning[] {
  const lage = s.anordnare(r.anordnare, r.datum)
  if (lage === 'okand')
    return [
      obs(
        'anordnare',
        'okandAnordnare',
        `${visaOrgnr(r.anordnare)} finns inte bland anordnarna.`,
        'Kontrollera numret mot listan över godkända anordnare.',
      ),
    ]
  return lage === 'ejGodkand'
    ? [
        obs(
          'anordnare',
          'ejGodkandDa',
          `Anordnaren var inte godkänd den ${r.datum}.`,
          'Kontrollera dagen. Stödet gäller bara insatser av en anordnare som var godkänd då.',
        ),
      ]
    : []
}

function omDagen(r: Inlastrad, s: Importsammanhang): Anmarkning[] {
  if (delar(r.datum).ar !== s.kostnadsar)
    return [
      obs(
        'datum',
        'felAr',
        `Insatsen gjordes ${delar(r.datum).ar}, men ansökan gäller ${s.kostnadsar}.`,
        `Flytta raden till en ansökan för ${delar(r.datum).ar}, eller rätta dagen.`,
      ),
    ]
  if (stodtyp(r.datum) !== 'arbetsplatsinriktat')
    return [
      obs(
        'datum',
        'foreStodet',
        'Insatsen är före den 1 juli 2018. Då fanns ett annat stöd.',
        'Rätta dagen eller ta bort raden.',
        'olaslig',
      ),
    ]
  return r.datum > s.idag ? [obs('datum', 'framtida', 'Dagen har inte varit än.', 'Ansök när insatsen är gjord, eller rätta dagen.')] : []
}

function omAnstalld(r: Inlastrad, s: Importsammanhang): Anmarkning[] {
  if (!s.anstallda) return []
  const mina = s.anstallda.filter((a) => anstalldnyckel(a.anstalld) === anstalldnyckel(r.anstalld))
  if (mina.length === 0)
    return [
      obs(
        'anstalld',
        'okandAnstalld',
        'Personen finns inte i er lista över anställda.',
        'Kontrollera beteckningen, eller lägg till personen i listan.',
      ),
    ]
  return mina.some((a) => a.from <= r.datum && (!a.tom || r.datum <= a.tom))
    ? []
    : [obs('anstalld', 'ejAnstalldDa', `Personen var inte anställd hos er den ${r.datum}.`, 'Kontrollera dagen och anställningstiden.')]
}

/** The same invoice for the same person and day: in this sheet, in an earlier application, or at another employer. */
function omFakturan(r: Inlastrad, s: Importsammanhang, iBladet: ReadonlyMap<string, number>): Anmarkning[] {
  const tidigareRad = iBladet.get(radnyckel(r))
  const kanda = s.kandaFakturor.get(fakturanyckel(r.anordnare.nyckel, r.fakturanummer)) ?? []
  return [
    ...(tidigareRad === undefined
      ? []
      : [
          obs(
            'fakturanummer',
            'sammaFaktura',
            `Samma faktura, anställd och dag som på rad ${tidigareRad}.`,
            'Ta bort raden, eller lägg ihop kostnaderna på en rad.',
          ),
        ]),
    ...(kanda.some((k) => k.arbetsgivare === s.arbetsgivare.nyckel && k.radnyckel === radnyckel(r))
      ? [
          obs(
            'fakturanummer',
            'redanSokt',
            'Ni har redan sökt för den här fakturan, anställda och dagen.',
            'Ta bort raden, eller rätta den tidigare ansökan.',
          ),
        ]
      : []),
    ...(kanda.some((k) => k.arbetsgivare !== s.arbetsgivare.nyckel)
      ? [
          obs(
            'fakturanummer',
            'annanArbetsgivare',
            'Fakturan finns redan i en annan ansökan.',
            'Kontrollera numret. Är fakturan ställd till er kan ni skicka raden ändå.',
          ),
        ]
      : []),
  ]
}

/** Ten digits beginning with nought lose it when a spreadsheet takes them for a number. */
const tappadeNollor = (c: Cell): Anmarkning[] =>
  typeof c === 'number' && /^\d{7,9}$/.test(String(c))
    ? [obs('anstalld', 'nollor', 'Numret kan ha tappat inledande nollor.', 'Formatera kolumnen som text om det är ett personnummer.')]
    : []

type Lasare = { readonly [K in Exclude<keyof Inlastrad, 'anordnareGodkand'>]: (c: Cell) => Last<Inlastrad[K]> }
const LASARE: Lasare = {
  anstalld: lasAnstalld,
  anordnare: lasNummer,
  datum: lasDag,
  insatstyper: lasInsatstyper,
  fakturanummer: lasFakturanummer,
  kostnad: lasKostnad,
  syfte: lasSyfte,
  miljo: lasMiljo,
  beskrivning: lasBeskrivning,
}

function lasRad(
  celler: readonly Cell[],
  k: Kolumnlage,
): { varden: Omit<Inlastrad, 'anordnareGodkand'> | null; anmarkningar: Anmarkning[] } {
  const anmarkningar: Anmarkning[] = []
  const varden: Record<string, unknown> = {}
  let olaslig = false
  for (const namn of KOLUMNNAMN) {
    const plats = k.plats.get(namn)
    const svar = LASARE[namn](plats === undefined ? null : (celler[plats] ?? null)) as Last<unknown>
    if ('varde' in svar) varden[namn] = svar.varde
    else if (KOLUMNER[namn].kravs) {
      olaslig = true
      anmarkningar.push({ kolumn: namn, slag: 'olaslig', ...svar })
    } else {
      // A voluntary cell that cannot be read is left empty and said, never a hindrance.
      varden[namn] = null
      anmarkningar.push({ kolumn: namn, slag: 'kontrollera', ...svar })
    }
  }
  return { varden: olaslig ? null : (varden as unknown as Omit<Inlastrad, 'anordnareGodkand'>), anmarkningar }
}

const somText = (celler: readonly Cell[], k: Kolumnlage): Partial<Record<Kolumn, string>> =>
  Object.fromEntries([...k.plats].map(([namn, plats]) => [namn, String(celler[plats] ?? '')]))

const oren = (kr: number): number => Math.round(kr * 100)
const tom = (celler: readonly Cell[]): boolean => celler.every((c) => c === null)

/**
 * Reads a sheet of employees row by row. Each fault is named in its own cell with what to do; the rows without faults go on, and so do
 * those that can be read but should be looked at. @throws {Domanfel} only when a column that every row needs is missing.
 */
export function lasRader(t: Tabell, s: Importsammanhang): Import {
  const [rubrikrad, ...rader] = t.rader
  const kolumner = hittaKolumner((rubrikrad?.celler ?? []).map((c) => String(c ?? '')))
  if (kolumner.saknas.length) {
    throw indatafel(
      'saknarKolumner',
      `Första raden ska ha rubriker. Det saknas: ${kolumner.saknas.map((k) => KOLUMNER[k].rubrik).join(', ')}.`,
      kolumner.saknas.map((k) => ({ falt: k, text: `Lägg till kolumnen ”${KOLUMNER[k].rubrik}”, eller börja från mallen.` })),
    )
  }
  const iBladet = new Map<string, number>()
  const ifyllda = rader.filter((r) => !tom(r.celler))
  const lasta = ifyllda.map(({ nr, celler }): Importrad => {
    const { varden: utan, anmarkningar } = lasRad(celler, kolumner)
    if (!utan) return { nr, status: 'olaslig', varden: null, anmarkningar, celler: somText(celler, kolumner) }
    const varden: Inlastrad = { ...utan, anordnareGodkand: s.anordnare(utan.anordnare, utan.datum) === 'godkand' }
    const alla = [
      ...anmarkningar,
      ...tappadeNollor(celler[kolumner.plats.get('anstalld')!] ?? null),
      ...omAnstalld(varden, s),
      ...omAnordnaren(varden, s),
      ...omDagen(varden, s),
      ...omFakturan(varden, s, iBladet),
      ...motfragor(varden.insatstyper).map((m) =>
        obs('insatstyper', m.kod, m.text, 'Ta bort dem som inte utförts, eller gå vidare.', 'fraga'),
      ),
    ]
    if (!iBladet.has(radnyckel(varden))) iBladet.set(radnyckel(varden), nr)
    const olaslig = alla.some((a) => a.slag === 'olaslig')
    return {
      nr,
      status: olaslig ? 'olaslig' : alla.some((a) => a.slag === 'kontrollera') ? 'kontrollera' : 'klar',
      varden: olaslig ? null : varden,
      anmarkningar: alla,
      ...(olaslig ? { celler: somText(celler, kolumner) } : {}),
    }
  })
  const antal = (status: Importrad['status']): number => lasta.filter((r) => r.status === status).length
  return {
    rader: lasta,
    klara: antal('klar'),
    attKontrollera: antal('kontrollera'),
    olasliga: antal('olaslig'),
    tommaRader: rader.length - ifyllda.length,
    okandaKolumner: kolumner.okanda,
    summaOren: lasta.reduce((sum, r) => sum + (r.varden ? oren(r.varden.kostnad) : 0), 0),
  }
}

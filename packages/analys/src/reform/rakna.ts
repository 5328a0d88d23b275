import {
  allaSaknade,
  forklara,
  GALLANDE_RATT,
  kopplat,
  kor,
  kvitto,
  reformera,
  regelnMedNamn,
  Tabell,
  underliggande,
  type Enhet,
  type Fakta,
  type Kolumn,
  type Regel,
  type Tal,
  type Utfall,
} from '@atergang/regelverk'
import type { Datum } from '@atergang/kalender'
import { Analysfel } from '../fel.ts'
import type { Arenden, Befolkning, Personer } from './befolkning.ts'
import type { Rakning, Reformfil } from './reformfil.ts'

/** What runs a rule on several threads: `Arbetslag` of `@atergang/regelverk/parallell`. */
export interface Tradar {
  kor(regel: Regel, t: Tabell, val: { readonly datum: Datum }): Promise<Utfall>
  stang(): Promise<void>
}

/** Of each person, before and after: hundredths of kronor, or rows with a right. Exact whole numbers. */
export interface Personutfall {
  readonly slag: 'kr' | 'ratt'
  readonly rakningar: readonly Raknat[]
  readonly personer: Personer
  readonly fore: Float64Array
  readonly efter: Float64Array
  /** rows of the person whose answer is not known, before or after; they are in neither sum */
  readonly okanda: Uint32Array
  /** rows of the person whose answer is known, before and after: those the sums are of */
  readonly kanda: Uint32Array
  /** of rights: rows that have it for certain, and that may have it */
  readonly ratt: { readonly fore: Spannvidd; readonly efter: Spannvidd } | null
}
export interface Spannvidd {
  readonly minst: number
  readonly hogst: number
}

/** What was reckoned on one kind of rows. */
export interface Raknat extends Rakning {
  readonly rader: number
  readonly okandaRader: number
  /** what the first row that is not known lacks, before and after */
  readonly saknas: readonly string[]
  readonly motor: Utfall['motor'] | 'parallell'
}

export interface Kort {
  readonly delar: readonly Personutfall[]
  readonly kvitto: { readonly fore: string; readonly efter: string }
}

/** Rows below which starting threads costs more than it gives. */
const LONAR_SIG_OVER = 65_536

/** Both laws over every row, by the law of one day. @throws {Analysfel} when a rule asks for what cannot be given */
export async function korReform(
  f: Reformfil,
  rakna: readonly Rakning[],
  b: Befolkning,
  lagdag: Datum,
  motor: 'wasm' | 'js',
  tradar: (() => Tradar) | null,
): Promise<Kort> {
  const [fore, efter] = [GALLANDE_RATT, reformera(GALLANDE_RATT, f.reform)]
  const [foreKopplad, efterKopplad] = [kopplat(fore, b.kopplingar), kopplat(efter, b.kopplingar)]
  const fasta = Object.fromEntries(Object.entries(f.antaganden).map(([n, a]) => [n, a.varde]))
  const lag = tradar && rakna.some((r) => (b.arenden.get(r.arenden)?.antal ?? 0) > LONAR_SIG_OVER) ? tradar() : null
  try {
    const delar: Del[] = []
    for (const r of rakna) {
      const a = b.arenden.get(r.arenden)
      if (!a)
        throw new Analysfel('ogiltigReform', `Befolkningen har inga ”${r.arenden}”.`, [
          { falt: 'rakna', text: `Den har ${[...b.arenden.keys()].join(', ')}.` },
        ])
      const par = [regelnMedNamn(foreKopplad, r.regelFore), regelnMedNamn(efterKopplad, r.regel)] as const
      const slag = par[1].enhet === 'ja/nej' ? 'ratt' : 'kr'
      let del = delar.find((d) => d.personer === a.personer && d.slag === slag)
      if (!del) delar.push((del = nyDel(slag, a.personer)))
      await raknaRader(del, r, par, a, fasta, lagdag, motor, lag)
    }
    return {
      delar: delar.map((d) => ({ ...d, ratt: d.slag === 'ratt' ? d.vidd : null })),
      kvitto: { fore: kvitto(fore).summa, efter: kvitto(efter).summa },
    }
  } finally {
    await lag?.stang()
  }
}

interface Del {
  readonly slag: 'kr' | 'ratt'
  readonly personer: Personer
  readonly rakningar: Raknat[]
  readonly fore: Float64Array
  readonly efter: Float64Array
  readonly okanda: Uint32Array
  readonly kanda: Uint32Array
  readonly vidd: { fore: { minst: number; hogst: number }; efter: { minst: number; hogst: number } }
}
const nyDel = (slag: Del['slag'], personer: Personer): Del => ({
  slag,
  personer,
  rakningar: [],
  fore: new Float64Array(personer.antal),
  efter: new Float64Array(personer.antal),
  okanda: new Uint32Array(personer.antal),
  kanda: new Uint32Array(personer.antal),
  vidd: { fore: { minst: 0, hogst: 0 }, efter: { minst: 0, hogst: 0 } },
})

async function raknaRader(
  del: Del,
  r: Rakning,
  par: readonly [Regel, Regel],
  a: Arenden,
  fasta: Readonly<Record<string, Tal | boolean>>,
  lagdag: Datum,
  motor: 'wasm' | 'js',
  lag: Tradar | null,
): Promise<void> {
  const indata = underliggande(...par).indata
  const fragar = indata.map((u) => u.namn)
  const enheter = new Map(indata.map((u) => [u.namn, u.enhet]))
  const kolumner = Object.fromEntries(Object.entries(a.kolumner).filter(([n]) => fragar.includes(n) && !(n in fasta)))
  const anvanda = Object.fromEntries(Object.entries(fasta).filter(([n]) => fragar.includes(n)))
  const t = tabellen(a.antal, kolumner, anvanda)
  const parallellt = lag !== null && a.antal > LONAR_SIG_OVER
  // One law after the other: two rules of one name cannot share a run.
  const utfall: Utfall[] = []
  for (const regel of par) utfall.push(parallellt ? await lag.kor(regel, t, { datum: lagdag }) : kor(regel, t, { datum: lagdag, motor }))
  const [f, e] = utfall as [Utfall, Utfall]
  let okandaRader = 0
  let forstaOkanda = -1
  for (let i = 0; i < a.antal; i++) {
    const [x, y] = del.slag === 'kr' ? [hundradelskronor(f, i, a), hundradelskronor(e, i, a)] : [jaNej(f, i), jaNej(e, i)]
    if (del.slag === 'ratt') {
      vidga(del.vidd.fore, x)
      vidga(del.vidd.efter, y)
    }
    const p = a.person[i]!
    if (x === null || y === null) {
      okandaRader++
      if (forstaOkanda < 0) forstaOkanda = i
      del.okanda[p]!++
      continue
    }
    del.kanda[p]!++
    del.fore[p] = saker(del.fore[p]! + x)
    del.efter[p] = saker(del.efter[p]! + y)
  }
  const saknas =
    forstaOkanda < 0
      ? []
      : [
          ...new Set(
            par.flatMap((regel) =>
              allaSaknade(forklara(regel, fakta(t, anvanda, forstaOkanda, enheter), lagdag).forklaring).map((s) => s.text),
            ),
          ),
        ]
  del.rakningar.push({ ...r, rader: a.antal, okandaRader, saknas, motor: parallellt ? 'parallell' : e.motor })
  for (const u of utfall) u.slapp()
}

const vidga = (v: { minst: number; hogst: number }, x: number | null): void => {
  v.minst += x ?? 0
  v.hogst += x ?? 1
}

const pa = (r: Utfall['taljare'], i: number): number => (typeof r === 'number' ? r : r[i]!)
const jaNej = (u: Utfall, i: number): number | null => (pa(u.kant, i) === 0 ? null : pa(u.taljare, i))

/** Kronor a day times the row's days, or kronor a row; a hundredth of a day of whole kronor is a hundredth of a krona. */
function hundradelskronor(u: Utfall, i: number, a: Arenden): number | null {
  if (pa(u.kant, i) === 0) return null
  const ganger = pa(u.taljare, i) * (u.enhet === 'kr/dag' ? a.hundradelsdagar[i]! : 100)
  const n = pa(u.namnare, i)
  return n === 1 ? saker(ganger) : Math.round(ganger / n)
}

function saker(n: number): number {
  if (!Number.isSafeInteger(n))
    throw new Analysfel('forStort', 'En summa är för stor för att räknas exakt.', [{ falt: 'befolkning', text: 'Dela upp befolkningen.' }])
  return n
}

const LAGRINGAR = [
  [Uint8Array, 'u8'],
  [Int32Array, 'i32'],
  [Float64Array, 'f64'],
] as const

/** The columns in memory that threads share. */
function tabellen(antal: number, kolumner: Readonly<Record<string, Kolumn>>, fasta: Readonly<Record<string, Tal | boolean>>): Tabell {
  const t = new Tabell(
    antal,
    Object.fromEntries(
      Object.entries(kolumner).map(([n, k]) => {
        const lagring = LAGRINGAR.find(([slag]) => k.data instanceof slag)
        if (!lagring) throw new TypeError(`Kolumnen ${n} har en lagring som reformer inte läser.`)
        return [n, { lagring: lagring[1], ...(k.skala ? { skala: k.skala } : {}), ...(k.saknas ? { nullbar: true } : {}) }]
      }),
    ),
    fasta,
  )
  for (const [n, k] of Object.entries(kolumner)) {
    t.kolumn(n).set(k.data)
    if (k.saknas) t.saknas(n).set(k.saknas)
  }
  return t
}

/** A row as facts of one person, for what explains it. */
function fakta(t: Tabell, fasta: Readonly<Record<string, Tal | boolean>>, i: number, enheter: ReadonlyMap<string, Enhet>): Fakta {
  const rad = Object.entries(t.kolumner).flatMap(([n, k]) =>
    k.saknas?.[i] === 1 ? [] : [[n, enheter.get(n) === 'ja/nej' ? k.data[i] === 1 : { t: k.data[i]!, n: k.skala ?? 1 }] as const],
  )
  return { ...Object.fromEntries(rad), ...fasta }
}

import type { Faltfel } from '@atergang/arende'
import { arDatum, type Datum } from '@atergang/kalender'
import {
  KARENSTIDER,
  PERIODSLAG,
  SYSSELSATTNINGAR,
  Tidslinjebyggare,
  Tidsradsfel,
  type Tidslinjetabell,
  type Tidsperiod,
  type Tidsperson,
} from '@atergang/regelverk'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Kommandofel } from '../problem.ts'

/** Errors shown at once; a file with more than these has one fault many times. */
const MEST = 20
const FALT = ['id', 'fodd', 'sysselsattning', 'inkomstslag', 'karenstid', 'perioder', 'datum']
const PERIODFALT = ['from', 'tom', 'slag', 'grad']
const DATUMTEXT = 'Skriv datumet som år-månad-dag, till exempel 2026-03-02.'

type Okand = Readonly<Record<string, unknown>>
/** What is wrong with a value, or undefined. */
type Prov = (v: unknown) => string | undefined

const datumprov: Prov = (v) => (arDatum(v) ? undefined : DATUMTEXT)
const ettAv =
  (val: readonly unknown[]): Prov =>
  (v) =>
    val.includes(v) ? undefined : `Välj ${val.join(', ')}.`
const PERSONPROV: Readonly<Record<string, Prov>> = {
  id: (v) => (typeof v === 'string' && v.length <= 100 ? undefined : 'Skriv en text på högst 100 tecken.'),
  fodd: datumprov,
  datum: datumprov,
  sysselsattning: ettAv(SYSSELSATTNINGAR),
  karenstid: ettAv(KARENSTIDER),
  inkomstslag: (v) =>
    Array.isArray(v) && v.every((s) => s === 'anstallning' || s === 'annat')
      ? undefined
      : 'Skriv en lista med anstallning, annat eller båda.',
  perioder: (v) => (Array.isArray(v) ? undefined : 'Skriv en lista med perioder: [{"from", "tom", "slag", "grad"}].'),
}
const PERIODPROV: Readonly<Record<string, Prov>> = {
  from: datumprov,
  tom: datumprov,
  slag: ettAv(PERIODSLAG),
  grad: ettAv([0.25, 0.5, 0.75, 1]),
}

const arObjekt = (v: unknown): v is Okand => typeof v === 'object' && v !== null && !Array.isArray(v)

function prova(
  o: Okand,
  kanda: readonly string[],
  kravs: readonly string[],
  prov: Readonly<Record<string, Prov>>,
  plats: string,
): Faltfel[] {
  const fel: Faltfel[] = []
  for (const n of kravs) if (o[n] === undefined || o[n] === null) fel.push({ falt: `${plats}${n}`, text: `${n} saknas.` })
  for (const [n, v] of Object.entries(o)) {
    const text = !kanda.includes(n) ? `${n} känns inte igen. Det som läses är ${kanda.join(', ')}.` : v === null ? undefined : prov[n]!(v)
    if (text) fel.push({ falt: `${plats}${n}`, text })
  }
  return fel
}

function radfel(o: Okand, plats: string): Faltfel[] {
  const fel = prova(o, FALT, ['perioder'], PERSONPROV, `${plats}: `)
  if (!Array.isArray(o.perioder)) return fel
  o.perioder.forEach((p: unknown, i) => {
    const har = `${plats}: perioder.${i}`
    if (!arObjekt(p)) fel.push({ falt: har, text: 'Skriv en period: {"from", "tom", "slag", "grad"}.' })
    else {
      const egna = prova(p, PERIODFALT, ['from', 'tom'], PERIODPROV, `${har}.`)
      if (egna.length === 0 && (p.tom as Datum) < (p.from as Datum))
        egna.push({ falt: `${har}.tom`, text: 'Perioden slutar innan den börjar. Byt plats på dagarna.' })
      fel.push(...egna)
    }
  })
  return fel
}

function somObjekt(rad: string): Okand | null {
  try {
    const v: unknown = JSON.parse(rad)
    return arObjekt(v) ? v : null
  } catch (fel) {
    if (fel instanceof SyntaxError) return null
    throw fel
  }
}

/** Null is the same as left out: not known. */
const utanNull = (o: Okand): Okand => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== null))

export interface Personrader {
  readonly tabell: Tidslinjetabell
  /** what the rows call themselves; undefined where they do not */
  readonly id: readonly (string | undefined)[]
}

/**
 * Reads one person a line into columns, a line at a time, so that a whole country fits; `-` is standard in. `egenDag` when the rows carry their own day.
 * @throws {Kommandofel} naming line and field; nothing is run when any line is wrong
 */
export async function lasPersonrader(fil: string, egenDag: boolean): Promise<Personrader> {
  const b = new Tidslinjebyggare()
  const id: (string | undefined)[] = []
  const fel: Faltfel[] = []
  let nr = 0
  for await (const rad of raderna(fil)) {
    nr++
    if (fel.length >= MEST) break
    const plats = `rad ${nr}`
    const o = somObjekt(rad)
    if (!o) {
      fel.push({
        falt: plats,
        text:
          rad.trim() === ''
            ? 'Raden är tom. Ta bort den.'
            : 'Raden är inget JSON-objekt. Skriv till exempel {"fodd": "1980-05-01", "perioder": []}.',
      })
      continue
    }
    const egna = radfel(o, plats)
    const harDag = o.datum !== undefined && o.datum !== null
    if (egna.length === 0 && harDag !== egenDag)
      egna.push({
        falt: `${plats}: datum`,
        text: egenDag ? 'Ange radens dag, eller en dag för alla med --datum.' : 'Ta bort radens dag, eller kör utan --datum.',
      })
    if (egna.length === 0) lagg(b, utanNull(o), plats, egna)
    fel.push(...egna)
    id.push(typeof o.id === 'string' ? o.id : undefined)
  }
  if (fel.length)
    throw new Kommandofel(
      'ogiltigRad',
      `${fel.length < MEST ? fel.length : `Minst ${MEST}`} fel i filen. Inget har räknats; rätta raderna och kör igen.`,
      fel.slice(0, MEST),
    )
  return { tabell: b.klar(), id }
}

function lagg(b: Tidslinjebyggare, o: Okand, plats: string, fel: Faltfel[]): void {
  try {
    b.person(o as unknown as Tidsperson, o.datum as Datum | undefined)
    for (const p of o.perioder as Okand[]) b.period(utanNull(p) as unknown as Tidsperiod)
  } catch (e) {
    if (!(e instanceof Tidsradsfel)) throw e
    fel.push({ falt: `${plats}: ${e.falt}`, text: e.message })
  }
}

async function* raderna(fil: string): AsyncGenerator<string> {
  const strom = fil === '-' ? process.stdin : createReadStream(fil)
  try {
    yield* createInterface({ input: strom, crlfDelay: Infinity })
  } catch (fel) {
    const finns = (fel as NodeJS.ErrnoException).code !== 'ENOENT'
    if ((fel as NodeJS.ErrnoException).code === undefined) throw fel
    throw new Kommandofel('filenKanInteLasas', finns ? `Filen ”${fil}” kan inte läsas.` : `Filen ”${fil}” finns inte.`, [
      { falt: 'fil', text: 'Kontrollera sökvägen.' },
    ])
  }
}

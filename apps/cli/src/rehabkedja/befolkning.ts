import { arDatum } from '@atergang/kalender'
import { korTidslinjer, lageFor, NASTATEXT, type Tidslinjelage, type Tidslinjeutfall } from '@atergang/regelverk'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { kravText, lasArgument, lasDatum } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import type { Svar } from '../svar.ts'
import { lasPersonrader } from './personrader.ts'

/** More answers than this are written to a file, not held as one text. */
const HOGST_I_TEXT = 200_000

/** What a run came to, when its rows went to a file. */
export interface Befolkningssvar {
  readonly fil: string
  readonly personer: number
  readonly iSjukperiod: number
  /** persons in a sick period, by ground of assessment */
  readonly bedomningsgrund: Readonly<Record<string, number>>
  readonly niva: Readonly<Record<string, number>>
  /** what comes next, by kind */
  readonly nasta: Readonly<Record<string, number>>
  /** rows in which something is not known */
  readonly medOkant: number
}

/** `rehabkedja --befolkning --fil RADER.jsonl [--datum D] [--ut FIL.jsonl]`: where each person stands, one a line. */
export async function rehabkedjaBefolkning(ord: readonly string[]): Promise<Svar> {
  const a = lasArgument(ord, {
    befolkning: { type: 'boolean' },
    fil: { type: 'string' },
    datum: { type: 'string' },
    ut: { type: 'string' },
  })
  const datum = a.varden.datum === undefined ? undefined : lasDatum(String(a.varden.datum), 'datum')
  const { tabell, id } = await lasPersonrader(kravText(a, 'fil', 'filen med en person per rad'), datum === undefined)
  const utfall = korTidslinjer(tabell, datum === undefined ? {} : { datum })
  const rad = (i: number): string => JSON.stringify({ ...(id[i] === undefined ? {} : { id: id[i] }), ...iOrd(lageFor(utfall, i)) })
  if (a.varden.ut !== undefined) {
    const svar = await tillFil(utfall, rad, String(a.varden.ut))
    return { json: () => JSON.stringify(svar), text: () => befolkningstext(svar) }
  }
  if (utfall.antal > HOGST_I_TEXT)
    throw new Kommandofel('angeUt', `${utfall.antal} rader är fler än som skrivs på skärmen.`, [
      { falt: 'ut', text: 'Ange filen som svaren ska skrivas till med --ut.' },
    ])
  const text = Array.from({ length: utfall.antal }, (_, i) => rad(i)).join('\n')
  return { json: () => text, text: () => text }
}

/** A day after the year 9999 cannot be written, and is no next day. */
const iOrd = ({ nasta, ...l }: Tidslinjelage) => ({
  ...l,
  nasta: nasta && arDatum(nasta.datum) ? { ...nasta, text: nasta.slag.map((s) => NASTATEXT[s].text) } : null,
})

async function tillFil(utfall: Tidslinjeutfall, rad: (i: number) => string, fil: string): Promise<Befolkningssvar> {
  function* rader(): Generator<string> {
    for (let i = 0; i < utfall.antal; i++) yield `${rad(i)}\n`
  }
  try {
    await pipeline(Readable.from(rader()), createWriteStream(fil, { flags: 'wx' }))
  } catch (fel) {
    const kod = (fel as NodeJS.ErrnoException).code
    if (kod === undefined) throw fel
    throw new Kommandofel('filenKanInteSkrivas', kod === 'EEXIST' ? `Filen ”${fil}” finns redan.` : `Filen ”${fil}” kan inte skrivas.`, [
      { falt: 'ut', text: kod === 'EEXIST' ? 'Välj ett annat namn, eller ta bort filen.' : 'Kontrollera sökvägen.' },
    ])
  }
  return sammanfatta(utfall, fil)
}

function sammanfatta(utfall: Tidslinjeutfall, fil: string): Befolkningssvar {
  const [bedomningsgrund, niva, nasta] = [{}, {}, {}] as Record<string, number>[]
  const en = (m: Record<string, number> | undefined, namn: string | undefined | null): void =>
    void (m && namn && (m[namn] = (m[namn] ?? 0) + 1))
  let [iSjukperiod, medOkant] = [0, 0]
  for (let i = 0; i < utfall.antal; i++) {
    const l = lageFor(utfall, i)
    if (l.sjukperiod) iSjukperiod++
    if (l.saknas.length) medOkant++
    en(bedomningsgrund, l.bedomningsgrund)
    en(niva, l.niva)
    l.nasta?.slag.forEach((s) => en(nasta, s))
  }
  return { fil, personer: utfall.antal, iSjukperiod, bedomningsgrund: bedomningsgrund!, niva: niva!, nasta: nasta!, medOkant }
}

const tal = (n: number): string => n.toLocaleString('sv-SE')
const rakna = (rubrik: string, m: Readonly<Record<string, number>>): string[] =>
  Object.keys(m).length ? [rubrik, ...Object.entries(m).map(([namn, n]) => `  ${namn}: ${tal(n)}`)] : []

const befolkningstext = (s: Befolkningssvar): string =>
  [
    `${tal(s.personer)} personer, ${tal(s.iSjukperiod)} i en sjukperiod. Svaren står i ${s.fil}.`,
    ...rakna('Bedöms som dag', s.bedomningsgrund),
    ...rakna('Nivå', s.niva),
    ...rakna(
      'Nästa dag då lagen ändrar något',
      Object.fromEntries(Object.entries(s.nasta).map(([slag, n]) => [NASTATEXT[slag as keyof typeof NASTATEXT].text, n])),
    ),
    ...(s.medOkant ? [`Något är inte känt för ${tal(s.medOkant)} personer; fältet saknas säger vad.`] : []),
  ].join('\n')

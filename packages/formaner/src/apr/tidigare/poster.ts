import { arDatum, datum, type Datum } from '@atergang/kalender'
import { celltext, lasBladet, type Lastblad, type Notera } from '../inlasning/blad.ts'
import type { Cell, Tabell } from '../inlasning/csv.ts'
import { likt } from '../inlasning/kolumner.ts'
import { LAN, LANSKODER, type Lanskod } from '../lan.ts'
import { statistiktyp, STODTYPNAMN, type AprStodtyp } from '../stodtyp.ts'

/** Kinds of grants in the sheets from before this system. Medical service goes to providers, not to employers, and is never counted with the others (C030). */
export type Tidigarestod = AprStodtyp | 'medicinskService'
export const TIDIGARESTOD: Readonly<Record<Tidigarestod, string>> = { ...STODTYPNAMN, medicinskService: 'medicinsk service' }

/**
 * What was paid of a grant in a month, in the country or in a county. Sums only: the earlier support cannot be followed for a person
 * (RiR 2021:19, section 3.1). Whole kronor; the month by its first day.
 */
export interface Tidigarepost {
  readonly stod: Tidigarestod
  readonly manad: Datum
  readonly lan: Lanskod | null
  readonly belopp: number
  /** null when the sheet does not say how many */
  readonly utbetalningar: number | null
}

export const TIDIGAREKOLUMNER = {
  stod: { rubrik: 'Stöd', alias: ['stödtyp', 'bidrag'], kravs: true },
  manad: { rubrik: 'Månad', alias: ['utbetalningsmånad', 'period'], kravs: true },
  lan: { rubrik: 'Län', alias: ['länskod'], kravs: false },
  belopp: { rubrik: 'Belopp', alias: ['belopp kr', 'utbetalt belopp', 'kronor'], kravs: true },
  utbetalningar: { rubrik: 'Utbetalningar', alias: ['antal utbetalningar', 'antal'], kravs: false },
} as const
type Kolumn = keyof typeof TIDIGAREKOLUMNER

const VAL: Readonly<Record<string, Tidigarestod>> = Object.fromEntries(
  (Object.keys(TIDIGARESTOD) as Tidigarestod[])
    .flatMap((k) => [
      [likt(k), k],
      [likt(TIDIGARESTOD[k]), k],
    ])
    .concat([
      ['apr', 'arbetsplatsinriktat'],
      ['arbetsplatsnarastod', 'arbetsplatsnara'],
    ]),
)
const LANET: Readonly<Record<string, Lanskod>> = Object.fromEntries(
  LANSKODER.flatMap((k) => [
    [likt(k), k],
    [String(Number(k)), k],
    [likt(LAN[k]), k],
    [likt(`${LAN[k]}s län`), k],
    [likt(`${LAN[k]} län`), k],
  ]),
)
const TUSENTAL = /[\s\u00a0\u202f]/g

function manaden(c: Cell): Datum | null {
  const m = /^(\d{4})-?(\d{2})(?:-?01)?$/.exec(celltext(c))
  return m && arDatum(`${m[1]}-${m[2]}-01`) ? datum(`${m[1]}-${m[2]}-01`) : null
}

/** A whole number that is not negative; undefined when it is none. */
function heltalet(c: Cell): number | undefined {
  const t = celltext(c)
    .replace(/\s*kr\.?$/i, '')
    .replace(TUSENTAL, '')
    .replace(/[.,]0+$/, '')
  return /^\d{1,12}$/.test(t) ? Number(t) : undefined
}

/** Which support a month's payments are counted to (RiR 2021:19, table 1, comment 8): the break lies between July and August 2018. */
function overBrottet(stod: Tidigarestod, manad: Datum): string | null {
  if (stod === 'medicinskService') return null
  const ratt = statistiktyp(manad)
  if (ratt === undefined) return 'Stödet infördes 2014. Rätta månaden.'
  return ratt === stod
    ? null
    : `Utbetalningar ${ratt === 'arbetsplatsnara' ? 'till och med juli 2018' : 'från och med augusti 2018'} räknas till ${STODTYPNAMN[ratt]}. Rätta stödet eller månaden.`
}

export interface Tidigareval {
  /** the day it is handed in: no month after it */
  readonly idag: Datum
  /** the month of the first decision in this system: from then on it counts itself; null when there is none */
  readonly systemetFran: Datum | null
}

function raden(c: Readonly<Record<Kolumn, Cell>>, notera: Notera<Kolumn>, v: Tidigareval): Tidigarepost | null {
  const stod = VAL[likt(celltext(c.stod))]
  if (!stod) notera('stod', `Skriv ${Object.values(TIDIGARESTOD).join(', ')}.`)
  const manad = manaden(c.manad)
  if (!manad) notera('manad', 'Skriv året och månaden, till exempel 2016-03.')
  else if (manad > v.idag) notera('manad', 'Månaden har inte varit än. Rätta den.')
  else if (v.systemetFran && stod !== 'medicinskService' && manad >= v.systemetFran)
    notera(
      'manad',
      `Från och med ${v.systemetFran.slice(0, 7)} räknas besluten i det här systemet. Ta bort raden, annars räknas pengarna två gånger.`,
    )
  else if (stod) {
    const fel = overBrottet(stod, manad)
    if (fel) notera('manad', fel)
  }
  const lanet = celltext(c.lan)
  const lan = lanet ? LANET[likt(lanet)] : null
  if (lan === undefined) notera('lan', `”${lanet}” är inget län. Skriv namnet eller länskoden, eller lämna cellen tom för hela landet.`)
  const belopp = heltalet(c.belopp)
  if (belopp === undefined) notera('belopp', 'Skriv beloppet i hela kronor, noll eller mer.')
  const utbetalningar = c.utbetalningar === null ? null : heltalet(c.utbetalningar)
  if (utbetalningar === undefined) notera('utbetalningar', 'Skriv ett helt antal, eller lämna cellen tom.')
  return stod && manad && lan !== undefined && belopp !== undefined && utbetalningar !== undefined
    ? { stod, manad, lan, belopp, utbetalningar }
    : null
}

/** Reads the agency's sheet (L003). Each fault is named in its cell; a row that stands twice, and a month told both for the country and by county, are faults too. */
export function lasTidigare(tabell: Tabell, v: Tidigareval): Lastblad<Tidigarepost> {
  const sedda = new Map<string, number>()
  const delning = new Map<string, 'land' | 'lan'>()
  return lasBladet(tabell, TIDIGAREKOLUMNER, (c, notera) => {
    const r = raden(c, notera, v)
    if (!r) return null
    const manad = `${r.stod}|${r.manad}`
    if (sedda.has(`${manad}|${r.lan}`)) notera('manad', 'Samma stöd, månad och län står på en rad till. Ta bort den ena.')
    sedda.set(`${manad}|${r.lan}`, 1)
    const slag = r.lan === null ? 'land' : 'lan'
    if ((delning.get(manad) ?? slag) !== slag)
      notera('lan', 'Månaden står både för hela landet och per län. Då räknas pengarna två gånger: ta bort det ena.')
    delning.set(manad, delning.get(manad) ?? slag)
    return r
  })
}

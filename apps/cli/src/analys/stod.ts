import type { Datakalla, Fonster, Manifest, Urval } from '@atergang/analys'
import { PERIODFORM, tolkaPeriod } from '@atergang/analys/period'
import { kravText, type Argument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'

/** The analysis room carries the columnar engine: it is loaded by the commands that use it, not by the others. */
export const rummet = () => import('@atergang/analys')

/** What the room cannot do becomes an answer of the command line, with the same fields. */
export async function medRummet<T>(gor: (r: Awaited<ReturnType<typeof rummet>>) => Promise<T>): Promise<T> {
  const r = await rummet()
  try {
    return await gor(r)
  } catch (fel) {
    if (fel instanceof r.Analysfel) throw new Kommandofel(fel.kod, fel.message, fel.falt)
    throw fel
  }
}

/** Opens `--data`, closes it afterwards. */
export const medData = <T>(a: Argument, gor: (r: Awaited<ReturnType<typeof rummet>>, k: Datakalla) => Promise<T>): Promise<T> =>
  medRummet(async (r) => {
    const k = await r.Datakalla.oppna(kravText(a, 'data', 'mappen med data'))
    try {
      return await gor(r, k)
    } finally {
      k.stang()
    }
  })

/** As `tolkaPeriod`. @throws {Kommandofel} when it is no period */
export function lasPeriod(text: string): Fonster {
  const f = tolkaPeriod(text)
  if (!f) throw new Kommandofel('ogiltigPeriod', `”${text}” är ingen period.`, [{ falt: 'period', text: PERIODFORM }])
  return f
}

export const lista = (text: string): string[] =>
  text
    .split(',')
    .map((x) => x.trim())
    .filter((x) => x !== '')

export const URVALSVAL = {
  data: { type: 'string' },
  period: { type: 'string' },
  omrade: { type: 'string' },
  utan: { type: 'string' },
  genomsnitt: { type: 'string' },
  smatal: { type: 'string' },
} as const

/** `--omrade alla` is all counties, also in a table that has few of its own; `--utan` takes counties away. */
export function lasUrval(a: Argument, alla: readonly string[]): Urval {
  const period = a.varden.period === undefined ? {} : { period: lasPeriod(String(a.varden.period)) }
  const genomsnitt = a.varden.genomsnitt
  if (genomsnitt !== undefined && genomsnitt !== 'ovagt' && genomsnitt !== 'befolkning')
    throw new Kommandofel('ogiltigtVal', `”${String(genomsnitt)}” kan inte användas för --genomsnitt.`, [
      { falt: 'genomsnitt', text: 'Välj ovagt eller befolkning.' },
    ])
  const valda = a.varden.omrade === undefined ? null : a.varden.omrade === 'alla' ? alla : lista(String(a.varden.omrade))
  const utan = a.varden.utan === undefined ? [] : lista(String(a.varden.utan))
  const okanda = utan.filter((u) => !alla.includes(u))
  if (okanda.length)
    throw new Kommandofel('okantLan', `Länet ${okanda.join(', ')} finns inte.`, [
      { falt: 'utan', text: `Skriv länets namn: ${alla.join(', ')}.` },
    ])
  const omraden = valda || utan.length ? { omraden: (valda ?? alla).filter((l) => !utan.includes(l)) } : {}
  return { ...period, ...omraden, ...(genomsnitt ? { genomsnitt } : {}) }
}

/** Small counts are shown only of invented people, and only when asked for. */
export function visaSmaTal(a: Argument, m: Manifest): boolean {
  if (a.varden.smatal === undefined) return false
  if (a.varden.smatal !== 'visa')
    throw new Kommandofel('ogiltigtVal', `”${String(a.varden.smatal)}” kan inte användas för --smatal.`, [
      { falt: 'smatal', text: 'Skriv ”visa”, eller låt bli valet.' },
    ])
  if (!m.pahittad)
    throw new Kommandofel('smaTalSkyddas', 'Små tal kan bara visas för påhittade personer.', [
      { falt: 'smatal', text: 'Ta bort valet. Antal under 5 visas som ”<5”.' },
    ])
  return true
}

/** Progress goes to standard error, a line at a time, or over the same line in a terminal. */
export function framsteg(ut: NodeJS.WriteStream = process.stderr): (text: string, klar?: boolean) => void {
  return (text, klar = false) => void ut.write(ut.isTTY ? `\r\u001b[K${text}${klar ? '\n' : ''}` : `${text}\n`)
}

import type { Format, Ratabell, Tabellsvar } from '@atergang/analys'
import { writeFileSync } from 'node:fs'
import { lasArgument, lasEttAv } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import type { Kommando, Svar } from '../svar.ts'
import { lasUrval, medData, rummet, URVALSVAL, visaSmaTal } from './stod.ts'

const BINARA: readonly Format[] = ['xlsx', 'parquet']

/** `analys tabell N` and `analys figur N`: one table or figure in a format, on standard out or in a file. */
export const tabellkommando =
  (slag: 'tabell' | 'figur'): Kommando =>
  async (ord): Promise<Svar> => {
    const a = lasArgument(ord, { ...URVALSVAL, format: { type: 'string' }, ut: { type: 'string' } }, Infinity)
    const { FIGURER, FORMAT, TABELLER } = await rummet()
    const { LANSNAMN } = await import('@atergang/syntet/land')
    const [nr, ...fler] = a.resten
    const finns: readonly string[] = slag === 'tabell' ? TABELLER : FIGURER
    if (nr === undefined || fler.length || !finns.includes(nr))
      throw new Kommandofel(`okand${slag}`, `Ange en ${slag}: ${finns.join(', ')}.`, [
        { falt: 'nummer', text: `Välj ${finns.join(', ')}.` },
      ])
    const format = a.varden.format === undefined ? null : lasEttAv(String(a.varden.format), 'format', FORMAT)
    if (a.varden.json === true && format && !['json', 'jsonstat'].includes(format) && a.varden.ut === undefined)
      throw new Kommandofel('motsagandeVal', `--json och --format ${format} går inte ihop.`, [
        { falt: 'format', text: 'Ta bort det ena valet.' },
      ])
    const ut = a.varden.ut === undefined ? null : String(a.varden.ut)
    if (format && BINARA.includes(format) && !ut)
      throw new Kommandofel('saknarVal', `${format} är inte text: ange en fil med --ut.`, [{ falt: 'ut', text: 'Ange en fil.' }])
    const urval = lasUrval(a, LANSNAMN)
    const svar = await medData(a, async (r, k): Promise<Tabellsvar> => {
      const ra: Ratabell = slag === 'tabell' ? await r.raknaTabell(k, nr as never, urval) : await r.raknaFigur(k, nr as never, urval)
      return visaSmaTal(a, k.manifest) ? ra.svar : r.skyddaTabeller([ra]).tabeller[0]!
    })
    const { skrivTabell } = await rummet()
    if (ut) {
      const valt = format ?? 'text'
      writeFileSync(ut, await skrivTabell(svar, valt))
      const sagt = { fil: ut, format: valt }
      return { json: () => JSON.stringify(sagt), text: () => `${valt} i ${ut}` }
    }
    const [json, text] = [JSON.stringify(svar), String(await skrivTabell(svar, format ?? 'text'))]
    return format ? { json: () => text, text: () => text } : { json: () => json, text: () => text }
  }

import type { Reformsvar } from '@atergang/analys'
import { writeFileSync } from 'node:fs'
import { kravText, lasArgument, lasDatum, lasEttAv, lasFil } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import type { Kommando } from '../svar.ts'
import { lasPeriod, medRummet } from './stod.ts'

/** `reform FIL --befolkning MAPP|FIL`: what a reform costs and whom it meets, before and after; `--diagram FIL.svg` draws it. */
export const reform: Kommando = async (ord) => {
  const a = lasArgument(
    ord,
    {
      befolkning: { type: 'string' },
      datum: { type: 'string' },
      period: { type: 'string' },
      motor: { type: 'string' },
      diagram: { type: 'string' },
      smatal: { type: 'string' },
    },
    1,
  )
  const [fil, ...fler] = a.resten
  if (fil === undefined || fler.length)
    throw new Kommandofel('saknarFil', 'Ange en fil med reformen: ”reform FIL --befolkning MAPP”.', [
      { falt: 'fil', text: 'Ange en fil i YAML eller JSON. docs/reformer.md visar formen.' },
    ])
  const befolkning = kravText(a, 'befolkning', 'befolkningen: en mapp med data, eller en fil med rader')
  if (a.varden.smatal !== undefined) lasEttAv(String(a.varden.smatal), 'smatal', ['visa'])
  const motor = lasEttAv(String(a.varden.motor ?? 'parallell'), 'motor', ['parallell', 'wasm', 'js'])
  const { Arbetslag } = await import('@atergang/regelverk/parallell')
  const svar = await medRummet((r) =>
    r.raknaReform({
      reform: somText(lasFil(fil, 'fil')),
      befolkning,
      visaSmaTal: a.varden.smatal !== undefined,
      ...(a.varden.datum === undefined ? {} : { datum: lasDatum(String(a.varden.datum), 'datum') }),
      ...(a.varden.period === undefined ? {} : { period: lasPeriod(String(a.varden.period)) }),
      ...(motor === 'parallell' ? { tradar: () => new Arbetslag() } : { motor }),
    }),
  )
  const diagram = a.varden.diagram === undefined ? [] : await rita(svar, String(a.varden.diagram))
  const { reformtext } = await import('@atergang/analys')
  return {
    json: () => JSON.stringify({ ...svar, diagram }),
    text: () => [reformtext(svar), ...diagram.map((d) => `Diagram i ${d}`)].join('\n'),
  }
}

function somText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Kommandofel('ejUtf8', 'Reformfilen är inte text i UTF-8.', [{ falt: 'fil', text: 'Spara filen som UTF-8.' }])
  }
}

/** A chart a part: the first in the named file, the others numbered beside it. */
async function rita(svar: Reformsvar, fil: string): Promise<string[]> {
  if (!fil.endsWith('.svg'))
    throw new Kommandofel('ogiltigtVal', `Diagrammet är en SVG-fil, inte ”${fil}”.`, [
      { falt: 'diagram', text: 'Ange en fil som slutar på .svg.' },
    ])
  const { reformdiagram } = await import('@atergang/analys')
  return svar.delar.map((d, i) => {
    const ut = i === 0 ? fil : fil.replace(/\.svg$/, `-${i + 1}.svg`)
    try {
      writeFileSync(ut, reformdiagram(svar, d))
    } catch {
      throw new Kommandofel('kanInteSkriva', `”${ut}” kan inte skrivas.`, [{ falt: 'diagram', text: 'Ange en fil i en mapp som finns.' }])
    }
    return ut
  })
}

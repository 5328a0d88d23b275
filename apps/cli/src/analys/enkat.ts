import type { Enkat } from '@atergang/analys'
import { lasArgument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import { medData, type rummet } from './stod.ts'

type Rum = Awaited<ReturnType<typeof rummet>>
type Fraga = (r: Rum, e: Enkat, ord: readonly string[]) => unknown

const av = (ord: readonly string[]): 'verksamhetsomrade' | 'sfOmrade' | 'lan' =>
  ord[0] === 'sf' ? 'sfOmrade' : ord[0] === 'lan' ? 'lan' : 'verksamhetsomrade'
function frageval(ord: readonly string[], e: Enkat): [number, string] {
  const f = e.fragor.find((x) => String(x.fraga) === ord[0] && x.item === (ord[1] ?? x.item))
  if (!f)
    throw new Kommandofel('okandFraga', `Frågan ${ord.join(' ')} finns inte.`, [
      { falt: 'fraga', text: `Välj en av: ${e.fragor.map((x) => `${x.fraga} ${x.item}`).join(', ')}.` },
    ])
  return [f.fraga, f.item]
}

const FRAGOR: Readonly<Record<string, Fraga>> = {
  fragor: (_r, e) => e.fragor,
  svarsfrekvens: (r, e, ord) => r.svarsfrekvens(e, av(ord)),
  paminnelser: (r, e) => ({
    perPaminnelse: r.svarPerPaminnelse(e),
    attPaminna: r.attPaminna(e).map((m) => ({ mottagare: m.id, omrade: m.sfOmrade, paminnelser: m.paminnelser })),
  }),
  index: (r, e, ord) => {
    const finns = [...new Set(e.fragor.flatMap((f) => f.index ?? []))]
    if (ord[0] && !finns.includes(ord[0]))
      throw new Kommandofel('okantIndex', `Indexet ”${ord[0]}” finns inte.`, [{ falt: 'index', text: `Välj ett av: ${finns.join(', ')}.` }])
    return (ord[0] ? [ord[0]] : finns).map((index) => ({ index, omraden: r.omradesindex(e, index) }))
  },
  samverkan: (r, e) => [...r.samverkansgrad(e)].map(([omrade, grad]) => ({ omrade, grad })),
  kombinationer: (r, e) => r.kombinationer(e, 3),
  svar: (r, e, ord) => {
    const [fraga, item] = frageval(ord, e)
    const f = r.fordelning(e, fraga, item)
    return { fraga, item, n: f.n, vetEj: f.vetEj, perVarde: Object.fromEntries(f.perVarde) }
  },
  fritext: (r, e, ord) => {
    const [fraga, item] = frageval(ord, e)
    return { fraga, item, ...r.kodsammanstallning(e, fraga, item) }
  },
}

/** `analys enkat VAD`: response rates, reminders, indices, degrees, answers and codes of the survey in a folder of data. */
export async function enkat(ord: readonly string[]): Promise<unknown> {
  const a = lasArgument(ord, { data: { type: 'string' } }, 3)
  const [vad, ...resten] = a.resten
  const gor = Object.hasOwn(FRAGOR, vad ?? '') ? FRAGOR[vad ?? ''] : undefined
  if (!gor)
    throw new Kommandofel(
      'okantKommando',
      `Ange vad: ${Object.keys(FRAGOR)
        .map((f) => `”analys enkat ${f}”`)
        .join(', ')}.`,
      [{ falt: 'vad', text: `Välj ${Object.keys(FRAGOR).join(', ')}.` }],
    )
  return medData(a, async (r, k) => gor(r, await r.lasEnkat(k), resten))
}

/** Any answer of the survey as indented lines. */
export function enkattext(svar: unknown, djup = 0): string {
  const indrag = '  '.repeat(djup)
  if (Array.isArray(svar))
    return svar
      .map((x) =>
        typeof x === 'object' && x !== null && Object.values(x).every((v) => typeof v !== 'object' || v === null)
          ? `${indrag}${Object.values(x)
              .map((v) => (typeof v === 'number' && !Number.isInteger(v) ? v.toFixed(2).replace('.', ',') : String(v ?? '–')))
              .join('  ')}`
          : enkattext(x, djup),
      )
      .join('\n')
  if (typeof svar === 'object' && svar !== null)
    return Object.entries(svar)
      .map(([k, v]) => (typeof v === 'object' && v !== null ? `${indrag}${k}:\n${enkattext(v, djup + 1)}` : `${indrag}${k}: ${String(v)}`))
      .join('\n')
  return `${indrag}${String(svar)}`
}

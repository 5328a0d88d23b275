/** A rule as it stands in the graph: its name broken on at most two lines. */
export interface Ruta {
  readonly x: number
  readonly y: number
  readonly rader: readonly string[]
  readonly slag: 'over' | 'mitt' | 'under'
}
export interface Regelgraf {
  readonly rutor: readonly Ruta[]
  readonly linjer: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[]
  readonly hojd: number
}

export const RUTA = { bredd: 216, hojd: 50 } as const
const MELLANRUM = 14
const SPALT = 252
const TECKEN = 27

/** ”Sjukpenning per dag vid | arbetslöshet enligt …”: whole words on each line, an ellipsis where the name is longer than the box. */
export function radbryt(text: string, bredd: number = TECKEN, mest = 2): string[] {
  const rader: string[] = []
  for (const ord of text.split(' ')) {
    const nu = rader.at(-1)
    if (nu !== undefined && nu.length + 1 + ord.length <= bredd) rader[rader.length - 1] = `${nu} ${ord}`
    else rader.push(ord)
  }
  const kvar = rader.slice(0, mest)
  if (rader.length > mest) kvar[mest - 1] = `${kvar[mest - 1]!.slice(0, bredd - 1)}…`
  return kvar.map((r) => (r.length > bredd ? `${r.slice(0, bredd - 1)}…` : r))
}

/** Left what the rule uses, in the middle itself, right what uses it: read as the value flows. */
export function regelgraf(rubrik: string, anvander: readonly string[], anvandsAv: readonly string[]): Regelgraf {
  const rader = Math.max(anvander.length, anvandsAv.length, 1)
  const hojd = rader * RUTA.hojd + (rader - 1) * MELLANRUM
  const spalt = (namn: readonly string[], x: number, slag: Ruta['slag']): Ruta[] => {
    const egen = namn.length * RUTA.hojd + (namn.length - 1) * MELLANRUM
    return namn.map((n, i) => ({ x, y: (hojd - egen) / 2 + i * (RUTA.hojd + MELLANRUM), rader: radbryt(n), slag }))
  }
  const [vanster, hoger] = [spalt(anvander, 0, 'under'), spalt(anvandsAv, 2 * SPALT, 'over')]
  const mitten = spalt([rubrik], SPALT, 'mitt')[0]!
  const mellan = (fran: Ruta, till: Ruta): Regelgraf['linjer'][number] => ({
    x1: fran.x + RUTA.bredd,
    y1: fran.y + RUTA.hojd / 2,
    x2: till.x,
    y2: till.y + RUTA.hojd / 2,
  })
  return {
    rutor: [...vanster, mitten, ...hoger],
    linjer: [...vanster.map((r) => mellan(r, mitten)), ...hoger.map((r) => mellan(mitten, r))],
    hojd,
  }
}

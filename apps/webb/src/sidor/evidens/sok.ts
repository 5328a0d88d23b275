import type { components } from '../../api/schema.gen.ts'

export type Post = components['schemas']['Evidenspost']

export interface Sokval {
  text: string
  stallning: string
  /** also what has ended or has not begun */
  medGamla: boolean
}

const galler = (p: Post): string =>
  [p.behandlingsnamn, p.diagnos ?? 'alla diagnoser', p.utforande ?? '', p.villkor, p.kalla.text].join(' ').toLowerCase()

/** Entries that have every word sought, those that hold first and then by treatment. */
export function sok(poster: readonly Post[], v: Sokval): Post[] {
  const ord = v.text.toLowerCase().split(/\s+/).filter(Boolean)
  return poster
    .filter((p) => (v.medGamla || p.galler) && (!v.stallning || p.stallning === v.stallning) && ord.every((o) => galler(p).includes(o)))
    .sort(
      (a, b) =>
        Number(b.galler) - Number(a.galler) ||
        a.behandlingsnamn.localeCompare(b.behandlingsnamn, 'sv') ||
        (a.diagnos ?? '').localeCompare(b.diagnos ?? ''),
    )
}

/** ”12 gånger, senast 3 mars; 2 mot ställningen” */
export function anvandning(p: Pick<Post, 'anvand'>, dagtext: (d: string) => string): string {
  const { antal, motStallningen, senast } = p.anvand
  if (!antal) return 'Inte använd än'
  return `${antal} ${antal === 1 ? 'gång' : 'gånger'}${senast ? `, senast ${dagtext(senast)}` : ''}${motStallningen ? `; ${motStallningen} mot ställningen` : ''}`
}

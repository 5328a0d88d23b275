import { lagrumstext, paragrafnyckel, type Lagrum } from '@atergang/regelverk'

export { kort, medManadsnamn, periodtext } from '@atergang/kalender'

/** With a capital first letter; an empty text stays empty. */
export const stor = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

/** ”1 250 kr” with a hard space. */
export const kr = (n: number): string =>
  `${String(Math.abs(n)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')}\u00a0kr`.replace(/^/, n < 0 ? '−' : '')

export const lagrumText = (l: readonly Lagrum[]): string => l.map(lagrumstext).join(', ')

/** The page where the words of the paragraph stand, and what rests on it: ”/regelverk/lag/27:48”. */
export const paragrafsida = (nyckel: string | Lagrum): string =>
  `/regelverk/lag/${encodeURIComponent(typeof nyckel === 'string' ? nyckel : paragrafnyckel(nyckel)).replace('%3A', ':')}`

/** ”10:42” of a moment, in Swedish time. */
export const klockslag = (tid: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }).format(new Date(tid))

/** A heading as a sentence: a question keeps its mark, anything else gets a full stop. */
export const mening = (t: string): string => (/[.?!…]$/.test(t) ? t : `${t}.`)

const ROLLER: Readonly<Record<string, string>> = {
  handlaggare: 'handläggare',
  specialist: 'försäkringsspecialist',
  fmr: 'försäkringsmedicinsk rådgivare',
  enhetschef: 'enhetschef',
  samverkansansvarig: 'samverkansansvarig',
  analytiker: 'analytiker',
  forsakrad: 'försäkrad',
  arbetsgivare: 'arbetsgivare',
  anordnare: 'anordnare',
  vard: 'vården',
  system: 'Återgång',
  tid: 'tiden',
}
export const rollnamn = (roll: string): string => ROLLER[roll] ?? roll

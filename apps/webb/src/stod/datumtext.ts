import { dagarMellan, kort, medManadsnamn, type Datum } from '@atergang/kalender'

/** Further off than this, days are hard to picture. */
const MANGA_DAGAR = 730

/** ”i dag”, ”i morgon”, ”om 5 dagar”, ”om 22 år”, ”i går”, ”för 3 dagar sedan”. */
export function omDagar(idag: Datum, dag: Datum): string {
  const n = dagarMellan(idag, dag)
  if (n === 0) return 'i dag'
  if (n === 1) return 'i morgon'
  if (n === -1) return 'i går'
  if (n > MANGA_DAGAR) return `om ${Math.floor(n / 365.25)} år`
  return n > 0 ? `om ${n} dagar` : `för ${-n} dagar sedan`
}

/** ”12 mars”, with the year when it is another than today's. */
export const kortDatum = (dag: Datum, idag: Datum): string => (dag.slice(0, 4) === idag.slice(0, 4) ? kort(dag) : medManadsnamn(dag))

/** ”12 mars (om 5 dagar)” */
export const datumMedAvstand = (dag: Datum, idag: Datum): string => `${kortDatum(dag, idag)} (${omDagar(idag, dag)})`

/** The Swedish calendar day of a moment. */
export const dagAv = (tid: string): Datum =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(tid)) as Datum

/** ”hel (100 %)”; 0 is ”ingen”. */
export function gradtext(grad: number): string {
  const ord = ({ 1: 'hel', 0.75: 'tre fjärdedels', 0.5: 'halv', 0.25: 'en fjärdedels' } as Record<number, string>)[grad]
  return ord ? `${ord} (${grad * 100}\u00a0%)` : 'ingen'
}

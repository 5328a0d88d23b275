import type { Arendevy, Tidslinjeband, Tidslinjevy } from '@atergang/formaner'
import { forena, periodtext, utom, type Period } from '@atergang/kalender'

const perioder = (t: Tidslinjevy, namn: string): readonly Period[] => t.band.find((b) => b.namn === namn)?.perioder ?? []

/** Days paid for by decisions that still count, interim ones included. */
function betalda(vy: Arendevy): Tidslinjeband {
  const dagar = forena(vy.beslut.filter((b) => b.galler).flatMap((b) => b.utbetalning.filter((r) => r.kronorPerDag > 0)))
  return {
    namn: 'Betalt',
    perioder: dagar.map((p) => ({ from: p.from, tom: p.tom, slag: 'betalt', text: `Betalda dagar ${periodtext(p)}` })),
  }
}

/** Days asked for without a certificate, and days between sick periods. */
function luckor(t: Tidslinjevy): Tidslinjeband {
  const intyg = perioder(t, 'Läkarintyg')
  const sjuk = forena([...intyg, ...perioder(t, 'Sjuklön'), ...perioder(t, 'Ansökt')])
  const [forsta, sista] = [sjuk[0], sjuk.at(-1)]
  const fria = forsta && sista ? utom([{ from: forsta.from, tom: sista.tom }], sjuk) : []
  const utanIntyg = utom(perioder(t, 'Ansökt'), intyg)
  return {
    namn: 'Luckor',
    perioder: [
      ...utanIntyg.map((p) => ({ ...p, slag: 'utanIntyg', text: `Ansökt utan läkarintyg ${periodtext(p)}` })),
      ...fria.map((p) => ({ ...p, slag: 'fri', text: `Ingen sjukperiod ${periodtext(p)}` })),
    ].sort((a, b) => a.from.localeCompare(b.from)),
  }
}

/** The line of the case with what was paid and, in sjukpenning, where days are missing: only there is a day without a certificate a gap. */
export const helaLinjen = (vy: Arendevy): Tidslinjevy | null =>
  vy.tidslinje
    ? { ...vy.tidslinje, band: [...vy.tidslinje.band, betalda(vy), ...(vy.forman === 'sjukpenning' ? [luckor(vy.tidslinje)] : [])] }
    : null

const ORD: Readonly<Record<string, string>> = {
  sjuklon: 'Sjuklön',
  interimistiskt: 'Interimistiskt',
  avslag: 'Avslag',
  betalt: 'Betalt',
  utanIntyg: 'Utan intyg',
  fri: 'Fria dagar',
}

/** A word for the box of a period: its share, else its kind; empty when the box is too narrow. */
export function ordet(d: { readonly slag: string; readonly grad?: number | undefined }, bredd: number): string {
  const ord = d.grad === undefined ? (ORD[d.slag] ?? '') : `${d.grad * 100}\u00a0%`
  return bredd >= ord.length * 8 + 8 ? ord : ''
}

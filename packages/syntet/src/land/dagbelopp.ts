import { dagnummer, datumFranDagnummer, type Datum } from '@atergang/kalender'
import { epoker, forklara, heltal, kalenderdagAvInkomst, prisbasbelopp, SFB_I_KRAFT, type Tal } from '@atergang/regelverk'
import { ARBETSLOS, EGENFORETAGARE, type Invanare } from './person.ts'

const REGEL = kalenderdagAvInkomst.sjukpenningPerDag
const EPOKER = epoker(REGEL).map((e) => (e.from === null ? Number.NEGATIVE_INFINITY : dagnummer(e.from)))
/** The first and last day whose law the sources give. */
const FORSTA = dagnummer(SFB_I_KRAFT as Datum)
const SISTA = dagnummer(prisbasbelopp.varden.at(-1)!.tom!)

export type Dagbelopp = (p: Pick<Invanare, 'inkomst' | 'sysselsattning'>, fjardedelar: number, dag: number) => number

/**
 * Whole kronor a day at its degree (28 kap. 7, 10 and 11 §§ SFB), by the rules, always on the normal level. Assumptions of this country, where the
 * sources do not give the law: a day before the code is paid as on its first day and a day after the last known prisbasbelopp as on its last, and
 * before 2022 the unemployed have no ceiling of their own. The same few incomes come again and again: each is worked out once.
 */
export function dagbelopp(): Dagbelopp {
  const kanda = new Map<number, number>()
  return (p, fjardedelar, dag) => {
    const d = Math.min(SISTA, Math.max(FORSTA, dag))
    const nyckel = ((p.inkomst * EPOKER.length + EPOKER.findLastIndex((e) => e <= d)) * 8 + fjardedelar) * 8 + p.sysselsattning
    const kant = kanda.get(nyckel)
    if (kant !== undefined) return kant
    const belopp = rakna(p, fjardedelar, datumFranDagnummer(d))
    kanda.set(nyckel, belopp)
    return belopp
  }
}

function rakna(p: Parameters<Dagbelopp>[0], fjardedelar: number, dag: Datum): number {
  const egen = p.sysselsattning === EGENFORETAGARE
  const fakta = {
    inkomstAnstallning: egen ? 0 : p.inkomst,
    inkomstAnnat: egen ? p.inkomst : 0,
    fortsattningsniva: false,
    omfattning: { t: fjardedelar, n: 4 },
  }
  const svar =
    forklara(REGEL, { ...fakta, arbetslos: p.sysselsattning === ARBETSLOS }, dag).varde ??
    forklara(REGEL, { ...fakta, arbetslos: false }, dag).varde
  return heltal(svar as Tal)
}

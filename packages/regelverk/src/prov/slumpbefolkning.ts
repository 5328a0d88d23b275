import { dagnummer, datumFranDagnummer, type Datum } from '@atergang/kalender'
import { Tidslinjebyggare, type Tidslinjetabell } from '../befolkning/tabell.ts'
import type { Periodslag } from '../befolkning/slag.ts'
import type { Sysselsattning } from '../tidslinjer/bedomningsgrund.ts'
import { slumptal } from './slumpfall.ts'

/** Out of ten. */
const SYSSELSATTA: readonly (Sysselsattning | undefined)[] = [
  'anstalld',
  'anstalld',
  'anstalld',
  'anstalld',
  'anstalld',
  'behovsanstalld',
  'egenforetagare',
  'arbetslos',
  'foraldraledig',
  undefined,
]
/** Out of ten: how long a spell is at most. */
const LANGSTA = [7, 10, 14, 21, 30, 60, 90, 180, 365, 700]

/**
 * Invented persons with none to eight periods in the three years before a day and a little after it, four on average: an employee's spell begins with sick pay when it fits,
 * one in fifty has a serious illness. Births 1950–2005.
 */
export function slumpbefolkning(antal: number, dag: Datum, fro = 1): Tidslinjetabell {
  const slump = slumptal(fro)
  const under = (n: number): number => Math.floor(slump() * n)
  const idag = dagnummer(dag)
  const b = new Tidslinjebyggare()
  const lagg = (from: number, tom: number, slag: Periodslag, grad: number): void =>
    void b.period({ from: datumFranDagnummer(from), tom: datumFranDagnummer(tom), slag, grad })
  for (let i = 0; i < antal; i++) {
    const sysselsattning = SYSSELSATTA[under(10)]
    b.person({
      fodd: datumFranDagnummer(-7305 + under(20_454)),
      ...(sysselsattning ? { sysselsattning } : {}),
      ...(sysselsattning === 'egenforetagare' && under(4) === 0 ? { karenstid: 14 } : {}),
    })
    let kvar = under(9)
    let d = idag - 1095 + under(700)
    for (; kvar > 0; kvar--) {
      const tom = d + under(LANGSTA[under(10)]!)
      const grad = (1 + under(4)) / 4
      if (under(50) === 0) lagg(d, tom + 200, 'allvarligSjukdom', 1)
      else if (kvar > 1 && sysselsattning === 'anstalld' && tom > d + 14) {
        lagg(d, d + 13, 'sjuklon', grad)
        lagg(d + 14, tom, 'sjukpenning', grad)
        kvar--
      } else lagg(d, tom, under(20) === 0 ? 'rehabiliteringspenning' : 'sjukpenning', grad)
      d = tom + 1 + under(150)
    }
  }
  return b.klar()
}

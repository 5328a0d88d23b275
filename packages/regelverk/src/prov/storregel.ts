import type { Regel, Uttryck } from '../definition.ts'
import { enligt, regel } from '../regel.ts'
import { avrundat, indata, konstant, kvot, mindre, minsta, minusU, om, plusU, produkt, storsta } from '../uttryck.ts'
import { slumptal } from './slumpfall.ts'

export const STORA_UPPGIFTER = 30
/** Every fact and every rule lies from 0 to this. */
export const STORSTA_TAL = 1_000_000

/**
 * A large body of rules made by machine: each rests on two or three of those before it, or on
 * facts, and none is idle: the answer rests on all. For measuring, and for checking that a body
 * cut into several loops answers as one.
 */
export function storregel(antal: number, fro = 1): Regel<'tal'> {
  const slump = slumptal(fro)
  const regler: Regel<'tal'>[] = []
  const anvanda = new Set<number>()
  const hogst = konstant(STORSTA_TAL, 'tal')
  const ett = (): Uttryck<'tal'> => {
    const v = slump()
    if (regler.length === 0 || v < 0.25) {
      const nr = Math.floor(slump() * STORA_UPPGIFTER)
      return indata(`x${nr}`, 'tal', `Uppgift ${nr}`)
    }
    // Mostly the nearest rules before, as laws refer.
    const nr = v < 0.8 ? Math.max(0, regler.length - 1 - Math.floor(slump() * 12)) : Math.floor(slump() * regler.length)
    anvanda.add(nr)
    return enligt(regler[nr]!)
  }
  const sort = (): Uttryck<'tal'> => {
    const [a, b] = [ett(), ett()]
    switch (Math.floor(slump() * 6)) {
      case 0:
        return minsta(plusU(a, b), hogst)
      case 1:
        return storsta(minusU(a, b), konstant(0, 'tal'))
      case 2:
        return avrundat(kvot('tal', produkt('tal', a, konstant(1 + Math.floor(slump() * 99), 'tal')), konstant(100, 'tal')), 'narmaste')
      case 3:
        return om(mindre(a, b), minsta(plusU(a, ett()), hogst), b)
      case 4:
        return avrundat(kvot('tal', plusU(a, b), konstant(2, 'tal')), 'ned')
      default:
        return om(mindre(b, konstant(Math.floor(slump() * STORSTA_TAL), 'tal')), minsta(a, b), storsta(a, minusU(hogst, b)))
    }
  }
  for (let i = 0; i < antal - 1; i++)
    regler.push(regel({ namn: `regel${i}`, rubrik: `Regel ${i}`, enhet: 'tal', lagrum: ['28:10'], uttryck: sort() }))
  const lediga = regler.filter((_, i) => !anvanda.has(i))
  const alla = lediga
    .map((r): Uttryck<'tal'> => enligt(r))
    .reduce((a, b) => avrundat(kvot('tal', plusU(a, b), konstant(2, 'tal')), 'narmaste'))
  return regel({ namn: `regel${antal - 1}`, rubrik: 'Svaret', enhet: 'tal', lagrum: ['28:10'], uttryck: alla })
}

import type { Regel, Uttryck } from '../definition.ts'
import { enligt, regel } from '../regel.ts'
import type { Lydelse } from '../lydelse.ts'
import { avrundat, gangerU, indata, kvot, produkt } from '../uttryck.ts'
import { omfattning } from './kalenderdag.ts'

export const arsarbetstid = indata('arsarbetstid', 'timmar', 'Årsarbetstid', { minst: 0 })
const timmar = indata('timmar', 'timmar', 'Ordinarie arbetstid under dagarna', { minst: 0 })
const antalDagar = indata('antalDagar', 'dagar', 'Antal dagar med sjukpenning på samma nivå', { minst: 1 })

/** 25 kap. 29 §: whole hours, half an hour up. */
export const arsarbetstidHela = regel({
  namn: 'arsarbetstidHela',
  rubrik: 'Årsarbetstid i hela timmar',
  enhet: 'timmar',
  lagrum: ['25:29'],
  uttryck: avrundat(arsarbetstid, 'narmaste'),
})

export interface Arbetstid {
  /** 28 kap. 13 § 1: kr an hour, whole kronor */
  readonly timkvot: Regel<'kr/timme'>
  /** 28 kap. 13–16 §§: kr a day at its degree, whole kronor */
  readonly perDag: Regel<'kr/dag'>
}

interface Arbetstidsval {
  readonly underlag: Regel<'kr/år'>
  readonly tillagg?: string
  readonly forman?: string
  readonly genom?: readonly string[]
  readonly omfattning?: Uttryck<'tal'>
  readonly lydelse?: Lydelse
}

/**
 * The benefit by working time (28 kap. 12–16 §§): the quotient, the hours and the day are rounded each by itself. One day is
 * the case of one day of 13 §; hours on different levels are given one level at a time (15 §).
 */
export function arbetstidsberaknad(v: Arbetstidsval): Arbetstid {
  const [tillagg, genom, lydelse] = [v.tillagg ?? '', v.genom ?? [], v.lydelse ?? {}]
  const timkvot = regel({
    namn: `timkvot${tillagg}`,
    rubrik: `${v.forman ?? 'Sjukpenning'} per timme`,
    enhet: 'kr/timme',
    lagrum: ['28:13 p 1', '28:14 p 1', ...genom],
    ...lydelse,
    uttryck: avrundat(kvot('kr/timme', enligt(v.underlag), enligt(arsarbetstidHela)), 'narmaste'),
  })
  const perDag = regel({
    namn: `arbetstidsberaknadPerDag${tillagg}`,
    rubrik: `Arbetstidsberäknad ${(v.forman ?? 'Sjukpenning').toLowerCase()} per dag`,
    enhet: 'kr/dag',
    lagrum: ['28:12', '28:13', '28:14', '28:15', '28:16', ...genom],
    ...lydelse,
    uttryck: avrundat(
      gangerU(kvot('kr/dag', produkt('kr', enligt(timkvot), avrundat(timmar, 'narmaste')), antalDagar), v.omfattning ?? omfattning),
      'narmaste',
    ),
  })
  return { timkvot, perDag }
}

import { datum, type Datum } from '@atergang/kalender'
import {
  av,
  avrundat,
  eller,
  fjardedelarAv,
  indata,
  inte,
  konstant,
  kvot,
  lika,
  mindre,
  minst,
  minsta,
  minusU,
  och,
  om,
  parameter,
  plusU,
  procentAv,
  produkt,
  regel,
  storsta,
  enligt,
  type Regel,
  type Uttryck,
} from '../index.ts'

/** Facts that random rules ask for: numbers in whole, quarters and minutes, with and without bounds; yes/no. */
export const SLUMPTAL = [
  { namn: 'x0', skala: 1, granser: {} },
  { namn: 'x1', skala: 4, granser: { minst: 0, hogst: 3 } },
  { namn: 'x2', skala: 60, granser: { minst: 0 } },
  { namn: 'x3', skala: 1, granser: { hogst: 1000 } },
] as const
export const SLUMPSANNINGAR = ['b0', 'b1', 'b2'] as const

/** Days before, between, on and after the dates that random parameters and wordings have. */
export const SLUMPDAGAR: readonly Datum[] = ['2010-06-01', '2015-12-31', '2016-01-01', '2019-07-01', '2024-02-29', '2031-01-01'].map(datum)

type T = Uttryck<'tal'>
type S = Uttryck<'ja/nej'>

/**
 * Rules made of choices: each number says what comes next, and when they are used up what remains
 * are leaves. So a failing list shrinks to a small rule. The last rule rests on the others.
 */
export function slumpregel(val: readonly number[]): Regel {
  let plats = 0
  const valj = (antal: number): number => (val[plats++] ?? 0) % antal
  const litet = (): number => valj(41) - 20
  const regler: Regel<'tal'>[] = []
  const sanningsregler: Regel<'ja/nej'>[] = []

  const sarskilt = (): T => {
    const { namn, granser } = SLUMPTAL[valj(SLUMPTAL.length)]!
    return indata(namn, 'tal', namn, granser)
  }
  const parametern = (): T => {
    const nr = plats
    const varden = [
      { from: '2011-01-01', tom: '2015-12-31', varde: `${valj(900)},${valj(10)}` },
      { from: '2016-01-01', tom: '2019-06-30', varde: valj(60) },
      ...(valj(2) ? [{ from: '2020-01-01', varde: -valj(5) }] : [{ from: '2019-07-01', varde: `0,${1 + valj(98)}` }]),
    ]
    return av(
      parameter({
        namn: `p${nr}`,
        rubrik: `p${nr}`,
        enhet: 'tal',
        lagrum: ['28:7'],
        varden: varden.map((v) => ({ ...v, kalla: 'slump' })),
      }),
      'tal',
    )
  }
  const lov = (): T => {
    const v = valj(5)
    if (v === 3 && regler.length) return enligt(regler[valj(regler.length)]!)
    return v === 0 ? sarskilt() : v === 1 ? konstant(litet(), 'tal') : v === 2 ? konstant(`${valj(9)},${valj(100)}`, 'tal') : parametern()
  }
  const talet = (djup: number): T => {
    if (djup === 0) return lov()
    const t = (): T => talet(djup - 1)
    switch (valj(14)) {
      case 1:
        return plusU(t(), t())
      case 2:
        return minusU(t(), t())
      case 3:
        return produkt('tal', t(), t())
      case 4:
        return kvot('tal', t(), t())
      case 5:
        return minsta(t(), t())
      case 6:
        return storsta(t(), t())
      case 7:
        return avrundat(t(), 'narmaste', [1, 10, 100][valj(3)]!)
      case 8:
        return avrundat(t(), 'ned', [1, 25][valj(2)]!)
      case 9:
      case 10:
        return om(sanning(djup - 1), t(), t())
      case 11:
        return procentAv(t(), konstant(valj(120), 'procent'))
      case 12:
        return fjardedelarAv(t(), konstant(valj(5), 'fjärdedelar'))
      default:
        return lov()
    }
  }
  const sanning = (djup: number): S => {
    const v = valj(djup === 0 ? 2 : 9)
    if (v === 1 && sanningsregler.length) return enligt(sanningsregler[valj(sanningsregler.length)]!)
    switch (v) {
      case 2:
        return mindre(talet(djup - 1), talet(djup - 1))
      case 3:
        return minst(talet(djup - 1), talet(djup - 1))
      case 4:
        return lika(talet(djup - 1), talet(djup - 1))
      case 5:
        return och(sanning(djup - 1), sanning(djup - 1))
      case 6:
        return eller(sanning(djup - 1), sanning(djup - 1))
      case 7:
        return inte(sanning(djup - 1))
      case 8:
        return valj(2) ? lika(sanning(djup - 1), sanning(djup - 1)) : om(sanning(djup - 1), sanning(djup - 1), sanning(djup - 1))
      default:
        return indata(SLUMPSANNINGAR[valj(SLUMPSANNINGAR.length)]!, 'ja/nej', 'ja eller nej')
    }
  }
  const nr = (): number => regler.length + sanningsregler.length
  const antal = 1 + valj(4)
  for (let i = 0; i < antal; i++) {
    const senare = valj(4) === 2 ? { from: '2016-01-01' } : {}
    if (i < antal - 1 && valj(3) === 1)
      sanningsregler.push(
        regel({ namn: `s${nr()}`, rubrik: `s${nr()}`, enhet: 'ja/nej', lagrum: ['28:7'], ...senare, uttryck: sanning(3) }),
      )
    else if (valj(5) === 4)
      regler.push(
        regel({
          namn: `r${nr()}`,
          rubrik: `r${nr()}`,
          enhet: 'tal',
          lagrum: ['28:7'],
          lydelser: [
            { from: '2011-01-01', tom: '2018-12-31', kalla: 'slump', uttryck: talet(3) },
            { from: '2020-01-01', kalla: 'slump', uttryck: talet(3) },
          ],
        }),
      )
    else regler.push(regel({ namn: `r${nr()}`, rubrik: `r${nr()}`, enhet: 'tal', lagrum: ['28:7'], ...senare, uttryck: talet(4) }))
  }
  if (valj(6) === 5) return regel({ namn: 'sist', rubrik: 'sist', enhet: 'ja/nej', lagrum: ['28:7'], uttryck: sanning(3) })
  return regler.at(-1)!
}

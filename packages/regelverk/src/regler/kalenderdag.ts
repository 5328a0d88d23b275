import type { Regel, Uttryck } from '../definition.ts'
import type { Lydelse } from '../lydelse.ts'
import { arbetslosTak, fortsattningsniva, normalniva, omrakningstal } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, gangerU, indata, konstant, kvot, minsta, minusU, om, plusU, procentAv } from '../uttryck.ts'

export const paFortsattningsniva = indata('fortsattningsniva', 'ja/nej', 'Fortsättningsnivå')
export const omfattning = indata('omfattning', 'tal', 'Förmånsnivå, andel av hel förmån', { minst: '0,25', hogst: 1 })
export const faststalldSgi = indata('sgi', 'kr/år', 'Fastställd SGI', { minst: 0 })
const arbetslos = indata('arbetslos', 'ja/nej', 'Arbetslös')
const andelArbetslos = indata('andelArbetslos', 'tal', 'Andel arbetslös', { minst: 0, hogst: 1 })

export interface Kalenderdag {
  /** 28 kap. 7 §: what the benefit is reckoned from, kr a year */
  readonly berakningsunderlag: Regel<'kr/år'>
  /** 28 kap. 10 § first paragraph: a whole day, not yet rounded */
  readonly helDag: Regel<'kr/dag'>
  /** 28 kap. 11 §: at most 543 kr a whole day for the unemployed */
  readonly helDagEfterTak: Regel<'kr/dag'>
  /** 28 kap. 10 § second paragraph: the day at its degree, whole kronor, 50 öre up; rounded once (ADR 0004) */
  readonly sjukpenningPerDag: Regel<'kr/dag'>
}

export interface Kalenderdagsval {
  readonly sgi: Uttryck<'kr/år'>
  /** ends the names of the rules; empty for sjukpenning from a decided SGI */
  readonly tillagg?: string
  readonly forman?: string
  readonly namnPerDag?: string
  /** the share of 28 kap. 7 §; by level when left out */
  readonly andel?: Uttryck<'procent'>
  /** how 28 kap. 11 § meets the case: the whole day, a part of it (ADR 0019), or not at all */
  readonly tak?: 'helt' | 'delvis' | 'inget'
  /** paragraphs that make 28 kap. apply to the benefit */
  readonly genom?: readonly string[]
  readonly omfattning?: Uttryck<'tal'>
  readonly lydelse?: Lydelse
}

/** The benefit by calendar days, as 28 kap. 7, 10 and 11 §§ have it: the only place where it is reckoned. */
export function kalenderdagsberaknad(v: Kalenderdagsval): Kalenderdag {
  const tillagg = v.tillagg ?? ''
  const forman = v.forman ?? 'Sjukpenning'
  const genom = v.genom ?? []
  const lydelse = v.lydelse ?? {}
  const berakningsunderlag = regel({
    namn: `berakningsunderlag${tillagg}`,
    rubrik: 'Beräkningsunderlag',
    enhet: 'kr/år',
    lagrum: ['28:7', '27:19', ...genom],
    ...lydelse,
    uttryck: procentAv(
      gangerU(v.sgi, av(omrakningstal, 'tal')),
      v.andel ?? om(paFortsattningsniva, av(fortsattningsniva, 'procent'), av(normalniva, 'procent')),
    ),
  })
  const helDag = regel({
    namn: `helDag${tillagg}`,
    rubrik: `Hel ${forman.toLowerCase()} per dag, före avrundning`,
    enhet: 'kr/dag',
    lagrum: ['28:10 st 1', ...genom],
    ...lydelse,
    uttryck: kvot('kr/dag', enligt(berakningsunderlag), konstant(365, 'dagar')),
  })
  const helDagEfterTak =
    v.tak === 'inget'
      ? helDag
      : regel({
          namn: `helDagEfterTak${tillagg}`,
          rubrik: `Hel ${forman.toLowerCase()} per dag vid arbetslöshet`,
          enhet: 'kr/dag',
          lagrum: ['28:11', ...genom],
          ...lydelse,
          uttryck:
            v.tak === 'delvis'
              ? efterTakDelvis(enligt(helDag))
              : om(arbetslos, minsta(enligt(helDag), av(arbetslosTak, 'kr/dag')), enligt(helDag)),
        })
  const sjukpenningPerDag = regel({
    namn: v.namnPerDag ?? `sjukpenningPerDag${tillagg}`,
    rubrik: `${forman} per dag`,
    enhet: 'kr/dag',
    lagrum: ['28:10 st 2', ...(genom.length ? genom : ['27:4', '27:45'])],
    ...lydelse,
    uttryck: avrundat(gangerU(enligt(helDagEfterTak), v.omfattning ?? omfattning), 'narmaste'),
  })
  return { berakningsunderlag, helDag, helDagEfterTak, sjukpenningPerDag }
}

/** ”Till den del den försäkrade är arbetslös”: that share of the day has the ceiling, the rest has not. */
const efterTakDelvis = (helDag: Uttryck<'kr/dag'>): Uttryck<'kr/dag'> =>
  plusU(gangerU(helDag, minusU(konstant(1, 'tal'), andelArbetslos)), gangerU(minsta(helDag, av(arbetslosTak, 'kr/dag')), andelArbetslos))

import { plusDagar, senast, tidigast, type Datum, type Period } from '@atergang/kalender'
import type { Slump } from './slump.ts'

export type Grad = 1 | 0.75 | 0.5 | 0.25

/** What a certificate lacks, when it lacks something. */
export type Intygsbrist = 'deltidUtanSvar' | 'diagnostextSaknas' | 'prognosSaknas' | 'aktivitetSaknas' | 'bakatUtanSkal'

export interface Gradperiod extends Period {
  readonly grad: Grad
}

export interface Intygsplan {
  readonly skrivet: Datum
  readonly version: '1.3' | '2.0'
  readonly perioder: readonly Gradperiod[]
  /** months until return, when the doctor dares to say */
  readonly prognosManader: number | null
  readonly brist?: Intygsbrist
}

export interface Kedjeval extends Period {
  /** nothing is written on this day or later */
  readonly fore: Datum
  readonly startgrad: Grad
}

/** Days of the first certificate, the second, and so on: doctors look further ahead the longer it lasts. */
const LANGDER: readonly (readonly [number, number])[] = [
  [21, 30],
  [25, 45],
  [30, 60],
  [45, 80],
]
/** A doctor may look a week back without saying why. */
const DAGAR_BAKAT = 7
const NEDTRAPPNING = 0.35
const BRISTANDEL = 0.12
const NASTA: Readonly<Record<Grad, Grad>> = { 1: 0.5, 0.75: 0.5, 0.5: 0.25, 0.25: 0.25 }

/** Certificates one after another from the first sick day to the last, stepping down in degree for some. */
export function intygskedja(s: Slump, v: Kedjeval): Intygsplan[] {
  const ut: Intygsplan[] = []
  let from = v.from
  let grad = v.startgrad
  while (from <= v.tom) {
    const forsta = ut.length === 0
    const [minst, hogst] = LANGDER[Math.min(ut.length, LANGDER.length - 1)]!
    const brist = s.chans(BRISTANDEL) ? s.val(BRISTER) : undefined
    const tom = tidigast(plusDagar(from, s.heltal(minst, hogst) - 1), v.tom)
    const skrivet = forsta ? forstaSkrivet(s, v, brist) : plusDagar(from, s.heltal(-5, 2))
    if (skrivet >= v.fore) break
    const perioder = trappa(s, { from, tom }, grad, forsta)
    grad = perioder.at(-1)!.grad
    ut.push({
      skrivet,
      version: s.chans(0.8) ? '2.0' : '1.3',
      perioder,
      prognosManader: s.chans(0.7) ? s.heltal(1, 4) : null,
      ...passande(brist, perioder, forsta),
    })
    from = plusDagar(tom, 1)
  }
  return ut
}

const BRISTER: readonly Intygsbrist[] = [
  'deltidUtanSvar',
  'deltidUtanSvar',
  'diagnostextSaknas',
  'prognosSaknas',
  'aktivitetSaknas',
  'bakatUtanSkal',
]

/** The first visit to the doctor: within the week, or at once when the spell is newer than that. */
function forstaSkrivet(s: Slump, v: Kedjeval, brist: Intygsbrist | undefined): Datum {
  if (brist === 'bakatUtanSkal') return plusDagar(v.from, s.heltal(DAGAR_BAKAT + 2, DAGAR_BAKAT + 5))
  return tidigast(plusDagar(v.from, s.heltal(2, DAGAR_BAKAT)), senast(v.from, plusDagar(v.fore, -1)))
}

/** A fault must be one that this certificate can have. */
function passande(brist: Intygsbrist | undefined, perioder: readonly Gradperiod[], forsta: boolean): Pick<Intygsplan, 'brist'> {
  if (!brist || (brist === 'bakatUtanSkal' && !forsta)) return {}
  if (brist === 'deltidUtanSvar' && perioder.every((p) => p.grad === 1)) return {}
  return { brist }
}

const KORTAST_DELAT = 20

/** One degree throughout, or the first half at the old degree and the rest at a lower. */
function trappa(s: Slump, p: Period, grad: Grad, forsta: boolean): Gradperiod[] {
  const mitten = plusDagar(p.from, KORTAST_DELAT - 1)
  if (forsta || grad === 0.25 || mitten >= p.tom || !s.chans(NEDTRAPPNING)) return [{ ...p, grad }]
  const lagre = grad === 1 && s.chans(0.3) ? 0.75 : NASTA[grad]
  return [
    { from: p.from, tom: mitten, grad },
    { from: plusDagar(mitten, 1), tom: p.tom, grad: lagre },
  ]
}

import type { Enhet, Parameter, Uttryck } from './definition.ts'
import { tal, type Avrundning } from './tal.ts'

type U<E extends Enhet> = Uttryck<E>

/** What a fact can be at all: ”minst 0”, ”högst 1”. Not a test of given facts: it bounds the answer while the fact is not known. */
interface Granser {
  readonly minst?: number | string
  readonly hogst?: number | string
}

export const indata = <E extends Enhet>(namn: string, enhet: E, rubrik: string, granser: Granser = {}): Uttryck<E> =>
  ({
    sort: 'indata',
    namn,
    enhet,
    rubrik,
    ...(granser.minst === undefined ? {} : { minst: tal(granser.minst) }),
    ...(granser.hogst === undefined ? {} : { hogst: tal(granser.hogst) }),
  }) as Uttryck<E>
export const konstant = <E extends Enhet>(varde: number | string, enhet: E): Uttryck<E> =>
  ({ sort: 'tal', varde: tal(varde), enhet }) as Uttryck<E>
/** The dated value as part of an expression. */
export const av = <E extends Enhet>(p: Parameter, enhet: E): Uttryck<E> => {
  if (p.enhet !== enhet) throw new Error(`Parametern ${p.namn} räknas i ${p.enhet}, inte i ${enhet}.`)
  return p as Uttryck<E>
}

const tva = <E extends Enhet>(
  sort: 'plus' | 'minus' | 'ganger' | 'delat' | 'minsta' | 'storsta' | 'mindre' | 'minst' | 'lika' | 'och' | 'eller',
  a: Uttryck,
  b: Uttryck,
  enhet: E,
): Uttryck<E> => ({ sort, a, b, enhet }) as Uttryck<E>

export const plusU = <E extends Enhet>(a: U<E>, b: U<NoInfer<E>>): U<E> => tva('plus', a, b, a.enhet)
export const minusU = <E extends Enhet>(a: U<E>, b: U<NoInfer<E>>): U<E> => tva('minus', a, b, a.enhet)
/** A value times a bare number; the unit stays. */
export const gangerU = <E extends Enhet>(a: U<E>, b: U<'tal'>): U<E> => tva('ganger', a, b, a.enhet)
/** A product that changes the unit, which the writer names. */
export const produkt = <E extends Enhet>(enhet: E, a: Uttryck, b: Uttryck): U<E> => tva('ganger', a, b, enhet)
/** A quotient that changes the unit: yearly kronor / 365 days = kronor per day. */
export const kvot = <E extends Enhet>(enhet: E, a: Uttryck, b: Uttryck): U<E> => tva('delat', a, b, enhet)
/** 80 per cent of an amount; the per cent stand as the law writes them (80, not 0,80). */
export const procentAv = <E extends Enhet>(a: U<E>, procent: U<'procent'>): U<E> =>
  ({ sort: 'andel', a, b: procent, av: 100, enhet: a.enhet }) as U<E>
/** Three quarters of a whole benefit (27 kap. 45 § SFB). */
export const fjardedelarAv = <E extends Enhet>(a: U<E>, fjardedelar: U<'fjärdedelar'>): U<E> =>
  ({ sort: 'andel', a, b: fjardedelar, av: 4, enhet: a.enhet }) as U<E>
/** A number of prisbasbelopp in kronor. */
export const iKronor = (antal: U<'prisbasbelopp'>, prisbasbelopp: U<'kr/år'>): U<'kr/år'> => tva('ganger', prisbasbelopp, antal, 'kr/år')
/** Kronor as öre: whole öre stay whole kronor and hundredths. */
export const iOre = (kronor: U<'kr'>): U<'öre'> => tva('ganger', kronor, konstant(100, 'tal'), 'öre')
export const minsta = <E extends Enhet>(a: U<E>, b: U<NoInfer<E>>): U<E> => tva('minsta', a, b, a.enhet)
export const storsta = <E extends Enhet>(a: U<E>, b: U<NoInfer<E>>): U<E> => tva('storsta', a, b, a.enhet)
export const mindre = <E extends Enhet>(a: U<E>, b: U<NoInfer<E>>): U<'ja/nej'> => tva('mindre', a, b, 'ja/nej')
export const minst = <E extends Enhet>(a: U<E>, b: U<NoInfer<E>>): U<'ja/nej'> => tva('minst', a, b, 'ja/nej')
export const lika = <E extends Enhet>(a: U<E>, b: U<NoInfer<E>>): U<'ja/nej'> => tva('lika', a, b, 'ja/nej')
export const och = (a: U<'ja/nej'>, b: U<'ja/nej'>): U<'ja/nej'> => tva('och', a, b, 'ja/nej')
export const eller = (a: U<'ja/nej'>, b: U<'ja/nej'>): U<'ja/nej'> => tva('eller', a, b, 'ja/nej')
export const inte = (a: U<'ja/nej'>): U<'ja/nej'> => ({ sort: 'inte', a, enhet: 'ja/nej' })
export const om = <E extends Enhet>(villkor: U<'ja/nej'>, da: U<E>, annars: U<NoInfer<E>>): U<E> =>
  ({ sort: 'om', villkor, da, annars, enhet: da.enhet }) as U<E>
/** The only place where a value is rounded; the rule around it names the paragraph that says so. */
export const avrundat = <E extends Enhet>(a: U<E>, hur: Avrundning, jamnt = 1): U<E> =>
  ({ sort: 'avrunda', a, hur, jamnt, enhet: a.enhet }) as U<E>

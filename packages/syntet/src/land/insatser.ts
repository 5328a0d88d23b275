import { EFFEKTER, type Lottning } from './effekter.ts'
import { LANSNAMN, SF_NAMN } from './geografi.ts'
import { dag, kod, Rader, sant, text, type Registerbit } from './kolumner.ts'

/** On what level an effort is introduced: a county, an area, or employers with at least so many employees. */
export const INSATSNIVAER = ['lan', 'sf_omrade', 'arbetsgivare_minst'] as const
const niva = (n: (typeof INSATSNIVAER)[number]): number => INSATSNIVAER.indexOf(n)

/** When and where each effort was introduced: what an evaluator is told. */
export function insatsregister(l: Lottning): Registerbit {
  const r = new Rader('insats', { insats: text, niva: kod(INSATSNIVAER), enhet: text, fran: dag, lottad: sant })
  for (const i of [...l.informerade].sort((a, b) => a - b))
    r.lagg({ insats: 'informationsinsats', niva: niva('lan'), enhet: LANSNAMN[i]!, fran: EFFEKTER.informationsinsats.fran, lottad: 1 })
  SF_NAMN.forEach((n, i) => r.lagg({ insats: 'brev', niva: niva('sf_omrade'), enhet: n, fran: l.brevFran[i]!, lottad: 1 }))
  r.lagg({
    insats: 'reform',
    niva: niva('arbetsgivare_minst'),
    enhet: String(EFFEKTER.reform.minstAnstallda),
    fran: EFFEKTER.reform.fran,
    lottad: 0,
  })
  return r.tom()
}

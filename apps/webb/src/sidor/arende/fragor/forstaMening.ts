import { avslagstext, ERSATTNINGSSKAL, PLANSKAL, type Avslagsskal, type Ersattningsskal } from '@atergang/formaner'
import type { Bedomningssvar, Forslagsunderlag } from '../formular.ts'
import type { Forebyggandeforslag } from './forebyggande/underlag.ts'

/** What the ability was tried against, from the widest comparison the law asks for to the narrowest. */
const PROVAT = [
  ['normaltForekommande', 'Vi har prövat den mot arbeten som är normalt förekommande på arbetsmarknaden.'],
  ['annatHosArbetsgivaren', 'Vi har prövat den mot ditt vanliga arbete och mot andra arbeten hos din arbetsgivare.'],
  ['vanligtArbete', 'Vi har prövat den mot ditt vanliga arbete.'],
] as const

/** The decisive condition as the rules name it, and for a grant what the ability was compared with: a start to go on from. */
export function forstaMening(u: Pick<Forslagsunderlag, 'tillNackdel' | 'forslag' | 'bedomningar'> & Forebyggandeforslag): string {
  if (u.plan) return planensMening(u.plan)
  if (u.dagar) return dagarnasMening(u.tillNackdel, u.dagar)
  const skal = [...new Set(u.forslag.rader.flatMap((r) => (r.avslagsskal ? avslagstext(r.avslagsskal as Avslagsskal, r.grad) : [])))]
  if (u.tillNackdel && skal.length) return skal.join(' ')
  const formagor = u.bedomningar.map((b) => (b.svar as Partial<Bedomningssvar>).formaga ?? {})
  const provat = PROVAT.find(([prov]) => formagor.some((f) => prov in f))
  return ['Din arbetsförmåga är nedsatt på grund av sjukdom under hela den tid du har ansökt för.', ...(provat ? [provat[1]] : [])].join(
    ' ',
  )
}

const meningar = (namn: readonly string[]): string => [...new Set(namn)].map((n) => `${n}.`).join(' ')

const planensMening = (plan: NonNullable<Forebyggandeforslag['plan']>): string =>
  plan.every((r) => r.godkanns === 'ja')
    ? 'Behandlingen är ordinerad av läkare, har stöd för ditt problem och ska förebygga att din arbetsförmåga sätts ned.'
    : meningar(plan.flatMap((r) => r.skal.map((s) => PLANSKAL[s].namn)))

const dagarnasMening = (tillNackdel: boolean, dagar: NonNullable<Forebyggandeforslag['dagar']>): string =>
  tillNackdel && dagar.some((d) => d.skal)
    ? meningar(dagar.flatMap((d) => (d.skal ? [ERSATTNINGSSKAL[d.skal as Ersattningsskal]?.namn ?? d.skal] : [])))
    : 'Behandlingen ingår i planen som vi har godkänt och tar minst en fjärdedel av din arbetsdag.'

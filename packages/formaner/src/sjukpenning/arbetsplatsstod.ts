import { sistaFakt, type Slage } from './fakta.ts'
import { harArbetsgivare, planlage } from './steg/arbetsgivaren.ts'
import type { Underlag } from './underlag.ts'

/**
 * Why support at the workplace may help in this case, while it is still going on (C039): told of as a reminder and never a question that holds anything up.
 * Null without an employer, when health clearly rules out return, and when nothing speaks of the workplace. The signals are ours: the sources only say that
 * the support is used more where officers are encouraged to inform.
 */
export function arbetsplatsstodSkal(l: Slage, u: Underlag): string | null {
  if (!harArbetsgivare(u) || sistaFakt(l, 'planBehovsInte')) return null
  const rehab = l.svar.findLast((s) => s.kod === 'rehabilitering')?.svar as { behov?: string; vag?: string } | undefined
  if (rehab?.behov === 'ja' && rehab.vag === 'arbetsgivare')
    return 'Personen behöver rehabilitering på arbetsplatsen. Arbetsgivaren kan få bidrag till expertstöd.'
  if (sistaFakt(l, 'plan')?.varde.atgarder.trim())
    return 'Arbetsgivarens plan har åtgärder på arbetsplatsen. Arbetsgivaren kan få bidrag till expertstöd för dem.'
  return planlage(l, u).status === 'ingenSkyldighet'
    ? null
    : 'Sjukskrivningen väntas bli så lång att arbetsgivaren ska ha en plan för återgång. Arbetsgivaren kan få bidrag till expertstöd för att göra den och följa upp den.'
}

import type { Planbeslutsrad } from '@atergang/formaner'
import { periodtext } from '@atergang/kalender'

/** What the decision says of one treatment: ”Godkänns i en del: 12 av 26 tillfällen, 3 mars–21 april 2026”. */
export function planrest(r: Pick<Planbeslutsrad, 'godkanns' | 'godkanda' | 'planerade' | 'godkantFrom' | 'godkantTom'>): string {
  if (r.godkanns === 'nej') return 'Godkänns inte'
  const tid = r.godkantFrom && r.godkantTom ? `, ${periodtext({ from: r.godkantFrom, tom: r.godkantTom })}` : ''
  return r.godkanns === 'ja' ? `Godkänns: ${r.godkanda} tillfällen` : `Godkänns i en del: ${r.godkanda} av ${r.planerade} tillfällen${tid}`
}

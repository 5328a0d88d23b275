import { arOppen, type Brevinnehall, type Lage } from '@atergang/arende'
import type { Slage } from '../fakta.ts'
import { begaransbrev } from './ovriga.ts'

/**
 * The letter of the newest reminder to an employer or to the person, with the new last day; null when nobody
 * is to be reminded: answered, withdrawn, care (which gets a message) or already sent.
 */
export function paminnelsebrev(lage: Lage, begaranId: string): Brevinnehall | null {
  const b = lage.begaran.find((x) => x.id === begaranId)
  const dag = b?.paminnelser.at(-1)
  if (!b || !dag || !arOppen(b) || (b.till !== 'arbetsgivare' && b.till !== 'forsakrad')) return null
  const sanda = lage.utskick.filter((u) => u.begaranId === b.id).length
  return sanda < b.paminnelser.length ? begaransbrev(lage as Slage, b, dag) : null
}

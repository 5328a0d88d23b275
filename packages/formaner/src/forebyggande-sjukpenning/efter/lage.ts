import { arOppen, type Begaran } from '@atergang/arende'
import { plusDagar, senast, type Datum } from '@atergang/kalender'
import { antagetMottagande, omprovningSenast, uppfoljningUtanDag, vardetDen } from '@atergang/regelverk'
import { overklagandetArKlart } from '../../gemensamt/skrivelser.ts'
import { fakt, type Flage } from '../fakta.ts'
import { forebyggandepost } from '../post.ts'
import { postbrister, type Brist } from '../statistik/post.ts'
import { ersattningarAttProva, ersattningarna } from '../ersattning/ersattningslage.ts'
import { planAttProva, planerna, sistaPlaneradeDag, utanAnsokanSenast, utlatandena } from '../plan/planlage.ts'

/** What is asked of the person when the treatment is over. */
export const uppfoljningsbegaran = (l: Flage): Begaran | undefined => l.begaran.findLast((b) => b.typ === 'uppfoljning')

/** When and how care follows the treatment up, as the doctor wrote it; null when the statement names none. */
export function varduppfoljning(l: Flage): { nar: Datum; hur: string } | null {
  for (const p of [...planerna(l)].reverse()) {
    const u = utlatandena(l, p).at(-1)?.varde.uppfoljning
    if (u) return u
  }
  return null
}

/** The day the person is asked how it went: the day care follows up, never before the last planned day; without one, a month after it. Null when nothing is approved. */
export function uppfoljsDen(l: Flage): Datum | null {
  const sist = sistaPlaneradeDag(l)
  if (!sist) return null
  const nar = varduppfoljning(l)?.nar
  return nar ? senast(nar, plusDagar(sist, 1)) : plusDagar(sist, vardetDen(uppfoljningUtanDag, sist))
}

export const harNot = (l: Flage): boolean => fakt(l, 'uppfoljningsnot').length > 0

export type Fas =
  'utanAnsokan' | 'planProvas' | 'planEjGodkand' | 'planAvvisad' | 'pagar' | 'ersattningProvas' | 'uppfoljning' | 'fardig' | 'avslutad'

export const FASNAMN: Record<Fas, string> = {
  utanAnsokan: 'Väntar på ansökan',
  planProvas: 'Planen prövas',
  planEjGodkand: 'Planen inte godkänd',
  planAvvisad: 'Ansökan avvisad',
  pagar: 'Planen godkänd, behandlingen pågår',
  ersattningProvas: 'Ersättning prövas',
  uppfoljning: 'Uppföljning',
  fardig: 'Färdig',
  avslutad: 'Avslutat',
}

/** Where the case is; worked out, never stored (section 4 of the specification). */
export function fasen(l: Flage, idag: Datum): Fas {
  if (l.avslutat) return 'avslutad'
  const planer = planerna(l)
  if (planer.length === 0) return 'utanAnsokan'
  if (planAttProva(l)) return 'planProvas'
  if (ersattningarAttProva(l).length) return 'ersattningProvas'
  const sist = sistaPlaneradeDag(l)
  if (!sist) return planer.every((p) => p.avvisad) ? 'planAvvisad' : 'planEjGodkand'
  if (idag <= sist) return 'pagar'
  return harNot(l) && brister(l).length === 0 ? 'fardig' : 'uppfoljning'
}

/** What the record lacks before the case can be closed. */
export function brister(l: Flage): Brist[] {
  const p = forebyggandepost(l)
  return p ? postbrister(p).filter((b) => !uppfoljningGodtagen(l) || !b.falt.endsWith('.uppfoljning')) : []
}

/** The officer has noted that care names no follow-up though it was asked. */
const uppfoljningGodtagen = (l: Flage): boolean =>
  l.svar.some((s) => s.kod === 'avslut' && (s.svar as { uppfoljningSaknas?: string }).uppfoljningSaknas)

/** Nothing that anybody has to do or wait for is left of requests, omprövning and appeals. */
export const ingetOppet = (l: Flage): boolean =>
  !l.begaran.some((b) => arOppen(b) && b.typ !== 'uppfoljning') &&
  l.omprovningar.every((o) => l.beslut.some((b) => b.typ === 'omprovning' && b.orsak === o.id)) &&
  l.overklaganden.every((o) => overklagandetArKlart(l, o)) &&
  l.overlamningar.every((o) => o.svar)

const efterBeslut = (l: Flage): Datum | null => {
  const sist = l.beslut.at(-1)?.dag
  return sist ? omprovningSenast(plusDagar(sist, vardetDen(antagetMottagande, sist))) : null
}

/** The day the case closes by itself, or null while something is left. */
export function avslutasDen(l: Flage): Datum | null {
  if (l.avslutat || planerna(l).length === 0 || planAttProva(l) || ersattningarAttProva(l).length || !ingetOppet(l)) return null
  const sist = sistaPlaneradeDag(l)
  const dag = efterBeslut(l)
  if (!dag) return null
  if (!sist) return dag
  if (!harNot(l) || brister(l).length || ersattningarna(l).length === 0) return null
  return senast(dag, plusDagar(sist, 1))
}

/** No claim has come, and a year has gone since the last planned day: the officer is asked. */
export const utanAnsokan = (l: Flage, idag: Datum): boolean => {
  const senastDag = utanAnsokanSenast(l)
  return senastDag !== null && idag > senastDag && ersattningarna(l).length === 0 && !planAttProva(l)
}

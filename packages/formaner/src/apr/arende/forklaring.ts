import { flera, type Forklaring } from '@atergang/regelverk'
import { forklaraRad, type Raknadansokan, type Raknadrad } from '../berakning/index.ts'
import type { AprInnehall, Beloppsrad } from './rakning.ts'
import { APRSKAL } from './skal.ts'

/** Why a row of a decision got its amount: by the rules with their sources, or the reason it was refused. Made again from what the decision keeps. */
export function forklaraBeloppsrad(i: Pick<AprInnehall, 'ansokanId' | 'kostnadsar' | 'inkom'>, r: Beloppsrad): Forklaring {
  if (r.skal && r.skal !== 'forSent' && r.skal !== 'felAr' && r.skal !== 'anordnareEjGodkand') {
    const s = APRSKAL[r.skal]
    return {
      namn: r.skal,
      rubrik: s.text.replace(/\.$/, ''),
      lagrum: flera(...s.lagrum),
      utfall: 'ejUppfyllt',
      resultat: '0 kr',
      text: `Källa: ${s.kalla}.`,
    }
  }
  const insats = {
    anstalld: r.anstalld,
    kostnad: (r.kostnad ?? 0) / 100,
    datum: r.insatsdag ?? i.inkom,
    anordnareGodkand: r.skal !== 'anordnareEjGodkand',
  }
  const rad: Raknadrad = {
    anstalld: r.anstalld,
    belopp: r.belopp,
    begransadAv: r.begransadAv,
    skal: r.skal,
    insats,
    halva: r.halva,
    anstalldHarFatt: r.anstalldHarFatt,
    arbetsgivarenHarFatt: r.arbetsgivarenHarFatt,
  }
  const ansokan: Raknadansokan = {
    ansokan: { id: i.ansokanId, orgnr: '', inkom: i.inkom, kostnadsar: i.kostnadsar, rader: [insats] },
    id: i.ansokanId,
    beslut: r.belopp ? 'beviljas' : 'avslag',
    belopp: r.belopp,
    skal: r.skal,
    rader: [rad],
  }
  return forklaraRad(ansokan, rad)
}

import type { Datum } from '@atergang/kalender'
import { flera, type Forklaring } from '@atergang/regelverk'
import { forklaraRad, type Raknadansokan, type Raknadrad } from '../berakning/index.ts'
import type { AprInnehall, Beloppsrad } from './rakning.ts'
import { APRSKAL } from './skal.ts'

/** A paper application whose day of arrival nobody has settled: no amount is reckoned for it, and none is explained. */
const ANKOMSTEN_OKAND: Forklaring = {
  namn: 'inkomst',
  rubrik: 'Dag då ansökan kom in',
  lagrum: flera('FL 22'),
  utfall: 'oklart',
  resultat: 'inte räknat',
  text: 'Det är inte känt vilken dag ansökan kom in. Beloppet räknas när handläggaren har bestämt dagen.',
}

/** Why a row of a decision got its amount: by the rules with their sources, or the reason it was refused. Made again from what the decision keeps. */
export function forklaraBeloppsrad(
  { inkom, ...i }: Pick<AprInnehall, 'ansokanId' | 'kostnadsar'> & { readonly inkom: Datum | null },
  r: Beloppsrad,
): Forklaring {
  if (inkom === null) return ANKOMSTEN_OKAND
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
    datum: r.insatsdag ?? inkom,
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
    ansokan: { id: i.ansokanId, orgnr: '', inkom, kostnadsar: i.kostnadsar, rader: [insats] },
    id: i.ansokanId,
    beslut: r.belopp ? 'beviljas' : 'avslag',
    belopp: r.belopp,
    skal: r.skal,
    rader: [rad],
  }
  return forklaraRad(ansokan, rad)
}

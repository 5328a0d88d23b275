import { LISJP, LISJP_VERSIONER } from '../kodverk.ts'
import type { Intyg } from '../modell.ts'
import { Intygsproblem } from '../problem.ts'
import { alla, NS, type Stalle } from '../xml/sok.ts'
import { lasXml } from '../xml/trad.ts'
import { lasHuvud } from './huvud.ts'
import { OLASTA_SVAR, tolkaLisjp } from './lisjp.ts'
import { lasSvar } from './svar.ts'

/**
 * Reads a certificate in RegisterCertificate XML (responder namespace 3, any prefixes). LISJP 1.0–1.3 and 2.0 are read in
 * full; other known types get their head and raw answers with `modell: null`. The answers are not judged here: see `granska`.
 *
 * @param bytes the file as it came, UTF-8, at most 10 MB
 * @throws {Intygsproblem} with `kod`:
 *   `forStor`, `felTeckenkodning`, `ejValbildad`, `doctype`, `orimligStruktur` (the file);
 *   `ejIntyg`, `okandTyp`, `okandVersion` (not a certificate we know);
 *   `saknarFalt`, `dubbeltFalt`, `ogiltigtPersonId` (its head)
 * Source: RIV-TA clinicalprocess:healthcond:certificate, RegisterCertificate 3.1 and core components 3.3.
 */
export function lasIntyg(bytes: Uint8Array): Intyg {
  const element = lasXml(bytes)
  if (element.namn !== 'RegisterCertificate' || element.ns !== NS.registerCertificate) {
    throw new Intygsproblem(
      'ejIntyg',
      `Filen är inget läkarintyg: rotelementet är ”${element.namn.slice(0, 60)}” men ska vara RegisterCertificate i namnrymden ${NS.registerCertificate}. Kontrollera att rätt fil har valts.`,
      element.plats,
    )
  }
  const rot: Stalle = { element, stig: 'RegisterCertificate' }
  const [forsta, andra] = alla(element, NS.registerCertificate, 'intyg')
  if (!forsta)
    throw new Intygsproblem('saknarFalt', 'Fältet intyg saknas i RegisterCertificate. Be avsändaren skicka filen på nytt.', {
      falt: 'intyg',
      ...element.plats,
    })
  if (andra)
    throw new Intygsproblem('dubbeltFalt', 'Filen har mer än ett intyg. Lämna in ett intyg per fil.', { falt: 'intyg', ...andra.plats })
  const huvud = lasHuvud(rot, { element: forsta, stig: 'intyg' })
  const svar = lasSvar(forsta)
  const modell = huvud.typ === LISJP ? (LISJP_VERSIONER.get(huvud.version) ?? null) : null
  return { ...huvud, modell, ...(modell ? tolkaLisjp(svar) : OLASTA_SVAR), svar }
}

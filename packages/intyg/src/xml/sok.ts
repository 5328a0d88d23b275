import { Intygsproblem } from '../problem.ts'
import type { Element } from './trad.ts'

/** Namespaces of the national certificate contracts (RIV-TA clinicalprocess:healthcond:certificate). */
export const NS = {
  registerCertificate: 'urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3',
  tillVarden: 'urn:riv:clinicalprocess:healthcond:certificate:SendMessageToCareResponder:2',
  franVarden: 'urn:riv:clinicalprocess:healthcond:certificate:SendMessageToRecipientResponder:2',
  intyg: 'urn:riv:clinicalprocess:healthcond:certificate:3',
  typer: 'urn:riv:clinicalprocess:healthcond:certificate:types:3',
} as const

/** A place in the file with the path to say it by. */
export interface Stalle {
  readonly element: Element
  readonly stig: string
}

export const alla = (el: Element, ns: string, namn: string): readonly Element[] => el.barn.filter((b) => b.namn === namn && b.ns === ns)

/** The child that may stand once. @throws {Intygsproblem} `dubbeltFalt` — which of two the sender meant cannot be known. */
export function hogstEtt(i: Stalle, ns: string, namn: string): Stalle | undefined {
  const [forsta, andra] = alla(i.element, ns, namn)
  const stig = `${i.stig}/${namn}`
  if (andra)
    throw new Intygsproblem('dubbeltFalt', `Fältet ${stig} får bara finnas en gång. Be avsändaren skicka filen på nytt.`, {
      falt: stig,
      ...andra.plats,
    })
  return forsta && { element: forsta, stig }
}

function saknas(i: Stalle, stig: string): Intygsproblem {
  return new Intygsproblem('saknarFalt', `Fältet ${stig} saknas eller är tomt. Be avsändaren skicka filen på nytt med fältet ifyllt.`, {
    falt: stig,
    ...i.element.plats,
  })
}

/** @throws {Intygsproblem} `saknarFalt`, `dubbeltFalt` */
export function krav(i: Stalle, ns: string, namn: string): Stalle {
  const s = hogstEtt(i, ns, namn)
  if (!s) throw saknas(i, `${i.stig}/${namn}`)
  return s
}

/** Trimmed text of a child; undefined when missing or blank. */
export function textI(i: Stalle, ns: string, namn: string): string | undefined {
  const t = hogstEtt(i, ns, namn)?.element.text.trim()
  return t === '' ? undefined : t
}

/** @throws {Intygsproblem} `saknarFalt`, `dubbeltFalt` */
export function kravText(i: Stalle, ns: string, namn: string): string {
  const t = textI(i, ns, namn)
  if (t === undefined) throw saknas(i, `${i.stig}/${namn}`)
  return t
}

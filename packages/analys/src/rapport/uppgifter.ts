import { arDatum, datum, type Datum } from '@atergang/kalender'
import type { Person } from '@atergang/brev'
import { Analysfel } from '../fel.ts'
import { REKOMMENDATIONER } from './rekommendationer.ts'
import { UPPDRAG } from './uppdrag.ts'

/** Something done or planned, with the days it stands: a report for a day tells what had begun by then. */
export interface Atgard {
  readonly text: string
  readonly fran: Datum
  /** null: goes on */
  readonly tom: Datum | null
  readonly uppdrag: readonly string[]
  readonly rekommendationer: readonly string[]
}
/** What only the authority can say of its report: nothing here is made up when it is missing. */
export interface Rapportuppgifter {
  readonly myndighet: string
  readonly dnr: string | null
  readonly mottagare: string | null
  readonly undertecknare: Person | null
  readonly foredragande: Person | null
  readonly atgarder: readonly Atgard[]
}
export const INGA_UPPGIFTER: Rapportuppgifter = {
  myndighet: 'Försäkringskassan',
  dnr: null,
  mottagare: null,
  undertecknare: null,
  foredragande: null,
  atgarder: [],
}
export const UPPGIFTSEXEMPEL =
  '{"dnr": "…", "mottagare": "…", "undertecknare": {"namn": "…", "titel": "generaldirektör"}, "foredragande": {"namn": "…", "titel": "…"}, "atgarder": [{"text": "…", "fran": "2021-03-01", "tom": null, "uppdrag": ["identifiera_2021"], "rekommendationer": ["F1"]}]}'

type Objekt = Readonly<Record<string, unknown>>
const objekt = (v: unknown): v is Objekt => typeof v === 'object' && v !== null && !Array.isArray(v)
const fel = (falt: string, text: string): never => {
  throw new Analysfel('felUppgifter', `Rapportens uppgifter kan inte läsas: ${falt}.`, [{ falt, text }])
}
const frittext = (v: unknown, falt: string): string => (typeof v === 'string' && v.trim() !== '' ? v.trim() : fel(falt, 'Skriv en text.'))
const kanske = (v: unknown, falt: string): string | null => (v === undefined || v === null ? null : frittext(v, falt))
function person(v: unknown, falt: string): Person | null {
  if (v === undefined || v === null) return null
  if (!objekt(v)) return fel(falt, 'Skriv {"namn": "…", "titel": "…"}.')
  return { namn: frittext(v.namn, `${falt}.namn`), titel: frittext(v.titel, `${falt}.titel`) }
}
const dag = (v: unknown, falt: string): Datum =>
  typeof v === 'string' && arDatum(v) ? datum(v) : fel(falt, 'Skriv datumet som år-månad-dag.')
function lista(v: unknown, falt: string, finns: readonly string[]): readonly string[] {
  if (v === undefined || v === null) return []
  if (!Array.isArray(v)) return fel(falt, 'Skriv en lista.')
  return v.map((x, i) => (typeof x === 'string' && finns.includes(x) ? x : fel(`${falt}[${i}]`, `Välj ${finns.join(', ')}.`)))
}

const FALT = ['myndighet', 'dnr', 'mottagare', 'undertecknare', 'foredragande', 'atgarder']
/** @throws {Analysfel} naming the field and what it should be */
export function lasUppgifter(v: unknown): Rapportuppgifter {
  if (!objekt(v)) return fel('uppgifter', `Skriv ett objekt: ${UPPGIFTSEXEMPEL}`)
  const okand = Object.keys(v).find((k) => !FALT.includes(k))
  if (okand) return fel(okand, `Fältet finns inte. Välj ${FALT.join(', ')}.`)
  const atgarder = v.atgarder ?? []
  if (!Array.isArray(atgarder)) return fel('atgarder', 'Skriv en lista.')
  const [undertecknare, foredragande] = [person(v.undertecknare, 'undertecknare'), person(v.foredragande, 'foredragande')]
  if (foredragande && !undertecknare) return fel('undertecknare', 'Ange vem som beslutar, när föredragande är angiven.')
  return {
    myndighet: kanske(v.myndighet, 'myndighet') ?? INGA_UPPGIFTER.myndighet,
    dnr: kanske(v.dnr, 'dnr'),
    mottagare: kanske(v.mottagare, 'mottagare'),
    undertecknare,
    foredragande,
    atgarder: atgarder.map((a: unknown, i): Atgard => {
      if (!objekt(a)) return fel(`atgarder[${i}]`, 'Skriv {"text": "…", "fran": "år-månad-dag"}.')
      const [fran, tom] = [
        dag(a.fran, `atgarder[${i}].fran`),
        a.tom === undefined || a.tom === null ? null : dag(a.tom, `atgarder[${i}].tom`),
      ]
      if (tom && tom < fran) return fel(`atgarder[${i}].tom`, 'Dagen ligger före den första.')
      return {
        text: frittext(a.text, `atgarder[${i}].text`),
        fran,
        tom,
        uppdrag: lista(
          a.uppdrag,
          `atgarder[${i}].uppdrag`,
          UPPDRAG.map((u) => u.id),
        ),
        rekommendationer: lista(
          a.rekommendationer,
          `atgarder[${i}].rekommendationer`,
          REKOMMENDATIONER.map((r) => r.id),
        ),
      }
    }),
  }
}

export { laget, type Lage } from './rekommendationer.ts'

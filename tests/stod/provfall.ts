import { lagetEfter, personen, type Handelse } from '@atergang/arende'
import type { Provperson } from '@atergang/formaner/prov'
import type { Datum } from '@atergang/kalender'
import { bulkladda, sha256, type Databas } from '@atergang/lager'
import { randomUUID } from 'node:crypto'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export interface Provfall {
  readonly arendeId: string
  readonly personId: string
  readonly personnummer: string
}

/**
 * Puts a person of the test language in the database with journal, projections and documents, as if the case had
 * been handled there: for tests of what comes after. Ids become real ones; each document holds a text of its own.
 */
export async function laddaProvfall(
  db: Databas,
  p: Provperson,
  o: { dag: Datum; personnummer: string; enhet?: string },
): Promise<Provfall> {
  const [arendeId, personId] = [randomUUID(), randomUUID()]
  const { id: gammalt, journal } = p.arende
  let text = JSON.stringify(journal)
  const byt = (fran: string, till: string): void => void (text = text.replaceAll(fran, till))
  for (const h of journal)
    if (h.data.typ === 'handlingTillford' && !UUID.test(h.data.handling.id)) byt(`"${h.data.handling.id}"`, `"${randomUUID()}"`)
  // Ids made in the case begin as the case's own.
  byt(gammalt.slice(0, 24), arendeId.slice(0, 24))
  byt(personen(p.arende.lage).id, personId)
  byt(personen(p.arende.lage).personnummer, o.personnummer)
  byt(`"nummer":"${p.arende.lage.arende.nummer}"`, `"nummer":"SP-${arendeId.slice(0, 8)}"`)
  if (o.enhet) byt('"enhet":"Gävle"', `"enhet":"${o.enhet}"`)
  const dokument: { id: string; medietyp: string; innehall: Uint8Array }[] = []
  const handelser = (JSON.parse(text) as Handelse[]).map((h): Handelse => {
    if (h.data.typ !== 'handlingTillford') return h
    const { handling } = h.data
    const innehall = new TextEncoder().encode(`${handling.rubrik} ${handling.id}`)
    dokument.push({ id: handling.id, medietyp: handling.medietyp, innehall })
    return { ...h, data: { ...h.data, handling: { ...handling, sha256: sha256(innehall), storlek: innehall.byteLength } } }
  })
  await bulkladda(db, [{ lage: lagetEfter(arendeId, handelser), journal: handelser, dokument, dag: o.dag }])
  return { arendeId, personId, personnummer: o.personnummer }
}

import { personen, type Aktor } from '@atergang/arende'
import { EVA, person, Provarende, SYSTEM, type Provperson } from '@atergang/formaner/prov'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import type { Bulkladdat, Databas } from '@atergang/lager'
import { Arendemall, MALLNAMN } from '../../apps/server/src/demo/mall.ts'
import { laddaStort } from '../../apps/server/src/demo/storskalig.ts'

export const DAG = datum('2026-03-20')
const MED = { tillOchMed: 'beslut' }

/** One who fell ill on the day, under a name and an id that are exchanged in the copies. */
function sjuk(nr: number, fran: Datum): Provperson {
  const p = person('Mall').sjukFran(fran)
  const forebild = personen(p.arende.lage)
  const prefix = `${String(nr).padStart(8, '0')}-be9c-4000-8000-`
  const fodd = datum(`${1960 + nr * 3}-0${(nr % 9) + 1}-01`)
  p.arende = new Provarende({
    id: `${prefix}000000000000`,
    person: { ...forebild, ...MALLNAMN, id: `${prefix}00000000face`, fodd, personnummer: `${fodd.replaceAll('-', '')}-9804` },
    enhet: 'Gävle',
    nummer: 'SP0000-000000',
    dag: fran,
    aktor: SYSTEM,
  })
  return p
}

/** Half of them stand before their first decision, half before one for a later period. Different years of birth, so that there are people enough. */
function infor(nr: number): Arendemall {
  const perioder = nr % 2 === 0 ? 1 : 3
  const fran = plusDagar(DAG, -18 - 28 * (perioder - 1))
  const p = sjuk(nr, fran)
  for (let i = 0; i < perioder; i++) {
    const from = plusDagar(fran, i * 28)
    const till = plusDagar(from, 27)
    p.medIntyg({ fran: from, till })
      .ansoker({ fran: from, till, inkom: plusDagar(from, 15) })
      .handlagg(plusDagar(from, 18), i === perioder - 1 ? MED : {})
  }
  const mall = Arendemall.av({ lage: p.arende.lage, journal: p.arende.journal, dokument: [], dag: DAG }, true)
  if (!mall) throw new Error('Ärendet går inte att kopiera.')
  return mall
}

const MALLAR = 12

/** The invented population, with so many cases more than usual where only the decision is left. The page of the day is prepared for each, as when somebody has opened it. */
export async function laddaBestand(db: Databas, antal: number, attBesluta: number, framsteg: (n: number) => void): Promise<Bulkladdat> {
  const mallar = Array.from({ length: MALLAR }, (_, nr) => infor(nr))
  const laddat = await laddaStort(db, antal, { dag: DAG, medVy: true, dessutom: { mallar, antal: attBesluta }, framsteg })
  await db.agare.query('analyze')
  return laddat
}

/** The officers of the load: each with a session of their own in the unit of the cases. */
export const handlaggare = (nr: number): Aktor => ({ ...EVA, id: `bench-${nr}`, namn: `Handläggare ${nr}` })

import { Domanfel } from '@atergang/arende'
import { sql } from 'kysely'
import type { Arendelager } from './arendelager.ts'
import type { Nu } from './kommandobegaran.ts'
import { aktorAv } from './uppdrag.ts'
import type { Databas } from './databas.ts'
import { somPerson } from './sammanhang.ts'

/** How often another may get there first before we give up: each round someone else got a case. */
const FORSOK = 50

/**
 * Gives the person the most urgent free case of their unit and role, or null when there is none.
 * The choice skips what others are just taking; the assignment itself is a command that refuses a
 * case already given, so two people never get the same.
 */
export async function valjNasta(db: Databas, lager: Arendelager, session: Buffer, nu: Nu): Promise<string | null> {
  for (let i = 0; i < FORSOK; i++) {
    const val = await somPerson(db, session, async (q, s) => {
      const { rows } = await sql<{ id: string | null }>`select app.valj_nasta(${s.roll}, ${nu.dag}) as id`.execute(q)
      return { id: rows[0]?.id ?? null, s }
    })
    if (!val.id) return null
    try {
      const till = aktorAv(val.s)
      const svar = await lager.kor({ arendeId: val.id, av: { session }, nu, kommando: { typ: 'tilldela', roll: till.roll, till } })
      if (svar.handelser.length > 0) return val.id
    } catch (fel) {
      if (!(fel instanceof Domanfel) || fel.kod !== 'redanTilldelat') throw fel
    }
  }
  return null
}

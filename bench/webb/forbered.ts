import type { Kommando } from '@atergang/arende'
import { skapaBrevskrivare } from '@atergang/brev'
import { Arendelager, lasArende, skapaSession, tokenHash, utanKo, utredningAv, type Databas } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { DAG, handlaggare } from './bestand.ts'
import type { Begaran } from './lastbarn.ts'

export interface Anvandare {
  readonly kaka: string
  readonly session: Buffer
}

/** Signed-in officers; sign-in itself is not what is measured. */
export const loggaIn = (db: Databas, antal: number): Promise<Anvandare[]> =>
  Promise.all(
    Array.from({ length: antal }, async (_, i) => {
      const a = handlaggare(i)
      const token = await skapaSession(db, { anvandare: a.id, namn: a.namn, roll: a.roll, enhet: a.enhet!, personId: null, orgnr: null, farSeSkyddade: false })
      return { kaka: `atergang_session=${token}`, session: tokenHash(token) }
    }),
  )

/**
 * Everything before the decision: the officer has read the letter, so that it lies there to be
 * sent. The letter is rendered once and kept for each case, since rendering is not measured here.
 */
export async function forberedBeslut(db: Databas, anvandare: readonly Anvandare[], arenden: readonly string[]): Promise<Begaran[][]> {
  const lager = new Arendelager(db, utanKo)
  const skrivare = skapaBrevskrivare()
  const nu = { dag: DAG, tid: `${DAG}T09:00:00.000Z` }
  let pdf: { pdf: Uint8Array; sha256: string } | null = null
  const begaran: Begaran[][] = []
  for (const [u, a] of anvandare.entries()) {
    const egna: Begaran[] = []
    for (const arendeId of arenden.filter((_, i) => i % anvandare.length === u)) {
      const { lage } = (await lasArende(db, { session: a.session }, arendeId))!
      const f = utredningAv(lage, DAG).fragor.find((x) => x.kod === 'beslut')
      if (!f) throw new Error('Ärendet väntar inte på beslut.')
      const kommando: Kommando = { typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar: {} }
      const brev = (await lager.brevFor({ arendeId, kommando, av: { session: a.session }, nu }))!
      pdf ??= await skrivare.skriv(brev.innehall)
      await lager.sparaBrev({ arendeId, av: { session: a.session }, innehall: brev.innehall, pdf: pdf.pdf, pdfSha256: pdf.sha256 })
      egna.push({ metod: 'POST', vag: `/api/v1/arenden/${arendeId}/kommandon`, kaka: a.kaka, kropp: JSON.stringify(kommando), huvuden: { 'if-match': `"${lage.version}"`, 'idempotency-key': randomUUID() } })
    }
    begaran.push(egna)
  }
  await skrivare.stang()
  return begaran
}

/** Rows for the bare work, as many as there are cases. */
export async function forberedBart(db: Databas, antal: number): Promise<string[]> {
  await db.agare.query('create schema bench; create table bench.rad (id uuid primary key, text text not null, tid timestamptz not null default now())')
  const { rows } = await db.agare.query<{ id: string }>("insert into bench.rad (id, text) select gen_random_uuid(), repeat('x', 200) from generate_series(1, $1) returning id", [antal])
  await db.agare.query('analyze bench.rad')
  return rows.map((r) => r.id)
}

import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Tjanster } from '../app.ts'
import { arendevySchema } from '../rutter/arendevy.ts'

/** The shape of what is worked out of a case. Another shape: another text. */
const FORM = createHash('sha256')
  .update(JSON.stringify(z.toJSONSchema(arendevySchema, { unrepresentable: 'any' })))
  .digest('hex')

/**
 * After an upgrade that gave the lists or the case page another shape: throws the prepared pages away
 * and works every case out anew from its journal. Else it does nothing. Gives how many cases it went
 * through. Can be broken off and run again; the form is written down last.
 */
export async function raknaOmHarlett(t: Pick<Tjanster, 'db' | 'lager' | 'klocka'>, form = FORM): Promise<number> {
  const { rows } = await t.db.agare.query<{ form: string }>('select form from app.harledning')
  if (rows[0]?.form === form) return 0
  await t.db.agare.query('delete from app.arendevy')
  const { rows: arenden } = await t.db.agare.query<{ id: string }>('select id from app.arende order by inlett')
  for (const { id } of arenden) await t.lager.vack(id, t.klocka.nu())
  await t.db.agare.query('insert into app.harledning (form) values ($1) on conflict (enda) do update set form = excluded.form', [form])
  return arenden.length
}

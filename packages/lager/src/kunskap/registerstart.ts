import { vagledningarFranBorjan } from '@atergang/formaner/kunskap'
import type { ClientBase } from 'pg'

/** The documents that the sources name, put in once by the owner of the tables. */
export async function fyllVagledningarna(klient: ClientBase): Promise<void> {
  await klient.query(
    `insert into app.vagledning (id, beteckning, titel, version, beslutad, galler_from, galler_tom, kalla, anmarkning, lagrum, av, av_id, registrerad)
       select v.id, v.beteckning, v.titel, v.version, v.beslutad, v."from", v.tom, v.kalla, v.anmarkning, array(select jsonb_array_elements_text(v.lagrum)), 'Återgång, ur rapporterna', 'start', current_date
         from jsonb_to_recordset($1::jsonb) as v(id text, beteckning text, titel text, version text, beslutad date, "from" date, tom date, kalla text, anmarkning text, lagrum jsonb)
     on conflict do nothing`,
    [JSON.stringify(vagledningarFranBorjan)],
  )
}

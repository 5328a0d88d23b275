import { evidensFranBorjan } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { ClientBase } from 'pg'

/** The entries that the sources give, put in once, on the day the register is set up, by the owner of the tables. */
export async function fyllEvidensregistret(klient: ClientBase, dag?: Datum): Promise<void> {
  const idag = dag ?? (await klient.query<{ dag: Datum }>('select current_date as dag')).rows[0]!.dag
  await klient.query(
    `insert into app.evidenspost (id, behandling, diagnos, utforande, stallning, installning, villkor, kalla, av, av_id, registrerad, galler_from)
       select p.id, p.behandling, p.diagnos, p.utforande, p.stallning, p.installning, p.villkor, p.kalla, p.av, 'start', p.registrerad, p."from"
         from jsonb_to_recordset($1::jsonb) as p(id text, behandling text, diagnos text, utforande text, stallning text, installning text, villkor text, kalla jsonb, av text, registrerad date, "from" date)
     on conflict do nothing`,
    [JSON.stringify(evidensFranBorjan(idag))],
  )
}

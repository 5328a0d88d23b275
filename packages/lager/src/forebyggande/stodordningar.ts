import type { Aktor } from '@atergang/arende'
import type { Stodordning } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { Fraga } from '../sammanhang.ts'

/** Every setting in the order it was written (H018). */
export const stodordningarna = async (q: Fraga): Promise<Stodordning[]> =>
  (await q.selectFrom('app.stodordning').selectAll().orderBy('id').execute()).map((r) => ({
    enhet: r.enhet,
    stod: r.stod,
    ordning: r.ordning,
    delasMed: r.delas_med,
    from: r.galler_from,
    skal: r.skal,
    av: r.av,
    registrerad: r.registrerad,
  }))

/** Written by the unit's manager: row security lets no other. */
export const skrivStodordning = (q: Fraga, o: Omit<Stodordning, 'av' | 'registrerad'>, av: Aktor, dag: Datum) =>
  q
    .insertInto('app.stodordning')
    .values({
      enhet: o.enhet,
      stod: o.stod,
      ordning: o.ordning,
      delas_med: o.delasMed,
      galler_from: o.from,
      skal: o.skal,
      av: av.namn,
      av_id: av.id,
      registrerad: dag,
    })
    .execute()

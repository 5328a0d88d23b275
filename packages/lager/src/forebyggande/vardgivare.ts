import { konflikt, type Aktor } from '@atergang/arende'
import { vardgivarnyckel, type Vardgivare, type Vardgivarnamn, type Vardgivartyp } from '@atergang/formaner'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import type { Fraga } from '../sammanhang.ts'

export interface Vardgivarregister {
  readonly vardgivare: readonly Vardgivare[]
  readonly namn: readonly (Vardgivarnamn & { readonly dag: Datum; readonly skal: string; readonly av: string })[]
}

/** The register with how names lead to it; for who handles cases, or the system. */
export async function vardgivarregistret(q: Fraga): Promise<Vardgivarregister> {
  const [v, n] = [
    await q.selectFrom('app.vardgivare').select(['id', 'namn', 'typ', 'lan']).execute(),
    await q.selectFrom('app.vardgivarnamn').select(['nyckel', 'vardgivare', 'dag', 'skal', 'av']).orderBy('skapad', 'desc').execute(),
  ]
  return { vardgivare: v.map((x) => ({ ...x, typ: x.typ as Vardgivartyp })).sort((a, b) => a.namn.localeCompare(b.namn, 'sv')), namn: n }
}

/** A name looked at: a new entry, one that is there, or left as it is. As the specialist. @throws {Domanfel} when it is looked at already, or the entry is there */
export async function granskaVardgivarnamn(
  q: Fraga,
  b: { nyckel: string; skal: string; ny?: { namn: string; typ: Vardgivartyp; lan: string } | undefined; befintlig?: string | undefined },
  av: Aktor,
  dag: Datum,
): Promise<string | null> {
  const { vardgivare, namn } = await vardgivarregistret(q)
  const sedd = namn.find((n) => n.nyckel === b.nyckel)
  if (sedd) throw konflikt('redanGranskat', `${sedd.av} har redan granskat namnet, ${medManadsnamn(sedd.dag)}.`)
  if (b.ny && vardgivare.some((v) => vardgivarnyckel(v.namn) === vardgivarnyckel(b.ny!.namn)))
    throw konflikt('finnsRedan', 'Vårdgivaren finns redan i registret. Välj den i stället.')
  const id = b.ny ? randomUUID() : (b.befintlig ?? null)
  if (b.ny)
    await q
      .insertInto('app.vardgivare')
      .values({ id: id!, ...b.ny, registrerad: dag, av: av.namn, av_id: av.id })
      .execute()
  await q
    .insertInto('app.vardgivarnamn')
    .values({ nyckel: b.nyckel, vardgivare: id, dag, skal: b.skal, av: av.namn, av_id: av.id })
    .execute()
  return id
}

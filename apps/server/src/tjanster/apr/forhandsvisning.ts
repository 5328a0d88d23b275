import { lagetEfter, somHandelser, tillampa, utfor, type Handelse, type Lage } from '@atergang/arende'
import { ansokanvyer, formanen, kvarAvArbetsgivarens, type Ansokanvy } from '@atergang/formaner'
import { lasArende, somSystemet } from '@atergang/lager'
import { SYSTEMET } from '@atergang/arende'
import { aprAnsokanSenast, aprTakArbetstagare, aprTakArbetsgivare, heltal, vardetDen } from '@atergang/regelverk'
import { parameterdag } from '@atergang/formaner/apr'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../../app.ts'
import { somApr } from './arenden.ts'
import { ansokanskommandot, APR_ENHET, kravAr, partAv, type NyAnsokan } from './intag.ts'

/** The employer's case of the year, open or closed. */
export const aretsArende = (t: Pick<Tjanster, 'db'>, orgnr: string, ar: number): Promise<string | null> =>
  somSystemet(
    t.db,
    async (q) =>
      (
        await q
          .selectFrom('app.arende')
          .select('id')
          .where('forman', '=', 'apr')
          .where('sak', '=', String(ar))
          .where('orgnr', '=', orgnr)
          .executeTakeFirst()
      )?.id ?? null,
  )

export interface Forhandsvisning {
  readonly ansokan: Ansokanvy
  readonly kostnadsar: number
  readonly sistaDag: string
  readonly takAnstalld: number
  readonly takArbetsgivare: number
  /** left of the employer's ceiling before this application, counting what is decided and what waits */
  readonly kvar: number
  readonly kvarEfter: number
}

export const taken = (ar: number) => ({
  takAnstalld: heltal(vardetDen(aprTakArbetstagare, parameterdag(ar))),
  takArbetsgivare: heltal(vardetDen(aprTakArbetsgivare, parameterdag(ar))),
})

/**
 * What an application gives as things stand, by the very steps that take it in; nothing is kept. @throws {Domanfel} naming each field that is wrong
 */
export async function forhandsvisa(t: Tjanster, o: NyAnsokan): Promise<Forhandsvisning> {
  const nu = t.klocka.nu()
  kravAr(o.ar, nu.dag)
  const part = await partAv(t, o.firma)
  const orgnr = part.slag === 'arbetsgivare' ? part.arbetsgivare.orgnr.replace(/\D/g, '') : ''
  const id = await aretsArende(t, orgnr, o.ar)
  const helt = id ? await lasArende(t.db, { system: SYSTEMET }, id) : null
  const forman = formanen('apr')
  const tom = (): Lage => {
    const inlett: Handelse = {
      nr: 1,
      tid: nu.tid,
      dag: nu.dag,
      aktor: o.aktor,
      data: {
        typ: 'arendeInlett',
        forman: 'apr',
        enhet: APR_ENHET,
        nummer: '',
        flodesversion: forman.flodesversion,
        sak: String(o.ar),
        ...(part.slag === 'arbetsgivare' ? { arbetsgivare: part.arbetsgivare } : { utanPart: true }),
      } as Handelse['data'],
    }
    return lagetEfter(id ?? randomUUID(), [inlett])
  }
  const fore = helt?.lage ?? tom()
  const { kommando } = await ansokanskommandot(t, o, orgnr)
  const k = {
    aktor: o.aktor,
    farSeSkyddade: true,
    dag: nu.dag,
    tid: nu.tid,
    nyttId: randomUUID,
    brev: () => ({ handlingId: randomUUID(), sha256: '', storlek: 0 }),
  }
  const efter = somApr(somHandelser(utfor(forman, fore, kommando, k), fore.version, k).reduce(tillampa, fore))
  const vyer = ansokanvyer(efter, nu.dag)
  const ansokan = vyer.find((v) => v.ansokanId === o.ansokan.ansokanId)!
  const tak = taken(o.ar)
  const vantande = vyer
    .filter((v) => v.beslutId === null && v.tillstand !== 'aterkallad' && v !== ansokan)
    .reduce((s, v) => s + (v.belopp ?? 0), 0)
  const kvar = kvarAvArbetsgivarens(efter) - vantande
  return { ansokan, kostnadsar: o.ar, sistaDag: aprAnsokanSenast(o.ar), ...tak, kvar, kvarEfter: kvar - (ansokan.belopp ?? 0) }
}

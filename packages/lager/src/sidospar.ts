import { partsnamn, partsnummer, SYSTEMET, tillampa, somHandelser, type Handelse, type Kontext, type Lage } from '@atergang/arende'
import { analyspost, hamtade, utdagar, type Omvarld } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { PoolClient } from 'pg'
import { randomUUID } from 'node:crypto'
import { utanBrev } from './brevlada.ts'

/** What a case shows outside itself: to the person's other cases, to figures, to those it is handed to (ADR 0038). */
export interface Sidospar {
  readonly dagar: object | null
  readonly post: object | null
  readonly overlamningar: readonly object[]
}

const overlamningsrader = (l: Lage): object[] =>
  l.overlamningar.map((o) => ({
    id: o.id,
    till: o.till,
    enhet: o.enhet,
    slag: o.slag,
    skal: o.skal,
    namn: partsnamn(l.arende.part),
    partsnummer: partsnummer(l.arende.part),
    lamnad: o.dag,
    av: o.av.namn,
    av_id: o.av.id,
    svar: o.svar ?? null,
  }))

export const sidospar = (l: Lage, dag: Datum): Sidospar => ({
  dagar: utdagar(l, dag),
  post: analyspost(l, dag),
  overlamningar: overlamningsrader(l),
})

const text = (v: object | null): string | null => (v === null ? null : JSON.stringify(v))

/** Writes it, in the caller's transaction. */
export const skrivSidospar = (klient: PoolClient, arendeId: string, s: Sidospar): Promise<unknown> =>
  klient.query({
    name: 'skriv_sidospar',
    text: 'select app.skriv_sidospar($1, $2, $3, $4)',
    values: [arendeId, text(s.dagar), text(s.post), JSON.stringify(s.overlamningar)],
  })

/** Whether the days that the person's other cases count are others than before. */
export const nyaDagar = (fore: Sidospar, efter: Sidospar): boolean => text(fore.dagar) !== text(efter.dagar)

/** Whether anything of it is other than before. */
export const nyttSidospar = (fore: Sidospar, efter: Sidospar): boolean =>
  nyaDagar(fore, efter) ||
  text(fore.post) !== text(efter.post) ||
  JSON.stringify(fore.overlamningar) !== JSON.stringify(efter.overlamningar)

/** What the store knows outside a case; `flera`: the person has other cases, which look again when this one comes to something. */
export type Kandvarld = Omvarld & { readonly flera: boolean }

export const TOM_VARLD: Kandvarld = { flera: false, andraArenden: [], egnaPoster: [], evidensregister: [] }

/** The world outside a case that the caller sees. Sent behind the statement that opens the context. */
export const omvarlden = (klient: PoolClient, arendeId: string): Promise<Kandvarld> =>
  klient
    .query<{ o: Kandvarld | null }>({ name: 'omvarlden', text: 'select app.omvarlden($1) as o', values: [arendeId] })
    .then((r) => r.rows[0]?.o ?? TOM_VARLD)

/** The same for a case about to be opened; as the system only. */
export const omvarldenFor = (klient: PoolClient, o: { personId: string; arendeId: string; forman: string }): Promise<Kandvarld> =>
  klient
    .query<{ o: Kandvarld }>({
      name: 'omvarlden_for',
      text: 'select app.omvarlden_for($1, $2, $3) as o',
      values: [o.personId, o.arendeId, o.forman],
    })
    .then((r) => r.rows[0]!.o)

/** The events, and after them what the case then has to know of the world outside it: the command first, then the fetching. */
export function medHamtat(lage: Lage, nya: readonly Handelse[], varld: Omvarld, nar: Pick<Kontext, 'dag' | 'tid'>): readonly Handelse[] {
  const efter = nya.reduce(tillampa, lage)
  const k: Kontext = {
    ...nar,
    aktor: SYSTEMET,
    farSeSkyddade: true,
    nyttId: randomUUID,
    brev: utanBrev('Systemet sänder inga brev när det hämtar uppgifter.'),
  }
  return [...nya, ...somHandelser(hamtade(efter, varld, k), efter.version, k)]
}

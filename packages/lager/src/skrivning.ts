import { arSkyddad, partsnamn, type Handelse, type Lage, type Sammanfattning } from '@atergang/arende'
import type { PoolClient } from 'pg'
import type { Bredvid } from '@atergang/formaner'
import { handelsetext, kedjan } from './kedja.ts'

/** How a case stands after a command, ready to be written. */
export interface Skrivning {
  readonly arendeId: string
  readonly nya: readonly Handelse[]
  readonly lage: Lage
  readonly sammanfattning: Sammanfattning
  readonly kedjedag: number
  readonly huvud: Buffer
  readonly idempotens?: string | undefined
}

/** True when any of the events can change what the projection holds; else it need not be rewritten. */
const ror = (nya: readonly Handelse[], ...typer: Handelse['data']['typ'][]): boolean => nya.some((h) => typer.includes(h.data.typ))

export const tilldelningsrader = (l: Lage): object[] =>
  Object.entries(l.tilldelning).map(([roll, t]) => ({ roll, anvandare: t.till.id, namn: t.till.namn, sedan: t.sedan }))
export const vilorader = (l: Lage): object[] => Object.entries(l.vila).map(([roll, v]) => ({ roll, till: v.till, skal: v.skal }))

/** What others have been asked; an employer sees its own rows. */
export const begaransrader = (l: Lage): object[] =>
  l.begaran.map((b) => ({
    id: b.id,
    till: b.till,
    orgnr: b.tillId ? b.tillId.replace(/\D/g, '') : null,
    typ: b.typ,
    rubrik: b.rubrik,
    fragor: b.fragor.map(({ frageId, text }) => ({ frageId, text })),
    personNamn: partsnamn(l.arende.part),
    skickad: b.skickad,
    senast: b.senast,
    besvarad: b.svar?.dag ?? null,
    aterkallad: b.aterkallad?.dag ?? null,
  }))

/** The columns of the case row that are worked out from the case. */
export const arenderad = (s: Skrivning, huvud: Buffer): object => ({
  version: s.lage.version,
  huvud: huvud.toString('hex'),
  status: s.sammanfattning.status,
  sammanfattning: s.sammanfattning,
  kedjedag: s.kedjedag,
  nastaDatum: s.sammanfattning.nastaDatum,
  nastaLaglig: s.sammanfattning.nastaLagliga?.dag ?? null,
  skyddad: arSkyddad(s.lage.arende.part),
  enhet: s.lage.arende.enhet,
  ...(ror(s.nya, 'skyddSatt') ? { sattSkydd: arSkyddad(s.lage.arende.part) } : {}),
})

/** Writes the events and everything that follows from them, in one call inside the caller's transaction. The new head of the chain is known at once. */
export function skriv(klient: PoolClient, s: Skrivning, svar: object | null): { huvud: Buffer; skrivet: Promise<unknown> } {
  const texter = s.nya.map(handelsetext)
  const kedjor = kedjan(s.huvud, texter)
  const huvud = kedjor.at(-1) ?? s.huvud
  // What the chain is made of is what is stored: the text is written once.
  const handelser = texter.map((t, i) => `{"kedja":"${kedjor[i]!.toString('hex')}",${t.slice(1)}`)
  const skrivet = klient.query({
    name: 'skriv_arende',
    text: 'select app.skriv_arende($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    values: [
      s.arendeId,
      `[${handelser.join(',')}]`,
      JSON.stringify(arenderad(s, huvud)),
      JSON.stringify(s.sammanfattning.uppgifter),
      ror(s.nya, 'tilldelad', 'lamnadTillbaka') ? JSON.stringify(tilldelningsrader(s.lage)) : null,
      ror(s.nya, 'lagdVilande', 'vackt') ? JSON.stringify(vilorader(s.lage)) : null,
      ror(s.nya, 'lamnadTillbaka') ? s.lage.javiga : null,
      ror(s.nya, 'begaranSkickad', 'begaranPamind', 'begaranBesvarad', 'begaranAterkallad') ? JSON.stringify(begaransrader(s.lage)) : null,
      s.idempotens ?? null,
      svar ? JSON.stringify(svar) : null,
    ],
  })
  return { huvud, skrivet }
}

/** Makes the benefit's own tables equal to the case, in the caller's transaction. */
export const synkaBredvid = (klient: PoolClient, arendeId: string, funktion: Bredvid['funktion'], data: string): Promise<unknown> =>
  klient.query({ name: funktion, text: `select app.${funktion}($1, $2)`, values: [arendeId, data] })

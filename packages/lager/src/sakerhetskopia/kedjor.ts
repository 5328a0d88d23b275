import type { Handelse } from '@atergang/arende'
import type { ClientBase } from 'pg'
import { provaKedja } from '../kedja.ts'

/** A case whose journal does not hold together. */
export interface Kedjebrott {
  readonly nummer: string
  readonly nr: number
  readonly text: string
}

export interface Kedjeprov {
  readonly arenden: number
  readonly handelser: number
  readonly brott: readonly Kedjebrott[]
}

interface Rad {
  readonly id: string
  readonly nummer: string
  readonly huvud: Buffer
  readonly kedja: Buffer | null
  readonly nr: number
  readonly tid: string
  readonly dag: Handelse['dag']
  readonly aktor: Handelse['aktor']
  readonly data: Handelse['data']
}

const RADER_I_TAGET = 2000

/** Checks the hash chain of every case, a case at a time in memory. Inside the caller's transaction, so that nothing moves meanwhile. */
export async function provaAllaKedjor(klient: ClientBase): Promise<Kedjeprov> {
  await klient.query(
    'declare alla_kedjor no scroll cursor for select a.id, a.nummer, a.huvud, h.kedja, h.nr, h.tid, h.dag, h.aktor, h.data from app.arende a left join app.handelse h on h.arende_id = a.id order by a.id, h.nr',
  )
  const brott: Kedjebrott[] = []
  let arenden = 0
  let handelser = 0
  let arende: Rad[] = []
  const prova = (): void => {
    const [forsta] = arende
    if (!forsta) return
    const journal = arende.flatMap((r) =>
      r.kedja ? [{ handelse: { nr: r.nr, tid: r.tid, dag: r.dag, aktor: r.aktor, data: r.data }, kedja: r.kedja }] : [],
    )
    arenden++
    handelser += journal.length
    const fel = provaKedja(journal, forsta.huvud)
    if (fel) brott.push({ nummer: forsta.nummer, ...fel })
    arende = []
  }
  for (;;) {
    const { rows } = await klient.query<Rad>(`fetch ${RADER_I_TAGET} from alla_kedjor`)
    for (const r of rows) {
      if (arende[0] && arende[0].id !== r.id) prova()
      arende.push(r)
    }
    if (rows.length < RADER_I_TAGET) break
  }
  prova()
  await klient.query('close alla_kedjor')
  return { arenden, handelser, brott }
}

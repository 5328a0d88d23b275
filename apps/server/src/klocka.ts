import { datum, type Datum } from '@atergang/kalender'
import type { Nu } from '@atergang/lager'

const SVENSK_DAG = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })

/** Midnight falls on a quarter of an hour in every offset that Sweden has had: the day is looked up once a quarter. */
const KVART_MS = 900_000
let senaste: { readonly kvart: number; readonly dag: Datum } | null = null

function svenskDag(tid: Date): Datum {
  const kvart = Math.floor(tid.getTime() / KVART_MS)
  if (senaste?.kvart !== kvart) senaste = { kvart, dag: datum(SVENSK_DAG.format(tid)) }
  return senaste.dag
}

/** The server's clock: the Swedish calendar day and the moment. In the demo it can be set to another day and goes on from there. */
export class Klocka {
  #forskjutning = 0

  constructor(start: string | null = null) {
    if (start) this.stall(datum(start))
  }

  /** Moves the clock so that today is `dag`, at the same time of day. Demo and tests only. */
  stall(dag: Datum): void {
    const idag = svenskDag(new Date())
    this.#forskjutning = Date.parse(`${dag}T00:00:00Z`) - Date.parse(`${idag}T00:00:00Z`)
  }

  nu(): Nu {
    const tid = new Date(Date.now() + this.#forskjutning)
    return { dag: svenskDag(tid), tid: tid.toISOString() }
  }
}

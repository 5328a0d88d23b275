import { datum, type Datum } from '@atergang/kalender'
import type { Nu } from '@atergang/lager'

const SVENSK_DAG = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })

const svenskDag = (tid: Date): Datum => datum(SVENSK_DAG.format(tid))

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

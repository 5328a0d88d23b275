import { lagetEfter, sammanfatta, tillampa, type Handelse, type Lage, type Uppgift } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { utredningAv } from './utredning.ts'

/** A task as it stands in the list: since when, and when it was done. */
export interface Loggad extends Uppgift {
  readonly oppnad: string
  readonly avslutad: string | null
}

/**
 * The tasks of one case over time, kept in the same way as `app.synka_projektioner` keeps the table:
 * what is no longer asked is closed and stays, what is asked again opens the same row.
 */
export class Uppgiftslogg {
  readonly #rader = new Map<string, Loggad>()

  notera(uppgifter: readonly Uppgift[], tid: string): void {
    const oppna = new Map(uppgifter.map((u) => [nyckeln(u), u]))
    for (const [nyckel, r] of this.#rader) if (r.avslutad === null && !oppna.has(nyckel)) this.#rader.set(nyckel, { ...r, avslutad: tid })
    for (const [nyckel, u] of oppna) {
      const r = this.#rader.get(nyckel)
      if (!r) this.#rader.set(nyckel, { ...u, oppnad: tid, avslutad: null })
      else if (r.avslutad !== null || r.varforNu !== u.varforNu)
        this.#rader.set(nyckel, { ...r, avslutad: null, rubrik: u.rubrik, varforNu: u.varforNu, senast: u.senast, inteFor: u.inteFor })
    }
  }

  get rader(): readonly Loggad[] {
    return [...this.#rader.values()]
  }
}

const nyckeln = (u: Uppgift): string => `${u.nyckel}\n${u.underlag}`

/** The moment of the night at which the timer looks at a case whose day has come. */
export const vacktid = (dag: Datum): string => `${dag}T00:15:00.000Z`

/** The tasks of a case worked out from its journal, command by command, with the timer looking at it on the days between. */
export function uppgifterUr(arendeId: string, journal: readonly Handelse[], dag: Datum): readonly Loggad[] {
  const logg = new Uppgiftslogg()
  const [forsta, ...resten] = grupperade(journal)
  let lage: Lage = lagetEfter(arendeId, forsta ?? [])
  let sist = journal[0]!
  for (const handelser of [...resten, null]) {
    folj(logg, lage, sist, handelser?.[0]?.dag ?? dag)
    if (!handelser) break
    lage = handelser.reduce(tillampa, lage)
    sist = handelser.at(-1)!
  }
  return logg.rader
}

/** Notes the tasks after a command, and each time the timer looks until the next. */
function folj(logg: Uppgiftslogg, lage: Lage, efter: Handelse, till: Datum): void {
  let u = utredningAv(lage, efter.dag)
  logg.notera(sammanfatta(lage, u).uppgifter, efter.tid)
  for (let nasta = u.nastaDatum; !lage.avslutat && nasta !== null && nasta <= till; nasta = u.nastaDatum) {
    u = utredningAv(lage, nasta)
    logg.notera(sammanfatta(lage, u).uppgifter, vacktid(nasta))
  }
}

/** The events of one command share their moment. */
function grupperade(journal: readonly Handelse[]): Handelse[][] {
  const ut: Handelse[][] = []
  for (const h of journal) {
    const sist = ut.at(-1)
    if (sist?.[0]?.tid === h.tid) sist.push(h)
    else ut.push([h])
  }
  return ut
}

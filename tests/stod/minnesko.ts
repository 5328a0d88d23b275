import { utskickAv, type Utskicksjobb, type Utskicksko } from '@atergang/lager'

/** A queue in memory that a test empties itself: each job in order, those that come of it after it. */
export class Minnesko implements Utskicksko {
  readonly #jobb: Utskicksjobb[] = []
  /** every job there has been */
  readonly alla: Utskicksjobb[] = []

  lagg: Utskicksko['lagg'] = (_klient, arendeId, nya, lage) => {
    const jobb = utskickAv(arendeId, nya, lage)
    this.#jobb.push(...jobb)
    this.alla.push(...jobb)
    return { id: [], lagda: Promise.resolve() }
  }

  koa: Utskicksko['koa'] = (_q, jobb) => {
    this.#jobb.push(...jobb)
    this.alla.push(...jobb)
    return Promise.resolve()
  }

  async tom(gor: (j: Utskicksjobb) => Promise<void>): Promise<number> {
    let antal = 0
    for (let j = this.#jobb.shift(); j; j = this.#jobb.shift(), antal++) await gor(j)
    return antal
  }
}

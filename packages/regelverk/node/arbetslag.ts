import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { korTidslinjer, laggUtTidslinjer, type Tidslinjeutfall, type Tidslinjeval } from '../src/befolkning/kor.ts'
import { tidslinjelagen } from '../src/befolkning/lag.ts'
import type { Tidslinjetabell } from '../src/befolkning/tabell.ts'
import type { Regel } from '../src/definition.ts'
import type { Tabell } from '../src/motor/bestand.ts'
import type { Karna } from '../src/motor/karna.ts'
import { dagreceptFor, korRecept, laggUt, modulen, type Korval } from '../src/motor/kor.ts'
import type { Minne } from '../src/motor/minne.ts'
import { periodrecept, type Periodval } from '../src/motor/period.ts'
import { karnaFor, type Recept } from '../src/motor/recept.ts'
import type { Utfall } from '../src/motor/utfall.ts'

/** Rows a worker takes at a time: large against the cost of taking, small against a run. A multiple of what a turn writes. */
const STYCK = 65_536
/** As above for timelines: a person there is hundreds of times the work of a row. */
const PERSONER_I_STYCK = 4_096
/** Kernels kept in the workers. */
const MEST = 64

interface Svar {
  readonly jobb: number
  readonly fel?: string
}

/**
 * Workers that share a table's memory. One team is started once and runs many rules; `stang` ends
 * it. Answers are those of `kor`, to the last bit: the workers run the same loops over other rows.
 */
export class Arbetslag {
  readonly tradar: number
  private readonly arbetare: readonly Worker[]
  private readonly vantande = new Map<number, { kvar: number; klar: () => void; fel: (f: Error) => void }>()
  private readonly karnor = new Map<Karna, WeakMap<Minne, number>>()
  private readonly nummer: { readonly karna: Karna; readonly nr: number }[] = []
  private jobb = 0
  private nasta = 0
  private forra: Promise<unknown> = Promise.resolve()

  constructor(tradar = availableParallelism()) {
    this.tradar = tradar
    this.arbetare = Array.from({ length: tradar }, () => this.starta())
  }

  private starta(): Worker {
    const w = new Worker(new URL('./arbetare.mjs', import.meta.url), { execArgv: [] })
    w.unref()
    w.on('message', (m: Svar) => this.ta(m))
    w.on('error', (fel) => this.bryt(fel))
    return w
  }

  private ta(m: Svar): void {
    const v = this.vantande.get(m.jobb)
    if (m.fel !== undefined) return v ? v.fel(new Error(m.fel)) : this.bryt(new Error(m.fel))
    if (v && --v.kvar === 0) v.klar()
  }

  private bryt(fel: Error): void {
    for (const v of this.vantande.values()) v.fel(fel)
  }

  /** As `kor`, on all workers. Runs asked for at the same time wait for each other. */
  async kor(mal: Regel, t: Tabell, val: Pick<Korval, 'datum'>): Promise<Utfall> {
    return (await this.korRecept(dagreceptFor([mal], t, val.datum), t))[0]!
  }

  async korFlera(mal: readonly Regel[], t: Tabell, val: Pick<Korval, 'datum'>): Promise<readonly Utfall[]> {
    return this.korRecept(dagreceptFor(mal, t, val.datum), t)
  }

  /** As `korPeriod`, on all workers. */
  async korPeriod(mal: Regel, t: Tabell, val: Omit<Periodval, 'motor'>): Promise<Utfall> {
    return (await this.korRecept(periodrecept(mal, t, val), t))[0]!
  }

  /** As `korTidslinjer`, on all workers. */
  async korTidslinjer(t: Tidslinjetabell, val: Tidslinjeval = {}): Promise<Tidslinjeutfall> {
    if (!t.minne.delat) return korTidslinjer(t, val)
    return this.itur(async () => {
      const { dag, utfall } = laggUtTidslinjer(t, val)
      const gemensamt = {
        typ: 'tidslinjer',
        antal: t.antal,
        styck: PERSONER_I_STYCK,
        befolkning: t.kolumner,
        dag,
        lag: tidslinjelagen(),
        svar: utfall.kolumner,
      }
      await this.skicka(() => gemensamt)
      return utfall
    })
  }

  private async korRecept(recept: Recept, t: Tabell): Promise<readonly Utfall[]> {
    const karna = karnaFor(recept, t, 'wasm')
    // What is the same for all rows needs no workers, and integers without limit cannot be shared between them.
    if (karna.motor !== 'wasm' || karna.resultat.length === 0 || !t.minne.delat) return korRecept(recept, t, 'wasm')
    return this.itur(() => this.dela(karna, recept, t))
  }

  private itur<S>(gor: () => Promise<S>): Promise<S> {
    const min = this.forra.then(gor)
    this.forra = min.catch(() => undefined)
    return min
  }

  private async dela(karna: Karna, recept: Recept, t: Tabell): Promise<readonly Utfall[]> {
    const lagd = laggUt(karna, t, this.tradar)
    const nr = this.nrFor(karna, t.minne)
    await this.skicka((i) => ({ typ: 'kor', nr, antal: t.antal, styck: STYCK, perVarv: lagd.perVarv, delar: lagd.platser[i] }))
    return lagd.klart(recept)
  }

  /** Gives every worker its share of a run and waits for all. */
  private async skicka(uppdrag: (i: number) => object): Promise<void> {
    const jobb = this.jobb++
    const raknare = new SharedArrayBuffer(4)
    await new Promise<void>((klar, fel) => {
      this.vantande.set(jobb, { kvar: this.tradar, klar, fel })
      this.arbetare.forEach((w, i) => {
        w.ref()
        w.postMessage({ ...uppdrag(i), jobb, raknare })
      })
    }).finally(() => {
      this.vantande.delete(jobb)
      this.arbetare.forEach((w) => w.unref())
    })
  }

  /** Sends the kernel to the workers the first time it meets the memory. */
  private nrFor(karna: Karna, minne: Minne): number {
    const alla = this.karnor.get(karna) ?? new WeakMap<Minne, number>()
    this.karnor.set(karna, alla)
    const redan = alla.get(minne)
    if (redan !== undefined) return redan
    const nr = this.nasta++
    alla.set(minne, nr)
    for (const w of this.arbetare) w.postMessage({ typ: 'karna', nr, modul: modulen(karna, true), minne: minne.wasm })
    this.nummer.push({ karna, nr })
    if (this.nummer.length > MEST) this.glom(this.nummer.shift()!)
    return nr
  }

  private glom(aldst: { readonly karna: Karna; readonly nr: number }): void {
    this.karnor.delete(aldst.karna)
    for (const w of this.arbetare) w.postMessage({ typ: 'glom', nr: aldst.nr })
  }

  async stang(): Promise<void> {
    await Promise.all(this.arbetare.map((w) => w.terminate()))
  }
}

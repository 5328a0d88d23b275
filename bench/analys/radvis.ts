import {
  arUppslag,
  Datakalla,
  nyckel,
  type Begaran,
  type Fonster,
  type Uppslag,
  type Matt,
  type Mattvarden,
  type Villkor,
} from '@atergang/analys'

type Rad = Readonly<Record<string, string | number | boolean | null>>

const uppfyller = (r: Rad, v: Villkor): boolean =>
  v[1] === 'i' ? v[2].includes(String(r[v[0]])) : v[1] === '=' ? r[v[0]] === v[2] : v[1] === '>=' ? r[v[0]]! >= v[2] : r[v[0]]! <= v[2]
function iTid(r: Rad, m: Matt, f: Fonster): boolean {
  const t = m.tid
  if (t.typ === 'dag') return String(r[t.kolumn]) >= f.fran && String(r[t.kolumn]) <= f.tom
  if (t.typ === 'ar') return Number(r[t.kolumn]) >= Number(f.fran.slice(0, 4)) && Number(r[t.kolumn]) <= Number(f.tom.slice(0, 4))
  return String(r[t.fran]) <= f.tom && (r[t.tom] === null || String(r[t.tom]) >= f.fran)
}

interface Samlare {
  readonly b: Begaran & { readonly matt: Matt }
  readonly perLan: Map<string, number>
  readonly unika: Map<string, Set<unknown>>
}

/**
 * The same definitions, read as a program would without an engine: each row taken in turn and put to every figure. Rows come from the same files
 * as rows with names; the figures of one register share a pass over it.
 */
export class Radvis extends Datakalla {
  readonly #kalla: Datakalla
  readonly #klara = new Map<string, Mattvarden>()

  constructor(kalla: Datakalla) {
    super({ rader: (sql) => kalla.rader(sql), stang: () => undefined }, kalla.manifest)
    this.#kalla = kalla
  }

  override async matt(begarda: readonly Begaran[], omraden: readonly string[] | null): Promise<ReadonlyMap<string, Mattvarden>> {
    const id = (b: Begaran): string => `${nyckel(b)}|${omraden?.join() ?? ''}`
    const nya = [...new Map(begarda.map((b) => [id(b), b])).values()].filter((b) => !this.#klara.has(id(b)))
    const enkla = nya.filter((b): b is Begaran & { matt: Matt } => !arUppslag(b.matt))
    for (const register of new Set(enkla.map((b) => b.matt.register))) {
      const samlare = enkla.filter((b) => b.matt.register === register).map((b): Samlare => ({ b, perLan: new Map(), unika: new Map() }))
      for await (const rad of this.#rader(register)) {
        const lan = String(rad.lan)
        if (omraden && !omraden.includes(lan)) continue
        for (const s of samlare) ta(s, rad, lan)
      }
      for (const s of samlare) this.#klara.set(id(s.b), klar(s))
    }
    for (const b of nya) if (arUppslag(b.matt)) this.#klara.set(id(b), await this.#uppslag(b.matt.uppslag, b, omraden))
    return new Map(begarda.map((b) => [nyckel(b), this.#klara.get(id(b))!]))
  }

  async *#rader(register: string, kolumner = '*'): AsyncGenerator<Rad> {
    yield* this.#kalla.strom(
      `SELECT ${kolumner === '*' ? `* REPLACE (${(await this.#dagkolumner(register)).map((k) => `CAST(${k} AS VARCHAR) AS ${k}`).join(', ') || 'lan AS lan'})` : kolumner} FROM ${register}`,
    )
  }

  async #dagkolumner(register: string): Promise<string[]> {
    return (await this.#kalla.rader(`DESCRIBE ${register}`)).filter((r) => r.column_type === 'DATE').map((r) => String(r.column_name))
  }

  /** Only the history of table 1 looks further than at one row among payments; the teams of table 4 are of few rows and asked of the engine. */
  async #uppslag(uppslag: Uppslag, b: Begaran, omraden: readonly string[] | null): Promise<Mattvarden> {
    if (uppslag.id !== 'historik') return (await this.#kalla.matt([b], omraden)).values().next().value!
    const forsta = new Map<number, { dag: string; lan: string }>()
    for await (const r of this.#rader('utbetalning')) {
      if (
        r.forman !== 'forebyggande_sjukpenning' ||
        String(r.fran) < b.fonster.fran ||
        String(r.fran) > b.fonster.tom ||
        (omraden && !omraden.includes(String(r.lan)))
      )
        continue
      const f = forsta.get(Number(r.person_id))
      if (!f || String(r.fran) < f.dag) forsta.set(Number(r.person_id), { dag: String(r.fran), lan: String(r.lan) })
    }
    const sjuka = new Set<number>()
    for await (const r of this.#rader('utbetalning')) {
      const f = r.forman === 'sjukpenning' ? forsta.get(Number(r.person_id)) : undefined
      if (f && String(r.fran) < f.dag && String(r.tom) >= `${Number(f.dag.slice(0, 4)) - 3}${f.dag.slice(4)}`)
        sjuka.add(Number(r.person_id))
    }
    const perLan = new Map<string, number>()
    for (const p of sjuka) perLan.set(forsta.get(p)!.lan, (perLan.get(forsta.get(p)!.lan) ?? 0) + 1)
    return { perLan, alla: sjuka.size }
  }
}

function ta(s: Samlare, rad: Rad, lan: string): void {
  const { matt, fonster } = s.b
  if (!matt.villkor.every((v) => uppfyller(rad, v)) || !iTid(rad, matt, fonster)) return
  const r = matt.rakna
  if (r.typ === 'unika') {
    let m = s.unika.get(lan)
    if (!m) s.unika.set(lan, (m = new Set()))
    m.add(rad[r.kolumn])
  } else s.perLan.set(lan, (s.perLan.get(lan) ?? 0) + (r.typ === 'antal' ? 1 : Number(rad[r.kolumn])))
}

function klar(s: Samlare): Mattvarden {
  if (s.b.matt.rakna.typ !== 'unika') return { perLan: s.perLan, alla: [...s.perLan.values()].reduce((a, b) => a + b, 0) }
  const alla = new Set<unknown>()
  for (const m of s.unika.values()) for (const x of m) alla.add(x)
  return { perLan: new Map([...s.unika].map(([lan, m]) => [lan, m.size])), alla: alla.size }
}

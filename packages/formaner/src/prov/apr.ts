import {
  lagetEfter,
  somHandelser,
  tillampa,
  utfor,
  utred,
  type Aktor,
  type Brevinnehall,
  type Forman,
  type Fraga,
  type Handelse,
  type Handelsedata,
  type Kommando,
  type Kontext,
  type Lage,
  type Part,
  type SkrivetBrev,
  type Utredning,
} from '@atergang/arende'
import { datum, type Datum } from '@atergang/kalender'
import type { Alage, Ansokanfaktum, Godkannandelage, Rad } from '../apr/arende/fakta.ts'
import { apr } from '../apr/arende/forman.ts'
import { provOrgnr } from './nummer.ts'

/** The officials of the national unit, in tests and demo. */
export const ASTA: Aktor = { id: 'asta', namn: 'Asta Alvar', roll: 'handlaggare', enhet: 'APR' }
export const BERTIL: Aktor = { id: 'bertil', namn: 'Bertil Björk', roll: 'handlaggare', enhet: 'APR' }
export const CHEFEN: Aktor = { id: 'gudrun', namn: 'Gudrun Gran', roll: 'enhetschef', enhet: 'APR' }
const SYSTEM: Aktor = { id: 'system', namn: 'Återgång', roll: 'system' }

export type AnyForman = Forman<Record<string, unknown>>

/** A case of any benefit in memory, going the same way as in the product: command, events, fold, flow. */
export class Provfall<L extends Lage = Lage> {
  readonly id: string
  readonly journal: Handelse[] = []
  readonly brev: Brevinnehall[] = []
  readonly forman: AnyForman
  lage: L
  #lopnummer = 0
  #brevlada: (innehall: Brevinnehall) => SkrivetBrev

  constructor(o: {
    id: string
    forman: AnyForman
    part: Part
    sak?: string
    enhet: string
    nummer: string
    dag: Datum
    aktor?: Aktor
    brevlada?: (innehall: Brevinnehall) => SkrivetBrev
  }) {
    this.id = o.id
    this.forman = o.forman
    this.#brevlada = o.brevlada ?? (() => ({ handlingId: this.nyttId(), sha256: '0'.repeat(64), storlek: 0 }))
    const grund = {
      typ: 'arendeInlett' as const,
      forman: o.forman.namn,
      enhet: o.enhet,
      nummer: o.nummer,
      flodesversion: o.forman.flodesversion,
      ...(o.sak ? { sak: o.sak } : {}),
    }
    const data: Handelsedata =
      o.part.slag === 'person'
        ? { ...grund, person: o.part.person }
        : o.part.slag === 'arbetsgivare'
          ? { ...grund, arbetsgivare: o.part.arbetsgivare }
          : { ...grund, utanPart: true }
    this.journal.push({ nr: 1, tid: tidpunkt(o.dag), dag: o.dag, aktor: o.aktor ?? SYSTEM, data })
    this.lage = lagetEfter(o.id, this.journal) as L
  }

  /** Ids that follow from the case and the order of events: the same run gives the same ids. */
  nyttId(): string {
    return `${this.id.slice(0, 24)}${(++this.#lopnummer).toString(16).padStart(12, '0')}`
  }

  kontext(aktor: Aktor, dag: Datum): Kontext {
    return {
      aktor,
      farSeSkyddade: true,
      dag,
      tid: tidpunkt(dag, this.journal.length),
      nyttId: () => this.nyttId(),
      brev: (innehall) => {
        this.brev.push(innehall)
        return this.#brevlada(innehall)
      },
    }
  }

  kor(kommando: Kommando, aktor: Aktor, dag: Datum): this {
    const k = this.kontext(aktor, dag)
    const nya = somHandelser(utfor(this.forman, this.lage, kommando, k), this.lage.version, k)
    this.journal.push(...nya)
    this.lage = nya.reduce(tillampa, this.lage as Lage) as L
    return this
  }

  utredning(dag: Datum): Utredning {
    return utred(this.forman.flode(this.forman.flodesversion), this.lage, dag)
  }

  fragor = (dag: Datum): readonly Fraga[] => this.utredning(dag).fragor
  fragekoder = (dag: Datum): string[] => this.fragor(dag).map((f) => f.kod)

  /** The question of this kind; with `del` the one whose key holds the text. */
  fraga(kod: string, dag: Datum, del = ''): Fraga {
    const f = this.fragor(dag).find((x) => x.kod === kod && x.nyckel.includes(del))
    if (!f) throw new Error(`Ingen fråga ${kod} den ${dag}. ${this.trad(dag)}`)
    return f
  }

  svara(kod: string, svar: unknown, aktor: Aktor, dag: Datum, del = ''): this {
    const f = this.fraga(kod, dag, del)
    return this.kor({ typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }, aktor, dag)
  }

  /** What the timer does on the day. */
  klockan(dag: Datum): this {
    for (let n = 0; n < 50; n++) {
      const a = this.lage.avslutat ? undefined : this.utredning(dag).automatik.find((x) => x.dag <= dag)
      if (!a) return this
      this.kor(a.kommando as Kommando, SYSTEM, dag)
    }
    throw new Error('Klockan blir aldrig klar.')
  }

  /** The case as a few lines: what a failing test prints. */
  trad(dag: Datum): string {
    return this.utredning(dag)
      .steg.map(
        (s) =>
          `${s.status.padEnd(11)} ${s.namn}${s.utfall.map((x) => (x.typ === 'fraga' ? ` ? ${x.fraga.rubrik} (${x.fraga.varforNu})` : x.typ === 'vantar' ? ` … ${x.pa.vad} till ${x.pa.till}` : x.typ === 'ejAktuellt' ? ` – ${x.varfor}` : '')).join('')}`,
      )
      .join('\n')
  }
}

export const tidpunkt = (dag: Datum, efter = 0): string =>
  `${dag}T08:${String(Math.floor(efter / 60) % 60).padStart(2, '0')}:${String(efter % 60).padStart(2, '0')}.${String(Math.floor(efter / 3600)).padStart(3, '0')}Z`

/** A provider approved since 2020, in tests. */
export const ANORDNARE = provOrgnr(900).replace('-', '')
export const godkandSedan = (orgnr: string, from = '2020-01-01', tom: string | null = null, dag = '2025-01-01'): Godkannandelage => ({
  anordnare: orgnr,
  kand: true,
  namn: 'Hälsa i arbetet AB',
  perioder: [{ from: datum(from), tom: tom ? datum(tom) : null }],
  last: datum(dag),
})
export const okand = (orgnr: string, dag = '2025-01-01'): Godkannandelage => ({
  anordnare: orgnr,
  kand: false,
  namn: '',
  perioder: [],
  last: datum(dag),
})

export interface Provrad extends Partial<Rad> {
  /** kronor; `kostnad` is in öre */
  readonly kronor?: number
}

export interface Provansokan {
  readonly inkom: string
  readonly rader: readonly Provrad[]
  readonly id?: string
  readonly kanal?: Ansokanfaktum['kanal']
  readonly utan?: readonly ('anstalldaVet' | 'ejBehandling' | 'inkom')[]
  readonly register?: readonly Godkannandelage[]
  readonly traffar?: readonly unknown[]
  readonly dag?: string
}

/**
 * An employer's year in a test, told as one would tell of it:
 * `foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{ anstalld: 'A1', kronor: 12_000 }] })`.
 */
export class Provforetag extends Provfall<Alage> {
  #ansokningar = 0
  #rader = 0
  readonly aktor: Aktor

  constructor(namn: string, ar: number, o: { id?: string; orgnr?: string; dag?: string } = {}) {
    const orgnr = o.orgnr ?? provOrgnr(1)
    super({
      id: o.id ?? '00000000-0000-4000-8000-000000000000',
      forman: apr as unknown as AnyForman,
      part: { slag: 'arbetsgivare', arbetsgivare: { orgnr, namn, adress: ['Provgatan 1', '800 01 Gävle'], lan: '21' } },
      sak: String(ar),
      enhet: 'APR',
      nummer: `AP${ar}-000001`,
      dag: datum(o.dag ?? `${ar}-01-02`),
    })
    this.aktor = { id: orgnr, namn, roll: 'arbetsgivare', enhet: orgnr.replace(/\D/g, '') }
  }

  rad(r: Provrad): Rad {
    const { kronor, ...mer } = r
    const nr = ++this.#rader
    return {
      radId: `r${nr}`,
      anstalld: `A${nr}`,
      anordnare: ANORDNARE,
      insatsdag: datum(`${this.lage.arende.sak}-05-05`),
      insatstyper: ['utreda'],
      syfte: 'forebygga',
      miljo: 'arbetsplatsen',
      kostnad: kronor === undefined ? 1_000_000 : Math.round(kronor * 100),
      fakturanummer: `F-${nr}`,
      faktura: `faktura-${nr}`,
      beskrivning: '',
      ...mer,
    }
  }

  soker(a: Provansokan): this {
    const id = a.id ?? `a${++this.#ansokningar}`
    const dag = datum(a.dag ?? a.inkom)
    const utan = new Set(a.utan ?? [])
    const ansokan: Ansokanfaktum = {
      ansokanId: id,
      inkom: utan.has('inkom') ? null : datum(a.inkom),
      kanal: a.kanal ?? 'etjanst',
      ...(a.kanal === 'papper' ? { skannad: dag } : {}),
      rader: a.rader.map((r) => this.rad(r)),
      anstalldaVet: !utan.has('anstalldaVet'),
      ejBehandling: !utan.has('ejBehandling'),
    }
    return this.kor(
      {
        typ: 'taEmotAnsokan',
        data: {
          ansokan,
          arbetsgivare: { anstallda: 40, sektor: 'privat', lan: '21' },
          register: a.register ?? [godkandSedan(ANORDNARE)],
          traffar: a.traffar ?? [],
        },
      },
      a.kanal === 'papper' ? ASTA : this.aktor,
      dag,
    )
  }

  /** Decides what is ready, as an officer would, one after the other. */
  beslutar(dag: string, aktor: Aktor = ASTA): this {
    for (let n = 0; n < 50; n++) {
      const f = this.fragor(datum(dag)).find((x) => x.kod === 'beslut')
      if (!f) return this
      this.kor({ typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar: {} }, aktor, datum(dag))
    }
    throw new Error('Besluten tar aldrig slut.')
  }
}

export const foretaget = (namn: string, ar: number, o?: ConstructorParameters<typeof Provforetag>[2]): Provforetag =>
  new Provforetag(namn, ar, o)

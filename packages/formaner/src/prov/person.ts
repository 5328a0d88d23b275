import type { Aktor, Handling, Person } from '@atergang/arende'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import type { Ansokan, Intygsuppgift } from '../sjukpenning/fakta.ts'
import { Provarende } from './arende.ts'
import { svaraSomVanligt, type Svarsval } from './svar.ts'

/** The officials of tests and demo. */
export const EVA: Aktor = { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare', enhet: 'Gävle' }
export const OLLE: Aktor = { id: 'olle', namn: 'Olle Olsson', roll: 'handlaggare', enhet: 'Gävle' }
export const SIRI: Aktor = { id: 'siri', namn: 'Siri Sund', roll: 'specialist', enhet: 'Gävle' }
export const FARAH: Aktor = { id: 'farah', namn: 'Farah Fors', roll: 'fmr', enhet: 'Gävle' }
export const SYSTEM: Aktor = { id: 'system', namn: 'Återgång', roll: 'system' }

type Grad = 1 | 0.75 | 0.5 | 0.25

interface Intygsval {
  readonly grad?: Grad
  readonly till?: string
  readonly fran?: string
  readonly fynd?: Intygsuppgift['fynd']
  readonly diagnos?: readonly [string, string]
  readonly prognosManader?: number
  readonly behandling?: string
}

const handling = (id: string, typ: Handling['typ'], rubrik: string, inkom: Datum): Handling => ({
  id,
  typ,
  rubrik,
  fran: typ === 'lakarintyg' ? 'vard' : 'forsakrad',
  inkom,
  medietyp: 'application/xml',
  sha256: '0'.repeat(64),
  storlek: 100,
  kanal: 'api',
})

/**
 * A person in a test, told as one would tell of them:
 * `person('Anna').anstalldHos('Bruket AB').sjukFran('2026-01-05').medIntyg({ till: '2026-03-01' })`.
 */
export class Provperson {
  readonly namn: string
  arende!: Provarende
  #fodd = datum('1980-01-01')
  #sysselsattning: Ansokan['sysselsattning'] = 'anstalld'
  #arbetsgivare: { namn: string; orgnr?: string } | undefined = { namn: 'Bruket AB', orgnr: '556000-4615' }
  #inkomst = { anstallning: 360_000, annat: 0 }
  #sjuk!: Datum
  #intyg = 0

  constructor(namn: string) {
    this.namn = namn
  }

  fodd(d: string): this {
    this.#fodd = datum(d)
    return this
  }

  anstalldHos(namn: string): this {
    this.#arbetsgivare = { namn, orgnr: '556000-4615' }
    return this
  }

  /** Another way of making a living than employment. */
  som(s: Ansokan['sysselsattning']): this {
    this.#sysselsattning = s
    if (s !== 'anstalld' && s !== 'behovsanstalld') this.#arbetsgivare = undefined
    if (s === 'egenforetagare') this.#inkomst = { anstallning: 0, annat: this.#inkomst.anstallning + this.#inkomst.annat }
    return this
  }

  tjanar(anstallning: number, annat = 0): this {
    this.#inkomst = { anstallning, annat }
    return this
  }

  sjukFran(d: string): this {
    this.#sjuk = datum(d)
    const person: Person = {
      id: `person-${this.namn}`,
      personnummer: '19800101-9804',
      fornamn: this.namn,
      efternamn: 'Andersson',
      fodd: this.#fodd,
      adress: ['Gatan 1', '800 01 Gävle'],
      lan: 'Gävleborg',
      skyddad: false,
    }
    this.arende = new Provarende({
      id: `00000000-0000-4000-8000-${String(this.namn.length).padStart(12, '0')}`,
      person,
      enhet: 'Gävle',
      nummer: `SP-${this.namn}`,
      dag: this.#sjuk,
      aktor: SYSTEM,
    })
    return this
  }

  medIntyg(v: Intygsval = {}): this {
    const fran = v.fran ? datum(v.fran) : this.#sjuk
    const till = v.till ? datum(v.till) : plusDagar(fran, 27)
    const id = `intyg-${++this.#intyg}`
    const varde: Intygsuppgift = {
      handlingId: id,
      intygsId: id,
      typ: 'LISJP',
      version: '2.0',
      signerat: `${fran}T10:00:00`,
      lakare: 'Dr Lena Lind',
      vardenhet: 'Brynäs hälsocentral',
      vardenhetId: 'TEST-ENHET-1',
      perioder: [{ from: fran, tom: till, grad: v.grad ?? 1 }],
      diagnoser: [{ kod: v.diagnos?.[0] ?? 'M545', text: v.diagnos?.[1] ?? 'Lumbago' }],
      arbete: 'Lagerarbetare, tunga lyft',
      funktionsnedsattning: 'Smärta och nedsatt framåtböjning.',
      aktivitetsbegransning: 'Kan inte lyfta mer än 5 kg.',
      behandling: v.behandling ?? 'Fysioterapi',
      prognos: v.prognosManader ? { kod: 'ATER_X_ANTAL_MANADER', dagar: null, manader: v.prognosManader } : null,
      sysselsattning: ['NUVARANDE_ARBETE'],
      forlaggningForsamrar: null,
      fynd: v.fynd ?? [],
    }
    this.arende.kor(
      { typ: 'taEmotIntyg', data: { handling: handling(id, 'lakarintyg', 'Läkarintyg', fran), varde } },
      { id: 'vard', namn: 'Brynäs hälsocentral', roll: 'vard' },
      fran,
    )
    return this
  }

  ansoker(
    v: {
      fran?: string
      till?: string
      omfattning?: Grad
      inkom?: string
      utan?: readonly (keyof Ansokan)[]
      anmald?: boolean
      lon?: Ansokan['lonUnderSjukdom']
    } = {},
  ): this {
    const fran = v.fran ? datum(v.fran) : this.#sjuk
    const till = v.till ? datum(v.till) : plusDagar(fran, 27)
    const inkom = v.inkom ? datum(v.inkom) : fran
    const varde: Record<string, unknown> = {
      inkom,
      forstaSjukdag: this.#sjuk,
      perioder: [{ from: fran, tom: till, omfattning: v.omfattning ?? 1 }],
      sysselsattning: this.#sysselsattning,
      ...(this.#arbetsgivare ? { arbetsgivare: this.#arbetsgivare } : {}),
      arbetsuppgifter: 'Plockar order, lyfter kartonger',
      inkomst: this.#inkomst,
      anmaldSomArbetssokande: v.anmald ?? this.#sysselsattning === 'arbetslos',
      hederOchSamvete: true,
      underskrift: { tid: `${inkom}T08:00:00Z`, metod: 'e-legitimation' },
      ...(v.lon ? { lonUnderSjukdom: v.lon } : {}),
    }
    for (const falt of v.utan ?? []) delete varde[falt]
    this.arende.kor(
      { typ: 'taEmotAnsokan', data: { handling: handling(`ansokan-${inkom}-${fran}`, 'ansokan', 'Ansökan om sjukpenning', inkom), varde } },
      this.aktor,
      inkom,
    )
    return this
  }

  get aktor(): Aktor {
    return { id: `person-${this.namn}`, namn: `${this.namn} Andersson`, roll: 'forsakrad' }
  }

  /** Answers everything that is open as usual, day after day of the same date, until nothing more can be answered so. */
  handlagg(dag: string, v: Svarsval & { tillOchMed?: string; som?: Aktor; specialist?: Aktor } = {}): this {
    const d = datum(dag)
    for (let varv = 0; varv < 40; varv++) {
      const f = this.arende.fragor(d).find((x) => x.roll === 'handlaggare' || x.roll === 'specialist')
      if (!f || f.kod === v.tillOchMed) return this
      if (!svaraSomVanligt(this.arende, f, f.roll === 'specialist' ? (v.specialist ?? SIRI) : (v.som ?? EVA), d, v)) return this
    }
    throw new Error(`Ärendet blir aldrig färdigt den ${dag}.\n${this.arende.trad(d)}`)
  }

  get beslut() {
    return this.arende.lage.beslut
  }

  fragekoder(dag: string): string[] {
    return this.arende.fragor(datum(dag)).map((f) => f.kod)
  }
}

export const person = (namn: string): Provperson => new Provperson(namn)

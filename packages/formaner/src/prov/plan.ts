import type { Aktor, Fraga, Handling, Person } from '@atergang/arende'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { evidensFranBorjan } from '../forebyggande-sjukpenning/evidens/franBorjan.ts'
import type { Evidenspost } from '../forebyggande-sjukpenning/evidens/register.ts'
import type { AnsokanErsattning, AnsokanPlan, Flage, Schemauppgift, Utlatande, YrkatTillfalle } from '../forebyggande-sjukpenning/fakta.ts'
import { planeradeTillfallen, type Besok } from '../forebyggande-sjukpenning/plan/plan.ts'
import type { Veckodag } from '../forebyggande-sjukpenning/tid/arbetsdag.ts'
import type { AnnatArende } from '../gemensamt/fakta.ts'
import { Provarende, type Brevlada } from './arende.ts'
import { EVA, FARAH, SIRI, SYSTEM } from './person.ts'
import { vanligtPlansvar, type Plansvar } from './plansvar.ts'

/** A treatment in a test: on weekdays between two dates, so many minutes from a time. */
export interface Behandlingsval {
  readonly id?: string
  readonly behandling?: string
  readonly annatText?: string
  readonly utforande?: 'paPlats' | 'internet' | 'hemma' | 'utomlands'
  readonly vardgivare?: string
  readonly dagar?: readonly Veckodag[]
  readonly from: string
  readonly tom: string
  readonly start?: string
  readonly min?: number
  readonly resa?: number
  readonly forberedelse?: number
}

const HELTID: Schemauppgift = {
  arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 },
  arbetsstart: '08:00',
  lunch: { start: '12:00', min: 30 },
  avvikelser: [],
}

const dokument = (id: string, typ: Handling['typ'], rubrik: string, inkom: Datum): Handling => ({
  id,
  typ,
  rubrik,
  fran: typ === 'lakarutlatande' ? 'vard' : 'forsakrad',
  inkom,
  medietyp: 'application/json',
  sha256: '0'.repeat(64),
  storlek: 100,
  kanal: 'minaSidor',
})

export const LAKAREN: Aktor = { id: 'vard', namn: 'Dr Lena Lind', roll: 'vard' }

/** What a case is opened as: the demo gives its own people and letters. */
export interface Planarendeval {
  readonly id: string
  readonly person: Person
  readonly enhet?: string
  readonly nummer?: string
  readonly brevlada?: Brevlada
  /** keeps the bytes of what came in, and gives the document as the case then knows it */
  readonly handling?: (h: Handling, varde: unknown) => Handling
}

/**
 * A person with a plan of treatment in a test, told as one would tell of them:
 * `plan('Anna').medBehandling({ from: '2026-03-02', tom: '2026-04-26', dagar: ['tis'] }).ansokerOmPlan('2026-02-02').medUtlatande()`.
 */
export class Provplan {
  readonly namn: string
  readonly val: Planarendeval | undefined
  arende!: Provarende<Flage>
  #fodd = datum('1980-01-01')
  #sysselsattning: NonNullable<AnsokanPlan['sysselsattning']> = 'anstalld'
  #inkomst: { anstallning: number; annat: number } | undefined = { anstallning: 360_000, annat: 0 }
  #schema: Schemauppgift | undefined = HELTID
  #arsarbetstid: number | undefined = 1980
  #arbetssokande: AnsokanPlan['arbetssokande']
  #initiativ: NonNullable<AnsokanPlan['initiativ']> = 'vard'
  #behandlingar: AnsokanPlan['behandlingar'] = []
  #register: readonly Evidenspost[] = evidensFranBorjan(datum('2026-01-01'))
  #andra: readonly AnnatArende[] = []
  #egna: readonly unknown[] = []
  #handlingar = 0

  constructor(namn: string, val?: Planarendeval) {
    this.namn = namn
    this.val = val
  }

  fodd(d: string): this {
    this.#fodd = datum(d)
    return this
  }

  /** Another way of making a living than employment; the unemployed seek work so many hours a day. */
  som(s: NonNullable<AnsokanPlan['sysselsattning']>, timmarPerDag = 8): this {
    this.#sysselsattning = s
    if (s === 'arbetslos') {
      this.#schema = undefined
      this.#arbetssokande = { anmald: true, beredd: true, timmarPerDag }
    }
    return this
  }

  tjanar(anstallning: number, annat = 0): this {
    this.#inkomst = { anstallning, annat }
    return this
  }

  utanInkomst(): this {
    this.#inkomst = undefined
    return this
  }

  medSchema(s: Schemauppgift | null, arsarbetstid: number | null = 1980): this {
    this.#schema = s ?? undefined
    this.#arsarbetstid = arsarbetstid ?? undefined
    return this
  }

  paInitiativAv(i: NonNullable<AnsokanPlan['initiativ']>): this {
    this.#initiativ = i
    return this
  }

  /** The register as it is known to the country when the case fetches it. */
  medRegister(r: readonly Evidenspost[]): this {
    this.#register = r
    if (this.arende) this.#satt()
    return this
  }

  /** What the person's other cases have come to. */
  medAndraArenden(a: readonly AnnatArende[], dag?: string): this {
    this.#andra = a
    if (this.arende) this.#satt()
    if (dag) this.arende.hamta(datum(dag))
    return this
  }

  medTidigarePlaner(poster: readonly unknown[]): this {
    this.#egna = poster
    return this
  }

  medBehandling(b: Behandlingsval): this {
    const besok: Besok = {
      slag: 'veckor',
      veckodagar: [...(b.dagar ?? ['tis'])],
      from: datum(b.from),
      tom: datum(b.tom),
      veckointervall: 1,
      undantag: [],
      start: b.start ?? '08:00',
      behandlingMin: b.min ?? 240,
      forberedelseMin: b.forberedelse ?? 0,
      resaMin: b.resa ?? 0,
      efterMin: 0,
    }
    this.#behandlingar = [
      ...this.#behandlingar.filter((x) => x.id !== (b.id ?? 'b1')),
      {
        id: b.id ?? 'b1',
        behandling: b.behandling ?? 'mmr',
        ...(b.annatText ? { annatText: b.annatText } : {}),
        utforande: b.utforande ?? 'paPlats',
        vardgivare: b.vardgivare ?? 'Smärtkliniken i Gävle',
        besok: [besok],
      },
    ]
    return this
  }

  #satt(): void {
    this.arende.omvarld = { andraArenden: this.#andra, egnaPoster: this.#egna, evidensregister: this.#register }
  }

  #inled(dag: Datum): void {
    if (this.arende) return
    const person: Person = this.val?.person ?? {
      id: `person-${this.namn}`,
      personnummer: '19800101-9804',
      fornamn: this.namn,
      efternamn: 'Andersson',
      fodd: this.#fodd,
      adress: ['Gatan 1', '800 01 Gävle'],
      lan: 'Gävleborg',
      skyddad: false,
    }
    this.arende = new Provarende<Flage>({
      id: this.val?.id ?? `00000000-0000-4000-9000-${String(this.namn.length).padStart(12, '0')}`,
      person,
      enhet: this.val?.enhet ?? 'Gävle',
      nummer: this.val?.nummer ?? `FP-${this.namn}`,
      dag,
      aktor: SYSTEM,
      forman: 'forebyggande-sjukpenning',
      sak: `plan-${dag}`,
      ...(this.val?.brevlada ? { brevlada: this.val.brevlada } : {}),
    })
    this.#satt()
  }

  /** A case opened before anything has been applied for, as when it is handed over. */
  oppnas(dag: string): this {
    this.#inled(datum(dag))
    return this
  }

  ansokerOmPlan(dag: string, v: { utan?: readonly (keyof AnsokanPlan)[] } & Partial<AnsokanPlan> = {}): this {
    const inkom = datum(dag)
    this.#inled(inkom)
    const { utan, ...mer } = v
    const varde: Record<string, unknown> = {
      inkom,
      behandlingar: this.#behandlingar,
      syfte: 'forebyggaSjukdom',
      ordineradAv: { namn: 'Dr Lena Lind', vardenhet: 'Smärtkliniken i Gävle', vardgivartyp: 'smartrehabilitering' },
      initiativ: this.#initiativ,
      sysselsattning: this.#sysselsattning,
      arsarbetstid: this.#arsarbetstid,
      arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' },
      inkomst: this.#inkomst,
      arbetsschema: this.#schema,
      arbetssokande: this.#arbetssokande,
      hederOchSamvete: true,
      underskrift: { tid: `${inkom}T08:00:00Z`, metod: 'e-legitimation' },
      ...mer,
    }
    for (const falt of utan ?? []) delete varde[falt]
    this.arende.kor(
      {
        typ: 'taEmotPlanansokan',
        data: { handling: this.#handling(this.#handlingsid('plan'), 'ansokan', 'Ansökan om godkännande av plan', inkom, varde), varde },
      },
      this.aktor,
      inkom,
    )
    return this
  }

  medUtlatande(v: { dag?: string; utan?: readonly (keyof Utlatande)[] } & Partial<Omit<Utlatande, 'inkom'>> = {}): this {
    const { dag, utan, ...mer } = v
    const inkom = dag ? datum(dag) : plusDagar(this.arende.lage.fakta[0]!.registrerad.slice(0, 10) as Datum, 3)
    const varde: Record<string, unknown> = {
      inkom,
      handlingId: this.#handlingsid('utlatande'),
      diagnoser: [{ kod: 'M545', text: 'Lumbago' }],
      beskrivning: 'Återkommande ländryggssmärta.',
      risk: 'Tungt arbete och återkommande besvär gör att risken för nedsatt arbetsförmåga är stor.',
      behandlingar: this.#behandlingar.map((b) => ({
        id: b.id,
        behandling: b.behandling,
        hurMinskarRisken: 'Ökar styrka och uthållighet.',
        stod: 'Har stöd i riktlinjer för problemet.',
        schema: 'Enligt planen.',
      })),
      uppfoljning: { nar: plusDagar(inkom, 120), hur: 'Återbesök hos läkaren.' },
      lakare: 'Dr Lena Lind',
      vardenhet: 'Smärtkliniken i Gävle',
      vardgivartyp: 'smartrehabilitering',
      ordinerad: inkom,
      signerad: `${inkom}T10:00:00Z`,
      ...mer,
    }
    for (const falt of utan ?? []) delete varde[falt]
    this.arende.kor(
      {
        typ: 'taEmotUtlatande',
        data: { handling: this.#handling(varde.handlingId as string, 'lakarutlatande', 'Läkarutlåtande', inkom, varde), varde },
      },
      LAKAREN,
      inkom,
    )
    return this
  }

  /** Claims for planned occasions on these dates as they were planned, or for those told. */
  ansokerOmErsattning(
    dag: string,
    datumen: readonly (string | (Partial<YrkatTillfalle> & { datum: string }))[],
    v: Partial<AnsokanErsattning> & { ersatter?: string } = {},
  ): this {
    const inkom = datum(dag)
    const planerade = planeradeTillfallen(this.#behandlingar as Parameters<typeof planeradeTillfallen>[0])
    const tillfallen = datumen.map((d, i): Record<string, unknown> => {
      const { datum: nar, ...mer } = typeof d === 'string' ? { datum: d } : d
      const p = planerade.find((x) => x.datum === nar)
      const b =
        this.#behandlingar.find((x) => x.id === (p?.behandling ?? (mer as Partial<YrkatTillfalle>).behandling)) ?? this.#behandlingar[0]!
      return {
        id: `t${i + 1}`,
        behandling: b.id,
        utforande: b.utforande,
        datum: datum(nar),
        start: p?.start ?? '08:00',
        behandlingMin: p?.behandlingMin ?? 240,
        forberedelseMin: p?.forberedelseMin ?? 0,
        resaMin: p?.resaMin ?? 0,
        ...mer,
      }
    })
    const { ersatter, ...mer } = v
    const varde = { inkom, tillfallen, hederOchSamvete: true, underskrift: { tid: `${inkom}T08:00:00Z`, metod: 'e-legitimation' }, ...mer }
    this.arende.kor(
      {
        typ: 'taEmotErsattningsansokan',
        data: {
          handling: this.#handling(this.#handlingsid('ersattning'), 'ansokan', 'Ansökan om ersättning', inkom, varde),
          varde,
          ...(ersatter ? { ersatter } : {}),
        },
      },
      this.aktor,
      inkom,
    )
    return this
  }

  /** In a case of the demo an id as any other; in a test one that says what it is. */
  #handlingsid(slag: string): string {
    return this.val?.handling ? this.arende.nyttId() : `${slag}-${++this.#handlingar}`
  }

  #handling(id: string, typ: Handling['typ'], rubrik: string, inkom: Datum, varde: unknown): Handling {
    const h = dokument(id, typ, rubrik, inkom)
    return this.val?.handling ? this.val.handling(h, varde) : h
  }

  registrerar(namn: string, varde: unknown, dag: string, som: Aktor = this.aktor): this {
    this.arende.kor({ typ: 'registreraFaktum', namn, varde, kalla: { typ: 'forsakrad', text: 'uppgift' } }, som, datum(dag))
    return this
  }

  get aktor(): Aktor {
    const p = this.val?.person
    return p
      ? { id: p.id, namn: `${p.fornamn} ${p.efternamn}`, roll: 'forsakrad' }
      : { id: `person-${this.namn}`, namn: `${this.namn} Andersson`, roll: 'forsakrad' }
  }

  /** Answers everything that is open as usual on a day, until nothing more can be answered so. The adviser answers when asked. */
  handlagg(
    dag: string,
    v: Plansvar & { tillOchMed?: string; som?: Aktor; specialist?: Aktor; fmr?: string | null; svar?: (f: Fraga) => unknown } = {},
  ): this {
    const d = datum(dag)
    for (let varv = 0; varv < 80; varv++) {
      const f = this.arende
        .fragor(d)
        .find((x) => x.roll === 'handlaggare' || x.roll === 'specialist' || (x.roll === 'fmr' && v.fmr !== null))
      if (!f || f.kod === v.tillOchMed) return this
      const svar =
        v.svar?.(f) ??
        (f.roll === 'fmr' ? { svar: v.fmr ?? 'Behandlingen har stöd för problemet i den omfattning som planeras.' } : vanligtPlansvar(f, v))
      if (svar === undefined) return this
      const vem = f.roll === 'fmr' ? FARAH : f.roll === 'specialist' ? (v.specialist ?? SIRI) : (v.som ?? EVA)
      this.arende.kor({ typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }, vem, d)
    }
    throw new Error(`Ärendet blir aldrig färdigt den ${dag}.\n${this.arende.trad(d)}`)
  }

  /** What the system does by itself, day after day until the day is over. */
  tidenGar(till: string): this {
    const slut = datum(till)
    for (let varv = 0; varv < 200; varv++) {
      const l = this.arende.lage
      const nasta = this.arende.forman
        .flode(l.arende.flodesversion)
        .automatik(l, slut)
        .filter((a) => a.dag <= slut)
        .sort((a, b) => (a.dag < b.dag ? -1 : 1))[0]
      if (!nasta || l.avslutat) return this
      const fore = this.arende.journal.length
      const dag = [nasta.dag, this.arende.journal.at(-1)!.dag].sort().at(-1)!
      this.arende.kor(nasta.kommando, SYSTEM, dag as Datum)
      if (this.arende.journal.length === fore) return this
    }
    throw new Error('Det automatiska tar aldrig slut.')
  }

  get beslut() {
    return this.arende.lage.beslut
  }

  fragekoder(dag: string): string[] {
    return this.arende.fragor(datum(dag)).map((f) => f.kod)
  }

  vantan(dag: string): string[] {
    return this.arende.utredning(datum(dag)).vantar.map((v) => v.vad)
  }
}

export const plan = (namn: string, val?: Planarendeval): Provplan => new Provplan(namn, val)

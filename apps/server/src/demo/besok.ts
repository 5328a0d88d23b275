import { oppnaBegaran, type Aktor, type Fraga, type Utredning } from '@atergang/arende'
import { interimlage, planlage, underlaget } from '@atergang/formaner'
import { arVardag, narmasteVardag, plusDagar, type Datum } from '@atergang/kalender'
import type { Pagaende } from './fall.ts'
import { FARAH } from './personal.ts'
import { svaretPa } from './svar.ts'
import { anteckningstext, kontakttext } from './texter.ts'

/** Who at the agency comes to the case. Omprövning is somebody else's than the one who decided. */
const BESOKARE = ['handlaggare', 'specialist', 'fmr', 'omprovare'] as const
type Besokare = (typeof BESOKARE)[number]

const FLEST_SVAR = 60
const HEMMASTADD_DAG = 90

/** So many weekdays later; the same day, or the first weekday after it, for none. */
export function vardagarEfter(dag: Datum, antal: number): Datum {
  let d = narmasteVardag(dag)
  for (let i = 0; i < antal; i++) d = narmasteVardag(plusDagar(d, 1))
  return d
}

/** The officials of one case: when they come to it, and what they do there. Weekdays only. */
export class Besok {
  readonly #f: Pagaende
  readonly #planerade = new Map<Besokare, Datum>()
  /** questions nobody here answers */
  readonly #lamnade = new Set<string>()

  constructor(f: Pagaende) {
    this.#f = f
  }

  get nasta(): Datum | null {
    return [...this.#planerade.values()].sort()[0] ?? null
  }

  /** Plans visits for what is open and makes those of the day, until the day has no more. */
  gor(dag: Datum): void {
    for (let nagon = true; nagon;) {
      nagon = false
      for (const b of BESOKARE) {
        if (this.#f.lage.avslutat || !this.#kommerTill(b, dag)) continue
        this.#planerade.delete(b)
        this.#arbeta(b, dag)
        nagon = true
      }
    }
  }

  #kommerTill(b: Besokare, dag: Datum): boolean {
    const { ode } = this.#f.fall
    const takt = ode.takt[b]
    if (takt === null || this.#oppna(b, dag).length === 0) {
      this.#planerade.delete(b)
      return false
    }
    const plan = this.#planerade.get(b) ?? vardagarEfter(dag, takt)
    if (ode.rorsInteFran && plan >= ode.rorsInteFran) {
      this.#planerade.delete(b)
      return false
    }
    this.#planerade.set(b, plan)
    return plan <= dag && arVardag(dag)
  }

  /** What the visitor has to answer. The officer waits for the adviser before judging. */
  #oppna(b: Besokare, dag: Datum): Fraga[] {
    const vantarFmr = oppnaBegaran(this.#f.lage).some((x) => x.typ === 'fmrKonsultation')
    return this.#f
      .utredning(dag)
      .fragor.filter(
        (f) => besokaren(f) === b && !this.#lamnade.has(lamnad(f)) && !(b === 'handlaggare' && vantarFmr && BEDOMNINGAR.has(f.kod)),
      )
  }

  #aktor(b: Besokare): Aktor {
    const { ode } = this.#f.fall
    return b === 'fmr' ? FARAH : ode[b]
  }

  #arbeta(b: Besokare, dag: Datum): void {
    const aktor = this.#aktor(b)
    if (b === 'handlaggare') this.#forbered(aktor, dag)
    for (let varv = 0; varv < FLEST_SVAR; varv++) {
      const [fraga] = this.#oppna(b, dag)
      if (!fraga) return b === 'handlaggare' ? this.#interimistiskt(aktor, dag) : undefined
      this.#svara(fraga, aktor, dag)
    }
    throw new Error(`Ärendet ${this.#f.lage.arende.nummer} blir aldrig färdigt den ${dag}.\n${this.#f.arende.trad(dag)}`)
  }

  #svara(fraga: Fraga, aktor: Aktor, dag: Datum): void {
    const f = this.#f
    const { person, sjukfall, ode } = f.fall
    if (fraga.kod === 'ansokansgranskning' && f.lage.begaran.some((b) => b.typ === 'ansokanskomplettering' && b.svar)) {
      f.gor(
        {
          typ: 'registreraFaktum',
          namn: 'inkomst',
          varde: person.inkomst,
          kalla: { typ: 'forsakrad', text: 'Svar på föreläggandet', datum: dag },
        },
        aktor,
        dag,
      )
      return
    }
    const diagnos =
      (fraga.period && sjukfall.find((s) => s.from <= fraga.period!.tom && fraga.period!.from <= s.tom)?.diagnos) ||
      sjukfall.at(-1)!.diagnos
    const svar = fraga.inteFor.includes(aktor.id) ? undefined : svaretPa(fraga, { person, diagnos, ode, lage: f.lage })
    if (svar === undefined) this.#lamnade.add(lamnad(fraga))
    else f.gor({ typ: 'svara', nyckel: fraga.nyckel, underlag: fraga.underlag, svar }, aktor, dag)
  }

  /** What the officer does besides answering: takes the case, calls, asks the employer and the adviser. */
  #forbered(aktor: Aktor, dag: Datum): void {
    const f = this.#f
    const { ode, person, sjukfall } = f.fall
    const { diagnos } = sjukfall.at(-1)!
    if (ode.javig && f.lage.javiga.length === 0) {
      f.gor({ typ: 'tilldela', roll: 'handlaggare', till: ode.javig }, ode.javig, dag)
      f.gor({ typ: 'lamnaTillbaka', roll: 'handlaggare', skal: 'jav', text: 'Personen är bekant till mig.' }, ode.javig, dag)
    }
    if (!f.lage.tilldelning.handlaggare) f.gor({ typ: 'tilldela', roll: 'handlaggare', till: aktor }, aktor, dag)
    if (ode.ringer && f.lage.kontakter.length === 0)
      f.gor(
        {
          typ: 'noteraKontakt',
          kontakt: { med: 'forsakrad', satt: 'telefon', riktning: 'ut', traffad: true, dag, text: kontakttext(diagnos) },
        },
        aktor,
        dag,
      )
    if (ode.antecknar && f.lage.anteckningar.length === 0) f.gor({ typ: 'anteckna', text: anteckningstext(diagnos) }, aktor, dag)
    const intyg = f.lage.handlingar.findLast((h) => h.typ === 'lakarintyg')
    if (ode.antecknar && intyg && f.lage.vagningar.length === 0)
      f.gor(
        {
          typ: 'vagHandling',
          vagning: {
            handlingId: intyg.id,
            beaktad: true,
            vikt: 'stor',
            for: ['ratten', 'rehabiliteringen'],
            skal: 'Utförligt, bygger på undersökning och upprepade kontakter.',
          },
        },
        aktor,
        dag,
      )
    const u = underlaget(f.lage, dag)
    if (ode.hamtarPlan && planlage(f.lage, u).status === 'skaFinnas' && f.lage.begaran.every((b) => b.typ !== 'atergansplan'))
      f.gor(
        {
          typ: 'begarPlan',
          data: { text: `Skicka er plan för återgång för ${person.fornamn} ${person.efternamn}. Vad har ni provat, och vad planerar ni?` },
        },
        aktor,
        dag,
      )
    const senSjukdom = u.grupper.some((g) => g.rader.some((r) => r.kedjedagTill > HEMMASTADD_DAG))
    if (ode.fragarFmr && senSjukdom && f.lage.begaran.every((b) => b.typ !== 'fmrKonsultation'))
      f.gor(
        {
          typ: 'fragaFmr',
          data: { text: `Vad innebär ${diagnos.text.toLowerCase()} för uthålligheten i lättare arbete, så som intyget beskriver det?` },
        },
        aktor,
        dag,
      )
  }

  /** While somebody else is waited for, the person may be paid in the meantime (112 kap. 2 a §). */
  #interimistiskt(aktor: Aktor, dag: Datum): void {
    const f = this.#f
    const vantar = (u: Utredning) => u.vantar.some((v) => v.pa === 'vard' || v.pa === 'arbetsgivare')
    if (!f.fall.ode.interimistiskt || aktor.roll !== 'handlaggare' || !vantar(f.utredning(dag))) return
    const lage = interimlage(f.lage, underlaget(f.lage, dag))
    const [forsta, sista] = [lage.dagar[0], lage.dagar.at(-1)]
    if (!lage.mojligt || !forsta || !sista) return
    f.gor(
      {
        typ: 'beslutaInterimistiskt',
        data: { from: forsta.from, tom: sista.tom, ingetTalarEmot: true, skal: 'Utredningen fortsätter medan vi väntar på svar.' },
      },
      aktor,
      dag,
    )
  }
}

const BEDOMNINGAR: ReadonlySet<string> = new Set(['arbetsformaga', 'rehabilitering'])

const besokaren = (f: Fraga): Besokare | null => (f.kod === 'omprovning' ? 'omprovare' : (BESOKARE.find((b) => b === f.roll) ?? null))
const lamnad = (f: Fraga): string => `${f.nyckel}\n${f.underlag}`

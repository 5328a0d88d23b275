import type { Aktor, Handling } from '@atergang/arende'
import { analyspost, godkandaBehandlingar, utdagar, type AnnatArende, type Evidenspost } from '@atergang/formaner'
import { plan, type Plansvar, type Provplan } from '@atergang/formaner/prov'
import { plusDagar, veckodag, type Datum } from '@atergang/kalender'
import { sha256, type Dokumentbytes } from '@atergang/lager'
import { Slump, type PahittadPerson } from '@atergang/syntet'
import { arendeId } from '../fall.ts'
import type { Levt } from '../brev.ts'
import type { Brevbytes, Noteratbrev } from '../forlopp.ts'
import { SARA, SIRI } from '../personal.ts'

export const FIA: Aktor = { id: 'fia', namn: 'Fia Falk', roll: 'handlaggare', enhet: 'Gävle' }
export const MOA: Aktor = { id: 'moa', namn: 'Moa Melin', roll: 'handlaggare', enhet: 'Malmö' }

/** What a case of förebyggande sjukpenning in the demo is made with. */
export interface Planvarld {
  readonly idag: Datum
  readonly register: readonly Evidenspost[]
  readonly nummer: (inlett: Datum) => string
}

const utanBytes: Brevbytes = () => ({ sha256: '0'.repeat(64), storlek: 0 })
const efter = (d: Datum): Datum => plusDagar(d, 1)

/** The first of a weekday (1 is Monday) on or after a day. */
export const veckodagFran = (d: Datum, v: number): Datum => plusDagar(d, (v - veckodag(d) + 7) % 7)

/** A plan lived through day by day by the same commands as in the product, with the bytes of all that came in and all letters. */
export class Planfall implements Levt {
  readonly fall: { readonly id: string }
  readonly dokument: Dokumentbytes[] = []
  readonly brev: Noteratbrev[] = []
  readonly logg = null
  readonly p: Provplan
  readonly officer: Aktor
  readonly #specialist: Aktor

  constructor(namn: string, person: PahittadPerson, v: Planvarld, o: { enhet: string; inlett: Datum }) {
    const id = arendeId(new Slump(`plan/${namn}`))
    this.fall = { id }
    this.officer = o.enhet === 'Malmö' ? MOA : FIA
    this.#specialist = o.enhet === 'Malmö' ? SARA : SIRI
    const { fornamn, efternamn, fodd, adress, lan, skyddad, personnummer } = person
    this.p = plan(fornamn, {
      id,
      person: { id: person.id, personnummer, fornamn, efternamn, fodd, adress, lan, skyddad },
      enhet: o.enhet,
      nummer: v.nummer(o.inlett),
      handling: (h, varde) => this.#handling(h, varde),
      brevlada: (innehall) => {
        const handlingId = this.p.arende.nyttId()
        this.brev.push({ handlingId, innehall })
        return { handlingId, ...utanBytes(handlingId) }
      },
    }).medRegister(v.register)
    if (person.sysselsattning === 'arbetslos') this.p.som('arbetslos')
    this.p.tjanar(person.inkomst.anstallning, person.inkomst.annat)
  }

  get arende() {
    return this.p.arende
  }

  #handling(h: Handling, varde: unknown): Handling {
    const innehall = new TextEncoder().encode(JSON.stringify(varde, null, 2))
    this.dokument.push({ id: h.id, medietyp: h.medietyp, innehall })
    return { ...h, sha256: sha256(innehall), storlek: innehall.byteLength }
  }

  /** The officer of the unit takes the case, and it is handled as usual on the day. */
  handlagg(dag: Datum, v: Parameters<Provplan['handlagg']>[1] = {}): this {
    this.tas(dag)
    this.p.handlagg(dag, { som: this.officer, specialist: this.#specialist, ...v })
    return this
  }

  tas(dag: Datum): this {
    if (!this.arende.lage.tilldelning.handlaggare)
      this.arende.kor({ typ: 'tilldela', roll: 'handlaggare', till: this.officer }, this.officer, dag)
    return this
  }

  /** Handled to a decision, also when it has to be communicated first. Gives the day it was decided. */
  avgors(dag: Datum, v: Plansvar & { fmr?: string | null } = {}): Datum {
    const antal = this.arende.lage.beslut.length
    this.handlagg(dag, v)
    if (this.arende.lage.beslut.length > antal) return dag
    const senast = this.arende.lage.kommuniceringar.at(-1)?.senast
    if (!senast) throw new Error(`${this.p.namn}: ärendet avgörs inte.`)
    this.handlagg(efter(senast), v)
    return efter(senast)
  }

  /** The record of the case, as the person's next plan reads it. */
  post(): object {
    return analyspost(this.arende.lage, this.arende.journal.at(-1)!.dag)!
  }

  /** The days of the case, as the person's other cases count them. */
  somAnnat(): AnnatArende {
    const { lage } = this.arende
    return {
      arende: lage.arende.id,
      nummer: lage.arende.nummer,
      forman: lage.arende.forman,
      ...(utdagar(lage, this.arende.journal.at(-1)!.dag) ?? { betalda: [], sjukdagar: [] }),
    }
  }

  diagnoser(): readonly { kod: string; text: string }[] {
    return (this.arende.lage.fakta.findLast((x) => x.namn === 'utlatande')!.varde as { diagnoser: { kod: string; text: string }[] })
      .diagnoser
  }

  /** Approved dates. */
  planerade(): Datum[] {
    return [...new Set(godkandaBehandlingar(this.arende.lage).flatMap((g) => g.tillfallen.map((t) => t.datum)))].sort()
  }

  /** What the timer has done up to and including the day. */
  morgon(dag: Datum): this {
    this.p.tidenGar(dag)
    return this
  }
}

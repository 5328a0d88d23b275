import { arSkyddad, sammanfatta, type Handelse, type Lage, type Part } from '@atergang/arende'
import { arendevy, formanen, projektion, type Bredvid } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { Dokumentbytes } from './dokumentbytes.ts'
import { handelsetext } from './kedja.ts'
import { siffror } from './parten.ts'
import { sidospar } from './sidospar.ts'
import { begaransrader, tilldelningsrader, vilorader } from './skrivning.ts'
import { uppgifterUr, type Loggad } from './uppgiftslogg.ts'
import { utredningAv } from './utredning.ts'

/** A case with its whole journal, to be written as it stands on `dag`. */
export interface Bulkarende {
  readonly lage: Lage
  readonly journal: readonly Handelse[]
  readonly dokument: readonly Dokumentbytes[]
  readonly dag: Datum
  /** its tasks over time, when the caller has kept them; else they are worked out from the journal */
  readonly uppgifter?: readonly Loggad[]
}

/**
 * A case as the texts that are written of it: JSON, canonical where the chain needs it. Text, so
 * that a large invented population can be made by exchanging names and numbers in it.
 */
export interface Bulkrad {
  readonly arendeId: string
  readonly nummer: string
  /** the person or the employer, as JSON */
  readonly part: { readonly slag: Part['slag']; readonly rad: string }
  /** the columns of the case row but for version and head of the chain */
  readonly arende: string
  readonly version: number
  /** each event in canonical form: what its link of the chain is made of */
  readonly handelser: readonly string[]
  /** rows of each projection, a JSON array */
  readonly projektioner: Readonly<Record<Projektion, string>>
  readonly dokument: readonly Dokumentbytes[]
  /** what the benefit keeps beside the case in tables of its own, or null */
  readonly bredvid: { readonly funktion: Bredvid['funktion']; readonly text: string } | null
  /** the case page of the day, when it is to be prepared */
  readonly vy: string | null
  readonly dag: Datum
}

export const PROJEKTIONER = ['uppgift', 'tilldelning', 'vila', 'jav', 'begaran', 'persondagar', 'analyspost', 'overlamning'] as const
export type Projektion = (typeof PROJEKTIONER)[number]

const bredvid = (p: Bredvid | null): Bulkrad['bredvid'] => p && { funktion: p.funktion, text: JSON.stringify(p.data) }

function partrad(p: Part): Bulkrad['part'] {
  if (p.slag === 'person') return { slag: 'person', rad: JSON.stringify(p.person) }
  return {
    slag: p.slag,
    rad:
      p.slag === 'arbetsgivare'
        ? JSON.stringify({ ...p.arbetsgivare, orgnr: siffror(p.arbetsgivare.orgnr), skyddad: p.arbetsgivare.skyddad === true })
        : '',
  }
}

/** Works out everything that is stored of a case besides its events. */
export function bulkrad(a: Bulkarende, medVy = false): Bulkrad {
  const { lage, journal, dag } = a
  const { arende } = lage
  const utredning = utredningAv(lage, dag)
  const s = sammanfatta(lage, utredning)
  const med = (rader: readonly object[]) => JSON.stringify(rader.map((r) => ({ ...r, arende_id: arende.id, enhet: arende.enhet })))
  return {
    arendeId: arende.id,
    nummer: arende.nummer,
    version: lage.version,
    dag,
    dokument: a.dokument,
    part: partrad(arende.part),
    arende: JSON.stringify({
      id: arende.id,
      nummer: arende.nummer,
      person_id: arende.part.slag === 'person' ? arende.part.person.id : null,
      orgnr: arende.part.slag === 'arbetsgivare' ? siffror(arende.part.arbetsgivare.orgnr) : null,
      sak: arende.sak,
      forman: arende.forman,
      enhet: arende.enhet,
      status: s.status,
      sammanfattning: s,
      kedjedag: formanen(arende.forman).dagnummer(lage, dag),
      nasta_datum: s.nastaDatum,
      nasta_laglig: s.nastaLagliga?.dag ?? null,
      inlett: arende.inlett,
      skyddad: arSkyddad(arende.part),
    }),
    handelser: journal.map(handelsetext),
    projektioner: {
      uppgift: med(a.uppgifter ?? uppgifterUr(arende.id, journal, dag)),
      tilldelning: med(tilldelningsrader(lage)),
      vila: med(vilorader(lage)),
      begaran: med(begaransrader(lage)),
      jav: med(lage.javiga.map((anvandare) => ({ anvandare }))),
      ...utat(lage, dag, med),
    },
    bredvid: bredvid(projektion(lage, dag)),
    vy: medVy ? JSON.stringify(arendevy(lage, journal, dag).vy) : null,
  }
}

/** What the case shows outside itself; only of a case whose party is a person. */
function utat(
  lage: Lage,
  dag: Datum,
  med: (rader: readonly object[]) => string,
): Pick<Bulkrad['projektioner'], 'persondagar' | 'analyspost' | 'overlamning'> {
  const { arende } = lage
  const { dagar, post, overlamningar } = sidospar(lage, dag)
  const person_id = arende.part.slag === 'person' ? arende.part.person.id : null
  const en = (innehall: object | null) =>
    innehall && person_id ? [{ person_id, forman: arende.forman, nummer: arende.nummer, innehall }] : []
  return {
    persondagar: med(en(dagar)),
    analyspost: med(en(post)),
    overlamning: med(
      overlamningar.map((o) => ({
        ...o,
        till_enhet: (o as { enhet: string }).enhet,
        person_id,
        fran: arende.forman,
        nummer: arende.nummer,
      })),
    ),
  }
}

import type { Datum, Period } from '@atergang/kalender'
import { plusDagar } from '@atergang/kalender'
import { befolkning, sjukdagar, sjukfall, Slump, type PahittadPerson } from '@atergang/syntet'
import { enhetFor } from '../tjanster/enheter.ts'
import { arendeId, inleds, type Fall } from './fall.ts'
import { Forlopp } from './forlopp.ts'
import { PLANPERSONER } from './forebyggande/personer.ts'
import { namngivna } from './namngivna.ts'
import { slumpatOde } from './ode.ts'
import { PERSONER } from './personer.ts'

/** Cases of one person, the oldest first; nearly always one. */
export type Personfall = readonly Fall[]

/** People with a fixed story keep their numbers. */
const FASTA_NUMMER = [...Object.values(PERSONER), ...Object.values(PLANPERSONER)].map((p) => p.personnummer)

const SKYDDADES_ENHET = 'Gävle'

/** The invented people of the demo, those with a fixed story first. */
export function demofall(idag: Datum, o: { antal: number; fro: string; medNamngivna?: boolean }): Personfall[] {
  const fasta = (o.medNamngivna ?? true) ? namngivna(idag).map((f) => [f]) : []
  const s = new Slump(o.fro)
  const folk = befolkning({ fro: o.fro, antal: o.antal - fasta.length, idag, utom: FASTA_NUMMER })
  const dagar = sjukdagar(s.gren('dagar'), folk.length)
  return [...fasta, ...folk.flatMap((p, i) => personfall(p, s.gren(p.id), idag, dagar[i]!))]
}

function personfall(person: PahittadPerson, s: Slump, idag: Datum, dag: number): Personfall[] {
  const plan = sjukfall(person, s, { idag, dag })
  const enhet = person.skyddad ? SKYDDADES_ENHET : enhetFor(person.lan)
  const ode = slumpatOde(s.gren('ode'), person, enhet)
  // A break of ninety days ends the case; what comes after is a new one.
  const delar = plan.monster === 'langtUppehall' ? plan.fall.map((f) => [f]) : [plan.fall]
  const fall = delar.flatMap((sjukfallen, i): Fall[] => {
    const inlett = inleds(sjukfallen)
    return inlett === null ? [] : [{ id: arendeId(s.gren(`arende${i}`)), person, enhet, sjukfall: sjukfallen, ode, inlett }]
  })
  return fall.length ? [fall] : []
}

export interface Levnadsval {
  readonly till: Datum
  readonly nummer: (f: Fall) => string
  readonly andas?: () => Promise<unknown>
}

/** Lives through a person's cases until the end of `till`. */
export async function levt([forsta, andra]: Personfall, { till, nummer, andas }: Levnadsval): Promise<Forlopp[]> {
  const f = new Forlopp(forsta!, nummer(forsta!))
  if (!andra) return [await f.kor(till, andas)]
  await f.kor(plusDagar(andra.inlett, -1), andas)
  // Still open: then the new illness belongs to the same case, as when the certificate comes in.
  if (!f.lage.avslutat)
    return [await new Forlopp({ ...forsta!, sjukfall: [...forsta!.sjukfall, ...andra.sjukfall] }, nummer(forsta!)).kor(till, andas)]
  return [await f.kor(till, andas), await new Forlopp({ ...andra, tidigareBetalt: betalt(f) }, nummer(andra)).kor(till, andas)]
}

const betalt = (f: Forlopp): Period[] =>
  f.lage.beslut.flatMap((b) => b.utbetalning.filter((r) => r.kronorPerDag > 0).map(({ from, tom }) => ({ from, tom })))

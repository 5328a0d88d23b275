import type { Faltfel } from '@atergang/arende'
import { arDatum, type Period } from '@atergang/kalender'
import { rehabkedja as rakna, type Rehabkedja } from '@atergang/regelverk'
import { idag, kravText, lasArgument, lasDatum, lasJson } from '../argument.ts'
import { Kommandofel } from '../problem.ts'

const GRADER: ReadonlySet<unknown> = new Set([0.25, 0.5, 0.75, 1])

function periodfel(p: unknown, i: number): Faltfel[] {
  if (typeof p !== 'object' || p === null || Array.isArray(p))
    return [{ falt: String(i), text: 'Varje rad ska vara en period med from, tom och grad.' }]
  const { from, tom, grad } = p as Record<string, unknown>
  const datumfel = (['from', 'tom'] as const)
    .filter((f) => !arDatum((p as Record<string, unknown>)[f]))
    .map((f) => ({ falt: `${i}.${f}`, text: 'Skriv datumet som år-månad-dag, till exempel 2026-03-02.' }))
  if (datumfel.length === 0 && (tom as string) < (from as string))
    datumfel.push({ falt: `${i}.tom`, text: 'Perioden slutar innan den börjar. Byt plats på dagarna.' })
  return GRADER.has(grad) ? datumfel : [...datumfel, { falt: `${i}.grad`, text: 'Graden ska vara 0.25, 0.5, 0.75 eller 1.' }]
}

/** Reads the sick periods. @throws {Kommandofel} naming every row that is wrong. */
function lasPerioder(vag: string): Period[] {
  const rader = lasJson(vag, 'fil', 'en lista: [{"from": "2026-03-02", "tom": "2026-03-29", "grad": 1}]')
  if (!Array.isArray(rader))
    throw new Kommandofel('ejLista', 'Filen ska innehålla en lista med perioder.', [
      { falt: 'fil', text: 'Skriv en lista: [{"from": …, "tom": …, "grad": …}].' },
    ])
  const fel = rader.flatMap(periodfel)
  if (fel.length)
    throw new Kommandofel('ogiltigaPerioder', `${fel.length === 1 ? 'En uppgift' : `${fel.length} uppgifter`} i filen behöver ändras.`, fel)
  return rader as Period[]
}

/** `rehabkedja`: both day counters and the ground of assessment on a day (27 kap. 46–51 §§ SFB). */
export function rehabkedja(ord: readonly string[]): Rehabkedja {
  const a = lasArgument(ord, { fil: { type: 'string' }, datum: { type: 'string' } })
  const dag = a.varden.datum === undefined ? idag() : lasDatum(String(a.varden.datum), 'datum')
  const svar = rakna(lasPerioder(kravText(a, 'fil', 'filen med sjukperioder')), dag)
  if (svar.nastaGrans && !arDatum(svar.nastaGrans.datum))
    throw new Kommandofel('ogiltigtDatum', `Dag ${svar.nastaGrans.dag} i kedjan ligger efter år 9999 och kan inte skrivas.`, [
      { falt: 'datum', text: 'Ange en tidigare dag.' },
    ])
  return svar
}

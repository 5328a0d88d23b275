import type { Aktor } from '@atergang/arende'
import { plusDagar, senast, type Datum } from '@atergang/kalender'
import { Slump } from '@atergang/syntet'
import { vardagarEfter } from './besok.ts'
import type { Forlopp } from './forlopp.ts'
import { EVA, INGRID, MONA, OLLE } from './personal.ts'

/** How many cases an officer has in hand on an ordinary morning. */
export interface Bord {
  readonly aktor: Aktor
  readonly kraver: number
  readonly vantar: number
  readonly vilar: number
}

const MORGONEN: readonly Bord[] = [
  { aktor: EVA, kraver: 8, vantar: 10, vilar: 3 },
  { aktor: OLLE, kraver: 7, vantar: 9, vilar: 2 },
  { aktor: MONA, kraver: 6, vantar: 8, vilar: 2 },
  { aktor: INGRID, kraver: 9, vantar: 9, vilar: 0 },
]

const VILOSKAL = [
  'Inväntar utredning från företagshälsovården',
  'Personen är på rehabilitering till dess',
  'Avstämningsmöte är bokat',
] as const

/** Who stands free whatever else is decided, and who stays with the officer that handled the case. */
export interface Fasta {
  readonly fria: ReadonlySet<string>
  readonly kvar: ReadonlySet<string>
}

export const INGA_FASTA: Fasta = { fria: new Set(), kvar: new Set() }

/** Deals the cases out as of the morning of `idag`: some on officers' desks, a few resting, the rest free to fetch. */
export function fordela(alla: readonly Forlopp[], idag: Datum, fasta: Fasta, bord = MORGONEN): void {
  const s = new Slump('fördelning')
  const igar = sistaArbetsdag(idag)
  const oppna = alla.filter((f) => !f.lage.avslutat)
  const kvar = new Set<Forlopp>(oppna.filter((f) => fasta.kvar.has(f.fall.id)))
  for (const b of bord) for (const f of bordet(s.gren(b.aktor.id), b, oppna, idag, igar, fasta)) kvar.add(f)
  for (const f of oppna) if (!kvar.has(f)) lamnas(f, igar)
}

const sistaArbetsdag = (idag: Datum): Datum => {
  for (let d = plusDagar(idag, -1); ; d = plusDagar(d, -1)) if (vardagarEfter(d, 0) === d) return d
}

/** Never before what has already happened in the case. */
const dagFor = (f: Forlopp, igar: Datum): Datum => senast(igar, f.arende.journal.at(-1)!.dag)
const harAttGora = (f: Forlopp, idag: Datum): boolean => f.utredning(idag).fragor.some((q) => q.roll === 'handlaggare')
const vantarPaNagon = (f: Forlopp, idag: Datum): boolean =>
  f.utredning(idag).fragor.length > 0 || f.utredning(idag).vantar.some((v) => v.pa !== 'tid' && !v.vad.startsWith('Ny ansökan'))

function bordet(s: Slump, b: Bord, oppna: readonly Forlopp[], idag: Datum, igar: Datum, fasta: Fasta): Forlopp[] {
  const egna = s.blandad(oppna.filter((f) => f.lage.tilldelning.handlaggare?.till.id === b.aktor.id && !fasta.fria.has(f.fall.id)))
  const nyaAttTa = s.blandad(
    oppna.filter(
      (f) =>
        !f.lage.tilldelning.handlaggare &&
        f.fall.enhet === b.aktor.enhet &&
        !f.fall.person.skyddad &&
        !fasta.fria.has(f.fall.id) &&
        !f.lage.javiga.includes(b.aktor.id) &&
        harAttGora(f, idag),
    ),
  )
  const attGora = [...egna.filter((f) => harAttGora(f, idag)), ...(b.aktor === INGRID ? [] : nyaAttTa)].slice(0, b.kraver + b.vilar)
  const vantar = egna
    .filter((f) => !harAttGora(f, idag))
    .sort((x, y) => vikt(y, idag, fasta) - vikt(x, idag, fasta))
    .slice(0, b.vantar)
  for (const f of attGora)
    if (!f.lage.tilldelning.handlaggare) f.gor({ typ: 'tilldela', roll: 'handlaggare', till: b.aktor }, b.aktor, dagFor(f, igar))
  for (const f of attGora.slice(b.kraver))
    f.gor(
      { typ: 'laggVilande', roll: 'handlaggare', skal: s.val(VILOSKAL), till: vardagarEfter(idag, s.heltal(2, 8)) },
      b.aktor,
      dagFor(f, igar),
    )
  return [...attGora, ...vantar]
}

/** Those waiting for somebody first: a desk is not full of cases where nothing is to come. */
const vikt = (f: Forlopp, idag: Datum, fasta: Fasta): number => (fasta.kvar.has(f.fall.id) ? 2 : vantarPaNagon(f, idag) ? 1 : 0)

function lamnas(f: Forlopp, igar: Datum): void {
  const har = f.lage.tilldelning.handlaggare?.till
  if (har)
    f.gor(
      { typ: 'lamnaTillbaka', roll: 'handlaggare', skal: 'fordelning', text: 'Lämnas till enheten. Nästa händelse bevakas.' },
      har,
      dagFor(f, igar),
    )
}

import { gallandeBeslut, gallandeSvar, type Beslut, type Faktum } from '@atergang/arende'
import { plusDagar, veckodag, type Datum } from '@atergang/kalender'
import { avvisningar, type AnsokansgranskningSvar, type Brist } from '../../gemensamt/ansokan/granskning.ts'
import { underlagAv } from '../../gemensamt/steg.ts'
import { fakt, type AnsokanErsattning, type Flage, type YrkatTillfalle } from '../fakta.ts'
import { godkandaBehandlingar, planAttProva, planerna, type GodkandBehandling } from '../plan/planlage.ts'
import { medAnkomstdag, saknasPaPappret } from '../papper.ts'
import type { PlaneratTillfalle } from '../plan/plan.ts'
import { granskaTillfallen } from '../tid/tillfalle.ts'
import { arbetsdagPa } from '../uppgifter.ts'

// The claims of a case: several side by side, each with a matter of its own.

export interface Ersattningsmal {
  readonly ansokan: Faktum<AnsokanErsattning, 'ansokanErsattning'>
  readonly sak: string
  readonly beslut: Beslut | null
  readonly avvisad: boolean
}

export const ersattningssak = (ansokanId: string): string => `ersattning:${ansokanId}`

const minne = new WeakMap<Flage, readonly Ersattningsmal[]>()

/** Every claim, in the order they came; worked out once for a case. */
export function ersattningarna(l: Flage): readonly Ersattningsmal[] {
  let e = minne.get(l)
  if (!e) minne.set(l, (e = raknaMal(l)))
  return e
}

function raknaMal(l: Flage): Ersattningsmal[] {
  const avvisade = new Set(avvisningar(l).map((b) => b.orsak))
  return fakt(l, 'ansokanErsattning').map((faktum) => {
    const ansokan = medAnkomstdag(l, faktum)
    const sak = ersattningssak(ansokan.id)
    const forsta = l.beslut.find((b) => b.typ === 'slutligt' && b.avser === sak && b.utfall !== 'avvisat')
    return { ansokan, sak, beslut: forsta ? gallandeBeslut(l, forsta) : null, avvisad: avvisade.has(ansokan.id) }
  })
}

export const ersattningarAttProva = (l: Flage): Ersattningsmal[] => ersattningarna(l).filter((m) => !m.beslut && !m.avvisad)

export const yrkadeDatum = (m: Ersattningsmal): Datum[] => [...new Set(m.ansokan.varde.tillfallen.map((t) => t.datum))].sort()

/** First and last claimed date. */
export const malperiod = (m: Ersattningsmal): { from: Datum; tom: Datum } => ({ from: yrkadeDatum(m)[0]!, tom: yrkadeDatum(m).at(-1)! })

// --- is the claim complete? ---------------------------------------------------------------------------

/** What stands in the way of trying the claim, with the row it stands on: told to the person in place, and to the officer when it was sent all the same. */
export function saknasIErsattningen(l: Flage, a: AnsokanErsattning): Brist[] {
  const fel = granskaTillfallen(a.tillfallen, (dag) => arbetsdagPa(l, dag)?.minuter ?? 0)
  return [
    ...(a.hederOchSamvete && a.underskrift ? [] : [{ text: 'Underskrift på heder och samvete (110 kap. 4 §)', falt: 'annat' }]),
    ...fel.map((f) => ({ text: `Rad ${f.rad + 1}: ${f.text}`, falt: 'tillfallen' })),
    ...saknasPaPappret(a.papper),
  ]
}

export const ersattningsgranskningsnyckel = (m: Ersattningsmal): string => `ansokansgranskning:${m.ansokan.id}`

/** Complete, or the officer has said that it will do. */
export function arGranskad(l: Flage, m: Ersattningsmal): boolean {
  const saknas = saknasIErsattningen(l, m.ansokan.varde).map((s) => s.text)
  if (saknas.length === 0) return true
  return (
    gallandeSvar<AnsokansgranskningSvar>(l, ersattningsgranskningsnyckel(m), underlagAv({ ansokan: m.ansokan.id, saknas }))?.svar.beslut ===
    'racker'
  )
}

/** The plan is not decided yet, and nothing else in the case is approved: the claim waits for step 1. */
export const vantarPaPlan = (l: Flage): boolean =>
  godkandaBehandlingar(l).length === 0 && (planAttProva(l) !== undefined || planerna(l).length === 0)

/** Claims that can be tried today. */
export const provbara = (l: Flage): Ersattningsmal[] => ersattningarAttProva(l).filter((m) => !vantarPaPlan(l) && arGranskad(l, m))

// --- the claim against the plan (section 11 of the specification) -----------------------------------------

export const TRAFFAR = {
  sammaTid: 'som planerat',
  annanTid: 'samma dag, annan tid',
  flyttad: 'flyttad inom veckan',
  fler: 'fler besök än planen godkänner, inom tiden',
  utanfor: 'utanför den godkända planen',
  redanProvad: 'dagen finns redan i en annan ansökan',
} as const
export type Traff = keyof typeof TRAFFAR

export interface Matchat {
  readonly tillfalle: YrkatTillfalle
  readonly traff: Traff
  readonly planerat: PlaneratTillfalle | null
}

const KRAVER_SVAR: ReadonlySet<Traff> = new Set(['fler', 'utanfor', 'redanProvad'])
export const arAvvikelse = (x: Matchat): boolean => KRAVER_SVAR.has(x.traff)

const mandagen = (d: Datum): Datum => plusDagar(d, 1 - veckodag(d))

/**
 * Each claimed occasion against the approved visits of its treatment: the same time, the same day, another day of the week (once for each visit), more
 * within the time, or outside. A visit answers to one occasion only, whichever claim it stands in; a date tried in an earlier claim is not tried again.
 */
function matchaEn(
  m: Ersattningsmal,
  godkanda: readonly GodkandBehandling[],
  tagna: Set<PlaneratTillfalle>,
  provade: ReadonlySet<Datum>,
): Matchat[] {
  const ut = new Map<string, Matchat>()
  const kvar = m.ansokan.varde.tillfallen.filter((t) => {
    if (provade.has(t.datum)) ut.set(t.id, { tillfalle: t, traff: 'redanProvad', planerat: null })
    return !provade.has(t.datum)
  })
  const varv: readonly [Traff, (t: YrkatTillfalle, p: PlaneratTillfalle) => boolean][] = [
    ['sammaTid', (t, p) => p.datum === t.datum && p.start === t.start],
    ['annanTid', (t, p) => p.datum === t.datum],
    ['flyttad', (t, p) => mandagen(p.datum) === mandagen(t.datum)],
  ]
  for (const [traff, passar] of varv) {
    for (const t of kvar.filter((x) => !ut.has(x.id))) {
      const p = godkanda.find((g) => g.id === t.behandling)?.tillfallen.find((x) => !tagna.has(x) && passar(t, x))
      if (!p) continue
      tagna.add(p)
      ut.set(t.id, { tillfalle: t, traff, planerat: p })
    }
  }
  for (const t of kvar.filter((x) => !ut.has(x.id))) {
    const g = godkanda.find((x) => x.id === t.behandling)
    ut.set(t.id, { tillfalle: t, traff: g && g.from <= t.datum && t.datum <= g.tom ? 'fler' : 'utanfor', planerat: null })
  }
  return m.ansokan.varde.tillfallen.map((t) => ut.get(t.id)!)
}

const matchminne = new WeakMap<Flage, ReadonlyMap<string, readonly Matchat[]>>()

/** Every claim matched, the earliest first. */
export function matchade(l: Flage, m: Ersattningsmal): readonly Matchat[] {
  let alla = matchminne.get(l)
  if (!alla) {
    const godkanda = godkandaBehandlingar(l)
    const tagna = new Set<PlaneratTillfalle>()
    const provade = new Set<Datum>()
    const ut = new Map<string, readonly Matchat[]>()
    for (const x of ersattningarna(l).filter((e) => !e.avvisad)) {
      ut.set(x.sak, matchaEn(x, godkanda, tagna, new Set(provade)))
      for (const d of yrkadeDatum(x)) provade.add(d)
    }
    matchminne.set(l, (alla = ut))
  }
  return alla.get(m.sak) ?? []
}

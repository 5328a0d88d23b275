import { indatafel, type Beslut } from '@atergang/arende'
import * as z from 'zod'
import { gallandeSlutliga, type Andringsvag, type Omrakning } from '../gemensamt/beslut/andring.ts'
import { kravRader, minstSomForut, omprovadeRader, type Andras, type Omprovningsvag } from '../gemensamt/beslut/omprovning.ts'
import { dagskillnader } from '../gemensamt/dagvis.ts'
import { skillnad } from '../gemensamt/utbetalning.ts'
import { datumSchema, las, text } from '../las.ts'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { ersattningsandringsbrev, ersattningsomprovningsbrev } from './brev/ersattning.ts'
import { planomprovningsbrev } from './brev/plan.ts'
import { beslutsrader, dagarna, utbetalningen, type Attbetala } from './ersattning/dagar.ts'
import { ersattningarna, type Ersattningsmal } from './ersattning/ersattningslage.ts'
import { ersattningsutfall } from './ersattning/forslag.ts'
import type { Flage, Forebyggandefakta } from './fakta.ts'
import { planrad, planutfall } from './plan/forslag.ts'
import { planeradeTillfallen } from './plan/plan.ts'
import { behandlingarna, godkandaTillfallen, innehallet, planerna, type Planbeslutsrad, type Planinnehall } from './plan/planlage.ts'
import type { Andel } from './tid/dagstid.ts'
import { VERSIONER } from './versioner.ts'

const arPlan = (b: Beslut): boolean => (b.innehall as { slag?: string } | undefined)?.slag === 'plan'

// --- omprövning ------------------------------------------------------------------------------------------

/** What a reviewed plan becomes: treatment by treatment, never less than was approved (113 kap. 8 §). */
const planandringSchema = z.object({
  behandlingar: z
    .array(
      z.object({
        id: z.string(),
        godkanns: z.enum(['ja', 'begransat', 'nej'], { message: 'Välj om behandlingen godkänns.' }),
        from: datumSchema.optional(),
        tom: datumSchema.optional(),
        hogstTillfallen: z.number().int().min(1).optional(),
        text: text('Motiveringen'),
      }),
    )
    .min(1, 'Ta ställning till varje behandling.'),
})

/** Later than any day: nothing is approved. */
const SIST = '9999-12-31'
const ORDNING = { nej: 0, begransat: 1, ja: 2 } as const

function omprovadPlan(l: Flage, b: Beslut, svar: Andras): Planinnehall {
  const forra = innehallet(b)
  const { behandlingar } = las(planandringSchema, svar.innehall)
  const p = planerna(l).find((x) => x.ansokan.id === forra.ansokan)!
  const plan = behandlingarna(p.ansokan.varde)
  return {
    ...forra,
    behandlingar: forra.behandlingar.map((r): Planbeslutsrad => {
      const ny = behandlingar.find((x) => x.id === r.id)
      const behandling = plan.find((x) => x.id === r.id)
      return ny && behandling ? planrad(behandling, { ...ny, skal: ny.godkanns === 'nej' ? [...r.skal] : [] }) : r
    }),
  }
}

/** @throws {Domanfel} when any treatment gets fewer occasions, other ones, or a shorter time than was approved (113 kap. 8 §) */
function kontrolleraPlan(l: Flage, b: Beslut, svar: Andras): void {
  const forra = innehallet(b)
  const { behandlingar } = las(planandringSchema, svar.innehall)
  const nya = omprovadPlan(l, b, svar).behandlingar
  behandlingar.forEach((ny, i) => {
    const r = forra.behandlingar.find((x) => x.id === ny.id)
    const falt = (namn: string) => `innehall.behandlingar.${i}.${namn}`
    if (!r)
      throw indatafel('okandBehandling', 'Behandlingen finns inte i beslutet.', [
        { falt: falt('id'), text: 'Välj en behandling i beslutet.' },
      ])
    const samre = (f: string, text: string) =>
      indatafel('tillNackdel', 'Vid omprövning får beslutet inte ändras till personens nackdel (113 kap. 8 §).', [{ falt: falt(f), text }])
    const blir = nya.find((x) => x.id === ny.id)!
    if (ORDNING[ny.godkanns] < ORDNING[r.godkanns]) throw samre('godkanns', `Välj minst det som redan är godkänt för ${r.namn}.`)
    if (r.godkantFrom && (blir.godkantFrom ?? SIST) > r.godkantFrom)
      throw samre('from', `${r.namn} är redan godkänd från ${medManadsnamn(r.godkantFrom)}. Välj den dagen eller en tidigare.`)
    if (r.godkantTom && (blir.godkantTom ?? '') < r.godkantTom)
      throw samre('tom', `${r.namn} är redan godkänd till och med ${medManadsnamn(r.godkantTom)}. Välj den dagen eller en senare.`)
    if (blir.godkanda < r.godkanda)
      throw samre('hogstTillfallen', `${r.godkanda} tillfällen är redan godkända för ${r.namn}. Välj minst så många.`)
    if (!tackerIn(l, forra, r, blir))
      throw samre(
        'hogstTillfallen',
        `De tillfällen som redan är godkända för ${r.namn} ryms inte. Välj fler tillfällen, eller en senare första dag.`,
      )
  })
}

/** Every occasion that was approved is so still. */
function tackerIn(l: Flage, forra: Planinnehall, r: Planbeslutsrad, blir: Planbeslutsrad): boolean {
  const plan = behandlingarna(planerna(l).find((x) => x.ansokan.id === forra.ansokan)!.ansokan.varde).find((x) => x.id === r.id)
  if (!plan) return true
  const planerade = planeradeTillfallen([plan])
  const nu = new Set(godkandaTillfallen(planerade, blir))
  return godkandaTillfallen(planerade, r).every((t) => nu.has(t))
}

const malet = (l: Flage, b: Beslut): Ersattningsmal => ersattningarna(l).find((m) => m.sak === b.avser)!

/** The claimed days with the shares that a human has given them. */
function medAndelar(l: Flage, m: Ersattningsmal, andel: (dag: Datum) => number, idag: Datum): Attbetala[] {
  return dagarna(l, m, idag).map((d) => ({ datum: d.datum, tid: d.tid, andel: andel(d.datum) as Andel }))
}

export const omprovningsvag: Omprovningsvag<Forebyggandefakta> = {
  versioner: VERSIONER,
  kontrollera: (l, b, svar) => (arPlan(b) ? kontrolleraPlan(l as Flage, b, svar) : kravRader(b, svar)),
  andrat(lage, b, svar, idag) {
    const l = lage as Flage
    if (arPlan(b)) {
      const innehall = omprovadPlan(l, b, svar)
      return { utfall: planutfall(innehall.behandlingar), rader: [], utbetalning: [], innehall, saknas: [] }
    }
    const rader = omprovadeRader(b.rader, svar)
    const { rader: nya, saknas } = utbetalningen(
      l,
      medAndelar(l, malet(l, b), (d) => rader.find((r) => r.from === d)?.grad ?? 0, idag),
      b.id,
    )
    const utbetalning = minstSomForut(b, rader, nya)
    return { utfall: ersattningsutfall(rader), rader, utbetalning, innehall: b.innehall, saknas }
  },
  arDetsamma: (b, nytt) =>
    arPlan(b)
      ? JSON.stringify((nytt.innehall as Planinnehall).behandlingar.map((r) => [r.godkanns, r.godkanda, r.godkantFrom, r.godkantTom])) ===
        JSON.stringify(innehallet(b).behandlingar.map((r) => [r.godkanns, r.godkanda, r.godkantFrom, r.godkantTom]))
      : !nytt.rader.some((r, i) => r.grad > b.rader[i]!.grad),
  brev(lage, o) {
    const l = lage as Flage
    if (arPlan(o.beslut) || o.beslut.avser?.startsWith('plan:'))
      return planomprovningsbrev(l, { ...o, plan: o.utfall === 'andras' && o.innehall ? (o.innehall as Planinnehall).behandlingar : null })
    return ersattningsomprovningsbrev(l, o)
  },
}

// --- ändring ---------------------------------------------------------------------------------------------

/** Facts and decisions that can make a decided claim come out otherwise: what the plan is, and what was done. */
const ANDRAR: ReadonlySet<string> = new Set(['avbruten', 'narvaro', 'planandring'])

/** What has happened since the decision that its days rest on, in words; null when nothing has. */
function sedanBeslutet(l: Flage, b: Beslut): string | null {
  if (b.typ === 'omprovning') return null
  const kanda = new Set(b.fakta)
  const plan = l.beslut.some((x) => x.typ === 'omprovning' && x.avser?.startsWith('plan:') && x.ersatter !== undefined && x.tid > b.tid)
  if (plan) return 'Planen har godkänts efter omprövning.'
  const nytt = l.fakta.find((f) => ANDRAR.has(f.namn) && !kanda.has(f.id))
  return nytt
    ? {
        avbruten: 'Behandlingen slutade tidigare än planerat.',
        narvaro: 'Vårdgivaren har lämnat uppgift om närvaro.',
        planandring: 'Planen har ändrats.',
      }[nytt.namn as 'avbruten']
    : null
}

/** Decided claims that would come out otherwise on what is known now: other days when the plan or what was done has changed, else other amounts. */
export function omrakningar(l: Flage, idag: Datum): Omrakning[] {
  return gallandeSlutliga(l).flatMap((beslut): Omrakning[] => {
    const m = ersattningarna(l).find((x) => x.sak === beslut.avser)
    if (!m) return []
    const varfor = sedanBeslutet(l, beslut)
    const dagar = dagarna(l, m, idag)
    const rader = varfor ? beslutsrader(dagar) : beslut.rader
    const { rader: nya, saknas } = utbetalningen(
      l,
      medAndelar(l, m, (d) => rader.find((r) => r.from === d)?.grad ?? 0, idag),
      beslut.id,
    )
    if (saknas.length) return []
    const s = skillnad(beslut.utbetalning, nya)
    if (s.kronor === 0 && s.rader.length === 0 && dagskillnader(beslut.utbetalning, nya).length === 0) return []
    return [{ beslut, nya, skillnad: s, ...(varfor ? { varfor, rader } : {}) }]
  })
}

export const andringsvag: Andringsvag<Forebyggandefakta> = {
  versioner: VERSIONER,
  forman: 'förebyggande sjukpenning',
  utfall: ersattningsutfall,
  omrakningar: (l, idag) => omrakningar(l as Flage, idag),
  brev: (l, a) => ersattningsandringsbrev(l as Flage, a),
}

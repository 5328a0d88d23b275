import type { Slump } from '../slump.ts'
import { APR_FRAN, EFFEKTER } from './effekter.ts'
import { BEHANDLINGAR } from './behandlingar.ts'
import type { Grund } from './grund.ts'
import { SAKNAS } from './kolumner.ts'
import type { Beslutatfall, Liv } from './liv.ts'
import { forstaErsattningsdag } from './liv.ts'
import { ANSTALLD, type Invanare } from './person.ts'
import { BESLUTSSLAG, FORMANER, SKAL, UTFALL, type Register } from './register.ts'
import { aretFor, forstaDagen, manadenFor } from './tid.ts'

/** Room for each person's cases and decisions in the numbers of them. */
const FALL_PER_PERSON = 64
const BESLUT_PER_PERSON = 128

const slag = (s: (typeof BESLUTSSLAG)[number]): number => BESLUTSSLAG.indexOf(s)
const skal = (s: (typeof SKAL)[number]): number => SKAL.indexOf(s)
const [BIFALL, AVSLAG] = [UTFALL.indexOf('bifall'), UTFALL.indexOf('avslag')]
const nr = (n: number | null): number => n ?? SAKNAS

/** Writes a life into the registers, as far as they reach: what began before them or is not decided when they end is cut or left out. */
export function skrivLiv(s: Slump, p: Invanare, l: Liv, g: Grund, r: Register): void {
  r.person.lagg({
    person_id: p.id,
    kon: p.kvinna ? 0 : 1,
    fodelsear: p.fodelsear,
    lan: p.lan,
    sf_omrade: p.sf,
    sysselsattning: p.sysselsattning,
    yrke: nr(p.yrke),
    arbetsgivare_id: p.arbetsgivare === null ? SAKNAS : p.arbetsgivare + 1,
    inkomst: p.inkomst,
  })
  const beslut = beslutsskrivare(p, g, r)
  l.fall.forEach((f, i) => skrivFall(s, p, f, p.id * FALL_PER_PERSON + i, g, r, beslut))
  l.forebyggande.forEach((f, i) => {
    const id = p.id * FALL_PER_PERSON + i
    const u = s.tal()
    if (f.inkom >= g.start && f.inkom <= g.slut) {
      const b = BEHANDLINGAR[f.behandling]!
      r.behandlingsplan.lagg({
        plan_id: id,
        person_id: p.id,
        lan: p.lan,
        sf_omrade: p.sf,
        inkom: f.inkom,
        kursstart: f.kursstart,
        diagnos: f.diagnos,
        behandling: f.behandling,
        evidens_svag: b.svag ? 1 : 0,
        vardgivartyp: f.vardgivare,
      })
      beslut(
        'forebyggande_plan',
        id,
        f.handlaggare,
        f.inkom,
        f.planBeslut,
        !f.planBifall,
        b.svag && u < 0.7 ? skal('ej_evidens') : skal('ingen_sjukdomsrisk'),
      )
    }
    if (f.planBifall)
      beslut(
        'forebyggande_ersattning',
        id,
        f.ersattningHandlaggare,
        f.ersattningInkom,
        f.ersattningBeslut,
        !f.ersattningBifall,
        skal('under_en_fjardedel'),
      )
    for (const x of f.utbetalningar) {
      if (x.fran >= g.start && x.fran <= g.slut)
        r.utbetalning.lagg({
          person_id: p.id,
          lan: p.lan,
          forman: FORMANER.indexOf('forebyggande_sjukpenning'),
          arende_id: id,
          fran: x.fran,
          tom: x.tom,
          nettodagar: x.kvartar * 25,
          belopp: x.belopp,
        })
    }
  })
  l.apr.forEach((b, i) => {
    const id = p.id * FALL_PER_PERSON + i
    beslut('apr', id, b.handlaggare, b.inkom, b.beslutad, !b.bifall, skal('ej_rehabiliterande_atgard'))
    if (b.beslutad < g.start || b.beslutad > g.slut) return
    const ny = b.beslutad >= APR_FRAN
    // Only since the change in 2018 can the support be followed for the employee (004 §3.1).
    r.apr_bidrag.lagg({
      bidrag_id: id,
      stod: ny ? 1 : 0,
      arbetsgivare_id: p.arbetsgivare! + 1,
      person_id: ny ? p.id : SAKNAS,
      lan: p.lan,
      inkom: b.inkom,
      beslutad: b.beslutad,
      utfall: b.bifall ? BIFALL : AVSLAG,
      atgardstyp: b.atgardstyp,
      anordnare_id: g.utbud.anordnare(p.lan, b.anordnarlott),
      belopp: b.bifall ? b.belopp : 0,
    })
  })
  const t = l.tvilling
  if (t)
    r.facit_behandling.lagg({
      person_id: p.id,
      kursstart: t.kursstart,
      behandling: t.behandling,
      dagar_6_med: t.med[0]!,
      dagar_12_med: t.med[1]!,
      dagar_24_med: t.med[2]!,
      dagar_6_utan: t.utan[0]!,
      dagar_12_utan: t.utan[1]!,
      dagar_24_utan: t.utan[2]!,
    })
}

type Beslutsskrivare = (
  vad: (typeof BESLUTSSLAG)[number],
  arende: number,
  handlaggare: number,
  inkom: number,
  beslutad: number,
  nekas: boolean,
  varfor: number,
) => void

function beslutsskrivare(p: Invanare, g: Grund, r: Register): Beslutsskrivare {
  let n = 0
  return (vad, arende, handlaggare, inkom, beslutad, nekas, varfor) => {
    const id = p.id * BESLUT_PER_PERSON + n++
    if (beslutad < g.start || beslutad > g.slut) return
    r.beslut.lagg({
      beslut_id: id,
      slag: slag(vad),
      arende_id: arende,
      person_id: p.id,
      lan: p.lan,
      sf_omrade: p.sf,
      handlaggare_id: handlaggare,
      inkom,
      beslutad,
      utfall: nekas ? AVSLAG : BIFALL,
      skal: nekas ? varfor : SAKNAS,
    })
  }
}

function skrivFall(s: Slump, p: Invanare, f: Beslutatfall, id: number, g: Grund, r: Register, beslut: Beslutsskrivare): void {
  const plan = planen(s, p, f, g)
  const varfor = s.tal() < 0.7 ? skal('arbetsformaga_ej_nedsatt') : skal('underlag_otillrackligt')
  beslut('sjukpenning_forsta', id, f.handlaggare, f.inkom, f.beslutad, f.nekas, varfor)
  if (f.tom < g.start || f.fran > g.slut) return
  r.sjukfall.lagg({
    sjukfall_id: id,
    person_id: p.id,
    lan: p.lan,
    sf_omrade: p.sf,
    sysselsattning: p.sysselsattning,
    arbetsgivare_id: p.arbetsgivare === null ? SAKNAS : p.arbetsgivare + 1,
    diagnos: f.diagnosOkand ? SAKNAS : f.diagnos,
    fran: f.fran,
    tom: f.tom > g.slut ? SAKNAS : f.tom,
    startgrad: f.grad * 25,
    plan_begard: plan.begard,
    plan_inkom: plan.inkom,
  })
  if (!f.nekas) utbetala(p, f, id, g, r)
}

const PLAN_DAG = 30
/** The plan for return asked of the employer on day 30, and when it came: oftener in time where the letter is used. */
function planen(s: Slump, p: Invanare, f: Beslutatfall, g: Grund): { begard: number; inkom: number } {
  const lott = [s.tal(), s.tal(), s.tal()] as const
  const begard = f.fran + PLAN_DAG
  if (p.sysselsattning !== ANSTALLD || f.tom <= begard || begard > g.slut || begard < g.start) return { begard: SAKNAS, inkom: SAKNAS }
  const b = EFFEKTER.brev
  const andel =
    b.grund +
    b.perAr * (aretFor(begard) - aretFor(b.fran)) +
    g.planOmrade[p.sf]! +
    (begard >= g.lottning.brevFran[p.sf]! ? b.andelsenheter : 0)
  const inkom = lott[0] < andel ? begard + 3 + Math.floor(27 * lott[1]) : lott[2] < 0.5 ? begard + 31 + Math.floor(90 * lott[1]) : SAKNAS
  return { begard, inkom: inkom > g.slut ? SAKNAS : inkom }
}

/** A row a calendar month, and one more where the degree or the benefit changes in it. */
function utbetala(p: Invanare, f: Beslutatfall, id: number, g: Grund, r: Register): void {
  const sist = Math.min(f.tom, g.slut)
  let fran = Math.max(forstaErsattningsdag(p, f), g.start)
  while (fran <= sist) {
    const m = manadenFor(fran)
    let tom = Math.min(sist, forstaDagen(m + 1) - 1)
    if (f.bytesdag > fran) tom = Math.min(tom, f.bytesdag - 1)
    if (f.rehabFran > fran) tom = Math.min(tom, f.rehabFran - 1)
    const [dagar, grad] = [tom - fran + 1, fran >= f.bytesdag ? f.senareGrad : f.grad]
    r.utbetalning.lagg({
      person_id: p.id,
      lan: p.lan,
      forman: FORMANER.indexOf(fran >= f.rehabFran ? 'rehabiliteringspenning' : 'sjukpenning'),
      arende_id: id,
      fran,
      tom,
      nettodagar: dagar * grad * 25,
      belopp: dagar * g.dagbelopp(p, grad, fran),
    })
    fran = tom + 1
  }
}

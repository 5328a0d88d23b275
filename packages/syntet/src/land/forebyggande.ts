import type { Slump } from '../slump.ts'
import { behandlingensDiagnos, behandlingensVardgivare, BEHANDLINGAR, dragenBehandling, SVAG_LOGIT } from './behandlingar.ts'
import { EFFEKTER, FBSJP_FONSTER } from './effekter.ts'
import { erlang, exponential, logistisk } from './fordelning.ts'
import { kursManader, kvartar, kvartarI } from './forebyggandetakt.ts'
import type { Grund } from './grund.ts'
import { ALDST_FORSAKRAD, ALDERSAR, UTANFOR, YNGST_FORSAKRAD, type Invanare } from './person.ts'
import { aretI, forstaDagen } from './tid.ts'

/** An application for preventive sickness benefit and what came of it. Days are day numbers. */
export interface Forebyggande {
  readonly inkom: number
  readonly planBeslut: number
  readonly planBifall: boolean
  readonly handlaggare: number
  readonly behandling: number
  readonly diagnos: number
  readonly vardgivare: number
  readonly ersattningInkom: number
  readonly ersattningBeslut: number
  readonly ersattningBifall: boolean
  readonly ersattningHandlaggare: number
  /** a row a month, when paid */
  readonly utbetalningar: readonly { readonly fran: number; readonly tom: number; readonly kvartar: number; readonly belopp: number }[]
  /** first day of the course */
  readonly kursstart: number
}

/** Women are the larger part of those who get the benefit; the mean over both is one. */
const KVINNOTAKT = 1.24
const HANDLAGGNINGSDAGAR = 30
const ERSATTNINGSDAGAR = 20

export const kanFaForebyggande = (p: Invanare): boolean =>
  p.sysselsattning !== UTANFOR && ALDERSAR - p.fodelsear >= YNGST_FORSAKRAD && ALDERSAR - p.fodelsear <= ALDST_FORSAKRAD

/** Applications of one person, in order. Most people have none. */
export function forebyggande(s: Slump, p: Invanare, g: Grund): Forebyggande[] {
  if (!kanFaForebyggande(p)) return []
  const takt = g.forebyggandetakter[p.lan]!
  const nekas = g.nekande[p.lan]!
  const summa = takt.summa
  // Rates are of paid courses; applications are as many more as are refused.
  const skala = (p.kvinna ? KVINNOTAKT : 2 - KVINNOTAKT) / ((1 - nekas.plan) * (1 - nekas.ersattning))
  const ut: Forebyggande[] = []
  let x = 0
  let m = 0
  for (;;) {
    x += exponential(s, 1) / skala
    if (x >= summa[summa.length - 1]!) return ut
    while (summa[m]! <= x) m++
    const manad = takt.forstaManad + m
    if (aretI(manad) - p.fodelsear >= 18) ut.push(enAnsokan(s, p, manad, g))
  }
}

function enAnsokan(s: Slump, p: Invanare, manad: number, g: Grund): Forebyggande {
  const takt = g.forebyggandetakter[p.lan]!
  const nekas = g.nekande[p.lan]!
  const kursstart = forstaDagen(manad)
  const inkom = forstaDagen(manad - 1) + Math.floor(s.tal() * 28)
  const behandling = dragenBehandling(s.tal())
  const diagnos = behandlingensDiagnos(behandling, s.tal())
  const vardgivare = behandlingensVardgivare(behandling, s.tal())
  const hl = g.organisation.for('forebyggande', p.sf)
  const forst = hl[Math.floor(s.tal() * hl.length)]!
  const sedan = hl[Math.floor(s.tal() * hl.length)]!
  const insats =
    g.lottning.informerade.has(p.lan) && inkom >= EFFEKTER.informationsinsats.fran ? EFFEKTER.informationsinsats.handlaggningsdagar : 0
  const planBeslut = inkom + 1 + Math.floor(erlang(s, 4, HANDLAGGNINGSDAGAR + insats))
  const planBifall = s.tal() >= logistisk(nekas.planGrund + forst.logit + (BEHANDLINGAR[behandling]!.svag ? SVAG_LOGIT : 0))
  const ersattningBifall = s.tal() >= logistisk(nekas.ersattningGrund + sedan.logit)
  const ersattningInkom = Math.max(planBeslut, forstaDagen(manad + 1)) + Math.floor(s.tal() * 10)
  const ersattningBeslut = ersattningInkom + 1 + Math.floor(erlang(s, 4, ERSATTNINGSDAGAR))
  const q = kvartar(exponential(s, 1), takt.medeldagar)
  const perDag = takt.kronorPerDag * (0.75 + 0.5 * s.tal())
  const n = kursManader(q)
  const utbetalningar =
    planBifall && ersattningBifall
      ? Array.from({ length: n }, (_, k) => ({
          fran: forstaDagen(manad + k),
          tom: forstaDagen(manad + k + 1) - 1,
          kvartar: kvartarI(q, n, k),
          belopp: Math.round((kvartarI(q, n, k) / 4) * perDag),
        }))
      : []
  return {
    inkom,
    planBeslut,
    planBifall,
    handlaggare: forst.id,
    behandling,
    diagnos,
    vardgivare,
    ersattningInkom,
    ersattningBeslut,
    ersattningBifall,
    ersattningHandlaggare: sedan.id,
    utbetalningar,
    kursstart,
  }
}

/** The first day of benefit in the audit's months, of the person's first course there. */
export function forstaIFonstret(lista: readonly Forebyggande[]): { fall: Forebyggande; dag: number } | null {
  for (const fall of lista) {
    const u = fall.utbetalningar.find((x) => x.fran >= FBSJP_FONSTER.fran && x.fran <= FBSJP_FONSTER.tom)
    if (u) return { fall, dag: u.fran }
  }
  return null
}

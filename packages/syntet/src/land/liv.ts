import type { Slump } from '../slump.ts'
import { aprBidrag, type Aprbidrag } from './apr.ts'
import { BEHANDLINGAR } from './behandlingar.ts'
import { EFFEKTER } from './effekter.ts'
import { erlang, exponential } from './fordelning.ts'
import { forebyggande, forstaIFonstret, type Forebyggande } from './forebyggande.ts'
import type { Grund } from './grund.ts'
import { diagnosnummer, dragenDiagnos, langd, overlever } from './langd.ts'
import { nekasSjukpenning } from './nekande.ts'
import { ANSTALLD, UTANFOR, type Invanare } from './person.ts'
import { harSjuklon, nyttFall, sjukliv, type Aterganstakt, type Fall, type Livsval } from './sjukliv.ts'
import { aretFor } from './tid.ts'
import { lansmal } from '../forlaga.ts'
import { lansnummer } from './geografi.ts'

/** A case with its first decision. */
export interface Beslutatfall extends Fall {
  readonly inkom: number
  readonly beslutad: number
  readonly nekas: boolean
  readonly handlaggare: number
  readonly diagnosOkand: boolean
  /** from which day rehabilitation benefit is paid instead; after the last day when never */
  readonly rehabFran: number
}

export interface Liv {
  readonly forebyggande: readonly Forebyggande[]
  readonly apr: readonly Aprbidrag[]
  readonly fall: readonly Beslutatfall[]
  /** what the first paid course did, when it can be followed */
  readonly tvilling: Tvilling | null
}

/** The same life after a paid course as it was and as it would have been without: certified days within so many days. */
export interface Tvilling {
  readonly kursstart: number
  readonly behandling: number
  readonly med: readonly number[]
  readonly utan: readonly number[]
}
export const FOLJD = [183, 365, 730] as const

const TRE_AR = 1095
const UPPVARMNING = 1095
const SJUKLONEDAGAR = 14
/** Days before the course that the inserted earlier case ends, on average. */
const SENAST_SJUK = 160
const OKAND_DIAGNOS = 0.05
const REHAB = 0.06
const REHAB_MINST = 120
const andelTidigare = lansmal().map((l) => l.andelTidigare)

/** Counties whose cases before preventive benefit differ: Södermanland's are short (J064), Gävleborg's oftener of the muscles (J065). */
const KORTA_FALL = { lan: lansnummer('Södermanland'), takt: 1.8 }
const RORELSE = { lan: lansnummer('Gävleborg'), andel: 0.3, diagnos: 'M545' }
const EGEN_DIAGNOS = 0.55

/** First day with benefit of a case: employees have sick pay first (roughly; the law itself is in regelverk). */
export const forstaErsattningsdag = (p: Invanare, f: Fall): number => f.fran + (harSjuklon(p) ? SJUKLONEDAGAR : 1)

/** How fast people return at this employer and time. */
function aterganstakt(p: Invanare, g: Grund): Aterganstakt {
  if (p.sysselsattning !== ANSTALLD || p.arbetsgivare === null) return () => 1
  const n = g.arbetsgivare.anstallda[p.arbetsgivare]!
  const storlek = n <= EFFEKTER.storlek.litenTill ? EFFEKTER.storlek.liten : EFFEKTER.storlek.stor
  const reform = n >= EFFEKTER.reform.minstAnstallda ? EFFEKTER.reform.faraAterga : 1
  return (fran) => storlek * (fran >= EFFEKTER.reform.fran ? reform : 1)
}

function besluta(s: Slump, p: Invanare, g: Grund, f: Fall): Beslutatfall {
  const hl = g.organisation.for('sjukpenning', p.sf)
  const h = hl[Math.floor(s.tal() * hl.length)]!
  const inkom = forstaErsattningsdag(p, f) + Math.floor(s.tal() * 14)
  const beslutad = inkom + 1 + Math.floor(erlang(s, 3, 22))
  const nekas = s.tal() < nekasSjukpenning(p, f.diagnos, aretFor(inkom), g.organisation.omradeslogit[p.sf]!, h.logit)
  const diagnosOkand = s.tal() < OKAND_DIAGNOS
  const rehab = s.tal() < REHAB && f.tom - f.fran > REHAB_MINST
  return {
    ...f,
    inkom,
    beslutad,
    nekas,
    handlaggare: h.id,
    diagnosOkand,
    rehabFran: rehab ? f.fran + Math.floor(((f.tom - f.fran) * 2) / 3) : f.tom + 1,
  }
}

/** Everything that happens to one person. */
export function liv(s: Slump, p: Invanare, g: Grund): Liv {
  const fbsjp = forebyggande(s.gren('f'), p, g)
  const apr = aprBidrag(s.gren('a'), p, g)
  if (p.sysselsattning === UTANFOR) return { forebyggande: fbsjp, apr, fall: [], tvilling: null }
  const val: Livsval = { lansniva: g.lansniva[p.lan]!, aterga: aterganstakt(p, g) }
  const sjuk = s.gren('s')
  const beslut = s.gren('b')
  const kurs = fbsjp.find((f) => f.utbetalningar.length > 0)
  const bas = kurs
    ? medKurs(s, sjuk, p, g, fbsjp, kurs, val)
    : { fall: sjukliv(sjuk, p, g.start - UPPVARMNING, g.slut + 1, val), tvilling: null, betalas: -1 }
  const fall = bas.fall.map((f, i) => {
    const b = besluta(beslut, p, g, f)
    return i === bas.betalas ? { ...b, nekas: false } : b
  })
  return { forebyggande: fbsjp, apr, fall: medBidrag(s.gren('i'), p, g, apr, fall), tvilling: bas.tvilling }
}

interface Bas {
  readonly fall: Fall[]
  readonly tvilling: Tvilling | null
  /** place of a case that must be paid, or −1 */
  readonly betalas: number
}

/** The life of someone with a paid course: a history as the county has it before, and rarer cases after. */
function medKurs(s: Slump, sjuk: Slump, p: Invanare, g: Grund, fbsjp: readonly Forebyggande[], kurs: Forebyggande, val: Livsval): Bas {
  // The share with a history is the audit's, of those in its months; courses before and after are taken to be alike.
  const forsta = forstaIFonstret(fbsjp) ?? { fall: kurs, dag: kurs.kursstart }
  const h = s.gren('h')
  const haft = h.tal() < andelTidigare[p.lan]!
  const fonster = { fran: forsta.dag - TRE_AR, till: forsta.dag }
  const betald = (f: Fall): boolean => forstaErsattningsdag(p, f) < fonster.till && f.tom >= fonster.fran
  const tillat = !haft ? (f: Fall): boolean => !betald(f) : undefined
  const start = kurs.kursstart
  const fore = sjukliv(sjuk, p, g.start - UPPVARMNING, start, tillat ? { ...val, tillat } : val)
    // Nobody is sick-listed on the day the course begins.
    .map((f) => (f.tom >= start ? { ...f, tom: start - 1 } : f))
    .filter((f) => f.tom - f.fran >= SJUKLONEDAGAR)
  let betalas = -1
  if (haft) {
    const i = fore.findLastIndex(betald)
    if (i >= 0) betalas = i
    else if (forsta.dag - start <= TRE_AR - 10) {
      const nytt = tidigareFall(h, p, kurs, start, fonster.fran)
      const kvar = fore.filter((f) => f.tom < nytt.fran)
      fore.splice(0, fore.length, ...kvar, nytt)
      betalas = fore.length - 1
    }
  }
  const senasteTom = fore.at(-1)?.tom
  const efter = (medEffekt: boolean): Fall[] =>
    sjukliv(s.gren('e'), p, start, g.slut + 1, {
      ...val,
      ...(tillat ? { tillat } : {}),
      ...(senasteTom === undefined ? {} : { senasteTom }),
      ...(medEffekt ? { insjukna: (dag: number) => effekten(fbsjp, dag) } : {}),
    })
  const med = efter(true)
  const foljs = forsta.fall === kurs && forsta.dag === start && start >= g.start && start + FOLJD.at(-1)! <= g.slut
  const utan = foljs ? efter(false) : []
  return {
    fall: [...fore, ...med],
    betalas,
    tvilling: foljs
      ? {
          kursstart: start,
          behandling: kurs.behandling,
          med: FOLJD.map((d) => dagar(med, start, d)),
          utan: FOLJD.map((d) => dagar(utan, start, d)),
        }
      : null,
  }
}

/** Certified days of the cases within `antal` days from the start. */
const dagar = (fall: readonly Fall[], start: number, antal: number): number =>
  fall.reduce((n, f) => n + Math.max(0, Math.min(f.tom, start + antal - 1) - f.fran + 1), 0)

/** What paid courses do to the hazard of a new case on a day: the last one begun counts. */
function effekten(fbsjp: readonly Forebyggande[], dag: number): number {
  for (let i = fbsjp.length - 1; i >= 0; i--) {
    const f = fbsjp[i]!
    if (f.utbetalningar.length > 0 && dag >= f.kursstart && dag < f.kursstart + EFFEKTER.behandling.dagar)
      return EFFEKTER.behandling.fara[BEHANDLINGAR[f.behandling]!.grupp]
  }
  return 1
}

/** A case in the three years before the course, for one who is to have had one. */
function tidigareFall(h: Slump, p: Invanare, kurs: Forebyggande, start: number, tidigast: number): Fall {
  const slut = Math.max(tidigast + 5, start - 1 - Math.floor(exponential(h, SENAST_SJUK)))
  const u = h.tal()
  const diagnos =
    p.lan === RORELSE.lan && u < RORELSE.andel
      ? dragenRorelse(kurs)
      : u < RORELSE.andel + EGEN_DIAGNOS * (1 - RORELSE.andel)
        ? kurs.diagnos
        : dragenDiagnos(h.tal(), p.kvinna)
  const f = nyttFall(0, diagnos, 1 - h.tal(), p.lan === KORTA_FALL.lan ? KORTA_FALL.takt : 1, h.tal(), h.tal())
  const fran = slut - f.tom
  return { ...f, fran, tom: slut, bytesdag: f.bytesdag + fran }
}

const dragenRorelse = (kurs: Forebyggande): number =>
  BEHANDLINGAR[kurs.behandling]!.grupp === 'fysioterapi' ? kurs.diagnos : diagnosnummer(RORELSE.diagnos)

/** Half of the applications for support come of a case; a granted one hastens the return from it. */
function medBidrag(s: Slump, p: Invanare, g: Grund, apr: readonly Aprbidrag[], fall: readonly Beslutatfall[]): Beslutatfall[] {
  let ut = [...fall]
  for (const b of apr) {
    const start = b.beslutad - 20 - Math.floor(s.tal() * 40)
    const [takt, diagnos] = [aterganstakt(p, g)(start), dragenDiagnos(s.tal(), p.kvinna)]
    // One of those still sick on the day: how long is left is as for others there, so that nothing hidden governs who gets the support.
    const kvar = (1 - s.tal()) * overlever(diagnos, b.beslutad - start + 1) ** takt
    const nytt = besluta(s, p, g, nyttFall(start, diagnos, kvar, takt, s.tal(), s.tal()))
    const verkan = (f: Beslutatfall): Beslutatfall => (b.bifall ? fortare(f, b.beslutad) : f)
    const i = ut.findIndex((f) => f.fran <= b.beslutad && f.tom >= b.beslutad)
    if (i >= 0) ut[i] = verkan(ut[i]!)
    else if (b.vidSjukskrivning && nytt.tom > b.beslutad) {
      const f = verkan(nytt)
      ut = [...ut.filter((x) => x.tom < f.fran || x.fran > f.tom), f].sort((x, y) => x.fran - y.fran)
    }
  }
  return ut
}

/** The rest of a case from a day on, with a higher hazard of return. */
function fortare<F extends Fall>(f: F, dag: number): F {
  const over = overlever(f.diagnos, dag - f.fran + 1)
  const kvar = overlever(f.diagnos, f.tom - f.fran + 1)
  if (kvar >= over) return f
  const dagar = Math.max(dag - f.fran + 1, langd(f.diagnos, over * (kvar / over) ** (1 / EFFEKTER.apr.faraAterga)))
  return { ...f, tom: f.fran + dagar - 1 }
}

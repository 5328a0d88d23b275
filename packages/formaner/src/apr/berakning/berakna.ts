import { arDatum, datumAv, delar, type Datum } from '@atergang/kalender'
import {
  aprAnsokanSenast,
  aprForArbetsgivare,
  aprForArbetstagare,
  aprHalva,
  aprKvarForArbetsgivare,
  aprKvarForBada,
  forklara,
  heltal,
  tal,
  type Fakta,
  type Regel,
  type Tal,
} from '@atergang/regelverk'
import { anstalldnyckel } from '../anstalld.ts'
import { lasOrgnr } from '../orgnr.ts'
import type { AprAnsokan, Insatsrad } from './indata.ts'

/** The last limit that lowered the amount: half of the cost always does. */
export type Begransning = 'halva' | 'anstalld' | 'arbetsgivare'
export type Radskal = 'anordnareEjGodkand' | 'felAr' | 'forSent'

/** Whole kronor. A row has a limit or a reason for refusal, never both. */
export interface Radsvar {
  readonly anstalld: string
  readonly belopp: number
  readonly begransadAv: Begransning | null
  readonly skal: Radskal | null
}

export interface Ansokanssvar {
  readonly id: string
  readonly beslut: 'beviljas' | 'delvis' | 'avslag'
  readonly belopp: number
  /** why nothing is given, when every row is refused for the same reason */
  readonly skal: Radskal | null
  readonly rader: readonly Radsvar[]
}

/** A row as it was reckoned: what had been given before it, and its half. For explaining, and for what is left. */
export interface Raknadrad extends Radsvar {
  readonly insats: Insatsrad
  /** half the cost, whole kronor down; 0 for a refused row */
  readonly halva: number
  readonly anstalldHarFatt: number
  readonly arbetsgivarenHarFatt: number
}

export interface Raknadansokan extends Ansokanssvar {
  readonly ansokan: AprAnsokan
  readonly rader: readonly Raknadrad[]
}

/** Amounts already decided, by application id and in the order of its rows. They stand and take their part of the ceilings first. */
export type Beslutade = ReadonlyMap<string, readonly number[]>

/** Day on which the year's parameters are read: the ceilings are of a calendar year, so the year's last day. */
export const parameterdag = (kostnadsar: number): Datum => datumAv(kostnadsar, 12, 31)

/** What has been given to one employer for one calendar year so far. */
interface Arskonto {
  arbetsgivare: number
  readonly senast: Datum
  readonly anstallda: Map<string, number>
  readonly dag: Datum
}

function nyttKonto(ar: number): Arskonto {
  return { arbetsgivare: 0, senast: aprAnsokanSenast(ar), anstallda: new Map(), dag: parameterdag(ar) }
}

/** Why a row is refused, or null. What concerns the whole application is said first, then the year, then the provider. `senast` is the year's last day. */
export function radskal(
  a: Pick<AprAnsokan, 'inkom' | 'kostnadsar'>,
  r: Pick<Insatsrad, 'datum' | 'anordnareGodkand'>,
  senast: Datum = aprAnsokanSenast(a.kostnadsar),
): Radskal | null {
  if (a.inkom > senast) return 'forSent'
  if (delar(r.datum).ar !== a.kostnadsar) return 'felAr'
  return r.anordnareGodkand ? null : 'anordnareEjGodkand'
}

const kontonyckel = (a: AprAnsokan): string => {
  const o = lasOrgnr(a.orgnr)
  if (!o || !arDatum(a.inkom)) throw new Error('Ansökan är inte läst med lasAnsokningar.')
  return `${o.nyckel} ${a.kostnadsar}`
}

/** The facts of a row as the rules ask for them. */
export const radfakta = (r: Pick<Raknadrad, 'insats' | 'anstalldHarFatt' | 'arbetsgivarenHarFatt'>) => ({
  aprKostnad: tal(String(r.insats.kostnad)),
  aprTidigareForArbetstagaren: r.anstalldHarFatt,
  aprTidigareForArbetsgivaren: r.arbetsgivarenHarFatt,
})

/** Whole kronor by a rule of the support. */
const enligtRegler =
  (fakta: Fakta, dag: Datum) =>
  (regel: Regel): number =>
    heltal(forklara(regel, fakta, dag).varde as Tal)

function raknaRad(k: Arskonto, a: AprAnsokan, r: Insatsrad, beslutat: number | undefined): Raknadrad {
  const skal = radskal(a, r, k.senast)
  const nyckel = anstalldnyckel(r.anstalld)
  const anstalldHarFatt = k.anstallda.get(nyckel) ?? 0
  const lage = { anstalld: r.anstalld, insats: r, anstalldHarFatt, arbetsgivarenHarFatt: k.arbetsgivare }
  if (skal && !beslutat) return { ...lage, belopp: 0, begransadAv: null, skal, halva: 0 }
  const kronor = enligtRegler(radfakta(lage), k.dag)
  const [halva, forAnstalld] = [kronor(aprHalva), kronor(aprForArbetstagare)]
  const belopp = beslutat ?? kronor(aprForArbetsgivare)
  k.anstallda.set(nyckel, anstalldHarFatt + belopp)
  k.arbetsgivare += belopp
  const begransadAv = belopp < forAnstalld ? 'arbetsgivare' : forAnstalld < halva ? 'anstalld' : 'halva'
  return { ...lage, belopp, begransadAv, skal: null, halva }
}

function raknaAnsokan(k: Arskonto, a: AprAnsokan, beslutat?: readonly number[]): Raknadansokan {
  const rader = a.rader.map((r, i) => raknaRad(k, a, r, beslutat?.[i]))
  const belopp = rader.reduce((s, r) => s + r.belopp, 0)
  const forsta = rader[0]?.skal ?? null
  return {
    ansokan: a,
    id: a.id,
    belopp,
    beslut: belopp === 0 ? 'avslag' : rader.every((r) => r.skal === null && r.belopp === r.halva) ? 'beviljas' : 'delvis',
    skal: rader.every((r) => r.skal === forsta) ? forsta : null,
    rader,
  }
}

/**
 * Reckons applications in the order they came in, file order on the same day. Half the cost of each row, down to whole kronor, cut
 * to what is left for the employee at that employer and calendar year, then for the employer (7 § förordning (2014:67) as the audit
 * quotes it). What is already decided stands and is counted first. Answers come in the order they were reckoned.
 */
export function rakna(ansokningar: readonly AprAnsokan[], beslutade: Beslutade = new Map()): readonly Raknadansokan[] {
  const konton = new Map<string, Arskonto>()
  const konto = (a: AprAnsokan): Arskonto => {
    const nyckel = kontonyckel(a)
    const k = konton.get(nyckel) ?? nyttKonto(a.kostnadsar)
    konton.set(nyckel, k)
    return k
  }
  const ordnade = ansokningar
    .map((a, plats) => ({ a, plats }))
    .sort((x, y) => (x.a.inkom < y.a.inkom ? -1 : x.a.inkom > y.a.inkom ? 1 : x.plats - y.plats))
  const klara = new Map<AprAnsokan, Raknadansokan>()
  for (const { a } of ordnade) if (beslutade.has(a.id)) klara.set(a, raknaAnsokan(konto(a), a, beslutade.get(a.id)))
  for (const { a } of ordnade) if (!klara.has(a)) klara.set(a, raknaAnsokan(konto(a), a))
  return ordnade.map(({ a }) => klara.get(a)!)
}

const svaret = ({ anstalld, belopp, begransadAv, skal }: Raknadrad): Radsvar => ({ anstalld, belopp, begransadAv, skal })

/** What `rakna` answers, without the workings: what the command line and the decision show. */
export const berakna = (ansokningar: readonly AprAnsokan[]): { readonly ansokningar: readonly Ansokanssvar[] } => ({
  ansokningar: rakna(ansokningar).map(({ id, beslut, belopp, skal, rader }) => ({ id, beslut, belopp, skal, rader: rader.map(svaret) })),
})

/** What is left of the ceilings for an employer and a year, whole kronor: shown while the application is being written. */
export function kvarAvTaken(
  raknade: readonly Raknadansokan[],
  orgnr: string,
  kostnadsar: number,
): { readonly arbetsgivare: number; anstalld(id: string): number } {
  const k = nyttKonto(kostnadsar)
  const nyckel = lasOrgnr(orgnr)?.nyckel
  for (const r of raknade
    .filter((x) => x.ansokan.kostnadsar === kostnadsar && lasOrgnr(x.ansokan.orgnr)?.nyckel === nyckel)
    .flatMap((x) => x.rader)) {
    const a = anstalldnyckel(r.anstalld)
    k.anstallda.set(a, (k.anstallda.get(a) ?? 0) + r.belopp)
    k.arbetsgivare += r.belopp
  }
  const kvar = (regel: Regel, forAnstalld: number) =>
    enligtRegler({ aprTidigareForArbetsgivaren: k.arbetsgivare, aprTidigareForArbetstagaren: forAnstalld }, k.dag)(regel)
  return { arbetsgivare: kvar(aprKvarForArbetsgivare, 0), anstalld: (id) => kvar(aprKvarForBada, k.anstallda.get(anstalldnyckel(id)) ?? 0) }
}

import { gallandeBeslut, senasteSvar, type Beslut } from '@atergang/arende'
import { type Datum } from '@atergang/kalender'
import { aprAnsokanSenast, aprTakArbetsgivare, heltal, vardetDen } from '@atergang/regelverk'
import { parameterdag, rakna, type AprAnsokan, type Begransning, type Raknadrad } from '../berakning/index.ts'
import { lasOrgnr } from '../orgnr.ts'
import { ansokningar, kostnadsaret, type Ansokan } from './ansokningar.ts'
import { fakt, type Alage, type Godkannandelage, type Rad } from './fakta.ts'
import { SKAL_AV_FYND, type Aprskal } from './skal.ts'
import type { Anordnarsvar, Fakturasvar, Fyndsvar, Insatssvar, Kompletterasvar } from './svar.ts'

/** A row with what it gives and why. Whole kronor; `kostnad` in öre. */
export interface Beloppsrad {
  readonly radId: string
  readonly anstalld: string
  readonly anordnare: string
  readonly insatsdag: Datum | null
  readonly kostnad: number | null
  readonly halva: number
  readonly belopp: number
  readonly begransadAv: Begransning | null
  readonly skal: Aprskal | null
  /** given before it this year, for the employee and for the employer */
  readonly anstalldHarFatt: number
  readonly arbetsgivarenHarFatt: number
}

export interface Beraknad {
  readonly rader: readonly Beloppsrad[]
  readonly belopp: number
  readonly utfall: 'beviljat' | 'delvisAvslag' | 'avslag'
}

/** What a decision on an application holds (31 § FL): the rows as they were decided. */
export interface AprInnehall extends Beraknad {
  readonly slag: 'ansokan'
  readonly ansokanId: string
  readonly kostnadsar: number
  readonly inkom: Datum
  /** the decision before it and what it gave, when this one changes it */
  readonly tidigare?: { readonly beslutId: string; readonly belopp: number; readonly rader: readonly Beloppsrad[] }
  /** the approved list it was taken by */
  readonly lista?: { readonly id: string; readonly avtryck: string }
}
export interface AterkravsInnehall {
  readonly slag: 'aterkrav'
  readonly ansokanId: string
  readonly belopp: number
  readonly senast: Datum
  /** the change that showed that too much was paid */
  readonly avBeslut: string
}

export type Aprbeslut = Beslut & { readonly innehall: AprInnehall }

/** First decisions on applications, in the order taken. */
export const forstaBesluten = (l: Alage): readonly Aprbeslut[] => l.beslut.filter((b) => b.typ === 'slutligt') as Aprbeslut[]
/** The decision that counts on the application, or none yet. */
export function beslutetOm(l: Alage, ansokanId: string): Aprbeslut | undefined {
  const forsta = forstaBesluten(l).find((b) => b.avser === ansokanId)
  return forsta && (gallandeBeslut(l, forsta) as Aprbeslut)
}

// --- the register of providers ---------------------------------------------------------------------

export const anordnarnyckel = (skrivet: string): string => lasOrgnr(skrivet)?.nyckel ?? skrivet.trim()

const registerminne = new WeakMap<Alage['fakta'], ReadonlyMap<string, Godkannandelage>>()

function register(l: Alage): ReadonlyMap<string, Godkannandelage> {
  const kant = registerminne.get(l.fakta) ?? new Map(fakt(l, 'godkannandelage').map((f) => [f.varde.anordnare, f.varde]))
  registerminne.set(l.fakta, kant)
  return kant
}

export type Anordnarlage =
  /** the register has not been read for this number yet; the system does it */
  | { readonly typ: 'olast'; readonly nyckel: string }
  | { readonly typ: 'kand'; readonly nyckel: string; readonly namn: string; readonly perioder: Godkannandelage['perioder'] }
  /** not in the register: an officer must look */
  | { readonly typ: 'okand'; readonly nyckel: string }
  | { readonly typ: 'avslagen'; readonly nyckel: string; readonly svar: string }

/** How a provider stands, by the number as written and by what an officer has found out of it. */
export function anordnarlage(l: Alage, ansokanId: string, skrivet: string): Anordnarlage {
  const nyckel = anordnarnyckel(skrivet)
  const reg = register(l)
  const lage = (n: string): Anordnarlage => {
    const g = reg.get(n)
    return !g
      ? { typ: 'olast', nyckel: n }
      : g.kand
        ? { typ: 'kand', nyckel: n, namn: g.namn, perioder: g.perioder }
        : { typ: 'okand', nyckel: n }
  }
  const forst = lage(nyckel)
  if (forst.typ !== 'okand') return forst
  const s = senasteSvar<Anordnarsvar>(l, `aprAnordnare:${ansokanId}`)
  const val = s?.svar.val === 'avgor' ? s.svar.anordnare.find((x) => anordnarnyckel(x.skrivet) === nyckel) : undefined
  if (!s || !val) return forst
  return val.beslut === 'avsla' ? { typ: 'avslagen', nyckel, svar: s.id } : lage(anordnarnyckel(val.ratt))
}

/** Numbers that the register has to be read for: in rows, and those an officer has pointed at. */
export const attSlaUpp = (l: Alage): readonly string[] => [
  ...new Set(
    ansokningar(l).flatMap((a) =>
      a.rader.flatMap((r) => {
        const g = r.anordnare ? anordnarlage(l, a.ansokanId, r.anordnare) : null
        return g?.typ === 'olast' ? [g.nyckel] : []
      }),
    ),
  ),
]

const godkand = (g: Anordnarlage, dag: Datum): boolean =>
  g.typ === 'kand' && g.perioder.some((p) => p.from <= dag && (p.tom === null || dag <= p.tom))

// --- why rows are refused ---------------------------------------------------------------------------

export interface Radavslag {
  readonly skal: Aprskal
  readonly text: string
  /** the answer or fact it rests on */
  readonly grund: string
}

/** Rows that an officer has refused before the decision, by what was answered. */
function avslagna(l: Alage, a: Ansokan): Map<string, Radavslag> {
  const ut = new Map<string, Radavslag>()
  for (const r of a.rader) {
    const g = r.anordnare ? anordnarlage(l, a.ansokanId, r.anordnare) : null
    if (g?.typ === 'avslagen') ut.set(r.radId, { skal: 'anordnareEjGodkand', text: '', grund: g.svar })
    const f = senasteSvar<Fakturasvar>(l, `aprFaktura:${r.radId}`)
    if (f?.svar.val === 'dubblett') ut.set(r.radId, { skal: 'dubblett', text: f.svar.skal, grund: f.id })
  }
  const k = senasteSvar<Kompletterasvar>(l, `aprKomplettera:${a.ansokanId}`)
  if (k?.svar.val === 'prova') for (const x of k.svar.avsla) ut.set(x.radId, { skal: 'kostnadEjVisad', text: x.skal, grund: k.id })
  const i = senasteSvar<Insatssvar>(l, `aprInsats:${a.ansokanId}`)
  if (i?.svar.val === 'avgor') for (const radId of i.svar.behandling) ut.set(radId, { skal: 'behandling', text: i.svar.skal, grund: i.id })
  return ut
}

interface Rattning {
  readonly tid: string
  readonly kostnad?: number
  readonly skal?: Aprskal
  readonly text: string
  readonly grund: string
}

/** What has come out since the decision: recorded by an officer, or found at an after-control; the last said of a row counts. */
function rattningar(l: Alage, a: Ansokan): Map<string, Rattning> {
  const alla = [
    ...fakt(l, 'rattelse')
      .filter((f) => f.varde.ansokanId === a.ansokanId)
      .flatMap((f) =>
        f.varde.rader.map((r) => ({
          radId: r.radId,
          tid: f.registrerad,
          grund: f.id,
          text: f.varde.text,
          ...(r.kostnad === undefined ? {} : { kostnad: r.kostnad }),
          ...(r.skal ? { skal: r.skal } : {}),
        })),
      ),
    ...l.svar
      .filter((s) => s.kod === 'aprFynd' && s.nyckel.endsWith(`:${a.ansokanId}`))
      .flatMap((s) =>
        (s.svar as Fyndsvar).rader.flatMap((r) => {
          const skal = SKAL_AV_FYND[r.kod]
          return skal || r.rattKostnad !== undefined
            ? [
                {
                  radId: r.radId,
                  tid: s.tid,
                  grund: s.id,
                  text: r.text,
                  ...(r.rattKostnad === undefined ? {} : { kostnad: r.rattKostnad }),
                  ...(skal ? { skal } : {}),
                },
              ]
            : []
        }),
      ),
  ]
  return new Map(alla.sort((x, y) => (x.tid < y.tid ? -1 : x.tid > y.tid ? 1 : 0)).map(({ radId, ...r }) => [radId, r]))
}

/** Why each row is refused, with the words of whoever found it. */
export function radavslag(l: Alage, a: Ansokan): ReadonlyMap<string, Radavslag> {
  const ut = avslagna(l, a)
  for (const [radId, r] of rattningar(l, a)) {
    if (r.skal) ut.set(radId, { skal: r.skal, text: r.text, grund: r.grund })
    else ut.delete(radId)
  }
  return ut
}

/** Rows as they now are known to be: with the cost that was found right. */
export const gallandeRader = (l: Alage, a: Ansokan): readonly Rad[] => {
  const r = rattningar(l, a)
  return a.rader.map((rad) => ({ ...rad, kostnad: r.get(rad.radId)?.kostnad ?? rad.kostnad }))
}

/** Ids of what was found after the decision: an answer given on other findings no longer answers. */
export const rattningsgrunder = (l: Alage, a: Ansokan): readonly string[] =>
  [...new Set([...rattningar(l, a).values()].map((r) => r.grund))].sort()

// --- the reckoning ----------------------------------------------------------------------------------

interface Lasbar {
  readonly ansokan: AprAnsokan
  /** rows that are reckoned, in order */
  readonly rader: readonly Rad[]
}

function lasbar(l: Alage, a: Ansokan, inkom: Datum): Lasbar {
  const avslag = radavslag(l, a)
  const rader = gallandeRader(l, a).filter((r) => r.kostnad !== null && r.insatsdag !== null && !avslag.has(r.radId))
  const orgnr = l.arende.part.slag === 'arbetsgivare' ? l.arende.part.arbetsgivare.orgnr : ''
  return {
    rader,
    ansokan: {
      id: a.ansokanId,
      orgnr,
      inkom,
      kostnadsar: kostnadsaret(l),
      rader: rader.map((r) => ({
        anstalld: r.anstalld,
        kostnad: r.kostnad! / 100,
        datum: r.insatsdag!,
        anordnareGodkand: r.anordnare !== '' && godkand(anordnarlage(l, a.ansokanId, r.anordnare), r.insatsdag!),
      })),
    },
  }
}

/** A decided application as the reckoning takes it: only what it gave, which stands. */
function beslutad(l: Alage, b: Aprbeslut): { ansokan: AprAnsokan; belopp: readonly number[] } {
  const med = b.innehall.rader.filter((r) => r.belopp > 0)
  const orgnr = l.arende.part.slag === 'arbetsgivare' ? l.arende.part.arbetsgivare.orgnr : ''
  return {
    ansokan: {
      id: b.innehall.ansokanId,
      orgnr,
      inkom: b.innehall.inkom,
      kostnadsar: kostnadsaret(l),
      rader: med.map((r) => ({
        anstalld: r.anstalld,
        kostnad: (r.kostnad ?? 0) / 100,
        datum: r.insatsdag ?? b.innehall.inkom,
        anordnareGodkand: true,
      })),
    },
    belopp: med.map((r) => r.belopp),
  }
}

const forSen = (l: Alage, inkom: Datum): boolean => inkom > aprAnsokanSenast(kostnadsaret(l))

/** The rows of the application with their amounts, those that could not be reckoned or are refused in their places. */
function sammanstall(l: Alage, a: Ansokan, lasta: readonly Rad[], raknade: readonly Raknadrad[], inkom: Datum): Beraknad {
  const per = new Map(lasta.map((r, i) => [r.radId, raknade[i]!]))
  const avslag = radavslag(l, a)
  const sen = forSen(l, inkom)
  const rader = gallandeRader(l, a).map((r): Beloppsrad => {
    const x = per.get(r.radId)
    const grund = { radId: r.radId, anstalld: r.anstalld, anordnare: r.anordnare, insatsdag: r.insatsdag, kostnad: r.kostnad }
    if (x)
      return {
        ...grund,
        halva: x.halva,
        belopp: x.belopp,
        begransadAv: x.begransadAv,
        skal: x.skal,
        anstalldHarFatt: x.anstalldHarFatt,
        arbetsgivarenHarFatt: x.arbetsgivarenHarFatt,
      }
    return {
      ...grund,
      halva: 0,
      belopp: 0,
      begransadAv: null,
      skal: sen ? 'forSent' : (avslag.get(r.radId)?.skal ?? 'kostnadEjVisad'),
      anstalldHarFatt: 0,
      arbetsgivarenHarFatt: 0,
    }
  })
  const belopp = rader.reduce((s, r) => s + r.belopp, 0)
  return {
    rader,
    belopp,
    utfall: belopp === 0 ? 'avslag' : rader.every((r) => r.skal === null && r.belopp === r.halva) ? 'beviljat' : 'delvisAvslag',
  }
}

const minne = new WeakMap<Alage, ReadonlyMap<string, Beraknad>>()

/**
 * What every application of the year that came in on a known day gives as things stand: decided amounts stand and are counted first, then the
 * others in the order they came in (7 § förordning (2014:67), ADR 0032). Decided applications are reckoned anew with the others held fixed: a
 * difference says that the decision may have to be changed. One may be put before those that wait for somebody else (`forbi`).
 */
export function raknaAret(l: Alage): ReadonlyMap<string, Beraknad> {
  const kant = minne.get(l)
  if (kant) return kant
  const alla = ansokningar(l).filter(
    (a): a is Ansokan & { inkom: Datum } => a.inkom !== null && (!a.aterkallad || beslutetOm(l, a.ansokanId) !== undefined),
  )
  const beslut = new Map(
    alla.flatMap((a) => {
      const b = beslutetOm(l, a.ansokanId)
      return b ? [[a.ansokanId, b] as const] : []
    }),
  )
  const fasta = new Map([...beslut].map(([id, b]) => [id, beslutad(l, b)]))
  const obeslutade = alla.filter((a) => !beslut.has(a.ansokanId)).map((a) => ({ a, lasbar: lasbar(l, a, a.inkom) }))
  const ut = new Map<string, Beraknad>()
  const kor = (nya: readonly { a: Ansokan & { inkom: Datum }; lasbar: Lasbar }[], utom?: string): void => {
    const fast = [...fasta].filter(([id]) => id !== utom).map(([, f]) => f)
    const svar = new Map(
      rakna([...fast.map((f) => f.ansokan), ...nya.map((n) => n.lasbar.ansokan)], new Map(fast.map((f) => [f.ansokan.id, f.belopp]))).map(
        (r) => [r.id, r.rader],
      ),
    )
    for (const n of nya) ut.set(n.a.ansokanId, sammanstall(l, n.a, n.lasbar.rader, svar.get(n.a.ansokanId) ?? [], n.a.inkom))
  }
  kor(obeslutade)
  for (const a of alla) if (beslut.has(a.ansokanId)) kor([{ a, lasbar: lasbar(l, a, a.inkom) }], a.ansokanId)
  minne.set(l, ut)
  return ut
}

/** What the application gives when it is decided before those that wait: only what is decided is counted first. */
export function raknaForbi(l: Alage, a: Ansokan & { readonly inkom: Datum }): Beraknad {
  const fast = ansokningar(l).flatMap((x) => {
    const b = x.ansokanId === a.ansokanId ? undefined : beslutetOm(l, x.ansokanId)
    return b ? [beslutad(l, b)] : []
  })
  const n = lasbar(l, a, a.inkom)
  const svar = rakna([...fast.map((f) => f.ansokan), n.ansokan], new Map(fast.map((f) => [f.ansokan.id, f.belopp]))).find(
    (r) => r.id === a.ansokanId,
  )
  return sammanstall(l, a, n.rader, svar?.rader ?? [], a.inkom)
}

/** Left of the employer's ceiling when what is decided has taken its part. */
export const kvarAvArbetsgivarens = (l: Alage): number =>
  heltal(vardetDen(aprTakArbetsgivare, parameterdag(kostnadsaret(l)))) -
  forstaBesluten(l).reduce((s, b) => s + beslutetOm(l, b.innehall.ansokanId)!.innehall.belopp, 0)

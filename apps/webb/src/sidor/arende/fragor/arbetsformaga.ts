import type { Datum } from '@atergang/kalender'
import type { Bedomningssvar, Bedomningsunderlag } from '../formular.ts'

/** The judgement as it is written in the form. */
export interface Bedomningsform {
  sjukdom: boolean | undefined
  formaga: Record<string, string | undefined>
  yrkesgrupp: string
  undantag: string
  undantagSkal: string
  ingetUndantag: string
  vilketArbete: string | undefined
  /** what another benefit rests on (53 §); '' before it is said */
  andel: string
  darutover: boolean | undefined
  annanSkal: string
  behov: boolean | undefined
  formagaEfter: string
  /** one degree a row of days; '' before any is chosen */
  rader: { from: Datum; tom: Datum; grad: string }[]
  forlaggning: string | undefined
  beviskrav: string | undefined
  bevisvardering: string
  skal: string
  kallor: string[]
  utanObjektivaFynd: boolean
}

const INGET = 'inget'

/** The form from nothing, or from the earlier answer to the same question. Degrees follow their days. */
export function startform(u: Bedomningsunderlag): Bedomningsform {
  const t = u.tidigare
  return {
    sjukdom: t?.sjukdom,
    formaga: Object.fromEntries(u.provas.map((p) => [p, t?.formaga[p]])),
    yrkesgrupp: t?.yrkesgrupp ?? '',
    undantag: t?.undantag && u.undantag.includes(t.undantag.vilket) ? t.undantag.vilket : t ? INGET : '',
    undantagSkal: t?.undantag?.skal ?? '',
    ingetUndantag: t?.ingetUndantag ?? '',
    vilketArbete: t?.vilketArbete,
    andel: t?.annanErsattning ? String(t.annanErsattning.andel) : '',
    darutover: t?.annanErsattning?.darutover,
    annanSkal: t?.annanErsattning?.skal ?? '',
    behov: t?.efterAtgard.behov,
    formagaEfter: t?.efterAtgard.formagaEfter ?? '',
    rader: u.rader.map((r) => ({ from: r.from, tom: r.tom, grad: grad(t?.rader.find((x) => x.from === r.from && x.tom === r.tom)?.grad) })),
    forlaggning: t?.forlaggning,
    beviskrav: t?.beviskrav,
    bevisvardering: t?.bevisvardering ?? '',
    skal: t?.skal ?? '',
    kallor: [...(t?.kallor ?? [])],
    utanObjektivaFynd: t?.utanObjektivaFynd ?? false,
  }
}

const grad = (n: number | undefined): string => (n === undefined ? '' : String(n))

/** A draft brought back: what was written, on the days that stand now. */
export function medUtkast(start: Bedomningsform, utkast: Record<string, unknown>): Bedomningsform {
  const d = utkast as Partial<Bedomningsform>
  return {
    ...start,
    ...d,
    formaga: Object.fromEntries(Object.keys(start.formaga).map((p) => [p, d.formaga?.[p] ?? start.formaga[p]])),
    rader: start.rader.map((r) => d.rader?.find((x) => x.from === r.from && x.tom === r.tom) ?? r),
  }
}

const partiell = (f: Bedomningsform): boolean => f.rader.some((r) => r.grad !== '' && Number(r.grad) > 0 && Number(r.grad) < 1)

const klaras = (f: Bedomningsform, ...vilka: readonly string[]): boolean =>
  vilka.some((p) => f.formaga[p] === 'klarar' || f.formaga[p] === 'klararDelvis')

/** What the form shows beyond the fields that are always there. A field comes as soon as what it follows is answered, never above where the officer is. */
export function visning(f: Bedomningsform, u: Bedomningsunderlag) {
  /** some day would get less than was asked for */
  const begransar = f.rader.some((r, i) => r.grad !== '' && Number(r.grad) < u.rader[i]!.yrkadGrad)
  return {
    yrkesgrupp: klaras(f, 'normaltForekommande'),
    undantag: u.undantag.length > 0,
    ingetUndantag: u.undantag.length > 0 && f.undantag === INGET && klaras(f, 'normaltForekommande', 'annatLampligtTillgangligt'),
    vilketArbete: u.harArbetsgivare && klaras(f, 'vanligtArbete'),
    annanErsattning: u.annanErsattning.length > 0,
    // Also when it is why nothing is granted: hours placed so that the return is harmed.
    forlaggning: partiell(f) || (begransar && f.forlaggning === 'annanSomForsamrar'),
    begransar,
  }
}

/** The answer as the server reads it. What is not filled in is left out, and the server names it. */
export function somSvar(f: Bedomningsform, u: Bedomningsunderlag): Partial<Bedomningssvar> & Record<string, unknown> {
  const v = visning(f, u)
  return {
    sjukdom: f.sjukdom,
    formaga: Object.fromEntries(Object.entries(f.formaga).filter((x): x is [string, string] => x[1] !== undefined)),
    ...(v.yrkesgrupp && f.yrkesgrupp.trim() ? { yrkesgrupp: f.yrkesgrupp } : {}),
    ...(v.undantag && f.undantag && f.undantag !== INGET ? { undantag: { vilket: f.undantag, skal: f.undantagSkal } } : {}),
    ...(v.ingetUndantag && f.ingetUndantag.trim() ? { ingetUndantag: f.ingetUndantag } : {}),
    ...(v.vilketArbete && f.vilketArbete ? { vilketArbete: f.vilketArbete } : {}),
    ...(v.annanErsattning
      ? {
          annanErsattning: {
            andel: f.andel === '' ? undefined : Number(f.andel),
            darutover: f.darutover,
            skal: f.annanSkal,
          } as unknown as NonNullable<Bedomningssvar['annanErsattning']>,
        }
      : {}),
    efterAtgard: { behov: f.behov, formagaEfter: f.behov ? f.formagaEfter : '' } as Bedomningssvar['efterAtgard'],
    rader: f.rader.map((r) => ({ from: r.from, tom: r.tom, grad: r.grad === '' ? undefined : Number(r.grad) })) as Bedomningssvar['rader'],
    ...(v.forlaggning && f.forlaggning ? { forlaggning: f.forlaggning } : {}),
    beviskrav: f.beviskrav,
    bevisvardering: f.bevisvardering,
    skal: f.skal,
    kallor: f.kallor,
    utanObjektivaFynd: f.utanObjektivaFynd,
  }
}

const GRADER = [1, 0.75, 0.5, 0.25]
const ORD: Readonly<Record<number, string>> = { 1: 'Hel', 0.75: 'Tre fjärdedels', 0.5: 'Halv', 0.25: 'En fjärdedels' }

/** Degrees that can be given: none above what was asked for. */
export const gradval = (yrkad: number): { varde: string; text: string }[] => [
  ...GRADER.filter((g) => g <= yrkad).map((g) => ({ varde: String(g), text: `${ORD[g]}${g === yrkad ? ', som ansökt' : ''}` })),
  { varde: '0', text: 'Ingen: inte nedsatt med minst en fjärdedel' },
]

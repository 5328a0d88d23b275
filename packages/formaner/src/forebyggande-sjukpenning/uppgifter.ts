import { personen } from '@atergang/arende'
import { innehaller, plusDagar, type Datum, type Period } from '@atergang/kalender'
import { arbetslosDagarPerVecka, vardetDen, type Kalla } from '@atergang/regelverk'
import { helErsattning } from '../gemensamt/annanErsattning.ts'
import { sgiUnderUppgiven, sistUppgiven, type UppgivenInkomst } from '../gemensamt/sgi.ts'
import { fakt, type AnsokanErsattning, type AnsokanPlan, type Arbetssokande, type Flage, type Schemauppgift } from './fakta.ts'
import { arbetsdagen, sokschema, type Arbetsdag, type Arbetsschema, type Arbetstid } from './tid/arbetsdag.ts'
import { DYGN, klockslag } from './tid/klocka.ts'
import { forenaSpann, gemensamtSpann, minuterI } from './tid/spann.ts'

// What is known of the person's work and income: told in an application, recorded by itself, or reported by the employer. The latest told counts.

interface Sagt<V> {
  readonly varde: V
  readonly period?: { readonly from: Datum; readonly tom: Datum } | undefined
  readonly kalla: Kalla
  readonly registrerad: string
}

type Ansokan = AnsokanPlan | AnsokanErsattning

/** What applications told, and what was recorded by itself, oldest first. */
function sagt<V>(
  l: Flage,
  ur: (a: Ansokan) => V | undefined,
  fakta: readonly { varde: V; period?: { from: Datum; tom: Datum }; kalla: Kalla; registrerad: string }[],
): Sagt<V>[] {
  const iAnsokan = [...fakt(l, 'ansokanPlan'), ...fakt(l, 'ansokanErsattning')].flatMap((f): Sagt<V>[] => {
    const varde = ur(f.varde)
    return varde === undefined ? [] : [{ varde, kalla: f.kalla, registrerad: f.registrerad }]
  })
  return [...iAnsokan, ...fakta].sort((a, b) => (a.registrerad < b.registrerad ? -1 : a.registrerad > b.registrerad ? 1 : 0))
}

const pa = <V>(alla: readonly Sagt<V>[], dag: Datum): Sagt<V> | undefined => alla.findLast((x) => !x.period || innehaller(x.period, dag))

export const sysselsattningen = (l: Flage, dag: Datum): Sagt<AnsokanPlan['sysselsattning']>['varde'] =>
  pa(
    sagt(
      l,
      (a) => a.sysselsattning,
      fakt(l, 'sysselsattning').map((f) => ({ ...f, varde: f.varde.slag })),
    ),
    dag,
  )?.varde

export const arArbetslos = (l: Flage, dag: Datum): boolean => sysselsattningen(l, dag) === 'arbetslos'

export const arbetsgivaren = (l: Flage, dag: Datum): { namn: string; orgnr?: string | undefined } | undefined =>
  pa(
    sagt(
      l,
      (a) => a.arbetsgivare,
      fakt(l, 'sysselsattning').flatMap((f) => (f.varde.arbetsgivare ? [{ ...f, varde: f.varde.arbetsgivare }] : [])),
    ),
    dag,
  )?.varde

const inkomstuppgifter = (l: Flage): UppgivenInkomst[] =>
  sagt(l, (a) => a.inkomst, fakt(l, 'inkomst')).map((x) => ({ inkomst: x.varde, kalla: x.kalla, registrerad: x.registrerad }))

export const uppgivenInkomst = (l: Flage) => sistUppgiven(inkomstuppgifter(l))

/** An SGI of the days that goes against what the person has told. */
export const underUppgiven = (l: Flage, p: Period) => sgiUnderUppgiven(l, inkomstuppgifter(l), p)

export const arsarbetstiden = (l: Flage, dag: Datum): number | undefined =>
  pa(
    sagt(
      l,
      (a) => a.arsarbetstid,
      fakt(l, 'arsarbetstid').map((f) => ({ ...f, varde: f.varde.timmar })),
    ),
    dag,
  )?.varde

export const arbetssokandet = (l: Flage, dag: Datum): Arbetssokande | undefined =>
  pa(
    sagt(l, (a) => a.arbetssokande, fakt(l, 'arbetssokande')),
    dag,
  )?.varde

/** The week as the person told it, in the terms of the reckoning. */
export const somSchema = (s: Pick<Schemauppgift, 'arbetstid' | 'arbetsstart' | 'lunch'>): Arbetsschema => ({
  arbetstid: Object.fromEntries(Object.entries(s.arbetstid).filter(([, t]) => t !== undefined)) as Arbetsschema['arbetstid'],
  arbetsstart: klockslag(s.arbetsstart ?? '00:00'),
  ...(s.lunch ? { lunch: { fran: klockslag(s.lunch.start), till: klockslag(s.lunch.start) + s.lunch.min } } : {}),
})

/** By the week; work that goes over midnight is the date's own until then, and the rest is the next date's (ADR 0028). */
function veckansArbetstid(s: Pick<Schemauppgift, 'arbetstid' | 'arbetsstart' | 'lunch' | 'avvikelser'>, dag: Datum): Arbetsdag | undefined {
  const vecka = somSchema(s)
  const idag = arbetsdagen(vecka, dag)
  if (!idag) return undefined
  const igar = plusDagar(dag, -1)
  const rest = s.avvikelser.some((a) => a.datum === igar)
    ? []
    : (arbetsdagen(vecka, igar)?.pass ?? []).map((p) => ({ fran: p.fran - DYGN, till: p.till - DYGN }))
  const pass = forenaSpann([...rest, ...idag.pass].flatMap((p) => gemensamtSpann(p, { fran: 0, till: DYGN })))
  return { pass, minuter: minuterI(pass) }
}

/** The working time of a date as one schedule has it: the date's own passes before the week. Undefined when it knows neither. */
export function dagensArbetstid(
  s: Pick<Schemauppgift, 'arbetstid' | 'arbetsstart' | 'lunch' | 'avvikelser'>,
  dag: Datum,
): Arbetsdag | undefined {
  const avvikelse = s.avvikelser.find((a) => a.datum === dag)
  if (!avvikelse) return veckansArbetstid(s, dag)
  const pass = forenaSpann(avvikelse.pass.map((p) => ({ fran: klockslag(p.fran), till: klockslag(p.till) })))
  return { pass, minuter: minuterI(pass) }
}

const SOKSTART = '08:00'

/** So many hours a day for seeking work, as a week. */
export const sokveckan = (timmarPerDag: number, dagarPerVecka: Parameters<typeof sokschema>[2]): Arbetsschema =>
  sokschema(timmarPerDag, klockslag(SOKSTART), dagarPerVecka)

/** The working time of a date; for the unemployed the time for seeking work (B014). Undefined when it is not known. */
export function arbetsdagPa(l: Flage, dag: Datum): Arbetsdag | undefined {
  if (arArbetslos(l, dag)) {
    const timmar = arbetssokandet(l, dag)?.timmarPerDag
    return timmar === undefined ? undefined : arbetsdagen(sokveckan(timmar, vardetDen(arbetslosDagarPerVecka, dag)), dag)
  }
  // Who works by shifts tells of the dates of each application: the latest that knows the date counts, and earlier ones keep theirs.
  return sagt(l, (a) => a.arbetsschema, fakt(l, 'arbetsschema')).reduceRight<Arbetsdag | undefined>(
    (har, x) => har ?? (!x.period || innehaller(x.period, dag) ? dagensArbetstid(x.varde, dag) : undefined),
    undefined,
  )
}

/** What is told before any case: the unemployed seek work, others work by a week, by shifts, or both. */
export function uppgivenArbetstid(
  u: { readonly arbetslos: boolean; readonly arbetsschema?: Schemauppgift | undefined; readonly arbetssokande?: Arbetssokande | undefined },
  idag: Datum,
): Arbetstid {
  const { arbetsschema, arbetssokande } = u
  if (!u.arbetslos) return (dag) => arbetsschema && dagensArbetstid(arbetsschema, dag)
  const vecka = arbetssokande && sokveckan(arbetssokande.timmarPerDag, vardetDen(arbetslosDagarPerVecka, idag))
  return (dag) => vecka && arbetsdagen(vecka, dag)
}

/** Whole sjuk- or aktivitetsersättning on the day (27 kap. 34, 35 §§). */
export const helSjukersattning = (l: Flage, dag: Datum): boolean => helErsattning(fakt(l, 'sjukersattning'), dag).hindrar

export const namnet = (l: Flage): string => `${personen(l).fornamn} ${personen(l).efternamn}`

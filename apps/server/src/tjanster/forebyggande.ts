import { Domanfel, konflikt, personen, SYSTEMET, type Aktor, type Handling, type Kommando, type Lage, type Person } from '@atergang/arende'
import {
  ansokanErsattningSchema,
  ansokanPlanSchema,
  bekraftadSgi,
  kantUrArendena,
  las,
  utdagar,
  type AnsokanErsattning,
  type AnsokanPlan,
  type Flage,
  type Kant,
  type Kantfore,
  type Papper,
} from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { lasLagen, personensArenden, somSystemet, type Dokumentbytes } from '@atergang/lager'
import type { Tjanster } from '../app.ts'
import { enhetFor } from './enheter.ts'
import { somJsonhandling } from './jsonhandling.ts'

/** Where a doctor opens the statement: the id leads nowhere without the code. */
export const utlatandeadress = (t: Pick<Tjanster, 'config'>, id: string): string => `${t.config.basurl ?? ''}/utlatande/${id}`

export const FORMAN = 'forebyggande-sjukpenning'

interface Planinledning {
  readonly person: Person
  readonly enhet?: string
  readonly aktor: Aktor
  readonly forsta: readonly Kommando[]
  readonly dokument: readonly Dokumentbytes[]
}

/** Opens the case of a plan: one for each plan, by the day it came in. `fanns` when the person has applied the same day; nothing is written then. */
export function inledPlanarende(
  t: Tjanster,
  o: Planinledning,
): Promise<{ arendeId: string; nummer: string; version: number; fanns: boolean }> {
  const nu = t.klocka.nu()
  return t.lager.inled({
    part: { slag: 'person', person: o.person },
    forman: FORMAN,
    sak: `plan-${nu.dag}`,
    enhet: o.enhet ?? enhetFor(o.person.lan),
    nu,
    aktor: o.aktor,
    forsta: o.forsta,
    dokument: o.dokument,
  })
}

export const planenFinns = (nummer: string): Domanfel =>
  konflikt(
    'planenFinns',
    `Det finns redan ett ärende om en plan från i dag (${nummer}). Öppna det för att ändra eller lägga till en behandling.`,
  )

/**
 * @throws {Domanfel} `planenFinns` when the person has applied the same day: a change of that application goes into its case, and a button pressed
 * twice makes one case.
 */
export async function oppnaPlanarende(t: Tjanster, o: Planinledning): Promise<{ arendeId: string; nummer: string; version: number }> {
  const nytt = await inledPlanarende(t, o)
  if (nytt.fanns) throw planenFinns(nytt.nummer)
  return nytt
}

/** Who fills in, and how it reached us. */
export interface Inlamnare {
  readonly aktor: Aktor
  readonly kanal: Handling['kanal']
  /** the day a paper came in; today when it came electronically */
  readonly inkom?: Datum | undefined
  readonly avskrift?: Avskrift
  readonly bilagor?: readonly Handling[]
}

/** A paper that an officer wrote off. */
export interface Avskrift {
  readonly papper: Papper
  /** by hand, on honour and conscience */
  readonly underskriven: boolean
}

/** Who signed and how, and what the paper was like: never as the sender's own words say it. */
function intyget(t: Tjanster, i: Inlamnare) {
  if (i.kanal === 'minaSidor') return { underskrift: { tid: t.klocka.nu().tid, metod: 'e-legitimation' }, papper: undefined }
  const pa = i.avskrift
  return {
    underskrift: pa?.underskriven ? { tid: i.inkom ?? t.klocka.nu().dag, metod: 'namnteckning på pappret' } : undefined,
    hederOchSamvete: pa?.underskriven ?? false,
    papper: pa?.papper,
  }
}

function hederkravs(kanal: Handling['kanal'], varde: { hederOchSamvete: boolean }): void {
  if (kanal === 'minaSidor' && !varde.hederOchSamvete)
    throw new Domanfel('indata', 'hederOchSamvete', 'Bekräfta på heder och samvete att uppgifterna är riktiga innan du skickar.', [
      { falt: 'hederOchSamvete', text: 'Kryssa i rutan för att kunna skicka.' },
    ])
}

/** An application of step 1 as a command with its document. What it lacks is asked for: nothing but the signature stops it. */
export function planansokan(t: Tjanster, i: Inlamnare, uppgifter: object): { kommando: Kommando; dokument: readonly Dokumentbytes[] } {
  const inkom = i.inkom ?? t.klocka.nu().dag
  const varde: AnsokanPlan = las(ansokanPlanSchema, { ...uppgifter, inkom, ...intyget(t, i) })
  hederkravs(i.kanal, varde)
  const { handling, dokument } = somJsonhandling(
    { typ: 'ansokan', rubrik: 'Ansökan om godkännande av plan', fran: 'forsakrad', inkom, kanal: i.kanal },
    varde,
  )
  return { kommando: { typ: 'taEmotPlanansokan', data: { handling, varde, bilagor: i.bilagor ?? [] } }, dokument }
}

/** A claim of step 2, the same way; `ersatter` is the claim it corrects. */
export function ersattningsansokan(
  t: Tjanster,
  i: Inlamnare,
  uppgifter: object,
  ersatter?: string,
): { kommando: Kommando; dokument: readonly Dokumentbytes[]; varde: AnsokanErsattning } {
  const inkom = i.inkom ?? t.klocka.nu().dag
  const varde: AnsokanErsattning = las(ansokanErsattningSchema, { ...uppgifter, inkom, ...intyget(t, i) })
  hederkravs(i.kanal, varde)
  const { handling, dokument } = somJsonhandling(
    { typ: 'ansokan', rubrik: 'Ansökan om ersättning', fran: 'forsakrad', inkom, kanal: i.kanal },
    varde,
  )
  return {
    kommando: { typ: 'taEmotErsattningsansokan', data: { handling, varde, bilagor: i.bilagor ?? [], ...(ersatter ? { ersatter } : {}) } },
    dokument,
    varde,
  }
}

/** Every case of the person, the newest first, as the system reads them. */
export async function personensLagen(t: Tjanster, personId: string): Promise<readonly Lage[]> {
  const rader = await somSystemet(t.db, (q) => personensArenden(q, personId))
  return lasLagen(
    t.db,
    { system: SYSTEMET },
    rader.map((r) => r.id),
  )
}

/** What is known of a person before an application: to fill in the form (B024), and to reckon with. */
export async function kantOm(t: Tjanster, personId: string): Promise<{ kant: Kant; fore: Kantfore }> {
  const { dag } = t.klocka.nu()
  const lagen = await personensLagen(t, personId)
  const dagar = lagen.flatMap((l) => utdagar(l, dag) ?? [])
  return {
    kant: kantUrArendena(lagen, dag),
    fore: {
      sgi: bekraftadSgi(lagen, dag),
      betalda: dagar.flatMap((d) => d.betalda).map(({ from, tom }) => ({ from, tom })),
      sjukloneperioder: dagar.flatMap((d) => d.sjukloneperioder ?? []),
      ejRaknade: dagar.flatMap((d) => d.ejRaknade ?? []),
      allvarligSjukdom: dagar.flatMap((d) => d.allvarligSjukdom ?? []),
    },
  }
}

/** A case of the benefit, or nothing. */
export const somForebyggande = (l: Lage): Flage => {
  if (l.arende.forman !== FORMAN) throw new Domanfel('saknas', 'annanForman', 'Ärendet gäller inte förebyggande sjukpenning.')
  return l as Flage
}

export const fodelsear = (l: Lage): string => personen(l).fodd.slice(0, 4)

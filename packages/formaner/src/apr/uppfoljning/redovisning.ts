import { delar } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import type { Lagrum } from '@atergang/regelverk'
import { ANORDNARTYPER } from '../anordnare/register.ts'
import { APRFALT } from '../insatser/falt.ts'
import { INSATSTYPER, MILJOER, SYFTEN } from '../insatser/typer.ts'
import { LAN } from '../lan.ts'
import { SEKTORER, STORLEKSNAMN } from '../storlek.ts'
import { oreSomKronor, KANALER, summa, unika, type Bidragsrad } from './underlag.ts'

/** The yearly report to the government (C018): decisions of the year before, amounts and recipients, nothing more (17 § förordning (2014:67), as the audit quotes it). */
export interface Arsredovisning {
  readonly ar: number
  readonly beslut: { readonly beviljade: number; readonly delvis: number; readonly avslag: number }
  readonly belopp: number
  readonly arbetsgivare: number
  /** people, each counted once however many employers applied for them */
  readonly anstallda: number
}

const beslutsar = (r: Bidragsrad): number => delar(r.beslutad).ar

export function arsredovisning(rader: readonly Bidragsrad[], ar: number): Arsredovisning {
  const arets = rader.filter((r) => beslutsar(r) === ar)
  const med = arets.filter((r) => r.belopp > 0)
  const utfall = [...gruppera(arets, (r) => r.ansokan).values()].map((g) =>
    summa(g.map((r) => r.belopp)) === 0 ? 'avslag' : g.every((r) => r.begransadAv === 'halva') ? 'beviljade' : 'delvis',
  )
  const antal = (u: string): number => utfall.filter((x) => x === u).length
  return {
    ar,
    beslut: { beviljade: antal('beviljade'), delvis: antal('delvis'), avslag: antal('avslag') },
    belopp: summa(med.map((r) => r.belopp)),
    arbetsgivare: unika(med.map((r) => r.arbetsgivare)),
    anstallda: unika(med.map((r) => r.anstalld)),
  }
}

export interface Fordelningsrad {
  readonly kod: string
  readonly namn: string
  readonly ansokningar: number
  readonly belopp: number
  readonly arbetsgivare: number
  /** null when so few that someone could be recognised */
  readonly anstallda: number | null
}

/** The support by one thing the audit found missing, with the legal ground the field is kept on (C017). */
export interface Fordelning {
  readonly falt: string
  readonly rubrik: string
  readonly lagrum: readonly Lagrum[]
  readonly kalla: string
  /** a row can have several values: then the rows do not add up to the whole */
  readonly kanOverlappa: boolean
  readonly rader: readonly Fordelningsrad[]
}

/** Fewer people than this are not shown. */
export const MINSTA_CELL = 5

function fordelning(
  rader: readonly Bidragsrad[],
  falt: string,
  namn: Readonly<Record<string, string>>,
  koder: (r: Bidragsrad) => readonly string[],
  kanOverlappa = false,
): Fordelning {
  const f = APRFALT.find((x) => x.namn === falt)!
  const per = new Map<string, Bidragsrad[]>()
  for (const r of rader) {
    for (const k of koder(r)) {
      const g = per.get(k)
      if (g) g.push(r)
      else per.set(k, [r])
    }
  }
  const ordnade = [...Object.keys(namn), 'uppgiftSaknas'].filter((k) => per.has(k))
  return {
    falt,
    rubrik: f.rubrik,
    lagrum: f.lagrum,
    kalla: f.kalla,
    kanOverlappa,
    rader: ordnade.map((kod): Fordelningsrad => {
      const g = per.get(kod)!
      const anstallda = unika(g.map((r) => r.anstalld))
      return {
        kod,
        namn: namn[kod] ?? 'Uppgift saknas',
        ansokningar: unika(g.map((r) => r.ansokan)),
        belopp: summa(g.map((r) => r.belopp)),
        arbetsgivare: unika(g.map((r) => r.arbetsgivare)),
        anstallda: anstallda < MINSTA_CELL ? null : anstallda,
      }
    }),
  }
}

const ellerSaknas = (v: string | null): readonly string[] => [v ?? 'uppgiftSaknas']
const namnen = (t: Readonly<Record<string, { readonly namn: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(t).map(([k, v]) => [k, v.namn]))

/**
 * What the auditors missed in the report: the year's money by kind of measure, purpose, setting, size, sector, county, provider and channel.
 * Diagnosis is not here: no field may hold it. Never a national figure as a sum of counties (X04): people are counted once in each row.
 */
export function fordjupning(rader: readonly Bidragsrad[], ar: number): readonly Fordelning[] {
  const arets = rader.filter((r) => beslutsar(r) === ar && r.belopp > 0)
  return [
    fordelning(arets, 'insatstyper', namnen(INSATSTYPER), (r) => (r.insatstyper.length ? r.insatstyper : ['uppgiftSaknas']), true),
    fordelning(arets, 'syfte', SYFTEN, (r) => ellerSaknas(r.syfte)),
    fordelning(arets, 'miljo', MILJOER, (r) => ellerSaknas(r.miljo)),
    fordelning(arets, 'storlek', STORLEKSNAMN, (r) => [r.storlek]),
    fordelning(arets, 'sektor', SEKTORER, (r) => [r.sektor]),
    fordelning(arets, 'lan', LAN, (r) => ellerSaknas(r.lan)),
    fordelning(arets, 'anordnartyp', ANORDNARTYPER, (r) => [r.anordnartyp]),
    fordelning(arets, 'kanal', KANALER, (r) => [r.kanal]),
  ]
}

/** A row of the register (16 §): the register's fields and no others. */
export type Registerpost = Readonly<Record<string, string | number | null>>

const REGISTERVARDE: Readonly<Record<string, (r: Bidragsrad) => string | number | null>> = {
  orgnr: (r) => r.arbetsgivare,
  kostnadsar: (r) => r.kostnadsar,
  inkom: (r) => r.inkom,
  kanal: (r) => r.kanal,
  anstalld: (r) => r.anstalld,
  anordnare: (r) => r.anordnare,
  insatsdag: (r) => r.insatsdag,
  insatstyper: (r) => r.insatstyper.join(' '),
  kostnad: (r) => oreSomKronor(r.kostnadOre),
  syfte: (r) => r.syfte,
  miljo: (r) => r.miljo,
  storlek: (r) => r.storlek,
  sektor: (r) => r.sektor,
  lan: (r) => r.lan,
  beslut: (r) => `${r.belopp}${r.skal ? ` ${r.skal}` : ''}`,
  anordnartyp: (r) => r.anordnartyp,
}

/** The register's rows: a field is there because the list of fields says so, on its own legal ground. */
export const registerposter = (rader: readonly Bidragsrad[]): readonly Registerpost[] => {
  const falt = APRFALT.filter((f) => f.register && REGISTERVARDE[f.namn]).map((f) => f.namn)
  return rader.map((r) => Object.fromEntries(falt.map((n) => [n, REGISTERVARDE[n]!(r)])))
}

export interface Utvarderingsrad extends Readonly<Record<string, unknown>> {
  readonly arbetsgivare: string
  readonly anstalld: string
}

/**
 * Rows for an evaluation (C040; 15 §): who is who only through the pseudonym handed in, the day of the measure as its quarter, and the content
 * of the measure where it has been asked for.
 */
export const utvarderingsexport = (
  rader: readonly Bidragsrad[],
  pseudonym: (slag: 'arbetsgivare' | 'anstalld' | 'anordnare', id: string) => string,
): readonly Utvarderingsrad[] =>
  rader.map((r) => ({
    arbetsgivare: pseudonym('arbetsgivare', r.arbetsgivare),
    anstalld: pseudonym('anstalld', r.anstalld),
    anordnare: pseudonym('anordnare', r.anordnare),
    kostnadsar: r.kostnadsar,
    kvartal: `${r.insatsdag.slice(0, 4)} kv ${Math.ceil(delar(r.insatsdag).manad / 3)}`,
    insatstyper: r.insatstyper,
    innehall: r.innehall ?? null,
    syfte: r.syfte,
    miljo: r.miljo,
    anordnartyp: r.anordnartyp,
    storlek: r.storlek,
    sektor: r.sektor,
    lan: r.lan,
    kostnad: oreSomKronor(r.kostnadOre),
    belopp: r.belopp,
  }))

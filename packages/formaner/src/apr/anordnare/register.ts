import type { Datum } from '@atergang/kalender'
import { LAN, LANSKODER, type Lanskod } from '../lan.ts'
import { lasOrgnr, visaOrgnr } from '../orgnr.ts'
import { godkandaPerioder, godkandDen, type Godkannande } from './godkannande.ts'
import { KOMPETENSER, type Kompetens, type Kompetensuppgift } from './kompetens.ts'

/** Kind of provider (C035). Occupational health is the common one. */
export const ANORDNARTYPER = {
  foretagshalsovard: 'företagshälsovård',
  rehabiliteringsforetag: 'rehabiliteringsföretag',
  vardgivare: 'vårdgivare',
  annan: 'annan',
} as const
export type Anordnartyp = keyof typeof ANORDNARTYPER

/** A provider as the register holds it (C033, L004). */
export interface Anordnare {
  readonly id: string
  readonly orgnr: string
  readonly namn: string
  readonly typ: Anordnartyp
  /** counties it works in */
  readonly lan: readonly Lanskod[]
  readonly ort: string
  readonly webbplats?: string
  readonly uppgifter: readonly Kompetensuppgift[]
  readonly godkannanden: readonly Godkannande[]
}

/** What anyone may see of an approved provider. No person is named, and a sole trader's number is not shown. */
export interface Allmanpost {
  readonly id: string
  readonly namn: string
  readonly orgnr: string | null
  readonly typ: Anordnartyp
  readonly lan: readonly Lanskod[]
  readonly ort: string
  readonly webbplats: string | null
  readonly kompetenser: readonly Kompetens[]
  readonly godkandFran: Datum
  /** last day, when the approval has been ended; null until further notice */
  readonly godkandTill: Datum | null
}

function allmanpost(a: Anordnare, g: Godkannande, dag: Datum): Allmanpost {
  const o = lasOrgnr(a.orgnr)
  const har = new Set(a.uppgifter.filter((u) => u.styrkt && u.from <= dag && (!u.tom || dag <= u.tom)).map((u) => u.kompetens))
  return {
    id: a.id,
    namn: a.namn,
    orgnr: o && !o.enskild ? visaOrgnr(o) : null,
    typ: a.typ,
    lan: [...a.lan].sort(),
    ort: a.ort,
    webbplats: a.webbplats ?? null,
    kompetenser: (Object.keys(KOMPETENSER) as Kompetens[]).filter((k) => har.has(k)),
    godkandFran: g.from,
    godkandTill: g.slut?.tom ?? null,
  }
}

/** The public register: who is approved on the day, by name; with `avslutade` also who has been. */
export function allmantRegister(alla: readonly Anordnare[], dag: Datum, val: { readonly avslutade?: boolean } = {}): readonly Allmanpost[] {
  return alla
    .flatMap((a) =>
      a.godkannanden
        .filter((g) => godkandaPerioder([g]).length > 0 && g.from <= dag && (val.avslutade || godkandDen([g], dag)))
        .map((g) => allmanpost(a, g, dag)),
    )
    .sort((x, y) => x.namn.localeCompare(y.namn, 'sv') || (x.godkandFran < y.godkandFran ? -1 : 1))
}

/** Population by county, with what it counts and when: the sources print providers per inhabitant without saying which inhabitants (X16). */
export interface Folkmangd {
  readonly namnare: string
  readonly ar: number
  readonly perLan: Readonly<Partial<Record<Lanskod, number>>>
}

export interface Lanstackning {
  readonly lan: Lanskod
  readonly namn: string
  readonly anordnare: number
  readonly folkmangd: number | null
  readonly per100000: number | null
  /** none at all, or less than half of the country's rate */
  readonly fa: boolean
}

export interface Tackning {
  readonly dag: Datum
  readonly namnare: string
  readonly folkmangdsar: number
  readonly rikstal: number | null
  readonly lan: readonly Lanstackning[]
}

/** Share of the country's rate below which a county has few. Ours: the sources name no limit. */
const FA_ANDEL = 0.5

/**
 * Providers per 100 000 inhabitants by county on a day (C034), fewest first. A provider that works in several counties counts in each, and
 * once in the country. Population figures are not in the sources and are handed in; without them the count stands alone.
 */
export function tackning(alla: readonly Anordnare[], folk: Folkmangd, dag: Datum): Tackning {
  const godkanda = alla.filter((a) => godkandDen(a.godkannanden, dag))
  const kanda = LANSKODER.flatMap((l) => folk.perLan[l] ?? [])
  const riket = kanda.length === LANSKODER.length ? kanda.reduce((s, n) => s + n, 0) : null
  const rikstal = riket ? (godkanda.length * 100_000) / riket : null
  const lan = LANSKODER.map((kod): Lanstackning => {
    const antal = godkanda.filter((a) => a.lan.includes(kod)).length
    const folkmangd = folk.perLan[kod] ?? null
    const per = folkmangd ? (antal * 100_000) / folkmangd : null
    return {
      lan: kod,
      namn: LAN[kod],
      anordnare: antal,
      folkmangd,
      per100000: per,
      fa: antal === 0 || (per !== null && rikstal !== null && per < FA_ANDEL * rikstal),
    }
  })
  return {
    dag,
    namnare: folk.namnare,
    folkmangdsar: folk.ar,
    rikstal,
    lan: lan.sort((a, b) => (a.per100000 ?? a.anordnare) - (b.per100000 ?? b.anordnare) || (a.lan < b.lan ? -1 : 1)),
  }
}

import type { Datum } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import type { Annatanvandning } from '../koder/annat.ts'
import { ANNAT } from '../koder/behandlingar.ts'
import type { TidigareFall } from '../evidens/liknande.ts'
import { arendeutfall, type Arendeutfall } from './oversikt.ts'
import type { Forebyggandepost } from './post.ts'
import { nettodagarAv } from './nettodagar.ts'
import { utanCovid } from './urval.ts'

/** How often each entry of the evidence register has been used, and how often the judgement went against it. */
export function evidensanvandning(
  poster: readonly Forebyggandepost[],
): { post: string; antal: number; motStallningen: number; senast: Datum }[] {
  const anvandningar = utanCovid(poster).flatMap((p) =>
    p.behandlingar.flatMap((b) =>
      b.evidensposter.map((post) => ({ post, dag: p.planbeslut?.dag ?? p.inkom, mot: p.planbeslut?.motStallningen ?? false })),
    ),
  )
  return [...gruppera(anvandningar, (a) => a.post)]
    .map(([post, xs]) => ({
      post,
      antal: xs.length,
      motStallningen: xs.filter((x) => x.mot).length,
      senast: xs
        .map((x) => x.dag)
        .sort()
        .at(-1)!,
    }))
    .sort((a, b) => b.antal - a.antal || a.post.localeCompare(b.post))
}

/** Every use of ”annat”, for the monthly review. */
export const annatIPosterna = (poster: readonly Forebyggandepost[]): Annatanvandning[] =>
  utanCovid(poster).flatMap((p) =>
    p.behandlingar.filter((b) => b.behandling === ANNAT).map((b) => ({ arende: p.arende, dag: p.inkom, text: b.annatText ?? '' })),
  )

/** What was planned and what came of it (step 2 against step 1). */
export interface Planutfall {
  readonly planeradeTillfallen: number
  /** claimed dates in the approved plan, and outside it */
  readonly dagarIPlanen: number
  readonly dagarUtanfor: number
  readonly nettodagar: number
  readonly fullfoljd: 'ja' | 'delvis' | 'nej' | 'okant' | 'pagar'
}

export function planMotUtfall(p: Forebyggandepost): Planutfall {
  const dagar = p.ersattningar.flatMap((e) => e.dagar)
  return {
    planeradeTillfallen: p.behandlingar.reduce((n, b) => n + b.planeradeTillfallen, 0),
    dagarIPlanen: dagar.filter((d) => d.iPlanen).length,
    dagarUtanfor: dagar.filter((d) => !d.iPlanen).length,
    nettodagar: nettodagarAv(dagar),
    fullfoljd: p.avslut?.fullfoljd ?? 'pagar',
  }
}

/** A decided case as an officer with a like one sees it: outcome, reason and what happened afterwards, no person. */
export interface Tidigarearende extends TidigareFall {
  readonly omrade: string
  readonly utfall: Arendeutfall
  readonly skal: readonly string[]
  readonly fmr: boolean
  readonly fullfoljd: Planutfall['fullfoljd']
  readonly uppfoljning: string | null
}

/** Decided cases of the whole country, one for each treatment in them, for `liknandeFall`. A treatment that a partly approved plan leaves out was not approved. */
export function tidigareArenden(poster: readonly Forebyggandepost[]): Tidigarearende[] {
  return utanCovid(poster).flatMap((p) => {
    const utfall = arendeutfall(p)
    if (!utfall) return []
    return p.behandlingar.map((b, i): Tidigarearende => ({
      id: `${p.arende}/${i + 1}`,
      beslutsdag: p.planbeslut!.dag,
      behandling: b.behandling,
      annatText: b.annatText,
      diagnoser: p.diagnoser,
      utforande: b.utforande,
      timmarPerVecka: b.timmarPerVecka,
      antalTillfallen: b.planeradeTillfallen,
      omrade: p.omrade,
      utfall: b.godkand === false ? 'ejGodkand' : utfall,
      skal: [...p.planbeslut!.skal, ...p.ersattningar.flatMap((e) => e.beslut?.skal ?? [])],
      fmr: p.fmr.length > 0,
      fullfoljd: p.avslut?.fullfoljd ?? 'pagar',
      uppfoljning: p.avslut?.uppfoljning ?? null,
    }))
  })
}

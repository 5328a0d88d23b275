import { lagrumstext, type Lagrum } from '@atergang/regelverk'
import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { paths } from '../../api/schema.gen.ts'

type Svaret<V extends keyof paths> = paths[V] extends { get: { responses: { 200: { content: { 'application/json': infer S } } } } }
  ? S
  : never

export type Regellista = Svaret<'/api/v1/regelverk'>
export type Post = Regellista['poster'][number]
export type Regel = Svaret<'/api/v1/regelverk/regler/{namn}'>
export type Provfaktum = Regel['fakta'][number]
export type Lagfall = Regel['lagfall']['egna'][number]
export type Parameterrad = Svaret<'/api/v1/regelverk/belopp'>['parametrar'][number]
export type Paragraford = Regel['paragrafer'][number]
export type Tackningsrad = Svaret<'/api/v1/regelverk/lagtackning'>['delar'][number]['rader'][number]
export type Stod = Tackningsrad['stod'][number]

export const galler = (v: { readonly from: string; readonly tom: string | null }, dag: string): boolean =>
  v.from <= dag && (v.tom === null || dag <= v.tom)

export const SLAGTEXT: Readonly<Record<Post['slag'], string>> = { regel: 'Regel', tidsregel: 'Tidsregel', fraga: 'Fråga till en människa' }

export const postsida = (p: Pick<Post, 'slag' | 'namn'>): string =>
  `/regelverk/${p.slag === 'fraga' ? 'fragor' : 'regler'}/${encodeURIComponent(p.namn)}`

/** Where what rests on a paragraph can be read; nowhere for a timeline or a part of the handling, which are code. */
export const stodsida = (s: Stod): string | null => {
  if (s.slag === 'regel') return postsida({ slag: 'regel', namn: s.namn })
  if (s.slag === 'fråga') return postsida({ slag: 'fraga', namn: s.namn })
  return s.slag === 'parameter' || s.slag === 'riksinställning' ? `/regelverk/belopp#${s.namn}` : null
}

const liten = (t: string): string => t.trim().toLowerCase()

/** Read as people write: ”28:10”, ”28 kap. 10 §” and words of the heading all find it. */
export const passar = (sok: string, texter: readonly (string | null)[], lagrum: readonly Lagrum[]): boolean =>
  liten([...texter, ...lagrum.map((l) => `${lagrumstext(l)} ${l.kapitel ?? ''}:${l.paragraf}`)].join(' ')).includes(liten(sok))

/** One filter kept in the address, so that a list can be sent to another and come back to. Never what someone tries a rule on. */
export function iAdressen(namn: string): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => (typeof route.query[namn] === 'string' ? route.query[namn] : ''),
    set: (v) => {
      const { [namn]: _forra, ...resten } = route.query
      void router.replace({ query: v ? { ...resten, [namn]: v } : resten, hash: route.hash })
    },
  })
}

/** The page's own name, when it has one. */
export const satTitel = (rubrik: string): void => {
  document.title = `${rubrik} – Återgång`
}

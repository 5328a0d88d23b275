import type { Datum } from '@atergang/kalender'
import { api, data } from '../../api/klient.ts'
import type { components, paths } from '../../api/schema.gen.ts'
import { medManadsnamn, stor } from '../../stod/text.ts'
import { base64 } from '../../stod/fil.ts'

type S = components['schemas']
export type Stodar = S['AprStodar']
export type Ansokan = S['AprAnsokan']
export type Stodrad = S['AprRad']
export type Anordnarstod = S['AprAnordnarstod']
export type Post = S['AprAnordnarpost']
export type Begrepp = paths['/api/v1/apr/begrepp']['get']['responses']['200']['content']['application/json']
export type Radkropp = S['AprRadInInput']
export type Insatstyp = Radkropp['insatstyper'][number]
export type Brevrad = Stodar['brev'][number]

let begreppet: Promise<Begrepp> | null = null
/** Words, help texts, codes and ceilings, as the server has them; fetched once. */
export function begrepp(): Promise<Begrepp> {
  begreppet ??= data(api.GET('/api/v1/apr/begrepp')).catch((e: unknown) => {
    begreppet = null
    throw e
  })
  return begreppet
}

/** A list of choices of a record of words. */
export const val = <T extends string = string>(ord: Readonly<Record<string, string>>): { varde: T; text: string }[] =>
  Object.entries(ord).map(([varde, text]) => ({ varde: varde as T, text: stor(text) }))

export const dag = (d: string | null | undefined): string => (d ? medManadsnamn(d as Datum) : '')

export interface Uppladdad {
  readonly id: string
  readonly namn: string
}

/** Sends a file ahead of what it belongs to. @throws {Apifel} when it is no PDF, JPEG or PNG, or broken off */
export async function laddaUpp(fil: File): Promise<Uppladdad> {
  const { id } = await data(api.POST('/api/v1/apr/filer', { body: { filnamn: fil.name, innehall: await base64(fil) } }))
  return { id, namn: fil.name }
}

const LAS = {
  arbetsgivare: '/api/v1/apr/arbetsgivare/arenden/{id}/brev/{utskickId}/last',
  anordnare: '/api/v1/apr/anordnare/arenden/{id}/brev/{utskickId}/last',
} as const
export type Firmaroll = keyof typeof LAS
export const noteraLast = (roll: Firmaroll, id: string, utskickId: string): Promise<unknown> =>
  data(api.POST(LAS[roll], { params: { path: { id, utskickId } } }))

/** Ten digits with a hyphen, and nothing else changed. */
export const skrivOrgnr = (o: string): string => o.replace(/^(\d{6})(\d{4})$/, '$1-$2')

import { api, data } from '../../../api/klient.ts'
import type { components } from '../../../api/schema.gen.ts'
import { stor } from '../../../stod/text.ts'

export type Koder = components['schemas']['ForebyggandeKoder']
let hamtade: Promise<Koder> | null = null

/** The words of the forms, as the server has them; fetched once, and again after a failure. */
export function hamtaKoder(): Promise<Koder> {
  hamtade ??= data(api.GET('/api/v1/forebyggande/koder')).catch((fel: unknown) => {
    hamtade = null
    throw fel
  })
  return hamtade
}

/** A code list as choices of a form, each beginning with a capital. */
export const somVal = (lista: readonly { readonly kod: string; readonly namn: string }[]): { varde: string; text: string }[] =>
  lista.map(({ kod, namn }) => ({ varde: kod, text: stor(namn) }))

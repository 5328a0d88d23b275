import { api, data } from '../api/klient.ts'

type Texter = Readonly<Record<string, string>>

/** Codes and their words, as the server has them. */
export interface Kodlistor {
  readonly avslagsskal: Readonly<Record<string, { readonly text: string; readonly lagrum: readonly string[] }>>
  readonly aterlamningskoder: Texter
  readonly informationsamnen: Texter
  readonly provningar: Texter
  readonly sgiGrunder: Readonly<Record<string, { readonly text: string; readonly lagrum: string }>>
  readonly sgiUndantag: Readonly<Record<string, { readonly text: string; readonly lagrum: string }>>
  readonly undantag: Texter
}

let hamtade: Promise<Kodlistor> | null = null

/** Fetched once; a failed fetch is tried again. */
export function hamtaKodlistor(): Promise<Kodlistor> {
  hamtade ??= data(api.GET('/api/v1/kodlistor'))
    .then((k) => k as unknown as Kodlistor)
    .catch((fel: unknown) => {
      hamtade = null
      throw fel
    })
  return hamtade
}

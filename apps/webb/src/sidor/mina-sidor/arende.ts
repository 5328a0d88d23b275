import type { MinaSidorArende, MinForebyggande } from '@atergang/formaner'
import { api, data } from '../../api/klient.ts'

export interface MinaSidor {
  readonly idag: string
  readonly arenden: readonly MinaSidorArende[]
  readonly forebyggande: readonly MinForebyggande[]
}

/** A case of mine, of any benefit. */
export type MittArende = MinaSidorArende | MinForebyggande
export const arForebyggande = (a: MittArende): a is MinForebyggande => a.forman === 'forebyggande-sjukpenning'

/** My cases, newest first. The server's description says ”an object”: its shape is the pure package's. */
export async function hamtaMinaSidor(): Promise<MinaSidor> {
  const { idag, arenden, forebyggande } = await data(api.GET('/api/v1/mina-sidor'))
  return { idag, arenden: arenden as unknown as MinaSidorArende[], forebyggande: forebyggande as unknown as MinForebyggande[] }
}

/** One of my cases. @throws when it is not mine */
export async function hamtaArende(id: string): Promise<{ readonly idag: string; readonly arende: MittArende }> {
  const { idag, arenden, forebyggande } = await hamtaMinaSidor()
  const arende = [...arenden, ...forebyggande].find((a) => a.id === id)
  if (!arende) throw new Error('Ärendet finns inte bland dina ärenden.')
  return { idag, arende }
}

/** The letter as a PDF. Opening it means that I have got it, so that is told to the server first. */
export async function noteraLast(arendeId: string, utskickId: string): Promise<void> {
  await data(api.POST('/api/v1/mina-sidor/arenden/{id}/brev/{utskickId}/last', { params: { path: { id: arendeId, utskickId } } }))
}

/** One of my cases of förebyggande sjukpenning. @throws when it is not mine */
export async function hamtaForebyggande(id: string): Promise<{ readonly idag: string; readonly arende: MinForebyggande }> {
  const { idag, arende } = await hamtaArende(id)
  if (!arForebyggande(arende)) throw new Error('Ärendet gäller inte förebyggande sjukpenning.')
  return { idag, arende }
}

/** A draft of mine in a case, kept by the server. */
export async function hamtaUtkast(arendeId: string, nyckel: string): Promise<{ readonly text: string; readonly andrat: string } | null> {
  const { utkast } = await data(api.GET('/api/v1/arenden/{id}/mitt', { params: { path: { id: arendeId }, query: { version: 0 } } }))
  const u = utkast[nyckel]
  const text = (u?.innehall as { text?: unknown } | undefined)?.text
  return u && typeof text === 'string' ? { text, andrat: u.andrat } : null
}

export const sparaUtkast = async (arendeId: string, nyckel: string, text: string): Promise<string> =>
  (
    await data(
      api.PUT('/api/v1/arenden/{id}/utkast/{nyckel}', { params: { path: { id: arendeId, nyckel } }, body: { innehall: { text } } }),
    )
  ).andrat

export async function kastaUtkast(arendeId: string, nyckel: string): Promise<void> {
  await data(api.DELETE('/api/v1/arenden/{id}/utkast/{nyckel}', { params: { path: { id: arendeId, nyckel } } }))
}

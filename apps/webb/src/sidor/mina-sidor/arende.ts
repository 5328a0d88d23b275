import type { MinaSidorArende } from '@atergang/formaner'
import { api, data } from '../../api/klient.ts'

export interface MinaSidor {
  readonly idag: string
  readonly arenden: readonly MinaSidorArende[]
}

/** My cases, newest first. The server's description says ”an object”: its shape is the pure package's. */
export async function hamtaMinaSidor(): Promise<MinaSidor> {
  const { idag, arenden } = await data(api.GET('/api/v1/mina-sidor'))
  return { idag, arenden: arenden as unknown as MinaSidorArende[] }
}

/** One of my cases. @throws when it is not mine */
export async function hamtaArende(id: string): Promise<{ readonly idag: string; readonly arende: MinaSidorArende }> {
  const { idag, arenden } = await hamtaMinaSidor()
  const arende = arenden.find((a) => a.id === id)
  if (!arende) throw new Error('Ärendet finns inte bland dina ärenden.')
  return { idag, arende }
}

/** The letter as a PDF. Opening it means that I have got it, so that is told to the server first. */
export const brevadress = (handlingId: string): string => `/api/v1/handlingar/${handlingId}`

export async function noteraLast(arendeId: string, utskickId: string): Promise<void> {
  await data(api.POST('/api/v1/mina-sidor/arenden/{id}/brev/{utskickId}/last', { params: { path: { id: arendeId, utskickId } } }))
}

/** A draft of mine in a case, kept by the server. */
export async function hamtaUtkast(arendeId: string, nyckel: string): Promise<{ readonly text: string; readonly andrat: string } | null> {
  const { utkast } = await data(api.GET('/api/v1/arenden/{id}/mitt', { params: { path: { id: arendeId }, query: { version: 0 } } }))
  const u = utkast[nyckel]
  const text = (u?.innehall as { text?: unknown } | undefined)?.text
  return u && typeof text === 'string' ? { text, andrat: u.andrat } : null
}

export const sparaUtkast = async (arendeId: string, nyckel: string, text: string): Promise<string> => (await data(api.PUT('/api/v1/arenden/{id}/utkast/{nyckel}', { params: { path: { id: arendeId, nyckel } }, body: { innehall: { text } } }))).andrat

export async function kastaUtkast(arendeId: string, nyckel: string): Promise<void> {
  await data(api.DELETE('/api/v1/arenden/{id}/utkast/{nyckel}', { params: { path: { id: arendeId, nyckel } } }))
}

import { Kommandofel } from './problem.ts'

export interface Svar {
  readonly json: () => string
  readonly text: () => string
  /** what JSON has no room for, a line each: told on standard error */
  readonly noter?: () => readonly string[]
}
export type Kommando = (ord: readonly string[]) => Svar | Promise<Svar>

export const kommando =
  <S>(gor: (ord: readonly string[]) => S | Promise<S>, text: (svar: S) => string): Kommando =>
  async (ord) => {
    const svar = await gor(ord)
    return { json: () => JSON.stringify(svar), text: () => text(svar) }
  }

/** One answer a line, for people and programs alike. */
export const radvis =
  <S>(gor: (ord: readonly string[]) => Promise<readonly S[]>): Kommando =>
  async (ord) => {
    const rader = (await gor(ord)).map((r) => JSON.stringify(r)).join('\n')
    return { json: () => rader, text: () => rader }
  }

export const under =
  (namn: string, delar: Readonly<Record<string, Kommando>>): Kommando =>
  (ord) => {
    const vad = ord[0] ?? ''
    const del = Object.hasOwn(delar, vad) ? delar[vad] : undefined
    if (!del)
      throw new Kommandofel(
        'okantKommando',
        `Ange vad som ska göras: ${Object.keys(delar)
          .map((d) => `”${namn} ${d}”`)
          .join(', ')}.`,
        [{ falt: namn, text: `Välj ${Object.keys(delar).join(', ')}.` }],
      )
    return del(ord.slice(1))
  }

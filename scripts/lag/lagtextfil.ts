import { readFileSync } from 'node:fs'
import type { Paragraf } from './lasLag.ts'

export const LAGTEXTFIL = 'packages/regelverk/lagtext/lagtext.json'

export interface Lagtextfil {
  readonly kalla: string
  readonly lagar: Readonly<Record<string, { readonly rubrik: string; readonly publicerad: string }>>
  readonly kapitel: Readonly<Record<string, string>>
  readonly paragrafer: Readonly<Record<string, Paragraf>>
}

export const lasLagtextfil = (): Lagtextfil => JSON.parse(readFileSync(LAGTEXTFIL, 'utf8')) as Lagtextfil

import type { Page } from '@playwright/test'
import { expect } from '../stod.ts'
import { oppnaArende, taArendet } from '../vagen/handlaggning.ts'

/** What the walks of the workplace support share. */
export const ASTA = 'Asta Alvar'
export const GUDRUN = 'Gudrun Gran'

/** Opens the case of a firm by its name; an officer who has not got it takes it. */
export async function oppnaFirma(sida: Page, namn: string): Promise<void> {
  await oppnaArende(sida, namn)
  const ta = sida.getByRole('button', { name: 'Ta ärendet' })
  if (await ta.isVisible()) await taArendet(sida)
}

/** What the API says of the case that is open. */
export async function vyn(sida: Page): Promise<{ ansokningar: { belopp: number; rader: { begransadAv: string | null; skal: string | null; belopp: number }[] }[]; kvar: number; aterkrav: { belopp: number; aterbetalt: number }[]; beslut: { typ: string }[] }> {
  const svar = await sida.request.get(`/api/v1/arenden/${new URL(sida.url()).pathname.split('/').at(-1)}`)
  expect(svar.status()).toBe(200)
  return svar.json() as never
}

/** A picture to look at; kept only where the run asks for it. */
export const bild = async (sida: Page, namn: string): Promise<void> => {
  if (process.env.APR_BILDER) await sida.screenshot({ path: `${process.env.APR_BILDER}/${namn}.png`, fullPage: true })
}

import { lasPdf, upplast } from '../../../packages/brev/src/stod/laspdf.ts'
import { expect } from '../stod.ts'
import type { Locator, Page } from '@playwright/test'

/** Fetches the letter behind a link as the signed-in person, and gives its text as a screen reader reads it. */
export async function lasBrevet(sida: Page, lank: Locator): Promise<string> {
  const href = await lank.getAttribute('href')
  const svar = await sida.request.get(new URL(href!, sida.url()).href)
  expect(svar.headers()['content-type']).toContain('application/pdf')
  const pdf = await lasPdf(new Uint8Array(await svar.body()))
  expect(pdf.markerad, 'brevet är märkt för uppläsning (PDF/UA)').toBe(true)
  return upplast(pdf)
}

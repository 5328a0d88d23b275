import { lasPdf, upplast } from '../../../packages/brev/src/stod/laspdf.ts'
import { expect } from '../stod.ts'
import { tryck } from '../tangentbord.ts'
import type { Locator, Page } from '@playwright/test'

/** Opens the letter behind a link, which counts as having got it, and gives its text as a screen reader reads it. */
export async function lasBrevet(sida: Page, lank: Locator): Promise<string> {
  const href = await lank.getAttribute('href')
  const [flik] = await Promise.all([sida.context().waitForEvent('page'), tryck(sida, lank)])
  await flik.close()
  const svar = await sida.request.get(new URL(href!, sida.url()).href)
  expect(svar.headers()['content-type']).toContain('application/pdf')
  const pdf = await lasPdf(new Uint8Array(await svar.body()))
  expect(pdf.markerad, 'brevet är märkt för uppläsning (PDF/UA)').toBe(true)
  return upplast(pdf)
}

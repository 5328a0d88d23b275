import type { Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { arendet } from './genomgang.ts'
import { expect, krav, loggaIn, test } from './stod.ts'
import { skriv, tryck } from './tangentbord.ts'
import { attGora, bliNy } from './vagen/handlaggning.ts'

/** Directed information, own or shared advisers, the earlier prompt, and a handover that is connected: with the keyboard, every page against every rule of axe. */

const SKARMAR = process.env['ATERGANG_SKARMAR']
async function skarm(sida: Page, namn: string): Promise<void> {
  if (!SKARMAR) return
  mkdirSync(SKARMAR, { recursive: true })
  await sida.screenshot({ path: `${SKARMAR}/${namn}.png`, fullPage: true })
}
const kryssa = async (sida: Page, roll: 'radio' | 'checkbox', namn: string | RegExp): Promise<void> => {
  const ruta = sida.getByRole(roll, { name: namn, ...(typeof namn === 'string' ? { exact: true } : {}) })
  await ruta.focus()
  await sida.keyboard.press('Space')
  await expect(ruta).toBeChecked()
}

test('en läkarutbildning planeras, genomförs och syns i täckningen; det som saknas står först', async ({ page }) => {
  await loggaIn(page, 'Samir Sjö')
  await tryck(page, page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Information' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Riktad information')
  await expect(page.getByRole('region', { name: 'Fick ingen information i perioden' })).toContainText('Arbetsförmedlingen')
  await krav(page, 'Riktad information')
  await skarm(page, '60-information')
  await tryck(page, page.getByRole('link', { name: 'För in en insats' }))
  const form = page.getByRole('form', { name: 'Ny insats' })
  await tryck(page, form.getByRole('button', { name: 'För in' }))
  await expect(form).toContainText('Välj hur informationen ges.')
  await krav(page, 'Ny insats med fel')
  await kryssa(page, 'radio', 'Planerad')
  await form.getByLabel('Hur ges informationen?').selectOption('lakarutbildning')
  await form.getByLabel('Vem är den till?').selectOption('psykiatri')
  await kryssa(page, 'checkbox', 'Förebyggande sjukpenning')
  await kryssa(page, 'radio', 'I ett eller flera län')
  await kryssa(page, 'checkbox', 'Västmanland')
  await skriv(page, form.getByLabel('Dag, eller första dag'), '2026-03-18')
  await tryck(page, form.getByRole('button', { name: 'För in' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läkarutbildning för psykiatrin')
  await tryck(page, page.getByText('Ändra, genomför eller ställ in'))
  await kryssa(page, 'radio', 'Genomförd')
  await skriv(page, page.getByLabel(/^Hur många nåddes/), '22')
  await skriv(page, page.getByLabel('Vad har ändrats, och varför?'), 'Genomförd som planerat.')
  await tryck(page, page.getByRole('button', { name: 'Spara som ny version' }))
  await expect(page.getByRole('status').first()).toContainText('ny version')
  await expect(page.getByRole('main')).toContainText('Det här visar inte att insatsen hade effekt')
  await expect(page.getByRole('main')).toContainText('27 kap. 6 §')
  await krav(page, 'En insats')
  await skarm(page, '61-insats')
  await page.goto('/information/roll')
  await krav(page, 'Förmånerna och vår roll')
  await skarm(page, '62-roll')
})

test('chefen anger hur enheten har sina rådgivare och ser i hur många ärenden någon har berättat', async ({ page }) => {
  await loggaIn(page, 'Karin Kvist')
  await page.goto('/forebyggande/stodordning')
  await expect(page.getByRole('main')).toContainText('delade med andra (Sjukpenning i Gävle)')
  const form = page.getByRole('form', { name: 'Ange för Gävle' })
  await kryssa(page, 'radio', 'Specialister')
  await kryssa(page, 'radio', 'Egna')
  await skriv(page, form.getByLabel('Varför, eller vad uppgiften bygger på'), 'Specialisterna arbetar bara med förmånen.')
  await tryck(page, form.getByRole('button', { name: 'Spara' }))
  await expect(page.getByRole('status').first()).toContainText('sparad')
  await krav(page, 'Egna eller delade')
  await skarm(page, '63-stodordning')
  await page.goto('/enheten')
  await expect(page.getByRole('heading', { name: 'Berättat i sjukpenningärenden' })).toBeVisible()
})

test('handläggaren påminns om stöd på arbetsplatsen i tid, och en idé som lämnas över visar var ärendet kom från', async ({ page }) => {
  await loggaIn(page, 'Eva Ek')
  await page.goto(`/arenden/${await arendet(page, 'Johan Kvist')}`)
  const rad = page.getByRole('listitem').filter({ hasText: 'Berätta om arbetsplatsinriktat rehabiliteringsstöd' })
  await rad.getByLabel('Till').selectOption('arbetsgivare')
  await krav(page, 'Att uppmärksamma')
  await tryck(page, rad.getByRole('button', { name: /^i samtal/ }))
  await expect(attGora(page)).toContainText('arbetsgivaren har fått veta det')
  await expect(rad).toContainText('Arbetsgivaren fick veta det 20 mars 2026')
  const arende = new URL(page.url()).pathname.split('/').at(-1)!
  const r = await page.request.post(`/api/v1/arenden/${arende}/kommandon`, {
    data: { typ: 'lamnaOver', data: { slag: 'ide', skal: 'Intyget nämner en behandling som kan förkorta sjukskrivningen.' } },
  })
  expect(r.status(), await r.text()).toBe(200)
  await bliNy(page, 'Fia Falk')
  await page.goto('/overlamningar')
  const svar = page.getByRole('form', { name: 'Svara om Johan Kvist' })
  await svar.getByRole('radio', { name: 'Tar emot' }).evaluate((e: HTMLInputElement) => e.click())
  await svar.getByRole('radio', { name: /^Sätt upp personen på listan/ }).evaluate((e: HTMLInputElement) => e.click())
  await skriv(page, svar.getByRole('textbox'), 'Jag ringer personen.')
  await krav(page, 'Överlämnat, koppla')
  await skarm(page, '64-overlamnat')
  await tryck(page, svar.getByRole('button', { name: 'Svara' }))
  await expect(page.getByRole('status').first()).toContainText('Du har tagit emot')
  await page.goto('/forebyggande/kandidater')
  await expect(page.getByRole('main')).toContainText('Kom från överlämning av Eva Ek')
  await krav(page, 'Kandidater')
  await bliNy(page, 'Eva Ek')
  await page.goto(`/arenden/${arende}`)
  await expect(page.getByRole('main')).toContainText('Personen står på listan över dem som förebyggande sjukpenning kan passa.')
  await skarm(page, '65-vad-det-blev')
})

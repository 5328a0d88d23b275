import { expect, krav, loggaIn, test } from './stod.ts'
import { tryck } from './tangentbord.ts'

test('Startsidan säger vad Återgång är och leder till inloggningen, med tangentbordet', async ({ page }) => {
  await page.goto('/')
  await krav(page, 'Start')
  await tryck(page, page.getByRole('link', { name: 'Logga in' }).first())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Välj vem du vill vara')
  await krav(page, 'Testinloggning')
})

test('En sida som inte finns säger det och leder vidare', async ({ page }) => {
  await page.goto('/finns/inte')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await krav(page, 'Saknad sida')
})

test('Den som är inloggad ser vem den är och kan logga ut', async ({ page }) => {
  await loggaIn(page, 'Eva Ek')
  await tryck(page, page.getByRole('button', { name: /Logga ut/ }))
  await expect(page.getByRole('link', { name: 'Logga in' }).first()).toBeVisible()
})

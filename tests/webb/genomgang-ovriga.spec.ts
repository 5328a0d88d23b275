import { genomgang, kryssa, oppnaAllt } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'

test('Arbetsgivaren kan läsa och besvara frågor, med och utan plan', async ({ page }) => {
  const g = genomgang(page)
  for (const namn of ['Bruket AB', 'Region Mellanvik']) {
    await loggaIn(page, namn)
    await g.granska(`${namn}: frågorna`)
    await page
      .getByRole('link', { name: /^Svara/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'Vår fråga' })).toBeVisible()
    await oppnaAllt(page)
    await g.granska(`${namn}: en fråga`)
    await page.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(page.getByRole('heading', { name: 'En sak att ändra innan det kan skickas' })).toBeVisible()
    await g.granska(`${namn}: svar utan innehåll`)
    const plan = page.getByRole('group', { name: /^Finns det en plan/ })
    for (const svar of (await plan.isVisible()) ? ['Ja', 'Nej'] : []) {
      await kryssa(plan.getByRole('radio', { name: svar, exact: true }))
      await g.granska(`${namn}: plan, ${svar}`)
    }
    await page.getByRole('button', { name: /Logga ut/ }).click()
    await expect(page.getByRole('link', { name: 'Logga in' }).first()).toBeVisible()
  }
  g.klar()
})

test('Sökningen säger vad som fattas, vad den hittar och när den inget hittar', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Eva Ek')
  await page.goto('/sok')
  const falt = page.getByRole('textbox', { name: /^Personnummer/ })
  const sok = page.getByRole('button', { name: 'Sök', exact: true })
  await sok.click()
  await expect(page.getByText('Skriv minst två tecken.')).toBeVisible()
  await g.granska('Sök, tomt')
  await falt.fill('Carin Dahl')
  await sok.click()
  await expect(page.getByRole('heading', { name: /^[1-9]\d* träff/ })).toBeVisible()
  await g.granska('Sök, träff')
  await falt.fill('Finns Inte')
  await sok.click()
  await expect(page.getByRole('heading', { name: '0 träffar' })).toBeVisible()
  await g.granska('Sök, ingen träff')
  g.klar()
})

test('Min dag klarar kraven i varje lista', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Eva Ek')
  await expect(page.getByRole('tab').first()).toBeVisible()
  for (const flik of await page.getByRole('tab').all()) {
    await flik.click()
    await expect(page.getByRole('table').first()).toBeVisible()
    await oppnaAllt(page)
    await g.granska(`Min dag: ${await flik.innerText()}`)
  }
  await kryssa(page.getByRole('radio', { name: 'Alla öppna' }))
  await expect(page.getByRole('table').first()).toBeVisible()
  await g.granska('Min dag: alla öppna')
  await page.getByRole('button', { name: /^Snabbkommandon/ }).click()
  await g.granska('Snabbkommandon', { inom: 'dialog' })
  g.klar()
})

test('Start och testinloggning ryms på en smal skärm, också med alla personer framme', async ({ page }) => {
  const g = genomgang(page)
  await page.goto('/')
  await g.granska('Start')
  await page.goto('/inloggning')
  await oppnaAllt(page)
  await g.granska('Testinloggning')
  g.klar()
})

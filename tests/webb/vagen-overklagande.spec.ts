import { expect, krav, loggaIn, test } from './stod.ts'
import { svara, tryck } from './tangentbord.ts'
import { lasBrevet } from './vagen/brev.ts'
import { attGora, bliNy, frageformular, granskaBrevet, oppnaArende, taArendet } from './vagen/handlaggning.ts'

const PERSON = 'Ulla Vester'

/** A refusal that has been reviewed: the person appeals, and the officer passes it on to the court. Without a mouse. */
test('Ulla Vester överklagar på Mina sidor, Eva lämnar det vidare, och Ulla läser att det är gjort', async ({ page }) => {
  await loggaIn(page, PERSON)
  await tryck(page, page.getByRole('link', { name: /^Överklaga/ }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Överklaga beslutet')
  await krav(page, 'Överklaga')
  await svara(page, [[/^Hur vill du att beslutet ska ändras/, 'Jag vill få sjukpenning. Arbetet som ni beskriver finns inte där jag bor.']])
  await tryck(page, page.getByRole('button', { name: 'Skicka överklagandet' }))
  await expect(page.getByRole('heading', { name: 'Ditt överklagande är skickat' })).toBeVisible()
  await krav(page, 'Överklagandet skickat')

  await bliNy(page, 'Eva Ek')
  await oppnaArende(page, PERSON)
  await taArendet(page)
  await frageformular(page, 'Överlämna överklagandet till förvaltningsrätten')
  await svara(page, [
    [/^Vad gör du med överklagandet/, 'Lämna det till förvaltningsrätten'],
    [/^Till vilken förvaltningsrätt/, 'Förvaltningsrätten i Falun'],
  ])
  await granskaBrevet(page, 'Förhandsgranska brevet')
  await krav(page, 'Överlämnandet')
  await tryck(page, page.getByRole('button', { name: 'Spara', exact: true }))
  await expect(attGora(page).getByRole('status').first()).toContainText('Överklagandet är taget om hand.')

  await bliNy(page, PERSON)
  const brevet = await lasBrevet(page, page.getByRole('link', { name: /^Vi har lämnat ditt överklagande/ }).first())
  for (const s of ['Förvaltningsrätten i Falun', '20 mars 2026', 'Eva Ek']) expect(brevet).toContain(s)
})

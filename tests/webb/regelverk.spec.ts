import { genomgang, oppnaAllt } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'
import { na, skriv, svara, tryck, valet, valj } from './tangentbord.ts'

test('Regelverket kan läsas i sin helhet utan inloggning: regler, frågor, paragrafer och belopp', async ({ page }) => {
  const g = genomgang(page)
  await page.goto('/regelverk')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regelverk')
  await g.granska('Regelverk')

  await page.getByRole('textbox', { name: /^Sök bland regler/ }).fill('28:10')
  await page.getByRole('combobox', { name: 'Slag' }).selectOption({ label: 'Regel' })
  await page.getByRole('combobox', { name: 'Kapitel eller lag' }).selectOption({ label: '28 kap. Beräkning av sjukpenning' })
  await expect(page).toHaveURL(/sok=28:10/)
  await expect(page).toHaveURL(/kapitel=28/)
  await expect(page).toHaveTitle('Regelverk – Återgång')
  await g.granska('Regelverk, filtrerat')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Slag' })).toHaveValue('regel')
  await expect(page.getByRole('textbox', { name: /^Sök bland regler/ })).toHaveValue('28:10')
  await page.getByRole('link', { name: 'Sjukpenning per dag (sjukpenningPerDag)', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sjukpenning per dag')
  await expect(page).toHaveTitle('Sjukpenning per dag – Återgång')
  await expect(page.locator('blockquote').first()).toContainText('Källa: socialförsäkringsbalken (2010:110)')
  await expect(page.getByText('före 2011-01-01')).toBeVisible()
  await expect(page.getByRole('img', { name: /^Regeln använder 1 regel/ })).toBeVisible()
  await oppnaAllt(page)
  await g.granska('En regel, utfälld')

  // From rule to rule, and back to the law.
  await page.getByRole('definition').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page
    .getByRole('link', { name: /^Allt som vilar på/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Vad paragrafen säger' })).toBeVisible()
  await g.granska('En paragraf')

  await page.goto('/regelverk/fragor/graviditetOmplacering')
  await expect(page.getByText('Lagens ord')).toBeVisible()
  await g.granska('En fråga till en människa')
  await page.goto('/regelverk/belopp#prisbasbelopp')
  await expect(page.getByRole('img', { name: /^Prisbasbelopp.* över tid/ })).toBeVisible()
  await g.granska('Belopp och tal')
  await page.getByRole('textbox', { name: /^Sök bland belopp/ }).fill('äpplemos')
  await expect(page.getByText('Inget passar sökningen')).toBeVisible()
  await g.granska('Belopp, utan träff')
  g.klar()
})

test('En regel eller paragraf som inte finns säger det, och vart man går i stället', async ({ page }) => {
  await page.goto('/regelverk/regler/prisbasbelopp')
  await expect(page.getByText('Det finns ingen regel med det namnet. Sök bland reglerna på sidan Regelverk.')).toBeVisible()
  await page.goto('/regelverk/lag/27:999')
  await expect(page.getByText('Alla paragrafer står på sidan Lagtäckning.')).toBeVisible()
})

test('Lagtäckningen har varje paragraf, ingen rad tom, och filtret står i adressen', async ({ page }) => {
  const g = genomgang(page)
  await page.goto('/regelverk/lag')
  await expect(page.getByText(/^\s*5\d\d av 5\d\d paragrafer/)).toBeVisible()
  const tomma = await page
    .locator('tbody tr')
    .evaluateAll((rader) => rader.filter((r) => [...r.children].some((c) => !c.textContent.trim())).map((r) => r.textContent))
  expect(tomma).toEqual([])
  await g.granska('Lagtäckning')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('inte infört')
  await page.getByRole('textbox', { name: /^Sök i lagtäckningen/ }).fill('27:60')
  await expect(page).toHaveURL(/status=/)
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await page.getByRole('link', { name: '27 kap. 60 §' }).click()
  await expect(page.getByText('Inte infört: inget vilar på paragrafen.')).toBeVisible()
  await g.granska('En paragraf som inte är införd')
  g.klar()
})

test('En regel kan prövas med bara tangentbordet: vet inte, fel per fält, svar med träd och en dag som varit', async ({ page }) => {
  const g = genomgang(page)
  await page.goto('/regelverk/regler/sjukpenningPerDag')
  const prova = page.getByRole('button', { name: 'Pröva regeln', exact: true })

  // Nothing is known: the answer says what to ask for, and leads to the field.
  await tryck(page, prova)
  await expect(page.getByRole('heading', { name: 'Svar: oklart' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Det här behöver du fråga efter' })).toBeVisible()
  await g.granska('Provat, oklart')
  await tryck(page, page.getByRole('link', { name: /^Fastställd SGI är inte känd/ }))
  await expect(page.getByRole('textbox', { name: /^Fastställd SGI/ })).toBeFocused()

  // Each error names its field and what to do.
  await page.keyboard.type('mycket')
  await expect(page.getByRole('checkbox', { name: /^Vet inte Fastställd SGI/ })).not.toBeChecked()
  await skriv(page, page.getByRole('textbox', { name: /^Förmånsnivå/ }), '7')
  await expect(page.getByText('Du har ändrat något sedan svaret räknades')).toBeVisible()
  await tryck(page, prova)
  await expect(page.getByRole('heading', { name: '2 saker att ändra innan regeln kan prövas' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Förmånsnivå, andel av hel förmån: skriv ett tal som är högst 1.' })).toBeVisible()
  await g.granska('Provat, med fel')
  await tryck(page, page.getByRole('link', { name: /^Fastställd SGI: skriv ett tal/ }))
  await expect(page.getByRole('textbox', { name: /^Fastställd SGI/ })).toBeFocused()

  await svara(page, [
    [/^Fastställd SGI/, '588 000'],
    [/^Fortsättningsnivå/, 'Nej'],
    [/^Arbetslös/, 'Nej'],
    [/^Förmånsnivå/, '1'],
  ])
  await tryck(page, prova)
  await expect(page.getByRole('heading', { name: /^Svar: 1.250 kr per dag/ })).toBeFocused()
  await expect(page.locator('.rakning').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^28 kap. 10 §.*, öppnas i ny flik$/ }).first()).toBeVisible()
  await g.granska('Provat, med svar')

  // One fact unknown again: bounds, not zero.
  await valj(page, page.getByRole('checkbox', { name: /^Vet inte Fastställd SGI/ }))
  await tryck(page, prova)
  await expect(page.getByText('Svaret är minst 0 kr per dag.')).toBeVisible()

  // A day before the sources: not today's law. The day stands in the address, the facts never.
  await skriv(page, page.getByRole('textbox', { name: /^Fastställd SGI/ }), '588 000')
  await skriv(page, page.getByRole('textbox', { name: /^Dagen vars lag ska gälla/ }), '2009-06-01')
  await tryck(page, prova)
  await expect(page.getByRole('heading', { name: 'Svar: inte känt' })).toBeFocused()
  await expect(page.getByText('är inte känd före 2011-01-01 i källorna').first()).toBeVisible()
  await expect(page).toHaveURL(/\?dag=2009-06-01$/)
  await g.granska('Provat, inte känt')

  // Another may open the same day; nothing that was written follows with the address.
  await page.reload()
  await expect(page.getByRole('textbox', { name: /^Dagen vars lag ska gälla/ })).toHaveValue('2009-06-01')
  await expect(page.getByRole('textbox', { name: /^Fastställd SGI/ })).toHaveValue('')
  g.klar()
})

test('En tidsregel prövas på perioder, och ett lagfall fyller i formuläret', async ({ page }) => {
  const g = genomgang(page)
  await page.goto('/regelverk/regler/kedjedag')
  await skriv(page, page.getByRole('textbox', { name: /^Sjukperioder/ }), '2026-01-05–2026-02-01')
  await skriv(page, page.getByRole('textbox', { name: /^Dagen som prövas/ }), '2026-02-01')
  await tryck(page, page.getByRole('button', { name: 'Pröva regeln', exact: true }))
  await expect(page.getByRole('heading', { name: 'Svar: 28' })).toBeFocused()
  await g.granska('En tidsregel, provad')
  await tryck(page, page.getByRole('button', { name: 'Pröva fallet 89 fria dagar mellan' }))
  await expect(page.getByRole('heading', { name: 'Svar: 11' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: /^Dagen som prövas/ })).toHaveValue('2026-04-10')
  await page.goto('/regelverk/regler/graviditetspenningNedsattFormaga')
  await expect(valet(page, /./, 'Vet inte').first()).toBeChecked()
  await expect(page.getByRole('link', { name: /^Läs frågan/ }).first()).toBeVisible()
  await oppnaAllt(page)
  await g.granska('En regel med frågor till en människa')
  g.klar()
})

test('En paragraf i ett ärende leder till sin sida, i en egen flik så att inget skrivet går förlorat', async ({ page, context }) => {
  await loggaIn(page, 'Eva Ek')
  await page.getByRole('table').first().getByRole('link').first().click()
  const lank = page.getByRole('link', { name: /§.*, öppnas i ny flik$/ }).first()
  await na(page, lank)
  const [flik] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')])
  await expect(flik.getByRole('heading', { name: 'Vad paragrafen säger' })).toBeVisible()
  expect(new URL(flik.url()).pathname).toMatch(/^\/regelverk\/lag\//)
  await expect(flik.getByRole('heading', { name: 'Vad som vilar på den' })).toBeVisible()
})

import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { arendet, genomgang, oppnaAllt } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'

/** Where to keep pictures of the pages, for whoever wants to look at them; none by default. */
const BILDER = process.env.ATERGANG_BILDER
const bild = async (sida: Page, namn: string): Promise<void> => {
  if (BILDER) await sida.screenshot({ path: join(BILDER, `kunskap-${namn}.png`), fullPage: true })
}

test('En fråga ställs med tangentbordet, en specialist svarar och ersätter, och kollegan får hjälp', async ({ page }) => {
  test.setTimeout(240_000)
  const g = genomgang(page)
  await loggaIn(page, 'Fia Falk')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Kunskap' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Frågebank' })).toBeVisible()
  await page.getByLabel('Sök i frågor och svar').fill('restid')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 fråga', { exact: false }).first()).toBeVisible()
  await oppnaAllt(page)
  await expect(page.getByText('HFD 2019 ref. 42')).toBeVisible()
  await bild(page, 'fragebank')
  await g.granska('Frågebank')

  await page.getByRole('link', { name: 'Ställ en ny fråga' }).press('Enter')
  await page.getByLabel('Frågan i en rad').fill('Gäller det här 19820101-9801?')
  await page.getByRole('textbox', { name: /^Frågan\s+Beskriv/ }).fill('Vad gäller när behandlaren byts ut mitt i planen?')
  await page.getByRole('radio', { name: 'Rutin' }).press(' ')
  await page.getByRole('combobox', { name: 'Förmån' }).selectOption({ label: 'Förebyggande sjukpenning' })
  await page.getByLabel('Paragrafer (om du vet)').fill('27 kap. 6 §')
  await page.getByRole('button', { name: 'Ställ frågan' }).press('Enter')
  await expect(page.getByText('ser ut att innehålla ett personnummer').first()).toBeVisible()
  await bild(page, 'ny-fraga')
  await g.granska('Ny fråga med fel')
  await page.getByLabel('Frågan i en rad').fill('Vad händer när behandlaren byts?')
  await page.getByRole('button', { name: 'Ställ frågan' }).press('Enter')
  await expect(page.getByText('Frågan är ställd.')).toBeVisible()
  const adress = new URL(page.url()).pathname

  await loggaIn(page, 'Siri Sund')
  await page.goto(adress)
  await page
    .getByRole('textbox', { name: 'Svar', exact: true })
    .fill('Planen gäller behandlingen. Är den densamma behövs inget nytt beslut.')
  await page.getByRole('button', { name: 'Spara svaret' }).click()
  await expect(page.getByText('Svaret gäller nu.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Svar', exact: true }).fill('Planen gäller behandlingen, inte behandlaren.')
  await page.getByRole('button', { name: 'Låt det nya svaret gälla' }).click()
  await expect(page.getByText('Skriv varför svaret ändras.').first()).toBeVisible()
  await page.getByLabel('Varför svaret ändras').fill('Kortare.')
  await page.getByRole('button', { name: 'Låt det nya svaret gälla' }).click()
  await expect(page.getByText('Version 2: Kortare.')).toBeVisible()
  await oppnaAllt(page)
  await bild(page, 'fragasida')
  await g.granska('Frågan med svar')

  await loggaIn(page, 'Fia Falk')
  await page.goto(adress)
  await page.getByRole('button', { name: 'Det här hjälpte mig' }).press('Enter')
  await expect(page.getByText('har hjälpt 1 kollega')).toBeVisible()
  await page.goto('/regelverk/lag/27:6')
  await expect(page.getByRole('heading', { name: 'Besvarade frågor om den' })).toBeVisible()
  await expect(page.getByText('Vägledning 2015:1, version 12').first()).toBeVisible()
  await oppnaAllt(page)
  await g.granska('Paragrafen')
  g.klar()
})

test('Praxis, vägledningar, ersättningar och källor läses av den som är ny', async ({ page }) => {
  test.setTimeout(240_000)
  const g = genomgang(page)
  await loggaIn(page, 'Fia Falk')
  await page.goto('/kunskap/praxis')
  await page.getByLabel('Sök behandling').fill('kognitiv')
  await expect(page.getByRole('status').filter({ hasText: '1 behandling' })).toBeVisible()
  await bild(page, 'praxis')
  await g.granska('Praxis')
  await page.getByRole('link', { name: 'Kognitiv beteendeterapi (KBT)' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kognitiv beteendeterapi (KBT)' })).toBeVisible()
  await expect(page.getByText('Brukar godkännas').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Kan I-KBT godkännas?' })).toBeVisible()
  await oppnaAllt(page)
  await bild(page, 'praxissida')
  await g.granska('Praxis för en behandling')

  await page.getByRole('link', { name: 'Vägledningar' }).click()
  await expect(page.getByText('Vägledning 2018:2, version 1')).toBeVisible()
  await expect(page.getByText('står inte i källorna').first()).toBeVisible()
  await bild(page, 'vagledningar')
  await g.granska('Vägledningar')

  await page.getByRole('link', { name: 'Andra ersättningar' }).click()
  const gravid = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Graviditetspenning' }) })
  await expect(gravid.getByRole('link', { name: '10 kap. 2 §' })).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await gravid.getByRole('button', { name: /^Kopiera/ }).press('Enter')
  await expect(gravid.getByRole('status')).toHaveText('Kopierat')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Graviditetspenning\nVad som krävs: .*\(10 kap\. 2 §.*\nHur man ansöker: /,
  )
  await bild(page, 'ersattningar')
  await g.granska('Andra ersättningar')

  await page.getByRole('link', { name: 'Källor och referensvärden' }).click()
  await expect(page.getByText('Kvinnor med nedsatt psykiskt välbefinnande: 20 procent')).toBeVisible()
  await bild(page, 'kallor')
  await g.granska('Källor')
  g.klar()
})

test('I ärendet finns stödet för medicinska underlag och frågebanken, och det räknas', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Eva Ek')
  const id = await arendet(page, 'Bo Berg')
  const tog = await page.request.post(`/api/v1/arenden/${id}/kommandon`, {
    data: { typ: 'tilldela', roll: 'handlaggare', till: { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare', enhet: 'Gävle' } },
  })
  expect(tog.ok(), await tog.text()).toBe(true)
  const vy = (await (await page.request.get(`/api/v1/arenden/${id}`)).json()) as { fragor: { kod: string; nyckel: string }[] }
  await page.goto(`/arenden/${id}?fraga=${encodeURIComponent(vy.fragor.find((f) => f.kod === 'arbetsformaga')!.nyckel)}`)
  await page.locator('summary', { hasText: 'Stöd för att läsa medicinska underlag' }).press('Enter')
  await expect(page.getByText('Psykiska funktionsnedsättningar och aktivitetsbegränsningar kan vara svåra att urskilja')).toBeVisible()
  await page.locator('summary', { hasText: 'Frågebanken om samma paragrafer' }).press('Enter')
  const fraga = page.locator('article article').filter({ hasText: 'Måste arbetstiden minskas lika mycket varje dag?' })
  await fraga.locator('summary').press('Enter')
  await expect(fraga.getByText('Öppnad 7 gånger från ärenden')).toBeVisible()
  await bild(page, 'arende')
  await g.granska('Ärendet med kunskapsstöd', { inom: '.kunskap', smal: false })
  g.klar()
})

test('Chefen registrerar en åtgärd, och rekommendationen visar läget, vad som svarar och talen', async ({ page }) => {
  test.setTimeout(400_000)
  const g = genomgang(page)
  await loggaIn(page, 'Karin Kvist')
  await page.goto('/kunskap/rekommendationer')
  const f2 = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /^F2\./ }) })
  await expect(f2.getByText('Läget: ingen åtgärd registrerad.')).toBeVisible()
  await f2.locator('summary').press('Enter')
  await f2.getByLabel('Vad som görs').fill('Brev till vårdcentralerna om förmånen.')
  await f2.getByRole('button', { name: 'Registrera åtgärden' }).click()
  await expect(f2.getByText('Läget: åtgärd pågår.')).toBeVisible()
  const f3 = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /^F3\./ }) })
  await expect(f3.getByRole('row', { name: /Godkända behandlingsplaner/ })).toContainText(/\d/, { timeout: 300_000 })
  await expect(page.getByText('Referensvärde bredvid mottagare av förebyggande sjukpenning').first()).toBeVisible()
  await bild(page, 'rekommendationer')
  await g.granska('Rekommendationer')
  g.klar()
})

test('Handläggaren av stödet söker en text och kopierar den med sin paragraf', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Asta Alvar')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Kunskap' }).click()
  await page
    .getByRole('navigation', { name: 'Kunskapsstöd' })
    .getByRole('link', { name: /^Texter om/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Texter med paragrafer' })).toBeVisible()
  await page.getByLabel('Sök').fill('sjuksköterska')
  await expect(page.getByRole('status').filter({ hasText: '1 text.' })).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Kopiera/ }).press('Enter')
  await expect(page.getByText('Kopierat')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /minst tre av fem kompetenser.*\(8 § förordningen \(2014:67\)\)$/,
  )
  await bild(page, 'apr-texter')
  await g.granska('Texter med paragrafer')
  g.klar()
})

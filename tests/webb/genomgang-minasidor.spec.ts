import type { Page } from '@playwright/test'
import { genomgang, kryssa, oppnaAllt, type Genomgang } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'

const PERSONER = [
  'Anna Andersson',
  'Bo Berg',
  'Carin Dahl',
  'David Ek',
  'Elin Falk',
  'Farid Ghasemi',
  'Ines Jovanović',
  'Johan Kvist',
  'Nadia Omar',
  'Ulla Vester',
]
const SKICKA = /^(Skicka|Spara)/

test('Den försäkrade kan läsa och använda varje sida som Mina sidor leder till, i varje läge', async ({ page }) => {
  const g = genomgang(page)
  const sedda = new Set<string>()
  for (const person of PERSONER) {
    await loggaIn(page, person)
    await expect(page.getByRole('heading', { level: 1, name: 'Mina sidor' })).toBeVisible()
    await oppnaAllt(page)
    await g.granska(`${person}: Mina sidor`)
    for (const adress of await lankar(page, sedda)) await sidan(page, g, person, adress)
    await page.getByRole('button', { name: /Logga ut/ }).click()
    await expect(page.getByRole('link', { name: 'Logga in' }).first()).toBeVisible()
  }
  g.klar()
})

/** Addresses on the page of a kind not seen before. */
async function lankar(page: Page, sedda: Set<string>): Promise<string[]> {
  const alla = await page.locator('main a[href^="/mina-sidor/"]').evaluateAll((a) => a.map((x) => x.getAttribute('href')!))
  return alla.filter((h) => {
    const slag = h.replace(/[0-9a-f]{8}-[\w-]+|[^/]*:[^/]*/g, '*')
    return !/ansokan/.test(h) && !sedda.has(slag) && Boolean(sedda.add(slag))
  })
}

/** A page as it is opened, and when it is sent without anything written. */
async function sidan(page: Page, g: Genomgang, person: string, adress: string): Promise<void> {
  await page.goto(adress)
  const rubrik = await page.getByRole('heading', { level: 1 }).innerText()
  await oppnaAllt(page)
  await g.granska(`${person}: ${rubrik}`)
  const skicka = page.getByRole('button', { name: SKICKA })
  if (!(await skicka.isVisible()) || rubrik === 'Tolk, format och ombud') return
  await skicka.click()
  await expect(page.getByRole('heading', { name: /att ändra innan det kan skickas$/ })).toBeVisible()
  await g.granska(`${person}: ${rubrik}, med fel`)
}

test('Ansökan går att läsa och fylla i oavsett vad man svarar, och säger vad som saknas', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Elin Falk')
  const tillSteg = async (steg: string): Promise<void> => {
    await page.goto(`/mina-sidor/ansokan/${steg}`)
    await expect(page.getByRole('heading', { level: 2, name: /^Steg \d av 5/ })).toBeVisible()
    await oppnaAllt(page)
  }
  await tillSteg('perioder')
  await page.getByRole('button', { name: 'Lägg till en egen period' }).click()
  const franOchMed = page.getByRole('textbox', { name: /^Från och med/ }).last()
  await franOchMed.fill('20260325')
  await franOchMed.blur()
  await expect(franOchMed).toHaveValue('2026-03-25')
  await g.granska('Steg 1, två perioder')
  await page
    .getByRole('button', { name: /^Välj datum/ })
    .last()
    .click()
  await g.granska('Steg 1, kalendern', { smal: false })
  await page.keyboard.press('Escape')

  await tillSteg('sysselsattning')
  for (const val of [/^Anställd vid behov/, /^Egenföretagare/, /^Föräldraledig/, /^Arbetslös/, /^Anställd Du har/]) {
    await kryssa(page.getByRole('radio', { name: val }))
    await oppnaAllt(page)
    await g.granska(`Steg 2, ${val.source}`, { inom: '.formular' })
  }
  await kryssa(page.getByRole('group', { name: /sjuklön den här gången/ }).getByRole('radio', { name: 'Ja' }))
  await g.granska('Steg 2, sjuklön')

  await tillSteg('inkomst')
  await kryssa(page.getByRole('group', { name: /Får du lön av arbetsgivaren/ }).getByRole('radio', { name: 'Ja' }))
  await kryssa(page.getByRole('group', { name: /någon annan inkomst/ }).getByRole('radio', { name: 'Ja' }))
  for (const val of ['Lön per månad', 'Lön per timme', 'Jag vet inkomsten för ett helt år']) {
    await kryssa(page.getByRole('radio', { name: val }))
    await g.granska(`Steg 3, ${val}`, { inom: '.formular' })
  }
  await page.getByRole('textbox', { name: /^Inkomst för ett år/ }).fill('mycket')
  await expect(page.getByText('Skriv beloppet med siffror').first()).toBeVisible()
  await g.granska('Steg 3, belopp som inte går att läsa')

  await tillSteg('ovrigt')
  await kryssa(page.getByRole('group', { name: /^Behöver du tolk/ }).getByRole('radio', { name: 'Ja' }))
  await kryssa(page.getByRole('checkbox', { name: 'Jag behöver tolk' }))
  await g.granska('Steg 4')

  await tillSteg('granska')
  await g.granska('Steg 5')
  await page.getByRole('button', { name: 'Skriv under och skicka' }).click()
  await expect(page.getByRole('heading', { name: /att ändra innan det kan skickas$/ })).toBeVisible()
  await g.granska('Steg 5, med fel')
  await page
    .getByRole('link', { name: /^Period \d: Skriv till och med/ })
    .last()
    .click()
  await expect(page.getByRole('textbox', { name: /^Till och med/ }).last()).toBeFocused()
  await g.granska('Steg 1, med fel')
  g.klar()
})

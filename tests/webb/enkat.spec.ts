import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { kryssa } from './genomgang.ts'
import { expect, krav, loggaIn, test } from './stod.ts'

// What only the browser shows of a survey: made, opened, answered by keyboard on a telephone, closed and read. What the routes do is tried in apps/server/src/enkat.test.ts.

const BILDER = process.env['ATERGANG_BILDER']
const bild = async (sida: Page, namn: string): Promise<void> =>
  void (BILDER && (await sida.screenshot({ path: join(BILDER, `enkat-${namn}.png`), fullPage: true })))

const fraga = (nr: number, item: string, slag: string, mer: object = {}) => ({
  fraga: nr,
  item,
  text: slag === 'fritext' ? 'Vad hindrar er mest?' : `Har ni regelbundna möten (${item})?`,
  slag,
  minst: slag === 'skala' ? 1 : null,
  hogst: slag === 'skala' ? 5 : null,
  vetEj: slag === 'skala',
  index: slag === 'skala' ? 'kontaktytor_arbetsgivare' : null,
  alternativ: [],
  ...mer,
})
const mottagare = Array.from({ length: 6 }, (_, i) => `m${i}@example.org;Gävleborg;;samverkansansvarig`).join('\n')

interface Meddelande {
  till: string
  lank: string
  kod: string
}
/** What has gone out, by address; the queue is emptied by the background. */
async function brevlador(mapp: string, antal: number): Promise<Map<string, Meddelande>> {
  const las = (): string[] => {
    try {
      return readdirSync(join(mapp, 'enkat-ut'))
    } catch {
      return []
    }
  }
  await expect.poll(() => las().length, { timeout: 30_000 }).toBe(antal)
  return new Map(
    las()
      .map((f) => JSON.parse(readFileSync(join(mapp, 'enkat-ut', f), 'utf8')) as Meddelande)
      .map((m) => [m.till, m]),
  )
}

test('en enkät görs, sänds, besvaras på telefon med tangentbordet, stängs, räknas och kodas', async ({ page, browser, produkt }) => {
  test.setTimeout(180_000)
  await loggaIn(page, 'Ada Alm')
  await page.getByRole('link', { name: 'Enkäter' }).click()
  await page.getByLabel('Vad enkäten heter').fill('Samverkan i länen')
  await page.getByLabel('Varför ni frågar').fill('Vi vill veta hur samverkan fungerar, för att kunna ge bättre stöd.')
  await page.getByRole('textbox', { name: /^Första dagen/ }).fill('2026-03-20')
  await page.getByRole('textbox', { name: /^Sista svarsdagen/ }).fill('2026-03-10')
  await page.getByRole('textbox', { name: /^Påminnelse 1/ }).fill('2026-03-25')
  await page.getByRole('button', { name: 'Gör utkastet' }).click()
  await expect(page.getByRole('link', { name: 'Sista svarsdagen kan inte vara före den första.' })).toBeVisible()
  await krav(page, 'Enkäter')
  await bild(page, 'nya')
  await page.getByRole('textbox', { name: /^Sista svarsdagen/ }).fill('2026-03-31')
  await page.getByRole('button', { name: 'Gör utkastet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Samverkan i länen' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Hur tydlig är regeringens styrning' })).toBeVisible()
  const id = page.url().split('/').at(-1)!

  // Few questions, so that the walk is short; one of them is written on the page.
  expect(
    (
      await page.request.put(`/api/v1/enkater/${id}/fragor`, { data: { fragor: [fraga(5, 'a', 'skala'), fraga(22, 'a', 'fritext')] } })
    ).status(),
  ).toBe(200)
  await page.reload()
  await page.getByRole('button', { name: 'Lägg till en fråga' }).click()
  await page.getByLabel('Frågan', { exact: true }).fill('Vilken grupp är viktigast?')
  await kryssa(page.getByRole('radio', { name: 'Val mellan alternativ' }))
  await page.getByRole('button', { name: 'Spara frågan' }).click()
  await expect(page.getByRole('link', { name: 'Fråga 23 a: ange minst två olika svarsalternativ.' })).toBeVisible()
  await krav(page, 'Enkätens frågor')
  await bild(page, 'fraga')
  await page.getByLabel('Svarsalternativ').fill('Långtidssjukskrivna\nUpprepad korttidssjukfrånvaro')
  await page.getByRole('button', { name: 'Spara frågan' }).click()
  await expect(page.getByText('Fråga 23 a är sparad.')).toBeVisible()

  await page.getByRole('tab', { name: 'Prövning' }).click()
  await page.getByLabel('Vem, som roll').fill('tidigare samverkansansvarig')
  await page.getByLabel('Vad som märktes').fill('Skalan lästes på två sätt.')
  await page.getByRole('button', { name: 'Anteckna' }).click()
  await expect(page.getByText('Skalan lästes på två sätt.')).toBeVisible()
  await krav(page, 'Enkätens prövning')
  await page.getByRole('tab', { name: /^Mottagare/ }).click()
  const fil = (innehall: string) =>
    page
      .getByLabel('Fil med mottagare')
      .setInputFiles({ name: 'm.csv', mimeType: 'text/csv', buffer: Buffer.from(`adress;län;område;roll\n${innehall}\n`) })
  await fil('anna@example.org;Atlantis;;ansvarig')
  await expect(page.getByRole('cell', { name: '”Atlantis” är inget av de 21 länen' })).toBeVisible()
  await fil(mottagare)
  await expect(page.getByText('6 mottagare är tillagda ur filen.')).toBeVisible()
  await krav(page, 'Enkätens mottagare')
  await bild(page, 'mottagare')
  await page.getByRole('tab', { name: 'Utskick och svar' }).click()
  await page.getByRole('button', { name: 'Öppna enkäten' }).click()
  await expect(page.getByText('0 av 6 har svarat')).toBeVisible()
  const brev = await brevlador(produkt.data, 6)

  // The recipient has no account: a browser of their own, as wide as a telephone.
  const telefon = await browser.newContext({ baseURL: produkt.adress, viewport: { width: 360, height: 740 } })
  const svarande = await telefon.newPage()
  const adresser: string[] = []
  svarande.on('request', (r) => adresser.push(r.url()))
  const mitt = brev.get('m0@example.org')!
  await svarande.goto(mitt.lank)
  await expect(svarande.getByRole('heading', { level: 1, name: 'Samverkan i länen' })).toBeVisible()
  await expect(svarande).toHaveURL(/\/svara\/[0-9a-f-]{36}$/)
  expect(adresser.filter((a) => new URL(a).pathname.startsWith('/api') && a.includes(mitt.kod))).toEqual([])
  await svarande.getByRole('radio', { name: '4' }).focus()
  await svarande.keyboard.press('Space')
  await expect(svarande.getByText(/Sparat, inte lämnat/)).toBeVisible()
  await svarande.reload()
  await expect(svarande.getByRole('radio', { name: '4' })).toBeChecked()
  await svarande.getByLabel('Vad hindrar er mest?').fill('Tiden räcker inte till.')
  await krav(svarande, 'Enkätens svarssida')
  expect(await svarande.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await bild(svarande, 'svara')
  await svarande.getByRole('button', { name: 'Lämna svaren' }).focus()
  await svarande.keyboard.press('Enter')
  await expect(svarande.getByRole('heading', { name: 'Tack, dina svar är lämnade' })).toBeFocused()
  await telefon.close()
  for (const [adress, m] of brev) {
    if (adress === mitt.till) continue
    const r = await page.request.post(`/api/v1/svara/${m.lank.split('/svara/')[1]!.split('#')[0]!}`, {
      data: { kod: m.kod, svar: [{ fraga: 5, item: 'a', varde: 2 }] },
    })
    expect(r.status()).toBe(200)
  }
  await page.getByRole('button', { name: 'Uppdatera' }).click()
  await expect(page.getByText('6 av 6 har svarat')).toBeVisible()
  await krav(page, 'Enkätens utskick och svar')
  await bild(page, 'utskick')

  await page.getByRole('button', { name: 'Stäng enkäten nu' }).click()
  await page.getByRole('button', { name: 'Ja, stäng för gott' }).click()
  await expect(page.getByRole('heading', { name: 'Svar på varje fråga' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^5 a/ })).toContainText('2,3')
  await krav(page, 'Enkätens resultat')
  await bild(page, 'resultat')
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Svar som CSV' }).click()])
  expect(readFileSync(await csv.path(), 'utf8')).toContain('5a;')

  await page.getByRole('tab', { name: 'Koda fritext' }).click()
  await page.getByRole('textbox', { name: /^Kod / }).fill('tid')
  await page.getByLabel('Vad koden står för').fill('Tiden räcker inte')
  await page.getByRole('button', { name: 'Lägg till koden' }).click()
  await page.getByLabel('Din kod på svar 1').selectOption('tid')
  await expect(page.getByText('Du har kodat 1 av 1 svar.')).toBeVisible()
  await expect(page.getByText(/tid \(Ada Alm/)).toBeVisible()
  await krav(page, 'Enkätens fritext')
  await bild(page, 'fritext')
})

test('intervjuer registreras med roll och område, och passager kodas med teman', async ({ page }) => {
  // An area of its own: the counts are of this walk alone.
  const omrade = `SF Prov ${Date.now()}`
  await loggaIn(page, 'Ada Alm')
  const { id } = (await (
    await page.request.post('/api/v1/intervjuer', {
      data: {
        dag: '2026-03-02',
        form: 'grupp',
        satt: 'digitalt',
        deltagare: 3,
        roll: 'handläggare',
        omrade,
        amne: 'Förebyggande sjukpenning',
      },
    })
  ).json()) as { id: string }
  expect(id).toBeTruthy()
  await page.goto('/enkater/intervjuer')
  await page
    .getByText(/^\s*Lägg in en passage/)
    .first()
    .click()
  await page.getByLabel('Passagen').first().fill('Evidensen är svår att bedöma.')
  await kryssa(page.getByRole('checkbox', { name: 'Evidensbedömning' }).first())
  await page.getByRole('button', { name: 'Lägg in' }).first().click()
  await expect(page.getByRole('row', { name: `Evidensbedömning handläggare ${omrade} 1 1` })).toBeVisible()
  await krav(page, 'Intervjuer')
  await bild(page, 'intervjuer')
})

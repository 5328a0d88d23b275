import type { Browser, Page } from '@playwright/test'
import writeXlsx from 'write-excel-file/node'
import { ASTA, bild, fragorna, svaraSom } from './apr/stod.ts'
import { arendet, genomgang, oppnaAllt } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'
import { na, skriv, tryck } from './tangentbord.ts'

/** What comes back to a firm after it has applied: questions, coming decisions, decisions, and money to pay back. */

const rubrik = (sida: Page, namn: string | RegExp) => sida.getByRole('heading', { name: namn })
const vantar = (sida: Page) => sida.getByRole('region', { name: /^Det här väntar på er/ })

/** The officer beside the walk: what they do is walked through elsewhere, here by the API alone. */
async function handlaggaren(browser: Browser): Promise<Page> {
  const sida = await (await browser.newContext()).newPage()
  await loggaIn(sida, ASTA)
  return sida
}

test('Arbetsgivaren svarar på frågan om en faktura som saknas', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Västkustens Städ AB')
  await page.goto('/arbetsgivare/stod')
  await expect(vantar(page)).toContainText('Skicka fakturan från anordnaren.')
  await bild(page, 'firma-fraga-vantar')
  await tryck(page, vantar(page).getByRole('link', { name: /Komplettering av ansökan/ }))
  await expect(page.getByRole('blockquote')).toContainText('Skicka fakturan från anordnaren.')
  await tryck(page, page.getByRole('button', { name: 'Skicka', exact: true }))
  await expect(page.getByRole('link', { name: 'Ändra något, eller skriv ett svar.' })).toBeVisible()
  await g.granska('Frågan till arbetsgivaren')
  const fil = page.getByLabel('Fakturan', { exact: true })
  await na(page, fil)
  // The window for choosing a file is the computer's own.
  await fil.setInputFiles({ name: 'faktura.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nVK-1\n%%EOF') })
  await expect(page.getByText('Mottagen: faktura.pdf')).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Ert svar/ }), 'Här är fakturan.')
  await bild(page, 'firma-fraga')
  await tryck(page, page.getByRole('button', { name: 'Skicka', exact: true }))
  await expect(rubrik(page, 'Skickat')).toBeFocused()
  await page.getByRole('link', { name: 'Till vårt stöd' }).click()
  await expect(rubrik(page, 'Ansökningar och beslut')).toBeVisible()
  await expect(vantar(page)).toHaveCount(0)
  g.klar()
})

test('Arbetsgivaren läser det kommande beslutet, svarar, och läser sedan beslutet med räkningen per anställd', async ({
  page,
  browser,
}) => {
  const g = genomgang(page)
  await loggaIn(page, 'Kanalhuset AB')
  await page.goto('/arbetsgivare/stod')
  await tryck(page, vantar(page).getByRole('link', { name: /^Läs och svara/ }))
  await expect(rubrik(page, 'Svara på det kommande beslutet')).toBeVisible()
  await g.granska('Det kommande beslutet')
  await bild(page, 'firma-kommande')
  const [brevet] = await Promise.all([
    page.context().waitForEvent('page'),
    tryck(page, page.getByRole('link', { name: /^Innan vi beslutar om stöd/ })),
  ])
  await brevet.close()
  await skriv(page, page.getByRole('textbox', { name: /^Era synpunkter/ }), 'Vi visste inte att anordnaren hade mist sitt godkännande.')
  await tryck(page, page.getByRole('button', { name: 'Skicka', exact: true }))
  await expect(rubrik(page, 'Skickat')).toBeFocused()

  const asta = await handlaggaren(browser)
  const arendeId = await arendet(asta, 'Kanalhuset AB')
  await svaraSom(asta, arendeId, 'yttrande', {
    beaktat: 'Ni visste inte att godkännandet hade upphört. Det ändrar inte att insatsen inte kan ge stöd.',
    andra: [],
  })
  await svaraSom(asta, arendeId, 'beslut', {})

  await tryck(page, page.getByRole('link', { name: 'Tillbaka' }))
  await tryck(page, page.getByRole('link', { name: /^Visa/ }).first())
  await expect(page.getByText(/Ni får/)).toContainText(/3.000\skr/)
  await expect(page.getByRole('row', { name: /K1/ }).first()).toContainText(/Hälften av 6.000\skr är 3.000\skr/)
  await expect(page.getByText(/inte godkänd/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Beslut om stöd för/ })).toBeVisible()
  await g.granska('Beslutet per anställd')
  await bild(page, 'firma-beslut')
  await tryck(page, page.getByRole('link', { name: /^Något har ändrats eller är fel/ }))
  await expect(rubrik(page, 'Något har ändrats eller är fel i beslutet')).toBeVisible()
  await g.granska('Fel i beslutet')
  g.klar()
})

test('Arbetsgivaren får ett krav på pengar tillbaka och ser vad den ska göra', async ({ page, browser }) => {
  const g = genomgang(page)
  const asta = await handlaggaren(browser)
  const omgangar = (await (await asta.request.get('/api/v1/apr/efterkontroller')).json()) as { rader: { arendeId: string }[] }
  const { uttagna } = (await (await asta.request.get(`/api/v1/apr/efterkontroller/${omgangar.rader[0]!.arendeId}`)).json()) as {
    uttagna: { namn: string; arenden: string[]; felbelopp?: number }[]
  }
  const krav = await Promise.all(
    uttagna.map(async (u) => ({
      u,
      v: (await (await asta.request.get(`/api/v1/arenden/${u.arenden[0]}`)).json()) as { aterkrav: { belopp: number }[] },
    })),
  )
  const traffad = krav.find((x) => x.v.aterkrav.length)!
  await loggaIn(page, traffad.u.namn)
  await page.goto('/arbetsgivare/stod')
  await expect(vantar(page)).toContainText(/betala tillbaka 2.000\skr/)
  await bild(page, 'firma-aterkrav-vantar')
  await tryck(page, vantar(page).getByRole('link', { name: /Pengar att betala tillbaka/ }))
  await expect(rubrik(page, 'Pengar att betala tillbaka')).toBeVisible()
  await expect(page.getByText(/Ni ska betala tillbaka 2.000\skr senast/)).toBeVisible()
  await expect(rubrik(page, 'Det här gör ni')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Ni ska betala tillbaka stöd för/ })).toBeVisible()
  await g.granska('Pengar att betala tillbaka')
  await bild(page, 'firma-aterkrav')
  g.klar()
})

test('En enskild näringsidkares nummer är ett personnummer: aldrig i adresser eller loggar, och dolt där det visas', async ({
  page,
  browser,
  produkt,
}) => {
  const g = genomgang(page)
  const NUMMER = /780514-?986\d/
  const adresser: string[] = []
  page.on('request', (r) => void adresser.push(r.url()))
  await loggaIn(page, 'Ek Snickeri')
  await page.goto('/arbetsgivare/stod')
  await expect(page.getByText('780514-xxxx (enskild näringsidkare)')).toBeVisible()
  await page.getByRole('link', { name: /^Visa/ }).first().click()
  await expect(rubrik(page, /^Ansökan för/)).toBeVisible()
  expect(await page.locator('main').innerText()).not.toMatch(NUMMER)
  await page.getByRole('link', { name: /^Ändra eller ta tillbaka/ }).click()
  await expect(rubrik(page, 'Ändra ansökan')).toBeVisible()
  // A fault that names a number: the employer's own, written where the provider's belongs.
  const nummer = page.getByRole('textbox', { name: /^Anordnarens organisationsnummer/ })
  await skriv(page, nummer, '780514-9860')
  await nummer.blur()
  await g.granska('Ändra ansökan, enskild näringsidkare')

  const asta = await handlaggaren(browser)
  asta.on('request', (r) => void adresser.push(r.url()))
  await asta.goto('/apr')
  await expect(asta.getByRole('row', { name: /Ek Snickeri/ }).first()).toBeVisible()
  await bild(asta, 'ko-enskild')
  expect(await asta.locator('main').innerText()).not.toMatch(NUMMER)
  await asta
    .getByRole('link', { name: /Ek Snickeri/ })
    .first()
    .click()
  await expect(rubrik(asta, /^Arbetsgivarens år/)).toBeVisible()
  // The head of the case says who the case is about, as it does for every person; nothing else on the page does.
  expect((await asta.locator('main').innerText()).match(new RegExp(NUMMER, 'g'))).toHaveLength(1)
  await bild(asta, 'arende-enskild')
  expect(adresser.filter((a) => NUMMER.test(decodeURIComponent(a)))).toEqual([])
  expect(produkt.utskrift()).not.toMatch(NUMMER)
  g.klar()
})

test('En anordnare läser det kommande beslutet om godkännande och svarar', async ({ page, browser }) => {
  const g = genomgang(page)
  const asta = await handlaggaren(browser)
  const arendeId = await arendet(asta, 'Balans Rehab AB')
  const kompetenser = (await fragorna(asta, arendeId)).filter((f) => f.kod === 'aprKompetens').length
  for (let i = 0; i < kompetenser; i++)
    await svaraSom(
      asta,
      arendeId,
      'aprKompetens',
      i === 0 ? { val: 'intestyrkt', skal: 'Avtalet gäller inte den som anges.' } : { val: 'styrkt', skal: 'Beviset visar det.' },
    )
  await svaraSom(asta, arendeId, 'kommunicering', { satt: 'sand' })

  await loggaIn(page, 'Balans Rehab AB')
  await page.goto('/anordnare')
  await bild(page, 'anordnare-kommande-vantar')
  await tryck(page, vantar(page).getByRole('link', { name: 'Läs och svara' }))
  await expect(rubrik(page, 'Svara på det kommande beslutet')).toBeVisible()
  await g.granska('Kommande beslut till anordnaren')
  await tryck(page, page.getByRole('button', { name: 'Skicka', exact: true }))
  await expect(page.getByRole('link', { name: 'Skriv vad ni vill säga.' })).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Era synpunkter/ }), 'Vi skickar ett nytt avtal i dag.')
  await bild(page, 'anordnare-kommande')
  await tryck(page, page.getByRole('button', { name: 'Skicka', exact: true }))
  await expect(rubrik(page, 'Skickat')).toBeFocused()
  await page.getByRole('link', { name: 'Tillbaka' }).first().click()
  await expect(rubrik(page, 'Vårt godkännande')).toBeVisible()
  await expect(vantar(page)).toHaveCount(0)
  g.klar()
})

test('Arbetsgivaren läser in ett Excel-blad, och säger en gång om den har företagshälsovård', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Norrbäcks Verkstäder AB')
  await page.goto('/arbetsgivare/stod/ansokan')
  await oppnaAllt(page)
  const rader = [
    ['Anställd', 'Anordnarens organisationsnummer', 'Insatsdag', 'Insatstyper', 'Fakturanummer', 'Kostnad'],
    ['Anst 2001', '999900-7017', new Date(Date.UTC(2026, 1, 10)), 'utreda', 'X-1', 4000],
    ['Anst 2002', '999900-7017', 'snart', 'utreda', 'X-2', 4000],
  ]
  const buffer = await writeXlsx(
    rader.map((r) => r.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value }))) as never,
  ).toBuffer()
  await page
    .getByLabel('Kalkylblad', { exact: true })
    .setInputFiles({ name: 'anstallda.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
  await expect(rubrik(page, 'Bladet är läst: 1 rad utan fel, 0 att kontrollera, 1 att rätta')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Rader med anmärkningar' })).toContainText('”snart” är inget datum.')
  await bild(page, 'firma-excel')
  await page.getByRole('button', { name: 'Gå vidare med 1 rad' }).click()
  await page.goto('/arbetsgivare/stod/ansokan/granska')
  await oppnaAllt(page)
  await page.getByRole('combobox', { name: /^Har ni företagshälsovård/ }).selectOption('ja')
  await skriv(page, page.getByRole('textbox', { name: 'Vilken företagshälsovård?' }), 'Hälsa i arbetet AB')
  await g.granska('Granska, med företagshälsovård')
  await bild(page, 'firma-halsovard')
  g.klar()
})

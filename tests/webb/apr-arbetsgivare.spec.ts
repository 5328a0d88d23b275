import { provOrgnr } from '@atergang/formaner/prov'
import type { Page } from '@playwright/test'
import { genomgang, kryssa } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'
import { na, skriv, tryck, valet, valj } from './tangentbord.ts'

const PDF = { name: 'faktura.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nfaktura\n%%EOF') }
const pdf = (text: string) => ({ ...PDF, buffer: Buffer.from(`%PDF-1.7\n${text}\n%%EOF`) })
const rubrik = (sida: Page, namn: string | RegExp) => sida.getByRole('heading', { name: namn })
/** A picture for those who look; where it is put is said outside the test. */
const bild = async (sida: Page, namn: string): Promise<void> => {
  const mapp = process.env.ATERGANG_BILDER
  if (!mapp) return
  await sida.screenshot({ path: `${mapp}/${namn}.png`, fullPage: true })
  const forut = sida.viewportSize()!
  await sida.setViewportSize({ width: 360, height: 740 })
  await sida.screenshot({ path: `${mapp}/${namn}-smal.png`, fullPage: true })
  await sida.setViewportSize(forut)
}
const halsan = async (sida: Page): Promise<string> => {
  const { rader } = (await (await sida.request.get('/api/v1/apr/anordnare')).json()) as { rader: { namn: string; orgnr: string }[] }
  return rader.find((r) => r.namn === 'Hälsa i arbetet AB')!.orgnr
}

test('En liten arbetsgivare gör sin första ansökan med tangentbordet', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Bruket AB')
  const anordnare = await halsan(page)
  await tryck(page, page.getByRole('link', { name: 'Stöd för rehabilitering' }))
  await expect(rubrik(page, 'Stöd för rehabilitering')).toBeVisible()
  await g.granska('Vårt stöd, tomt')
  const start = Date.now()
  await tryck(page, page.getByRole('link', { name: 'Ansök om stöd' }))
  await expect(rubrik(page, /Vilka/)).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Den anställda/ }), 'Lisa Lind')
  await valj(page, page.getByRole('checkbox', { name: /^De anställda vet/ }))
  await tryck(page, page.getByRole('link', { name: 'Nästa: vad' }))
  await expect(rubrik(page, /Vad$/)).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Anordnarens organisationsnummer/ }), anordnare)
  await skriv(page, page.getByRole('textbox', { name: /^Dag då insatsen/ }), '2026-03-02')
  await valj(page, valet(page, /^Vad gjorde anordnaren/, /^Utreda/))
  await valj(page, valet(page, /^Vad skulle insatsen/, /^Underlätta/))
  await valj(page, valet(page, /^Var gjordes/, /^På arbetsplatsen/))
  await expect(page.getByText('Hälsa i arbetet AB, godkänd')).toBeVisible()
  await valj(page, page.getByRole('checkbox', { name: /^Insatserna är inriktade/ }))
  await tryck(page, page.getByRole('link', { name: 'Nästa: kostnad' }))
  await expect(rubrik(page, /Kostnad$/)).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Vad ni har betalat/ }), '12 000')
  await expect(page.getByText(/Hälften är 6.000\skr/)).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Fakturans nummer/ }), 'B-1')
  await na(page, page.getByLabel('Fakturan', { exact: true }))
  // The window for choosing a file is the computer's own.
  await page.getByLabel('Fakturan', { exact: true }).setInputFiles(pdf('Lisa'))
  await expect(page.getByText('Mottagen: faktura.pdf')).toBeVisible()
  await tryck(page, page.getByRole('link', { name: 'Nästa: granska och skicka' }))
  await expect(page.getByText(/Hälften av 12.000\skr är 6.000\skr/)).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Postadress/ }), 'Bruksgatan 1')
  await tryck(page, page.getByRole('button', { name: 'Skriv under och skicka' }))
  await expect(rubrik(page, 'Ansökan är skickad')).toBeVisible()
  console.log(
    `En liten arbetsgivares första ansökan med tangentbord: ${Math.round((Date.now() - start) / 1000)} sekunder från första sidan till skickad (maskinens takt, inte en människas).`,
  )
  await g.granska('Skickad')
  await page.getByRole('link', { name: 'Till vårt stöd' }).click()
  await page.getByRole('link', { name: /^Visa/ }).click()
  await expect(rubrik(page, 'Ansökan för 2026')).toBeVisible()
  await g.granska('Ansökan, mottagen')
  await bild(page, 'ansokan-mottagen')
  await page.getByRole('link', { name: /^Ändra eller ta tillbaka/ }).click()
  await expect(rubrik(page, 'Ändra ansökan')).toBeVisible()
  await g.granska('Ändra ansökan')
  await page.getByRole('textbox', { name: /^Vad ni har betalat/ }).fill('10000')
  await page.getByRole('button', { name: 'Skicka', exact: true }).click()
  await expect(rubrik(page, 'Skickat')).toBeVisible()
  await page.getByRole('link', { name: 'Till ansökan' }).click()
  await expect(page.getByText(/Hälften av 10.000\skr är 5.000\skr/)).toBeVisible()
  g.klar()
})

test('Det som är fel sägs där det står, och utkastet finns kvar', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Smedjan i Sandviken AB')
  await page.goto('/arbetsgivare/stod')
  await bild(page, 'stod-smedjan')
  await g.granska('Vårt stöd, med beslut')
  await page.getByRole('link', { name: 'Ansök om stöd' }).click()
  await g.granska('Vilka')
  await page.getByRole('button', { name: 'Börja från förra ansökan' }).click()
  await expect(page.getByRole('textbox', { name: /^Den anställda/ })).toHaveCount(2)
  await bild(page, 'steg-vilka')
  await page.getByRole('link', { name: 'Nästa: vad' }).click()
  const nummer = page.getByRole('textbox', { name: /^Anordnarens organisationsnummer/ }).first()
  await expect(nummer).not.toHaveValue('')
  await nummer.fill('556016-0681')
  await expect(page.getByText('fel kontrollsiffra').first()).toBeVisible()
  await nummer.fill(provOrgnr(77))
  await expect(page.getByText('Numret finns inte bland anordnarna').first()).toBeVisible()
  const dag = page.getByRole('textbox', { name: /^Dag då insatsen/ })
  await dag.first().fill('2025-12-01')
  await dag.first().blur()
  await expect(page.getByText('men ansökan gäller kostnader för 2026').first()).toBeVisible()
  for (const i of [0, 1]) {
    await dag.nth(i).fill('2026-03-03')
    await dag.nth(i).blur()
  }
  await nummer.fill(await halsan(page))
  for (const b of await page
    .getByRole('group', { name: /^Vad gjorde anordnaren/ })
    .first()
    .getByRole('checkbox')
    .all())
    await kryssa(b)
  await expect(page.getByText('Ni har valt alla fem.')).toBeVisible()
  await kryssa(page.getByRole('checkbox', { name: 'Ja, alla fem har utförts' }))
  await bild(page, 'steg-vad')
  await g.granska('Vad')
  await page.getByRole('link', { name: 'Nästa: kostnad' }).click()
  const kostnad = page.getByRole('textbox', { name: /^Vad ni har betalat/ })
  await kostnad.first().fill('-500')
  await expect(page.getByText(/utan minustecken/).first()).toBeVisible()
  await page
    .getByLabel('Fakturan', { exact: true })
    .first()
    .setInputFiles({ name: 'hej.pdf', mimeType: 'application/pdf', buffer: Buffer.from('PK hej') })
  await expect(page.locator('.label__message--error').filter({ hasText: /PDF/ })).toBeVisible()
  await page
    .getByRole('textbox', { name: /^Fakturans nummer/ })
    .first()
    .fill('S-9')
  await g.granska('Kostnad, med fel')
  await bild(page, 'steg-kostnad-fel')
  await page.getByRole('link', { name: 'Nästa: granska' }).click()
  await expect(rubrik(page, 'En sak att ändra innan det kan skickas')).toBeVisible()
  await g.granska('Granska, med fel')
  await page.getByRole('link', { name: /utan minustecken/ }).click()
  await expect(kostnad.first()).toBeFocused()
  await kostnad.first().fill('8000')
  await kostnad.nth(1).fill('8000')
  await page
    .getByRole('textbox', { name: /^Fakturans nummer/ })
    .nth(1)
    .fill('S-10')
  await page.getByLabel(/^En fil för alla insatser/).setInputFiles(pdf('båda'))
  await expect(page.getByText('Mottagen: faktura.pdf').or(page.getByText('Ja, faktura.pdf')).first()).toBeAttached()
  // The same person, day and invoice on two rows.
  await page.getByRole('link', { name: 'Tillbaka', exact: true }).click()
  await page.getByRole('link', { name: 'Tillbaka', exact: true }).click()
  await page.getByRole('button', { name: 'Lägg till en insats till' }).click()
  await page
    .getByRole('textbox', { name: /^Den anställda/ })
    .nth(2)
    .fill(
      await page
        .getByRole('textbox', { name: /^Den anställda/ })
        .nth(0)
        .inputValue(),
    )
  await page.goto('/arbetsgivare/stod/ansokan/kostnad')
  await page
    .getByRole('textbox', { name: /^Fakturans nummer/ })
    .nth(2)
    .fill('s 9')
  await expect(page.getByText('Samma faktura, anställd och dag som insats 1.')).toBeVisible()
  await page
    .getByRole('textbox', { name: /^Fakturans nummer/ })
    .nth(2)
    .fill('S-11')
  await page
    .getByRole('textbox', { name: /^Vad ni har betalat/ })
    .nth(2)
    .fill('9000')
  await page.getByRole('link', { name: 'Nästa: granska' }).click()
  // Lisa had used up her ceiling before; Ahmed had 3 000 of it.
  await expect(page.getByText(/Den anställda har redan gett .* av högst 10.000\skr i år/).first()).toBeVisible()
  await g.granska('Granska, taket nått')
  await bild(page, 'steg-granska-tak')
  g.klar()
})

test('En stor arbetsgivare läser in 300 anställda med tio fel: varje fel i sin cell, resten går vidare, taket nås mitt i', async ({
  page,
}) => {
  const g = genomgang(page)
  await loggaIn(page, 'Region Mellanvik')
  const anordnare = await halsan(page)
  const rader = Array.from({ length: 300 }, (_, i) => [`E${i}`, anordnare, '2026-02-10', 'utreda', `M${i}`, '2000'])
  const fel: Record<number, [number, string]> = {
    3: [0, ''],
    17: [1, '123'],
    40: [2, '31/02/2026'],
    55: [3, 'massage'],
    60: [5, '-5'],
    77: [4, ''],
    90: [1, provOrgnr(78)],
    120: [2, '2025-12-01'],
    150: [4, 'M149'],
    200: [5, 'gratis'],
  }
  for (const [i, [k, v]] of Object.entries(fel)) rader[Number(i)]![k] = v
  rader[150]![0] = 'E149'
  const csv = [
    'Anställd;Anordnarens organisationsnummer;Insatsdag;Insatstyper;Fakturanummer;Kostnad',
    ...rader.map((r) => r.join(';')),
  ].join('\r\n')
  await page.goto('/arbetsgivare/stod/ansokan')
  await page.getByText('Många anställda? Läs in ett kalkylblad').click()
  await page
    .getByLabel('Kalkylblad', { exact: true })
    .setInputFiles({ name: 'fel.csv', mimeType: 'text/csv', buffer: Buffer.from('namn;ort\r\nA;B') })
  await expect(page.getByText(/Det saknas: Anställd/).first()).toBeVisible()
  await page
    .getByLabel('Kalkylblad', { exact: true })
    .setInputFiles({ name: 'anstallda.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(rubrik(page, 'Bladet är läst: 290 rader utan fel, 3 att kontrollera, 7 att rätta')).toBeVisible()
  const tabell = page.getByRole('region', { name: 'Rader med anmärkningar' })
  await expect(tabell.getByRole('row')).toHaveCount(11)
  await expect(tabell.getByRole('row', { name: /^62/ }).getByRole('cell', { name: /^-5/ })).toBeVisible()
  await g.granska('Kalkylblad med tio fel')
  await bild(page, 'kalkylblad')
  await page.getByRole('button', { name: 'Gå vidare med 293 rader' }).click()
  await expect(page.getByText('293 insatser är inlagda')).toBeVisible()
  await kryssa(page.getByRole('checkbox', { name: /^De anställda vet/ }))
  await g.granska('Vilka, många')
  await page.getByRole('link', { name: 'Nästa: vad' }).click()
  await kryssa(page.getByRole('checkbox', { name: /^Insatserna är inriktade/ }))
  await page.getByRole('button', { name: 'Ändra insats 2', exact: true }).click()
  await expect(rubrik(page, /Insats 2 av 293/)).toBeFocused()
  await g.granska('Vad, en av många')
  await page.getByRole('link', { name: 'Nästa: kostnad' }).click()
  await page.getByLabel(/^En fil för alla insatser/).setInputFiles(pdf('samling'))
  await expect(page.getByText(', ingen fil')).toHaveCount(0)
  await page.getByRole('link', { name: 'Nästa: granska' }).click()
  await expect(page.getByText(/Ni har redan fått eller sökt .* av högst 200.000\skr för året/).first()).toBeVisible()
  await expect(page.getByText(/^\s*200.000\skr$/).first()).toBeVisible()
  await g.granska('Granska, 293 rader', { smal: false })
  await page.getByRole('button', { name: 'Skriv under och skicka' }).click()
  await expect(rubrik(page, 'Ansökan är skickad')).toBeVisible()
  g.klar()
})

test('En sen ansökan tar den korta vägen med en tydlig förklaring', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Västkustens Städ AB')
  await page.goto('/arbetsgivare/stod/ansokan')
  await kryssa(page.getByRole('radio', { name: /^2025/ }))
  await expect(rubrik(page, 'Sista dagen för 2025 har gått ut')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Steg i ansökan' }).getByRole('link')).toHaveCount(2)
  await g.granska('Sen ansökan')
  await bild(page, 'sen')
  await page.getByRole('textbox', { name: /^Den anställda/ }).fill('S2')
  await page.getByRole('link', { name: 'Nästa: granska' }).click()
  await expect(page.getByText('Den kan inte ge stöd.')).toBeVisible()
  await g.granska('Sen ansökan, granska')
  await page.getByRole('button', { name: 'Skriv under och skicka' }).click()
  await expect(page.getByText('Den kom in efter sista dagen, 2 februari 2026')).toBeVisible()
  g.klar()
})

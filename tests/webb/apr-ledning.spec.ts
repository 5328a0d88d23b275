import { provOrgnr } from '@atergang/formaner/prov'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { ASTA, bild, GUDRUN } from './apr/stod.ts'
import { genomgang, kryssa } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'
import { skriv, tryck, valjRad } from './tangentbord.ts'

/** What the manager of the support hands in and takes out, and the provider's paper that the officer registers. */

const csv = (namn: string, ...rader: string[]) => ({ name: namn, mimeType: 'text/csv', buffer: Buffer.from(rader.join('\r\n')) })
const rubrik = (sida: Page, namn: string | RegExp) => sida.getByRole('heading', { name: namn })

test('Chefen ser inga nollor för månader som inte varit, och ändrar budgeten med en ny version', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, GUDRUN)
  await page.goto('/apr/uppfoljning')
  const beviljat = page.getByRole('region', { name: 'Beviljat per månad' })
  await expect(beviljat.getByRole('row', { name: /^januari/ })).toBeVisible()
  await expect(beviljat.getByRole('row', { name: /^december/ })).toHaveCount(0)
  await bild(page, 'ledning-uppfoljning')
  await g.granska('Uppföljningen')
  await tryck(page, page.getByRole('link', { name: /^Budget och antal/ }))
  await expect(rubrik(page, 'Budget och antal')).toBeVisible()
  const avsatt = page.getByRole('textbox', { name: /^Avsatt för året/ })
  await expect(avsatt).toHaveValue(/1.?000.?000/)
  await skriv(page, page.getByRole('textbox', { name: /^Källa/ }), ' ')
  await tryck(page, page.getByRole('button', { name: 'Spara' }))
  await expect(page.getByRole('link', { name: 'Skriv varifrån uppgiften kommer.' })).toBeVisible()
  await g.granska('Budget, med fel')
  await skriv(page, avsatt, '1200000')
  await skriv(page, page.getByRole('textbox', { name: /^Källa/ }), 'Ändrat beslut, påhittat')
  await tryck(page, page.getByRole('button', { name: 'Spara' }))
  await expect(page.getByText(/^\s*Budget för \d{4} är sparad\.$/)).toBeFocused()
  await expect(page.getByRole('row', { name: /Ändrat beslut, påhittat/ })).toContainText('gäller')
  await expect(page.getByRole('row', { name: /avsatt 1.000.000/ })).toContainText('äldre version')
  await valjRad(page, page.getByRole('combobox', { name: 'Uppgift' }), 'Folkm')
  await expect(page.getByRole('group', { name: 'Antal i länet' })).toBeVisible()
  await bild(page, 'ledning-underlag')
  await g.granska('Folkmängd')
  await page.goto('/apr/uppfoljning?ar=2020')
  await expect(page.getByText(/Inga beslut för 2020 finns i det här systemet/)).toBeVisible()
  await expect(page.getByText(/^\s*30,9.%$/)).toBeVisible()
  g.klar()
})

test('Stödet före systemet läses in: fel i filen sägs i sin rad, brottet 2018 syns och medicinsk service står för sig', async ({
  page,
}) => {
  const g = genomgang(page)
  await loggaIn(page, GUDRUN)
  await page.goto('/apr/uppfoljning/tidigare')
  const fil = page.getByLabel('Fil', { exact: true })
  await fil.setInputFiles(csv('fel.csv', 'Stöd;Månad;Belopp', 'arbetsplatsnära stöd;2018-08;100', 'apr;2018-09;-5'))
  await page.getByRole('textbox', { name: /^Varifrån/ }).fill('Påhittat för provet')
  await tryck(page, page.getByRole('button', { name: 'Läs in', exact: true }))
  await expect(page.getByRole('row', { name: /^2 Månad/ })).toContainText(
    'från och med augusti 2018 räknas till arbetsplatsinriktat rehabiliteringsstöd',
  )
  await expect(page.getByRole('row', { name: /^3 Belopp/ })).toBeVisible()
  await g.granska('Fil med fel')
  const rader = [2017, 2018, 2019].flatMap((ar) =>
    Array.from(
      { length: 12 },
      (_, m) => `${ar * 100 + m + 1 < 201808 ? 'arbetsplatsnära stöd' : 'apr'};${ar}-${String(m + 1).padStart(2, '0')};${1000 * (m + 1)}`,
    ),
  )
  await fil.setInputFiles(csv('2017-2019.csv', 'Stöd;Månad;Belopp', ...rader, 'medicinsk service;2017-05;77000'))
  await tryck(page, page.getByRole('button', { name: 'Läs in', exact: true }))
  await expect(rubrik(page, /^37.rader är inlästa$/)).toBeFocused()
  await expect(page.getByRole('row', { name: /^2018, stödet byts/ })).toContainText(/78.000.kr.*28.000.kr.*50.000.kr/)
  await expect(page.getByRole('table', { name: /medicinsk service/ })).toContainText(/77.000.kr/)
  await bild(page, 'ledning-tidigare')
  await g.granska('Inläst')
  await page.goto('/apr/redovisning')
  await page.getByRole('combobox', { name: 'År' }).selectOption('2018')
  await expect(page.getByText('Stödet byttes under året.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Sammanlagt/ })).toContainText(/78.000.kr/)
  await bild(page, 'ledning-redovisning-2018')
  await g.granska('Redovisningen för 2018')
  g.klar()
})

test('Andelen med sjukpenning räknas ur en fil, och rader hämtas för utvärdering med syftet noterat', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, GUDRUN)
  await page.goto('/apr/uppfoljning')
  const form = page.getByRole('form', { name: 'Sjukpenning före eller efter insatsen' })
  await form.getByRole('combobox', { name: 'Insatser från och med år' }).selectOption('2019')
  await form.getByRole('combobox', { name: 'Insatser till och med år' }).selectOption('2019')
  await kryssa(form.getByRole('radio', { name: /^En fil/ }))
  await tryck(page, form.getByRole('button', { name: 'Räkna andelen' }))
  await expect(form.getByRole('link', { name: 'Välj filen.' })).toBeVisible()
  const fil = form.getByLabel('Fil med båda registren')
  await fil.setInputFiles(csv('fel.csv', 'Register;Person;Från;Till', 'apr;19800101-9804;2019-03-01;'))
  await tryck(page, form.getByRole('button', { name: 'Räkna andelen' }))
  await expect(page.getByRole('row', { name: /^2 Person/ })).toContainText('ser ut som ett personnummer')
  await g.granska('Historik, fil med fel', { smal: false })
  await fil.setInputFiles(
    csv(
      'bra.csv',
      'Register;Person;Från;Till',
      ...Array.from({ length: 10 }, (_, i) => `apr;p${i};2019-03-04;`),
      'sjukpenning;p0;2017-01-01;2017-02-01',
    ),
  )
  await tryck(page, form.getByRole('button', { name: 'Räkna andelen' }))
  await expect(rubrik(page, /^10,0.% hade sjukpenning inom tre år före$/)).toBeFocused()
  await expect(page.getByText(/^\s*N = 10: 1.person/)).toBeVisible()
  await expect(page.getByText(/95.% intervall: 0,3.%–44,5.%/)).toBeVisible()
  await bild(page, 'ledning-historik')

  await page.goto('/apr/redovisning')
  await page.getByRole('combobox', { name: 'År' }).selectOption('2025')
  await expect(rubrik(page, 'Hämta rader för 2025')).toBeVisible()
  await tryck(page, page.getByRole('button', { name: /^Hämta filen/ }))
  await expect(page.getByRole('link', { name: 'Skriv vad uppgifterna ska användas till.' })).toBeVisible()
  await skriv(page, page.getByRole('textbox', { name: /^Vad ska uppgifterna/ }), 'Utvärdering av insatserna, prov')
  const [hamtad] = await Promise.all([page.waitForEvent('download'), tryck(page, page.getByRole('button', { name: /^Hämta filen/ }))])
  const text = readFileSync(await hamtad.path(), 'utf8')
  expect(text.split('\r\n').length).toBeGreaterThan(10)
  expect(text).not.toMatch(/Bageriet|Kontoret|9999/)
  await expect(page.getByText(/Uttaget och syftet är noterade/)).toBeFocused()
  await g.granska('Export')
  g.klar()
})

test('Handläggaren registrerar en anordnares pappersansökan', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, ASTA)
  await page.goto('/apr/anordnararenden')
  await tryck(page, page.getByRole('link', { name: 'Registrera en anordnares pappersansökan' }))
  await expect(rubrik(page, 'Registrera en anordnares pappersansökan')).toBeVisible()
  await tryck(page, page.getByRole('button', { name: 'Registrera ansökan' }))
  await expect(page.getByRole('link', { name: 'Skriv anordnarens namn.' })).toBeVisible()
  await g.granska('Anordnarens pappersansökan, tom')
  await skriv(page, page.getByRole('textbox', { name: 'Organisationsnummer' }), provOrgnr(641))
  await skriv(page, page.getByRole('textbox', { name: 'Anordnarens namn' }), 'Pappers Rehab AB')
  await valjRad(page, page.getByRole('combobox', { name: 'Slag av anordnare' }), 'Rehab')
  await skriv(page, page.getByRole('textbox', { name: 'Ort' }), 'Falun')
  await kryssa(page.getByRole('checkbox', { name: 'Dalarna' }))
  await page.getByRole('textbox', { name: 'Kontaktperson' }).fill('Kim Kontakt')
  await kryssa(page.getByRole('group', { name: /^Framgår det vilken dag/ }).getByRole('radio', { name: 'Ja' }))
  await page.getByRole('textbox', { name: 'Dagen då ansökan kom in' }).fill('2026-03-18')
  await page.getByRole('textbox', { name: /^Dagen då pappret skannades/ }).fill('2026-03-19')
  const del = page.getByRole('region', { name: 'Kompetens 1: Läkare' })
  await del.getByRole('textbox', { name: 'Person' }).fill('Läkaren')
  await kryssa(del.getByRole('radio', { name: 'Anställd' }))
  await del.getByRole('textbox', { name: /^Från och med/ }).fill('2026-01-01')
  await bild(page, 'anordnarpapper')
  await tryck(page, page.getByRole('button', { name: 'Registrera ansökan' }))
  await expect(page).toHaveURL(/\/arenden\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pappers Rehab AB')
  await bild(page, 'anordnarpapper-arende')
  g.klar()
})

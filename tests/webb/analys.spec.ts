import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Download, Page } from '@playwright/test'
import { genomgang, oppnaAllt } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'

/** Where to keep pictures of the pages, for whoever wants to look at them; none by default. */
const BILDER = process.env.ATERGANG_BILDER

async function bild(sida: Page, namn: string): Promise<void> {
  if (!BILDER) return
  await sida.screenshot({ path: join(BILDER, `${namn}.png`), fullPage: true })
  const forut = sida.viewportSize()!
  await sida.setViewportSize({ width: 390, height: 800 })
  await sida.waitForTimeout(400)
  await sida.screenshot({ path: join(BILDER, `${namn}-smal.png`), fullPage: true })
  await sida.setViewportSize(forut)
  await sida.waitForTimeout(400)
  await sida.emulateMedia({ media: 'print' })
  await sida.screenshot({ path: join(BILDER, `${namn}-utskrift.png`), fullPage: true })
  await sida.emulateMedia({ media: null })
}

/** Opens a page of the analysis and waits for the country to be made and the figures to be counted. */
async function oppna(sida: Page, adress: string, vad: RegExp | string): Promise<void> {
  await sida.goto(adress)
  await expect(sida.getByRole('heading', { name: vad }).first()).toBeVisible({ timeout: 180_000 })
  await expect(sida.getByText('Ritar …')).toHaveCount(0)
}

const text = async (d: Download): Promise<string> => readFileSync(await d.path(), 'utf8')

test('Överblicken visar kartan, åren och figurerna, och allt kan tas med', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys', 'Användningen av båda ersättningarna: låg, medelhög eller hög')
  await expect(page.getByText(/Räknat på ett påhittat land/)).toBeVisible()
  await expect(page.getByRole('img', { name: /^Användningen av båda/ })).toContainText('Norrbotten')
  await bild(page, 'overblick')
  await oppnaAllt(page)
  await g.granska('Överblick')

  const karta = page.getByRole('figure', { name: /^Användningen av båda/ })
  const [svg] = await Promise.all([page.waitForEvent('download'), karta.getByRole('button', { name: 'SVG' }).click()])
  expect(svg.suggestedFilename()).toBe('karta-figurA-klass.svg')
  const innehall = await text(svg)
  expect(innehall).toContain('<metadata>')
  expect(innehall).toContain('Jämtland;')
  expect(innehall).toContain('Båda måtten över genomsnittet')

  const figur1 = page.getByRole('figure', { name: /^Andel av nettodagarna/ })
  const [png] = await Promise.all([page.waitForEvent('download'), figur1.getByRole('button', { name: 'PNG' }).click()])
  expect(png.suggestedFilename()).toBe('figur1.png')
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString('latin1'),
  ).toBe('PNG')
  const [csv] = await Promise.all([page.waitForEvent('download'), figur1.getByRole('button', { name: 'CSV' }).click()])
  expect(await text(csv)).toContain('Gävleborg 2018;Gävleborg;2018;')

  await page.getByRole('combobox', { name: 'Mått på kartan' }).selectOption({ label: 'FBSJP, mottagare per 1 000 invånare 18–64 år' })
  await expect(page).toHaveURL(/matt=tabell1/)
  await expect(page.getByRole('heading', { name: 'FBSJP, mottagare per 1 000 invånare 18–64 år' })).toBeVisible()
  await bild(page, 'karta-matt')
  g.klar()
})

test('Egna gränser ritas ur en fil som inte lämnar webbläsaren, och en fil som saknar län avvisas', async ({ page }) => {
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys', 'Användningen av båda ersättningarna: låg, medelhög eller hög')
  await page.getByText('Egna gränser').click()
  const fil = page.getByLabel('GeoJSON med länens gränser')
  await fil.setInputFiles({
    name: 'fel.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [] })),
  })
  await expect(page.getByRole('alert')).toContainText('Filen saknar gränser för Blekinge')
  const lan = [
    'Blekinge',
    'Dalarna',
    'Gotland',
    'Gävleborg',
    'Halland',
    'Jämtland',
    'Jönköping',
    'Kalmar',
    'Kronoberg',
    'Norrbotten',
    'Skåne',
    'Stockholm',
    'Södermanland',
    'Uppsala',
    'Värmland',
    'Västerbotten',
    'Västernorrland',
    'Västmanland',
    'Västra Götaland',
    'Örebro',
    'Östergötland',
  ]
  const features = lan.map((namn, i) => {
    const [x, y] = [12 + (i % 4), 56 + Math.floor(i / 4)]
    return {
      type: 'Feature',
      properties: { name: `${namn}s län` },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [x, y],
            [x + 1, y],
            [x + 1, y + 1],
            [x, y + 1],
            [x, y],
          ],
        ],
      },
    }
  })
  const anrop: string[] = []
  page.on('request', (r) => anrop.push(r.method()))
  await fil.setInputFiles({
    name: 'lan.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  })
  await expect(page.locator('figure.karta path')).toHaveCount(21)
  expect(anrop).toEqual([])
})

test('Varje tabell står med N, definitioner och anmärkningar, väljs i adressen och hämtas som fil', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys/tabeller', /^Användning av förebyggande sjukpenning/)
  await bild(page, 'tabell1')
  await oppnaAllt(page)
  await expect(page.getByText('I rapporten stämmer kolumn 2 inte med kolumn 4 och 6')).toBeVisible()
  await expect(page.getByRole('cell', { name: /N / }).first()).toBeVisible()
  await g.granska('Tabell 1')
  for (const [lank, slut] of [
    ['CSV', 'csv'],
    ['Excel', 'xlsx'],
    ['Parquet', 'parquet'],
    ['JSON-stat', 'jsonstat.json'],
  ] as const) {
    const [fil] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: new RegExp(`^${lank}`) }).click()])
    expect(fil.suggestedFilename()).toBe(`tabell1.${slut}`)
  }
  await page.getByRole('textbox', { name: /^Period/ }).fill('2018')
  await page.getByRole('button', { name: 'Visa' }).click()
  await expect(page).toHaveURL(/period=2018/)
  await expect(page.getByText(/Period: 2018\./)).toBeVisible()
  await page.getByRole('button', { name: 'Ta bort urvalet' }).click()
  await expect(page).not.toHaveURL(/period/)
  for (const [id, namn] of [
    ['tabell2', /samband/],
    ['tabell7', /samverkan/i],
    ['tabell11', /^Hur förebyggande sjukpenning handläggs/],
    ['figur1', /^Andel av nettodagarna/],
    ['figur3', /^Diagnos i sjukpenningperioden/],
  ] as const) {
    await oppna(page, `/analys/tabeller/${id}`, namn)
    await oppnaAllt(page)
    await g.granska(id)
  }
  await bild(page, 'figur3')
  g.klar()
})

test('En period som inte kan läsas sägs vara fel, och det som visades står kvar', async ({ page }) => {
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys/tabeller/tabell5', /^Ej godkända behandlingsplaner/)
  await page.getByRole('textbox', { name: /^Period/ }).fill('i fjol')
  await page.getByRole('button', { name: 'Visa' }).click()
  await expect(page.getByRole('alert')).toContainText('”i fjol” är ingen period.')
  await expect(page.getByRole('heading', { name: /^Ej godkända behandlingsplaner/ })).toBeVisible()
})

test('Ett samband väljs med tangentbordet, räknas med och utan Jämtland, och adressen kan delas', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys/samband?kalla=tryckt', /mot/)
  await expect(page.getByText('Områden är inte personer.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Pearson, utan avvikare \(Jämtland\)/ })).toContainText('20')
  await bild(page, 'samband')
  await oppnaAllt(page)
  await g.granska('Samband')
  const ruta = page.getByRole('checkbox', { name: 'Jämtland' })
  await ruta.focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Räkna' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/utan=J/)
  await expect(page.getByRole('row', { name: /Pearson, alla/ })).toContainText('20')
  const rad = page.getByRole('row', { name: /Pearson, alla/ })
  const utan = (await rad.textContent())!
  await page.reload()
  await expect(rad).toHaveText(utan)
  await oppna(page, '/analys/samband', /mot/)
  await g.granska('Samband på data')
  g.klar()
})

test('Publicerat mot räknat: alla tryckta samband ligger inom avrundningen, och landets tabell 1 står bredvid', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys/publicerat', 'Samband ur den tryckta tabell 1')
  await expect(page.getByText(/^\s*11 av 11 tryckta samband/)).toBeVisible()
  await expect(page.getByText('utanför avrundningen')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Det påhittade landets tabell 1' })).toBeVisible()
  await bild(page, 'publicerat')
  await oppnaAllt(page)
  await g.granska('Publicerat mot räknat')
  g.klar()
})

test('Enkäten, likformigheten och utvärderingarna visas med vad de inte kan säga', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys/enkat', 'Vilka svarade')
  await bild(page, 'enkat')
  await oppnaAllt(page)
  await g.granska('Enkät')
  for (const [adress, rubrik, namn] of [
    ['/analys/likformighet/beslut_sjukpenning_forsta', /^Likformighet: första beslut/, 'likformighet'],
    ['/analys/indikatorer/indikatorer', /^Indikatorer/, 'indikatorer'],
    ['/analys/utvardering/langd', /^Sjukfallens längd/, 'langd'],
    ['/analys/utvardering/fore_efter', /före och/, 'fore-efter'],
  ] as const) {
    await oppna(page, adress, rubrik)
    await expect(page.getByRole('heading', { name: 'Vad detta inte kan säga' })).toBeVisible()
    await expect(page.locator('figure svg[role=img]').first()).toBeVisible()
    await bild(page, namn)
    await oppnaAllt(page)
    await g.granska(namn)
  }
  await page.goto('/analys/rapporter?dag=2020-12-31')
  await expect(page.getByRole('link', { name: 'PDF' })).toBeVisible()
  await g.granska('Rapporter')
  const [rapport] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF' }).click()])
  expect(rapport.suggestedFilename()).toBe('aterrapport-2020-12-31.pdf')
  expect(
    readFileSync(await rapport.path())
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('%PDF')
  await oppna(page, '/analys/arenden', 'Nyckeltal per enhet')
  await g.granska('Nyckeltal per enhet')
  g.klar()
})

test('Diagramkoden hämtas först med det första diagrammet', async ({ page }) => {
  const skript: string[] = []
  page.on('response', (r) => {
    if (/\.js(\?|$)/.test(r.url())) skript.push(r.url())
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(skript.filter((adress) => /rita|plot/i.test(adress))).toEqual([])
  await loggaIn(page, 'Ada Alm')
  await oppna(page, '/analys', 'Användningen av båda ersättningarna: låg, medelhög eller hög')
  await expect(page.getByRole('figure', { name: /^Andel av nettodagarna/ }).getByRole('img')).toBeVisible()
  await expect.poll(() => skript.filter((adress) => /rita/i.test(adress)).length).toBeGreaterThan(0)
})

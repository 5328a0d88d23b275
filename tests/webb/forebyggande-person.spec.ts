import type { Page } from '@playwright/test'
import { genomgang, kryssa, oppnaAllt } from './genomgang.ts'
import { expect, krav, loggaIn, test } from './stod.ts'
import { skriv, svara, tryck, valet, valj } from './tangentbord.ts'
import { lasBrevet } from './vagen/brev.ts'
import { handlaggPlan } from './vagen/planflode.ts'

test.use({ egenProdukt: 'forebyggande-person' })

const nasta = (sida: Page): Promise<void> => tryck(sida, sida.getByRole('link', { name: /^Nästa:/ }))
const steg = (sida: Page, nr: number): Promise<void> =>
  expect(sida.getByRole('heading', { level: 2, name: new RegExp(`^Steg ${nr} av`) })).toBeVisible()
const bild = (sida: Page, namn: string): Promise<unknown> =>
  process.env['BILDER'] ? sida.screenshot({ path: `${process.env['BILDER']}/${namn}.png`, fullPage: true }) : Promise.resolve()

// First, before the clock of the demo is moved: the time to comment is not over.
test('Varje läge av ett ärende går att läsa: utan utlåtande, nekad, kommunicerad, uppföljning', async ({ page }) => {
  const g = genomgang(page)
  for (const person of ['Arja Cederholm', 'Xavier Yilmaz', 'Ruben Fjellman', 'Sixten Hallgren', 'Vera Wikström']) {
    await loggaIn(page, person)
    await g.granska(`${person}: Mina sidor`)
    await page
      .getByRole('link', { name: /^Till ärendet/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'Förebyggande sjukpenning' })).toBeVisible()
    await oppnaAllt(page)
    await g.granska(`${person}: ärendet`)
    await bild(page, person)
    if (person === 'Ruben Fjellman') {
      await page.getByRole('link', { name: 'Läs och svara' }).click()
      await g.granska(`${person}: det kommande beslutet`)
    }
    if (person === 'Xavier Yilmaz') {
      await page
        .getByRole('link', { name: /^Begär omprövning/ })
        .first()
        .click()
      await g.granska(`${person}: omprövning`)
    }
    await page.getByRole('button', { name: /Logga ut/ }).click()
    await expect(page.getByRole('link', { name: 'Logga in' }).first()).toBeVisible()
  }
  g.klar()
})

// Before the others: nothing is sent, and the draft of a plan is her own.
test('den som arbetar skift skriver passen för behandlingsdagarna, också ett nattpass, och varje dag jämförs med sitt pass', async ({
  page,
}) => {
  await loggaIn(page, 'Arja Cederholm')
  await page.goto('/mina-sidor/forebyggande/ansokan/besok')
  await svara(page, [
    [/^Hur kommer besöken/, /^Bestämda dagar/],
    [/^Dag 1/, '2026-04-07'],
  ])
  await tryck(page, page.getByRole('button', { name: 'Lägg till en dag' }))
  await svara(page, [
    [/^Dag 2/, '2026-04-09'],
    [/^När börjar behandlingen/, '22:00'],
    [/^Hur lång är/, '60'],
    [/^Resan, dit och hem/, '0'],
  ])
  await nasta(page)
  await svara(page, [
    [/^Hur försörjer du dig/, /^Anställd Du/],
    [/^Arbetar du olika tider/, 'Ja'],
  ])
  const dag = (namn: RegExp) => page.getByRole('group', { name: namn })
  await skriv(page, dag(/^Tisdag 7 april 2026/).getByRole('textbox', { name: /^Arbetet börjar/ }), '21')
  await skriv(page, dag(/^Tisdag 7 april 2026/).getByRole('textbox', { name: /^Arbetet slutar/ }), '7')
  await expect(page.getByText('3 tim räknas till 7 april 2026 och 7 tim till 8 april 2026')).toBeVisible()
  await valj(page, dag(/^Torsdag 9 april 2026/).getByRole('checkbox', { name: /^Jag är ledig/ }))
  await krav(page, 'Plan, steg 3, skift')
  await bild(page, 'skift')
  await nasta(page)
  await expect(page.getByText('1 av 2 dagar')).toBeVisible()
  await expect(page.getByText(/tar 60 av arbetsdagens 180 minuter/)).toBeVisible()
  await bild(page, 'skift-besked')
})

/** Two half days a week: applies, the doctor answers through the link, claims, reads decision and letter. The person's part without a mouse. */
test.describe.serial('Birgit Kjellin, två halva dagar i veckan', () => {
  let arende = ''
  let lank = { adress: '', kod: '' }

  test('ansöker om plan: det sparas, kan återupptas, och hon får genast veta vad planen kan ge', async ({ page }) => {
    await loggaIn(page, 'Birgit Kjellin')
    await krav(page, 'Mina sidor utan ärende')
    await tryck(page, page.getByRole('link', { name: /^Ansök, eller se vad det kan ge/ }))
    await steg(page, 1)
    await svara(page, [
      [/^Vilken behandling eller/, 'Multimodal'],
      [/^Var gör du behandlingen/, 'På plats hos vårdgivaren'],
      [/^Vem ger behandlingen/, 'Smärtkliniken i Gävle'],
      [/^Vad ska behandlingen leda till/, /^Förebygga sjukdom/],
      [/^Läkarens namn/, 'Dr Lena Lind'],
      [/^Läkarens mottagning/, 'Smärtkliniken i Gävle'],
      [/^Vilken sorts vård/, 'Prim'],
    ])
    await krav(page, 'Plan, steg 1')
    await nasta(page)
    await steg(page, 2)
    await svara(page, [
      [/^Hur kommer besöken/, /^Samma veckodagar/],
      [/^Vilka veckodagar/, 'Tisdag'],
      [/^Vilka veckodagar/, 'Torsdag'],
      [/^Första dagen/, '2026-04-30'],
      [/^Sista dagen/, '2026-03-24'],
      [/^När börjar behandlingen/, '8'],
      [/^Hur lång är/, '240'],
      [/^Resan, dit och hem/, '0'],
    ])
    await expect(page.getByText('Perioden slutar innan den börjar. Byt plats på dagarna.')).toBeVisible()
    await krav(page, 'Plan, steg 2, omvända datum')
    await svara(page, [
      [/^Första dagen/, '2026-03-24'],
      [/^Sista dagen/, '2026-04-30'],
    ])
    const sparat = page.waitForResponse(
      (r) => r.request().method() === 'PUT' && r.request().postData()?.includes('2026-04-30","intervall') === true,
    )
    await page.keyboard.press('Tab')
    await expect(page.getByText('Perioden slutar innan den börjar')).toHaveCount(0)
    await sparat
    await page.reload()
    await expect(page.getByRole('textbox', { name: /^Hur lång är/ })).toHaveValue('240')
    await expect(page.getByRole('textbox', { name: /^Sista dagen/ })).toHaveValue('2026-04-30')
    await nasta(page)
    await steg(page, 3)
    await svara(page, [
      [/^Hur försörjer du dig/, /^Anställd Du/],
      [/^Arbetsgivarens namn/, 'Bruket AB'],
      ...['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag'].map((d) => [new RegExp(`^${d}`), '8'] as const),
      [/^När börjar arbetsdagen/, '08:00'],
      [/^Har du en rast/, 'Nej'],
      [/^Din årsarbetstid/, '1 980'],
      [/inkomst har du som anställd/, /^Jag vet/],
      [/^Inkomst för ett år/, '378 000'],
      [/någon annan inkomst/, 'Nej'],
    ])
    await krav(page, 'Plan, steg 3')
    await bild(page, 'arbete')
    await nasta(page)
    await steg(page, 4)
    await expect(page.getByText('12 av 12 dagar')).toBeVisible()
    await expect(page.getByText(/Det här är information/)).toBeVisible()
    await expect(page.getByText(/ungefär \d+ kronor/).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Det här avgör vi först i steg 2, ersättningen' })).toBeVisible()
    await krav(page, 'Plan, steg 4')
    await bild(page, 'besked')
    await nasta(page)
    await steg(page, 5)
    await krav(page, 'Plan, steg 5')
    await tryck(page, page.getByRole('button', { name: 'Skriv under och skicka' }))
    await expect(page.getByRole('heading', { name: /att ändra innan det kan skickas$/ })).toBeVisible()
    await krav(page, 'Plan, utan underskrift')
    await valj(page, page.getByRole('checkbox', { name: /på heder och samvete/ }))
    await tryck(page, page.getByRole('button', { name: 'Skriv under och skicka' }))
    await expect(page.getByRole('heading', { level: 1, name: 'Din ansökan är skickad' })).toBeVisible()
    await krav(page, 'Plan, skickad')
    arende = /forebyggande\/([0-9a-f-]+)\//.exec(page.url())![1]!
    await tryck(page, page.getByRole('link', { name: 'Skapa länk till läkaren' }))
    await tryck(page, page.getByRole('button', { name: 'Skapa länk och kod' }))
    await expect(page.getByRole('heading', { name: 'Länken är klar' })).toBeFocused()
    await krav(page, 'Länk till läkaren')
    const [adress, kod] = await page.locator('dd code').allInnerTexts()
    lank = { adress: adress!, kod: kod! }
  })

  test('läkaren öppnar med koden och skriver under; saknad uppföljning sägs och kan fyllas i', async ({ page }) => {
    await page.goto(new URL(lank.adress).pathname)
    await tryck(page, page.getByRole('button', { name: 'Öppna' }))
    await expect(page.getByRole('link', { name: /^Skriv koden/ })).toBeVisible()
    await krav(page, 'Utlåtandet, utan kod')
    await skriv(page, page.getByRole('textbox', { name: /^Kod/ }), 'AAAA-AAAA-AAAA')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /[Kk]oden/ })).toBeVisible()
    await skriv(page, page.getByRole('textbox', { name: /^Kod/ }), lank.kod)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Birgit Kjellin')).toBeVisible()
    await krav(page, 'Utlåtandet')
    await bild(page, 'utlatande')
    await svara(page, [
      [/^Kod i ICD/, 'M54'],
      [/^Vilken sjukdom eller vilka besvär/, 'Återkommande ländryggssmärta.'],
      [/^Varför är risken ökad/, 'Tungt arbete och återkommande besvär.'],
      [/^Hur minskar behandlingen/, 'Ökar styrka och uthållighet.'],
      [/^Vilket stöd har den/, 'Har stöd i riktlinjer.'],
      [/^Hur ofta och hur länge/, 'Två halva dagar i veckan.'],
      [/^Vilken dag ordinerade/, '2026-03-10'],
    ])
    await tryck(page, page.getByRole('button', { name: 'Skriv under och lämna utlåtandet' }))
    await expect(page.getByRole('heading', { name: 'Utlåtandet är lämnat' })).toBeFocused()
    await expect(page.getByText(/När och hur följer vården upp/)).toBeVisible()
    await krav(page, 'Utlåtandet, lämnat utan uppföljning')
    await tryck(page, page.getByRole('button', { name: 'Fyll i det nu' }))
    await svara(page, [[/^När\?/, '2026-06-15']])
    await tryck(page, page.getByRole('button', { name: 'Skriv under och lämna utlåtandet' }))
    await expect(page.getByRole('link', { name: /^Skriv hur behandlingen följs upp/ })).toBeVisible()
    await svara(page, [[/^Hur\?/, 'Återbesök hos läkaren.']])
    await tryck(page, page.getByRole('button', { name: 'Skriv under och lämna utlåtandet' }))
    await expect(page.getByRole('heading', { name: 'Utlåtandet är lämnat' })).toBeVisible()
    await expect(page.getByText(/När och hur följer vården upp/)).toHaveCount(0)
  })

  test('planen godkänns, hon läser brevet och ansöker om ersättning; krock, för lång resa och dag utanför planen sägs', async ({
    page,
    browser,
    produkt,
  }) => {
    expect(await handlaggPlan(browser, arende)).toContain('planbedomning')
    await produkt.stallKlocka('2026-04-02')
    await loggaIn(page, 'Birgit Kjellin')
    await expect(page.getByText('Din plan är godkänd. När du har gjort behandlingen ansöker du om ersättning.')).toBeVisible()
    await tryck(page, page.getByRole('link', { name: /^Till ärendet/ }))
    await expect(page.getByRole('heading', { level: 1, name: 'Förebyggande sjukpenning' })).toBeVisible()
    await krav(page, 'Ärendet, godkänd plan')
    const brev = await lasBrevet(page, page.getByRole('link', { name: /^Läs beslutet/ }))
    for (const t of ['Det här har vi beslutat', 'Det här har vi inte beslutat']) expect(brev).toContain(t)

    await tryck(page, page.getByRole('link', { name: 'Ansök om ersättning' }).first())
    await steg(page, 1)
    await krav(page, 'Ersättning, steg 1')
    for (const dag of [/^Tisdag 24 mars/, /^Torsdag 26 mars/, /^Tisdag 31 mars/])
      await valj(page, valet(page, /^Vilka tillfällen i planen/, dag))
    const forsta = page.getByRole('group', { name: /^Tiderna tisdag 24 mars/ })
    await expect(forsta.getByRole('textbox', { name: /^Behandlingen tog/ })).toHaveValue('240')
    await skriv(page, forsta.getByRole('textbox', { name: /^Resan dit/ }), '600')
    await expect(forsta.getByText(/är resan \(600 minuter\) längre än arbetsdagen \(480 minuter\)/)).toBeVisible()
    await krav(page, 'Ersättning, för lång resa')
    await skriv(page, forsta.getByRole('textbox', { name: /^Resan dit/ }), '0')
    await tryck(page, page.getByRole('button', { name: 'Lägg till ett tillfälle som inte står i planen' }))
    const eget = page.getByRole('group', { name: /^Tillfälle utanför planen/ })
    await skriv(page, eget.getByRole('textbox', { name: /^Vilken dag/ }), '2026-03-24')
    await skriv(page, eget.getByRole('textbox', { name: /^Behandlingen började/ }), '09:00')
    await skriv(page, eget.getByRole('textbox', { name: /^Behandlingen tog/ }), '60')
    await expect(eget.getByText(/Två behandlingar ligger på samma tid/)).toBeVisible()
    await skriv(page, eget.getByRole('textbox', { name: /^Vilken dag/ }), '2026-03-21')
    await page.keyboard.press('Tab')
    await expect(eget.getByText(/ligger utanför den godkända planen/)).toBeVisible()
    await krav(page, 'Ersättning, utanför planen')
    await bild(page, 'ersattning')
    await tryck(page, eget.getByRole('button', { name: 'Ta bort tillfället' }))
    await nasta(page)
    await steg(page, 2)
    await expect(page.getByRole('textbox', { name: /^Din årsarbetstid/ })).toHaveValue(/1.980/)
    await svara(page, [[/^Får du lön av arbetsgivaren/, 'Nej']])
    await krav(page, 'Ersättning, steg 2')
    await nasta(page)
    await steg(page, 3)
    await expect(page.getByText('3 av 3 dagar')).toBeVisible()
    await valj(page, page.getByRole('checkbox', { name: /på heder och samvete/ }))
    await krav(page, 'Ersättning, steg 3')
    await tryck(page, page.getByRole('button', { name: 'Skriv under och skicka' }))
    await expect(page.getByRole('heading', { level: 1, name: 'Din ansökan är skickad' })).toBeVisible()
    await krav(page, 'Ersättning, skickad')
  })

  test('får ersättning, läser beslut och brev, och anmäler att behandlingen slutar tidigare', async ({ page, browser }) => {
    await handlaggPlan(browser, arende)
    await loggaIn(page, 'Birgit Kjellin')
    await tryck(page, page.getByRole('link', { name: /^Till ärendet/ }))
    await expect(page.getByText(/^\s*Sammanlagt/)).toBeVisible()
    await krav(page, 'Ärendet, beviljad ersättning')
    await bild(page, 'arende')
    const brev = await lasBrevet(page, page.getByRole('link', { name: /^Läs beslutet/ }).first())
    for (const t of ['Nettodagar', 'Ingen karens']) expect(brev).toContain(t)
    await tryck(page, page.getByRole('link', { name: 'Behandlingen slutar tidigare' }))
    await tryck(page, page.getByRole('button', { name: 'Skicka anmälan' }))
    await krav(page, 'Slutar tidigare, med fel')
    await svara(page, [[/^Vilken är den sista dagen/, '2026-03-31']])
    await tryck(page, page.getByRole('button', { name: 'Skicka anmälan' }))
    await expect(page.getByRole('heading', { name: 'Din anmälan är mottagen' })).toBeFocused()
    await krav(page, 'Slutar tidigare, mottagen')
    await tryck(page, page.getByRole('link', { name: 'Till ärendet' }))
    await tryck(page, page.getByRole('link', { name: 'Berätta hur det gick' }).first())
    await svara(page, [
      [/^Har du fullföljt/, 'Delvis'],
      [/^Hur gick det/, 'Jag orkar mer.'],
    ])
    await krav(page, 'Hur det gick')
    await tryck(page, page.getByRole('button', { name: 'Skicka svaret' }))
    await expect(page.getByRole('heading', { name: 'Tack för ditt svar' })).toBeFocused()
  })
})

/** Fills in a plan with weekly visits, as the mouse does it, up to what it can give. */
async function tillBeskedet(page: Page, b: { behandling: string; var: RegExp; tid: string; resa: string; start: string }): Promise<void> {
  await page.goto('/mina-sidor/forebyggande/ansokan/behandling')
  await page.getByRole('combobox', { name: /^Vilken behandling/ }).selectOption({ label: b.behandling })
  await kryssa(page.getByRole('radio', { name: b.var }))
  await page.getByRole('textbox', { name: /^Vem ger behandlingen/ }).fill('Låtsas hälsocentral')
  await page.getByRole('link', { name: /^Nästa:/ }).click()
  await kryssa(page.getByRole('radio', { name: /^Samma veckodagar/ }))
  await kryssa(page.getByRole('checkbox', { name: 'Tisdag' }))
  for (const [falt, text] of [
    [/^Första dagen/, '2026-04-14'],
    [/^Sista dagen/, '2026-05-12'],
    [/^När börjar/, b.start],
    [/^Hur lång är/, b.tid],
    [/^Resan, dit och hem/, b.resa],
  ] as const)
    await page.getByRole('textbox', { name: falt }).fill(text)
  await page.getByRole('textbox', { name: /^Resan, dit och hem/ }).blur()
}

test('Restiden avgör om dagen når en fjärdedel, och det sägs hur mycket som saknas', async ({ page }) => {
  await loggaIn(page, 'Ylva Zetterlund')
  await tillBeskedet(page, { behandling: 'Fysioterapi (sjukgymnastik)', var: /^På plats/, tid: '60', resa: '20', start: '10:00' })
  await page.goto('/mina-sidor/forebyggande/ansokan/besked')
  await expect(page.getByText(/Det saknas \d+ minuter/)).toBeVisible()
  await krav(page, 'Besked, når inte')
  await page.goto('/mina-sidor/forebyggande/ansokan/besok')
  await page.getByRole('textbox', { name: /^Resan, dit och hem/ }).fill('60')
  await page.getByRole('link', { name: /^Nästa:/ }).click()
  await page.getByRole('link', { name: /^Nästa:/ }).click()
  await expect(page.getByText('5 av 5 dagar')).toBeVisible()
  await expect(page.getByText(/Det når en fjärdedel/)).toBeVisible()
})

test('En arbetslös får tiden jämförd med den då arbete söks, och får veta vad som inte är avgjort', async ({ page }) => {
  await loggaIn(page, 'Zainab Ahmadi')
  await tillBeskedet(page, { behandling: 'Multimodal rehabilitering (MMR)', var: /^På plats/, tid: '240', resa: '0', start: '08:00' })
  await page.getByRole('link', { name: /^Nästa:/ }).click()
  await expect(page.getByRole('radio', { name: 'Arbetslös' })).toBeChecked()
  await oppnaAllt(page)
  await krav(page, 'Arbete, arbetslös')
  await page.getByRole('link', { name: /^Nästa:/ }).click()
  await expect(page.getByText(/5 av 5 dagar/)).toBeVisible()
  await expect(page.getByText(/Hur många dagar i veckan som räknas är inte avgjort/)).toBeVisible()
  await krav(page, 'Besked, arbetslös')
})

test('KBT via internet hemma: det sägs att frågan inte är avgjord, och ingen hindras från att ansöka', async ({ page }) => {
  await loggaIn(page, 'Åke Björk')
  await tillBeskedet(page, { behandling: 'Kognitiv beteendeterapi (KBT)', var: /^Via internet/, tid: '120', resa: '0', start: '09:00' })
  await page.goto('/mina-sidor/forebyggande/ansokan/besked')
  await expect(page.getByText(/Om sådan behandling kan godkännas är inte avgjort/)).toBeVisible()
  await krav(page, 'Besked, I-KBT')
  await page.goto('/mina-sidor/forebyggande/ansokan/granska')
  await expect(page.getByRole('button', { name: 'Skriv under och skicka' })).toBeEnabled()
})

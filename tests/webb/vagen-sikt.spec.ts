import { expect, krav, loggaIn, test, VARDTOKEN } from './stod.ts'
import { na, svara, tryck } from './tangentbord.ts'
import { attGora, bliNy, frageformular, oppnaArende } from './vagen/handlaggning.ts'

/** Who sees a case, and when they no longer do; and what came in without a place. Without a mouse. */
test('Rådgivaren svarar, ser inte ärendet längre, men har sin fråga och sitt svar kvar', async ({ page }) => {
  await loggaIn(page, 'Farah Fors')
  await tryck(page, page.getByRole('button', { name: 'Hämta nästa ärende' }))
  await expect(attGora(page)).toBeVisible()
  const adress = page.url()
  await frageformular(page, /råd|medicinsk/i)
  await svara(page, [[/svar/i, 'Rörligheten räcker för arbete i midjehöjd, men inte över axelhöjd.']])
  await krav(page, 'Frågan till rådgivaren')
  await tryck(
    page,
    page
      .getByRole('form')
      .getByRole('button', { name: /^(Skicka|Svara|Spara)/ })
      .first(),
  )
  await expect(page.getByText('Svaret är skickat till handläggaren.')).toBeVisible()
  // The tabs are one stop: the arrows go between them.
  await na(page, page.getByRole('tab', { name: 'Mina ärenden' }))
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Mina svar' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Rörligheten räcker för arbete i midjehöjd, men inte över axelhöjd.')).toBeVisible()
  await krav(page, 'Mina svar')
  await page.goto(adress)
  await expect(page.getByRole('heading', { name: 'Ärendet kan inte visas' })).toBeVisible()
})

test('Ingrid skyddar en identitet: Eva hittar inte personen längre, förrän skyddet hävs', async ({ page }) => {
  const satt = async (knapp: string, skal: string): Promise<void> => {
    await bliNy(page, 'Ingrid Is')
    await oppnaArende(page, 'Greta Hagström')
    await tryck(page, page.getByRole('button', { name: /^Åtgärder/ }))
    await tryck(page, page.getByRole('button', { name: 'Skyddad identitet' }))
    await svara(page, [[/^Varför/, skal]])
    await krav(page, knapp)
    await tryck(page, page.getByRole('button', { name: knapp }))
  }
  const evaHittar = async (antal: string): Promise<void> => {
    await bliNy(page, 'Eva Ek')
    await page.goto('/sok')
    await svara(page, [[/^Personnummer, namn/, 'Greta Hagström']])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: antal })).toBeVisible()
  }
  await satt('Sätt skyddad identitet', 'Skatteverket har meddelat sekretessmarkering.')
  await expect(page.getByText('Personen har nu skyddad identitet.')).toBeVisible()
  await expect(page.getByText('Lämna inte ut uppgifter om var personen finns.')).toBeVisible()
  await evaHittar('0 träffar')
  await satt('Häv skyddet', 'Markeringen är borttagen.')
  await evaHittar('1 träff')
})

test('En fil som inte gick att läsa läggs i ett ärende, en annan skrivs av med skäl', async ({ page, produkt }) => {
  for (const fil of ['<skannat', '<igen'])
    expect(
      (
        await fetch(`${produkt.adress}/api/v1/intyg`, {
          method: 'POST',
          headers: { 'content-type': 'application/xml', authorization: `Bearer ${VARDTOKEN}` },
          body: fil,
        })
      ).status,
    ).toBe(422)
  await loggaIn(page, 'Eva Ek')
  await oppnaArende(page, 'Bo Berg')
  const nummer = /SP\d{4}-\d{6}/.exec(await page.getByRole('main').innerText())![0]
  await tryck(page, page.getByRole('link', { name: 'Mottaget' }))
  await expect(page.getByRole('table')).toContainText('Från vårdens system')
  await krav(page, 'Mottaget')
  const oppna = () => tryck(page, page.getByRole('table').getByRole('link').first())
  await oppna()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mottagen fil')
  await tryck(page, page.getByRole('button', { name: 'Spara', exact: true }))
  await expect(page.getByRole('link', { name: 'Välj vad du gör med filen.' })).toBeVisible()
  await krav(page, 'Mottagen fil, med fel')
  await svara(page, [
    [/^Vad gör du med filen/, 'Lägg den i ett ärende'],
    [/^Ärendenummer eller personnummer/, nummer],
  ])
  await krav(page, 'Mottagen fil, placeras')
  await tryck(page, page.getByRole('button', { name: 'Lägg i ärendet' }))
  await expect(page.getByRole('tab', { name: 'Handlingar' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel')).toContainText('20 mars 2026')

  await tryck(page, page.getByRole('link', { name: 'Mottaget' }))
  await oppna()
  await svara(page, [
    [/^Vad gör du med filen/, /^Skriv av den/],
    [/^Varför skrivs filen av/, 'Samma fil har kommit förut.'],
  ])
  await tryck(page, page.getByRole('button', { name: 'Skriv av filen' }))
  await expect(page.getByText('Filen är avskriven. Den finns kvar i förvaret.')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await krav(page, 'Mottaget, tomt')
})

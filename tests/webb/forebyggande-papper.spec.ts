import type { Page } from '@playwright/test'
import { expect, krav, loggaIn, test } from './stod.ts'
import { svara, tryck, valj } from './tangentbord.ts'
import { attGora, frageformular } from './vagen/handlaggning.ts'

const bild = (sida: Page, namn: string): Promise<unknown> =>
  process.env['BILDER'] ? sida.screenshot({ path: `${process.env['BILDER']}/${namn}.png`, fullPage: true }) : Promise.resolve()
const registrera = (sida: Page, vad: string): Promise<void> => tryck(sida, sida.getByRole('button', { name: `Registrera ${vad}` }))

test('en plan och ett utlåtande på papper registreras med det som går att läsa; resten blir frågor, och skanningens dag räknas aldrig', async ({
  page,
}) => {
  await loggaIn(page, 'Fia Falk')
  await page.goto('/forebyggande')
  await tryck(page, page.getByRole('link', { name: 'Registrera papper' }))
  await registrera(page, 'ansökan')
  await expect(page.getByRole('heading', { name: /saker att ändra innan/ })).toBeVisible()
  await svara(page, [
    [/^Personnummer/, '19590505-9811'],
    [/^Hur kom ansökan in/, /^Med posten/],
    [/^Framgår det/, /^Nej/],
    [/^Dagen då pappret skannades/, '2026-03-19'],
    [/^Vilken behandling eller/, 'Fysioterapi'],
    [/^Vem ger behandlingen/, 'Rörelsekliniken'],
  ])
  await tryck(page, page.getByRole('button', { name: 'Lägg till något som inte går att läsa' }))
  await svara(page, [
    [/^Vad det handlar om, 1/, 'Dagar och tider'],
    [/^Vad som inte går att läsa, 1/, 'datumen i rutan för besök'],
  ])
  const fragor = page.getByRole('region', { name: 'Det här blir frågor när du har registrerat' })
  await expect(fragor.getByRole('listitem')).toHaveText([
    /^Underskrift/,
    /^Dagar och tider för behandlingen/,
    /^Dagen då ansökan lämnades/,
    /datumen i rutan för besök$/,
  ])
  await valj(page, page.getByRole('checkbox', { name: /^Pappret är underskrivet/ }))
  await expect(fragor.getByRole('listitem')).toHaveCount(3)
  await krav(page, 'Plan på papper')
  await bild(page, 'papper-plan')
  await registrera(page, 'ansökan')
  await svara(page, [
    [/^Förnamn/, 'Petra'],
    [/^Efternamn/, 'Pappersson'],
  ])
  await registrera(page, 'ansökan')

  await expect(attGora(page)).toBeVisible()
  await tryck(page, page.getByRole('button', { name: 'Ta ärendet' }))
  await frageformular(page, 'Räcker uppgifterna i ansökan?')
  await expect(attGora(page)).toContainText('datumen i rutan för besök')
  await bild(page, 'papper-arende')

  // The statement comes a day later, from the case: what is on the paper already known is filled in.
  await tryck(page, page.getByRole('link', { name: 'Registrera ett papper i ärendet' }))
  await expect(page.getByText('Ärendet gäller Petra Pappersson')).toBeVisible()
  await svara(page, [
    [/^Hur kom utlåtandet in/, /^Lämnad/],
    [/^Framgår det/, /^Ja/],
    [/^Dagen då utlåtandet kom in/, '2026-03-20'],
    [/^Kod i ICD/, 'M545'],
    [/^Varför är risken ökad/, 'Tungt arbete.'],
    [/^Läkarens namn/, 'Dr Lena Lind'],
  ])
  await krav(page, 'Utlåtande på papper')
  await bild(page, 'papper-utlatande')
  await registrera(page, 'utlåtandet')
  await expect(attGora(page)).toBeVisible()
  await expect(page.getByText(/M545; Dr Lena Lind/).first()).toBeVisible()
})

test('den som är osäker hör av sig och föreslår en ändring; arbetsgivaren tipsar, och specialisten granskar vårdgivarens namn', async ({
  page,
}) => {
  const ut = async (): Promise<void> => {
    await page.getByRole('button', { name: /Logga ut/ }).click()
    await expect(page.getByRole('link', { name: 'Logga in' }).first()).toBeVisible()
  }
  await loggaIn(page, 'Birgit Kjellin')
  await tryck(page, page.getByRole('link', { name: /^Osäker/ }))
  await svara(page, [[/^Berätta kort/, 'Jag har ont i ryggen av arbetet.']])
  await tryck(page, page.getByRole('button', { name: 'Be om att bli kontaktad' }))
  await expect(page.getByText('Tack, vi har tagit emot det')).toBeVisible()
  await expect(page.getByText(/^\s*Du hörde av dig/)).toBeVisible()
  await krav(page, 'Be om att bli kontaktad')
  await bild(page, 'intresse')
  await page.goto('/mina-sidor/forebyggande/forslag')
  await svara(page, [
    [/^Vilket formulär/, 'Ansökan om plan'],
    [/^Vad var svårt/, 'Skriv att resan är båda vägarna.'],
  ])
  await tryck(page, page.getByRole('button', { name: 'Lämna förslaget' }))
  await expect(page.getByText(/^\s*Väntar på svar/)).toBeVisible()
  await krav(page, 'Mina förslag')
  await bild(page, 'forslag')
  await ut()
  await loggaIn(page, 'Bruket')
  await page.goto('/arbetsgivare/forebyggande')
  await tryck(page, page.getByRole('button', { name: 'Lämna tipset' }))
  await expect(page.getByText(/Utan personens samtycke|saker? att ändra|Skriv personens namn/).first()).toBeVisible()
  await krav(page, 'Arbetsgivarens tips')
  await bild(page, 'arbetsgivare')
  await ut()
  await loggaIn(page, 'Siri Sund')
  await page.goto('/evidens/vardgivare')
  const forsta = page.getByRole('form', { name: /^Granska / }).first()
  const namn = ((await forsta.getAttribute('aria-label')) ?? '').replace(/^Granska /, '')
  await valj(page, forsta.getByRole('radio', { name: /^En ny vårdgivare/ }))
  await forsta.getByRole('combobox', { name: /^Sorts/ }).selectOption({ label: 'Fysioterapeut' })
  await forsta.getByRole('combobox', { name: /^Län/ }).selectOption({ label: 'Gävleborg' })
  await forsta.getByRole('textbox', { name: /^Varför/ }).fill('Finns i regionens lista.')
  await tryck(page, forsta.getByRole('button', { name: 'Spara granskningen' }))
  await expect(page.getByRole('rowheader', { name: namn })).toBeVisible()
  await krav(page, 'Vårdgivarregistret')
  await bild(page, 'vardgivare')
  await ut()
  await loggaIn(page, 'Karin Kvist')
  await page.goto('/forebyggande')
  await expect(page.getByRole('heading', { name: 'Arbetsläget på enheten' })).toBeVisible()
  await krav(page, 'Översikten med arbetsläget')
})

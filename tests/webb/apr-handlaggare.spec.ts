import { genomgang } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'
import { tryck, valj } from './tangentbord.ts'
import { attGora, forklara } from './vagen/handlaggning.ts'
import { ASTA, bild, oppnaFirma, vyn } from './apr/stod.ts'

test('taken nås mitt i en ansökan: handläggaren ser rad för rad vad som begränsar, läser brevet och beslutar', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, ASTA)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kön: arbetsplatsinriktat rehabiliteringsstöd')
  await bild(page, 'ko')
  await g.granska('Kön')
  await tryck(page, page.getByRole('navigation', { name: 'Grupper i kön' }).getByRole('link', { name: /^Klara att besluta/ }))
  await expect(page.getByRole('heading', { level: 2, name: /^Klara att besluta/ })).toBeVisible()
  await bild(page, 'ko-klara')
  await g.granska('Klara i kön')

  // The year of a large employer: 60 employees at half of 8 000 kr pass 200 000 kr at the fifty-first, and nothing is left for the next application.
  await oppnaFirma(page, 'Norrbäcks Verkstäder AB')
  await expect(page.getByRole('heading', { name: /^Arbetsgivarens år/ })).toBeVisible()
  const fore = await vyn(page)
  expect(fore.kvar).toBe(0)
  expect(fore.ansokningar[0]!.rader.filter((r) => r.begransadAv === 'arbetsgivare')).toHaveLength(10)
  await page.getByText(/, Beslutad: 60/).click()
  await expect(page.getByText('10 rader minskas av taket för arbetsgivaren.')).toBeVisible()
  await bild(page, 'arende-taket')
  await g.granska('Ärendet där taket nåddes')
  await forklara(page, page.getByRole('button', { name: /^Räkningen med lagrum/ }).last(), [/2014:67/])

  const form = page.getByRole('form', { name: /^Fatta beslut/ })
  await expect(form).toContainText('minskade av taket för arbetsgivaren')
  await tryck(page, page.getByRole('button', { name: 'Förhandsgranska brevet' }))
  await expect(page.getByRole('heading', { name: /^Brevet som sänds/ })).toBeVisible()
  await bild(page, 'beslut')
  await g.granska('Beslutet med brev')
  await tryck(page, page.getByRole('button', { name: 'Fatta beslut', exact: true }))
  await expect(attGora(page).getByRole('status').first()).toContainText('Beslutet är fattat')
  expect((await vyn(page)).kvar).toBe(0)
  g.klar()
})

test('en lista godkänns efter att stickprovet är läst; var och en beslutas, och den som ändrats lämnas kvar', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, ASTA)
  await page.goto('/apr?grupp=klara')
  await tryck(page, page.getByRole('button', { name: 'Granska lista' }))
  await expect(page.getByRole('heading', { level: 1, name: /^Beslutslista/ })).toBeVisible()
  await bild(page, 'lista')
  await g.granska('Listan innan den godkänns')
  const godkann = page.getByRole('button', { name: 'Godkänn och fatta besluten' })
  await expect(godkann).toBeDisabled()
  const lasta = page.getByRole('button', { name: /^Läst:/ })
  for (let kvar = await lasta.count(); kvar > 0; kvar--) {
    await tryck(page, lasta.first())
    await expect(lasta).toHaveCount(kvar - 1)
  }
  // Something happens after the freeze: the employer takes one application back.
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const { rader } = (await (await page.request.get(`/api/v1/apr/beslutslistor/${id}`)).json()) as { rader: { arendeId: string; ansokanId: string; namn: string }[] }
  const bort = rader[0]!
  const svar = await page.request.post(`/api/v1/arenden/${bort.arendeId}/kommandon`, { headers: { 'idempotency-key': crypto.randomUUID() }, data: { typ: 'aterkallaAnsokan', data: { ansokanId: bort.ansokanId, skal: 'De söker senare.' } } })
  expect(svar.status(), await svar.text()).toBe(200)
  await valj(page, page.getByRole('checkbox', { name: /^Jag har läst/ }))
  await tryck(page, godkann)
  await expect(page.getByText(/Läge:\s*Klar/)).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText(`${rader.length} av ${rader.length} klara, 1 att se om.`)).toBeVisible()
  await tryck(page, page.getByRole('button', { name: 'Att se om' }))
  await expect(page.getByRole('row', { name: new RegExp(bort.namn) })).toContainText('Ändrad sedan listan frystes')
  await bild(page, 'lista-klar')
  await g.granska('Listan när den är klar')
  await page.goto('/apr/listor')
  await g.granska('Listorna')

  // Late ones take their short path.
  await page.goto('/apr?grupp=sena')
  await tryck(page, page.getByRole('button', { name: 'Besluta alla sena' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beslutslista: sena ansökningar')
  await tryck(page, page.getByRole('button', { name: /^Läst: Sena Sådden/ }))
  await valj(page, page.getByRole('checkbox', { name: /^Jag har läst/ }))
  await tryck(page, godkann)
  await expect(page.getByText('1 beslut är fattat.')).toBeVisible({ timeout: 60_000 })
  await oppnaFirma(page, 'Sena Sådden AB')
  await expect(page.getByText('För sent.').first()).toBeAttached()
  await bild(page, 'sen')
  await g.granska('Den sena ansökan')
  g.klar()
})

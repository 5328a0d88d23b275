import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROT } from '../stod/process.ts'
import { genomgang } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'
import { svara, tryck, valj, valjRad } from './tangentbord.ts'
import { attGora, besvara, forklara, frageformular, taArendet } from './vagen/handlaggning.ts'
import { ASTA, bild, GUDRUN, kryssaAv, oppnaFirma, utanUnderlag, vyn } from './apr/stod.ts'

test.use({ egenProdukt: 'apr-handlaggare' })

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

// Before the list: it would take this decision too.
test('en anordnare miste sitt godkännande mellan två insatser: den första ger stöd, den andra avslås', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, ASTA)
  await oppnaFirma(page, 'Kanalhuset AB')
  const { rader } = (await vyn(page)).ansokningar[0]!
  expect(rader.map((r) => [r.belopp, r.skal])).toEqual([
    [3_000, null],
    [0, 'anordnareEjGodkand'],
  ])
  await expect(page.getByText('Avslag: anordnaren inte godkänd').first()).toBeVisible()
  await frageformular(page, /^Fatta beslut/)
  await tryck(page, page.getByRole('button', { name: 'Förhandsgranska brevet' }))
  await expect(page.getByRole('heading', { name: /^Brevet som sänds/ })).toBeVisible()
  await bild(page, 'kanalhuset')
  await g.granska('Beslutet när anordnaren mist sitt godkännande')
  await tryck(page, page.getByRole('button', { name: 'Fatta beslut', exact: true }))
  await expect(attGora(page).getByRole('status').first()).toContainText('Beslutet är fattat')
  g.klar()
})

async function lasStickprovet(page: Page): Promise<void> {
  const lasta = page.getByRole('button', { name: /^Läst/ })
  await expect(lasta.first()).toBeVisible()
  for (let kvar = await lasta.count(); kvar > 0; kvar--) {
    await tryck(page, lasta.first())
    await expect(lasta).toHaveCount(kvar - 1)
  }
}

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
  await lasStickprovet(page)
  // Something happens after the freeze: the employer takes one application back.
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const { rader } = (await (await page.request.get(`/api/v1/apr/beslutslistor/${id}`)).json()) as {
    rader: { arendeId: string; ansokanId: string; namn: string }[]
  }
  const bort = rader[0]!
  const svar = await page.request.post(`/api/v1/arenden/${bort.arendeId}/kommandon`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { typ: 'aterkallaAnsokan', data: { ansokanId: bort.ansokanId, skal: 'De söker senare.' } },
  })
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
  // Others may be late too, when another walk has been here.
  await lasStickprovet(page)
  await valj(page, page.getByRole('checkbox', { name: /^Jag har läst/ }))
  await tryck(page, godkann)
  await expect(page.getByText(/\d+\sbeslut\sär\sfatta(t|de)\./)).toBeVisible({ timeout: 60_000 })
  await oppnaFirma(page, 'Sena Sådden AB')
  await expect(page.getByText('För sent.').first()).toBeAttached()
  await bild(page, 'sen')
  await g.granska('Den sena ansökan')
  g.klar()
})

test('en pappersansökan registreras utan känd dag; handläggaren reder ut dagen, och skanningens dag räknas aldrig', async ({ page }) => {
  const g = genomgang(page)
  await loggaIn(page, ASTA)
  await page.goto('/apr/papper')
  await tryck(page, page.getByRole('button', { name: 'Registrera ansökan' }))
  await expect(page.getByRole('heading', { name: /saker att ändra innan/ })).toBeVisible()
  await bild(page, 'papper')
  await g.granska('Pappersansökan med fel')
  await svara(page, [
    [/^Organisationsnummer/, '999900-0335'],
    [/^Namn/, 'Pappersvägen AB'],
    [/^Postadress/, 'Vägen 1'],
    [/^Kalenderår/, '2026'],
    [/^Framgår det/, /^Nej/],
    [/^Dagen då pappret skannades/, '2026-03-19'],
    [/^Anställd, rad 1/, 'P1'],
    [/^Insatsdag, rad 1/, '2026-02-10'],
    [/^Kostnad, rad 1/, '4000'],
  ])
  await tryck(page, page.getByRole('button', { name: 'Registrera ansökan' }))
  await expect(attGora(page)).toBeVisible()
  await tryck(page, page.getByRole('button', { name: 'Ta ärendet' }))
  await frageformular(page, 'Vilken dag kom pappersansökan in?')
  await bild(page, 'papper-arende')
  await g.granska('Frågan om dagen')
  await besvara(
    page,
    'Vilken dag kom pappersansökan in?',
    [
      [/^Dagen då ansökan kom in/, '2026-03-16'],
      [/^Hur dagen är känd/, 'Ankomststämpel på kuvertet.'],
    ],
    'Spara dagen',
    'Dagen då ansökan kom in är sparad.',
  )
  await expect(page.getByText(/skannad 19 mars 2026/).first()).toBeVisible()
  g.klar()
})

test('en läkare slutar: omprövningen kommer av sig själv, och godkännandet upphör genom beslut', async ({ page, produkt }) => {
  const g = genomgang(page)
  await loggaIn(page, ASTA)
  await page.goto('/apr/anordnararenden')
  await bild(page, 'anordnare')
  await g.granska('Anordnarna')
  await expect(page.getByRole('row', { name: /^Norrlands Arbetshälsa/ })).toContainText('Saknas från')
  await produkt.stallKlocka('2026-04-22')
  await oppnaFirma(page, 'Norrlands Arbetshälsa AB')
  await frageformular(page, 'Ska godkännandet upphöra?')
  await bild(page, 'anordnararende')
  await g.granska('Anordnarens ärende')
  await besvara(
    page,
    'Ska godkännandet upphöra?',
    [
      [/^Ska godkännandet upphöra/, 'Godkännandet ska upphöra'],
      [/^Sista dag/, '2026-05-20'],
      [/^Skälen/, 'Läkare saknas sedan avtalet tog slut.'],
    ],
    'Spara',
    'sparat',
  )
  await frageformular(page, 'Sänd det kommande beslutet')
  await tryck(page, page.getByRole('button', { name: 'Förhandsgranska brevet' }))
  await expect(page.getByRole('heading', { name: /^Brevet som sänds/ })).toBeVisible()
  await g.granska('Kommuniceringen till anordnaren')
  await tryck(page, page.getByRole('button', { name: 'Sänd det kommande beslutet' }))
  await expect(attGora(page)).toContainText('Yttrande över det kommande beslutet')
  await produkt.stallKlocka('2026-05-15')
  await page.reload()
  await frageformular(page, /^Fatta beslut/)
  await tryck(page, page.getByRole('button', { name: 'Förhandsgranska brevet' }))
  await expect(page.getByRole('heading', { name: /^Brevet som sänds/ })).toBeVisible()
  await g.granska('Beslutet om upphörande')
  await tryck(page, page.getByRole('button', { name: 'Fatta beslut', exact: true }))
  await expect(attGora(page).getByRole('status').first()).toContainText('Beslutet är fattat')
  await expect(page.getByText(/till och med 20 maj 2026/).first()).toBeVisible()
  g.klar()
})

test('en efterkontroll: planen visas före dragningen, urvalet kan upprepas, ett fynd blir ändring, återkrav och återbetalt belopp, och felet skattas', async ({
  page,
  produkt,
}) => {
  const g = genomgang(page)
  await produkt.stallKlocka('2026-07-10')
  await loggaIn(page, GUDRUN)
  await page.goto('/apr/efterkontroll')
  await svara(page, [[/^Andel som dras/, '0,2']])
  for (const s of ['Belopp', 'Arbetsgivarens storlek']) await kryssaAv(page, page.getByRole('checkbox', { name: s, exact: true }))
  await tryck(page, page.getByRole('button', { name: 'Se planen' }))
  await expect(page.getByRole('heading', { name: 'Planen för första halvåret 2026' })).toBeFocused()
  await expect(page.getByText('Inget är sparat och inget är draget.')).toBeVisible()
  await bild(page, 'kontroll-plan')
  await g.granska('Planen innan den fastställs')
  await tryck(page, page.getByRole('button', { name: 'Fastställ planen' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Efterkontroll, första halvåret 2026' })).toBeVisible()
  await tryck(page, page.getByRole('button', { name: 'Sätt fröet och dra' }))
  await expect(page.getByText('Skriv fröet som ett heltal', { exact: false }).first()).toBeVisible()
  await g.granska('Fröet med fel')
  await svara(page, [
    [/^Frö/, '7'],
    [/^Hur togs/, 'Av två tjänstemän'],
    [/^Den andra/, 'Bertil Björk'],
    [/^Beskriv/, 'Ett kast med en tiosidig tärning.'],
  ])
  await tryck(page, page.getByRole('button', { name: 'Sätt fröet och dra' }))
  await expect(page.getByText('Urvalet är draget.', { exact: false })).toBeVisible()
  await page.getByText('Så upprepar en revisor urvalet').click()
  await bild(page, 'kontroll-draget')
  await g.granska('Omgången när urvalet är draget')

  // The auditor: population and draw from the page, the draw made anew by the command of the README.
  const rond = new URL(page.url()).pathname.split('/').at(-1)!
  const mapp = mkdtempSync(join(tmpdir(), 'apr-revisor-'))
  const population = join(mapp, 'population-2026-1.json')
  writeFileSync(population, await (await page.request.get(`/api/v1/apr/efterkontroller/${rond}/population.json`)).text())
  await expect(page.getByText('och ingen indelning')).toBeVisible()
  const kommando = `npm run -s atergang -- apr urval --fil ${population} --ar 2026 --halvar 1 --fro 7 --andel 0.2 --strata "" --json | tr -d '\\n' | sha256sum`
  const avtryck = execFileSync('bash', ['-c', kommando], { cwd: ROT, encoding: 'utf8' })
  rmSync(mapp, { recursive: true })
  expect(avtryck.slice(0, 64)).toBe(await page.locator('code').first().textContent())

  // Nobody answers, in spite of a reminder.
  await produkt.stallKlocka('2026-08-20')
  await produkt.stallKlocka('2026-10-01')
  await page.reload()
  const { uttagna } = (await (await page.request.get(`/api/v1/apr/efterkontroller/${rond}`)).json()) as {
    uttagna: { namn: string; arenden: string[] }[]
  }
  // Not the one at its ceiling: there a lower cost makes room for other rows, and the year's amount stays.
  const vald = uttagna.find((u) => !u.namn.startsWith('Norrbäcks'))!
  await loggaIn(page, ASTA)
  await page.goto(`/arenden/${vald.arenden[0]}`)
  await taArendet(page)
  const fynd = await frageformular(page, 'Vad visar efterkontrollen?')
  await valjRad(page, fynd.getByRole('combobox', { name: /rad 1$/ }), 'Kostnaden var lägre')
  await svara(page, [
    [/^Rätt kostnad, rad 1/, '1000'],
    [/^Vad kontrollen visade, rad 1/, 'Fakturan är krediterad.'],
  ])
  const rader = await fynd.getByRole('combobox').count()
  for (let i = 2; i <= rader; i++) await valjRad(page, fynd.getByRole('combobox', { name: new RegExp(`rad ${i}$`) }), 'Inget fel')
  await bild(page, 'kontroll-fynd')
  await g.granska('Fynden')
  await tryck(page, page.getByRole('button', { name: 'Spara fynden' }))
  await expect(attGora(page).getByRole('status').first()).toContainText('Fynden är sparade')
  await besvara(page, 'Avsluta efterkontrollen', [], 'Avsluta efterkontrollen', 'Efterkontrollen är avslutad.')
  await frageformular(page, 'Arbetsgivaren har fått för mycket')
  await svara(page, [
    [/^Ska beslutet ändras/, /^Ändra till nackdel/],
    [/^Vilken grund/, /^Felaktigheten beror/],
    [/^Varför grunden/, 'Kostnaden var lägre än den som angavs.'],
  ])
  await bild(page, 'andring')
  await g.granska('Ska beslutet ändras')
  await tryck(page, page.getByRole('button', { name: 'Spara', exact: true }))
  await besvara(
    page,
    'Sänd det kommande beslutet',
    [
      [/^Vad gör du/, /^Sänd inte/],
      [/^Varför det är uppenbart/, 'Arbetsgivaren har själv skickat krediteringen.'],
    ],
    'Spara ställningstagandet',
    'sparat',
  )
  await frageformular(page, /^Fatta beslut/)
  await tryck(page, page.getByRole('button', { name: 'Förhandsgranska brevet' }))
  await expect(page.getByRole('heading', { name: /^Brevet som sänds/ })).toBeVisible()
  await bild(page, 'andringsbeslut')
  await tryck(page, page.getByRole('button', { name: 'Fatta beslut', exact: true }))
  await frageformular(page, 'Ska pengarna krävas tillbaka?')
  await svara(page, [
    [/^Ska pengarna/, 'Kräv tillbaka'],
    [/^Skälen/, 'Ni har fått för mycket.'],
  ])
  await tryck(page, page.getByRole('button', { name: 'Förhandsgranska brevet' }))
  await expect(page.getByRole('heading', { name: /^Brevet som sänds/ })).toBeVisible()
  await g.granska('Återkravet')
  await tryck(page, page.getByRole('button', { name: 'Fatta beslut om återkrav' }))
  await expect(page.getByText(/krävt, 0\s*kr återbetalt/)).toBeVisible()
  const krav = (await vyn(page)).aterkrav[0]!
  expect(krav.belopp).toBeGreaterThan(0)

  // What has been paid back is recorded on the page.
  await tryck(page, page.getByRole('button', { name: /^Åtgärder/ }))
  await tryck(page, page.getByRole('button', { name: 'Registrera återbetalning' }))
  await svara(page, [
    [/^Återbetalt belopp/, String(krav.belopp)],
    [/^Dag då/, '2026-09-30'],
  ])
  await g.granska('Registrera återbetalning')
  await tryck(page, page.getByRole('button', { name: 'Registrera återbetalningen' }))
  await expect(page.getByText(/krävt, [1-9][\d\s]*kr återbetalt/)).toBeVisible()
  expect((await vyn(page)).aterkrav).toMatchObject([{ aterbetalt: krav.belopp }])
  await bild(page, 'aterbetalt')
  await g.granska('Ärendet när allt är återbetalt')

  // The others: no material came. By the API, to keep the walk short.
  for (const u of uttagna.filter((x) => x !== vald)) for (const a of u.arenden) await utanUnderlag(page, a)
  await expect(async () => {
    await page.goto(`/apr/efterkontroll/${rond}`)
    await expect(page.getByRole('table', { name: 'Skattning för hela populationen' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 90_000 })
  await bild(page, 'skattning')
  await g.granska('Skattningen')

  await loggaIn(page, GUDRUN)
  for (const [vag, namn] of [
    ['/apr/uppfoljning', 'uppfoljning'],
    ['/apr/redovisning', 'redovisning'],
    ['/apr/efterkontroll', 'omgangar'],
  ] as const) {
    await page.goto(vag)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await bild(page, namn)
    await g.granska(namn)
  }
  await page.goto('/apr/uppfoljning')
  await tryck(page, page.getByRole('button', { name: 'Räkna överlappet' }))
  await expect(page.getByRole('heading', { name: /har båda$/ })).toBeFocused()
  await g.granska('Överlappet')
  const pdf = await page.request.get('/api/v1/apr/redovisning/2026/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  g.klar()
})

import { expect, krav, loggaIn, test } from './stod.ts'
import { na, skriv, svara, tryck, valet, valj } from './tangentbord.ts'
import { lasBrevet } from './vagen/brev.ts'
import {
  attGora,
  bekraftaSgi,
  besvara,
  bliNy,
  forklara,
  granskaBrevet,
  oppnaArende,
  taArendet,
  taStallningTillRehabilitering,
} from './vagen/handlaggning.ts'

const PERSON = 'Anna Andersson'

/** Day 20: application on Mina sidor, an officer who grants, a letter. All of it without a mouse. */
test.describe.serial('Anna Andersson, dag 20', () => {
  test('ansöker på Mina sidor: det sparas medan hon skriver, kan återupptas, och det som saknas sägs', async ({ page }) => {
    await loggaIn(page, PERSON)
    await krav(page, 'Mina sidor')
    await tryck(page, page.getByRole('link', { name: 'Till ansökan' }))
    await expect(page.getByRole('textbox', { name: 'Från och med' })).toHaveValue('2026-03-15')
    await expect(page.getByRole('textbox', { name: /första sjukdag/ })).toHaveValue('2026-03-01')
    await krav(page, 'Ansökan, steg 1')

    await nasta(page)
    await svara(page, [
      [/^Hur försörjer du dig/, /^Anställd Du/],
      [/^Arbetsgivarens namn/, 'Bruket AB'],
      [/^Vad gör du på ditt arbete/, 'Plockar och packar varor på lagret.'],
      [/sjuklön den här gången/, 'Ja'],
      [/^Sjuklön från/, '2026-03-01'],
      [/^Sjuklön till/, '2026-03-14'],
      [/^Arbetar du i Sverige/, 'Ja'],
    ])
    await krav(page, 'Ansökan, steg 2')
    await expect(page.getByText(/^\s*Sparat/)).toBeVisible()

    await page.reload()
    await expect(page.getByRole('textbox', { name: /^Vad gör du på ditt arbete/ })).toHaveValue('Plockar och packar varor på lagret.')
    await nasta(page)
    await svara(page, [
      [/inkomst har du som anställd/, 'Lön per månad'],
      [/^Månadslön före skatt/, 'trettio tusen'],
    ])
    await expect(page.getByText('Skriv beloppet med siffror')).toBeVisible()
    await skriv(page, page.getByRole('textbox', { name: /^Månadslön före skatt/ }), '31 000')
    await expect(page.getByText('Det blir 372 000 kr på ett år.')).toBeVisible()
    await svara(page, [
      [/någon annan inkomst av arbete/, 'Nej'],
      [/^Får du lön av arbetsgivaren/, 'Nej'],
    ])
    await krav(page, 'Ansökan, steg 3')
    await nasta(page)
    await krav(page, 'Ansökan, steg 4')
    await nasta(page)

    await tryck(page, page.getByRole('button', { name: 'Skriv under och skicka' }))
    await expect(page.getByRole('heading', { name: 'En sak att ändra innan det kan skickas' })).toBeVisible()
    await krav(page, 'Ansökan, steg 5 med fel')
    await tryck(page, page.getByRole('link', { name: /^Kryssa i rutan/ }))
    await expect(page.getByRole('checkbox', { name: /heder och samvete/ })).toBeFocused()
    await page.keyboard.press('Space')
    await tryck(page, page.getByRole('button', { name: 'Skriv under och skicka' }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Din ansökan är skickad')
    await expect(page.getByText('Vi tog emot din ansökan 20 mars 2026.')).toBeVisible()
    await krav(page, 'Ansökan skickad')
  })

  test('får ärendet handlagt: handläggaren svarar på det lagen frågar, ser räkningen, läser brevet och beviljar', async ({ page }) => {
    await loggaIn(page, 'Eva Ek')
    await oppnaArende(page, PERSON)
    await krav(page, 'Ärendet, ledigt')
    await taArendet(page)

    await bekraftaSgi(page, 'Lönen är kontrollerad mot ansökan. Anställningen gäller tills vidare.')
    await besvara(
      page,
      'Bedöm arbetsförmågan mot det vanliga arbetet',
      [
        [/^Finns en sjukdom/, 'Ja'],
        [/^Klarar personen/, 'Klarar inte'],
        [/^Behöver personen behandling/, 'Nej'],
        [/Dag 15–35/, 'Hel'],
        [/^Är nedsättningen styrkt/, 'Styrkt'],
        [/^Hur du har värderat/, 'Intyget är utförligt och stämmer med det Anna själv skriver.'],
        [/^Individuella skäl/, 'Anna kan inte lyfta eller stå längre stunder, enligt intyget 5 mars.'],
        [/^Handlingar som bedömningen/, /^Läkarintyg/],
      ],
      'Spara bedömningen',
      'Bedömningen av arbetsförmågan är sparad.',
    )
    await taStallningTillRehabilitering(
      page,
      'Anna räknar med att vara tillbaka i april.',
      'Återgång i det vanliga arbetet är att vänta utan åtgärder.',
    )

    await forklara(
      page,
      attGora(page)
        .getByRole('button', { name: /^791 kr/ })
        .first(),
      ['791 kr', '28 kap. 7 §', '372 000'],
    )
    await valj(page, valet(page, /^Informera personen/, /anmäla ändrade förhållanden/))
    await granskaBrevet(page, 'Se hur brevet blir')
    await krav(page, 'Förslaget med brevet')
    await tryck(page, page.getByRole('button', { name: 'Klart, till beslut' }))
    await expect(page.getByText('Läs brevet först')).toBeVisible()
    await granskaBrevet(page, 'Förhandsgranska brevet')
    await tryck(page, page.getByRole('button', { name: 'Fatta beslut' }))
    await expect(attGora(page).getByRole('status').first()).toContainText('Beslutet är fattat')

    const beslutet = page.getByRole('region', { name: 'Beslut och utbetalning' })
    await tryck(page, beslutet.locator('summary').first())
    await expect(beslutet).toContainText('16 611 kr')
    await krav(page, 'Ärendet, beslutat')
  })

  test('läser beslutet på Mina sidor: utfall, uppgifter med källa, räkningen och hur hon begär omprövning', async ({ page }) => {
    await loggaIn(page, PERSON)
    await expect(page.getByRole('heading', { name: 'Du får sjukpenning' })).toBeVisible()
    await krav(page, 'Mina sidor med beslut')
    const brevet = await lasBrevet(page, page.getByRole('link', { name: /^Läs beslutet 20 mars 2026/ }))
    for (const s of ['15 mars', '4 april 2026', '791 kr', 'omprövning', 'två månader', 'Eva Ek']) expect(brevet).toContain(s)
    await page.reload()
    await expect(page.getByText('Sista dag att begära omprövning: 20 maj 2026.')).toBeVisible()
    await na(page, page.getByRole('link', { name: 'Vem har sett mina uppgifter' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toContainText('Eva Ek')
    await krav(page, 'Vem har sett mina uppgifter')
  })

  test('ligger kvar hos Eva och är aldrig Olles', async ({ page }) => {
    await loggaIn(page, 'Olle Olsson')
    await oppnaArende(page, PERSON)
    await expect(page.getByRole('button', { name: 'Ta ärendet' })).toHaveCount(0)
    await bliNy(page, 'Eva Ek')
    await expect(page.getByRole('main')).toContainText(PERSON)
  })
})

async function nasta(sida: Parameters<typeof tryck>[0]): Promise<void> {
  const steg = await sida.getByRole('heading', { name: /^Steg \d av 5/ }).textContent()
  await tryck(sida, sida.getByRole('link', { name: /^Nästa/ }))
  await expect(sida.getByRole('heading', { name: /^Steg \d av 5/ })).not.toHaveText(steg!)
}

import { expect, krav, loggaIn, test } from './stod.ts'
import { skriv, svara, tryck, valet, valj } from './tangentbord.ts'
import { lasBrevet } from './vagen/brev.ts'
import {
  arbetsgivarenUtredd,
  attGora,
  bedomMotNormaltForekommande,
  besvara,
  fattaBeslut,
  FORSLAG,
  frageformular,
  granskaBrevet,
  kvalitetssakra,
  lamnaTillKvalitetssakring,
  oppnaArende,
  taArendet,
  taStallningTillRehabilitering,
} from './vagen/handlaggning.ts'

const PERSON = 'David Ek'

/** Day 181: a refusal, the whole way to the review of it. Without a mouse. */
test.describe.serial('David Ek, dag 181', () => {
  test('bedöms klara normalt förekommande arbete, och Siri godkänner förslaget att avslå', async ({ page }) => {
    await loggaIn(page, 'Eva Ek')
    await oppnaArende(page, PERSON)
    await taArendet(page)
    await arbetsgivarenUtredd(page)
    await bedomMotNormaltForekommande(page, {
      klarar: 'Klarar',
      grad: 'Ingen',
      yrkesgrupp: 'Stillasittande kontors- och kundtjänstarbete med möjlighet att växla ställning.',
      skal: 'David kan sitta, läsa och tala i telefon en hel dag, enligt intyget 2 mars.',
    })
    await taStallningTillRehabilitering(
      page,
      'David anser att han behöver mer tid.',
      'Inga åtgärder krävs för de arbeten som bedömningen gäller.',
    )
    await frageformular(page, FORSLAG)
    await expect(page.getByRole('textbox', { name: /^Det som avgör/ })).not.toHaveValue(/är nedsatt/)
    await skriv(page, page.getByRole('textbox', { name: /^Din bedömning/ }), 'Det saknas objektiva undersökningsfynd.')
    await expect(attGora(page)).toContainText('Lagen kräver inga objektiva undersökningsfynd. Skriv om.')
    await lamnaTillKvalitetssakring(page, [
      [/^Det som avgör/, 'Du kan klara ett arbete som är normalt förekommande på arbetsmarknaden.'],
      [/^Uppgifterna som du bygger på/, 'Läkaren skriver i intyget 2 mars att du kan sitta, läsa och tala i telefon utan begränsning.'],
      [/^Din bedömning/, 'I ett kontorsarbete där du kan växla ställning kan du arbeta heltid.'],
      [/^Det som saknades/, 'Uppgifter som visar att du inte klarar att sitta eller koncentrera dig.'],
    ])
    await loggaIn(page, 'Siri Sund')
    await oppnaArende(page, PERSON)
    await taArendet(page)
    await kvalitetssakra(page, 'Godkänn')
  })

  test('får det kommande beslutet med tid att svara, och ingen kan besluta innan', async ({ page }) => {
    await loggaIn(page, 'Eva Ek')
    await oppnaArende(page, PERSON)
    await frageformular(page, /kommande beslutet/)
    await expect(page.getByRole('button', { name: 'Fatta beslut' })).toHaveCount(0)
    await valj(page, valet(page, /^Vad gör du/, /^Sänd det/))
    await granskaBrevet(page, 'Förhandsgranska brevet')
    await krav(page, 'Kommuniceringen')
    await tryck(page, page.getByRole('button', { name: 'Sänd det kommande beslutet' }))
    await expect(attGora(page)).toContainText('Yttrande över det kommande beslutet')
    await expect(page.getByRole('button', { name: 'Fatta beslut' })).toHaveCount(0)
  })

  test('svarar på Mina sidor', async ({ page }) => {
    await loggaIn(page, PERSON)
    await expect(page.getByText('Läs det kommande beslutet och svara, om du vill.')).toBeVisible()
    await krav(page, 'Mina sidor med kommande beslut')
    await tryck(page, page.getByRole('link', { name: /svar/i }).first())
    await krav(page, 'Svara på det kommande beslutet')
    await tryck(page, page.getByRole('button', { name: 'Skicka svaret' }))
    await expect(page.getByText('Skriv vad du vill säga.').first()).toBeVisible()
    await skriv(page, page.getByRole('textbox', { name: /^Ditt svar/ }), 'Jag får så ont efter en timme att jag måste ligga ned.')
    await valj(page, page.getByRole('checkbox', { name: /inte vänta på fler uppgifter/ }))
    await tryck(page, page.getByRole('button', { name: 'Skicka svaret' }))
    await expect(page.getByRole('heading', { name: 'Ditt svar är skickat' })).toBeVisible()
  })

  test('får svaret beaktat innan Eva avslår', async ({ page }) => {
    await loggaIn(page, 'Eva Ek')
    await oppnaArende(page, PERSON)
    await besvara(
      page,
      /svar|[Yy]ttrande/,
      [
        [
          /^Hur du har beaktat/,
          'Du skriver att du får ont efter en timme. I de arbeten som vi bedömt går det att växla ställning när du behöver.',
        ],
      ],
      'Spara ställningstagandet',
      'sparat',
    )
    await fattaBeslut(page)
    await expect(attGora(page)).toContainText(/[Rr]ing/)
    await krav(page, 'Ärendet efter avslaget')
  })

  test('läser vad som avgjorde, uppgifterna, vad som saknades, svaret på hans yttrande och om arbetsskadelivränta, och begär omprövning', async ({
    page,
  }) => {
    await loggaIn(page, PERSON)
    const brevet = await lasBrevet(page, page.getByRole('link', { name: /^Läs beslutet 20 mars 2026/ }))
    for (const s of [
      'normalt förekommande',
      'Den yrkesgrupp som vi har bedömt dig mot är: Stillasittande kontors- och kundtjänstarbete',
      'inget av dem gäller. Varken din läkare eller din arbetsgivare',
      '27 kap. 48 §',
      'sitta, läsa och tala i telefon',
      'Uppgifter som visar att du inte klarar',
      'får ont efter en timme',
      'arbetsskadelivränta',
      'omprövning',
      'två månader',
      'Siri Sund',
    ])
      expect(brevet).toContain(s)
    expect(brevet).not.toContain('27 kap. 49 §')
    await page.reload()
    await tryck(page, page.getByRole('link', { name: /^Begär omprövning av beslutet 20 mars/ }))
    await krav(page, 'Begär omprövning')
    await skriv(
      page,
      page.getByRole('textbox', { name: /^Vad vill du ska ändras/ }),
      'Jag vill ha sjukpenning. Ni har inte räknat med värken.',
    )
    await tryck(page, page.getByRole('button', { name: 'Skicka begäran om omprövning' }))
    await expect(page.getByRole('heading', { name: 'Din begäran om omprövning är skickad' })).toBeVisible()
  })

  test('får beslutet omprövat av Olle, aldrig av Eva', async ({ page }) => {
    await loggaIn(page, 'Eva Ek')
    await oppnaArende(page, PERSON)
    await expect(page.getByRole('button', { name: 'Fatta beslut efter omprövning' })).toHaveCount(0)
    await loggaIn(page, 'Olle Olsson')
    await oppnaArende(page, PERSON)
    await taArendet(page)
    await frageformular(page, 'Ompröva beslutet')
    await svara(page, [
      [/^Vad blir utfallet/, /^Beslutet ändras till/],
      [/^20 mars/, 'Hel'],
      [/^Omständigheterna/, 'David beskriver värk som kommer efter en timme, också när han växlar ställning.'],
      [/^Skälen/, 'Med den värken klarar David inte ett helt arbetspass i de arbeten som beslutet gällde.'],
    ])
    await granskaBrevet(page, 'Förhandsgranska brevet')
    await krav(page, 'Omprövningen')
    await tryck(page, page.getByRole('button', { name: 'Fatta beslut efter omprövning' }))
    await expect(attGora(page).getByRole('status').first()).toContainText(/Beslutet/)

    await loggaIn(page, PERSON)
    await expect(page.getByRole('heading', { name: 'Beslut efter omprövning' })).toBeVisible()
    const brevet = await lasBrevet(page, page.getByRole('link', { name: /^Läs beslutet 20 mars 2026/ }).first())
    for (const s of ['Olle Olsson', 'värk', 'förvaltningsrätten']) expect(brevet).toContain(s)
  })
})

import { expect, krav, loggaIn, test } from './stod.ts'
import { lasBrevet } from './vagen/brev.ts'
import {
  arbetsgivarenUtredd,
  attGora,
  bedomMotNormaltForekommande,
  bekraftaSgi,
  fattaBeslut,
  kvalitetssakra,
  lamnaTillKvalitetssakring,
  oppnaArende,
  taArendet,
  taStallningTillRehabilitering,
} from './vagen/handlaggning.ts'

const PERSON = 'Carin Dahl'
const SKAL = 'Carin klarar inte koncentration eller tempo i något arbete, enligt intyget 2 mars.'

/** Day 181: the first assessment against normally occurring work, granted after a specialist's quality assurance. Without a mouse. */
test.describe.serial('Carin Dahl, dag 181', () => {
  test('bedöms mot normalt förekommande arbete, och förslaget stannar hos specialisten', async ({ page }) => {
    await loggaIn(page, 'Eva Ek')
    await oppnaArende(page, PERSON)
    await taArendet(page)
    await arbetsgivarenUtredd(page)
    await bedomMotNormaltForekommande(page, { klarar: 'Klarar inte', grad: 'Hel', skal: SKAL })
    await taStallningTillRehabilitering(page, 'Carin vill börja arbetsträna till hösten.', 'Behandlingen pågår och följs av vården.')
    await lamnaTillKvalitetssakring(page, [[/^Informera personen/, /anmäla ändrade förhållanden/]])
    await expect(page.getByRole('button', { name: 'Fatta beslut' })).toHaveCount(0)
    await expect(attGora(page)).toContainText('Kvalitetssäkra')
    await krav(page, 'Ärendet som väntar på kvalitetssäkring')
  })

  test('lämnas tillbaka av Siri med kod och kommentar, bedöms igen och godkänns', async ({ page }) => {
    await loggaIn(page, 'Siri Sund')
    await oppnaArende(page, PERSON)
    await taArendet(page)
    await kvalitetssakra(page, { kod: /utredning/i, kommentar: 'Skriv vilka moment i arbetet som inte går.' })

    await byt(page, 'Eva Ek')
    await expect(attGora(page)).toContainText('Skriv vilka moment i arbetet som inte går.')
    await bedomMotNormaltForekommande(page, {
      klarar: 'Klarar inte',
      grad: 'Hel',
      skal: `${SKAL} Det gäller också enkla moment, som att läsa och planera.`,
    })
    // Siri found the material lacking for the SGI too: that question is put again, as is the ability.
    await bekraftaSgi(page, 'Lönebeskeden är lästa på nytt och visar samma lön.', 'igen')
    await taStallningTillRehabilitering(
      page,
      'Carin vill börja arbetsträna till hösten.',
      'Samma ställningstagande efter den nya bedömningen.',
    )
    await lamnaTillKvalitetssakring(page, [])

    await byt(page, 'Siri Sund')
    await kvalitetssakra(page, 'Godkänn')
  })

  test('beviljas av Eva, och brevet namnger vilka som har deltagit', async ({ page }) => {
    await loggaIn(page, 'Eva Ek')
    await oppnaArende(page, PERSON)
    await fattaBeslut(page)
    await loggaIn(page, PERSON)
    await expect(page.getByRole('heading', { name: 'Du får sjukpenning' }).first()).toBeVisible()
    const brevet = await lasBrevet(page, page.getByRole('link', { name: /^Läs beslutet 20 mars 2026/ }))
    for (const s of ['20 mars', '18 maj 2026', 'Eva Ek', 'Siri Sund', 'normalt förekommande', 'omprövning']) expect(brevet).toContain(s)
  })
})

async function byt(sida: Parameters<typeof oppnaArende>[0], namn: string): Promise<void> {
  await loggaIn(sida, namn)
  await oppnaArende(sida, PERSON)
}

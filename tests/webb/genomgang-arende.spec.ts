import type { Page } from '@playwright/test'
import { arendet, genomgang, oppnaAllt, type Genomgang } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'

/** Who looks at which cases: each stands at its own point of the chain, so that together they show every part of the case page. */
const GENOMGANGAR: readonly [vem: string, namn: string, personer: readonly string[]][] = [
  ['Handläggaren', 'Eva Ek', ['Kerstin Löfgren', 'Carin Dahl', 'Johan Kvist']],
  ['Handläggaren', 'Eva Ek', ['Bo Berg', 'Ines Jovanović', 'Olof Pålsson', 'Petra Quist', 'Rami Saleh']],
  ['Handläggaren', 'Eva Ek', ['Sonja Tingvall', 'Tomas Ulander', 'Greta Hagström']],
  ['Handläggaren som omprövar', 'Olle Olsson', ['Nadia Omar']],
  ['Handläggaren med behörighet för skyddade uppgifter', 'Ingrid Is', ['Lovisa Moberg']],
  ['Specialisten', 'Siri Sund', ['Mikael Norén']],
  ['Rådgivaren', 'Farah Fors', ['Rami Saleh']],
  ['Enhetschefen', 'Karin Kvist', ['Kerstin Löfgren']],
]

/** Questions and actions that some test has shown already: each form is looked at once. */
const sedda = new Set<string>()

for (const [vem, namn, personer] of GENOMGANGAR) {
  test(`${vem} kan läsa och arbeta i ärendet: ${personer.join(', ')}`, async ({ page }) => {
    test.setTimeout(600_000)
    const g = genomgang(page)
    await loggaIn(page, namn)
    for (const [i, person] of personer.entries()) {
      await page.goto(`/arenden/${await arendet(page, person)}`)
      await expect(page.getByRole('heading', { name: 'Att göra nu' })).toBeVisible()
      await oppnaAllt(page)
      await g.granska(`${person}, sett av ${namn}, allt utfällt`)
      await fragorna(page, g, person)
      if (i === 0) {
        await flikarna(page, g, person)
        await forklaringarna(page, g, person)
      }
      await atgarderna(page, g, person)
    }
    g.klar()
  })
}

/** Every question put to the one who looks, each kind once. */
async function fragorna(page: Page, g: Genomgang, person: string): Promise<void> {
  const iStallet = page.getByRole('button', { name: /^Svara i .* ställe$/ })
  if (await iStallet.isVisible()) await iStallet.click()
  const val = page.getByRole('group', { name: 'Frågor till dig' }).getByRole('button')
  const antal = await val.count()
  for (let i = 0; i < Math.max(antal, 1); i++) {
    if (antal) await val.nth(i).click()
    const rubrik = page.locator('#fragans-rubrik')
    if (!(await rubrik.isVisible())) return
    const fraga = await rubrik.innerText()
    if (sedda.has(fraga)) continue
    sedda.add(fraga)
    await expect(page.locator('.fraga form')).toBeVisible()
    await g.granska(`${person}: frågan ”${fraga}”`, { inom: '.fraga' })
    const brev = page.getByRole('button', { name: /^(Förhandsgranska brevet|Se hur brevet blir)$/ })
    if (await brev.isVisible()) {
      await brev.click()
      await expect(page.locator('.brev, .fraga [tabindex="-1"]').first()).toBeVisible()
      await g.granska(`${person}: brevet i ”${fraga}”`, { inom: '.fraga' })
    }
  }
}

async function flikarna(page: Page, g: Genomgang, person: string): Promise<void> {
  for (const flik of ['Handlingar', 'Frågor och svar', 'Anteckningar', 'Historik', 'Uppgifter']) {
    await page.getByRole('tab', { name: flik }).click()
    await expect(page.getByRole('tab', { name: flik })).toHaveAttribute('aria-selected', 'true')
    await g.granska(`${person}: fliken ${flik}`, { inom: '.delar' })
  }
}

/** The tree behind a number, from the question, the steps and the line of days. */
async function forklaringarna(page: Page, g: Genomgang, person: string): Promise<void> {
  const knappar = page.getByRole('main').getByRole('button', { name: /visa hur det räknas$/ })
  for (const i of new Set([0, (await knappar.count()) - 1])) {
    if (i < 0) return
    await knappar.nth(i).click()
    const oppna = page.getByRole('button', { name: 'Öppna alla' })
    if (await oppna.isVisible()) await oppna.click()
    await g.granska(`${person}: förklaring ${i + 1}`, { inom: 'dialog' })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

/** Every action's form, each once. */
async function atgarderna(page: Page, g: Genomgang, person: string): Promise<void> {
  await page.getByRole('button', { name: /^Åtgärder/ }).click()
  const knappar = page.locator('#atgarder-ruta button[id^=atgard-][aria-expanded]')
  for (let i = 0; i < (await knappar.count()); i++) {
    const namn = await knappar.nth(i).innerText()
    if (sedda.has(namn)) continue
    sedda.add(namn)
    await knappar.nth(i).click()
    await expect(page.locator('#atgard-rubrik')).toHaveText(namn)
    await g.granska(`${person}: åtgärden ”${namn}”`, { inom: '#atgarder-ruta' })
    const mer = page.locator('#atgarder-ruta [role=region] button[aria-expanded=false]:not(.datepicker-field__button)')
    if ((await mer.count()) === 0) continue
    await mer.first().click()
    await g.granska(`${person}: första delen av ”${namn}”`, { inom: '#atgarder-ruta' })
  }
}

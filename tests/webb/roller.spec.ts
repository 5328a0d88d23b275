import { genomgang, oppnaAllt } from './genomgang.ts'
import { expect, loggaIn, test } from './stod.ts'

/** Each role, who has it in the demo, its first page and the others it may open. */
const ROLLER: readonly [roll: string, namn: string, sidor: readonly string[]][] = [
  ['Handläggaren', 'Eva Ek', ['/min-dag', '/enheten', '/regelverk']],
  ['Specialisten', 'Siri Sund', ['/min-dag', '/enheten']],
  ['Rådgivaren', 'Farah Fors', ['/min-dag']],
  ['Enhetschefen', 'Karin Kvist', ['/enheten', '/analys/indikatorer']],
  ['Samverkansansvarig', 'Samir Sjö', ['/samverkan']],
  ['Analytikern', 'Ada Alm', ['/analys', '/regelverk']],
]

for (const [roll, namn, sidor] of ROLLER) {
  test(`${roll} loggar in, hamnar på sin förstasida och varje sida klarar alla regler för tillgänglighet`, async ({ page }) => {
    const g = genomgang(page)
    await loggaIn(page, namn)
    await expect(page).toHaveURL(new RegExp(`${sidor[0]}$`))
    for (const sida of sidor) {
      await page.goto(sida)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await oppnaAllt(page)
      await g.granska(`${roll} ${sida}`)
    }
    g.klar()
  })
}

test('Den som saknar rollen ser inte sidan', async ({ page }) => {
  await loggaIn(page, 'Ada Alm')
  await page.goto('/min-dag')
  await expect(page).toHaveURL(/\/analys$/)
})

for (const namn of ['Karin Kvist', 'Gudrun Gran'])
  test(`Menyn för ${namn} står på en rad på en skärm som är 1280 bred`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await loggaIn(page, namn)
    const lankar = page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link')
    await expect(lankar.first()).toBeVisible()
    expect(new Set(await lankar.evaluateAll((alla) => alla.map((a) => Math.round(a.getBoundingClientRect().top)))).size).toBe(1)
    expect((await page.getByRole('banner').boundingBox())!.height).toBeLessThan(80)
  })

import { expect, krav, loggaIn, test } from './stod.ts'

/** Each role, who has it in the demo, its first page and the others it may open. */
const ROLLER: readonly [roll: string, namn: string, sidor: readonly string[]][] = [
  ['Handläggaren', 'Eva Ek', ['/min-dag', '/enheten', '/regelverk']],
  ['Specialisten', 'Siri Sund', ['/min-dag', '/enheten']],
  ['Rådgivaren', 'Farah Fors', ['/min-dag']],
  ['Enhetschefen', 'Karin Kvist', ['/enheten']],
  ['Samverkansansvarig', 'Samir Sjö', ['/samverkan']],
  ['Analytikern', 'Ada Alm', ['/analys', '/regelverk']],
]

for (const [roll, namn, sidor] of ROLLER) {
  test(`${roll} loggar in, hamnar på sin förstasida och varje sida klarar alla regler för tillgänglighet`, async ({ page }) => {
    const fel: string[] = []
    page.on('pageerror', (e) => fel.push(e.message))
    await loggaIn(page, namn)
    await expect(page).toHaveURL(new RegExp(`${sidor[0]}$`))
    for (const sida of sidor) {
      await page.goto(sida)
      await krav(page, `${roll} ${sida}`)
      const bredd = page.viewportSize()!
      await page.setViewportSize({ width: 320, height: 700 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${sida} rullar i sidled vid 320 px`).toBeLessThanOrEqual(320)
      await page.setViewportSize(bredd)
    }
    expect(fel).toEqual([])
  })
}

test('Den som saknar rollen ser inte sidan', async ({ page }) => {
  await loggaIn(page, 'Ada Alm')
  await page.goto('/min-dag')
  await expect(page).toHaveURL(/\/analys$/)
})

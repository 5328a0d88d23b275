import type { Locator, Page } from '@playwright/test'
import { brister, expect } from './stod.ts'

const BREDD_SMAL = 320

/** Everything found amiss on the pages that one test goes through; told all at once when it ends. */
export interface Genomgang {
  /** one h1, every rule of axe and no sideways scrolling at 320 px, for the page as it stands */
  granska(namn: string, o?: { inom?: string; smal?: boolean }): Promise<void>
  /** nothing was amiss, and the page threw no error */
  klar(): void
}

/** Starts to listen for errors of the page. `inom` looks at one part only: the rest of the page was looked at before. */
export function genomgang(sida: Page): Genomgang {
  const funnet: string[] = []
  let nu = ''
  sida.on('pageerror', (e) => funnet.push(`${nu}: ${e.message}`))
  // The browser itself tells of a 401, which is how the web learns that nobody is signed in, and of a 422: something written has to be changed.
  sida.on(
    'console',
    (m) =>
      void (
        m.type() === 'error' &&
        !/401 \(Unauthorized\)|422 \(Unprocessable Entity\)/.test(m.text()) &&
        funnet.push(`${nu}: ${m.text()}`)
      ),
  )
  return {
    async granska(namn, { inom, smal = true } = {}) {
      nu = namn
      await expect(sida.getByRole('heading', { level: 1 }), `${namn}: en huvudrubrik`).toHaveCount(1)
      funnet.push(...(await brister(sida, namn, inom)))
      if (!smal) return
      const forut = sida.viewportSize()!
      await sida.setViewportSize({ width: BREDD_SMAL, height: 700 })
      const bredd = await sida.evaluate(() => document.documentElement.scrollWidth)
      if (bredd > BREDD_SMAL) funnet.push(`${namn}: rullar i sidled vid ${BREDD_SMAL} px (${bredd} px: ${await bredast(sida)})`)
      await sida.setViewportSize(forut)
    },
    klar: () => expect(funnet).toEqual([]),
  }
}

/** What reaches furthest to the right, to find it by. */
const bredast = (sida: Page): Promise<string> =>
  sida.evaluate(() => {
    const ute = [...document.querySelectorAll('main *')].filter(
      (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.at-rullbar'),
    )
    return ute
      .slice(-3)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className} ”${e.textContent.trim().slice(0, 30)}”`)
      .join('; ')
  })

/** The id of the case of a person, as the search finds it. */
export async function arendet(sida: Page, namn: string): Promise<string> {
  const svar = await sida.request.post('/api/v1/arenden/sok', { data: { text: namn } })
  expect(svar.status(), await svar.text()).toBe(200)
  const { rader } = (await svar.json()) as { rader: { id: string; namn: string }[] }
  const rad = rader.find((r) => r.namn === namn)
  expect(rad, `${namn} finns i sökningen`).toBeDefined()
  return rad!.id
}

/** Opens everything on the page that can be folded out. */
export async function oppnaAllt(sida: Page): Promise<void> {
  await expect(sida.getByRole('heading', { level: 1 })).toBeVisible()
  await sida.evaluate(() => document.querySelectorAll('main details').forEach((d) => ((d as HTMLDetailsElement).open = true)))
}

/** Ticks a box or chooses a radio button. FKUI draws them in the label, which lies over the control itself. */
export const kryssa = (val: Locator): Promise<void> => val.evaluate((e: HTMLInputElement) => e.click())

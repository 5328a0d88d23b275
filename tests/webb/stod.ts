import { AxeBuilder } from '@axe-core/playwright'
import axe from 'axe-core'
import { expect, test as bas, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledigPort } from '../stod/port.ts'
import { startaProdukten, type Korande } from '../stod/process.ts'

export const VARDTOKEN = 'prov-nyckel-for-varden-0123456789'

/** The day the demo stands at when the run begins; the tests move it forward, never back. */
export const IDAG = '2026-03-20'

interface Produkt extends Korande {
  /** where it keeps its files; empty when the product was started elsewhere */
  readonly data: string
  /** moves the clock of the demo and wakes what the new day wakes */
  stallKlocka(dag: string): Promise<void>
  skickaIntyg(xml: string): Promise<{ arendeId: string }>
}

/** The product as `npm start` gives it, once for each worker. A file that moves the clock takes a product of its own: `test.use({ egenProdukt: 'file' })`. */
export const test = bas.extend<object, { produkt: Produkt; egenProdukt: string }>({
  egenProdukt: ['', { scope: 'worker', option: true }],
  produkt: [
    async ({}, use) => {
      if (process.env['PROVADRESS'])
        return void (await use({
          data: process.env['PROVDATA'] ?? '',
          adress: process.env['PROVADRESS'],
          utskrift: () => '',
          avbryt: async () => 0,
          stallKlocka: async (dag) =>
            void (await fetch(`${process.env['PROVADRESS']}/demo/klocka`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ dag }),
            })),
          skickaIntyg: async () => ({ arendeId: '' }),
        }))
      const data = mkdtempSync(join(tmpdir(), 'atergang-webb-'))
      const k = await startaProdukten({
        ATERGANG_DATA: data,
        PORT: String(await ledigPort()),
        ATERGANG_KLOCKA: IDAG,
        ATERGANG_VARDTOKEN: VARDTOKEN,
        ATERGANG_LOGGNIVA: 'error',
        DATABASE_URL: '',
      })
      await use({
        ...k,
        data,
        stallKlocka: async (dag) => {
          const svar = await fetch(`${k.adress}/demo/klocka`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ dag }),
          })
          expect(svar.status, await svar.text()).toBe(200)
        },
        skickaIntyg: async (xml) => {
          const svar = await fetch(`${k.adress}/api/v1/intyg`, {
            method: 'POST',
            headers: { 'content-type': 'application/xml', authorization: `Bearer ${VARDTOKEN}` },
            body: xml,
          })
          expect(svar.status).toBe(201)
          return (await svar.json()) as { arendeId: string }
        },
      })
      await k.avbryt()
      rmSync(data, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  baseURL: async ({ produkt }, use) => use(produkt.adress),
})

export { expect }

/** Signs in as a person of the test identity provider, chosen by name, and waits for the first page. */
export async function loggaIn(sida: Page, namn: string): Promise<void> {
  await sida.goto('/inloggning')
  // Most of the invented people are folded away.
  await sida.locator('details').evaluateAll((alla) => alla.forEach((d) => ((d as HTMLDetailsElement).open = true)))
  await sida.getByRole('button', { name: new RegExp(`^${namn}`) }).click()
  await expect(sida.getByRole('banner')).toContainText(namn)
}

const ALLA_REGLER = axe.getRules().map((r) => r.ruleId)

/** What breaks a rule of axe: every rule, those off by default, the experimental and best-practice ones too. */
export async function brister(sida: Page, namn: string, inom?: string): Promise<string[]> {
  // A colour on its way from one to the other is not what anybody reads.
  await sida.evaluate(() =>
    Promise.race([
      Promise.allSettled(
        document
          .getAnimations()
          .filter((a) => a.effect?.getComputedTiming().endTime !== Infinity)
          .map((a) => a.finished),
      ),
      new Promise((klart) => setTimeout(klart, 2000)),
    ]).then(() => undefined),
  )
  // In the page itself: the builder's other way opens a new page for each look, and we have no frames of others.
  const axeBygge = new AxeBuilder({ page: sida }).options({ runOnly: ALLA_REGLER, resultTypes: ['violations'] }).setLegacyMode(true)
  const { violations } = await (inom ? axeBygge.include(inom) : axeBygge).analyze()
  return violations.map((v) => `${namn}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
}

/** The page has one h1 and breaks no rule of axe. */
export async function krav(sida: Page, namn: string): Promise<void> {
  await expect(sida.getByRole('heading', { level: 1 })).toHaveCount(1)
  expect(await brister(sida, namn)).toEqual([])
}

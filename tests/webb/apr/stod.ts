import type { Locator, Page } from '@playwright/test'
import { expect } from '../stod.ts'
import { na } from '../tangentbord.ts'
import { oppnaArende, taArendet } from '../vagen/handlaggning.ts'

/** What the walks of the workplace support share. */
export const ASTA = 'Asta Alvar'
export const GUDRUN = 'Gudrun Gran'

/** Opens the case of a firm by its name; an officer who has not got it takes it. */
export async function oppnaFirma(sida: Page, namn: string): Promise<void> {
  await oppnaArende(sida, namn)
  const ta = sida.getByRole('button', { name: 'Ta ärendet' })
  if (await ta.isVisible()) await taArendet(sida)
}

/** What the API says of the case that is open. */
export async function vyn(
  sida: Page,
): Promise<{
  ansokningar: { belopp: number; rader: { begransadAv: string | null; skal: string | null; belopp: number }[] }[]
  kvar: number
  aterkrav: { belopp: number; aterbetalt: number }[]
  beslut: { typ: string }[]
  utskick: { skickat?: string }[]
}> {
  const svar = await sida.request.get(`/api/v1/arenden/${new URL(sida.url()).pathname.split('/').at(-1)}`)
  expect(svar.status()).toBe(200)
  return svar.json() as never
}

/** A picture to look at; kept only where the run asks for it. */
export const bild = async (sida: Page, namn: string): Promise<void> => {
  if (process.env.APR_BILDER) await sida.screenshot({ path: `${process.env.APR_BILDER}/${namn}.png`, fullPage: true })
}

/** Unticks a box with the keyboard. */
export async function kryssaAv(sida: Page, ruta: Locator): Promise<void> {
  if (!(await ruta.isChecked())) return
  await na(sida, ruta)
  await sida.keyboard.press('Space')
  await expect(ruta).not.toBeChecked()
}

interface Fraga {
  readonly kod: string
  readonly nyckel: string
  readonly underlag: string
  readonly formular: { readonly rader: readonly { readonly radId: string }[] }
}

/** The questions that are open in a case, as the officer has them. */
export const fragorna = async (sida: Page, arendeId: string): Promise<Fraga[]> =>
  ((await (await sida.request.get(`/api/v1/arenden/${arendeId}`)).json()) as { fragor: Fraga[] }).fragor

/** Answers an open question by the API, the letter read first when there is one: for what another test walks through. */
export async function svaraSom(sida: Page, arendeId: string, kod: string, svar: object): Promise<void> {
  const fragor = await fragorna(sida, arendeId)
  const f = fragor.find((x) => x.kod === kod)
  expect(f, `${kod} bland ${fragor.map((x) => x.kod).join(', ')}`).toBeDefined()
  const data = { typ: 'svara', nyckel: f!.nyckel, underlag: f!.underlag, svar }
  await sida.request.post(`/api/v1/arenden/${arendeId}/brev`, { data })
  const s = await sida.request.post(`/api/v1/arenden/${arendeId}/kommandon`, { headers: { 'idempotency-key': crypto.randomUUID() }, data })
  expect(s.status(), await s.text()).toBe(200)
}

/** Finds of an employer that sent nothing in spite of a reminder; the control is closed. */
export async function utanUnderlag(sida: Page, arendeId: string): Promise<void> {
  for (;;) {
    const { fragor } = (await (await sida.request.get(`/api/v1/arenden/${arendeId}`)).json()) as { fragor: Fraga[] }
    const f = fragor.find((x) => x.kod === 'aprFynd' || x.kod === 'aprKontrollklar')
    if (!f) return
    const svar =
      f.kod === 'aprFynd'
        ? { rader: f.formular.rader.map((r) => ({ radId: r.radId, kod: 'underlagEjLamnat', text: 'Inget har kommit.' })) }
        : {}
    const s = await sida.request.post(`/api/v1/arenden/${arendeId}/kommandon`, {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: { typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar },
    })
    expect(s.status(), await s.text()).toBe(200)
  }
}

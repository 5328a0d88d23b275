import { expect, krav, loggaIn } from '../stod.ts'
import { skriv, svara, tryck } from '../tangentbord.ts'
import type { Locator, Page } from '@playwright/test'

/** What an officer does in a case, with the keyboard alone. Every state a page takes is held against every rule of axe. */

const knapp = (sida: Page, namn: string | RegExp): Locator => sida.getByRole('button', { name: namn }).first()

export const attGora = (sida: Page): Locator => sida.getByRole('region', { name: 'Att göra nu' })

/** Finds the case by the person's name and opens it. */
export async function oppnaArende(sida: Page, person: string): Promise<void> {
  await sida.goto('/sok')
  await skriv(sida, sida.getByRole('textbox', { name: /^Personnummer, namn/ }), person)
  await sida.keyboard.press('Enter')
  await tryck(sida, sida.getByRole('link', { name: person }))
  await expect(attGora(sida)).toBeVisible()
}

/** The case is free: the officer takes it. */
export async function taArendet(sida: Page): Promise<void> {
  await tryck(sida, knapp(sida, 'Ta ärendet'))
  await expect(attGora(sida)).toContainText('Ärendet är ditt.')
}

/** Chooses the question when several are put, and waits until its form stands there. */
export async function frageformular(sida: Page, rubrik: string | RegExp): Promise<Locator> {
  const formular = sida.getByRole('form', { name: rubrik })
  const val = sida.getByRole('group', { name: 'Frågor till dig' }).getByRole('button', { name: rubrik })
  await expect(formular.or(val).first()).toBeVisible()
  if (!(await formular.isVisible())) await tryck(sida, val)
  await expect(formular).toBeVisible()
  return formular
}

type Svar = Parameters<typeof svara>[1]

/** Answers the question put and sends the answer; `klart` is what the page says when it is saved. */
export async function besvara(sida: Page, rubrik: string | RegExp, svar: Svar, skicka: string, klart: string | RegExp): Promise<void> {
  await frageformular(sida, rubrik)
  await svara(sida, svar)
  await krav(sida, String(rubrik))
  await tryck(sida, sida.getByRole('button', { name: skicka, exact: true }))
  await expect(attGora(sida).getByRole('status').first()).toContainText(klart)
}

export const bekraftaSgi = (sida: Page, skal: string): Promise<void> =>
  besvara(sida, 'Bekräfta sjukpenninggrundande inkomst', [[/försäkrad för arbetsbaserade/, 'Ja'], [/minst sex månader/, 'Ja'], [/^Skäl/, skal]], 'Bekräfta SGI', 'SGI är bekräftad.')

export const taStallningTillRehabilitering = (sida: Page, personensSyn: string, skal: string): Promise<void> =>
  besvara(sida, 'Ta ställning till rehabilitering', [[/^Behövs rehabiliteringsåtgärder/, 'Nej, inga åtgärder behövs'], [/^Personens egen syn/, personensSyn], [/^Skäl/, skal]], 'Spara ställningstagandet', 'sparat')

/** Reads the letter as it will be before it goes: the decision cannot be made without. */
export async function granskaBrevet(sida: Page, knapptext: 'Se hur brevet blir' | 'Förhandsgranska brevet'): Promise<Locator> {
  await tryck(sida, knapp(sida, knapptext))
  const brev = sida.getByRole('region', { name: /brev/i }).first()
  await expect(brev).toBeVisible()
  return brev
}

/** Opens the explanation behind a figure, sees what it holds and closes it with Escape; focus comes back. */
export async function forklara(sida: Page, figur: Locator, skallVisa: readonly (string | RegExp)[]): Promise<void> {
  await tryck(sida, figur)
  const lada = sida.getByRole('dialog')
  await expect(lada).toBeVisible()
  for (const s of skallVisa) await expect(lada).toContainText(s)
  await krav(sida, 'Förklaringen')
  await sida.keyboard.press('Escape')
  await expect(lada).toBeHidden()
  await expect(figur).toBeFocused()
}

/** Signs in as somebody else in the same browser. */
export async function bliNy(sida: Page, namn: string): Promise<void> {
  await sida.context().clearCookies()
  await loggaIn(sida, namn)
}


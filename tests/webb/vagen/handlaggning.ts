import { expect, krav, loggaIn } from '../stod.ts'
import { skriv, svara, tryck, valj } from '../tangentbord.ts'
import type { Locator, Page } from '@playwright/test'

/** What an officer does in a case, with the keyboard alone. Every state a page takes is held against every rule of axe. */

export const FORSLAG = /^Föreslå beslut|^Motivera förslaget/

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

export const bekraftaSgi = (sida: Page, skal: string, igen: 'forsta' | 'igen' = 'forsta'): Promise<void> =>
  besvara(
    sida,
    'Bekräfta sjukpenninggrundande inkomst',
    [
      ...(igen === 'igen' ? ([[/^Varför bekräftas SGI på nytt/, /^Inkomsten har inte ändrats/]] as const) : []),
      [/försäkrad för arbetsbaserade/, 'Ja'],
      [/minst sex månader/, 'Ja'],
      [/^Skäl/, skal],
    ],
    'Bekräfta SGI',
    'SGI är bekräftad.',
  )

export const taStallningTillRehabilitering = (sida: Page, personensSyn: string, skal: string): Promise<void> =>
  besvara(
    sida,
    'Ta ställning till rehabilitering',
    [
      [/^Behövs rehabiliteringsåtgärder/, 'Nej, inga åtgärder behövs'],
      [/^Personens egen syn/, personensSyn],
      [/^Skäl/, skal],
    ],
    'Spara ställningstagandet',
    'sparat',
  )

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

/** From day 91 the employer's possibilities come first; here they are known since before. */
export const arbetsgivarenUtredd = (sida: Page): Promise<void> =>
  besvara(
    sida,
    'Finns andra arbetsuppgifter hos arbetsgivaren?',
    [
      [/^Vad gör du/, /^Det är redan utrett/],
      [/^Finns det andra/, 'De finns inte'],
      [/^Vad som är utrett/, 'Arbetsgivaren har svarat att andra uppgifter saknas, och omplacering har prövats.'],
    ],
    'Spara',
    'besvarad',
  )

/** The assessment of day 181: against everything the law names, ending in the grade given. */
export const bedomMotNormaltForekommande = (
  sida: Page,
  b: { klarar: 'Klarar' | 'Klarar inte'; grad: string; yrkesgrupp?: string; skal: string },
): Promise<void> =>
  besvara(
    sida,
    'Bedöm arbetsförmågan mot normalt förekommande arbete',
    [
      [/^Finns en sjukdom/, 'Ja'],
      [/^Klarar personen det vanliga/, 'Klarar inte'],
      [/^Klarar personen annat arbete hos/, 'Klarar inte'],
      [/^Klarar personen arbete i en yrkesgrupp/, b.klarar],
      [/^Klarar personen annat lämpligt/, 'Klarar inte'],
      ...(b.yrkesgrupp ? [[/^Vilken yrkesgrupp/, b.yrkesgrupp] as const] : []),
      [/^Gäller något undantag/, 'Inget undantag gäller'],
      ...(b.yrkesgrupp
        ? [[/^Varför inget undantag/, 'Varken din läkare eller din arbetsgivare räknar med att du kan gå tillbaka dit.'] as const]
        : []),
      [/^Behöver personen behandling/, 'Nej'],
      [/^20 mars/, b.grad],
      [/^Är nedsättningen styrkt/, 'Styrkt'],
      [/^Hur du har värderat/, 'Läkarintyget väger tyngst. Personens egen beskrivning stämmer med det.'],
      [/^Individuella skäl/, b.skal],
      [/^Handlingar som bedömningen/, /^Läkarintyg LISJP 2.0, 2026-03-02/],
    ],
    'Spara bedömningen',
    'Bedömningen av arbetsförmågan är sparad.',
  )

/** Answers the proposal's questions and hands it to the specialist. */
export async function lamnaTillKvalitetssakring(sida: Page, svar: Svar): Promise<void> {
  await frageformular(sida, FORSLAG)
  await svara(sida, svar)
  await granskaBrevet(sida, 'Se hur brevet blir')
  await krav(sida, 'Förslaget')
  await tryck(sida, knapp(sida, 'Klart, till kvalitetssäkring'))
  await expect(attGora(sida).getByRole('status').first()).toContainText('Förslaget är klart')
}

/** The specialist approves each judgement, or returns with a code and what is to be done. */
export async function kvalitetssakra(sida: Page, utfall: 'Godkänn' | { kod: RegExp; kommentar: string }): Promise<void> {
  await frageformular(sida, /^Kvalitetssäkra/)
  const aterlamnas = utfall !== 'Godkänn'
  for (const fraga of [/^Räcker underlaget/, /^Är lagen rätt tillämpad/]) {
    for (const grupp of await sida.getByRole('group', { name: fraga }).all())
      await valj(sida, grupp.getByRole('radio', { name: aterlamnas && fraga.source.includes('Räcker') ? 'Brist' : 'Godtas' }))
  }
  await svara(
    sida,
    aterlamnas
      ? [
          [/^Utfall/, /^Lämna tillbaka/],
          [/^Varför lämnas/, utfall.kod],
          [/^Vad som behöver ändras/, utfall.kommentar],
        ]
      : [[/^Utfall/, 'Godkänn']],
  )
  await krav(sida, 'Kvalitetssäkringen')
  await tryck(sida, sida.getByRole('button', { name: aterlamnas ? 'Lämna tillbaka' : 'Godkänn', exact: true }))
  await expect(attGora(sida).getByRole('status').first()).toContainText('Kvalitetssäkringen är sparad.')
}

/** Reads the letter and decides. */
export async function fattaBeslut(sida: Page): Promise<void> {
  await frageformular(sida, /^Fatta beslut/)
  await granskaBrevet(sida, 'Förhandsgranska brevet')
  await krav(sida, 'Beslutet före det fattas')
  await tryck(sida, knapp(sida, 'Fatta beslut'))
  await expect(attGora(sida).getByRole('status').first()).toContainText('Beslutet är fattat')
}

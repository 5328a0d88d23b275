import { expect, type Locator, type Page } from '@playwright/test'

const LANGST = 250

/** Whoever stands after what they seek goes back, not all the way round. */
const atHallet = (mal: Locator): Promise<'Tab' | 'Shift+Tab'> =>
  mal.evaluate((e) =>
    document.activeElement !== document.body &&
    document.activeElement &&
    e.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING
      ? 'Shift+Tab'
      : 'Tab',
  )

/** Presses Tab, or Shift and Tab, until the element has focus, as a person without a mouse does. */
export async function na(sida: Page, mal: Locator): Promise<void> {
  await expect(mal).toBeVisible()
  const tangent = await atHallet(mal)
  for (let i = 0; i < LANGST; i++) {
    if (await mal.evaluate((e) => e === document.activeElement)) return
    await sida.keyboard.press(tangent)
  }
  throw new Error(`Går inte att nå med tangentbordet: ${mal.toString()}`)
}

/** Reaches the button or link and presses Enter. */
export async function tryck(sida: Page, mal: Locator): Promise<void> {
  await na(sida, mal)
  await sida.keyboard.press('Enter')
}

/** Reaches the field and writes over what stands there. */
export async function skriv(sida: Page, falt: Locator, text: string): Promise<void> {
  await na(sida, falt)
  await sida.keyboard.press('Control+A')
  await sida.keyboard.type(text)
}

/** Reaches the group of radio buttons and moves with the arrows to the one wanted; a checkbox is toggled with Space. */
export async function valj(sida: Page, val: Locator): Promise<void> {
  if (await val.isChecked()) return
  if ((await val.getAttribute('type')) === 'checkbox') {
    await na(sida, val)
    await sida.keyboard.press('Space')
  } else {
    const grupp = await val.getAttribute('name')
    const tangent = await atHallet(val)
    for (let i = 0; i < LANGST && (await iGruppen(sida)) !== grupp; i++) await sida.keyboard.press(tangent)
    if (await val.evaluate((e) => e === document.activeElement)) await sida.keyboard.press('Space')
    for (let i = 0; i < 30 && !(await val.isChecked()); i++) await sida.keyboard.press('ArrowDown')
  }
  await expect(val).toBeChecked()
}

const iGruppen = (sida: Page): Promise<string | null> =>
  sida.evaluate(() =>
    document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'radio' ? document.activeElement.name : null,
  )

/** Reaches the list and types the first letters of the wanted line, as the keyboard does it. */
export async function valjRad(sida: Page, lista: Locator, rad: string): Promise<void> {
  await na(sida, lista)
  await sida.keyboard.type(rad)
  await expect(lista.locator('option:checked')).toHaveText(new RegExp(`^\\s*${rad}`))
}

/** The choice in the group of radio buttons or boxes with the given question. */
export const valet = (sida: Page, fraga: RegExp, val: string | RegExp): Locator => {
  const grupp = sida.getByRole('group', { name: fraga })
  const exakt = typeof val === 'string' ? { name: val, exact: true } : { name: val }
  return grupp.getByRole('radio', exakt).or(grupp.getByRole('checkbox', exakt))
}

/** Answers one question after another with the keyboard: text in a field, or the choice in a group. */
export async function svara(sida: Page, svar: readonly (readonly [fraga: RegExp, svar: string | RegExp])[]): Promise<void> {
  for (const [fraga, s] of svar) {
    const falt = sida.getByRole('textbox', { name: fraga })
    const lista = sida.getByRole('combobox', { name: fraga })
    const val = valet(sida, fraga, s)
    await expect(falt.or(lista).or(val).first()).toBeVisible()
    if ((await val.count()) > 0) await valj(sida, val)
    else if (typeof s === 'string' && (await lista.count()) > 0) await valjRad(sida, lista, s)
    else await skriv(sida, falt, String(s))
  }
}

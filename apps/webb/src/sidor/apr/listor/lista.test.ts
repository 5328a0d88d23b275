import { expect, it } from 'vitest'
import { framstegstext, hinder } from './lista.ts'

it('en lista kan godkännas av den som skapat den, när stickprovet är läst', () => {
  const l = { min: true, tillstand: 'utkast', stickprovKvar: 0, antal: 3 }
  expect(hinder(l, true)).toBe('')
  expect(hinder({ ...l, stickprovKvar: 2 }, true)).toMatch(/^2 i stickprovet/)
  expect(hinder({ ...l, min: false }, true)).toMatch(/skapat/)
  expect(hinder(l, false)).toMatch(/handläggare/)
  expect(hinder({ ...l, antal: 0 }, true)).toBe('Listan är tom.')
})

it('framsteget räknar det som är gjort, och säger vad som behöver ses om', () => {
  expect(framstegstext({ vantar: 5, beslutade: 3, andrade: 1, fel: 1 })).toBe('5 av 10 klara, 2 att se om.')
  expect(framstegstext({ vantar: 0, beslutade: 3, andrade: 0, fel: 0 })).toBe('3 av 3 klara.')
})

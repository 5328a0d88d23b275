import { Window } from 'happy-dom'
import { expect, it } from 'vitest'
import { glommFliken } from './fliken.ts'

it('det halvskrivna i fliken glöms när man loggar ut, och inget annat', () => {
  const lager = new Window().sessionStorage as unknown as Storage
  for (const nyckel of ['atergang:arbetsgivarsvar:1', 'atergang:firmasvar:2', 'annat']) lager.setItem(nyckel, 'x')
  glommFliken(lager)
  expect(Object.keys(lager)).toEqual(['annat'])
})

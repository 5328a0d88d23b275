import { Domanfel } from '@atergang/arende'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { las } from './las.ts'
import { sjukpenning } from './sjukpenning/index.ts'

const ENGELSKA = /\b(invalid|expected|received|required|must|too (big|small|long|short)|unrecognized|value)\b/i
const felen = (f: () => unknown): string[] => {
  try {
    f()
    return []
  } catch (fel) {
    if (!(fel instanceof Domanfel)) throw fel
    return [fel.message, ...fel.falt.map((x) => x.text)]
  }
}

describe('det som inte går att läsa', () => {
  it('sägs på svenska, vad som än är fel med formen', () => {
    const schema = z.object({
      val: z.discriminatedUnion('val', [z.object({ val: z.literal('a') }), z.object({ val: z.literal('b') })]),
      tal: z.number().min(1).max(3).multipleOf(1),
      sak: z.uuid(),
      lista: z.array(z.string()).max(1),
      nyckel: z.record(z.enum(['x']), z.string()),
    })
    const fel = felen(() => las(schema, { val: { val: 'c' }, tal: 9, sak: 'x', lista: ['a', 'b'], nyckel: { y: '' } }))
    expect(fel).toHaveLength(7)
    for (const f of fel) expect(f).not.toMatch(ENGELSKA)
  })

  it.each(Object.entries(sjukpenning.fragor))('svaret på frågan %s: varje fel sägs på svenska', (_kod, fraga) => {
    const skrap = fc.oneof(
      fc.constant({}),
      fc.constant(null),
      fc.constant('x'),
      fc.dictionary(
        fc.constantFrom('val', 'beslut', 'utfall', 'slag', 'satt', 'skal', 'text', 'perioder', 'rader', 'lon', 'grad', 'resultat', 'dagar'),
        fc.oneof(fc.constant(''), fc.constant('finns inte'), fc.integer(), fc.constant(null), fc.constant([{}]), fc.constant({})),
      ),
    )
    fc.assert(
      fc.property(skrap, (v) => {
        for (const f of felen(() => fraga.las(v, { formular: {} } as never, undefined as never))) expect(f).not.toMatch(ENGELSKA)
      }),
    )
  })
})

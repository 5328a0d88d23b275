import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingeravtryck, kanonisk } from './fingeravtryck.ts'

const varde = fc.jsonValue({ maxDepth: 4 })
const blandad = (v: unknown): unknown =>
  Array.isArray(v)
    ? v.map(blandad)
    : v !== null && typeof v === 'object'
      ? Object.fromEntries(
          Object.entries(v)
            .reverse()
            .map(([k, x]) => [k, blandad(x)]),
        )
      : v

describe('den kanoniska texten', () => {
  it('är JSON och säger vad värdet säger', () => {
    fc.assert(fc.property(varde, (v) => void expect(JSON.parse(kanonisk(v))).toEqual(JSON.parse(JSON.stringify(v)))))
  })
  it('är samma text i vilken ordning nycklarna än står', () => {
    fc.assert(fc.property(varde, (v) => void expect(kanonisk(blandad(v))).toBe(kanonisk(v))))
  })
  it('skyddar det som JSON kräver och lämnar å, ä och ö', () => {
    expect(kanonisk({ b: 'å "ä"\n\\ö\u0001', a: [undefined, null, 1.5, true], c: undefined })).toBe(
      '{"a":[null,null,1.5,true],"b":"å \\"ä\\"\\n\\\\ö\\u0001"}',
    )
    expect(kanonisk('\ud800')).toBe('"\\ud800"')
  })
  it('ger avtryck som skiljer olika innehåll och är lika för lika', () => {
    expect(fingeravtryck({ a: 1, b: 2 })).toBe(fingeravtryck({ b: 2, a: 1 }))
    expect(fingeravtryck({ a: 1, b: 2 })).not.toBe(fingeravtryck({ a: 2, b: 1 }))
  })
})

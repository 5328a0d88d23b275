import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kor } from './main.ts'
import { internt, somProblem } from './problem.ts'

const mapp = mkdtempSync(join(tmpdir(), 'atergang-fel-'))
let nr = 0
const fil = (innehall: string | Uint8Array): string => {
  const vag = join(mapp, `f${++nr}`)
  writeFileSync(vag, innehall)
  return vag
}
const json = async (
  ...ord: string[]
): Promise<{ kod: number; svar: Record<string, unknown> & { falt: { falt: string; text: string }[] } }> => {
  const { ut, kod } = await kor(ord, true)
  return { kod, svar: JSON.parse(ut) as never }
}
const kedja = (innehall: string | Uint8Array) => json('rehabkedja', '--fil', fil(innehall), '--datum', '2025-03-01')

describe('orden på kommandoraden', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('”%s” är inget kommando, var det än står', async (ord) => {
    for (const rad of [[ord], ['regel', ord], ['apr', ord], ['analys', ord], ['analys', 'enkat', ord], ['regel', 'visa', ord]]) {
      const r = await json(...rad)
      expect([r.kod, r.svar.falt.length > 0]).toEqual([1, true])
    }
  })

  it.each([
    ['rehabkedja', '--fil', 'x', '--datum', '2025-03-01', 'igen'],
    ['berakna', 'sjukpenning', '--sgi', '1', 'igen'],
    ['berakna', 'forebyggande', '--fil', 'x', 'igen'],
    ['apr', 'berakna', '--fil', 'x', 'igen'],
    ['syntet', '--personer', '1000', '--ut', 'x', 'igen'],
    ['analys', 'publicerat', 'igen'],
    ['analys', 'korrelation', '--fil', 'x', '--x', 'a', '--y', 'b', 'igen'],
  ])('ett ord för mycket vägras i stället för att glömmas: %s %s', async (...ord) => {
    expect(await json(...ord)).toMatchObject({ kod: 1, svar: { kod: 'okantOrd', falt: [{ falt: 'igen' }] } })
  })

  it.each([
    [['--okant', '1'], 'okant', 'Valet --okant finns inte.'],
    [['--fil'], 'fil', 'Valet --fil saknar värde.'],
    [['--fil', '-1'], 'fil', 'Valet --fil saknar värde.'],
    [['--json=ja'], 'json', 'Valet --json tar inget värde.'],
    [['--fil', 'a', '--fil', 'b'], 'fil', 'Valet --fil står två gånger.'],
  ])('%j säger vad som är fel med just det valet', async (ord, falt, text) => {
    const { kod, svar } = await json('rehabkedja', ...ord)
    expect([kod, svar.falt.map((f) => f.falt)]).toEqual([1, [falt]])
    expect(svar.detail).toContain(text)
  })

  it('--json får stå före kommandot, och hjälpen är då ett JSON-objekt', async () => {
    expect(await json('--json', 'berakna', 'sjukpenning', '--sgi', '588000', '--datum', '2025-03-01')).toMatchObject({
      kod: 0,
      svar: { belopp: 1250 },
    })
    expect(await json('hjalp', '--json')).toMatchObject({
      kod: 0,
      svar: { hjalp: expect.stringContaining('berakna sjukpenning') as string },
    })
  })
})

describe('filer som inte går att läsa', () => {
  it.each([
    ['', 'Den är tom.'],
    ['[{"from":', 'Den tar slut för tidigt: ett citattecken eller en parentes saknas.'],
    ['[{"grad":NaN}]', 'Tecknet ”N” kan inte stå där det står.'],
    ['[1,\n 2 3]', 'Något är felskrivet på rad 2, tecken 4.'],
  ])('%j är inte JSON, och det sägs på svenska var', async (innehall, text) => {
    expect(await kedja(innehall)).toMatchObject({
      kod: 1,
      svar: { kod: 'ejJson', detail: `Filen är inte JSON. ${text}`, falt: [{ falt: 'fil' }] },
    })
  })

  it.each([
    ['rehabkedja', '--datum', '2025-03-01'],
    ['berakna', 'forebyggande'],
    ['apr', 'berakna'],
    ['regel', 'kor', 'sjukpenningPerDag', '--datum', '2025-03-01'],
  ])('%s %s läser bara UTF-8', async (...ord) => {
    const latin1 = fil(Uint8Array.from(Buffer.from('{"sgi": "fem\u00a0hundra"}', 'latin1')))
    expect(await json(...ord, '--fil', latin1)).toMatchObject({ kod: 1, svar: { kod: 'ejUtf8', falt: [{ falt: 'fil' }] } })
  })

  it('ett intyg som inte går att läsa namnger filen', async () => {
    expect(await json('intyg', 'granska', fil('<!DOCTYPE x><x/>'))).toMatchObject({
      kod: 1,
      svar: { kod: 'doctype', falt: [{ falt: 'fil' }] },
    })
  })
})

describe('fel som inte är användarens', () => {
  it('kastas vidare, men blir ändå ett problemobjekt för den som läser svaret', () => {
    const fel = new TypeError('x is not a function')
    expect(() => somProblem(fel)).toThrow(fel)
    expect(internt(fel)).toMatchObject({ kod: 'internt', status: 500, detail: expect.stringContaining('x is not a function') as string })
  })
})

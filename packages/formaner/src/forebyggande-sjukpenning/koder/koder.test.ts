import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { annatAttGranska, annatnyckel, type Annatanvandning, type Annatgranskning } from './annat.ts'
import { BEHANDLINGAR, behandlingsfel, behandlingsnamn } from './behandlingar.ts'
import { FORMANSKODER, INITIATIVTAGARE, KOMPLETTERINGSFALT, SYFTEN, UTFORANDEFORMER, VARDGIVARTYPER } from './koder.ts'
import { RUTINER } from './steghistorik.ts'

describe('kodlistorna', () => {
  it('varje behandling har ett eget namn och sin källa i rapporten', () => {
    expect(new Set(BEHANDLINGAR.map((b) => b.kod)).size).toBe(BEHANDLINGAR.length)
    expect(new Set(BEHANDLINGAR.map((b) => b.namn)).size).toBe(BEHANDLINGAR.length)
    for (const b of BEHANDLINGAR) expect(b.kallor.map((k) => k.text).join(), b.kod).toMatch(/RiR 2021:19/)
    for (const krav of ['B009', 'B019', 'B021', 'B022', 'B030', 'B031'])
      expect(
        BEHANDLINGAR.some((b) => b.kallor.some((k) => k.krav.includes(krav))),
        krav,
      ).toBe(true)
  })

  it('varje ord i de andra listorna har namn och källa', () => {
    for (const lista of [UTFORANDEFORMER, VARDGIVARTYPER, INITIATIVTAGARE, SYFTEN, FORMANSKODER, KOMPLETTERINGSFALT])
      for (const o of Object.values(lista)) expect(o.namn && o.kalla).toBeTruthy()
  })

  it('annat får aldrig stå utan sin text, och vård utomlands beskrivs alltid', () => {
    expect(behandlingsfel({ kod: 'annat', utforande: 'paPlats' })).toEqual({ falt: 'annatText', text: 'Beskriv vilken behandling det är.' })
    expect(behandlingsfel({ kod: 'annat', annatText: '  ', utforande: 'paPlats' })?.falt).toBe('annatText')
    expect(behandlingsfel({ kod: 'annat', annatText: 'Ridterapi', utforande: 'paPlats' })).toBeNull()
    expect(behandlingsfel({ kod: 'kbt', utforande: 'utomlands' })?.falt).toBe('beskrivning')
    expect(behandlingsfel({ kod: 'trolleri', utforande: 'paPlats' })?.falt).toBe('kod')
    expect([behandlingsnamn('annat', 'Ridterapi'), behandlingsnamn('kbt')]).toEqual(['Ridterapi', 'Kognitiv beteendeterapi (KBT)'])
  })
})

describe('den månatliga granskningen av annat', () => {
  const anv = (dag: string, text: string, arende = dag): Annatanvandning => ({ arende, dag: datum(dag), text })
  const gr = (dag: string, text: string, beslut: Annatgranskning['beslut']): Annatgranskning => ({
    nyckel: annatnyckel(text),
    dag: datum(dag),
    av: 'Siri Sund',
    beslut,
    skal: 'granskad',
  })
  const idag = datum('2026-03-10')

  it('samlar samma text och säger vad som är försenat', () => {
    const kvar = annatAttGranska(
      [anv('2026-01-05', 'Ridterapi'), anv('2026-02-05', 'ridterapi.'), anv('2026-02-06', 'Dans'), anv('2026-03-02', 'Sång')],
      [],
      idag,
    )
    expect(kvar.map((g) => [g.nyckel, g.antal, g.forsta, g.forsenad])).toEqual([
      ['ridterapi', 2, '2026-01-05', true],
      ['dans', 1, '2026-02-06', false],
    ])
  })

  it('en granskad text kommer tillbaka när den används en ny månad, om den lämnades som annat', () => {
    const granskningar = [gr('2026-02-03', 'Ridterapi', 'kvar'), gr('2026-02-03', 'Dans', 'nyKod')]
    const anvandningar = [anv('2026-01-05', 'Ridterapi'), anv('2026-01-05', 'Dans', 'd1'), anv('2026-02-06', 'Dans', 'd2')]
    expect(annatAttGranska(anvandningar, granskningar, idag)).toEqual([])
    expect(annatAttGranska([...anvandningar, anv('2026-02-20', 'ridterapi')], granskningar, idag).map((g) => [g.nyckel, g.antal])).toEqual([
      ['ridterapi', 1],
    ])
  })
})

describe('stegens äldre namn', () => {
  it('före 2015 prövades rätten och sedan försäkran, från 2018 planen och sedan ersättningen', () => {
    expect(RUTINER.map((r) => [r.from, r.tom, r.steg.map((s) => s.kod)])).toEqual([
      [null, '2014-12-31', ['ansokan', 'beslutOmRatt', 'forsakran']],
      ['2018-01-01', null, ['plan', 'ersattning']],
    ])
  })
  it('åren då källorna inte säger vilken rutin som gällde har ingen, i stället för en gissning', () => {
    expect(RUTINER.filter((r) => (r.from ?? '') <= '2016-06-01' && '2016-06-01' <= (r.tom ?? '9999'))).toEqual([])
    for (const r of RUTINER) expect(r.kalla).toContain('2015:06')
  })
  it('ett gammalt steg heter det det hette', () => {
    expect(RUTINER.flatMap((r) => r.steg.map((s) => s.namn))).toEqual(
      expect.arrayContaining(['Försäkran', 'Godkännande av behandlingsplan']),
    )
  })
})
